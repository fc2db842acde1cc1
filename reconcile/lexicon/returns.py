"""Whose votes a figure is, in an article on an election: "Mr Orsk won 263,515 votes (45.5%)", "Tamm 43%, Orsk 40%".

What comes in: what a sentence has before the figure and behind it, each on one line. What goes out: the name, as
written. Both the alignment and the comparison ask.
"""

import re
from calendar import day_name, month_name
from functools import lru_cache
from typing import Final

from reconcile.model import Quantity

_OF_A_VOTE: Final = re.compile(
    r"\b(?:elections?|electoral|referendum|run-?offs?|ballots?|voters?|votes?|polling|constituenc(?:y|ies)|candidates?)\b",
    re.IGNORECASE,
)
_OFTEN: Final = 4  # such words in an article that is on a vote
_NO_NAME: Final = "|".join((*day_name, *month_name[1:], "In", "On", "At", "The", "For", "From", "By", "With", "When",
                           "While", "But", "And", "Since", "After", "Before"))  # fmt: skip
_NAME: Final = rf"(?P<name>(?!(?:{_NO_NAME})\b)(?:[A-Z][\w.’'-]* ){{0,3}}[A-Z][\w’'-]+)"
_GETS: Final = (
    r"(?:won|wins|took|takes|got|gets|receiv(?:ed|es)|polled|polls|secur(?:ed|es)|garnered|obtained|collected|gained"
    r"|captured|had|has|scored|picked up|was given|attracted)"
)
_PLACED: Final = r"(?:came|comes|finish(?:ed|es)|placed|was|is|ended|stood|trail(?:ed|s)|led|leads)"
_HOW: Final = r"(?:(?:about|around|some|nearly|almost|only|just|over|more than|at least|a total of) )*"
_WHOSE: Final = re.compile(
    rf"\b(?P<place>(?:[Ii]n|[Aa]t|of|for|from|near) )?{_NAME}"
    r"(?:, [^,;:.]{1,60},|,? \([^()]{1,25}\),?)?"
    rf"(?:[,:]? |,? (?:who )?(?:\w+ly )?(?:(?:has|have|had|also|then|only|now) )*{_GETS}(?: (?:back|in|with))? "
    rf"|,? (?:who )?(?:{_PLACED}\b[^,;:.]{{0,30}} )?(?:with|on|at) )"
    rf"{_HOW}$"
)
_BESIDE: Final = re.compile(  # "won 263,515 votes (": what stands in brackets is the same in another way
    rf"{_HOW}\d[\d.,]*(?: ?%| percent| per cent| votes| seats)?(?: of (?:the )?votes?(?: cast)?)?,? (?:\( ?|or )$"
)
_CLAUSE: Final = re.compile(r"\d[\d.,]*|[;:.!?] | (?:and|while|but) ")
_NAMES: Final = re.compile(r"\b[A-Z][\w’'-]+")
_TITLES: Final = re.compile(  # two presidents are not one
    r"^(?:(?:Mr|Mrs|Ms|Dr|President|Vice|Prime|Minister|Premier|Chancellor|Senator|Governor|Mayor|Candidate)\b\.?[ -])+"
)
_LISTED: Final = re.compile(r"\(\d")  # "won 102,969 (17.8%)"
_UNITS: Final = frozenset({"vote", "ballot", "seat"})
_OTHERWISE: Final = re.compile(r"(?:[a-z]+ )?(?:more|fewer|less|ahead|behind)\b")


def whose(before: str, after: str, figure: Quantity) -> str:
    """The name of who won the votes, the seats or the share of them that a figure is; "" where none is told.

    Where one name explains another, both.

    Args:
        before, after: what its sentence has on either side of it.
        figure: the figure; a number without a noun is one of votes where its share stands beside it.
    """
    before, after = " ".join(before.split()) + " ", after.lstrip()
    votes = figure.kind == "share" or figure.unit in _UNITS
    if not votes and (figure.unit is not None or not (_LISTED.match(after) or _BESIDE.search(before))):
        return ""
    told = _BESIDE.sub("", before)
    found = _WHOSE.search(told)
    if found is None or found["place"] or _OTHERWISE.match(after):
        return ""
    if not told.endswith(", ", 0, found.start("name")):
        return _TITLES.sub("", found["name"])
    # "Orsk, who ran for the ruling party, Smer, took 41 percent", "a third candidate, Tamm, took 17"
    return " ".join(_NAMES.findall(_CLAUSE.split(told[: found.end("name")])[-1]))


@lru_cache(maxsize=1024)
def of_a_vote(text: str) -> bool:
    """Whether an article is on an election or a referendum."""
    return len(_OF_A_VOTE.findall(text)) >= _OFTEN
