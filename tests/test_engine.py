"""What is remembered is what would be worked out: the cache and the helping processes never change a byte."""

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from reconcile.cli import main
from reconcile.engine import Cache, Engine
from reconcile.engine import engine as engine_module
from reconcile.engine.cache import pack
from reconcile.model import Claim, Dossier, Finding, Settings, Source, Topic
from reconcile.model.codec import decode, digest, encode
from reconcile.model.work import Task
from reconcile.pipeline import File, opened, read_text, reconcile
from reconcile.pipeline.tasks import MINE, Article

ROOT = Path(__file__).parents[1]
ARTICLES = [File(path.read_bytes(), path.name) for path in sorted((ROOT / "sources").glob("*.md"))]  # two stories
DONE: list[str] = []


def noted(word: str) -> str:
    DONE.append(word)
    return word.upper()


NOTE = Task("noting", noted, str, str)


@pytest.fixture(autouse=True)
def nothing_done() -> Iterator[None]:
    DONE.clear()
    yield
    DONE.clear()


def note(folder: Path, *words: str) -> list[str]:
    """What a run with this cache gives for words; DONE tells which were worked out."""
    DONE.clear()
    with Engine(cache=Cache(folder)) as engine:
        return list(engine.each(NOTE, words, words))


def files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "CACHEDIR.TAG")


def compared(folder: Path | None, articles: list[File], jobs: int = 1, join: float = 0.22) -> Dossier:
    with Engine(jobs, Cache(folder) if folder else None) as engine:
        sources = [source for source in opened(articles, engine) if isinstance(source, Source)]
        return reconcile(sources, settings=Settings(join=join), means=engine)


def test_nouns_survive_being_written_down() -> None:
    whole = compared(None, ARTICLES)
    for kind, rows in (
        (Source, whole.sources),
        (Claim, whole.claims),
        (Topic, whole.topics),
        (Finding, whole.findings),
    ):
        assert decode(tuple[kind, ...], encode(tuple[kind, ...], rows)) == rows
    odd = read_text("Half a \ud800 character, 12 men.", slug="odd")
    assert decode(Source, encode(Source, odd)) == odd


def test_what_was_done_is_not_done_again(tmp_path: Path) -> None:
    assert note(tmp_path, "one", "two") == ["ONE", "TWO"]
    assert note(tmp_path, "one", "three", "two") == ["ONE", "THREE", "TWO"]
    assert DONE == ["three"]


def test_one_changed_article_costs_that_article_and_its_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = compared(tmp_path, ARTICLES)
    known = files_in(tmp_path)
    changed = [replace(ARTICLES[0], data=ARTICLES[0].data + b"\nNine boats sank.\n"), *ARTICLES[1:]]
    after = compared(tmp_path, changed)
    assert after == compared(None, changed) != before
    assert len(files_in(tmp_path)) - len(known) == 4  # the article opened and read, the grouping, one story of two


def test_a_changed_setting_is_another_result(tmp_path: Path) -> None:
    assert compared(tmp_path, ARTICLES, join=0.9) == compared(None, ARTICLES, join=0.9)
    assert compared(tmp_path, ARTICLES) == compared(None, ARTICLES)


def test_another_version_of_the_program_remembers_nothing_of_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(tmp_path, "one")
    monkeypatch.setattr(engine_module, "fingerprint", lambda: "another version")
    note(tmp_path, "one")
    assert DONE == ["one"]


def test_the_fingerprint_is_of_every_file_that_reads_or_compares(tmp_path: Path) -> None:
    """Asked of a copy of the package, before and after a single byte of it changed."""
    shutil.copytree(ROOT / "reconcile", tmp_path / "reconcile", ignore=shutil.ignore_patterns("__pycache__"))
    program = "from reconcile.engine.fingerprint import fingerprint; print(fingerprint())"

    def told() -> str:
        run = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
        return run.stdout

    found = {told()}
    for name in (
        "extract/claims.py",
        "lexicon/en/places.yaml",
        "lexicon/en/links.txt",
        "compare/gate.py",
        "model/claim.py",
    ):
        path = tmp_path / "reconcile" / name
        path.write_text(path.read_text(encoding="utf-8") + "#\n", encoding="utf-8")
        found.add(told())
    assert len(found) == 6


@pytest.mark.parametrize(
    "broken",
    [b"", b"nothing of ours", b"reconcile cache 1 0000\nxx", b"\x00" * 400],
    ids=["empty", "foreign", "check", "zeros"],
)
def test_a_broken_file_is_as_good_as_none_and_is_written_anew(tmp_path: Path, broken: bytes) -> None:
    note(tmp_path, "one")
    [path] = files_in(tmp_path)
    whole = path.read_bytes()
    for data in (broken, whole[:-3], whole[:-1] + bytes([whole[-1] ^ 1])):
        path.write_bytes(data)
        assert note(tmp_path, "one") == ["ONE"]
        assert DONE == ["one"]
        assert path.read_bytes() == whole


def test_a_whole_file_that_holds_something_else_is_worked_out_anew(tmp_path: Path) -> None:
    article = Article(read_text("Nine boats sank.", slug="a"))
    for strange in (None, b"[1,2", b'{"a":1}', b"\xff", b"[]", b"[[],{},1]", b'[[["x"]],{}]', b"7"):
        for path in files_in(tmp_path) if strange else ():
            Cache(tmp_path).put(path.parent.name + path.name, pack(strange or b""))
        with Engine(cache=Cache(tmp_path)) as engine:
            assert list(engine.each(MINE, [article], ["one"])) == [MINE.do(article)]


def test_two_runs_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    alone = compared(None, ARTICLES)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: compared(tmp_path, ARTICLES), range(4)))
    assert found == [alone] * 4
    assert compared(tmp_path, ARTICLES) == alone


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file", tmp_path / "file" / "below", Path("/proc/nothing/here")):
        assert note(folder, "one", "two") == ["ONE", "TWO"]
        assert note(folder, "one") == ["ONE"]
        assert DONE == ["one"]


def test_a_read_only_folder_is_still_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses every new file, as it does in such a folder to all but root."""

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    note(tmp_path, "one")
    before = files_in(tmp_path)
    monkeypatch.setattr("reconcile.engine.cache._private", refused)
    assert note(tmp_path, "one", "two") == ["ONE", "TWO"]
    assert DONE == ["two"]
    assert files_in(tmp_path) == before


def test_nobody_else_may_read_what_is_kept(tmp_path: Path) -> None:
    note(tmp_path / "kept", "one")
    for path in (tmp_path / "kept", *(tmp_path / "kept").rglob("*")):
        if path.name != "CACHEDIR.TAG":
            assert not stat.S_IMODE(path.stat().st_mode) & 0o077


def test_the_folder_stays_within_its_limit(tmp_path: Path) -> None:
    words = [f"word {number}" for number in range(50)]
    with Engine(cache=Cache(tmp_path, limit=2000)) as engine:
        list(engine.each(NOTE, words, words))
    assert 0 < sum(path.stat().st_size for path in files_in(tmp_path)) <= 2000


def test_several_processes_give_the_same_in_the_same_order(tmp_path: Path) -> None:
    sources = [source for source in opened(ARTICLES) if isinstance(source, Source)]
    many = [replace(source, slug=f"{source.slug}-{number}") for number in range(4) for source in sources]
    alone = reconcile(many)
    with Engine(2, Cache(tmp_path)) as engine:
        assert reconcile(many, means=engine) == alone
        assert engine._crew is not None
    with Engine(2, Cache(tmp_path)) as engine:
        assert reconcile(many, means=engine) == alone
        assert engine._crew is None  # all of it was remembered


@pytest.mark.parametrize("jobs", [2, 3])
def test_one_large_story_is_shared_out_and_comes_to_the_same(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    sources = [s for s in opened(ARTICLES) if isinstance(s, Source) and s.slug.startswith("ilvar")]
    alone = reconcile(sources)
    monkeypatch.setattr("reconcile.pipeline.tasks.MANY", 1)
    with Engine(jobs) as engine:
        assert reconcile(sources, means=engine) == alone
        assert engine._crew is not None


def test_what_is_told_of_progress_ends_at_the_end() -> None:
    told: list[tuple[str, int, int]] = []
    with Engine(tell=lambda *words: told.append(words)) as engine:
        list(engine.each(NOTE, ["a", "b"], ["a", "b"]))
    assert told == [("noting", 1, 2), ("noting", 2, 2)]


def test_commands_use_the_users_folder_unless_they_are_told_not_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = tmp_path / "desk"
    main(["demo", str(desk)])
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("RECONCILE_NO_CACHE")
    capsys.readouterr()
    told = []
    for more in (["--no-cache"], [], []):
        assert (tmp_path / "cache").exists() == (len(told) > 1)
        main(["report", "--desk", str(desk), "-f", "json", *more])
        told.append(capsys.readouterr().out)
    assert told[0] == told[1] == told[2]
    assert not list(desk.rglob("*cache*"))


def test_a_user_without_a_home_has_no_cache(tmp_path: Path) -> None:
    """An unwritable home, none at all, and a relative folder, which the standard says to ignore."""
    for home, given in (("/proc", ""), ("/proc", "relative")):
        env = {**os.environ, "HOME": home, "XDG_CACHE_HOME": given}
        env.pop("RECONCILE_NO_CACHE")
        run = subprocess.run([sys.executable, "-m", "reconcile", "status", "--desk", str(ROOT)], cwd=tmp_path, env=env,
                             capture_output=True, text=True, check=True)  # fmt: skip
        assert run.stdout
        assert not run.stderr
        assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", [["--jobs", "0"], ["--jobs", "-3"]])
def test_no_processes_are_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--desk", str(ROOT), *words]) == 2
    assert "is no number of processes" in capsys.readouterr().err


def test_marks_tell_of_every_field() -> None:
    one = read_text("Nine boats sank.", slug="a")
    for other in (replace(one, text="Ten boats sank."), replace(one, publisher="B"), replace(one, slug="b")):
        assert digest(Source, one) != digest(Source, other)
    assert json.loads(encode(Source, one))[0] == "a"
    mined = MINE.do(Article(one))
    assert list(decode(MINE.given, encode(MINE.given, mined)).words) == list(mined.words)  # their order counts too


@pytest.mark.parametrize("all_of_them", [True, False], ids=["the whole group", "the command alone"])
def test_an_interrupted_run_leaves_nothing_half_done(tmp_path: Path, *, all_of_them: bool) -> None:
    """No traceback, exit code 130, no process left, no half file; what was done by then is remembered."""
    for number in range(40):
        lines = [f"On day {at} of {number} the river took {at + number} boats from Oria." for at in range(60)]
        (tmp_path / f"a{number}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "kept")}
    env.pop("RECONCILE_NO_CACHE")
    words = [sys.executable, "-m", "reconcile", "diff", "--jobs", "2", *map(str, tmp_path.glob("*.txt"))]
    run = subprocess.Popen(words, env=env, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
                           start_new_session=True)  # fmt: skip
    while len(files_in(tmp_path / "kept")) < 44:  # all are opened, and some are read by the helpers
        assert run.poll() is None
        time.sleep(0.01)
    (os.killpg if all_of_them else os.kill)(run.pid, signal.SIGINT)
    assert run.wait(timeout=30) == 130
    assert run.stderr is not None
    assert run.stderr.read() == "reconcile: interrupted\n"
    for _ in range(500):
        try:
            os.killpg(run.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.01)
    else:
        pytest.fail("a process was left behind")
    run.stderr.close()
    assert not [path for path in files_in(tmp_path / "kept") if path.name.startswith(".")]
