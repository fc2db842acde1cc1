"""`reconcile status`: where the desk stands."""

import argparse
import json
from collections import Counter
from typing import Any

from reconcile.cli.arguments import Parser, command, desk_option, open_desk, the_desk
from reconcile.cli.means import means_options
from reconcile.model import Dossier, Outcome
from reconcile.model.plain import plain

NEEDS_A_PERSON = (Outcome.CONFLICTS, Outcome.DIFFERS)


def parser() -> Parser:
    """The arguments of `status`."""
    p = command("status", "reconcile status", "Say what the desk holds and what still needs a person, worst first.")
    p.add_argument("--json", action="store_true", help="as JSON")
    desk_option(p)
    means_options(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Print it."""
    from reconcile.desk import dossier
    from reconcile.report.language import foreign
    from reconcile.report.words import FOREIGN, count

    whole = dossier(open_desk(the_desk(args.desk), args.means), args.means)
    facts = told(whole)
    if args.json:
        print(json.dumps(facts, indent=2))
        return 0
    print(", ".join(count(facts[f"{noun}s"], noun) for noun in ("source", "claim", "topic")))
    print("findings: " + ", ".join(f"{number} {name}" for name, number in facts["findings"].items()))
    print("verdicts: " + ", ".join(f"{number} {name}" for name, number in facts["status"].items()))
    for source in whole.sources:
        if source.published is None:
            print(f"{plain(source.slug)}: publication day unknown: its weekdays stay unanchored")
            print(f"  give it as `published: 2024-10-30` in its header or in sources/{plain(source.slug)}.yaml")
        if foreign(source):
            print(f"{plain(source.slug)}: {FOREIGN}")
    for topic in facts["to_do"]:
        print(f"{topic['outcome']:<10} {topic['status']:<9} {plain(topic['id'])}  {plain(topic['label'])}")
    return 0


def told(dossier: Dossier) -> dict[str, Any]:
    """Counts, and the topics that need a person."""
    status = {topic.id: dossier.status(topic.id) for topic in dossier.topics}
    waiting = [
        {"id": t.id, "label": t.label, "outcome": dossier.outcome(t.id).value, "status": status[t.id].value}
        for t in dossier.topics
        if (dossier.outcome(t.id) in NEEDS_A_PERSON and status[t.id] == "open") or status[t.id] in ("stale", "disputed")
    ]
    return {
        "sources": len(dossier.sources),
        "claims": len(dossier.claims),
        "topics": len(dossier.topics),
        "findings": dict(sorted(Counter(f.outcome.value for f in dossier.findings).items())),
        "status": dict(sorted(Counter(s.value for s in status.values()).items())),
        "to_do": waiting,
    }
