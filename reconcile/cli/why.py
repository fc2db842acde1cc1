"""`reconcile why`: every step that led to a finding, or that kept two claims apart."""

import argparse
from typing import TYPE_CHECKING

from reconcile.cli.arguments import Parser, command, desk_option, open_desk, the_desk
from reconcile.cli.means import means_options
from reconcile.errors import UsageError
from reconcile.model import Dossier, Finding
from reconcile.model.plain import plain

if TYPE_CHECKING:
    from reconcile.model import Desk


def parser() -> Parser:
    """The arguments of `why`."""
    p = command(
        "why",
        "reconcile why people-fled",
        "Tell every step that led to the findings of a topic, of one finding, or between two claims: how alike they "
        "are and by which words, what speaks against their being about one thing, and what comparing them comes to.",
    )
    p.add_argument("ids", metavar="ID", nargs="+", help="a finding, a topic, a claim, or two claims")
    desk_option(p)
    means_options(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Print the steps."""
    from reconcile.desk import dossier

    desk = open_desk(the_desk(args.desk), args.means)
    whole = dossier(desk, args.means)
    if len(args.ids) > 2:
        raise UsageError("why takes one id, or two claims")
    if len(args.ids) == 2:
        print(between(desk, whole, *args.ids), end="")
        return 0
    blocks = [told(whole, finding) for finding in of_one(whole, args.ids[0])]
    print("\n".join([*over_time(whole, args.ids[0]), *blocks]), end="")
    return 0


def of_one(dossier: Dossier, name: str) -> list[Finding]:
    """The findings of a finding's, topic's or claim's id.

    Raises:
        UsageError: where there is nothing of that id.
    """
    found = [f for f in dossier.findings if name in (f.id, f.topic, f.left, f.right) or name in f.others]
    if found:
        return found
    if name in dossier.claim:
        raise UsageError(
            f"nothing was found of {name!r}: no other claim is like it, and it has no figure or date",
            hint="`reconcile why CLAIM CLAIM` tells why it was not put together with another",
        )
    from difflib import get_close_matches

    near = get_close_matches(name, [*dossier.topic, *dossier.claim], n=1)
    hint = f"did you mean {near[0]}?" if near else "`reconcile report -f csv` lists the topics and their claims"
    raise UsageError(f"nothing on this desk is called {name!r}", hint=hint)


def over_time(dossier: Dossier, name: str) -> list[str]:
    """The tallies of a topic, a step a line; nothing where it has none or the id is of something else."""
    from reconcile.report.series import tallies
    from reconcile.report.view import view

    found = tallies(view(dossier, dossier.topic[name])) if name in dossier.topic else ()
    blocks = ([name, "  OVER TIME", *(f"  {step.told}" for step in steps)] for steps in found)
    return ["\n".join(map(plain, block)) + "\n" for block in blocks]


def between(desk: "Desk", dossier: Dossier, left: str, right: str) -> str:
    """Every step between two claims, whether or not they came together.

    Raises:
        UsageError: where there is no such claim, or it is one.
    """
    from reconcile import align, compare

    for name in (left, right):
        if name not in dossier.claim:
            raise UsageError(f"no claim is called {name!r}", hint="`reconcile report -f json` lists the claims")
    if left == right:
        raise UsageError("why needs two claims, and this is one", hint=f"reconcile why {left}")
    findings = [f for f in dossier.findings if {left, right} <= {f.left, f.right, *f.others}]
    topics = [dossier.topic_of.get(name) for name in (left, right)]
    together = topics[0] == topics[1] and topics[0] is not None
    where = f"both in {topics[0]}" if together else " and ".join(topic or "no topic" for topic in topics)
    lines = [f"{left} and {right}", f"  {'TOGETHER' if together else 'APART'} ({where})"]
    lines += [_quoted(dossier, name) for name in (left, right)]
    groups = (_group(dossier, left), _group(dossier, right))
    steps = align.explain(dossier.sources, dossier.claims, groups, desk.settings, desk.pins)
    lines += [f"  step: {step}" for step in steps]
    if not findings:
        lines.append(f"  {_unfound(together=together)}")
        near = {member.claim: member.nearest for topic in dossier.topics for member in topic.members}
        articles = compare.Articles(dossier.source, dossier.claim, near)
        lines += [f"  step: {step}" for step in compare.explain(articles, left, right)]
    whole = "\n".join(plain(line) for line in lines) + "\n"
    return "\n".join([whole, *(told(dossier, finding) for finding in findings)])


def _group(dossier: Dossier, name: str) -> list[str]:
    """A claim and the others of its topic."""
    topic = dossier.topic_of.get(name)
    return [name, *(other for other in (dossier.topic[topic].claims if topic else ()) if other != name)]


def _unfound(*, together: bool) -> str:
    if together:
        return "NO FINDING: of the claims of one source only those that fit best are compared; the two alone come to:"
    return "NEVER COMPARED: had they stood in one topic, comparing them would have come to:"


def told(dossier: Dossier, finding: Finding) -> str:
    """A finding, its claims and its steps as lines."""
    lines = [f"{finding.id}", f"  {finding.outcome.value.upper()} ({finding.dimension}, {finding.relation})"]
    lines += [_quoted(dossier, name) for name in (finding.left, finding.right, *finding.others) if name is not None]
    members = {m.claim: m.because for m in dossier.topic[finding.topic].members}
    lines.append(f"  because: {finding.because}")
    lines += [f"  in the topic: {name}: {members[name]}" for name in (finding.left, finding.right) if name in members]
    lines += [f"  step: {step}" for step in finding.steps]
    return "\n".join(plain(line) for line in lines) + "\n"


def _quoted(dossier: Dossier, name: str) -> str:
    claim = dossier.claim[name]
    source = dossier.source[claim.source]
    return f'  {claim.source}, line {source.line(claim.span.start)}: "{" ".join(claim.quote.split())}"'
