"""The day a story turns on: which one it is, and what each of its articles dates to it.

What comes in: the claims of a story. What goes out: an EventDay, or None. One outlet tells of the fire and another of
the arrest: claims that are not about one thing may give one day. That they do is told, and nothing more made of it.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from itertools import combinations
from typing import Final

from reconcile.compare.finding import Comparison, finding
from reconcile.compare.pair import Pair
from reconcile.compare.relation import Relation
from reconcile.compare.side import Articles, Side
from reconcile.compare.words import WORD, known, stem
from reconcile.model import Dimension, EventDay, Member, Modality, Origin, Outcome, Role, Topic
from reconcile.model.once import kept

_NEWS: Final = 366  # days after which what happened is no news of its own
_CROWD: Final = 24  # articles that are laid side by side, the first of a story
_LESS: Final = 0.5  # what an article counts that only dates what was said, is to come, or is long past

EVENT_DAY: Final[Relation[Pair]] = Relation(
    "event_day", Dimension.DATE, Outcome.COMPATIBLE,
    "both date something to the day that most articles of the story tell of; whether it is one thing is not compared",
)  # fmt: skip


def event_day(slugs: Sequence[str], articles: Articles, origins: Sequence[Origin]) -> EventDay | None:
    """The day that most articles of a story date something to, and of several such days that told of first.

    Args:
        slugs: the articles of the story, in their order.
        articles: all sources and claims; they hold those.
        origins: which sources go back to one origin.

    Returns:
        None where no day is told by two articles, of which one at least dates news to it: no words, plans or history.
    """
    told: dict[date, dict[str, Side]] = defaultdict(dict)
    for side in sorted((s for slug in slugs for s in articles.of_article(slug)), key=_rank):
        day = _happened_on(side)
        if day is not None:
            told[day].setdefault(side.source.slug, side)
    several = {day: sides for day, sides in told.items() if len(sides) > 1 and any(map(_happened, sides.values()))}
    if not several:
        return None
    day = min(several, key=lambda day: _order(day, several[day].values()))
    sides = [several[day][slug] for slug in slugs if slug in several[day]]
    topic = Topic(
        f"day-{day.isoformat()}",
        f"the day of the event, {day.isoformat()}",
        tuple(Member(side.claim.id, "the first thing that its article dates to this day") for side in sides),
    )
    step = f"the day: {len(sides)} of the {len(slugs)} articles of the story date something to {day.isoformat()}"
    said = Comparison(EVENT_DAY.code, EVENT_DAY.dimension, EVENT_DAY.outcome, EVENT_DAY.because, steps=(step,))
    pairs = (Pair(one, other) for one, other in combinations(sides[:_CROWD], 2))
    return EventDay(day, topic, tuple(finding(topic, pair, said, origins) for pair in pairs))


def _happened_on(side: Side) -> date | None:
    """The one day on which a claim says that something happens, or None."""
    told = side.claim.date
    if told is None or told.clock or told.earliest != told.latest or side.claim.modality is Modality.DENIED:
        return None
    return told.earliest if told.role in (Role.ON, Role.FROM) else None


def _rank(side: Side) -> tuple[bool, int]:
    """What of several claims on a day an article speaks with: the first that tells of news, no words or plans."""
    return not _happened(side), side.claim.span.start


@kept
def _happened(side: Side) -> bool:
    said = not known().said.isdisjoint(stem(word.lower()) for word in WORD.findall(side.claim.about))
    return side.claim.modality is Modality.HAPPENED and not said and not _recalled(side)


def _recalled(side: Side) -> bool:
    """Whether it lies so far before its article that it is what the news looks back at: a birth, the war of 1986."""
    told = side.claim.date.earliest if side.claim.date else None
    return bool(told and side.source.published and (side.source.published - told).days > _NEWS)


def _weight(side: Side) -> float:
    return 1.0 if _happened(side) else _LESS


def _order(day: date, sides: Collection[Side]) -> tuple[float, float, date]:
    """What the day of several is chosen by: how many tell of it, how early in their text, the day."""
    depths = [side.claim.span.start / len(side.source.text) for side in sides]
    return -sum(map(_weight, sides)), sum(depths) / len(depths), day
