"""Cases that are nobody's illness: goods in boxes and crimes, "17 cases of wine", "two fraud cases".

What comes in: words in small letters and the place of "case" or "cases" among them. What goes out: the place of what
there are cases of. Extraction, alignment and comparison each ask it, so that all of them count the same.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final

from reconcile.lexicon import entries

CASES: Final = frozenset(["case", "cases"])
CASE_OF: Final = "case_of"  # how such a word is keyed, which in itself tells of patients


def of_what(words: Sequence[str], at: int) -> int | None:
    """Where the word stands for what there are cases of, None where it may be an illness."""
    things, ills = _lists()
    if words[at + 1 : at + 2] != ["of"]:
        return at - 1 if at and words[at - 1] in things else None
    if not ills.isdisjoint(words[at + 2 : at + 5]):
        return None  # "17 cases of food poisoning"
    return next((at + n for n in (2, 3) if set(words[at + n : at + n + 1]) & things), None)  # "of red wine"


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    """What there are cases of, in the singular and the plural, and what makes an illness of it."""
    table = entries("directions")
    things = [*table["cases_of"], *(f"{word}s" for word in table["cases_of"])]
    return frozenset(things), frozenset(table["ill_of"])
