"""`reconcile lint`: check claims, quotes and verdicts; exits 1 when something is wrong."""

import argparse
import os
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.cli.arguments import Parser, command, desk_option, format_option, now, read_bytes, the_desk
from reconcile.cli.lines import day
from reconcile.cli.means import means_options
from reconcile.engine import at_work, last_work
from reconcile.errors import UsageError
from reconcile.model import Level
from reconcile.model.codec import digest
from reconcile.model.plain import in_line
from reconcile.model.work import Task

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reconcile.lint import Checkup, Draft
    from reconcile.model import Desk
    from reconcile.model.work import Means

LEVELS = [level.value for level in Level]


def parser() -> Parser:
    """The arguments of `lint`."""
    from reconcile.lint import FORMATS

    p = command(
        "lint",
        "reconcile lint",
        "Check that every quote still stands in its source, every figure in its quote, and every verdict on its claim.",
    )
    format_option(p, FORMATS, "full")
    p.add_argument("--fail-on", choices=LEVELS, help="the lowest level that fails (default: error, or reconcile.yaml)")
    p.add_argument("files", metavar="FILE", nargs="*", type=Path, help="with --draft: the drafts")
    p.add_argument("--draft", action="store_true", help="hold these drafts against the desk's verdicts")
    p.add_argument("--coverage", action="store_true", help="with --draft: name what no claim stands behind")
    p.add_argument("--published", metavar="DAY", help='with --draft: the day "on Tuesday" is reckoned from')
    p.add_argument("--stdin-filename", metavar="FILE", type=Path, help="check what stdin holds as if it lay in FILE")
    p.add_argument("--staged", action="store_true", help="check the desk as git would commit it")
    known = p.add_mutually_exclusive_group()
    known.add_argument("--baseline", metavar="FILE", type=Path, help="let pass what it lists (claims/baseline.jsonl)")
    known.add_argument("--no-baseline", action="store_true", help="tell also what the baseline lets pass")
    p.add_argument("--write-baseline", action="store_true", help="list all there is, or take out what is gone")
    mends = p.add_mutually_exclusive_group()
    mends.add_argument("--fix", action="store_true", help="mend what needs nobody's judgement, then tell what is left")
    mends.add_argument("--diff", action="store_true", help="show what --fix would write; 1 where it would anything")
    desk_option(p)
    means_options(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Check the desk, or drafts against it; 1 where a problem is at or above the level that fails."""
    _refuse(args)
    if args.stdin_filename:
        return _unsaved(args)
    if args.diff:
        return _differs(the_desk(args.desk), args.means)
    if not args.staged:
        return _check(args, the_desk(args.desk))
    from reconcile.cli.staged import elsewhere, staged
    from reconcile.desk import find

    if args.desk is None and find(Path.cwd()) is None and not elsewhere():
        print("reconcile: no desk here, so there is nothing to check", file=sys.stderr)
        return 0
    root = the_desk(args.desk)
    with staged(root) as desk:
        return 0 if desk is None else _check(args, desk, shown=root)


def _refuse(args: argparse.Namespace) -> None:
    """Stop where arguments do not go together.

    Raises:
        UsageError: where they do not.
    """
    if args.stdin_filename and (
        args.files or args.staged or args.draft or args.fix or args.diff or args.write_baseline
    ):
        raise UsageError("--stdin-filename checks one file, whose text stdin holds",
                         hint="reconcile lint --stdin-filename draft.md < draft.md")  # fmt: skip
    of_drafts = (args.coverage or args.published) and not args.stdin_filename
    if args.draft != bool(args.files) or (not args.draft and of_drafts):
        raise UsageError("drafts are named after --draft", hint="reconcile lint --draft FILE --coverage")
    if args.staged and args.draft:
        raise UsageError("--staged checks the desk alone", hint="leave out one of --staged and --draft")
    if args.write_baseline and (args.staged or args.no_baseline):
        raise UsageError("--write-baseline writes what the check of the files as they are finds",
                         hint="leave out --staged and --no-baseline")  # fmt: skip
    if (args.fix or args.diff) and (
        args.staged or args.draft or args.baseline or args.no_baseline or args.write_baseline
    ):
        raise UsageError("--fix and --diff look at the files of the desk as they are, and at nothing else",
                         hint="reconcile lint --fix")  # fmt: skip


def _differs(root: Path, means: "Means") -> int:
    """Show what would be mended; 1 where anything would."""
    from reconcile.cli.mend import mend

    mended = mend(root, now().date(), _prefix(root), means, write=False)
    print(f"reconcile: would mend {mended}", file=sys.stderr)
    return int(mended > 0)


def _unsaved(args: argparse.Namespace) -> int:
    """Check what stdin holds as a file of the desk, or as a draft; what is wrong elsewhere is not told."""
    from reconcile.cli.unsaved import home, instead, text
    from reconcile.lint import read_draft

    path, data = args.stdin_filename, text()
    root = home(path, args.desk)
    there = instead(root, path, data)
    drafts = [] if there else [read_draft(data, str(path), day(args.published, "--published"))]
    answer = _answer(args, root, _prefix(root), now().date(), drafts, there)
    sys.stderr.write(answer.narrated)
    sys.stdout.write(answer.told)
    return answer.code


def _check(args: argparse.Namespace, root: Path, shown: Path | None = None) -> int:
    """Check the desk in a folder; its files are called as those of `shown`."""
    prefix, today = _prefix(shown or root), now().date()
    if args.fix:
        from reconcile.cli.mend import mend

        print(f"reconcile: mended {mend(root, today, prefix, args.means, write=True)}", file=sys.stderr)
    mark = None if args.draft or args.baseline or args.write_baseline else _mark(args, root, prefix, today)

    def checked(_: str) -> Answer:
        work = last_work if args.ends else at_work
        return work(lambda _: _answer(args, root, prefix, today, _drafts(args)), "")

    task: Task[str, Answer] = Task("checking the desk", checked, str, Answer)
    [answer] = [checked("")] if mark is None else args.means.each(task, [""], [mark])
    sys.stderr.write(answer.narrated)
    sys.stdout.write(answer.told)
    return answer.code


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check tells on stdout and stderr, and its exit code."""

    told: str
    narrated: str
    code: int


def _mark(args: argparse.Namespace, root: Path, prefix: str, today: date) -> str | None:
    """A hash of all that a check of the desk depends on; None where that cannot be told."""
    from reconcile.desk.contents import contents

    held = contents(root)
    asked = (prefix, str(today), args.format, args.fail_on or "", str(args.no_baseline))
    return None if held is None else digest(tuple[str, ...], (held, *asked))


def _answer(  # noqa: PLR0913, PLR0917 - what a check depends on
    args: argparse.Namespace,
    root: Path,
    prefix: str,
    today: date,
    drafts: "list[Draft]",
    instead: "Mapping[str, bytes] | None" = None,
) -> Answer:
    """Check the desk, or drafts against it; where a text stands in the place of a file, that file alone is told."""
    from reconcile.desk import dossier
    from reconcile.lint import check, check_drafts, render

    desk = _loaded(args, root, instead)
    whole, narrated = dossier(desk, args.means), ""
    if drafts:
        found = check_drafts(desk, whole, drafts, coverage=args.coverage, today=today)
    else:
        found = check(desk, whole, today=today)
    if instead:
        found = replace(found, problems=tuple(p for p in found.problems if p.where.path in instead),
                        quiet=tuple(p for p in found.quiet if p.where.path in instead))  # fmt: skip
    if args.write_baseline:
        found = _rewritten(args, root, desk, found)
    elif found.known:
        listed = args.baseline or f"{prefix}{_baseline(args, root).relative_to(root).as_posix()}"
        narrated = f"reconcile: {listed} lets {len(found.known)} pass\n"
    narrated += "".join(
        f"reconcile: {in_line(path)} seems to tell another story than the desk: only its quotations and `claim:` links "
        "were held against it\n"
        for path in found.strange
    )
    if drafts and not desk.sources:
        narrated += "reconcile: the desk holds no article that can be read: the drafts were held against nothing\n"
    elif drafts and desk.unread:
        names = ", ".join(sorted(desk.unread))
        narrated += f"reconcile: cannot be read (`reconcile lint` says why), so nothing was held against it: {names}\n"
    limit = LEVELS.index(desk.settings.fail_on)
    failed = any(LEVELS.index(problem.level.value) <= limit for problem in found.problems)
    return Answer(render(found, args.format, desk, drafts, prefix), narrated, int(failed))


def _loaded(args: argparse.Namespace, root: Path, instead: "Mapping[str, bytes] | None") -> "Desk":
    """The desk, with the baseline and the level that were asked for.

    Raises:
        UsageError: where the baseline that is named is not there.
    """
    from reconcile.desk import load, read_baseline

    desk = load(root, instead, args.means)
    if args.fail_on:
        desk = replace(desk, settings=replace(desk.settings, fail_on=args.fail_on))
    if args.no_baseline:
        return replace(desk, baseline=())
    if args.baseline is None:
        return desk
    if not args.baseline.exists() and not args.write_baseline:
        raise UsageError(f"there is no baseline {args.baseline}", hint="--write-baseline makes one")
    entries, strange = read_baseline(args.baseline, str(args.baseline))
    return replace(desk, baseline=entries, problems=(*desk.problems, *strange))


def _baseline(args: argparse.Namespace, root: Path) -> Path:
    """The file that lists what passes."""
    from reconcile.desk import BASELINE, BASELINE_OF_DRAFTS

    return Path(args.baseline or root / (BASELINE_OF_DRAFTS if args.draft else BASELINE))


def _rewritten(args: argparse.Namespace, root: Path, desk: "Desk", found: "Checkup") -> "Checkup":
    """What is left to tell once the baseline lists all there is, or no more what is gone."""
    from reconcile.desk import shrink_baseline, write_baseline

    path = _baseline(args, root)
    if not path.exists():
        write_baseline(root, path, found.entries)
        print(f"reconcile: {path} lists {len(found.entries)}; from now on it only shrinks", file=sys.stderr)
        return replace(found, problems=tuple(p for p in found.problems if p.code[0] == "U"), entries=())
    told = str(args.baseline) if args.baseline else path.relative_to(root).as_posix()
    gone = {problem.where.line for problem in found.problems if problem.code == "U905"}
    if gone:
        shrink_baseline(root, path, gone)
    left = sum(entry.place.path == told for entry in desk.baseline) - len(gone)
    print(f"reconcile: {path}: {len(gone)} taken out, {left} left, nothing put in", file=sys.stderr)
    return replace(found, problems=tuple(p for p in found.problems if p.code != "U905"))


def _prefix(root: Path) -> str:
    """What stands before the paths of a desk's files, so that they lead there from here: "" or "desks/flood/"."""
    here, there = Path.cwd().resolve(), root.resolve()
    related = there.is_relative_to(here) or here.is_relative_to(there)
    path = os.path.relpath(there, here) if related else str(root)
    return "" if path == "." else f"{path}/"


def _drafts(args: argparse.Namespace) -> "list[Draft]":
    """The drafts that were named.

    Raises:
        SourceError: where one is not there.
        UsageError: where `--published` is no day.
    """
    from reconcile.lint import read_draft

    published = day(args.published, "--published")
    return [read_draft(read_bytes(path), str(path), published) for path in args.files]
