"""Fixes in summaries that are a guess."""

from __future__ import annotations

import attrs
import pytest

from ftnotes import Diagnostic, Fix, Severity, Span, check, fix, parse
from ftnotes.policy.guesses import with_guesses
from ftnotes.text.edits import Edit

GUESS = "Exec Summary - May\n- Status: reactive\n- Progress: not deployed\n- EXO exchange online: {}\n\n# between\n\n"
TEXT = GUESS.format("first") + "EXEC SUMMARY\n- REQUESTS FOR SUPPORT: second\n\n# between\n\n" + GUESS.format("late")


@pytest.mark.parametrize(
    ("old", "is_guess"), [("first", True), ("reactive", True), ("second", False), ("between", False), ("late", True)]
)
def test_a_fix_in_a_guess_is_recognized(old: str, is_guess: bool) -> None:
    """Of several summaries only those without a full label are guesses; their ends count, too."""
    at = TEXT.index(old)
    safe = Fix("x", (Edit(Span(at, at + 1), "x"),), safe=True)
    found = Diagnostic("X1", "x", "x", Severity.ERROR, Span(at, at), (safe, attrs.evolve(safe, of_characters=True)))
    (marked,) = with_guesses([found], parse(TEXT))
    assert [one.in_guess for one in marked.fixes] == [is_guess, False]


def test_a_check_promises_no_fix_of_a_guess() -> None:
    """What can be fixed, as a report counts it, is what `fix` fixes."""
    guess = "Exec Summary\n- Status: reactive\n- Progress: not deployed\n- Asks: none\n"
    report = check(guess)
    assert any(diagnostic.fixes for diagnostic in report)
    assert all(one.in_guess for diagnostic in report for one in diagnostic.fixes)
    assert not fix(guess, unsafe=True).changed
    assert "Can be fixed" not in str(report)
    surer = guess.replace("Asks", "REQUESTS FOR SUPPORT")
    assert "Can be fixed" in str(check(surer))
    assert fix(surer, unsafe=True).changed
