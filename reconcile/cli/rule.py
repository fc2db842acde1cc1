"""`reconcile rule`: what a lint rule wants, why, and how to satisfy it."""

import argparse

from reconcile.cli.arguments import Parser, command
from reconcile.errors import UsageError


def parser() -> Parser:
    """The arguments of `rule`."""
    p = command("rule", "reconcile rule P201", "Explain a lint rule: what, why, a bad and a good example, the fix.")
    p.add_argument("code", metavar="CODE", nargs="?", help="the rule's code")
    p.add_argument("--all", action="store_true", help="every rule in full")
    p.add_argument("--markdown", action="store_true", help="every rule as one page of Markdown")
    return p


def run(args: argparse.Namespace) -> int:
    """Explain one rule, all in full, or list them."""
    from reconcile.lint import RULES, explain, page

    if args.markdown and not (args.code or args.all):
        print(page(), end="")
    elif args.code and not (args.all or args.markdown):
        print(explain(args.code))
    elif args.all and not args.markdown:
        print("\n\n".join(explain(rule.code) for rule in RULES))
    elif not (args.code or args.all or args.markdown):
        for rule in RULES:
            print(f"{rule.code}  {rule.level:<7}  {rule.name}")
    else:
        raise UsageError("name a code, --all or --markdown, one of the three")
    return 0
