"""Which agency a credit, a byline, a dateline or the text itself names."""

import re
from functools import cache
from typing import Final

from reconcile.lexicon import entries

_STAFF: Final = re.compile(
    r" (?:journalists?|reporters?|correspondents?|photographers?|teams?|bureau|stringers?|tally|"
    r"witness(?:es)?)\b"
)
_LONGEST_NAME: Final = 40  # characters
_LONGEST_LINE: Final = 80  # characters


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): row[0] for row in entries("furniture")["agencies"] for name in row}


@cache
def _spelled() -> tuple[str, ...]:
    """Every name as it is written, longest first. Short ones ("PA", "AA") count only in capitals as given."""
    return tuple(sorted((name for row in entries("furniture")["agencies"] for name in row), key=len, reverse=True))


@cache
def _any() -> str:
    """A pattern for every name."""
    return "|".join(map(re.escape, _spelled()))


def is_credit(text: str) -> bool:
    """Whether a text is a credit and no more: "Mara Holt / AFP", "REUTERS/Mara Holt", "(AP Photo/Mara Holt)"."""
    return may_credit(text) and _credit_pattern().fullmatch(text) is not None


def may_credit(text: str) -> bool:
    """Whether a text may hold a credit: whether it has a mark or a name as one has them."""
    marked = "/" in text or "|" in text or "(" in text or ":" in text
    return marked or "REUTERS" in text or any(map(text.__contains__, _spelled()))


def wrote(text: str) -> str:
    """The agency of a line that says no more than that it wrote this: "By Reuters", "Source: AP", "Reuters Staff"."""
    match = _wrote_pattern().fullmatch(text) if len(text) <= _LONGEST_LINE else None
    return match["by"] or match["staff"] if match else ""


@cache
def _wrote_pattern() -> re.Pattern[str]:
    agency, staff = rf"(?:{_any()}|REUTERS)", r" (?:[Ss]taff(?: [Ww]riters?)?|STAFF|[Rr]eporters?|[Cc]orrespondents?)"
    by = r"(?:[Bb]y|BY|[Ss]ources?:)"
    return re.compile(rf"{by} (?:[Tt]he )?(?P<by>{agency})(?:{staff})?|(?P<staff>{agency}){staff}")


@cache
def _credit_pattern() -> re.Pattern[str]:
    """A credit on its own, large and slow to compile; without a mark or a name as in `is_credit` nothing is one."""
    word = r"(?:[^\W\d_a-z](?:[\w'’-]?\.|[\w'’-]*)|de|del|van|von|der|bin|al|la)"  # "St." and "J." keep their stop
    name = rf"{word}(?: {word}){{0,4}}"
    agency = rf"(?:{_any()}|REUTERS)"
    return re.compile(
        rf"(?:{name} ?(?:/|\||for|via) ?{agency}(?: ?(?:/|via) ?{name})?"
        rf"|{agency}(?:(?: Photo)? ?(?:/|\|) ?{name}|(?: file)? (?:photo|Photo))?"
        rf"|\((?:{agency} ?[/|]|AP Photo|Photo)[^()]{{0,80}}\)|\([^()]{{2,40}}/ ?{agency}[^()]{{0,20}}\)"
        rf"|(?:Photo|Photograph|Picture|Image|Credit)s?(?: by| credit)?: ?[^.!?]{{2,80}}"
        rf"|\((?:Photo|Image|Picture|Credit)s?(?: by| credit)?:? [^()]{{2,80}}\)"
        rf"|{name}/{name}(?:/{name})? (?:Images|Photos?|via {name}))"
    )


@cache
def _ending_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b({_any()})$")


@cache
def _mention_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({_any()}|REUTERS)(?!\w)")


def agency_in(text: str) -> str:
    """The agency a credit, byline or dateline names, "" if none; picture agencies count last."""
    found = [_names()[match[1].casefold()] for match in _mention_pattern().finditer(text[:400])]
    return next((name for name in found if name != "Getty"), "")


def agency_of_staff(text: str) -> str:
    """The agency whose own people the article speaks of: "AFP journalists saw smoke"."""
    for staff in _STAFF.finditer(text):
        end = staff.start() - 2 if text.endswith(("'s", "’s"), 0, staff.start()) else staff.start()
        match = _ending_pattern().search(text[max(0, end - _LONGEST_NAME) : end])
        if match:
            return _names()[match[1].casefold()]
    return ""
