"""JSON lines on stdin: one record a line, constant memory, a clear message with the line's number."""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reconcile.errors import UsageError

if TYPE_CHECKING:
    from reconcile.model import Source

_FORM: Final = '{"id": "a", "sources": [{"slug": "monday", "text": "…", "published": "2020-12-01"}, …]}'
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")  # of a character; two of them may make one
_LONE: Final = re.compile(r"[\ud800-\udfff]")


def records(needed: str) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """The records of stdin as (where it stands, id, record), each with the key `needed`.

    Half a character, which JSON can hold, is read as U+FFFD.

    Raises:
        UsageError: at a line that is no such record.
    """
    form = f'one object a line, as {{"id": "a", "{needed}": …}}'
    for number, line in enumerate(sys.stdin, 1):
        told = line.removeprefix("\ufeff") if number == 1 else line
        if not told.strip():
            continue
        where = f"stdin:{number}"
        try:
            record = _whole(json.loads(told)) if _HALF.search(told) else json.loads(told)
        except (ValueError, RecursionError) as error:
            what = "is nested too deeply" if isinstance(error, RecursionError) else f"is not JSON: {error}"
            raise UsageError(what, where=where, hint=form) from error
        if not isinstance(record, dict) or "id" not in record or needed not in record:
            raise UsageError(f'needs the keys "id" and "{needed}"', where=where, hint=form)
        yield where, record["id"], record


def _whole(record: object) -> Any:
    """A record with the sign for what is no text in place of each half of a character, which no encoding can write."""
    return json.loads(_LONE.sub("\ufffd", json.dumps(record, ensure_ascii=False)))


def day(text: object, where: str) -> date | None:
    """A publication day as YYYY-MM-DD, or None where none is given.

    Raises:
        UsageError: where it is something else.
    """
    if text is None or text == "":
        return None
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        raise UsageError(f"{text!r} is not a day", where=where, hint="write it as 2020-12-01") from None


def sources_of(record: dict[str, Any], where: str) -> list["Source"]:
    """The sources of a `diff --jsonl` record.

    Args:
        where: where it stands.

    Raises:
        UsageError: where one lacks slug or text, or two have the same slug.
    """
    from reconcile.read import read_text

    if not isinstance(record["sources"], list):
        raise UsageError('"sources" must be a list', where=where, hint=_FORM)
    found: dict[str, Source] = {}
    for item in record["sources"]:
        if not isinstance(item, dict) or not isinstance(item.get("slug"), str) or not isinstance(item.get("text"), str):
            raise UsageError('each source needs "slug" and "text", both strings', where=where, hint=_FORM)
        if item["slug"] in found:
            raise UsageError(f"two sources are called {item['slug']!r}", where=where, hint="give one another slug")
        found[item["slug"]] = read_text(
            item["text"],
            slug=item["slug"],
            published=day(item.get("published"), where),
            publisher=str(item.get("publisher") or ""),
        )
    return list(found.values())
