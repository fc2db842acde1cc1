"""Arguments → calls → exit code. One module a command, loaded when it is called.

stdout is data, stderr is narration. Exit codes: 0 done; 1 `lint` found something at or above its level, or `import`
kept an annotation out; 2 usage, a broken file, or something that cannot go on; 130 interrupted.

To add a command: a module `cli/<name>.py` with `parser() -> ArgumentParser` (its description opens with an example) and
`run(args) -> int`, a row in COMMANDS, a line in the README.
"""

import gc
import os
import signal
import sys
from argparse import Namespace
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final

from reconcile.errors import ReconcileError, UsageError

COMMANDS: Final = {
    "review": "open the review screen of the desk you are in",
    "diff": "compare articles without a desk",
    "stories": "show which articles tell one story, and why",
    "mentions": "show the figures and dates read in a text",
    "demo": "copy the example desk into a new folder",
    "init": "make a desk here",
    "add": "put an article on the desk",
    "extract": "read the sources and write their claims into claims/",
    "status": "say where the desk stands",
    "why": "tell every step that led to a finding",
    "verdict": "set, undo, list or log verdicts",
    "agreement": "say how far the reviewers agree, and where they do not",
    "report": "write the comparison as a page, Markdown, a table, a workbook, JSON, a picture or text",
    "export": "write a desk as one file, for another desk or another program",
    "import": "lay out a desk that was exported, or bring annotations onto one",
    "lint": "check claims, quotes and verdicts; exits 1 when something is wrong",
    "lsp": "serve an editor: problems as you type, passages, quick fixes",
    "rule": "explain a lint rule",
    "config": "show the settings of a desk and where each comes from, or check them",
    "schema": "print the JSON Schemas of the machine interface and of the files of a desk",
}

_YOUNG: Final = 50_000  # objects made before rings are looked for: what a start makes stays, and has none

_USAGE: Final = """\
reconcile lays the articles of one story side by side: where they agree, where their figures differ, where they
conflict on dates, and what only one of them says.

  reconcile diff a.txt b.html        compare two articles
  reconcile demo my-desk             get an example desk to play with
  reconcile                          review the desk you are in

commands:
{commands}

`reconcile COMMAND --help` opens with an example. `reconcile --version` prints the version."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    gc.set_threshold(_YOUNG)
    _open_streams()
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdin, sys.stdout, sys.stderr):  # whatever the locale says
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = _run(words, ends=argv is None)
        if argv is None:  # the process ends: what it made goes with it, and need not be looked through for rings
            gc.freeze()
        sys.stdout.flush()
    except ReconcileError as error:
        print(f"reconcile: {_shown(error)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        if argv is None:  # the process ends, and no second one is needed for it
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        print("reconcile: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader (head, less) has gone; what is still buffered has nowhere to go
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:  # wherever the disk says no: a folder that may not be entered, a device that is gone
        refused = ReconcileError(str(error.strerror or error), where=str(error.filename or ""))
        print(f"reconcile: {_shown(refused)}", file=sys.stderr)
        return 2
    return code


def _open_streams() -> None:
    """Lead nowhere the streams that whoever called closed (`<&-`, `>&-`), which Python leaves as None."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - it stays open to the end


def _run(words: list[str], *, ends: bool) -> int:
    if words and words[0] in ("-h", "--help", "help"):
        print(usage())
        return 0
    if words and words[0] in ("-V", "--version"):
        from reconcile import __version__

        print(f"reconcile {__version__}")
        return 0
    if not words:
        return _bare(ends=ends)
    name, *rest = words
    if name not in COMMANDS:
        near = get_close_matches(name, COMMANDS, n=1, cutoff=0.5)
        raise UsageError(
            f"there is no command {name!r}",
            hint=f"did you mean `reconcile {near[0]}`?" if near else "`reconcile --help` lists the commands",
        )
    command = import_module(f"reconcile.cli.{name}")
    return _work(command, command.parser().parse_args(rest), ends=ends)


def _bare(*, ends: bool) -> int:
    """Plain `reconcile`: the review where a desk is found, help where not."""
    from reconcile.cli import review
    from reconcile.desk import find

    if find(Path.cwd()) is None:
        print(usage())
        return 0
    return _work(review, review.parser().parse_args([]), ends=ends)


def _work(command: ModuleType, args: Namespace, *, ends: bool) -> int:
    """Run a command, with the means it asks for; `args.ends` is whether the process ends with it."""
    from reconcile.cli.means import means

    args.ends = ends
    with means(args) as args.means:
        return int(command.run(args))


def usage() -> str:
    """The help text of `reconcile` itself."""
    return _USAGE.format(commands="\n".join(f"  {name:<10} {what}" for name, what in COMMANDS.items()))


def _shown(error: ReconcileError) -> str:
    from reconcile.model.plain import plain

    return "\n".join(plain(line) for line in str(error).split("\n"))
