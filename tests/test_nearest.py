"""Figures that must be meant for each other, since neither article has anything of the kind that is as near."""

from dataclasses import replace

import pytest

from aligning import Told, claim, source
from gating import claims, dossier
from reconcile.align.mates import Standing
from reconcile.align.nearest import nearest
from reconcile.align.reading import read_claims
from reconcile.align.vocabulary import vocabulary
from reconcile.model import Dimension, Dossier, Finding, Outcome
from reconcile.model.notation import read_when

FIRE = """Flames swept through the old mill in Tarvel on Friday night, the town said.

Around 90 firefighters battled the blaze for {first}. Nobody lived in the building.

The mill, which stood empty for years, was to become a library. The mayor spoke of a great loss."""
WATER = """The mill in Tarvel burned down on Friday night.

It took the crews {second} to put out the flames. {rest}

The mayor called the loss of the empty mill painful, and wants the library built elsewhere."""


def fire(first: str, second: str, rest: str = "The cause is not known.") -> Dossier:
    return dossier(FIRE.format(first=first), WATER.format(second=second, rest=rest))


def nearest_sums(one: str, other: str) -> list[str]:
    """The sums of money that something is nearest to, in an article of each of two sentences."""
    found = dossier(f"{FIRE.format(first='six hours')} {one}", WATER.format(second="six hours", rest=other))
    near = {member.claim for topic in found.topics for member in topic.members if member.nearest}
    return [c.quantity.text for c in found.claims if c.id in near and c.quantity and "euros" in c.quantity.text]


def apart(found: Dossier) -> list[Finding]:
    return [f for f in found.findings if f.outcome in (Outcome.DIFFERS, Outcome.CONFLICTS)]


def test_two_lengths_of_time_that_nothing_is_nearer_to_differ_with_the_reason() -> None:
    [told] = apart(fire("six hours", "eight hours"))
    assert (told.relation, told.outcome) == ("disjoint", Outcome.DIFFERS)
    assert "neither article has one of the kind that is nearer" in told.because


def test_what_took_many_times_as_long_is_something_else() -> None:
    assert not apart(fire("six hours", "20 hours"))


def test_a_figure_that_is_as_near_leaves_open_which_is_meant() -> None:
    cost = "Repairs would cost 4.2 million euros, the town said."
    other = "The owners put the repairs at 5.6 million euros"
    alone, rival = f"{other}.", f"{other}, and an architect put the repairs at 4.9 million euros."
    assert [len(nearest_sums(cost, text)) for text in (alone, rival)] == [2, 0]


def test_the_nearest_are_told_of_both_claims() -> None:
    found = fire("six hours", "eight hours")
    [first], [second] = (list(claims(found, slug, words)) for slug, words in (("a", "six hours"), ("b", "eight hours")))
    near = {member.claim: member.nearest for topic in found.topics for member in topic.members}
    assert (near[first.id], near[second.id]) == ((second.id,), (first.id,))


DYKE = """The dyke at Oma burst on Sunday night, and water covered the fields behind it.

An inspection in {first} had called the dyke weak, the council admitted. The repairs were put off.

Farmers lost 400 sheep. The mayor asked for help, and soldiers filled sandbags through the night."""
BANK = """Water broke through the dyke at Oma on Sunday night.

The dyke was {deed} in {second}, the regional paper found. Nobody acted on it.

Sheep drowned in the fields, farmers said. Soldiers were sent to the town with sandbags."""


def dyke(first: str, second: str) -> Dossier:
    return dossier(DYKE.format(first=first), BANK.format(second=second, deed="last inspected"))


def test_two_years_of_one_inspection_differ_and_never_contradict() -> None:
    [told] = apart(dyke("2016", "2014"))
    assert (told.dimension, told.outcome) == (Dimension.DATE, Outcome.DIFFERS)


def test_years_far_apart_are_of_two_inspections() -> None:
    assert not apart(dyke("2016", "1998"))


@pytest.mark.parametrize(("deed", "number"), [("charged", 1), ("acquitted", 0)])
def test_two_steps_of_one_affair_are_dated_apart(deed: str, number: int) -> None:
    found = dossier(
        DYKE.format(first="2016").replace("The repairs were put off.", "The warden of the dyke was charged in 2018."),
        BANK.format(second="1998", deed="built").replace(
            "Nobody acted", f"The warden was {deed} in 2019. Nobody acted"
        ),
    )
    assert len(apart(found)) == number


BILL = """---
published: 2025-07-30
---

The farms of Oma are to be paid for the drought, the ministry said on Wednesday.

The bill will be put to the vote in parliament on 12 August. Forms are at every office.

The wheat is in, and the maize stands low. Rain is not in sight.
"""
VOTE = """---
published: 2025-08-01
---

Pavel Orsak has farmed by the lake of Oma since he was a boy, and never saw it so low.

Parliament still has to agree, which it may do on {day}. He hopes for help.

The maize is lost, he says. The boats lie in the mud.
"""


def of_days(day: str) -> list[tuple[str, Outcome]]:
    found = dossier(BILL, VOTE.format(day=day))
    return [(f.relation, f.outcome) for f in found.findings if f.right and f.dimension is Dimension.DATE]


def test_a_day_that_is_told_in_other_words_is_the_same_day() -> None:
    assert of_days("August 12") == [("same_day", Outcome.AGREE)]


def test_a_day_of_the_news_is_told_of_many_things() -> None:
    assert not [outcome for _, outcome in of_days("July 31") if outcome in (Outcome.DIFFERS, Outcome.CONFLICTS)]


LENDER = """The chairman of the bank spoke in Oste on Thursday, in a hall by the lake.

Net interest income was flat at 1.31 billion marks. {more}

Nobody asked him about the mill. Two owners of shares left early.

The next meeting is in spring. The hall was cold.
"""
PAPER = """The bank of Oste met its owners on Thursday, and few of them clapped.

Income crept up to more than two billion marks.

The chairman was pale. A choir sang before the vote.

Many had come by train. The lake was frozen.
"""


def test_a_bound_that_another_value_of_the_article_meets_is_of_that_value() -> None:
    assert apart(dossier(LENDER.format(more=""), PAPER))
    assert not apart(dossier(LENDER.format(more="Revenue rose to 2.06 billion marks."), PAPER))


@pytest.mark.parametrize(("unit", "near", "found"), [("m", 0.05, True), ("m", -0.05, False), ("cat", 0.05, False)])
def test_two_counts_must_be_nearer_than_two_measures(unit: str, near: float, *, found: bool) -> None:
    rest = ("A choir left Oria", "Owls nest in the mill", "Bakers met at noon")
    articles = [source("left", f"She has 90 {unit}", *rest), source("right", f"He lost 80 {unit}", *rest)]
    told = [claim(a, text, n, "" if n else unit) for a in articles for n, text in enumerate(a.text.splitlines())]
    library = read_claims(articles, told, vocabulary())
    pair = 0, 1 + len(rest)
    known = Standing(library.readings, {}, library.weigher, _near={pair: near})
    stories = {"left": 0, "right": 0}
    assert bool(nearest([pair], known, stories, lambda _, __: "")) is found


@pytest.mark.parametrize(
    ("beside", "told"), [("Some 220 passengers", True), ("Some 30 passengers", False), ("Three passengers", False)]
)
def test_two_figures_beside_one_number_are_set_against_each_other(beside: str, *, told: bool) -> None:
    one = f"{beside} were led out of the Brill tunnel, where their train had stood for four hours."
    other = f"{beside.replace('passengers', 'travellers')} sat in the Brill tunnel for six hours until firemen came."
    found = dossier(f"{one} The brakes had failed for 80 minutes in May.", other)
    reasons = [f.because for f in apart(found) if f.dimension is Dimension.FIGURE]
    assert ["both stand beside one other number" in because for because in reasons] == [True] * told


@pytest.mark.parametrize("day", ["2016", "2016-05-03", "2016-05", "2016-05-03T05:36"])
@pytest.mark.parametrize(("near", "found"), [(0.26, True), (0.24, False)])
def test_a_date_away_from_the_news_needs_as_little_to_the_day_as_to_the_year(
    day: str, near: float, *, found: bool
) -> None:
    rest = ("A choir left Oria", "Owls nest in the mill", "Bakers met at noon")
    articles = [source("left", "The dyke burst", *rest), source("right", "Water came", *rest)]
    told = [claim(a, text, n, "" if n else "date") for a in articles for n, text in enumerate(a.text.splitlines())]
    dated = [replace(c, when=replace(c.when, value=read_when(day))) if c.when else c for c in told]
    library = read_claims(articles, dated, vocabulary())
    pair = 0, 1 + len(rest)
    known = Standing(library.readings, {}, library.weigher, _near={pair: near})
    assert bool(nearest([pair], known, {"left": 0, "right": 0}, lambda _, __: "")) is found


REST = ("A choir left Oria", "Owls nest in the mill", "Bakers met at noon")


def found_near(one: str, other: str, near: float, unit: str = "", *, counts: str = "") -> bool:
    """Whether two values are the nearest to each other, as near as this and alike by so much."""
    articles = [source("left", one, *REST), source("right", other, *REST)]
    told = [
        claim(a, text, n, "" if n else unit, "" if n else counts)
        for a in articles
        for n, text in enumerate(a.text.splitlines())
    ]
    library = read_claims(articles, told, vocabulary())
    pair = 0, 1 + len(REST)
    known = Told(library.readings, {pair: near}, library.weigher)
    return bool(nearest([pair], known, {"left": 0, "right": 0}, lambda _, __: ""))


@pytest.mark.parametrize(("near", "found"), [(0.11, True), (0.09, False)])
def test_two_lengths_of_time_need_be_no_more_alike(near: float, *, found: bool) -> None:
    assert found_near("She slept 9 hours", "He was out for 8 hours", near, "hour") is found


@pytest.mark.parametrize(
    ("one", "near", "found"),
    [
        ("Orsk scored on 39 minutes", 0.29, False),
        ("On 39 minutes Orsk scored", 0.29, False),
        ("Orsk scored on 39 minutes", 0.31, True),
        ("It took the garrison 39 minutes", 0.11, True),
        ("Orsk ran for 39 minutes", 0.11, True),
    ],
)
def test_two_minutes_of_a_match_must_be_plainly_alike(one: str, near: float, *, found: bool) -> None:
    assert found_near(one, "It took Brill 42 minutes", near, "minute") is found
    assert found_near("It took Brill 42 minutes", one, near, "minute") is found


@pytest.mark.parametrize(("near", "found"), [(0.21, True), (0.19, False)])
def test_two_small_counts_must_be_a_little_alike(near: float, *, found: bool) -> None:
    assert found_near("Orsk saw 9 cats", "Brill fed 8 cats", near, "cat", counts="cats") is found


@pytest.mark.parametrize("told", ["Orsk saw another 8 cats", "Orsk saw 8 of them", "Brill saw the other 8 cats"])
@pytest.mark.parametrize(("near", "found"), [(0.29, False), (0.31, True)])
def test_two_of_which_one_counts_others_must_be_plainly_alike(told: str, near: float, *, found: bool) -> None:
    assert found_near(told, "Brill fed 9 cats", near, "cat") is found
    assert found_near("Brill fed 9 cats", told, near, "cat") is found


@pytest.mark.parametrize(
    ("counts", "counted"), [("new ones", ""), ("loved one", ""), ("stones", "stone"), ("boats", "boat")]
)
def test_of_what_new_ones_are_the_sentence_does_not_say(counts: str, counted: str) -> None:
    article = source("left", f"Orsk has 22 {counts}", *REST)
    [told] = read_claims([article], [claim(article, f"Orsk has 22 {counts}", 0, "one", counts)], vocabulary()).readings
    assert told.counted == counted


def test_what_is_counted_before_its_figure_is_told_though_ones_stand_at_the_end() -> None:
    article = source("left", "The number of boats is 22 with the new ones", *REST)
    text = article.text.splitlines()[0]
    made = claim(article, text, 0, "x")
    assert made.quantity
    bare = replace(made, quantity=replace(made.quantity, value=replace(made.quantity.value, unit=None)))
    [told] = read_claims([article], [bare], vocabulary()).readings
    assert told.counted == "boat"


@pytest.mark.parametrize(("posts", "told"), [("jobs", 1), ("posts", 1), ("positions", 1), ("roles", 1), ("hens", 0)])
def test_as_many_posts_go_as_people_lose_their_work(posts: str, told: int) -> None:
    one = f"The mill in Oste will cut 450 {posts}. Owls nest in it. A choir sang before the vote. Bakers met."
    other = (
        "Some 540 people at the mill in Oste will lose their work. It rained. A bell rang. Nobody spoke at the gate."
    )
    assert len([f for f in apart(dossier(one, other)) if f.dimension is Dimension.FIGURE]) == told
