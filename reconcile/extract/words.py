"""The words of a sentence and what each is in it: a light tagger by small words, endings and neighbours.

What comes in: running text and the places of the figures and dates in it. What goes out: Tokens, a figure or date being
one token. It knows no more grammar than finding clauses needs: nouns and adjectives are one.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reconcile.extract.commas import stacked, unquoted
from reconcile.extract.grammar import BREAKS, PUNCTUATION, Tag, closed, plural, verbs, words
from reconcile.extract.neighbours import NOMINAL, describes, of_doing, plural_before, prepared, second_deed

_WORD: Final = re.compile(
    r"``|''|['’] ?(?:s|re|ve|ll|m|d)\b|\d+(?:[.,:]\d+)+\w*"
    r"|\w+(?:[-'’./&]\w+)*(?:(?<=n) ['’] t\b|(?<=\b[CcWw][ao]) n['’]t\b)?|--+|\.\.\.+|\S"
)
_NAMED: Final = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
_CLITIC: Final = re.compile(r"(?i)(it|he|she|that|there|who|they|we|you|i)(['’](?:s|re|ve|ll|d|m))")
_CLITICS: Final = {"s": Tag.BE, "re": Tag.BE, "m": Tag.BE, "ve": Tag.HAVE, "ll": Tag.MODAL, "d": Tag.MODAL}
_SINGLE: Final = frozenset("'‘’")
_UNSETTLED: Final = frozenset({Tag.FIN, Tag.ED, Tag.PAST, Tag.PART, Tag.ING, Tag.OPENER})
_SETTLED: Final = frozenset(
    {"first", "second", "longer", "alleged", "disputed", "estimated", "may"}
)  # words that neighbours settle
_ENDED: Final = frozenset({Tag.ED, Tag.PAST, Tag.FIN, Tag.BE, Tag.HAVE, Tag.MODAL})  # finite
_BEFORE_NOUN: Final = frozenset({Tag.DET, Tag.POSS, Tag.PREP})
_AFTER_VERB: Final = frozenset({Tag.DET, Tag.POSS, Tag.FIGURE, Tag.OBJ, Tag.THAT, Tag.TO, Tag.PRON})


@dataclass(slots=True)
class Token:
    """A word, a mark, or a whole figure or date.

    Attributes:
        start, end: offsets into the running text.
        low: the word in small letters, curly apostrophes straight.
        tag: what it is; settled among its neighbours while the sentence is read, not changed afterwards.
        value: number of the mention it is, or -1.
    """

    start: int
    end: int
    text: str
    low: str
    tag: Tag
    value: int = -1


def names_in(text: str) -> frozenset[str]:
    """Words that stand with a capital inside sentences: a name that opens a sentence is told by them."""
    return frozenset(_NAMED.findall(text))


def read_words(
    text: str, start: int, end: int, values: Sequence[tuple[int, int, Tag]], names: frozenset[str] = frozenset()
) -> list[Token]:
    """The tokens of `text[start:end]`.

    Args:
        text: running text of a block.
        start: where the sentence begins in it.
        end: where it ends.
        values: start, end and tag (FIGURE or DATE) of the mentions in the whole text, ascending, not overlapping.
        names: words known to be names.
    """
    tokens = unquoted(stacked(_cut(text, start, end, values)))
    last = max((n for n, t in enumerate(tokens) if t.tag not in BREAKS), default=0)
    for token in tokens[:last]:
        if token.tag is Tag.STOP:
            token.tag = Tag.NOUN
    cased = sum(t.text[:1].islower() for t in tokens) >= sum(t.text[:1].isupper() for t in tokens)
    before = Tag.STOP
    known = closed()
    for token in tokens:
        if token.tag is Tag.NOUN:
            token.tag = _first_tag(token, known.get(token.low), before, cased=cased)
            if token.tag is Tag.NOUN and token.text in names:
                token.tag = Tag.NAME
        before = token.tag
    for n, token in enumerate(tokens):
        if token.tag in _UNSETTLED or token.low in _SETTLED:
            token.tag = _settled(tokens, n)
    return tokens


def _cut(text: str, start: int, end: int, values: Sequence[tuple[int, int, Tag]]) -> list[Token]:
    tokens: list[Token] = []
    at = start
    for number in range(bisect_left(values, (start,)), len(values)):
        first, last, tag = values[number]
        if first >= end:
            break
        if first < at:
            continue
        _plain(text, at, first, tokens)
        tokens.append(Token(first, last, text[first:last], text[first:last].lower(), tag, number))
        at = last
    _plain(text, at, end, tokens)
    return tokens


def _plain(text: str, start: int, end: int, tokens: list[Token]) -> None:
    """Add the tokens of words that are no figure or date."""
    before = ""
    for match in _WORD.finditer(text, start, end):
        word, first = match.group(), match.start()
        if word.isalpha():
            before = word.lower()
            tokens.append(Token(first, match.end(), word, before, Tag.NOUN))
            continue
        clitic = _CLITIC.fullmatch(word)
        if clitic:
            middle = first + len(clitic[1])
            tokens.append(Token(first, middle, clitic[1], clitic[1].lower(), Tag.PRON))
            low = clitic[2].replace("’", "'").lower()
            tokens.append(Token(middle, match.end(), clitic[2], low, _CLITICS[low[1:]]))
        else:
            low = word.replace("’", "'").replace(" ", "").lower()  # archives part "don ' t", "Voss ' s"
            subject = closed().get(before) is Tag.PRON or before == "that"
            short = subject and low[0] == "'" and low[1:] in _CLITICS and (before, low) != ("i", "'s")  # "Peter I's"
            tag = _CLITICS[low[1:]] if short else _mark(text, match)
            tokens.append(Token(first, match.end(), word, low, tag))
            before = low


def _mark(text: str, match: re.Match[str]) -> Tag:
    """The tag of a mark; NOUN for a word. A single hyphen is a dash where it stands free and joins no two words.

    Some archives set "co - workers" for "co-workers"; a dash of its own is followed by a small word or a name.
    """
    word = match.group()
    if word in _SINGLE:  # "'He knew, ' she said", not "the workers ' pay"
        owner = text[max(0, match.start() - 2) : match.start()].rstrip().endswith("s")
        return Tag.NOUN if owner and word != "‘" else Tag.QUOTE
    if word.startswith("..."):
        return Tag.STOP
    if word == "-":
        free = text[match.start() - 1 : match.start()].isspace() and text[match.end() : match.end() + 1].isspace()
        behind = _WORD.match(text, match.end() + 1)
        joins = behind is not None and behind.group()[0].islower() and behind.group() not in closed()
        return Tag.DASH if free and not joins else Tag.NOUN
    return Tag.DASH if word.startswith("--") else PUNCTUATION.get(word, Tag.NOUN)


def _first_tag(token: Token, tag: Tag | None, before: Tag, *, cased: bool) -> Tag:
    """What a word may be, looked at alone. In a headline in capitals ("Quake Kills Nine") capitals say nothing."""
    if tag is not None and not (token.text.isupper() and len(token.text) > 1 and cased):  # "US", "IT" are names
        return tag
    inside = before not in (Tag.QUOTE, Tag.STOP, Tag.COLON)
    return Tag.NAME if cased and inside and token.text[:1].isupper() else _form(token.low)


@lru_cache(maxsize=1 << 14)
def _form(low: str) -> Tag:
    known = verbs()
    if low in known.past:
        return Tag.PAST
    if low in known.participles:
        return Tag.PART
    if low in known.either or (low.endswith("ed") and len(low) > 3 and "-" not in low and low not in words("not_past")):
        return Tag.ED
    if low in known.third or low in known.base:
        return Tag.FIN
    if low.endswith("ing") and len(low) > 4 and "-" not in low and low not in words("not_doing"):
        return Tag.ING
    return Tag.ADV if low.endswith("ly") and len(low) > 4 and low not in words("not_adverbs") else Tag.NOUN


def _near(tokens: Sequence[Token], n: int, step: int) -> Token | None:
    """The neighbour in a direction, adverbs left out."""
    n += step
    while 0 <= n < len(tokens) and tokens[n].tag in (Tag.ADV, Tag.NOT):
        n += step
    return tokens[n] if 0 <= n < len(tokens) else None


def _settled(tokens: Sequence[Token], n: int) -> Tag:
    """What an ambiguous word is among its neighbours; those before it are settled."""
    token = tokens[n]
    before, after = _near(tokens, n, -1), _near(tokens, n, 1)
    match token.tag:
        case Tag.FIN:
            return _finite(tokens, n, before, after)
        case Tag.ED | Tag.PAST | Tag.PART if token.low == "told" and n and tokens[n - 1].low == "all":
            return Tag.ADV  # "some 1,200 of us all told"
        case Tag.ED if after and prepared(tokens, n, after):
            return Tag.NOUN
        case Tag.ED | Tag.PAST | Tag.PART:
            return _past(token, before, after, counted=n < 2 or tokens[n - 2].tag is not Tag.PREP)
        case Tag.ING:
            return Tag.NOUN if before and before.tag in (Tag.DET, Tag.POSS) else Tag.ING
        case Tag.ADV if after and after.tag in NOMINAL:  # "First flights", but "they first need"
            return Tag.NOUN
        case Tag.NOUN if token.low in ("alleged", "disputed", "estimated") and after and _is_said(before, after):
            return Tag.ED
        case Tag.NOUN if (
            token.low == "longer" and n and tokens[n - 1].low == "no" and not (after and after.low == "than")
        ):
            tokens[n - 1].tag = Tag.NOT
            return Tag.NOT
        case Tag.MODAL if token.text == "May" and before and before.tag is Tag.NAME and after and after.tag in _ENDED:
            return Tag.NAME  # "Theresa May said"; not "Orm Bank May Close", of a headline
        case Tag.OPENER if token.low in ("than", "as") and after and after.tag in (Tag.FIGURE, Tag.ED, Tag.DATE):
            return Tag.PREP
        case _:
            return token.tag


def _is_said(before: Token | None, after: Token) -> bool:
    """Whether a verb of saying stands between two neighbours: "Voss alleged that", "disputed reports that"."""
    noun = before is not None and before.tag in NOMINAL
    spoken = after.tag is Tag.DET or after.low == "on" or after.low in words("reports", "speech")
    return after.tag is Tag.THAT or (noun and spoken)


def _finite(tokens: Sequence[Token], n: int, before: Token | None, after: Token | None) -> Tag:
    """A present or bare form: a verb only with a subject before it, or after "to", a modal or "do"."""
    known, low = verbs(), tokens[n].low
    subject = n
    aside = n > 3 and [token.tag for token in tokens[n - 3 : n]] == [Tag.COMMA, Tag.ADV, Tag.COMMA]
    if aside and tokens[n - 4].tag in NOMINAL:  # "Doctors, however, say"
        before, subject = tokens[n - 4], n - 3
    if before is None:
        return Tag.NOUN
    bare = low in known.base
    if before.tag in (Tag.TO, Tag.MODAL, Tag.DO) and bare:
        return Tag.BASE
    if before.tag is Tag.HAVE and low in known.like_base:
        return Tag.PART
    if before.tag is Tag.ING and n > 1 and not bare and after is not None and of_doing(tokens[n - 2], low, after):
        return Tag.FIN
    if (
        before.tag in (Tag.BE, Tag.HAVE, Tag.ING)
        or before.low == "whose"
        or (before.tag is Tag.FIGURE and describes(tokens, n - 1))
        or (before.tag in _BEFORE_NOUN and before.low not in words("nominals"))
    ):
        return Tag.NOUN
    if before.tag in (Tag.PRON, Tag.REL, Tag.THAT):
        return Tag.FIN
    mostly = known.base[low] if bare else known.third[low]
    objects = after is not None and (after.tag in _AFTER_VERB or (mostly and after.tag not in BREAKS))
    if before.low.endswith(("'s", "s'")):
        return Tag.NOUN
    if before.tag is Tag.FIGURE and mostly and not (after is not None and after.tag in NOMINAL):
        return Tag.FIN if bare or before.low.endswith("one") else Tag.NOUN  # "Six die", "one dies"
    if before.tag in NOMINAL:
        agrees = (
            plural_before(tokens, subject) if bare else not plural(before.low) or before.text[:1].isupper() or mostly
        )
        return Tag.FIN if agrees and (objects or mostly) else Tag.NOUN
    if before.tag in (Tag.COMMA, Tag.COORD, Tag.CLOSE, Tag.DASH, Tag.DATE, Tag.QUOTE):
        shares = bare and after is not None and second_deed(tokens, n, after)
        return Tag.FIN if shares or (objects and not bare) else Tag.NOUN
    return Tag.NOUN


def _past(token: Token, before: Token | None, after: Token | None, *, counted: bool) -> Tag:
    """A past form; before a noun and after its article or number it is an adjective ("the reclaimed districts").

    Args:
        token: the form.
        before: its neighbour.
        after: its neighbour.
        counted: whether a number before it counts what follows ("30 wounded men"; not "of 6.1 struck southern towns").
    """
    if before is None:
        return token.tag
    named = after is not None and after.tag in NOMINAL
    owned = before.tag in (Tag.DET, Tag.POSS) and (named or before.low not in words("nominals"))
    if owned or before.low.endswith(("'s", "s'")):
        return Tag.NOUN
    describes_it = before.tag is Tag.PREP and token.tag is not Tag.PAST  # "all aboard ran ashore": "ran" never does
    if named and (describes_it or (before.tag is Tag.FIGURE and counted)):
        return Tag.NOUN
    if before.tag in (Tag.TO, Tag.MODAL, Tag.DO) and token.low in verbs().base:
        return Tag.BASE
    return token.tag
