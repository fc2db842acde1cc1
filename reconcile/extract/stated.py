"""The day a figure is stated for: "said on Tuesday more than 300 had left", "by Monday evening", "so far".

What comes in: a sentence taken apart, a clause and its figure. What goes out: the day, or None.
"""

from datetime import date
from typing import Final

from reconcile.extract.clauses import Kind
from reconcile.extract.grammar import Tag
from reconcile.extract.scan import Scan
from reconcile.model import Anchor, Mention, Modality, Precision, Role, When
from reconcile.model.edtf import write

_NOW: Final = ((" so far ", "so far"), (" to date ", "to date"), (" until now ", "until now"))


def as_of(scan: Scan, number: int, modality: Modality, published: date | None) -> When | None:
    """The day that a clause's figure is stated for."""
    own = [scan.mentions[scan.tokens[n].value] for n in scan.values(number) if scan.tokens[n].tag is Tag.DATE]
    for mention in own:
        if isinstance(mention.value, When) and _counts_until(mention, modality):
            return mention.value
    spoken = f" {' '.join(scan.tokens[n].low for n in scan.own(number))} "
    for phrase, name in _NOW:
        if phrase in spoken and published is not None:
            anchor = Anchor(f"{name}: the day of publication", published)
            return When(
                published, published, Precision.DAY, Role.ON, anchor, write(published, published, Precision.DAY)
            )
    return _statement(scan, number)


def _counts_until(mention: Mention, modality: Modality) -> bool:
    """Whether a date closes a count: "by Monday" of what has happened, "as of Monday" of anything."""
    low = mention.text.lower()
    if low.startswith(("as of", "as at")):
        return True
    return isinstance(mention.value, When) and mention.value.role is Role.BY and modality is Modality.HAPPENED


def _statement(scan: Scan, number: int) -> When | None:
    """The day of the statement that a clause is part of."""
    tellings = [
        clause.parent
        for clause in (scan.clauses[n] for n in scan.around(number))
        if clause.kind is Kind.COMPLEMENT and clause.parent >= 0 and scan.tells(clause.parent)
    ]
    tellings += [n for n, clause in enumerate(scan.clauses) if clause.kind is Kind.TELLING and n != number]
    for telling in tellings:
        for token in scan.values(telling):
            value = scan.mentions[scan.tokens[token].value].value
            if isinstance(value, When):
                return value
    return None
