"""What became of the claims of a topic since they were judged: the words and readings of then beside those of now."""

from difflib import SequenceMatcher
from typing import Final

from reconcile.model import Claim, Dossier, Verdict
from reconcile.model.notation import read_figure, read_when
from reconcile.model.plain import plain
from reconcile.model.verdict import judged, quoted
from reconcile.report import dating, words
from reconcile.report.view import View

_AROUND: Final = 1  # words told before and after those that changed
_MOST: Final = 12  # words told of a change, at most


def since(dossier: Dossier, view: View) -> list[str]:
    """A line for each claim that is another than was judged, those of the table first, by their rows.

    The newest verdict on a claim is looked at. A claim that is gone is told beside the one of its article that is most
    like it and that nobody has judged.
    """
    rows = {row.claim.id: row.number for row in view.rows}
    told: list[tuple[int, str]] = []
    for row in view.rows:
        stale = [verdict for verdict in dossier.verdicts_of(row.claim.id) if dossier.is_stale(verdict)]
        if stale:
            last = max(stale, key=lambda verdict: verdict.at)
            told.append((row.number, f"row {row.number} {_became(last, row.claim)}"))
    free = [row.claim for row in view.rows if not dossier.verdicts_of(row.claim.id)]
    for verdict in {verdict.claim: verdict for verdict in sorted(dossier.gone(view.topic.id), key=_age)}.values():
        slug = verdict.claim.rpartition(".")[0]
        likest = max(
            (claim for claim in free if claim.source == slug), key=lambda claim: _alike(verdict, claim), default=None
        )
        if likest is None:
            name = words.name(dossier.source[slug]) if slug in dossier.source else slug
            told.append((len(rows) + 1, f"{name}: {_gone(verdict)}"))
        else:
            free.remove(likest)
            told.append((rows[likest.id], f"row {rows[likest.id]} {_became(verdict, likest)}"))
    return [plain(line) for _, line in sorted(told, key=lambda each: each[0])]


def _age(verdict: Verdict) -> str:
    return verdict.at


def _alike(verdict: Verdict, claim: Claim) -> float:
    """How far a claim is the one that was judged: one with the same kind of value before any other."""
    kind = (bool(verdict.figure), bool(verdict.when)) == (claim.figure is not None, claim.date is not None)
    return kind + SequenceMatcher(None, verdict.quote.split(), quoted(claim).split(), autojunk=False).ratio()


def _gone(verdict: Verdict) -> str:
    said = f"“{' '.join(verdict.quote.split()[:_MOST])} …”" if verdict.quote else "what was judged"
    return f"{said} is not there any more"


def _became(old: Verdict, claim: Claim) -> str:
    """What changed: the reading, else who says it and how, else the words."""
    new = judged(old, claim)
    if not old.quote:
        return f"is now {_value(new)}; what it was, the log does not say"
    if (old.figure, old.when) != (new.figure, new.when):
        return f"was {_value(old)}, is now {_value(new)}"
    if old.speaker != new.speaker:
        return f"was said by {old.speaker or 'the outlet'}, is now by {new.speaker or 'the outlet'}"
    if old.modality != new.modality:
        return f"was told as {old.modality}, is now as {new.modality}"
    then, now = _apart(old.quote.split(), new.quote.split())
    return f"was “{then}”, is now “{now}”"


def _value(verdict: Verdict) -> str:
    """The value of a claim in words; as the log has it where it cannot be read."""
    try:
        if verdict.figure:
            return words.figure(read_figure(verdict.figure))
        return dating.when(read_when(verdict.when)) if verdict.when else f"“{' '.join(verdict.quote.split()[:_MOST])}”"
    except ValueError:
        return verdict.figure or verdict.when


def _apart(then: list[str], now: list[str]) -> tuple[str, str]:
    """The stretches of two passages from the first word that differs to the last, with some words around."""
    first = next((at for at, (a, b) in enumerate(zip(then, now, strict=False)) if a != b), min(len(then), len(now)))
    pairs = zip(reversed(then[first:]), reversed(now[first:]), strict=False)
    last = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(then), len(now)) - first)
    return _cut(then, first, len(then) - last), _cut(now, first, len(now) - last)


def _cut(said: list[str], start: int, end: int) -> str:
    start, end = max(0, start - _AROUND), min(len(said), end + _AROUND)
    shown = said[start:end][:_MOST]
    return " ".join(["…"] * (start > 0) + shown + ["…"] * (start + len(shown) < len(said)))
