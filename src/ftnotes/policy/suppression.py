"""Comments that silence rules: ``<!-- ftnotes: ignore FT301 the customer resumes on Monday -->``.

A comment silences the rules that it names (by code or name, several with commas between) in the summary in which it
stands, or else in its paragraph; directly above a summary, in that summary. It gives a reason: whoever reads the note
later wants to know why.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from ..playbook.playbook import Playbook
from ..syntax.document import Document
from ..syntax.nodes import ExecSummary
from ..text.removal import removal
from ..text.source import MARGIN, Span
from .context import Context
from .diagnostics import Diagnostic, Edit, Fix, Severity
from .messages import quote
from .note_view import has_comments, lines_of, survey
from .rule import Example, Finding, Rule
from .selection import codes

_COMMENT: Final = re.compile(r"<!--\s*+(?i:ftnotes)\b:?\s*+(?P<said>[^<>]*+)(?<=--)>")
_IGNORE: Final = re.compile(
    r"(?i:ignore)\b[\s:]*+(?P<rules>[\w-]+(?:(?:\s*+,\s*+|\s++(?=[A-Z]{2,}[0-9]{3}\b))[\w-]+)*+)?\s*+(?P<reason>(?s:.*))"
)
_HOW: Final = "Write <!-- ftnotes: ignore CODE reason -->"


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


def suppressions(document: Document, playbook: Playbook) -> tuple[Suppression, ...]:
    """The comments of a text that silence rules, in its order."""
    if not has_comments(document, playbook):
        return ()
    text = document.text
    found: list[Suppression] = []
    scopes: list[tuple[Span, bool]] = []
    for match in _COMMENT.finditer(text):
        scopes = scopes or _scopes(document, text)
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


def silence(
    diagnostics: Sequence[Diagnostic], comments: Sequence[Suppression], known: Sequence[Rule], ran: Sequence[Rule]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Take out what comments silence.

    Args:
        diagnostics: what was found.
        comments: those of the text.
        known: all rules that a comment may name.
        ran: the rules that ran: a comment is not blamed for one that did not.

    Returns:
        The diagnostics that no comment silences, and what is to be said of the comments themselves.
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
    codes_run = {rule.code for rule in ran}
    return left, [
        told for comment in comments for told in _told(comment, meant, hit[comment.scope], codes_run) if told.code in codes_run
    ]


def _told(comment: Suppression, meant: dict[str, frozenset[str]], hit: set[str], ran: set[str]) -> Iterator[Diagnostic]:
    for said in comment.rules:
        if not meant[said]:
            message = f"This comment names {quote(said)}, which is no rule that it could silence. {_HOW}; the codes stand in "
            yield SUPPRESSION_MALFORMED.diagnostic(Finding(message + "front of the names of the findings.", comment.span))
        elif not meant[said] & hit and meant[said] <= ran:
            yield SUPPRESSION_UNUSED.diagnostic(_unused(comment, said))


def _codes(rules: Sequence[Rule], said: str) -> frozenset[str]:
    try:
        return frozenset(codes(rules, said)) - OWN
    except ValueError:
        return frozenset()


def _unused(comment: Suppression, said: str) -> Finding:
    message = (
        f"This comment silences {said}, and nothing of the kind is found here. Take it out, so that it doesn't hide what is "
        "found later."
    )
    fixes: tuple[Fix, ...] = ()
    if len(comment.rules) == 1:
        fixes = (Fix("take the comment out", (comment.removal,), safe=True),)
    return Finding(message, comment.span, fixes)


def _malformed(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding]:
    for comment in suppressions(document, playbook):
        if not comment.rules:
            said = quote(comment.span.text(survey(document, playbook).text))
            yield Finding(f"{said} names no rule, and silences nothing. {_HOW}.", comment.span)
        elif not comment.reason:
            message = (
                f"This comment silences {', '.join(comment.rules)} and gives no reason. {_HOW}: whoever reads the note later "
                "wants to know why."
            )
            yield Finding(message, comment.span)


def _nothing(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding]:
    """What a comment silences is known only when all rules have run: `check` finds those that silence nothing."""
    yield from ()


_ON_HOLD: Final = "**EXEC SUMMARY** #covid\n- STATUS OF THE ENGAGEMENT: On Hold"
_REACTIVE: Final = "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Reactive"
_REAKTIV: Final = "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: Reaktiv"

SUPPRESSION_UNUSED: Final = Rule(
    code="FT001",
    name="suppression-unused",
    summary="A comment that silences a rule has something to silence.",
    rationale="A comment that is no longer needed would hide the next finding of the same kind.",
    severity=Severity.WARNING,
    check=_nothing,
    only_where=has_comments,
    examples=(
        Example(f"{_REACTIVE} <!-- ftnotes: ignore FT201 he likes it -->\n", f"{_REACTIVE}\n"),
        Example(
            f"<!-- ftnotes: ignore hashtag-forbidden resumes in May -->\n{_REACTIVE}\n",
            f"{_REACTIVE}\n",
        ),
        Example(f"{_REAKTIV} <!-- ftnotes: ignore FT201 so gewollt -->\n", f"{_REAKTIV}\n"),
        Example.clean(f"{_ON_HOLD} <!-- ftnotes: ignore FT301 the customer resumes on Monday -->\n"),
        Example.clean(f"{_REACTIVE}\n<!-- drafted on the train -->\n"),
        Example.clean("Kein Treffen für Jürgen. <!-- noch offen: FT201 -->\n"),
    ),
)

SUPPRESSION_MALFORMED: Final = Rule(
    code="FT002",
    name="suppression-without-reason",
    summary="A comment that silences rules names them and gives a reason.",
    rationale="Whoever reads the note later can't tell whether the finding was judged or merely hidden.",
    severity=Severity.WARNING,
    check=_malformed,
    only_where=has_comments,
    examples=(
        Example(f"{_ON_HOLD} <!-- ftnotes: ignore FT301 -->\n"),
        Example(f"{_REACTIVE} <!-- ftnotes: be quiet -->\n"),
        Example(f"{_REAKTIV} <!-- ftnotes: ignore -->\n"),
        Example.clean(f"{_ON_HOLD} <!-- ftnotes: ignore FT301, FT204 the customer resumes on Monday -->\n"),
        Example.clean(f"{_REACTIVE} <!-- ignore FT301 -->\n"),
        Example.clean(f"{_REAKTIV} <!-- ftnotes: ignore FT204 Kunde schreibt es so -->\n"),
    ),
)

#: The rules about comments, which no comment silences.
OWN: Final = frozenset({SUPPRESSION_UNUSED.code, SUPPRESSION_MALFORMED.code})
