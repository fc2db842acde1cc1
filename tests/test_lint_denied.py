"""What a draft denies and a source tells, or the other way round (A610), and which of several claims it contradicts."""

from pathlib import Path

import pytest

from desks import desk
from reconcile.desk import dossier, load
from reconcile.lint import check_drafts, read_draft

TRANSFER = """\
---
publisher: Arden Post
published: 2024-06-05
---

Luca Adeyra asked in May for a transfer, the club said on Tuesday.

The stand had been inspected in 2022. Nobody was told of it. Police arrested 12 men.
"""


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Luca Adeyra never asked for a transfer.", ["A610"]),
        ("Luca Adeyra never asked for a transfer, the club said.", ["A610"]),
        ("Luca Adeyra never asked for a transfer, his agent said.", []),  # whose word it is, is told
        ("The stand had never been inspected.", ["A610"]),
        ("The stand was not inspected in 2022.", ["A610"]),
        ("Police did not arrest 12 men.", ["A610"]),
        ("The stand had been inspected in 2022.", []),
        ("The roof had never been inspected.", []),
        ("Luca Adeyra asked for a transfer in May.", []),
    ],
)
def test_a_denial_of_what_a_source_tells_is_no_fit(tmp_path: Path, text: str, codes: list[str]) -> None:
    found = load(desk(tmp_path, post=TRANSFER))
    checked = check_drafts(found, dossier(found), [read_draft(text.encode(), "draft.md")])
    assert [problem.code for problem in checked.problems] == codes


def test_what_two_sources_tell_and_deny_may_be_told_either_way(tmp_path: Path) -> None:
    other = "---\npublisher: News\npublished: 2024-06-05\n---\n\nLuca Adeyra never asked for a transfer.\n"
    found = load(desk(tmp_path, post=TRANSFER, news=other))
    draft = read_draft(b"Luca Adeyra never asked for a transfer.", "draft.md")
    assert check_drafts(found, dossier(found), [draft]).problems == ()


def test_one_of_several_that_contradict_a_draft_need_be_in_conflict_with_its_source(tmp_path: Path) -> None:
    header = "---\npublisher: {}\npublished: 2024-09-11\n---\n\n# Fire in Brandvik\n\n"
    said = {
        "apart": "Forty-six stalls burned down.",  # of what, it does not plainly say
        "valley": "Police said that 64 stalls were destroyed in the fire in Brandvik.",
        "west": "The fire in Brandvik destroyed 46 stalls.",
    }
    found = load(desk(tmp_path, **{slug: f"{header.format(slug)}{text}\n" for slug, text in said.items()}))
    draft = read_draft(b"The fire in Brandvik destroyed 64 stalls.\n", "draft.md")
    assert [problem.code for problem in check_drafts(found, dossier(found), [draft]).problems] == ["A603"]
