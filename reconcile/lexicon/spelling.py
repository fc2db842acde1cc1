"""One spelling for words that are written in two: "centre" is read as "center", "hospitalised" as "hospitalized".

What comes in: a word in small letters. What goes out: it, as Americans write it. Both the alignment and the comparison
read words so, and with them the words of the lexicon.
"""

import re
from functools import cache, lru_cache
from typing import Final

from reconcile.lexicon import entries

_MANY: Final = 1 << 13


@lru_cache(maxsize=_MANY)
def american(word: str) -> str:
    """A word in the spelling of America."""
    pairs, shape = _table()
    if word in pairs:
        return pairs[word]
    found = shape.fullmatch(word)
    if found is None:
        return word
    if found["our"]:
        return f"{found['our']}or{found['of_our']}"
    if found["re"]:
        return f"{found['re']}er{'ed' if found['of_re'] == 'd' else found['of_re']}"
    if found["ce"]:
        return f"{found['ce']}se{found['of_ce']}"
    return f"{found['is']}iz{found['of_is']}"


@cache
def _table(language: str = "en") -> tuple[dict[str, str], re.Pattern[str]]:
    table = entries("spelling", language)
    our, re_, ce, ise = ("|".join(table[key]) for key in ("our", "re", "ce", "ise"))
    shape = re.compile(
        rf"(?P<our>\w*(?:{our}))our(?P<of_our>\w*)"
        rf"|(?P<re>\w*(?:{re_}))re(?P<of_re>|s|d)"
        rf"|(?P<ce>(?:{ce}))ce(?P<of_ce>\w*)"
        rf"|(?P<is>(?!(?:{ise})is)\w{{3,}})is(?P<of_is>e|es|ed|ing|er|ers|ation|ations)"
    )
    return dict(row.split() for row in table["pairs"]), shape
