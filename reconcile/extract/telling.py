"""What is told: where a statement begins behind a verb of saying, and who hears it.

What comes in: the clauses read so far and the verb. What goes out: the number of the next token to read; a COMPLEMENT
is opened where one begins. "Police said on Tuesday | 12 died", "He told reporters | the road was shut".
"""

from collections.abc import Sequence
from typing import Final

from reconcile.extract.ahead import Ahead, joins_pronoun, look, verb_first
from reconcile.extract.clauses import Clause, Draft, Kind
from reconcile.extract.grammar import BREAKS, Tag, persons, words
from reconcile.extract.groups import Group, forms, passive, says
from reconcile.extract.participles import by
from reconcile.extract.words import Token

_SUBJECTS: Final = frozenset(
    {Tag.NOUN, Tag.NAME, Tag.FIGURE, Tag.PRON, Tag.DET, Tag.POSS, Tag.ING, Tag.OBJ, Tag.PREP, Tag.NOT}
)
_FRESH: Final = frozenset({Tag.DET, Tag.POSS, Tag.PRON, Tag.FIGURE})  # they begin a noun phrase
_NOUNS: Final = frozenset({Tag.NOUN, Tag.NAME})


def what_was_said(draft: Draft, group: Group) -> int:
    """Behind a verb of saying: a statement without "that" ("said on Tuesday more than 300 had left")."""
    tokens, start = draft.tokens, group.end
    if passive(tokens, group) and tokens[group.head].low not in forms("hearers"):  # "four were confirmed dead"
        return start
    at = occasion(tokens, _hearer(draft, group))
    rest = look(tokens, draft.groups, at)
    if at < len(tokens) and tokens[at].tag in _SUBJECTS and _stated(draft, rest):
        if start < at:
            draft.current.take(start, at)
        draft.open(Clause(Kind.COMPLEMENT, at, at, draft.now))
        return at
    return start


def states(draft: Draft, group: Group) -> bool:
    """Whether a bare "-ed" form hands something on: "Ada Voss, a medic, said the toll …", not "…, said to be armed, …".

    Who is told something may have been told it: "The crew, told the road was shut, turned back".
    """
    tokens = draft.tokens
    if not says(tokens, group, "telling") or tokens[group.head].low in forms("hearers"):
        return False
    at = occasion(tokens, group.end)
    rest = look(tokens, draft.groups, at + (at < len(tokens) and tokens[at].tag is Tag.THAT))
    return rest.group is not None and tokens[at].tag is not Tag.TO and _stated(draft, rest)


def _stated(draft: Draft, rest: Ahead) -> bool:
    """Whether a noun with its verb follows: "said 12 died"; not "claimed 12 lives and left 3 hurt", one verb more."""
    tokens, group = draft.tokens, rest.group
    if group is None:
        return _stated_past(draft, rest) or _listed(draft, rest)
    joined = tokens[group.start - 1].tag is Tag.COORD or joins_pronoun(tokens, rest.first, group.start)
    return rest.opener < 0 and rest.first < group.start and not joined and not by(tokens, group)


def _stated_past(draft: Draft, rest: Ahead) -> bool:
    """Whether words set apart stand before its verb: "said the man, a former soldier, had fled".

    Not where a clause around waits for that verb: "The bank, which admitted failings, | has closed".
    """
    if draft.current.parent >= 0 and draft.waiting(draft.current.parent) >= 0:
        return False
    if rest.opener >= 0 or rest.end >= len(draft.tokens) or draft.tokens[rest.end].tag is not Tag.COMMA:
        return False
    verb = verb_first(draft.tokens, draft.groups, rest.end)
    return verb is not None and verb.sure and not says(draft.tokens, verb)


def _listed(draft: Draft, rest: Ahead) -> bool:
    """Whether it is told of several by name: "said the firm's owner Jan Holt, Ada Voss and the clerk Ben Orr left"."""
    tokens, at = draft.tokens, rest.end
    while rest.opener < 0 and at + 1 < len(tokens) and tokens[at].tag is Tag.COMMA and tokens[at - 1].tag is Tag.NAME:
        more = look(tokens, draft.groups, at + 1)
        if more.group is not None:
            joints = [n for n in range(at + 1, more.group.start) if tokens[n].tag is Tag.COORD]
            ends = [tokens[n - 1].tag for n in (*joints, more.group.start)]
            return more.opener < 0 and len(joints) == 1 and ends == [Tag.NAME, Tag.NAME]
        at = more.end
    return False


def _hearer(draft: Draft, group: Group) -> int:
    """Behind who is told: "told her | the road was shut", "told police | the man had fled".

    A hearer ends where a new noun phrase begins; where none does, all of it is what was said.
    """
    tokens, at = draft.tokens, group.end
    if tokens[group.head].low not in forms("hearers") or at + 1 >= len(tokens):
        return group.end
    owned = tokens[at].low == "her" and tokens[at + 1].tag in _NOUNS and _fresh(draft, at + 1) < _verb(draft, at + 1)
    if tokens[at].tag is Tag.OBJ and not owned:
        return at + 1
    if tokens[at].tag in (Tag.DET, Tag.POSS) or owned:
        at += 1
    found = _fresh(draft, at)
    return found if found < _verb(draft, at) else group.end


def _verb(draft: Draft, at: int) -> int:
    """The first verb from a token on, or the mark before it."""
    rest = look(draft.tokens, draft.groups, at)
    return rest.group.start if rest.group is not None else rest.end


def _fresh(draft: Draft, at: int) -> int:
    """Where, behind nouns, a new noun phrase begins; the number of tokens where none does."""
    tokens, first = draft.tokens, at
    while at < len(tokens) and tokens[at].tag in _NOUNS and at not in draft.groups:
        named = tokens[at].tag is Tag.NAME and at > first and tokens[at - 1].tag is Tag.NOUN
        if named:
            return at
        at += 1
    if not first < at < len(tokens):
        return len(tokens)
    new = tokens[at].tag in _FRESH or tokens[at].low in words("nominals") or occasion(tokens, at) > at
    return at if new else len(tokens)


def occasion(tokens: Sequence[Token], at: int) -> int:
    """Behind when and where something was said: "on Tuesday", "in a statement"."""
    while at < len(tokens):
        ahead = [token.tag for token in tokens[at : at + 2]]
        told = next(
            (n for n in range(at, min(at + 5, len(tokens))) if tokens[n].low in words("occasions", "speech")), -1
        )
        if ahead[0] in (Tag.DATE, Tag.ADV):
            at += 1
        elif ahead == [Tag.PREP, Tag.DATE]:
            at += 2
        elif ahead[0] is Tag.PREP and told > 0:
            at = told + 1
        else:
            break
    return at


def saying(draft: Draft, at: int) -> int:
    """Read "saying" without a mark before it: "a notice saying the road was closed"."""
    tokens = draft.tokens
    rest = look(tokens, draft.groups, at + 1)
    if (
        tokens[at].low not in forms("telling")
        or rest.group is None
        or rest.opener >= 0
        or rest.first == rest.group.start
    ):
        return 0
    draft.current.take(at, at + 1)
    draft.open(Clause(Kind.COMPLEMENT, at + 1, at + 1, draft.now))
    return 1


def accords(tokens: Sequence[Token], at: int) -> int:
    """Where who says it begins, behind "according to", "citing", "per", "in the view of"; 0 where nobody is named."""
    low = tokens[at].low
    if low not in words("leads", "speech") or at + 2 >= len(tokens):
        return 0
    if low in words("according", "speech"):
        return at + 1 + (tokens[at + 1].tag is Tag.TO)
    apart = at == 0 or (tokens[at - 1].tag in BREAKS and tokens[at - 2].tag is not Tag.MODAL)
    if low == "per":
        return at + 1 if apart and tokens[at + 1].tag in (Tag.DET, Tag.POSS) else 0
    ahead = [token.low for token in tokens[at + 1 : at + 4]]
    return at + 4 if apart and ahead[::2] == ["the", "of"] and ahead[1] in words("views", "speech") else 0


def told_of(draft: Draft, group: Group) -> None:
    """Part who says it from what is told of a noun: "which officials said | killed 12", "a step they say | may"."""
    clause, said = draft.current, draft.current.group
    if said is None or not says(draft.tokens, said) or not said.end == group.start == clause.end:
        return
    start = clause.body if clause.kind is Kind.RELATIVE else _named_behind(draft.tokens, clause.body, said.start)
    if start < said.start:
        marked = clause.kind is Kind.RELATIVE
        telling = Clause(Kind.TELLING, start, start, draft.now, marked=marked, group=said)
        telling.take(start, said.end)
        clause.give_back(start)
        clause.group = None
        draft.clauses.append(telling)


def _named_behind(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where behind another noun the one begins that ends before a token: "a step | the ministry"; `end` where none."""
    at = end
    while at > first and tokens[at - 1].tag in _NOUNS and not (at < end and tokens[at - 1].tag is not tokens[at].tag):
        at -= 1
    at -= at > first and tokens[at - 1].tag is Tag.DET
    alone = end - 1 if tokens[end - 1].low in persons() else end  # "a step | officials say could cost"
    start = at if at > first and tokens[at].tag is not Tag.FIGURE else alone
    return start if start > first and tokens[start - 1].tag in _NOUNS else end
