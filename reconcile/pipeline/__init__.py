"""The program on one page: sources in, dossier out.

    Sources ─mine→ Claims ─group→ Stories ─align, compare→ Topics and Findings ──→ Dossier

Only this page knows the order of the stages. Nothing here asks for a clock, a disk or the environment, so the same
sources, settings and hand corrections give the same dossier, in whatever order the sources come. What a story comes to
depends on its own articles and on nothing else in the pile. So articles and stories are worked on one by one, by
whatever `Means` the caller has: over processes, or not at all where an earlier result is remembered.

tasks   each step as a pure function      parts   a pile cut into parts, and put together again
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reconcile.errors import SourceError
from reconcile.model import Claim, Dossier, Pins, Record, Settings, Source, Verdict
from reconcile.model.codec import digest
from reconcile.model.work import Means, Plainly
from reconcile.pipeline.parts import cut, joined, laid_out, order
from reconcile.pipeline.tasks import COMPARE, GROUP, MINE, READ, Article, File, Part, Pile

if TYPE_CHECKING:
    from reconcile.extract import extract, mentions
    from reconcile.read import read, read_text

__all__ = ["File", "claims", "extract", "mentions", "opened", "read", "read_text", "reconcile", "stories"]

_NOTHING: Mapping[str, Sequence[Record]] = {}
_ROOMS = {"extract": "extract", "mentions": "extract", "read": "read", "read_text": "read"}


def __getattr__(name: str) -> Any:
    """The first stages, loaded when they are first asked for: a comparison that is remembered needs none of them."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - see above

    found = globals()[name] = getattr(import_module(f"reconcile.{_ROOMS[name]}"), name)
    return found


def opened(files: Sequence[File], means: Means | None = None) -> Iterator[Source | SourceError]:
    """The articles in files, in their order; for one that cannot be read the error that says why."""
    for found in (means or Plainly()).each(READ, files, [digest(File, file) for file in files]):
        what, where, hint = found.wrong
        yield found.source or SourceError(what, where=where, hint=hint)


def claims(sources: Sequence[Source], means: Means | None = None) -> Iterator[Claim]:
    """The claims of several articles, in their order."""
    articles = [Article(source) for source in sources]
    for mined in (means or Plainly()).each(MINE, articles, [digest(Article, article) for article in articles]):
        yield from mined.claims


def reconcile(  # noqa: PLR0913 - what a desk holds
    sources: Sequence[Source],
    *,
    settings: Settings | None = None,
    pins: Pins | None = None,
    records: Mapping[str, Sequence[Record]] = _NOTHING,
    verdicts: Sequence[Verdict] = (),
    means: Means | None = None,
) -> Dossier:
    """Lay the sources of one story, or of several, side by side.

    Args:
        sources: articles with slugs that differ; their order does not matter.
        settings: thresholds; the defaults are the measured ones.
        pins: topics a person merged, kept apart or named.
        records: by slug, the claims a person added, corrected or struck.
        verdicts: every reviewer's log.
        means: how the work is done; here and now where none is given.
    """
    laid = list(stories(sources, settings=settings, pins=pins, records=records, means=means))
    return joined(laid).with_verdicts(tuple(verdicts))


def stories(
    sources: Sequence[Source],
    *,
    settings: Settings | None = None,
    pins: Pins | None = None,
    records: Mapping[str, Sequence[Record]] = _NOTHING,
    means: Means | None = None,
) -> Iterator[Dossier]:
    """The same, story by story, for piles that are larger than memory: a dossier for each, as they are done.

    Stories that a person tied by putting their claims into one topic come together.
    """
    using, kept = means or Plainly(), pins or Pins()
    articles = [_article(source, records.get(source.slug, ())) for source in sorted(sources, key=order)]
    marks = {article.source.slug: digest(Article, article) for article in articles}
    held, groups = _grouped(articles, marks, using)
    join = (settings or Settings()).join
    parts = list(cut([article.source for article in articles], held, groups, kept, join))
    taken = set(kept.topic_of.values())
    for part, told in zip(parts, using.each(COMPARE, parts, [_mark(part, marks) for part in parts]), strict=True):
        yield laid_out(part, told, kept, taken)


def _grouped(
    articles: Sequence[Article], marks: Mapping[str, str], using: Means
) -> tuple[dict[str, tuple[Claim, ...]], tuple[tuple[str, ...], ...]]:
    """The claims of each article, and the slugs of each story; the words that tell stories apart are let go here."""
    mined = dict(zip(marks, using.each(MINE, articles, list(marks.values())), strict=True))
    days = {article.source.slug: article.source.published for article in articles if article.source.published}
    pile = Pile({slug: found.words for slug, found in mined.items()}, days)
    [grouped] = using.each(GROUP, [pile], [digest(Mapping[str, str], marks)])
    return {slug: found.claims for slug, found in mined.items()}, grouped.groups


def _mark(part: Part, marks: Mapping[str, str]) -> str:
    """A hash of all that a part holds, by the hashes of its articles."""
    rest = digest(Part, replace(part, sources=(), claims=()))
    return digest(tuple[str, ...], (rest, *(marks[source.slug] for source in part.sources)))


def _article(source: Source, records: Sequence[Record]) -> Article:
    """A source with what a person did to its claims: struck ones out, corrected and added ones in."""
    hand = {record.id: record for record in records if record.by_hand or record.struck}
    added = [r.claim for r in hand.values() if r.claim and not r.struck and r.claim.source == source.slug]
    return Article(source, tuple(sorted(hand)), tuple(added))
