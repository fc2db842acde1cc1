"""What a report shows, in every format; the expected files stand in `tests/reports/`.

After a change that is meant, run with RECONCILE_REWRITE=1 and read the difference in git.
"""

import csv
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reconcile.errors import UsageError
from reconcile.model import Dossier, Settings
from reconcile.pipeline import read_text, reconcile
from reconcile.report import FORMATS, render, render_mentions
from reconcile.report.record import dossier_record, dumps, mention_record
from reconcile.report.schema import SCHEMA
from reporting import judged
from samples import dossier as sample
from samples import source

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", FORMATS)
def test_the_report_is_the_expected_one(name: str) -> None:
    expected = HERE / "reports" / f"judged.{name}"
    said = render(name, judged()).encode()
    if os.environ.get("RECONCILE_REWRITE"):
        expected.write_bytes(said)
    assert said == expected.read_bytes()


def test_the_same_bytes_on_any_machine() -> None:
    program = (
        "import hashlib; from reporting import judged; from reconcile.report import FORMATS, render; "
        "print([hashlib.sha256(render(name, judged()).encode()).hexdigest() for name in FORMATS])"
    )
    said = set()
    for seed, zone, language in (("0", "UTC", "C"), ("1", "Asia/Tokyo", "de_DE.UTF-8"), ("77", "America/Lima", "tr")):
        env = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "PYTHONPATH": f"{HERE}:{HERE.parent}"}
        run = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True)
        said.add(run.stdout)
    assert len(said) == 1


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"svg"}))  # there nothing is a picture of nothing
def test_nothing_at_all_can_be_reported(name: str) -> None:
    assert render(name, Dossier())


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="no report format 'pdf'") as refused:
        render("pdf", sample())
    assert "markdown" in refused.value.hint


def test_a_newsrooms_own_labels_are_shown() -> None:
    shown = render("text", judged(), Settings(labels={"conflicts": "clash", "range": "span it"}))
    assert "CLASH: first alarm" in shown
    assert "verdict: span it" in shown


def test_the_page_asks_nothing_of_anybody() -> None:
    page = render("html", judged())
    assert "default-src 'none'" in page
    assert not re.search(r"<link|<iframe|<img|url\(|@import|src=|https?://|fetch\(|XMLHttp|import\(|storage", page)
    assert page.count("<script>") == 1, "ours, admitted by its hash"


def test_the_page_is_marked_up_for_everybody() -> None:
    page = render("html", judged())
    assert page.count("<table") == page.count("<caption>")
    assert page.count("<svg") == page.count("<title id=") == page.count("<desc id=") == 2
    assert '<html lang="en">' in page
    assert 'class="skip" href="#main"' in page
    idents = re.findall(r' id="([^"]+)"', page)
    assert len(idents) == len(set(idents))
    for reference in re.findall(r'(?:aria-labelledby|href)="#?([^"]+)"', page):
        assert set(reference.split()) <= set(idents)
    assert "<th>" not in page, "every head of a table says what it heads"


def test_every_quote_stands_in_its_source_on_its_line() -> None:
    whole = judged()
    for row in csv.DictReader(io.StringIO(render("csv", whole), newline="")):
        text = whole.source[row["source"]].text
        assert row["quote"] in text.splitlines()[int(row["line"]) - 1]


def test_the_csv_has_crlf_and_iso_days() -> None:
    text = render("csv", judged())
    assert text.count("\r\n") == text.count("\n")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {row["published"] for row in rows} == {"", "2024-10-30", "2024-10-31"}
    assert {row["figure"] for row in rows} >= {">= 158 person", "75000..90000 person", "~ 92 person"}


def test_mentions_are_told_for_people() -> None:
    found = [claim.quantity or claim.when for claim in sample().claims if claim.source == "harbour-post"]
    shown = render_mentions(source("harbour-post"), [mention for mention in found if mention])
    assert shown == (
        "harbour-post: 2 figures and dates\n"
        "\n"
        "    1  [At least 158] people died in the valley floods. The alarm was first given [on Oct. 29].\n"
        "\n"
        "  place  as written    reading              rule\n"
        "  1:1    At least 158  at least 158 people  by hand\n"
        "  1:74   on Oct. 29    29 October 2024      by hand\n"
    )


def misfits(value: Any, schema: dict[str, Any], at: str = "$") -> list[str]:
    """Where a value does not fit the part of JSON Schema that ours uses."""
    if "$ref" in schema:
        return misfits(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], at)
    if "anyOf" in schema:
        return [] if any(not misfits(value, part, at) for part in schema["anyOf"]) else [f"{at}: fits nothing"]
    if "const" in schema or "enum" in schema:
        return [] if value in schema.get("enum", [schema.get("const")]) else [f"{at}: {value!r}"]
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float)}
    wanted = schema.get("type", [])
    names = [wanted] if isinstance(wanted, str) else wanted
    fits = (value is None and "null" in names) or any(isinstance(value, kinds[n]) for n in names if n != "null")
    if names and not fits:
        return [f"{at}: {value!r} is no {names}"]
    found: list[str] = []
    if isinstance(value, list):
        found += [m for n, item in enumerate(value) for m in misfits(item, schema.get("items", {}), f"{at}[{n}]")]
    if isinstance(value, dict) and "properties" in schema:
        found += [f"{at}: lacks {key}" for key in schema["required"] if key not in value]
        found += [f"{at}: {key} is unknown" for key in value if key not in schema["properties"]]
        found += [m for k, v in value.items() for m in misfits(v, schema["properties"].get(k, {}), f"{at}.{k}")]
    return found


@pytest.mark.parametrize("whole", [sample(), judged(), Dossier()], ids=["sample", "judged", "empty"])
def test_the_json_fits_its_schema(whole: Dossier) -> None:
    assert misfits(dossier_record(whole), SCHEMA) == []
    assert misfits(json.loads(render("json", whole)), {"$ref": "#/$defs/report"}) == []
    assert misfits({"id": 1, **dossier_record(whole)}, {"$ref": "#/$defs/dossier_line"}) == []
    mentions = [mention_record(m) for claim in whole.claims for m in (claim.quantity, claim.when) if m]
    assert misfits({"id": "x", "mentions": mentions}, {"$ref": "#/$defs/mentions_line"}) == []


def test_the_schema_refuses_what_is_not_ours() -> None:
    record = dossier_record(sample())
    record["claims"][0]["modality"] = "perhaps"
    del record["claims"][1]["quote"]
    record["topics"][0]["size"] = 2
    assert len(misfits(record, SCHEMA)) == 3


def test_the_machine_interface_has_these_keys_in_this_order() -> None:
    record = dossier_record(sample())
    assert list(record) == ["claims", "topics", "findings"]
    assert list(record["claims"][0]) == [
        *("id", "source", "start", "end", "quote", "about", "quantity", "when", "speaker", "modality")
    ]
    assert list(record["claims"][0]["quantity"]) == [
        *("kind", "start", "end", "text", "value", "low", "high", "low_open", "high_open", "hedge", "unit", "counts")
    ]
    assert list(record["claims"][1]["when"]) == [
        *("kind", "start", "end", "text", "earliest", "latest", "edtf", "role", "anchored")
    ]
    assert record["claims"][0]["quantity"]["high"] is None
    assert record["claims"][0]["quantity"]["low"] == 158
    assert list(record["findings"][0]) == [
        *("id", "topic", "left", "right", "dimension", "relation", "outcome", "because")
    ]


def test_a_record_on_one_line_loses_nothing() -> None:
    record = {"text": "esc \x1b c1 \x9b turn \u202e half \ud83d tag \U000e0041 naïve"}
    line = dumps(record)
    assert "\x1b" not in line
    assert "\u202e" not in line
    assert "naïve" in line
    assert json.loads(line) == record


def test_a_terminal_gets_colour_and_a_pipe_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    from reconcile.report.terminal import show

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    piped = io.StringIO()
    show(judged(), Settings(), piped)
    assert piped.getvalue() == render("text", judged())
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = io.StringIO()
    show(judged(), Settings(), coloured)
    assert "\x1b[1;31m≠ CONFLICT" in coloured.getvalue()
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured.getvalue()) == render("text", judged())


def test_many_copies_of_one_article_stay_a_page_that_can_be_sent() -> None:
    """Twenty reprints: every two of them agree on everything, and the page says so once."""
    text = (HERE.parent / "sources/ilvar-wire.md").read_text(encoding="utf-8").split("---", 2)[2]
    copies = [read_text(text, slug=f"s{n:02}", published=date(2024, 3, 5)) for n in range(20)]
    dossier = reconcile([replace(copy, publisher=f"Paper {n}") for n, copy in enumerate(copies)])
    page = render("html", dossier)
    assert len(dossier.findings) > 2000
    assert len(page.encode()) / len(dossier.claims) < 1_000_000 / 500
    assert len(re.findall(r"<b>\d+(?: = \d+){19,}</b>", page)) >= 5


def test_the_page_begins_with_what_waits_and_what_each_side_says() -> None:
    page = render("html", judged())
    head = page[: page.index("<h2>Sources (")]
    assert "Waiting for a person (1)" in head
    assert re.search(
        r"First alarm</a>.*?<b>28 October 2024</b> Valley News.*?<b>29 October 2024</b> Harbour Post", head
    )
    assert "Apart, but decided (1)" in head
    assert "report the range, an" in head
    assert page.count("<details open>") == 2, "what stands apart is open, the rest a press away"


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_summary_names_the_first_that_wait_and_counts_the_others(name: str) -> None:
    whole = sample()
    topics = [replace(whole.topics[0], id=f"t{n}", label=f"alarm {n}") for n in range(50)]
    findings = [replace(whole.findings[0], id=f"f{n}", topic=f"t{n}") for n in range(50)]
    shown = render(name, replace(whole, topics=tuple(topics), findings=tuple(findings)))
    assert "alarm 19" in shown.lower()
    assert "30 more" in shown


def test_the_example_desk_stays_a_page_that_can_be_sent() -> None:
    from reconcile.desk import dossier, load

    whole = dossier(load(HERE.parent))
    assert len(render("html", whole).encode()) / len(whole.claims) < 1_000_000 / 500
