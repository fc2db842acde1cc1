"""A sentence with several values is shown once, each of them marked; what says nothing beside the rest is not told."""

import re
from dataclasses import replace
from datetime import date

import pytest
from markdown_it import MarkdownIt

from reconcile.model import Dossier, Outcome, Settings, Topic
from reconcile.pipeline import read_text, reconcile
from reconcile.report import render
from reconcile.report.digest import Digest
from reconcile.report.passages import passages
from reconcile.report.told import statements
from reconcile.report.view import View

TOWER = (
    "The town hired the mason Odvar Lind for 3.1 million euros in 2019.",
    "The town hired the mason Odvar Lind for 1.3 million euros in 2019 to save the leaning tower.",
)
HARBOUR = (
    "The harbour master closed the lock after the ferry struck the gate.",
    "The harbour master closed the lock because the ferry had struck the gate hard.",
    "After the ferry struck the gate the harbour master closed the whole lock for repairs.",
)


def dossier(*said: str) -> Dossier:
    return reconcile(
        [
            replace(read_text(text, slug=f"s{n}", published=date(2024, 3, 5)), publisher=f"Paper {n}")
            for n, text in enumerate(said)
        ]
    )


def views(whole: Dossier) -> list[View]:
    return list(Digest(whole, Settings()).views)


@pytest.fixture(scope="module")
def tower() -> View:
    [view] = [view for view in views(dossier(*TOWER)) if view.outcome is Outcome.CONFLICTS]
    return view


def test_the_values_of_a_sentence_stand_beside_it_together(tower: View) -> None:
    first, second = passages(tower.rows)
    assert [row.number for row in (*first.rows, *second.rows)] == [row.number for row in tower.rows]
    for passage, text in zip((first, second), TOWER, strict=True):
        assert "".join(piece.text for piece in passage.pieces) == text
    marked = {piece.text: piece.ends for piece in first.pieces if piece.marked}
    assert list(marked) == ["3.1 million euros", "2019"]
    values = {row.number: row.mark for row in first.rows}
    assert {values[number]: words for words, [number] in marked.items()} == {words: words for words in marked}


def test_a_whole_sentence_as_claim_leaves_the_marks_of_its_values(tower: View) -> None:
    row = tower.rows[0]
    around = replace(row, number=9, before="", mark=row.before + row.mark + row.after[:-1], after=row.after[-1:])
    [passage] = passages([around, row])
    assert [piece.text for piece in passage.pieces if piece.marked] == [row.mark]
    assert passage.numbers == f"9, {row.number}"


def test_words_that_overlap_are_all_marked(tower: View) -> None:
    row = tower.rows[0]
    text = row.before + row.mark + row.after
    one, other = (replace(row, number=n, before=text[:a], mark=text[a:b], after=text[b:]) for n, a, b in
                  ((1, 4, 14), (2, 9, 20)))  # fmt: skip
    [passage] = passages([one, other])
    assert "".join(piece.text for piece in passage.pieces if piece.marked) == text[4:20]
    assert [piece.ends for piece in passage.pieces if piece.ends] == [(1,), (2,)]


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_every_sentence_of_a_topic_is_printed_once(name: str, tower: View) -> None:
    whole = render(name, dossier(*TOWER))
    shown = whole[whole.index("<article") : whole.index("</article>")] if name == "html" else whole
    bare = " ".join(re.sub(r"<[^>]*>|[\[\]*\\]", "", shown).split())
    for text in TOWER:
        assert bare.count(text) == 1, name


def test_each_row_of_a_sentence_keeps_its_cells(tower: View) -> None:
    whole = render("html", dossier(*TOWER))
    body = whole[whole.index('<table class="side">') : whole.index("</table>", whole.index('<table class="side">'))]
    groups = re.findall(r"<tbody>(.*?)</tbody>", body, re.DOTALL)
    assert len(groups) == 2
    assert body.count('class="no"') == len(tower.rows)
    for group, passage in zip(groups, passages(tower.rows), strict=True):
        size = len(passage.rows)
        assert group.count(f' rowspan="{size}"') == 2, "source and sentence stand beside all of its rows"
        assert re.findall(r'data-row="(\d+)"', group) == [str(n) for piece in passage.pieces for n in piece.ends]
        widths = [len(re.findall(r"<t[dh]", row)) for row in group.split("<tr>")[1:]]
        assert widths == [widths[0], *[widths[0] - 2] * (size - 1)]


def test_the_sentences_are_a_list_of_their_own_in_markdown() -> None:
    made = MarkdownIt("commonmark").enable("table").render(render("markdown", dossier(*TOWER)))
    lists = re.findall(r"<ul>(.*?)</ul>", made, re.DOTALL)
    assert any("1, 2: Paper 0" in told and "conflict" not in told for told in lists)


def test_where_values_are_judged_the_same_matter_is_not_told(tower: View) -> None:
    assert any(pair.alike for pair in tower.pairs), "else this shows nothing"
    assert "same_matter" not in {told.finding.relation for told in statements(tower)}
    assert {outcome for row in tower.rows for outcome, _ in tower.against(row)} == {Outcome.CONFLICTS, Outcome.AGREE}


def test_where_only_words_meet_the_same_matter_is_told_once() -> None:
    [view] = [view for view in views(dossier(*HARBOUR)) if len(view.rows) > 2]
    told = [told for told in statements(view) if told.finding.relation == "same_matter"]
    said = [told for told in statements(view) if told.finding.relation == "same_words"]
    assert len(told) <= 1
    assert bool(told) != bool(said), "in nearly the same words is more than of the same matter"


def test_a_refusal_of_two_that_are_judged_otherwise_is_not_told(tower: View) -> None:
    judged = next(pair for pair in tower.pairs if pair.judges)
    refusal = replace(judged.finding, id="refusal", relation="different_unit", outcome=Outcome.NOT_COMPARABLE)
    again = replace(judged, finding=refusal)
    apart = replace(again, right=next(n for n in range(1, 99) if n not in (judged.left, judged.right)))
    view = replace(tower, pairs=(*tower.pairs, again, apart))
    assert [pair for pair in view.told if pair.refused] == [apart]
    assert {pair.finding.id for pair in tower.told} < {pair.finding.id for pair in view.told}


def test_rows_that_stand_to_the_same_others_are_told_together() -> None:
    said = ["Fourteen cranes fell in the storm."] * 2 + ["Nineteen cranes fell in the storm."] * 3
    view = max(views(dossier(*said)), key=lambda view: len(view.rows))
    [apart] = [told for told in statements(view) if told.finding.outcome is Outcome.CONFLICTS]
    assert apart.ends == "1, 2 ≠ 3, 4, 5"


def test_a_topic_of_fifteen_sources_has_all_of_them_in_every_picture_and_table() -> None:
    whole = dossier(*[f"{n + 20} cranes fell in the storm, the port said." for n in range(15)])
    topic: Topic = max(whole.topics, key=lambda topic: len(topic.claims))
    assert len(topic.claims) == 15
    page = render("html", whole)
    article = page[page.index("<article") : page.index("</article>")]
    assert article.count('scope="rowgroup"') == article.count("<circle") == 15
