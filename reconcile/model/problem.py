"""Problems in users' files: data with a code and a place, never exceptions."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: path as the user would type it, line and column from 1 (0 = the whole file)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A stretch of a file's text, and what takes its place.

    Attributes:
        start, end: half-open character offsets into the decoded file, a byte order mark left out.
        text: what stands there afterwards.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a user's file.

    Attributes:
        code: the rule's code ("P201").
        level: error, warning or info.
        where: the place in the file at fault.
        message: what is wrong, one sentence.
        hint: what would satisfy the rule, or "".
        related: the place of the evidence (the source's line), or None.
        edits: what mends it: in a desk's file without anybody's judgement, in a draft as an offer to its author; none
            where somebody must find out more.
        fingerprint: the same as long as the problem is, wherever in its file it stands; "" until the lint gives it.
        excuse: the reason of the suppression that covers it, "" where none does.
    """

    code: str
    level: Level
    where: Place
    message: str
    hint: str = ""
    related: Place | None = None
    edits: tuple[Edit, ...] = ()
    fingerprint: str = ""
    excuse: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A problem that a desk has agreed to live with: an entry of its baseline.

    Attributes:
        path: of the file at fault, from the desk's folder.
        draft: whether that is a draft.
        place: where the entry stands.
    """

    code: str
    path: str
    message: str
    fingerprint: str
    draft: bool
    place: Place
