"""Articles of a few sentences, and what is said of two of their figures, for the tests of what keeps claims apart."""

from collections.abc import Iterator

from reconcile.compare.pair import Pair
from reconcile.compare.side import Articles
from reconcile.compare.values import compare_dates, compare_figures
from reconcile.model import Claim, Dossier, Outcome
from reconcile.pipeline import read_text, reconcile

APART = (Outcome.DIFFERS, Outcome.CONFLICTS)


def dossier(*texts: str) -> Dossier:
    return reconcile([read_text(text, slug=slug) for slug, text in zip("abc", texts, strict=False)])


def claims(found: Dossier, slug: str, words: str) -> Iterator[Claim]:
    return (c for c in found.claims if c.source == slug and c.quantity and words in c.quantity.text)


def outcome(found: Dossier, left: str, right: str, *, nearest: bool = False) -> tuple[str, Outcome]:
    """What is said of two figures, as if nothing of their kind were as near to either where they are `nearest`."""
    said = compare_figures(pair(found, left, right, nearest=nearest))
    return said.code, said.outcome


def pair(found: Dossier, left: str, right: str, *, nearest: bool = False) -> Pair:
    """Two figures of two articles."""
    one, other = (next(claims(found, slug, words)) for slug, words in (("a", left), ("b", right)))
    return _pair(found, one, other, nearest=nearest)


def outcome_of_dates(found: Dossier, left: str, right: str, *, nearest: bool = False) -> tuple[str, Outcome]:
    """The same of two dates."""
    one, other = (
        next(c for c in found.claims if c.source == slug and c.when and words in c.when.text)
        for slug, words in (("a", left), ("b", right))
    )
    said = compare_dates(_pair(found, one, other, nearest=nearest))
    return said.code, said.outcome


def _pair(found: Dossier, one: Claim, other: Claim, *, nearest: bool) -> Pair:
    articles = Articles(found.source, found.claim, {one.id: (other.id,), other.id: (one.id,)} if nearest else {})
    return Pair(articles.side(one.id), articles.side(other.id))
