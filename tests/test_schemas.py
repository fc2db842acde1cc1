"""The JSON Schemas of the files a person may edit: they take what the readers take, and refuse what those refuse."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from desks import desk
from reconcile.cli import main
from reconcile.desk import BASELINE, SCHEMAS, add_source, extract, init, load, schema
from reconcile.desk.config import _HINTS
from reconcile.desk.fields import SETTINGS, VERDICT
from reconcile.model import Settings, Verdict
from reconcile.model.notation import FIGURE, WHEN, read_figure, read_when

ROOT = Path(__file__).parents[1]
MODELINE = re.compile(r"^# yaml-language-server: \$schema=(.+)$", re.MULTILINE)


class Editor(yaml.SafeLoader):
    """YAML as editors type it: numbers and truth values, but no days."""


Editor.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in rows if not tag.endswith(":timestamp")]
    for letter, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def misfits(name: str, text: str) -> list[str]:
    """What a schema finds wrong in a text."""
    return [error.message for error in Draft7Validator(schema(name)).iter_errors(yaml.load(text, Loader=Editor))]  # noqa: S506 - a SafeLoader


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_is_printed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Draft7Validator.check_schema(schema(name))
    assert main(["schema", name]) == 0
    assert json.loads(capsys.readouterr().out) == schema(name)
    assert main(["schema", "list"]) == 0
    assert name in capsys.readouterr().out
    assert main(["schema", name + "s?"]) == 2


def test_the_example_desk_fits(tmp_path: Path) -> None:
    for path in (ROOT / "claims").glob("*.yaml"):
        assert misfits("claims", path.read_text()) == []
    for path in (ROOT / "claims/verdicts").glob("*.jsonl"):
        for line in path.read_text().splitlines():
            assert misfits("verdict", line) == []
    for path in (ROOT / "sources").glob("*.md"):
        assert misfits("source", path.read_text().split("---\n")[1]) == []


def test_what_the_program_writes_fits(tmp_path: Path) -> None:
    root = desk(tmp_path)
    assert misfits("claims", (root / "claims/monday.yaml").read_text()) == []
    assert misfits("settings", (root / "reconcile.yaml").read_text()) == []
    main(["lint", "--desk", str(root), "--write-baseline"])
    for line in (root / BASELINE).read_text().splitlines():
        assert misfits("baseline", line) == []


CLAIM = "source: monday\nclaims:\n  - id: monday.1\n    quote: Nobody counted the sheep\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("claims", CLAIM),
        ("claims", CLAIM + "    figure: 12\n    when: 2021\n    as_of: 2021-02-03\n    status: struck\n"),
        ("claims", CLAIM + "    figure: rise ~< 3.5 percent\n    when: between 2020-11-20/..\n    modality: denied\n"),
        ("topics", "labels: {a: b}\nmerge: {a: [x.1, y.2]}\napart: [[x.1, y.2]]\nreview_by: {a: 2021-03-01}\n"),
        (
            "settings",
            "format: 1\njoin: 0.3\nfail_on: info\nlabels: {range: both}\nignore: [P207, R5]\nreviewers: [a]\n",
        ),
        ("settings", "second_review: [source_error]\nreviewer: anna\n"),
        ("source", "published: 2021-03-01\ntitle: 1984\nurl: https://a.example\n"),
    ],
)
def test_what_the_readers_take_fits(name: str, text: str, tmp_path: Path) -> None:
    assert misfits(name, text) == []
    root = desk(tmp_path)
    place = {"claims": "claims/monday.yaml", "settings": "reconcile.yaml"}.get(name)
    if place:
        (root / place).write_text(text)
        assert {problem.code for problem in load(root).problems} == set()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("claims", CLAIM.replace("quote", "qoute")),
        ("claims", CLAIM.replace("    quote: Nobody counted the sheep\n", "")),
        ("claims", CLAIM + "    figure: a dozen\n"),
        ("claims", CLAIM + "    figure: up to 9 person\n"),
        ("claims", CLAIM + "    when: on Tuesday\n"),
        ("claims", CLAIM + "    modality: perhaps\n"),
        ("claims", CLAIM + "    status: gone\n"),
        ("claims", CLAIM + "    speaker: [the mayor]\n"),
        ("claims", "claims: none\n"),
        ("topics", "lables: {a: b}\n"),
        ("topics", "merge: [a]\n"),
        ("topics", "apart: [x.1, y.2]\n"),
        ("topics", "review_by: {a: soon}\n"),
        ("settings", "fail_on: never\n"),
        ("settings", "join: 3\n"),
        ("settings", "second_review: [perhaps]\n"),
        ("settings", "format: 2\n"),
        ("source", "publised: 2021-03-01\n"),
        ("source", "published: yesterday\n"),
        ("verdict", '{"id": "anna-1.1"}'),
        ("baseline", '{"code": "R501", "path": "a", "message": "b", "fingerprint": "c", "draft": "yes"}'),
    ],
)
def test_what_the_readers_refuse_does_not_fit(name: str, text: str) -> None:
    assert misfits(name, text)


@given(
    st.sampled_from(["", "rise ", "fall "]),
    st.sampled_from(["", "~ ", "~< ", ">= ", "> ", "<= ", "< ", "75.. ", "vague 20..", "x"]),
    st.from_regex(r"-?\d{1,6}(\.\d{1,3})?", fullmatch=True),
    st.sampled_from(["", " person", " percentage point", "  EUR"]),
)
def test_the_pattern_of_a_figure_is_the_readers(change: str, sign: str, number: str, unit: str) -> None:
    text = change + sign.rstrip() + number + unit
    told = ""
    try:
        read_figure(text)
    except ValueError as error:
        told = str(error)
    assert bool(re.fullmatch(FIGURE, text)) is (not told or "backwards" in told)


@given(st.sampled_from(["", "by ", "since "]), st.from_regex(r"[0-9X/.~WQ-]{0,22}", fullmatch=True))
def test_what_is_read_as_a_date_fits_its_pattern(role: str, text: str) -> None:
    try:
        read_when(role + text)
    except ValueError:
        return
    assert re.fullmatch(WHEN, (role + text).strip()) or not text.strip("~ ")


def test_the_tables_name_what_there_is() -> None:
    assert set(SETTINGS) == {"format", *Settings.__dataclass_fields__} == {"format", *_HINTS}
    assert tuple(VERDICT) == tuple(key for key in VERDICT if key in Verdict.__dataclass_fields__)
    assert set(VERDICT) == set(Verdict.__dataclass_fields__)


def schemas_named(path: Path) -> list[Path]:
    """The files that the modelines of a file lead to."""
    return [(path.parent / found).resolve() for found in MODELINE.findall(path.read_text())]


def test_a_new_desk_tells_editors_its_schemas_and_an_extraction_keeps_them(tmp_path: Path) -> None:
    root = desk(tmp_path)
    claims = root / "claims/monday.yaml"
    assert schemas_named(root / "reconcile.yaml") == [(root / "schemas/settings.json").resolve()]
    assert schemas_named(claims) == [(root / "schemas/claims.json").resolve()]
    assert all(path.is_file() for path in schemas_named(claims))
    before = claims.read_text()
    extract(root)
    assert claims.read_text() == before
    (tmp_path / "a.txt").write_text("It rained.")
    add_source(root, tmp_path / "a.txt", {"published": "2021-03-01"})
    assert schemas_named(root / "sources/a.yaml") == [(root / "schemas/source.json").resolve()]
    assert load(root).problems == ()


def test_who_takes_the_line_away_is_not_given_it_again(tmp_path: Path) -> None:
    root = desk(tmp_path)
    claims = root / "claims/monday.yaml"
    claims.write_text(MODELINE.sub("# mine", claims.read_text()))
    extract(root)
    assert schemas_named(claims) == []
    assert "# mine\n" in claims.read_text()


def test_init_again_brings_the_schemas_up_to_date_and_nothing_else(tmp_path: Path) -> None:
    root = desk(tmp_path)
    (root / "schemas/claims.json").write_text("{}")
    (root / "reconcile.yaml").write_text("reviewer: anna\n")
    assert init(root) == [root / "schemas/claims.json"]
    assert json.loads((root / "schemas/claims.json").read_text()) == schema("claims")
    assert (root / "reconcile.yaml").read_text() == "reviewer: anna\n"
    assert init(root) == []


def test_an_extraction_brings_old_schemas_up_to_date_and_lays_no_new_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = desk(tmp_path)
    (root / "schemas/claims.json").write_text("{}")
    (root / "schemas/topics.json").unlink()
    assert main(["extract", "--desk", str(root)]) == 0
    assert capsys.readouterr().err.splitlines()[-1] == "reconcile: schemas/claims.json: brought up to date"
    assert json.loads((root / "schemas/claims.json").read_text()) == schema("claims")
    assert not (root / "schemas/topics.json").exists()
    assert main(["extract", "--desk", str(root)]) == 0
    assert "up to date" not in capsys.readouterr().err


def test_the_lint_form_is_described(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = desk(tmp_path)
    main(["lint", "--desk", str(root), "--format", "json"])
    found: Any = json.loads(capsys.readouterr().out)
    main(["schema", "lint"])
    Draft7Validator(json.loads(capsys.readouterr().out)).validate(found)
