"""What two counts count: whom their words name, what became of them, and who tells of it."""

import pytest

from gating import APART, claims, dossier, outcome, pair
from reconcile.compare.numbers import in_article
from reconcile.compare.subject import Subject
from reconcile.model import Dossier, Outcome
from reconcile.pipeline import read, reconcile

MEASURE = ("different_measure", Outcome.NOT_COMPARABLE)
SCOPE = ("different_scope", Outcome.NOT_COMPARABLE)


def subject(text: str, figure: str) -> Subject:
    found = dossier(text, "Rain fell.")
    return Subject(next(claims(found, "a", figure)), found.source["a"])


def dated(one: str, other: str, days: tuple[int, int] = (3, 5), titles: tuple[str, str] = ("", "")) -> Dossier:
    pages = (
        f"---\npublished: 2024-05-0{day}\n---\n\n# {title or 'Quake'}\n\n{text}\n"
        for text, day, title in zip((one, other), days, titles, strict=True)
    )
    return reconcile([read(page.encode(), f"{slug}.md") for slug, page in zip("ab", pages, strict=True)])


@pytest.mark.parametrize(
    ("text", "figure", "measure"),
    [
        ("Doctors in Oste saw 17 cases of measles.", "17", "sick"),
        ("The clinic in Oste saw 17 new cases.", "17", "sick"),
        ("Police seized 17 cases of wine in Oste.", "17", ""),
        ("Police seized 17 cases of tinned food in Oste.", "17", ""),
        ("Doctors in Oste saw 17 cases of food poisoning.", "17", "sick"),
        ("The court in Oste heard 17 cases of fraud.", "17", ""),
        ("The court in Oste heard 17 fraud cases.", "17", ""),
        ("Police seized 17 bottles and cases of beer.", "17", ""),
    ],
)
def test_a_case_of_goods_or_of_a_crime_is_nobody_who_is_ill(text: str, figure: str, measure: str) -> None:
    assert subject(text, figure).measure == measure


def test_cases_of_goods_are_held_against_no_patients() -> None:
    told = ("The van in Oste held 30 cases of beer.", "Doctors in Oste saw 30 sick people.")
    assert all(f.outcome is not Outcome.AGREE for f in dossier(*told).findings)
    same = dossier("The van in Oste held 30 cases of beer.", "In Oste the van held 30 cases of beer, police said.")
    assert any(f.outcome is Outcome.AGREE for f in same.findings)


@pytest.mark.parametrize(
    ("text", "figure", "groups"),
    [
        ("The ferry had 831 passengers and crew aboard.", "831", {"travellers", "crew"}),
        ("The ferry had 831 passengers aboard, and crew.", "831", {"travellers"}),
        ("The mill sent 12 miners and young children home.", "12", {"workers", "children"}),
        ("The mill sent 12 adults and three children home.", "12", set()),
        ("The mill sent 12 boats and nurses home.", "12", set()),
        ("In Oste 108 reports of it came in.", "108", set()),
        ("The mill sent 12 children home.", "12", {"children"}),
    ],
)
def test_a_count_is_of_the_people_that_its_nouns_name(text: str, figure: str, groups: set[str]) -> None:
    assert subject(text, figure).groups == groups


def test_some_of_the_people_are_a_part_of_them_and_others() -> None:
    both = "The ferry had 831 passengers and crew aboard."
    assert outcome(dossier(both, "The ferry had 645 passengers aboard."), "831", "645")[0] == "part_whole"
    assert outcome(dossier(both, "The ferry had 745 passengers and crew aboard."), "831", "745")[1] in APART
    assert outcome(dossier(both, "The ferry had 945 passengers aboard."), "831", "945")[1] in APART


@pytest.mark.parametrize(
    ("told", "measure"),
    [
        ("people who have been missing since the slide", "missing"),
        ("people who are still missing", "missing"),
        ("people that were hurt", "hurt"),
        ("people which had been hurt", "hurt"),
        ("who were killed", "dead"),
        ("people who feared for the missing", ""),
        ("people who were buried, and one was killed", ""),
    ],
)
def test_what_became_of_people_is_told_behind_them(told: str, measure: str) -> None:
    assert subject(f"Rescuers looked for 43 {told}.", "43").measure == measure


def test_who_tells_of_it_is_nobody_to_whom_it_happened() -> None:
    told = "One survivor recalled a loud bang on the ferry at Oste."
    assert outcome(dossier(told, "One person died on the ferry at Oste."), "One", "One") == MEASURE
    told = "Twelve survivors said the ferry at Oste sank fast."
    assert outcome(dossier(told, "The ferry at Oste sank with 14 survivors."), "Twelve", "14") == MEASURE
    assert outcome(dossier("The ferry at Oste sank with 14 survivors.", told), "14", "Twelve") == MEASURE
    told = "Twelve signs said the ferry at Oste was shut."
    assert outcome(dossier(told, "At the ferry at Oste stood 14 signs."), "Twelve", "14") != MEASURE


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The ferry had 831 people on board.", "The coast guard rescued 751 people from the ferry.", False),
        ("The ferry had 831 people on board.", "The fire on the ferry killed 751 people.", False),
        ("The ferry had 831 people on board.", "The fire on the ferry left 751 people hurt.", False),
        ("The ferry had 831 people on board.", "After the fire some 751 people from the ferry are missing.", False),
        ("The ferry had 831 people on board.", "The ferry had 751 people on board.", True),
        (
            "The coast guard rescued 831 people on board the ferry.",
            "The guard rescued 751 people from the ferry.",
            True,
        ),
    ],
)
def test_who_was_aboard_is_not_who_was_saved_or_lost(one: str, other: str, *, apart: bool) -> None:
    assert (outcome(dossier(one, other), "831", "751", nearest=True)[1] in APART) is apart
    assert (outcome(dossier(other, one), "751", "831", nearest=True)[1] in APART) is apart


def test_all_who_were_aboard_may_have_been_saved() -> None:
    found = dossier("The ferry had 831 people on board.", "The coast guard rescued 831 people from the ferry.")
    assert outcome(found, "831", "831", nearest=True)[1] is Outcome.AGREE


FOUND = "Divers found 14 bodies in the mine at Oste."


@pytest.mark.parametrize(
    ("one", "other", "days", "said"),
    [
        (FOUND, FOUND.replace("14", "17"), (3, 5), SCOPE),
        (FOUND, "Divers found one body in the mine at Oste.", (3, 5), SCOPE),
        (FOUND, FOUND.replace("14", "17"), (3, 3), ("disjoint", Outcome.CONFLICTS)),
        (FOUND, "Divers found 17 bodies in all in the mine at Oste.", (3, 5), ("tally_growth", Outcome.DIFFERS)),
        ("The number of bodies in the mine at Oste is 14.", FOUND.replace("14", "17"), (3, 5),
         ("tally_growth", Outcome.DIFFERS)),
        (FOUND.replace("bodies", "dead"), FOUND.replace("14", "17"), (3, 5), ("tally_growth", Outcome.DIFFERS)),
        (FOUND, FOUND, (3, 5), ("equal", Outcome.AGREE)),
        (FOUND, FOUND.replace("14", "up to 17"), (3, 5), ("bounds_compatible", Outcome.COMPATIBLE)),
    ],
)  # fmt: skip
def test_the_bodies_of_two_days_are_two_finds(
    one: str, other: str, days: tuple[int, int], said: tuple[str, Outcome]
) -> None:
    ours, theirs = "14", "one" if "one" in other else "17" if "17" in other else "14"
    assert outcome(dated(one, other, days), ours, theirs) == said
    assert outcome(dated(other, one, days[::-1]), theirs, ours) == said


QUAKE = "The quake in Oste killed 19 people."


@pytest.mark.parametrize(
    ("more", "both"),
    [
        ("", False),
        ("It killed 19 at once, doctors had said.", True),
        ("Doctors had told of at least 19 dead.", True),
        ("It killed at least 19, doctors had said.", True),
        ("It killed 19 miners, doctors had said.", False),
        ("It hurt 19, doctors had said.", False),
        ("It killed more than ten, doctors had said.", False),
        ("It lasted 19 seconds.", False),
    ],
)
def test_an_article_that_gives_the_others_toll_as_well_tells_of_two(more: str, *, both: bool) -> None:
    found = dated(QUAKE, f"The toll in Oste is 16. {more}")
    assert in_article(pair(found, "19", "16")) is both
    assert outcome(found, "19", "16")[0] == ("told_apart" if both else "tally_revision")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (QUAKE, "The quake in Oste hurt 16 people. At least nineteen died."),
        ("The hall in Oste has 19 people.", "The hall in Oste has 16 people. Nineteen came in."),
        (QUAKE, "The quake in Oste killed 16 people. It killed nineteen miners."),
    ],
)
def test_what_befell_them_must_be_one_thing(one: str, other: str) -> None:
    assert not in_article(pair(dated(one, other), "19", "16"))


def test_one_or_two_stand_in_every_article_and_a_toll_that_grew_is_set_against_the_earlier() -> None:
    found = dated(
        "The quake in Oste killed two people.", "The quake in Oste killed one person. Two people died at once."
    )
    assert not in_article(pair(found, "two", "one"))
    found = dated("The quake in Oste killed three people.", "The toll in Oste is two. It killed three at once.")
    assert in_article(pair(found, "three", "two"))
    found = dated("The quake in Oste killed three people.", "The toll in Oste is 16. It killed three at once.")
    assert not in_article(pair(found, "three", "16"))


@pytest.mark.parametrize(
    ("became", "of_them", "apart"), [("missing", "unaccounted for", True), ("dead", "killed", False)]
)
def test_the_missing_may_be_many_times_as_many_within_hours(became: str, of_them: str, *, apart: bool) -> None:
    found = dated(f"The slide left 8 people {became}.", f"In Oste 108 people are {of_them}.", (3, 3))
    assert (outcome(found, "8", "108")[1] in APART) is apart


FIRE = "The fire that gutted the mill of Ana Holt killed nine people. In 1990 a fire killed 40."
LATER = "In 1991 a storm killed 60, said Rolf Brandt."


@pytest.mark.parametrize(
    ("told", "titles", "apart"),
    [
        # whose casts have nobody and no place in common are hardly of one story
        ("Four people were confirmed dead.", ("Fire", "Fire"), False),
        ("Four people were confirmed dead.", ("Fire in Oste", "Blaze in Oste"), True),
        ("Four people were confirmed dead.", ("Fire in Oste", "Blaze in Brill"), False),
        ("Four people were confirmed dead by tired old helpers.", ("Fire", "Fire"), True),
        ("Four miners were confirmed dead.", ("Fire", "Fire"), True),
    ],
)
def test_a_toll_that_names_neither_whom_nor_where_is_that_of_the_story(
    told: str, titles: tuple[str, str], *, apart: bool
) -> None:
    found = dated(FIRE, f"{told} {LATER}", (3, 3), titles)
    assert (outcome(found, "nine", "Four")[1] in APART) is apart


def test_a_part_of_a_toll_takes_no_wholes_place() -> None:
    later = "A siege of the hotel in Oste killed 29 people. At least 12 of them were police officers."
    found = dossier("The attack on the hotel in Oste killed 23 people.", later)
    said = {f.relation for f in found.findings if f.right and f.outcome in APART}
    assert said == {"disjoint"}


def test_what_a_comma_parts_from_a_figure_is_not_counted() -> None:
    assert subject("The toll of the blast rose to 25, counting policemen.", "25").groups == set()
    assert subject("In the blast died 25 policemen.", "25").groups != set()
