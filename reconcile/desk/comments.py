"""The comments a person wrote into a claim file, so that the program that writes it anew can put them back.

What comes in: the text of a claim file. What goes out: its comments by what they stand at. A comment beside a field or
between two fields goes above its claim; those above `claims:` stay at the top, those below the last claim at the end.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNSEEN: Final = (yaml.StreamStartToken, yaml.StreamEndToken, yaml.BlockEndToken)  # stand for no letters


@dataclass(frozen=True, slots=True)
class Comments:
    """Comment lines, each with its "#" and without its indentation."""

    top: tuple[str, ...] = ()
    of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by claim id
    end: tuple[str, ...] = ()


def comments_in(text: str) -> Comments:
    """Every comment of a claim file that YAML can read."""
    if "#" not in text:
        return Comments()
    found, lines = _found(text)
    records = _records(text)
    starts = [line for line, _ in records]
    top: list[str] = []
    end: list[str] = []
    of: dict[str, list[str]] = {}
    for _, line, comment, alone in found:
        following = lines[at] if alone and (at := bisect_left(lines, line)) < len(lines) else line
        place = bisect_right(starts, following) - 1
        if alone and lines and line > lines[-1]:
            end.append(comment)
        elif place < 0:
            top.append(comment)
        else:
            of.setdefault(records[place][1], []).append(comment)
    return Comments(tuple(top), {name: tuple(rows) for name, rows in of.items()}, tuple(end))


def comment_spans(text: str) -> list[tuple[int, int]]:
    """Where the comments of a YAML file stand, in order; none of a file that YAML cannot read."""
    try:
        return [(start, start + len(comment)) for start, _, comment, _ in _found(text)[0]] if "#" in text else []
    except yaml.YAMLError:
        return []


def _found(text: str) -> tuple[list[tuple[int, int, str, bool]], list[int]]:
    """(start, line, comment, whether it has the line to itself) of each comment, and the lines with something else."""
    found: list[tuple[int, int, str, bool]] = []
    lines: set[int] = set()
    at, line = 0, 0  # the end of the last token: what lies between two tokens is blank or a comment
    for token in yaml.scan(text, Loader=_Loader):
        start: Any = token.start_mark
        if start.index > at:
            for number, row in enumerate(text[at : start.index].split("\n"), line):
                if "#" in row:
                    sign = row.index("#")
                    found.append((at + sign, number, row[sign:].rstrip(), number not in lines))
                at += len(row) + 1
        if not isinstance(token, _UNSEEN):
            lines.update((start.line, token.end_mark.line - (token.end_mark.column == 0 < token.end_mark.line)))
        if token.end_mark.index >= at:
            at, line = token.end_mark.index, token.end_mark.line
    return found, sorted(lines)


def _records(text: str) -> list[tuple[int, str]]:
    """(first line, id) of each claim, in order."""
    root: Any = yaml.compose(text, Loader=_Loader)
    claims = next((value for key, value in root.value if key.value == "claims"), None) if root else None
    return [
        (item.start_mark.line, name.value)
        for item in (claims.value if claims else [])
        for name in [next(value for key, value in item.value if key.value == "id")]
    ]
