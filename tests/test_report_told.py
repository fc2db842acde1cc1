"""The findings of a topic told together where one reason holds of many pairs."""

from dataclasses import replace
from datetime import date

from reconcile.model import Dossier, Outcome, Settings
from reconcile.pipeline import read_text, reconcile
from reconcile.report import render
from reconcile.report.digest import Digest
from reconcile.report.told import Statement, statements
from reconcile.report.view import View

SAID = (
    "At least 12 people were killed when the bridge collapsed, the mayor said.",
    "Fourteen people were killed when the bridge collapsed, the mayor said.",
    "14 people were killed when the bridge collapsed, the mayor said.",
    "The mayor said 14 people were killed when the bridge collapsed.",
    "Nineteen people were killed when the bridge collapsed, the mayor said.",
)


def dossier(*said: str) -> Dossier:
    texts = enumerate(said)
    return reconcile(
        [
            replace(read_text(text, slug=f"s{n}", published=date(2024, 3, 5)), publisher=f"Paper {n}")
            for n, text in texts
        ]
    )


def topic(*said: str) -> View:
    views = Digest(dossier(*said), Settings()).views
    return next(view for view in views if len(view.rows) == len(said))


def told(view: View, outcome: Outcome) -> list[Statement]:
    return [statement for statement in statements(view) if statement.finding.outcome is outcome]


def test_equal_figures_are_one_chain_and_a_bound_stands_to_all_of_them() -> None:
    view = topic(*SAID[:4])
    [equal] = told(view, Outcome.AGREE)
    assert (equal.ends, equal.text) == ("2 = 3 = 4", "the figures are the same.")
    [bound] = told(view, Outcome.COMPATIBLE)
    assert bound.ends == "1 ≈ 2, 3, 4"


def test_a_difference_keeps_the_words_of_both_and_says_of_whom_else_it_holds() -> None:
    [apart] = told(topic(*SAID[1:]), Outcome.CONFLICTS)
    assert apart.ends == "4 ≠ 1, 2, 3"
    assert "Paper 2 has “14” (people), Paper 3 has “Nineteen” (people)" in apart.text


def test_differences_of_other_values_stay_apart() -> None:
    other = "Seventeen people were killed when the bridge collapsed, the mayor said."
    apart = told(topic(SAID[1], other, SAID[4]), Outcome.CONFLICTS)
    assert sorted(one.ends for one in apart) == ["1 ≠ 2", "1 ≠ 3", "2 ≠ 3"]


def test_one_pair_is_told_in_the_words_of_its_finding() -> None:
    [equal] = told(topic(*SAID[1:3]), Outcome.AGREE)
    assert equal.ends == "1 = 2"
    assert equal.text == equal.finding.because


def test_every_finding_is_told_once() -> None:
    view = topic(*SAID)
    pairs = {frozenset((pair.left, pair.right)) for pair in view.told}
    stars = [s.ends for s in statements(view) if s.finding.outcome is not Outcome.AGREE]
    counted = sum(len(star.split(" ", 2)[2].split(", ")) for ends in stars for star in ends.split("; "))
    [chain] = told(view, Outcome.AGREE)
    assert counted + 3 == len(pairs)
    assert chain.ends.count("=") == 2


def test_the_ready_wording_gives_each_value_once() -> None:
    text = render("text", dossier(*SAID[:4]))
    wording = " ".join(text[text.index("wording:") :].split())
    assert wording.count("14 people (") == 1
    assert (
        "14 people (Paper 1 citing the mayor, 5 March 2024; Paper 2 citing the mayor, 5 March 2024; Paper 3" in wording
    )


def test_one_speaker_with_and_without_article_or_first_name_contradicts_himself() -> None:
    text = "{} people were killed when the bridge at Arden collapsed, {} said."
    for one, other in (("the mayor", "the mayor"), ("Mayor Jens Odmar", "Odmar")):
        view = topic(
            text.format("Fourteen", one),
            f"{other[:1].upper()}{other[1:]} said nineteen people were killed when the bridge at Arden collapsed.",
        )
        assert [told.finding.outcome for told in statements(view)] == [Outcome.CONFLICTS], (one, other)


def test_topics_are_counted_by_what_is_found_of_them_and_claims_of_none_are_not() -> None:
    whole = dossier(SAID[0], f"{SAID[1]} The man at the wheel lives in Tarn.")
    (*some, last) = whole.topics
    rest = replace(whole, topics=tuple(some), findings=tuple(f for f in whole.findings if f.topic != last.id))
    assert {claim.id for claim in rest.claims} - rest.topic_of.keys() == set(last.claims)
    assert sum(Digest(rest, Settings()).counts.values()) == len(rest.topics)
