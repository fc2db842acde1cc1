"""Where: the place a claim names for what it tells.

What comes in: a sentence taken apart, a clause and its value. What goes out: the place as written ("the village of
Oste", "Lund"); "" where none is named. Only what has a name in it is a place that two articles can differ on: "in the
market" is not. The dateline is no place of a claim: it says where the reporter sat.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.extract.clauses import Kind
from reconcile.extract.grammar import BREAKS, Tag, plural, words
from reconcile.extract.groups import forms
from reconcile.extract.scan import Scan
from reconcile.extract.tables import BY_HEAD
from reconcile.extract.words import Token
from reconcile.model import Mention

_HANGS: Final = frozenset({Kind.GAPPED, Kind.PART_OF, Kind.PARTICIPLE, Kind.PURPOSE, Kind.APPOSITION})
_LED: Final = frozenset({Kind.MAIN, Kind.COMPLEMENT})
_CLOSING: Final = BREAKS | {Tag.PREP, Tag.DATE, Tag.COORD}
_IN_NAME: Final = frozenset({Tag.NOUN, Tag.NAME, Tag.DET, Tag.POSS})


def place(scan: Scan, number: int, value: int, numbers: range) -> str:
    """The place of a claim.

    Args:
        scan: the sentence.
        number: of the clause.
        value: token number of the figure or date; -1 for a claim of wording.
        numbers: the tokens quoted; a place in them counts first.
    """
    owned = [found for at in _clauses(scan, number, value) if (found := _named(scan, at, value))]
    inside = [n for n in owned if n[0] in numbers]
    return scan.words([*inside, *owned][0]) if owned else ""


def attached(scan: Scan, numbers: range, number: int) -> str:
    """The place inside the quote alone, for a value that is no part of what its clause says."""
    found = [n for n in _places(scan, number) if n[0] in numbers]
    return scan.words(found[0]) if found else ""


def row_of(scan: Scan, mention: Mention | None) -> str:
    """The head of the row in which a figure of a table stands: "Norvik | 12 | 40"; "" in the row of the sums."""
    if mention is None or not mention.rule.endswith(BY_HEAD) or not scan.clauses[0].pieces:
        return ""
    head = scan.words(range(*scan.clauses[0].pieces[0]))
    return "" if words("sums") & set(head.lower().split()) else head


def _clauses(scan: Scan, number: int, value: int) -> Iterator[int]:
    """The clauses whose place is the claim's too, the nearest first."""
    at = number
    while at >= 0:
        yield at
        clause = scan.clauses[at]
        at = clause.shares if clause.shares >= 0 else clause.parent if clause.kind in _HANGS else -1
    if value >= 0 and scan.tokens[value].tag is Tag.FIGURE:
        yield from (n for n in range(number + 1, len(scan.clauses)) if _listed_with(scan, number, n))
    if scan.clauses[number].kind in _LED and _leads(scan):
        yield 0


def _listed_with(scan: Scan, number: int, later: int) -> bool:
    """Whether a clause goes on a list of counts: "Storm leaves 12 dead, 4,000 homeless in Tarn valley"."""
    clause = scan.clauses[later]
    counts = any(scan.tokens[n].tag is Tag.FIGURE for n in scan.values(later))
    return counts and number in (clause.shares, clause.parent if clause.kind is Kind.GAPPED else -1)


def _leads(scan: Scan) -> bool:
    """Whether the sentence opens with a place: "In Arden, 12 people died and four were hurt"."""
    pieces = scan.clauses[0].pieces
    return bool(pieces) and scan.tokens[pieces[0][0]].low in words("places")


def _named(scan: Scan, number: int, value: int) -> list[int]:
    """The place that a clause names for a value: the nearest behind it, or behind the verb; else the last before."""
    found = list(_places(scan, number))
    group = scan.clauses[number].group
    mark = value if value >= 0 else group.start if group is not None else -1
    behind = [n for n in found if n[0] > mark]
    return behind[0] if behind else found[-1] if found else []


def _places(scan: Scan, number: int) -> Iterator[list[int]]:
    """The places that stand in a clause."""
    past = -1
    for at in scan.own(number):
        leads = scan.tokens[at].low in words("places") or _on_edge(scan.tokens, at) or _moved(scan, number, at)
        if at < past or not leads:
            continue
        end = _phrase(scan, number, at + 1)
        while end < len(scan.tokens) - 1 and scan.tokens[end].low in ("of", *words("places")):
            further = _phrase(scan, number, end + 1)
            if further == end + 1 or scan.tokens[end + 1].text[:1].isdigit():  # "off the cape | at 0340 GMT"
                break
            end = further
        named = [n for n in range(at + 1, end) if scan.tokens[n].tag is Tag.NAME]
        if any(scan.tokens[n].low not in words("bodies") for n in named) and not _no_place(scan, at, end):
            past = end
            happened = scan.tokens[end - 1].low in words("events")  # "in Norvik bus crash": in Norvik
            yield list(range(at + 1, named[-1] + 1 if happened else end))


def _moved(scan: Scan, number: int, at: int) -> bool:
    """Whether it is where somebody went: "fled to Lund", "were flown to Lund"."""
    group = scan.clauses[number].group
    if group is None or at < group.end or scan.tokens[at].low not in ("to", "into"):
        return False
    return scan.tokens[group.head].low in forms("motions", "clauses")


def _on_edge(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is "on the coast of", "on the outskirts of"; "on the plan of" is no place."""
    ahead = [token.low for token in tokens[at : at + 4]]
    return ahead[:2] == ["on", "the"] and ahead[3:] == ["of"] and ahead[2] in words("borders")


def _no_place(scan: Scan, at: int, end: int) -> bool:
    """Whether a phrase with a name in it is no place: "at the Brill summit", "at the FBI", "in the Saints' win"."""
    tokens = scan.tokens
    first = next((n for n in range(at + 2, end) if tokens[n].tag is Tag.PREP), end)  # "the Cup round | in Arden"
    last = tokens[first - 1]
    if any(letter.isdigit() for n in range(at + 1, first) for letter in tokens[n].text):
        return True  # "in Week 3"
    if tokens[at + 1].tag is not Tag.DET:
        return False
    alone = first == at + 3
    initials = tokens[at].low == "at" and last.text.isupper()
    team = tokens[at].low in ("at", "in") and plural(last.low) and last.low not in words("plural_places")
    return last.low in words("no_places") or (alone and (initials or team))


def _phrase(scan: Scan, number: int, at: int) -> int:
    """Where a noun phrase that begins at a token ends."""
    group = scan.clauses[number].group
    while at < len(scan.tokens) and scan.owners[at] == number and (group is None or at not in group.tokens):
        tag = scan.tokens[at].tag
        closing = at + 1 == len(scan.tokens) or scan.tokens[at + 1].tag in _CLOSING
        if tag not in _IN_NAME and not (tag is Tag.ING and closing):  # "near the Oste crossing"
            break
        if tag is Tag.DET and scan.tokens[at - 1].tag in (Tag.NOUN, Tag.NAME):  # "in Oria | the fire"
            break
        at += 1
    return at
