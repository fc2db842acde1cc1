"""`reconcile report`: the comparison as a document."""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.cli.arguments import (
    Parser,
    command,
    desk_option,
    format_option,
    now,
    open_desk,
    refuse_output,
    the_desk,
)
from reconcile.cli.means import means_options
from reconcile.errors import UsageError

if TYPE_CHECKING:
    from reconcile.model import Dossier
    from reconcile.report import Options


def parser() -> Parser:
    """The arguments of `report`."""
    from reconcile.report import BINARY, FORMATS
    from reconcile.report.options import COMMENT

    p = command(
        "report",
        "reconcile report -f html -o discrepancies.html",
        "Write the comparison and the verdicts as one document; the same desk gives the same bytes.",
    )
    format_option(p, {*FORMATS, *BINARY}, "markdown")
    p.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file (default: stdout)")
    p.add_argument("--since", metavar="REV", help="tell what changed since a git revision of the desk")
    p.add_argument("--only", metavar="CODES", help="outcomes or states: conflicts,differs; attention; changed")
    p.add_argument("--source", metavar="SLUGS", help="the topics in which one of these sources speaks")
    p.add_argument("--story", metavar="NAME", help="one story, named by a source in it or by how their names begin")
    p.add_argument("--topic", metavar="ID", default="", help="one topic with its sources; what `-f svg` draws")
    p.add_argument("--redact", action="store_true", help="write `reviewer 1` for a reviewer's name, also in notes")
    p.add_argument("--stamp", action="store_true", help="say when it was written (SOURCE_DATE_EPOCH, else the clock)")
    p.add_argument("--excel", action="store_true", help="CSV with the mark by which Excel knows UTF-8")
    p.add_argument(
        "--limit", metavar="N", type=int, default=COMMENT,
        help=f"most characters of Markdown, cut at whole topics; 0 for all (default: {COMMENT}, a comment on GitHub)",
    )  # fmt: skip
    desk_option(p)
    means_options(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Render and write."""
    from reconcile.desk import dossier, write_file
    from reconcile.report import BINARY, binary, pieces

    if args.limit < 0:
        raise UsageError(f"--limit takes a number of characters, not {args.limit}", hint="0 writes all of it")
    root = the_desk(args.desk)
    desk = open_desk(root, args.means)
    whole, options = _asked(args, dossier(desk, args.means), root)
    if args.output is None and args.format not in BINARY:
        for piece in pieces(args.format, whole, desk.settings, options):
            sys.stdout.write(piece)
        return 0
    if args.output is None:
        raise UsageError(f"{args.format} is no text", hint=f"name a file: `-o discrepancies.{args.format}`")
    refuse_output(args.output)
    if args.format in BINARY:
        write_file(args.output, binary(args.format, whole, desk.settings, options))
    else:
        written = pieces(args.format, whole, desk.settings, options)
        write_file(args.output, (piece.encode("utf-8", "replace") for piece in written))
    print(f"reconcile: wrote {args.output}", file=sys.stderr)
    return 0


def _asked(args: argparse.Namespace, whole: "Dossier", root: Path) -> "tuple[Dossier, Options]":
    """The part of the desk that was asked for, and what to tell with it."""
    from reconcile.report import Options, selection, words
    from reconcile.report.changes import changes

    changed = None
    if args.since:
        from reconcile.desk import dossier_at

        changed = changes(dossier_at(root, args.since, args.means), whole, args.since)
    if args.redact:
        whole = selection.redacted(whole)
    desk, told = whole, []
    if args.story is not None:
        whole = selection.of_story(whole, args.story)
        told.append(f"the story of {args.story}")
    if args.source is not None:
        whole = selection.of_sources(whole, _words(args.source))
        named = " or ".join(words.name(whole.source[slug]) for slug in _words(args.source))
        told.append(f"what {named} speaks of")
    if args.topic:
        whole = selection.of_topic(whole, args.topic)
        told.append(f"the topic “{whole.topics[0].label}”")
    if args.only is not None:
        whole = selection.only(whole, _words(args.only), changed)
        told.append(f"only {', '.join(_words(args.only))}".replace("_", " "))
    if changed and told:
        changed = changed.within(whole)
    part = "; ".join([*told, selection.share(whole, desk)]) if told else ""
    entire = args.source is None and args.only is None and not args.topic
    return whole, Options(part, entire, _stamp(args), args.excel, args.limit, args.topic, changed)


def _words(listed: str) -> list[str]:
    return [word.strip() for word in listed.split(",")]


def _stamp(args: argparse.Namespace) -> str:
    """When the report is written, where that is to be said: SOURCE_DATE_EPOCH before the clock.

    Raises:
        UsageError: where SOURCE_DATE_EPOCH is no time.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        return now().isoformat() if args.stamp else ""
    try:
        return datetime.fromtimestamp(int(given), UTC).isoformat()
    except (ValueError, OverflowError, OSError) as error:
        hint = "it is a number of seconds since 1970, as `date +%s` prints"
        raise UsageError(f"SOURCE_DATE_EPOCH is no time: {given!r}", hint=hint) from error
