"""What is found in one article alone, read from its text: contradictions, and the many that only look like one."""

import pytest

from reconcile.model import Outcome
from reconcile.pipeline import read_text, reconcile

APART = (Outcome.DIFFERS, Outcome.CONFLICTS)


def found(title: str, *sentences: str) -> list[str]:
    dossier = reconcile([read_text(f"# {title}\n\n{' '.join(sentences)}", slug="paper")])
    return [finding.relation for finding in dossier.findings if finding.outcome in APART]


@pytest.mark.parametrize(("title", "text", "relation"), [
    ("Forty-two hurt as tram derails", "A tram came off the rails in Lund, injuring 24 people.", "digits_swapped"),
    ("Nine years for bank robber", "The bank robber Igor Dahl was sentenced to eight years in prison.", "disjoint"),
    ("Two killed in avalanche at Grenn", "No one was killed when an avalanche hit Grenn on Monday.", "polarity"),
    ("Velt cuts 300 jobs", "Turbine maker Velt will cut 400 jobs in Oste, the company said. It makes 12 models.",
     "title_off"),
    ("Police raid harbour", "Police had held 12 people in all: seven men and four women.", "list_off"),
    ("Drug helps three of the children", "The drug helped 41 children in a trial in Oste.", "title_off"),
    ("Ship seized", "The ship carried 25 sailors (12 Danes, 5 Swedes and 6 Finns).", "list_off"),
])  # fmt: skip
def test_an_article_that_contradicts_itself_is_found(title: str, text: str, relation: str) -> None:
    assert found(title, text) == [relation]


@pytest.mark.parametrize(("title", "text"), [
    ("24 hurt as tram derails", "A tram came off the rails. Of the hurt 9 were taken to Oste and 15 to Lund."),  # a sum
    ("Half of all ferries late", "Of the ferries 48 percent were late in May, the line said."),  # rounded
    ("Velt cuts 300 jobs", "Velt will cut jobs in Oste, the company said. In March it had cut 120 jobs."),
    ("Ten things to know about the flood", "The flood in Oste damaged 300 houses on Monday."),
    ("Mayor of Oste, 61, resigns", "The mayor of Oste resigned on Monday after 12 years in office."),
    ("Ferry deal worth $50 million", "The line pays 50 million Australian dollars for two ferries."),  # currencies
    ("12 hurt in fire", "A fire broke out in Oste. Two people were badly hurt and ten slightly."),
    ("Drug helps three of four children", "The drug helped 41 children in a trial in Oste."),  # how often
    ("Police raid harbour", "Police held 12 people, including seven men and three women."),
    ("Police raid harbour", "Police held 12 people: seven men and, for a day, the owner of 4 boats."),
    ("Budget passed", ("The council spends 31 million marks: 12 million on roads, 9 million on schools and 11 million "
     "on the port.")),  # rounding explains it
    ("Saints lose", "The Saints (11 - 5) meet the Hawks (7 - 9) on Saturday, and win 20 of 23 points."),
])  # fmt: skip
def test_what_only_looks_like_a_contradiction_is_left_alone(title: str, text: str) -> None:
    assert found(title, text) == []
