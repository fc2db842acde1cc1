"""What a lint rule is: a code, a name, a level, and a function whose docstring is its documentation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reconcile.model import Claim, ClaimFile, Desk, Dossier, Level, Place, Problem, Record, Source


@dataclass(frozen=True)  # no slots: the look-ups are made when a rule first asks
class Checked:
    """What the rules look at."""

    desk: Desk
    dossier: Dossier

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by slug."""
        return {source.slug: source for source in self.desk.sources}

    @cached_property
    def records(self) -> tuple[tuple[ClaimFile, Record, Source], ...]:
        """Every record that is not struck and whose source is there."""
        return tuple(
            (file, record, self.sources[file.source])
            for file in self.desk.claim_files
            for record in file.records
            if not record.struck and file.source in self.sources
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of RULES.

    Attributes:
        code: family letter and number; never used again for another rule.
        name: reads well after "ignore".
        check: yields problems; its docstring has the parts What, Why, Bad, Good and Fix. Rules whose problems are found
            while the desk is read (S…) yield those.
    """

    code: str
    name: str
    level: Level
    check: Callable[[Checked], Iterator[Problem]]


def problem(  # noqa: PLR0913, PLR0917 - the fields of a Problem
    code: str, level: Level, where: Place, message: str, hint: str = "", related: Place | None = None
) -> Problem:
    """A problem of a rule."""
    return Problem(code, level, where, message, hint, related)


def place_in(desk: Desk, source: Source, offset: int) -> Place:
    """The place in an article's file of an offset of its text."""
    start = source.text.rfind("\n", 0, offset) + 1
    return Place(desk.source_files[source.slug], source.line(offset), offset - start + 1)


def evidence(checked: Checked, record: Record, source: Source) -> Place | None:
    """Where the quote of a record stands in its article; None where it does not."""
    claim: Claim | None = record.claim
    return place_in(checked.desk, source, claim.span.start) if claim else None
