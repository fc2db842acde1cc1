"""How the words around a figure narrow it: who was third, who died of all told before, and how many more."""

import pytest

from gating import claims, dossier
from reconcile.compare.subject import Subject


def subject(text: str, figure: str) -> Subject:
    found = dossier(text, "Rain fell.")
    return Subject(next(claims(found, "a", figure)), found.source["a"])


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        # a place in a race is no number of what came before
        ("A third candidate, Ana Lund, took 17 percent.", set()),
        ("The fourth-place party took 17 percent.", set()),
        ("Tamm came in second with 17 percent.", set()),
        ("Tamm came second with 17 percent.", set()),
        ("Tamm was last with 17 percent.", set()),
        ("Tamm said the last vote gave her 17 percent.", {"former"}),
        ("The third quake killed 17 people.", {"former"}),
        # what there is one of
        ("The unofficial final result gave her 17 percent.", set()),
        ("The final toll was 17 dead.", set()),
        ("The last of the marchers walked 17 minutes.", set()),
        ("The final vote count gave her 17 percent.", set()),
        ("The final game gave her 17 percent.", {"former"}),
        # a bound adds nothing to others
        ("The raid killed 17 or more people.", set()),
        ("The raid killed more than 17 people.", set()),
        ("The raid killed 17 more people.", {"other"}),
        # what is left of it, and how far it went
        ("The firm is to cut its staff to 17 people.", {"left"}),
        ("Its workforce has shrunk to 17 people.", {"left"}),
        ("The storm cut power to 17 homes.", set()),
        ("The storm cut off the water to 17 homes.", set()),
        ("The shares sank as low as 17 dollars.", {"extreme"}),
        # all who died of those aboard are all the dead
        ("The boat had 58 people aboard, of whom 17 died.", set()),
        ("The boat had 58 people aboard, of which 17 died.", set()),
        ("The boat had 58 people aboard, of whom 17 people died.", set()),
        ("The boat had 58 people aboard, including 17 who died.", {"part"}),
        ("It killed 58 people, of whom 17 were children.", {"part"}),
        ("It killed 58 people, of whom 17 died at sea.", {"part"}),
        ("The boat had 58 people aboard, of whom 17 were from the valley where nobody died.", {"part"}),
    ],
)
def test_a_figure_is_narrowed_as_its_sentence_says(text: str, marks: set[str]) -> None:
    assert subject(text, "17").marks == marks


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The fever spread, and the number of cases is up to 17.", "sick"),
        ("The deaths went on, and the number of cases is up to 17.", "sick"),
        ("The count of cases in 3 towns is up to 17.", "sick"),
        ("The count of boats in 3 towns is up to 17.", ""),
        ("In Arden 17 cases of fever were told, and one person died.", "sick"),
        ("The tally of boats is up to 17.", ""),
    ],
)
def test_what_became_of_those_counted_may_be_told_by_the_noun_alone(text: str, measure: str) -> None:
    assert subject(text, "17").measure == measure
