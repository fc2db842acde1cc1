"""Ages of people whom a draft and the desk both name: "Orla Brandt, 48," beside "Brandt, 38, of Karsund".

What comes in: a draft and a dossier. What goes out: Statements of one claim beside another. Who is meant the name says,
so neither the words around it nor the ages of others are asked; people of one family name are told apart by the first.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from typing import Final

from reconcile.compare import aged
from reconcile.lint.drafts.beside import Beside, Statement
from reconcile.lint.drafts.read import Draft
from reconcile.model import Claim, Dossier

_NAMED: Final = re.compile(r"((?:[A-Z][\w'’.-]* +)*[A-Z][\w'’.-]+),\s+(?:aged\s+)?\Z")
_FULL: Final = r"((?:[A-Z][\w'’.-]* +)+[A-Z][\w'’.-]+)"  # what stands in other places is one's name where it is in full
_BEHIND: Final = re.compile(
    rf"(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Oo][fn] )(?<!\b[Nn]ear )(?<!\b[Ff]rom )\b(?!(?:In|At|On|Near|From) ){_FULL}"
    r"(?:,\s+(?:an?|who\s+(?:is|was))|\s+(?:is|was))\s+\Z"
)
_AHEAD: Final = re.compile(rf"\s+{_FULL}\b(?! (?:man|woman|boy|girl|resident|native))")
_NO_NAME: Final = re.compile(r"\w+\.|[IVX]+")  # Mr. and Jr., R. and III
_REACH: Final = 60  # characters in which a name is written out
AGE: Final = "age"


def ages(dossier: Dossier, draft: Draft, free: Container[str]) -> Iterator[Statement]:
    """The ages of a draft that no article gives the person, each beside what an article gives.

    Args:
        free: the claims of the draft that no link pins.
    """
    ours = [row for row in named(draft.claims, draft.source.text) if row[2].id in free]
    if not ours:
        return
    known: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
    for their in dossier.claims:
        for first, last, claim in named([their], dossier.source[their.source].text):
            if claim.id in dossier.topic_of:
                known[last].append((first, claim))
    texts = [draft.source.text, *(source.text for source in dossier.sources)]
    for first, last, claim in ours:
        family = {name for text in texts[: None if first else 1] for name in _first_names(last, text)}
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
    for claim in claims:
        told = claim.quantity
        if told is not None and claim.figure is not None and claim.figure.kind == "age":
            before = text[max(0, told.span.start - _REACH) : told.span.start]
            name = _NAMED.search(before) or _BEHIND.search(before) or _AHEAD.match(text, told.span.end)
            said = name[1].split() if name else []
            words = [word for word in said if not _NO_NAME.fullmatch(word)]
            if words:
                title = said[0].rstrip(".") if said[0] != words[-1] else ""  # "Ms. Holt" is not "Mr. Holt"
                earlier = set() if title else _first_names(words[-1], text[: told.span.start])
                alone = next(iter(earlier)) if len(earlier) == 1 else title
                yield words[-2] if len(words) > 1 else alone, words[-1], claim


def _first_names(last: str, text: str) -> set[str]:
    """The words with a capital right before a family name in a text."""
    return set(re.findall(rf"\b([A-Z][\w'’-]+) {re.escape(last)}\b", text))


def _fits(claim: Claim, other: Claim, days: int) -> bool:
    """Whether an age is another's, so many days later."""
    ours, theirs = (each.figure.value if each.figure else None for each in (claim, other))
    return ours == theirs or (ours is not None and theirs is not None and aged(ours - theirs, days))


def _days(dossier: Dossier, draft: Draft, other: Claim) -> int:
    """How much later than an article a draft is, 0 where that is not known."""
    ours, theirs = draft.source.published, dossier.source[other.source].published
    return (ours - theirs).days if ours and theirs else 0
