"""Bytes to Source: an article with its blocks, what was set aside and why, and who published it when.

What comes in: a file's bytes and name, and what a sidecar or the command line says of it. What goes out: a Source,
whose text is never changed again. A publication day comes from the header, a meta tag or the dateline, never from an
address.

To add a format: a module with `page(data, name) -> Page`, and a row in READERS.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import PurePath
from typing import Final

from reconcile.errors import SourceError
from reconcile.model import Source
from reconcile.read import header as headers
from reconcile.read.blocks import lay_out
from reconcile.read.page import Page

__all__ = ["READERS", "read", "read_text", "slug_of"]

READERS: Final[Mapping[str, str]] = {  # file ending to the module that reads it, imported when first needed
    ".txt": "reconcile.read.text",
    ".md": "reconcile.read.markdown",
    ".html": "reconcile.read.html",
    ".htm": "reconcile.read.html",
    ".pdf": "reconcile.read.pdf",
    ".docx": "reconcile.read.docx",
}


def read(data: bytes, name: str, *, header: Mapping[str, str] | None = None) -> Source:
    """An article from a file.

    Args:
        data: the file's bytes.
        name: the file's name; its ending chooses the reader, its stem the slug.
        header: what a sidecar or the command line says ("title", "publisher", …); it goes before the file's own header.

    Raises:
        SourceError: where the file cannot be read, or what is said of it is no good; with the place and what to do.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in READERS:
        raise SourceError(
            f"files ending in {ending!r} cannot be read" if ending else "a file without an ending cannot be read",
            where=name,
            hint=f"Known endings: {', '.join(READERS)}.",
        )
    given = headers.checked(header or {}, name)
    page: Page = import_module(READERS[ending]).page(data, name)
    if not page.text.strip():
        raise SourceError("there is no text in it", where=name, hint="Save the article's text into it.")
    details = page.details | {key: (value, "given") for key, value in given.items()}
    if "slug" in details:  # it names files
        details["slug"] = (slug_of(details["slug"][0]), details["slug"][1])
    return _source(page, details, name, hashlib.sha256(data).hexdigest())


def read_text(  # noqa: PLR0913 - what may be said of an article besides its text
    text: str, *, slug: str, published: date | None = None, publisher: str = "", agency: str = "", title: str = ""
) -> Source:
    """An article from text that is decoded already; offsets are into the text given.

    Half a character, which no file holds, is shown as one that is unknown.
    """
    known = {"slug": slug, "publisher": publisher, "agency": agency, "title": title}
    if published:
        known["published"] = published.isoformat()
    details = {key: (value, "given") for key, value in known.items() if value}
    return _source(Page(_HALF.sub("\ufffd", text)), details, slug)


def _source(page: Page, details: Mapping[str, tuple[str, str]], name: str, sha256: str = "") -> Source:
    layout = lay_out(page.text, page.marks, page.aside, title=details.get("title", ("", ""))[0])
    known = {**layout.found, **details}
    words = _UNKNOWN | {key: said for key, (said, _) in known.items()}
    published = headers.day("published", words["published"], name)
    if published is None and layout.published:
        published, known["published"] = layout.published, ("", "dateline")
    return Source(
        slug=words["slug"] or slug_of(PurePath(name).stem),
        text=page.text,
        blocks=tuple(layout.blocks),
        set_aside=tuple(layout.set_aside),
        raw=page.raw,
        title=" ".join(words["title"].split()),
        publisher=words["publisher"],
        agency=words["agency"],
        byline=words["byline"],
        url=words["url"],
        dateline=words["dateline"],
        published=published,
        retrieved=headers.day("retrieved", words["retrieved"], name),
        known_from=tuple(sorted((key, where) for key, (_, where) in known.items() if key != "slug")),
        sha256=sha256,
        encoding=page.encoding,
        first_line=page.first_line,
    )


_HALF: Final = re.compile(r"[\ud800-\udfff]")
_UNKNOWN: Final = dict.fromkeys((*headers.KEYS, "dateline"), "")


def slug_of(name: str) -> str:
    """A short name for files and ids: small letters, digits, hyphens and underscores."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9_]+", "-", plain).strip("-") or "source"
