"""`reconcile export`: a desk as one file for another desk or another program."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.cli.arguments import Parser, command, desk_option, open_desk, refuse_output, the_desk
from reconcile.cli.means import means_options

if TYPE_CHECKING:
    from reconcile.model import Dossier, Settings


def parser() -> Parser:
    """The arguments of `export`."""
    from reconcile.report import EXCHANGE

    p = command(
        "export",
        "reconcile export desk > floods.json",
        "Write a desk as one file.\n\n"
        "  desk         a whole desk byte for byte: articles, claims, topics, settings and every reviewer's verdicts;\n"
        "               `reconcile import desk` lays it out again\n"
        "  annotation   every claim as a W3C Web Annotation (JSON-LD): its quote and the words around it, its\n"
        "               position in Unicode code points of the article's text as read, the source's hash, how it was\n"
        "               read, what reviewers decided; `reconcile import annotation` finds the places again\n"
        "  claimreview  reviewed claims as schema.org ClaimReview (JSON-LD), each article an appearance: only where\n"
        "               `ratings:` in reconcile.yaml says what truth rating a claim's standing or a decision is, and\n"
        "               never where a verdict is open, stale or disputed; what is left out is told. A review has\n"
        "               no `url`: no desk knows the page it is published on, and whoever publishes it adds that\n"
        "  sarif        conflicts and differences as SARIF 2.1.0, a result each with both places, fingerprints that\n"
        "               stay, and what a reviewer decided as a suppression with its reason",
    )
    p.add_argument("what", choices=["desk", *EXCHANGE], help="what to export")
    p.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file (default: stdout)")
    p.add_argument(
        "--redact", action="store_true", help="write `reviewer 1` for a reviewer's name, also in notes and settings"
    )
    desk_option(p)
    means_options(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Pack and write."""
    from reconcile.desk import write_file

    root = the_desk(args.desk)
    if args.output is not None:
        refuse_output(args.output)
    made = _packed(args, root) if args.what == "desk" else _exchanged(args, root)
    if args.output is None:
        for piece in made:
            sys.stdout.write(piece)
    else:
        write_file(args.output, (piece.encode("utf-8", "replace") for piece in made))
        print(f"reconcile: wrote {args.output}", file=sys.stderr)
    return 0


def _packed(args: argparse.Namespace, root: Path) -> Iterable[str]:
    from reconcile.desk import pack, pack_nameless
    from reconcile.report.record import dumps

    if not args.redact:
        return [dumps(pack(root), indent=1) + "\n"]
    parcel, left = pack_nameless(root)
    for path in left:
        print(
            f"reconcile: the name of a reviewer still stands in {path}, which is left as it was written",
            file=sys.stderr,
        )
    return [dumps(parcel, indent=1) + "\n"]


def _exchanged(args: argparse.Namespace, root: Path) -> Iterable[str]:
    from reconcile.desk import dossier
    from reconcile.report import Options, pieces, selection

    desk = open_desk(root, args.means)
    whole = dossier(desk, args.means)
    whole = selection.redacted(whole) if args.redact else whole
    if args.what == "claimreview":
        _tell_unrated(whole, desk.settings)
        _tell_unplaced(whole, desk.settings)
    return pieces(args.what, whole, desk.settings, Options(files=desk.source_files))


def _tell_unrated(whole: "Dossier", settings: "Settings") -> None:
    from reconcile.report.claim_review import REVIEWED, unrated

    left_out = unrated(whole, settings)
    for verdict, count in sorted(left_out.items()):
        claims = "claim is" if count == 1 else "claims are"
        print(f"reconcile: {count} reviewed {claims} left out: no rating for {verdict}", file=sys.stderr)
    if left_out:
        print("reconcile: `ratings:` in reconcile.yaml gives them: `wrong: 1 False`", file=sys.stderr)
    elif not any(whole.status(topic.id) in REVIEWED for topic in whole.topics):
        print("reconcile: no topic is decided yet, so nothing is reviewed", file=sys.stderr)


def _tell_unplaced(whole: "Dossier", settings: "Settings") -> None:
    """Say which addresses the reviews lack: their own, which no desk knows, and those of articles."""
    from reconcile.report.annotation import web_address
    from reconcile.report.claim_review import reviewed

    rated = [claim for each in reviewed(whole, settings) if each.rating for claim in each.claims]
    lacking = [slug for slug in dict.fromkeys(c.source for c in rated) if not web_address(whole.source[slug].url)]
    if rated:
        print("reconcile: no review has a `url`: add that of the page it is published on", file=sys.stderr)
    if lacking:
        hint = "give `url:` in the article's header"
        print(f"reconcile: appearances without a web address: {', '.join(lacking)}; {hint}", file=sys.stderr)
