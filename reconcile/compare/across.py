"""Arithmetic over several topics: the share here, the whole there.

What comes in: all topics of a story. What goes out: findings of calculations whose claims do not all lie in one topic;
a finding stands in the topic that holds both its sides, and one whose sides share no topic is left out.
"""

from collections.abc import Mapping, Sequence

from reconcile.compare.arithmetic import of_topic
from reconcile.compare.finding import finding
from reconcile.compare.pair import sides
from reconcile.model import Claim, Finding, Source, Topic

MOST = 400  # claims in all; a pile of stories is compared story by story


def derive(topics: Sequence[Topic], claims: Mapping[str, Claim], sources: Mapping[str, Source]) -> tuple[Finding, ...]:
    """The findings of calculations that reach over topics."""
    home = {name: topic for topic in reversed(topics) for name in topic.claims}
    told = sides(tuple(home)[:MOST], claims, sources)
    found: list[Finding] = []
    for pair, said in of_topic(told):
        left, right = pair.left.claim.id, pair.right.claim.id
        topic = home[left]
        apart = any(home[name] is not topic for name in said.others)
        if right in topic.claims and apart:
            found.append(finding(topic, pair, said, ()))
    return tuple({one.id: one for one in found}.values())
