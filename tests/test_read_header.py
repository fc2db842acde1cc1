"""Headers, names, encodings: what is said of an article, and what is refused with which words."""

import sys
from datetime import date

import pytest

from reconcile.errors import SourceError
from reconcile.read import READERS, read, slug_of

ARTICLE = "Ferry aground\n\nA ferry ran aground on Tuesday.\n"
HEADER = """---
title: "Ferry aground: nine hurt"
publisher: Harbour Post
agency: Reuters
byline: 'Mara Holt'
published: 2024-10-30T18:20:00+02:00
url: https://harbour.example/2031/01/01/ferry
retrieved: 2024-11-02
---
"""


def test_a_header_says_who_published_what_and_when() -> None:
    source = read((HEADER + ARTICLE).encode(), "sources/Harbour Post.md")
    assert source.slug == "harbour-post"
    assert source.title == "Ferry aground: nine hurt"
    assert (source.publisher, source.agency, source.byline) == ("Harbour Post", "Reuters", "Mara Holt")
    assert (source.published, source.retrieved) == (date(2024, 10, 30), date(2024, 11, 2))
    assert source.url == "https://harbour.example/2031/01/01/ferry"
    assert ("published", "header") in source.known_from
    assert source.text == ARTICLE


def test_offsets_and_lines_lead_back_to_the_file() -> None:
    whole = HEADER + ARTICLE
    source = read(whole.encode(), "a.txt")
    offset = source.text.index("A ferry")
    assert whole[source.raw_offset(offset) :].startswith("A ferry")
    assert whole.splitlines()[source.line(offset) - 1] == "A ferry ran aground on Tuesday."


def test_what_is_given_goes_before_the_header() -> None:
    source = read((HEADER + ARTICLE).encode(), "a.txt", header={"publisher": "Harbour Post Online", "slug": "Our Slug"})
    assert (source.publisher, source.slug) == ("Harbour Post Online", "our-slug")
    assert dict(source.known_from)["publisher"] == "given"


def test_nothing_is_typed_by_yaml() -> None:
    text = "---\ntitle: 010\npublisher: no\nbyline: 12:30\nagency: ~\n---\nA ferry ran aground.\n"
    source = read(text.encode(), "a.txt")
    assert (source.title, source.publisher, source.byline, source.agency) == ("010", "no", "12:30", "~")


def test_a_ruled_line_is_no_header() -> None:
    source = read(f"---\n{ARTICLE}".encode(), "a.txt")
    assert source.text.startswith("---")
    assert source.published is None


@pytest.mark.parametrize(
    ("data", "encoding", "word"),
    [
        ("\ufeffNaïve ferry".encode(), "utf-8-sig", "Naïve"),
        ("Naïve ferry".encode(), "utf-8", "Naïve"),
        ("Naïve “ferry”".encode("cp1252"), "cp1252", "Naïve"),
        ("Naïve ferry".encode("utf-16"), "utf-16", "Naïve"),
    ],
)
def test_the_encoding_is_found_and_said(data: bytes, encoding: str, word: str) -> None:
    source = read(data, "a.txt")
    assert source.encoding == encoding
    assert source.text.startswith(word)


@pytest.mark.parametrize(
    ("data", "name", "where", "says"),
    [
        (b"", "a.txt", "a.txt: ", "empty"),
        (b" \n ", "a.md", "a.md: ", "empty"),
        (b"\x89PNG\r\n\x00\x01", "a.txt", "a.txt: ", "not text"),
        (b"%PDF-1.7", "a.txt", "a.txt: ", "ending .pdf"),
        (b"hello", "a.rtf", "a.rtf: ", ".txt, .md, .html, .htm, .pdf, .docx"),
        (b"hello", "README", "README: ", "without an ending"),
        (b"---\ntitle: x\n", "a.md", "a.md:1: ", "not closed"),
        (b"---\ntitle: x\n---\n", "a.md", "a.md: ", "no text"),
        (b"---\ntitle: a: b\n---\nx", "a.md", "a.md:2:9: ", "not YAML"),
        (b"---\ntitle: x\n\tpublisher: y\n---\nx", "a.md", "a.md:3:1: ", "not YAML"),
        (b"---\ntitle: x\npublshed: 2024-01-02\n---\nx", "a.md", "a.md:3:1: ", "Did you mean 'published'?"),
        (b"---\npublished: 30.10.2024\n---\nx", "a.md", "a.md:2:1: ", "Write it as published: 2024-10-30"),
        (b"---\nretrieved: 2024-02-30\n---\nx", "a.md", "a.md:2:1: ", "not a day"),
        (b"---\ntitle: x\ntitle: y\n---\nx", "a.md", "a.md:3:1: ", "twice"),
        (b"---\ntitle: [x]\n---\nx", "a.md", "a.md:2:1: ", "`key: text`"),
        (b"<p></p>", "a.html", "a.html: ", "no text"),
        (b"nonsense", "a.pdf", "a.pdf: ", "damaged"),
        (b"nonsense", "a.docx", "a.docx: ", "no Word document"),
    ],
)
def test_bad_input_gets_one_clear_message(data: bytes, name: str, where: str, says: str) -> None:
    with pytest.raises(SourceError) as refused:
        read(data, name)
    assert str(refused.value).startswith(where)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("given", "says"), [({"publishr": "x"}, "Did you mean 'publisher'?"), ({"published": "yesterday"}, "not a day")]
)
def test_what_is_given_is_checked_as_well(given: dict[str, str], says: str) -> None:
    with pytest.raises(SourceError, match=r"a\.txt") as refused:
        read(ARTICLE.encode(), "a.txt", header=given)
    assert says in str(refused.value)


@pytest.mark.parametrize(("ending", "package"), [("pdf", "pdfminer"), ("docx", "docx")])
def test_a_missing_extra_is_named(ending: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(SourceError) as refused:
        read(b"x", f"a.{ending}")
    assert f"pip install 'reconcile[{ending}]'" in str(refused.value)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Harbour Post", "harbour-post"),
        ("a_1", "a_1"),
        ("Überfähre №5", "uberfahre-no5"),
        ("../x", "x"),
        ("渡船", "source"),
    ],
)
def test_slugs_are_safe_in_file_names(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_every_reader_is_there() -> None:
    assert set(READERS) == {".txt", ".md", ".html", ".htm", ".pdf", ".docx"}
