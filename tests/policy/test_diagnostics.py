"""Diagnostics as values: severities, places, equality and pickles."""

from __future__ import annotations

import copy
import operator
import pickle
from collections.abc import Callable

import attrs
import pytest

from ftnotes import LineMap, Position, check
from ftnotes.policy.diagnostics import Diagnostic, Fix, Severity
from ftnotes.text.edits import Edit
from ftnotes.text.source import Span

FOUND = Diagnostic("FT201", "choice-not-in-list", "…", Severity.ERROR, Span(0, 3))
TEXT = "\U0001d54f: EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Partialy\n"


def test_diagnostics_are_compared_by_value() -> None:
    """Two diagnostics with equal values are equal and hash alike, fixes included, with or without a text."""
    fix = Fix("write it", (Edit(Span(0, 3), "new"),), safe=False)
    one = Diagnostic("FT201", "choice-not-in-list", "…", Severity.ERROR, Span(0, 3), (fix,))
    other = Diagnostic("FT201", "choice-not-in-list", "…", Severity.ERROR, Span(0, 3), (fix,), lines=LineMap("one\n"))
    assert one == other
    assert len({one, other, FOUND}) == 2


def test_severities_print_as_their_names() -> None:
    """A severity is its own name, so that options and output spell it alike."""
    assert [str(severity) for severity in Severity] == ["error", "warning", "information"]
    assert dict.fromkeys(Severity, True)["error"]  # type: ignore[index] # it equals its name and hashes alike


def test_severities_are_ordered() -> None:
    """An error outweighs a warning, and a warning an information."""
    assert sorted(Severity) == [Severity.INFORMATION, Severity.WARNING, Severity.ERROR]
    assert max(Severity) is Severity.ERROR
    assert Severity.ERROR > Severity.WARNING > Severity.INFORMATION
    assert Severity.WARNING >= Severity.WARNING
    assert Severity.WARNING <= Severity.WARNING
    assert not Severity.WARNING < Severity.WARNING
    assert not Severity.WARNING > Severity.WARNING
    assert not Severity.INFORMATION >= Severity.WARNING
    assert not Severity.ERROR <= Severity.WARNING


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
def test_severities_are_not_ordered_with_texts(compare: Callable[[str, str], bool]) -> None:
    """Names would compare by their letters, so comparing the order with one is refused from either side."""
    with pytest.raises(TypeError, match=r"not with 'error': write Severity\('error'\)"):
        compare(Severity.WARNING, "error")
    with pytest.raises(TypeError, match=r"not with 'error': write Severity\('error'\)"):
        compare("error", Severity.WARNING)
    with pytest.raises(TypeError):
        sorted([Severity.WARNING, "error"])


def test_a_diagnostic_has_line_and_column() -> None:
    """Line and column are counted from 1 in code points; the position has the column in UTF-16 units as well."""
    found = check(TEXT, select=["choice-not-in-list"]).diagnostics[0]
    assert (found.line, found.column) == (2, 29)
    title = attrs.evolve(found, span=Span(3, 15))
    assert title.position == Position(1, 4, 4)


def test_a_diagnostic_without_a_text_has_no_line() -> None:
    """A diagnostic made by hand counts lines in the text it is given, and says what to do where there is none."""
    with pytest.raises(ValueError, match=r"this FT201 has no text to count lines in: pass lines=LineMap\(text\)"):
        FOUND.line  # noqa: B018 # it is a property
    assert attrs.evolve(FOUND, span=Span(4, 5), lines=LineMap("one\ntwo")).line == 2


def test_a_pickled_diagnostic_keeps_its_place_and_not_the_text() -> None:
    """Pickles are as small for a long note as for a short one, and line and column survive; so they do in copies."""
    long = check(TEXT + "\nMet the CIO." * 10_000, select=["choice-not-in-list"]).diagnostics[0]
    assert len(pickle.dumps(long)) < 1_000
    for same in (pickle.loads(pickle.dumps(long)), copy.deepcopy(long), copy.copy(long)):
        assert same == long
        assert same.position == long.position
    assert pickle.loads(pickle.dumps(FOUND)) == FOUND
    with pytest.raises(ValueError, match="pickled without its text"):
        attrs.evolve(copy.copy(long), span=Span(0, 1)).line  # noqa: B018 # it is a property
