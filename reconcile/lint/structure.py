"""S: files that cannot be read as what they are. The desk finds these while it reads; the rules hand them on."""

from collections.abc import Iterator

from reconcile.lint.rule import Checked
from reconcile.model import Problem


def _read(checked: Checked, code: str) -> Iterator[Problem]:
    return (problem for problem in checked.desk.problems if problem.code == code)


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
    """What: a source or claim is named that is not there.

    Why: what hangs on it is checked against nothing.
    Bad: `source: monday` with no article of that name
    Good: `source: tuesday`
    Fix: restore what is named, or delete the line.
    """
    return _read(checked, "S107")


def s109(checked: Checked) -> Iterator[Problem]:
    """What: an article in sources/ cannot be read, or two have one short name.

    Why: its claims are missing from the comparison.
    Bad: `sources/monday.txt` beside `sources/monday.md`
    Good: one file a short name
    Fix: rename or mend the article.
    """
    return _read(checked, "S109")
