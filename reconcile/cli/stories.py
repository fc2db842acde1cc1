"""`reconcile stories`: which articles tell one story, and why."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.cli.arguments import Parser, command, desk_option, open_desk, read_files, the_desk
from reconcile.cli.means import means_options
from reconcile.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reconcile.align import Story
    from reconcile.model import Claim, Source
    from reconcile.model.work import Means


def parser() -> Parser:
    """The arguments of `stories`."""
    p = command(
        "stories",
        "reconcile stories monday.txt tuesday.html wednesday.md",
        "Show which articles of a desk, or of the files given, tell one story. Claims are compared within a story.",
    )
    p.add_argument("files", metavar="FILE", nargs="*", type=Path, help="articles (default: those of the desk)")
    p.add_argument(
        "--json", action="store_true", help='print {"stories": [{"sources", "names", "days", "because"}, …]}'
    )
    desk_option(p)
    means_options(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Group and print.

    Raises:
        UsageError: where there are no articles, or both files and a desk are given.
    """
    from dataclasses import asdict

    from reconcile.align import told
    from reconcile.report import record

    if args.files and args.desk:
        raise UsageError("stories takes files or a desk, not both")
    sources, claims = _of_files(args.files, args.means) if args.files else _of_desk(args.desk, args.means)
    if not sources:
        raise UsageError("there are no articles", hint="reconcile stories monday.txt tuesday.html wednesday.md")
    found = told(sources, claims)
    if args.json:
        print(record.dumps({"stories": [asdict(story) for story in found]}, indent=2))
    else:
        print(listed(found))
    return 0


def _of_files(paths: "Sequence[Path]", means: "Means") -> "tuple[Sequence[Source], Sequence[Claim]]":
    from reconcile.pipeline import claims

    sources = read_files(paths, means)
    return sources, list(claims(sources, means))


def _of_desk(given: Path | None, means: "Means") -> "tuple[Sequence[Source], Sequence[Claim]]":
    from reconcile.desk import dossier

    whole = dossier(open_desk(the_desk(given), means), means)
    return whole.sources, whole.claims


def listed(stories: "Sequence[Story]") -> str:
    """The stories as lines: a heading with the reason, and below it the articles."""
    from reconcile.model.plain import plain
    from reconcile.report.words import count

    lines = []
    for number, story in enumerate(stories, 1):
        many = count(len(story.sources), "article")
        lines += [f"story {number}: {many}: {plain(story.because)}", *(f"  {plain(slug)}" for slug in story.sources)]
    if len(stories) == 1 and len(stories[0].sources) == 2:
        lines.append("two articles are always laid side by side, whatever they tell")
    return "\n".join(lines)
