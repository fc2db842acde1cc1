"""`reconcile diff`: compare articles without a desk."""

import argparse
import sys
from pathlib import Path

from reconcile.cli.arguments import Parser, command, read_files, show
from reconcile.cli.lines import records, sources_of
from reconcile.cli.means import means_options
from reconcile.errors import UsageError


def parser() -> Parser:
    """The arguments of `diff`."""
    p = command(
        "diff",
        "reconcile diff monday.txt tuesday.html",
        "Compare two or more articles and print where they agree, differ, conflict, and what only one says.",
    )
    p.add_argument("files", metavar="FILE", nargs="*", type=Path, help="articles: .txt .md .html .pdf .docx")
    p.add_argument("--json", action="store_true", help="one dossier as JSON (`reconcile schema` tells its form)")
    p.add_argument(
        "--jsonl",
        action="store_true",
        help="write the dossier of each story on a line, as it is done; without FILE, read lines "
        '{"id", "sources": [{"slug", "text", "published"?, "publisher"?}, …]} from stdin, write a dossier a line',
    )
    means_options(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Compare and print."""
    from reconcile.align import look_like_two
    from reconcile.pipeline import reconcile, stories
    from reconcile.report import record

    if args.jsonl:
        told = (
            enumerate(stories(read_files(args.files, args.means), means=args.means), 1)
            if args.files
            else (
                (ident, reconcile(sources_of(line, where), means=args.means))
                for where, ident, line in records("sources")
            )
        )
        for ident, dossier in told:
            print(record.dumps({"id": ident, **record.dossier_record(dossier)}), flush=True)
        return 0
    if len(args.files) < 2:
        raise UsageError("diff needs at least two articles", hint="reconcile diff monday.txt tuesday.html")
    dossier = reconcile(read_files(args.files, args.means), means=args.means)
    if look_like_two(dossier.sources, dossier.claims):
        print(
            "reconcile: these two articles read like two stories; all their claims are compared all the same. With "
            "three or more, `reconcile stories FILE...` shows which belong together",
            file=sys.stderr,
        )
    if args.json:
        print(record.dumps(record.dossier_record(dossier), indent=2))
        return 0
    show(dossier)
    return 0
