"""Articles are grouped into stories before their claims are compared, and only where there are many."""

from aligning import claim, joined, source, topics
from reconcile.align.stories import FROM, stories
from reconcile.align.vocabulary import vocabulary
from reconcile.align.words import words

QUAKE = (
    "An earthquake shook the island of Oria and killed {n} people in Tarma.",
    "Rescuers in Tarma dug for survivors of the Oria earthquake.",
)
TRIAL = (
    "The trial of the banker Ana Lindqvist began in Norsholm with {n} witnesses.",
    "Judges in Norsholm heard that Lindqvist had hidden the money of her bank.",
)
KNOWN = vocabulary()


def pile(each: int) -> dict[str, str]:
    told = {f"quake-{n}": " ".join(QUAKE).format(n=n + 10) for n in range(each)}
    return told | {f"trial-{n}": " ".join(TRIAL).format(n=n + 10) for n in range(each)}


def test_two_stories_in_one_pile_are_told_apart() -> None:
    read = {slug: words(text, KNOWN) for slug, text in pile(FROM).items()}
    found = {tuple(group) for group in stories(read, KNOWN)}
    assert found == {tuple(f"{kind}-{n}" for n in range(FROM)) for kind in ("quake", "trial")}


def test_two_articles_are_one_story_because_a_person_laid_them_side_by_side() -> None:
    read = {slug: words(text, KNOWN) for slug, text in list(pile(FROM).items())[FROM - 1 : FROM + 1]}
    assert len(stories(read, KNOWN)) == 1


def test_claims_of_two_stories_never_share_a_topic() -> None:
    sources = tuple(source(slug, text) for slug, text in pile(FROM).items())
    claims = tuple(claim(s, s.text, n, "person") for n, s in enumerate(sources))
    found = topics(sources, claims, join=0.01)
    assert joined(found, "quake-0.000000", "quake-1.000001")
    assert all(len({c.split("-")[0] for c in topic.claims}) == 1 for topic in found)
