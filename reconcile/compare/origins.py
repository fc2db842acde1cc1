"""Which sources go back to one origin, so that their agreement counts once.

What comes in: the sources of a story. What goes out: one Origin for each group of at least two, with what shows it: the
same agency named as the author, one source naming another as the one who reported it, or the same passages outside
quotation marks, also where they were lightly edited. What nothing shows stays unknown: sources in no origin are not
thereby independent.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from reconcile.model import Origin, Source

LENGTH: Final = 5  # words of a shingle: shorter ones are shared by chance, longer ones break at every edit
SHARE: Final = 0.2  # of the shorter text's shingles; two reports of one event share some 2%, with long quotes some 8%
FEWEST: Final = 12  # shared shingles below which a text is too short to tell
SHOWN: Final = 5  # pairs whose reasons are told
SHORTEST: Final = 4  # letters of a publisher's name that is looked for in other articles
COMMON: Final = 40  # sources that hold a shingle, above which it is furniture

_WORD: Final = re.compile(r"[^\W_]+")
_QUOTED: Final = re.compile(
    r"[“\"][^“”\"]{0,1000}[”\"]"
)  # two reporters at one press conference share what was said there


def origins(sources: Sequence[Source]) -> tuple[Origin, ...]:
    """The origins that are shown, by name and sources; each source is in at most one."""
    group = {source.slug: source.slug for source in sources}
    reasons: dict[frozenset[str], str] = {}
    by_agency: dict[str, list[str]] = defaultdict(list)
    for source in sources:
        if source.agency:
            by_agency[source.agency].append(source.slug)
    for agency, slugs in sorted(by_agency.items()):
        for one, other in combinations(sorted(slugs), 2):
            _join(group, one, other)
            reasons[frozenset((one, other))] = f"both name {agency} as their agency"
    for one, other, said in _credited(sources):
        _join(group, one, other)
        reasons.setdefault(frozenset((one, other)), said)
    for (one, other), share in _copied(sources).items():
        _join(group, one, other)
        said = f"{share:.0%} of the shorter text's runs of {LENGTH} words stand in the other"
        known = reasons.get(frozenset((one, other)))
        reasons[frozenset((one, other))] = f"{known}, and {said}" if known else said
    agency_of = {source.slug: source.agency for source in sources if source.agency}
    found = [_origin(slugs, agency_of, reasons) for slugs in _groups(group)]
    return tuple(sorted(found, key=lambda origin: (origin.name, origin.sources)))


def _credited(sources: Sequence[Source]) -> Iterable[tuple[str, str, str]]:
    """The sources that say of another one that it reported this, with the words that say so."""
    named = [(source.publisher, source.slug) for source in sources if len(source.publisher) >= SHORTEST]
    for source in sources:
        for publisher, slug in named:
            if slug == source.slug or publisher == source.publisher or publisher not in source.text:
                continue
            name = re.escape(publisher)
            told = re.search(
                rf"\b(?:(?:as|first) )?reported by (?:the )?{name}|\baccording to (?:the )?{name}|\bas (?:the )?{name} "
                rf"(?:first )?reported|{name} (?:first )?reported",
                source.text,
                re.IGNORECASE,
            )
            if told:
                yield slug, source.slug, f"{source.slug} says “{told[0]}”"


def _join(group: dict[str, str], one: str, other: str) -> None:
    old, new = group[other], group[one]
    for slug, root in group.items():
        if root == old:
            group[slug] = new


def _groups(group: dict[str, str]) -> Iterable[list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for slug, root in group.items():
        found[root].append(slug)
    return [sorted(slugs) for slugs in found.values() if len(slugs) > 1]


def _origin(slugs: Sequence[str], agency_of: dict[str, str], reasons: dict[frozenset[str], str]) -> Origin:
    names = sorted({agency_of[slug] for slug in slugs if slug in agency_of})
    shown = [f"{one} and {other}: {reasons[frozenset((one, other))]}" for one, other in combinations(slugs, 2)
             if frozenset((one, other)) in reasons]  # fmt: skip
    rest = [f"and {len(shown) - SHOWN} more pairs"] if len(shown) > SHOWN else []
    return Origin(" / ".join(names), tuple(slugs), "; ".join(shown[:SHOWN] + rest))


def _copied(sources: Sequence[Source]) -> dict[tuple[str, str], float]:
    """The pairs of sources that share passages, with the part of the shorter one that is shared."""
    sizes: dict[str, int] = {}
    holders: dict[int, list[str]] = defaultdict(list)
    for source in sorted(sources, key=lambda s: s.slug):
        shingles = _shingles(source)
        sizes[source.slug] = len(shingles)
        for shingle in shingles:
            holders[shingle].append(source.slug)
    both: dict[tuple[str, str], int] = defaultdict(int)
    for slugs in holders.values():
        if 1 < len(slugs) <= COMMON:
            for pair in combinations(slugs, 2):
                both[pair] += 1
    shares = {(a, b): count / min(sizes[a], sizes[b]) for (a, b), count in both.items() if count >= FEWEST}
    return {pair: share for pair, share in sorted(shares.items()) if share >= SHARE}


def _shingles(source: Source) -> set[int]:
    """The runs of LENGTH words of an article's own text, as numbers."""
    found: set[int] = set()
    for block in source.blocks:
        own = _QUOTED.sub(" | ", source.text[block.span.start : block.span.end])
        words = [word.casefold() for word in _WORD.findall(own)]
        found.update(hash(tuple(words[at : at + LENGTH])) for at in range(len(words) - LENGTH + 1))
    return found
