"""Patterns over kinds of words, and the cascade that folds phrases into longer ones.

A rule is a pattern of kinds ("month:MONTH day:INT") and a function from what it hit to a `Phrase`, or to None where
it is no date after all. A level is a table of rules: at each place the longest rule that accepts wins, the first of
equals. What a level folds becomes one item (DAY or PERIOD) for the next level: first single dates, then parts of
them, then stretches, then the words that tie them. Where several dates share a word ("July 3, 5 and 7"), the rule
gives the items that stand for all it hit.

To add a phrase: a rule in the module of its family, with an example.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any, Final, NamedTuple

from reconcile.extract.dates.kinds import KINDS, Item, kinds_of, listed
from reconcile.extract.dates.openings import openings
from reconcile.extract.dates.scene import Meaning
from reconcile.model import Precision, Role


class Phrase(NamedTuple):
    """A date phrase.

    Attributes:
        meaning: what it means, not yet placed in time.
        rule: the name of the rule that read it.
        role: what the words before it make of it.
        lean: -1 or 1 where they also say on which side of the base day it lies.
    """

    meaning: Meaning
    rule: str
    role: Role = Role.ON
    lean: int = 0


@dataclass(slots=True)
class Hit:
    """What a pattern hit: `hit["day"]` is the value of the item in that group, None where there is none."""

    items: list[Item]
    match: re.Match[str]
    text: str

    def __getitem__(self, name: str) -> Any:
        """The value of the item in a group; None where the group took no part or the pattern has none such."""
        if name not in self.match.re.groupindex:
            return None
        place = self.match.start(name)
        return None if place < 0 else self.items[place].value

    def has(self, name: str) -> bool:
        """Whether a group took part."""
        return name in self.match.re.groupindex and self.match.start(name) >= 0

    def kind(self, name: str) -> str:
        """The kind of the item in a group that took part."""
        return self.items[self.match.start(name)].kind

    def word(self, name: str) -> str:
        """The word in a group that took part, in small letters."""
        return self.written(name).lower()

    def written(self, name: str) -> str:
        """The same, as written."""
        item = self.items[self.match.start(name)]
        return self.text[item.start : item.end]

    @property
    def clause_ends(self) -> bool:
        """Whether the clause ends with the hit: nothing follows that it could belong to."""
        return self.after is None or self.after.kind in _ENDINGS

    @property
    def no_noun_follows(self) -> bool:
        """Whether what follows is no noun that the last number could count: "on May 3 and 5 in Lund"."""
        after = self.after
        if after is None or self.clause_ends:
            return True
        return after.kind != KINDS["MORE"] and self.text[after.start : after.end].lower() in listed("no_nouns")

    def attributive(self, name: str) -> bool:
        """Whether a date with "the" before it goes with the noun after it: "after the 1990s war"."""
        place, after = self.match.start(name), self.after
        the = self.written(name).lower().startswith("the ") or (
            place > 0 and self.items[place - 1].kind == KINDS["THE"]
        )
        if not the or after is None or after.kind not in _NOUNS:
            return False
        word = self.text[after.start : after.end]
        return word.isalpha() and word.lower() not in listed("no_nouns")

    @property
    def before(self) -> Item | None:
        """The item before the hit."""
        start = self.match.start()
        return self.items[start - 1] if start else None

    @property
    def after(self) -> Item | None:
        """The item after the hit."""
        end = self.match.end()
        return self.items[end] if end < len(self.items) else None


_ENDINGS: Final = frozenset(KINDS[kind] for kind in ("COMMA", "DOT", "CLOSE", "AND", "MARK"))
_NOUNS: Final = frozenset((KINDS["OTHER"], KINDS["NAME"], KINDS["ORDWORD"]))  # "the '68 final"


@dataclass(frozen=True)
class Rule:
    """A pattern of kinds and what it builds."""

    name: str
    source: str
    build: Callable[[Hit], Any]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when first wanted."""
        return re.compile(self.source)

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first two kinds of what it may match; one kind where that may be all."""
        return openings(self.source)


class Level:
    """A table of rules that are tried together."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(self, name: str, *patterns: str) -> Callable[[Callable[[Hit], Any]], Callable[[Hit], Any]]:
        """Enter a function under its patterns."""

        def enter(build: Callable[[Hit], Any]) -> Callable[[Hit], Any]:
            self.rules += [Rule(name, compiled(pattern), build) for pattern in patterns]
            return build

        return enter

    @cached_property
    def _first(self) -> re.Pattern[str]:
        """The two kinds that a rule may start with: to look for them is cheap, to look for every rule is not."""
        behind: dict[str, set[str]] = defaultdict(set)
        for opening in frozenset[str]().union(*(rule.openings for rule in self.rules)):
            behind[opening[0]].add(opening[1:])
        pairs = (kind if "" in seconds else f"{kind}[{''.join(sorted(seconds))}]" for kind, seconds in behind.items())
        return re.compile("|".join(sorted(pairs)))

    @cached_property
    def _opened(self) -> "_Opened":
        return _Opened(self.rules)

    def fold(self, items: list[Item], kinds: str, text: str) -> tuple[list[Item], str]:
        """The items with every phrase of this level folded into one, and their kinds, as `kinds_of` tells them."""
        folded: list[Item] = []
        told: list[str] = []
        done = place = 0
        while (found := self._first.search(kinds, place)) is not None:
            place = found.start()
            taken = self._longest(self._opened[kinds[place : place + 2]], items, kinds, place, text)
            if taken is None:
                place += 1
                continue
            end, built = taken
            into = built if isinstance(built, list) else [dated(built, items[place].start, items[end - 1].end)]
            folded += items[done:place] + into
            told += kinds[done:place], kinds_of(into)
            done = place = end
        return (folded + items[done:], "".join(told) + kinds[done:]) if done else (items, kinds)

    @staticmethod
    def _longest(
        rules: list[Rule], items: list[Item], kinds: str, place: int, text: str
    ) -> tuple[int, Phrase | list[Item]] | None:
        if place > 0 and kinds[place - 1] == KINDS["EVERY"]:  # "every Tuesday" is no date
            return None
        hits: list[tuple[int, Rule, re.Match[str]]] = []
        for rule in rules:
            match = rule.pattern.match(kinds, place)
            if match is not None:
                hits.append((match.end(), rule, match))
        if len(hits) > 1:
            hits.sort(key=itemgetter(0), reverse=True)  # keeps the order of equals
        for end, rule, match in hits:
            built = rule.build(Hit(items, match, text))
            if built is not None:
                return end, built if isinstance(built, Phrase | list) else Phrase(built, rule.name)
        return None


def fold(levels: Iterable[Level], items: list[Item], kinds: str, text: str) -> tuple[list[Item], str]:
    """The items folded level by level, and their kinds."""
    for level in levels:
        items, kinds = level.fold(items, kinds, text)
    return items, kinds


class _Opened(dict[str, list[Rule]]):
    """The rules that may match where two kinds stand (one at the end of a text), in the order of the table."""

    def __init__(self, rules: list[Rule]) -> None:
        super().__init__()
        self._rules = rules

    def __missing__(self, opening: str) -> list[Rule]:
        """Find them, when first asked for."""
        self[opening] = [rule for rule in self._rules if not rule.openings.isdisjoint((opening, opening[0]))]
        return self[opening]


def dated(phrase: Phrase, start: int, end: int) -> Item:
    """A phrase as the one item that it is for the next level."""
    kind = "DAY" if phrase.meaning.precision is Precision.DAY else "PERIOD"
    return Item(KINDS[kind], start, end, phrase)


_WORD: Final = re.compile(r"(?:([a-z]+\d?):)?(\[[A-Z0-9 ]+\]|[A-Z][A-Z0-9]+|A\b)")
_MACROS: Final = {
    "COUNT": "[INT NUM COUNTWORD A]",
    "NTH": "[ORD ORDWORD]",
    "DAYNUM": "[INT ORD]",
    "DATE": "[DAY PERIOD]",
}


def compiled(pattern: str) -> str:
    """The regular expression over kind characters that a pattern stands for."""

    def one(match: re.Match[str]) -> str:
        group, words = match[1], _MACROS.get(match[2], match[2])
        chars = "".join(KINDS[word] for word in words.strip("[]").split())
        chars = f"[{chars}]" if len(chars) > 1 else chars
        return f"(?P<{group}>{chars})" if group else chars

    return _WORD.sub(one, pattern).replace(" ", "")


SINGLE: Final = Level()
PARTS: Final = Level()
STRETCHES: Final = Level()
TIES: Final = Level()
