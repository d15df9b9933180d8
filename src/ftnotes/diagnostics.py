"""What a check finds: diagnostics, and the edits that would mend them."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from .source import Span


class Severity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@frozen
class Edit:
    """Replace the text of ``span`` by ``text``."""

    span: Span
    text: str


@frozen
class Fix:
    """Edits that mend what a diagnostic found: all of them, or none."""

    #: What the fix does, in a few words.
    title: str
    edits: tuple[Edit, ...]
    #: Whether the note says the same afterwards. A fix that is not safe touches words that the writer chose.
    safe: bool


@frozen
class Diagnostic:
    """Something that is wrong with a note, where, and what to do about it."""

    #: The rule that found it: its code and its name.
    code: str
    name: str
    #: What is wrong and what to do, in the words of the people who read notes.
    message: str
    severity: Severity
    span: Span
    fixes: tuple[Fix, ...] = ()
    #: What else in the text it rests on.
    evidence: tuple[Span, ...] = ()
