"""Clauses: who does what, and which of them stands inside which.

What comes in: the tokens and verb groups of a sentence. What goes out: Clauses in the order of their first words; each
token belongs to one of them. It is no parser: a clause begins where a small word, a mark or a verb without a place says
so ("…, leaving two dead", "… and is now in control"), and an open clause that still lacks its verb gets the next free
one ("People who fled | are returning").
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reconcile.extract.grammar import BREAKS, Tag
from reconcile.extract.groups import Group
from reconcile.extract.words import Token


class Kind(StrEnum):
    """How a clause hangs on the one around it."""

    MAIN = "main"  # a clause of its own, or one joined by "and" or a semicolon
    RELATIVE = "relative"  # "who fled", "whose handover was delayed"
    ADVERBIAL = "adverbial"  # "after the dam broke"
    COMPLEMENT = "complement"  # what somebody said: "(that) the road was closed"
    PARTICIPLE = "participle"  # ", leaving two dead", ", led by a judge"
    PART_OF = "part of"  # ", including three children"
    APPOSITION = "apposition"  # ", an island of 900 people,", "— some 60% of them"
    GAPPED = "gapped"  # "and Aghdam on Nov. 20": the verb is in the clause before
    PURPOSE = "purpose"  # "to relieve the dam", "in an effort to save it"
    TELLING = "telling"  # ", police said"
    ACCORDING = "according"  # ", according to the county"


@dataclass(slots=True)
class Clause:
    """A clause.

    Attributes:
        kind: how it hangs on the one around it.
        start: first token number, its opening word included.
        body: first token number behind the opening word ("after", "whose", "and that").
        parent: number of the clause it hangs on; -1 for none.
        marked: whether a comma, dash or bracket stood before it, so that one closes it.
        shares: number of the clause whose subject it shares ("… and left"); -1 for none.
        group: its verb; None for one without.
        pieces: its own stretches of tokens, half-open; what stands between belongs to clauses inside it.
    """

    kind: Kind
    start: int
    body: int
    parent: int
    marked: bool = False
    shares: int = -1
    group: Group | None = None
    pieces: list[tuple[int, int]] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Half-open token number behind its last own token."""
        return self.pieces[-1][1] if self.pieces else self.body

    def labelled(self, tokens: Sequence[Token]) -> bool:
        """Whether its first stretch names what the others are of: "Norvik fire: 12 dead, 30 hurt", "Norvik | 12 dead".

        One word alone before a colon is more often the kind of article: "Video: 12 dead".
        """
        start, end = self.pieces[0] if self.pieces else (0, 0)
        colon = end > start + 1 and any(token.tag is Tag.COLON for token in tokens[end : end + 1])
        return colon or any(token.text == "|" for token in tokens[end : end + 1])

    def take(self, start: int, end: int) -> None:
        """Make tokens its own."""
        if self.pieces and self.pieces[-1][1] == start:
            self.pieces[-1] = (self.pieces[-1][0], end)
        else:
            self.pieces.append((start, end))

    def give_back(self, start: int) -> None:
        """Let go of the tokens from `start` on."""
        while self.pieces and self.pieces[-1][1] > start:
            first, _ = self.pieces.pop()
            if first < start:
                self.pieces.append((first, start))


@dataclass(slots=True)
class Draft:
    """Clauses while a sentence is read from left to right.

    Attributes:
        tokens, groups: of the sentence.
        headline: whether it is a title.
        clauses: so far.
        now: number of the clause that the next token falls to.
    """

    tokens: Sequence[Token]
    groups: dict[int, Group]
    headline: bool = False
    clauses: list[Clause] = field(default_factory=list)
    now: int = -1

    @property
    def current(self) -> Clause:
        """The clause that the next token falls to."""
        return self.clauses[self.now]

    def open(self, clause: Clause) -> None:
        """Begin a clause; tokens fall to it from now on."""
        self.clauses.append(clause)
        self.now = len(self.clauses) - 1

    def waiting(self, at: int | None = None) -> int:
        """The nearest clause around (from `at` outwards) that has begun and lacks its verb; -1 for none."""
        at = self.now if at is None else at
        while at >= 0:
            clause = self.clauses[at]
            if clause.group is None and clause.kind not in VERBLESS and (clause.pieces or clause.kind is Kind.RELATIVE):
                return at
            at = clause.parent
        return -1

    def leave_marked(self) -> None:
        """A comma closes the clauses that a comma opened."""
        while (clause := self.current).marked and clause.parent >= 0 and clause.pieces:
            if clause.group is None and clause.kind not in VERBLESS:
                break
            self.now = clause.parent

    def before(self, at: int) -> int:
        """The clause that the last word before a mark falls to, closed or not: ", said Ada Voss, | who …"."""
        while at > 0 and self.tokens[at - 1].tag in BREAKS:
            at -= 1
        found = (n for n in range(len(self.clauses) - 1, -1, -1) if self.clauses[n].pieces)
        return next((n for n in found if self.clauses[n].end == at), self.now)

    def root(self) -> int:
        """The clause at the bottom of the one the next token falls to, or the statement it stands in."""
        at = self.now
        while self.clauses[at].parent >= 0 and self.clauses[at].kind not in (Kind.MAIN, Kind.COMPLEMENT):
            at = self.clauses[at].parent
        return at


VERBLESS = frozenset({Kind.PART_OF, Kind.APPOSITION, Kind.GAPPED, Kind.PARTICIPLE, Kind.PURPOSE, Kind.ACCORDING})
