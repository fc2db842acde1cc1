"""Reading a sentence from left to right into clauses.

What comes in: tokens and verb groups. What goes out: `clauses.Clause`s. One function for each thing a clause can begin
with: a mark, "who", "that", "and", "after", a verb.
"""

from collections.abc import Callable, Sequence
from typing import Final

from reconcile.extract.ahead import Ahead, joins_pronoun, look
from reconcile.extract.clauses import VERBLESS, Clause, Draft, Kind
from reconcile.extract.grammar import BREAKS, Tag, words
from reconcile.extract.groups import Group, forms, read_groups, says
from reconcile.extract.marks import after_mark, gapped
from reconcile.extract.participles import behind_mark, by, participle
from reconcile.extract.telling import accords, saying, states, told_of, what_was_said
from reconcile.extract.words import Token

_NOMINAL: Final = frozenset({Tag.NOUN, Tag.NAME, Tag.FIGURE})
_SHORT: Final = 4  # tokens: a name set between commas
_HELPING: Final = frozenset({Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO})


def split(tokens: Sequence[Token], *, headline: bool = False) -> list[Clause]:
    """The clauses of a sentence. Every token but marks between them falls to exactly one."""
    draft = Draft(tokens, {group.start: group for group in read_groups(tokens, headline=headline)}, headline)
    draft.open(Clause(Kind.MAIN, 0, 0, -1))
    if _leads_up(draft):
        draft.open(Clause(Kind.PARTICIPLE, 0, 0, 0, marked=True))
    at = 0
    while at < len(tokens):
        at = _step(draft, at)
    return draft.clauses


def _leads_up(draft: Draft) -> bool:
    """Whether the sentence opens with a participle: "Delayed by rain, the crews …", "Citing two doctors, he said …"."""
    first = next((n for n, t in enumerate(draft.tokens) if t.tag not in BREAKS and t.tag is not Tag.ADV), 0)
    if not draft.tokens or draft.tokens[first].tag not in (Tag.ING, Tag.ED, Tag.PART):
        return False
    rest = look(draft.tokens, draft.groups, first + 1)
    return rest.group is None and rest.end < len(draft.tokens) and draft.tokens[rest.end].tag is not Tag.STOP


def _step(draft: Draft, at: int) -> int:
    """Read what stands at `at`; the number of the next token to read."""
    tag = draft.tokens[at].tag
    if tag in BREAKS:
        return after_mark(draft, at)
    if at in draft.groups:
        return _verb(draft, draft.groups[at])
    reader = _READERS.get(tag)
    taken = reader(draft, at) if reader else 0
    if not taken and (body := accords(draft.tokens, at)):
        taken = _according(draft, at, body)
    if not taken and draft.tokens[at].low in words("part_of") and _counted(draft, at):
        draft.open(Clause(Kind.PART_OF, at, at + 1, draft.now, marked=behind_mark(draft, at)))
        taken = 1
    if not taken:
        taken = 1
        draft.current.take(at, at + 1)
    return at + taken


def _according(draft: Draft, at: int, body: int) -> int:
    """Read ", according to the county": who says it, up to the next mark; no part of what is said."""
    tokens, root = draft.tokens, draft.root()
    rest = look(tokens, draft.groups, body)
    spoken = rest.group is not None and rest.opener < 0
    stretch = range(body + 1, rest.group.start if rest.group else rest.end) if at == 0 else ()
    end = next((n for n in stretch if tokens[n].tag is Tag.DET and tokens[n - 1].tag in (Tag.NOUN, Tag.NAME)), body)
    if spoken and end == body:
        return 0
    draft.open(Clause(Kind.ACCORDING, at, body, root, marked=True))
    if end > body:  # "According to the ministry the war has …"
        draft.current.take(body, end)
        draft.now = root
    return end - at


def _counted(draft: Draft, at: int) -> bool:
    return look(draft.tokens, draft.groups, at + 1).value >= 0


def _verb(draft: Draft, group: Group) -> int:
    """A verb group falls to the clause that waits for one; a bare "-ed" form may be a participle instead."""
    clause = draft.current
    told_of(draft, group)
    waiting = draft.waiting()
    if not group.sure and not states(draft, group) and participle(draft, group, waiting):
        clause.take(group.start, group.end)
        return group.end
    if clause.group is not None or clause.kind in VERBLESS:
        if waiting >= 0:
            draft.now = waiting
        elif draft.tokens[group.start - 1].tag is Tag.PRON and clause.pieces:  # "the house she left"
            _reopen(draft, group.start - 1, Kind.RELATIVE)
        clause = draft.current
    clause.take(group.start, group.end)
    if clause.group is None:
        clause.group = group
        if says(draft.tokens, group, "telling"):
            return what_was_said(draft, group)
    return group.end


def _reopen(draft: Draft, start: int, kind: Kind) -> None:
    """Begin a clause at a token that had fallen to the current one."""
    first, last = draft.current.pieces.pop()
    if first < start:
        draft.current.pieces.append((first, start))
    draft.open(Clause(kind, start, start, draft.now))
    draft.current.take(start, last)


def _relative(draft: Draft, at: int) -> int:
    """A clause about the noun before: "who", "which", "whose", also "of whom", "in which", "most of whom"."""
    tokens, start, clause = draft.tokens, at, draft.current
    if at and tokens[at - 1].tag is Tag.PREP:
        start = at - 1
        if start and tokens[start].low == "of" and tokens[start - 1].tag in (Tag.FIGURE, Tag.DET, Tag.NOUN):
            start -= 1
    clause.give_back(start)
    if not start:
        return 0
    parent = draft.before(start) if behind_mark(draft, start) else draft.now
    body = at if tokens[at].low == "whose" else at + 1
    draft.open(Clause(Kind.RELATIVE, start, body, parent, marked=behind_mark(draft, start)))
    if tokens[start].tag is Tag.FIGURE:  # "four of whom": what is counted is the clause's own
        draft.current.body = start
        draft.current.take(start, start + 1)
    if tokens[at].low == "whose":
        draft.current.take(at, at + 1)
    return 1


def _that(draft: Draft, at: int) -> int:
    """Read "that": what was said, a relative clause, or only a pointing word."""
    tokens = draft.tokens
    rest = look(tokens, draft.groups, at + 1)
    before = tokens[at - 1].tag if at else Tag.STOP
    about_noun = before in _NOMINAL or (at > 1 and tokens[at - 2].tag is Tag.DET)  # "the first that …"
    verb_next = rest.group is not None and rest.group.start == at + 1
    group = draft.current.group
    saying = group is not None and says(tokens, group) and not (about_noun and verb_next)
    if not saying and (rest.group is None or rest.opener >= 0):
        return 0
    named = tokens[at - 1].low
    told = not verb_next and (
        named in words("reports", "speech")  # "denied claims that 12 had died"
        or named in words("truths", "speech")  # "It is not true that 12 had died"
        or named in words("untruths", "speech")
    )
    if saying or told or before in (Tag.ED, Tag.FIN, Tag.BASE, Tag.ING, Tag.OBJ, Tag.PAST, Tag.ADV):
        start = at - 1 if tokens[at - 1].low == "so" else at  # "so that families could pack"
        draft.current.give_back(start)
        draft.open(Clause(Kind.COMPLEMENT, start, at + 1, draft.now))
        return 1
    if about_noun:
        draft.open(Clause(Kind.RELATIVE, at, at + 1, draft.now))
        return 1
    return 0


def _and(draft: Draft, at: int) -> int:
    """Read "and", "but", "or": a further clause, a further verb of one subject, a gapped clause, or only a list."""
    tokens = draft.tokens
    if behind_mark(draft, at):
        draft.leave_marked()
    clause = draft.current
    if at + 1 < len(tokens) and tokens[at + 1].tag is Tag.THAT:
        told = draft.clauses[draft.root()]
        if told.kind is Kind.COMPLEMENT:
            draft.open(Clause(Kind.COMPLEMENT, at, at + 2, told.parent))
            return 2
    rest = look(tokens, draft.groups, at + 1)
    if clause.group is None and clause.kind not in VERBLESS:
        return 0
    if rest.group is not None and rest.opener < 0:
        return _further(draft, at, rest)
    host = clause.parent if clause.kind is Kind.GAPPED else draft.now
    if rest.value >= 0 and gapped(draft, host, rest):
        draft.open(Clause(Kind.GAPPED, at, at + 1, host))
        return 1
    if at + 1 < len(tokens) and tokens[at + 1].tag is Tag.ING and clause.kind is Kind.PARTICIPLE:
        draft.open(Clause(Kind.PARTICIPLE, at, at + 1, clause.parent, marked=True))
        return 1
    return 0


def _further(draft: Draft, at: int, rest: Ahead) -> int:
    """After "and": a verb at once shares the subject; a noun before it is a new one."""
    group, clause = rest.group, draft.current
    if group is None:
        return 0
    if rest.first == group.start:
        helped = draft.tokens[group.start].tag in _HELPING  # "are missing and are feared dead"
        several = not helped and clause.group is not None and clause.group.end == at  # "killed and buried 12"
        if several or (clause.kind is Kind.PARTICIPLE and not group.sure):  # "after having armed and trained them"
            draft.current.take(at, group.end)
            return group.end - at
        host = draft.root() if clause.kind in VERBLESS else draft.now
        draft.open(Clause(draft.clauses[host].kind, at, at + 1, draft.clauses[host].parent, shares=host))
        return 1
    if not group.sure and draft.tokens[group.start - 1].tag is Tag.FIGURE:  # "and 30 wounded"
        draft.open(Clause(Kind.GAPPED, at, at + 1, draft.now))
        draft.current.take(at + 1, group.end)
        return group.end - at
    listed = any(token.tag is Tag.COORD for token in draft.tokens[at + 1 : group.start])
    if listed and not behind_mark(draft, at):  # "has water and gas and crews say"
        return 0
    host = draft.root()
    draft.open(Clause(draft.clauses[host].kind, at, at + 1, draft.clauses[host].parent))
    return 1


def _opener(draft: Draft, at: int) -> int:
    """Read "after", "because", "if": a clause where a verb with a subject follows; else a preposition."""
    tokens = draft.tokens
    rest = look(tokens, draft.groups, at + 1)
    group = rest.group
    marked = at == 0 or behind_mark(draft, at)
    doing = at + 1 < len(tokens) and tokens[at + 1].tag is Tag.ING and not (group and rest.first == group.start)
    if doing and not (group and group.sure and group.start == at + 2):  # "as shelling kills nine"
        draft.open(Clause(Kind.PARTICIPLE, at, at + 1, draft.now, marked=marked))
        return 1
    if (_parted(draft, rest) or _told_of(tokens, rest)) and draft.waiting() < 0:
        draft.open(Clause(Kind.ADVERBIAL, at, at + 1, draft.now, marked=marked))
        return 1
    if group is None or rest.opener >= 0 or rest.first == group.start or joins_pronoun(tokens, at, group.start):
        return 0
    later = tokens[at].low == "after" and tokens[group.head].low in forms("happening", "clauses")
    happened = group.sure or later  # "after a man died", but "when a ferry sank off the port" tells where
    if not happened and rest.first < group.start and tokens[rest.first].low in ("a", "an"):  # "as a man wanted by"
        return 0
    if not marked and draft.waiting() >= 0 and rest.after is None:  # "who came after the war | are leaving"
        return 0
    draft.open(Clause(Kind.ADVERBIAL, at, at + 1, draft.now, marked=marked))
    return 1


def _parted(draft: Draft, rest: Ahead) -> bool:
    """Whether commas set something between a noun and its verb: "when a bus, carrying nine pupils, caught fire"."""
    tokens, end = draft.tokens, rest.end
    aside = tokens[end + 1].tag if end + 1 < len(tokens) and tokens[end].tag is Tag.COMMA else Tag.STOP
    if rest.group is not None or aside not in (Tag.ING, Tag.ED, Tag.PART, Tag.REL):
        return False
    closing = look(tokens, draft.groups, end + 1).end
    named = look(tokens, draft.groups, closing + 1)  # "who had been taken to another town, Arden, died"
    if named.group is None and named.end - closing <= _SHORT:
        closing = named.end
    verb = draft.groups.get(closing + 1)
    if verb is None or closing >= len(tokens) or tokens[closing].tag is not Tag.COMMA:
        return False
    return verb.sure or (aside in (Tag.ING, Tag.REL) and not by(tokens, verb))


def _told_of(tokens: Sequence[Token], rest: Ahead) -> bool:
    """Whether a relative clause stands between a noun and its verb: "when a bus that had left the road caught fire"."""
    relative = rest.opener > rest.first and tokens[rest.opener].tag in (Tag.REL, Tag.THAT)
    return relative and rest.after is not None


def _purpose(draft: Draft, at: int) -> int:
    """Read "to": what something is done for ("opened the gates to relieve the dam"), or part of what is done."""
    tokens, clause = draft.tokens, draft.current
    group = clause.group
    bare = at + 1 < len(tokens) and tokens[at + 1].tag is Tag.BASE
    if not bare or group is None or group.end >= at or clause.kind in VERBLESS or clause.end != at:
        return 0
    if tokens[group.head].tag is Tag.BE and tokens[group.start - 1].low == "it":  # "It is rare to see both"
        return 0
    controlled = any(tokens[n].low in forms("controls", "purpose") for n in range(group.head, at))
    behind = tokens[at - 1].tag in _NOMINAL or tokens[at - 1].tag in (Tag.DATE, Tag.ADV)
    if controlled or not behind or tokens[at + 1].low in words("outcomes", "purpose"):
        return 0
    start = at
    if tokens[at - 1].low in words("takers", "purpose"):  # "a plan to close it", but "in an effort to save it"
        start = next((n for n in range(at - 2, max(at - 5, group.end - 1), -1) if tokens[n].tag is Tag.PREP), at)
        if tokens[start].low not in words("leads", "purpose"):
            return 0
    clause.give_back(start)
    draft.open(Clause(Kind.PURPOSE, start, at, draft.now))
    draft.current.take(at, at + 2)
    return 2


_READERS: Final[dict[Tag, Callable[[Draft, int], int]]] = {
    Tag.REL: _relative,
    Tag.THAT: _that,
    Tag.COORD: _and,
    Tag.OPENER: _opener,
    Tag.ING: saying,
    Tag.TO: _purpose,
}
