"""Two reviewers at one desk: blind until both have decided, the list of what they differ on, and who settles it."""

import io
from pathlib import Path

import pytest

from reconcile.cli import main
from reconcile.desk import Workspace, load
from reconcile.model import Decision, Dossier, Status
from reconcile.model.agreement import agreement
from reconcile.tui.plain import review
from reconcile.tui.queue import Facet
from tests.desks import workspace
from tests.screens import app_of, seen, two_papers

SIZE = (80, 24)
FIRE = "fire-destroyed-houses-brask"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two papers that stand apart three times, reviewed blind."""
    root = two_papers(tmp_path / "valley")
    (root / "reconcile.yaml").write_text("blind: true\n")
    return root


def differing(root: Path) -> None:
    """Anna and Berta say different things of the fire."""
    workspace(root, "anna").record(FIRE, Decision.RANGE)
    workspace(root, "berta").record(FIRE, Decision.UNRESOLVED_CONFLICT)


def dossier(root: Path) -> Dossier:
    return workspace(root).dossier


async def test_nothing_of_the_other_is_seen_before_one_has_decided(root: Path) -> None:
    workspace(root, "anna").record(FIRE, Decision.RANGE, note="anna wrote this")
    app = app_of(root, "berta")
    async with app.run_test(size=SIZE) as pilot:
        assert len(app.topics) == 3
        while app.topic != FIRE:
            await pilot.press("J")
        for keys in (["j"], ["H"]):
            await pilot.press(*keys)
            assert "anna" not in await seen(pilot)
        await pilot.press("escape", "x")
        assert dossier(root).status(FIRE) is Status.DISPUTED
        while app.filter.facet is not Facet.DISPUTED:
            await pilot.press("f")
        assert app.topics == (FIRE,)
        assert "report the range, anna (anna wrote this)" in await seen(pilot)
        await pilot.press("u")
        assert "anna" not in await seen(pilot)


async def test_how_far_the_reviewers_agree_is_one_key_away(root: Path) -> None:
    """Over what this reviewer may see: the other's word on a topic that is still to be decided is not in it."""
    app = app_of(root, "anna")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("D")
        assert "0 of 2 reviewers have decided anything" in await seen(pilot)
        await pilot.press("D")
        assert len(app.screen_stack) == 1
    differing(root)
    for name in ("anna", "berta"):
        workspace(root, name).record("school-was-opened", Decision.RANGE)
    workspace(root, "berta").record("bridge-was-closed", Decision.UNVERIFIABLE)
    app = app_of(root, "anna")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("D")
        shown = await seen(pilot)
        assert "anna and berta: 1 of 2 the same, Cohen's kappa 0.000" in shown
        assert "Krippendorff's alpha 0.000" in shown
        assert "berta: conflict, unresolved" in shown
        assert "could not be verified" not in shown
        assert "berta: 2 topics decided" in shown


async def test_a_third_settles_and_may_take_it_back(root: Path) -> None:
    differing(root)
    app = app_of(root, "chief")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        while app.topic != FIRE:
            await pilot.press("J")
        shown = await seen(pilot)
        assert "reviewers differ: A settles it" in shown
        assert "! report the range, anna" in shown
        await pilot.press("A")
        shown = await seen(pilot)
        assert "1 report the range             as anna" in shown
        assert "2 conflict, unresolved         as berta" in shown
        await pilot.press("enter")
        assert dossier(root).status(FIRE) is Status.SETTLED
        assert app.topic != FIRE
        assert agreement(dossier(root)).differing == {FIRE: {"anna": "range", "berta": "unresolved_conflict"}}
        await pilot.press("u")
        assert dossier(root).status(FIRE) is Status.DISPUTED
        await pilot.press("U")
        assert dossier(root).status(FIRE) is Status.SETTLED
        await pilot.press("f", "n", "A")
        assert "do not differ" in await seen(pilot)


async def test_what_one_reviewer_put_off_can_be_settled_so(root: Path) -> None:
    workspace(root, "anna").record(FIRE, Decision.DEFERRED)
    workspace(root, "berta").record(FIRE, Decision.RANGE)
    app = app_of(root, "chief")
    async with app.run_test(size=SIZE) as pilot:
        while app.topic != FIRE:
            await pilot.press("J")
        await pilot.press("A")
        assert "1 left open                    as anna" in await seen(pilot)


def test_an_adjudication_stands_before_the_reviewers_own_words(root: Path) -> None:
    differing(root)
    chief = workspace(root, "anna")
    chief.record(FIRE, Decision.PREFER_SOURCE, source="bravo", settle=True)
    claims = dossier(root).topic[FIRE].claims
    assert [v.who for v in dossier(root).verdicts_of(claims[0])] == ["anna (adjudication)", "anna", "berta"]
    workspace(root, "anna").record(FIRE, Decision.UNVERIFIABLE)  # a change of mind changes nothing that is settled
    assert dossier(root).status(FIRE) is Status.SETTLED
    (root / "sources/alpha.md").write_text((root / "sources/alpha.md").read_text().replace("40 houses", "41 houses"))
    assert main(["extract", "--desk", str(root)]) == 0
    assert dossier(root).status(FIRE) is Status.STALE  # what was settled is not what is said now


def test_settling_from_the_command_line_and_line_by_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = ["--desk", str(root), "--by", "chief"]
    assert main(["verdict", "set", FIRE, "range", "--settle", *desk]) == 2
    assert "do not differ" in capsys.readouterr().err
    differing(root)
    out = io.StringIO()
    chief = Workspace(root, "chief", workspace(root)._now)
    assert review(chief, io.StringIO(f"A range\n/ {FIRE.partition('-')[0]}\nA\nA nonsense\nA range\n"), out) == 0
    assert "do not differ here" in out.getvalue()
    assert out.getvalue().count("A needs one of these verdicts") == 2
    assert "settled: report the range" in out.getvalue()
    assert dossier(root).status(FIRE) is Status.SETTLED
    assert main(["verdict", "set", FIRE, "unverifiable", "--settle", *desk]) == 0
    assert main(["report", "-f", "text", "--desk", str(root)]) == 0
    assert "by chief (adjudication)" in capsys.readouterr().out


def test_a_role_that_is_none_is_a_problem_of_its_line(root: Path) -> None:
    differing(root)
    log = root / "claims/verdicts/anna.jsonl"
    log.write_text(log.read_text().replace('"by":', '"role": "boss", "by":', 1))
    assert [(p.code, p.where.line) for p in load(root).problems] == [("S102", 1)]


def test_reviews_that_are_not_blind_show_everything(root: Path) -> None:
    (root / "reconcile.yaml").unlink()
    workspace(root, "anna").record(FIRE, Decision.RANGE)
    berta = workspace(root, "berta")
    assert berta.shown is berta.dossier
    assert berta.shown.status(FIRE) is Status.DECIDED
