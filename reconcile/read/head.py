"""Which paragraph is the title, the standfirst, a heading or a caption: told by place and layout.

What comes in: the paragraphs that are not furniture by their words, in order. What goes out: for each its Part, or the
reason it is set aside after all. Doubt falls to BODY: what is taken for body is read, what is not is lost.
"""

import re
from collections.abc import Sequence
from typing import Final

from reconcile.model import Part, SetAside
from reconcile.read import furniture
from reconcile.read.dateline import dateline
from reconcile.read.lines import Paragraph, ended

LINK: Final = "link to another article"
KICKER: Final = "kicker"
MASTHEAD: Final = "name of the paper"
_OF_THE_HEAD: Final = {
    "byline",
    "byline or date",
    "date line",
    "photo credit",
    "caption",
}  # stand between head and body
_QUOTE: Final = "\"“‘'`"
_BULLET: Final = re.compile(r"[-*•·▪◦‣●■]\s")
_SENTENCE_END: Final = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[A-Z\"“‘])")
_WORD: Final = re.compile(r"[^\W\d_]")


def headline_like(text: str) -> bool:
    """Whether words may be a title: some words, not closed by a full stop, not a list item."""
    if len(text) > 200 or _BULLET.match(text) or not _WORD.search(text):
        return False
    return not ended(text) or text.rstrip("\"'”’»)")[-1:] in {"?", "!", "…"}


def bare_label(text: str) -> bool:
    """Whether a label of links stands alone ("Read more", "Most read:") with its links below it."""
    return len(text.split()) <= 5 and not re.search(r"[:|–—-] ?\w", text)


def part_alone(text: str, title: str) -> Part:
    """The part of the only paragraph of a text: its title where it is told as such or looks like one, else its body."""
    told = bool(title) and _folded(text) == _folded(title)
    return Part.TITLE if told or headline_like(text) else Part.BODY


def parts(
    found: Sequence[Paragraph], told: Sequence[Part | None], title: str, aside: Sequence[SetAside]
) -> list[Part | str]:
    """The part of each paragraph, or the reason why it is none.

    Args:
        found: the paragraphs that are not furniture.
        told: what the format says of each, or None.
        title: the title where it is known already, else "".
        aside: what was set aside so far; furniture after a paragraph of the head sets it off.
    """
    if len(found) == 1 and told[0] is None:
        return [part_alone(found[0].text, title)]
    placed: list[Part | str | None] = list(told)
    head = _title(found, placed, title)
    if head is not None:
        _names(found, placed, head)
        _standfirst(found, placed, head, aside)
    for number, paragraph in enumerate(found):
        if placed[number] is None:
            placed[number] = Part.HEADING if _heading(found, placed, number) else Part.BODY
        if paragraph.text.startswith("#") and re.match(r"#{1,6} ", paragraph.text):
            placed[number] = Part.HEADING if placed[number] is Part.BODY else placed[number]
    result = [part if part is not None else Part.BODY for part in placed]
    if not any(part in (Part.BODY, Part.TITLE, Part.STANDFIRST) for part in result):
        return [Part.BODY] * len(result)
    return result


def _title(found: Sequence[Paragraph], placed: list[Part | str | None], title: str) -> int | None:
    """Mark the title; its number, or None where there is none."""
    if Part.TITLE in placed:
        return placed.index(Part.TITLE)
    if title:
        same = next((n for n, p in enumerate(found[:5]) if _folded(p.text) == _folded(title)), None)
        if same is not None:
            for number in range(same):
                placed[number] = placed[number] or KICKER if headline_like(found[number].text) else placed[number]
            placed[same] = Part.TITLE
            return same
    first = next((n for n, part in enumerate(placed) if part is None), None)
    if first is None or not headline_like(found[first].text):
        return None
    over = _kicker(found, first)
    if over:
        placed[first] = over
        first += 1
    placed[first] = Part.TITLE
    return first


def _folded(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _kicker(found: Sequence[Paragraph], number: int) -> str:
    """Why a line over the title is none: a kicker ("30 YEARS", "World") or the paper's name; "" if it is the title."""
    if number + 2 >= len(found) or not headline_like(found[number + 1].text):
        return ""
    text, after = found[number].text, found[number + 1].text
    if furniture.masthead(text):
        return MASTHEAD
    if _folded(text).endswith(_folded(after)):
        return KICKER  # "World | Dam bursts" over "Dam bursts"
    words = len(text.split())
    capitals = words <= 4 and text.isupper() and not after.isupper()
    return KICKER if capitals or (words <= 2 and len(after.split()) > 3 and not text.isupper()) else ""


def _names(found: Sequence[Paragraph], placed: list[Part | str | None], title: int) -> None:
    """Set aside the names and posts between the title and the first sentence: who wrote it."""
    first = next((n for n in range(title + 1, len(found)) if _sentence(found[n].text)), None)
    if first is not None:
        for number in range(title + 1, first):
            if placed[number] is None and furniture.named(found[number].text):
                placed[number] = furniture.BYLINE


def _sentence(text: str) -> bool:
    return ended(text) and len(text.split()) >= 8


def _standfirst(
    found: Sequence[Paragraph], placed: list[Part | str | None], title: int, aside: Sequence[SetAside]
) -> None:
    """Mark the summary under the title, and a caption that stands alone between it and the body."""
    open_ = [number for number in range(title + 1, len(found)) if placed[number] is None][:3]
    if len(open_) < 2 or len(found[open_[0]].text) > 400:
        return
    paragraph, after = found[open_[0]], found[open_[1]]
    if dateline(paragraph.text)[0]:
        return  # it opens the report itself, however close to the title it stands
    gapped = _gapped(found[open_[0] + 3 :])
    close = gapped and not paragraph.apart
    named = furniture.BYLINE in placed[open_[0] : open_[1]]
    set_off = any(paragraph.end <= item.span.start < after.start and item.reason in _OF_THE_HEAD for item in aside)
    subtitle = headline_like(paragraph.text) and len(paragraph.text.split()) > 4 and ended(after.text)
    credited = furniture.glued_credit(paragraph.text) >= 0
    if not (close or named or set_off or subtitle or credited):
        return
    placed[open_[0]] = Part.STANDFIRST
    if gapped and len(open_) > 2 and _caption(after, found[open_[2]]):
        placed[open_[1]] = furniture.CAPTION


def _gapped(found: Sequence[Paragraph]) -> bool:
    """Whether a blank line stands before most paragraphs of sentences."""
    told = [paragraph.apart for paragraph in found if ended(paragraph.text)]
    return sum(told) * 10 > len(told) * 6


def _caption(paragraph: Paragraph, after: Paragraph) -> bool:
    """One sentence on one line, no blank line around it, where the body's paragraphs have one and run over lines."""
    alone = len(paragraph.lines) == 1 and not paragraph.apart and not after.apart
    return alone and len(after.lines) > 1 and ended(paragraph.text) and not _SENTENCE_END.search(paragraph.text)


def _heading(found: Sequence[Paragraph], placed: Sequence[Part | str | None], number: int) -> bool:
    """Whether a short line without a full stop stands over a paragraph of sentences."""
    text = found[number].text
    if number + 1 >= len(found) or len(found[number].lines) > 1 or len(text) > 70 or len(text.split()) > 9:
        return False
    if not headline_like(text) or text[0] in _QUOTE or not (text[0].isupper() or text[0].isdigit()):
        return False
    after = found[number + 1]
    opens = number == 0 or placed[number - 1] is not Part.BODY or ended(found[number - 1].text)
    return opens and ended(after.text) and len(after.text.split()) >= 8 and not _BULLET.match(after.text)
