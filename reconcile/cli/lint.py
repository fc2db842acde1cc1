"""`reconcile lint`: check claims, quotes and verdicts; exits 1 when something is wrong."""

import argparse
import sys

from reconcile.cli.arguments import Parser, command, desk_option, the_desk
from reconcile.model import Level

LEVELS = [level.value for level in Level]


def parser() -> Parser:
    """The arguments of `lint`."""
    from reconcile.lint import FORMATS

    p = command(
        "lint",
        "reconcile lint",
        "Check that every quote still stands in its source, every figure in its quote, and every verdict on its claim.",
    )
    p.add_argument("--format", choices=sorted(FORMATS), default="full", help="default: full")
    p.add_argument("--fail-on", choices=LEVELS, help="the lowest level that fails (default: error, or reconcile.yaml)")
    desk_option(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Check the desk; 1 where a problem is at or above the level that fails."""
    from reconcile.desk import dossier, load
    from reconcile.lint import check, render

    desk = load(the_desk(args.desk))
    problems = check(desk, dossier(desk))
    sys.stdout.write(render(problems, args.format, desk))
    limit = LEVELS.index(args.fail_on or desk.settings.fail_on)
    return int(any(LEVELS.index(problem.level.value) <= limit for problem in problems))
