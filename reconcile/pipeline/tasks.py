"""The steps of the way as tasks: what can be done in another process, or need not be done again.

Each is a pure function of plain nouns. What a task needs is imported when it is done: where every result is remembered,
no stage is loaded at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from reconcile.errors import ReconcileError
from reconcile.model import Claim, Dimension, EventDay, Finding, Origin, Outcome, Pins, Settings, Source, Topic
from reconcile.model.work import Means, Plainly, Task

MANY: Final = 400  # claims of a part from which its topics are worth sharing out


@dataclass(frozen=True, slots=True)
class File:
    """An article's file: its bytes, its name, and what is known of it from elsewhere (see `read.read`)."""

    data: bytes
    name: str
    header: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """What became of a file: the article, or what is wrong with it, where, and what to do."""

    source: Source | None
    wrong: tuple[str, str, str] = ("", "", "")


def _open(file: File) -> Opened:
    from reconcile.read import read  # noqa: PLC0415 - see above

    try:
        return Opened(read(file.data, file.name, header=file.header))
    except ReconcileError as error:
        return Opened(None, (error.what, error.where, error.hint))


@dataclass(frozen=True, slots=True)
class Article:
    """A source, and what a person did to its claims.

    Attributes:
        gone: ids of claims that are struck or stand in `added` in other words.
        added: claims a person corrected or wrote.
    """

    source: Source
    gone: tuple[str, ...] = ()
    added: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Mined:
    """The claims of an article by place, and how often its sentences with a claim hold each word."""

    claims: tuple[Claim, ...]
    words: Mapping[str, int]


def _mine(article: Article) -> Mined:
    from reconcile.align import counted  # noqa: PLC0415 - see above
    from reconcile.extract import extract  # noqa: PLC0415

    kept = [claim for claim in extract(article.source) if claim.id not in article.gone]
    claims = tuple(sorted([*kept, *article.added], key=lambda claim: (claim.span.start, claim.span.end, claim.id)))
    return Mined(claims, counted(article.source, claims))


@dataclass(frozen=True, slots=True)
class Pile:
    """The words of all articles, and the days of those that have one, by slug."""

    words: Mapping[str, Mapping[str, int]]
    days: Mapping[str, date]


@dataclass(frozen=True, slots=True)
class Stories:
    """The slugs of each story."""

    groups: tuple[tuple[str, ...], ...]


def _group(pile: Pile) -> Stories:
    from reconcile.align import group  # noqa: PLC0415 - see above

    return Stories(tuple(map(tuple, group(pile.words, pile.days))))


@dataclass(frozen=True, slots=True)
class Part:
    """What is compared at a time: a story, or several that a person tied by putting their claims together.

    Attributes:
        sources: in the order of the dossier.
        claims: of these sources, in their order.
        stories: slugs of each story.
        topic_of, fixed, apart: what a person decided of these claims, as in `Pins`.
        join: as in `Settings`.
    """

    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    stories: tuple[tuple[str, ...], ...]
    topic_of: Mapping[str, str]
    fixed: frozenset[str]
    apart: frozenset[tuple[str, str]]
    join: float


@dataclass(frozen=True, slots=True)
class Told:
    """What comparing a part came to; topics and findings in no order that matters."""

    topics: tuple[Topic, ...]
    findings: tuple[Finding, ...]
    origins: tuple[Origin, ...]
    days: tuple[EventDay, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """Some topics of a part, to be compared by themselves.

    Attributes:
        topics: all of the part.
        own: the ids of those that are compared.
        origins: of all its sources.
        derives: whether what reaches over several topics, and the day of each story, is found here too.
    """

    part: Part
    topics: tuple[Topic, ...]
    own: frozenset[str]
    origins: tuple[Origin, ...]
    derives: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The findings of a share, by topic in their order, then what reaches over several, and the days of the stories."""

    by_topic: tuple[tuple[Finding, ...], ...]
    derived: tuple[Finding, ...] = ()
    days: tuple[EventDay, ...] = ()


def _find(share: Share) -> Found:
    from reconcile.compare import Articles, compare, derive, event_day  # noqa: PLC0415 - see above

    part, origins = share.part, share.origins
    articles = Articles(
        {source.slug: source for source in part.sources},
        {claim.id: claim for claim in part.claims},
        {member.claim: member.nearest for topic in share.topics for member in topic.members},
    )
    found = tuple(compare(topic, articles, origins) for topic in share.topics if topic.id in share.own)
    if not share.derives:
        return Found(found)
    stories = ([source.slug for source in part.sources if source.slug in story] for story in part.stories)
    days = (event_day(story, articles, origins) for story in stories)
    return Found(found, derive(share.topics, articles), tuple(day for day in days if day))


def _compare(part: Part) -> Told:
    return _compare_in(1, part, Plainly())


def _compare_in(shares: int, part: Part, means: Means) -> Told:
    """Compare a part in so many shares, each as much work as the others."""
    from reconcile.align import align  # noqa: PLC0415 - see above
    from reconcile.compare import origins  # noqa: PLC0415

    pins = Pins(topic_of=part.topic_of, fixed=part.fixed, apart=part.apart)
    topics = align(part.sources, part.claims, Settings(join=part.join), pins, part.stories)
    shared = origins(part.sources)
    figures = frozenset(claim.id for claim in part.claims if claim.quantity)
    rows = _shared_out(topics, figures, shares if len(part.claims) >= MANY else 1)
    asked = [Share(part, topics, frozenset(row), shared, row is rows[-1]) for row in rows]
    found = list(means.each(SHARE, asked, [""] * len(asked)))
    of: dict[str, tuple[Finding, ...]] = {}
    for share, told in zip(asked, found, strict=True):
        of |= zip((topic.id for topic in topics if topic.id in share.own), told.by_topic, strict=True)
    findings = (*(f for topic in topics for f in of[topic.id]), *(f for told in found for f in told.derived))
    days = tuple(_untold(day, findings) for told in found for day in told.days)
    return Told(topics, findings, shared, days)


def _untold(day: EventDay, findings: Sequence[Finding]) -> EventDay:
    """A day without the findings of two claims whose days fit in a topic of their own."""
    fit = (Outcome.AGREE, Outcome.COMPATIBLE)
    told = {(f.left, f.right) for f in findings if f.dimension is Dimension.DATE and f.outcome in fit}
    rest = (f for f in day.findings if not {(f.left, f.right), (f.right, f.left)} & told)
    return replace(day, findings=tuple(rest))


def _shared_out(topics: Sequence[Topic], figures: frozenset[str], shares: int) -> list[list[str]]:
    """The ids of topics in so many rows, each about as much work as the others.

    Args:
        figures: the ids of the claims that have one.
    """
    rows: list[list[str]] = [[] for _ in range(shares)]
    costs = [0] * shares
    for cost, topic in sorted(((_cost(topic, figures), topic) for topic in topics), key=lambda row: -row[0]):
        least = costs.index(min(costs))
        rows[least].append(topic.id)
        costs[least] += cost
    return rows


def _cost(topic: Topic, figures: frozenset[str]) -> int:
    """What a topic costs is as the square of its claims; two figures cost four times what two statements do."""
    return len(topic.members) ** 2 + 3 * sum(member.claim in figures for member in topic.members) ** 2


READ: Final = Task("opening the articles", _open, File, Opened, least=64)
MINE: Final = Task("reading the articles", _mine, Article, Mined)
GROUP: Final = Task("telling stories apart", _group, Pile, Stories)
SHARE: Final = Task("comparing the claims", _find, Share, Found, least=2)
COMPARE: Final = Task("comparing the claims", _compare, Part, Told, least=2, among=_compare_in)
