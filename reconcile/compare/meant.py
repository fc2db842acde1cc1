"""Whether two values must be meant for each other, though their words do not say that they are of one thing.

"Battled the flames for seven hours", "took the firemen nine hours to put out the blaze": neither article has another
length of time that is as near, and the two are of one size, as two accounts of one thing are. So must two that stand
beside one other number. What comes in: a Pair of claims with a figure each, or a date. What goes out: yes or no; where
only this shows it, the difference is told with that reason, and never called a contradiction.
"""

import re
from decimal import Decimal
from typing import Final

from reconcile.compare.gate import apart
from reconcile.compare.lengths import other_length, served_or_set
from reconcile.compare.only import wholes
from reconcile.compare.pair import Pair
from reconcile.compare.places import inhabited
from reconcile.compare.side import Side
from reconcile.compare.subject import Subject
from reconcile.compare.words import known
from reconcile.model import Precision, Quantity, Role
from reconcile.model.once import kept

_STATE: Final = re.compile(  # "debt was 310 million at the end of the quarter", "today it is 310 million": no deed
    r"\b(?:is|are|was|were|(?:stood|stands) at|amount(?:ed|s) to) (?:(?:about|some|around|nearly|over) )?\W?\d"
)
_MANY: Final = 1000
_HARDLY: Final = Decimal("1.5")
_HALF: Final = 0.5  # two deeds of one affair have some words in common
_SIZE: Final = 2  # two accounts of one thing seldom are further apart
_ALONE: Final = ("age", "magnitude")  # whose age it is, and of which quake, only a name or a day says


@kept
def meant(pair: Pair) -> bool:
    """Whether neither article has a figure of the kind as near to the other's, or one number stands beside both."""
    a, b = pair.both
    kind = pair.figures[0].kind
    if not (pair.nearest or beside_one(pair)) or kind in _ALONE or a.negated != b.negated:
        return False
    bare = not (a.heads or b.heads) and pair.shared > 0 and pair.alike == 1  # "the youngest is 43"
    # "the nation, now down to 7.1 million", "the population is 7.4 million": nothing else is so many
    bare = bare or (bool(a.heads) is not bool(b.heads) and _as_many(pair))
    graded = pair.same_time and a.marks & b.marks & known().grades.keys()  # "three are in a critical condition"
    if kind == "count" and not (a.heads & b.heads or _both_people(pair) or bare or graded):
        return False
    if other_attribute(pair) or _other_people(pair):
        return False
    if kind == "time" and a.marks != b.marks:  # "nine days before he takes office", "for six weeks"
        return False
    if any(_of_another_there(one, other) for one, other in pair.ways):
        return False
    met = a.names & b.context or b.names & a.context  # "costs Arden nine times what Brill is worth" names Arden too
    strangers = apart(a.here, b.here) and apart(a.names, b.names) and pair.told_apart(a.names, b.names)
    return not strangers or (bool(met) and kind != "length")


def _of_another_there(one: Side, other: Side) -> bool:
    """Whether the other article tells such a figure of whom this one names elsewhere.

    "The Ann had 14 people on board" is met by "the Ann has a crew of 11", not by "seven were aboard the other boat".
    """
    named = one.subject.here
    if not named or not named.isdisjoint(other.subject.context):
        return False
    kin = (fellow for fellow in other.fellows_of(other.figure.kind) if fellow is not other)
    return any(
        not named.isdisjoint(fellow.subject.here)
        and _of_one_noun(one, fellow)
        and fellow.figure.high <= _SIZE * one.figure.high
        and one.figure.high <= _SIZE * fellow.figure.high
        for fellow in kin
    )


def _of_one_noun(one: Side, other: Side) -> bool:
    """Whether two figures have one unit, or count people both, or things of one kind."""
    return one.figure.unit == other.figure.unit or not one.nouns.isdisjoint(other.nouns)


def _other_people(pair: Pair) -> bool:
    """Whether they are the populations of two places: "Arden, home to 9,000", "Brill has 30,000 people"."""
    a, b = pair.both
    if "population" not in a.marks | b.marks:
        return False
    ours, theirs = inhabited(pair.left), inhabited(pair.right)
    return ours.isdisjoint(theirs) if ours and theirs else apart(a.names, b.names)


def other_attribute(pair: Pair) -> bool:
    """Whether they measure two things of one: its width and its length, a share of its grain and one of its oil.

    So do two sums of a firm's books (its orders and its revenue), and the time served and the time that a court set.
    """
    kind = pair.figures[0].kind
    if apart(*wholes(pair)) or other_length(pair) or served_or_set(pair):
        return True
    return kind in ("money", "share") and apart(*map(_accounts, pair.both))


def _accounts(about: Subject) -> frozenset[int]:
    """What of a firm's books a claim, or else its sentence, tells of: "the shares fell by 11 percent"."""
    table = known().accounts
    own = frozenset(table[key] for key in about.stems if key in table)
    return own or frozenset(table[key] for key in about.wide if isinstance(key, str) and key in table)


def _as_many(pair: Pair) -> bool:
    """Whether both are large, and either is hardly more than the other."""
    less, more = sorted(figure.low for figure in pair.figures)
    return all(map(_many, pair.figures)) and more <= _HARDLY * less


def _many(figure: Quantity) -> bool:
    """Whether it is a whole number of a thousand or more; not an index, at 4,605.22."""
    return figure.low >= _MANY and figure.low == figure.low.to_integral_value()


def _both_people(pair: Pair) -> bool:
    return all("person" in side.nouns for side in (pair.left, pair.right))


def beside_one(pair: Pair) -> bool:
    """Whether both stand beside one other number, in sentences that name somebody or some place in common.

    "Some 220 passengers were led out of the Brill tunnel, where they had sat for four hours", "around 220 travellers
    sat in the Brill tunnel for six hours".
    """
    a, b = pair.both
    if None in (figure.unit for figure in pair.figures):  # a score goes on beside the other side's
        return False
    ends = sorted(abs(figure.low) if figure.low.is_finite() else abs(figure.high) for figure in pair.figures)
    return pair.one_number and not a.context.isdisjoint(b.context) and ends[1] <= _SIZE * ends[0]


def one_deed(pair: Pair) -> bool:
    """Whether two dates must be those of one deed, since neither article has a date as near to the other's.

    So must two years that stand beside one other number: "the dam, 62 metres high, was finished in 1958", "the 62-metre
    wall has been up since 1968". Steps of one affair are two deeds: charged in one year, acquitted in the next.
    """
    a, b = pair.both
    if apart(_stages(a), _stages(b)) or all(_STATE.search(side.claim.quote) for side in (pair.left, pair.right)):
        return False
    if pair.one_thing and not apart(a.context, b.context):
        return True
    told = bool(a.stems and b.stems) and a.negated == b.negated
    days = all(side.when.precision is Precision.DAY and not side.when.clock for side in (pair.left, pair.right))
    if days and apart(a.deed, b.deed) and 0 < pair.alike < _HALF:
        return False  # "the contract of the carmakers ran out on Saturday", "carmakers were picketing on Tuesday"
    limit = pair.left.not_before or pair.right.not_before
    ahead = all(map(_ahead, (pair.left, pair.right)))  # whether it "will", "may" or "must" come to it
    told = told and (limit or ahead or pair.left.claim.modality is pair.right.claim.modality)
    return pair.nearest and told and not _bare_years(pair)


def _ahead(side: Side) -> bool:
    """Whether a date lies after the day of its article."""
    start, published = side.when.earliest, side.source.published
    return start is not None and published is not None and start > published


def _bare_years(pair: Pair) -> bool:
    """Whether two years have no word in common: a firm "cut 1,800 jobs in 2020" and "was given 60 million in 2021"."""
    sides = (pair.left, pair.right)
    years = all(side.when.precision is Precision.YEAR and side.when.role is Role.ON for side in sides)
    return years and not pair.shared and all(side.happened for side in sides)


def _stages(about: Subject) -> frozenset[str | int]:
    """The steps of an affair that a date is told of: by the word it hangs on, else by all its words."""
    return about.deed & known().stages or about.keys & known().stages
