"""Which article says that it has its news from another source: "as the Post reported", "he told the Post".

What comes in: articles. What goes out: who credits whom, with the words that say so and the passage they speak for:
their sentence, and no more of the article. A source is named by its publisher or by the agency that wrote it; an agency
is known where none of its articles is at hand, too. Only a name as it is written counts, and only whole: "The New York
Times reported" credits no other "Times".
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from reconcile import lexicon
from reconcile.model import Block, Part, Source, Span, flow

SHORTEST: Final = 4  # letters of a name that is looked for; an agency's may be shorter ("AFP")
_WORD: Final = re.compile(r"\w+")
_SURE: Final = re.compile(r"[A-Z]{2,}\Z")
_BEFORE: Final = (
    r"(?P<before>(?i:(?:first |as )?(?:reported|quoted|published|revealed|broadcast) (?:first )?(?:by|in|on)"
    r"|according to(?: an?(?: \w+)? (?:report|article|interview|story|tally|count) (?:by|in|with|from|on))?|citing"
    r"|(?:told|tells|telling)|in an interview (?:with|to)|in (?:comments|remarks) to|as quoted by|as told to))"
)
_BEHIND: Final = (
    r"(?P<behind>,? (?:which |has |had )?(?:first |also |earlier |previously )?(?:reported|reports|revealed)\b"
    r"|,? (?:which )?(?:said|says|wrote|writes) in (?:a|an|its) (?:\w+ )?(?:report|article|story|editorial|dispatch)\b"
    r"|(?:['’]s?)? (?:report(?:s|ed|ing)?|tally|count) (?:said|says|that)\b|, citing\b)"
)
_AGAINST: Final = re.compile(
    r"(?:\b(?:not|never|contrary to|unlike|deny|den(?:y|ied)|disput(?:e|ed)|wrongly|incorrectly|falsely)"
    r"(?: (?:what|as|been|the|had|first|that|was|were|has))*|n['’]t(?: been)?) ?\Z",
    re.IGNORECASE,
)  # words before a credit after which it credits nobody
_END: Final = re.compile(r"[.!?][”\"’')\]]*\s+(?=[^\W\d_a-z]|[“\"‘'(\[])")  # a sentence ends
_SCANT: Final = 3  # words beside a credit with which a sentence says nothing itself: "So the Post reported on Monday."
_ON: Final = re.compile(
    r"(?i)\b(?:(?:he|she|they|it) (?:also |then )?(?:said|added|told|wrote|reported|explained|says|adds)"
    r"|the (?:\w+['’]s )?(?:report|article|story|paper|newspaper|agency|broadcaster|magazine|website|outlet)"
    r" (?:also )?(?:said|added|quoted|reported|cited|says|adds|quotes|cites))\b"
)  # the next sentence is of the same report
_CAPITAL: Final = re.compile(r"\b(?!An? )[A-Z][\w.&'’-]* \Z")  # the name goes on to the left


class Credit(NamedTuple):
    """`source` says in `words` that it has what `span` tells from `origin`.

    `origin` is a slug, or "" where only an agency's `name` is known.
    """

    origin: str
    name: str
    source: str
    words: str
    span: Span


def credited(sources: Sequence[Source]) -> Iterator[Credit]:
    """Each passage in which an article credits another source of the desk, or an agency."""
    named = _named(sources)
    for source in sources:
        own = _names(source)
        blocks = [(block, flow(source, block).text) for block in source.blocks]
        words = {word for _, text in blocks for word in _WORD.findall(text)}
        begun = (named[word] for word in sorted(named.keys() & words))
        for name, (agency, slugs) in (row for rows in begun for row in rows.items()):
            if name in own or source.slug in slugs:
                continue
            for told, span in _credits(source, blocks, name):
                for slug in slugs or ("",):
                    yield Credit(slug, agency, source.slug, told, span)


def _named(sources: Sequence[Source]) -> Mapping[str, Mapping[str, tuple[str, list[str]]]]:
    """By the name under which others would credit them, and that by its first word, an agency and slugs.

    Most of the words are in no text.
    """
    found: dict[str, dict[str, tuple[str, list[str]]]] = defaultdict(dict)
    for row in lexicon.entries("furniture")["agencies"]:
        for name in row:
            _of(found, name, row[0])
    for source in sources:
        for name in _names(source):
            _of(found, name, "").append(source.slug)
    return found


def _of(found: dict[str, dict[str, tuple[str, list[str]]]], name: str, agency: str) -> list[str]:
    """The slugs of the bearers of a name, to be added to."""
    bare = name.removeprefix("The ")
    first = _WORD.search(bare)
    if not first or (len(bare) < SHORTEST and not _SURE.match(bare)):
        return []
    return found[first[0]].setdefault(bare, (agency, []))[1]


def _names(source: Source) -> list[str]:
    """What a source is called: its publisher and its agency, without "The", and other names of the same agency."""
    bare = {name.removeprefix("The ").removeprefix("the ") for name in (source.publisher, source.agency) if name}
    known = (row for row in lexicon.entries("furniture")["agencies"] if not bare.isdisjoint(row))
    return sorted(bare.union(*known))


def _credits(source: Source, blocks: Sequence[tuple[Block, str]], name: str) -> Iterator[tuple[str, Span]]:
    """The words that credit the bearer of a name, with what they speak for."""
    whole = rf"(?:[Tt]he )?(?<![\w-]){re.escape(name)}(?![\w-]| [A-Z]\w)"
    pattern = re.compile(rf"\b{_BEFORE} {whole}|{whole}{_BEHIND}")
    lead = next((block for block, _ in blocks if block.part is not Part.TITLE), None)
    for block, text in blocks:
        if name not in text:
            continue
        starts, done = [0, *(match.end() for match in _END.finditer(text)), len(text)], 0
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 40) : match.start()]
            longer = match["behind"] and not match[0].startswith(("The ", "the ")) and _CAPITAL.search(before)
            if match.start() < done or longer or _AGAINST.search(before):
                continue
            start, done = _passage(text, starts, match)
            yield match[0], flow(source, block).span(start, done)
            if block is lead and start == 0:  # a title tells what the first sentence does
                yield from ((match[0], title.span) for title, _ in blocks if title.part is Part.TITLE)


def _passage(text: str, starts: Sequence[int], credit: re.Match[str]) -> tuple[int, int]:
    """The sentence of a credit, the one before where it says nothing more, and those that go on with the report."""
    first, last = bisect_right(starts, credit.start()) - 1, bisect_left(starts, credit.end())
    others = len(_WORD.findall(text[starts[first] : starts[last]])) - len(_WORD.findall(credit[0]))
    if others <= _SCANT:
        first = max(0, first - 1)
    while last + 1 < len(starts) and _ON.search(text, starts[last], starts[last + 1]):
        last += 1
    return starts[first], starts[last]
