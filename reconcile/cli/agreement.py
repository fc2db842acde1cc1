"""`reconcile agreement`: how far the reviewers of a desk agree, and where they do not."""

import argparse
import json
from dataclasses import asdict

from reconcile.cli.arguments import Parser, command, desk_option, open_desk, the_desk
from reconcile.cli.means import means_options
from reconcile.model import Dossier
from reconcile.model.agreement import Agreement, agreement
from reconcile.model.plain import plain


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

    whole = dossier(open_desk(the_desk(args.desk), args.means), args.means)
    told = agreement(whole)
    if args.json:
        print(json.dumps(asdict(told), indent=2))
    else:
        print("\n".join(_lines(told, whole)))
    return 0


def _lines(told: Agreement, whole: Dossier) -> list[str]:
    if len(told.reviewers) < 2:
        return [f"{len(told.reviewers)} of 2 reviewers have decided anything: nothing to compare yet"]
    lines = [f"{plain(name)}: {number} topics decided" for name, number in told.reviewers.items()]
    lines += [
        f"{plain(two.left)} and {plain(two.right)}: {two.same} of {two.both} the same, Cohen's kappa {_told(two.kappa)}"
        for two in told.pairs
    ]
    lines.append(f"Fleiss' kappa {_told(told.fleiss)}, Krippendorff's alpha {_told(told.alpha)}")
    for topic, row in told.differing.items():
        lines.append(f"differ on {plain(topic)}: {plain(whole.topic[topic].label)}")
        lines += [f"  {plain(name)}: {decision}" for name, decision in row.items()]
    return lines


def _told(value: float | None) -> str:
    return "not defined (too few topics, or one decision only)" if value is None else f"{value:.3f}"
