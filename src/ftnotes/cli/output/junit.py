"""JUnit XML, which most CI servers show: a suite for each note, with a failed case for each problem."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from attrs import define, field

from ...policy.diagnostics import Diagnostic
from .results import Printer, Result, Totals

#: The characters that XML 1.0 can't contain, not even as references.
_FORBIDDEN: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@define
class JUnitPrinter(Printer):
    """A printer of one XML document."""

    _suites: list[str] = field(factory=list, init=False)

    def add(self, result: Result) -> None:
        """Keep the suite of a note; one without problems has a case that passes."""
        name = quoteattr(_text(result.name))
        cases = [self._case(name, result, one) for one in result.diagnostics]
        cases = cases or [f'<testcase name="no problems" classname={name}/>']
        failed = len(result.diagnostics)
        self._suites.append(
            f'<testsuite name={name} tests="{len(cases)}" failures="{failed}" errors="0">\n'
            + "\n".join(cases)
            + "\n</testsuite>"
        )

    def end(self, totals: Totals) -> None:
        """Print the document, with an error for each thing that could not be read or written."""
        for failure in totals.failures:
            name = quoteattr(_text(failure.name))
            self._suites.append(
                f'<testsuite name={name} tests="1" failures="0" errors="1">\n<testcase name="reading" classname={name}>'
                f'<error message="{failure}"/></testcase>\n</testsuite>'
            )
        self.screen.print('<?xml version="1.0" encoding="UTF-8"?>')
        self.screen.print('<testsuites name="ftnotes">')
        for suite in self._suites:
            for line in suite.split("\n"):
                self.screen.print(_ascii(line))
        self.screen.print("</testsuites>")

    def _case(self, classname: str, result: Result, diagnostic: Diagnostic) -> str:
        place = result.lines.position(diagnostic.span.start)
        name = quoteattr(f"{diagnostic.code} {diagnostic.name} ({place.line}:{place.column})")
        message = _text(self.redaction.message(diagnostic))
        where = _text(f"{result.name}:{place.line}:{place.column}")
        return (
            f'<testcase name={name} classname={classname} file={quoteattr(_text(result.name))} line="{place.line}">'
            f'<failure type="{diagnostic.severity.value}" message={quoteattr(message)}>{escape(where)}</failure></testcase>'
        )


def _text(text: str) -> str:
    """Return text on one line, without the characters that XML can't contain."""
    return _FORBIDDEN.sub("\ufffd", " ".join(text.split()))


def _ascii(markup: str) -> str:
    """Return markup with references in place of characters that a terminal may act on, or show as others."""
    return markup.encode("ascii", "xmlcharrefreplace").decode("ascii").replace("\x7f", "&#127;")
