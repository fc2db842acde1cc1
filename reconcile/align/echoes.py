"""One figure in two articles: what few things come to, and what either article tells of one thing alone.

"The 34-year-old wept at the hearing", "the 34-year-old was so notorious" have no word in common, and a story has not
two ages of 34, nor two lengths of 11.4 kilometres, nor two sums of 222 million euros. That two figures are close says
nothing; that they are the same says much where few things come to it. Measured on some 80 stories: of the pairs with
one such figure that nothing else brought together, 95 in a hundred tell of one thing.
What comes in: the groups of all stories, and what is known of their claims. What goes out: the groups, in which such a
figure, with the values of its kind that stand beside it, went to the group of them that most articles tell it in. In a
text of few sentences every figure is the only one of its kind, which shows nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from reconcile.align.cluster import Rules
from reconcile.align.mates import Standing
from reconcile.align.slots import FEW
from reconcile.align.values import values_meet
from reconcile.model import Change, Claim, Hedge, Quantity, Span
from reconcile.model.values import digits, nearly

Key = tuple[str, str, Decimal, Change]  # kind, unit, number as written, level or change

DIGITS: Final = {"money": 3, "share": 2}  # without the noughts behind, from which few things come to it
LEAST: Final = {"time": 2, "length": 2, "count": 3}  # "a day", "two people" are told of many things
HUNDRED: Final = 100  # percent; and from which a count is told by its number, whatever is counted
A_FEW: Final = 10
A_TIME: Final = 0.2  # how near two equal lengths of time are: three days of mourning, three days of works on a line
FINE: Final = 4  # digits of a time that few things take
MANY: Final = 20  # from which it is of things, whichever they are


def echoed(
    groups: Sequence[Sequence[int]], stories: Mapping[str, int], known: Standing, rules: Rules
) -> list[list[int]]:
    """The groups of all stories, the claims with one telling figure together.

    Args:
        groups: as they were settled.
        stories: the number of each source's story.
        known: what is known of their claims.
        rules: what else holds.
    """
    found = {number: list(group) for number, group in enumerate(groups)}
    home = {claim: number for number, group in found.items() for claim in group}
    sentences: dict[str, set[Span]] = defaultdict(set)
    for claim in home:
        sentences[rules.homes[claim]].add(known.readings[claim].claim.sentence)
    told: dict[tuple[int, Key], list[int]] = defaultdict(list)
    for claim in sorted(home):
        key = _key(known.readings[claim].claim)
        if key is not None and len(sentences[rules.homes[claim]]) >= FEW:
            told[stories[rules.homes[claim]], key].append(claim)
    for claims in (*told.values(), *_close(told, known)):
        if alone := _alone(claims, home, rules):
            _gather(alone, found, home, known, rules)
    return sorted(sorted(group) for group in found.values() if group)


def one_figure(one: Claim, other: Claim) -> str:
    """What two claims have in common that give one figure few things come to, for people; "" for any others."""
    key, than = _key(one), _key(other)
    if key is None or than is None:
        return ""
    if key == than:
        return "the same figure"
    near = one.figure is not None and other.figure is not None and nearly(one.figure, other.figure)
    return "a figure that is the same but for its last digits" if near else ""


def _close(told: Mapping[tuple[int, Key], Sequence[int]], known: Standing) -> Iterator[list[int]]:
    """Claims with shares or sums of three digits or more that differ in the last of them: 50.21 and 50.24 percent."""

    def kin(row: tuple[tuple[int, Key], Sequence[int]]) -> tuple[int, str, str, Change]:
        (story, (kind, unit, *_, change)), _ = row
        return story, kind, unit, change

    def last(one: int, other: int) -> bool:
        ours, theirs = known.readings[one].claim.figure, known.readings[other].claim.figure
        return ours is not None and theirs is not None and nearly(ours, theirs)

    for _, rows in groupby(sorted(told.items(), key=lambda row: (*kin(row), row[0][1][2])), kin):
        run: list[int] = []
        for _, claims in rows:
            if run and not last(run[-1], claims[0]):
                yield sorted(run)
                run = []
            run += claims
        yield sorted(run)


def _key(claim: Claim) -> Key | None:
    """What a telling figure is: its unit, its number as written, and whether it is a level or a change.

    "At least 14" is told of what others tell "14" of. None for any other.
    """
    figure = claim.figure
    if figure is None or figure.value is None or claim.headline or not _tells(figure):
        return None
    return figure.kind, _noun(figure), figure.value, figure.change


def _noun(figure: Quantity) -> str:
    """What a figure is of: "8 million chests" are as many as "8 million pieces", 23 dead are not the 23 seats."""
    unit = figure.unit or ""
    if figure.kind != "count" or figure.value is None or abs(figure.value) < MANY:
        return unit
    return "" if abs(figure.value) >= HUNDRED else unit if unit == "person" else "thing"


def _tells(figure: Quantity) -> bool:
    value, kind = figure.value, figure.kind
    if value is None or figure.hedge is Hedge.VAGUE or figure.unit == "time" or kind == "factor":
        return False
    if figure.unit is None and abs(value) < HUNDRED:  # "at 14", "41 to go"
        return False
    if kind == "share" and figure.unit == "share":  # "a fifth", "half"
        return False
    few = digits(value) >= DIGITS.get(kind, 1) or (kind == "share" and abs(value) >= HUNDRED)
    return few and abs(value) >= LEAST.get(kind, Decimal(0))


def _telling(claim: Claim) -> bool:
    """Whether nothing more must show that two such figures are one: not a length of time, and not "seven children"."""
    figure = claim.figure
    if figure is None or figure.value is None:
        return False
    if figure.kind == "time":  # "2:01:39"
        return digits(figure.value) >= FINE
    return figure.kind != "count" or abs(figure.value) >= A_FEW


def _alone(claims: Sequence[int], home: Mapping[int, int], rules: Rules) -> list[int]:
    """Those of articles that tell the figure in one group alone."""
    groups: dict[str, set[int]] = defaultdict(set)
    for claim in claims:
        groups[rules.homes[claim]].add(home[claim])
    return [claim for claim in claims if len(groups[rules.homes[claim]]) == 1]


def _gather(
    claims: Sequence[int], found: dict[int, list[int]], home: dict[int, int], known: Standing, rules: Rules
) -> None:
    """Bring claims with one figure, and the values of its kind beside them, to the group that most articles tell."""

    def rank(number: int) -> tuple[int, int]:
        return -len({rules.homes[claim] for claim in claims if home[claim] == number}), min(found[number])

    host, *others = sorted({home[claim] for claim in claims}, key=rank)
    for number in others:
        there = _of_kind(claims[0], found[host], known)
        kin = _of_kind(claims[0], found[number], known)
        own = [claim for claim in claims if home[claim] == number]
        left = {rules.homes[claim] for claim in kin}.difference(rules.homes[claim] for claim in own)
        if not _telling(known.readings[claims[0]].claim) and not _near(own, there, known):
            continue
        for unit in (kin, own if not left else ()):
            if unit and _may(unit, there, known, rules):
                for claim in unit:
                    found[number].remove(claim)
                    home[claim] = host
                found[host] += unit
                break


def _may(unit: Sequence[int], there: Sequence[int], known: Standing, rules: Rules) -> bool:
    """Whether claims may go to others with values of their kind."""
    barred = any(rules.barred(a, b) or _rivals(a, b, known, rules) for a in unit for b in there)
    return rules.fixed.isdisjoint(unit) and not barred


def _of_kind(claim: int, group: Sequence[int], known: Standing) -> list[int]:
    """The claims of a group with values of the kind of one."""
    return [other for other in group if known.readings[other].kind == known.readings[claim].kind]


def _near(unit: Sequence[int], there: Sequence[int], known: Standing) -> bool:
    """Whether two of them are near enough for two lengths of time."""
    return any(known.near(a, b) >= A_TIME for a in unit for b in there)


def _rivals(one: int, other: int, known: Standing, rules: Rules) -> bool:
    """Whether one article gives two values of a kind; "222 million euros ($262 million)" is one."""
    if rules.homes[one] != rules.homes[other]:
        return False
    ours, theirs = known.readings[one].claim, known.readings[other].claim
    units = {claim.figure.unit for claim in (ours, theirs) if claim.figure}
    return len(units) == 1 and not values_meet(ours, theirs)
