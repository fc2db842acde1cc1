"""One toll of one event: what each article first says of how many died, are hurt, or are missing.

A toll that grows is told in ever new words, and an article that gives an earlier one as well parts those that belong
together: "killed at least 12", "the first toll of 10 went up", "there were also 10 fatalities". Of several tolls the
first that an article tells is the one of its news (see `slots`), so within a story these are of one event.
What comes in: the groups of all stories. What goes out: the groups, in which a toll went to the group that most
articles tell theirs in, if it is alike enough with one of these: two groups come together only on the whole (see
`cluster`). Not the count of a part ("22 students and six adults"), none of another size, none of whom the others name
nobody, and none that a claim there of another article bars.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from reconcile.align.cluster import Rules
from reconcile.align.mates import Standing
from reconcile.align.slots import FATE, Slot
from reconcile.align.values import of_one_size, values_meet


def tolled(
    groups: Sequence[Sequence[int]],
    stories: Mapping[str, int],
    known: Standing,
    rules: Rules,
    join: float,
) -> list[list[int]]:
    """The groups of all stories, the tolls of one event together.

    Args:
        groups: as they stand.
        stories: the number of each source's story.
        known: what is known of their claims.
        rules: what else holds.
        join: how alike a toll must be with one of those that it goes to.
    """
    found = {number: list(group) for number, group in enumerate(groups)}
    home = {claim: number for number, group in found.items() for claim in group}
    told: dict[tuple[int, str], list[int]] = defaultdict(list)
    for claim, fate in _tolls(known):
        told[stories[rules.homes[claim]], fate].append(claim)
    for _, claims in sorted(told.items()):
        host = min((home[claim] for claim in claims), key=lambda number: _rank(found[number], claims, rules))
        there = [claim for claim in claims if home[claim] == host]
        for claim in sorted(claims, key=rules.keys.__getitem__):
            alike = max(known.likeness.get((min(claim, o), max(claim, o)), 0.0) for o in there)
            if home[claim] == host or alike < join or not _may(claim, there, found[host], known, rules):
                continue
            found[home[claim]].remove(claim)
            home[claim] = host
            found[host].append(claim)
            there.append(claim)
    return sorted(sorted(group) for group in found.values() if group)


def one_toll(ours: Collection[Slot], theirs: Collection[Slot]) -> str:
    """What became of those whom two claims count as the tolls of their articles, given the slots of each; else ""."""
    return min((fate for slot, fate in set(ours).intersection(theirs) if slot == FATE), default="")


def _tolls(known: Standing) -> Iterator[tuple[int, str]]:
    """The claims that give the toll of their article, each with what became of those whom it counts."""
    beside: dict[tuple[str, object], list[int]] = defaultdict(list)
    for number, reading in enumerate(known.readings):
        beside[reading.claim.source, reading.claim.sentence].append(number)
    for number in sorted(known.only):
        claim = known.readings[number].claim
        fates = sorted(fate for slot, fate in known.only[number] if slot == FATE)
        if fates and not claim.headline:
            kin = beside[claim.source, claim.sentence]
            yield from ((number, fate) for fate in fates if not any(_parts(number, o, fate, known) for o in kin))


def _parts(number: int, other: int, fate: str, known: Standing) -> bool:
    """Whether two claims of a sentence count others to whom the same happened: "killed 22 students and six adults"."""
    one, beside = known.readings[number], known.readings[other]
    alike = fate in beside.fates and beside.kind == "count" and not beside.narrowed
    return alike and one.counted != beside.counted and not values_meet(one.claim, beside.claim)


def _rank(group: Sequence[int], claims: Sequence[int], rules: Rules) -> tuple[int, str]:
    """What comes first: the group in which most articles tell their toll."""
    told = set(claims).intersection(group)
    return -len({rules.homes[claim] for claim in told}), min(rules.keys[claim] for claim in group)


def _may(claim: int, there: Sequence[int], group: Sequence[int], known: Standing, rules: Rules) -> bool:
    """Whether a toll may go to a group with the tolls that are there, beside what else its own article tells there."""
    own = known.readings[claim].claim
    if claim in rules.fixed or not any(of_one_size(own, known.readings[other].claim) for other in there):
        return False
    if all(known.strange(claim, other) for other in there):
        return False
    barring = (other for other in group if rules.barred(claim, other))
    return all(rules.homes[other] == rules.homes[claim] and other not in there for other in barring)
