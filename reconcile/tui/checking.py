"""What the lint and the report say, on a page of the review: read from disk as it is now."""

from bisect import bisect_right
from itertools import islice
from pathlib import Path
from typing import Final

from rich.text import Text

from reconcile.desk import load
from reconcile.lint import check
from reconcile.model import Desk, Dossier, Problem, Settings
from reconcile.model.plain import plain
from reconcile.report import text
from reconcile.report.digest import Digest
from reconcile.report.options import Options
from reconcile.tui.styles import QUIET

_MOST: Final = 3000  # lines of the report that are shown; a page with more is no page


def about(root: Path, dossier: Dossier, topic: str) -> Text:
    """What the lint finds in the records of a topic's claims, in their articles, and in the verdicts on it.

    Raises:
        DeskError: where the settings cannot be used.
    """
    desk = load(root)
    whole = check(desk, dossier).problems
    found = [problem for problem in whole if _is_about(problem, desk, dossier, topic)]
    out = Text()
    for problem in found:
        out.append(f"{problem.level.value} {problem.code}", "bold").append(plain(f"  {problem.message}\n"))
        out.append(plain(f"  {problem.where}\n"), QUIET)
        out.append(plain(f"  {problem.hint}\n") if problem.hint else "")
        out.append("\n")
    others = len(whole) - len(found)
    nothing = "" if found else "The lint finds nothing in this topic.\n"
    return out.append(f"{nothing}{others} elsewhere on the desk: reconcile lint.", QUIET)


def _is_about(problem: Problem, desk: Desk, dossier: Dossier, topic: str) -> bool:
    """Whether a problem stands in a record, a line of a log or an article of the topic."""
    claims = set(dossier.topic[topic].claims)
    where = problem.where
    for file in desk.claim_files:
        if file.path == where.path:
            starts = [record.places[""].line for record in file.records]
            at = bisect_right(starts, where.line) - 1
            return at >= 0 and file.records[at].id in claims
    if any(logged.place == where for logged in desk.log if logged.verdict.topic == topic):
        return True
    return any(where.path == desk.source_files.get(dossier.claim[claim].source) for claim in claims)


def preview(dossier: Dossier, settings: Settings, width: int) -> Text:
    """The report as text, as it would be written now, in lines of a width."""
    told = text.lines(Digest(dossier, settings, Options()), width)
    shown = plain("\n".join(islice(told, _MOST)))
    more = sum(1 for _ in told)
    return Text(shown).append(f"\n… {more} more lines: reconcile report" if more else "", QUIET)
