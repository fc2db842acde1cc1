"""What one claim denies and the other tells, on two articles of a sentence each."""

import pytest

from reconcile.compare.denial import polarity
from reconcile.compare.pair import Pair
from reconcile.compare.side import Articles
from reconcile.pipeline import read, reconcile


def denied(one: str, other: str) -> bool:
    head = "---\npublished: 2021-03-04\npublisher: The Arden Globe\n---\n\n"
    found = reconcile(
        [read((head + text).encode(), f"{slug}.md") for slug, text in zip("ab", (one, other), strict=True)]
    )
    articles = Articles(found.source, found.claim)
    ours, theirs = (articles.of_article(slug) for slug in "ab")
    return any(polarity(Pair(left, right)) for left in ours for right in theirs)


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        ("No water cannon had been used at any time.", "A water cannon had been used on two occasions."),
        ("The stern gate was not shut when it left.", "The stern gate was shut when it sailed."),
        ("Guests told the Globe that not one fire alarm went off.", "A fire alarm went off in the hall."),
        ("Not a single flare had been fired by the sailors.", "The sailors fired two flares into the sky before that."),
        ("The brakes had not been inspected since 2018.", "The brakes of the cars were inspected in June 2020."),
    ],
)
def test_what_is_denied_of_all_times_or_of_every_one_is_told_by_the_other(no: str, yes: str) -> None:
    assert denied(no, yes)


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        ("The stern gate was not shut when it left the harbour.", "The stern gate was shut."),
        ("Guests told the Herald that not one fire alarm went off.", "A fire alarm went off in the hall."),
        ("The brakes had not been inspected since 2018.", "The brakes of the cars were inspected in June 2018."),
        ("The brakes had not been inspected in 2018.", "The brakes of the cars were inspected in June 2020."),
        ("The brakes had not been inspected since 2018.", "The brakes are to be inspected in June 2022."),
    ],
)
def test_a_denial_of_one_moment_or_by_somebody_else_says_less(no: str, yes: str) -> None:
    assert not denied(no, yes)


@pytest.mark.parametrize("unknown", ["is not known", "was not immediately clear", "has not been disclosed"])
def test_what_is_not_known_is_no_denial(unknown: str) -> None:
    assert not denied(f"Who bought the picture {unknown}.", "Orsk bought the picture.")
    assert denied("The city did not buy the picture.", "The city bought the picture.")


def test_that_nothing_was_released_is_one() -> None:
    assert denied("The hostages were not released.", "The hostages were released by the rebels.")


@pytest.mark.parametrize(
    ("no", "yes", "relations"),
    [
        ("Police did not arrest 12 men.", "Police arrested 12 men.", {"polarity"}),
        ("The dam was not inspected in 2022.", "The dam had been inspected in 2022.", {"polarity"}),
        ("The mayor did not visit the school on Monday.", "The mayor visited the school on Monday.", {"polarity"}),
        ("Twelve men were not arrested.", "Police arrested 12 men.", {"equal"}),  # they may be others
        ("The bridge was not closed until Monday.", "The bridge was closed on Monday.", {"same_resolved"}),
    ],
)
def test_what_is_denied_of_one_count_or_day_agrees_with_nothing(no: str, yes: str, relations: set[str]) -> None:
    pages = (f"---\npublished: 2024-06-05\n---\n\n{text}\n" for text in (no, yes))
    sources = [read(page.encode(), f"{slug}.md") for slug, page in zip("ab", pages, strict=True)]
    assert {f.relation for f in reconcile(sources).findings if f.right} == relations


@pytest.mark.parametrize("still", ["is not over", "is not yet over", "has not ended"])
def test_what_is_not_over_goes_on(still: str) -> None:
    assert not denied(f"Rescue work at the dam {still}.", "The army is at rescue work at the dam.")
    assert denied("Rescue work at the dam has not begun.", "Rescue work at the dam has begun.")
