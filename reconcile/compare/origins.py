"""Which sources go back to one origin, so that their agreement counts once.

What comes in: the sources of a story. What goes out: one Origin for each group of at least two, with what shows it: the
same agency named as the author, one source naming another as the one who reported it, or the same passages outside
quotation marks, also where they were lightly edited. What nothing shows stays unknown: sources in no origin are not
thereby independent.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

from reconcile.compare.copied import Copied, copied
from reconcile.compare.credited import credited
from reconcile.model import Origin, Source
from reconcile.model.plain import closed

SHOWN: Final = 5  # pairs whose reasons are told


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
    taken = tuple(credited(sources))
    called = _called(sources)
    for credit in taken:
        _join(group, credit.origin, credit.source)
        reasons.setdefault(frozenset((credit.origin, credit.source)), f"{called[credit.source]} says “{credit.words}”")
    for copy in copied(sources):
        _join(group, copy.shorter, copy.longer)
        pair = frozenset((copy.shorter, copy.longer))
        reasons[pair] = ", and ".join(filter(None, (reasons.get(pair), _copy(copy, called))))
    agency_of = {source.slug: source.agency for source in sources if source.agency}
    first = {credit.origin for credit in taken} - {credit.source for credit in taken}
    first_of = {source.slug: source.publisher for source in sources if source.slug in first}
    found = [
        _origin(slugs, _names(slugs, agency_of) or _names(slugs, first_of), reasons, called) for slugs in _groups(group)
    ]
    return tuple(sorted(found, key=lambda origin: (origin.name, origin.sources)))


def _called(sources: Sequence[Source]) -> dict[str, str]:
    """What each source is called in a reason: its outlet, or its own name where the outlet has several here."""
    outlets = Counter(source.publisher for source in sources)
    return {s.slug: closed(s.publisher) if outlets[s.publisher] == 1 and s.publisher else s.slug for s in sources}


def _copy(copy: Copied, called: Mapping[str, str]) -> str:
    """The numbers of a copy, in words."""
    passages = "1 passage" if copy.passages == 1 else f"{copy.passages} passages"
    words = f"{copy.words} of the {copy.of} words of {called[copy.shorter]}"
    place = f"outside its title and quotations ({copy.share:.0%}) stand in {called[copy.longer]}"
    return f"{words} {place}, in {passages}"


def _join(group: dict[str, str], one: str, other: str) -> None:
    old, new = group[other], group[one]
    if old == new:
        return
    for slug, root in group.items():
        if root == old:
            group[slug] = new


def _groups(group: dict[str, str]) -> Iterable[list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for slug, root in group.items():
        found[root].append(slug)
    return [sorted(slugs) for slugs in found.values() if len(slugs) > 1]


def _names(slugs: Sequence[str], of: Mapping[str, str]) -> str:
    return " / ".join(sorted({of[slug] for slug in slugs if slug in of}))


def _origin(
    slugs: Sequence[str], name: str, reasons: Mapping[frozenset[str], str], called: Mapping[str, str]
) -> Origin:
    """An origin with its reasons; those of two sources need no word of which two."""
    pairs = [pair for pair in combinations(slugs, 2) if frozenset(pair) in reasons]
    heads = [f"{called[one]} and {called[other]}: " if len(slugs) > 2 else "" for one, other in pairs]
    shown = [head + reasons[frozenset(pair)] for head, pair in zip(heads, pairs, strict=True)]
    rest = [f"and {len(shown) - SHOWN} more pairs"] if len(shown) > SHOWN else []
    return Origin(name, tuple(slugs), "; ".join(shown[:SHOWN] + rest))
