"""Kinds of stories → Stories: who, where and when, and how each fact is told by whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

_HERE = Path(__file__).parent
_BEGIN = date(2023, 1, 9)
_DAYS = 700  # over which the stories lie
_GROUP = 3  # most outlets that give the value that differs
_ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "z",
)
_VOWELS = ("a", "e", "i", "o", "u", "ei", "au")
_CODAS = ("n", "r", "l", "nd", "rg", "st", "m", "lt", "sk", "rn", "th", "v")
_PLACES = ("a", "ovo", "berg", "stad", "mouth", "ina", "field", "wick", "holm", "ara")


@dataclass(frozen=True)
class Fact:
    """A fact of a kind of story.

    Attributes:
        range: of its value; empty for a statement without one.
        form: "figure", "decimal", "date", "year", "part" or "wording".
        step: what figures are round to.
        whole: id of the fact that a part is of.
    """

    id: str
    say: tuple[str, ...]
    form: str
    range: tuple[int, int] = (0, 0)
    step: int = 1
    grows: bool = False
    whole: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of story."""

    name: str
    titles: tuple[str, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Planted:
    """A fact of a story.

    Attributes:
        value: the true value: a number, or the ordinal of a day or a year.
        other: the value that the outlets in `others` give instead.
        others: numbers of outlets.
        only: number of the one outlet that tells of it; -1 where several do.
    """

    fact: Fact
    value: int
    other: int
    others: frozenset[int]
    only: int


@dataclass(frozen=True)
class Story:
    """An event, and what is true of it."""

    number: int
    kind: Kind
    day: date
    names: Mapping[str, str]
    facts: Mapping[str, Planted]


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds of stories, by name."""
    return tuple(_kind(path) for path in sorted((_HERE / "kinds").glob("*.yaml")))


@cache
def fill() -> Mapping[str, Any]:
    """What stands between the facts."""
    found: Mapping[str, Any] = yaml.safe_load((_HERE / "fill.yaml").read_text(encoding="utf-8"))
    return found


def _kind(path: Path) -> Kind:
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Kind(path.stem, tuple(told["titles"]), tuple(_fact(row) for row in told["facts"]))


def _fact(row: Mapping[str, Any]) -> Fact:
    form = next((key for key in ("figure", "decimal", "date") if key in row), "part" if "part_of" in row else "wording")
    low, high = row.get(form, (0, 0))
    return Fact(
        row["id"],
        tuple(row["say"]),
        "year" if row.get("year") else form,
        (low, high),
        row.get("step", 1),
        row.get("grows", False),
        row.get("part_of", ""),
    )


def story(number: int, outlets: int, seed: int) -> Story:
    """A story of a pile; each kind comes round again and again, in another place."""
    draw = Random(f"{seed}/story/{number}")
    kind = kinds()[number % len(kinds())]
    day = _BEGIN + timedelta(days=draw.randrange(_DAYS))
    facts: dict[str, Planted] = {}
    for fact in kind.facts:
        facts[fact.id] = _plant(fact, facts, day, outlets, draw)
    return Story(number, kind, day, _names(draw), facts)


def _plant(fact: Fact, facts: Mapping[str, Planted], day: date, outlets: int, draw: Random) -> Planted:
    value = _value(fact, facts, day, draw)
    fate = draw.random()
    only = draw.randrange(outlets) if fate > 0.85 else -1
    differ = fate < 0.4 and outlets > 1 and not fact.grows and fact.form != "wording"
    others = frozenset(draw.sample(range(outlets), min(_GROUP, outlets // 2))) if differ else frozenset[int]()
    return Planted(fact, value, _other(fact, value, facts, draw), others, only)


def _value(fact: Fact, facts: Mapping[str, Planted], day: date, draw: Random) -> int:
    if fact.form == "part":
        whole = facts[fact.whole].value
        return draw.randint(max(1, whole // 5), max(1, whole * 3 // 5))
    if fact.form == "wording":
        return 0
    low, high = fact.range
    if fact.form in ("date", "year"):
        then = day + timedelta(days=draw.randint(low, high))
        return then.year if fact.form == "year" else then.toordinal()
    return draw.randrange(low, high + 1, fact.step)


def _other(fact: Fact, value: int, facts: Mapping[str, Planted], draw: Random) -> int:
    """A value that cannot be meant by the same words: more than a tenth away."""
    if fact.form == "date":
        return value + draw.choice((-5, -4, -3, -2, 2, 3))
    if fact.form == "year":
        return value - draw.randint(2, 9)
    away = max(2, value // 4, fact.step) + draw.randint(0, max(1, value // 4))
    if fact.form == "part":
        return value - away if value > 2 * away else min(value + away, facts[fact.whole].value - 1)
    return value + away - away % fact.step


def _names(draw: Random) -> dict[str, str]:
    people = [person(draw) for _ in range(5)]
    return {
        "place": place(draw),
        "region": f"{_word(draw, 2)} {draw.choice(('province', 'county', 'district'))}",
        "firm": f"{_word(draw, 2)} {draw.choice(('Foods', 'Steel', 'Lines', 'Motors', 'Energy'))}",
        "firm2": f"{_word(draw, 2)} {draw.choice(('Mills', 'Glass', 'Stores', 'Textiles', 'Tools'))}",
        **dict(zip(("person", "person2", "person3", "person4", "person5"), people, strict=True)),
    }


def place(draw: Random) -> str:
    """The name of a town that is on no map."""
    return _word(draw, 1) + draw.choice(_PLACES)


def person(draw: Random) -> str:
    """The name of somebody who never lived."""
    return f"{draw.choice(fill()['first'])} {_word(draw, 2)}"


def _word(draw: Random, syllables: int) -> str:
    made = "".join(draw.choice(_ONSETS) + draw.choice(_VOWELS) for _ in range(syllables)) + draw.choice(_CODAS)
    return made.capitalize()


def outlets_of(count: int) -> Sequence[str]:
    """The names of so many outlets."""
    names: Sequence[str] = fill()["outlets"]
    return [names[n % len(names)] + (f" {n // len(names) + 1}" if n >= len(names) else "") for n in range(count)]
