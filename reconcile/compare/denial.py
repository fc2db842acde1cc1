"""What one claim denies and the other tells: "he refused to sign", "he signed"; "no one was hurt", "six were hurt".

What comes in: a Pair. What goes out: whether the two cannot both be. A "not" is weak ground: all that is denied must be
in what is told, of the same people, and told as done.
"""

import re
from typing import Final

from reconcile.compare.around import around
from reconcile.compare.gate import HE, OTHER
from reconcile.compare.names import NAME
from reconcile.compare.pair import Pair
from reconcile.compare.side import Side
from reconcile.compare.subject import SUPERLATIVE, alike
from reconcile.compare.words import WORD, known, stem
from reconcile.model import Modality, Role
from reconcile.model.once import kept

NOBODY: Final = re.compile(  # "no word yet on the cause of the damage" says nothing of what was damaged
    r"\b(?:no one|nobody|none|no(?! (?:word|sign|doubt|comment|evidence|need)\b)) ", re.IGNORECASE
)
_PLAINLY: Final = 3  # words in common, for a count to be of what another says there was none of
_NOT_WORDS: Final = 3  # words more in a claim with "not" ("has not", "did not ever") than in the one without
_TOLD_WORDS: Final = 8  # words more in the one without: how, when and with whom it was done
_DENIED: Final = 2  # words that a denial must share, where it names nobody
_AHEAD: Final = re.compile(  # "will not resign", "is not resigning"
    r"\b(?:will|would|won['’]t|wouldn['’]t|shall)\b|\b(?:is|are|was|were)(?: not|n['’]t) \w+ing\b"
)
_UNWILLING: Final = re.compile(r"\b(?:want|wish|ask|agree)\w* (?:not )?to be \w+ed\b")  # says nothing of whether
_UNKNOWN: Final = re.compile(  # "who bought the picture is not known" denies no buying
    r"(?:\bnot|n['’]t) (?:yet |been |immediately )*(?:known|clear|certain|sure)\b"
    r"|^(?:who|what|whether|why|how)\b.*(?:\bnot|n['’]t) (?:yet |been )*(?:disclosed|revealed|published|released)\b",
    re.IGNORECASE,
)
_PARTLY: Final = re.compile(  # "not all the cabins were flooded" denies nothing of most of them
    r"\bnot (?:all|every\w*|each|many|much|only|just|necessarily|always|entirely|fully|quite)\b", re.IGNORECASE
)
_OF_WHAT: Final = re.compile(r"\b(?:none|not|no)$", re.IGNORECASE)  # "the ferry had none": of what, it does not say
_UNTRUE: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed)?|not true|untrue|false)\b"
)
_MEANT: Final = re.compile(r"\bto (\w+)")
_NOUN: Final = re.compile(r"\b(?:the|a|an|any) (\w+) of\b", re.IGNORECASE)
_OF: Final = re.compile(r"\b(?:of|by|to|for|with|from|in|at|on|near|against) (?:the )?$", re.IGNORECASE)
_WHEN: Final = re.compile(r" (?:when|while|before|after) \w+ [\w'’ -]+$")
_ANY_TIME: Final = re.compile(r" (?:at any (?:time|point|stage)|ever|at all|in any way)\b", re.IGNORECASE)
_NOT: Final = re.compile(r"(?:\bnot|n['’]t)\b")  # "no quake has cost so many lives since 1987" denies no quake
_NOT_ONE: Final = re.compile(r"\bnot (?:a single|one)\b", re.IGNORECASE)
ELSE: Final = OTHER | {"another", "former", "named"}  # "another fire", "the first vote"
_SAME: Final = 0.75  # of the words of the shorter, for a denial to be of what is counted
_ITSELF: Final = re.compile(
    r"\b(?:figure|estimate|number|sum|toll|count|tally|amount)s? of (?:[a-z]+ )?$", re.IGNORECASE
)
_GIVEN: Final = re.compile(r"\b(?:figure|estimate|number|sum|toll|count|tally|amount|report|claim)s?\b", re.IGNORECASE)


def polarity(pair: Pair) -> bool:
    """Whether one denies the other: "no civilians died" and "three civilians died"; no plan, no other names.

    What is denied must all be in what is told; the teller may know more: "he refused to sign", "he signed it in Arden".
    """
    a, b = pair.both
    if a.negated == b.negated or (a.marks ^ b.marks) & ELSE:
        return False
    no, yes = (pair.left, pair.right) if a.negated else (pair.right, pair.left)
    if not _told(no, yes) or not _value_fits(no, yes) or any(HE.match(side.claim.quote) for side in (no, yes)):
        return False
    if any(told.search(no.claim.about) for told in (_UNWILLING, _UNKNOWN, _OF_WHAT, _PARTLY)):
        return False
    texts = [text.lower().split() for text in _bare(no.claim.about, yes.claim.about)]
    turned = any("but" in text for text in texts)
    kept_ = frozenset(map(stem, WORD.findall(" ".join(texts[0]))))
    without = frozenset(map(stem, WORD.findall(no.claim.about.lower()))) - kept_
    denied = no.subject.stems - known().denials - without
    more = len(texts[1]) - len(texts[0]), len(texts[0]) - len(texts[1])
    done = _done(yes)
    said = all(key in yes.subject.stems or not done.isdisjoint(_rows(key)) for key in denied)
    named = bool(no.subject.names) and no.subject.names <= yes.subject.names
    enough = len(denied) + _counted(no, yes) >= _DENIED or (
        bool(denied) and named and NAME.search(no.claim.about) is not None
    )
    same = said and enough and (named or not no.subject.names) and _one_doer(no, yes) and not _only_meant(no, yes)
    return same and not turned and more[0] <= _TOLD_WORDS and more[1] <= _NOT_WORDS


def _counted(no: Side, yes: Side) -> int:
    """What a denied count has in common with the same count besides: its noun, and what became of them.

    "Did not arrest 12 men" denies that 12 men were arrested; "12 men were not hurt" denies nothing of 12 others.
    """
    told = no.claim.quantity
    if told is None or no.claim.figure is None or yes.claim.figure is None or no.figure != yes.figure:
        return 0
    not_ = known().negation.search(no.claim.quote)
    if not_ is None or not_.start() > told.span.start - no.claim.span.start:
        return 0
    return (not no.nouns.isdisjoint(yes.nouns)) + (no.subject.measure == yes.subject.measure != "")


def _bare(denied: str, told: str) -> tuple[str, str]:
    """The same without when, if both say when: "the door was not locked when they left", "it was when she sailed".

    "Went off at no time" is told of all times.
    """
    no, yes = (_WHEN.sub("", about) for about in (denied, told))
    if no != denied and yes != told and known().negation.search(no):
        denied, told = no, yes
    return _ANY_TIME.sub("", denied), told


def _told(no: Side, yes: Side) -> bool:
    """Whether both tell of deeds, or both of what will be: "he would resign" and "he would not resign"."""
    return yes.happened or (yes.claim.modality is Modality.PLANNED and _AHEAD.search(no.claim.about) is not None)


def _only_meant(no: Side, yes: Side) -> bool:
    """Whether the other only means to do it ("is due to sign"), or the denial is of a charge ("denies arson")."""
    lexicon, about = known(), no.claim.about
    match = lexicon.negation.search(about)
    if match is None or stem(match[0].lower()) in lexicon.sides:
        return True
    meant, aside = (
        {stem(word.lower()) for word in _MEANT.findall(text)} for text in (yes.claim.about, about.replace(match[0], ""))
    )
    return not (meant - aside).isdisjoint(no.subject.stems)


def _value_fits(no: Side, yes: Side) -> bool:
    """Whether a denial of a figure or a day is one of the very same: "did not sign on Monday" says less than "not"."""
    if no.claim.date is not None and not _since(no, yes) and (yes.claim.date is None or yes.when.edtf != no.when.edtf):
        return False
    return no.claim.figure is None or yes.claim.figure is not None


def _since(no: Side, yes: Side) -> bool:
    """Whether what is told was done after the day since which it is denied: "not inspected since 2022", "in March"."""
    if (
        no.claim.date is None
        or yes.claim.date is None
        or no.when.role is not Role.SINCE
        or not _NOT.search(no.claim.quote)
    ):
        return False
    last, day = no.when.latest, yes.when.earliest
    return last is not None and day is not None and day > last and yes.when.role is Role.ON and yes.happened


def done_since(pair: Pair) -> bool:
    """Whether one tells what the other says has not been done since a day before."""
    return any(_since(no, yes) for no, yes in pair.ways) and polarity(pair)


def _rows(key: str) -> frozenset[int]:
    return known().rows.get(key, frozenset())


def _done(side: Side) -> frozenset[str | int]:
    """What a claim tells, without the words that only name a deed: "the loss of a ship" says not that one is lost."""
    nouns = {stem(word.lower()) for word in _NOUN.findall(side.claim.about)}
    named, told = (frozenset().union(*map(_rows, words)) for words in (nouns, side.subject.stems - nouns))
    return side.subject.keys - (named - told)


def _one_doer(no: Side, yes: Side) -> bool:
    """Whether no name stands before the deed of one alone: "a rival of Arden signed" is not "Arden signed"."""
    ours, theirs = _doers(no), _doers(yes)
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _doers(side: Side) -> frozenset[str]:
    """The first name of a claim, but for one that says whose or of what: "the Democrats' leader, Pavel Orsk"."""
    about, known_names = side.claim.about, side.subject.names
    for match in NAME.finditer(about):
        found = known_names.intersection(match[0].lower().split())
        if found and not match[0].endswith(("'", "’", "'s", "’s")):
            return frozenset() if _OF.search(about[: match.start()]) else found
    return frozenset()


def _disowns(side: Side) -> bool:
    """Whether a claim is told as untrue; not "he did not regret the four murders"."""
    return side.claim.modality is Modality.DENIED and _UNTRUE.search(side.sentence) is not None


def disowned(pair: Pair) -> bool:
    """Whether one tells that another's figure is denied: "police denied that 12 people died", "12 people died"."""
    a, b = pair.both
    if any(side.claim.figure is None for side in (pair.left, pair.right)):
        return False
    denied = [_disowns(side) for side in (pair.left, pair.right)]
    if denied[0] == denied[1] or a.negated != b.negated or (a.marks ^ b.marks) & ELSE:
        return False
    return pair.alike >= _SAME or (bool(a.measure) and a.measure == b.measure)


def denies(pair: Pair) -> bool:
    """Whether one says that there was none of what the other tells of, in the same words otherwise."""
    none = [NOBODY.match(side.claim.about) is not None for side in (pair.left, pair.right)]
    return none[0] != none[1] and polarity(pair)


def none_of_it(pair: Pair) -> bool:
    """Whether one denies even a single one of what the other counts: "not a single shot was fired"."""
    return _not_one(pair.left) != _not_one(pair.right) and pair.same_noun and polarity(pair)


@kept
def _not_one(side: Side) -> bool:
    return _NOT_ONE.search(side.claim.quote) is not None


@kept
def none(pair: Pair) -> bool:
    """Whether one says that it happened to nobody, and the other counts them: "no one was hurt", "six were hurt"."""
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        nobody = one.claim.quantity is None and NOBODY.match(one.claim.about) is not None
        nobody = nobody and SUPERLATIVE.search(one.claim.about) is None
        counted = nobody and other.claim.figure is not None and other.figure.low > 0 and other.happened
        if not counted or other.subject.times - one.subject.times:  # "nobody was hurt", "in 1976 it killed 38"
            continue
        denied = NOBODY.search(other.sentence)  # "no one was hurt in the fire, which broke out while 20 people slept"
        elsewhere = (one.subject.marks ^ other.subject.marks) & ELSE
        same_fate = not elsewhere and other.subject.measure in one.subject.measures and _meet(one, other)
        if not denied and (same_fate or _none_of(one, other)):
            return True
    return False


def _none_of(one: Side, other: Side) -> bool:
    """Whether the denial is of what the other counts: "no case was confirmed" and "214 cases were confirmed"."""
    pair = Pair(one, other)
    noun = bool(other.subject.counted & one.subject.stems)
    most = pair.shared >= _PLAINLY and pair.shared >= _SAME * len(one.subject.stems)  # "no side effects were seen"
    enough = (noun and pair.shared >= 1 and alike(one.subject, other.subject) >= _SAME) or most
    return enough and names_fit(pair) and not (one.subject.marks ^ other.subject.marks) & ELSE


def _meet(one: Side, other: Side) -> bool:
    """Whether the sentence of the count speaks of what the denial speaks of."""
    return not one.subject.keys.isdisjoint(other.subject.wide)


def names_fit(pair: Pair) -> bool:
    """Whether either names nobody whom the other does not name as well."""
    a, b = pair.both
    return a.names <= b.names or b.names <= a.names


def undone(pair: Pair) -> bool:
    """Whether one alone tells of a day without it: "did not play last Sunday".

    What there was not since a year was there in it: "no quake has cost so many lives since 1987".
    """
    denied = [side for side in (pair.left, pair.right) if side.claim.modality is Modality.DENIED]
    return len(denied) == 1 and not denied[0].not_before and denied[0].when.role is not Role.SINCE


def called_wrong(pair: Pair) -> bool:
    """Whether one alone calls a figure wrong that others gave: "the figure of 35,000 is too high"."""
    denied = [side for side in (pair.left, pair.right) if side.claim.modality is Modality.DENIED]
    return len(denied) == 1 and _GIVEN.search(denied[0].claim.about) is not None


def rejected(pair: Pair) -> bool:
    """Whether one gives the very figure that the other calls wrong: "14 were hurt", "the figure of 14 is too high"."""
    a, b = pair.figures
    wrong = [side for side in (pair.left, pair.right) if not side.happened]
    if len(wrong) != 1 or not called_wrong(pair) or (a.low, a.high) != (b.low, b.high):
        return False
    ours, theirs = (side.subject.names for side in (pair.left, pair.right))
    if ours - theirs and theirs - ours:  # "Arden won 14 seats", "the figure of 14 seats for Brill was wrong"
        return False
    return _ITSELF.search(f"{around(wrong[0].claim, wrong[0].source)[0]} ") is not None
