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
    rate_v_sum             3 million a year for four years = 12 million
    age_v_birth, age_off   "aged 34" and "born in 1990", in a paper of 2024; "aged 44" in the same

To add a calculation: a function in CALCULATIONS, a row in ARITHMETIC, a section in `tests/spec/relations.md`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, islice, permutations, product
from typing import Final

from reconcile.compare.elapsed import ages, changes, durations, rates
from reconcile.compare.names import NAME
from reconcile.compare.numbers import plainly
from reconcile.compare.pair import Pair
from reconcile.compare.reckoned import MOST, NEAR, POINT, Compared, level, of_kind, said
from reconcile.compare.side import Side, flat
from reconcile.compare.subject import shared
from reconcile.compare.words import known, stem
from reconcile.model import Change, Hedge, Quantity
from reconcile.model.notation import number
from reconcile.model.units import factor

SHARED: Final = 2  # words, for a number without a noun to be a part of anything
LARGEST_LIST: Final = 12


def of_topic(told: Sequence[Side]) -> Iterator[Compared]:
    """What follows from the claims of one topic."""
    for calculation in CALCULATIONS:
        yield from calculation(told)


def share_count(told: Sequence[Side]) -> Iterator[Compared]:
    """Share × whole = part, over at least two sources: "60% of the people", 150,000 inhabitants, 90,000 who fled."""
    counts = of_kind(told, "count")
    for share in (side for side in of_kind(told, "share") if level(side, *POINT)):
        fits: dict[str, list[tuple[Side, Side, str]]] = {}
        wholes = [side for side in counts if _is_whole(side, share)]
        for whole, part in product(wholes, counts if wholes else ()):
            if _is_part(part, share, whole) and (shown := _product(share.figure, whole.figure, part.figure)):
                fits.setdefault(whole.claim.id, []).append((whole, part, shown))
        for rows in fits.values():
            whole, part, shown = min(rows, key=lambda row: row[1].claim.source != share.claim.source)
            if whole.claim.source != share.claim.source:
                yield Pair(share, whole), said("share_count", shown, [part])
            for _, other, also in rows:
                if other.claim.source != share.claim.source:
                    ranged = other.figure.value is None
                    yield Pair(share, other), said("share_count", also, [whole], weak=ranged)


def _is_whole(whole: Side, share: Side) -> bool:
    """Whether `share` may be of `whole`."""
    if not level(whole, *POINT) or "part" in whole.subject.marks:
        return False
    people = bool(whole.subject.heads & known().people) and not whole.subject.measure
    of = {stem(word.lower()) for word in re.findall(r"\w+", share.claim.quantity.whole if share.claim.quantity else "")}
    return people or bool(of & whole.subject.heads)


def _is_part(part: Side, share: Side, whole: Side) -> bool:
    """Whether `part` may be what `share` of `whole` comes to."""
    if part.figure.change is not Change.LEVEL or whole.figure.low <= part.figure.low:
        return False
    same_deed = share.subject.measure == part.subject.measure != whole.subject.measure
    return (same_deed or shared(share.subject, part.subject) > 0) and Pair(whole, part).same_noun


def _product(share: Quantity, whole: Quantity, part: Quantity) -> str:
    """The calculation, where it comes out; "" where it does not."""
    part_of = (factor(share.unit, "percent") or Decimal(1)) / 100  # "half" is 0.5 of a whole, "50%" is 50 hundredths
    low, high = share.low * whole.low * part_of, share.high * whole.high * part_of
    least = part.low if part.value is None else part.value
    if not (whole.high.is_finite() and part.high.is_finite()) or high < least or part.high < low:
        return ""
    middle = (share.value or share.low) * (whole.value or whole.low) * part_of
    about = "" if low == high else f" (with 10% either way for “about”: {plainly(low)} to {plainly(high)})"
    against = plainly(part.value) if part.value is not None else f"{plainly(part.low)} to {plainly(part.high)}"
    percent = number(round((share.value or share.low) * part_of * 100, 1))
    told = f"{percent}% of {plainly(whole.value or whole.low)} = {plainly(middle)}"
    return f"{told}{about}, against {against}"


def parts(told: Sequence[Side]) -> Iterator[Compared]:
    """Two parts and their sum, where "other", "more" or "all" says that they are parts: 3 + 4 others = all 7."""
    exact = [side for side in of_kind(told, "count") if level(side, Hedge.EXACT) and side.figure.low >= 1]
    by_value: dict[Decimal, list[Side]] = {}
    for side in exact:
        by_value.setdefault(side.figure.low, []).append(side)
    for x, y in combinations(sorted(by_value), 2):
        shown = f"{plainly(x)} + {plainly(y)} = {plainly(x + y)}"
        for whole in by_value.get(x + y, ())[:2]:
            found = (pair for pair in product(by_value[x], by_value[y]) if _are_parts(*pair, whole))
            both = list(islice(found, 1))
            for part, other in [*both, *(pair[::-1] for pair in both)]:
                if part.claim.source != whole.claim.source or part.claim.source == other.claim.source:
                    yield Pair(part, whole), said("sum", shown, [other])


def _are_parts(one: Side, two: Side, whole: Side) -> bool:
    """Whether two are parts of what `whole` counts: of one fate all three, or told by one article.

    "Others" are others than those told beside them; "27 more bodies" are so for whoever counted the dead before.
    """
    if "other" in whole.subject.marks or not all(Pair(part, whole).same_noun for part in (one, two)):
        return False
    if _listed_parts(one, two):
        return True
    fates = {side.subject.measure for side in (one, two, whole)}
    if len(fates) == 1 and "" not in fates:
        return "other" in one.subject.marks | two.subject.marks
    marked = "other" in one.subject.marks | two.subject.marks or "all" in whole.subject.marks
    one_noun = not any(part.subject.heads.isdisjoint(whole.subject.heads) for part in (one, two))
    return marked and one.source is two.source and one_noun


def _listed_parts(one: Side, two: Side) -> bool:
    """Whether one sentence gives both as parts: "164 dead in the north and 11 in the south"."""
    same = one.claim.source == two.claim.source and one.claim.sentence == two.claim.sentence
    parts = same and one is not two and "part" in one.subject.marks & two.subject.marks
    return parts and _fate(one, two) != "" and not _has_a_third(one, two)


def _has_a_third(one: Side, two: Side) -> bool:
    """Whether the sentence has more of that fate: "108 hurt are in Arden, 31 in Brill and 17 in Cole"."""
    counts = (side for side in one.beside if side.claim.figure and side.figure.kind == "count")
    others = (side for side in counts if side not in (one, two) and side.subject.measure == _fate(one, two))
    return any(side.figure.low != one.figure.low + two.figure.low for side in others)


def _fate(one: Side, two: Side) -> str:
    """What became of two listed parts; "" where it is not the same, or nothing."""
    told = {one.subject.measure, two.subject.measure} - {""}  # "and 11 in the south" leaves it to the first
    return told.pop() if len(told) == 1 else ""


def totals(told: Sequence[Side]) -> Iterator[Compared]:
    """Two parts of a toll that come close to the whole of another source, and not to it."""
    exact = [side for side in of_kind(told, "count") if level(side, Hedge.EXACT)]
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
                yield pair, said("sum_off", f"{shown}, against {plainly(whole.figure.low)}", [two])


LIST: Final = re.compile(rf"(?:{NAME.pattern}, )*{NAME.pattern},? and (?:the )?{NAME.pattern}")


_LEADS: Final = re.compile(r"\b(\w+)(?:,|:| of| named| called| like| such as| including)?(?: the)? $")
_FOLLOWS: Final = re.compile(r",? ((?:\w+ )?\w+)")  # "Arden and Brill, two towns"


def names_counted(told: Sequence[Side]) -> Iterator[Compared]:
    """A number here, as many names there: "three towns" and "the towns of Arden, Brill and Cole"."""
    small = [
        side for side in of_kind(told, "count") if level(side, Hedge.EXACT) and 2 <= side.figure.low <= LARGEST_LIST
    ]
    for counted in small:
        for named in told[: 2 * MOST]:
            if named.claim.source == counted.claim.source:
                continue
            if (names := _listed(named, counted)) and len(names) == counted.figure.low:
                shown = f"{number(counted.figure.low)} = {', '.join(names)}"
                yield Pair(counted, named), said("names_counted", shown)
                break


def _listed(named: Side, counted: Side) -> list[str]:
    """The names in a list right beside the noun that is counted; not "a cable between Arden and Brill"."""
    quote = flat(named.claim.quote)
    for match in LIST.finditer(quote[:600]):
        led, followed = _LEADS.search(quote, 0, match.start()), _FOLLOWS.match(quote, match.end())
        nouns = {stem(word.lower()) for found in (led, followed) if found for word in found[1].split()}
        if nouns & counted.subject.heads:
            return re.split(r",? and (?:the )?|, ", match[0])
    return []


CALCULATIONS: Final[tuple[Callable[[Sequence[Side]], Iterator[Compared]], ...]] = (
    share_count, parts, totals, names_counted, durations, changes, rates, ages,
)  # fmt: skip
