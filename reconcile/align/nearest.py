"""Whether two values of a topic are the nearest to each other: nothing of their kind in either article is as near.

That two figures measure one thing, their words seldom say in so many words: "battled the flames for seven hours", "took
nine hours to put out the blaze". What a reader goes by is that neither article has another length of time that could be
meant. What comes in: groups of claims, and how alike any two are. What goes out: for each claim those of other sources
that are so to it. The same value is no rival: it is told twice; nor is one of another size. In a text of few sentences
every figure is the only one of its kind, which shows nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from reconcile.align.mates import Standing
from reconcile.align.reading import Reading
from reconcile.align.slots import FEW
from reconcile.align.values import of_one_size, of_the_news, values_meet
from reconcile.model import Span

ARTICLES = 12  # of a story: among those of more articles something is near to anything
LEAST = 0.0  # how near the two are
A_COUNT = 0.1  # … two counts: an article counts many things
FEW_THINGS = 10  # a count below it is told of many things in every article:
A_FEW = 0.2  # … such two must be as alike as this in words
PLAINLY = 0.3  # … or as this where either is some of more, or one alone; so must two dates, and two minutes of a match
A_TIME = 0.1  # … but two lengths of time need only be as near as this
A_DATE = 0.25  # … and two hours, or two days, months or years away from the news, as near as this
AHEAD = 0.02  # how much nearer than any rival

Pair = tuple[int, int]
_ON = re.compile(r"\bon $", re.IGNORECASE)


def nearest(
    groups: Sequence[Sequence[int]], known: Standing, stories: Mapping[str, int], barred: Callable[[int, int], str]
) -> dict[int, list[int]]:
    """By claim the claims of its group that are nearest to it, and it to them.

    Args:
        groups: numbers of claims, as they came together.
        known: what is known of every claim.
        stories: the number of each source's story.
        barred: why two claims are of two things, so that one is no rival for the other; "" where they may be one.
    """
    readings = known.readings
    sizes = Counter(stories.values())
    kin: dict[tuple[str, str], list[int]] = defaultdict(list)
    sentences: dict[str, set[Span]] = defaultdict(set)
    for number, reading in enumerate(readings):
        sentences[reading.claim.source].add(reading.claim.sentence)
        if reading.kind != "wording":
            kin[reading.claim.source, reading.kind].append(number)

    def ahead(a: int, b: int) -> bool:
        ours, theirs = readings[a], readings[b]
        rivals = kin[theirs.claim.source, theirs.kind]
        near = known.near(a, b)
        return not any(
            rival != b
            and of_one_size(ours.claim, readings[rival].claim)
            and not values_meet(readings[rival].claim, theirs.claim)
            and near - known.near(a, rival) < AHEAD
            and not barred(a, rival)
            for rival in rivals
        )

    def meant(a: int, b: int) -> bool:
        """Whether a bound holds of another value of the article: "above two billion" is 2.06 rather than 1.31."""
        if not (bound := readings[b].claim.figure) or bound.low.is_finite() == bound.high.is_finite():
            return False
        own = kin[readings[a].claim.source, readings[a].kind]
        held = [n for n in own if values_meet(readings[n].claim, readings[b].claim) and not barred(n, b)]
        return a not in held and any(of_one_size(readings[n].claim, readings[b].claim) for n in held)

    found: dict[int, list[int]] = defaultdict(list)
    for group in groups:
        if sizes[stories[readings[group[0]].claim.source]] > ARTICLES:
            continue
        for a, b in _valued(group, readings):
            if min(len(sentences[readings[n].claim.source]) for n in (a, b)) < FEW:
                continue
            if not _alike(a, b, known) or meant(a, b) or meant(b, a):
                continue
            if ahead(a, b) and ahead(b, a):
                found[a].append(b)
                found[b].append(a)
    return found


def _valued(group: Sequence[int], readings: Sequence[Reading]) -> Iterator[Pair]:
    """The pairs of a group with values of one kind, of two sources."""
    told = [number for number in group if readings[number].kind != "wording"]
    for a, b in combinations(told, 2):
        one, other = readings[a], readings[b]
        if one.kind == other.kind and one.claim.source != other.claim.source:
            yield a, b


def _alike(a: int, b: int, known: Standing) -> bool:
    """Whether two values may be two accounts of one thing: alike enough, and of one size."""
    one, other = known.readings[a], known.readings[b]
    hours = one.kind == other.kind == "hour"
    if one.claim.date and other.claim.date and (hours or not any(map(of_the_news, (one, other)))):
        enough = known.near(a, b) >= A_DATE
    elif one.kind == "time" and not (_of_match(one) or _of_match(other)):
        enough = known.near(a, b) >= A_TIME
    elif common(one) or common(other):
        counts = one.kind == other.kind == "count" and not (one.narrowed or other.narrowed)
        least = A_FEW if counts else PLAINLY
        enough = known.likeness.get((min(a, b), max(a, b)), 0.0) >= least
    else:
        enough = known.near(a, b) >= (A_COUNT if one.kind == "count" else LEAST)
    return enough and of_one_size(one.claim, other.claim)


def _of_match(reading: Reading) -> bool:
    """Whether a time is a minute of a match: "went in front on 66 minutes"."""
    told = reading.claim.quantity
    if told is None:
        return False
    return _ON.search(reading.claim.quote[: told.span.start - reading.claim.span.start]) is not None


def common(reading: Reading) -> bool:
    """Whether such a value is told of many things: "two", "three days", a date."""
    figure = reading.claim.figure
    return figure is None or figure.kind == "time" or (figure.kind == "count" and figure.low < FEW_THINGS)
