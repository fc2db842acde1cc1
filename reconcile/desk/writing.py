"""What `init`, `demo` and `extract` write."""

import shutil
from collections.abc import Mapping
from importlib.resources import files as package_files
from pathlib import Path
from typing import Final

from reconcile.desk import claim_files, config, files
from reconcile.desk.comments import comments_in
from reconcile.desk.load import dossier, load
from reconcile.errors import DeskError, UsageError
from reconcile.model import ClaimFile, Desk, Dossier, Problem, Source

SETTINGS: Final = """\
# Settings of this desk; every key has a default.
format: 1
# reviewer: anna        the name your verdicts are logged under
# fail_on: error        the lint level that fails: error, warning or info
# ignore: [P207]        lint codes not to report
# labels: {range: report the range}    your newsroom's words for codes
"""


def init(root: Path) -> list[Path]:
    """Make a desk; what is there already is left as it is.

    Returns:
        What was made.

    Raises:
        DeskError: where it cannot be written.
    """
    made = []
    for folder in (root / "sources", root / "claims"):
        if not folder.is_dir():
            try:
                folder.mkdir(parents=True)
            except OSError as error:
                raise DeskError(f"cannot be made: {error.strerror}", where=str(folder)) from error
            made.append(folder)
    if not (root / config.NAME).exists():
        files.write_file(root / config.NAME, SETTINGS, expected="")
        made.append(root / config.NAME)
    return made


def copy_example(target: Path) -> None:
    """Copy the example desk into a folder that does not exist yet.

    Raises:
        UsageError: where it does.
    """
    if target.exists():
        raise UsageError(f"{target} is there already", hint="name a folder that does not exist yet")
    package = Path(str(package_files("reconcile")))
    packed = package / "example"  # in a wheel; in a checkout the example stands at the top
    origin = packed if packed.is_dir() else package.parent
    for folder in ("sources", "claims"):
        shutil.copytree(origin / folder, target / folder)
    files.write_file(target / config.NAME, SETTINGS, expected="")


def strike(root: Path, claim: str) -> None:
    """Write `status: struck` into the record of a claim, extracting its file first where it has none.

    Raises:
        DeskError: where the file cannot be written, or there is no such claim.
    """
    before = _texts(root)
    desk = load(root)
    _refuse_broken(desk.problems)
    whole = dossier(desk)
    if claim not in whole.claim:
        raise DeskError(f"there is no claim called {claim!r}", hint="the desk changed; load it again")
    source = whole.source[whole.claim[claim].source]
    known = next((file for file in desk.claim_files if file.source == source.slug), None)
    name = known.path if known else f"{claim_files.FOLDER}/{source.slug}.yaml"
    old = before.get(root / name, "")
    records = [
        {**fields, "status": "struck"} if fields["id"] == claim else fields
        for fields in merged(whole, desk, source, known)
    ]
    text = claim_files.write_records(source, records, comments_in(old))
    with files.lock(root):
        files.write_file(root / name, text, expected=old)


def extract(root: Path) -> dict[str, int]:
    """Write `claims/<source>.yaml` for every source, keeping what a person wrote.

    Returns:
        By file the number of claims in it.

    Raises:
        DeskError: where a file is broken or cannot be written; with ChangedError where one changed meanwhile.
    """
    before = _texts(root)
    desk = load(root)
    _refuse_broken(desk.problems)
    whole = dossier(desk)
    stored = {file.source: file for file in desk.claim_files}
    written: dict[str, int] = {}
    with files.lock(root):
        for source in whole.sources:
            known = stored.get(source.slug)
            name = known.path if known else f"{claim_files.FOLDER}/{source.slug}.yaml"
            old = before.get(root / name, "")
            records = merged(whole, desk, source, known)
            text = claim_files.write_records(source, records, comments_in(old))
            if text != old:
                files.write_file(root / name, text, expected=old)
            written[name] = len(records)
    return written


def _texts(root: Path) -> dict[Path, str]:
    """The claim files as they are before the desk is loaded: what changes from here on is not overwritten."""
    return {path: files.read_if_there(path) for path in (root / claim_files.FOLDER).glob("*.yaml")}


def merged(dossier: Dossier, desk: Desk, source: Source, known: ClaimFile | None) -> list[Mapping[str, str]]:
    """The records of a source: the machine's afresh, a person's as they wrote them, in the order of their places."""
    rows: list[tuple[int, Mapping[str, str]]] = []
    old = {record.id: record for record in known.records} if known else {}
    for claim in dossier.claims:
        if claim.source != source.slug:
            continue
        record = old.pop(claim.id, None)
        if record is not None and record.by_hand:
            rows.append((claim.span.start, claim_files.placed(record.fields, claim, source)))
            continue
        fresh = claim_files.fields_of(claim, source, dossier.topic_of.get(claim.id, ""))
        if record is not None and claim.id in desk.pins.fixed and record.fields.get("topic"):
            fresh |= {"topic": record.fields["topic"], "read": record.fields.get("read", "")}
        rows.append((claim.span.start, fresh))
    rows += [  # struck ones, and what a person wrote or gave a topic, whose quote is not in the source any more
        (record.claim.span.start, claim_files.placed(record.fields, record.claim, source))
        if record.claim
        else (len(source.text), record.fields)
        for record in old.values()
        if record.struck or record.by_hand or claim_files.pinned(record.fields)
    ]
    return [fields for _, fields in sorted(rows, key=lambda row: (row[0], row[1]["id"]))]


def _refuse_broken(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        if problem.code in ("S101", "S102", "S103", "S105", "S106") and problem.where.path.endswith(".yaml"):
            raise DeskError(problem.message, where=str(problem.where), hint=problem.hint or "mend it first")
