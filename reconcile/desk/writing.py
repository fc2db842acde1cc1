"""What `init`, `demo` and `extract` write."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from reconcile.desk import claim_files, config, files
from reconcile.desk.claim_text import write_records
from reconcile.desk.comments import Comments, comments_in
from reconcile.desk.load import dossier, load
from reconcile.desk.schemas import FOLDER, MODELINE, modeline, write_schemas
from reconcile.errors import DeskError, UsageError
from reconcile.model import ClaimFile, Desk, Dossier, Problem, Source
from reconcile.model.work import Means

SETTINGS: Final = f"""\
{MODELINE}{FOLDER}/settings.json
# Settings of this desk; every key has a default.
format: 1
# reviewer: anna        the name your verdicts are logged under
# fail_on: error        the lint level that fails: error, warning or info
# ignore: [P207]        lint codes not to report
# reviewers: [anna, ben]          whose verdicts count
# second_review: [source_error]   decisions that a second reviewer has to confirm
# need_reason: [source_error]     decisions that must say why
# labels: {{range: report the range}}    your newsroom's words for codes
# ratings: {{wrong: 1 False, stands: 5 True}}    what a verdict is worth in `reconcile export claimreview`
"""


def init(root: Path) -> list[Path]:
    """Make a desk; what is there already is left as it is, but that the schemas are those of this version.

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
    return made + write_schemas(root)


def copy_example(target: Path) -> None:
    """Copy the example desk into a folder that does not exist yet.

    Raises:
        UsageError: where it does.
    """
    if target.exists():
        raise UsageError(f"{target} is there already", hint="name a folder that does not exist yet")
    import shutil  # noqa: PLC0415 - once a desk at most, and it takes what packs archives along

    package = Path(__file__).parents[1]
    packed = package / "example"  # in a wheel; in a checkout the example stands at the top
    origin = packed if packed.is_dir() else package.parent
    for folder in ("sources", "claims"):
        shutil.copytree(origin / folder, target / folder)
    files.write_file(target / config.NAME, SETTINGS, expected="")
    write_schemas(target)


def correct(
    root: Path,
    changes: Mapping[str, Mapping[str, str]],
    added: Sequence[tuple[str, Mapping[str, str]]] = (),
    means: Means | None = None,
) -> dict[Path, tuple[str, str]]:
    """Write what a person says of claims into their records, extracting their files first where they have none.

    Args:
        changes: by claim, key of the record to its new text ("figure": "<= 90000 person", "status": "struck"); "" takes
            it out. A topic that is given is a pin, also where it is the one the claim has.
        added: claims that the machine did not find: the source's slug, and the record.

    Returns:
        By file that was written what it holds without this, and what it holds now.

    Raises:
        DeskError: where a text cannot be read, a file cannot be written, there is no such claim, or one that is added
            is there already; nothing changed.
    """
    before = _texts(root)
    desk = load(root, means=means)
    _refuse_broken(desk.problems)
    whole = dossier(desk, means)
    for claim in changes:
        if claim not in whole.claim:
            raise DeskError(f"there is no claim called {claim!r}", hint="the desk changed; load it again")
    stored = {file.source: file for file in desk.claim_files}
    texts: dict[Path, tuple[str, str]] = {}
    for _, fields in added:
        if fields["id"] in whole.claim:
            raise DeskError(f"these words are a claim already: {fields['id']}", hint="correct that one")
    for slug in sorted({whole.claim[claim].source for claim in changes} | {slug for slug, _ in added}):
        source, known = whole.source[slug], stored.get(slug)
        path = root / (known.path if known else f"{claim_files.FOLDER}/{slug}.yaml")
        untouched = merged(whole, desk, source, known)
        records = [
            _corrected(fields, changes[fields["id"]], source) if fields["id"] in changes else fields
            for fields in untouched
        ]
        records += [_corrected({}, fields, source) for of, fields in added if of == slug]
        old = before.get(path, "")
        texts[path] = old or _text(root, source, untouched, ""), _text(root, source, records, old)
    files.replace_files(root, {path: (before.get(path, ""), text) for path, (_, text) in texts.items()})
    return texts


def _corrected(fields: Mapping[str, str], changes: Mapping[str, str], source: Source) -> Mapping[str, str]:
    """A record with what a person says of it."""
    new = {**fields, **changes}
    if "topic" in changes:
        new["read"] = claim_files.unpinned(new)
    try:
        claim_files.claim_of(new, source)
    except ValueError as error:
        raise DeskError(str(error.args[0]), hint="nothing was written") from None
    return new


def extract(root: Path, means: Means | None = None) -> tuple[dict[str, int], tuple[Problem, ...]]:
    """Write `claims/<source>.yaml` for every source, keeping what a person wrote.

    Returns:
        By file the number of claims in it; the articles that cannot be read.

    Raises:
        DeskError: where a file is broken or cannot be written; with ChangedError where one changed meanwhile.
    """
    before = _texts(root)
    desk = load(root, means=means)
    _refuse_broken(desk.problems)
    whole = dossier(desk, means)
    stored = {file.source: file for file in desk.claim_files}
    written: dict[str, int] = {}
    with files.lock(root):
        for source in whole.sources:
            known = stored.get(source.slug)
            name = known.path if known else f"{claim_files.FOLDER}/{source.slug}.yaml"
            old = before.get(root / name, "")
            records = merged(whole, desk, source, known)
            text = _text(root, source, records, old)
            if text != old:
                files.write_file(root / name, text, expected=old)
            written[name] = len(records)
    return written, tuple(problem for problem in desk.problems if problem.code == "S109")


def _text(root: Path, source: Source, records: Sequence[Mapping[str, str]], old: str) -> str:
    """A claim file anew, with the comments it had; a new one tells editors its schema."""
    comments = comments_in(old) if old else Comments(modeline(root, "claims"))
    return write_records(source.slug, source.sha256, records, comments)


def _texts(root: Path) -> dict[Path, str]:
    """The claim files as they are before the desk is loaded: what changes from here on is not overwritten."""
    return {path: files.read_if_there(path) for path in files.listed(root / claim_files.FOLDER, "*.yaml")}


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
