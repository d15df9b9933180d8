from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="needs ftnotes[lsp]")

from helpers.open_notes import after_action, edited, open_note
from helpers.paths import ROOT
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from ftnotes import check, fix, format
from ftnotes.text.source import Span

MESSY = (ROOT / "examples" / "messy.md").read_text(encoding="utf-8")
#: Characters of two UTF-16 code units, a lone CR, and characters that end a line elsewhere.
ODD = "🙂\r**EXEC SUMMARY**\u2028\r- Status: partialy\x0c deployed\n- DESCRIBE THE CUSTOMER: 🙂 x\n"


class Editor(LanguageClient):
    """An editor that talks to the server, and remembers what it was sent."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.messages: list[str] = []
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.registered: list[types.Registration] = []
        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self.published.put_nowait(params))
        self.feature(types.WINDOW_SHOW_MESSAGE)(lambda params: self.messages.append(params.message))
        self.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: self.registered.extend(params.registrations))

    async def next_codes(self, uri: str) -> list[str]:
        """The codes of the diagnostics that the server publishes next for a file."""
        while True:
            published = await asyncio.wait_for(self.published.get(), 60)
            if published.uri == uri:
                return [str(one.code) for one in published.diagnostics]

    def type(self, uri: str, version: int, text: str) -> None:
        """Send a new version of a whole text."""
        change = types.TextDocumentContentChangeWholeDocument(text)
        identifier = types.VersionedTextDocumentIdentifier(version, uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))

    def open(self, uri: str, text: str) -> None:
        """Open a text."""
        self.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "markdown", 1, text)))


def session(
    talk: Callable[[Editor, types.InitializeResult], Awaitable[None]],
    encodings: list[types.PositionEncodingKind | str] | None = None,
    watches: bool = False,
) -> Editor:
    """Start a server, talk to it, and shut it down."""

    async def run() -> Editor:
        editor = Editor()
        await editor.start_io(sys.executable, "-m", "ftnotes", "lsp", "--stdio")
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=encodings),
            workspace=types.WorkspaceClientCapabilities(
                did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=watches)
            ),
        )
        begun = await editor.initialize_async(types.InitializeParams(capabilities))
        editor.initialized(types.InitializedParams())
        await talk(editor, begun)
        await editor.shutdown_async(None)
        editor.exit(None)
        await editor.stop()  # type: ignore[no-untyped-call]  # pygls left its type out
        return editor

    return asyncio.run(run())


def uri_of(folder: Path, name: str = "note.md") -> str:
    return (folder / name).as_uri()


def test_findings_follow_the_text_as_it_is_typed(tmp_path: Path) -> None:
    """Opening, typing and closing a note publish its findings of that moment, and an old version is never published last."""
    uri = uri_of(tmp_path)

    async def talk(editor: Editor, _: types.InitializeResult) -> None:
        editor.open(uri, MESSY)
        assert await editor.next_codes(uri) == [one.code for one in check(MESSY)]
        for version, end in enumerate(range(0, 40, 10), 2):
            editor.type(uri, version, ODD[:end])
        editor.type(uri, 9, ODD)
        assert await editor.next_codes(uri) == [one.code for one in check(ODD)]
        editor.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        assert await editor.next_codes(uri) == []

    session(talk)


@pytest.mark.parametrize("encoding", [None, "utf-8", "utf-32"])
def test_fixes_and_format_give_what_the_library_gives(tmp_path: Path, encoding: str | None) -> None:
    """The edits of the server, in the units that were agreed on, make the texts that `fix` and `format` return."""

    async def talk(editor: Editor, begun: types.InitializeResult) -> None:
        assert begun.capabilities.position_encoding == (encoding or "utf-16")
        for number, text in enumerate([MESSY, ODD, ODD.replace("\n", "\r\n")]):
            await compare(editor, uri_of(tmp_path, f"{number}.md"), text)

    async def compare(editor: Editor, uri: str, text: str) -> None:
        identifier = types.TextDocumentIdentifier(uri)
        note = open_note(text, encoding=encoding or "utf-16")
        editor.open(uri, text)
        context = types.CodeActionContext([], only=[types.CodeActionKind.SourceFixAll])
        everywhere = note.positions.range(Span(0, len(text)))
        (action,) = await editor.text_document_code_action_async(types.CodeActionParams(identifier, everywhere, context)) or ()
        assert isinstance(action, types.CodeAction)
        assert after_action(note, action) == fix(text).text
        options = types.FormattingOptions(4, True)
        edits = await editor.text_document_formatting_async(types.DocumentFormattingParams(identifier, options))
        assert edited(note, list(edits or ())) == format(text)

    session(talk, [encoding] if encoding else None)


def test_hovers_completions_and_symbols_are_answered(tmp_path: Path) -> None:
    """The other requests reach their features."""
    uri = uri_of(tmp_path)
    identifier = types.TextDocumentIdentifier(uri)
    position = types.Position(1, 4)

    async def talk(editor: Editor, _: types.InitializeResult) -> None:
        editor.open(uri, "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n- \n")
        hover = await editor.text_document_hover_async(types.HoverParams(identifier, position))
        assert hover is not None
        assert "`customer`" in str(hover.contents)
        symbols = await editor.text_document_document_symbol_async(types.DocumentSymbolParams(identifier))
        assert [one.name for one in symbols or ()] == ["EXEC SUMMARY"]
        items = await editor.text_document_completion_async(types.CompletionParams(identifier, types.Position(2, 2)))
        assert isinstance(items, list)
        assert items[0].label == "STATUS OF THE ENGAGEMENT"

    session(talk)


def test_the_configuration_of_the_folder_counts_and_can_change(tmp_path: Path) -> None:
    """Rules, excluded files and context come from the nearest configuration, which is read again when it changes."""
    settings = tmp_path / "ftnotes.toml"
    settings.write_text('ignore = ["FT1"]\nexclude = ["drafts"]\n', encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    uri, draft = uri_of(tmp_path), uri_of(tmp_path, "drafts/note.md")
    text = "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n- STATUS OF THE ENGAGEMENT: Busy\n"

    async def talk(editor: Editor, _: types.InitializeResult) -> None:
        editor.open(uri, text)
        assert await editor.next_codes(uri) == ["FT201"]
        editor.open(draft, text)
        assert await editor.next_codes(draft) == []
        edits = await editor.text_document_formatting_async(
            types.DocumentFormattingParams(types.TextDocumentIdentifier(draft), types.FormattingOptions(4, True))
        )
        assert not edits
        settings.write_text('ignore = ["FT1", "FT2"]\n', encoding="utf-8")
        changed = types.FileEvent(settings.as_uri(), types.FileChangeType.Changed)
        editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
        assert await editor.next_codes(uri) == []
        settings.write_text('ignore = ["FT1"]\n', encoding="utf-8")
        editor.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(settings.as_uri())))
        assert await editor.next_codes(uri) == ["FT201"]
        editor.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))

    editor = session(talk, watches=True)
    assert [one.method for one in editor.registered] == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
    assert editor.messages == []


def test_a_wrong_configuration_is_named_once(tmp_path: Path) -> None:
    """The message names file, key and remedy; notes are checked all the same, without it."""
    (tmp_path / "ftnotes.toml").write_text('ignor = ["FT1"]\n', encoding="utf-8")
    uri, other = uri_of(tmp_path), uri_of(tmp_path, "other.md")

    async def talk(editor: Editor, _: types.InitializeResult) -> None:
        editor.open(uri, MESSY)
        assert await editor.next_codes(uri) == [one.code for one in check(MESSY)]
        editor.open(other, MESSY)
        await editor.next_codes(other)

    (message,) = session(talk).messages
    assert "ftnotes.toml" in message
    assert "ignor" in message
    assert "did you mean" in message
    assert "without this configuration" in message


def test_a_text_without_a_file_is_checked_with_the_defaults() -> None:
    """A new text that was never saved has findings too."""
    uri = "untitled:Untitled-1"

    async def talk(editor: Editor, _: types.InitializeResult) -> None:
        editor.open(uri, MESSY)
        assert await editor.next_codes(uri) == [one.code for one in check(MESSY)]

    session(talk)


def test_a_text_over_the_limit_is_left_alone(tmp_path: Path) -> None:
    """A text larger than max-size has no findings, and the server goes on."""
    (tmp_path / "ftnotes.toml").write_text("max-size = 1\n", encoding="utf-8")
    uri = uri_of(tmp_path)

    async def talk(editor: Editor, _: types.InitializeResult) -> None:
        editor.open(uri, MESSY * 1200)
        assert await editor.next_codes(uri) == []
        editor.type(uri, 2, MESSY)
        assert await editor.next_codes(uri) == [one.code for one in check(MESSY)]

    session(talk)


def test_the_server_ends_as_the_protocol_asks() -> None:
    """After a shutdown, it exits with 0, and prints no error."""
    requests: list[dict[str, object]] = [
        {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}},
        {"method": "initialized", "params": {}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    ]
    bodies = [json.dumps({"jsonrpc": "2.0", **request}) for request in requests]
    sent = "".join(f"Content-Length: {len(body)}\r\n\r\n{body}" for body in bodies)
    done = subprocess.run([sys.executable, "-m", "ftnotes", "lsp"], input=sent.encode(), capture_output=True, timeout=60)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
