"""U: suppressions: what a person wrote beside a claim, or into a draft, so that a rule is silent there, and why.

    # reconcile: ignore[F301] -- the note gives the figure, the quote does not          in a claim file
    # reconcile: ignore[F301, F303] until 2026-12-31 -- asked the ministry
    # reconcile: ignore[P205] seen 1f2e3d4c5b6a -- misprint in the first edition
    <!-- reconcile: ignore[A604] -- tells of the first count -->                         in a draft

In a claim file it covers the claim it stands at or above; above the first claim, the file and the article whose claims
it holds. In a draft it covers the rest of its line, or the next paragraph where it has the line to itself. `seen` binds
it to what the claim said when it was written: when the source or the record changes, it dies. A suppression that is not
whole silences nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reconcile.desk import comment_spans, setting_place
from reconcile.model import Claim, ClaimFile, Edit, Level, Place, Problem, Span, seen

if TYPE_CHECKING:
    from reconcile.lint.drafts.read import Draft
    from reconcile.lint.rule import Checked

_TOLD: Final = r"reconcile:\s*ignore(?P<bracket>\[(?P<codes>[^\]\n]*)\])?"
_COMMENT: Final = re.compile(rf"#(?<!\S#)\s*{_TOLD}(?P<rest>.*?)$", re.MULTILINE)  # "#" first: found without trying all
_MARK: Final = re.compile(rf"<!--\s*{_TOLD}(?P<rest>(?:(?!<!--).)*?)-->", re.DOTALL)  # over several lines, as texts are
_REST: Final = re.compile(
    r"\s*(?:until (?P<until>\S+)\s*)?(?:seen (?P<seen>\S+)\s*)?(?:--\s*(?P<reason>.*?))?\s*", re.IGNORECASE
)
_BLANK: Final = re.compile(r"\n(?=[ \t]*\r?\n)")  # the end of a paragraph
_AFTER: Final = re.compile(r"[ \t]*(?:\r?\n[ \t]*)*")


@dataclass(frozen=True, slots=True)
class Silence:
    """A suppression as it was written.

    Attributes:
        place: where it stands.
        codes: the rules it names.
        until: its last day as written, "" where it has none.
        seen: the hash it is bound to, "" where it is bound to nothing.
        reason: why.
        strange: what is written that no suppression has, or "".
        first, last: the lines it covers; a `last` of 0 covers the file.
        article: the file of the article that it covers as well, or "".
        claim: what its claim says today, where it covers one.
        span: the stretch of the file's text that is it and nothing else: the line, or the comment on it.
        named: the stretch between its brackets.
    """

    place: Place
    codes: tuple[str, ...]
    until: str
    seen: str
    reason: str
    strange: str
    first: int
    last: int
    span: Span
    named: Span
    claim: Claim | None = None
    article: str = ""

    def covers(self, problem: Problem) -> bool:
        """Whether it would silence a problem."""
        where = problem.where
        if problem.code not in self.codes:
            return False
        if where.path != self.place.path:
            return bool(self.article) and where.path == self.article
        return not self.last or self.first <= where.line <= self.last

    def ended(self, today: date | None) -> bool:
        """Whether its last day has passed, or what it was written for has changed."""
        last = _day(self.until)
        past = last is not None and today is not None and today > last
        return past or bool(self.seen and (self.claim is None or seen(self.claim) != self.seen))

    def whole(self, today: date | None) -> bool:
        """Whether it silences anything."""
        return bool(self.codes and self.reason and not self.strange) and not self.ended(today)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def silences(checked: "Checked") -> Iterator[Silence]:
    """Every suppression in the drafts, or in the claim files where no drafts are looked at."""
    if checked.drafts:
        for draft in checked.drafts:
            yield from _in_draft(draft)
        return
    for file in checked.desk.claim_files:
        yield from _in_claims(file, checked.text(file.path), checked.desk.source_files.get(file.source, ""))


def _in_claims(file: ClaimFile, text: str, article: str) -> Iterator[Silence]:
    found = list(_COMMENT.finditer(text))
    comments = comment_spans(text) if found else []  # an article's words may look like one, within a quote
    starts = [record.places[""].line for record in file.records]
    for match in found:
        nearest = bisect_right(comments, match.start(), key=itemgetter(0)) - 1
        if nearest < 0 or match.start() >= comments[nearest][1]:
            continue
        line = text.count("\n", 0, match.start()) + 1
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        at = line if before.strip() else _next_line(text, match.end(), line)
        owner = bisect_right(starts, at) - 1
        place = Place(file.path, line, len(before) + 1)
        if owner < 0:
            yield replace(_silence(match, place, 1, 0), article=article)
            continue
        last = starts[owner + 1] - 1 if owner + 1 < len(starts) else text.count("\n") + 1
        yield _silence(match, place, starts[owner], last, file.records[owner].claim)


def _next_line(text: str, at: int, line: int) -> int:
    """The next line that is neither blank nor a comment."""
    for number, row in enumerate(text[at:].split("\n")[1:], line + 1):
        if row.strip() and not row.lstrip().startswith("#"):
            return number
    return line


def _in_draft(draft: "Draft") -> Iterator[Silence]:
    text = draft.text
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    blank = [found.start() for found in _BLANK.finditer(text)]
    for match in _MARK.finditer(text):
        line = bisect_right(starts, match.start())
        place = Place(draft.path, line, match.start() - starts[line - 1] + 1)
        if text[starts[line - 1] : match.start()].strip():
            yield _silence(match, place, line, line)
            continue
        rest = _AFTER.match(text, match.end())
        begin = rest.end() if rest else match.end()
        after = bisect_left(blank, begin)
        end = blank[after] if after < len(blank) else len(text)
        yield _silence(match, place, bisect_right(starts, begin), bisect_right(starts, end))


def _silence(match: re.Match[str], place: Place, first: int, last: int, claim: Claim | None = None) -> Silence:
    codes = tuple(code.strip().upper() for code in (match["codes"] or "").split(",") if code.strip())
    told = " ".join(match["rest"].split())
    rest = _REST.fullmatch(told)
    spans = _own(match), Span(*match.span("codes"))
    if rest is None:
        return Silence(place, codes, "", "", "", told, first, last, *spans, claim)
    until = rest["until"] or ""
    strange = f"until {until}" if until and _day(until) is None else ""
    return Silence(place, codes, until, rest["seen"] or "", rest["reason"] or "", strange, first, last, *spans, claim)


def _own(match: re.Match[str]) -> Span:
    """What goes when a suppression goes: its line where it has that to itself, else the blanks before it too."""
    text, (start, end) = match.string, match.span()
    while start and text[start - 1] in " \t":
        start -= 1
    stop = end + len(text[end:].partition("\n")[0])
    if (not start or text[start - 1] == "\n") and not text[end:stop].strip():
        return Span(start, min(stop + 1, len(text)))
    return Span(start, end)


def silenced(
    problems: Iterable[Problem], checked: "Checked"
) -> tuple[list[Problem], list[Problem], frozenset[tuple[Place, str]]]:
    """The problems that no suppression covers, those that one does, and (place, code) of what silenced them."""
    whole = [silence for silence in checked.silences if silence.whole(checked.today)]
    loud: list[Problem] = []
    quiet: list[Problem] = []
    used = set[tuple[Place, str]]()
    for problem in problems:
        over = [silence for silence in whole if silence.covers(problem)]
        used |= {(silence.place, problem.code) for silence in over}
        if over:
            quiet.append(replace(problem, excuse=over[0].reason))
        else:
            loud.append(problem)
    return loud, quiet, frozenset(used)


def _problem(code: str, silence: Silence, message: str, hint: str) -> Problem:
    level = Level.WARNING if code == "U902" else Level.ERROR
    return Problem(code, level, silence.place, message, hint)


_LIST: Final = "`reconcile rule` lists them"
_FORM: Final = "write `reconcile: ignore[F301] -- the reason`; before the reason may stand `until 2026-12-31`"


def u901(checked: "Checked") -> Iterator[Problem]:
    """What: a suppression gives no reason.

    Why: in half a year nobody knows whether the problem was looked at or only put out of sight.
    Bad: `# reconcile: ignore[F301]`
    Good: `# reconcile: ignore[F301] -- the figure stands in the caption`
    Fix: write `--` and the reason; until then nothing is silenced.
    """
    for silence in checked.silences:
        if silence.strange:
            yield _problem("U901", silence, f"cannot read “{silence.strange}” in the suppression", _FORM)
        elif not silence.reason:
            yield _problem("U901", silence, "the suppression gives no reason", _FORM)


def u902(checked: "Checked") -> Iterator[Problem]:
    """What: a suppression silences nothing.

    Why: what it was written for is mended; left there, it would hide the next one.
    Bad: `# reconcile: ignore[F301] -- …` at a claim whose figure is right
    Good: no such line
    Fix: delete the line, or the code; `reconcile lint --fix` does so in claim files.
    """
    for silence in checked.silences:
        for code in silence.codes if silence.whole(checked.today) else ():
            if (silence.place, code) not in checked.used and code in checked.known:
                told = _problem("U902", silence, f"nothing here needs ignore[{code}]", "delete it")
                yield replace(told, edits=(_without(silence, code),))


def _without(silence: Silence, code: str) -> Edit:
    """What takes a code out of a suppression, or the whole of it where it names no other."""
    left = [other for other in silence.codes if other != code]
    where, text = (silence.named, ", ".join(left)) if left else (silence.span, "")
    return Edit(where.start, where.end, text)


def u903(checked: "Checked") -> Iterator[Problem]:
    """What: the last day of a suppression has passed, or the claim it was bound to with `seen` has changed.

    Why: it was written for a time, or for certain words; the problem is shown again.
    Bad: `until 2020-12-31`, read today
    Good: a day to come, and the `seen` of the claim as it is (`seen ?` has the lint tell it)
    Fix: look at the problem again; then mend it, or write a new day or hash.
    """
    for silence in checked.silences:
        if silence.ended(checked.today):
            now = f"; it is now `seen {seen(silence.claim)}`" if silence.seen and silence.claim else ""
            what = "what it was written for has changed" if now or silence.seen else f"it ended on {silence.until}"
            yield _problem(
                "U903",
                silence,
                f"the suppression is over: {what}{now}",
                "mend what it covers, or renew it and say why",
            )


def u904(checked: "Checked") -> Iterator[Problem]:
    """What: a suppression names no rule, or one that does not exist; or `ignore:` in the settings does.

    Why: a blanket would also hide what nobody has seen yet.
    Bad: `# reconcile: ignore -- legacy`
    Good: `# reconcile: ignore[P207] -- legacy`
    Fix: name the codes the lint reports there.
    """
    for number, code in enumerate(checked.desk.settings.ignore if not checked.drafts else ()):
        if not any(known.startswith(code) for known in checked.known) or not code:
            where = setting_place(Path(checked.desk.root), "ignore", number)
            yield Problem("U904", Level.ERROR, where, f"there is no rule {code!r} to ignore", _LIST)
    for silence in checked.silences:
        strange = [code for code in silence.codes if code not in checked.known]
        if not silence.codes:
            yield _problem("U904", silence, "the suppression names no rule", _FORM)
        elif strange:
            yield _problem("U904", silence, f"there is no rule {strange[0]!r} to ignore", _LIST)
