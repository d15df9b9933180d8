"""What a check finds, as values."""

from ftnotes.policy.diagnostics import Diagnostic, Fix, NotEvaluated, Report, Severity
from ftnotes.text.edits import Edit
from ftnotes.text.source import Span

FOUND = Diagnostic("FT201", "choice-not-in-list", "…", Severity.ERROR, Span(0, 3))


def test_a_report_is_ok_without_diagnostics() -> None:
    """A report is ok when it has no diagnostics, whatever could not be judged."""
    assert Report().ok
    assert Report(not_evaluated=(NotEvaluated("FT301", "hashtag-forbidden", ("intent",)),)).ok
    assert not Report((FOUND,)).ok


def test_reports_are_compared_by_value() -> None:
    """Two diagnostics that say the same are equal and hash alike, fixes included."""
    fix = Fix("write it", (Edit(Span(0, 3), "new"),), safe=False)
    one = Diagnostic("FT201", "choice-not-in-list", "…", Severity.ERROR, Span(0, 3), (fix,))
    other = Diagnostic("FT201", "choice-not-in-list", "…", Severity.ERROR, Span(0, 3), (fix,))
    assert one == other
    assert len({one, other, FOUND}) == 2


def test_severities_print_as_their_names() -> None:
    """A severity is its own name, so that options and output spell it alike."""
    assert [str(severity) for severity in Severity] == ["error", "warning", "information"]
