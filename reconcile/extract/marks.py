"""Commas, dashes, brackets, semicolons, colons: which clauses they close, and what begins behind them."""

from collections.abc import Sequence
from typing import Final

from reconcile.extract.ahead import Ahead, age, look, verb_first
from reconcile.extract.clauses import VERBLESS, Clause, Draft, Kind
from reconcile.extract.colons import colon, source_behind
from reconcile.extract.grammar import BREAKS, Tag, words
from reconcile.extract.groups import Group, forms, says
from reconcile.extract.telling import occasion, states
from reconcile.extract.words import Token
from reconcile.lexicon import entries

_BESIDE: Final = frozenset({Tag.PREP, Tag.TO, Tag.ADV, Tag.DATE, Tag.NOT})  # what follows says when, where or how
_OTHERS: Final = frozenset({Tag.REL, Tag.COORD, Tag.OPENER, Tag.THAT})  # what follows is read by its first word
_NAMING: Final = frozenset({Tag.NOUN, Tag.NAME, Tag.DET, Tag.POSS, Tag.PRON})
_HELPERS: Final = frozenset({Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO})
_NOUNS: Final = frozenset({Tag.NOUN, Tag.NAME})


def after_mark(draft: Draft, at: int) -> int:
    """Read a run of marks; the number of the token behind what was read."""
    tokens, marks = draft.tokens, set[Tag]()
    if age(tokens, at):
        around = draft.now
        draft.open(Clause(Kind.APPOSITION, at + 1, at + 1, around))
        draft.current.take(at + 1, at + 2)
        draft.now = around
        return at + 3
    while at < len(tokens) and tokens[at].tag in BREAKS:
        marks.add(tokens[at].tag)
        at += 1
    if at == len(tokens) or marks <= {Tag.QUOTE, Tag.STOP}:
        return at
    if Tag.SEMI in marks:
        root = draft.clauses[draft.root()]
        draft.open(Clause(root.kind, at, at, root.parent))
        return at
    if Tag.COLON in marks:
        colon(draft, at, quotation=Tag.QUOTE in marks)
        return at
    if Tag.OPEN in marks and _of_them(tokens, at):  # "killed 40 people (12 of them women)"
        draft.open(Clause(Kind.PART_OF, at, at, draft.now, marked=True))
        return at
    if Tag.OPEN in marks and tokens[at].low not in words("part_of"):
        draft.open(Clause(Kind.APPOSITION, at, at, draft.now, marked=True))
        return at
    draft.leave_marked()
    if draft.current.kind is Kind.ADVERBIAL and tokens[draft.current.start].low == "than":
        draft.now = draft.current.parent  # "four more than it needs, | against nine for the Greens"
    rest = look(tokens, draft.groups, at)
    if Tag.QUOTE in marks and rest.group is not None and draft.waiting() < 0 and _names_speaker(draft, at, rest.group):
        draft.open(Clause(Kind.TELLING, at, at, draft.root(), marked=True))  # '…," joked the mayor'
        return at
    return _behind(draft, at)


def _names_speaker(draft: Draft, at: int, group: Group) -> bool:
    """Whether what follows a quotation is only who speaks: a verb and a name, or a name and a verb."""
    tokens = draft.tokens
    if sum(t.tag is Tag.QUOTE for t in tokens[:at]) % 2:  # a quotation begins here
        return False
    after = next((n for n in range(group.end, len(tokens)) if tokens[n].tag in BREAKS), len(tokens))
    if group.start == at:
        return after > group.end and all(t.tag in _NAMING or t.low == "of" for t in tokens[group.end : after])
    return after == group.end and all(t.tag in _NAMING or t.low == "of" for t in tokens[at : group.start])


def _behind(draft: Draft, at: int) -> int:
    """What begins behind a comma, a dash or a closing bracket."""
    tokens = draft.tokens
    if tokens[at].tag in _OTHERS or tokens[at].low in words("part_of") or _relative_phrase(tokens, at):
        return at
    if draft.current.kind is Kind.GAPPED:
        return _gapped(draft, at)
    rest = look(tokens, draft.groups, at)
    if rest.group is not None and rest.first == rest.group.start:
        return _verb_first(draft, at, rest.group)
    if tokens[rest.first].tag in (Tag.ING, Tag.PART):
        draft.open(Clause(Kind.PARTICIPLE, at, at, draft.now, marked=True))
        return _adding(draft, rest.first)
    if rest.group is not None and rest.opener < 0:
        return _sentence(draft, at, rest, rest.group)
    return _phrase(draft, at, rest)


def _adding(draft: Draft, at: int) -> int:
    """Behind a mark, "adding two more were hurt": what was added is said by somebody."""
    tokens = draft.tokens
    rest = look(tokens, draft.groups, at + 1)
    draft.current.take(at, at + 1)
    if (
        tokens[at].low in forms("telling")
        and rest.group is not None
        and rest.opener < 0
        and rest.first < rest.group.start
    ):
        draft.open(Clause(Kind.COMPLEMENT, at + 1, at + 1, draft.now))
    return at + 1


def _relative_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is "of whom", "in which", "most of whom", "12 of whom"."""
    ahead = [token.tag for token in tokens[at : at + 3]]
    return Tag.REL in ahead[1:2] or (Tag.REL in ahead[2:] and tokens[at + 1].low == "of")


def _gapped(draft: Draft, at: int) -> int:
    """A list of gapped clauses goes on, or ends and its host goes on."""
    parent = draft.current.parent
    rest = look(draft.tokens, draft.groups, at)
    draft.now = parent
    if rest.group is None and gapped(draft, parent, rest):
        draft.open(Clause(Kind.GAPPED, at, at, parent))
        return at
    return _behind(draft, at)


def _verb_first(draft: Draft, at: int, group: Group) -> int:
    """A verb behind a mark: the one that was waited for, an attribution, a participle, or a further verb."""
    tokens, waiting = draft.tokens, draft.waiting()
    helper = draft.current.group
    if (
        helper is not None
        and helper.end == draft.current.end
        and tokens[helper.head].tag in _HELPERS
        and not group.sure
    ):
        draft.current.group = Group(helper.start, group.end, group.head, sure=True)  # "has, so far, built"
        draft.current.take(at, group.end)
        return group.end
    behind = tokens[group.end].tag if group.end < len(tokens) else Tag.STOP
    if draft.headline and says(tokens, group, "telling") and source_behind(draft, group.end):
        draft.open(Clause(Kind.TELLING, at, at, draft.root(), marked=True))  # "12 dead, says mayor"
        return at
    if waiting >= 0 and _turned(draft, group):
        draft.open(Clause(Kind.TELLING, at, at, draft.root(), marked=True))  # "500 feet off, said Ada Voss"
        return at
    sure = group.sure or states(draft, group)
    if waiting >= 0 and (sure or verb_first(tokens, draft.groups, group.end) is None):
        draft.now = waiting
        return at
    if waiting < 0 and _tells(draft, group):
        draft.open(Clause(Kind.TELLING, at, at, draft.root(), marked=True))
        return at
    if not group.sure and (waiting >= 0 or behind in _BESIDE):
        draft.open(Clause(Kind.PARTICIPLE, at, at, draft.now, marked=True))
        draft.current.take(at, group.end)
        return group.end
    host = draft.root()
    draft.open(Clause(draft.clauses[host].kind, at, at, draft.clauses[host].parent, shares=host))
    return at


def _tells(draft: Draft, group: Group) -> bool:
    """Whether a verb behind what was said only names the speaker: ", police added"."""
    if not says(draft.tokens, group, "telling"):
        return False
    rest = look(draft.tokens, draft.groups, group.end)
    if rest.group is None or rest.opener >= 0:
        return True
    return not rest.group.sure and occasion(draft.tokens, group.end) == rest.group.start  # "in a report published on"


def _turned(draft: Draft, group: Group) -> bool:
    """Whether the speaker stands behind a verb: "…, said Ada Voss"."""
    tokens = draft.tokens
    named = group.end < len(tokens) and tokens[group.end].tag is Tag.NAME
    return named and tokens[group.head].low in ("said", "says") and _tells(draft, group)


def _sentence(draft: Draft, at: int, rest: Ahead, group: Group) -> int:
    """A noun with its verb behind a mark: the main clause after what led up to it, or a further one."""
    clause, tokens = draft.current, draft.tokens
    if clause.group is None and _tells(draft, group) and _aside(draft, rest, group):
        draft.open(Clause(Kind.TELLING, at, at, draft.root(), marked=True))  # "The dam, officials said, …"
        return at
    if clause.group is None and clause.kind not in VERBLESS:
        named = any(t.tag in _NOUNS or t.tag is Tag.FIGURE for s, e in clause.pieces for t in tokens[s:e])
        if named and not _led(draft) and not group.sure and verb_first(tokens, draft.groups, rest.end) is not None:
            draft.open(Clause(Kind.APPOSITION, at, at, draft.now, marked=True))
            draft.current.take(at, group.end)
            return group.end
        return at
    root = draft.root()
    if _tells(draft, group):
        draft.open(Clause(Kind.TELLING, at, at, root, marked=True))
        return at
    if any(token.tag is Tag.COORD for token in tokens[at : group.start]):  # "has power, water and gas, and crews say"
        return at
    draft.open(Clause(draft.clauses[root].kind, at, at, draft.clauses[root].parent))
    return at


def _aside(draft: Draft, rest: Ahead, group: Group) -> bool:
    """Whether a verb of saying stands between commas: ", officials said," or, before a verb, ", he said on Monday,"."""
    tokens, end = draft.tokens, rest.end
    if end >= len(tokens) - 1 or tokens[end].tag is not Tag.COMMA or group.end == end:
        return group.end == end < len(tokens) - 1 and tokens[end].tag is Tag.COMMA
    bare = tokens[group.end].tag is not Tag.TO and tokens[group.end].low not in ("by", "as") and rest.after is None
    more = any(token.tag in _OTHERS or token.tag is Tag.FIGURE for token in tokens[group.end : end])
    return bare and not more and rest.opener < 0 and verb_first(tokens, draft.groups, end) is not None


def _led(draft: Draft) -> bool:
    """Whether the clause so far is only what leads up to it: "Since May, …", "After losing the town, …"."""
    clause = draft.current
    leading = _BESIDE | {Tag.ING, Tag.OPENER, Tag.COORD}
    return all(draft.tokens[start].tag in leading for start, _ in clause.pieces)


def gapped(draft: Draft, host: int, rest: Ahead) -> bool:
    """Whether what comes is a clause that borrows its verb: a noun and its value, as in the clause before it.

    "The first was ceded on Tuesday, the second on Friday"; "Twelve died in Lyon and nine in Nice".
    """
    tokens, clause = draft.tokens, draft.clauses[host]
    if clause.group is None or rest.value < 0:
        return False
    kind = tokens[rest.value].tag
    alike = any(t.tag is kind for s, e in clause.pieces for t in tokens[s:e])
    between = tokens[rest.first : rest.value]
    if between and between[-1].tag is Tag.PREP:
        between = between[:-1]
    if kind is Tag.FIGURE and not between:
        shared = tokens[rest.first - 1].tag is Tag.COORD and tokens[rest.first - 2].tag is Tag.FIGURE
        return alike and not (shared and _respectively(tokens))  # "received 40 and 25 buses, respectively"
    names = all(t.tag in _NOUNS or t.tag in (Tag.DET, Tag.POSS) or t.low == "of" for t in between)
    return alike and bool(between) and names


def _ends_toll(token: Token) -> bool:
    return token.low in entries("people")["said_of_people"]


def _respectively(tokens: Sequence[Token]) -> bool:
    return any(token.low == "respectively" for token in tokens)


def _of(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].low == "of"


def _of_them(tokens: Sequence[Token], at: int) -> bool:
    """Whether a part is named of what was just counted: "12 of them children"."""
    return tokens[at].tag is Tag.FIGURE and _of(tokens, at) and at + 2 < len(tokens) and tokens[at + 2].tag is Tag.OBJ


def _phrase(draft: Draft, at: int, rest: Ahead) -> int:
    """Words without a verb behind a mark: where and when, the next of a list, an apposition, a gapped clause."""
    clause, tokens, last = draft.current, draft.tokens, draft.before(at)
    told = draft.clauses[last].kind is Kind.TELLING and draft.clauses[last].group is not None
    if (
        (told or draft.clauses[last].kind is Kind.ACCORDING) and rest.value < 0 and tokens[at - 1].tag is not Tag.QUOTE
    ):  # "…, said Ada Voss, a clerk"
        draft.now = last
        return at
    if tokens[at].tag in _BESIDE:
        return at
    if clause.group is None:
        if draft.waiting() >= 0 and not _led(draft) and verb_first(tokens, draft.groups, rest.end) is not None:
            draft.open(Clause(Kind.APPOSITION, at, at, draft.now, marked=True))
    elif _of_them(tokens, at):
        draft.open(Clause(Kind.PART_OF, at, at, draft.now, marked=True))
    elif rest.value >= 0 and gapped(draft, draft.now, rest) and not _of(tokens, rest.value):
        draft.open(Clause(Kind.GAPPED, at, at, draft.now))
    elif _speaks(draft, verb_first(tokens, draft.groups, rest.end)):
        draft.open(Clause(Kind.TELLING, at, at, draft.root(), marked=True))  # ", the mayor, a doctor, told reporters"
    elif _told_by(draft, rest):
        draft.open(Clause(Kind.TELLING, at, at, draft.root(), marked=True))  # ", a clerk who was there told reporters"
    elif draft.headline and tokens[at].tag is Tag.FIGURE and _ends_toll(tokens[rest.end - 1]):
        draft.open(Clause(Kind.MAIN, at, at, -1))  # "Landslide buries village, dozens missing"
    elif rest.value >= 0:
        draft.open(Clause(Kind.APPOSITION, at, at, draft.now, marked=True))
    return at


def _speaks(draft: Draft, verb: Group | None) -> bool:
    """Whether a verb behind a noun says that it speaks; not where the speaker is told behind the verb."""
    return verb is not None and says(draft.tokens, verb, "telling") and not _turned(draft, verb)


def _told_by(draft: Draft, rest: Ahead) -> bool:
    """Whether who speaks, with a clause of their own, and the verb close the stretch."""
    verb = rest.after
    if verb is None or rest.opener < 0 or draft.tokens[rest.opener].tag is not Tag.REL:
        return False
    return says(draft.tokens, verb, "telling") and look(draft.tokens, draft.groups, verb.end).group is None
