"""P: the words a claim rests on still stand in its source."""

import re
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Final

from reconcile.desk import merged, place_of
from reconcile.desk.near import spots
from reconcile.lint.edits import place_at, value_edit
from reconcile.lint.rule import Checked, evidence, place_in, problem
from reconcile.model import ClaimFile, Edit, Level, Place, Problem, Source

_PLACE: Final = re.compile(r"line \d+, (\d+)\.\.\d+")


def p202(checked: Checked) -> Iterator[Problem]:
    """What: the quote stands elsewhere than `place:` says.

    Why: the article was edited around it; the quote itself is whole.
    Bad: `place: line 3, 10..40` where the words now stand on line 5
    Good: what `reconcile extract` writes
    Fix: `reconcile lint --fix` writes where it stands now; `reconcile extract` reads what else is new as well.
    """
    for file, record, source in checked.records:
        written = record.fields.get("place", "")
        found, told = spots(record.fields["quote"], source), _PLACE.fullmatch(written)
        if len(found) == 1 and told and int(told[1]) != found[0]:
            where, now = record.places["place"], place_of(record.claim, source) if record.claim else ""
            edits = value_edit(checked.text(file.path), where, written, now) if now else ()
            yield problem("P202", Level.WARNING, where, "the quote has moved in its source",
                          "reconcile lint --fix", place_in(checked, source, found[0]), edits)  # fmt: skip


def p203(checked: Checked) -> Iterator[Problem]:
    """What: the quote stands several times in the source, and `place:` does not say which is meant.

    Why: the words around it decide what it is about.
    Bad: `quote: "12 people"` in an article that says it twice
    Good: a longer quote, or a `place:`
    Fix: quote more of the sentence.
    """
    for _, record, source in checked.records:
        found, told = spots(record.fields["quote"], source), _PLACE.fullmatch(record.fields.get("place", ""))
        if len(found) > 1 and not (told and int(told[1]) in found):
            yield problem("P203", Level.WARNING, record.places["quote"],
                          f"the quote stands {len(found)} times in its source", "quote more of the sentence",
                          evidence(checked, record, source))  # fmt: skip


def p204(checked: Checked) -> Iterator[Problem]:
    """What: the source changed since its claims were extracted, or they never were.

    Why: what was added to it is not compared yet, and verdicts may be stale.
    Bad: an article edited after `reconcile extract`
    Good: claims extracted from the article as it is
    Fix: run `reconcile extract` and read the difference in git. Where that would change nothing but places and the
        hash, this is told as info, and `reconcile lint --fix` does the same.
    """
    for file in checked.desk.claim_files:
        source = checked.sources.get(file.source)
        if source and file.sha256 and file.sha256 != source.sha256:
            edits = _hash(checked, file, source)
            new = ", and says nothing new" if edits else ""
            level, hint = (Level.INFO, "reconcile lint --fix") if edits else (Level.WARNING, "run `reconcile extract`")
            yield problem("P204", level, Place(file.path), f"the source changed since its claims were extracted{new}",
                          hint, Place(checked.desk.source_files[source.slug]), edits)  # fmt: skip
    for slug in sorted({*checked.sources} - {file.source for file in checked.desk.claim_files} - checked.desk.unread):
        yield problem("P204", Level.WARNING, Place(checked.desk.source_files[slug]), "no claims were extracted from it",
                      "run `reconcile extract`")  # fmt: skip


def _hash(checked: Checked, file: ClaimFile, source: Source) -> tuple[Edit, ...]:
    """The source's hash of today in place of the other, where its claims are what they were."""
    if any(p.where.path == file.path and p.level is Level.ERROR for p in checked.desk.problems):
        return ()
    if any(record.claim is None for record in file.records):
        return ()
    fresh = sorted(merged(checked.dossier, checked.desk, source, file), key=itemgetter("id"))
    there = sorted((record.fields for record in file.records), key=itemgetter("id"))
    if [_unplaced(fields) for fields in fresh] != [_unplaced(fields) for fields in there]:
        return ()
    text = checked.text(file.path)
    found = re.compile(r"^sha256:", re.MULTILINE).search(text)
    return value_edit(text, place_at(file.path, text, found.start()), file.sha256, source.sha256) if found else ()


def _unplaced(fields: Mapping[str, str]) -> dict[str, str]:
    """A record without its place, its texts without the ends of their lines."""
    return {key: " ".join(value.split()) for key, value in fields.items() if key != "place" and value}


_LACKING: Final = {
    "publisher": "publisher",
    "published": "day of publication",
    "url": "URL",
    "retrieved": "day of retrieval",
}


def p207(checked: Checked) -> Iterator[Problem]:
    """What: a source lacks its publisher, its day of publication, its URL or the day it was retrieved.

    Why: without the day "on Tuesday" names no day, and a tally has no date; without the URL and the day it was fetched
        nobody can look up what the outlet had then, or has changed since.
    Bad: an article with no header
    Good: `publisher: The Morning Ledger`, `published: 2020-12-01`, `url: https://ledger.example/handover` and
        `retrieved: 2020-12-02` in its header
    Fix: write them into the article's header, or into `sources/<slug>.yaml`. For an article that never had a URL:
        `# reconcile: ignore[P207] -- print edition, page 3` above the claims of its claim file.
    """
    for source in checked.desk.sources:
        lacking = [key for key in _LACKING if not getattr(source, key)]
        if lacking:
            path = checked.desk.source_files[source.slug]
            header = "its header, or into " if path.endswith((".md", ".txt")) else ""  # other formats have none
            yield problem("P207", Level.WARNING, Place(path, int(not source.paged)),
                          f"the article names {_all(f'no {_LACKING[key]}' for key in lacking)}",
                          f"write {_all(f'`{key}:`' for key in lacking)} into {header}a .yaml file of its name beside "
                          "it")  # fmt: skip


def _all(words: Iterable[str]) -> str:
    """Words as one says them: "one", "one and another", "one, another and a third"."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
