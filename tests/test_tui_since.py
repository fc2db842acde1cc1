"""What changed in a source since its claims were judged is told with the words and values of then and of now."""

from pathlib import Path

import pytest

from reconcile.desk import extract
from reconcile.model import Decision, Status
from reconcile.report.view import view
from reconcile.tui.since import since
from tests.desks import desk, workspace
from tests.screens import app_of, seen, two_papers

FIRE = "fire-destroyed-houses-brask"


def told(root: Path, topic: str = FIRE) -> list[str]:
    """What changed in a topic, as anna sees it."""
    dossier = workspace(root).dossier
    return since(dossier, view(dossier, dossier.topic[topic]))


def edit(root: Path, old: str, new: str) -> None:
    """Change an article on disk."""
    path = root / "sources/alpha.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two papers that stand apart three times, each decided."""
    root = two_papers(tmp_path / "valley")
    ours = workspace(root)
    for topic in list(ours.dossier.topic):
        ours.record(topic, Decision.RANGE)
    return root


@pytest.mark.parametrize("again", [True, False], ids=["extracted", "not extracted"])
@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("40 houses", "44 houses", "row 1 was 40 houses, is now 44 houses"),
        ("40 houses", "up to 40 houses", "row 1 was 40 houses, is now at most 40 houses"),
        ("The fire", "The forest fire", "row 1 was “The fire …”, is now “The forest fire …”"),
    ],
)
def test_old_and_new_of_a_changed_source(root: Path, old: str, new: str, change: str, again: bool) -> None:
    edit(root, old, new)
    if again:
        extract(root)
    assert workspace(root).dossier.status(FIRE) is Status.STALE
    assert told(root) == [change]


def test_a_claim_that_is_gone_is_told_with_its_words(root: Path) -> None:
    edit(root, "The fire destroyed 40 houses in Brask.", "")
    (root / "sources/delta.md").write_text("The fire destroyed 41 houses in Brask.\n", encoding="utf-8")
    assert told(root) == ["Alpha Post: “The fire destroyed 40 houses in Brask …” is not there any more"]


def test_a_correction_is_told_like_a_changed_source(root: Path) -> None:
    claim = next(c for c in workspace(root).dossier.topic[FIRE].claims if c.startswith("alpha"))
    for changes, change in (
        ({"speaker": "the mayor"}, "row 1 was said by the outlet, is now by the mayor"),
        ({"modality": "planned"}, "row 1 was told as happened, is now as planned"),
        ({"figure": "<= 40 house"}, "row 1 was 40 houses, is now at most 40 houses"),
    ):
        workspace(root).correct(claim, changes)
        assert told(root) == [change]
        workspace(root, after=60).record(FIRE, Decision.RANGE)
        assert told(root) == []


def test_a_log_that_kept_no_words_says_so(root: Path) -> None:
    log = root / "claims/verdicts/anna.jsonl"
    lines = log.read_text(encoding="utf-8").splitlines()
    log.write_text("".join(line.partition(', "quote"')[0] + "}\n" for line in lines), encoding="utf-8")
    edit(root, "40 houses", "44 houses")
    assert told(root) == ["row 1 is now 44 houses; what it was, the log does not say"]


def test_who_decides_anew_ends_it_and_undo_brings_it_back(root: Path) -> None:
    edit(root, "40 houses", "44 houses")
    ours = workspace(root, after=60)
    assert ours.dossier.status(FIRE) is Status.STALE
    ours.record(FIRE, Decision.UNRESOLVED_CONFLICT)
    assert ours.dossier.status(FIRE) is Status.DECIDED
    assert workspace(root).dossier.status(FIRE) is Status.DECIDED
    ours.undo()
    assert ours.dossier.status(FIRE) is Status.STALE
    assert workspace(root).dossier.status(FIRE) is Status.STALE


def test_what_several_decided_goes_stale_for_all_and_stands_again_by_one(root: Path) -> None:
    workspace(root, "berta", after=60).record(FIRE, Decision.RANGE)
    edit(root, "40 houses", "44 houses")
    dossier = workspace(root).dossier
    assert {opinion.verdict.by for opinion in view(dossier, dossier.topic[FIRE]).opinions if opinion.stale} == {
        "anna",
        "berta",
    }
    workspace(root, after=120).record(FIRE, Decision.RANGE)
    assert workspace(root).dossier.status(FIRE) is Status.DECIDED
    assert told(root) == []


def test_taking_back_what_was_decided_of_a_claim_that_is_gone_leaves_a_readable_log(root: Path) -> None:
    edit(root, "40 houses", "44 houses")
    ours = workspace(root, after=60)
    while ours.undo()[1]:
        pass
    again = workspace(root)
    assert again.problems == ()
    assert not again.dossier.standing


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (160, 45)], ids=str)
async def test_the_screen_says_what_changed(root: Path, size: tuple[int, int]) -> None:
    edit(root, "40 houses", "44 houses")
    app = app_of(root)
    async with app.run_test(size=size) as pilot:
        shown = await seen(pilot)
        assert "stale: report the range, anna" in shown
        assert "row 1 was 40 houses, is now 44 houses" in shown
        await pilot.press("i")
        assert "changed since it was judged" in await seen(pilot)


def test_a_sentence_without_end_is_kept_in_few_letters(tmp_path: Path) -> None:
    long = f"The fire destroyed 40 houses in Brask {'and on ' * 2000}\n"
    root = desk(tmp_path / "long", alpha=long, bravo="The fire destroyed 65 houses in Brask.\n")
    ours = workspace(root)
    ours.record(next(iter(ours.dossier.topic)), Decision.RANGE)
    assert max(map(len, (root / "claims/verdicts/anna.jsonl").read_text(encoding="utf-8").splitlines())) < 1000
