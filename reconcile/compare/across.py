"""Arithmetic over several topics: the share here, the whole there.

What comes in: all topics of a story. What goes out: findings of calculations whose claims do not all lie in one topic.
Where one topic holds both sides, the finding is of the two; else it stands with the side whose topic more sources
tell, and the other side is among its `others`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reconcile.compare.arithmetic import of_topic
from reconcile.compare.finding import finding
from reconcile.compare.pair import Articles, Pair
from reconcile.model import Claim, Finding, Topic

MOST = 400  # claims in all; a pile of stories is compared story by story


def derive(topics: Sequence[Topic], articles: Articles) -> tuple[Finding, ...]:
    """The findings of calculations that reach over topics."""
    home = {name: topic for topic in reversed(topics) for name in topic.claims}
    told = [articles.side(name) for name in tuple(home)[:MOST]]
    found: dict[str, Finding] = {}
    shown: set[str] = set()
    reckoned = [(pair, said, _together(home, pair)) for pair, said in of_topic(told)]
    for pair, said, together in sorted(reckoned, key=lambda row: not row[2]):
        left, right = pair.left.claim.id, pair.right.claim.id
        if together and all(home[name] is home[left] for name in said.others):
            continue  # the comparison of the topic has it
        if said.because in shown and not together:
            continue  # one calculation is told once, however many claims repeat its numbers
        shown.add(said.because)
        one, two = sorted((left, right), key=lambda name: -_outlets(home[name], articles.claims))
        made = finding(home[left] if together else home[one], pair, said, ())
        found[made.id] = made if together else replace(made, left=one, right=None, others=(two, *said.others))
    return tuple(found.values())


def _together(home: Mapping[str, Topic], pair: Pair) -> bool:
    return home[pair.left.claim.id] is home[pair.right.claim.id]


def _outlets(topic: Topic, claims: Mapping[str, Claim]) -> int:
    return len({claims[name].source for name in topic.claims})
