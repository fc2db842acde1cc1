"""What every format's reader hands over: the text, and what the format itself says of it."""

from dataclasses import dataclass, field

from reconcile.model import SetAside
from reconcile.read.layout import Mark


@dataclass(frozen=True, slots=True)
class Page:
    """An article as extracted from a file, before its layout is told.

    Attributes:
        text: what `Source.text` will be.
        raw: pairs (offset in `text`, offset in the decoded file), ascending; empty where both are the same.
        first_line: the line of the file on which `text` begins; 1 where lines are not those of the file.
        encoding: how the bytes were decoded.
        marks: what the format says of stretches of the text.
        aside: marks of the format inside the text (Markdown's asterisks), in order and apart from each other.
        details: field ("title", "published", …) to its text and where it was found ("header", "meta tag").
    """

    text: str
    raw: tuple[tuple[int, int], ...] = ()
    first_line: int = 1
    encoding: str = "utf-8"
    marks: tuple[Mark, ...] = ()
    aside: tuple[SetAside, ...] = ()
    details: dict[str, tuple[str, str]] = field(default_factory=dict)
