"""Source → Claims: what an article says, one claim for each value.

In: a Source. Out: its Mentions (figures and dates with their places) and its Claims.

    dates, figures    running text → what is found in it
    mining            the blocks of an article → their running text and Mentions; `tables`, `sums` say what other blocks
                      tell of a figure
    sentences         where sentences begin and end
    grammar, words    the words of a sentence and what each is in it; `neighbours` settles verbs that may be nouns,
                      `commas` leaves out those that part nothing
    groups            verb groups
    clauses, split    clauses; `marks` reads commas and dashes, `ahead` looks to the next one, `participles` tells "-ed"
                      forms apart
    scan              a sentence taken apart
    subjects          who or what a clause is about, pronouns resolved
    about             the claim's proposition, and what is quoted: `kept` says which words it needs, `borrowed` reads
                      clauses that borrow from the one around, `memory` holds who was spoken of
    telling           what is told, and who hears it
    speakers          who says it
    places            where it happened
    modality          whether it has happened
    stated            the day a figure is stated for
    claims            all of it together

To add a word or phrase: `lexicon/en/`. To add a grammar rule: the module of its family, and a line in `tests/spec/`.
"""

import re
from typing import Final

from reconcile.extract.dates.words import may_hold_dates
from reconcile.extract.figures.glance import may_hold_figures
from reconcile.extract.mining import mine
from reconcile.model import Claim, Mention, Source
from reconcile.model.source import NO_WIDTH

__all__ = ["extract", "may_mention", "mentions"]

_BROKEN: Final = re.compile(rf"[{NO_WIDTH}\r\n]")


def may_mention(text: str) -> bool:
    """Whether a text may hold figures or dates at all: a glance that spares laying out and reading two of five.

    A text in which a word may stand over a line end, or with a sign inside that does not show, is not judged by it.
    """
    whole = text.isascii() and "\n" not in text and "\r" not in text
    return (not whole and _BROKEN.search(text) is not None) or may_hold_dates(text) or may_hold_figures(text)


def mentions(source: Source) -> tuple[Mention, ...]:
    """The figures and dates of an article, in order; none overlap."""
    return tuple(mention for mined in mine(source) for mention in mined.mentions)


def extract(source: Source) -> tuple[Claim, ...]:
    """The claims of an article, by place: one for each figure and date, and for each statement without one."""
    from reconcile.extract.claims import claims  # noqa: PLC0415 - half the house, which `mentions` never enters

    return claims(source)
