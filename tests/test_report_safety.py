"""No word of an article, name, note or setting acts: as markup, link, formula, escape sequence or script."""

import csv
import io
import json
import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hostile_words import HOSTILE
from reconcile.model import Hedge, Settings, quantity
from reconcile.model.plain import plain
from reconcile.report import EXCHANGE, FORMATS, Options, render
from reporting import hostile

TAGS = frozenset(
    "html head meta title style body a header h1 h2 h3 p ul ol li b span strong table caption thead tbody tr th td "
    "main section article q mark cite code br figure figcaption svg desc path circle text time footer "
    "script form label input select option h4 details summary button".split()
)


class Page(HTMLParser):
    """What a browser would see: tags, attributes, words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def check_html(words: str) -> None:
    text = render("html", hostile(words))
    text.encode("utf-8")
    page = Page()
    page.feed(text)
    assert {tag for tag, _ in page.tags} <= TAGS
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "style", "srcset")], tag
        assert attributes.get("href") is None or re.fullmatch(r"#\w+", attributes["href"] or "")
    assert " ".join(plain(words).split()) in " ".join("".join(page.words).split())
    assert "<!--" not in text


def check_markdown(words: str) -> None:
    text = render("markdown", hostile(words), options=Options(limit=0))
    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    tags = set(re.findall(r"<(\w+)", made))
    assert tags <= set("h1 h2 h3 p strong table thead tbody tr th td ul ol li".split()), words
    assert made.count("<h1>") == 1
    shown = re.sub(r"&#\d+;", "·", text)  # what is written as a number links to nothing
    assert not re.search(r"(?i)(?:https?|ftp|mailto):|www\.|@|#\d", shown), words


def check_csv(words: str) -> None:
    rows = list(csv.reader(io.StringIO(render("csv", hostile(words)), newline="")))
    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows[1:] for cell in row):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "|", "%", "＝"))
        assert not re.search(r"[\x00-\x1f\x7f-\x9f]", cell)


def check_text(words: str) -> None:
    text = render("text", hostile(words))
    text.encode("utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def check_json(words: str) -> None:
    text = render("json", hostile(words))
    text.encode("utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert json.loads(text)["topics"][0]["label"] == words


def check_svg(words: str) -> None:
    whole = hostile(words)
    apart = [replace(claim, quantity=replace(claim.quantity, value=nine)) for claim, nine in zip(
        whole.claims, [quantity(Decimal(n), Hedge.EXACT) for n in (9, 9, 9, 12, 12, 12)], strict=True
    ) if claim.quantity]  # fmt: skip
    findings = tuple(replace(finding, others=()) for finding in whole.findings)
    text = render("svg", replace(whole, claims=tuple(apart), findings=findings))
    text.encode("utf-8")
    made = list(ET.fromstring(text).iter())  # noqa: S314 - our own bytes
    names = {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in made}
    assert names == {"svg", "title", "desc", "style", "text", "path", "circle"}
    assert not {name for element in made for name in element.attrib if name.startswith("on") or "href" in name}


def check_exchange(name: str, words: str) -> None:
    text, keys = exchanged(name, words)
    text.encode("utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert keys <= known_keys(name) | {"url"}, "no words become a key"
    kinds = {"annotation": "source|id|@context", "claimreview": "url|@id|@context", "sarif": "uri"}[name]
    addresses = set(re.findall(rf'"(?:{kinds})": "([^"]*)"', text))
    schemes = ("urn:reconcile:", "http:", "https:")
    assert not {each for each in addresses if ":" in each and not each.lower().startswith(schemes)}


def exchanged(name: str, words: str) -> tuple[str, set[str]]:
    """What is written, and all keys in it."""
    text = render(name, hostile(words, judged=True), Settings(ratings={"range": "1 False"}))
    keys: set[str] = set()
    json.loads(text, object_pairs_hook=lambda pairs: keys.update(key for key, _ in pairs) or dict(pairs))
    return text, keys


@cache
def known_keys(name: str) -> set[str]:
    return exchanged(name, "plain words")[1]


def check_annotation(words: str) -> None:
    check_exchange("annotation", words)


def check_claimreview(words: str) -> None:
    check_exchange("claimreview", words)


def check_sarif(words: str) -> None:
    check_exchange("sarif", words)
    log = json.loads(render("sarif", hostile(words)))
    for result in log["runs"][0]["results"]:
        assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]]", result["message"]["text"])
        assert not re.search(r"(?<!\{)(?:\{\{)*\{(?!\{)", result["message"]["text"])


CHECKS = {
    "html": check_html,
    "markdown": check_markdown,
    "csv": check_csv,
    "text": check_text,
    "json": check_json,
    "svg": check_svg,
    "annotation": check_annotation,
    "claimreview": check_claimreview,
    "sarif": check_sarif,
}


def test_there_are_several_hundred_and_a_check_for_every_format() -> None:
    assert len(HOSTILE) > 400
    assert set(CHECKS) == {*FORMATS, *EXCHANGE}


@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("name", CHECKS)
def test_nothing_acts(name: str, part: int) -> None:
    for words in HOSTILE[part::4]:
        try:
            CHECKS[name](words)
        except Exception as error:
            raise AssertionError(f"{name}: {words!r}") from error


@example("##0")  # a mark written out beside one that is escaped
@given(st.text(st.characters(exclude_categories=[]), min_size=1, max_size=30))
@settings(max_examples=60, deadline=None)
def test_nothing_acts_whatever_the_words(words: str) -> None:
    for check in CHECKS.values():
        check(words)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"svg"}))  # which shows no label
def test_labels_of_the_settings_do_not_act_either(name: str) -> None:
    labels = dict.fromkeys(("conflicts", "range", "stands", "open"), "<i>x</i> [y](z)")
    text = render(name, hostile("plain words"), Settings(labels=labels))
    assert "<i>" not in text.replace("\\<i>", "") or name == "text"
    assert "](z)" not in text.replace("\\](z)", "") or name in ("text", "html")
