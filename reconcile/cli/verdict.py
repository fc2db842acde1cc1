"""`reconcile verdict`: set, undo, list or log verdicts without the screen."""

import argparse
import sys
from typing import TYPE_CHECKING

from reconcile.cli.arguments import Parser, command, desk_option, now, the_desk
from reconcile.cli.reviewer import reviewer_option, the_reviewer
from reconcile.errors import UsageError
from reconcile.model import Decision, Status
from reconcile.model.decide import NEEDS_SOURCE
from reconcile.model.plain import plain

if TYPE_CHECKING:
    from reconcile.desk import Workspace

DECISIONS = [decision.value for decision in Decision if decision is not Decision.WITHDRAWN]


def parser() -> Parser:
    """The arguments of `verdict`."""
    p = command(
        "verdict",
        "reconcile verdict set people-fled range --note 'both figures, attributed'",
        "Set, undo, list or log verdicts.",
    )
    actions = p.add_subparsers(dest="action", required=True, metavar="set|undo|list|log")
    setting = actions.add_parser("set", help="decide a topic", allow_abbrev=False)
    setting.add_argument("topic", help="the topic's id (`reconcile status` lists them)")
    setting.add_argument("decision", choices=DECISIONS, metavar="DECISION", help=", ".join(DECISIONS))
    setting.add_argument("--source", default="", metavar="SLUG", help="the source that is right, where one is")
    setting.add_argument("--reason", default="", metavar="CODE", help="as_of, scope, measure, rounding, …")
    setting.add_argument("--settle", action="store_true", help="over the verdicts of reviewers who differ")
    setting.add_argument("--note", default="", metavar="TEXT")
    for name, what in (
        ("undo", "take your last verdict back; the log keeps it"),
        ("list", "the verdicts that stand"),
        ("log", "every line of every log, oldest first"),
    ):
        desk_option(actions.add_parser(name, help=what, allow_abbrev=False))
    desk_option(setting)
    for action in actions.choices.values():
        reviewer_option(action)
    return p


def run(args: argparse.Namespace) -> int:
    """Do one of the four."""
    from reconcile.desk import Workspace

    root = the_desk(args.desk)
    workspace = Workspace(root, the_reviewer(args.by, root), now, args.means)
    {"set": _set, "undo": _undo, "list": _list, "log": _log}[args.action](workspace, args)
    return 0


def _set(workspace: "Workspace", args: argparse.Namespace) -> None:
    from difflib import get_close_matches

    dossier, decision = workspace.dossier, Decision(args.decision)
    if args.topic not in dossier.topic:
        near = get_close_matches(args.topic, dossier.topic, n=1)
        hint = f"did you mean {near[0]}?" if near else "`reconcile report -f csv` lists the topics"
        raise UsageError(f"no topic is called {args.topic!r}", hint=hint)
    outlets = sorted({dossier.claim[claim].source for claim in dossier.topic[args.topic].claims})
    if decision in NEEDS_SOURCE and args.source not in outlets:
        raise UsageError(f"{decision} needs the source that is right", hint=f"--source {' or '.join(outlets)}")
    if args.settle and dossier.status(args.topic) not in (Status.DISPUTED, Status.SETTLED):
        raise UsageError(f"the reviewers do not differ on {args.topic!r}", hint="leave out --settle")
    workspace.record(args.topic, decision, source=args.source, reason=args.reason, note=args.note, settle=args.settle)
    print(f"reconcile: {args.topic}: {decision}, by {workspace.reviewer}", file=sys.stderr)


def _undo(workspace: "Workspace", args: argparse.Namespace) -> None:  # noqa: ARG001 - the four have one form
    topic = workspace.undo()[1]
    print(f"reconcile: took back {topic}" if topic else "reconcile: nothing to take back", file=sys.stderr)


def _list(workspace: "Workspace", args: argparse.Namespace) -> None:  # noqa: ARG001 - the four have one form
    dossier = workspace.shown
    for topic in dossier.topics:
        rows = {(v.who, v.decision, v.reason, v.note) for claim in topic.claims for v in dossier.verdicts_of(claim)}
        for by, decision, reason, note in sorted(rows):
            more = "  ".join(text for text in (reason, note) if text)
            print(plain(f"{topic.id}  {dossier.status(topic.id)}  {decision}  {by}  {more}".rstrip()))


def _log(workspace: "Workspace", args: argparse.Namespace) -> None:  # noqa: ARG001 - the four have one form
    for v in workspace.shown.verdicts:
        note = f"  {v.note}" if v.note else ""
        print(plain(f"{v.at}  {v.who}  {v.topic}  {v.claim}  {v.decision}  {v.standing}{note}"))
