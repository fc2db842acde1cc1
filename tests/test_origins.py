"""Which articles are copies of one, however lightly edited, or of one agency, and so of one origin."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from articles import EDITED, OTHER, STORY, article, one_origin
from reconcile.compare import copied, origins
from reconcile.model import Block, Part, Source, Span


def test_an_edited_copy_has_the_same_origin_and_the_numbers_say_why() -> None:
    (origin,) = origins((article("a", STORY), article("b", EDITED), article("c", OTHER)))
    assert origin.sources == ("a", "b")
    assert origin.because == "60 of the 63 words of b outside its title and quotations (95%) stand in a, in 3 passages"


def test_a_reason_names_outlets_where_they_tell_the_sources_apart() -> None:
    """And says which two it is about only where there are more."""
    post, news = article("a", STORY, "Arden Post"), article("b", EDITED, "Valley News")
    (origin,) = origins((post, news))
    assert origin.because.startswith("60 of the 63 words of Valley News outside")
    (origin,) = origins((post, news, article("c", STORY, "Valley News")))
    assert origin.because.startswith("Arden Post and b: 60 of the 63 words of b outside")
    assert "Arden Post and c: " in origin.because


def paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def swapped(dice: random.Random, text: str) -> str:
    """One word in ten of those in small letters is another one."""
    others = "also still there then later nearly about near under over across again soon often".split()
    return re.sub(r"\b[a-z]{3,}\b", lambda m: dice.choice(others) if dice.random() < 1 / 10 else m[0], text)


def clauses_cut(dice: random.Random, text: str) -> str:
    return re.sub(r", [^,.“”\"]{5,60}(?=[,.])", lambda m: "" if dice.random() < 0.6 else m[0], text)


def reordered(dice: random.Random, text: str) -> str:
    mixed = []
    for paragraph in paragraphs(text):
        sentences = re.split(r"(?<=[.!?])\s+", paragraph)
        mixed.append(" ".join(dice.sample(sentences, len(sentences))))
    return "\n\n".join(dice.sample(mixed, len(mixed)))


def halved(dice: random.Random, text: str) -> str:
    whole = paragraphs(text)
    return "\n\n".join(whole[at] for at in sorted(dice.sample(range(len(whole)), (len(whole) + 1) // 2)))


def quoted_otherwise(_: random.Random, text: str) -> str:
    return re.sub(r"[“\"]([^“”\"]*)[”\"]", r"‘\1’", text)


def spelled_otherwise(_: random.Random, text: str) -> str:
    return re.sub(r"our\b", "or", re.sub(r"is(?=ation|ed?\b|ing\b)", "iz", text)).replace("centre", "center")


def everything(dice: random.Random, text: str) -> str:
    for edit in (spelled_otherwise, swapped, quoted_otherwise, reordered):
        text = edit(dice, text)
    return text


ARTICLES = sorted(Path(__file__).parent.glob("cases/*/sources/*.txt")) + sorted(
    Path(__file__).parent.glob("cases/*/sources/*.md")
)
EDITS = (swapped, clauses_cut, reordered, halved, quoted_otherwise, spelled_otherwise, everything)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_copies_edited_in_every_way_are_found(edit: Callable[[random.Random, str], str]) -> None:
    looked_at = 0
    for path in ARTICLES:
        text = re.sub(r"\A---.*?\n---\n", "", path.read_text(encoding="utf-8", errors="replace"), flags=re.DOTALL)
        copy = edit(random.Random(path.name), text)
        if len(copy.split()) >= 45:
            looked_at += 1
            assert one_origin(article("a", text), article("b", copy)), path
    assert looked_at >= 15


def test_a_wire_story_inside_a_longer_report_is_a_copy() -> None:
    own = "Our reporter walked the quay for an hour and met nobody but a man with a dog who would not talk to her. "
    assert one_origin(article("a", STORY), article("b", own * 3 + EDITED + OTHER))


def test_every_one_of_sixty_reprints_is_of_the_origin() -> None:
    """However many outlets print it: what a great many share is not taken for furniture."""
    prints = [article(f"n{number:02}", STORY if number % 2 else EDITED) for number in range(60)]
    (origin,) = origins((*prints, article("other", OTHER)))
    assert len(origin.sources) == 60
    assert re.search(r"and \d+ more$", origin.because)


def test_unlike_texts_have_no_known_origin() -> None:
    assert origins((article("a", STORY), article("b", OTHER))) == ()


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''", "„“", "«»", ("``", "''")])
def test_a_shared_quotation_is_no_shared_origin(marks: str | tuple[str, str]) -> None:
    begin, end = marks
    said = f"{begin}{STORY.strip()}{end}"
    assert not one_origin(article("a", f"Holt said: {said}"), article("b", f"The mayor told us: {said} {OTHER}"))


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_one() -> None:
    said = f"“{STORY}\n\n“{EDITED}”"
    assert not one_origin(article("a", f"Holt said on Monday:\n\n{said}"), article("b", f"{OTHER}\n\n{said}"))


def test_a_title_is_no_copied_passage() -> None:
    title = STORY[:98]
    both = (
        Source(slug, title + text, (Block(Span(0, 98), Part.TITLE), Block(Span(98, 98 + len(text)), Part.BODY)))
        for slug, text in (("a", "It rained. " * 12), ("b", OTHER))
    )
    assert not list(copied(tuple(both)))


def test_phrases_that_all_reports_share_are_no_copy() -> None:
    phrases = "He was taken to hospital. Police said in a statement. No one else was injured. An inquiry has begun. "
    one = phrases + "A van left the road near the old mill at dusk and hit a wall that a farmer had built there. "
    other = phrases + "Two lorries met head on in the Arden tunnel, which was closed for most of the next day. "
    assert not one_origin(article("a", one), article("b", other))


def test_the_order_of_sources_does_not_matter_to_origins() -> None:
    three = [article("a", STORY), article("b", EDITED), article("c", OTHER)]
    assert origins(three) == origins(three[::-1])


@pytest.mark.parametrize("word", ["a ", "“a ", "'a ", "‘", '" ', "one two three four five six. ", "Arden Post "])
def test_hostile_text_is_looked_through_in_linear_time(word: str) -> None:
    flood = word * (300_000 // len(word))
    assert len(origins((article("a", flood, "Arden Post"), article("b", flood + "x", "Other Post")))) <= 1


# Agencies and credits


def test_one_agency_is_one_origin_and_two_are_not() -> None:
    found = origins(
        (article("a", STORY, agency="Wire"), article("b", OTHER, agency="Wire"), article("c", "x", agency="Y"))
    )
    assert [(o.name, o.sources) for o in found] == [("Wire", ("a", "b"))]
