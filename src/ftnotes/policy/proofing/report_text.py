"""The report on a playbook file as text for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from ...text.display import TextStyle
from ...text.source import LineMap
from ..diagnostics import Diagnostic
from ..report_text import by_severity, counted, headline, marked_lines
from .samples import SampleNotes


def report_lines(
    style: TextStyle, name: str, lines: LineMap, diagnostics: Collection[Diagnostic], samples: Iterable[SampleNotes]
) -> Iterator[str]:
    """Yield each problem with its line of the file, the sample notes, and the counts."""
    name = style.escape(name)
    for diagnostic in diagnostics:
        yield headline(style, name, lines, diagnostic)
        yield from marked_lines(style, lines, diagnostic)
        yield ""
    for sample in samples:
        for kind, note in (("blank", sample.blank), ("filled", sample.filled)):
            yield style.styled(style.escape(f"{sample.template}, {kind}:"), "place")
            yield from (f"  {style.escape(line)}".rstrip() for line in ["", *note.rstrip("\n").split("\n"), ""])
    severities = Counter(diagnostic.severity for diagnostic in diagnostics)
    problems = counted(len(diagnostics), "problem")
    yield f"{problems} in {name}: {by_severity(severities)}" if diagnostics else f"No problems in {name}"
