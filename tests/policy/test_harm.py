"""The harm that fixes can do, and the lines that it is traced to."""

from __future__ import annotations

from functools import partial

import pytest
from helpers.policing import make

from ftnotes import Diagnostic, Severity, Span, check, parse
from ftnotes.policy import Violation
from ftnotes.policy.diagnostics import Fix
from ftnotes.policy.fix_result import Applied
from ftnotes.policy.harm import CHANGES_MEANING, LOSES, CheckedNote, Harm, harm, rewords
from ftnotes.text.edits import Edit, apply_edits
from ftnotes.writing.meaning import Known

NOTE = (
    "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: one #covid\n- REQUESTS FOR SUPPORT: two\n  and three\n- RISKS: four\n"
    "\nfive <!-- x -->\n"
)
#: A rule against a word.
NO_NINE = make("AB100", lambda view, *_: [Violation("m", Span(at, at + 4)) for at in [view.text.find("nine")] if at >= 0])


def applied(old: str, new: str, safe: bool = True) -> Applied:
    """A fix that writes something in place of the first ``old`` of the note."""
    span = Span(NOTE.index(old), NOTE.index(old) + len(old))
    found = Diagnostic("AB200", "x", "m", Severity.WARNING, Span(0, 4))
    return Applied(found, Fix("write it", (Edit(span, new),), safe), NOTE)


def harm_of(*fixes: Applied) -> Harm | None:
    text = apply_edits(NOTE, [edit for one in fixes for edit in one.fix.edits])
    before, after = (CheckedNote(parse(each), partial(check, rules=(NO_NINE,))) for each in (NOTE, text))
    return harm(before, after, fixes)


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("one", "six", {2}),
        ("three", "six", {3, 4}),
        ("  and", "\n  and", {3, 4}),
        ("four", "4", {5, 6}),
        ("five", "six", {7, 8}),
        ("- RISKS", "  - RISKS", {3, 4, 5, 6}),
    ],
)
def test_another_meaning_is_traced_to_its_lines(old: str, new: str, lines: set[int]) -> None:
    """A part that says something else damages its lines, up to the next part."""
    assert harm_of(applied(old, new)) == Harm(CHANGES_MEANING, lines)
    assert harm_of(applied(old, new), applied("SUPPORT:", "support :")) == Harm(CHANGES_MEANING, lines)


def test_a_new_diagnostic_is_traced_to_its_line() -> None:
    """It is found although a fix above has moved it."""
    found = harm_of(applied("three", "nine", safe=False), applied("EXEC", "Exec\n"))
    assert found == Harm("it would cause AB100", {4})


def test_decoration_is_no_harm() -> None:
    """Spelling of labels and spaces may change; an unsafe fix may change words, but no hashtag or comment goes."""
    assert harm_of(applied("REQUESTS FOR", "Requests  for")) is None
    assert harm_of(applied("one", "six", safe=False)) is None
    assert harm_of(applied("one #covid", "six", safe=False)) == Harm(LOSES, set())
    assert harm_of(applied(" <!-- x -->", "", safe=False)) == Harm(LOSES, set())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("one", "six", True),
        ("one", "on e", True),
        ("five", "five.", True),
        ("  and", "   and", False),
        (" two", "\ttwo", False),
    ],
)
def test_rewording_is_seen_around_an_edit(old: str, new: str, expected: bool) -> None:
    """A change of words or punctuation shows, one of spaces doesn't."""
    known: Known = {}
    assert [rewords(applied(old, new), known) for _ in range(2)] == [expected, expected]
