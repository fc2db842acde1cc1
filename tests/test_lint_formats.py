"""What the lint says in each format: the code, the place, what to do, and what other programs read of it."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET  # it reads what was written here

import pytest

from desks import desk
from linting import carry_out, checkup, problems
from reconcile.desk import dossier, extract, load
from reconcile.lint import FORMATS, Checkup, check, check_drafts, read_draft, render
from reconcile.lint.formats import formatted
from reconcile.lint.formats.machine import SCHEMA
from reconcile.lint.formats.texts import Texts
from reconcile.model import Level, Place, Problem


def times(found: Checkup, number: int) -> Checkup:
    """The same problems so many times over."""
    return Checkup(found.problems * number)


def test_of_a_file_without_lines_no_bytes_are_shown(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="the extra `docx` is not installed")
    root, document = desk(tmp_path), docx.Document()
    document.add_paragraph("It rained in the valley.")
    document.save(str(root / "sources/rain.docx"))
    extract(root)
    text = render(checkup(root), "full", load(root))
    assert "P207" in text
    assert "--> sources/rain.docx\n  fix: write `publisher:`" in text


@pytest.mark.parametrize("name", ["concise", "full", "github"])
def test_what_holds_a_line_feed_begins_no_line(name: str, tmp_path: Path) -> None:
    root = desk(tmp_path)
    for path in (root / "claims").glob("*.yaml"):
        path.write_text(path.read_text().replace("topic: bridge-was-closed", 'topic: "a\\n::error::b"'))
    draft = read_draft(b"At least 12 people died in the valley [there](claim:no).\n", "a\n::error::b.md")
    found = load(root)
    both = (checkup(root), check_drafts(found, dossier(found), [draft]))
    text = "".join(render(each, name, found, [draft]) for each in both)
    assert "a\u240a::error::b" in text
    assert "\n::error::b" not in text


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


def test_a_byte_order_mark_is_no_column(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_bytes(b"\xef\xbb\xbfclaims: []\n")
    assert Texts(str(tmp_path)).lines("one.yaml") == ["claims: []", ""]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_the_line_of_an_article_is_shown_as_it_was_read(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "claims").mkdir()
    text = "The café sank.\r\nThe owner of the café lost 12 boats.\r\n"
    (tmp_path / "sources/a.txt").write_bytes(text.encode(encoding))
    extract(tmp_path)
    carry_out(tmp_path, "claims/a.yaml: quote: The owner of the café lost 12 => quote: The owner of the café lost 21")
    shown = render(checkup(tmp_path), "full", load(tmp_path))
    assert "    1 | The café sank.\n" in shown
    assert "    2 | The owner of the café lost 12 boats.\n" in shown


def test_a_page_mentions_nobody_and_links_nowhere() -> None:
    said = "“@newsroom, see https://outlet.example and #12” is not in the quote"
    page = formatted("markdown", [Problem("F301", Level.ERROR, Place("claims/a.yaml", 1, 1), said)], Texts(""))
    assert not [sign for sign in ("@newsroom", "https://", "#12") if sign in page]
    assert "newsroom, see https" in page
