"""`--fix`: what is mended, what never is, and that no claim says anything else afterwards."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desks import MONDAY, desk, workspace
from reconcile.cli import main
from reconcile.desk import BASELINE, dossier, extract, load
from reconcile.lint import applied, check
from reconcile.model import Decision, Edit, Problem, seen

DIED = "At least 12 people died in the valley"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def problems(root: Path) -> tuple[Problem, ...]:
    found = load(root)
    return check(found, dossier(found)).problems


def codes(root: Path) -> set[str]:
    return {problem.code for problem in problems(root)}


def says(root: Path) -> dict[str, str]:
    """What each claim says."""
    return {claim.id: seen(claim) for claim in dossier(load(root)).claims}


def files(root: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file() and ".reconcile" not in p.parts
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A clean desk."""
    home = desk(tmp_path)
    workspace(home).record("bridge-was-closed", Decision.UNRESOLVED_CONFLICT)
    return home


def moved(root: Path) -> None:
    """A blank line more above everything: the words are whole, their places and the hash are not."""
    change(root / "sources/monday.md", "---\n\nAt least", "---\n\n\nAt least")


def test_places_and_hash_follow_words_that_only_moved(root: Path) -> None:
    moved(root)
    before, there = says(root), files(root)
    assert codes(root) == {"P202", "P204"}
    assert main(["lint", "--desk", str(root), "--fix"]) == 0
    assert codes(root) == set()
    assert says(root) == before
    mended = files(root)
    assert {name for name in mended if mended[name] != there[name]} == {"claims/monday.yaml"}
    extract(root)
    assert files(root) == mended  # the extraction would have written the very same


def test_what_the_source_says_anew_is_left_to_a_person(root: Path) -> None:
    change(root / "sources/monday.md", "Nobody counted", "Some 300 people fled on Sunday. Nobody counted")
    assert main(["lint", "--desk", str(root), "--fix", "--fail-on", "warning"]) == 1
    assert codes(root) == {"P204"}  # the quote behind it has its place again; what is new is to be read
    change(root / "sources/monday.md", "At least 12 people", "At least 21 people")
    there = files(root)
    assert main(["lint", "--desk", str(root), "--fix"]) == 1
    assert files(root) == there


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('figure: ">= 12 person"', 'figure: ">= 21 person"'),
        ('figure: ">= 12 person"', "figure: 12 person"),
        ("when: 2021-02-03", "when: 2021-02-30"),
        (f"quote: {DIED}", "quote: At least 12 people died in the hills"),
        ("modality: denied", "modality: perhaps"),
        ("speaker: the mayor", "speeker: the mayor"),
        ("modality: denied", "modality: denied\n    modality: denied"),
    ],
)
def test_a_figure_a_date_a_quote_and_a_guess_never_are_mended(root: Path, old: str, new: str) -> None:
    change(root / "claims/monday.yaml", old, new)
    there = files(root)
    assert main(["lint", "--desk", str(root), "--fix"]) == 1
    assert files(root) == there


def test_order_comes_back_with_every_comment_and_field(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "claims/monday.yaml"
    text = path.read_text()
    top, *claims = text.split("\n  - id: ")
    note = "  # seen by anna\n"
    path.write_text("\n  - id: ".join([top, *claims[::-1]]).rstrip() + "\n" + note)
    change(path, "    topic: people-died-in-valley\n", "")
    change(path, "    speaker: the mayor\n", "    speaker: the mayor\n    topic: people-died-in-valley\n")
    before = says(root)
    assert "S108" in codes(root)
    capsys.readouterr()
    assert main(["lint", "--desk", str(root), "--diff"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith(f"--- {root}/claims/monday.yaml\n+++ {root}/claims/monday.yaml\n@@ ")
    assert err == "reconcile: would mend 1\n"
    assert main(["lint", "--desk", str(root), "--fix"]) == 0
    assert path.read_text() == text + "\n# seen by anna\n"
    assert says(root) == before
    assert main(["lint", "--desk", str(root), "--diff"]) == 0


def test_a_broken_file_is_not_put_in_order(root: Path) -> None:
    path = root / "claims/monday.yaml"
    change(path, f"quote: {DIED}", f"figure: none\n    quote: {DIED}")
    assert "S108" not in codes(root)


def test_values_get_their_quotation_marks(tmp_path: Path) -> None:
    root = desk(tmp_path, monday=MONDAY.replace("12 people", "012 people"))
    path = root / "claims/monday.yaml"
    change(path, "modality: denied", "modality: denied\n    speaker: no\n    value: 12:30")
    assert [p.message[:22] for p in problems(root) if p.code == "S104"] == [
        "other programs read no",
        "other programs read 12",
    ]
    before = says(root)
    main(["lint", "--desk", str(root), "--fix"])
    assert 'speaker: "no"\n' in path.read_text()
    assert 'value: "12:30"\n' in path.read_text()
    assert says(root) == before
    assert "S104" not in codes(root)


def test_what_the_program_writes_needs_no_mending(tmp_path: Path) -> None:
    """Also where a source's own words are such."""
    text = MONDAY + '\nThe fee is 1.10 euros, "No" said 010 people at 12:30, and 1_000 left.\n'
    assert "S104" not in codes(desk(tmp_path, monday=text))


def test_a_suppression_goes_by_its_line_or_its_code(root: Path) -> None:
    path = root / "claims/monday.yaml"
    text = path.read_text()
    change(
        path, 'figure: ">= 12 person"', 'figure: ">= 21 person"  # reconcile: ignore[F301, F303] -- from the caption'
    )
    change(
        path,
        "    modality: denied",
        "    # reconcile: ignore[P201] -- nothing\n    modality: denied  # reconcile: ignore[P205] -- gone",
    )
    main(["lint", "--desk", str(root), "--fix"])
    assert "# reconcile: ignore[F301] -- from the caption\n" in path.read_text()
    change(path, '">= 21 person"  # reconcile: ignore[F301] -- from the caption', '">= 12 person"')
    assert path.read_text() == text


def test_the_baseline_gives_up_what_is_gone(root: Path) -> None:
    change(root / "claims/monday.yaml", 'figure: ">= 12 person"', 'figure: ">= 21 person"')
    main(["lint", "--desk", str(root), "--write-baseline"])
    change(root / "claims/monday.yaml", 'figure: ">= 21 person"', 'figure: ">= 12 person"')
    assert main(["lint", "--desk", str(root), "--fix", "--fail-on", "info"]) == 0
    assert (root / BASELINE).read_text() == ""


def test_line_ends_and_the_mark_of_byte_order_stay(root: Path) -> None:
    path = root / "claims/monday.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    moved(root)
    before = path.read_bytes()
    main(["lint", "--desk", str(root), "--fix"])
    after = path.read_bytes()
    assert codes(root) == set()
    assert after.startswith(b"\xef\xbb\xbf#: ")
    assert after.count(b"\r\n") == after.count(b"\n") == before.count(b"\n")


def test_somebody_elses_change_is_not_overwritten(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved(root)
    path = root / "claims/monday.yaml"

    def late(*_: object) -> tuple[dict[str, tuple[str, str]], int]:
        return {"claims/monday.yaml": ("what was read", "what is to be written")}, 1

    monkeypatch.setattr("reconcile.cli.mend._changes", late)
    there = path.read_bytes()
    assert main(["lint", "--desk", str(root), "--fix"]) == 2
    assert path.read_bytes() == there


EDITS = (
    ("sources/monday.md", "\n\n", "\n\n\n"),
    ("sources/monday.md", ". ", ". It rained. "),
    ("sources/monday.md", "sheep.\n", "sheep.\n\nIt rained.\n"),
    ("sources/tuesday.md", "\n\nThe bridge", "\n\nIt is cold.\n\nThe bridge"),
    ("sources/tuesday.md", "19 people", "91 people"),
    ("claims/monday.yaml", "speaker: the mayor", "speaker: no"),
    (
        "claims/monday.yaml",
        "    modality: denied",
        "    # a note\n    modality: denied  # reconcile: ignore[P201, P203] -- gone",
    ),
    ("claims/tuesday.yaml", "figure: 19 person\n    modality: happened", "modality: happened\n    figure: 19 person"),
    ("claims/monday.yaml", "claims:\n", "claims:\n\n  - {id: mine, quote: 'Nobody counted', value: 010}\n"),
    ("claims/monday.yaml", "place: line 9", "place: line 7"),
)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=6))
def test_whatever_is_mended_every_claim_says_what_it_said(edits: list[tuple[str, str, str]]) -> None:
    with TemporaryDirectory() as folder:
        root = desk(Path(folder))
        for name, old, new in edits:
            text = (root / name).read_text()
            (root / name).write_text(text.replace(old, new, 1))
        before, sources = says(root), {p: p.read_bytes() for p in (root / "sources").iterdir()}
        main(["lint", "--desk", str(root), "--fix"])
        assert says(root) == before
        assert {p: p.read_bytes() for p in (root / "sources").iterdir()} == sources
        assert main(["lint", "--desk", str(root), "--diff"]) == 0  # nothing is left to mend


@pytest.mark.parametrize("words", [["--fix", "--staged"], ["--diff", "--draft", "a.md"], ["--fix", "--write-baseline"]])
def test_it_is_for_the_files_of_the_desk_as_they_are(words: list[str], root: Path) -> None:
    assert main(["lint", "--desk", str(root), *words]) == 2


def test_edits_that_overlap_are_made_one_after_the_other() -> None:
    assert applied("abcdef", [Edit(0, 6, "x"), Edit(1, 2, "BB"), Edit(1, 3, "y"), Edit(4, 5, "")]) == "aBBcdf"
