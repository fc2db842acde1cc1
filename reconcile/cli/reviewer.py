"""Who reviews: `--by`, else the desk's settings, else the system's user."""

import argparse
import getpass
import re
from pathlib import Path

from reconcile.errors import UsageError


def reviewer_option(parser: argparse.ArgumentParser) -> None:
    """Add `--by NAME`."""
    parser.add_argument("--by", metavar="NAME", help="the reviewer (default: `reviewer:` in reconcile.yaml, else you)")


def the_reviewer(given: str | None, root: Path) -> str:
    """The reviewer's name, which is also the name of a log file.

    Raises:
        UsageError: where it could not be a file's name.
    """
    from reconcile.desk import load_settings

    name = given or load_settings(root).reviewer or _user()
    if not re.fullmatch(r"[\w][\w.-]{0,63}", name):
        raise UsageError(f"{name!r} cannot name a reviewer", hint="use letters, digits, dots, dashes and underscores")
    return name


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user, as in some containers
        return "reviewer"
