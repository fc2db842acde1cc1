"""The day a figure is stated for: "said on Tuesday more than 300 had left", "by Monday evening", "so far".

What comes in: a sentence taken apart, a clause and its figure. What goes out: the day, or None.
"""

from datetime import date
from itertools import pairwise
from typing import Final

from reconcile.extract.clauses import Kind
from reconcile.extract.grammar import Tag, words
from reconcile.extract.groups import forms
from reconcile.extract.scan import Scan
from reconcile.extract.speakers import stating
from reconcile.model import Anchor, Modality, Precision, Role, When
from reconcile.model.edtf import write

_CLOCK: Final = 6  # tokens: "as of 7 a.m. on"
_BEHIND: Final = 4  # tokens in which the day of a figure follows it: "from 44 cases a week earlier"


def as_of(scan: Scan, number: int, value: int, modality: Modality, published: date | None) -> When | None:
    """The day that a clause's figure is stated for.

    Args:
        scan: the sentence.
        number: of the clause.
        value: token number of the figure.
        modality: whether it has happened.
        published: day of publication.
    """
    before = [token.low for token in scan.tokens[max(0, value - 2) : max(0, value)]]
    if before[-1:] == ["from"] or before in (["compared", "with"], ["compared", "to"]):
        return _back_then(scan, number, value)
    for at in scan.values(number):
        mention = scan.mentions[scan.tokens[at].value]
        if not isinstance(mention.value, When) or mention.value.of_no_day or _to_come(mention.value, published):
            continue
        if (
            _counts_until(scan, at, modality)
            or _reached(scan, number, value, at)
            or _set_apart(scan, number, value, at)
        ):
            return mention.value
    spoken = f" {' '.join(scan.tokens[n].low for n in scan.own(number))} "
    for name in (word.replace("-", " ") for word in sorted(words("so_far", "stated"))):
        if f" {name} " in spoken and published is not None:
            anchor = Anchor(f"{name}: the day of publication", published)
            return When(
                published, published, Precision.DAY, Role.ON, anchor, write(published, published, Precision.DAY)
            )
    return _raised(scan, number, value) or _statement(scan, number) or _stated_on(scan, number, value)


def _raised(scan: Scan, number: int, value: int) -> When | None:
    """The day of what brought a count to where it stands: "Nine were found on Monday, taking the toll to 23"."""
    clause, tokens = scan.clauses[number], scan.tokens
    first = next(iter(scan.own(number)), -1)
    raising = clause.kind is Kind.PARTICIPLE and first >= 0 and tokens[first].low in forms("raising", "stated")
    return _day(scan, clause.parent) if raising and clause.parent >= 0 and tokens[value - 1].low == "to" else None


def _stated_on(scan: Scan, number: int, value: int) -> When | None:
    """The day on which somebody states a figure: "The ministry on Tuesday reported 38 cases"."""
    host = stating(scan, number, value)
    return _day(scan, host) if host >= 0 else None


def _day(scan: Scan, number: int) -> When | None:
    """The one day on which what a clause tells took place."""
    found = [scan.mentions[scan.tokens[at].value].value for at in scan.values(number)]
    days = [when for when in found if isinstance(when, When) and when.precision is Precision.DAY and not when.of_no_day]
    return days[0] if len(days) == 1 and days[0].role is Role.ON else None


def _back_then(scan: Scan, number: int, value: int) -> When | None:
    """The day of a figure that another came from, where it stands behind it: "up from 84 a week earlier".

    In "rose from 20 to 31 on Thursday" the 20 are of a day not named.
    """
    for at in scan.values(number):
        mention = scan.mentions[scan.tokens[at].value]
        close = value < at <= value + _BEHIND and all(scan.tokens[n].value < 0 for n in range(value + 1, at))
        if close and isinstance(mention.value, When) and not mention.value.of_no_day:
            return mention.value
    return None


def _reached(scan: Scan, number: int, value: int, at: int) -> bool:
    """Whether a date is the day a count came to where it stands: "The toll rose to 31 on Thursday", "was 31 on Friday".

    Not the day of something else ("The toll of Monday's fire").
    """
    group, tokens = scan.clauses[number].group, scan.tokens
    when = scan.mentions[tokens[at].value].value
    if group is None or not isinstance(when, When) or when.role is not Role.ON or when.precision is not Precision.DAY:
        return False
    owner = at + 1 < len(tokens) and tokens[at + 1].low in ("'s", "'")
    head = tokens[group.head]
    if head.tag is Tag.HAVE and value >= group.end and not owner:
        return True  # "The clinic had 40 beds on Monday"
    tallied = (head.tag is Tag.BE or head.low in forms("raising", "stated")) and not words(
        "tallies", "stated"
    ).isdisjoint(tokens[n].low for n in scan.own(number) if n < value)
    return not owner and (tallied or head.low in forms("reached", "stated"))


def _set_apart(scan: Scan, number: int, value: int, at: int) -> bool:
    """Whether a count stands apart with its day: "The count of the missing, 52 on Monday, fell"."""
    clause = scan.clauses[number]
    near = at == value + 2 and scan.tokens[value + 1].low == "on"
    if not near or clause.kind is not Kind.APPOSITION or clause.group is not None:
        return False
    return not words("tallies", "stated").isdisjoint(scan.tokens[n].low for n in scan.antecedent(number))


def _to_come(when: When, published: date | None) -> bool:
    """Whether a day lies ahead: nothing is stated for it yet."""
    return published is not None and when.earliest is not None and when.earliest > published


def _counts_until(scan: Scan, at: int, modality: Modality) -> bool:
    """Whether a date closes a count: "by Monday" of what has happened, "as of Monday" of anything."""
    mention = scan.mentions[scan.tokens[at].value]
    before = [token.low for token in scan.tokens[max(0, at - _CLOCK) : at]]
    tied = any(pair in (("as", "of"), ("as", "at")) for pair in pairwise(before))  # "as of 7 a.m. on Monday"
    if tied or mention.text.lower().startswith(("as of", "as at")):
        return True
    return isinstance(mention.value, When) and mention.value.role is Role.BY and modality is Modality.HAPPENED


def _statement(scan: Scan, number: int) -> When | None:
    """The day of the statement that a clause is part of."""
    tellings = [
        clause.parent
        for clause in (scan.clauses[n] for n in scan.around(number))
        if clause.kind is Kind.COMPLEMENT and clause.parent >= 0 and scan.tells(clause.parent)
    ]
    beside = (Kind.TELLING, Kind.ACCORDING)
    tellings += [n for n, clause in enumerate(scan.clauses) if clause.kind in beside and n != number]
    for telling in tellings:
        for token in scan.values(telling):
            value = scan.mentions[scan.tokens[token].value].value
            if isinstance(value, When) and not value.of_no_day:
                return value
    return None
