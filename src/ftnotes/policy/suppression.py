"""Comments that silence rules: ``<!-- ftnotes: ignore FT301 the customer resumes on Monday -->``.

A comment silences the rules that it names (by code or name, separated by commas) in the summary that contains it, otherwise in
its paragraph; directly above or below a summary, in that summary. It gives a reason for later readers of the note.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from attrs import frozen

from ..syntax.document import Document
from ..syntax.note import Note
from ..text.edits import Edit, removal
from ..text.source import LINE_END, MARGIN, Span, lines_of
from .diagnostics import Diagnostic
from .note_view import NoteView
from .rule import Rule
from .selection import codes

_COMMENT: Final = re.compile(r"<!--\s*+(?i:ftnotes)\b:?\s*+(?P<content>[^<>]*+)(?<=--)>")
_IGNORE: Final = re.compile(
    r"(?i:ignore)\b[\s:]*+(?P<rules>[\w-]+(?>(?:(?:\s*+,\s*+|\s++(?=[A-Z]{2,}[0-9]{3}\b))[\w-]+)*))?\s*+(?P<reason>(?s:.*))"
)


@frozen(eq=False, repr=False)
class Suppression:
    """A comment that silences rules within its scope."""

    span: Span
    #: The codes and names of rules, as typed.
    rules: tuple[str, ...]
    reason: str
    scope: Span
    #: The edit that removes the comment.
    removal: Edit


def suppressions(view: NoteView) -> tuple[Suppression, ...]:
    """Return the comments of a note that silence rules, in order."""
    if not view.has_comments:
        return ()
    text = view.text
    found: list[Suppression] = []
    scopes: list[_Scope] = []
    for match in _COMMENT.finditer(text):
        scopes = scopes or _scopes(view.document, text)
        ignore = _IGNORE.match(match["content"][:-2].strip())
        rules = tuple(re.findall(r"[\w-]+", ignore["rules"])) if ignore and ignore["rules"] else ()
        reason = ignore["reason"].strip(" \t\r\n-–—:") if ignore else ""
        found.append(
            Suppression(Span(*match.span()), rules, reason, _scope(scopes, match.start()), removal(text, Span(*match.span())))
        )
    return tuple(found)


class _Scope(NamedTuple):
    """A summary, or a paragraph outside of summaries."""

    span: Span
    is_summary: bool = False
    #: Whether it is a summary without an empty line at its end.
    touches_next: bool = False


def _scopes(document: Document, text: str) -> list[_Scope]:
    """Return the possible scopes of comments, in order."""
    scopes: list[_Scope] = []
    for block in document.blocks:
        span = document.span(block)
        if isinstance(block, Note):
            summary = span.text(text)
            line_ends = LINE_END.findall(summary, len(summary.rstrip(MARGIN + "\r\n")))
            scopes.append(_Scope(span, True, len(line_ends) == 1))
            continue
        start: int | None = None
        for line in lines_of(text, span.start, span.end):
            if text[line.start : line.end].strip(MARGIN):
                start = line.start if start is None else start
            elif start is not None:
                scopes.append(_Scope(Span(start, line.start)))
                start = None
        if start is not None:
            scopes.append(_Scope(Span(start, span.end)))
    return scopes


def _scope(scopes: Sequence[_Scope], offset: int) -> Span:
    number = bisect_right(scopes, offset, key=lambda scope: scope.span.start) - 1
    span = scopes[number].span
    if scopes[number].is_summary:
        return span
    # Directly above a summary or below one, without an empty line between.
    if number + 1 < len(scopes) and scopes[number + 1].is_summary and scopes[number + 1].span.start == span.end:
        return Span(span.start, scopes[number + 1].span.end)
    if number and scopes[number - 1].touches_next and scopes[number - 1].span.end == span.start:
        return Span(scopes[number - 1].span.start, span.end)
    return span


@frozen(eq=False, repr=False)
class UnusedName:
    """A name of rules in a comment that silenced nothing."""

    comment: Suppression
    name: str
    #: The codes of the rules with this name; empty if it names no rule that a comment can silence.
    codes: frozenset[str]


def silence(
    diagnostics: Sequence[Diagnostic], comments: Sequence[Suppression], known: Sequence[Rule]
) -> tuple[list[Diagnostic], list[UnusedName]]:
    """Return the diagnostics that no comment silences, and the names in comments that silenced nothing.

    Comments can silence only the ``known`` rules.
    """
    by_name = {name: _codes(known, name) for name in {name for comment in comments for name in comment.rules}}
    # Comments of one scope are joined, so that many of them cost no more than one.
    silenced: dict[Span, set[str]] = {}
    for comment in comments:
        silenced.setdefault(comment.scope, set()).update(*(by_name[name] for name in comment.rules))
    scopes = sorted(silenced, key=lambda scope: (scope.start, scope.end))
    used: dict[Span, set[str]] = {scope: set() for scope in scopes}
    kept: list[Diagnostic] = []
    for diagnostic in diagnostics:
        end = max(diagnostic.span.end, diagnostic.span.start + 1)
        silent = False
        for number in range(bisect_right(scopes, diagnostic.span.start, key=lambda scope: scope.end), len(scopes)):
            scope = scopes[number]
            if scope.start >= end:
                break
            if diagnostic.code in silenced[scope]:
                used[scope].add(diagnostic.code)
                silent = True
        if not silent:
            kept.append(diagnostic)
    names = [UnusedName(comment, name, by_name[name]) for comment in comments for name in comment.rules]
    return kept, [name for name in names if not name.codes & used[name.comment.scope]]


def _codes(rules: Sequence[Rule], name: str) -> frozenset[str]:
    try:
        return frozenset(codes(rules, name))
    except ValueError:
        return frozenset()
