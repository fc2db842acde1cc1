"""What a person wrote into a claim file is never lost: quotes, topics, places, comments at any place."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desks import desk
from reconcile.desk import dossier, extract, load
from reconcile.desk.claim_text import write_records
from reconcile.desk.comments import comments_in
from reconcile.errors import DeskError
from reconcile.lint import check

DIED = "quote: At least 12 people died in the valley\n"
TEXT = """\
source: a
claims:

  - id: a.1
    quote: "one # two"
    about: 'it''s # three'

  - id: a.2
    quote: |
      four
      # five
    speaker: six#seven

  - id: a.3
    quote: eight
"""


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_quote_cut_by_hand_stays_cut(tmp_path: Path) -> None:
    root = desk(tmp_path)
    path = root / "claims/monday.yaml"
    change(path, DIED, "quote: At least 12 people died\n")
    extract(root)
    assert "quote: At least 12 people died\n" in path.read_text()
    assert any(claim.quote == "At least 12 people died" for claim in dossier(load(root)).claims)


def test_a_corrected_claim_follows_its_quote_when_the_article_grows(tmp_path: Path) -> None:
    root = desk(tmp_path)
    change(root / "claims/monday.yaml", '">= 12 person"', '">= 14 person"')
    change(root / "sources/monday.md", "At least", "It rained.\n\nAt least")
    assert "P202" in {problem.code for problem in check(load(root), dossier(load(root))).problems}
    extract(root)
    assert "P202" not in {problem.code for problem in check(load(root), dossier(load(root))).problems}
    assert '">= 14 person"' in (root / "claims/monday.yaml").read_text()


def test_a_topic_given_by_hand_outlives_its_quote(tmp_path: Path) -> None:
    root = desk(tmp_path)
    path = root / "claims/monday.yaml"
    change(path, "topic: ", "topic: my-")
    change(root / "sources/monday.md", "At least 12 people died", "Nobody was hurt")
    extract(root)
    assert "topic: my-" in path.read_text()


def test_a_key_nobody_knows_stops_the_extraction_rather_than_being_dropped(tmp_path: Path) -> None:
    root = desk(tmp_path)
    path = root / "claims/monday.yaml"
    change(path, "speaker: the mayor", "speeker: the mayor")
    before = path.read_bytes()
    with pytest.raises(DeskError, match="unknown key 'speeker'"):
        extract(root)
    assert path.read_bytes() == before


def test_comments_stay_wherever_they_stood(tmp_path: Path) -> None:
    root = desk(tmp_path)
    path = root / "claims/monday.yaml"
    change(path, "source: monday\n", "# at the top\nsource: monday  # beside the source\n")
    change(path, "    speaker: the mayor\n", "    # between\n    speaker: the mayor  # beside\n")
    path.write_text(path.read_text() + "\n# at the end\n")
    extract(root)
    text = path.read_text()
    for comment in ("at the top", "beside the source", "at the end", "  # between\n  # beside\n  - id: monday.6d801d"):
        assert comment in text
    extract(root)
    assert path.read_text() == text


def test_a_comment_outlives_the_claim_it_stood_at(tmp_path: Path) -> None:
    root = desk(tmp_path)
    path = root / "claims/monday.yaml"
    change(path, "    speaker: the mayor\n", "    speaker: the mayor  # ring him\n")
    change(root / "sources/monday.md", "At least 12 people died", "Nobody was hurt")
    extract(root)
    assert "\n# ring him\n" in path.read_text()


def test_only_what_yaml_takes_for_a_comment_is_one() -> None:
    found = comments_in(TEXT)
    assert (found.top, dict(found.of), found.end) == ((), {}, ())


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([0, 1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15]), st.booleans()), max_size=6))
def test_no_comment_is_lost_wherever_it_is_put(places: list[tuple[int, bool]]) -> None:
    lines = TEXT.splitlines()
    lines.append("")
    for number, (place, beside) in enumerate(sorted(places, reverse=True)):
        if beside and lines[place].strip():
            lines[place] += f"  # note {number}"
        else:
            lines.insert(place, f"  # note {number}")
    records = [{"id": f"a.{n}", "quote": "q"} for n in (1, 2, 3)]
    found = comments_in("\n".join(lines))
    written = write_records("a", "", records, found)
    assert [written.count(f"# note {number}") for number in range(len(places))] == [1] * len(places)
    assert write_records("a", "", records, comments_in(written)) == written
