"""Paragraphs that are furniture: by their words, by the format's word, or by what stands before and after them.

What comes in: the paragraphs of a text. What goes out: those that are the article's own; the others are set aside.
"""

import re
from collections.abc import Sequence
from typing import Final

from reconcile.model import Part
from reconcile.read import furniture
from reconcile.read.agencies import agency_in
from reconcile.read.dateline import dateline
from reconcile.read.dates import full_date, publication_day
from reconcile.read.head import LINK, bare_label, headline_like
from reconcile.read.layout import Layout, Told
from reconcile.read.lines import Paragraph, ended, goes_on

_SOURCES: Final = re.compile(
    r"[=#\s*]*(?:sources?|references|external links|further reading|footnotes|bibliography|citations)[=:\s*]*",
    re.IGNORECASE,
)


def sift(layout: Layout, everything: Sequence[Paragraph], told: Told) -> list[Paragraph]:
    """Set furniture aside and return the article's own paragraphs."""
    own: list[Paragraph] = []
    before, in_list = "", False
    for number, paragraph in enumerate(everything):
        says = told.says(paragraph.start)
        reason = "" if isinstance(says, Part) else says
        if not says and len(everything) > 1:
            reason = _reason(paragraph, own, before=before, in_list=in_list, first=number == 0)
        in_list = reason == LINK and (in_list or bare_label(paragraph.text))
        before = reason
        if not reason:
            own.append(paragraph)
            continue
        if reason == furniture.CAPTION:
            layout.found.pop("credit", None)  # the agency named above it took the picture
        if reason == furniture.CAPTION and len(own) > 1 and _same_opening(own[-1].text, paragraph.text):
            _skip(layout, own.pop(), reason)  # a picture's description for the blind, then its caption
        _skip(layout, paragraph, reason)
        _learn(layout, paragraph.text, furniture.reason_of(paragraph.text) if says else reason)
        ends = number == len(everything) - 1 or not _in_body(own)
        if ends and reason == furniture.CREDIT and furniture.bare_agency(paragraph.text):
            layout.note("credit", agency_in(paragraph.text), "credit")  # a picture's agency says nothing of the words
    return _without_tail(layout, own)


def _skip(layout: Layout, paragraph: Paragraph, reason: str) -> None:
    layout.skip(paragraph.start, paragraph.end, reason)


def _reason(paragraph: Paragraph, own: Sequence[Paragraph], *, before: str, in_list: bool, first: bool) -> str:
    """Why a paragraph is furniture, "" if it is not.

    Args:
        paragraph: the paragraph.
        own: the article's own paragraphs so far.
        before: why the paragraph before it was set aside, "" if it was not.
        in_list: whether a label of links stands over it.
        first: whether nothing stands before it.
    """
    text = paragraph.text
    if before == SOURCES and not (ended(text) and len(text.split()) > 15):
        return SOURCES
    if len(own) > 1 and _SOURCES.fullmatch(text):
        return SOURCES
    reason = furniture.reason_of(text)
    if reason == furniture.DATE_LINE and not _in_head(own):
        return ""  # the days of a chronology head its sections
    if first and ((reason == LINK and not bare_label(text)) or furniture.signed(text)):
        return ""  # "Explainer: how the dam broke" is a title; so may be names before a day
    if reason:
        return reason
    short = len(text) <= 120 and headline_like(text)
    if in_list and short:
        return LINK
    if before == furniture.CREDIT and own and short and len(text.split()) > 2 and not _in_body(own):
        return furniture.CAPTION
    new = len(own) > 1 and not goes_on(own[-1].text, text)
    return furniture.CAPTION if new and _credited(text) else ""


SOURCES: Final = "list of sources"


def _in_head(own: Sequence[Paragraph]) -> bool:
    return len(own) < 8 and sum(len(paragraph.text) > 140 for paragraph in own) < 2


def _in_body(own: Sequence[Paragraph]) -> bool:
    return any(ended(paragraph.text) for paragraph in own)


def _credited(text: str) -> bool:
    """Whether a short paragraph ends in a photo credit, as captions do."""
    return len(text.split()) <= 60 and furniture.glued_credit(text) >= 0


def _same_opening(left: str, right: str) -> bool:
    return left.split()[:5] == right.split()[:5] and len(left.split()) > 5


def _without_tail(layout: Layout, own: list[Paragraph]) -> list[Paragraph]:
    """Leave out the run of topic names under an article ("Norrland / Floods / Rescue")."""
    end = len(own)
    while end and len(own[end - 1].text.split()) <= 5 and _name_of_topic(own[end - 1].text):
        end -= 1
    if len(own) - end < 2 or sum(ended(paragraph.text) for paragraph in own[:end]) < 3:
        return own
    for paragraph in own[end:]:
        _skip(layout, paragraph, "list under the article")
    return own[:end]


def _name_of_topic(text: str) -> bool:
    return headline_like(text) and text[-1] not in "?!…" and not any(letter.isdigit() for letter in text)


def _learn(layout: Layout, text: str, reason: str) -> None:
    """What the furniture itself tells: who wrote it, when, for which agency."""
    if reason == furniture.BYLINE:
        layout.note("byline", furniture.byline(text), "byline")
        layout.note("agency", agency_in(text), "byline")
    elif reason == furniture.DATE_LINE:
        layout.published = layout.published or publication_day(text)
        who = furniture.signed(text)
        if furniture.masthead(f"The {who.removeprefix('The ')}"):
            layout.note("publisher", who, "date line")
        else:
            layout.note("byline", furniture.byline(who), "byline")
        if full_date(text):
            layout.note("dateline", text, "date line")
    elif reason == furniture.DATELINE:
        note_dateline(layout, dateline(text)[0])


def note_dateline(layout: Layout, words: str) -> None:
    """Keep a dateline, and the agency and the full date it names."""
    layout.found["dateline"] = (" ".join(words.split()), "dateline")
    layout.note("agency", agency_in(words), "dateline")
    layout.published = layout.published or full_date(words)
