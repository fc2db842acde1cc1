"""Why the claims of a topic stand as they do, on a page: each finding with the steps that led to it, in words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from rich.text import Text

from reconcile.model import Dimension, Dossier, Settings
from reconcile.model.plain import plain
from reconcile.report import series, words
from reconcile.report.view import Pair, View
from reconcile.tui.since import since
from reconcile.tui.styles import QUIET

_OF: Final = {Dimension.FIGURE: "the figures", Dimension.DATE: "the dates", Dimension.WORDING: "the words"}
NAMES: Final[Mapping[str, str]] = {  # the rows of the ladders, which are tried one after the other
    "different_unit": "units that do not convert",
    "change_v_level": "a change beside an amount",
    "opposite_change": "a rise beside a fall",
    "equal": "the same figure",
    "equal_converted": "the same in another unit",
    "rounds_to": "one is the other, rounded",
    "within_range": "one lies in the range of the other",
    "approx_equal": "the same within 10%",
    "vague_compatible": "vague words that allow for the other",
    "range_narrower": "a range inside the other's",
    "range_wider": "a range around the other's",
    "shared_bound": "one end in common",
    "bounds_compatible": "a bound that allows for the other",
    "bounds_differ": "two bounds that can both hold",
    "overlap": "an overlap",
    "touching": "one point in common",
    "close": "a near miss of inexact words",
    "vague_apart": "vague words that do not allow for the other",
    "bound_violated": "a bound that the other oversteps",
    "magnitude_slip": "a slip of a power of ten",
    "digits_swapped": "two digits that changed places",
    "disjoint": "nothing in common",
    "unanchored": "a day that is not known",
    "same_day": "the same day",
    "same_resolved": "the same day, reckoned from the day of publication",
    "same_period": "the same period",
    "start_v_end": "a start beside an end",
    "deadline_v_event": "a deadline beside the day itself",
    "other_deadline": "a later deadline",
    "other_start": "an earlier start",
    "bound": "a limit that allows for the other",
    "start_v_event": "a start or an end beside a day",
    "vague": "a rough date that fits",
    "finer": "a closer date within the other",
    "coarser": "a wider date around the other",
    "within": "a period inside the other's",
    "around": "a period around the other's",
    "adjacent": "two days in a row",
    "hour_v_day": "an hour beside a day",
    "same_hour": "the same hour",
    "hour_fits": "an hour that allows for the other",
    "other_zone": "hours of unlike zones",
    "hour_v_bound": "an hour beside a start or an end",
    "hour_of_two_days": "hours of two days",
    "other_hour": "another hour",
    "bare_change": "the number of the change",
    "contrary": "one excludes the other",
    "opposite_deeds": "opposite deeds",
    "polarity": "a yes beside a no",
    "winner_swapped": "each names another who did it",
    "role_swap": "who did it to whom, turned round",
    "same_words": "nearly the same words",
    "same_matter": "the same matter",
}
_NOTHING: Final = {  # what it means that a table was asked and none of its rows held
    "gate": "nothing forbids comparing them",
    "doubts": "nothing suggests that they speak of two different things",
    "plans": "neither is a plan, a deadline or a day that was moved",
}
_SETTLE: Final = " To settle it: "
_FOUND: Final = {"gate": "not to be compared: ", "doubts": "a doubt: ", "plans": ""}


def why(dossier: Dossier, view: View, two: tuple[int, int], settings: Settings) -> Text:
    """Every finding of a topic, its tallies step by step, what changed since a verdict, and why each claim is in it.

    Args:
        two: the row looked at and the one laid beside it; their finding is told first, then those of the first with
            their steps, then the others.
    """
    out = Text()
    out.append(plain(f"{view.topic.label}\n"), "bold")
    if changed := since(dossier, view):
        out.append("\nchanged since it was judged\n", "bold").append("".join(f"  {line}\n" for line in changed))
    for tally in series.tallies(view):
        out.append("\nover time\n", "bold")
        out.append(plain("".join(f"  · {step.told}\n" for step in tally)))
    chosen, both = two[0] + 1, {two[0] + 1, two[1] + 1}
    told = sorted(view.pairs, key=lambda pair: ({pair.left, pair.right} != both, chosen not in (pair.left, pair.right)))
    near = [pair for pair in told if pair.right is None or chosen in (pair.left, pair.right)]
    for pair in near:
        out.append(plain(f"\n{_heading(pair, settings)}\n"), "bold")
        out.append(plain(f"  {pair.finding.because}\n"))
        for step in steps(view, pair):
            out.append(plain(f"  · {step}\n"), QUIET)
    rest = [pair for pair in told if pair not in near]
    if rest:
        out.append("\nbetween the other rows\n", "bold")
        out.append(plain("".join(f"  {_heading(p, settings)}: {p.finding.gist or p.finding.because}\n" for p in rest)))
    out.append("\nin this topic\n", "bold")
    for row, member in zip(view.rows, view.topic.members, strict=True):
        out.append(plain(f"  {row.number}  {words.name(row.source)}, line {row.line}: it {member.because}\n"))
    out.rstrip()
    return out


def _heading(pair: Pair, settings: Settings) -> str:
    finding = pair.finding
    sides = f"{pair.left} and {pair.right}" if pair.right else f"{pair.left}"
    outcome = words.outcome(finding.outcome, settings)
    return f"{words.GLYPH[finding.outcome]} {sides}: {outcome}, by {_OF[finding.dimension]}"


def steps(view: View, pair: Pair) -> Iterator[str]:
    """How a finding was reached, a step a line, in words."""
    for step in pair.finding.steps:
        name, _, said = step.partition(": ")
        if name in ("figures", "dates") and pair.right:
            yield f"read as {' and as '.join(view.rows[n - 1].value for n in (pair.left, pair.right))}"
        elif name in ("ladder", "wording"):
            code, _, tried = said.partition("; tried before it: ")
            yield f"the first that holds: {_named(code)}"
            if tried != "nothing":
                yield f"ruled out before that: {', '.join(map(_named, tried.split(', ')))}"
        elif name in _NOTHING:
            yield _NOTHING[name] if said == "nothing" else _FOUND[name] + said.partition(" (")[2].removesuffix(")")
        elif name == "cap":
            yield f"called a difference and no conflict: {said.partition(': ')[2]}"
        elif name == "arithmetic":
            yield f"reckoned: {said}"
        else:
            yield said if name in ("sameness", "contrast", "title") else step


def _named(code: str) -> str:
    return NAMES.get(code, code.replace("_", " "))


def explained(view: View, pairs: Iterable[Pair], settings: Settings) -> Iterator[str]:
    """Findings with their steps as lines of text."""
    for pair in pairs:
        yield f"{_heading(pair, settings)}: {pair.finding.because}"
        yield from (f"  {step}" for step in steps(view, pair))


def told_by_rows(pair: Pair) -> str:
    """Why two rows stand so, named by their numbers: what they say stands in the table."""
    because, gist = pair.finding.because, pair.finding.gist
    if pair.right is None or not gist or gist not in because:
        return because
    notes, ask, settle = because.rpartition(gist)[2].partition(_SETTLE)
    notes = notes.strip("; .")  # how days were reckoned: what to do comes first, where there is little room
    return f"{pair.left} and {pair.right}: {gist}.{ask}{settle}" + (f" {notes[0].upper()}{notes[1:]}." if notes else "")
