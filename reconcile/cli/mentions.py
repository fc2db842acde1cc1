"""`reconcile mentions`: the figures and dates read in a text."""

import argparse
import sys
from pathlib import Path

from reconcile.cli.arguments import Parser, command, read_files
from reconcile.cli.lines import day, records
from reconcile.errors import UsageError


def parser() -> Parser:
    """The arguments of `mentions`."""
    p = command(
        "mentions",
        "reconcile mentions article.txt",
        "Show which figures and dates were read, what each means, and which rule read it.",
    )
    p.add_argument("files", metavar="FILE", nargs="*", type=Path, help="articles: .txt .md .html .pdf .docx")
    p.add_argument("--json", action="store_true", help='write {"id", "mentions"} a file, one a line')
    p.add_argument(
        "--jsonl",
        action="store_true",
        help='read lines {"id", "text", "published"?} from stdin, write {"id", "mentions"} a line',
    )
    return p


def run(args: argparse.Namespace) -> int:
    """Read and print."""
    from reconcile.extract import may_mention, mentions
    from reconcile.report import record

    if args.jsonl:
        from reconcile.read import read_text

        write = sys.stdout.write
        for ident, line in records("text"):
            text, published = str(line["text"]), day(line.get("published"), f"record {ident!r}")
            found = mentions(read_text(text, slug="text", published=published)) if may_mention(text) else ()
            write(record.dumps(record.mentions_record(ident, found)) + "\n")
        return 0
    if not args.files:
        raise UsageError("mentions needs an article", hint="reconcile mentions article.txt")
    from reconcile.report import render_mentions

    for source in read_files(args.files, args.means):
        found = mentions(source)
        if args.json:
            print(record.dumps(record.mentions_record(source.slug, found)))
        else:
            print(render_mentions(source, found), end="")
    return 0
