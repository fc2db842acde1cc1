"""S: files that are not what they should be. Most is found while the desk is read; those rules hand it on."""

from collections.abc import Iterator

from reconcile.desk import KEYS, in_order, normal_form
from reconcile.lint.rule import Checked, problem
from reconcile.model import Edit, Level, Problem


def _read(checked: Checked, code: str) -> Iterator[Problem]:
    return (found for found in checked.desk.problems if found.code == code)


def s101(checked: Checked) -> Iterator[Problem]:
    """What: a file is not UTF-8 or not YAML, or holds anchors, several documents or absurd nesting.

    Why: what cannot be read cannot be checked, and its claims are not on the desk.
    Bad: `quote: "it said`
    Good: `quote: "it said"`
    Fix: mend the line that is named, or restore the file from git.
    """
    return _read(checked, "S101")


def s102(checked: Checked) -> Iterator[Problem]:
    """What: a record lacks a field or a field cannot be read.

    Why: a claim without id or quote, or a figure nobody can parse, is no claim.
    Bad: `figure: ninety thousand`
    Good: `figure: 90000 person`
    Fix: write the field as the message shows.
    """
    return _read(checked, "S102")


def s103(checked: Checked) -> Iterator[Problem]:
    """What: a key stands twice in one mapping.

    Why: YAML keeps one of the two silently.
    Bad: two lines `figure:` in one claim
    Good: one line `figure:`
    Fix: delete the wrong one.
    """
    return _read(checked, "S103")


def s104(checked: Checked) -> Iterator[Problem]:
    """What: a value that other programs take for a number, a day or a truth value, and change.

    Why: YAML reads 010 as 8, 12:30 as 750, 1.10 as 1.1 and no as false; this program does not, the next one does.
    Bad: `value: 010`
    Good: `value: "010"`
    Fix: put it between quotation marks; `reconcile lint --fix` does.
    """
    return _read(checked, "S104")


def s105(checked: Checked) -> Iterator[Problem]:
    """What: a key that no file of a desk knows.

    Why: a misspelt key is ignored, and what it says is lost.
    Bad: `speeker: the ministry`
    Good: `speaker: the ministry`
    Fix: take the nearest key, which the message names.
    """
    return _read(checked, "S105")


def s106(checked: Checked) -> Iterator[Problem]:
    """What: two claims of a file have one id.

    Why: verdicts name claims by id.
    Bad: a claim copied with its id
    Good: a new id for the claim you added
    Fix: give the added claim another id.
    """
    return _read(checked, "S106")


def s107(checked: Checked) -> Iterator[Problem]:
    """What: a source, claim or topic is named that is not there.

    Why: what hangs on it is checked against nothing.
    Bad: `source: monday` with no article of that name
    Good: `source: tuesday`
    Fix: restore what is named, or delete the line.
    """
    yield from _read(checked, "S107")
    for topic, (_, place) in checked.desk.pins.review_by.items():
        if topic not in checked.dossier.topic:
            yield problem("S107", Level.ERROR, place, f"there is no topic called {topic!r}", "delete the line")


def s108(checked: Checked) -> Iterator[Problem]:
    """What: the claims of a file, or the keys of a claim, stand in another order than `reconcile extract` writes.

    Why: the next extraction puts them in order, and the difference in git hides what else has changed.
    Bad: a claim added at the end of the file whose quote stands in the first paragraph
    Good: the claims in the order of their places, `id:` first, then `topic:`, `quote:` and so on
    Fix: `reconcile lint --fix` writes the file in its normal form; nothing is lost, your comments least of all.
    """
    broken = {problem.where.path for problem in checked.desk.problems if problem.level is Level.ERROR}
    for file in checked.desk.claim_files:
        if file.path in broken:
            continue
        there = in_order(file)
        moved = [record for record, fields in zip(file.records, there, strict=True) if record.fields is not fields]
        mixed = [record for record in file.records if list(record.fields) != [k for k in KEYS if k in record.fields]]
        for record in (moved or mixed)[:1]:
            text = checked.text(file.path)
            what = "the claims do not stand in their order" if moved else "the keys do not stand in their order"
            yield problem("S108", Level.INFO, record.places[""], what, "reconcile lint --fix",
                          edits=(Edit(0, len(text), normal_form(file, text)),))  # fmt: skip


def s109(checked: Checked) -> Iterator[Problem]:
    """What: an article in sources/ cannot be read, or two have one short name.

    Why: its claims are missing from the comparison.
    Bad: `sources/monday.txt` beside `sources/monday.md`
    Good: one file a short name
    Fix: rename or mend the article.
    """
    return _read(checked, "S109")
