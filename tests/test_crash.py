"""kill -9 at any moment: what was acknowledged is on disk, lines of logs and claim files are whole."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from desks import desk

ROOT = Path(__file__).parents[1]
WRITER = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from desks import workspace
from reconcile.model import Decision
ours = workspace(Path({root!r}))
topic = ours.dossier.topics[0].id
for number in range(100000):
    ours.record(topic, Decision.RANGE, note=str(number))
    print(number, flush=True)
"""


def test_what_was_said_to_be_saved_is_saved_whatever_happens(tmp_path: Path) -> None:
    root = desk(tmp_path)
    log = root / "claims/verdicts/anna.jsonl"
    moments = random.Random(7)
    for _ in range(12):
        log.unlink(missing_ok=True)
        program = WRITER.format(tests=str(ROOT / "tests"), root=str(root))
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(moments.uniform(0, 0.05))  # not a wait for anything: the random moment of the kill
            writer.send_signal(signal.SIGKILL)
            acknowledged = [0, *(int(line) for line in writer.stdout.read().split("\n")[:-1] if line)]
        lines = log.read_bytes().split(b"\n")
        notes = {int(json.loads(line)["note"]) for line in lines[:-1]}
        assert set(acknowledged) <= notes


REPLACER = """
from pathlib import Path
from reconcile.desk.files import write_file
path = Path({path!r})
for number in range(100000):
    write_file(path, "claims:" + f"\\n  - id: a.{{number}}" * 20_000 + "\\n")
    print(number, flush=True)
"""


def test_a_replaced_file_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    moments = random.Random(11)
    for _ in range(12):
        program = REPLACER.format(path=str(path))
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(moments.uniform(0, 0.05))  # not a wait for anything: the random moment of the kill
            writer.send_signal(signal.SIGKILL)
            acknowledged = [0, *(int(line) for line in writer.stdout.read().split("\n")[:-1] if line)]
        rows = path.read_text().splitlines()
        assert len(rows) == 20_001
        assert len(set(rows[1:])) == 1
        assert int(rows[1].rpartition(".")[2]) >= max(acknowledged)
