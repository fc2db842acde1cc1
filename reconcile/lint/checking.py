"""A check of a desk or of drafts: every rule asked, what is silenced or known taken out, the rest put in order."""

import inspect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from reconcile.errors import UsageError
from reconcile.lint.drafts.read import Draft
from reconcile.lint.formats import Texts, formatted
from reconcile.lint.known import Fingerprints, sifted
from reconcile.lint.rule import Checked, Rule
from reconcile.lint.silence import silenced
from reconcile.lint.table import RULES
from reconcile.model import Desk, Dossier, Known, Level, Problem

_ORDER = list(Level)
_CODES = frozenset(rule.code for rule in RULES)
_LAST = "U905"  # looks at what became of the problems of all others


@dataclass(frozen=True, slots=True)
class Checkup:
    """What a check came to, worst first in each.

    Attributes:
        problems: what is to be told.
        quiet: what a suppression covers, each with its excuse.
        known: what the baseline lets pass.
        entries: the problems as the entries of a baseline, in the same order; what speaks of suppressions and of the
            baseline itself is no part of one.
        strange: the drafts that tell another story than the desk: they were judged by their links and quotations alone.
    """

    problems: tuple[Problem, ...] = ()
    quiet: tuple[Problem, ...] = ()
    known: tuple[Problem, ...] = ()
    entries: tuple[Known, ...] = ()
    strange: tuple[str, ...] = ()


def check(desk: Desk, dossier: Dossier, *, today: date | None = None) -> Checkup:
    """Every problem of a desk but those ignored: worst first, then by file and line.

    Args:
        today: the day by which suppressions end and reviews are due; None where none does.
    """
    return _found(Checked(desk, dossier, today=today, known=_CODES), (rule for rule in RULES if rule.family != "A"))


def check_drafts(
    desk: Desk, dossier: Dossier, drafts: Sequence[Draft], *, coverage: bool = False, today: date | None = None
) -> Checkup:
    """Every problem of drafts, held against a desk, in the same order.

    Args:
        coverage: whether to name every figure and date of the drafts that no claim stands behind (A607).
        today: as for `check`.
    """
    if not drafts:
        return Checkup()
    rules = (rule for rule in RULES if (rule.family in "AU" or rule.drafts) and (coverage or rule.code != "A607"))
    broken = (draft.broken for draft in drafts if draft.broken is not None)
    checked = Checked(desk, dossier, tuple(drafts), today, _CODES)
    found = _found(checked, rules, broken)
    strange = tuple(draft.path for draft, spoken in zip(drafts, checked.spoken, strict=True) if not spoken.belongs)
    return replace(found, strange=strange)


def _found(checked: Checked, rules: Iterable[Rule], broken: Iterable[Problem] = ()) -> Checkup:
    ignored = checked.desk.settings.ignore
    kept = [rule for rule in rules if not any(rule.code.startswith(code) for code in ignored)]
    found = {*broken, *(problem for rule in kept if rule.family != "U" for problem in rule.check(checked))}
    prints = Fingerprints(checked)
    loud, quiet, used = silenced(map(prints.given, found), checked)
    after = replace(checked, used=used)
    told = [prints.given(p) for r in kept if r.family == "U" and r.code != _LAST for p in r.check(after)]
    new, known, gone = sifted(_sorted(loud + told), checked.desk.baseline, prints)
    last = replace(after, gone=tuple(gone))
    new += [prints.given(problem) for rule in kept if rule.code == _LAST for problem in rule.check(last)]
    entries = tuple(prints.known(problem) for problem in _sorted(new) if problem.code[0] != "U")
    return Checkup(_sorted(new), _sorted(quiet), tuple(known), entries)


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (_ORDER.index(p.level), p.where, p.code, p.message)))


def render(found: Checkup, name: str, desk: Desk, drafts: Sequence[Draft] = (), prefix: str = "") -> str:
    """The problems in a format of FORMATS.

    Args:
        prefix: what stands before the paths of the desk's files, so that they lead there from where the user is.
    """
    told = {draft.path: draft.text for draft in drafts}
    encodings = {desk.source_files[source.slug]: source.encoding for source in desk.sources if not source.paged}
    texts = Texts(desk.root, told, desk.instead, encodings, prefix, fail_on=desk.settings.fail_on)
    quiet = tuple(texts.told(problem) for problem in found.quiet)
    return formatted(name, [texts.told(problem) for problem in found.problems], replace(texts, quiet=quiet))


def explain(code: str) -> str:
    """A rule's documentation.

    Raises:
        UsageError: where there is no such rule.
    """
    rule = next((rule for rule in RULES if code.upper() in (rule.code, rule.name.upper())), None)
    if rule is None:
        near = get_close_matches(code.upper(), [rule.code for rule in RULES], n=1)
        raise UsageError(
            f"there is no rule {code!r}", hint=f"did you mean {near[0]}?" if near else "`reconcile rule` lists them"
        )
    asked = ", with --coverage" if rule.code == "A607" else ""
    return f"{rule.code} {rule.name} ({rule.level}{asked})\n\n{documented(rule)}"


def documented(rule: Rule) -> str:
    """The parts of a rule's docstring: What, Why, Bad, Good, Fix."""
    return inspect.getdoc(rule.check) or ""
