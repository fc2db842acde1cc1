"""What reaches over several topics: the share here, the whole there; the title of an article, and its text.

What comes in: all topics of a story. What goes out: findings of calculations whose claims do not all lie in one topic,
and of what an article says against itself.
Where one topic holds both sides, the finding is of the two; else it stands with the side whose topic more sources
tell, and the other side is among its `others`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.compare.arithmetic import of_topic
from reconcile.compare.finding import Comparison, finding
from reconcile.compare.inside import of_article
from reconcile.compare.pair import Pair
from reconcile.compare.side import Articles
from reconcile.model import Claim, Finding, Topic

MOST = 400  # claims in all; a pile of stories is compared story by story


def derive(topics: Sequence[Topic], articles: Articles) -> tuple[Finding, ...]:
    """The findings of calculations that reach over topics, and of articles that contradict themselves."""
    home = {name: topic for topic in reversed(topics) for name in topic.claims}
    told = [articles.side(name) for name in tuple(home)[:MOST]]
    found: dict[str, Finding] = {}
    shown: set[str] = set()
    reckoned = [(pair, said, _together(home, pair)) for pair, said in of_topic(told)]
    for pair, said, together in sorted(reckoned, key=lambda row: not row[2]):
        left = pair.left.claim.id
        if together and all(home[name] is home[left] for name in said.others):
            continue  # the comparison of the topic has it
        if said.because in shown and not together:
            continue  # one calculation is told once, however many claims repeat its numbers
        shown.add(said.because)
        made = _made(home, articles, pair, said)
        found[made.id] = made
    for pair, said in _inside(home, articles):
        made = _made(home, articles, pair, said)
        found[made.id] = made
    return tuple(found.values())


def _inside(home: Mapping[str, Topic], articles: Articles) -> Iterator[tuple[Pair, Comparison]]:
    """What the articles say against themselves, as far as it is in topics."""
    for slug in sorted({articles.claims[name].source for name in home}):
        yield from of_article([side for side in articles.of_article(slug) if side.claim.id in home])


def _made(home: Mapping[str, Topic], articles: Articles, pair: Pair, said: Comparison) -> Finding:
    """The finding, with the topic of both sides or, where each has its own, with that which more sources tell."""
    left, right = pair.left.claim.id, pair.right.claim.id
    one, two = sorted((left, right), key=lambda name: -_outlets(home[name], articles.claims))
    made = finding(home[one], pair, said, ())
    return made if _together(home, pair) else replace(made, left=one, right=None, others=(two, *said.others))


def _together(home: Mapping[str, Topic], pair: Pair) -> bool:
    return home[pair.left.claim.id] is home[pair.right.claim.id]


def _outlets(topic: Topic, claims: Mapping[str, Claim]) -> int:
    return len({claims[name].source for name in topic.claims})
