"""Drafts held against the desk: what is read in them, where it is shown, and silence on every other story."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.paraphrases import CHOICE, drafts, measured, story
from desks import desk, workspace
from drafting import judged, told
from reconcile.cli import main
from reconcile.desk import Workspace, dossier, extract, init, load
from reconcile.lint import check_drafts, read_draft
from reconcile.model import Decision
from reconcile.model.decide import propose

ROOT = Path(__file__).parents[1]
CASES = sorted(path.parent for path in ROOT.glob("tests/cases/*/sources"))


def test_front_matter_of_any_kind_is_not_read_and_its_day_is_used(tmp_path: Path) -> None:
    root = judged(tmp_path)
    for opening in ("---\nlayout: post\ntags: [a, b]\ndate: 2021-02-05\n---\n", '+++\ndate = "2021-02-05"\n+++\n'):
        found = told(root, opening + "\nThe bridge was closed on Wednesday.\n")
        assert [(p.code, p.where.column) for p in found] == [("A604", 26)]
        assert found[0].where.line == opening.count("\n") + 2


def test_places_in_html_and_after_a_byte_order_mark(tmp_path: Path) -> None:
    root = judged(tmp_path)
    page = "<html><body>\n<p>The bridge was <b>closed</b> on February 3, 2021.</p>\n</body></html>"
    assert [str(p.where) for p in told(root, page, "a.html")] == ["a.html:2:36"]
    link = '<html><body>\n<p>The quake took <a href="claim:tuesday.e36221">27 lives</a>.</p>\n</body></html>'
    assert [p.code for p in told(root, link, "a.html")] == ["A601"]
    assert [str(p.where) for p in told(root, "\ufeffThe bridge was closed on February 3, 2021.")] == ["draft.md:1:26"]


def test_the_wording_to_use_instead_and_the_line_of_the_source(tmp_path: Path) -> None:
    only = told(judged(tmp_path), "The bridge was closed on February 3, 2021.")[0]
    assert only.hint.startswith("write instead: ")
    assert "9 February 2021 (Tuesday News)" in only.hint
    assert only.related is not None
    assert only.related.path == "sources/monday.md"


def test_code_and_open_quotation_marks_are_left_alone(tmp_path: Path) -> None:
    root = judged(tmp_path)
    assert told(root, "Text.\n\n```\nThe bridge was closed on February 3, 2021.\n```\n") == []
    found = told(root, 'A board 6" wide: "At least 21 people died in the valley", he read.')
    assert "A606" not in {p.code for p in found}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_it_is_silent_on_every_other_story(case: Path, tmp_path: Path) -> None:
    """Each case with every topic decided, and the articles of all other cases as drafts."""
    init(tmp_path)
    for path in case.glob("sources/*"):
        (tmp_path / "sources" / path.name).write_bytes(path.read_bytes())
    extract(tmp_path)
    reviewer = Workspace(tmp_path, "anna", lambda: datetime(2026, 1, 1, tzinfo=UTC))
    for topic in reviewer.dossier.topics:
        decision, reason = propose(reviewer.dossier, topic.id)
        reviewer.record(topic.id, decision, reason=reason)
    others = [path for other in CASES if other != case for path in sorted(other.glob("sources/*"))]
    found = load(tmp_path)
    drafts = [read_draft(path.read_bytes(), path.name) for path in others]
    assert len(drafts) >= 20
    assert check_drafts(found, dossier(found), drafts).problems == ()


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    root = judged(tmp_path / "desk")
    monkeypatch.chdir(tmp_path)
    Path("draft.md").write_text("Some 400 houses were lost. The bridge was closed on February 3, 2021.\n")
    Path("broken.md").write_bytes(b"\x00\x01")
    words = ["lint", "--desk", str(root), "--draft", "draft.md", "--format", "concise"]
    assert main(words) == 1
    assert capsys.readouterr().out.startswith("draft.md:1:53: A604 error “February 3, 2021” was rejected")
    assert main([*words, "--coverage"]) == 1
    assert "A607 info" in capsys.readouterr().out
    assert main([*words[:-2], "broken.md"]) == 1
    assert "S109 error: this is not text" in capsys.readouterr().out
    assert main([*words[:-2], "nowhere.md"]) == 2
    assert main(["lint", "--desk", str(root), "--coverage"]) == 2


def test_a_deadline_put_off_and_vague_words_put_higher_are_told(tmp_path: Path) -> None:
    told = "The mill will cut 1,500 jobs by the end of {} after dozens of people fled the valley.\n"
    header = "---\npublisher: {}\npublished: 2021-03-01\n---\n"
    found = load(desk(tmp_path, **{name: header.format(name) + told.format(2024) for name in ("monday", "tuesday")}))
    for text, words in ((told.format(2025), "“by the end of 2025”"), (told.format(2023), "“by the end of 2023”"),
                        (told.format(2024).replace("dozens", "hundreds"), "“hundreds”")):  # fmt: skip
        checked = check_drafts(found, dossier(found), [read_draft(text.encode(), "draft.md")], coverage=True)
        assert [(p.code, words in p.message) for p in checked.problems if p.code != "A607"] == [("A609", True)], text
        assert not any(words in problem.message for problem in checked.problems if problem.code == "A607")


FLOODS = {
    "monday": """\
---
publisher: Monday Post
published: 2021-03-01
---

The flood drowned 31 cows on the farms below Arden, and the mill of the Tolk family lost its wheel.

Boatmen took 240 guests of the hotel Lindenhof across the river to the station before noon.
""",
    "tuesday": """\
---
publisher: Tuesday News
published: 2021-03-02
---

Farmers below Arden counted 31 drowned cows after the flood; the mill of the Tolk family stands without its wheel.

Boatmen took 240 guests of the hotel Lindenhof to the station.
""",
}


def test_what_stands_in_a_source_s_own_words_is_held_against_its_figure(tmp_path: Path) -> None:
    desk(tmp_path, **FLOODS)
    text = (
        "The flood is over. Boatmen took 420 guests of the hotel Lindenhof across the river to the station before noon."
    )
    [found] = told(tmp_path, text)
    assert (found.code, found.where.column) == ("A609", 33)
    assert "Tuesday News has “240”" in found.message or "Monday Post has “240”" in found.message
    assert told(tmp_path, text.replace("420", "240")) == []
    another = (
        "Boatmen took 420 guests of a wedding at Elsin home, and the band of Herr Brill played on the quay until noon."
    )
    assert told(tmp_path, another) == []


def test_a_draft_of_another_story_is_not_judged_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk(tmp_path / "desk", **FLOODS)
    monkeypatch.chdir(tmp_path)
    text = (
        "Guests of the chess club counted 12 boards. Kessa Ronn beat Olin Varda in 31 moves, and Mira Toft drew in 54."
    )
    Path("chess.md").write_text(text, encoding="utf-8")
    Path("flood.md").write_text("The flood drowned 31 cows on the farms below Arden.", encoding="utf-8")
    assert main(["lint", "--desk", "desk", "--draft", "chess.md", "flood.md"]) == 0
    narrated = capsys.readouterr().err
    assert "chess.md seems to tell another story" in narrated
    assert "flood.md" not in narrated


QUAKE = {
    "monday": """\
---
publisher: Monday Post
published: 2021-03-01
---

The quake in the Tolk valley cost 27 lives, the governor of Arden said.

It brought down 340 houses in Elsin, and the damage comes to 62 million crowns.
""",
    "tuesday": """\
---
publisher: Tuesday News
published: 2021-03-02
---

Twenty-seven people died in the quake that shook the Tolk valley on Sunday.

In Elsin 340 houses collapsed. Damage was put at 62 million crowns by the governor.
""",
}
RETOLD = (
    "The earth shook in the Tolk valley on Sunday, and {} people perished.\n\n"
    "{} homes in Elsin lie in ruins after the quake.\n\nThe governor puts the damage at {} million crowns.\n"
)


def test_a_figure_changed_in_other_words_is_told_where_the_rest_is_the_desk_s(tmp_path: Path) -> None:
    desk(tmp_path, **QUAKE)
    assert told(tmp_path, RETOLD.format("27", "340", "62")) == []
    [found] = told(tmp_path, RETOLD.format("27", "390", "62"))
    assert (found.code, found.where.line) == ("A609", 3)
    assert "has “390” here: " in found.message
    assert "has “340”" in found.message
    of_another = RETOLD.replace("Tolk valley", "plain of Ruhn").replace("Elsin", "Varsa")
    assert told(tmp_path, of_another.format("41", "390", "85")) == []


def test_a_draft_that_shares_nothing_with_the_desk_and_excludes_it_is_of_another_event(tmp_path: Path) -> None:
    root = judged(tmp_path)
    short = "The bridge across the river was closed on February 5, 2021. It is 310 metres long."
    assert [p.code for p in told(root, short)] == ["A602"]
    long = f"{short} Some 7,200 lorries crossed it every week, and 86 boats passed below. It cost 41 million crowns."
    assert told(root, long) == []
    assert [p.code for p in told(root, f"{long} In the valley 19 people died.")] == ["A602"]


def test_drafts_in_other_words_are_held_against_their_stories() -> None:
    every = list(drafts())
    missed = ends = 0
    for draft in every:
        silent, unseen = measured(story(draft.story), draft)
        of_range = [
            problem for problem in silent if problem.code == "A605"
        ]  # decided as a range: the draft gives one end
        assert all("drops what stands" in problem.message for problem in of_range)
        assert {problem.code for problem in silent if problem not in of_range} <= {"A603"}  # nobody decided it
        ends += len(of_range)
        missed += len(unseen)
    assert ends <= 4
    assert sum(len(CHOICE.findall(draft.text)) for draft in every) == 122
    assert missed <= 26


def test_a_figure_that_a_quotation_changed_is_told_once(tmp_path: Path) -> None:
    root = judged(tmp_path)
    assert [p.code for p in told(root, '"The bridge was closed on February 8," a man said.')] == ["A606"]
    assert [p.code for p in told(root, "The bridge was closed on February 8, 2021, a man said.")] == ["A602"]
    right = '"The toll in the valley rose, and 19 people died here." The bridge was closed on February 3, 2021.'
    assert [p.code for p in told(root, right)] == ["A606", "A604"], "the rest is told as before"
    (root / "reconcile.yaml").write_text("ignore: [A606]\n")
    assert [p.code for p in told(root, '"The bridge was closed on February 8," a man said.')] == ["A602"]


def test_coverage_names_a_figure_that_no_claim_gives_though_its_topic_is_there(tmp_path: Path) -> None:
    root = judged(tmp_path)
    found, text = load(root), "The bridge was closed on February 9. The bridge was closed for 5 days."
    draft = read_draft(text.encode(), "draft.md")
    codes = [
        p.message for p in check_drafts(found, dossier(found), [draft], coverage=True).problems if p.code == "A607"
    ]
    assert codes == ["no claim of the desk stands behind “5 days”"]


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.sampled_from(["a.md", "a.txt", "a.html", "a"]))
def test_any_text_may_be_a_draft(text: str, name: str) -> None:
    draft = read_draft(text.encode("utf-8", "surrogatepass"), name)
    draft.pins()
    for claim in draft.claims:
        place = draft.place(claim.span.start)
        assert 0 < place.line <= draft.text.count("\n") + 1


def test_as_many_as_80_makes_no_range_from_none(tmp_path: Path) -> None:
    counts = {"one": "at least 50", "other": "as many as 80", "third": "70"}
    head = "---\npublished: 2021-02-09\n---\n\n"
    desk(tmp_path, **{f: f"{head}The quake in the Tolk valley wounded {n} people.\n" for f, n in counts.items()})
    [topic] = [topic.id for topic in dossier(load(tmp_path)).topics]
    workspace(tmp_path).record(topic, Decision.RANGE)
    said = {n: told(tmp_path, f"The quake in the Tolk valley wounded {n} people.") for n in ("60", "five")}
    assert "A605" in {problem.code for problem in said["60"]}
    assert "A605" not in {problem.code for problem in said["five"]}
