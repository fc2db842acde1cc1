"""Two claims that only their words tell of: said alike, said of one matter, or said and denied.

What comes in: a Pair of which at most one claim has a value that could be compared. What goes out: a Comparison. Words
alone are weak ground: only a plain "not" between claims that otherwise say the same is called a contradiction.
"""

from typing import Final

from reconcile.compare.denial import ELSE, disowned, names_fit, none, polarity
from reconcile.compare.finding import Comparison
from reconcile.compare.gate import against, cap, opposed
from reconcile.compare.pair import Pair
from reconcile.compare.relation import Relation, climb
from reconcile.compare.words import WORD, known, stem
from reconcile.model import Dimension, Modality, Outcome

_WORDING: Final = Dimension.WORDING
_SAME: Final = 0.75  # of the words, for one to say what the other says


def contrary(pair: Pair) -> bool:
    """Whether they say of one thing what excludes each other: "passed the bill" and "rejected the bill"."""
    numbers = against(pair) & known().exclusive
    if not numbers:
        return False
    a, b = pair.both
    told = all(side.claim.modality in (Modality.HAPPENED, Modality.DENIED) for side in (pair.left, pair.right))
    if not told or a.negated != b.negated or (a.marks ^ b.marks) & ELSE:  # "did not reject", "approved"
        return False
    sums = pair.left.claim.figure, pair.right.claim.figure
    if None not in sums and sums[0] != sums[1]:  # "beat Brill to a contract of 40 billion", "won one of 13 billion"
        return False
    ours, theirs = (frozenset(s for s in x.stems if numbers.isdisjoint(_numbers(s))) for x in pair.both)
    common = len(ours & theirs)
    same = common >= 1 and common >= _SAME * min(len(ours), len(theirs))
    return names_fit(pair) and (same or (not ours | theirs and a.names == b.names and bool(a.names)))


def _numbers(key: str) -> frozenset[int]:
    return frozenset(number for number, _ in known().sides.get(key, ()))


def excludes(pair: Pair) -> bool:
    """Whether only one of two that turn each other round can be: "Arden beat Brill", "Brill beat Arden"."""
    told = all(side.happened for side in (pair.left, pair.right))
    same = pair.both[0].stems == pair.both[1].stems
    return told and same and not pair.both[0].stems.isdisjoint(known().one_way) and swapped(pair)


def swapped(pair: Pair) -> bool:
    """Whether they turn each other round: "Arden sued Brill" and "Brill sued Arden"."""
    common = sorted(pair.left.subject.names & pair.right.subject.names)
    if len(common) < 2 or pair.alike < _SAME:
        return False
    texts = [side.claim.about for side in (pair.left, pair.right)]
    orders = [sorted(common, key=text.lower().find) for text in texts]
    passive = [" by " in f" {text.lower()} " for text in texts]
    deed = all(_deed_between(text, order[0], order[-1], pair) for text, order in zip(texts, orders, strict=True))
    return orders[0][0] == orders[1][-1] and orders[0][-1] == orders[1][0] and passive[0] == passive[1] and deed


def _deed_between(text: str, first: str, last: str, pair: Pair) -> bool:
    """Whether a word both claims share stands between the two names; "Arden, Brill and Cole" is a list in any order."""
    low = text.lower()
    between = {stem(word) for word in WORD.findall(low[low.find(first) + len(first) : low.find(last)])}
    return bool(between & pair.left.subject.stems & pair.right.subject.stems)


def _same_words(pair: Pair) -> bool:
    a, b = pair.both
    if any(side.claim.quantity or side.claim.when for side in (pair.left, pair.right)):
        return False  # one gives a figure or a day that the other lacks
    alike = a.negated == b.negated and pair.left.claim.modality == pair.right.claim.modality and names_fit(pair)
    return alike and pair.shared >= 2 and pair.alike >= _SAME


def _one_day(pair: Pair) -> bool:
    """Whether both sentences give the same day or the same figure for it."""
    left, right = pair.left.claim, pair.right.claim
    days = left.date is not None and right.date is not None and left.date.edtf == right.date.edtf != ""
    return days or (left.figure is not None and left.figure == right.figure)


def _always(_: Pair) -> bool:
    return True


WORDING: Final[tuple[Relation[Pair], ...]] = (
    Relation("contrary", _WORDING, Outcome.CONFLICTS, "what one says of it excludes what the other says", contrary,
             settles="look for two votes, two matches or two charges before taking one of them to be wrong"),
    Relation("opposite_deeds", _WORDING, Outcome.NOT_COMPARABLE, "they tell of opposite deeds, and both may have "
             "been done", lambda pair: opposed(pair) and pair.both[0].negated == pair.both[1].negated,
             explanation="measure"),
    Relation("polarity", _WORDING, Outcome.CONFLICTS, "one says it and the other says it is not so",
             lambda pair: polarity(pair) or none(pair) or disowned(pair),
             settles="read both passages in full: a “not” may belong to another part of the sentence"),
    Relation("winner_swapped", _WORDING, Outcome.CONFLICTS, "each makes the other one of the two the one who did it",
             excludes, settles="look up who did it to whom"),
    Relation("role_swap", _WORDING, Outcome.NOT_COMPARABLE, "the same words, but who does it to whom is turned round",
             swapped, explanation="measure"),
    Relation("same_words", _WORDING, Outcome.AGREE, "they say it in nearly the same words", _same_words),
    Relation("same_matter", _WORDING, Outcome.COMPATIBLE, "both speak of the same matter, and nothing in the words of "
             "one excludes the other", _always),
)  # fmt: skip


def compare_wording(pair: Pair) -> Comparison:
    """How two claims stand to each other by their words alone."""
    row, tried = climb(WORDING, pair)
    steps = [f"wording: {row.code}; tried before it: {', '.join(tried) or 'nothing'}"]
    dimension = Dimension.FIGURE if none(pair) else _WORDING  # nobody at first, six in the end: a tally like others
    explanation, why = cap(pair, dimension) if row.outcome is Outcome.CONFLICTS else ("", "")
    if row.code == "contrary" and not why and not _one_day(pair):
        explanation, why = "scope", "it may have come to both, at two times or of two things"
    outcome = Outcome.DIFFERS if why else row.outcome
    if why:
        steps.append(f"cap: differs, not conflicts: {why}")
    return Comparison(row.code, _WORDING, outcome, row.because, row.settles, explanation or row.explanation,
                      (why,) if why else (), tuple(steps), surmised=bool(why))  # fmt: skip
