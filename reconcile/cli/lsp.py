"""`reconcile lsp`: the language server, over stdin and stdout."""

import argparse
from importlib.util import find_spec

from reconcile.cli.arguments import Parser, command, now
from reconcile.cli.means import means_options
from reconcile.errors import UsageError


def parser() -> Parser:
    """The arguments of `lsp`."""
    p = command(
        "lsp",
        "reconcile lsp",
        "Serve an editor: problems in claims and drafts as you type, the source's passage under the pointer, the way "
        "to the quote, quick fixes. Your editor starts it; it speaks LSP over stdin and stdout.",
    )
    p.add_argument("--stdio", action="store_true", help="what some editors add; it speaks in no other way")
    means_options(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Serve until the editor says that it is done.

    Raises:
        UsageError: where the extra is not installed.
    """
    if find_spec("pygls") is None:
        raise UsageError("the language server needs the extra `lsp`", hint="pip install 'reconcile[lsp]'")
    from reconcile.lsp.features import make

    make(lambda: now().date(), args.means).start_io()
    return 0
