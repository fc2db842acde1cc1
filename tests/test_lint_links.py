"""What a draft itself says to the lint: the claim that words are pinned to, and the findings that it accepts."""

from pathlib import Path

from desks import desk
from drafting import judged, told
from reconcile.desk import dossier, load
from reconcile.lint import check_drafts, read_draft


def test_a_note_pins_what_stands_before_it(tmp_path: Path) -> None:
    root = judged(tmp_path)
    assert [p.code for p in told(root, "The quake took 27 lives (claim:tuesday.e36221).")] == ["A601"]
    assert told(root, "The quake took 19 lives (claim:tuesday.e36221).") == []


def test_a_figure_that_is_pinned_is_held_against_the_claim_it_is_pinned_to(tmp_path: Path) -> None:
    names = ("alpha", "beta", "gamma")
    bank = "The bank made a net profit of 340 million euros in 2020.\n"
    header = "---\npublisher: {}\npublished: 2021-03-0{}\n---\n"
    found = load(desk(tmp_path, **{name: header.format(name.title(), day) + bank for day, name in enumerate(names, 1)}))
    whole = dossier(found)
    for name in names:
        [claim] = [claim.id for claim in whole.claims if claim.source == name and claim.figure]
        draft = read_draft(f"The bank made [430 million euros](claim:{claim}) in 2020.".encode(), "draft.md")
        [problem] = check_drafts(found, whole, [draft]).problems
        assert f": {name.title()} has “340 million euros”" in problem.message


def test_a_suppression_may_go_on_over_lines(tmp_path: Path) -> None:
    found = load(judged(tmp_path))
    text = "It rained.\n\n<!-- reconcile: ignore[A604]\n     until 2031-12-31\n     -- it is\n     a quotation\n-->\n"
    draft = read_draft(f"{text}The bridge was closed on February 3, 2021.\n".encode(), "draft.md")
    checked = check_drafts(found, dossier(found), [draft])
    assert (checked.problems, [quiet.excuse for quiet in checked.quiet]) == ((), ["it is a quotation"])


def test_a_link_is_led_to_a_claim_that_is_meant_and_not_to_any(tmp_path: Path) -> None:
    root = judged(tmp_path)
    found = load(root)
    hints = []
    for name in ("monday.88a55b", "mondai.88a55d", "monday.000000", "x"):
        draft = read_draft(f"Nobody counted [the sheep](claim:{name}).".encode(), "draft.md")
        [problem] = check_drafts(found, dossier(found), [draft]).problems
        hints.append((problem.hint, len(problem.edits)))
    assert hints == [("did you mean monday.88a55d?", 1)] * 2 + [("the ids stand in claims/", 0)] * 2
