"""`reconcile why`: every step that led to a finding, or that kept two claims apart."""

import argparse

from reconcile.cli.arguments import Parser, command, desk_option, open_desk, the_desk
from reconcile.errors import UsageError
from reconcile.model import Dossier, Finding
from reconcile.model.plain import plain


def parser() -> Parser:
    """The arguments of `why`."""
    p = command(
        "why",
        "reconcile why people-fled",
        "Tell every step that led to the findings of a topic, of one finding, or between two claims.",
    )
    p.add_argument("ids", metavar="ID", nargs="+", help="a finding, a topic, a claim, or two claims")
    desk_option(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Print the steps."""
    from reconcile.desk import dossier

    whole = dossier(open_desk(the_desk(args.desk)))
    if len(args.ids) > 2:
        raise UsageError("why takes one id, or two claims")
    findings = of_pair(whole, *args.ids) if len(args.ids) == 2 else of_one(whole, args.ids[0])
    for number, finding in enumerate(findings):
        print("\n" * bool(number) + told(whole, finding), end="")
    return 0


def of_one(dossier: Dossier, name: str) -> list[Finding]:
    """The findings of a finding's, topic's or claim's id.

    Raises:
        UsageError: where there is nothing of that id.
    """
    found = [f for f in dossier.findings if name in (f.id, f.topic, f.left, f.right) or name in f.others]
    if not found:
        raise UsageError(f"nothing on this desk is called {name!r}", hint="`reconcile status` lists the topics")
    return found


def of_pair(dossier: Dossier, left: str, right: str) -> list[Finding]:
    """The findings between two claims; where there are none, why they were never compared.

    Raises:
        UsageError: where there are none, with the reason.
    """
    for name in (left, right):
        if name not in dossier.claim:
            raise UsageError(f"no claim is called {name!r}", hint="`reconcile report -f json` lists the claims")
    found = [f for f in dossier.findings if {left, right} <= {f.left, f.right, *f.others}]
    if found:
        return found
    topics = [dossier.topic_of.get(name) for name in (left, right)]
    if topics[0] != topics[1] or topics[0] is None:
        where = " and ".join(repr(t) if t else "no topic" for t in topics)
        raise UsageError(
            f"the two were never compared: they are in different topics ({where})",
            hint="if they are about the same thing, merge the two in claims/topics.yaml",
        )
    raise UsageError("the two are in one topic but say nothing that can be compared (a figure and a date, say)")


def told(dossier: Dossier, finding: Finding) -> str:
    """A finding, its claims and its steps as lines."""
    lines = [f"{finding.id}", f"  {finding.outcome.value.upper()} ({finding.dimension}, {finding.relation})"]
    for name in (finding.left, finding.right, *finding.others):
        if name is not None:
            claim = dossier.claim[name]
            source = dossier.source[claim.source]
            lines.append(f'  {claim.source}, line {source.line(claim.span.start)}: "{" ".join(claim.quote.split())}"')
    members = {m.claim: m.because for m in dossier.topic[finding.topic].members}
    lines.append(f"  because: {finding.because}")
    lines += [f"  in the topic: {name}: {members[name]}" for name in (finding.left, finding.right) if name in members]
    lines += [f"  step: {step}" for step in finding.steps]
    return "\n".join(plain(line) for line in lines) + "\n"
