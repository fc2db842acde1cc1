"""Whether a bare "-ed" form is a participle ("districts ceded by the north") or the verb of its clause.

What comes in: the clauses read so far and the verb group. What goes out: yes or no, from what stands around it.
"""

from collections.abc import Sequence

from reconcile.extract.ahead import look, verb_first
from reconcile.extract.clauses import VERBLESS, Draft, Kind
from reconcile.extract.grammar import BREAKS, Tag
from reconcile.extract.groups import Group, says
from reconcile.extract.words import Token


def participle(draft: Draft, group: Group, waiting: int) -> bool:
    """Whether a bare "-ed" form is a participle: "districts ceded by the north", "people hurt in the crash were"."""
    tokens, clause = draft.tokens, draft.current
    before = tokens[group.start - 1] if group.start else None
    if clause.kind is Kind.TELLING or (before is not None and before.tag in (Tag.PRON, Tag.REL, Tag.THAT)):
        return False
    if _counts(draft, group):
        return True
    if clause.kind is Kind.RELATIVE and clause.group is None and not behind_mark(draft, group.start):
        return by(tokens, group) and look(tokens, draft.groups, group.end).group is not None  # "in which 12 died"
    rest = look(tokens, draft.groups, group.end)
    if group.start == 0 and rest.end < len(tokens):  # "Delayed by rain, the crews …"
        return True
    if clause.group is None and clause.kind not in VERBLESS:
        outer = draft.waiting(clause.parent) if clause.parent >= 0 else -1
        joined = group.end < len(tokens) and tokens[group.end].tag is Tag.COORD and rest.first == group.end
        counted = joined and tokens[min(group.end + 1, len(tokens) - 1)].tag is Tag.FIGURE  # "12 died and 30 were hurt"
        if rest.sure is not None and not says(tokens, group) and rest.opener < 0 and outer < 0 and not counted:
            return True
        if rest.opener < 0 and rest.group is not None and _tells_that(tokens, group, rest.group):
            return True
        later = verb_first(tokens, draft.groups, rest.end) is not None
        return (by(tokens, group) or clause.marked or _mid_subject(draft, group)) and later
    # "people who had fled | said 12 houses burned"; not "words that were heard, said to be his, are …"
    inside = clause.kind in (Kind.RELATIVE, Kind.ADVERBIAL) and clause.group is not None
    saying = says(tokens, group) and inside and not behind_mark(draft, group.start)
    return not (waiting >= 0 and (rest.group is None or saying))


def _tells_that(tokens: Sequence[Token], group: Group, later: Group) -> bool:
    """Whether the verb of its clause follows, one of saying: "A study published in Arden found that"."""
    telling = later.end < len(tokens) and tokens[later.end].tag is Tag.THAT and says(tokens, later)
    joined = any(token.tag is Tag.COORD for token in tokens[group.end : later.start])
    return telling and not joined and not says(tokens, group)


def _counts(draft: Draft, group: Group) -> bool:
    """Whether it only says what became of the second of two counts: "Norvik fire: 31 dead, 12 injured"."""
    clause, tokens = draft.current, draft.tokens
    counts = clause.pieces[1:] if clause.labelled(tokens) else clause.pieces
    listed = clause.group is None and clause.kind is Kind.MAIN and len(clause.pieces) > 1 and bool(counts)
    if not listed or any(tokens[n].tag is not Tag.FIGURE for n in (counts[0][0], group.start - 1)):
        return False
    return clause.pieces[-1] == (group.start - 1, group.start) and look(tokens, draft.groups, group.end).group is None


def _mid_subject(draft: Draft, group: Group) -> bool:
    """Whether a comma stands between the subject and this "-ed" form: "The talks, held in May, failed"."""
    return len(draft.current.pieces) > 1 or behind_mark(draft, group.start)


def by(tokens: Sequence[Token], group: Group) -> bool:
    """Whether a bare "-ed" form is followed by who did it."""
    return not group.sure and group.end < len(tokens) and tokens[group.end].low == "by"


def behind_mark(draft: Draft, at: int) -> bool:
    """Whether a mark stands right before a token."""
    return at > 0 and draft.tokens[at - 1].tag in BREAKS
