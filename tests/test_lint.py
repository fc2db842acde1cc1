"""The lint: every rule by example, every format readable, and silence on a desk that is clean."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desks import desk, workspace
from linting import carry_out, checkup, problems
from reconcile.cli import main
from reconcile.desk import extract, load
from reconcile.errors import UsageError
from reconcile.lint import FORMATS, RULES, explain, render
from reconcile.model import Decision

SPEC = Path(__file__).parent / "spec" / "lint.md"


@dataclass(frozen=True)
class Example:
    """A block of the handbook: a rule, whether it must speak, and what is done to the clean desk."""

    code: str
    fails: bool
    steps: tuple[str, ...]
    line: int


def examples() -> Iterator[Example]:
    """The blocks of the handbook."""
    text = SPEC.read_text(encoding="utf-8")
    for section in re.finditer(r"^## (\w+)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE):
        for block in re.finditer(r"^```(fails|passes)\n(.*?)^```", section[2], re.DOTALL | re.MULTILINE):
            line = text.count("\n", 0, section.start(2) + block.start()) + 1
            yield Example(section[1], block[1] == "fails", tuple(block[2].splitlines()), line)


EXAMPLES = tuple(examples())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.code} line {e.line}")
def test_a_rule_speaks_where_it_must_and_only_there(example: Example, tmp_path: Path) -> None:
    root = desk(tmp_path)
    for step in example.steps:
        carry_out(root, step)
    codes = {problem.code for problem in problems(root)}
    assert (example.code in codes) is example.fails, codes


def test_every_rule_has_an_example_of_both_kinds_and_its_documentation() -> None:
    for rule in RULES:
        assert {e.fails for e in EXAMPLES if e.code == rule.code} == {True, False}, rule.code
        told = explain(rule.code)
        assert all(f"{part}: " in told for part in ("What", "Why", "Bad", "Good", "Fix")), rule.code
    assert {e.code for e in EXAMPLES} == {rule.code for rule in RULES}


def test_the_page_of_all_rules_has_each_with_all_its_parts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "--markdown"]) == 0
    told = capsys.readouterr().out
    for rule in RULES:
        assert f"| [{rule.code}](#{rule.code.lower()}) | {rule.name} | {rule.level} |" in told
        own = told[told.index(f"</a>{rule.code} {rule.name}\n") :].split("\n### ")[0]
        assert all(f"- **{part}:** {text}" in own for part, text in rule.parts.items() if part != "What")
    assert main(["rule", "--markdown", "P201"]) == 2


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_an_unknown_rule_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean P20") as caught:
        explain("P20I")
    assert "P20I" in caught.value.what


def test_a_broken_header_is_shown_at_its_line(tmp_path: Path) -> None:
    root = desk(tmp_path)
    (root / "sources/friday.md").write_text("---\ntitle: a\npublished: soon\n---\nText.\n")
    (root / "sources/monday.yaml").write_text("title: a\n url: [\n")
    found = {str(p.where) for p in problems(root) if p.code == "S109"}
    assert found == {"sources/friday.md:3:1", "sources/monday.yaml:2:5"}


def test_a_source_error_settles_what_the_calendar_found(tmp_path: Path) -> None:
    root = desk(tmp_path)
    carry_out(root, "sources/monday.md: on February 3. => on Tuesday, February 3, 2021.")
    extract(root)
    assert "D404" in {p.code for p in problems(root)}
    workspace(root).record("bridge-was-closed", Decision.SOURCE_ERROR, source="tuesday")
    assert "D404" not in {p.code for p in problems(root)}


def test_a_fingerprint_does_not_move_with_its_line(tmp_path: Path) -> None:
    root = desk(tmp_path)

    def prints() -> list[str]:
        run = json.loads(render(checkup(root), "sarif", load(root)))["runs"][0]
        return [result["partialFingerprints"]["problem/v1"] for result in run["results"]]

    before = prints()
    carry_out(root, "claims/monday.yaml: claims: => # a line more\nclaims:")
    assert prints() == before != []


def test_hostile_text_does_not_act(tmp_path: Path) -> None:
    root = desk(tmp_path)
    carry_out(root, 'claims/monday.yaml: quote: Nobody counted the sheep => quote: "\x1b[31mred\\u202e ::error::"')
    for name in FORMATS:
        assert "\x1b" not in render(checkup(root), name, load(root)).replace("\\u001b", "")


def test_exit_codes_and_ignored_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = desk(tmp_path)
    assert main(["lint", "--desk", str(root), "--format", "concise"]) == 1
    assert "R501" in capsys.readouterr().out
    (root / "reconcile.yaml").write_text("ignore: [R5]\n")
    assert main(["lint", "--desk", str(root)]) == 0
    assert capsys.readouterr().out == "all checks passed\n"
    assert main(["lint", "--desk", str(root / "nowhere")]) == 2


WRONG = 'claims/monday.yaml: figure: ">= 12 person" => figure: ">= 21 person"'


def test_a_suppression_above_a_claim_silences_it_alone_and_outlives_an_extraction(tmp_path: Path) -> None:
    root = desk(tmp_path)
    carry_out(root, WRONG)
    assert "F301" in {p.code for p in problems(root)}
    note = "# reconcile: ignore[F301] -- from the caption"
    carry_out(root, f"claims/monday.yaml:   - id: monday.88a55d =>   {note}\n  - id: monday.88a55d")
    assert {"F301", "U902"} <= {p.code for p in problems(root)}
    carry_out(root, f"claims/monday.yaml:   {note}\n  - id: monday.88a55d =>   - id: monday.88a55d")
    carry_out(root, f"claims/monday.yaml:   - id: monday.6d801d =>   {note}\n  - id: monday.6d801d")
    for _ in range(2):
        assert not {"F301", "U902"} & {p.code for p in problems(root)}
        extract(root)


def test_words_of_an_article_that_look_like_a_suppression_silence_nothing(tmp_path: Path) -> None:
    root = desk(tmp_path)
    article = root / "sources/monday.md"
    told = 'The mayor signed it, "so # reconcile: ignore[D404] -- fine, on Tuesday, December 2, 2020, as he said.'
    article.write_text(f"{article.read_text()}\n{told}\n")
    extract(root)
    assert {"D404", "U902"} & {p.code for p in problems(root)} == {"D404"}


def test_a_suppression_may_stand_beside_an_apostrophe(tmp_path: Path) -> None:
    root = desk(tmp_path)
    carry_out(root, WRONG)
    note = "# reconcile: ignore[F301] -- from the caption"
    carry_out(root, f"claims/monday.yaml: speaker: the mayor => speaker: the mayor's men  {note}")
    assert "F301" not in {p.code for p in problems(root)}


def test_a_suppression_bound_to_what_was_seen_dies_with_it(tmp_path: Path) -> None:
    root = desk(tmp_path)
    carry_out(root, WRONG + "  # reconcile: ignore[F301] seen ? -- misprint")
    told = next(p.message for p in problems(root) if p.code == "U903")
    carry_out(root, f"claims/monday.yaml: seen ? => {told.rpartition(' `')[2].rstrip('`')}")
    assert not {"F301", "U903", "U902"} & {p.code for p in problems(root)}
    carry_out(root, 'claims/monday.yaml: ">= 21 person" => ">= 22 person"')
    assert {"F301", "U903"} <= {p.code for p in problems(root)}


def test_a_suppression_above_the_first_claim_covers_the_file(tmp_path: Path) -> None:
    root = desk(tmp_path)
    carry_out(root, WRONG)
    carry_out(root, "claims/monday.yaml: source: monday => # reconcile: ignore[F301, R501] -- a trial\nsource: monday")
    assert [p.code for p in problems(root)] == []


def test_a_check_is_remembered_only_while_nothing_of_the_desk_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every file of a desk counts: articles, claims, verdicts, settings; also one that is new, or gone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    monkeypatch.delenv("RECONCILE_NO_CACHE")
    root = tmp_path / "desk"
    main(["demo", str(root)])

    def told(*more: str) -> str:
        capsys.readouterr()
        main(["lint", "--desk", str(root), *more])
        return capsys.readouterr().out

    def same() -> None:
        assert told() == told() == told("--no-cache")

    same()
    one_of_each = {path.parent: path for path in root.rglob("*") if path.suffix in (".md", ".yaml", ".jsonl")}
    for path in one_of_each.values():
        before = path.read_bytes()
        path.write_bytes(before.replace(b"e", b"a", 3))
        same()
        path.unlink()
        same()
        path.write_bytes(before)
    assert told() != told("--format", "json")
