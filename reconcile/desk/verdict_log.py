"""Verdicts on disk: `claims/verdicts/<reviewer>.jsonl`, one a line, only ever appended."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from reconcile.desk.fields import VERDICT
from reconcile.desk.files import append, inside, listed, saved, whole
from reconcile.desk.lines import mapping
from reconcile.model import Decision, Level, Logged, Place, Problem, Standing, Verdict
from reconcile.model.verdict import ADJUDICATION

FOLDER: Final = "claims/verdicts"
_FIELDS: Final = tuple(Verdict.__dataclass_fields__)
_NEEDED: Final = frozenset(key for key, field in VERDICT.items() if field.needed)  # written even where empty


def read_logs(root: Path) -> tuple[tuple[Logged, ...], tuple[Problem, ...]]:
    """Every line of every reviewer's log, by reviewer, then line; lines that say nothing readable are problems.

    Raises:
        DeskError: where the logs' folder may not be looked into.
    """
    logged: list[Logged] = []
    problems: list[Problem] = []
    for path in listed(root / FOLDER, "*.jsonl"):
        shown = f"{FOLDER}/{path.name}"
        if inside(root, path):
            _read_log(path, shown, logged, problems)
        else:
            problems.append(Problem("S101", Level.ERROR, Place(shown), "leads out of the desk"))
    return tuple(logged), tuple(problems)


def _read_log(path: Path, shown: str, logged: list[Logged], problems: list[Problem]) -> None:
    data = whole(path)
    lines = saved(data).split(b"\n")  # decoded line by line: a crash may tear the last one inside a letter
    first: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = Place(shown, number)
        try:
            verdict = _verdict(line)
        except (ValueError, RecursionError) as error:
            torn = number == len(lines)  # it has no end
            message = "the last line is torn: it ends inside a verdict" if torn else f"is no verdict: {error}"
            problems.append(Problem("S102", Level.ERROR, place, message, "restore the line from git, or delete it"))
            continue
        if first.setdefault(verdict.id, number) != number:
            message = f"the verdict {verdict.id!r} stands here again (first in line {first[verdict.id]})"
            hint = "number one of the two anew: two branches were merged"
            problems.append(Problem("S106", Level.ERROR, place, message, hint))
        logged.append(Logged(verdict, place))
    if len(saved(data)) < len(data):
        message = "ends in a verdict that was never saved: the program was ended while it wrote"
        hint = "nothing that was shown as saved is lost; the next verdict put there takes it off"
        problems.append(Problem("S102", Level.WARNING, Place(shown, len(lines)), message, hint))


def _verdict(line: bytes) -> Verdict:
    fields = mapping(line)
    for key, field in VERDICT.items():
        if field.needed and key not in fields:
            raise ValueError(f"{key!r} is missing")
    for key, value in fields.items():
        if key not in VERDICT:
            raise ValueError(f"unknown key {key!r}")
        if not isinstance(value, str):
            raise ValueError(f"{key!r} is not text")  # noqa: TRY004 - the caller treats all broken lines alike
    if fields.get("role", "") not in ("", ADJUDICATION):
        raise ValueError(f"{fields['role']!r} is no role (adjudication is)")
    return Verdict(**{**fields, "decision": Decision(fields["decision"]), "standing": Standing(fields["standing"])})


def append_verdicts(root: Path, reviewer: str, verdicts: Iterable[Verdict]) -> None:
    """Put verdicts at the end of a reviewer's log; they are on disk when this returns.

    Raises:
        DeskError: where they could not be written; then none was.
    """
    append(root / FOLDER / f"{reviewer}.jsonl", written(verdicts))


def written(verdicts: Iterable[Verdict]) -> str:
    """Verdicts as the lines of a log."""
    lines = (
        json.dumps(
            {key: said for key in _FIELDS if (said := getattr(verdict, key)) or key in _NEEDED}, ensure_ascii=False
        )
        for verdict in verdicts
    )
    return "".join(f"{line}\n" for line in lines)
