"""What a credit speaks for: whose passage goes back to whom, and which words credit nobody."""

import re
from dataclasses import replace

import pytest

from articles import EDITED, OTHER, STORY, article, one_origin
from reconcile import read, reconcile
from reconcile.compare import origins
from reconcile.model import Dimension, Outcome, Source, shared_origin
from reconcile.read import read_text

CREDITS = (
    "So the Arden Post reported.",
    "As first reported by the Arden Post, the wall was old.",
    "As the Arden Post reported on Monday, the wall was old.",
    "The wall was old, according to the Arden Post.",
    "The wall was old, according to a report in the Arden Post.",
    "The wall was old, Holt told the Arden Post.",
    "The wall was old, the Arden Post said in a report.",
    "The wall was old, an aide said, citing the Arden Post.",
    "In an interview with the Arden Post, Holt called the wall old.",
    "The Arden Post, which first reported it, called the wall old.",
    "An Arden Post report said the wall was old.",
)


@pytest.mark.parametrize("words", CREDITS)
def test_a_source_that_credits_another_has_its_origin(words: str) -> None:
    (origin,) = origins((article("a", STORY, "The Arden Post"), article("b", OTHER + words, "Valley News")))
    assert (origin.name, origin.sources) == ("The Arden Post", ("a", "b"))
    assert re.fullmatch(r"in 1 passage Valley News says “.*Arden Post.*”", origin.because)


@pytest.mark.parametrize(
    "words",
    [
        "The New Arden Post reported it.",
        "According to the Arden Post Office, mail is late.",
        "Contrary to what the Arden Post reported, the wall was new.",
        "Holt did not speak to the Arden Post.",
        "The Arden Post building stood under water.",
        "He denied what the Arden Post had reported.",
    ],
)
def test_a_name_alone_is_no_credit(words: str) -> None:
    assert not one_origin(article("a", STORY, "Arden Post"), article("b", OTHER + words, "Valley News"))


MILL = (
    "A mill burnt down in Arden on Monday",
    "Four people were killed when a fire destroyed the mill in Arden on Monday. It employed 120 people.",
    "The owner was fined 20,000 euros in 2021, according to the AP.",
)
BLAZE = (
    "Blaze at the Arden mill",
    "A blaze at the Arden mill took the lives of four people. Some 120 people work there.",
    "The AP reported that the owner was fined 20,000 euros in 2021.",
)


def told_twice(one: Source, other: Source) -> dict[str, str]:
    """The gist of each finding that agrees, by what the first of its claims is about."""
    dossier = reconcile([one, other])
    agreed = (f for f in dossier.findings if f.outcome is Outcome.AGREE and f.dimension is Dimension.FIGURE)
    return {dossier.claim[f.left].quote: f.gist for f in agreed}


def test_a_credit_speaks_for_its_sentence_alone() -> None:
    one, other = ("\n\n".join(text) for text in (MILL, BLAZE))
    found = told_twice(article("a", one, "Arden Post"), article("b", other, "Valley News"))
    once = {quote for quote, gist in found.items() if gist.endswith("; both go back to AP, so they count once")}
    assert len(found) > 1
    assert once == {quote for quote in found if "20,000" in quote}


def test_an_agency_s_own_article_shares_with_another_what_that_credits_to_it() -> None:
    wire = article("w", "\n\n".join(BLAZE[:2]) + "\n\nIn 2021 the owner was fined 20,000 euros.", "Harbour", "AP")
    (origin,) = origins((wire, article("a", "\n\n".join(MILL), "Arden Post")))
    assert origin.because == "in 1 passage Arden Post says “according to the AP”"
    assert [(p.source, p.span.end - p.span.start) for p in origin.passages] == [("a", len(MILL[-1]))]


def test_a_credit_of_the_first_sentence_speaks_for_the_title() -> None:
    lead = article("a", f"# Fine of 20,000 euros for mill\n\n{MILL[2]} It stood in Arden.", "Arden Post")
    (origin,) = origins((lead, article("b", BLAZE[2], "Valley News")))
    assert [lead.text[p.span.start : p.span.end].strip() for p in origin.passages if p.source == "a"] == [
        "# Fine of 20,000 euros for mill",
        MILL[2],
    ]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("The dam was old. It broke at nine. So the AP reported.", "It broke at nine. So the AP reported."),
        (
            "Holt told the AP that it was old. “It had cracks,” he said. Rain fell.",
            "Holt told the AP that it was old. “It had cracks,” he said.",
        ),
        (
            "It was old, the AP reported. The agency said that it had cracks. Rain fell.",
            "It was old, the AP reported. The agency said that it had cracks.",
        ),
        (
            "Rain fell. Mr. Holt called it old, the AP reported. Nobody was hurt.",
            "Mr. Holt called it old, the AP reported.",
        ),
    ],
)
def test_what_a_credit_speaks_for(text: str, passage: str) -> None:
    a = article("a", text, "Arden Post")
    (origin,) = origins((a, article("b", BLAZE[2], "Valley News")))
    [found] = [p.span for p in origin.passages if p.source == "a"]
    assert passage.endswith(a.text[found.start : found.end].strip())
    assert a.text[found.start : found.end].strip()[-20:] == passage[-20:]


def test_two_outlets_that_credit_a_third_apart_are_not_one() -> None:
    """They share with it what they credit; what they share with each other besides is their own."""
    post = article("a", "The owner was fined 20,000 euros in 2021. Nobody was hurt.", "Arden Post")
    news = article(
        "b", "The owner was fined 20,000 euros, the Arden Post reported.\n\nSix houses burnt.", "Valley News"
    )
    times = article("c", "Nobody was hurt, the Arden Post reported.\n\nSix houses burnt down.", "Harbour Times")
    dossier = reconcile([post, news, times])
    houses = [claim for claim in dossier.claims if "Six" in claim.quote]
    fined = [claim for claim in dossier.claims if "20,000" in claim.quote]
    assert [origin.sources for origin in dossier.origins] == [("a", "b", "c")]
    assert (len(houses), len(fined)) == (2, 3)  # of the first of them both the sum and the year
    assert shared_origin(dossier.origins, houses) is None
    assert shared_origin(dossier.origins, fined) is dossier.origins[0]


def test_a_chain_of_credits_is_one_origin() -> None:
    first = article("a", "The owner was fined 20,000 euros in 2021.", "Arden Post")
    second = article("b", "The owner was fined 20,000 euros, the Arden Post reported.", "Valley News")
    third = article("c", "A fine of 20,000 euros was paid by the owner, according to Valley News.", "Harbour Times")
    dossier = reconcile([first, second, third])
    fined = [next(c for c in dossier.claims if c.source == slug and "20,000" in c.quote) for slug in "abc"]
    shared = shared_origin(dossier.origins, fined)
    assert shared
    assert shared.name == "Arden Post / Valley News"
    assert shared_origin(dossier.origins, fined[::2]) is None


def test_an_agency_is_credited_under_any_of_its_names() -> None:
    wire = article("a", STORY, "Valley News", agency="AP")
    assert one_origin(wire, article("b", OTHER + "Holt told The Associated Press that it was old.", "Post"))
    assert one_origin(wire, article("b", OTHER + "Holt told AP that it was old.", "Post"))


def test_a_credited_copy_gives_both_reasons() -> None:
    (origin,) = origins((
        article("a", STORY, "Arden Post"),
        article("b", EDITED + "So the Arden Post reported.", "Valley News"),
    ))  # fmt: skip
    assert re.search(r"says “the Arden Post reported”, and \d+ of the \d+ words of Arden Post ", origin.because)


def test_what_a_source_says_of_itself_is_no_credit() -> None:
    words = OTHER + "Holt told the Arden Post that it was old."
    assert not one_origin(article("a", words, "Arden Post"), article("b", STORY, "The Arden Post"))


@pytest.mark.parametrize(("line", "agency"), [
    ("By Reuters", "Reuters"), ("By Reuters staff", "Reuters"), ("Reuters Staff", "Reuters"), ("Source: AP", "AP"),
    ("By the Associated Press", "AP"), ("Additional reporting by AFP.", ""), ("Source: Ministry of Health", ""),
])  # fmt: skip
def test_a_line_that_names_the_agency_as_the_author_is_read(line: str, agency: str) -> None:
    article = "Four people were killed when a bridge in Oste gave way on Sunday. Two cars fell into the river."
    for text in (f"# Bridge falls\n\n{line}\n\n{article}", f"# Bridge falls\n\n{article}\n\n{line}\n"):
        assert read_text(text, slug="a").agency == agency


def test_a_number_keeps_its_place_behind_a_name_that_is_read_from_the_right() -> None:
    told = {"צפון": "The bridge fell, the Northern Post reported.", "Northern Post": "The bridge fell."}
    both = [replace(read(text.encode(), f"{len(text)}.txt"), publisher=name) for name, text in told.items()]
    [origin] = origins(both)
    assert origin.because.startswith("in 1 passage צפון\u200e says ")
