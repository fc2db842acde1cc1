"""An article in another language is told as one, before its figures mislead anybody."""

from pathlib import Path

import pytest

from reconcile import reconcile
from reconcile.cli import main
from reconcile.pipeline import read_text
from reconcile.report import render, words
from reconcile.report.language import foreign

GERMAN = """Fähre vor dem Hafen gestrandet

Eine Fähre ist am Montag vor dem Hafen gestrandet, wie die Polizei mitteilte. Rund 1.400 Reisende mussten das Schiff
verlassen, neun Menschen wurden dabei verletzt."""
DUTCH = """Veerboot gestrand voor de haven

De veerboot is maandag voor de haven gestrand. Er waren negen gewonden onder de passagiers en de kapitein was niet aan
boord, zei de politie in een verklaring."""
NORWEGIAN = """Ferje gikk på grunn

En ferje gikk på grunn utenfor havnen mandag, opplyser politiet. Ni mennesker ble skadet, og om lag 1400 reisende måtte
forlate skipet."""
ENGLISH = """Ferry aground off the port

Police said captain Mara Holt, mate Olav Brekke, engineer Jonas Tveit and nine passengers were hurt when the ferry
Nordstern ran aground off Port Lunden, Sunda, on Monday."""


@pytest.mark.parametrize("text", [GERMAN, DUTCH, NORWEGIAN])
def test_an_article_that_is_hardly_in_english_is_known(text: str) -> None:
    assert foreign(read_text(text, slug="a"))


@pytest.mark.parametrize("text", [ENGLISH, "Ferry aground", "Brand in Hafen", ""])
def test_english_full_of_names_and_a_few_words_are_not_called_foreign(text: str) -> None:
    assert not foreign(read_text(text, slug="a"))


def test_reports_and_commands_say_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = reconcile([read_text(GERMAN, slug="blatt"), read_text(ENGLISH, slug="post")])
    for name in ("html", "markdown", "text"):
        assert f"blatt: {words.FOREIGN}" in " ".join(render(name, whole).split())
    file = tmp_path / "blatt.txt"
    file.write_text(GERMAN, encoding="utf-8")
    at = ["--desk", str(tmp_path / "desk")]
    assert main(["init", at[1]]) == main(["add", str(file), *at]) == main(["status", *at]) == 0
    said = capsys.readouterr()
    assert f"reconcile: blatt: {words.FOREIGN}" in said.err
    assert f"blatt: {words.FOREIGN}" in said.out
