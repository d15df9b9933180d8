"""Rules about comments that silence rules (FT001, FT002)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from helpers.policing import codes, fixed, make

from ftnotes import Context, Report, Severity, check, fix
from ftnotes.policy import RULES, Violation

STATUS = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Holding\n"
ONLY = ("FT201", "FT303", "FT0")


def judged(text: str, select: tuple[str, ...] = ONLY) -> Report:
    return check(text, select=select)


def comment(instruction: str) -> str:
    return f"<!-- ftnotes: {instruction} -->"


IGNORE = comment("ignore FT201 he says so")


def test_an_unused_comment_can_be_removed() -> None:
    """An unused comment is removed with its line if it is alone there, or else with the whitespace before it."""
    for before, after in (
        (f"EXEC SUMMARY  {IGNORE}\n- RISKS: x\n", "EXEC SUMMARY\n- RISKS: x\n"),
        (f"A call.\r\n {IGNORE}\r\nBye.", "A call.\r\nBye."),
        (f"A call.\r{IGNORE}\rBye.", "A call.\rBye."),
        (f"A call.\n{IGNORE}", "A call.\n"),
        (IGNORE, ""),
        (f"{IGNORE} A call.\n", "A call.\n"),
    ):
        report = judged(before)
        assert codes(report) == ["FT001"]
        assert report.diagnostics[0].severity is Severity.WARNING
        assert fixed(before, report.diagnostics[0]) == after
        assert fix(before, select=ONLY).text == after


def test_each_unused_rule_of_a_comment_is_reported() -> None:
    """A comment for several rules has no fix; the message names an unused one."""
    text = f"{STATUS}- RISKS: {comment('ignore FT201, FT303 he says so')}\n"
    report = judged(text)
    assert codes(report) == ["FT001"]
    assert "violates FT303, which this comment silences. Remove the name." in report.diagnostics[0].message
    assert report.diagnostics[0].fixes == ()


def test_a_start_of_codes_is_used_if_one_of_its_rules_is() -> None:
    """``FT2`` silences all rules about choices, and is used if one of them reports something."""
    assert judged(f"{STATUS}- RISKS: {comment('ignore FT2 he says so')}\n", ("FT2", "FT0")) == Report()


def test_a_rule_that_did_not_run_is_not_unused() -> None:
    """If only some rules run, comments for the others are not unused."""
    text = f"EXEC SUMMARY {comment('ignore FT201 he says so')}\n- DESCRIBE THE CUSTOMER: x\n"
    assert check(text, select=("FT303", "FT0")) == Report()
    assert codes(check(text, select=("FT201", "FT0"))) == ["FT001"]
    assert check(text, select=("FT201",)) == Report()  # the rule about comments doesn't run itself
    assert check(text, ignore=("FT001", "FT1", "FT507")).diagnostics == ()


def test_a_rule_without_its_context_or_that_failed_is_not_unused() -> None:
    """It could not tell whether the comment is needed, so the comment stays."""
    text = f"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Reactive #covid {comment('ignore FT301 we know')}\n"
    assert check(text, select=("FT301", "FT0")).diagnostics == ()
    known = Context(role="fasttrack-manager", note_type="overall-status", intent="deploying")
    assert codes(check(text, context=known, select=("FT301", "FT0"))) == ["FT001"]

    def fails(*_: object) -> Iterator[Violation]:
        raise KeyError("lost")

    broken = make("AB100", fails)
    text = f"A call. {comment('ignore AB100 he says so')}\n"
    assert codes(check(text, rules=(*RULES, broken), select=("AB100", "FT0"))) == ["FT000"]


@pytest.mark.parametrize(
    ("instruction", "message"),
    [
        ("ignore FT201", 'silences "FT201" without a reason'),
        ("ignore FT201 -- ", 'silences "FT201" without a reason'),
        ("ignore FT201, FT303", 'silences "FT201" and "FT303" without a reason'),
        ("ignore", "names no rule"),
        ("ignore: ", "names no rule"),
        ("ignored FT201 x", "names no rule"),
        ("be quiet", "names no rule"),
        ("", "names no rule"),
    ],
)
def test_a_comment_needs_a_rule_and_a_reason(instruction: str, message: str) -> None:
    """The message asks for the rule or the reason that the comment lacks."""
    text = f"{STATUS}- RISKS: #covid19 {comment(instruction)}\n"
    (found,) = [one for one in judged(text).diagnostics if one.code == "FT002"]
    assert message in found.message
    assert "<!-- ftnotes: ignore CODE reason -->" in found.message
    assert found.span.text(text) == comment(instruction)


@pytest.mark.parametrize("name", ["FT999", "FT001", "FT002", "no-such-rule", "everything"])
def test_a_comment_for_an_unknown_rule_silences_nothing(name: str) -> None:
    """Unknown codes and the rules about comments can't be silenced, and are reported."""
    text = f"{STATUS}- RISKS: {comment(f'ignore {name} I want it')}\n"
    report = judged(text)
    assert codes(report) == ["FT201", "FT002"]
    assert f'"{name}" is not a rule that a comment can silence' in report.diagnostics[1].message
    assert codes(judged(text, ("FT201", "FT001"))) == ["FT201"]


@pytest.mark.parametrize("text", ["<!-- ftnotes: ignore FT201", "<!-- ftnotesx: ignore FT201 x -->", "<!-- ignore FT201 x -->"])
def test_other_comments_are_left_alone(text: str) -> None:
    """A comment that is not closed, or not for this library, silences nothing and is not reported."""
    assert codes(judged(f"{STATUS}- RISKS: {text}\n")) == ["FT201"]


def test_rules_about_comments_can_be_selected() -> None:
    """Rules about comments are selected like any others."""
    text = f"A call. {comment('ignore FT201')}\n"
    assert set(codes(check(text, select=("FT0",)))) == {"FT002"}
    assert codes(check(text, select=("FT002", "FT201"))) == ["FT002"]
    unknown = f"A call. {comment('ignore FT999 a reason')}\n"
    assert codes(check(unknown, select=("FT0",))) == ["FT002"]
    assert codes(check(unknown, select=("FT001",))) == []
