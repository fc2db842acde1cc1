"""P: quotes that stand almost in their source, and what an added claim left out of its sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import Final

from reconcile.extract import dates, extract, figures
from reconcile.lexicon import entries
from reconcile.lint.rule import Checked, evidence, place_in, problem
from reconcile.model import Claim, Level, Modality, Place, Problem, Quantity, Record, Source, Span
from reconcile.model.notation import write_figure

_NEAR: Final = 80.0  # of 100, rapidfuzz's ratio: below it the nearest words are other words
_CUT: Final = re.compile(r"\s*(?:\.\.\.|…|\[[^\[\]]{0,80}\])\s*")  # where a quote says that it leaves out or puts in
_BARE: Final = re.compile(r"^\W+|\W+$")
_KINDS: Final = ("determiners", "prepositions", "coordinators", "relatives", "be", "have")
_SMALL: Final = frozenset(chain.from_iterable(entries("clauses")[kind]["words"].split() for kind in _KINDS)) | {"that"}
_NOTS: Final = frozenset(word for phrase in entries("scope")["negation"] for word in phrase.split()[:1])


@dataclass(frozen=True, slots=True)
class Near:
    """The words of a source that a quote comes closest to.

    Attributes:
        start: where they begin in the source.
        words: what they are.
        changed: what differs, for people.
        lightly: whether what differs are words that leave every figure, date, name and "not" as it is.
    """

    start: int
    words: str
    changed: str
    lightly: bool


def spots(record: Record, source: Source) -> list[int]:
    """Where the quote of a record stands in its source, word for word."""
    quote = record.fields["quote"].split()
    if not quote:
        return []
    return [found.start() for found in re.finditer(r"\s+".join(map(re.escape, quote)), source.text)]


def nearest(record: Record, source: Source) -> Near | None:
    """What a quote that stands nowhere comes closest to; None where nothing is near."""
    return _cut(record, source) or _alike(record, source)


def _cut(record: Record, source: Source) -> Near | None:
    """The stretch that a quote means which says itself that it leaves words out."""
    pieces = [piece.split() for piece in _CUT.split(record.fields["quote"]) if piece]
    if len(pieces) < 2 or max(map(len, pieces)) < 3:
        return None
    middle = r"\b[^.!?]{1,300}?\b"
    found = re.search(middle.join(r"\s+".join(map(re.escape, piece)) for piece in pieces), source.text)
    if found is None:
        return None
    return Near(found.start(), " ".join(found[0].split()), "it leaves words out, so it stands at no one place", True)


def _alike(record: Record, source: Source) -> Near | None:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a broken quote needs it

    quote = " ".join(record.fields["quote"].split())
    found = fuzz.partial_ratio_alignment(quote, source.text, score_cutoff=_NEAR)
    if found is None or found.score < _NEAR or not quote:
        return None
    ours = quote.split()
    start, end = _window(ours, source.text, found.dest_start, found.dest_end)
    words = source.text[start:end].strip(" ,.;:").split()
    lost = [word for word in ours if word not in words] or ours
    new = [word for word in words if word not in ours] or words
    told = f"“{' '.join(new[:6])}”, not “{' '.join(lost[:6])}”"
    return Near(start, " ".join(words), told, _lightly(ours, words) and _values(quote) == _values(" ".join(words)))


def _window(ours: list[str], text: str, start: int, end: int) -> tuple[int, int]:
    """The whole words of a text that words come closest to, around where they begin and end by letters alone."""
    reach = end - start
    there = [found.span() for found in re.finditer(r"\S+", text[: end + reach]) if found.end() > start - reach]
    said = [text[a:b].strip(" ,.;:") for a, b in there]
    blocks = [block for block in SequenceMatcher(a=ours, b=said, autojunk=False).get_matching_blocks() if block.size]
    if not blocks:
        return start, end
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(there), blocks[-1].b + len(ours) - blocks[-1].a)
    return there[first][0], there[last - 1][1]


def _lightly(ours: list[str], theirs: list[str]) -> bool:
    """Whether what differs is spelling, small words, or words left out that are no name, number or "not"."""
    one, other = ([_BARE.sub("", word).lower() for word in words] for words in (ours, theirs))
    for kind, a, b, c, d in SequenceMatcher(a=one, b=other, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        put_in, left_out = one[a:b], other[c:d]
        names = any(word[:1].isupper() for word in (*ours[max(a, 1) : b], *theirs[max(c, 1) : d]))
        said = (*put_in, *left_out)
        if names or any(any(map(str.isdigit, word)) or word in _NOTS for word in said):
            return False
        if kind != "insert" and not _SMALL.issuperset({*said, ""}):
            return False
    return True


def _values(text: str) -> list[str]:
    """The figures and dates that stand in words."""
    read = [write_figure(f.value) for f in figures.find(text) if isinstance(f.value, Quantity)]
    return read + [text[f.start : f.end] for f in dates.find(text, None)]


def p201(checked: Checked) -> Iterator[Problem]:
    """What: the quote does not stand in the source.

    Why: a claim is only as good as the words it can show.
    Bad: `quote: "90,000 fled"` where the article says nothing of the kind
    Good: the article's own words
    Fix: copy the words from the article, or strike the claim (`status: struck`).
    """
    for record, source, near in _broken(checked):
        if near is None:
            yield problem("P201", Level.ERROR, record.places["quote"], "the quote does not stand in its source",
                          "copy the article's words, or strike the claim with `status: struck`",
                          Place(checked.desk.source_files[source.slug]))  # fmt: skip


def p205(checked: Checked) -> Iterator[Problem]:
    """What: the source has almost these words, but other ones.

    Why: one changed digit, date, name or "not" changes the claim; it is never taken for the same.
    Bad: `quote: "19 people died"` where the article now says "91 people died"
    Good: the article's words as they are
    Fix: read the near miss that is shown, then correct the quote and the reading, or strike the claim.
    """
    for record, source, near in _broken(checked):
        if near is not None and not near.lightly:
            yield problem("P205", Level.ERROR, record.places["quote"],
                          f"the source has other words here: {near.changed}", f"the source says “{near.words}”",
                          place_in(checked, source, near.start))  # fmt: skip


def p206(checked: Checked) -> Iterator[Problem]:
    """What: the quote leaves words out or changes small ones; figures, dates, names and "not" are the source's.

    Why: it reads like the source's words and is not; and it stands at no one place, so the claim is not compared.
    Bad: `quote: "12 people died"` where the article says "12 people, the mayor said, died"
    Good: one stretch of the article, word for word
    Fix: quote the words that are shown, or the part of them that holds the claim.
    """
    for record, source, near in _broken(checked):
        if near is not None and near.lightly:
            yield problem("P206", Level.ERROR, record.places["quote"],
                          f"the quote is not word for word: {near.changed}", f"the source says “{near.words}”",
                          place_in(checked, source, near.start))  # fmt: skip


def _broken(checked: Checked) -> Iterator[tuple[Record, Source, Near | None]]:
    """Records whose quote stands nowhere, and what it comes closest to."""
    for _, record, source in checked.records:
        if record.claim is None and not spots(record, source):
            yield record, source, nearest(record, source)


def p208(checked: Checked) -> Iterator[Problem]:
    """What: an added claim leaves out who says it, or that it is denied, planned or only reported.

    Why: "the mayor said" and "did not" often stand outside the words that are quoted; without them it is another claim.
    Bad: `quote: counted the sheep` alone, where the article says "Nobody counted the sheep"
    Good: the same with `modality: denied`
    Fix: write `speaker:` or `modality:`; where the article itself vouches for it, `modality: happened` says so.
    """
    for _, record, source in checked.records:
        if record.claim is None or "read" in record.fields:
            continue
        around = _around(checked, source, record.claim.span)
        speakers = {claim.speaker for claim in around}
        modes = {claim.modality for claim in around}
        lost = []
        if "speaker" not in record.fields and len(speakers) == 1 and speakers != {""}:
            lost.append(f"`speaker: {speakers.pop()}`")
        if "modality" not in record.fields and len(modes) == 1 and modes != {Modality.HAPPENED}:
            lost.append(f"`modality: {modes.pop()}`")
        if lost:
            yield problem("P208", Level.WARNING, record.places["quote"],
                          f"the sentence around the quote calls for {' and '.join(lost)}",
                          f"write {' and '.join(lost)}", evidence(checked, record, source))  # fmt: skip


def _around(checked: Checked, source: Source, span: Span) -> list[Claim]:
    """The claims that are read in an article around a stretch of it."""
    return [claim for claim in checked.remember(source.slug, lambda: extract(source)) if span.within(claim.span)]


def p209(checked: Checked) -> Iterator[Problem]:
    """What: articles with one text name different agencies.

    Why: one text has one origin; under two names it would count as two voices that agree.
    Bad: two reprints of one wire story, one with `agency: Reuters`, the other with `agency: AFP`
    Good: both with the agency that wrote it
    Fix: find out whose copy it is, and write that into both headers. R508 looks at the verdicts.
    """
    for origin in checked.dossier.origins:
        named = [slug for slug in origin.sources if checked.sources[slug].agency]
        agencies = sorted({checked.sources[slug].agency for slug in named})
        if len(agencies) > 1 and "runs of" in origin.because:
            for slug in named[1:]:
                yield problem("P209", Level.WARNING, place_in(checked, checked.sources[slug], 0),
                              f"has the text of another article that names another agency: {' and '.join(agencies)}",
                              "write the agency that wrote it into both headers",
                              place_in(checked, checked.sources[named[0]], 0))  # fmt: skip
