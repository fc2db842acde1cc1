"""Whose votes a figure is, and that the results of one candidate meet in articles that tell them in other words."""

from decimal import Decimal

import pytest

from reconcile.align.aligner import Aligner
from reconcile.align.slots import WON, slots
from reconcile.extract import figures
from reconcile.lexicon import entries, returns
from reconcile.model import Hedge, Outcome, Pins, Quantity
from reconcile.model.values import quantity
from reconcile.pipeline import read_text, reconcile

SHARE: Quantity = quantity(Decimal(43), Hedge.EXACT, "percent")
VOTES: Quantity = quantity(Decimal(43_000), Hedge.EXACT, "vote")
SEATS: Quantity = quantity(Decimal(43), Hedge.EXACT, "seat")
BALLOTS: Quantity = quantity(Decimal(43_000), Hedge.EXACT, "ballot")
PEOPLE: Quantity = quantity(Decimal(43_000), Hedge.EXACT, "person")
NUMBER: Quantity = quantity(Decimal(43_000), Hedge.EXACT, None)


@pytest.mark.parametrize(
    ("before", "after", "figure", "name"),
    [
        ("On Sunday Mr Orsk won ", " votes (45.5%).", VOTES, "Orsk"),
        ("Mr Orsk won 263,515 votes (", ") on Sunday.", SHARE, "Orsk"),
        ("According to the count Orsk took ", " of the vote.", SHARE, "Orsk"),
        ("It said that Orsk, whom two parties back, received ", " votes.", VOTES, "Orsk"),
        ("Orsk, who had led in all polls, has only got ", ".", SHARE, "Orsk"),
        ("Tamm was a distant second with ", ".", SHARE, "Tamm"),
        ("It comes to Orsk 43%, Tamm 40% and Lund ", ".", SHARE, "Lund"),
        ("Lund: ", " votes.", VOTES, "Lund"),
        ("Vice President Tamm took ", ".", SHARE, "Tamm"),
        ("The Greens (DGP) finished on ", ".", SHARE, "Greens"),
        ("Tamm, who ran for the ruling party, Smera, took ", ".", SHARE, "Tamm Smera"),
        ("A third candidate, Ana Lund, won ", " (17.8%).", NUMBER, "Ana Lund"),
        ("Tamm narrowly took ", ".", SHARE, "Tamm"),
        ("It named Orsk, who received ", " votes.", VOTES, "Orsk"),
        ("Tamm won back ", " seats.", SEATS, "Tamm"),
        ("Orsk with ", " of the vote.", SHARE, "Orsk"),
        ("Orsk won only about ", " of the vote.", SHARE, "Orsk"),
        ("Orsk won about 41 percent of the votes cast (", " votes).", VOTES, "Orsk"),
        ("Orsk finished with 227,708 votes, or ", " of those cast.", SHARE, "Orsk"),
        ("Orsk won 12 seats (", ").", SHARE, "Orsk"),
        ("Orsk won ", " seats.", SEATS, "Orsk"),
        ("Orsk won ", " ballots.", BALLOTS, "Orsk"),
        ("Orsk won 45.5% (", ").", NUMBER, "Orsk"),
        ("Tamm took 43 percent, Orsk, of the ruling party, Smera, took ", ".", SHARE, "Orsk Smera"),
        ("Tamm lost and Orsk, of the ruling party, Smera, took ", ".", SHARE, "Orsk Smera"),
        ("Tamm lost; Orsk, of the ruling party, Smera, took ", ".", SHARE, "Orsk Smera"),
        # without a noun or its share a number may count anything
        ("A third candidate, Ana Lund, won ", ".", NUMBER, ""),
        # where, by how many, who is none, and what is no result
        ("In Port Oria ", " of the vote", SHARE, ""),
        ("Orsk won by ", " votes.", VOTES, ""),
        ("The turnout was ", ".", SHARE, ""),
        ("Orsk got ", " more votes than Tamm.", VOTES, ""),
        ("Orsk lost ", " votes.", VOTES, ""),
        ("Tamm finished with ", " fewer than Orsk.", VOTES, ""),
        ("Tamm finished with ", " votes less than Orsk.", VOTES, ""),
        ("Orsk won with ", " votes ahead of Tamm.", VOTES, ""),
        ("Tamm finished with ", " votes behind Orsk.", VOTES, ""),
        ("Orsk won over ", " people.", PEOPLE, ""),
    ],
)
def test_a_result_is_of_whom_its_words_say(before: str, after: str, figure: Quantity, name: str) -> None:
    assert returns.whose(before, after, figure) == name


EXAMPLES = entries("returns")["examples"]


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_list_of_words_has_an_example_that_holds(name: str) -> None:
    text, told = EXAMPLES[name]["example"], []
    for found in figures.find(text):
        assert isinstance(found.value, Quantity)
        told.append(returns.whose(text[: found.start], text[found.end :], found.value))
    assert told == EXAMPLES[name]["reads"]
    assert returns.of_a_vote(text) == (name == "votes")


def test_no_list_of_words_is_without_an_example() -> None:
    assert set(EXAMPLES) == set(entries("returns")) - {"examples"}


@pytest.mark.parametrize("word", entries("returns")["votes"])
def test_four_words_of_a_vote_make_an_article_one_on_it(word: str) -> None:
    assert returns.of_a_vote(f"{word}, " * 4)
    assert not returns.of_a_vote(f"{word}, " * 3)


def test_an_article_that_only_mentions_a_vote_is_on_none() -> None:
    assert returns.of_a_vote("Voters went to the polling stations for the election; each candidate voted early.")
    assert not returns.of_a_vote("The minister, a candidate in the next election, opened the bridge.")


FIRST = """Ivo Orsk has won the election in Oria, the electoral commission said on Sunday night.

According to the commission Mr Orsk won 263,515 votes (45.5%) and President Tamm took 212,099 (36.7%). A third party
candidate, Ana Lund, won 102,969 (17.8%). Turnout was 65 percent.

Voters had queued since dawn. The candidates had asked them to stay calm."""

LATER = """The electoral commission has corrected the result of Sunday's election in Oria.

Orsk finished with 227,708 votes, or 43.3 percent of those cast, it said. Tamm came second with 39.6 percent, while
Lund, whom two small parties back, received 89,768 votes.

Ballots of one constituency had been counted twice. Voters are not asked to vote again."""


def test_the_results_of_one_candidate_meet_and_those_of_two_do_not() -> None:
    dossier = reconcile([read_text(FIRST, slug="first"), read_text(LATER, slug="later")])
    told = {
        frozenset(claim.quantity.text for end in (found.left, found.right) if (claim := dossier.claim[end]).quantity)
        for found in dossier.findings
        if found.right and found.outcome in (Outcome.DIFFERS, Outcome.CONFLICTS)
    }
    assert told == {
        frozenset(pair)
        for pair in (
            ("263,515", "227,708"),
            ("45.5%", "43.3 percent"),
            ("36.7%", "39.6 percent"),
            ("102,969", "89,768"),
        )
    }


def test_whose_votes_they_are_brings_claims_together_and_keeps_them_apart() -> None:
    dossier = reconcile([read_text(FIRST, slug="first"), read_text(LATER, slug="later")])
    aligner = Aligner(dossier.sources, dossier.claims, Pins())
    at = {claim.quantity.text: number for number, claim in enumerate(dossier.claims) if claim.quantity}
    held = {words: {slot for slot in slots(aligner.readings[at[words]]) if slot[0] == WON} for words in at}
    assert held["36.7%"] == held["39.6 percent"] == {(WON, "tamm share")}
    assert held["263,515"] & held["227,708"] == {(WON, "orsk count")}
    assert held["65 percent"] == set()
    assert aligner.reason(at["36.7%"], at["43.3 percent"]) == "one was won by Tamm, the other by Orsk"
    assert aligner.reason(at["36.7%"], at["39.6 percent"]) == ""
    assert aligner.reason(at["36.7%"], at["227,708"]) == "one was won by Tamm, the other by Orsk", (
        "nor a share and votes"
    )
