"""Which article says that it has its news from another source: "as the Post reported", "he told the Post".

What comes in: articles. What goes out: pairs of slugs with the words that say so. A source is named by its publisher or
by the agency that wrote it. Only a name as it is written counts, and only whole: "The New York Times reported" credits
no other "Times".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from reconcile import lexicon
from reconcile.model import Source, flow

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
_CAPITAL: Final = re.compile(r"\b(?!An? )[A-Z][\w.&'’-]* \Z")  # the name goes on to the left


class Credit(NamedTuple):
    """`source` says that it has its news from `origin`; `words` are those that say so."""

    origin: str
    source: str
    words: str


def credited(sources: Sequence[Source]) -> Iterator[Credit]:
    """Each article that credits another source of the desk, once for each source it credits."""
    named = _named(sources)
    for source in sources:
        own = _names(source)
        text = "\n".join(flow(source, block).text for block in source.blocks)
        begun = (named[word] for word in sorted(named.keys() & set(_WORD.findall(text))))
        for name, slugs in (row for rows in begun for row in rows.items()):
            if name in own or source.slug in slugs or name not in text:
                continue
            if words := _credit(text, name):
                for slug in slugs:
                    yield Credit(slug, source.slug, words)


def _named(sources: Sequence[Source]) -> Mapping[str, Mapping[str, list[str]]]:
    """Slugs by the name under which others would credit them, and names by their first word: most are in no text."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for source in sources:
        for name in _names(source):
            if (first := _WORD.search(name)) and (len(name) >= SHORTEST or _SURE.match(name)):
                found[first[0]][name].append(source.slug)
    return found


def _names(source: Source) -> list[str]:
    """What a source is called: its publisher and its agency, without "The", and other names of the same agency."""
    bare = {name.removeprefix("The ").removeprefix("the ") for name in (source.publisher, source.agency) if name}
    known = (row for row in lexicon.entries("furniture")["agencies"] if not bare.isdisjoint(row))
    return sorted(bare.union(*known))


def _credit(text: str, name: str) -> str:
    """The words that credit the bearer of a name, "" where there are none."""
    whole = rf"(?:[Tt]he )?(?<![\w-]){re.escape(name)}(?![\w-]| [A-Z]\w)"
    for match in re.finditer(rf"\b{_BEFORE} {whole}|{whole}{_BEHIND}", text):
        before = text[max(0, match.start() - 40) : match.start()]
        longer = match["behind"] and not match[0].startswith(("The ", "the ")) and _CAPITAL.search(before)
        if not longer and not _AGAINST.search(before):
            return match[0]
    return ""
