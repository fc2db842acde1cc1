"""Figures and dates of a draft that nothing on the desk bears out, each beside the one that the desk has in like words.

What comes in: a draft, a dossier and how alike their claims are. What goes out: Statements of one claim beside another.
That two such values measure one thing their words often do not show, so little is made of the words alone: the desk has
no such value anywhere, the draft has nothing of what the desk has here, the two exclude each other and are as far apart
as a slip may take them, and most of what the draft says is the desk's. Who retells a story and gets one value wrong
leaves just that. Where the words are much the same, only claims in such words are asked for the two values.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from reconcile.align import Attached
from reconcile.compare import relate_figures
from reconcile.lexicon import entries
from reconcile.lint.drafts.beside import Beside, Statement, digits, one_measure, related
from reconcile.lint.drafts.days import given, mixed_up, one_slip, swapped
from reconcile.lint.drafts.read import Draft
from reconcile.model import Claim, Dossier, Hedge, Modality, Outcome, Quantity, Role, Source, When, quantity
from reconcile.model.notation import number

LIKE: Final = 0.35  # likeness from which the words may be of one thing; measured: tests.bench.drafts, .paraphrases
SLIPPED: Final = 0.2  # the same where the two numbers differ in one digit of several, or in their zeros
PART: Final = 0.45  # the same where both are parts of a whole, which has many
ALIKE: Final = 0.6  # likeness from which they are much the same
SHARED: Final = 2  # for each value that strays, so many that are the desk's …
PLAINLY: Final = 1.0  # … or one, where one figure alone strays and the draft is as near to the desk as its articles are
_TIMES: Final = 5  # as large: of one order
_ROUNDED: Final = Decimal("0.95")
_MEET: Final = frozenset({"shared_bound", "bounds_differ", "overlap", "touching"})
_ONE_SIDED: Final = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.LESS_THAN, Hedge.NEARLY})
_OTHERS: Final = frozenset({"part_whole"})  # "eight of them" beside twelve
_OF: Final = re.compile(r"\s+of\s+(?:the|them|those|these|its|their|his|her|us)\b")
STRAY: Final = "stray"


def strays(
    dossier: Dossier, draft: Draft, attached: Iterable[Attached], statements: Sequence[Statement], belonging: float
) -> Iterator[Statement]:
    """The values of a draft that stray from the desk, each beside the claim it strays from, in the order of the draft.

    Args:
        attached: the claims of the draft that are free to stray, with the claims of the desk they are like.
        statements: what the draft says of the desk's topics.
        belonging: how far the draft tells the desk's story.
    """
    laid = _Laid(dossier, draft, attached)
    borne_out = {said.claim.id for said in statements if any(row.same for row in said.beside)}
    last = max((source.published for source in dossier.sources if source.published), default=None)
    elsewhen = {day.sentence for day in draft.claims if day.date and laid.of_another_time(day.date)}
    found: dict[str, Statement] = {}
    for claim in draft.claims:
        day = claim.date
        if day and last and day.earliest and day.earliest > last and claim.modality is Modality.HAPPENED:
            continue  # the desk cannot know of it yet
        for row in laid.near.get(claim.id, ()) if claim.id not in borne_out else ():
            theirs = laid.strayed_from(claim, row)
            finding = related(dossier, draft, claim, theirs) if theirs is not None else None
            part = finding is not None and finding.relation in _OTHERS and claim.figure and claim.figure.kind == "count"
            if theirs is not None and not part:
                found[claim.id] = _stray(dossier, draft, claim, theirs, row.likeness)
                break
        else:
            alone = laid.sole(claim) if claim.id in laid.near and claim.id not in borne_out else None
            if alone is not None:
                found[claim.id] = _stray(dossier, draft, claim, alone, 0.0)
    lone = len(found) == 1 and all(stray.claim.figure for stray in found.values())
    least = 1 if lone and belonging >= PLAINLY else SHARED * len(found)
    if _retold(least, draft, laid.known, statements):
        for stray in found.values():
            if stray.claim.figure is None or stray.claim.sentence not in elsewhen:  # "a week later 140 soldiers left"
                yield stray


def _stray(dossier: Dossier, draft: Draft, claim: Claim, theirs: Claim, likeness: float) -> Statement:
    beside = (Beside(theirs, same=False, fits=False, apart=True, code=STRAY),)
    return Statement(draft, claim, dossier.topic_of[theirs.id], likeness, pinned=False, beside=beside)


def _retold(least: int, draft: Draft, known: "_Values", statements: Sequence[Statement]) -> bool:
    """Whether a draft tells what the desk has: enough of it beside the claims that say so, or two thirds of it."""
    beside = {said.words for said in statements if any(row.same for row in said.beside)}
    figures = {claim.figure: claim for claim in draft.claims if claim.figure}
    borne_out = sum(known.give(claim, unit=True) for claim in figures.values())
    return len(beside) >= least or (borne_out >= least and 3 * borne_out >= 2 * len(figures))


class _Laid:
    """A draft's claims beside those of the desk that they are like."""

    def __init__(self, dossier: Dossier, draft: Draft, attached: Iterable[Attached]) -> None:
        self.dossier, self.draft = dossier, draft
        self.near: dict[str, list[Attached]] = defaultdict(list)
        told: dict[str, set[str]] = defaultdict(set)
        for row in attached:
            self.near[row.claim].append(row)
            told[dossier.topic_of[row.nearest]].add(row.claim)
        self.known, self.own = _Values(dossier.claims), _Values(draft.claims)
        by_id = {claim.id: claim for claim in draft.claims}
        self._told: Mapping[str, _Values] = {
            topic: _Values([by_id[name] for name in sorted(names)]) for topic, names in told.items()
        }
        self._topics: dict[str, _Values] = {}

    def of_another_time(self, when: When) -> bool:
        """Whether a day of the draft is none that the desk tells: of a draft whose own day is not known, none is."""
        if self.draft.source.published is None or when.of_no_day:
            return False
        return not when.anchored or not self.known.tell(when)

    def strayed_from(self, claim: Claim, row: Attached) -> Claim | None:
        """The claim of a topic that a draft's may have been written for."""
        topics = [self.dossier.topic_of[near.nearest] for near in self.near[claim.id]]
        if self.known.give(claim) or any(self._of(topic).give(claim, whatever=True) for topic in topics):
            return None
        alike = row.likeness >= ALIKE
        topic = self.dossier.topic_of[row.nearest]
        own = self._told[topic] if alike else self.own
        others = (name for name in self.dossier.topic[topic].claims if name != row.nearest)
        part = of_more(self.draft.source, claim)
        for theirs in (self.dossier.claim[name] for name in (row.nearest, *others)):
            if part and (row.likeness < PART or not of_more(self.dossier.source[theirs.source], theirs)):
                continue
            strange = _strange(claim, theirs)
            given = self.known.give(claim, whatever=True) or self.own.give(theirs, whatever=True) if strange else False
            if row.likeness < LIKE and (row.likeness < SLIPPED or strange or not _one_digit(claim, theirs)):
                continue
            if not given and _mistaken(claim, theirs, alike=alike) and not own.give(theirs):
                return theirs
        return None

    def sole(self, claim: Claim) -> Claim | None:
        """The claim with the one figure that the desk has in a unit, where a slip of the pen makes the draft's of it.

        "A building of 17,000 square feet": the desk has 170,000, and measures nothing else in square feet.
        """
        unit = claim.figure.unit if claim.figure else None
        told = [
            other
            for other in self.dossier.claims
            if other.figure and other.figure.unit == unit is not None and other.figure.hedge is not Hedge.VAGUE
        ]
        mates = [other for other in told if other.id in self.dossier.topic_of]
        one = len({other.figure.value for other in told if other.figure}) == 1
        part = of_more(self.draft.source, claim)
        if part or not one or not mates or self.known.give(claim, whatever=True) or self.own.give(mates[0]):
            return None
        return mates[0] if _one_digit(claim, mates[0]) and _mistaken(claim, mates[0], alike=True) else None

    def _of(self, topic: str) -> "_Values":
        if topic not in self._topics:
            self._topics[topic] = _Values([self.dossier.claim[name] for name in self.dossier.topic[topic].claims])
        return self._topics[topic]


class _Values:
    """The figures and dates of claims, by what they measure."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        told = list(claims)
        self._by_kind: dict[str, list[Quantity]] = defaultdict(list)
        for figure in dict.fromkeys(claim.figure for claim in told if claim.figure):
            self._by_kind[figure.kind].append(figure)
        self._days = [claim.date for claim in told if claim.date]

    def give(self, claim: Claim, *, whatever: bool = False, unit: bool = False) -> bool:
        """Whether one of them is what a claim gives, whatever their bounds.

        Args:
            whatever: also where it counts something else; what is measured is never the same in another unit.
            unit: only where both say what they count.
        """
        figure = claim.figure
        if figure is not None:
            others = (
                other
                for other in self._by_kind[figure.kind]
                if (whatever and figure.kind == "count")
                or one_measure(figure, other)
                or (not unit and None in (figure.unit, other.unit))
            )
            return any(_gives(figure, other) for other in others)
        return claim.date is not None and self.tell(claim.date)

    def tell(self, when: When) -> bool:
        """Whether one of their dates is a date."""
        return any(given(when, day) for day in self._days)


def of_more(source: Source, claim: Claim) -> bool:
    """Whether a claim counts some of those that another counts: "nine of the welders"; a share is always of a whole."""
    words = claim.quantity
    counts = claim.figure is not None and claim.figure.kind == "count"
    return counts and words is not None and _OF.match(source.text, words.span.end) is not None


def _strange(claim: Claim, theirs: Claim) -> bool:
    """Whether two claims count things of two names: homes and houses, or catches and carries."""
    ours, other = claim.figure, theirs.figure
    return ours is not None and other is not None and ours.kind == other.kind == "count" and not _one_thing(ours, other)


def _one_thing(figure: Quantity, other: Quantity) -> bool:
    """Whether two figures are of things of one name, or of people under two: "60 lives", "60 people"."""
    if not figure.kind == other.kind == "count":
        return one_measure(figure, other)
    units = {figure.unit, other.unit} - {None}
    return len(units) < 2 or units <= set(entries("scope")["people"])


def _span(figure: Quantity) -> tuple[Decimal, Decimal]:
    return (figure.low, figure.high) if figure.value is None else (figure.value, figure.value)


def _gives(figure: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one number, or one of them is the other rounded."""
    if other.hedge is Hedge.VAGUE:
        return False
    (low, high), (least, most) = _span(figure), _span(other)
    if low <= most and least <= high:
        return True
    rough = figure.hedge is not Hedge.EXACT or other.hedge is not Hedge.EXACT or digits(figure) < digits(other)
    return rough and low * _ROUNDED <= most and least * _ROUNDED <= high


def _mistaken(claim: Claim, theirs: Claim, *, alike: bool) -> bool:
    """Whether one value may have been written for the other: no further apart than a slip takes it, never both true."""
    if claim.figure is not None and theirs.figure is not None:
        return _misread(claim.figure, theirs.figure, alike=alike)
    if claim.date is not None and theirs.date is not None:
        last = claim.date.role is theirs.date.role is Role.SINCE  # "the worst since 1974", "none worse since 1974"
        return (last or claim.modality is theirs.modality) and mixed_up(claim, theirs)
    return False


def _misread(figure: Quantity, other: Quantity, *, alike: bool) -> bool:
    """Whether two figures are of one measure and of one order, or zeros were lost or the unit."""
    if Hedge.VAGUE in (figure.hedge, other.hedge) or figure.kind != other.kind:
        return False
    if figure.kind != "count" and not one_measure(figure, other):
        return figure.value is not None and figure.value == other.value
    if figure.hedge is other.hedge and figure.hedge in _ONE_SIDED:  # "up to 80" is not "up to 800"
        figure, other = (quantity(one.value or one.low, Hedge.EXACT, one.unit, one.change) for one in (figure, other))
    row = relate_figures(figure, replace(other, unit=figure.unit))
    (low, high), (least, most) = _span(figure), _span(other)
    far = low > _TIMES * most or least > _TIMES * high
    zeros = far and (alike or None in (figure.value, other.value)) and _zeros(figure, other)
    zeros = zeros or _nought(figure, other)
    if far and row.code != "magnitude_slip" and not zeros:
        return False
    return (zeros and alike) or (row.outcome in (Outcome.CONFLICTS, Outcome.DIFFERS) and row.code not in _MEET)


def _one_digit(claim: Claim, theirs: Claim) -> bool:
    """Whether two numbers of several digits are the same but for one digit, for two that changed places, or zeros."""
    ours, other = claim.figure, theirs.figure
    if ours is None or other is None or ours.value is None or other.value is None:
        return swapped(claim, theirs)
    if not _one_thing(ours, other) or None in (ours.unit, other.unit):
        return False
    if _bare(ours.value) == _bare(other.value):
        return len(_bare(ours.value)) > 1
    return min(digits(ours), digits(other)) > 1 and one_slip(number(ours.value), number(other.value))


def _zeros(figure: Quantity, other: Quantity) -> bool:
    """Whether one is the other with more zeros, at both ends of a range."""
    return all(one and two and _bare(one) == _bare(two) for one, two in zip(_span(figure), _span(other), strict=True))


def _nought(figure: Quantity, other: Quantity) -> bool:
    """Whether one has one zero more than the other, of a unit that both name: "40 schools", "400 schools".

    Of a bare number, and of two zeros or more, there are too many that only happen to be so.
    """
    if not figure.value or not other.value or figure.unit is None or figure.unit != other.unit:
        return False
    return max(figure.value, other.value) == 10 * min(figure.value, other.value)


def _bare(value: Decimal) -> str:
    """The digits of a number without the zeros around them."""
    return str(value).strip("0.")
