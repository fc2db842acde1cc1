"""Dates in running text: the handbook, the marked sentences with their floors, the laws, and hostile input."""

import re
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract import mentions
from reconcile.extract.dates import FAMILIES, find, holidays, told, words
from reconcile.extract.dates.grammar import PARTS, SINGLE, STRETCHES, TIES, fold
from reconcile.extract.dates.kinds import KINDS, kinds_of
from reconcile.lexicon import entries
from reconcile.model import Precision, Role, When
from reconcile.model.claim import HOUR
from reconcile.model.edtf import read
from reconcile.model.notation import write_when
from reconcile.read import read_text
from spec_runner import Case, cases, of_days

HERE = Path(__file__).parent
BASE = date(2020, 3, 13)
SEEN_AT_LEAST, UNSEEN_AT_LEAST = 103, 98  # of 104 each; they only rise


def whens(text: str, published: date | None = BASE, before: date | list[When] | None = None) -> list[When]:
    values = [found.value for found in find(text, published, before)]
    return [value for value in values if isinstance(value, When)]


def only(text: str, published: date | None = BASE, before: date | list[When] | None = None) -> When:
    (when,) = whens(text, published, before)
    return when


def test_no_rule_repeats_without_end() -> None:
    """One that does is tried to the end of a long list from each of its places: 800 KB of days took minutes."""
    patterns = [rule.pattern.pattern for level in (SINGLE, PARTS, STRETCHES, TIES) for rule in level.rules]
    assert len(patterns) > 50
    assert not [pattern for pattern in patterns if re.search(r"[*+]|,\}", pattern)]


def test_kinds_are_letters_that_mean_nothing_to_a_pattern_and_of_which_sets_are_small() -> None:
    letters = list(map(ord, KINDS.values()))
    assert len(set(letters)) == len(KINDS)
    assert min(letters) > 127
    assert max(letters) < 256


@pytest.mark.parametrize("case", list(cases(HERE / "spec" / "dates.md")), ids=lambda case: case.where)
def test_the_handbook_holds(case: Case) -> None:
    assert case.fails(find(case.sentence, case.published)) == ""


@pytest.mark.parametrize(
    ("half", "least"), [("seen", SEEN_AT_LEAST), ("unseen", UNSEEN_AT_LEAST), ("unseen_second", 12)]
)
def test_marked_sentences_are_read_at_least_as_well_as_before(half: str, least: int) -> None:
    marked = list(cases(HERE / "gold" / f"dates_{half}.md"))
    right = sum(not case.fails(of_days(find(case.sentence, case.published))) for case in marked)
    assert len(marked) == (14 if half == "unseen_second" else 104)
    assert right >= least


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("It filed at 12:00 UTC Monday.", "2020-03-09T12:00Z"),
        ("It left on Tuesday at 7.42pm, in rain.", "2020-03-10T19:42"),
        ("The quake struck at 12:04 a.m. EST on Saturday, Feb. 29.", "2020-02-29T00:04-05:00"),
        ("It began at 0630 GMT on 3 March.", "2020-03-03T06:30Z"),
        ("It rained at about 7pm on Monday.", "2020-03-09T19:00~"),
        ("It struck on Monday at 4:17 a.m. ET, and again later.", "2020-03-09T04:17-04:00"),
        ("It struck on Monday, March 2, at 4:17 a.m. ET.", "2020-03-02T04:17-05:00"),
        ("It struck on Monday at 7 p.m. Pacific Daylight Time.", "2020-03-09T19:00-07:00"),
        ("It struck on Monday at 7 p.m. Pacific Highway was shut.", "2020-03-09T19:00"),
        ("It struck on Monday at 7 a.m. JST.", "2020-03-09T07:00+09:00"),
        ("It struck on Monday at 7 p.m. Tokyo time.", "2020-03-09"),
        ("It struck on Monday at 7 p.m. local time.", "2020-03-09T19:00"),
        ("It struck on Monday at 4:17 a.m. EST.", "2020-03-09T04:17-05:00"),
        ("They won 3:1 on Monday.", "2020-03-09"),
        ("He must leave by 5 p.m. on Friday.", "2020-03-13"),
        ("It opened at 15 pm on Monday.", "2020-03-09"),
    ],
)
def test_a_time_told_beside_a_day_goes_with_it(text: str, moment: str) -> None:
    told = {found.rule == HOUR: found.value for found in find(text, date(2020, 3, 13))}
    day = told[False]
    assert isinstance(day, When)
    assert day.moment == moment


@pytest.mark.parametrize("entry", entries("holidays"), ids=lambda entry: entry["names"][0])
def test_every_holiday_is_read_in_its_example(entry: dict[str, str]) -> None:
    assert write_when(only(entry["example"], date.fromisoformat(entry["published"]))) == entry["reads"]


@pytest.mark.parametrize("name", ["dates", "tenses"])
def test_every_list_of_words_has_an_example_that_holds(name: str) -> None:
    lexicon = entries(name)
    assert set(lexicon["examples"]) == set(lexicon) - {"examples"}
    for section, entry in lexicon["examples"].items():
        assert [write_when(when) for when in whens(entry["example"])] == entry["reads"], section


# ---- anchors


def test_the_rule_that_was_used_is_said() -> None:
    assert only("It fell on Tuesday.").anchor.rule == "the last one up to the day of publication"
    assert only("It fell on Tuesday.").anchor.base == BASE
    assert "year nearest" in only("It fell on Dec. 30.").anchor.rule
    assert "as the verb says" in only("It will fall on Oct. 3.").anchor.rule
    assert only("It fell on Dec. 30, 2018.").anchor.rule == "written in full"
    assert "may be day before month" in only("Sent on 7/8/2007.").anchor.rule
    assert "may be day before month" in only("Sent on Thursday, 9/5/2019.").anchor.rule  # either day is a Thursday
    assert "may be day before month" not in only("Sent on Monday, 7/8/2019.").anchor.rule


def test_without_a_day_of_publication_nothing_is_guessed() -> None:
    tuesday = only("It fell on Tuesday.", None)
    assert (tuesday.anchored, tuesday.edtf) == (False, "")
    assert tuesday.anchor.rule == "not anchored: the day of publication is not known"
    assert only("It fell on Feb. 29.", None).edtf == "XXXX-02-29"
    assert only("It fell in November.", None).edtf == "XXXX-11"


def test_a_date_told_earlier_in_the_article_is_reckoned_from() -> None:
    assert only("Two days later it fell.", before=date(2019, 11, 9)).edtf == "2019-11-11"
    assert only("It fell that year.", before=[read("1975")]).edtf == "1975"
    assert not only("Two days later it fell.", before=[read("1975")]).anchored
    assert not only("Two days later it fell.").anchored


def test_who_spoke_when_is_not_what_the_story_is_reckoned_from() -> None:
    first, _, later = whens("It fell on Nov. 9, police said Tuesday. Two days later it rose.")
    assert (first.edtf, later.edtf) == ("2019-11-09", "2019-11-11")


def test_paragraphs_hand_on_what_a_later_one_is_reckoned_from() -> None:
    first = "It fell on Nov. 9, in 2019, police said Tuesday."
    handed_on = told(first, find(first, BASE))
    assert [when.edtf for when in handed_on] == ["2019-11-09", "2019"]
    (found,) = find("Two days later it rose.", BASE, handed_on)
    assert isinstance(found.value, When)
    assert found.value.edtf == "2019-11-11"


def test_the_dateline_outweighs_the_day_of_publication() -> None:
    text = "A bridge fell\n\nLUND, Oct. 30 (Reuters) - It fell on Thursday; a day later the road was shut."
    fell, shut = mentions(read_text(text, slug="a", published=date(2020, 11, 2)))
    assert isinstance(fell.value, When)
    assert isinstance(shut.value, When)
    assert (fell.value.edtf, fell.value.anchor.base) == ("2020-10-29", date(2020, 10, 30))
    assert fell.value.anchor.rule == "the last one up to the day in the dateline"
    assert shut.value.edtf == "2020-10-30"


def test_one_day_in_figures_settles_the_order_of_those_in_other_paragraphs() -> None:
    text = "Letters found\n\nThe first is dated 7/8/2007.\n\nThe second is dated 25/8/2007."
    first, _ = mentions(read_text(text, slug="a", published=date(2020, 11, 2)))
    assert isinstance(first.value, When)
    assert first.value.edtf == "2007-08-07"
    assert first.value.anchor.rule == "day before month, as in another date of the text"


def test_leap_days_find_a_leap_year() -> None:
    assert only("It fell on Feb. 29.", date(2021, 5, 1)).edtf == "2020-02-29"
    assert whens("It fell on Feb. 30.") == []


@pytest.mark.parametrize(
    ("words_", "role", "meant"),
    [
        ("before 2010", Role.BEFORE, (None, date(2010, 1, 1))),
        ("after 2010", Role.AFTER, (date(2010, 12, 31), None)),
        ("since 2010", Role.SINCE, (date(2010, 1, 1), date(2010, 12, 31))),
        ("by 2010", Role.BY, (date(2010, 1, 1), date(2010, 12, 31))),
    ],
)
def test_a_role_says_which_days_are_meant(words_: str, role: Role, meant: tuple[date | None, date | None]) -> None:
    when = only(f"They had left {words_}.")
    assert (when.role, when.meant) == (role, meant)
    assert (when.earliest, when.latest, when.precision) == (date(2010, 1, 1), date(2010, 12, 31), Precision.YEAR)


# ---- holidays


@pytest.mark.parametrize(
    ("year", "day"), [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2024, date(2024, 3, 31))]
)
def test_easter_falls_where_the_almanac_says(year: int, day: date) -> None:
    assert holidays.easter(year) == day


def test_nth_weekdays() -> None:
    assert holidays.nth_weekday(2021, 11, 3, 4) == date(2021, 11, 25)
    assert holidays.nth_weekday(2021, 12, 4, -1) == date(2021, 12, 31)
    with pytest.raises(ValueError, match="no such weekday"):
        holidays.nth_weekday(2021, 2, 0, 5)


# ---- laws

PIECES = st.sampled_from(
    """Nov. 25 , 2019 Tuesday last next the of May March 1990s mid - late 18 to and between from until since by week
    year three ago later days Christmas Q3 first half quarter 2020-11-25 7/8/07 '82 1988-94 every this that same
    weekend overnight yesterday will was end start 25th second in on at before after 9999 0 31 30 Feb. February
    ( ) . ' 's ; earlier day month century decade fiscal about some one a now centuries""".split()
)


@given(st.lists(PIECES, max_size=14).map(" ".join), st.one_of(st.none(), st.dates()), st.one_of(st.none(), st.dates()))
def test_any_heap_of_date_words_is_read_in_order(text: str, published: date | None, before: date | None) -> None:
    found = find(text, published, before)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    for one in found:
        when = one.value
        assert isinstance(when, When)
        if when.earliest and when.latest:
            assert when.earliest <= when.latest
        assert when.anchor.rule
        again = read(when.edtf, when.role)
        assert (again.earliest, again.latest) == (when.earliest, when.latest)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(text[one.start : one.end].strip() for one in find(text, BASE))


@given(st.lists(PIECES, max_size=10).map(" ".join))
def test_the_quick_look_misses_no_date(text: str) -> None:
    cut = words.cut(text)
    items, _ = fold((SINGLE, PARTS, STRETCHES, TIES), cut, kinds_of(cut), text)
    phrases = [item for item in items if hasattr(item.value, "meaning")]
    assert words.may_hold_dates(text) or not phrases


def test_every_family_says_what_it_reads() -> None:
    for family in FAMILIES:
        assert family.__doc__
        rules = [rule for level in (SINGLE, PARTS, STRETCHES, TIES) for rule in level.rules]
        own = [rule for rule in rules if rule.build.__module__ == family.__name__]
        assert own
        assert all(rule.build.__doc__ and '"' in rule.build.__doc__ for rule in own), family.__name__


# ---- hostile input

HOSTILE = {
    "digits": "1" * 1_000_000,
    "and": "and " * 250_000,
    "commas": "," * 1_000_000,
    "quotes": "'" * 1_000_000,
    "one endless line": "the first half of the last week of the day " * 23_000,
    "numbers": "12-" * 330_000,
    "separated digits": "1," * 500_000,
    "blanks": "Nov. 25" + " " * 1_000_000 + "2020",
    "letters": "a" * 1_000_000,
    "open address": "https://" * 125_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_time_in_proportion(name: str) -> None:
    text = HOSTILE[name]
    started = time.process_time()
    find(text, BASE)
    assert time.process_time() - started < 20  # seconds a megabyte, on a slow and busy machine


@pytest.mark.parametrize("unit", ["Nov. 25 ", "last week ", "1991 to ", "the end of ", "two days later "])
def test_time_grows_with_length_alone(unit: str) -> None:
    def seconds(count: int) -> float:
        started = time.process_time()
        find(unit * count, BASE)
        return time.process_time() - started

    seconds(100)
    assert seconds(8_000) < 40 * (seconds(1_000) + 0.005)


@given(st.data())
def test_a_rule_matches_only_where_its_openings_say(data: st.DataObject) -> None:
    rule = data.draw(st.sampled_from([rule for level in (SINGLE, PARTS, STRETCHES, TIES) for rule in level.rules]))
    kinds = data.draw(st.from_regex(rule.source, fullmatch=True))
    assert not rule.openings.isdisjoint((kinds[:2], kinds[0]))
