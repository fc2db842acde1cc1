"""What happened to a topic, in a reader's words: what each source said before and says now, how it stood and stands."""

from collections.abc import Iterable, Iterator
from typing import Final

from reconcile.model import Outcome, Settings, Status
from reconcile.report import dating, words
from reconcile.report.changes import Change, Said

_SHOWN: Final = 4  # sources whose values are told one by one


def told(which: Change, settings: Settings) -> str:
    """The change of a topic: "Wire: 31 people, now 33 people; was conflict, decided; now conflict, open"."""
    stood, stands = ("" if at is None else _stand(*at, settings) for at in which.stands)
    if which.before is None:
        return f"not there before; now {stands}"
    if which.after is None:
        return f"was {stood}; no source says it any more, or its claims lie in other topics"
    stand = stood if stood == stands else f"was {stood}; now {stands}"
    return "; ".join([*_values(which), stand])


def _stand(outcome: Outcome, status: Status, settings: Settings) -> str:
    return f"{words.outcome(outcome, settings)}, {words.status(status, settings)}"


def _values(which: Change) -> Iterator[str]:
    """What each source gave and does not any more, and what it gives now."""
    gone, came = _by_source(which.gone), _by_source(which.came)
    lines = []
    for name in dict.fromkeys((*gone, *came)):
        before, now = gone.get(name, []), came.get(name, [])
        left, new = ", ".join(v for v in before if v not in now), ", ".join(v for v in now if v not in before)
        if left or new:
            lines.append(f"{name}: {_apart(left, new)}")
    yield from lines[:_SHOWN]
    if len(lines) > _SHOWN:
        yield f"and {words.count(len(lines) - _SHOWN, 'source')} more"
    if which.values and not lines:
        yield "in other words"


def _apart(left: str, new: str) -> str:
    if left and new:
        return f"{left}, now {new}"
    return f"{left} no more" if left else f"now {new}"


def _by_source(said: Iterable[Said]) -> dict[str, list[str]]:
    """The values of each source, each once; what is claimed in words alone has none."""
    found: dict[str, list[str]] = {}
    for source, claim in said:
        value = words.figure(claim.figure) if claim.figure else dating.when(claim.date) if claim.date else ""
        if value and value not in found.setdefault(words.name(source), []):
            found[words.name(source)].append(value)
    return found
