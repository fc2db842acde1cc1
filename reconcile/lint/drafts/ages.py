"""Ages of people whom a draft and the desk both name: "Orla Brandt, 48," beside "Brandt, 38, of Karsund".

What comes in: a draft and a dossier. What goes out: Statements of one claim beside another. Who is meant the name says,
so neither the words around it nor the ages of others are asked; people of one family name are told apart by the first.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import Final

from reconcile.compare import aged
from reconcile.extract.figures.verbs import past, pasts
from reconcile.extract.grammar import closed, verbs, words
from reconcile.lint.drafts.beside import Beside, Statement
from reconcile.lint.drafts.read import Draft
from reconcile.model import Claim, Dossier, Span

_NAMED: Final = re.compile(r"((?:[A-Z][\w'’.-]* +)*[A-Z][\w'’.-]+),\s+(?:aged\s+)?\Z")
_FULL: Final = r"((?:[A-Z][\w'’.-]* +)+[A-Z][\w'’.-]+)"  # what stands in other places is one's name where it is in full
_BEHIND: Final = re.compile(rf"(?:\b(\w+) )?\b{_FULL}(?:,\s+(?:an?|who\s+(?:is|was))|\s+(?:is|was))\s+\Z")
_AHEAD: Final = re.compile(rf"\s+{_FULL}\b(?: +([a-z][\w'’-]*))?")
_NEXT: Final = re.compile(r"\b([A-Z][\w'’-]{1,60}) (?=([A-Z][\w'’.-]{0,60}))")
_NO_NAME: Final = re.compile(r"\w+\.|[IVX]+")  # Mr. and Jr., R. and III
_WORD_END: Final = re.compile(r"(?<=\w)\b")
_REACH: Final = 60  # characters in which a name is written out
AGE: Final = "age"

Families = dict[str, dict[str, int]]  # family name to first names


def ages(dossier: Dossier, draft: Draft, free: Container[str]) -> Iterator[Statement]:
    """The ages of a draft that no article gives the person, each beside what an article gives.

    Args:
        free: the claims of the draft that no link pins.
    """
    ours = [row for row in named(draft.claims, draft.source.text) if row[2].id in free]
    if not ours:
        return
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in dossier.claims:
        told[claim.source].append(claim)
    known: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
    for slug, claims in told.items():
        for first, last, claim in named(claims, dossier.source[slug].text):
            if claim.id in dossier.topic_of:
                known[last].append((first, claim))
    families = [_families(text) for text in (draft.source.text, *(source.text for source in dossier.sources))]
    for first, last, claim in ours:
        family = {name for names in families[: None if first else 1] for name in names.get(last, ())}
        others = family | {first, *(name for name, _ in known[last])}
        alone = len(others - {""}) < 2  # there is nobody else of the name
        theirs = [other for name, other in known[last] if name == first or (alone and "" in (name, first))]
        if theirs and not any(_fits(claim, other, _days(dossier, draft, other)) for other in theirs):
            beside = (Beside(theirs[0], same=False, fits=False, apart=True, code=AGE),)
            yield Statement(draft, claim, dossier.topic_of[theirs[0].id], 1.0, pinned=False, beside=beside)


def named(claims: Sequence[Claim], text: str) -> Iterator[tuple[str, str, Claim]]:
    """(first name, else title, else "", family name, claim) of the ages that stand behind a name, or before a full one.

    Where one of a family name alone has been named before, a family name alone is that person's.
    """
    families: Families | None = None
    for claim in claims:
        told = claim.quantity
        if told is not None and claim.figure is not None and claim.figure.kind == "age":
            said = _name(text, told.span, claim.sentence.end).split()
            names = [word for word in said if not _NO_NAME.fullmatch(word)]
            if names:
                families = _families(text) if families is None else families
                title = said[0].rstrip(".") if said[0] != names[-1] else ""  # "Ms. Holt" is not "Mr. Holt"
                two = () if title else islice(families.get(names[-1], {}).items(), 2)
                earlier = [name for name, place in two if place < told.span.start]
                alone = earlier[0] if len(earlier) == 1 else title
                yield names[-2] if len(names) > 1 else alone, names[-1], claim


def _name(text: str, age: Span, end: int) -> str:
    """The name beside an age, "" for none; `end` is that of the sentence.

    What stands behind a preposition is a place ("Outside Brann Yard, a 58-year-old"), and what stands before a noun is
    no person: "a 23-year-old Brann Yard fan".
    """
    before = text[max(0, age.start - _REACH) : age.start]
    if name := _NAMED.search(before):
        return name[1]
    if name := _BEHIND.search(before):
        around = {(name[1] or "").lower(), name[2].split()[0].lower()}
        return "" if around & words("prepositions") else name[2]
    name = _AHEAD.match(text, age.end, end)
    return name[1] if name and (name[2] is None or _goes_on(name[2])) else ""


def _goes_on(word: str) -> bool:
    """Whether a word in small letters behind a name is no noun: "Jo Orlund of Brann", "Jo Orlund died"."""
    return word in closed() or past(word) or word in pasts() or verbs().third.get(word, False)


def _families(text: str) -> Families:
    """The words with a capital right before every family name, each with its first place, in order."""
    found: Families = defaultdict(dict)
    for match in _NEXT.finditer(text):
        for end in _WORD_END.finditer(match[2]):  # "Brandt's" is Brandt's, "Holt-Brandt" also Holt
            found[match[2][: end.start()]].setdefault(match[1], match.start())
    return found


def _fits(claim: Claim, other: Claim, days: int) -> bool:
    """Whether an age is another's, so many days later."""
    ours, theirs = (each.figure.value if each.figure else None for each in (claim, other))
    return ours == theirs or (ours is not None and theirs is not None and aged(ours - theirs, days))


def _days(dossier: Dossier, draft: Draft, other: Claim) -> int:
    """How much later than an article a draft is, 0 where that is not known."""
    ours, theirs = draft.source.published, dossier.source[other.source].published
    return (ours - theirs).days if ours and theirs else 0
