"""The handbook that shows one finding in every format: tests/spec/formats.md, made from the example desk.

What comes in: the example desk. What goes out: Markdown. Where a format is long, the piece that holds the finding
stands for it, and the page says so.
"""

import io
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook

from reconcile.desk import dossier, load
from reconcile.model import Dossier, Settings
from reconcile.report import BINARY, EXCHANGE, FORMATS, Options, binary, render
from reconcile.report.selection import of_topic

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "tests" / "spec" / "formats.md"
PICTURE: Final = ROOT / "tests" / "goldens" / "pictures" / "finding.svg"
TOPIC: Final = "dam-was-last-inspected"
CRLF, LF = "\r\n", "\n"  # CSV ends its lines as RFC 4180 has it
RATINGS: Final = {"wrong": "1 False", "stands": "5 True"}
OPENING: Final = f"""# One finding in every format

Two articles of the example desk (`reconcile demo DIR`) give two days for one inspection, and a reviewer found which of
them is wrong. This page shows that finding, `{TOPIC}`, as each format tells it. It is made by a test
(`RECONCILE_REWRITE=1 pytest tests/test_formats_page.py`) and the picture of the page by `make pictures`.

The same desk gives the same bytes, on any machine. No format holds a clock, unless `--stamp` or SOURCE_DATE_EPOCH asks
for one, and no word of an article, a name or a note can act in any of them.
"""


def page() -> str:
    """The whole page."""
    whole = of_topic(dossier(load(ROOT)), TOPIC)
    sections = [f"\n## {name}\n\n{_SECTIONS[name](whole)}\n" for name in (*FORMATS, *BINARY, *EXCHANGE)]
    return OPENING + "".join(sections)


def picture() -> str:
    """The finding as SVG."""
    return render("svg", of_topic(dossier(load(ROOT)), TOPIC))


def _reported(name: str, told: str, language: str, whole: Dossier) -> str:
    shown = render(name, whole, options=Options(part=f"the topic “{whole.topics[0].label}”"))
    return f"`reconcile report -f {name} --topic {TOPIC}`{told}\n\n{_block(language, shown)}"


def _block(language: str, text: str) -> str:
    return f"````{language}\n{text.strip().replace(CRLF, LF)}\n````"


def _html(whole: Dossier) -> str:
    return (
        f"`reconcile report -f html --topic {TOPIC} -o finding.html`: one file that asks nothing of the\n"
        "network, reads without script, on a phone, in the dark and on paper.\n\n"
        "![The finding in the HTML report](../goldens/pictures/finding-html.png)"
    )


def _svg(whole: Dossier) -> str:
    shown = "![The finding as a timeline](../goldens/pictures/finding.svg)"
    return f"`reconcile report -f svg --topic {TOPIC} -o finding.svg`\n\n{shown}"


def _json(whole: Dossier) -> str:
    record = json.loads(render("json", whole))
    told = "the finding, the topic and the first of its claims; `reconcile schema` prints the schema"
    shown = {"findings": record["findings"], "topics": record["topics"], "claims": record["claims"][:1]}
    return f"`reconcile report -f json --topic {TOPIC}`: {told}.\n\n{_block('json', _laid(shown))}"


def _xlsx(whole: Dossier) -> str:
    book = load_workbook(io.BytesIO(binary("xlsx", whole)))
    rows = [[cell.value for cell in row] for row in book["claims"].iter_rows()]
    shown = [place for place in range(len(rows[0])) if any(row[place] not in (None, "") for row in rows[1:])]
    lines = [" | ".join(str(row[place] if row[place] is not None else "") for place in shown) for row in rows]
    ruled = [f"| {lines[0]} |", f"| {' | '.join('---' for _ in shown)} |", *(f"| {line} |" for line in lines[1:])]
    told = f"with the sheets {', '.join(book.sheetnames)}; of the second the columns that hold something"
    return f"`reconcile report -f xlsx --topic {TOPIC} -o finding.xlsx`: {told}.\n\n" + "\n".join(ruled)


def _exchanged(name: str, told: str, piece: Callable[[Any], Any], whole: Dossier) -> str:
    record = json.loads(render(name, whole, Settings(ratings=RATINGS), Options(files=load(ROOT).source_files)))
    return f"`reconcile export {name}`: {told}.\n\n{_block('json', _laid(piece(record)))}"


def _laid(record: Any) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2)


_SECTIONS: Final[dict[str, Callable[[Dossier], str]]] = {
    "text": partial(_reported, "text", "", "text"),
    "markdown": partial(_reported, "markdown", ", for a comment on a pull request", "markdown"),
    "html": _html,
    "json": _json,
    "csv": partial(_reported, "csv", ", a claim a row; `--excel` for Excel", "csv"),
    "svg": _svg,
    "xlsx": _xlsx,
    "annotation": partial(
        _exchanged, "annotation", "a W3C Web Annotation, one of two", lambda record: record["first"]["items"][0]
    ),
    "claimreview": partial(
        _exchanged,
        "claimreview",
        f"one of two, with `ratings: {{{', '.join(f'{key}: {told}' for key, told in RATINGS.items())}}}` in\n"
        "`reconcile.yaml`; without ratings nothing is exported",
        lambda record: record["@graph"][0],
    ),
    "sarif": partial(_exchanged, "sarif", "the result", lambda record: record["runs"][0]["results"][0]),
}
