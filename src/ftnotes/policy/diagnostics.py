"""What a check finds: diagnostics, the edits that would mend them, and the report they come in."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from ..text.edits import Edit
from ..text.source import Span


class Severity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


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
    #: What is wrong and what to do, in the words of the people who read notes. It quotes the note, so escape it before
    #: it is shown anywhere.
    message: str
    severity: Severity
    span: Span
    fixes: tuple[Fix, ...] = ()
    #: What else in the text it rests on.
    evidence: tuple[Span, ...] = ()


@frozen
class NotEvaluated:
    """A rule that could not be judged, in whole or in part, because the context doesn't tell what it depends on."""

    code: str
    name: str
    #: What the context would have to tell: ``"role"``, ``"note-type"``, ``"intent"``, …
    needs: tuple[str, ...]


@frozen
class Report:
    """What a check of one text came to."""

    #: In the order of the text.
    diagnostics: tuple[Diagnostic, ...] = ()
    #: In the order of the rules.
    not_evaluated: tuple[NotEvaluated, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing was found. What could not be judged doesn't count."""
        return not self.diagnostics
