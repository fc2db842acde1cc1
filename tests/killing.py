"""A program that is killed again and again while it writes, and what is found on disk afterwards.

It runs in a process of its own, which forks: `python -m tests.killing FOLDER KIND TIMES SEED` prints one line of JSON,
the number of kills, of acknowledged writes, and every way in which less lay on disk than was acknowledged.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from reconcile.desk import Workspace, load
from reconcile.model import Decision, Level
from tests.desks import desk, workspace

LATEST = 0.03  # seconds after the first acknowledgement by which the kill comes


def verdicts(ours: Workspace) -> Iterator[str]:
    """Decide the same topic over and over; each note is a number of its own."""
    topic = ours.dossier.topics[0].id
    for number in range(100_000):
        ours.record(topic, Decision.RANGE, note=str(number))
        yield str(number)


def corrections(ours: Workspace) -> Iterator[str]:
    """Correct the same claim over and over, after what the child before wrote."""
    ours.catch_up()
    claim = next(claim.id for claim in ours.dossier.claims if claim.figure)
    for number in range(100_000):
        ours.correct(claim, {"about": f"people counted {number}"})
        yield str(number)


def lost(root: Path, kind: str, told: list[str]) -> str:
    """What is wrong with the files after a kill, "" where nothing is."""
    read = load(root)
    broken = [problem for problem in read.problems if problem.level is Level.ERROR]  # what was never saved is a warning
    if broken:
        return f"broken: {broken[0].where} {broken[0].message}"
    if kind == "verdicts":
        notes = {logged.verdict.note for logged in read.log}
        each = len(workspace(root).dossier.topics[0].claims)
        halves = [note for note in notes if sum(logged.verdict.note == note for logged in read.log) != each]
        return f"lost {set(told) - notes}, in part {halves}" if set(told) - notes or halves else ""
    abouts = [r.fields.get("about", "") for file in read.claim_files for r in file.records]
    last = max((int(a.rpartition(" ")[2]) for a in abouts if a.startswith("people counted")), default=-1)
    return f"told {told[-1]}, found {last}" if last < int(told[-1]) else ""


def killed(ours: Workspace, work: Callable[[Workspace], Iterator[str]], after: float) -> list[str]:
    """Let a child write until it is killed; what it said was written."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        for said in work(ours):
            os.write(writing, f"{said}\n".encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as told:
        first = told.readline().strip()
        time.sleep(after)  # not a wait for anything: the random moment of the kill
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [first, *told.read().split()]


def main(root: Path, kind: str, times: int, seed: int) -> None:
    """Kill so many times and print what came of it."""
    moments = random.Random(seed)
    ours = workspace(desk(root))
    acknowledged, wrong = 0, []
    for _ in range(times):
        for log in (root / "claims/verdicts").glob("*.jsonl"):
            log.unlink()
        told = killed(ours, {"verdicts": verdicts, "corrections": corrections}[kind], moments.uniform(0, LATEST))
        acknowledged += len(told)
        wrong += [found] if (found := lost(root, kind, told)) else []
    sys.stdout.write(json.dumps({"kills": times, "acknowledged": acknowledged, "wrong": wrong}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
