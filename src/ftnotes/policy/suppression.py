"""Comments that silence rules: ``<!-- ftnotes: ignore FT301 the customer resumes on Monday -->``.

A comment silences the rules that it names (by code or name, several with commas between) in the summary in which it
stands, or else in its paragraph; directly above a summary, in that summary. It gives a reason: whoever reads the note
later wants to know why.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from ..syntax.document import Document
from ..syntax.nodes import ExecSummary
from ..text.edits import Edit, removal
from ..text.source import MARGIN, Span, lines_of
from .diagnostics import Diagnostic
from .note_view import NoteView
from .rule import Rule
from .selection import codes

_COMMENT: Final = re.compile(r"<!--\s*+(?i:ftnotes)\b:?\s*+(?P<said>[^<>]*+)(?<=--)>")
_IGNORE: Final = re.compile(
    r"(?i:ignore)\b[\s:]*+(?P<rules>[\w-]+(?:(?:\s*+,\s*+|\s++(?=[A-Z]{2,}[0-9]{3}\b))[\w-]+)*+)?\s*+(?P<reason>(?s:.*))"
)


@frozen
class Suppression:
    """A comment that silences rules in its surroundings."""

    span: Span
    #: What is silenced, as typed.
    rules: tuple[str, ...]
    reason: str
    #: The stretch of text in which it counts.
    scope: Span
    #: The edit that takes it out.
    removal: Edit


def suppressions(view: NoteView) -> tuple[Suppression, ...]:
    """Return the comments of a text that silence rules, in order."""
    if not view.has_comments:
        return ()
    text = view.text
    found: list[Suppression] = []
    scopes: list[tuple[Span, bool]] = []
    for match in _COMMENT.finditer(text):
        scopes = scopes or _scopes(view.document, text)
        ignore = _IGNORE.match(match["said"][:-2].strip())
        rules = tuple(re.findall(r"[\w-]+", ignore["rules"])) if ignore and ignore["rules"] else ()
        reason = ignore["reason"].strip(" \t\r\n-–—:") if ignore else ""
        found.append(
            Suppression(Span(*match.span()), rules, reason, _scope(scopes, match.start()), removal(text, Span(*match.span())))
        )
    return tuple(found)


def _scopes(document: Document, text: str) -> list[tuple[Span, bool]]:
    """The stretches of text in which a comment can count: summaries (marked True) and paragraphs, in order."""
    scopes: list[tuple[Span, bool]] = []
    for block in document.blocks:
        span = document.span(block)
        if isinstance(block, ExecSummary):
            scopes.append((span, True))
            continue
        start: int | None = None
        for line in lines_of(text, span.start, span.end):
            if text[line.start : line.end].strip(MARGIN):
                start = line.start if start is None else start
            elif start is not None:
                scopes.append((Span(start, line.start), False))
                start = None
        if start is not None:
            scopes.append((Span(start, span.end), False))
    return scopes


def _scope(scopes: Sequence[tuple[Span, bool]], offset: int) -> Span:
    number = bisect_right(scopes, offset, key=lambda scope: scope[0].start) - 1
    span, is_summary = scopes[number]
    # A comment right above a summary, with no blank line between, speaks of that summary.
    if not is_summary and number + 1 < len(scopes) and scopes[number + 1][1] and scopes[number + 1][0].start == span.end:
        return Span(span.start, scopes[number + 1][0].end)
    return span


@frozen
class Idle:
    """A name in a comment that silenced nothing."""

    comment: Suppression
    name: str
    #: The codes of the rules that it names; empty where it is not the name of a rule that a comment can silence.
    codes: frozenset[str]


def silence(
    diagnostics: Sequence[Diagnostic], comments: Sequence[Suppression], known: Sequence[Rule]
) -> tuple[list[Diagnostic], list[Idle]]:
    """Remove what comments silence.

    Args:
        diagnostics: the diagnostics of a text.
        comments: its comments.
        known: the rules that a comment can silence.

    Returns:
        The diagnostics that are not silenced, and the names in comments that silenced nothing.
    """
    meant = {said: _codes(known, said) for said in {said for comment in comments for said in comment.rules}}
    # Comments of one scope are taken together, so that many of them cost no more than one.
    named: dict[Span, set[str]] = {}
    for comment in comments:
        named.setdefault(comment.scope, set()).update(*(meant[said] for said in comment.rules))
    scopes = sorted(named, key=lambda scope: (scope.start, scope.end))
    hit: dict[Span, set[str]] = {scope: set() for scope in scopes}
    left: list[Diagnostic] = []
    for found in diagnostics:
        end = max(found.span.end, found.span.start + 1)
        silent = False
        for number in range(bisect_right(scopes, found.span.start, key=lambda scope: scope.end), len(scopes)):
            scope = scopes[number]
            if scope.start >= end:
                break
            if found.code in named[scope]:
                hit[scope].add(found.code)
                silent = True
        if not silent:
            left.append(found)
    idle = [Idle(comment, name, meant[name]) for comment in comments for name in comment.rules]
    return left, [one for one in idle if not one.codes & hit[one.comment.scope]]


def _codes(rules: Sequence[Rule], said: str) -> frozenset[str]:
    try:
        return frozenset(codes(rules, said))
    except ValueError:
        return frozenset()
