"""The lint: every rule by example, every format readable, and silence on a desk that is clean."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET  # it reads what was written here

import pytest

from desks import desk, workspace
from reconcile.cli import main
from reconcile.desk import BASELINE, dossier, extract, load, write_baseline
from reconcile.errors import UsageError
from reconcile.lint import FORMATS, RULES, Checkup, check, check_drafts, explain, read_draft, render
from reconcile.lint.formats.machine import SCHEMA
from reconcile.lint.formats.texts import Texts
from reconcile.model import Decision, Problem
from reconcile.model.decide import NEEDS_SOURCE

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


def carry_out(root: Path, step: str) -> None:
    """One line of a block."""
    if step == "extract":
        extract(root)
    elif step == "baseline":
        found = load(root)
        write_baseline(root, root / BASELINE, check(found, dossier(found)).entries)
    elif step.startswith("verdict "):
        step, _, who = step.partition(" by ")
        _, topic, decision, *reason = step.split()
        told = {"source" if decision in NEEDS_SOURCE else "reason": "".join(reason)}
        workspace(root, who or "anna", len(load(root).log)).record(topic, Decision(decision), **told)
    else:
        name, _, change = step.partition(": ")
        path, change = root / name, change.replace("\\n", "\n")
        if change == "delete":
            path.unlink()
        elif change.startswith("+ "):
            path.write_text((path.read_text() if path.exists() else "") + change[2:] + "\n", encoding="utf-8")
        else:
            old, _, new = change.partition(" => ")
            text = path.read_text(encoding="utf-8")
            assert old in text, f"{old!r} is not in {name}"
            path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(root: Path) -> tuple[Problem, ...]:
    """What the lint says of a desk, and of the draft that lies on it."""
    return checkup(root).problems


def checkup(root: Path) -> Checkup:
    """The same, with what is not told."""
    found = load(root)
    path = root / "draft.md"
    drafts = [read_draft(path.read_bytes(), str(path))] if path.exists() else []
    whole = dossier(found)
    today = date(2021, 3, 5)
    ours = check(found, whole, today=today)
    theirs = check_drafts(found, whole, drafts, coverage=True, today=today)
    return Checkup(ours.problems + theirs.problems, ours.quiet + theirs.quiet)


def times(found: Checkup, number: int) -> Checkup:
    """The same problems so many times over."""
    return Checkup(found.problems * number)


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


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_the_code_and_the_place(name: str, tmp_path: Path) -> None:
    root = desk(tmp_path)
    text = render(checkup(root), name, load(root), prefix="quake/")
    assert "R501" in text
    assert "quake/claims/monday.yaml" in text


def test_the_forms_for_machines_are_what_they_are(tmp_path: Path) -> None:
    root = desk(tmp_path)
    found, shown = checkup(root), load(root)
    lines = [json.loads(line) for line in render(found, "jsonl", shown).splitlines()]
    assert lines == json.loads(render(found, "json", shown))
    assert {key for line in lines for key in line} == set(SCHEMA["items"]["required"])
    twice = json.loads(render(times(found, 2), "gitlab", shown))
    assert len({item["fingerprint"] for item in twice}) == len(twice) == 2 * len(found.problems)
    suites = ET.fromstring(render(found, "junit", shown))  # noqa: S314 - our own text
    assert (suites.attrib["failures"], suites[0][0][0].attrib["type"]) == ("1", "R501")
    assert ET.fromstring(render(Checkup(), "junit", shown)).attrib["failures"] == "0"  # noqa: S314 - as above
    assert json.loads(render(found, "rdjson", shown))["diagnostics"][0]["code"]["value"] == "R501"
    assert len(render(times(found, 900), "markdown", shown)) < 65_536
    assert " more\n" in render(times(found, 900), "markdown", shown)
    assert json.loads(render(found, "json", shown))[0]["line"] > 0
    run = json.loads(render(found, "sarif", shown))["runs"][0]
    assert run["results"][0]["ruleId"] in {rule["id"] for rule in run["tool"]["driver"]["rules"]}


def test_reviewdog_gets_columns_in_bytes_and_what_mends_a_problem(tmp_path: Path) -> None:
    root = desk(tmp_path)
    carry_out(root, "claims/monday.yaml: speaker: the mayor => speaker: no")
    carry_out(
        root, "claims/monday.yaml: about: people died in the valley => about: vallée, # reconcile: ignore[F301] --"
    )
    draft = read_draft("Café: the bridge was closed on February 5, 2021.".encode(), "draft.md")
    found = load(root)
    shown = check(found, dossier(found)), check_drafts(found, dossier(found), [draft])
    ours, theirs = (json.loads(render(one, "rdjson", found, [draft]))["diagnostics"] for one in shown)
    told = next(one for one in theirs if one["code"]["value"] == "A609")
    assert told["location"]["range"]["start"] == {
        "line": 1,
        "column": len("Café: the bridge was closed on ".encode()) + 1,
    }
    assert told["relatedLocations"][0]["location"]["path"] == "sources/tuesday.md"
    [mend] = next(one for one in ours if one["code"]["value"] == "S104")["suggestions"]
    text = (root / "claims/monday.yaml").read_bytes().split(b"\n")
    start, end = mend["range"]["start"], mend["range"]["end"]
    assert start["line"] == end["line"]
    assert text[start["line"] - 1][start["column"] - 1 : end["column"] - 1] == b"no"
    assert mend["text"] == '"no"'


def test_a_build_server_is_told_of_failures_where_the_lint_fails(tmp_path: Path) -> None:
    root = desk(tmp_path)
    carry_out(root, "claims/monday.yaml: speaker: the mayor => speaker: no")
    only = Checkup(tuple(p for p in problems(root) if p.code == "S104"))
    for fail_on, failures, inner in (("error", "0", "system-out"), ("warning", "1", "failure")):
        (root / "reconcile.yaml").write_text(f"fail_on: {fail_on}\n")
        suites = ET.fromstring(render(only, "junit", load(root)))  # noqa: S314 - our own text
        assert (suites.attrib["failures"], suites[0][0][0].tag) == (failures, inner)
        assert "S104" in str(suites[0][0][0].text)


def test_what_to_do_stands_in_every_form(tmp_path: Path) -> None:
    root = desk(tmp_path)
    found, shown = checkup(root), load(root)
    for name in FORMATS:
        assert "reconcile verdict set bridge-was-closed DECISION" in render(found, name, shown), name


def test_the_full_form_shows_both_lines_with_carets(tmp_path: Path) -> None:
    root = desk(tmp_path)
    carry_out(root, "sources/monday.md: At least 12 people => At least 21 people")
    text = render(Checkup(tuple(p for p in problems(root) if p.code == "P205")), "full", load(root))
    assert "quote: At least 12 people died in the valley" in text
    assert "At least 21 people died in the valley, the mayor said" in text
    assert text.count("^\n") == 2


def test_places_in_html_are_those_of_the_file(tmp_path: Path) -> None:
    page = "<html>\n<title>T</title>\n<body>\n<article>\n<p>It rained in the hills all through the night.</p>\n"
    page += "<p>At least <b>12 people</b> died in the valley.</p>\n<p>The river rose at noon.</p></article>\n</body>\n"
    root = desk(tmp_path)
    (root / "sources/page.html").write_text(page)
    extract(root)
    carry_out(root, "claims/page.yaml: quote: At least 12 people => quote: At least 21 people")
    near = next(p for p in problems(root) if p.code == "P205")
    assert near.related is not None
    assert (near.related.path, near.related.line, near.related.column) == ("sources/page.html", 6, 16)


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


def test_a_byte_order_mark_is_no_column(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_bytes(b"\xef\xbb\xbfclaims: []\n")
    assert Texts(str(tmp_path)).lines("one.yaml") == ["claims: []", ""]
