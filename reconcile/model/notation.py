"""Figures and dates as people write them in claim files: `<= 90000 person`, `75000..90000 person`, `by 2020-12-01`.

    figure      := [change] bound [unit]
    change      := "rise" | "fall"
    bound       := N | "~" N | "~<" N | ">=" N | ">" N | "<=" N | "<" N | N ".." N | "vague" N ".." N
    when        := [role] EDTF ["~"]         role "on" is not written; T04:17 is an hour alone (see `edtf`)

`read_figure(write_figure(q)) == q` for every Quantity made by `quantity` or `between`; the same for dates,
but for the anchor.
"""

import re
from decimal import Decimal
from typing import Final

from reconcile.model import edtf
from reconcile.model.claim import Claim
from reconcile.model.values import INFINITY, Anchor, Change, Hedge, Quantity, Role, When, between, quantity

_SIGNS: Final = {
    Hedge.EXACT: "",
    Hedge.APPROX: "~",
    Hedge.NEARLY: "~<",
    Hedge.AT_LEAST: ">=",
    Hedge.MORE_THAN: ">",
    Hedge.AT_MOST: "<=",
    Hedge.LESS_THAN: "<",
}
_HEDGES: Final = {sign: hedge for hedge, sign in _SIGNS.items()}
_NUMBER: Final = r"-?\d{1,60}(?:\.\d{1,60})?"  # what is longer counts nothing, and has no logarithm as a float
_FIGURE: Final = re.compile(
    rf"(?:(?P<change>rise|fall)\s+)?"
    rf"(?:(?P<vague>vague\s+)?(?P<low>{_NUMBER})\s*\.\.\s*(?P<high>{_NUMBER}|inf)|(?P<sign>~<|~|>=|>|<=|<|)\s*(?P<value>{_NUMBER}))"
    rf"(?:\s+(?P<unit>\S.*?))?\s*",
)

FIGURE: Final = re.sub(r"\(\?P<\w+>", "(", _FIGURE.pattern)  # for other programs, which know no names of groups
WHEN: Final = rf"(?:(?:{'|'.join(role.value for role in Role)})\s+)?(?:unanchored|{edtf.PATTERN})"


def number(value: Decimal) -> str:
    """A number without exponent or needless zeros: 90000, 3.5."""
    text = format(value, "f")  # not `normalize`, which rounds to 28 digits
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def write_figure(figure: Quantity) -> str:
    """The written form of a figure."""
    change = "" if figure.change is Change.LEVEL else f"{figure.change} "
    if figure.hedge in (Hedge.RANGE, Hedge.VAGUE):
        vague = "vague " if figure.hedge is Hedge.VAGUE else ""
        top = "inf" if figure.high == INFINITY else number(figure.high)
        bound = f"{vague}{number(figure.low)}..{top}"
    else:
        assert figure.value is not None  # noqa: S101 - law of `quantity`
        bound = f"{_SIGNS[figure.hedge]} {number(figure.value)}".strip()
    return f"{change}{bound} {figure.unit or ''}".strip()


def read_figure(text: str) -> Quantity:
    """The figure a person wrote.

    Raises:
        ValueError: with a sentence that says what is expected.
    """
    match = _FIGURE.fullmatch(text.strip())
    if not match:
        raise ValueError(
            f"{text!r} is not a figure: write a number with its unit, with a bound before it where there is one "
            "(90000 person; <= 90000 person; > 26000 person; ~ 2000 person; ~< 2000 person; 75000..90000 person)"
        )
    unit, change = match["unit"], Change(match["change"] or "level")
    if match["value"] is not None:
        return quantity(Decimal(match["value"]), _HEDGES[match["sign"]], unit, change)
    low = Decimal(match["low"])
    high = INFINITY if match["high"] == "inf" else Decimal(match["high"])
    if low > high:
        raise ValueError(f"{text!r} runs backwards: its low end is above its high end")
    return between(low, high, unit, Hedge.VAGUE if match["vague"] else Hedge.RANGE, change)


def write_when(when: When) -> str:
    """The written form of a date; "unanchored" where it names neither a day nor an hour."""
    role = "" if when.role is Role.ON else f"{when.role} "
    return f"{role}{when.moment or 'unanchored'}"


def read_when(text: str) -> When:
    """The date a person wrote.

    Raises:
        ValueError: with a sentence that says what is expected.
    """
    first, _, rest = text.strip().partition(" ")
    role, written = (Role(first), rest.strip()) if first in set(Role) else (Role.ON, text.strip())
    if written == "unanchored":
        return edtf.read("", role, Anchor("not anchored, says the claim file"))
    return edtf.read(written, role, Anchor("written in the claim file"))


def written(claim: Claim) -> dict[str, str]:
    """The reading of a claim as the texts that a person sees and may change; "" where it has none of a kind."""
    told = claim.quantity or claim.when
    return {
        "value": told.text if told else "",
        "about": claim.about,
        "figure": write_figure(claim.figure) if claim.figure else "",
        "when": write_when(claim.date) if claim.date else "",
        "as_of": claim.as_of.edtf if claim.as_of else "",
        "where": claim.where,
        "speaker": claim.speaker,
        "modality": claim.modality.value,
    }
