"""Whose votes a figure is, in an article on an election: "Mr Orsk won 263,515 votes (45.5%)", "Tamm 43%, Orsk 40%".

What comes in: what a sentence has before the figure and behind it, each on one line. What goes out: the name, as
written. Both the alignment and the comparison ask. To add a word: `en/returns.yaml`.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from reconcile.lexicon import entries
from reconcile.model import Quantity

_OFTEN: Final = 4  # words of a vote in an article that is on one
_CLAUSE: Final = re.compile(r"\d[\d.,]*|[;:.!?] | (?:and|while|but) ")
_NAMES: Final = re.compile(r"\b[A-Z][\w’'-]+")
_LISTED: Final = re.compile(r"\(\d")  # "won 102,969 (17.8%)"


def whose(before: str, after: str, figure: Quantity) -> str:
    """The name of who won the votes, the seats or the share of them that a figure is; "" where none is told.

    Where one name explains another, both.

    Args:
        before, after: what its sentence has on either side of it.
        figure: the figure; a number without a noun is one of votes where its share stands beside it.
    """
    before, after = " ".join(before.split()) + " ", after.lstrip()
    patterns = _patterns()
    beside = patterns["beside"]
    votes = figure.kind == "share" or figure.unit in entries("returns")["units"]
    if not votes and (figure.unit is not None or not (_LISTED.match(after) or beside.search(before))):
        return ""
    told = beside.sub("", before)
    found = patterns["whose"].search(told)
    if found is None or found["place"] or patterns["otherwise"].match(after):
        return ""
    if not told.endswith(", ", 0, found.start("name")):
        return patterns["titles"].sub("", found["name"])
    # "Orsk, who ran for the ruling party, Smer, took 41 percent", "a third candidate, Tamm, took 17"
    return " ".join(_NAMES.findall(_CLAUSE.split(told[: found.end("name")])[-1]))


@lru_cache(maxsize=1024)
def of_a_vote(text: str) -> bool:
    """Whether an article is on an election or a referendum."""
    return len(_patterns()["votes"].findall(text)) >= _OFTEN


@cache
def _patterns(language: str = "en") -> dict[str, re.Pattern[str]]:
    table, dates = entries("returns", language), entries("dates", language)
    any_of = {name: _any(table[name]) for name in table if name != "examples"}
    days = (day.capitalize() for day in (*dates["weekdays"], *dates["months"]))
    no_name = _any((*days, *table["no_names"]))
    name = rf"(?P<name>(?!{no_name}\b)(?:[A-Z][\w.’'-]* ){{0,3}}[A-Z][\w’'-]+)"
    how = rf"(?:{any_of['hedges']} )*"
    whose = (
        rf"\b(?P<place>{any_of['places']} )?{name}"
        r"(?:, [^,;:.]{1,60},|,? \([^()]{1,25}\),?)?"
        rf"(?:[,:]? |,? (?:who )?(?:\w+ly )?(?:{any_of['helping']} )*{any_of['gets']}(?: {any_of['particles']})? "
        rf"|,? (?:who )?(?:{any_of['placed']}\b[^,;:.]{{0,30}} )?(?:with|on|at) )"
        rf"{how}$"
    )
    # "won 263,515 votes (": what stands in brackets is the same in another way
    beside = rf"{how}\d[\d.,]*(?: ?%| {any_of['counted']})?(?: of (?:the )?votes?(?: cast)?)?,? (?:\( ?|or )$"
    return {
        "votes": re.compile(rf"\b{any_of['votes']}\b", re.IGNORECASE),
        "whose": re.compile(whose),
        "beside": re.compile(beside),
        "titles": re.compile(rf"^(?:{any_of['titles']}\b\.?[ -])+"),
        "otherwise": re.compile(rf"(?:[a-z]+ )?{any_of['otherwise']}\b"),
    }


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"
