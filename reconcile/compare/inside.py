"""What one article says against itself: its title against its text, the parts that it lists against their sum.

What comes in: the claims of one article. What goes out: pairs with what is found. An article sets unlike figures side
by side on purpose, so only two things are news. A title speaks of its own text, so its figure should stand there, be
it rounded or summed up. And what is listed after a colon or in brackets, to the last "and", is all there is.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from reconcile.compare.around import around
from reconcile.compare.denial import none, polarity
from reconcile.compare.figures import FIGURES, figures
from reconcile.compare.finding import Comparison
from reconcile.compare.gate import OTHER, apart
from reconcile.compare.measure import plain
from reconcile.compare.numbers import plainly, standing, written
from reconcile.compare.pair import Pair
from reconcile.compare.reckoned import MOST, NEAR, Compared
from reconcile.compare.relation import APART, FIT, LOOSE, Relation, climb
from reconcile.compare.rounding import step
from reconcile.compare.side import Side
from reconcile.compare.values import compare_figures
from reconcile.compare.wording import compare_wording
from reconcile.model import Change, Dimension, Hedge, Outcome, Span

LEAD: Final = 3  # sentences at the beginning of a text, of which its title speaks
PARTED: Final = OTHER | {"part", "another", "former", "capacity", "stretch", "lasting"}
TENS: Final = 10  # a number that ends in noughts may be rounded

# As in: twelve people were held: seven men and five women; the 23 sailors (12 Danes, 5 Swedes and 6 Finns).
_OPENS: Final = re.compile(r"(?: [^\W\d_][\w'’-]*){0,8}(?:: | ?\(|,? [–—-] |,? namely )")
_NEXT: Final = re.compile(r"[^:;.()\d–—]{1,80}?(?:, | and |, and |, plus | plus )")
_LAST: Final = re.compile(r"[^:;.()\d–—]{1,80}? (?:and|plus) ")
_ENDS: Final = re.compile(r"[^:;.()\d–—]{1,80}(?:[.);]|$)")
_EARLIER: Final = re.compile(r"\bhad\b")  # "in March it had cut 120 jobs"
_OF_NUMBER: Final = re.compile(  # "works in three of four children" is how often
    r" ?of (?:the |its |their )?(?:(?:[2-9]|10)(?![\d.,])|(?:two|three|four|five|six|seven|eight|nine|ten)\b)"
)
_AFTER_NAME: Final = re.compile(r"\b[A-Z][\w'’-]+, $")

INSIDE: Final[tuple[Relation[Pair], ...]] = (
    Relation("title_off", Dimension.FIGURE, Outcome.DIFFERS, "the figure of the title stands nowhere in the text, "
             "which tells of the same with another", settles="ask the desk that wrote it which of the two is meant"),
    Relation("list_off", Dimension.FIGURE, Outcome.DIFFERS, "the parts that the sentence lists do not come to its sum",
             settles="ask the desk that wrote it for the missing part, or the right sum"),
)  # fmt: skip
_TITLE, _LIST = INSIDE


def of_article(own: Sequence[Side]) -> Iterator[Compared]:
    """What an article says against itself.

    Args:
        own: its claims, in their order.
    """
    titles = [side for side in own if side.claim.headline]
    text = [side for side in own if not side.claim.headline]
    for title in titles[:MOST]:
        yield from _borne_out(title, text)
    yield from _lists(text)


def _borne_out(title: Side, text: Sequence[Side]) -> Iterator[Compared]:
    """A title's figure that its text does not bear out, with the nearest of the text; a title that the text denies."""
    lead = sorted({side.claim.sentence for side in text})[:LEAD]
    for side in [side for side in text if side.claim.sentence in lead][:MOST]:
        if none(pair := Pair(title, side)) or polarity(pair):
            yield pair, compare_wording(pair)._replace(settles=_TITLE.settles)
            return
    if title.claim.figure is None or title.figure.change is not Change.LEVEL:
        return
    if _OF_NUMBER.match(around(title.claim, title.source)[1]):
        return
    told = [side for side in text if side.claim.figure is not None][:MOST]
    found = [(pair, compare_figures(pair)) for pair in (Pair(title, side) for side in told)]
    if any(said.outcome in FIT and said.code not in LOOSE for _, said in found) or _is_age(title):
        return
    if any(side.figure.kind == title.figure.kind and side.figure.low == title.figure.low for side in told):
        return  # "$5 million" and "5 million Australian dollars"
    if clear := [row for row in found if row[1].outcome in APART]:
        yield clear[0][0], clear[0][1]._replace(settles=_TITLE.settles)
        return
    if title.figure.value is None or _stands(title, told):
        return
    near = [pair for pair, _ in found if pair.right.claim.sentence in lead and _of_one_thing(pair)]
    if near:
        best = max(near, key=lambda pair: pair.shared + len(pair.left.subject.names & pair.right.subject.names))
        row, tried = climb(FIGURES, figures(*best.figures))
        if row.apart:
            steps = (
                f"ladder: {row.code}; tried before it: {', '.join(tried) or 'nothing'}",
                f"title: {_TITLE.because}",
            )
            yield best, _said(_TITLE, _TITLE.because, steps)


def _is_age(title: Side) -> bool:
    """Whether a bare number may be the age of the one named before it: "suspect Ana Tarma, 20"."""
    return (
        title.figure.kind == "count"
        and title.figure.unit is None
        and _AFTER_NAME.search(title.source.text[max(0, _start(title) - 40) : _start(title)]) is not None
    )


def _stands(title: Side, told: Sequence[Side]) -> bool:
    """Whether a title's figure stands in the text, as any value, as a number in any words, or as the sum of two."""
    own = title.figure
    if any(side.figure.low <= own.high and own.low <= side.figure.high for side in told):
        return True
    assert title.claim.quantity is not None  # noqa: S101 - it has a figure
    end = title.claim.sentence.end
    if any(
        start >= end
        for number in written(title.claim.quantity.text)
        for start, _ in standing(title.source.text, number)
    ):
        return True
    values = [
        s.figure.value for s in told if s.figure.kind == own.kind and s.figure.unit == own.unit and s.figure.value
    ]
    return any(one + other == own.value for one, other in combinations(dict.fromkeys(values), 2))


def _of_one_thing(pair: Pair) -> bool:
    """Whether a figure of the lead is plainly that of the title, if the two were not written by one hand."""
    (a, b), (title, lead) = pair.both, pair.figures
    parted = (a.marks | b.marks) & PARTED or apart(a.groups, b.groups) or b.times - a.times
    if parted or lead.kind != title.kind or lead.change is not Change.LEVEL:
        return False
    return plain(pair) and not _EARLIER.search(pair.right.claim.quote)


def _lists(text: Sequence[Side]) -> Iterator[Compared]:
    """Sums whose parts their own sentence lists, where they come close to it and not to it."""
    by_sentence: dict[Span, list[Side]] = defaultdict(list)
    for side in text:
        if side.claim.quantity is not None and side.claim.figure is not None:
            by_sentence[side.claim.sentence].append(side)
    for told in by_sentence.values():
        told.sort(key=_start)
        for at, whole in enumerate(told if len(told) <= MOST else ()):  # nobody lists more in prose
            if parts := _listed(whole, told[at + 1 :]):
                yield from _summed(whole, parts)


def _summed(whole: Side, parts: Sequence[Side]) -> Iterator[Compared]:
    """A sum that its parts do not come to, more than rounding may explain."""
    low, come_to = whole.figure.low, sum((part.figure.low for part in parts), Decimal(0))
    rounded = sum(size for side in (whole, *parts) if (size := step(side.figure.low)) >= TENS)
    if rounded / 2 < abs(come_to - low) <= low * NEAR:
        shown = f"{' + '.join(plainly(part.figure.low) for part in parts)} = {plainly(come_to)}"
        because = f"{_LIST.because}: {shown}, against {plainly(low)}"
        others = tuple(part.claim.id for part in parts[1:])
        yield Pair(whole, parts[0]), _said(_LIST, because, (f"arithmetic: {shown}",), others)


def _listed(whole: Side, rest: Sequence[Side]) -> Sequence[Side]:
    """The parts that a sentence lists for a sum, two at least and all of them; none where it is no plain list."""
    if len(rest) < 2 or not all(_alike(whole, part) for part in rest):
        return ()
    text = " ".join(whole.source.text[_start(whole) : whole.claim.sentence.end].split())
    return rest if _is_list(text, [_words(side) for side in (whole, *rest)]) else ()


def _is_list(text: str, numbers: Sequence[str]) -> bool:
    """Whether a text is a number, an opening, and the other numbers with their words, up to an "and" and an end."""
    between = [_OPENS, *[_NEXT] * (len(numbers) - 3), _LAST, _ENDS]
    at = 0
    for number, gap in zip(numbers, between, strict=True):
        if not text.startswith(number, at):
            return False
        found = gap.match(text, at + len(number))
        if found is None:
            return False
        at = found.end()
    return True


def _alike(whole: Side, part: Side) -> bool:
    ours, theirs = whole.figure, part.figure
    exact = ours.hedge is theirs.hedge is Hedge.EXACT and ours.change is theirs.change is Change.LEVEL
    one_kind = ours.kind == theirs.kind and ours.kind in ("count", "money")
    return (
        exact and one_kind and (theirs.unit in (None, ours.unit)) and ours.value is not None and theirs.low < ours.low
    )


def _start(side: Side) -> int:
    assert side.claim.quantity is not None  # noqa: S101 - only sides with a figure are listed
    return side.claim.quantity.span.start


def _words(side: Side) -> str:
    assert side.claim.quantity is not None  # noqa: S101 - only sides with a figure are listed
    return " ".join(side.claim.quantity.text.split())


def _said(row: Relation[Pair], because: str, steps: tuple[str, ...], others: tuple[str, ...] = ()) -> Comparison:
    return Comparison(row.code, row.dimension, row.outcome, because, row.settles, steps=steps, others=others)
