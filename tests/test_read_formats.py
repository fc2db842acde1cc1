"""HTML, Markdown, PDF and DOCX: the article and nothing else, with the way back where there is one."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from reconcile import mentions
from reconcile.errors import SourceError
from reconcile.model import Part, Quantity, Source, flow
from reconcile.read import read

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Ferry aground, 12 hurt | Harbour Post</title>
<meta property="og:title" content="Ferry aground off Port City, 12 hurt">
<meta property="og:site_name" content="Harbour Post">
<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",
 "datePublished": "2024-10-30T10:00:00+02:00", "author": [{"name": "Mara Holt"}, {"name": "Reuters"}]}]}</script>
<link rel="canonical" href="https://harbour.example/2031/01/02/ferry"><style>p{}</style></head>
<body><nav><ul><li>Home<li>World</ul></nav><header><h1>Ferry aground off Port City, 12&nbsp;hurt</h1></header>
<article class="story"><p class="byline">By Mara Holt</p>
<figure><img src=x><figcaption>A ferry at sea. Photo: Tom Finch</figcaption></figure>
<p>PORT CITY, Oct. 30 (Reuters) &#8211; A ferry with <b>90&nbsp;people</b> ran aground, AT&T said &amp; <i>more</i>.
<p>Second paragraph<br>with a break, and <a href="/x">a link</a>.
<aside class=related>Related: <a>Other story</a></aside><h2>What next</h2>
<p>The ferry will be towed on Friday by two tugs, the harbour master said, if the wind drops.</p>
<div class="share-tools">Share on Facebook</div></article>
<article><p>Another story altogether, a teaser.</p></article><footer>(c) 2024</footer></body></html>"""

LINKED = 'type="application/ld+json"'


def parts(source: Source) -> list[tuple[Part, str]]:
    return [(block.part, flow(source, block).text) for block in source.blocks]


def aside(source: Source) -> dict[str, str]:
    return {source.text[a.span.start : a.span.end].strip(): a.reason for a in source.set_aside}


def test_a_page_gives_its_article() -> None:
    source = read(PAGE.encode(), "ferry.html")
    assert parts(source) == [
        (Part.TITLE, "Ferry aground off Port City, 12 hurt"),
        (Part.BODY, "A ferry with 90 people ran aground, AT&T said & more."),
        (Part.BODY, "Second paragraph with a break, and a link."),
        (Part.HEADING, "What next"),
        (Part.BODY, "The ferry will be towed on Friday by two tugs, the harbour master said, if the wind drops."),
    ]
    assert aside(source) == {
        "By Mara Holt": "byline or date",
        "A ferry at sea. Photo: Tom Finch": "caption",
        "PORT CITY, Oct. 30 (Reuters) –": "dateline",
        "Related: Other story": "aside",
        "Share on Facebook": "page furniture",
    }


def test_a_page_says_who_published_it_and_when() -> None:
    source = read(PAGE.encode(), "ferry.html")
    assert (source.publisher, source.agency, source.byline) == ("Harbour Post", "Reuters", "Mara Holt, Reuters")
    assert (source.title, source.published) == ("Ferry aground off Port City, 12 hurt", date(2024, 10, 30))
    assert dict(source.known_from)["published"] == "meta tag"
    assert source.url == "https://harbour.example/2031/01/02/ferry"


def test_every_letter_leads_back_to_the_page() -> None:
    source = read(PAGE.encode(), "ferry.html")
    for offset, letter in enumerate(source.text):
        if letter.isalnum():
            assert PAGE[source.raw_offset(offset)] == letter


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2024-10-30T23:10:00Z">', date(2024, 10, 30)),
        ('<meta name="date" content="October 30, 2024">', date(2024, 10, 30)),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-10-30"}</script>',
            date(2024, 10, 30),
        ),
        (f"<script {LINKED}>{{broken</script>", None),
        ('<link rel="canonical" href="https://a.example/2031/10/30/x">', None),
        ('<meta property="article:modified_time" content="2024-10-30">', None),
    ],
)
def test_the_day_comes_from_meta_tags_and_never_from_an_address(head: str, published: date | None) -> None:
    page = f"<html><head>{head}</head><body><p>A ferry ran aground.</p><p>Nine people were hurt.</p></body></html>"
    assert read(page.encode(), "a.html").published == published


def test_a_page_without_article_or_classes_that_mislead_is_read_whole() -> None:
    page = "<title>Ferry aground - Post</title><div class=related><p>A ferry ran aground.<p>Nine were hurt.</div>"
    source = read(page.encode(), "a.html")
    assert [text for _, text in parts(source)] == ["A ferry ran aground.", "Nine were hurt."]
    assert source.title == "Ferry aground - Post"


def test_a_page_that_a_browser_saved_as_utf_8_is_utf_8_whatever_it_names() -> None:
    page = '<meta charset="iso-8859-1"><p>Twelve people were hurt in Lübeck.'
    assert "Lübeck" in read(page.encode(), "a.html").text
    assert "Lübeck" in read(page.encode("iso-8859-1"), "a.html").text
    japanese = '<meta charset="iso-2022-jp"><p>Twelve people were hurt in 東京.'
    assert "東京" in read(japanese.encode("iso-2022-jp"), "a.html").text


def test_a_page_says_its_encoding() -> None:
    page = '<meta charset="iso-8859-2"><p>Łódź ferry ran aground.'.encode("iso-8859-2")
    assert read(page, "a.html").text == "Łódź ferry ran aground."


@pytest.mark.parametrize("name", ["utf-16", "utf-32", "utf-7", "undefined", "idna", "base64", "no-such-name"])
def test_a_page_names_no_encoding_in_which_that_name_could_not_be_read(name: str) -> None:
    for blank in ("", " "):  # one of the two has an even number of bytes
        page = f'<meta charset="{name}"><p>A ferry ran aground +AD4- nine were hurt.{blank}'
        assert read(page.encode(), "a.html").text.strip() == "A ferry ran aground +AD4- nine were hurt."
        assert "Lübeck" in read(f"{page} In Lübeck.".encode("cp1252"), "a.html").text


def test_markdown_marks_are_set_aside_where_they_stand() -> None:
    text = (
        "# Ferry aground: **12** hurt\n\n*By Mara Holt*\n\nA ferry with **90** people _ran_ aground on "
        "[Tuesday](https://x.example/2031/07/08/a), the\n**harbour** master said.\n\n![pic](http://a.example/b.png)\n\n"
        '## What next?\n> "We will tow it," she said.\n\n**Related:** [Tug Sinks](http://z.example)\n'
    )
    source = read(text.encode(), "a.md")
    assert source.text == text
    assert parts(source) == [
        (Part.TITLE, "Ferry aground: 12 hurt"),
        (Part.BODY, "A ferry with 90 people ran aground on Tuesday, the harbour master said."),
        (Part.HEADING, "What next?"),
        (Part.BODY, '"We will tow it," she said.'),
    ]
    assert (source.title, source.byline) == ("Ferry aground: 12 hurt", "Mara Holt")
    assert "link to another article" in aside(source).values()


def pdf(*lines: str) -> bytes:
    """The smallest PDF that holds some lines."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F 11 Tf 72 720 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F 5 0 R >> >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 7\n0000000000 65535 f \n%strailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


def test_a_pdf_gives_its_text() -> None:
    data = pdf(
        "Ferry aground off Port City",
        "",
        "A ferry ran aground on Tuesday, the harbour master",
        "said. Nine people were hurt.",
    )
    source = read(data, "a.pdf")
    assert flow(source, source.blocks[-1]).text.endswith("Nine people were hurt.")
    assert source.encoding == "pdf"


def test_a_scan_is_refused() -> None:
    with pytest.raises(Exception, match="it may be a scan"):
        read(pdf(), "a.pdf")


@pytest.mark.parametrize(("old", "new"), [(b"trailer <<", b"trailerA <<"), (b"0000000009", b"9999999999" * 3)])
def test_a_damaged_pdf_is_refused(old: bytes, new: bytes) -> None:
    """What a library says of it that had not thought of this: an assertion, a number that is too large."""
    with pytest.raises(SourceError, match="the PDF is damaged"):
        read(pdf("Nine were hurt.").replace(old, new), "a.pdf")


def test_a_word_document_gives_its_paragraphs_and_tables() -> None:
    document = docx.Document()
    document.add_heading("Ferry aground off Port City", 0)
    document.add_paragraph("A ferry ran aground on Tuesday.")
    document.add_heading("Numbers", 1)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Hurt", "9"
    document.add_paragraph("Nine people were hurt.")
    out = BytesIO()
    document.save(out)
    source = read(out.getvalue(), "a.docx")
    assert parts(source) == [
        (Part.TITLE, "Ferry aground off Port City"),
        (Part.BODY, "A ferry ran aground on Tuesday."),
        (Part.HEADING, "Numbers"),
        (Part.BODY, "Hurt | 9"),
        (Part.BODY, "Nine people were hurt."),
    ]


def table(*rows: tuple[str, ...]) -> Source:
    """What is read of a Word document with a table, after and before a paragraph on its figures."""
    document = docx.Document()
    document.add_paragraph("24 people were killed in Arden, the mayor said.")
    laid = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            laid.cell(number, place).text = text
        if len(row) < len(laid.columns):
            laid.cell(number, len(row) - 1).merge(laid.cell(number, len(laid.columns) - 1))
    document.add_paragraph("24 people were treated.")
    out = BytesIO()
    document.save(out)
    return read(out.getvalue(), "a.docx")


def part_replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    """A Word document with other words in its main part."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(out, "w") as after:
        for name in before.namelist():
            held = before.read(name)
            after.writestr(name, held.replace(old, new) if name == "word/document.xml" else held)
    return out.getvalue()


def test_a_damaged_word_document_is_refused() -> None:
    """Each of these another library notices, in its own way."""
    document, out = docx.Document(), BytesIO()
    document.add_paragraph("A ferry ran aground on Tuesday.")
    document.add_table(rows=1, cols=2)
    document.save(out)
    whole = out.getvalue()
    packed = whole.index(b"word/document.xml") + 300
    damaged = [
        whole[: len(whole) // 2],
        whole[:packed] + b"\xff\xff\xff" + whole[packed + 3 :],
        part_replaced(whole, b"</w:document>", b""),
        part_replaced(whole, b"w:body>", b"w:corpse>"),
        part_replaced(whole, b"<w:tcPr>", b"<w:tcPr><w:vMerge/>"),
    ]
    for data in damaged:
        with pytest.raises(SourceError, match="no Word document"):
            read(data, "a.docx")


def test_a_cell_of_a_table_is_no_page_number() -> None:
    source = table(("24",), ("24",), ("24",))
    assert [text for _, text in parts(source)][1:-1] == ["24"] * 3
    assert not source.set_aside


def test_a_cell_over_several_columns_is_told_once() -> None:
    assert parts(table(("Losses",), ("Dead", "24", "3")))[1:-1] == [(Part.BODY, "Losses"), (Part.BODY, "Dead | 24 | 3")]


def test_the_row_of_a_table_says_what_its_figure_counts() -> None:
    page = b"<article><p>24 people were killed.</p><table><tr><th>Dead</th><td>24</td></tr></table></article>"
    for source in (table(("Dead", "24")), read(page, "a.html")):
        row = next(m for m in mentions(source) if source.text[: m.span.start].endswith("Dead | "))
        assert isinstance(row.value, Quantity)
        assert (row.value.unit, row.value.low) == ("person", 24)


def test_cells_that_hold_paragraphs_are_paragraphs() -> None:
    page = "<table><tr><td><p>Rain fell.</p></td><td><p>Nobody was hurt.</p></td></tr><tr><td>Six<td>9</tr></table>"
    assert [text for _, text in parts(read(page.encode(), "a.html"))] == ["Rain fell.", "Nobody was hurt.", "Six | 9"]
