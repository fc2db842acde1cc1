"""From groups of claims to Topics: a label for people, a readable id, and for each claim the reason why it is there.

What comes in: groups of Readings, and what a person pinned. What goes out: Topics; their ids are unique, and the same
for the same claims in any order of the sources.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from reconcile.align.echoes import one_figure
from reconcile.align.reading import Reading
from reconcile.align.similarity import Match
from reconcile.model import Claim, Member, Pins

LABEL = 60  # letters
TAIL = 16  # of them, for the last words of what must be cut
NEARLY = 0.8  # of the likeness of the claim that is most like the others
SLUG_WORDS = 4
_TWICE = re.compile(r"\b(\w+)(?: \1\b)+")  # "340 people, of whom 62 were" is of people people
_OPEN = re.compile(  # something is left out behind it: "the cost is", "rose by"; not "was handed over", "went on"
    r"\b(?:is|was|were|are|be|been|at|an?|the|of|by|to|for|with|from|costs?|aged|than|per|about|had|has|have|and|or|nearly"
    r"|almost|some|around)\Z",
    re.IGNORECASE,
)
_HOLE = re.compile(r"\b(in|by|at|to|with|from|for|on|than) (?=of\b)|\b(aged) (?=[a-z]+ed\b|who\b|whom\b)")
_POOR = re.compile(  # it does not say what it is about
    r"(?:it|he|she|they|them|we|i|you|this|that|these|those|its|his|her|their|hers|theirs)\b.*"
    r"|(?:is|was|were|are|has|had|have|will|be|been|being)\b.*|[^ ]+(?: (?:is|was|were|are|has|had|have) …)?",
    re.IGNORECASE,
)
_SMALL = frozenset([  # no words to end before a cut, nor to leave out behind it
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "off", "near", "and", "or", "as",
    "into", "over", "after", "before", "while", "when", "that", "",
])  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Bond:
    """What ties a claim to the topic: its nearest partner, how alike they are, and by which words.

    Attributes:
        mate: whether the two came together only because neither article has anything nearer to the other's, see
            `mates` and `settling`, or give one figure, see `echoes`, or the toll of each article, see `tolls`.
        toll: what became of those whom both count as the toll of their articles; "" where they count none.
    """

    partner: Reading
    score: float
    matches: tuple[Match, ...]
    mate: bool = False
    toll: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one topic in the order of sources and places, with the bond of each; None for one that stands alone."""

    members: tuple[Reading, ...]
    bonds: Mapping[str, Bond | None]
    pinned: str = ""


def label(group: Group) -> str:
    """What the topic is about: the words of the claim that is most like the others, the shortest of equals.

    Where they must be cut, a claim of the same kind that is nearly as much like the others names the topic instead, for
    what they end with may be all that tells it from another: "… of Maltby killed people". So does one where they do not
    tell what it is about ("It was", "customers", "are from the US"), or else any of the kind. Else the middle is left
    out.
    """
    alike = {r.claim.id: sum(b.score for b in group.bonds.values() if b and b.partner is r) for r in group.members}

    def rank(reading: Reading) -> tuple[float, int, str]:
        return -alike[reading.claim.id], len(reading.claim.about), reading.claim.id

    ranked = sorted(group.members, key=rank)
    best = ranked[0]
    least = alike[best.claim.id] * NEARLY
    fair = [r for r in ranked if r.kind == best.kind and alike[r.claim.id] >= least]
    short = list(_short(fair))
    plain = (t for t in chain(short, _short(r for r in ranked if r.kind == best.kind)) if not _POOR.fullmatch(t))
    words = next(plain, short[0]) if short else _told(best.claim)
    if len(words) <= LABEL:
        return words or " ".join(best.claim.quote.split())[:LABEL]
    return _cut(words)


def _short(readings: Iterable[Reading]) -> Iterator[str]:
    """What claims are about, where it needs no cut."""
    return (told for told in (_told(reading.claim) for reading in readings) if 0 < len(told) <= LABEL)


def _cut(words: str) -> str:
    """Words that are too many without those before the last: "fire at the Redfern paint works … killed people"."""
    _, space, last = words[-TAIL - 1 :].partition(" ")
    if not space:  # a writing without spaces
        return words[: LABEL + 1].rsplit(" ", 1)[0].rstrip(" ,;:&") + "…"
    last = last.lstrip("… ")
    for lead in reversed(words.removesuffix(last).split()):
        if lead not in _SMALL or len(last) > 2 * TAIL:
            break
        last = f"{lead} {last}"  # "… to the university"
    first = words[: LABEL - len(last) - 2].rsplit(" ", 1)[0].split()
    while first and first[-1].strip(",;:&…") in _SMALL:  # "signed a contract | with the …"
        first.pop()
    return f"{' '.join(first).rstrip(' ,;:&…')} … {last}"


def _told(claim: Claim) -> str:
    words = _TWICE.sub(r"\1", " ".join(_gapped(claim).split())).strip(" ,;:.—–-\"“”'’")
    words = _HOLE.sub(lambda match: f"{match[0]}… ", words)  # of another value of the sentence
    return f"{words} …" if _OPEN.search(words) else words


def _gapped(claim: Claim) -> str:
    """What a claim is about, with "…" where a sum or a measure was taken out of it: "declared … of mourning".

    A count leaves what it counts behind, which reads well without: "people fled"; so do dates.
    """
    if claim.quantity is None or claim.figure is None or claim.figure.kind == "count":
        return claim.about
    place, start = claim.quantity.span, claim.span.start
    before, after = claim.quote[: place.start - start].split(), claim.quote[place.end - start :].split()
    after = [word for word in after if word[0].isalnum()]  # "a woman aged 34, who"
    if not before:
        return claim.about
    if not after:
        last = before[-1].strip(",;:")
        return f"{claim.about} …" if claim.about.endswith(f" {last}") else claim.about
    return f" {claim.about} ".replace(f" {before[-1]} {after[0]} ", f" {before[-1]} … {after[0]} ", 1)


def name(text: str, group: Group) -> str:
    """A readable id of the label's weightiest words, in their order: "people-fled-karabakh"."""
    weights: dict[str, float] = {}
    for reading in group.members:
        for stem, surface in reading.surfaces.items():
            weights[surface] = max(weights.get(surface, 0.0), reading.about.weights.get(stem, 0.0))
    found = {word: weights.get(word, 0.0) for word in _WORD.findall(text)}
    heavy = sorted(found, key=lambda w: -found[w])[:SLUG_WORDS]
    return "-".join(filter(None, (_plain(w) for w in found if w in heavy))) or "topic"


def _plain(word: str) -> str:
    """A word as an id holds it: small Latin letters."""
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()


def members(group: Group, pins: Pins, nearest: Mapping[str, tuple[str, ...]]) -> tuple[Member, ...]:
    """The claims, each with the reason why it is here, and the ids of those that it is nearest to."""
    return tuple(
        Member(r.claim.id, because(r, group.bonds[r.claim.id], pins), nearest[r.claim.id]) for r in group.members
    )


def because(reading: Reading, bond: Bond | None, pins: Pins) -> str:
    """Why a claim is in its topic, for people."""
    if reading.claim.id in pins.fixed:
        return "pinned here by a reviewer"
    if bond is None:
        return "stands alone: no other claim says as much in like words"
    other = bond.partner
    reasons = []
    ranked = sorted(bond.matches, key=lambda m: (-m.part, m.left))
    same = [reading.surfaces.get(m.left, m.left) for m in ranked if m.left == m.right][:4]
    linked = [
        f"'{reading.surfaces.get(m.left, m.left)}' stands for '{other.surfaces.get(m.right, m.right)}'"
        for m in ranked
        if m.left != m.right
    ][:2]
    if same:
        reasons.append(f"shares {_listed(same)} with {other.claim.source}")
    if linked:
        reasons.append("; ".join(linked) + ("" if same else f" of {other.claim.source}"))
    if reading.counted and reading.counted == other.counted:
        reasons.append(f"both count {other.surfaces[other.counted]}")
    if bond.mate and (figure := one_figure(reading.claim, other.claim)):
        reasons.append(f"gives {figure} as in {other.claim.source}, and few things come to it")
    elif bond.mate and bond.toll:
        reasons.append(f"is the first count of the {bond.toll} in its article, as is that of {other.claim.source}")
    elif bond.mate:
        reasons.append(f"nothing of its kind in {other.claim.source} is nearer by words, sentence and place")
    return "; ".join(reasons) or f"reads like {other.claim.source}"


def _listed(words: Sequence[str]) -> str:
    quoted = [f"'{word}'" for word in words]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " and " + quoted[-1]


def unique(wanted: str, taken: set[str]) -> str:
    """The id wanted, or with the first number that makes it unique; it is then taken."""
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    taken.add(found)
    return found
