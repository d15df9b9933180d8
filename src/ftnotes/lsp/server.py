"""The server: the texts that an editor has open, and the features for each request.

Texts are synchronised whole: pygls' incremental changes cut lines at U+2028 and form feeds, where the protocol does not.
"""

from __future__ import annotations

import asyncio
import os
from typing import Final

from attrs import field, frozen
from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from .. import __version__
from ..policy.configuration import Configuration, ConfigurationError
from ..policy.configuration_file import FILE, PROJECT, nearest_configuration
from ..text.files import MAX_MEGABYTES
from ..writing.format import format_result
from .code_actions import FIX_ALL, KINDS, code_actions, replacement
from .completion import TRIGGERS, completions_at
from .diagnostics import diagnostics_of
from .hover import hover_at
from .open_note import OpenNote
from .positions import Positions
from .symbols import symbols_of

#: How long after the last key a text is checked, in seconds.
_PAUSE: Final = 0.1


@frozen
class _Settings:
    """The configuration of a folder, and what is wrong with it."""

    configuration: Configuration
    error: str = ""


@frozen
class _Workspace:
    """The open notes by their address, and the settings by folder."""

    notes: dict[str, OpenNote] = field(factory=dict)
    settings: dict[str, _Settings] = field(factory=dict)
    #: The errors that the editor has shown.
    shown: set[str] = field(factory=set)


class NoteServer(LanguageServer):
    """The language server for notes."""

    def __init__(self) -> None:
        super().__init__("ftnotes", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.open = _Workspace()

    def note(self, uri: str) -> OpenNote:
        """Return the present version of an open text."""
        document = self.workspace.get_text_document(uri)
        text, version = document.source, document.version
        known = self.open.notes.get(uri)
        if known is None or known.version != version or known.text != text:
            known = self.open.notes[uri] = self._read(uri, version, text)
        return known

    def _read(self, uri: str, version: int | None, text: str) -> OpenNote:
        path = to_fs_path(uri) if uri.startswith("file:") else None
        settings = self._settings(os.path.dirname(path) if path else "")
        configuration = settings.configuration
        size = (configuration.max_size or MAX_MEGABYTES) * 1_000_000
        excluded = len(text) > size or bool(path and configuration.excludes(path))
        encoding = self.server_capabilities.position_encoding or types.PositionEncodingKind.Utf16
        return OpenNote(uri, version, text, configuration.options(path), Positions(text, str(encoding)), excluded)

    def _settings(self, folder: str) -> _Settings:
        known = self.open.settings.get(folder)
        if known is None:
            try:
                configuration = nearest_configuration(folder) if folder else Configuration()
                configuration.options()
                known = _Settings(configuration)
            except ConfigurationError as error:
                known = _Settings(Configuration(), str(error))
            self.open.settings[folder] = known
        if known.error and known.error not in self.open.shown:
            self.open.shown.add(known.error)
            message = f"{known.error}. Notes are checked without this configuration."
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))
        return known

    def publish(self, uri: str) -> None:
        """Send the findings in an open text to the editor."""
        note = self.note(uri)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics_of(note), note.version))

    def forget_settings(self) -> None:
        """Read configurations anew, and check all open texts with them."""
        uris = list(self.open.notes)
        self.open.notes.clear()
        self.open.settings.clear()
        self.open.shown.clear()
        for uri in uris:
            self.publish(uri)


def make_server() -> NoteServer:
    """Return a server with all features."""
    server = NoteServer()

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        """Ask the editor to report changes of configurations and playbooks."""
        watched = server.client_capabilities.workspace and server.client_capabilities.workspace.did_change_watched_files
        if watched and watched.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/*.toml")])
            registration = types.Registration("toml", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(types.RegistrationParams([registration]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched_files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        server.forget_settings()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        await asyncio.sleep(_PAUSE)
        uri = params.text_document.uri
        current = server.workspace.text_documents.get(uri)
        if current is not None and current.version == params.text_document.version:
            server.publish(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        name = os.path.basename(to_fs_path(params.text_document.uri) or "")
        if name in (FILE, PROJECT):
            server.forget_settings()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.open.notes.pop(uri, None)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([*KINDS, FIX_ALL]))
    def fixes(params: types.CodeActionParams) -> list[types.CodeAction]:
        only = params.context.only
        return code_actions(server.note(params.text_document.uri), params.range, [str(kind) for kind in only] if only else None)

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def formatted(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        note = server.note(params.text_document.uri)
        result = format_result(note.document).text
        return [] if note.excluded or result == note.text else [note.positions.edit(replacement(note.text, result))]

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        return hover_at(server.note(params.text_document.uri), params.position)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=list(TRIGGERS)))
    def completions(params: types.CompletionParams) -> list[types.CompletionItem]:
        return completions_at(server.note(params.text_document.uri), params.position)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        return symbols_of(server.note(params.text_document.uri))

    return server
