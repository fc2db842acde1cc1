"""A draft that retells the desk in other words, and one value of it changed: each slip is told, the rest is silent."""

from itertools import permutations
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from desks import desk
from reconcile.desk import dossier, load
from reconcile.extract import extract
from reconcile.lexicon import entries
from reconcile.lint import check_drafts, read_draft
from reconcile.lint.drafts.ages import named
from reconcile.read import read_text

FERRY = {
    "harbour": """\
---
publisher: Harbour Post
published: 2021-06-09
---

The ferry Marit ran aground off Sandholm on Monday with 214 passengers on board, the coast guard said.

Up to 40 passengers were treated for bruises in the clinic of Sandholm.

The owner, Tolk Lines, bought the ferry in May 2014 and spent 6 million crowns on its engines.

Divers found three cracks in the hull, the longest of them over a stretch of 18 metres.

The crew waited a couple of hours for the tide before the tugs could come near.

The mate of the ferry raised the alarm by radio at 4:17 a.m., and the first tug left the port.
""",
    "valley": """\
---
publisher: Valley News
published: 2021-06-10
---

The ferry Marit, which ran aground off Sandholm on Monday, had 214 passengers on board.

The ferry was towed to the yard of Brann on Wednesday, and 12 welders began to work on its hull.

An inspector had looked at the ferry on 19 March and found its lifeboats in order.

The island of Sandholm has 1,850 inhabitants.

Her captain steered at a speed of 17.5 knots in the fog, and did not slow down.

Some 31 people were taken ashore by helicopter after midnight. The yard has between 60 and 70 employees.

Marit was built in 1978 at Tarn, and nine of the passengers were pupils of the school there.

More than 2,000 people watched from the quay of Brann as she was towed in.

It was the worst accident in the sound since 1937, when a storm took 46 lives.

The tugs hauled for 20 kilometres. Mira Holt, 52, asks the questions, and her brother Per Holt, 47, writes them down.

The two engines still gave 80 percent of the power that the ferry needs.

The yard of Brann earned Nkr655mn in the year before.

Five of the thirty lifeboats were sent back to their maker.
""",
}
DRAFT = """\
---
date: 2021-06-11
---

Four days after the ferry Marit ran aground off the island of Sandholm, she lies in a dock. There were 214 passengers
on board when it happened.

In the clinic of Sandholm up to 40 passengers were treated for bruises.

Divers found three cracks in the hull. The crew had waited a couple of hours for the tide before the tugs came near.

Tolk Lines bought the ferry in May 2014, and spent 6 million crowns on its engines.

The mate rang the coast guard at 4:17 a.m. to raise the alarm.

On Wednesday the ferry was towed to the yard of Brann. An inspector had looked at the ferry on 19 March.

She was built in Tarn in 1978. Nine of the passengers went to the school of Tarn.

From the quay of Brann more than 2,000 people watched as she was towed in.

The sound has seen no worse accident since 1937, when 46 people died in a storm.

Sandholm is an island of 1,850 inhabitants. The yard of Brann has between 60 and 70 employees.

The two engines still gave 80 percent of the power that the ferry needs.

The captain is said to have made 17.5 knots that night. Mira Holt, 52, of Brann, leads the inquiry into how it happened.
"""
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


def told(root: Path, text: str) -> list[tuple[str, str]]:
    found = load(root)
    problems = check_drafts(found, dossier(found), [read_draft(text.encode(), "draft.md")]).problems
    lines = text.split("\n")
    return [(p.code, lines[p.where.line - 1][p.where.column - 1 :]) for p in problems]


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


@pytest.mark.parametrize(("name", "other"), [
    ("Jo Orlund, 38,", ["A609"]), ("Orlund, 38,", ["A609"]), ("Jo Orlund, 49,", []), ("Jo Orlund, 47,", ["A609"]),
    ("Jo Orlund, a 38-year-old cook,", ["A609"]), ("The 38-year-old Jo Orlund", ["A609"]),
    ("Jo Orlund was 38 and", ["A609"]),
    ("Jo Orlund, who was 48,", []), ("The 58-year-old Brann Yard man", []), ("In Brann Yard, a 58-year-old", []),
    ("The 38-year-old Jo Orlund of Brann", ["A609"]),
    ("The 58-year-old Brann Yard fan", []), ("Outside Brann Yard, a 58-year-old", []),
    ("A barge outside Brann Yard was 58 years old and", []),
    ("Mr. Stroud, 63,", ["A609"]), ("Ms. Stroud, 33,", []), ("Mrs Stroud, 33,", []), ("Mr. Stroud, 60,", ["A609"]),
])  # fmt: skip
def test_an_age_is_that_of_the_person_named_and_grows(name: str, other: list[str], tmp_path: Path) -> None:
    told_there = "Jo Orlund, 48, a cook, was saved at night. Mr. Stroud, 61, slept until noon."
    root = desk(tmp_path, harbour=f"{FERRY['harbour']}\n{told_there}\n", valley=FERRY["valley"])
    dated = f"---\npublished: 2021-09-20\n---\n\n{FERRY['harbour'].split('---')[2].replace('Monday', '7 June')}"
    assert [code for code, _ in told(root, f"{dated}\n{name} was there too.\n")] == other


@pytest.mark.parametrize(("there", "here", "codes"), [
    ("A 23-year-old Brann Yard fan died.", "A 41-year-old Brann Yard fan from Tarm was arrested.", []),
    ("Outside Brann Yard, a 23-year-old man died.", "Outside Brann Yard, a 41-year-old cook was heard.", []),
    ("The 23-year-old Brann Yard died.", "A cook, the 41-year-old Brann Yard, was heard.", ["A609"]),
])  # fmt: skip
def test_two_who_are_called_after_one_place_are_two(there: str, here: str, codes: list[str], tmp_path: Path) -> None:
    root = desk(tmp_path, harbour=f"{FERRY['harbour']}\n{there}\n", valley=FERRY["valley"])
    assert [code for code, _ in told(root, f"{DRAFT}\n{here}\n")] == codes


def test_many_ages_are_named_in_one_pass() -> None:
    def spent(times: int) -> float:
        source = read_text("Jo Orlund came. Orlund, 48, slept. " * times, slug="a")
        claims = extract(source)
        began = process_time()
        rows = [(first, last) for first, last, _ in named(claims, source.text)]
        ended = process_time()
        assert rows == [("Jo", "Orlund")] * times
        return ended - began

    few = min(spent(250) for _ in range(3))
    assert spent(1000) < 9 * few + 0.02, "a search of the whole text for every age takes sixteen times as long"


def test_a_family_name_alone_is_of_whom_the_article_has_named(tmp_path: Path) -> None:
    there = "Jo Orlund was saved at night. Her daughter called it the death of Orlund, 48, as she knew her."
    other = "The daughter, Ida Orlund, spoke at length of it."
    root = desk(tmp_path, harbour=f"{FERRY['harbour']}\n{there}\n", valley=f"{FERRY['valley']}\n{other}\n")
    for name, codes in (("Jo Orlund, 84,", ["A609"]), ("Jo Orlund, 48,", []), ("Ida Orlund, 24,", [])):
        assert [code for code, _ in told(root, f"{DRAFT}\n{name} was there too.\n")] == codes


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
