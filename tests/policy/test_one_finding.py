"""One slip, one finding: violations that others explain are not reported, and those that belong together are one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from helpers.drawing import CODES, EDITIONS
from helpers.policing import codes, language_of, make
from helpers.slips import slips
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Context, Playbook, Severity, Span, check
from ftnotes.policy import RULES, Violation
from ftnotes.policy.diagnostics import Fix
from ftnotes.policy.note_view import NoteView
from ftnotes.policy.rule import Joining, Part
from ftnotes.text.edits import Edit

HERE, THERE = Span(0, 1), Span(2, 3)
LINE = Part("line", HERE)
OTHER = Part("tag", HERE)
JOINING = Joining("{} is odd.", "{} are odd.")


@given(st.data(), st.sampled_from(EDITIONS), st.sampled_from(CODES))
def test_a_slip_has_one_finding(data: st.DataObject, playbook: Playbook, code: str) -> None:
    """At most one finding says what a person mistyped in one place of a tidy summary, whatever it was."""
    slip = data.draw(slips(playbook, language_of(playbook, code)))
    found = check(slip.text, playbook=playbook).diagnostics
    assert len(found) <= 1, (slip, [f"{one.code} {one.message}" for one in found])


@given(st.data(), st.sampled_from(CODES))
def test_an_explanation_never_hides_all_findings(data: st.DataObject, code: str) -> None:
    """Where rules report something one by one, all of them together report something."""
    slip = data.draw(slips(EDITIONS[1], language_of(EDITIONS[1], code)))
    alone = [code for rule in RULES for code in codes(check(slip.text, playbook=EDITIONS[1], rules=[rule]))]
    together = codes(check(slip.text, playbook=EDITIONS[1]))
    assert bool(alone) == bool(together)
    assert set(together) <= set(alone)


def reports(*violations: Violation, code: str = "AB100") -> list[str]:
    """Check with a rule that yields these violations, and one that explains `LINE`; return the messages."""

    def found(view: NoteView, context: Context) -> Iterator[Violation]:
        yield from violations

    def explaining(view: NoteView, context: Context) -> Iterator[Violation]:
        yield Violation("explains", THERE, explains=(LINE,))

    return [one.message for one in check("a b", rules=(make(code, found), make("AB200", explaining))).diagnostics]


@pytest.mark.parametrize(
    ("about", "is_reported"),
    [
        ((), True),
        ((LINE,), False),
        ((Part("line", THERE),), True),
        ((Part("tag", HERE),), True),
        ((LINE, Part("tag", HERE)), True),
    ],
)
def test_only_what_is_wholly_explained_is_left_out(about: tuple[Part, ...], is_reported: bool) -> None:
    """A violation is reported unless others explain all parts that it is about."""
    assert reports(Violation("weak", HERE, about=about)) == ["weak", "explains"][not is_reported :]


def test_what_explains_is_a_matter_of_the_rules_that_run() -> None:
    """If the explaining rule doesn't run, the other one reports."""
    text = "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Contoso\n- REQUIRES FOR SUPORT: None\n"
    every, without = check(text), check(text, ignore=["FT108"])
    assert '"REQUESTS FOR SUPPORT"' not in next(one.message for one in every if one.code == "FT103")
    assert '"REQUESTS FOR SUPPORT"' in next(one.message for one in without if one.code == "FT103")


def one_of(item: str, *, scope: Span = HERE, edit: Edit | None = None, severity: Severity | None = None) -> Violation:
    fixes = (Fix("write", (edit,), safe=edit.text != "unsafe"),) if edit else ()
    return Violation.one_of(JOINING, scope, item, HERE, fixes, severity=severity)


def test_violations_of_a_scope_are_one() -> None:
    """Each scope has one violation, which lists each item once."""
    assert reports(one_of("a"), one_of("b"), one_of("a"), one_of("c", scope=THERE))[:2] == ["a and b are odd.", "c is odd."]


def test_joined_violations_have_the_highest_severity_and_all_edits() -> None:
    """The fix of joined violations makes all edits, and is safe if each of them is."""
    first, second = Edit(HERE, "x"), Edit(THERE, "unsafe")

    def found(view: NoteView, context: Context) -> Iterator[Violation]:
        yield one_of("a", edit=first, severity=Severity.INFORMATION)
        yield one_of("b", edit=second)

    (diagnostic,) = check("a b", rules=(make("AB100", found),)).diagnostics
    assert diagnostic.severity == make("AB100", found).severity
    assert diagnostic.fixes == (Fix("write", (first, second), safe=False),)


def test_violations_with_one_edit_make_it_once() -> None:
    """Edits that several violations share are one edit of the fix."""
    shared = Edit(HERE, "x")
    rule = make("AB100", lambda view, context: iter((one_of("a", edit=shared), one_of("b", edit=Edit(HERE, "x")))))
    assert check("a b", rules=(rule,)).diagnostics[0].fixes == (Fix("write", (shared,), safe=True),)
