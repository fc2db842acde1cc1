"""What is left in a story of few articles finds its mate: by its place, the words around it, and one number."""

from time import process_time

import pytest

from aligning import standing
from reconcile.align import mates
from reconcile.align.mates import Bar, mated
from reconcile.align.reading import read_claims
from reconcile.align.values import one_value
from reconcile.align.vocabulary import vocabulary
from reconcile.model import Dossier, Source
from reconcile.pipeline import extract, read, read_text, reconcile

ONE = """The trial of the baker Ana Tarma opened in Velora on Monday.

The mill stood empty for years before the fire.

Tarma must repay 600,000 euros.

Insurers put the loss at 9 million euros, and 3 million euros went into the roof.

Its owner had asked the town for help with the roof.
"""
OTHER = """A court in Velora has begun to try Ana Tarma, a baker.

Nobody had used the mill for years.

Judge Helena Ruiz also ordered Tarma to give 800,000 euros in restitution.

The roof had leaked, and the town gave no help. The new beams cost 3 million euros, and the firm Holm paid out 9 million
euros.
"""
OURS, THEIRS = "600,000 euros", "800,000 euros"
RIVAL = OTHER.replace(
    "in restitution.", "in restitution. Judge Helena Ruiz also ordered Tarma to give 700,000 euros in costs."
)


def dossier(*texts: str) -> Dossier:
    sources: list[Source] = [read_text(text, slug=f"outlet{number}") for number, text in enumerate(texts)]
    return reconcile(sources)


def reasons(found: Dossier, ours: str, theirs: str) -> list[str]:
    """Why two values are in one topic; nothing where they are in two."""
    claims = [next(c for c in found.claims if c.quantity and c.quantity.text == text) for text in (ours, theirs)]
    topics = {found.topic_of[claim.id] for claim in claims}
    if len(topics) > 1:
        return []
    ids = {claim.id for claim in claims}
    return [member.because for member in found.topic[topics.pop()].members if member.claim in ids]


def test_what_has_nothing_nearer_is_joined_and_the_reason_says_so() -> None:
    told = reasons(dossier(ONE, OTHER), OURS, THEIRS)
    assert len(told) == 2
    assert all("nothing of its kind in outlet" in because for because in told)


def test_a_rival_as_near_keeps_them_apart() -> None:
    found = dossier(ONE, RIVAL)
    assert not reasons(found, OURS, THEIRS)
    assert not reasons(found, OURS, "700,000 euros")


def test_one_number_of_several_digits_in_both_tells_the_mate_from_the_rival() -> None:
    ours, theirs = "640,000 euros", "0.64 million euros"
    assert reasons(dossier(ONE.replace(OURS, ours), RIVAL.replace(THEIRS, theirs)), ours, theirs)


def test_values_that_differ_do_not_count() -> None:
    assert reasons(dossier(ONE, OTHER.replace("800,000", "7,000")), OURS, "7,000 euros")


def test_a_rival_is_looked_for_only_beside_the_two() -> None:
    def spent(times: int) -> float:
        began = process_time()
        dossier("It struck at 4:17 a.m. and " * times, "It struck at 5:19 a.m. and " * times)
        return process_time() - began

    spent(20)  # reads the lexicon
    few = min(spent(20) for _ in range(2))
    assert spent(80) < 30 * few + 0.5, "sixteen times the pairs, each beside all others, cost hundreds of times as much"


def one(first: str, second: str) -> bool:
    """Whether the values of two sentences are one that is not met by chance."""
    sources = [read(f"---\npublished: 2024-05-15\n---\n{text}\n".encode(), f"{slug}.md") for slug, text in
               (("a", first), ("b", second))]  # fmt: skip
    claims = [next(claim for claim in extract(source) if claim.quantity or claim.when) for source in sources]
    found = read_claims(sources, claims, vocabulary(), [["a", "b"]])
    return one_value(*found.readings)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("The dam broke on May 4.", True),
        ("The dam broke on May 5.", False),
        ("The dam broke on May 25.", False),
        ("The dam broke in May 2019.", True),
        ("The dam broke in the third quarter of 2019.", False),
        ("The dam broke at 4:17 a.m.", True),
        ("It cost 300 million crowns.", True),
        ("It cost 9 crowns.", False),
        ("It is 40 kilometres away.", True),
        ("It is 9 kilometres away.", False),
        ("It took 40 minutes.", False),
        ("It killed 300 people.", False),
        ("It killed 310 people.", True),
    ],
)
def test_what_is_not_met_by_chance(value: str, told: bool) -> None:
    assert one(value, value.replace("The dam broke", "It burst").replace("It ", "This ")) is told


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The dam broke on May 3, 2019.", "The dam broke in May 2019."),
        ("The dam broke at 4:17 a.m.", "The dam broke at 4:21 a.m."),
        ("The dam broke at 4:17 a.m.", "The dam broke on May 3, 2019."),
        ("It is 40 kilometres away.", "It is 40 miles away."),
        ("It cost 300 million crowns.", "It cost 400 million crowns."),
    ],
)
def test_two_values_are_not_one(first: str, second: str) -> None:
    assert not one(first, second)


@pytest.mark.parametrize(("length", "mates"), [("52", True), ("5,200", False)])
def test_what_is_left_when_all_are_settled_needs_little_where_it_is_of_one_size(length: str, *, mates: bool) -> None:
    *begun, last = ONE.split("\n\n")
    ours = "\n\n".join((*begun, "The nave is 60 metres wide.", last))
    theirs = f"{OTHER}\nBuilders shored up {length} metres of wall.\n"
    assert bool(reasons(dossier(ours, theirs), "60 metres", f"{length} metres")) is mates


def left(texts: tuple[str, ...], near: float, groups: list[list[int]]) -> list[list[int]]:
    """The groups of the claims of two texts, once what is left has found its mates; the first and last are `near`."""
    last = sum(map(len, groups)) - 1
    stories, known, rules = standing(texts, {(0, last): near}, valued=False)
    assert len(known.readings) == last + 1
    return mated(groups, stories, known, rules, Bar.of(0.2, left=True))


@pytest.mark.usefixtures("at_length")
@pytest.mark.parametrize(
    ("one", "other", "near", "found"),
    [
        ("The nave is 60 metres wide.", "Builders shored up 52 metres of wall.", -0.07, True),
        ("The nave is 60 metres wide.", "Builders shored up 52 metres of wall.", -0.09, False),
        ("The bell weighs 60 tonnes.", "Builders moved 52 tonnes of stone.", -0.07, True),
        # of what an article seldom has but one
        ("The nave cost 60 million euros.", "Builders were paid 52 million euros.", -0.07, False),
        ("The nave cost 60 million euros.", "Builders were paid 52 million euros.", 0.07, True),
        ("The nave has 60 lamps.", "Builders hung up 52 lamps.", -0.07, False),
    ],
)
def test_measures_that_are_left_find_their_mates_by_their_place(
    one: str, other: str, near: float, *, found: bool
) -> None:
    assert left((one, other), near, [[0], [1]]) == ([[0, 1]] if found else [[0], [1]])


@pytest.mark.usefixtures("at_length")
@pytest.mark.parametrize(
    ("beside", "found"), [("Builders came to the nave.", True), ("Builders came on May 3, 2019.", False)]
)
def test_a_statement_without_a_value_is_no_value_of_another_kind(beside: str, *, found: bool) -> None:
    texts = f"The nave cost 60 million euros. {beside}", "Builders were paid 52 million euros."
    assert left(texts, 0.07, [[0, 1], [2]]) == ([[0, 1, 2]] if found else [[0, 1], [2]])


@pytest.fixture
def at_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take texts of a sentence for articles."""
    monkeypatch.setattr(mates, "told_at_length", lambda *_: True)


@pytest.mark.parametrize(
    ("theirs", "one_topic"), [("0.6 million euros", True), ("more than 500,000 euros", False), ("650,000 euros", False)]
)
def test_of_many_articles_only_values_that_agree_are_mates(theirs: str, *, one_topic: bool) -> None:
    others = [
        f"The baker Ana Tarma is on trial in Velora over the fire in the mill.\n\n"
        f"Readers of {town} know the mill well.\n\n"
        f"Tarma, a guest of {town}, is to speak at the trial in Velora.\n\nThe owner of the mill lives in {town} today."
        for town in ("Arden", "Brill", "Cole", "Doran", "Elsin")
    ]
    found = dossier(ONE, OTHER.replace(THEIRS, theirs), *others)
    assert bool(reasons(found, OURS, theirs)) is one_topic
