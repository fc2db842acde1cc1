"""What the words around a statement take from it: that it hangs on something else, or that its figure is called wrong.

What comes in: a sentence taken apart and a clause. What goes out: yes or no.
"""

from itertools import pairwise
from typing import Final

from reconcile.extract.clauses import Clause, Kind
from reconcile.extract.grammar import Tag, words
from reconcile.extract.scan import Scan
from reconcile.lexicon import entries

_SOON: Final = 5  # tokens from a figure to what it is said to be
_TOO: Final = frozenset({"high", "low", "large", "small"})
_NOT_SO: Final = frozenset(  # "The count of 900 was inflated by a strike", "A number of 12 workers were wrong about it"
    {("inflated", "by"), ("inflated", "to"), ("wrong", "about")}
)


def disputed(scan: Scan, clause: Clause, number: int, value: int) -> bool:
    """Whether a figure that somebody has told of is called wrong: "The figure of 12,000 was exaggerated", "too high".

    "The price of 12 euros is too high" says that it is the price.
    """
    tokens, group, subject = scan.tokens, clause.group, scan.subject(number)
    if group is None or value not in subject or tokens[group.head].tag not in (Tag.BE, Tag.ED, Tag.PART):
        return False
    told = words("reports", "speech") | words("estimates", "speech")
    said = [n for n in scan.own(number) if n >= group.start]
    if not any(tokens[n].low in told for n in subject if n < value) or any(tokens[n].tag is Tag.NOT for n in said):
        return False
    if any(tokens[a].low == "too" and tokens[b].low in _TOO for a, b in pairwise(said)):
        return True
    wrong = (n for n in said if tokens[n].low in words("untruths", "speech"))
    return any((tokens[n].low, tokens[n + 1].low) not in _NOT_SO for n in wrong if n + 1 < len(tokens))


def hinges(scan: Scan, clause: Clause, number: int) -> bool:
    """Whether it is only imagined: "If the dam failed, 60,000 people would be flooded out"; not "will be"."""
    tokens, group = scan.tokens, clause.group
    if group is None or tokens[group.start].low not in ("would", "'d", "wouldn't"):
        return False
    if tokens[0].low in ("should", "were", "had", "if", "unless") and tokens[-1].text != "?":
        return True  # "Should the dam fail, 60,000 people would be flooded out", "If confirmed, it would be the third"
    hung = (c.start for c in scan.clauses if c.kind is Kind.ADVERBIAL and c.parent == number)
    return any(tokens[at].low in ("if", "unless") and tokens[at - 1].low not in ("even", "as") for at in hung)


def provided(scan: Scan, number: int) -> bool:
    """Whether it holds only if something else is done: "faces 20 years if convicted"; not "even if acquitted"."""
    tokens = scan.tokens
    return any(
        tokens[n].low in ("if", "unless") and tokens[n - 1].low not in ("even", "as")
        for n in scan.own(number)[:-1]
        if tokens[n + 1].tag in (Tag.ED, Tag.PART)
    )


def as_it_is(scan: Scan, value: int) -> bool:
    """Whether a figure tells how things stand, whatever may come: "It could go higher, with eight people missing"."""
    tokens = scan.tokens
    if value < 1 or tokens[value].tag is not Tag.FIGURE or tokens[value - 1].low != "with":
        return False
    behind = {token.low for token in tokens[value : value + _SOON]}
    return not behind.isdisjoint(entries("people")["said_of_people"])
