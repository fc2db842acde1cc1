"""Articles are grouped into stories before their claims are compared, and only where there are many."""

import json
from datetime import date, timedelta
from itertools import combinations, islice
from pathlib import Path

import pytest

from aligning import claim, joined, source, topics
from reconcile.align import look_like_two, told
from reconcile.align.stories import (
    BRIDGE,
    DAYS,
    FROM,
    LARGE,
    MANY,
    NEARLY,
    belonging,
    bridged,
    counts,
    likeness,
    stories,
)
from reconcile.align.vocabulary import vocabulary
from reconcile.align.words import words
from reconcile.cli import main
from reconcile.extract import extract
from reconcile.read import read_text

QUAKE = (
    "An earthquake shook the island of Oria and killed {n} people in Tarma.",
    "Many rescuers in Tarma dug for survivors of the Oria earthquake.",
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


MONDAY = date(2025, 3, 3)


@pytest.mark.parametrize(
    ("bridge", "rest", "later", "groups"),
    [
        (BRIDGE, NEARLY, 0, 1),
        (BRIDGE, NEARLY, DAYS.days, 1),
        (BRIDGE, NEARLY, DAYS.days + 1, 2),  # two fires, days apart
        (BRIDGE - 0.01, BRIDGE - 0.02, 0, 2),  # no article of one is plainly alike to one of the other
        (BRIDGE, 0.0, 0, 2),  # one article that tells of both is no bridge
    ],
)
def test_groups_of_the_same_days_are_one_by_two_plainly_alike_articles(
    bridge: float, rest: float, later: int, groups: int
) -> None:
    alike = {(0, 2): bridge, (0, 3): rest, (1, 2): rest, (1, 3): rest}
    days = dict.fromkeys((0, 1), MONDAY) | dict.fromkeys((2, 3), MONDAY + timedelta(days=later))
    assert len(bridged([[0, 1], [2, 3]], alike, days)) == groups
    assert bridged([[0, 1], [2, 3]], alike, {0: MONDAY}) == [[0, 1], [2, 3]]  # the others are of no known day


FLOOD = (
    ("The {river} burst its banks at {town} on Sunday night.", "Water of the {river} ran into {town} before dawn."),
    ("At least {n} residents of {town} left their homes.", "Families in {town} were brought out in {n} boats."),
    ("Mayor {mayor} asked for help with the clearing of mud.", "{mayor} said that the town hall was under water."),
    ("Trains over the {river} bridge stood still.", "The railway closed its bridge for {n} days."),
    ("Schools in {town} stayed shut.", "Pupils of {n} classes in {town} had no lessons."),
    ("Repairs will cost {n} million crowns, {mayor} said.", "The dam failed after {n} days of rain."),
)
NAMED = ("{0}eva", "{0}holm", "{0}a {0}ansen")


def flood(name: str, articles: int, asides: int = 0) -> dict[str, str]:
    """Articles of one flood: each tells three things of six, in one of two ways, and asides that no other has."""
    river, town, mayor = (named.format(name) for named in NAMED)
    ways = ((three, way) for way in range(8) for three in combinations(range(len(FLOOD)), 3))
    found = {}
    for number, (three, way) in enumerate(islice(ways, articles)):
        told = [FLOOD[at][way >> bit & 1].format(river=river, town=town, mayor=mayor, n=number + 20)
                for bit, at in enumerate(three)]  # fmt: skip
        told += [f"The mayor of {own('o', number, at)} won a prize." for at in range(asides)]
        found[f"{name}-{number:03}"] = " ".join(told)
    return found


def own(vowel: str, number: int, at: int) -> str:
    """A name that no other article has."""
    return "".join("bdfgklmnpt"[int(digit)] + vowel for digit in f"{number:03}{at}").capitalize()


def test_a_story_that_a_whole_pile_tells_stays_whole_however_many_tell_it() -> None:
    for others in ((), ("Ostr", "Vel", "Tarn")):
        pile_of = flood("Kald", 150)
        for name in others:
            pile_of |= flood(name, 20)
        found = stories({slug: words(text, KNOWN) for slug, text in pile_of.items()}, KNOWN)
        assert sorted({slug.split("-")[0] for slug in group} for group in found) == [
            {name} for name in sorted(("Kald", *others))
        ]


@pytest.mark.parametrize("articles", [MANY + 10, LARGE + 20])
def test_what_each_article_tells_beside_a_story_that_fills_the_pile_does_not_scatter_it(articles: int) -> None:
    read = {slug: words(text, KNOWN) for slug, text in flood("Kald", articles, asides=1).items()}
    assert max(map(len, stories(read, KNOWN))) >= 0.9 * len(read)


def test_what_all_stories_of_a_large_pile_are_told_in_tells_none_of_them() -> None:
    names = [a + b for a in ("Br", "D", "Gr", "K", "L") for b in ("und", "elm", "ost", "ark", "yv", "isk", "anz")]
    pile_of = {slug: text for name in names for slug, text in flood(name, 4).items()}
    slugs = sorted(pile_of)
    alike = likeness({slug: counts(words(pile_of[slug], KNOWN)) for slug in slugs}, KNOWN)
    assert alike
    assert {slugs[one].split("-")[0] == slugs[other].split("-")[0] for one, other in alike} == {True}


def test_two_articles_are_one_story_because_a_person_laid_them_side_by_side() -> None:
    read = {slug: words(text, KNOWN) for slug, text in list(pile(FROM).items())[FROM - 1 : FROM + 1]}
    assert len(stories(read, KNOWN)) == 1


def test_claims_of_two_stories_never_share_a_topic() -> None:
    sources = tuple(source(slug, text) for slug, text in pile(FROM).items())
    claims = tuple(claim(s, s.text, n, "person") for n, s in enumerate(sources))
    found = topics(sources, claims, join=0.01)
    assert joined(found, "quake-0.000000", "quake-1.000001")
    assert all(len({c.split("-")[0] for c in topic.claims}) == 1 for topic in found)


QUAKE_DAY = "An earthquake shook Oria on 3 March 2021, officials in Tarma said."


def test_a_story_says_what_its_articles_share() -> None:
    texts = {slug: text + " " + QUAKE_DAY * slug.startswith("quake") for slug, text in pile(FROM).items()}
    sources = [read_text(text, slug=slug) for slug, text in texts.items()]
    found = told(sources, [c for s in sources for c in extract(s)])
    quake = next(story for story in found if "quake-0" in story.sources)
    assert quake.sources == ("quake-0", "quake-1", "quake-2")
    assert {"Oria", "Tarma"} <= set(quake.names)
    assert quake.days == ("2021-03-03",)
    assert quake.because == "most name Oria and Tarma; several date 2021-03-03"


def test_an_article_that_shares_nothing_stands_alone() -> None:
    texts = {**pile(FROM), "recipe": "Boil the lentils with garlic. Serve the lentils with bread."}
    sources = [source(slug, text) for slug, text in texts.items()]
    found = told(sources, [claim(s, s.text, n) for n, s in enumerate(sources)])
    assert found[-1].sources == ("recipe",)
    assert found[-1].because.startswith("stands alone")


def test_two_articles_that_read_like_two_stories_are_told_so_and_compared_all_the_same() -> None:
    quake, trial, again = (source(slug, pile(2)[slug]) for slug in ("quake-0", "trial-0", "quake-1"))
    claims = {s.slug: claim(s, s.text, n) for n, s in enumerate((quake, trial, again))}
    assert look_like_two([quake, trial], [claims["quake-0"], claims["trial-0"]])
    assert not look_like_two([quake, again], [claims["quake-0"], claims["quake-1"]])


def test_the_command_shows_the_stories_of_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for slug, text in pile(FROM).items():
        (tmp_path / f"{slug}.txt").write_text(text, encoding="utf-8")
    files = sorted(map(str, tmp_path.iterdir()))
    assert main(["stories", *files]) == 0
    assert "story 1: 3 articles: most name" in capsys.readouterr().out
    assert main(["stories", "--json", *files]) == 0
    assert {tuple(story["sources"]) for story in json.loads(capsys.readouterr().out)["stories"]} == {
        tuple(f"{kind}-{n}" for n in range(FROM)) for kind in ("quake", "trial")
    }
    assert main(["diff", files[0], files[-1]]) == 0
    assert "two stories" in capsys.readouterr().err


def test_a_text_may_be_held_against_articles_that_share_no_word() -> None:
    known = vocabulary()
    one, other, text = (
        words(said, known) for said in ("The bridge in Arden was closed.", "Nine cows drowned.", "Arden has a bridge.")
    )
    assert belonging(text, [one, other], known) > 0
    assert belonging(text, [other, other], known) == 0
