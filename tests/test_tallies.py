"""Counts that go on: which figure is of which day, read from whole articles."""

from datetime import date

import pytest

from gating import dossier, pair
from reconcile.compare import tally
from reconcile.model import Dossier, Outcome
from reconcile.pipeline import extract, read_text, reconcile

APART = (Outcome.DIFFERS, Outcome.CONFLICTS)


def told(*articles: tuple[str, int, str, str]) -> Dossier:
    """Articles by slug, day of March 2019, title and text."""
    return reconcile([read_text(f"# {title}\n\n{text}", slug=slug, published=date(2019, 3, day))
                      for slug, day, title, text in articles])  # fmt: skip


def apart(dossier: Dossier) -> set[tuple[str, str, str]]:
    """What is called apart: the relation and the two figures as written."""
    found = (f for f in dossier.findings if f.outcome in APART and f.right)
    return {(f.relation, *(_text(dossier, name) for name in (f.left, f.right or ""))) for f in found}


def _text(dossier: Dossier, name: str) -> str:
    mention = dossier.claim[name].quantity
    return mention.text if mention else ""


def test_a_figure_that_another_came_from_is_of_its_own_day() -> None:
    text = "Tarn has confirmed 131 cases of measles as of March 10, up from 84 a week earlier."
    found = {c.quantity.text: c.as_of.latest for c in extract(read_text(text, slug="a", published=date(2019, 3, 11)))
             if c.quantity and c.as_of}  # fmt: skip
    assert found == {"131": date(2019, 3, 10), "84": date(2019, 3, 3)}


def test_a_figure_that_another_came_from_does_not_hide_the_other() -> None:
    dossier = told(
        ("first", 4, "Measles in Tarn", "By Sunday 84 cases of measles had been confirmed in Tarn, its office said."),
        ("then", 11, "Outbreak grows",
         "The health office in Tarn has confirmed 131 cases of measles as of March 10, up from 84 a week earlier."),
        ("last", 18, "Measles in Tarn", "As of Sunday, 118 cases of measles have been confirmed in Tarn, it said."),
    )  # fmt: skip
    assert apart(dossier) == {("tally_growth", "84", "118"), ("tally_revision", "131", "118")}


def test_what_was_years_ago_is_no_other_figure_of_now() -> None:
    dossier = told(
        ("first", 4, "Vote in Tarn", "Turnout in the vote was 68 percent, down from 71 percent in 2015."),
        ("then", 4, "Tarn votes", "Turnout in the vote was 68.2 percent."),
    )
    assert apart(dossier) == set()


def test_a_toll_of_the_morning_and_one_of_the_evening_are_a_series() -> None:
    dossier = told(
        ("first", 4, "Quake kills 12", "The earthquake in Olm has killed 12 people, the mayor said on Monday morning."),
        ("then", 4, "Quake kills 19", "The earthquake in Olm killed 19 people, the mayor said on Monday evening."),
    )
    assert apart(dossier) == {("tally_growth", "12", "19")}
    assert all("of the earlier hour" in f.because for f in dossier.findings if f.relation == "tally_growth")


def test_two_tolls_of_one_day_in_papers_of_two_days_say_which_came_first() -> None:
    dossier = told(
        ("first", 5, "Quake kills 12", "As of Monday, the earthquake in Olm had killed 12 people, the mayor said."),
        ("then", 7, "Quake kills 19", "As of Monday, the earthquake in Olm had killed 19 people, the mayor said."),
    )
    grown = [f.because for f in dossier.findings if f.relation == "tally_growth"]
    assert grown
    assert all("both figures are of 2019-03-04, and first's was published first" in because for because in grown)


def test_two_tolls_of_one_evening_are_not() -> None:
    dossier = told(
        ("first", 4, "Quake in Olm", "The earthquake in Olm killed 12 people, the mayor said on Monday evening."),
        ("then", 4, "Olm shaken", "The earthquake in Olm killed 19 people, the mayor said on Monday evening."),
    )
    assert apart(dossier) == {("disjoint", "12", "19")}


HOUSES = ("In Arden 40 houses were without power.", "In Arden 12 houses are still without power.")
PEOPLE = ("In Arden 40 people were without power.", "In Arden 12 people are still without power.")
SOUGHT = ("The missing are 40.", "The missing are still 12.")
MISSING = ("The storm left 40 sailors missing.", "The storm left 12 sailors still missing.")


@pytest.mark.parametrize(("told", "changed"), [(HOUSES, True), (PEOPLE, False), (SOUGHT, False), (MISSING, False)])
def test_things_that_are_still_so_have_changed_and_people_are_found(told: tuple[str, str], changed: bool) -> None:
    dossier = reconcile([read_text(text, slug=slug, published=date(2019, 3, day))
                         for slug, day, text in zip("ab", (3, 5), told, strict=True)])  # fmt: skip
    assert tally.changed(pair(dossier, "40", "12")) is changed


@pytest.mark.parametrize(
    ("first", "later", "fell"),
    [
        ("153", "123", True),
        ("153", "at least 123", False),
        ("at least 153", "at least 123", False),
        ("at least 153", "at most 123", True),
    ],
)
def test_at_least_so_many_dead_are_not_fewer(first: str, later: str, fell: bool) -> None:
    texts = (f"The fire in Arden has killed {told} people." for told in (first, later))
    dossier = reconcile([read_text(text, slug=slug, published=date(2019, 3, day))
                         for slug, day, text in zip("ab", (3, 5), texts, strict=True)])  # fmt: skip
    assert tally.fell(pair(dossier, first, later)) is fell


@pytest.mark.parametrize(
    ("told_of", "both"),
    [
        ("The army says that nine people were killed at Arden. The governor says that six people were killed.", True),
        ("At least nine people were killed at Arden. So far nine people have died, the hospital said.", True),
        ("Nine people were killed at Arden. Six people were killed on the bridge at Brill.", False),
        ("Nine people were killed at Arden. Six people were killed there.", False),  # nobody says so of one toll
        ("At least nine people were killed. Divers have found nine bodies.", False),  # … of the nine
    ],
)
def test_a_toll_differs_from_both_tolls_that_the_other_source_gives(told_of: str, both: bool) -> None:
    found = apart(
        told(
            ("here", 4, "Flood at Arden", f"{told_of}\n"),
            ("there", 4, "Flood at Arden", "The flood at Arden killed four people, the police said.\n"),
        )
    )
    assert len(found) == 1 + both


@pytest.mark.parametrize(
    ("other", "compared"),
    [
        ("The attack at Arden killed 62 people.", False),
        ("The attack at Arden killed 62 people, three months after that of January 20.", True),  # it may be on that one
        ("The attack at Arden killed 62 people. In January the police had warned of it.", True),
    ],
)
def test_a_toll_of_a_day_long_gone_is_none_of_the_news(other: str, compared: bool) -> None:
    own = "Two blasts shook Arden on Saturday. In the town of Brill, 33 people died on January 20, when a bus burned.\n"
    found = apart(told(("here", 10, "Blasts at Arden", own), ("there", 10, "Blasts at Arden", f"{other}\n")))
    assert any("33" in row for row in found) is compared


@pytest.mark.parametrize(
    ("ours", "theirs", "figures"),
    [
        # the toll of a subject with many words before its verb
        (
            "The toll of the fire on the ferry Orm that broke out off the coast of Arden rose to 10 on Monday.",
            "The number of dead in the fire on the ferry Orm off Arden now stands at 12.",
            {"10", "12"},
        ),
        # those who are missing are no part of those aboard
        (
            "The plane had 58 people on board; at least 32 died, and 12 are still missing.",
            "The toll stood at 32 dead, and 20 are still missing.",
            {"12", "20"},
        ),
        # the other fate may be told a paragraph before
        (
            "At least 95 people were killed in the blasts at Arden.\n\nIt was noon.\n\nA further 246 people were hurt.",
            "In the blasts at Arden 95 people were killed and 186 were hurt.",
            {"246", "186"},
        ),
        (
            "Nine people have died at Arden, and another 20 have still not been found.",
            "Nine people have died at Arden, and 31 people remain missing.",
            {"20", "31"},
        ),
        # how badly off they are is enough, without a noun
        (
            "In the blasts at Arden 246 people were hurt, of whom 48 are in intensive care.",
            "The blasts at Arden hurt 246 people, 65 of whom are in intensive care.",
            {"48", "65"},
        ),
        # "dozens" are no other count, and what a toll may come to matches none
        (
            "At least 35 people died off Arden and dozens are missing. The navy said that 171 people were missing.",
            "At least 35 people died off Arden. Boats searched for 85 people who are missing.",
            {"171", "85"},
        ),
        # a bound is no match: the tolls of many things lie within it
        (
            "A fire at Arden left 120 people dead.",
            "At least 153 people were killed in a fire at Arden. Last week more than 80 people were killed in attacks.",
            {"120", "At least 153"},
        ),
        # whoever has no noun is of the country that both name
        (
            "Of the 104 satellites 88 are from the United States.",
            "The rocket carried 104 satellites; 96 of them belong to the US.",
            {"88", "96"},
        ),
        (
            "The toll of the fire at Arden rose to 12. As many as 41 people may have died, the police said.",
            "The toll of the fire at Arden rose to 10.",
            {"12", "10"},
        ),
    ],
)
def test_two_counts_of_one_fate_are_set_against_each_other(ours: str, theirs: str, figures: set[str]) -> None:
    found = apart(told(("here", 4, "Arden", f"{ours}\n"), ("there", 4, "Arden", f"{theirs}\n")))
    assert figures in [set(row[1:]) for row in found]


def test_the_year_of_what_a_clause_tells_on_is_that_of_its_toll() -> None:
    old = "The crash at Arden killed at least 56 people. It recalls the 2004 bombing of Brill, in which 191 died."
    found = apart(
        told(("here", 4, "Crash at Arden", f"{old}\n"), ("there", 4, "Crash at Arden", "The crash killed 80 people.\n"))
    )
    assert not any("191" in row for row in found)


def test_a_match_of_years_ago_has_a_toll_of_its_own() -> None:
    old = "The derby was last broken off in 2009, when City were fined. In that match, 54 people were hurt.\n"
    new = "The number of injured now stands at 71, the police said.\n"
    found = apart(told(("here", 4, "Derby broken off", old), ("there", 5, "Derby broken off", new)))
    assert not found


@pytest.mark.parametrize(
    ("before", "after", "grows"),
    [
        ("The death toll rose to ", " on Friday.", True),
        ("The first count of ", " dead was too low.", True),
        ("So the number of those killed passed ", ".", True),
        ("The fire killed ", " people.", False),
        ("They found ", " dead, and the toll may rise.", False),
    ],
)
def test_a_count_that_goes_on_says_so_before_its_figure(before: str, after: str, *, grows: bool) -> None:
    two = pair(dossier(f"{before}31{after}", "The fire killed 28 people."), "31", "28")
    assert tally.counting(two.left) is grows


REST = "Divers searched the wreck. The captain was heard by a judge. The wind fell at last."


def outcomes(*texts: str) -> set[Outcome]:
    """What is called apart in articles of one day, each of a sentence about the ferry and the rest of the news."""
    found = told(*((slug, 9, "Ferry fire", f"{text} {REST}") for slug, text in zip("abc", texts, strict=False)))
    return {finding.outcome for finding in found.findings if finding.outcome in APART}


def test_two_tolls_of_one_day_are_a_conflict_unless_the_article_of_one_gives_the_other_as_well() -> None:
    low, high = "The fire on the ferry Orm killed 14 people.", "The fire on the ferry Orm has killed 16 people."
    assert outcomes(low, high) == {Outcome.CONFLICTS}
    assert outcomes(low, f"{high} At first the number of people killed on the ferry stood at 14.") == {Outcome.DIFFERS}


def test_how_many_are_missing_is_no_conflict() -> None:
    less, more = "After the fire on the ferry Orm 14 people are missing.", "After the fire on the ferry 18 are missing."
    assert outcomes(less, more) == {Outcome.DIFFERS}
