"""Print how fast the review screen is, beside an empty Textual app in the same run.

    python -m tests.bench.screen                  1,000 and 100,000 claims
    python -m tests.bench.screen 1000             other sizes

First paint is a whole process in a pseudo-terminal, in time of its processor from its start to the frame and to the
first topic, over a desk of twenty articles whose comparison is remembered; from key to paint is a key through Pilot and
what changed on the screen rendered as a terminal gets it, in time of the processor, since others may use the machine
too. Each size runs in a fresh process, whose memory is told.
"""

import asyncio
import fcntl
import os
import pty
import resource
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.widgets import Static

from reconcile.desk import extract, init
from tests.bench.pile.write import pile
from tests.bench.stack import Stacked, sizes, stack
from tests.screens import app_of

ROOT = Path(__file__).parents[2]
SIZE = (120, 36)
OUTLETS, SENTENCES = 20, 45
TIMES = 9
MORE, KEY, MEMORY = 0.3, 50, 500  # what is asked: seconds over the empty app, milliseconds, megabytes
FRAME, FIRST = b"reading the desk", b"to do"  # what the frame says, and the first topic
EMPTY = (
    "from textual.app import App\nfrom textual.widgets import Static\n"
    "class Empty(App):\n    def compose(self):\n        yield Static('ready to do')\nEmpty().run()\n"
)
KEYS = {
    "move to the next topic": ["n"],
    "another row": ["j"],
    "filter (state:conflict)": ["slash", *"state:conflict", "enter"],
    "empty the filter": ["slash", "ctrl+u", "enter"],
    "verdict": ["x"],
    "undo": ["u"],
    "redo": ["U"],
}


class Empty(App[None]):
    """The least that a Textual app can be."""

    BINDINGS = [("n", "nothing", "nothing")]  # noqa: RUF012 - Textual's own name

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static("nothing", id="line")

    def action_nothing(self) -> None:
        """Paint the line again."""
        self.query_one("#line", Static).update("nothing more")


def spent(command: list[str], where: Path, words: bytes) -> float:
    """Processor seconds of a process until it has painted some words on its terminal, the median of five."""
    return statistics.median(_painted(command, where, words) for _ in range(5))


def _painted(command: list[str], where: Path, words: bytes) -> float:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
    began, shown = os.times(), b""
    child = subprocess.Popen(command, cwd=where, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
                             env={**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)})  # fmt: skip
    os.close(theirs)
    try:
        while words not in shown:
            if not select.select([ours], [], [], 60)[0]:
                raise SystemExit(f"nothing was painted: {shown[-400:]!r}")
            shown += os.read(ours, 65536)
        child.kill()
        child.wait()
        ended = os.times()
        return ended.children_user + ended.children_system - began.children_user - began.children_system
    finally:
        child.kill()
        child.wait()
        os.close(ours)


async def key_to_paint(app: App[Any], keys: dict[str, list[str]]) -> dict[str, float]:
    """Milliseconds of the processor from the last key of each row to what a terminal is sent, the median of many."""
    took: dict[str, list[float]] = {name: [] for name in keys}
    app.animation_level = "none"
    app._display = lambda _, shown: shown and shown.render_segments(app.console)  # type: ignore[method-assign] # what a terminal would be sent
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(TIMES):
            for name, row in keys.items():
                await pilot.press(*row[:-1])
                await pilot.pause()
                began = time.process_time()
                await pilot.press(row[-1])
                took[name].append(time.process_time() - began)
    return {name: statistics.median(each) * 1000 for name, each in took.items()}


def measure(claims: int) -> None:
    """Print the milliseconds of each key at one size, and the memory of the process."""
    before = _peak()
    with tempfile.TemporaryDirectory() as folder:
        empty = asyncio.run(key_to_paint(Empty(), {"a key in an empty app": ["n"]}))
        dossier = stack(claims)
        held = _peak()
        found = asyncio.run(key_to_paint(app_of(Stacked(Path(folder) / "desk", dossier)), KEYS))
    print(f"\n{f'key to paint, {claims:,} claims':<34}{'ms':>9}{'of 50 ms':>10}")
    for name, took in {**empty, **found}.items():
        print(f"{name:<34}{took:>9.1f}{took / KEY:>10.2f}")
    print(f"{'peak memory, MB':<34}{_peak():>9.0f}{_peak() / MEMORY:>10.2f} of {MEMORY} MB")
    print(f"  an empty app {before:.0f} MB, and the dossier itself {held - before:.0f} MB")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def from_start() -> None:
    """Print the first paint of the command over a desk, beside that of the empty app."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "desk"
        init(root)
        for article in pile(OUTLETS, OUTLETS, SENTENCES):
            header = f"---\npublisher: {article.publisher}\npublished: {article.published}\n---\n\n"
            (root / "sources" / f"{article.slug}.md").write_text(header + article.text, encoding="utf-8")
        os.environ["XDG_CACHE_HOME"] = folder
        extract(root)
        claims = sum(file.read_text(encoding="utf-8").count("- id: ") for file in (root / "claims").glob("*.yaml"))
        command = [sys.executable, "-m", "reconcile", "review", "--by", "anna"]
        cold = _painted(command, root, FIRST)
        empty = spent([sys.executable, "-c", EMPTY], root, FIRST)
        frame, topic = spent(command, root, FRAME), spent(command, root, FIRST)
    print(f"{'process start to first paint':<34}{'CPU s':>9}{'more':>10}")
    print(f"{'an empty Textual app':<34}{empty:>9.2f}")
    print(f"{'reconcile review: the frame':<34}{frame:>9.2f}{frame - empty:>10.2f} of {MORE} asked")
    print(f"{f'  the first topic, {claims} claims':<34}{topic:>9.2f}{topic - empty:>10.2f}")
    print(f"{'  where nothing is remembered yet':<34}{cold:>9.2f}{cold - empty:>10.2f}", flush=True)


def main(words: list[str]) -> None:
    """Run everything, each size in a process of its own."""
    from_start()
    for size in sizes(words):
        subprocess.run([sys.executable, "-m", "tests.bench.screen", "--one", str(size)], check=True, cwd=ROOT)


_WAYS: dict[str, Callable[[list[str]], None]] = {"--one": lambda words: measure(int(words[0]))}

if __name__ == "__main__":
    _WAYS.get(sys.argv[1] if len(sys.argv) > 1 else "", lambda _: main(sys.argv[1:]))(sys.argv[2:])
