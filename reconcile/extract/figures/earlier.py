"""What the figures before it in the sentence tell of one that no noun follows.

    12 cases and three deaths, bringing the totals to 900 and 40    what was counted first, and second
    of 30 bridges, 12 were shut                                     the nearest count
    $5bn on top of the 4 billion it had                             the nearest amount of money

In: a `Bare` figure. Out: a unit, or "" where they tell nothing.
"""

from typing import Final

from reconcile.extract.figures.bare import STOPS, Bare, listed
from reconcile.lexicon import entries
from reconcile.model import units as model_units

_APART: Final = 12  # tokens from the noun to its number: "the totals since the outbreak began to 900"


def by_totals(b: Bare) -> str:
    """The first total sums up what was counted first, the second what was counted second."""
    t, first = b.t, b.first
    second = t.word(first - 1) == "and" and bool(b.near) and b.near[-1].after == first - 1
    other = b.near[-1].first if second else b.at + 1
    lead = (other if second else first) - 1
    paired = second or (t.word(b.at) == "and" and t.word(other)[:1].isdigit())
    if not (paired and t.word(lead) == "to" and listed("totals").intersection(t.low[max(0, lead - _APART) : lead])):
        return ""
    counted = [figure.unit for figure in b.near if figure.after <= lead and is_count(figure.unit)]
    return counted[-1 if second else -2] if len(counted) > 1 else ""


def by_a_figure(b: Bare) -> str:
    """The unit of the nearest count before it in the sentence: "of 30 bridges, 12 were shut", "two seriously"."""
    t, first = b.t, b.first
    if not b.near or b.one or not (b.whole and b.alone and b.apart):
        return ""
    if t.word(first - 1) in listed("priced") and t.word(first - 2) not in listed("tallies"):
        return ""
    named = t.raw[first - 1][0].isupper() and not t.starts_sentence(first - 1)
    if named or t.word(first - 1) in entries("not_figures")["labels"]:
        return ""  # "Checkpoint 56", "in week 12"
    return next((figure.unit for figure in reversed(b.near) if is_count(figure.unit)), "")


def currency(b: Bare) -> str:
    """The currency of the amount before it: "$5bn on top of the 4 billion it had", "€32m plus up to 8 million"."""
    here = b.t.word(b.at)
    alone = not here[:1].isalpha() or here in STOPS or (b.alone and b.t.word(b.at + 1) == "by")  # "forecast by"
    said = (f.unit for f in reversed(b.near) if " per " not in f.unit and not (is_count(f.unit) and f.low < b.n.low))
    last = next(said, "")  # past "84 cents a share" and "the 28 towns", which hold no millions
    return last if alone and last and model_units.kind(last) == "money" else ""


def is_count(unit: str) -> bool:
    """Whether a unit is that of things counted: "bridge", not "km"."""
    measure = unit in entries("units") and unit != "point"
    return bool(unit) and not measure and model_units.kind(unit) == "count"
