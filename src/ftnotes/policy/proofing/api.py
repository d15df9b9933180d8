"""The check of a playbook file."""

from __future__ import annotations

import os
import re
from typing import Final

from attrs import field, frozen

from ...playbook.loader import read_text
from ...playbook.model import PlaybookError
from ...playbook.playbook import Playbook
from ...text.decoder import read_toml_text
from ...text.display import TextStyle
from ...text.source import LineMap, Span
from ..diagnostics import Diagnostic, Severity
from ..report import Report
from .places import FilePlaces
from .samples import SampleNotes, sample_notes
from .weaknesses import find_weaknesses

#: Where a message of `tomllib`, or about a number, says that something is wrong.
_LINE: Final = re.compile(r"\bline (\d++)(?:, column (\d++))?")


@frozen
class PlaybookReport(Report):
    """The result of checking a playbook file: its diagnostics, and sample notes of its templates.

    ``str(report)`` is what ``ftnotes playbook check`` prints.
    """

    #: The text of the file, by lines.
    lines: LineMap = field(kw_only=True, repr=False, eq=False)
    #: For each template whose notes can be written.
    samples: tuple[SampleNotes, ...] = ()

    def __str__(self) -> str:
        from .report_text import report_lines  # only when a report is shown

        return "\n".join(report_lines(TextStyle(), self.name, self.lines, self.diagnostics, self.samples))


def check_playbook(path: str | os.PathLike[str]) -> PlaybookReport:
    """Check a custom playbook: what is wrong in its file, and what is weak in words that can be loaded.

    Args:
        path: The name of a TOML file; ``docs/playbook-keys.md`` has its keys.

    Returns:
        The report, which iterates over its diagnostics: each with place, message and remedy. A file that can't be loaded has
        one of them, and no sample notes.

    Raises:
        PlaybookError: The file can't be read.
    """
    name = os.fspath(path)
    text = read_toml_text(name, PlaybookError)
    lines = LineMap(text)
    try:
        playbook = read_text(text, name, Playbook)
    except PlaybookError as error:
        return PlaybookReport((_unusable(name, error, lines),), lines=lines, name=name)
    places = FilePlaces(text)
    diagnostics, samples = [], []
    for code, kind, message, words, severity in find_weaknesses(playbook):
        spans = [span for word in words if (span := places.find(word.keys, word.text))]
        if spans:  # the file itself has a part in it
            diagnostics.append(Diagnostic(code, kind, message, severity, spans[0], evidence=tuple(spans[1:]), lines=lines))
    for template in playbook.templates:
        try:
            samples.append(sample_notes(playbook, template.key))
        except ValueError as error:
            message = f"a note of template {template.key} is not read back as it was written: {error}"
            span = places.nearest(f"templates[{template.key}]")
            diagnostics.append(Diagnostic("PB002", "not-read-back", message, Severity.ERROR, span, lines=lines))
    diagnostics.sort(key=lambda found: (found.span.start, found.code))
    return PlaybookReport(tuple(diagnostics), lines=lines, name=name, samples=tuple(samples))


def _unusable(name: str, error: PlaybookError, lines: LineMap) -> Diagnostic:
    """Return the diagnostic for a file that can't be loaded."""
    message = str(error).removeprefix(f"{name}: ")
    if error.key:
        span = FilePlaces(lines.source).nearest(error.key)
    else:
        found = _LINE.search(message)
        start = lines.offset(int(found[1]), int(found[2] or 1)) if found else len(lines.source.rstrip())
        span = Span(start, start)
    return Diagnostic("PB001", "unusable", message, Severity.ERROR, span, lines=lines)
