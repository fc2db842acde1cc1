"""A Story → Articles: what each outlet tells of it in its own words, and where each value stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.bench.pile.plan import Planted, Story, fill, outlets_of, person, place, story
from tests.bench.pile.say import Said, say

_TOLD = 0.75  # of the facts that several outlets tell, the part that one of them tells
_LAGS = (0, 0, 1, 1, 2, 3)  # days from the event to the article
_GROWTH = 5  # a toll grows by a fifth a day
_ASIDES = 0.15  # of the sentences between the facts, those with a figure that no other article has
_SAYINGS = 0.2
_HERE = "\x02"  # stands before the value until its place is known


@dataclass(frozen=True)
class Telling:
    """A fact told in an article: (story, fact), where the value stands, and what its words mean."""

    fact: tuple[int, str]
    start: int
    end: int
    low: float
    high: float
    day: date
    grows: bool


@dataclass(frozen=True)
class Article:
    """An article as a file: its text is the title and the body."""

    slug: str
    story: int
    publisher: str
    published: date
    text: str
    tellings: tuple[Telling, ...]


def pile(articles: int, outlets: int, sentences: int, seed: int = 1) -> Iterator[Article]:
    """So many articles, `outlets` to a story, each of about so many sentences."""
    names = outlets_of(outlets)
    for number in range(articles):
        told = story(number // outlets, outlets, seed)
        yield _article(told, number % outlets, names[number % outlets], sentences, seed)


def _article(told: Story, outlet: int, publisher: str, sentences: int, seed: int) -> Article:
    draw = Random(f"{seed}/{told.number}/{outlet}")
    published = told.day + timedelta(days=draw.choice(_LAGS))
    chosen = [p for p in told.facts.values() if p.only == outlet or (p.only < 0 and draw.random() < _TOLD)]
    draw.shuffle(chosen)
    rows: list[tuple[str, Planted | None, Said | None]] = [_fact(told, p, outlet, published, draw) for p in chosen]
    rows += [(_between(told, draw), None, None) for _ in range(sentences - len(rows))]
    first, rest = rows[:2], rows[2:]
    draw.shuffle(rest)
    parts, tellings = [_title(told, published, draw), "\n\n"], []
    at = sum(map(len, parts))
    for number, (sentence, planted, said) in enumerate([*first, *rest]):
        if planted is not None and said is not None:
            start = at + sentence.index(_HERE)
            sentence = sentence.replace(_HERE, "")  # noqa: PLW2901 - the mark has told where the value stands
            tellings.append(Telling((told.number, planted.fact.id), start, start + len(said.words), said.low,
                                    said.high, published, planted.fact.grows))  # fmt: skip
        after = "\n\n" if number % 3 == 2 else " "
        parts += [sentence, after]
        at += len(sentence) + len(after)
    slug = f"s{told.number:04d}-{outlet:03d}"
    return Article(slug, told.number, publisher, published, "".join(parts).strip() + "\n", tuple(tellings))


def _title(told: Story, published: date, draw: Random) -> str:
    slots: dict[str, str] = dict(told.names)
    if "dead" in told.facts:
        slots["dead"] = f"{_grown(told.facts['dead'], told, published):,}"
    return draw.choice(told.kind.titles).format(**slots)


def _fact(
    told: Story, planted: Planted, outlet: int, published: date, draw: Random
) -> tuple[str, Planted | None, Said | None]:
    """A sentence that tells a fact, and the words for its value."""
    fact = planted.fact
    pattern, slots = draw.choice(fact.say), dict(told.names)
    if fact.form == "wording":
        return _sentence(pattern.format(**slots), draw), None, None
    value = planted.other if outlet in planted.others else _grown(planted, told, published)
    said = say(fact, value, published, draw)
    slots |= {"n": _HERE + said.words, "on": _HERE + said.words}
    if fact.whole:
        slots["whole"] = f"{told.facts[fact.whole].value:,}"
    return _sentence(pattern.format(**slots), draw), planted, said


def _grown(planted: Planted, told: Story, published: date) -> int:
    """A toll on the day of the article; the value itself where it does not grow."""
    days = (published - told.day).days if planted.fact.grows else 0
    return planted.value + days * max(1, planted.value // _GROWTH)


def _sentence(clause: str, draw: Random) -> str:
    who = draw.choice(("officials said", "a spokesman said", "the authorities said"))
    made = draw.choice((clause, clause, f"{clause}, {who}", f"{who} that {clause}"))
    return _capital(made) + "."


def _capital(made: str) -> str:
    first = made.startswith(_HERE)
    return made[:first] + made[first].upper() + made[first + 1 :]


def _between(told: Story, draw: Random) -> str:
    lot, stock = draw.random(), fill()
    if lot < _ASIDES:
        slots = {"elsewhere": place(draw), "stranger": person(draw), "n": draw.randint(13, 98)}
        return str(draw.choice(stock["asides"]).format(**slots))
    if lot < _ASIDES + _SAYINGS:
        return str(draw.choice(stock["sayings"]).format(**told.names))
    pick = (draw.choice(stock[part]).format(**told.names) for part in ("subjects", "deeds", "with"))
    return _capital(" ".join(pick)) + "."
