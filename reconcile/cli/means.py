"""By what means a command works: how many processes, with which memory, and what it shows of its progress.

Options `--jobs` and `--no-cache`; the variables RECONCILE_JOBS and RECONCILE_NO_CACHE say the same for every run.
"""

import argparse
import os
from typing import TYPE_CHECKING

from reconcile.errors import UsageError

if TYPE_CHECKING:
    from reconcile.engine import Engine

JOBS = "RECONCILE_JOBS"
NO_CACHE = "RECONCILE_NO_CACHE"


def means_options(parser: argparse.ArgumentParser) -> None:
    """Add `--jobs` and `--no-cache`."""
    parser.add_argument(
        "--jobs", metavar="N", type=int, help="most processes that work at a time (default: all there are)"
    )
    parser.add_argument("--no-cache", action="store_true", help="remember nothing, and use nothing remembered")


def means(args: argparse.Namespace) -> "Engine":
    """What a command works with, to be used in a `with` statement.

    Raises:
        UsageError: where the number of processes is none.
    """
    from reconcile.cli.progress import progress
    from reconcile.engine import Cache, Engine, processors

    told = getattr(args, "jobs", None)
    text = str(told) if told is not None else os.environ.get(JOBS, "")
    if text and (not text.isdecimal() or not int(text)):
        raise UsageError(f"{text!r} is no number of processes", hint=f"`--jobs 2`, or {JOBS}=2; `--jobs 1` for one")
    streamed = getattr(args, "jsonl", False) and not args.files  # what comes on stdin does not come again
    forgetful = streamed or getattr(args, "no_cache", False) or os.environ.get(NO_CACHE)
    return Engine(int(text) if text else processors(), None if forgetful else Cache.of_user(), progress())
