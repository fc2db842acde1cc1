"""Two dates of one thing, on whole articles: what began when, what is not to be before a day, who it is told of."""

from time import process_time

import pytest

from reconcile.compare.pair import Pair
from reconcile.compare.side import Articles
from reconcile.compare.values import compare_dates
from reconcile.model import Outcome
from reconcile.pipeline import read_text, reconcile

HEAD = "---\npublished: 2024-05-15\n---\n\n"
FILLER = (
    "The town lies on the river Lorn. It has a castle and two churches. The market is held in the old square. "
    "Many of the shops belong to families. A ferry links it with the far bank. The mills have long been silent."
)


def outcome(one: str, other: str) -> tuple[str, Outcome]:
    texts = {slug: read_text(f"{HEAD}{text} {FILLER}", slug=slug) for slug, text in (("a", one), ("b", other))}
    found = reconcile(list(texts.values()))
    near = {member.claim: member.nearest for topic in found.topics for member in topic.members}
    articles = Articles(found.source, found.claim, near)
    left, right = (next(c for c in found.claims if c.source == slug and c.date) for slug in "ab")
    said = compare_dates(Pair(articles.side(left.id), articles.side(right.id)))
    return said.code, said.outcome


@pytest.mark.parametrize(
    ("one", "other", "code", "said"),
    [
        ("The heart ward has been closed since Monday.", "The heart ward was shut on May 8.",
         "other_start", Outcome.DIFFERS),
        ("The heart ward has been closed since Monday.", "The heart ward was shut on Monday.",
         "same_resolved", Outcome.AGREE),
        ("The airport will not reopen before Saturday.", "The airport is to reopen on Friday.",
         "other_start", Outcome.DIFFERS),
        ("The airport will not reopen until Saturday.", "The airport is to reopen on Friday.",
         "other_start", Outcome.DIFFERS),
        ("The airport will not reopen before Saturday.", "The airport is to reopen on Saturday.",
         "same_resolved", Outcome.AGREE),
        ("The commission has until May 26 to report.", "The commission has until May 20 to report.",
         "other_deadline", Outcome.DIFFERS),
        ("The county's commission is to report by May 20.", "The county's commission has been given until May 26.",
         "other_deadline", Outcome.DIFFERS),
        ("Some 800 people were ordered out of their homes on Sunday.", "The order came on Saturday night.",
         "adjacent", Outcome.DIFFERS),
        ("Arden Bank unveiled its sale of Brill Mill on Monday.", "The sale of Brill Mill was announced on Friday.",
         "disjoint", Outcome.DIFFERS),
        ("The mayor said on Monday that the mill was sold.", "The mayor said on Friday that the mill was sold.",
         "announced", Outcome.NOT_COMPARABLE),
        ("Officials said that at Gamara the dike gave way on May 8.", "The dike at Gamara gave way on May 6.",
         "disjoint", Outcome.CONFLICTS),
        ("Customers will be told by May 26.", "Customers will be told by May 29.",
         "other_deadline", Outcome.DIFFERS),
        ("A fire swept through a hotel in the ski resort of Arden on Monday.",
         "A fire swept through the hotel on Tuesday.", "adjacent", Outcome.DIFFERS),
        ("Eight workers died in the fire at the mill on May 8.", "A young man died in the fire at the mill on May 11.",
         "different_event", Outcome.NOT_COMPARABLE),
        ("The hunt for the convicts began on Sunday.", "The hunt for the convicts entered its third day on Monday.",
         "different_event", Outcome.NOT_COMPARABLE),
        ("Eight workers died in the fire at the mill on May 8.", "The workers died in the fire at the mill on May 11.",
         "disjoint", Outcome.CONFLICTS),
    ],
)  # fmt: skip
def test_two_dates_of_one_thing(one: str, other: str, code: str, said: Outcome) -> None:
    assert outcome(one, other) == (code, said)


def test_two_people_die_in_one_prison_years_apart() -> None:
    code, said = outcome(
        "Mr. Salden died in the federal prison in 1992.", "Rosco Gant died in the federal prison on Monday."
    )
    assert (code, said) == ("different_event", Outcome.NOT_COMPARABLE)


def test_words_of_places_in_a_row_are_read_once() -> None:
    """As many ways to part them into places as there are words would take hours."""
    chain = "in " * 50
    began = process_time()
    said = outcome(f"The hall was shaken {chain}(a blast) on May 8.", f"The hall was shaken {chain}(a blast) on May 9.")
    assert said[0]
    assert process_time() - began < 20


def test_one_of_several_is_not_the_one_of_the_news() -> None:
    first = "The office counted two outbreaks this winter. The first was confirmed on 14 November."
    other = "The farm has been closed. The outbreak was confirmed there on 8 January."
    texts = [f"---\npublished: 2026-01-09\n---\n\n{text}" for text in (first, other)]
    found = reconcile([read_text(text, slug=slug) for slug, text in zip("ab", texts, strict=True)])
    assert not [finding for finding in found.findings if finding.outcome in (Outcome.DIFFERS, Outcome.CONFLICTS)]
    same = [text.replace("The first was", "The outbreak was") for text in texts]
    found = reconcile([read_text(text, slug=slug) for slug, text in zip("ab", same, strict=True)])
    assert [finding for finding in found.findings if finding.outcome in (Outcome.DIFFERS, Outcome.CONFLICTS)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("2024-03-05", "The court jailed Mara Holt on Monday."),
         ("2024-04-13", "The court jailed Mara Holt on 12 April.")),
        (("2021-09-30", "The mill sold 40 ships in the first quarter of 2021."),
         ("2021-09-30", "The mill sold 40 ships in the third quarter of 2021.")),
    ],
)  # fmt: skip
def test_the_news_of_two_months_and_the_sales_of_two_quarters_contradict_nothing(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    told = zip("ab", (one, other), strict=True)
    texts = [read_text(f"---\npublished: {day}\n---\n\n{text}", slug=slug) for slug, (day, text) in told]
    assert {finding.outcome for finding in reconcile(texts).findings}.isdisjoint((Outcome.DIFFERS, Outcome.CONFLICTS))
