"""Fixes that an editor offers: those of one finding, all safe ones at once, and a comment that silences a finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lsprotocol import types

from ..policy.diagnostics import Diagnostic
from ..policy.fixer import fix
from ..syntax.layout import line_end
from ..text.edits import Edit
from ..text.source import Span
from .diagnostics import protocol_diagnostic
from .open_note import OpenNote

#: The kind of the action that fixes what is safe to fix; editors can run it when a file is saved.
FIX_ALL: Final = f"{types.CodeActionKind.SourceFixAll.value}.ftnotes"
#: The kinds of actions.
KINDS: Final = (types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll)


def code_actions(note: OpenNote, place: types.Range, only: list[str] | None) -> list[types.CodeAction]:
    """Return the actions for a range of a text.

    Args:
        note: the text.
        place: the range; findings that touch it are offered their fixes.
        only: the kinds that the client asks for, each with its sub-kinds; None for all.
    """
    span = Span(note.positions.offset(place.start), note.positions.offset(place.end))
    actions: list[types.CodeAction] = []
    if _asked(types.CodeActionKind.QuickFix.value, only):
        actions += _quick_fixes(note, span)
    if _asked(FIX_ALL, only):
        actions += _fix_all(note)
    return actions


def _asked(kind: str, only: list[str] | None) -> bool:
    return only is None or any(kind == asked or kind.startswith(f"{asked}.") for asked in only)


def _quick_fixes(note: OpenNote, span: Span) -> Iterator[types.CodeAction]:
    touching = [one for one in note.report if one.span.start <= span.end and span.start <= one.span.end]
    for diagnostic in touching:
        for offered in diagnostic.fixes:
            title = offered.title if offered.safe else f"{offered.title} (changes your words)"
            is_preferred = offered.safe and not offered.in_guess
            yield _action(note, title, types.CodeActionKind.QuickFix, offered.edits, diagnostic, is_preferred)
    for diagnostic in {one.code: one for one in reversed(touching)}.values():
        title = f"Ignore {diagnostic.code} {diagnostic.name} here, for a reason that you add"
        yield _action(note, title, types.CodeActionKind.QuickFix, (_silencing(note, diagnostic),), diagnostic)


def _fix_all(note: OpenNote) -> Iterator[types.CodeAction]:
    is_fixable = any(offered.safe and not offered.in_guess for one in note.report for offered in one.fixes)
    if is_fixable and (fixed := fix(note.document, **note.options).text) != note.text:
        yield _action(note, "Fix all that is safe to fix", FIX_ALL, (replacement(note.text, fixed),))


def _action(
    note: OpenNote,
    title: str,
    kind: types.CodeActionKind | str,
    edits: tuple[Edit, ...],
    diagnostic: Diagnostic | None = None,
    is_preferred: bool = False,
) -> types.CodeAction:
    return types.CodeAction(
        title=title[:1].upper() + title[1:],
        kind=kind,
        diagnostics=[protocol_diagnostic(note, diagnostic)] if diagnostic else None,
        is_preferred=is_preferred or None,
        edit=types.WorkspaceEdit(
            document_changes=[
                types.TextDocumentEdit(
                    types.OptionalVersionedTextDocumentIdentifier(note.uri, note.version),
                    [note.positions.edit(edit) for edit in edits],
                )
            ]
        ),
    )


def _silencing(note: OpenNote, diagnostic: Diagnostic) -> Edit:
    """Return the edit that puts a comment for a rule above the note, or else above the line, that the finding is in."""
    document, start = note.document, diagnostic.span.start
    around = [document.span(each).start for each in document.notes if start in document.span(each)]
    place = around[0] if around else note.line_at(start).start
    comment = f"<!-- ftnotes: ignore {diagnostic.code} -->{line_end([note.text])}"
    return Edit(Span(place, place), comment)


def replacement(before: str, after: str) -> Edit:
    """Return the edit that makes one text of another: what differs between their common start and end."""
    start, most = 0, min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return Edit(Span(start, len(before) - end), after[start : len(after) - end])
