"""What a lint rule is: a code, a name, a level, and a function whose docstring is its documentation."""

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from reconcile.desk import whole
from reconcile.errors import DeskError
from reconcile.lint.drafts.beside import Beside, Statement
from reconcile.lint.drafts.denied import Contradicted
from reconcile.lint.drafts.judged import Judged, excluding
from reconcile.lint.drafts.match import Spoken, spoken
from reconcile.lint.drafts.quotations import Misquotation, misquotations
from reconcile.lint.drafts.read import Draft
from reconcile.lint.drafts.wholes import Enlarged, enlarged
from reconcile.lint.silence import Silence, silences
from reconcile.model import (
    Claim,
    ClaimFile,
    Decision,
    Desk,
    Dossier,
    Edit,
    Known,
    Level,
    Place,
    Problem,
    Record,
    Source,
)
from reconcile.report.view import View, view

_PART: Final = re.compile(
    r"^(What|Why|Bad|Good|Fix): (.*?)(?=^(?:What|Why|Bad|Good|Fix): |\Z)", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True)  # no slots: the look-ups are made when a rule first asks
class Checked:
    """What the rules look at: a desk, and drafts where some are to be held against it.

    Attributes:
        today: the day by which suppressions end; None where none does.
        known: the codes of all rules.
        used: (place, code) of the suppressions that silenced something; empty until the other rules have spoken.
        gone: entries of the baseline whose problem is gone; empty until all other rules have spoken.
    """

    desk: Desk
    dossier: Dossier
    drafts: tuple[Draft, ...] = ()
    today: date | None = None
    known: frozenset[str] = frozenset()
    used: frozenset[tuple[Place, str]] = frozenset()
    gone: tuple[Known, ...] = ()

    @cached_property
    def spoken(self) -> tuple[Spoken, ...]:
        """What each draft says of the desk's topics."""
        return tuple(spoken(self.dossier, draft) for draft in self.drafts)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What the drafts say of the desk's topics."""
        return tuple(said for each in self.spoken for said in each.statements)

    @cached_property
    def denied(self) -> tuple[Contradicted, ...]:
        """What the drafts deny and a source tells, or the other way round."""
        return tuple(row for each in self.spoken for row in each.denied)

    @cached_property
    def misquoted(self) -> tuple[Misquotation, ...]:
        """What the drafts quote otherwise than a source has it."""
        return tuple(each for draft in self.drafts for each in misquotations(draft, self.desk.sources))

    @cached_property
    def enlarged(self) -> tuple[Enlarged, ...]:
        """What the drafts say of a whole where the sources say another thing in the same words."""
        told = zip(self.drafts, self.spoken, strict=True)
        return tuple(row for draft, each in told if each.belongs for row in enlarged(draft, self.desk.sources))

    @cached_property
    def changed(self) -> frozenset[tuple[str, str]]:
        """(path of the draft, claim) of the figures and dates that a misquotation changed: A606 tells them."""
        if any("A606".startswith(code) for code in self.desk.settings.ignore):
            return frozenset()
        return frozenset(
            (each.draft.path, claim.id) for each in self.misquoted for claim in each.draft.claims if each.changes(claim)
        )

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """The same with what reviewers made of each topic, without what a misquotation changed."""
        return tuple(self._judged(said) for said in self.statements if not self._is_changed(said))

    @cached_property
    def excluding(self) -> tuple[tuple[Judged, Beside], ...]:
        """What of the drafts excludes what the desk has."""
        return tuple(excluding(self.judged))

    @cached_property
    def straying(self) -> tuple[tuple[Judged, Beside], ...]:
        """Figures of the drafts that nothing on the desk bears out, each beside what the desk has in like words."""
        return tuple(
            (self._judged(said), said.beside[0])
            for each in self.spoken
            for said in each.strays
            if not self._is_changed(said)
        )

    def _is_changed(self, said: Statement) -> bool:
        return (said.draft.path, said.claim.id) in self.changed

    def _judged(self, said: Statement) -> Judged:
        if said.topic not in self._views:
            self._views[said.topic] = view(self.dossier, self.dossier.topic[said.topic])
        return Judged(self.dossier, said, self._views[said.topic])

    @cached_property
    def _views(self) -> dict[str, View]:
        return {}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by slug."""
        return {source.slug: source for source in self.desk.sources}

    @cached_property
    def silences(self) -> tuple[Silence, ...]:
        """What a person suppressed, and how."""
        return tuple(silences(self))

    @property
    def texts(self) -> tuple[Source, ...]:
        """The texts that are looked at: the drafts, or the articles where no drafts are."""
        return tuple(draft.source for draft in self.drafts) if self.drafts else self.desk.sources

    def text(self, path: str, encoding: str = "utf-8-sig") -> str:
        """A file of the desk as text, line ends as they are; "" where it went away meanwhile."""
        if path not in self._texts:
            data = self.desk.instead.get(path)
            try:
                data = whole(Path(self.desk.root) / path) if data is None else data
            except DeskError:  # the place is a help for the eye; the file is named in any case
                data = b""
            self._texts[path] = data.decode(encoding, "replace")
        return self._texts[path]

    def decoded(self, source: Source) -> str:
        """An article's file as text; "" where it went away meanwhile."""
        return self.text(self.desk.source_files[source.slug], source.encoding)

    def remember(self, key: str, make: Callable[[], tuple[Claim, ...]]) -> tuple[Claim, ...]:
        """What was made under a key, made once: the claims of an article, read afresh."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    @cached_property
    def _made(self) -> dict[str, tuple[Claim, ...]]:
        return {}

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {}

    @cached_property
    def records(self) -> tuple[tuple[ClaimFile, Record, Source], ...]:
        """Every record that is not struck and whose source is there."""
        return tuple(
            (file, record, self.sources[file.source])
            for file in self.desk.claim_files
            for record in file.records
            if not record.struck and file.source in self.sources
        )

    @cached_property
    def records_by_id(self) -> dict[str, Record]:
        """The same records by the id of their claim."""
        return {record.id: record for _, record, _ in self.records}


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of RULES.

    Attributes:
        code: family letter and number; never used again for another rule.
        name: reads well after "ignore".
        check: yields problems; its docstring has the parts What, Why, Bad, Good and Fix. Rules whose problems are found
            while the desk is read (S…) yield those.
        drafts: whether it looks at the words of any text, and so at drafts as well as at the desk.
    """

    code: str
    name: str
    level: Level
    check: Callable[[Checked], Iterator[Problem]]
    drafts: bool = False

    @property
    def family(self) -> str:
        """The letter of its family; "A" looks at drafts alone."""
        return self.code[0]

    @property
    def parts(self) -> dict[str, str]:
        """The parts of its documentation, each on one line: What, Why, Bad, Good, Fix."""
        told = inspect.getdoc(self.check) or ""
        return {found[1]: " ".join(found[2].split()) for found in _PART.finditer(told)}


def problem(  # noqa: PLR0913, PLR0917 - the fields of a Problem
    code: str,
    level: Level,
    where: Place,
    message: str,
    hint: str = "",
    related: Place | None = None,
    edits: tuple[Edit, ...] = (),
) -> Problem:
    """A problem of a rule."""
    return Problem(code, level, where, message, hint, related, edits)


def place_in(checked: Checked, source: Source, offset: int) -> Place:
    """The place in a text's file of an offset of the text; the whole file where that has no lines."""
    draft = next((draft for draft in checked.drafts if draft.source is source), None)
    if draft is not None:
        return draft.place(offset)
    path = checked.desk.source_files[source.slug]
    if source.paged:
        return Place(path)
    if len(source.raw) > 1:  # HTML: its text was put together from pieces of the file
        decoded, at = checked.decoded(source), source.raw_offset(offset)
        return Place(path, decoded.count("\n", 0, at) + 1, at - decoded.rfind("\n", 0, at))
    return Place(path, source.line(offset), offset - source.text.rfind("\n", 0, offset))


def evidence(checked: Checked, record: Record, source: Source) -> Place | None:
    """Where the quote of a record stands in its article; None where it does not."""
    claim: Claim | None = record.claim
    return place_in(checked, source, claim.span.start) if claim else None


def settled(checked: Checked, record: Record) -> bool:
    """Whether a reviewer has said that the source errs here."""
    return any(verdict.decision is Decision.SOURCE_ERROR for verdict in checked.dossier.verdicts_of(record.id))
