"""A desk as an editor sees it at one moment: unsaved texts in the place of files, drafts beside it.

What comes in: the desk's folder, the texts of open files by path, the day. What goes out: problems by path, and for a
place in a file the passage that stands behind it, where that is, and what would mend it. Paths are absolute; lines and
columns are from 1, in characters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Final

from reconcile.desk import dossier, load, own
from reconcile.lint import Draft, check, check_drafts, read_draft
from reconcile.lint.drafts.beside import Statement
from reconcile.lint.drafts.match import spoken
from reconcile.lint.drafts.quotations import Misquotation
from reconcile.lint.drafts.read import front
from reconcile.lint.rule import Checked, place_in
from reconcile.model import Claim, ClaimFile, Desk, Dossier, Edit, Place, Problem, Record, Source, Span
from reconcile.model.work import Means
from reconcile.report.view import view
from reconcile.report.wording import wording

DRAFTS: Final = frozenset({".md", ".markdown", ".txt", ".html", ".htm"})


@dataclass(frozen=True, slots=True)
class Mend:
    """A quick fix: what it does, and the edits of the problem's file that do it."""

    title: str
    problem: Problem
    edits: tuple[Edit, ...]
    preferred: bool = False


def is_draft(root: Path, path: Path) -> bool:
    """Whether a file is a text that is held against the desk, and none of the desk's own files."""
    return path.suffix.lower() in DRAFTS and not own(root, path)


@dataclass(frozen=True)  # no slots: what is found is worked out when an editor first asks
class Sight:
    """What an editor may be told of a desk.

    Args:
        root: the desk's folder.
        texts: what open files hold, by path.
        today: the day by which suppressions end.
        means: how the desk is read and compared.
        mark: a hash of what lies on disk; None where that cannot be told.
    """

    root: Path
    texts: Mapping[Path, str]
    today: date
    means: Means | None = None
    mark: str | None = None

    def after(self, before: "Sight") -> "Sight":
        """The same sight, with what an earlier one knows of the desk where only drafts were written meanwhile."""
        same = (self.root, self.today, self.own, self.mark) == (before.root, before.today, before.own, before.mark)
        if same and self.mark is not None:
            kept = ("desk", "dossier", "_told")
            self.__dict__.update({name: before.__dict__[name] for name in kept if name in before.__dict__})
        return self

    @cached_property
    def own(self) -> Mapping[str, bytes]:
        """The open files of the desk itself."""
        return {path.relative_to(self.root).as_posix(): text.encode("utf-8", "replace")
                for path, text in self.texts.items()
                if path.is_relative_to(self.root) and not is_draft(self.root, path)}  # fmt: skip

    @cached_property
    def desk(self) -> Desk:
        """The desk, with the open files as they stand in the editor.

        Raises:
            DeskError: where its settings cannot be used.
        """
        return load(self.root, self.own, self.means)

    @cached_property
    def dossier(self) -> Dossier:
        """What the pipeline makes of it."""
        return dossier(self.desk, self.means)

    @cached_property
    def drafts(self) -> Mapping[Path, Draft]:
        """The open drafts by path."""
        return {path: read_draft(text.encode("utf-8", "surrogatepass"), str(path))
                for path, text in self.texts.items() if is_draft(self.root, path)}  # fmt: skip

    @cached_property
    def problems(self) -> Mapping[Path, list[Problem]]:
        """What is to be told, by file; open files are there also where nothing is wrong in them."""
        found: dict[Path, list[Problem]] = {path: [] for path in self.texts}
        for problem in self._told:
            found.setdefault(self.root / problem.where.path, []).append(problem)
        drafts = list(self.drafts.values())
        for problem in check_drafts(self.desk, self.dossier, drafts, today=self.today).problems:
            found.setdefault(Path(problem.where.path), []).append(problem)
        return found

    @cached_property
    def _told(self) -> tuple[Problem, ...]:
        """The problems of the desk itself."""
        return check(self.desk, self.dossier, today=self.today).problems

    def passage(self, path: Path, line: int, column: int) -> str:
        """What stands behind a place, as Markdown: the source's passage, the topic and its verdict; "" for nothing."""
        quoted = self._misquoted(path, line, column)
        if quoted is not None:
            return _shown(quoted.source, quoted.origin)
        claim = self._behind(path, line, column)
        if claim is None:
            return ""
        told = _shown(self.dossier.source[claim.source], claim.span)
        topic = self.dossier.topic_of.get(claim.id)
        if topic is None:
            return told
        seen = view(self.dossier, self.dossier.topic[topic])
        state = f"`{topic}`: {self.dossier.outcome(topic)}, {self.dossier.status(topic)}"
        return "\n\n".join(filter(None, [told, state, _plain(wording(self.dossier, seen))]))

    def target(self, path: Path, line: int, column: int) -> Place | None:
        """Where what stands behind a place is: a quote in its source; for a link or a verdict, the claim."""
        link = self._linked(path, line, column)
        if link is not None:
            return self._record_place(link)
        quoted, claim = self._misquoted(path, line, column), self._behind(path, line, column)
        if quoted is not None:
            source, at = quoted.source, quoted.origin.start
        elif claim is not None:
            source, at = self.dossier.source[claim.source], claim.span.start
        else:
            return None
        place = place_in(self._checked, source, at)
        return Place(str(self.root / place.path), place.line, place.column)

    def mends(self, path: Path, first: int, last: int) -> list[Mend]:
        """The quick fixes for the problems in some lines of a file."""
        found = []
        for problem in self.problems.get(path, ()):
            if problem.edits and first <= max(1, problem.where.line) <= last:
                found.append(
                    Mend(f"{problem.code}: {problem.hint or 'mend it'}", problem, problem.edits, preferred=True)
                )
            if first <= problem.where.line <= last and problem.code[0] not in "SU":
                edit = self._silence(path, problem)
                title = f"{problem.code}: silence it here (write the reason behind --)"
                found += [Mend(title, problem, (edit,))] if edit else []
        return found

    def _silence(self, path: Path, problem: Problem) -> Edit | None:
        """A suppression above the claim or the paragraph at fault; its reason is the person's to write."""
        note = f"reconcile: ignore[{problem.code}] -- "
        text, line = self.texts.get(path, ""), problem.where.line
        if path in self.drafts:
            rows, first = text.split("\n"), text.count("\n", 0, front(text)) + 1
            while line > first and rows[line - 2].strip():
                line -= 1
            note = f"<!-- {note} -->\n"
        else:
            record = self._record(path, line)
            if record is None:
                return None
            line = record[1].places[""].line
            note = f"  # {note}\n"
        at = sum(len(row) + 1 for row in text.split("\n")[: line - 1])
        return Edit(at, at, note) if text else None

    @cached_property
    def _checked(self) -> Checked:
        return Checked(self.desk, self.dossier, tuple(self.drafts.values()))

    @cached_property
    def _said(self) -> Mapping[Path, tuple[Statement, ...]]:
        found = {path: spoken(self.dossier, draft) for path, draft in self.drafts.items()}
        return {path: (*said.strays, *said.statements) for path, said in found.items()}

    def _behind(self, path: Path, line: int, column: int) -> Claim | None:
        """The claim of the desk that a place speaks of."""
        if path in self.drafts:
            link = self._linked(path, line, column)
            return self.dossier.claim.get(link) if link else self._stated(path, line, column)
        record = self._record(path, line)
        return record[1].claim if record else None

    def _stated(self, path: Path, line: int, column: int) -> Claim | None:
        """The claim beside a figure or date of a draft, the one with the same value first."""
        draft = self.drafts[path]
        for said in self._said[path]:
            words = said.claim.quantity or said.claim.when
            start, end = (draft.place(at) for at in (words.span.start, words.span.end - 1)) if words else (None, None)
            if start and end and (start.line, start.column) <= (line, column) <= (end.line, end.column) and said.beside:
                return min(said.beside, key=lambda row: (not row.same, not row.fits)).claim
        return None

    def _misquoted(self, path: Path, line: int, column: int) -> Misquotation | None:
        """The misquotation that a place of a draft lies in."""
        for each in self._checked.misquoted if path in self.drafts else ():
            start, end = (each.draft.place(at) for at in (each.span.start, each.span.end - 1))
            inside = (start.line, start.column) <= (line, column) <= (end.line, end.column)
            if each.draft is self.drafts[path] and inside:
                return each
        return None

    def _linked(self, path: Path, line: int, column: int) -> str | None:
        """The claim that a link of a draft, or a line of a verdict log, names at a place."""
        draft = self.drafts.get(path)
        if draft is not None:
            for link in draft.links:
                at = draft.place_of(link.at)
                if (
                    at.line == line
                    and at.column <= column <= at.column + len(link.claim) + link.words.end - link.at + 10
                ):
                    return link.claim
            return None
        logged = (row for row in self.desk.log if self.root / row.place.path == path and row.place.line == line)
        return next((row.verdict.claim for row in logged), None)

    def _record(self, path: Path, line: int) -> tuple[ClaimFile, Record] | None:
        """The record of a claim file on a line."""
        file = next((f for f in self.desk.claim_files if self.root / f.path == path), None)
        before = [record for record in file.records if record.places[""].line <= line] if file else []
        return (file, before[-1]) if file and before else None

    def _record_place(self, claim: str) -> Place | None:
        for file in self.desk.claim_files:
            for record in file.records:
                if record.id == claim:
                    place = record.places[""]
                    return Place(str(self.root / file.path), place.line, place.column)
        return None


def _shown(source: Source, span: Span) -> str:
    """A passage of an article with the words that matter, and whose it is."""
    block = next((b.span for b in source.blocks if span.start < b.span.end), span)
    before, words, after = (
        source.text[start:end] for start, end in pairwise((block.start, span.start, span.end, block.end))
    )
    where = ", ".join(filter(None, [source.publisher or source.slug, str(source.published or "")]))
    return f"> {f'{_plain(before)}**{_plain(words)}**{_plain(after)}'.strip()}\n\n{where}"


def _plain(text: str) -> str:
    """A text that Markdown leaves as it is, on one line."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in " ".join(text.split(" ")))
