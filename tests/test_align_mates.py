"""What is left in a story of few articles finds its mate: by its place and the words around it, never by its value."""

from reconcile.model import Source
from reconcile.pipeline import read_text, reconcile

ONE = """The trial of the baker Ana Tarma opened in Velora on Monday.

The judge heard 127 witnesses in the case of the burned mill.

The mill stood empty for years before the fire.

Its owner had asked the town for help with the roof.
"""
OTHER = """A court in Velora has begun to try Ana Tarma, a baker.

In the case of the burned mill the court listened to 131 people, each of whom testified for an hour.

Nobody had used the mill for years.

The roof had leaked, and the town gave no help.
"""


def sources(*texts: str) -> list[Source]:
    return [read_text(text, slug=f"outlet{number}") for number, text in enumerate(texts)]


def together(one: str, other: str, words: tuple[str, str]) -> bool:
    dossier = reconcile(sources(one, other))
    found = [
        dossier.topic_of.get(claim.id)
        for claim in dossier.claims
        for text in words
        if claim.quantity and claim.quantity.text == text
    ]
    return len(found) == 2 and found[0] == found[1] is not None


def test_what_has_nothing_nearer_is_joined() -> None:
    assert together(ONE, OTHER, ("127", "131"))


def test_a_rival_as_near_keeps_them_apart() -> None:
    rival = OTHER.replace("for an hour.", "for an hour. In the case of the burned mill the court read 140 letters.")
    assert not together(ONE, rival, ("127", "140"))


def test_values_do_not_count() -> None:
    assert together(ONE, OTHER.replace("131", "9,000"), ("127", "9,000"))
