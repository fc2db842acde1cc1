"""What a bare number is, and the words of the lexicon that make one."""

from decimal import Context, Decimal
from functools import cache
from typing import Final, NamedTuple

from reconcile.lexicon import entries
from reconcile.model import Change

_SHORT: Final = Context(prec=6)  # two-thirds are written 0.666667


class Number(NamedTuple):
    """A number at tokens [first, last).

    Attributes:
        low, high: equal for one number; the ends of a vague magnitude otherwise.
        share: whether it is a fraction of something ("two-thirds of").
        scaled: the scale word that stands in it ("million"), else 1: a range's first number may borrow it.
        about: whether the words themselves say that it is not exact ("a couple of hundred").
        unit: a unit that the words bring with them ("decades").
        change: a rise or a fall that the words themselves tell ("doubled").
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    share: bool = False
    scaled: Decimal = Decimal(1)
    about: bool = False
    unit: str = ""
    change: Change = Change.LEVEL
    rule: str = "digits"

    @property
    def vague(self) -> bool:
        """Whether only the magnitude is said."""
        return self.low != self.high


def ratio(above: Decimal, below: Decimal) -> Decimal:
    """A fraction to six digits."""
    return _SHORT.divide(above, below)


@cache
def words() -> dict[str, Decimal]:
    """Number words below a hundred."""
    return {word: Decimal(value) for word, value in entries("numbers")["words"].items()}


@cache
def scales() -> dict[str, Decimal]:
    """Words that multiply what stands before them."""
    return {word: Decimal(value) for word, value in entries("numbers")["scales"].items()}


@cache
def number_words() -> frozenset[str]:
    """All words that make numbers: "seven", "million"."""
    return frozenset((*words(), *scales()))


@cache
def plural_scales() -> dict[str, Decimal]:
    """The same, and their plurals, which only multiply a number before them: "3 millions", "two dozens"."""
    return {**scales(), **{f"{word}s": value for word, value in scales().items() if word != "score"}}


@cache
def short_scales() -> dict[str, Decimal]:
    """What is written on to digits: "2.3bn"."""
    return {word: Decimal(value) for word, value in entries("numbers")["short_scales"].items()}


@cache
def parts() -> dict[str, Decimal]:
    """What a whole is cut into: "thirds" are 3."""
    return {word: Decimal(value) for word, value in entries("numbers")["fractions"].items()}


@cache
def vague() -> dict[str, list[tuple[list[str], Decimal, Decimal]]]:
    """Vague phrases by their first word, longest first."""
    found: dict[str, list[tuple[list[str], Decimal, Decimal]]] = {}
    for row in sorted(entries("numbers")["vague"], key=lambda row: -len(row["say"])):
        phrase = row["say"].split()
        found.setdefault(phrase[0], []).append((phrase, Decimal(row["low"]), Decimal(row["high"])))
    return found


@cache
def starters() -> frozenset[str]:
    """Words that may open a number."""
    few = entries("numbers")["few"]
    more = (
        "half",
        "a",
        "an",
        "decades",
        "centuries",
        "couple",
        "quarter",
        "minus",
        "negative",
        "-",
        "−",
        *(word for name in ("folds", "changed", "to_change", "times") for word in entries("numbers")[name]),
        *entries("numbers")["decades_of_life"],
    )
    return frozenset((*words(), *scales(), *vague(), *few, *more))
