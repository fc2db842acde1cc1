"""`reconcile mentions`: the figures and dates read in a text."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.cli.arguments import Parser, command, read_files
from reconcile.cli.lines import day, records
from reconcile.errors import UsageError
from reconcile.model.plain import plain

if TYPE_CHECKING:
    from reconcile.model import Mention, Source


def parser() -> Parser:
    """The arguments of `mentions`."""
    p = command(
        "mentions",
        "reconcile mentions article.txt",
        "Show an article with its figures and dates in brackets, what each means, and which rule read it.",
    )
    p.add_argument("files", metavar="FILE", nargs="*", type=Path, help="articles: .txt .md .html .pdf .docx")
    p.add_argument("--json", action="store_true", help='write {"id", "mentions"} a file, one a line')
    p.add_argument(
        "--jsonl",
        action="store_true",
        help='read lines {"id", "text", "published"?} from stdin, write {"id", "mentions"} a line',
    )
    p.add_argument(
        "--explain",
        metavar="WHERE",
        help="tell the steps of what was read at LINE:COL or in these words, or why they were not read",
    )
    return p


def run(args: argparse.Namespace) -> int:
    """Read and print."""
    if args.explain is not None and (args.json or args.jsonl or len(args.files) != 1):
        raise UsageError("--explain takes one article", hint="reconcile mentions article.txt --explain 12:9")
    if args.jsonl:
        _stream()
        return 0
    if not args.files:
        raise UsageError("mentions needs an article", hint="reconcile mentions article.txt")
    from reconcile.extract import mentions

    for source in read_files(args.files, args.means):
        _show(args, source, mentions(source))
    return 0


def _stream() -> None:
    """Lines in, lines out, a record at a time."""
    from reconcile.extract import may_mention, mentions
    from reconcile.read import read_text
    from reconcile.report import record

    write = sys.stdout.write
    for where, ident, line in records("text"):
        text, published = str(line["text"]), day(line.get("published"), where)
        found = mentions(read_text(text, slug="text", published=published)) if may_mention(text) else ()
        write(record.dumps(record.mentions_record(ident, found)) + "\n")


def _show(args: argparse.Namespace, source: "Source", found: "tuple[Mention, ...]") -> None:
    """Print one article the way that was asked for."""
    if args.json:
        from reconcile.report import record

        print(record.dumps(record.mentions_record(source.slug, found)))
    elif args.explain is not None:
        from reconcile.cli.explain import explained

        for told in explained(source, found, args.explain, str(args.files[0])):
            print(plain(told))
    elif sys.stdout.isatty():
        from reconcile.report import terminal

        terminal.show_mentions(source, found, sys.stdout)
    else:
        from reconcile.report import render_mentions

        print(render_mentions(source, found), end="")
