"""The YAML header of an article, and the details a sidecar or the command line gives.

    ---
    title: Ferry aground off Port City
    publisher: Harbour Post
    agency: Reuters
    byline: Mara Holt
    published: 2024-10-30
    url: https://harbour.example/ferry
    retrieved: 2024-11-02
    ---

Every value is text as written; days are typed here, never by YAML.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import yaml

from reconcile.errors import SourceError
from reconcile.read.dates import iso_day

FIELDS: Final[Mapping[str, str]] = {
    "published": "the day it was published, 2020-12-01; needed to resolve “on Tuesday”",
    "publisher": "the outlet",
    "agency": "the agency whose copy it is",
    "byline": "who wrote it",
    "title": "its headline",
    "url": "where it stands; no date is ever read from it",
    "retrieved": "the day it was fetched",
    "slug": "its short name on the desk (default: the file's name)",
}
KEYS: Final = tuple(FIELDS)
DAYS: Final = ("published", "retrieved")
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_OPENING: Final = re.compile(r"---[ \t]*\r?\n")
_CLOSING: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_KEY: Final = re.compile(r"\s*(?:#.*\n\s*)*[A-Za-z_]+[ \t]*:(?:\s|\Z)")


def split(text: str, name: str) -> tuple[dict[str, str], int]:
    """The header's fields, and the offset at which the article begins; ({}, 0) where there is no header.

    Raises:
        SourceError: with line and column where the header is broken.
    """
    opening = _OPENING.match(text)
    if not opening:
        return {}, 0
    closing = _CLOSING.search(text, opening.end())
    if not _KEY.match(text, opening.end()) and not (closing and not text[opening.end() : closing.start()].strip()):
        return {}, 0  # a ruled line above an article, not a header
    if not closing:
        raise SourceError("the header is not closed", where=f"{name}:1", hint="Put a line with --- after its last key.")
    return parse(text[opening.end() : closing.start()], name, first_line=2), closing.end()


def parse(text: str, name: str, *, first_line: int = 1) -> dict[str, str]:
    """The fields of a header or sidecar.

    Args:
        text: the YAML between the marks, or a whole sidecar.
        name: the file's name, for the message.
        first_line: the line of the file on which `text` begins.

    Raises:
        SourceError: with line and column: broken YAML, an unknown key, a value that is no text, a day that is none.
    """
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{name}:{mark.line + first_line}:{mark.column + 1}" if mark else name
        raise SourceError(
            f"the header is not YAML: {error.problem or 'it cannot be read'}",
            where=place,
            hint='Put values with a colon in quotation marks: title: "Floods: what we know".',
        ) from error
    except yaml.YAMLError as error:
        raise SourceError("the header is not YAML: it holds a character that cannot stand there", where=name) from error
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise SourceError("the header holds no keys", where=f"{name}:{first_line}", hint="Write `title: …` lines.")
    fields: dict[str, str] = {}
    for key, value in node.value:
        place = f"{name}:{key.start_mark.line + first_line}:{key.start_mark.column + 1}"
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            raise SourceError("a header holds only lines `key: text`", where=place)
        if key.value in fields:
            raise SourceError(f"the key {key.value!r} stands twice", where=place, hint="Keep one of the two.")
        check(key.value, value.value, place)
        fields[key.value] = " ".join(value.value.split())
    return fields


def check(key: str, value: str, where: str) -> None:
    """Refuse an unknown key and a day that is none.

    Raises:
        SourceError: with the nearest known key, or how a day is written.
    """
    if key not in KEYS:
        from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

        near = get_close_matches(key.lower(), KEYS, n=1, cutoff=0.5)
        hint = f"Did you mean {near[0]!r}? " if near else ""
        raise SourceError(f"unknown key {key!r}", where=where, hint=f"{hint}Known keys: {', '.join(KEYS)}.")
    if key in DAYS and value.strip():
        day(key, value, where)


def day(key: str, value: str, where: str) -> date | None:
    """The day a field names; None where it is empty.

    Raises:
        SourceError: where it is no day.
    """
    if not value.strip():
        return None
    try:
        return iso_day(value)
    except ValueError:
        raise SourceError(
            f"{key}: {value!r} is not a day", where=where, hint=f"Write it as {key}: 2024-10-30 (year-month-day)."
        ) from None


def checked(given: Mapping[str, str], name: str) -> dict[str, str]:
    """What a sidecar or the command line gives, checked like a header.

    Raises:
        SourceError: as `check`.
    """
    for key, value in given.items():
        check(key, value, name)
    return {key: value for key, value in given.items() if value}
