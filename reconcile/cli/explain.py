"""What `mentions --explain` tells: the steps of one figure or date, or why words that look like one are none."""

import re
from collections.abc import Iterator, Sequence

from reconcile.errors import UsageError
from reconcile.model import Mention, SetAside, Source, Span
from reconcile.report.reading import place, steps

_PLACE = re.compile(r"(\d+):(\d+)")
_NEAR = 3  # how many mentions are named where there is nothing


def explained(source: Source, found: Sequence[Mention], where: str, file: str) -> Iterator[str]:
    """The steps of every mention at a place ("12:9") or in some words of the article.

    Args:
        file: the article's file as it was given, for what is wrong with the place.

    Raises:
        UsageError: where nothing was read there and nothing was refused; it names what is near.
    """
    from reconcile.extract.refusals import refusals

    spans = list(_spans(source, where, file))
    hits = [mention for mention in found if _touches(mention.span, spans)]
    for mention in hits:
        yield from steps(source, mention)
    refused = [one for one in refusals(source) if _touches(one.span, spans)]
    for one in refused:
        yield from _refused(source, one)
    if not hits and not refused:
        raise UsageError(f"no figure or date is at {where!r}", where=file, hint=_near(source, found, spans))


def _spans(source: Source, where: str, file: str) -> Iterator[Span]:
    """The places meant; those of words in the order of the text, whatever blanks and capitals they have.

    Raises:
        UsageError: where there is no such place.
    """
    told = _PLACE.fullmatch(where)
    if told is None:
        words = r"\s+".join(map(re.escape, where.split()))
        whole = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)  # "19" is not in "1971"
        spans = [Span(*match.span()) for match in whole.finditer(source.text)] if words else []
        if not spans:
            raise UsageError(
                f"the words {where!r} do not stand in it", where=file, hint="give words of the text, or LINE:COL"
            )
        yield from spans
        return
    lines = source.text.split("\n")
    line, column = int(told[1]) - source.first_line, int(told[2]) - 1
    if not 0 <= line < len(lines) or not 0 <= column < max(1, len(lines[line])):
        last = source.first_line + len(lines) - 1
        raise UsageError(f"there is no place {where}", where=file, hint=f"its lines are {source.first_line} to {last}")
    offset = sum(len(before) + 1 for before in lines[:line]) + column
    yield Span(offset, offset + 1)


def _touches(span: Span, spans: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in spans)


def _refused(source: Source, one: SetAside) -> Iterator[str]:
    words = " ".join(source.text[one.span.start : one.span.end].split())
    yield f'{place(source, one.span.start)}: "{words}" was not read'
    yield f"  why: {one.reason}"


def _near(source: Source, found: Sequence[Mention], spans: Sequence[Span]) -> str:
    """The mentions nearest to a place."""
    if not found:
        return "nothing was read in this article"
    near = sorted(found, key=lambda mention: abs(mention.span.start - spans[0].start))[:_NEAR]
    told = (f'{place(source, m.span.start)} "{" ".join(m.text.split())}"' for m in sorted(near, key=lambda m: m.span))
    return f"near it: {', '.join(told)}"
