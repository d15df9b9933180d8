"""The report that a check returns."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from ..text.source import LineMap
from .diagnostics import Diagnostic, NotEvaluated, Severity


@frozen
class Report:
    """The result of checking one note. It iterates over its diagnostics, and is falsy if there are none.

    Reports are compared and hashed by their diagnostics and rules that were not evaluated. ``str(report)`` is what
    ``ftnotes check`` prints.
    """

    #: In the order of the text.
    diagnostics: tuple[Diagnostic, ...] = ()
    #: In the order of the rules.
    not_evaluated: tuple[NotEvaluated, ...] = ()
    #: The text of the note, by lines; None for a report made without it, which is then shown as its ``repr``.
    lines: LineMap | None = field(default=None, repr=False, eq=False)
    has_summary: bool = field(default=True, repr=False, eq=False)
    #: The name of the note in ``str(report)``.
    name: str = field(default="note", repr=False, eq=False)

    @property
    def ok(self) -> bool:
        """Whether no diagnostic is a warning or an error, as for exit status 0 of ``ftnotes check``.

        Rules that were not evaluated don't count. Use ``not report`` to ask for no diagnostics at all.
        """
        return all(diagnostic.severity < Severity.WARNING for diagnostic in self.diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    def __str__(self) -> str:
        if self.lines is None:
            return repr(self)
        from .report_text import report_lines  # only when a report is shown

        return "\n".join(report_lines(self.name, self.lines, self.diagnostics, self.has_summary, self.not_evaluated))

    def _repr_html_(self) -> str:
        """Return the report as HTML for notebooks."""
        import html  # large, and only for notebooks

        return f"<pre>{html.escape(str(self))}</pre>"
