"""P: quotes that stand almost in their source, and what an added claim left out of its sentence."""

from collections.abc import Iterator

from reconcile.compare import copied
from reconcile.desk.near import Near, nearest, spots
from reconcile.extract import extract
from reconcile.lint.rule import Checked, evidence, place_in, problem
from reconcile.model import Claim, Level, Modality, Place, Problem, Record, Source, Span


def p201(checked: Checked) -> Iterator[Problem]:
    """What: the quote does not stand in the source, or the words of `value:` not in the quote.

    Why: a claim is only as good as the words it can show.
    Bad: `quote: "90,000 fled"` where the article says nothing of the kind
    Good: the article's own words
    Fix: copy the words from the article, or strike the claim (`status: struck`). The words of `value:` are those of the
        quote that give the figure or the date: copy them from the quote, or leave `value:` out.
    """
    for _, record, source in checked.records:
        words = record.fields.get("value", "")
        if record.claim is not None and " ".join(words.split()) not in " ".join(record.claim.quote.split()):
            yield problem("P201", Level.ERROR, record.places["value"], f"“{words}” does not stand in the quote",
                          "copy the quote's words that give the figure or the date",
                          evidence(checked, record, source))  # fmt: skip
    for record, source, near in _broken(checked):
        if near is None:
            path = checked.desk.source_files[source.slug]
            yield problem("P201", Level.ERROR, record.places["quote"], f"the quote does not stand in {path}",
                          "copy the article's words, or strike the claim with `status: struck`",
                          Place(path))  # fmt: skip


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
                          f"the source has other words here: {near.changed}", f"quote the source: “{near.words}”",
                          place_in(checked, source, near.at))  # fmt: skip


def p206(checked: Checked) -> Iterator[Problem]:
    """What: the quote leaves words out or changes small ones; figures, dates, names and "not" are the source's.

    Why: it reads like the source's words and is not; and it stands at no one place, so the claim is not compared.
    Bad: `quote: "12 people died"` where the article says "12 people, the mayor said, died"
    Good: one stretch of the article, word for word
    Fix: quote the words that are shown, or the part of them that holds the claim.
    """
    for record, source, near in _broken(checked):
        if near is not None and near.lightly:
            yield problem("P206", Level.WARNING, record.places["quote"],
                          f"the quote is not word for word: {near.changed}", f"quote the source: “{near.words}”",
                          place_in(checked, source, near.at))  # fmt: skip


def _broken(checked: Checked) -> Iterator[tuple[Record, Source, Near | None]]:
    """Records whose quote stands nowhere, and what it comes closest to."""
    for _, record, source in checked.records:
        if record.claim is None and not spots(record.fields["quote"], source):
            yield record, source, nearest(record.fields["quote"], source)


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
        named = [source for slug in origin.sources if (source := checked.sources[slug]).agency]
        if len({source.agency for source in named}) < 2:
            continue
        for copy in copied(named):
            first, second = sorted((copy.shorter, copy.longer))
            ours, theirs = checked.sources[first].agency, checked.sources[second].agency
            if ours != theirs:
                other = checked.desk.source_files[first]
                yield problem("P209", Level.WARNING, place_in(checked, checked.sources[second], 0),
                              f"names the agency {theirs}; {other} has the same text and names {ours}",
                              "write the agency that wrote it into both headers",
                              place_in(checked, checked.sources[first], 0))  # fmt: skip
