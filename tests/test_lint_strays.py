"""A draft that retells the desk in other words, and one value of it changed: each slip is told, the rest is silent."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from desks import desk
from ferry import DRAFT, FERRY, told
from reconcile.desk import dossier, load
from reconcile.lexicon import entries
from reconcile.lint import check_drafts, read_draft

SLIPS = (
    ("214 passengers", "241 passengers"),
    ("up to 40 passengers", "up to 400 passengers"),
    ("three cracks", "eight cracks"),
    ("a couple of hours", "a couple of days"),
    ("May 2014", "May 2011"),
    ("6 million", "60 million"),
    (", and spent 6 million crowns on its engines", ". The engines cost it 60 million crowns"),  # in fewer like words
    ("On Wednesday the", "On Tuesday the"),
    ("19 March", "29 March"),
    ("1,850 inhabitants", "1,580 inhabitants"),
    ("17.5 knots", "11.5 knots"),
    ("The captain is said to have made 17.5 knots that night", "She was doing 11.5 knots"),  # in hardly one like word
    ("between 60 and 70 employees", "between 600 and 700 employees"),
    ("80 percent", "30 percent"),  # of a whole, and no part of another share
    ("Divers found", "She ploughed on for 81 metres. Divers found"),  # nothing but 18 metres is told in that unit
    ("at 4:17 a.m.", "at 4:47 a.m."),
    ("at 4:17 a.m.", "at 6:17 a.m."),
    ("19 March", "26 March"),  # a week later to the day
    ("in 1978", "in 1987"),
    ("since 1937", "since 1973"),
    ("46 people died", "86 people died"),
    ("Nine of the passengers", "Six of the passengers"),  # a part, as the desk's is
    ("more than 2,000 people", "20,000 people"),
    ("that night.", "that night. The yard of Brann earned 565 million kroner in the year before."),
    ("52, of Brann", "47, of Brann"),  # the age of another, which the desk has too
)
RIGHT = (  # other words for the same, and what the desk cannot know
    ("Four days after", "Five days after"),
    ("On Wednesday the ferry was towed", "On Friday the ferry was towed"),
    ("An inspector had looked", "On 9 June the owner paid. An inspector had looked"),
    ("three cracks", "several cracks"),
    ("that night.", "that night. The yard of Brann earned 655 million kroner in the year before."),  # those of Norway
    ("at 4:17 a.m.", "at 4:25 a.m."),
    ("at 4:17 a.m.", "after 4:25 a.m."),  # of one moment, though the one excludes the other
    ("at 4:17 a.m.", "at 5:05 a.m."),  # in which nothing is the same: another call, it may be
    ("Sandholm is an island", "Nine of the welders began to work on its hull. Sandholm is an island"),
    ("May 2014", "2014"),
    ("in 1978", "in the seventies"),
    # another time, of which the desk tells nothing
    ("The captain is said to have made 17.5 knots that night", "In April she was doing 11.5 knots"),
    ("The captain is said to have made 17.5 knots that night", "A week later she was doing 11.5 knots"),
    ("more than 2,000 people", "2,400 people"),
    (", and spent 6 million crowns on its engines", ". The engines cost it 600 million crowns"),  # by two zeros
    ("she lies in a dock", "she lies in a dock with 31 other ships"),
    ("that night.", "that night. By helicopter 19 children were taken ashore after midnight."),  # of the 31
    ("that night.", "that night. Three of the lifeboats were let down."),  # another part of them
    ("Mira Holt, 52,", "Holt, 47,"),  # which of the two is not said
    ("Mira Holt, 52,", "Per Holt, 47,"),
    ("Mira Holt, 52,", "Jan Holt, 19,"),
)


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return desk(tmp_path_factory.mktemp("ferry"), **FERRY)


def test_what_is_right_is_silent(ferry: Path) -> None:
    assert told(ferry, DRAFT) == []


@pytest.mark.parametrize(("right", "wrong"), SLIPS)
def test_one_value_that_strays_is_told_where_it_stands(ferry: Path, right: str, wrong: str) -> None:
    assert DRAFT.count(right) == 1
    [(code, words)] = told(ferry, DRAFT.replace(right, wrong))
    assert code == "A609"
    assert any(words.startswith(wrong[at:]) for at in range(len(wrong) - 2)), words


@pytest.mark.parametrize("wrong", ["6.35 million", "6,350,000", "5.65 million", "5,650,000"])
def test_a_slip_is_one_however_the_number_is_written(tmp_path: Path, wrong: str) -> None:
    root = desk(tmp_path, **{name: text.replace("Nkr655mn", "6.55 million euros") for name, text in FERRY.items()})
    text = DRAFT.replace("that night.", f"that night. Turnover was {wrong} euros, by the books of Brann.")
    assert [code for code, _ in told(root, text)] == ["A609"]


@pytest.mark.parametrize(("ours", "other"), RIGHT)
def test_other_words_and_later_days_do_not_stray(ferry: Path, ours: str, other: str) -> None:
    assert DRAFT.count(ours) == 1
    assert told(ferry, DRAFT.replace(ours, other)) == []


def test_a_weekday_that_the_date_does_not_fit_is_told_in_a_draft(ferry: Path) -> None:
    for text, at in (
        ("Tuesday, June 7", "Tuesday, June 7"),
        ("8 June 2021, a Monday", "Monday"),
        ("June 8 (Monday)", "Monday)"),
        ("Monday (June 8)", "Monday (June 8)"),
    ):
        [(code, words)] = told(ferry, DRAFT + f"\nThe board of the line meets on {text}.\n")
        assert (code, words) == ("D404", f"{at}.")
    for text in ("Monday, June 7", "8 June 2021, a Tuesday", "June 8 (Tuesday)", "June 8, a Monday in spirit"):
        assert told(ferry, DRAFT + f"\nThe board of the line meets on {text}.\n") == []


def test_the_same_word_for_another_day_is_told_with_the_days(ferry: Path) -> None:
    found, text = load(ferry), FERRY["harbour"].replace("2021-06-09", "2021-07-09")
    [problem] = check_drafts(found, dossier(found), [read_draft(text.encode(), "draft.md")]).problems
    assert "“Monday”, 5 July 2021, here: Harbour Post has “Monday”, 7 June 2021 (" in problem.message


def test_the_days_are_told_where_only_the_order_of_their_words_differs(ferry: Path) -> None:
    (ferry / "sources/harbour.md").write_text(FERRY["harbour"].replace("on Monday", "on June 7"))
    found, text = load(ferry), FERRY["harbour"].replace("2021-06-09", "2022-06-09").replace("on Monday", "on 7 June")
    [problem] = check_drafts(found, dossier(found), [read_draft(text.encode(), "draft.md")]).problems
    assert "“7 June”, 7 June 2022, here: Harbour Post has “June 7”, 7 June 2021 (" in problem.message


def test_sums_and_days_are_reckoned_in_a_draft_too(ferry: Path) -> None:
    for text, code in (
        ("The line will pay on February 30.", "D403"),
        ("Of its fleet 18 of the 40 ships, or 54 percent, are old.", "F307"),
        ("The line has 20 captains: 12 men and 7 women.", "F308"),
        ("Its sales rose 50 percent from 100 million euros to 130 million euros.", "F309"),
    ):
        assert [found for found, _ in told(ferry, DRAFT + f"\n{text}\n")] == [code]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It has 3.1 million users (1.2 million men and 1.7 million women).", "add up to 2,900,000 people"),
        ("It has 3 million users (1.2 million men and 1.9 million women).", ""),  # each as coarse as it is told
        ("It has 1,210 users (600 men and 612 women).", "add up to 1,212 people"),
        ("Its share rose 5 percentage points to 60 percent from 50 percent.", "it is 9 to 11 percentage points"),
        ("In İznik İlçe sales rose 50 percent from 100 million euros to 130 million euros.", "it is 28.9 to 31.2%"),
    ],
)
def test_what_a_sum_comes_to_is_told_as_coarse_as_its_figures(ferry: Path, text: str, said: str) -> None:
    found = load(ferry)
    problems = check_drafts(found, dossier(found), [read_draft(text.encode(), "draft.md")]).problems
    assert [p.message.endswith(said) for p in problems] == ([True] if said else [])


@pytest.mark.parametrize(("one", "other"), list(permutations(entries("wholes")["groups"], 2)))
def test_a_whole_in_words_is_held_against_the_same_words(one: Any, other: Any, tmp_path: Path) -> None:
    root = desk(tmp_path, harbour=FERRY["harbour"] + f"\n{one['example']}.\n", valley=FERRY["valley"])
    assert told(root, f"{DRAFT}\nIt was told that {one['example'].lower()} by dawn.\n") == []
    [(code, words)] = told(root, f"{DRAFT}\n{other['example']}.\n")
    assert (code, words) == ("A605", f"{other['example']}.")


@pytest.mark.parametrize("word", entries("wholes")["before"])
def test_almost_all_is_not_all(word: str, tmp_path: Path) -> None:
    line = f"{word.capitalize()} all the cabins on the lower deck were flooded."
    root = desk(tmp_path, harbour=f"{FERRY['harbour']}\n{line}\n", valley=FERRY["valley"])
    assert told(root, f"{DRAFT}\n{line}\n") == []
    [(code, _)] = told(root, f"{DRAFT}\nAll the cabins on the lower deck were flooded.\n")
    assert code == "A605"


@pytest.mark.parametrize(("here", "there"), [
    ("A few", "Some"), ("Few", "Only a few"), ("Not all", "Some"), ("Not all", "Almost all"), ("Nearly all", "Most"),
])  # fmt: skip
def test_wholes_that_can_both_be_meant_are_let_pass(here: str, there: str, tmp_path: Path) -> None:
    line = "{} of the cabins on the lower deck were flooded."
    root = desk(tmp_path, harbour=f"{FERRY['harbour']}\n{line.format(there)}\n", valley=FERRY["valley"])
    assert told(root, f"{DRAFT}\n{line.format(here)}\n") == []


def test_the_same_number_of_another_thing_has_lost_no_unit(tmp_path: Path) -> None:
    told_there = "Holt scored on a 2-yard run in the match against Karsund on Sunday."
    root = desk(tmp_path, harbour=f"{FERRY['harbour']}\n{told_there}\n", valley=FERRY["valley"])
    told_here = "Holt scored two touchdowns in the match against Karsund on Sunday."
    assert told(root, f"{DRAFT}\n{told_here}\n") == []
