"""How a value is narrowed, as the words around it say: "other", "all", "the limit of", "in critical condition".

What comes in: a claim and its source. What goes out: its marks, single words that `subject.Subject.marks` lists.
"""

import re
from calendar import day_name, month_name
from collections.abc import Iterator
from typing import Final

from reconcile.compare.around import BEFORE, WHOLE, around, deeds, measure, sentence_before
from reconcile.compare.forms import forms
from reconcile.compare.words import WORD, known, stem
from reconcile.lexicon.earlier import was
from reconcile.model import Claim, Source

LASTING: Final = re.compile(  # "ran for 18 months", "lasted nearly 12 months"
    r"\b(?:last(?:ed|s|ing)?|took|takes?|taking|need(?:ed|s)|spanned"
    r"|(?:ran|runs?|went on|goes on|continued) for)(?: \w+)?$",
    re.IGNORECASE,
)
_OTHERS: Final = frozenset({"other", "another", "former"})
_TERMS: Final = frozenset({"season", "term", "election", "match", "game"})  # lengths of time by what fills them
NORM: Final = 4  # words before a figure in which "limit" or "average" says that it was set, not met
_ARTICLE: Final = re.compile(r"(?:\b(?:a|an|the|its|his|her|their)|['’]s) $", re.IGNORECASE)
# "Fourth-quarter revenue", "fell to 610 million last year": the ordinal belongs to the time, not to what is measured
_ORDER_OF_TIME: Final = re.compile(
    r"\b(?:final (?:[a-z]+ )?(?:results?|tolls?|tally|tallies|counts?|figures?|scores?|votes?|totals?)"  # there is one
    r"|(?:first|last) of the|(?:first|second|third|fourth|last|previous|final)[ -]"
    r"(?:quarter|half|year|month|week|weekend|season|spring|summer|autumn|fall|winter|night|decade"
    rf"|{'|'.join((*day_name, *month_name[1:]))}))\b",
    re.IGNORECASE,
)
# "A third candidate", "came second with 36 percent": nothing was before
_IN_A_RACE: Final = re.compile(
    r"\b(?:an? |the )?(?:first|second|third|fourth|fifth)[ -](?:party\b|candidates?\b|contenders?\b|place\b)"
    r"|\b(?:came|comes|finish(?:ed|es)|placed|was|were) (?:in )?(?:first|second|third|fourth|fifth|last)\b",
    re.IGNORECASE,
)
_TO_REST: Final = re.compile(r"(?<!the )\brest\b", re.IGNORECASE)  # "came to rest 200 metres further on"
_COMPARED: Final = re.compile(r"\W*,|\W*other than\b")  # "2.60 pounds, more than the bus"
_BOUND: Final = re.compile(r"\bmore than\b|\bor more\b", re.IGNORECASE)  # no "12 more"
_OPENING: Final = 2  # words before a figure that opens its sentence
_OFFSET: Final = re.compile(  # "two days after the storm", "12 miles off the island", "32 miles south of it"
    r"(?:(?:after|later|before|earlier|ago|since|from|away|off)"
    r"|(?:due |(?:further )?to the )?(?:north|south|east|west)[a-z-]* of)\b"
)
_RECORD: Final = re.compile(r"\b(?:record|mark|best) of(?: \w+)?$|\bneed(?:s|ed|ing)?(?: \w+){0,2}$", re.IGNORECASE)
_AVERAGE: Final = re.compile(r"\b(?:average|median)\b[^,;:]*$", re.IGNORECASE)  # "the average attendance in Oma was"
_ON_AVERAGE: Final = re.compile(r"[^.,;:]{0,20}\bon average\b")  # "earns 2,150 a month on average"
_OF_WHOM: Final = re.compile(r"\bof (?:whom|them|those|these|which)$")
_SOON: Final = 2  # words behind a figure in which it is told what became of them
_ALONE: Final = re.compile(  # "in Oste alone", "Oste alone": some of what there was elsewhere too
    r"(?:\b(?:[Ii]n|[Oo]n|[Aa]t|[Dd]uring) (?:[\w’'-]+ ){1,6}|\b[A-Z][\w’-]* )alone\b"
)
_BY_ONESELF: Final = re.compile(
    r"\b(?:liv(?:es?|ed|ing)|stands?|stood|sat|left|is|was|were|went|work(?:s|ed)|act(?:s|ed)) alone\b", re.IGNORECASE
)
_WHERE: Final = re.compile(r", (?:where|in which)(?: [\w-]+){1,5}$")  # "the hotels, where sales rose by 15 percent"
_RIVAL: Final = re.compile(r"(?:(?:[Ii]ts|[Tt]heir|[Tt]he) (?:[\w-]+ )?)?(?:[Rr]ival|[Cc]ompetitor)s? (?=[A-Z])")
_CAPACITY: Final = re.compile(
    r"[^.;:]{0,40}?\bas (?:the |an? |its |his |her |their )?\w"
)  # "four seasons as the coach"
_OF_THEM: Final = re.compile(r" ?of the ((?:[\w,.-]+ ){0,2}\w+)")  # "23 of the injured", "30 of the 80 wounded"

_OF_ALL: Final = re.compile(  # "Of the village's 400 residents hardly 30 are left"; "of the 83 injured" are all injured
    r"(?:^|[.,;:] )of (?:the|its|their|all)(?: [\w'’-]+['’]s?)?$", re.IGNORECASE
)
_BEST_OF: Final = re.compile(  # "two of the country's largest providers" are not all its providers
    r" ?of (?:(?:the|its|their|[\w'’-]+['’]s) ){1,2}(?:[a-z-]+ )?(?:[a-z]{3,}est|leading|top|most)\b"
)
_BEST: Final = re.compile(  # "the 12 worst-hit villages" are not all that were hit
    r"(?:worst|best|most|least|hardest|biggest|largest|smallest|oldest|youngest|richest|poorest|busiest|nearest)[ -]"
)


def marks(claim: Claim, source: Source, words: list[str]) -> frozenset[str]:
    """The marks of a claim, whose own words are given in small letters."""
    if claim.quantity is None:
        return frozenset(_of_date(claim, source, words))
    before, after = (_ORDER_OF_TIME.sub("", _TO_REST.sub("", text)) for text in around(claim, source))
    found = {
        *_listed(claim, before, after, words),
        *_shaped(before, after, claim.quantity.counts),
        *_of_time(claim, before, after),
    }
    found |= set(forms(before, after, claim.figure.kind if claim.figure else ""))
    others = not found.isdisjoint(_OTHERS) and _of_another_kind(claim, source, before)
    return frozenset(found - _OTHERS if others else found)


def _listed(claim: Claim, before: str, after: str, words: list[str]) -> Iterator[str]:
    """The marks that the lexicon has: close to the figure "other", "all", "first"; anywhere "daily", "separate"."""
    table = known().marks
    assert claim.quantity is not None  # noqa: S101 - asked only of figures
    kind = claim.figure.kind if claim.figure else ""
    fraction = kind == "share"  # "a fifth of the families" is no fifth one
    own = "" if fraction else _BOUND.sub("", claim.quantity.text)
    behind = [] if fraction or _COMPARED.match(after) else WORD.findall(after)[:1]
    close = WORD.findall(before)[-1:] + WORD.findall(own) + behind
    close += WORD.findall(claim.quantity.counts)[:1]
    yield from (table[word.lower()] for word in close if word.lower() in table)
    yield from (table[word] for word in words if table.get(word) in ("daily", "separate"))
    told = WORD.findall(claim.about.lower()) if claim.about else words
    if claim.about and any(table.get(word) == "ordinal" for word in told):
        told = WORD.findall(_IN_A_RACE.sub("", _ORDER_OF_TIME.sub("", claim.about)).lower())
    yield from ("former" for word in told if table.get(word) == "ordinal")
    yield from ("another" for word in told if word == "another")
    beside = WORD.findall(before)[-NORM:] + WORD.findall(after)[:1]
    # "average rainfall was 41 mm" is what others call the rain
    averaged = kind in ("count", "money") and _AVERAGE.search(before)
    if fraction and _WHERE.search(before):
        yield "where"
    if (
        averaged
        or _ON_AVERAGE.match(after)
        or (kind != "time" and _RECORD.search(before))
        or not known().norms.isdisjoint(word.lower() for word in beside)
    ):
        yield "norm"
    quote = " ".join(claim.quote.split())
    if _RIVAL.match(quote):
        yield "rival"
    if not _whole_of(claim.quantity.counts, before):
        yield from [grade for grade, words_ in known().grades.items() if words_.search(quote)][:1]


def _shaped(before: str, after: str, counts: str) -> Iterator[str]:
    """The marks that the sentence shows by its form and its words together: wholes and parts."""
    befell = any(key in known().measures for key in deeds(counts))
    if WHOLE.search(before[-BEFORE:] + " ") and not befell:
        yield "whole"
    if (them := _OF_THEM.match(after)) and any(key in known().measures for key in deeds(them[1])):
        yield "part"
    if was(before, after):
        yield "was"
    if _OF_ALL.search(before) and not befell:
        yield "everybody"
    if _BEST_OF.match(after) or _BEST.match(counts):
        yield "best"
    near = _BY_ONESELF.sub("", before[-BEFORE:])
    if _OF_WHOM.search(near) and _alone_befell(before, after):
        near = ""
    if known().part.search(near) or known().part.match(after.lstrip(" ,")):
        yield "part"
    if _ALONE.search(near):
        yield "alone"


def _alone_befell(before: str, after: str) -> bool:
    """Whether what became of them became of none told before: "58 were on board, of whom 32 died" tells all dead."""
    measures = known().measures
    own = next((measures[key] for key in deeds(after)[:_SOON] if key in measures), "")
    return bool(own) and own not in {measures[key] for key in deeds(before) if key in measures}


def _whole_of(counts: str, before: str) -> bool:
    """Whether a figure counts all to whom the same befell: "30 of the 80 wounded", some of whom are worse off."""
    return WHOLE.search(before[-BEFORE:] + " ") is not None and any(key in known().measures for key in deeds(counts))


def _of_time(claim: Claim, before: str, after: str) -> Iterator[str]:
    """Whether a length of time or of a way is how long something lasts, or how far off it is."""
    if claim.figure is None or (claim.figure.kind not in ("time", "length") and claim.figure.unit not in _TERMS):
        return
    if claim.figure.kind != "length" and _CAPACITY.match(after):
        yield "capacity"
    if LASTING.search(before):
        yield "lasting"
    if _OFFSET.match(after):  # "two days after the storm" is no length of anything; "900 since May" is a count
        yield "offset"


def _of_another_kind(claim: Claim, source: Source, before: str) -> bool:
    """Whether "another" or "others" sets a count against one of another kind: "nine died and another 23 are missing".

    Those 23 are all the missing; in "nine died and another three died later" the three are not all the dead. The nine
    may stand in the sentence before: "Nine people died. Another 23 are missing."
    """
    measures = known().measures
    own = measure(claim, source, frozenset(measures.values()))
    if not own:
        return False
    said = f"{sentence_before(claim, source)} {before}" if before.count(" ") < _OPENING else before
    for text in (said, source.text[: claim.sentence.start]):
        told = [measures[s] for s in map(stem, WORD.findall(text.lower())) if s in measures]
        if told and told[-1] == own and own not in told[:-1] and text is said:  # "killing ten and wounding another 70"
            told.pop()
        if told:
            return own not in told
    return False


def _of_date(claim: Claim, source: Source, words: list[str]) -> Iterator[str]:
    """The marks of a claim with a date: "the last big quake", "another vote", "the June 20 vote"."""
    table = known().marks
    yield from (table[word] for word in words if word in table and (table[word] != "other" or word == "another"))
    if claim.when:
        start, end = claim.when.span.start, claim.when.span.end
        after = source.text[end : end + 2]
        if _ARTICLE.search(source.text[max(0, start - 8) : start]) and after[:1] == " " and after[1:].islower():
            yield "named"
