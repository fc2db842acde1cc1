"""Every rule, in the order of the families. To add one: see the package's docstring."""

from typing import Final

from reconcile.lint import days, known, provenance, readings, silence, structure, verdicts
from reconcile.lint.drafts import quoted, said
from reconcile.lint.rule import Rule
from reconcile.model import Level

RULES: Final = (
    Rule("S101", "unreadable-file", Level.ERROR, structure.s101),
    Rule("S102", "broken-record", Level.ERROR, structure.s102),
    Rule("S103", "duplicate-key", Level.ERROR, structure.s103),
    Rule("S104", "retyped-value", Level.WARNING, structure.s104),
    Rule("S105", "unknown-key", Level.ERROR, structure.s105),
    Rule("S106", "duplicate-id", Level.ERROR, structure.s106),
    Rule("S107", "dangling-id", Level.ERROR, structure.s107),
    Rule("S108", "out-of-order", Level.INFO, structure.s108),
    Rule("S109", "unreadable-source", Level.ERROR, structure.s109),
    Rule("P201", "quote-not-in-source", Level.ERROR, provenance.p201),
    Rule("P202", "quote-moved", Level.WARNING, provenance.p202),
    Rule("P203", "quote-several-times", Level.WARNING, provenance.p203),
    Rule("P204", "source-changed", Level.WARNING, provenance.p204),
    Rule("P205", "quote-altered", Level.ERROR, provenance.p205),
    Rule("P207", "source-undated", Level.WARNING, provenance.p207),
    Rule("F301", "figure-not-in-quote", Level.ERROR, readings.f301),
    Rule("F302", "unit-changed", Level.ERROR, readings.f302),
    Rule("F303", "bound-lost", Level.ERROR, readings.f303),
    Rule("F305", "scale-slip", Level.ERROR, readings.f305),
    Rule("F310", "impossible-figure", Level.ERROR, readings.f310),
    Rule("F311", "ambiguous-separator", Level.WARNING, readings.f311),
    Rule("D401", "date-unresolved", Level.WARNING, days.d401),
    Rule("D403", "impossible-date", Level.WARNING, days.d403),
    Rule("D404", "weekday-mismatch", Level.ERROR, days.d404),
    Rule("D406", "precision-invented", Level.WARNING, days.d406),
    Rule("D407", "happened-after-publication", Level.ERROR, days.d407),
    Rule("R501", "open-conflict", Level.ERROR, verdicts.r501),
    Rule("R502", "stale-verdict", Level.ERROR, verdicts.r502),
    Rule("R503", "orphan-verdict", Level.ERROR, verdicts.r503),
    Rule("R504", "duplicate-claim", Level.WARNING, verdicts.r504),
    Rule("R505", "reason-missing", Level.WARNING, verdicts.r505),
    Rule("R507", "verdict-against-evidence", Level.ERROR, verdicts.r507),
    Rule("R508", "corroborated-by-one-origin", Level.WARNING, verdicts.r508),
    Rule("A601", "figure-against-verdict", Level.ERROR, said.a601),
    Rule("A602", "date-against-verdict", Level.ERROR, said.a602),
    Rule("A603", "conflict-as-settled", Level.ERROR, said.a603),
    Rule("A604", "rejected-claim", Level.ERROR, said.a604),
    Rule("A605", "bound-dropped", Level.WARNING, said.a605),
    Rule("A606", "misquoted", Level.ERROR, quoted.a606),
    Rule("A607", "not-covered", Level.INFO, quoted.a607),
    Rule("A608", "unknown-claim-link", Level.ERROR, quoted.a608),
    Rule("U901", "suppression-without-reason", Level.ERROR, silence.u901),
    Rule("U902", "unused-suppression", Level.WARNING, silence.u902),
    Rule("U903", "expired-suppression", Level.ERROR, silence.u903),
    Rule("U904", "blanket-suppression", Level.ERROR, silence.u904),
    Rule("U905", "stale-baseline", Level.WARNING, known.u905),
)
