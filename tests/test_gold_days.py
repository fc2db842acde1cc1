"""The day of the event: in how many articles of our own stories it is read, and how many pairs of them agree on it.

Counted as the scorer of the whole does: two articles are laid side by side without the others of their story.
"""

from datetime import date
from itertools import combinations
from pathlib import Path

import yaml

from reconcile.model import Dimension, Dossier, Finding, Outcome
from reconcile.pipeline import read, reconcile

HERE = Path(__file__).parent
GOLD = yaml.safe_load((HERE / "gold" / "event_days.yaml").read_text(encoding="utf-8"))


def on_day(dossier: Dossier, slug: str, day: date) -> set[str]:
    """The claims of an article that are dated exactly to a day."""
    dated = ((claim.id, claim.date) for claim in dossier.claims if claim.source == slug)
    return {name for name, when in dated if when and when.earliest == when.latest == day}


def of_dates(dossier: Dossier) -> list[Finding]:
    every = (*dossier.findings, *(finding for turn in dossier.days for finding in turn.findings))
    return [finding for finding in every if finding.right and finding.dimension is Dimension.DATE]


def test_the_day_is_read_and_agreed_on() -> None:
    found: list[bool] = []
    agreed: list[bool] = []
    for place, day in GOLD["days"].items():
        files = sorted((HERE / place / "sources").iterdir())
        for two in combinations([read(file.read_bytes(), file.name) for file in files], 2):
            dossier = reconcile(two)
            ours, theirs = (on_day(dossier, source.slug, day) for source in two)
            same = (f for f in of_dates(dossier) if f.outcome in (Outcome.AGREE, Outcome.COMPATIBLE))
            agreed.append(any({f.left, f.right} & ours and {f.left, f.right} & theirs for f in same))
        found += [bool(on_day(reconcile([read(file.read_bytes(), file.name)]), file.stem, day)) for file in files]
    assert sum(found) >= GOLD["found"], f"{sum(found)} of {len(found)} articles"
    assert sum(agreed) >= GOLD["agreed"], f"{sum(agreed)} of {len(agreed)} pairs"
