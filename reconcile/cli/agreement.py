"""`reconcile agreement`: how far the reviewers of a desk agree, and where they do not."""

import argparse
import json
from dataclasses import asdict

from reconcile.cli.arguments import Parser, command, desk_option, open_desk, the_desk
from reconcile.cli.means import means_options
from reconcile.model.agreement import agreement


def parser() -> Parser:
    """The arguments of `agreement`."""
    p = command(
        "agreement",
        "reconcile agreement",
        "Say how far the reviewers agree, with Cohen's and Fleiss' kappa and Krippendorff's alpha over the topics\n"
        "they decided, and list the topics on which they differ. What a reviewer left open counts as missing.",
    )
    p.add_argument("--json", action="store_true", help="as JSON")
    desk_option(p)
    means_options(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Print it."""
    from reconcile.desk import dossier
    from reconcile.report.agreeing import lines

    desk = open_desk(the_desk(args.desk), args.means)
    whole = dossier(desk, args.means)
    told = agreement(whole)
    if args.json:
        print(json.dumps(asdict(told), indent=2))
    else:
        print("\n".join(lines(told, whole, desk.settings)))
    return 0
