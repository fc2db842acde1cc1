"""Verdicts without the names of those who gave them: "reviewer 1", "reviewer 2", … also in ids and notes."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from reconcile.model.verdict import Verdict


def called(verdicts: Iterable[Verdict], more: Iterable[str] = ()) -> dict[str, str]:
    """For each reviewer, in the order of the logs, then for each of `more`, what to write instead."""
    names = dict.fromkeys([*(verdict.by for verdict in verdicts), *more])
    return {name: f"reviewer {number}" for number, name in enumerate(names, start=1)}


def hiding(instead: Mapping[str, str]) -> Callable[[str], str]:
    """What puts other words for each of these names, however it is cased, where it stands as a word."""
    words = sorted((name for name in instead if name.strip()), key=len, reverse=True)
    pattern = re.compile(rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)") if words else None
    folded = {name.casefold(): told for name, told in instead.items()}

    def hidden(text: str) -> str:
        return pattern.sub(lambda match: folded.get(match[0].casefold(), "a reviewer"), text) if pattern else text

    return hidden


def nameless(verdicts: Sequence[Verdict], instead: Mapping[str, str]) -> tuple[Verdict, ...]:
    """The same verdicts, given by those whom the names are to be told as."""
    ids, hidden = dict(_ids(verdicts, instead)), hiding(instead)
    return tuple(
        replace(v, by=instead[v.by], id=ids[v.id], replaces=ids.get(v.replaces, ""), note=hidden(v.note))
        for v in verdicts
    )


def _ids(verdicts: Iterable[Verdict], instead: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """For each verdict's id one that does not hold the reviewer's name: "anna-3.1" becomes "reviewer 1-3.1"."""
    for number, verdict in enumerate(verdicts, start=1):
        rest = verdict.id.removeprefix(verdict.by)
        yield verdict.id, instead[verdict.by] + (rest if rest != verdict.id else f"-{number}")
