"""Laws of reading, for any text at all."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.errors import SourceError
from reconcile.extract import extract
from reconcile.model import Flow, Source, flow
from reconcile.read import READERS, read, read_text

LINES = st.sampled_from(
    [
        "",
        " ",
        "Ferry aground off Port City",
        "30 WOUNDED",
        "By Mara Holt",
        "A ferry ran aground on Tuesday, the harbour",
        "master said.",
        " Nine people were hurt.",
        "https://harbour.example/2031/05/06/ferry-9",
        "Mara Holt / AFP",
        "Related story: Tug Sinks",
        "PORT CITY, Oct. 30 (Reuters) - Nine people were hurt.",
        "Read more",
        "1990s. The rest",
        "and the decades-",
        "long row goes on.",
        "March 3, 2021",
        "# What next?",
        "> **nine** [hurt](http://a.example/9)",
        "© Harbour Post",
        "… he said. – Reuters",
        "Page 3 of 7",
        "\f",
        "soft\u00adhyphen and zero\u200bwidth",
        "* * *",
        "(AP Photo/Mara Holt)",
        "Here's what we know:",
        "\ttabbed in",
        "a\rb",
    ]
)
ARTICLES = st.one_of(
    st.text(max_size=400),
    st.lists(LINES, max_size=25).map("\n".join),
    st.lists(LINES, max_size=12).map("\r\n".join),
    st.lists(LINES, max_size=12).map("\n\n".join),
)


def check(source: Source) -> None:
    """Blocks and set-aside stretches are in order and apart, and nothing that can be seen lies outside them."""
    for spans in ([b.span for b in source.blocks], [a.span for a in source.set_aside]):
        at = 0
        for span in spans:
            assert at <= span.start < span.end <= len(source.text)
            at = span.end
    seen = bytearray(len(source.text))
    for span in [b.span for b in source.blocks] + [a.span for a in source.set_aside]:
        seen[span.start : span.end] = b"\1" * (span.end - span.start)
    assert not "".join(c for c, covered in zip(source.text, seen, strict=True) if not covered).strip()
    for block in source.blocks:
        check_flow(source, flow(source, block))


def check_flow(source: Source, running: Flow) -> None:
    offsets = [running.offset(at) for at in range(len(running.text))]
    assert offsets == sorted(set(offsets))
    assert [running.place(offset) for offset in offsets] == list(range(len(offsets)))
    assert running.place(len(source.text)) == len(offsets)
    assert running.text == " ".join(running.text.split())
    aside = {n for item in source.set_aside for n in range(item.span.start, item.span.end)}
    for letter, offset in zip(running.text, offsets, strict=True):
        assert letter == source.text[offset] or (letter == " " and not source.text[offset].isalnum())
        assert letter == " " or offset not in aside
    if running.text:
        span = running.span(0, len(running.text))
        assert source.text[span.start] == running.text[0]
        assert source.text[span.end - 1] == running.text[-1]


@given(ARTICLES)
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost_and_nothing_overlaps(text: str) -> None:
    source = read_text(text, slug="any")
    assert source.text == text
    check(source)
    if any(c.isalnum() for c in text):
        assert source.blocks, "the only content is never set aside whole"


def test_half_a_character_is_one_that_is_unknown() -> None:
    source = read_text("The dam \ud800 killed 19 people.\n\nIt broke \udfff.", slug="any")
    assert source.text == "The dam \ufffd killed 19 people.\n\nIt broke \ufffd."
    assert [claim.quote for claim in extract(source)] == ["The dam \ufffd killed 19 people"]


@given(ARTICLES)
@settings(max_examples=150, deadline=None)
def test_markdown_keeps_the_laws(text: str) -> None:
    try:
        source = read(text.encode("utf-8", "replace"), "any.md")
    except SourceError:
        return
    check(source)


TAGS = st.sampled_from(
    "<p>|</p>|<article>|</article>|<h1>|<br>|<b>|</b>|<figcaption>|</figcaption>|<script>|</script>|<title>|</title>|"
    "<div class=related>|</div>|<!-- x -->|nine &amp; ten|90&nbsp;000|AT&T|a<b|\n| A ferry ran aground. |<a href='|<!|"
    "&#8211;|<li hidden>".split("|")
)


@given(st.lists(TAGS, max_size=40))
@settings(max_examples=200, deadline=None)
def test_html_keeps_the_laws_and_finds_its_way_back(parts: list[str]) -> None:
    page = "".join(["<body>", *parts])
    try:
        source = read(page.encode(), "any.html")
    except SourceError:
        return
    check(source)
    for offset, letter in enumerate(source.text):
        if letter.isalnum():
            assert page[source.raw_offset(offset)] == letter


@given(st.binary(max_size=200), st.sampled_from(sorted(READERS)))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, ending: str) -> None:
    try:
        source = read(data, f"any{ending}")
    except SourceError:
        return
    check(source)


HOSTILE = ["1", "1 ", "and ", ",", "a\n", "A b\n\n", "https://a.example/9\n", "(", "' ", "Aa Bb ", "By Aa Bb\n\n"]
HOSTILE += ["x. Aa Bb / AFP\n\n", "**", "*a ", "[", "![", "<!--", "# ", "> ", "ab-\n", "Nov 3 2020\n\n", "_a", "\u200b"]
HOSTILE += ["— ", "Related: A\n\n", "<a href='", "<!", "<?", "&", "<div>", "</p", "<script", "<p class=related>"]


@pytest.mark.parametrize("ending", [".md", ".html"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_time_in_proportion(piece: str, ending: str) -> None:
    def seconds(size: int) -> float:
        data = b"<p>Nine hurt. " + (piece * (size // len(piece))).encode()
        begin = time.process_time()
        for block in (source := read(data, f"any{ending}")).blocks:
            flow(source, block)
        return time.process_time() - begin

    seconds(1000)
    rounds = ((seconds(20_000), seconds(160_000)) for _ in range(3))  # one may fall into a busy moment
    assert any(long < 25 * max(short, 0.02) for short, long in rounds)  # eight times the size; quadratic would be 64
