"""The language server, spoken to by a real client over stdin and stdout."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from desks import desk, workspace
from reconcile.cli import main
from reconcile.model import Decision

pytest.importorskip("pygls", reason="the extra `lsp` is not installed")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

PATIENCE = 60  # seconds that a loaded machine may take for an answer


class Editor(LanguageClient):
    """An editor that keeps what it was told."""

    def __init__(self, root: Path) -> None:
        super().__init__("editor", "1")
        self.root = root
        self.told: dict[str, list[types.Diagnostic]] = {}
        self.news = asyncio.Event()
        self.versions: dict[str, int] = {}

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _(params: types.PublishDiagnosticsParams) -> None:
            self.told[params.uri] = list(params.diagnostics)
            self.news.set()

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def codes(self, name: str) -> list[str]:
        return [str(diagnostic.code) for diagnostic in self.told.get(self.uri(name), [])]

    async def until(self, name: str, codes: list[str]) -> None:
        """Wait until a file is said to have just these problems."""
        async with asyncio.timeout(PATIENCE):
            while self.uri(name) not in self.told or self.codes(name) != codes:
                self.news.clear()
                await self.news.wait()

    def open(self, name: str, text: str | None = None) -> str:
        text = (self.root / name).read_text() if text is None else text
        item = types.TextDocumentItem(self.uri(name), "yaml", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return text

    def type(self, name: str, text: str) -> None:
        self.versions[name] = self.versions.get(name, 1) + 1
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.versions[name], self.uri(name)),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def hover(self, name: str, line: int, column: int) -> str:
        where = types.TextDocumentIdentifier(self.uri(name)), types.Position(line, column)
        found = await self.text_document_hover_async(types.HoverParams(*where))
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else ""

    async def target(self, name: str, line: int, column: int) -> tuple[str, int, int] | None:
        where = types.TextDocumentIdentifier(self.uri(name)), types.Position(line, column)
        found = await self.text_document_definition_async(types.DefinitionParams(*where))
        if not isinstance(found, types.Location):
            return None
        return found.uri.rpartition("/")[2], found.range.start.line, found.range.start.character

    async def fixes(self, name: str, line: int) -> list[types.CodeAction]:
        spot = types.Range(types.Position(line, 0), types.Position(line, 1))
        params = types.CodeActionParams(types.TextDocumentIdentifier(self.uri(name)), spot, types.CodeActionContext([]))
        found = await self.text_document_code_action_async(params)
        return [action for action in found or [] if isinstance(action, types.CodeAction)]


def changed(text: str, action: types.CodeAction, uri: str) -> str:
    """A text with a quick fix made (the texts here are ASCII, so that units are characters)."""
    assert action.edit is not None
    assert action.edit.changes is not None
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for edit in sorted(action.edit.changes[uri], key=lambda e: (-e.range.start.line, -e.range.start.character)):
        start, end = (starts[at.line] + at.character for at in (edit.range.start, edit.range.end))
        text = text[:start] + edit.new_text + text[end:]
    return text


@pytest.fixture
async def editor(tmp_path: Path) -> AsyncIterator[Editor]:
    """An editor at a clean desk, its server started."""
    root = desk(tmp_path)
    workspace(root).record("bridge-was-closed", Decision.SOURCE_ERROR, source="tuesday")
    client = Editor(root)
    await client.start_io(sys.executable, "-m", "reconcile", "lsp", "--stdio", "--no-cache", cwd=root)
    await client.initialize_async(types.InitializeParams(types.ClientCapabilities(), root_uri=root.as_uri()))
    client.initialized(types.InitializedParams())
    yield client
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()


CLAIMS = "claims/monday.yaml"


async def test_problems_come_and_go_as_one_types(editor: Editor) -> None:
    text = editor.open(CLAIMS)
    await editor.until(CLAIMS, [])
    editor.type(CLAIMS, text.replace('figure: ">= 12 person"', 'figure: ">= 21 person"'))
    await editor.until(CLAIMS, ["F301"])
    found = editor.told[editor.uri(CLAIMS)][0]
    assert found.severity is types.DiagnosticSeverity.Error
    assert "which has >= 12 person" in found.message
    assert found.related_information is not None
    assert found.related_information[0].location.uri == editor.uri("sources/monday.md")
    editor.type(CLAIMS, text.replace("claims:", "claims: ["))
    await editor.until(CLAIMS, ["S101"])
    editor.type(CLAIMS, text)
    await editor.until(CLAIMS, [])


async def test_the_passage_and_the_way_to_the_quote(editor: Editor) -> None:
    text = editor.open(CLAIMS)
    line = text[: text.index("quote: The bridge was closed")].count("\n")
    told = await editor.hover(CLAIMS, line, 8)
    assert "> **The bridge was closed on February 3**" in told
    assert "Monday Post, 2021-03-01" in told
    assert "`bridge-was-closed`: conflicts, decided" in told
    assert await editor.target(CLAIMS, line, 8) == ("monday.md", 10, 0)
    assert await editor.hover(CLAIMS, 0, 0) == ""
    log = "claims/verdicts/anna.jsonl"
    editor.open(log)
    assert await editor.target(log, 0, 5) == ("monday.yaml", line - 2, 4)


async def test_a_draft_beside_the_desk(editor: Editor) -> None:
    text = "It rained. \U0001f327 The bridge was closed on February 3, 2021.\n"
    text += '\n"At least 12 people fell in the valley", he said.\n'
    text += "\nNobody counted [the sheep](claim:monday.88a55e).\n"
    editor.open("draft.md", text)
    await editor.until("draft.md", ["A604", "A606", "A608"])
    first = editor.told[editor.uri("draft.md")][0]
    assert first.range.start == types.Position(0, text.index("February") + 1)  # the cloud is two units of UTF-16
    assert "9 February 2021 (Tuesday News)" in first.message
    assert "**The bridge was closed on February 3**" in await editor.hover("draft.md", 0, first.range.start.character)
    assert await editor.target("draft.md", 0, first.range.start.character) == ("monday.md", 10, 0)
    assert await editor.hover("draft.md", 2, 20) == (
        "> **At least 12 people died in the valley**, the mayor said.\n\nMonday Post, 2021-03-01"
    )
    assert await editor.target("draft.md", 2, 20) == ("monday.md", 8, 0)
    assert await editor.hover("draft.md", 2, 45) == "", "behind the quotation"
    (misquoted, _) = await editor.fixes("draft.md", 2)
    assert misquoted.edit is not None
    assert misquoted.edit.changes is not None
    assert [e.new_text for e in misquoted.edit.changes[editor.uri("draft.md")]] == [
        "At least 12 people died in the valley"
    ]
    link = next(action for action in await editor.fixes("draft.md", 4) if action.is_preferred)
    assert link.edit is not None
    assert link.edit.changes is not None
    assert [edit.new_text for edit in link.edit.changes[editor.uri("draft.md")]] == ["monday.88a55d"]
    editor.text_document_did_close(
        types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(editor.uri("draft.md")))
    )
    await editor.until("draft.md", [])


async def test_a_quick_fix_is_what_fix_writes_and_silence_asks_for_a_reason(editor: Editor) -> None:
    source = editor.root / "sources/monday.md"
    text = editor.open(CLAIMS)
    editor.open("sources/monday.md", source.read_text().replace("---\n\nAt least", "---\n\n\nAt least"))
    await editor.until(CLAIMS, ["P202", "P202", "P202", "P204"])
    line = text[: text.index("place: ")].count("\n")
    fix = next(action for action in await editor.fixes(CLAIMS, line) if action.is_preferred)
    mended = changed(text, fix, editor.uri(CLAIMS))
    editor.type(CLAIMS, mended)
    await editor.until(CLAIMS, ["P202", "P202", "P204"])
    other = text[: text.rindex("place: ")].count("\n")
    silence = (await editor.fixes(CLAIMS, other))[-1]
    assert "write the reason" in silence.title
    editor.type(CLAIMS, changed(mended, silence, editor.uri(CLAIMS)))
    await editor.until(CLAIMS, ["U901", "P202", "P202", "P204"])


async def test_it_lives_through_what_is_broken_or_foreign(editor: Editor) -> None:
    (editor.root / "reconcile.yaml").write_text("fail_on: never\n")
    text = editor.open(CLAIMS)
    await editor.until("reconcile.yaml", ["S101"])
    with pytest.raises(Exception, match="fail_on"):
        await editor.hover(CLAIMS, 9, 1)
    (editor.root / "reconcile.yaml").write_text("")
    editor.open("claims/nowhere.yaml", "\x00: [")
    editor.open("../elsewhere.md", "It rained.")
    item = types.TextDocumentItem("untitled:one", "markdown", 1, "It rained.")
    editor.text_document_did_open(types.DidOpenTextDocumentParams(item))
    changes = [types.FileEvent(editor.uri("reconcile.yaml"), types.FileChangeType.Changed)]
    editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes))
    editor.type(CLAIMS, text.replace("modality: denied", "modality: perhaps"))
    await editor.until(CLAIMS, ["S102"])
    await editor.until("reconcile.yaml", [])
    assert await editor.hover("claims/nowhere.yaml", 0, 0) == ""


async def test_articles_that_are_no_utf_8_keep_nothing_from_being_told(editor: Editor) -> None:
    (editor.root / "sources/cafe.txt").write_bytes(b"Caf\xe9 burns down in Brann\n\nNobody was hurt.\n")
    (editor.root / "sources/scan.docx").write_bytes(b"PK\x03\x04\xae")
    editor.open(CLAIMS)
    await editor.until("sources/scan.docx", ["S109"])
    await editor.until("sources/cafe.txt", ["P204", "P207"])


async def test_a_draft_whose_name_a_uri_writes_otherwise(editor: Editor) -> None:
    for name in ("my draft.md", "Brücke 50%.md"):
        editor.open(name, "It rained.\n\nThe bridge was closed on February 3, 2021.\n")
        await editor.until(name, ["A604"])
        found = editor.told[editor.uri(name)][0].range
        assert (found.start.line, found.start.character) == (2, 25)
        assert "The bridge was closed on February 3" in await editor.hover(name, 2, 26)


async def test_silence_in_a_draft_stands_behind_its_front_matter(editor: Editor) -> None:
    text = editor.open("draft.md", "---\ntitle: Bridge\n---\nThe bridge was closed on February 3, 2021.\n")
    await editor.until("draft.md", ["A604"])
    [silence] = await editor.fixes("draft.md", 3)
    assert changed(text, silence, editor.uri("draft.md")).startswith(
        "---\ntitle: Bridge\n---\n<!-- reconcile: ignore[A604]"
    )


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("reconcile.cli.lsp.find_spec", lambda _: None)
    assert main(["lsp"]) == 2
    assert "pip install 'reconcile[lsp]'" in capsys.readouterr().err


def test_the_lint_does_not_pay_for_it(tmp_path: Path) -> None:
    root = desk(tmp_path)
    program = (
        f"import sys; from reconcile.cli import main; main(['lint', '--desk', {str(root)!r}]); print(*sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert "reconcile.lint" in told
    assert not {"pygls", "lsprotocol", "asyncio"} & set(told.split())


async def test_a_verdict_given_elsewhere_is_seen_by_a_draft_that_is_being_written(editor: Editor) -> None:
    text = editor.open("draft.md", "The bridge was closed on February 3, 2021.\n")
    await editor.until("draft.md", ["A604"])
    editor.type("draft.md", text + "\nIt rained.\n")
    await editor.until("draft.md", ["A604"])
    workspace(editor.root, after=900).record("bridge-was-closed", Decision.SOURCE_ERROR, source="monday")
    editor.type("draft.md", text + "\nIt rained again.\n")
    await editor.until("draft.md", [])
