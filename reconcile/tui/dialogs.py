"""What the dialogs say: reasons, verdicts with their meaning, what was not done, the history of a topic."""

from collections.abc import Mapping, Sequence
from typing import Final

from rich.text import Text

from reconcile.errors import ReconcileError
from reconcile.model import Claim, Decision, Dossier, Modality, Problem, Settings
from reconcile.model.agreement import agreement
from reconcile.model.notation import write_figure, write_when
from reconcile.model.plain import plain
from reconcile.report import agreeing, words
from reconcile.report.view import View
from reconcile.tui.queue import Board, Facet, Filter, meaningless, queue

REASONS: Final = tuple(words.REASONS.items())
_REASONS: Final = {
    "as_of": "different days",
    "scope": "different scope",
    "measure": "different things",
    "planned_actual": "plan and fact",
    "attribution": "who says it",
}
HOW: Final = {
    "figure": "as 90000 person, <= 90000 person, 75000..90000 person, ~ 2000 person",
    "when": "as 2020-11-25, by 2020-12-01, since 1994, 2020-11-25T04:17; an hour of a day not told as T04:17",
    "about": "what is counted, or what happened",
    "as_of": "the day the figure is stated for, as 2020-11-25; empty where it is not said",
    "where": "the place named for it, as Norvik; empty for none",
    "speaker": "who says it; empty for the outlet itself",
    "modality": ", ".join(Modality),
    "topic": "the id of the topic it belongs to; a new name makes a new one",
}
_PART: Final = {
    Facet.TO_DO: "that needs a person ",
    Facet.ALL: "",
    Facet.DECIDED: "with a verdict ",
    Facet.DISPUTED: "on which reviewers differ ",
    Facet.AGREED: "on which the sources agree ",
}
_GO_ON: Final = "\n  {undo}  takes the last step back\n  {quit}  leaves"
_AFTER: Final = "\n\n  Then: reconcile report, reconcile lint."
DECISIONS: Final = (
    ("corroborated", "two or more independent origins agree"),
    ("agreed_one_origin", "the outlets agree, all from one place"),
    ("range", "any of them may be right"),
    ("prefer_source", "it stands nearer: asks which"),
    ("explained", "both hold, for a reason"),
    ("superseded", "each was right on its day: asks which"),
    ("unresolved_conflict", "both cannot be true"),
    ("source_error", "evidence is against it: asks which is right"),
    ("unverifiable", "not enough to judge"),
    ("misaligned", "of different things: better split them"),
    ("not_a_claim", "an opinion, a forecast, a piece of the page"),
)


CRITERIA: Final = {
    "corroborated": "At least two origins that do not rest on each other give the same value. Reported as a fact.",
    "agreed_one_origin": "The outlets agree, but all have it from one place: an agency, an office, one official. "
    "Reported with that origin: “according to …”.",
    "range": "Each value may be right, and nothing settles which. Reported as “between … and …”, each with its source.",
    "prefer_source": "One source stands nearer: it counted, or it was there. Say in a note why. "
    "Reported with its name.",
    "explained": "Both hold, for a reason that can be named. Reported with that reason.",
    "superseded": "Both were right on their day, and a later count took the place of the earlier one. "
    "Reported as the later figure, with its day.",
    "unresolved_conflict": "The same thing at the same time, both cannot be true, and the articles do not settle it. "
    "Reported as both accounts, each with its source.",
    "source_error": "One source is wrong, and there is evidence for that: name it in a note. "
    "Reported as the right figure; the others are marked wrong.",
    "unverifiable": "There is not enough here to judge whether it is so. Reported as “could not be verified”.",
    "misaligned": "These claims are of different things and do not belong together: better split them. Not reported.",
    "not_a_claim": "An opinion, a forecast, or a piece of the page that is no news. Not reported.",
    "as_of": "The counts are of different days or hours, and each was right when it was made.",
    "scope": "One is of a larger place, a longer time or another group than the other.",
    "measure": "They count different things under a like name: dead and missing, houses and flats.",
    "rounding": "One is the other, rounded: “about 2,000” and 1,987.",
    "unit": "The same amount in another unit or currency.",
    "planned_actual": "One was announced, ordered or due; the other is what came of it.",
    "attribution": "Each reports what somebody else claims, and both reports are right.",
    "translation": "The words were carried over from another language in two ways.",
}


def called(settings: Settings) -> dict[str, str]:
    """What verdicts and reasons are called, by their codes; a newsroom's own words before ours."""
    verdicts = {decision.value: words.decision(decision, settings) for decision in Decision}
    return {**verdicts, **_REASONS, **{code: settings.labels[code] for code, _ in REASONS if code in settings.labels}}


def empty(board: Board, chosen: Filter, keys: Mapping[str, str]) -> str:
    """What to do where the queue holds nothing.

    Args:
        keys: name of an action to its key.
    """
    whole, left = len(board.statuses), len(board.waiting)
    go_on = _GO_ON.format_map(keys)
    if not whole:
        return f"\n  No article on this desk claims anything.\n\n  Then: reconcile add FILE …{go_on}"
    if chosen.words:
        why = plain(meaningless(chosen.words))
        elsewhere = len(queue(board, Filter(Facet.ALL, chosen.words))) if chosen.facet is not Facet.ALL else 0
        more = f"\n  {keys['facet']}  shows the next part: {elsewhere} in all fit the filter" if elsewhere else ""
        none = f"No topic fits {why}" if why else f"No topic {_PART[chosen.facet]}fits the filter."
        return f"\n  {none}\n\n  {keys['filter']}  changes it; an empty one shows the queue{more}{go_on}"
    if chosen.facet is Facet.TO_DO and not left:
        done = "Every conflict and difference has a verdict, and all are saved."
        return f"\n  {done}\n\n  {keys['facet']}  shows everything, decided and agreed topics too{go_on}{_AFTER}"
    parts = "   ".join(f"{facet} {len(queue(board, Filter(facet)))}" for facet in Facet)
    return f"\n  No topic is in this part of the queue.\n  {parts}\n\n  {keys['facet']}  shows the next part{go_on}"


def refused(error: Exception, root: str, what: str, *, note: bool) -> str:
    """Why something was not done, as a toast.

    Args:
        root: the desk, from which files are named.
        what: what it was: "not saved: report the range".
        note: whether a note was written for it, which is not lost.
    """
    why = str(error).replace(f"{root}/", "") if isinstance(error, ReconcileError) else f"{error}"
    return plain(f"{what[:1].upper()}{what[1:]}\n{why}" + ("\n  your note is kept" if note else ""))


def meanwhile(files: Sequence[str]) -> str:
    """That other programs changed files, as a toast."""
    more = f", and {len(files) - 1} more" if len(files) > 1 else ""
    return plain(f"Changed on disk meanwhile, and read again:\n{files[0]}{more}")


def broken(problems: tuple[Problem, ...]) -> str:
    """What is wrong with the files of the desk, as a toast: the first, and how many more."""
    first, more = problems[0], len(problems) - 1
    told = f"{first.where}: {first.message}" + (f", and {more} more" if more else "")
    return plain(f"{told}\nIt is left out here; `reconcile lint` tells how to mend it.")


def fields(claim: Claim, topic: str) -> dict[str, str]:
    """What may be corrected of a claim, as its file writes it; a claim has a figure or a day, never both."""
    told = {"figure": write_figure(claim.figure)} if claim.figure else {}
    told |= {"when": write_when(claim.date)} if claim.date else {}
    told |= {"about": claim.about}
    told |= {"as_of": claim.as_of.edtf if claim.as_of else ""} if claim.figure else {}
    told |= {"where": claim.where}
    return told | {"speaker": claim.speaker, "modality": claim.modality.value, "topic": topic}


def given(dossier: Dossier, view: View, settings: Settings) -> list[tuple[str, str]]:
    """The reviewers' own verdicts on a topic, to choose one of: its code, and why and by whom it was given."""
    found: dict[str, list[str]] = {}
    reasons: dict[str, str] = {}
    for opinion in view.opinions:
        verdict = opinion.verdict
        if not verdict.role:
            code = f"{verdict.decision} {verdict.reason}".rstrip()
            found.setdefault(code, []).append(verdict.by)
            reasons[code] = words.reason(verdict, dossier.source, settings)
    return [(code, f"{reasons[code]}, as {' and '.join(by)}".removeprefix(", ")) for code, by in found.items()]


def agreed(dossier: Dossier, settings: Settings) -> Text:
    """How far the reviewers agree."""
    return Text("\n".join(agreeing.lines(agreement(dossier), dossier, settings)))


def history(dossier: Dossier, topic: str, settings: Settings, reviewer: str) -> Text:
    """Every verdict ever given on a topic, oldest first, then those of the reviewer's last day; undone ones too."""
    given = dict.fromkeys(
        f"{v.at[:19].replace('T', ' ')}  {v.who}  {words.decision(v.decision, settings)}"
        + "".join(
            f", {part}" for part in (words.reason(v, dossier.source, settings), v.note.replace("\n", "\n    ")) if part
        )
        for v in dossier.verdicts
        if v.topic == topic
    )
    out = Text(plain("\n".join(given)) or "no verdict was ever given on this topic")
    own = [v for v in dossier.verdicts if v.by == reviewer]
    day = max((v.at[:10] for v in own), default="")
    names = {t.id: t.label for t in dossier.topics}
    lines = dict.fromkeys(
        f"{v.at[11:19]}  {words.decision(v.decision, settings)}: {names.get(v.topic, v.topic)}"
        for v in own
        if v.at[:10] == day
    )
    return out.append(f"\n\nyour verdicts of {day}\n", "bold").append(plain("\n".join(lines))) if lines else out
