"""Arithmetic over claims: what follows from several figures, shown as the calculation with every claim it rests on.

What comes in: the claims of a topic, or of all topics. What goes out: pairs with a Comparison whose `others` are the
further claims used. Only calculations that come out are reported: one that does not may rest on figures that were never
meant to belong together. Parts that one sentence lists and that come close to the other's whole are.

    share_count            60% of 150,000 = 90,000
    sum                    3 + 4 = 7
    sum_off                164 in the north + 11 in the south = 175, against a total of 181
    names_counted          "three towns" and "Arden, Brill and Cole"
    duration_v_endpoints   "six-week" and 27 September to 9 November
    change_v_levels        20, up by 5, 25
    age_v_birth, age_off   "aged 34" and "born in 1990", in a paper of 2024; "aged 44" in the same

To add a calculation: a function in CALCULATIONS, a row in ARITHMETIC, a section in `tests/spec/relations.md`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations, product
from typing import Final

from reconcile.compare.finding import Comparison
from reconcile.compare.numbers import plainly
from reconcile.compare.pair import Pair, Side, flat
from reconcile.compare.relation import Relation
from reconcile.compare.subject import shared
from reconcile.compare.words import NAME, known, stem
from reconcile.model import Change, Dimension, Hedge, Outcome, Precision, Quantity, Role
from reconcile.model.notation import number
from reconcile.model.units import factor

Compared = tuple[Pair, Comparison]
ALIKE: Final = 0.5  # of the shorter one's words, for a length of time and the days it ran between
SHARED: Final = 2  # words, for a number without a noun to be a part of anything
MOST: Final = 24  # claims of one kind that are tried with each other
LARGEST_LIST: Final = 12
_THEN: Final = re.compile(  # an age that may be of another year
    r"\b(?:when|while|then|ago|age of|turned)\b|\b(?:was|were) (?:\w+ )?\d"
)
_BORN: Final = (Precision.DAY, Precision.MONTH, Precision.YEAR)
NEAR: Final = Decimal("0.2")  # of a whole, for listed parts to be meant to be all of it
_FIGURE: Final = Dimension.FIGURE
_POINT: Final = (Hedge.EXACT, Hedge.APPROX, Hedge.NEARLY)

ARITHMETIC: Final[tuple[Relation[Pair], ...]] = (
    Relation("share_count", _FIGURE, Outcome.AGREE, "the share, the whole and the part fit"),
    Relation("sum", _FIGURE, Outcome.COMPATIBLE, "the parts add up to the whole"),
    Relation("sum_off", _FIGURE, Outcome.DIFFERS, "the parts do not come to what the other gives for all",
             settles="ask what each counts, and whether a part is missing"),
    Relation("names_counted", _FIGURE, Outcome.AGREE, "one gives the number and the other as many names"),
    Relation("duration_v_endpoints", _FIGURE, Outcome.AGREE, "the length fits the two ends"),
    Relation("change_v_levels", _FIGURE, Outcome.AGREE, "the change leads from the one level to the other"),
    Relation("age_v_birth", _FIGURE, Outcome.AGREE, "the age fits the year of birth"),
    Relation("age_off", _FIGURE, Outcome.DIFFERS, "the age does not fit the year of birth",
             settles="look up the day of birth"),
)  # fmt: skip
_ROWS: Final = {row.code: row for row in ARITHMETIC}


def of_topic(told: Sequence[Side]) -> Iterator[Compared]:
    """What follows from the claims of one topic."""
    for calculation in CALCULATIONS:
        yield from calculation(told)


def _said(code: str, shown: str, others: Sequence[Side] = (), *, weak: bool = False) -> Comparison:
    row = _ROWS[code]
    rests = tuple(f"rests on {side.outlet}: {flat(side.claim.quote)}" for side in others)
    return Comparison(
        row.code,
        row.dimension,
        Outcome.COMPATIBLE if weak else row.outcome,
        f"{row.because}: {shown}",
        row.settles,
        steps=(f"arithmetic: {shown}", *rests),
        others=tuple(side.claim.id for side in others),
    )


def _of_kind(told: Sequence[Side], *kinds: str) -> list[Side]:
    return [side for side in told if side.claim.figure is not None and side.figure.kind in kinds][:MOST]


def _level(side: Side, *hedges: Hedge) -> bool:
    return side.figure.change is Change.LEVEL and side.figure.hedge in hedges


def share_count(told: Sequence[Side]) -> Iterator[Compared]:
    """Share × whole = part, over at least two sources: "60% of the people", 150,000 inhabitants, 90,000 who fled."""
    counts = _of_kind(told, "count")
    for share in (side for side in _of_kind(told, "share") if _level(side, *_POINT)):
        fits: dict[str, list[tuple[Side, Side, str]]] = {}
        for whole, part in permutations(counts, 2):
            if _is_whole(whole, share, part) and (shown := _product(share.figure, whole.figure, part.figure)):
                fits.setdefault(whole.claim.id, []).append((whole, part, shown))
        for rows in fits.values():
            whole, part, shown = min(rows, key=lambda row: row[1].claim.source != share.claim.source)
            if whole.claim.source != share.claim.source:
                yield Pair(share, whole), _said("share_count", shown, [part])
            for _, other, also in rows:
                if other.claim.source != share.claim.source:
                    ranged = other.figure.value is None
                    yield Pair(share, other), _said("share_count", also, [whole], weak=ranged)


def _is_whole(whole: Side, share: Side, part: Side) -> bool:
    """Whether `share` is of `whole`, and `part` is what it comes to."""
    if not _level(whole, *_POINT) or whole.figure.low <= part.figure.low or "part" in whole.subject.marks:
        return False
    if part.figure.change is not Change.LEVEL or not Pair(whole, part).same_noun:
        return False
    same_deed = share.subject.measure == part.subject.measure != whole.subject.measure
    people = bool(whole.subject.heads & known().people) and not whole.subject.measure
    of = {stem(word.lower()) for word in re.findall(r"\w+", share.claim.quantity.whole if share.claim.quantity else "")}
    named = bool(of & whole.subject.heads)
    return (same_deed or shared(share.subject, part.subject) > 0) and (people or named)


def _product(share: Quantity, whole: Quantity, part: Quantity) -> str:
    """The calculation, where it comes out; "" where it does not."""
    low, high = share.low * whole.low / 100, share.high * whole.high / 100
    least = part.low if part.value is None else part.value
    if not (whole.high.is_finite() and part.high.is_finite()) or high < least or part.high < low:
        return ""
    middle = (share.value or share.low) * (whole.value or whole.low) / 100
    about = "" if low == high else f" (with 10% either way for “about”: {plainly(low)} to {plainly(high)})"
    against = plainly(part.value) if part.value is not None else f"{plainly(part.low)} to {plainly(part.high)}"
    told = f"{number(share.value or share.low)}% of {plainly(whole.value or whole.low)} = {plainly(middle)}"
    return f"{told}{about}, against {against}"


def parts(told: Sequence[Side]) -> Iterator[Compared]:
    """Two parts and their sum, where "other", "more" or "all" says that they are parts: 3 + 4 others = all 7."""
    exact = [side for side in _of_kind(told, "count") if _level(side, Hedge.EXACT) and side.figure.low >= 1]
    by_value: dict[Decimal, list[Side]] = {}
    for side in exact:
        by_value.setdefault(side.figure.low, []).append(side)
    for x, y in combinations(sorted(by_value), 2):
        shown = f"{plainly(x)} + {plainly(y)} = {plainly(x + y)}"
        for whole in by_value.get(x + y, ())[:2]:
            both = [(one, two) for one, two in product(by_value[x], by_value[y]) if _are_parts(one, two, whole)][:1]
            for part, other in [*both, *(pair[::-1] for pair in both)]:
                if part.claim.source != whole.claim.source or part.claim.source == other.claim.source:
                    yield Pair(part, whole), _said("sum", shown, [other])


def _are_parts(one: Side, two: Side, whole: Side) -> bool:
    pairs = (Pair(one, whole), Pair(two, whole))
    listed = _listed_parts(one, two)
    bare = not listed and any(
        part.figure.unit is None and pair.shared < SHARED for part, pair in zip((one, two), pairs, strict=True)
    )
    nouns = all(pair.same_noun for pair in pairs) and not bare  # a number without a noun may count anything
    marked = listed or "other" in one.subject.marks | two.subject.marks or "all" in whole.subject.marks
    return nouns and marked and "other" not in whole.subject.marks


def _listed_parts(one: Side, two: Side) -> bool:
    """Whether one sentence gives both as parts: "164 dead in the north and 11 in the south"."""
    same = one.claim.source == two.claim.source and one.claim.sentence == two.claim.sentence
    return same and one is not two and "part" in one.subject.marks & two.subject.marks and _fate(one, two) != ""


def _fate(one: Side, two: Side) -> str:
    """What became of two listed parts; "" where it is not the same, or nothing."""
    told = {one.subject.measure, two.subject.measure} - {""}  # "and 11 in the south" leaves it to the first
    return told.pop() if len(told) == 1 else ""


def totals(told: Sequence[Side]) -> Iterator[Compared]:
    """Two parts of a toll that come close to the whole of another source, and not to it."""
    exact = [side for side in _of_kind(told, "count") if _level(side, Hedge.EXACT)]
    for one, two in permutations(exact, 2):
        if not _listed_parts(one, two):
            continue
        come_to = one.figure.low + two.figure.low
        for whole in exact:
            pair, off = Pair(one, whole), abs(come_to - whole.figure.low)
            same = whole.claim.source != one.claim.source and whole.subject.measure == _fate(one, two)
            alone = whole.subject.marks <= {"toll", "total", "all"} and whole.subject.groups == one.subject.groups
            if same and alone and pair.same_time and pair.same_noun and 0 < off <= whole.figure.low * NEAR:
                most, least = max(one.figure.low, two.figure.low), min(one.figure.low, two.figure.low)
                shown = f"{plainly(most)} + {plainly(least)} = {plainly(come_to)}"
                yield pair, _said("sum_off", f"{shown}, against {plainly(whole.figure.low)}", [two])


LIST: Final = re.compile(rf"(?:{NAME.pattern}, )*{NAME.pattern},? and (?:the )?{NAME.pattern}")


def names_counted(told: Sequence[Side]) -> Iterator[Compared]:
    """A number here, as many names there: "three towns" and "the towns of Arden, Brill and Cole"."""
    small = [
        side for side in _of_kind(told, "count") if _level(side, Hedge.EXACT) and 2 <= side.figure.low <= LARGEST_LIST
    ]
    for counted in small:
        for named in told[: 2 * MOST]:
            if named.claim.source == counted.claim.source:
                continue
            if (names := _listed(named, counted)) and len(names) == counted.figure.low:
                shown = f"{number(counted.figure.low)} = {', '.join(names)}"
                yield Pair(counted, named), _said("names_counted", shown)
                break


def _listed(named: Side, counted: Side) -> list[str]:
    """The names in a list that stands beside the noun that is counted."""
    quote = flat(named.claim.quote)
    for match in LIST.finditer(quote[:600]):
        near = f"{quote[max(0, match.start() - 25) : match.start()]} {quote[match.end() : match.end() + 25]}"
        nouns = {stem(word.lower()) for word in re.findall(r"\w+", near)}
        if nouns & counted.subject.heads:
            return re.split(r",? and (?:the )?|, ", match[0])
    return []


def durations(told: Sequence[Side]) -> Iterator[Compared]:
    """A length of time, and the days it ran between: "the six-week siege" and "from 27 September to 9 November"."""
    lengths = [side for side in _of_kind(told, "time") if _level(side, *_POINT)]
    spans = [side for side in told if side.claim.date and side.when.earliest and side.when.latest
             and (side.when.precision is Precision.INTERVAL or side.when.role is Role.BETWEEN)][:MOST]  # fmt: skip
    for length in lengths:
        day = factor(length.figure.unit, "day")
        for span in spans:
            if day is None or not span.when.earliest or not span.when.latest or Pair(length, span).alike < ALIKE:
                continue
            days = (span.when.latest - span.when.earliest).days + 1
            stated = (length.figure.value or length.figure.low) * day
            if abs(days - stated) <= max(day / 2, stated / 10):
                unit = f"{length.figure.unit}s"
                shown = (
                    f"{span.when.earliest} to {span.when.latest} is {days} days, "
                    f"{number(round(days / day, 1))} {unit}, against {number(round(stated / day, 1))}"
                )
                yield Pair(length, span), _said("duration_v_endpoints", shown)
                break


def changes(told: Sequence[Side]) -> Iterator[Compared]:
    """A change, and the two levels it leads between: 20 on Monday, five more, 25 on Tuesday."""
    figured = [side for side in told if side.claim.figure is not None and side.figure.value is not None][:MOST]
    moved = [side for side in figured if side.figure.change is not Change.LEVEL]
    levels = [side for side in figured if _level(side, *_POINT)]
    for change in moved:
        for old, new in permutations(levels, 2):
            two_days = old.day is not None and new.day is not None and old.day < new.day
            related = Pair(change, new).shared >= 2 and Pair(old, new).shared >= 2
            if two_days and related and (shown := _moved(change.figure, old.figure, new.figure)):
                yield Pair(old, new), _said("change_v_levels", shown, [change])
                break


def _moved(change: Quantity, old: Quantity, new: Quantity) -> str:
    by, first, last = change.value, old.value, new.value
    if by is None or first is None or last is None or old.unit != new.unit or not first:
        return ""
    sign = 1 if change.change is Change.RISE else -1
    if change.unit == "percent" and old.unit != "percent":
        fits = abs(first * (1 + sign * by / 100) - last) <= abs(last) / 100
        return f"{plainly(first)} {'+' if sign > 0 else '−'} {number(by)}% = about {plainly(last)}" if fits else ""
    if change.unit not in (old.unit, "percentage point" if old.unit == "percent" else old.unit):
        return ""
    return (
        f"{plainly(first)} {'+' if sign > 0 else '−'} {plainly(by)} = {plainly(last)}"
        if first + sign * by == last
        else ""
    )


def ages(told: Sequence[Side]) -> Iterator[Compared]:
    """An age, and the year of birth: 34 in a paper of 2024, born in 1990 or 1989."""
    aged = [side for side in _of_kind(told, "age") if _level(side, Hedge.EXACT) and side.source.published]
    born = [
        side for side in told if side.claim.date and side.when.earliest and "born" in side.claim.about.lower().split()
    ]
    for age in aged:
        for birth in born[:MOST]:
            if not age.subject.names & birth.subject.names or not age.source.published or not birth.when.earliest:
                continue
            now, then = age.source.published.year, birth.when.earliest.year
            shown = f"{now} − {then} = {now - then}, against {number(age.figure.low)}"
            if now - then - 1 <= age.figure.low <= now - then:
                yield Pair(age, birth), _said("age_v_birth", shown)
            elif _one_person(age, birth) and not now - then - 2 <= age.figure.low <= now - then + 1:
                yield Pair(age, birth), _said("age_off", shown)


def _one_person(age: Side, birth: Side) -> bool:
    """Whether an age of now and a birth are plainly those of one person: no "when he was 20", nobody else named."""
    owners, born = age.subject.owners, birth.subject.names
    two = age.claim.source != birth.claim.source and not _THEN.search(age.sentence)
    return two and bool(owners) and (owners <= born or born <= owners) and birth.when.precision in _BORN


CALCULATIONS: Final[tuple[Callable[[Sequence[Side]], Iterator[Compared]], ...]] = (
    share_count, parts, totals, names_counted, durations, changes, ages,
)  # fmt: skip
