"""Whether the words of two claims show that their figures measure the same thing.

What comes in: a Pair of claims with a figure each. What goes out: whether they do not. Two tolls of one kind do, as do
two claims that say much the same. Where the words show little, it is enough that either article has one such figure
alone; such a difference is told with that reason, and never called a contradiction.
"""

from datetime import timedelta
from typing import Final

from reconcile.compare import tally
from reconcile.compare.gate import HE, apart
from reconcile.compare.meant import meant, other_attribute
from reconcile.compare.names import NAME, cast, names, plain_words
from reconcile.compare.only import narrower, only, two_strengths
from reconcile.compare.pair import Pair
from reconcile.compare.places import inhabited
from reconcile.compare.side import Side
from reconcile.compare.sizes import far, many_times, times
from reconcile.compare.slips import LONG, swapped
from reconcile.compare.subject import Subject
from reconcile.compare.words import article_stems, known
from reconcile.model.once import kept
from reconcile.model.values import nearly

OWN: Final = ("magnitude", "speed", "temperature", "angle", "power")  # a thing has one of each
TOLD: Final = 2  # words with which a toll says what it is of: two tolls that say so must share one
_SHORT: Final = 2  # words of a claim that are all it says
_HALF: Final = 0.5  # of the shorter claim's words, for two counts of one noun
_THIRD: Final = 0.3  # of the longer claim's words, for two figures to measure one thing
ALIKE: Final = 0.6  # of the shorter claim's words: below it two values may belong to two things that happened
_SUCCESSOR: Final = timedelta(days=180)
_CROWDED: Final = 4  # from here two counts of people with no fate are of two crowds


def unshown(pair: Pair) -> bool:
    """Whether nothing shows that the two figures measure the same thing."""
    if (two_strengths(*pair.figures) and not slip(pair)) or narrower(pair) or _two_spans(pair):
        return True
    shown = plain(pair) or alone(pair) or meant(pair) or nearly(*pair.figures)
    return not slip(pair) and (_anybodys(pair) or _hit(pair) or _crowds(pair) or not shown)


def _two_spans(pair: Pair) -> bool:
    """Whether two times are counted in two units, and far apart: "the past nine years", "the past half-century"."""
    units = {side.figure.unit for side in (pair.left, pair.right)}
    return pair.figures[0].kind == "time" and len(units) > 1 and many_times(pair)


def _anybodys(pair: Pair) -> bool:
    """Whether one counts what "he" or "she" did, and nothing in the other's words says the same of anybody."""
    if pair.figures[0].kind != "count" or tally.people(pair) or any(about.measure for about in pair.both):
        return False
    # "her lead was 3,412 votes", "won by 3,124"; "her list won 22 of the 60 seats", "Arden First has 24 of the 60"
    if "margin" in pair.both[0].marks & pair.both[1].marks or pair.left.whole & pair.right.whole:
        return False
    return not pair.shared and any(HE.match(side.claim.quote) for side in (pair.left, pair.right))


def _hit(pair: Pair) -> bool:
    """Whether one counts the victims, who may be dead, and the other the hurt alone."""
    hit, (a, b) = known().hit, pair.both
    return any(y.measure == "hurt" and x.heads & hit and not y.heads & hit for x, y in ((a, b), (b, a)))


def _crowds(pair: Pair) -> bool:
    """Whether two counts of people of whom nothing is said to have become are far apart: five in the shaft, and 23.

    "Hundreds marched" and "thousands marched" are two guesses at one crowd.
    """
    p, q = pair.figures
    counted = p.value is not None and q.value is not None
    return counted and tally.people(pair) and not any(x.measure for x in pair.both) and times(p, q) >= _CROWDED


def _doer(side: Side) -> frozenset[str]:
    """Whose deed a claim says it is, where it begins with a name."""
    first = NAME.match(side.claim.about)
    return names(first[0], plain_words(side.source.text)) & side.subject.names if first else frozenset()


@kept
def plain(pair: Pair) -> bool:
    """Whether their words show that they measure the same thing."""
    return not _unlike(pair)


def alone(pair: Pair) -> bool:
    """Whether each article has one such figure alone, and their words are not of two things.

    "A rocket carrying 29 satellites", "it took off with 27 satellites": neither tells of other satellites. A noun for
    anybody is too common to show as much, and so is a time.
    """
    a, b = pair.both
    kind = pair.figures[0].kind
    fates = {a.measure, b.measure} - {"damaged", "destroyed", "built", "deployed"}
    if a.negated != b.negated or len(fates) > 1 or not all(map(only, (pair.left, pair.right))):
        return False  # "two climbers were found", "one climber was killed"
    strangers = apart(a.names, b.names) and pair.told_apart(a.names, b.names)
    if other_attribute(pair):
        return False
    if kind == "count":
        doers = [_doer(side) for side in (pair.left, pair.right)]
        if (strangers and apart(*doers)) or "time" in a.heads & b.heads:
            return False
        one_kind = bool(a.heads & b.heads) and not _anybody(a) and _same_things(a, b)
        told = None not in (pair.left.figure.unit, pair.right.figure.unit) and not many_times(pair)
        return one_kind and told and (linked(pair) or _one_story(pair))
    if kind == "magnitude":  # of the quake that both articles are on, wherever their sentences say that it was
        strangers = apart(a.names, b.names) and not pair.acquainted(a.names, b.names)
    return kind not in ("age", "time") and not strangers and linked(pair) and not far(pair)


@kept
def slip(pair: Pair) -> bool:
    """Whether two figures of one kind, or in one unit, have the same digits but for two that changed places."""
    a, b = pair.figures
    alike = pair.same_noun or (a.kind != "count" and a.unit == b.unit)
    near = pair.nearest or (pair.shared > 0 and pair.alike >= _HALF)  # 28 and 82 tonnes may be two things
    return (
        pair.both[0].negated == pair.both[1].negated
        and alike
        and (linked(pair) or a.kind == "money")
        and swapped(a.low, b.low, 2 if near else LONG)
    )


def linked(pair: Pair) -> bool:
    """Whether their sentences share a name or a word that says something, beyond the noun that is counted."""
    a, b = pair.both
    return bool(pair.shared or a.names & b.names or a.setting & b.setting)


def _one_story(pair: Pair) -> bool:
    """Whether one article has a word of the other's claim: a ferry with 300 seats is not in the article on a hall."""
    return any(not x.subject.setting.isdisjoint(article_stems(y.source.text)) for x, y in pair.ways)


def _unlike(pair: Pair) -> bool:
    a, b = pair.both
    if a.negated != b.negated:  # "decided after 12 hours", "could not decide after 30 hours"
        return True
    if pair.figures[0].kind == "age":
        if pair.nearest and (a.owners & b.names or b.owners & a.names) and not apart(a.owners, b.owners):
            return False  # "Orsk, a baker of 46", "Orsk, who turns 50"
        nobody = not a.owners and not b.owners and not apart(a.names, b.names)  # "the actor, 82", "the actor was 75"
        return a.owners.isdisjoint(b.owners) and not (nobody and pair.shared and pair.alike >= ALIKE)
    counts = pair.figures[0].kind == "count"
    if a.won & b.won:  # "Orsk took 41 percent", "Orsk finished with 39.6"
        return False
    if counts and not (a.heads & b.heads or tally.people(pair)):
        return not _of_one_country(pair)
    if "population" in a.marks & b.marks:
        return inhabited(pair.left).isdisjoint(inhabited(pair.right))
    if counts and _other_deed(pair):
        return True
    if other_attribute(pair):
        return True
    if tally.counted(pair):
        return _other_tolls(pair)
    strangers = apart(a.names, b.names) and pair.told_apart(a.names, b.names)
    own = pair.figures[0].kind in OWN and pair.alike >= _HALF
    if (own or "lasting" in a.marks & b.marks) and not strangers and pair.shared:  # "ran for 18 months", "lasted 12"
        return False
    things = _same_things(a, b) if counts else _one_decision(pair)
    return strangers or not (_one_thing(pair, things=things) or _one_setting(pair, things=things))


def _of_one_country(pair: Pair) -> bool:
    """Whether both count those of one country, with no noun: "88 are from France", "96 belong to the French"."""
    a, b = pair.both
    bare = pair.nearest and not (a.heads or b.heads)
    return bare and bool(a.names) and a.names == b.names and a.names <= known().nations


def _other_tolls(pair: Pair) -> bool:
    """Whether two counts of people to whom something befell show nothing in common; those of one kind of people do."""
    a, b = pair.both
    if not pair.shared and many_times(pair) and a.measure != "missing":  # whose lists grow and shrink in hours
        return True
    if a.groups and a.groups == b.groups and a.measure == b.measure:  # "two officers hurt", "three policemen wounded"
        return False
    if _bare(a) or _bare(b) or (a.measure == b.measure and all(map(only, (pair.left, pair.right)))):
        return _other_casts(pair)
    return a.wide.isdisjoint(b.wide) and min(len(a.wide), len(b.wide)) >= TOLD


def _other_deed(pair: Pair) -> bool:
    a, b = pair.both
    if not pair.shared and "time" in a.heads & b.heads:  # "twice admitted", "lied three times"
        return True
    # "31 bodies were recovered", "1,020 have recovered"
    return tally.people(pair) and not (tally.counted(pair) or tally.graded(pair)) and a.measure != b.measure


def _anybody(about: Subject) -> bool:
    """Whether those counted are told by their sex or age alone: "men" may be miners, rescuers or bystanders."""
    return not about.groups.isdisjoint(("men", "women", "children", "elderly"))


def _bare(about: Subject) -> bool:
    """Whether a toll names neither whom nor where nor what, so that it is that of the story: "the toll rose to 14".

    So does "four people were confirmed dead".
    """
    told = "toll" in about.marks or (about.measure == "dead" and not (about.marks or about.times or about.context))
    return told and not about.places and not about.groups and len(about.stems) <= 1


def _other_casts(pair: Pair) -> bool:
    """Whether both articles name people and places, and none in common, as two articles of one story hardly do."""
    return apart(cast(pair.left.source), cast(pair.right.source))


def _one_setting(pair: Pair, *, things: bool) -> bool:
    """Whether the two sentences speak of one thing, beyond the noun that is counted or the unit it is measured in.

    "Two rifles were seized from the boats", "commandos found three rifles in the boats": the boats are the same.
    """
    a, b = pair.both
    around = a.setting & b.setting
    same_times = bool(a.times) and a.times == b.times  # "trade last year" twice
    if a.measure != b.measure and (a.measure or b.measure) not in a.measures & b.measures:
        return False  # "two climbers were found", "one climber was killed"
    if things:  # 59 catches are those of a season, and two those of a game; a model has a successor in half a year
        later = pair.days_apart is not None and pair.days_apart > _SUCCESSOR
        return not (later or many_times(pair)) and bool(pair.shared or a.names & b.names or around)
    if pair.figures[0].kind == "time":  # a crossing of two hours and a sinking within ten minutes have one setting
        return False
    if far(pair):
        return False
    return bool(pair.shared and pair.alike >= _HALF and (pair.met or len(around) >= TOLD or same_times))


def _one_thing(pair: Pair, *, things: bool) -> bool:
    """Whether the words of two claims without their values show one thing; that they count the same noun is one word.

    "The talks lasted" and "the talks lasted" are the same; "the firm will cut jobs" and "the firm would drop jobs"
    share one word of two and the noun; "the hall has seats" and "the ferry lost seats" share the noun alone.
    """
    a, b = pair.both
    most = max(len(a.stems), len(b.stems))
    told = pair.shared + things + bool(pair.met)
    if pair.shared == most == min(len(a.stems), len(b.stems)) <= _SHORT and most and a.names == b.names:
        return True
    return told >= TOLD and pair.shared >= _THIRD * most and pair.alike >= (_HALF if things else ALIKE)


def _same_things(a: Subject, b: Subject) -> bool:
    """Whether both count one kind of thing, or people of one kind, by whatever word; "people" says little."""
    lexicon = known()
    if a.groups and a.groups == b.groups:
        return True
    if a.heads & b.keys - b.heads or b.heads & a.keys - a.heads:
        return True  # "demonstrators marched", "people demonstrated"
    anybody = any(h in lexicon.people or h in lexicon.groups for h in a.heads | b.heads if isinstance(h, str))
    return bool(a.heads & b.heads) and not anybody


def _one_decision(pair: Pair) -> bool:
    """Whether both are what one kind of decision sets: "15 years in prison", "a prison term of 12 years"."""
    a, b = pair.both
    whose = pair.shared >= TOLD or bool(pair.met)  # two courts may jail two people on one day
    return pair.figures[0].kind in ("money", "time") and whose and not known().set_by.isdisjoint(a.stems & b.stems)
