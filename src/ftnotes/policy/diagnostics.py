"""The values that a check reports: diagnostics, their fixes, and the rules that could not be evaluated."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from ..text.edits import Edit
from ..text.source import LineMap, Position, Span

#: The names of the severities.
SeverityName: TypeAlias = Literal["error", "warning", "information"]


class Severity(StrEnum):
    """How much a diagnostic matters: ``ERROR > WARNING > INFORMATION``.

    A severity equals its name, but is ordered only among severities: ``<`` and ``>`` with any other ``str`` raise `TypeError`,
    since names would compare by their letters.
    """

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"

    def __lt__(self, other: str) -> bool:
        return _weight(self) < _weight(other)

    def __le__(self, other: str) -> bool:
        return _weight(self) <= _weight(other)

    def __gt__(self, other: str) -> bool:
        return _weight(self) > _weight(other)

    def __ge__(self, other: str) -> bool:
        return _weight(self) >= _weight(other)


_ORDER: Final = tuple(Severity)  # the most severe first


def _weight(value: str) -> int:
    if not isinstance(value, Severity):
        raise TypeError(f"a Severity is ordered only among severities, not with {value!r}: write Severity({str(value)!r})")
    return -_ORDER.index(value)


@frozen
class Fix:
    """Edits that fix the problem of a diagnostic; they are applied all together or not at all."""

    #: What the fix does, in a few words.
    title: str
    edits: tuple[Edit, ...]
    #: Whether the note keeps its meaning. An unsafe fix changes words that the writer chose.
    safe: bool
    #: Whether it only restores characters, which is right however the note is read.
    of_characters: bool = False
    #: Whether it edits a summary that is a guess; `fix` leaves such fixes to people. Set by `check`.
    in_guess: bool = False


@frozen(eq=False, repr=False)
class _OnePosition:
    """The position of a single offset, without the text."""

    offset: int
    value: Position

    def position(self, offset: int) -> Position:
        if offset != self.offset:
            raise ValueError("this diagnostic was moved after it was pickled without its text: pass lines=LineMap(text)")
        return self.value


@frozen
class Diagnostic:
    """A problem in a note: what is wrong, where, and what to do about it.

    Diagnostics are compared and hashed by value; the text they are about is not part of it. Pickling keeps `position`, but
    not the text.
    """

    #: The code and the name of the rule.
    code: str
    name: str
    #: What is wrong and what to do. It can quote the note, so escape it before showing it.
    message: str
    severity: Severity
    span: Span
    fixes: tuple[Fix, ...] = ()
    #: Other parts of the text that the diagnostic is based on.
    evidence: tuple[Span, ...] = ()
    #: The lines of the text, set by `check`.
    _lines: LineMap | _OnePosition | None = field(default=None, repr=False, eq=False)

    @property
    def position(self) -> Position:
        """The line and column where `span` starts.

        Raises:
            ValueError: the diagnostic was made without ``lines=LineMap(text)``.
        """
        if self._lines is None:
            raise ValueError(f"this {self.code} has no text to count lines in: pass lines=LineMap(text) to Diagnostic")
        return self._lines.position(self.span.start)

    @property
    def line(self) -> int:
        """The line, counted from 1; raises as `position` does."""
        return self.position.line

    @property
    def column(self) -> int:
        """The column, counted from 1 in code points; raises as `position` does."""
        return self.position.column

    def __reduce__(self) -> tuple[object, ...]:
        lines = None if self._lines is None else _OnePosition(self.span.start, self.position)
        values = self.code, self.name, self.message, self.severity, self.span, self.fixes, self.evidence
        return Diagnostic, (*values, lines)


@frozen
class NotEvaluated:
    """A rule that could not be evaluated, in whole or in part, because the context lacks what it needs."""

    code: str
    name: str
    #: The missing parts of the context: ``"role"``, ``"note-type"``, ``"intent"``, …
    needs: tuple[str, ...]
