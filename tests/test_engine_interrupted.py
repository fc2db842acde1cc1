"""An interrupt at the unluckiest moments: while the processes that help are being started, and while they are ended."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STARTING = """
import os, signal, sys
os.register_at_fork(after_in_child=lambda: os.killpg(0, signal.SIGINT))
"""
ENDING = """
import os, signal, sys
from concurrent.futures import ProcessPoolExecutor
end, submit = ProcessPoolExecutor.shutdown, ProcessPoolExecutor.submit
def interrupted(self, *args, **more):
    os.killpg(0, signal.SIGINT)
    end(self, *args, **more)
def begun(self, *args):
    found = submit(self, *args)
    os.killpg(0, signal.SIGINT)
    return found
ProcessPoolExecutor.shutdown, ProcessPoolExecutor.submit = interrupted, begun
"""
RUN = "from reconcile.cli import main\nsys.exit(main())"


@pytest.mark.parametrize("moment", [STARTING, ENDING], ids=["starting", "ending"])
def test_an_interrupt_says_so_and_nothing_else(tmp_path: Path, moment: str) -> None:
    """Sent to the whole group, as a terminal does; no process is left."""
    for number in range(12):
        (tmp_path / f"a{number}.txt").write_text(f"The river took {number + 3} boats from Oria.", encoding="utf-8")
    words = ["diff", "--no-cache", "--jobs", "4", *map(str, sorted(tmp_path.glob("*.txt")))]
    run = subprocess.Popen([sys.executable, "-c", moment + RUN, *words], cwd=ROOT, stderr=subprocess.PIPE,
                           stdout=subprocess.DEVNULL, text=True, start_new_session=True)  # fmt: skip
    _, told = run.communicate(timeout=60)
    assert (run.returncode, told) == (130, "reconcile: interrupted\n")
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)
