"""What an article says: mentions of figures and dates, and claims. One value, one claim."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reconcile.model.source import Span
from reconcile.model.values import Quantity, When

HOUR: Final = "time of day"  # the rule of a mention of an hour


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure or a date where it stands.

    Attributes:
        span, text: the exact words with their hedge or tie word; `text == source.text[span.start:span.end]`.
        value: what they mean.
        counts: for a figure, the noun phrase that is counted, as written ("Russian soldiers"); "" where none is near.
        whole: for a part, what it is a part of, as written ("the region's 150,000 inhabitants"); else "".
        rule: the name of the rule that read it.
    """

    span: Span
    text: str
    value: Quantity | When
    counts: str = ""
    whole: str = ""
    rule: str = ""

    @property
    def hour(self) -> bool:
        """Whether it is the hour of a day rather than a day, which may have the hour beside it."""
        return self.rule == HOUR


class Modality(StrEnum):
    """Whether what is claimed has happened."""

    HAPPENED = "happened"
    PLANNED = "planned"  # will, is to, plans to, expected to
    DEADLINE = "deadline"
    ORDERED = "ordered"  # must, was told to, called on
    CONDITIONAL = "conditional"  # if, could, may
    DENIED = "denied"  # did not, denied that
    RUMOURED = "rumoured"  # reportedly, allegedly, unconfirmed


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing one article says.

    Attributes:
        id: "<slug>.<six hex digits of its words>", the same wherever the words stand in the article.
        source: slug of the article.
        span, quote: the clause; `quote == source.text[span.start:span.end]`.
        sentence: the sentence around it.
        about: what is counted, or what happened, in running text, with words carried over from before
            ("Kalbajar was ceded"): what alignment reads.
        quantity: the figure's Mention, when the claim is about a figure.
        when: the date's Mention, when the claim is about a date. A claim has at most one of the two.
        speaker: who says it, as written; "" where it is the outlet itself.
        modality: whether it has happened.
        as_of: the day a figure is stated for, where the text says so.
        where: the place named for it, as written ("the village of Oste"); "" where its sentence names none. The
            article's dateline is not taken for it.
        headline: whether it stands in the title, standfirst or a heading.
    """

    id: str
    source: str
    span: Span
    quote: str
    sentence: Span
    about: str
    quantity: Mention | None = None
    when: Mention | None = None
    speaker: str = ""
    modality: Modality = Modality.HAPPENED
    as_of: When | None = None
    where: str = ""
    headline: bool = False

    @property
    def figure(self) -> Quantity | None:
        """The figure claimed, or None."""
        return self.quantity.value if self.quantity and isinstance(self.quantity.value, Quantity) else None

    @property
    def date(self) -> When | None:
        """The date claimed, or None."""
        return self.when.value if self.when and isinstance(self.when.value, When) else None

    def stated_for(self, published: dt.date | None) -> dt.date | None:
        """The day a figure is stated for: as the text says, else that of publication; None where neither is known."""
        return (self.as_of.latest if self.as_of and self.as_of.latest else None) or published


def meant(name: str, ids: Iterable[str]) -> str:
    """The id that somebody meant who mistook two of its letters at the most; "" where there is none.

    Most of an id is a hash: what is less like another than that is so by chance, and would lead to any claim.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a wrong id needs it

    if not name:
        return ""
    return next(iter(get_close_matches(name, ids, n=1, cutoff=max(0.6, 1 - 2 / len(name)))), "")
