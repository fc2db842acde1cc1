"""Whether one claim tells a plan and the other what came of it, so that both can hold.

What comes in: a Pair of claims. What goes out: yes or no; PLANS is asked of two dates of which one is that of a plan.
Prices and sizes that stand for good, what a decision sets, and who was told to leave home are no plans.
"""

import re
from calendar import day_name, month_name
from datetime import date
from typing import Final

from reconcile.compare.around import around
from reconcile.compare.pair import Pair
from reconcile.compare.relation import Relation
from reconcile.compare.side import Side
from reconcile.compare.words import WORD, known
from reconcile.model import Dimension, Modality, Outcome, Role

_DATE: Final = Dimension.DATE
# "reportedly killed 40" and "killed 25" are two accounts of what was done
_TOLD: Final = (Modality.HAPPENED, Modality.DENIED, Modality.RUMOURED)
_MOVED: Final = re.compile(
    r"\b(?:delay|postpon|reschedul|put off|pushed back|brought forward|moved (?:to|from))", re.IGNORECASE
)
_PAID: Final = re.compile(r"\b(?:for|at)$", re.IGNORECASE)
_ORDERED: Final = re.compile(r"\bordered\b(?! (?:(?:[\w’-]+ ){0,4}to|out|off|shut|\w+ed)\b)", re.IGNORECASE)
_WILL: Final = re.compile(r"\bwill\b", re.IGNORECASE)
_STANDING: Final = re.compile(
    r"\b(?:is|are|must|(?:amount|bring|come|get|pay|offer|take)s?|costs(?! of)"
    r"|ha(?:s|ve) (?:an?|the|room|about|some|\d+))\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(r"\b(?:was|were|had|been|agreed|freed|[a-z]{2,}(?<!e)(?<!hundr)ed)\b")  # not "seed"
_FOR_NOW: Final = re.compile(r"\b(?:now|today|currently|at present|at the moment|so far|still)\b", re.IGNORECASE)
_FROM_THEN: Final = re.compile(  # "will cost 3.20 from May", "will be 280 million next year"
    rf"\bfrom (?:\d|early|mid-|late|next|the (?:start|end|beginning|first)|{'|'.join((*month_name[1:], *day_name))})"
    r"|\bnext (?:week|month|year|spring|summer|autumn|winter)\b|\bin (?:19|20)\d\d\b"
)


def planned(pair: Pair) -> bool:
    """Whether one is told as done, or rumoured to be, and the other as planned, ordered or possible.

    Of what a decision sets the decision is done: "ordered to pay a fine of 5 million", "the fine is 7 million". Who was
    told to leave home is counted as who was brought away.
    """
    sides = (pair.left, pair.right)
    if pair.left.not_before or pair.right.not_before or _standing(pair):
        return False
    if (all(map(_set, sides)) and not any(map(_changes, sides))) or all(map(_moved_out, (pair.left, pair.right))):
        return False
    return _told(pair.left) != _told(pair.right)


def _told(side: Side) -> bool:
    """Whether it is told as done; so is an order that has its own day: "were ordered out of their homes on Sunday"."""
    if _bought(side):
        return True
    if side.claim.modality is Modality.ORDERED and side.claim.date is not None and side.source.published:
        return side.when.role is Role.ON and (side.when.latest or date.max) <= side.source.published
    if side.claim.modality is Modality.PLANNED and side.claim.date is not None and side.source.published:
        over = (side.when.latest or date.max) < side.source.published
        return over and _WILL.search(side.claim.quote) is not None  # "many will think back to 2011"
    return side.claim.modality in _TOLD


def _bought(side: Side) -> bool:
    """Whether things were ordered from who makes them: "26 new trains were ordered"; not "4,800 people were"."""
    things = side.claim.figure is not None and side.figure.kind == "count" and "person" not in side.nouns
    return things and side.claim.modality is Modality.ORDERED and _ORDERED.search(side.claim.quote) is not None


def _standing(pair: Pair) -> bool:
    """Whether one tells what is so for good, and the other what it will be: "a ticket is 2.80", "will cost 2.60".

    What is so for now may well change: "a ticket costs 2.80 now", "will rise to 3.20", "will cost 3.20 from May".
    """
    sides = (pair.left, pair.right)
    measured = all(side.claim.figure is not None and side.figure.kind != "count" for side in sides)
    return pair.nearest and measured and any(map(_stands, sides)) and not any(map(_changes, sides))


def _changes(side: Side) -> bool:
    """Whether its words say that what is so was or will be otherwise."""
    quote = side.claim.quote
    if side.happened:
        return _FOR_NOW.search(quote) is not None
    own = side.claim.quantity.text if side.claim.quantity else ""  # "up to 160" moves nothing
    moves = not known().moves.isdisjoint(word.lower() for word in WORD.findall(quote.replace(own, "", 1)))
    return moves or _FROM_THEN.search(quote) is not None


def _stands(side: Side) -> bool:
    """Whether a figure is told in the present tense: "a ticket is 2.80", "the trains have a top speed of 200"."""
    quote = side.claim.quote
    return side.happened and _STANDING.search(quote) is not None and _PAST.search(quote) is None


def _set(side: Side) -> bool:
    """Whether a figure is one that a decision sets: a fine, a term, a price ("will buy the bank for 3 billion")."""
    if side.claim.figure is None:
        return False
    words, money = side.subject.stems | side.subject.heads, side.figure.kind == "money"
    price = money and (_PAID.search(around(side.claim, side.source)[0]) or not known().handed.isdisjoint(words))
    each = side.figure.unit is not None and side.figure.unit.endswith(" per share")
    return bool(price or each) or not known().set_by.isdisjoint(words)


def _moved_out(side: Side) -> bool:
    return side.subject.measure == "displaced" and side.claim.modality in (*_TOLD, Modality.ORDERED)


def _due(pair: Pair) -> bool:
    late = [side.claim.modality is Modality.DEADLINE or side.when.role is Role.BY for side in (pair.left, pair.right)]
    return late[0] != late[1]


def _moved_to(pair: Pair) -> bool:
    """Whether a day was moved to the other: "the vote was put off until Friday" and "the vote on Friday"."""
    moved = any(_MOVED.search(side.claim.quote) for side in (pair.left, pair.right))
    days = [(side.when.earliest, side.when.latest) for side in (pair.left, pair.right)]
    return moved and days[0] == days[1]


PLANS: Final[tuple[Relation[Pair], ...]] = (
    Relation("rescheduled", _DATE, Outcome.AGREE, "the day was moved to the one the other gives", _moved_to,
             explanation="planned_actual"),
    Relation("deadline_v_event", _DATE, Outcome.COMPATIBLE, "one is a deadline and the other the day itself",
             _due, explanation="planned_actual"),
    Relation("planned_v_actual", _DATE, Outcome.COMPATIBLE, "one is the plan and the other what came of it",
             planned, explanation="planned_actual"),
)  # fmt: skip
