"""Whom and where a sentence names.

What comes in: the text of a sentence or claim, and its words. What goes out: groups of stems, each a name, those that a
preposition says are a place apart.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reconcile.align.words import Word

# Before a name these say that it is a place; "from" and "of" may as well be said of a firm or a team.
_AT = re.compile(r"\b(?:in|at|near|outside|inside|across)\s+(?:the\s+)?$", re.IGNORECASE)
LONG = 0.2  # the power of a name's length by which its words weigh less: "the Bank of Tarma" is one thing, not two
REACH = 24  # letters before a name in which such a word is looked for

Name = frozenset[str]


class Named(NamedTuple):
    """A name where it stands.

    Attributes:
        stems: its words.
        first: whether the text begins with it.
        place: whether a preposition makes it a place: "in Port Oria".
    """

    stems: Name
    first: bool
    place: bool


def lightened(names: Iterable[Name]) -> dict[str, float]:
    """What is left of the weight of each word of some names; in several it counts as in the longest."""
    return {stem: len(name) ** -LONG for name in sorted(names, key=len) for stem in name}


@dataclass(frozen=True, slots=True)
class Naming:
    """What is needed to tell names from other words.

    Attributes:
        aliases: what names stand for.
        plain: stems that some sentence has without a capital: they name nobody.
    """

    aliases: Mapping[str, tuple[str, ...]]
    plain: frozenset[str]

    def stems(self, found: Iterable[Word]) -> Name:
        """The stems of words, names read as what they stand for."""
        return frozenset(stem for word in found for stem in self.aliases.get(word.stem, (word.stem,)))

    def named(self, text: str, found: Sequence[Word]) -> list[Named]:
        """Everybody and everything that a text names, in its order."""
        return [
            Named(self.stems(run), not before, bool(_AT.search(text[max(0, run[0].start - REACH) : run[0].start])))
            for before, run in self._runs(text, found)
        ]

    def _runs(self, text: str, found: Sequence[Word]) -> list[tuple[int, list[Word]]]:
        """Runs of names that stand side by side, each with the number of words before it."""
        runs: list[tuple[int, list[Word]]] = []
        for index, word in enumerate(found):
            if not word.name or word.stem in self.plain:
                continue
            last = runs[-1][1][-1] if runs else None
            owner = last is not None and text[last.start : last.end].endswith(("'s", "’s"))  # "Peru's Ana Tarma" is two
            if last is not None and not owner and not text[last.end : word.start].strip(" -."):
                runs[-1][1].append(word)
            else:
                runs.append((index, [word]))
        return runs
