"""Two claims that only their words tell of: said alike, said of one matter, or said and denied.

What comes in: a Pair of which at most one claim has a value that could be compared. What goes out: a Comparison. Words
alone are weak ground: only a plain "not" between claims that otherwise say the same is called a contradiction.
"""

import re
from typing import Final

from reconcile.compare.finding import Comparison
from reconcile.compare.gate import OTHER, against, cap, opposed
from reconcile.compare.pair import Pair, Side
from reconcile.compare.relation import Relation, climb
from reconcile.compare.subject import alike
from reconcile.compare.words import WORD, known, stem
from reconcile.model import Dimension, Modality, Outcome

_WORDING: Final = Dimension.WORDING
NOBODY: Final = re.compile(  # "no word yet on the cause of the damage" says nothing of what was damaged
    r"\b(?:no one|nobody|none|no(?! (?:word|sign|doubt|comment|evidence|need)\b)) ", re.IGNORECASE
)
_NOT_WORDS: Final = 3  # words more in a claim with "not" ("has not", "did not ever") than in the one without
_SAME: Final = 0.75  # of the words, for one to say what the other says


def _polarity(pair: Pair) -> bool:
    """Whether one denies the other: "no civilians died" and "three civilians died"; no plan, no other names."""
    a, b = pair.both
    if a.negated == b.negated:
        return False
    told = all(side.claim.modality in (Modality.HAPPENED, Modality.DENIED) for side in (pair.left, pair.right))
    texts = [side.claim.about.lower().split() for side in (pair.left, pair.right)]
    turned = any("but" in text for text in texts) or abs(len(texts[0]) - len(texts[1])) > _NOT_WORDS
    same = a.names == b.names and pair.shared == len(a.stems) == len(b.stems) >= 2
    return told and same and not turned


def contrary(pair: Pair) -> bool:
    """Whether they say of one thing what excludes each other: "passed the bill" and "rejected the bill"."""
    numbers = against(pair) & known().exclusive
    if not numbers:
        return False
    told = all(side.claim.modality in (Modality.HAPPENED, Modality.DENIED) for side in (pair.left, pair.right))
    if not told or pair.both[0].marks ^ pair.both[1].marks & OTHER:
        return False
    a, b = pair.both
    ours, theirs = (frozenset(s for s in x.stems if numbers.isdisjoint(_numbers(s))) for x in pair.both)
    common = len(ours & theirs)
    same = common >= 1 and common >= _SAME * min(len(ours), len(theirs))
    return _names_fit(pair) and (same or (not ours | theirs and a.names == b.names and bool(a.names)))


def _numbers(key: str) -> frozenset[int]:
    return frozenset(number for number, _ in known().sides.get(key, ()))


def denies(pair: Pair) -> bool:
    """Whether one says that there was none of what the other tells of, in the same words otherwise."""
    none = [NOBODY.match(side.claim.about) is not None for side in (pair.left, pair.right)]
    return none[0] != none[1] and _polarity(pair)


def _none(pair: Pair) -> bool:
    """Whether one says that it happened to nobody, and the other counts them: "no one was hurt", "six were hurt"."""
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        nobody = one.claim.quantity is None and NOBODY.match(one.claim.about) is not None
        counted = nobody and other.claim.figure is not None and other.figure.low > 0 and other.happened
        if not counted:
            continue
        denied = NOBODY.search(other.sentence)  # "no one was hurt in the fire, which broke out while 20 people slept"
        same_fate = bool(other.subject.measure) and other.subject.measure in one.subject.measures and _meet(one, other)
        if not denied and (same_fate or _none_of(one, other)):
            return True
    return False


def _none_of(one: Side, other: Side) -> bool:
    """Whether the denial is of what the other counts: "no case was confirmed" and "214 cases were confirmed"."""
    pair = Pair(one, other)
    noun = bool(other.subject.counted & one.subject.stems)
    return noun and pair.shared >= 1 and alike(one.subject, other.subject) >= _SAME and _names_fit(pair)


def _meet(one: Side, other: Side) -> bool:
    """Whether the sentence of the count speaks of what the denial speaks of."""
    return not one.subject.keys.isdisjoint(other.subject.wide)


def excludes(pair: Pair) -> bool:
    """Whether only one of two that turn each other round can be: "Arden beat Brill", "Brill beat Arden"."""
    told = all(side.happened for side in (pair.left, pair.right))
    same = pair.both[0].stems == pair.both[1].stems
    return told and same and not pair.both[0].stems.isdisjoint(known().one_way) and swapped(pair)


def swapped(pair: Pair) -> bool:
    """Whether they turn each other round: "Arden sued Brill" and "Brill sued Arden"."""
    if pair.alike < _SAME:
        return False
    common = sorted(pair.left.subject.names & pair.right.subject.names)
    if len(common) < 2:
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
    alike = a.negated == b.negated and pair.left.claim.modality == pair.right.claim.modality and _names_fit(pair)
    return alike and pair.shared >= 2 and pair.alike >= _SAME


def _names_fit(pair: Pair) -> bool:
    a, b = pair.both
    return a.names <= b.names or b.names <= a.names


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
             "been done", opposed, explanation="measure"),
    Relation("polarity", _WORDING, Outcome.CONFLICTS, "one says it and the other says it is not so",
             lambda pair: _polarity(pair) or _none(pair),
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
    dimension = Dimension.FIGURE if _none(pair) else _WORDING  # nobody at first, six in the end: a tally like others
    explanation, why = cap(pair, dimension) if row.outcome is Outcome.CONFLICTS else ("", "")
    if row.code == "contrary" and not why and not _one_day(pair):
        explanation, why = "scope", "it may have come to both, at two times or of two things"
    outcome = Outcome.DIFFERS if why else row.outcome
    if why:
        steps.append(f"cap: differs, not conflicts: {why}")
    return Comparison(row.code, _WORDING, outcome, row.because, row.settles, explanation or row.explanation,
                      (why,) if why else (), tuple(steps))  # fmt: skip
