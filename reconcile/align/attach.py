"""Claims of a text that is no source, laid beside topics that stand: which topic speaks of each.

What comes in: the sources with their claims and topics, and the text with its claims. What goes out: for each of its
claims the topic's claim it is most like, and how alike the two are. The topics stay as they are: a draft does not move
what a reviewer judged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconcile.align.aligner import Aligner
from reconcile.model import Claim, Pins, Source


@dataclass(frozen=True, slots=True)
class Attached:
    """A claim of the text and the claim of a topic it is most like.

    Attributes:
        claim, nearest: ids.
        likeness: of the two, from 0 to 1.
    """

    claim: str
    nearest: str
    likeness: float


def attach(
    sources: Sequence[Source], claims: Sequence[Claim], topic_of: Mapping[str, str], text: Source, said: Sequence[Claim]
) -> tuple[Attached, ...]:
    """The claims of a text that belong to a topic; one that nothing is like, or that every topic bars, is left out.

    Args:
        sources: of the topics.
        claims: of these sources.
        topic_of: claim id to topic id.
        text: the text, under a slug that no source has.
        said: its claims.
    """
    aligner = Aligner([*sources, text], [*claims, *said], Pins(), beside=text.slug)
    everybody = [*claims, *said]
    ranked: dict[int, list[tuple[float, int]]] = {}
    for (a, b), score in aligner.across.items():
        own, other = (a, b) if everybody[a].source == text.slug else (b, a)
        if everybody[other].id in topic_of:
            ranked.setdefault(own, []).append((score, other))
    found = []
    for own, rows in sorted(ranked.items()):
        rows.sort(key=lambda row: (-row[0], everybody[row[1]].id))
        best = next(((score, other) for score, other in rows if not aligner.reason(own, other)), None)
        if best is not None:
            found.append(Attached(everybody[own].id, everybody[best[1]].id, best[0]))
    return tuple(found)
