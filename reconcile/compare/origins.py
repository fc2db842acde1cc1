"""Which sources go back to one origin, so that their agreement counts once.

What comes in: the sources of a story. What goes out: one Origin for each group of at least two, with what shows it: the
same agency named as the author, or the same passages outside quotation marks, also where they were lightly edited. A
source that names another, or an agency, as the one who reported something goes back to it with that passage alone. What
nothing shows stays unknown: sources in no origin are not thereby independent.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from reconcile.compare.copied import Copied, copied
from reconcile.compare.credited import Credit, credited
from reconcile.model import Origin, Passage, Source
from reconcile.model.plain import closed

SHOWN: Final = 5  # reasons that are told


def origins(sources: Sequence[Source]) -> tuple[Origin, ...]:
    """The origins that are shown, by name and sources.

    With all that it says a source is in one of them at most; it may credit others here and there besides.
    """
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
    called, copies = _called(sources), list(copied(sources))
    for copy in copies:
        _join(group, copy.shorter, copy.longer)
    held: dict[str, list[Credit]] = defaultdict(list)  # by who is credited: a group, or an agency that wrote none
    for credit in credited(sources):
        held[group.get(credit.origin, credit.name)].append(credit)
        if credit.origin and group[credit.origin] == group[credit.source]:
            reasons.setdefault(frozenset((credit.origin, credit.source)), _says(credit, called))
    for copy in copies:
        pair = frozenset((copy.shorter, copy.longer))
        reasons[pair] = ", and ".join(filter(None, (reasons.get(pair), _copy(copy, called))))
    by_slug = {source.slug: source for source in sources}
    found: list[Origin] = []
    for root in {*group.values(), *held}:
        whole = sorted(slug for slug in group if group[slug] == root)
        taken = [credit for credit in held[root] if group[credit.source] != root]
        if len(whole) > 1 or len({*whole, *(group[credit.source] for credit in taken)}) > 1:
            name = _name([by_slug[slug] for slug in whole], held[root]) if whole else root
            found.append(_origin(name, whole, taken, reasons, called))
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


def _name(whole: Sequence[Source], credits_: Sequence[Credit]) -> str:
    """Whose text it is: the agencies that wrote it, else the outlets that are credited and credit no others."""
    first = {credit.origin for credit in credits_} - {credit.source for credit in credits_}
    agencies = {source.agency for source in whole if source.agency}
    return " / ".join(sorted(agencies or {source.publisher for source in whole if source.slug in first}))


def _says(credit: Credit, called: Mapping[str, str]) -> str:
    return f"{called[credit.source]} says “{credit.words}”"


def _origin(
    name: str,
    whole: Sequence[str],
    taken: Sequence[Credit],
    reasons: Mapping[frozenset[str], str],
    called: Mapping[str, str],
) -> Origin:
    """An origin with its reasons; those of two sources need no word of which two.

    Args:
        whole: the sources that go back to it with all that they say.
        taken: passages of others.
    """
    pairs = [pair for pair in combinations(whole, 2) if frozenset(pair) in reasons]
    heads = [f"{called[one]} and {called[other]}: " if len(whole) > 2 else "" for one, other in pairs]
    shown = [head + reasons[frozenset(pair)] for head, pair in zip(heads, pairs, strict=True)]
    by_source: dict[str, dict[Passage, str]] = defaultdict(dict)
    for credit in taken:
        by_source[credit.source].setdefault(Passage(credit.source, credit.span), _says(credit, called))
    for _, rows in sorted(by_source.items()):
        where = "in 1 passage" if len(rows) == 1 else f"in {len(rows)} passages"
        shown.append(f"{where} {next(iter(rows.values()))}{' or the like' if len(rows) > 1 else ''}")
    rest = [f"and {len(shown) - SHOWN} more"] if len(shown) > SHOWN else []
    passages = sorted((p for rows in by_source.values() for p in rows), key=lambda p: (p.source, p.span.start))
    return Origin(name, tuple(sorted({*whole, *by_source})), "; ".join(shown[:SHOWN] + rest), tuple(passages))
