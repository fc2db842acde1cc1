"""Colons: what somebody says, who says it in a headline, or a clause that goes on.

What comes in: the clauses read so far and the token behind the mark. What goes out: the clause that begins there.
"""

from typing import Final

from reconcile.extract.ahead import look
from reconcile.extract.clauses import Clause, Draft, Kind
from reconcile.extract.grammar import Tag, persons, words
from reconcile.extract.groups import says

_NAMING: Final = frozenset({Tag.NOUN, Tag.NAME, Tag.DET, Tag.POSS, Tag.PRON})
_SHORT: Final = 4  # words of a source behind a headline's colon


def colon(draft: Draft, at: int, *, quotation: bool) -> None:
    """What begins behind a colon."""
    if draft.headline and source_behind(draft, at):
        draft.open(Clause(Kind.TELLING, at, at, draft.root(), marked=True))  # "Five hurt in quake: media"
    elif draft.headline and _source_before(draft, at):
        draft.clauses[0].kind = Kind.TELLING  # "Minister: 12 schools to close"
        draft.open(Clause(Kind.MAIN, at, at, -1))
    elif _said_before(draft, quotation=quotation):
        draft.open(Clause(Kind.COMPLEMENT, at, at, draft.now))  # 'Ada Voss said: "…"'
    elif draft.current.group is not None and look(draft.tokens, draft.groups, at).group is not None:
        draft.open(Clause(Kind.MAIN, at, at, -1))


def _said_before(draft: Draft, *, quotation: bool) -> bool:
    """Whether a colon opens what somebody says: behind the verb, or before a quotation: 'told reporters: "…"'."""
    group = draft.current.group
    return group is not None and says(draft.tokens, group, "telling") and (quotation or group.end == draft.current.end)


def source_behind(draft: Draft, at: int) -> bool:
    """Whether only who says it stands behind a headline's mark: "Five hurt in quake: media", "12 dead, says mayor"."""
    tokens = draft.tokens
    rest = look(tokens, draft.groups, at)
    return rest.end == len(tokens) and rest.group is None and rest.value < 0 and rest.end - at <= _SHORT


def _source_before(draft: Draft, at: int) -> bool:
    """Whether who says it stands before a headline's colon: "Police: three arrested"; not "Norvik fire: 12 dead"."""
    if len(draft.clauses) > 1 or draft.current.group is not None or not draft.current.pieces:
        return False
    named = draft.tokens[draft.current.start : draft.current.end]
    known = (words("sources", "speech"), words("bodies"), persons())
    short = len(named) <= _SHORT and all(token.tag in _NAMING for token in named)
    return short and at < len(draft.tokens) and any(named[-1].low in table for table in known)
