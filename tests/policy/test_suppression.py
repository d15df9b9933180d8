"""Comments that silence rules: where they count, and what is said of the comments themselves."""

from __future__ import annotations

import time
from functools import partial

import pytest
from helpers.linearity import LINEAR, growth
from helpers.policing import CODES, TITLE, codes, make, mended, spoken

from ftnotes import Playbook, Report, Severity, Span, check, fix
from ftnotes.policy import RULES, Violation

STATUS = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Holding\n"
ONLY = ("FT201", "FT303", "FT0")


def judged(text: str, select: tuple[str, ...] = ONLY) -> Report:
    return check(text, select=select)


def comment(said: str) -> str:
    return f"<!-- ftnotes: {said} -->"


IGNORE = comment("ignore FT201 he says so")

# ---- where they count


@pytest.mark.parametrize(
    "text",
    [
        f"EXEC SUMMARY {IGNORE}\n- STATUS OF THE ENGAGEMENT: Holding\n",
        f"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Holding {IGNORE}\n",
        f"EXEC SUMMARY\n{IGNORE}\n- STATUS OF THE ENGAGEMENT: Holding\n- RISKS: x\n",
        f"{STATUS}- RISKS: x\n  {IGNORE}\n",
        f"{IGNORE}\n{STATUS}",
        f"A call.\r\n{IGNORE}\r\n{STATUS}".replace("\r\n", "\n"),
        f"{IGNORE}\r\n{STATUS}".replace("\r\n", "\r").replace("\n", "\r"),
        f"> EXEC SUMMARY {IGNORE}\n> - STATUS OF THE ENGAGEMENT: Holding\n",
        f"{STATUS}- RISKS: {comment('ignore FT103, FT201 he says so')}\n",
        f"{STATUS}- RISKS: {comment('ignore choice-not-in-list: he says so')}\n",
        f"{STATUS}- RISKS: {comment('ignore FT2 he says so')}\n",
        f"{STATUS}- RISKS: <!--ftnotes:ignore: ft201 - he says so-->\n",
        f"{STATUS}- RISKS: <!-- ftnotes: ignore FT201\n  he says so -->\n",
    ],
)
def test_a_comment_silences_a_rule_in_its_summary(text: str) -> None:
    """In the title, in any bullet, between them, and directly above: the finding is gone, and nothing else is said."""
    assert judged(text) == Report()
    assert codes(judged(text.replace("ftnotes", "notes"))) == ["FT201"]


def test_a_comment_speaks_of_its_own_summary_alone() -> None:
    """Another summary, and a comment a blank line above, are not meant."""
    text = f"{STATUS}- RISKS: {IGNORE}\n\n{STATUS}"
    assert [found.span.start for found in judged(text).diagnostics] == [text.rindex("Holding")]
    assert codes(judged(f"{IGNORE}\n\n{STATUS}")) == ["FT001", "FT201"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_outside_of_summaries_a_comment_speaks_of_its_paragraph(line_end: str) -> None:
    """A paragraph ends at a blank line, of quote marks too; what stands in another one is still found."""
    here = comment("ignore FT303 as they write it")
    lines = ["A call #covid19", f"and another #covdi {here}", " ", "Then #covid19.", ">", f"Then #covid2. {here}", ""]
    text = line_end.join(lines)
    report = judged(text)
    assert spoken(text, report) == ["#covid19"]
    assert report.diagnostics[0].span.start == text.rindex("#covid19")


def test_a_paragraph_may_reach_from_prose_into_no_summary_that_it_does_not_touch() -> None:
    """A comment in the paragraph behind a summary speaks of that paragraph."""
    text = f"{STATUS}\n# More\nA call #covid19 {comment('ignore FT303, FT201 as they write it')}\n"
    assert codes(judged(text)) == ["FT201", "FT001"]


# ---- what is said of comments


def test_an_unused_comment_is_told_of_and_can_be_taken_out() -> None:
    """A comment that silences nothing is told of; alone on its line it goes with the line, else with the blanks before it."""
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
        assert mended(before, report.diagnostics[0]) == after
        assert fix(before, select=ONLY).text == after


def test_of_several_rules_each_unused_one_is_told_of() -> None:
    """A comment for several rules stays where one of them is needed; those that are not are named."""
    text = f"{STATUS}- RISKS: {comment('ignore FT201, FT303 he says so')}\n"
    report = judged(text)
    assert codes(report) == ["FT001"]
    assert "violates FT303, which this comment silences. Remove the name." in report.diagnostics[0].message
    assert report.diagnostics[0].fixes == ()


def test_a_start_of_codes_is_used_where_one_of_its_rules_is() -> None:
    """``FT2`` silences all about choices, and is of use where one of them is found."""
    assert judged(f"{STATUS}- RISKS: {comment('ignore FT2 he says so')}\n", ("FT2", "FT0")) == Report()


def test_a_rule_that_did_not_run_is_not_unused() -> None:
    """Where only some rules run, comments for the others are left in peace."""
    text = f"EXEC SUMMARY {comment('ignore FT201 he says so')}\n- RISKS: x\n"
    assert check(text, select=("FT303", "FT0")) == Report()
    assert codes(check(text, select=("FT201", "FT0"))) == ["FT001"]
    assert check(text, select=("FT201",)) == Report()  # the rule about comments doesn't run itself
    assert check(text, ignore=("FT001", "FT1", "FT507")).diagnostics == ()


@pytest.mark.parametrize(
    ("said", "message"),
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
def test_a_comment_without_rule_or_reason_is_told_of(said: str, message: str) -> None:
    """It says what it silences and why, or else that is asked for."""
    text = f"{STATUS}- RISKS: #covid19 {comment(said)}\n"
    (found,) = [one for one in judged(text).diagnostics if one.code == "FT002"]
    assert message in found.message
    assert "<!-- ftnotes: ignore CODE reason -->" in found.message
    assert found.span.text(text) == comment(said)


@pytest.mark.parametrize("said", ["FT999", "FT001", "FT002", "no-such-rule", "everything"])
def test_a_comment_for_no_rule_silences_nothing(said: str) -> None:
    """An unknown code, and the rules about comments themselves, can't be silenced; the comment says so."""
    text = f"{STATUS}- RISKS: {comment(f'ignore {said} I want it')}\n"
    report = judged(text)
    assert codes(report) == ["FT201", "FT002"]
    assert f'"{said}" is not a rule that a comment can silence' in report.diagnostics[1].message


@pytest.mark.parametrize("text", ["<!-- ftnotes: ignore FT201", "<!-- ftnotesx: ignore FT201 x -->", "<!-- ignore FT201 x -->"])
def test_what_is_no_comment_of_ours_is_left_alone(text: str) -> None:
    """A comment that is not closed, or not addressed to this library, silences nothing and is not told of."""
    assert codes(judged(f"{STATUS}- RISKS: {text}\n")) == ["FT201"]


def test_severities_of_comments_can_be_set() -> None:
    """What is said of comments is selected like any rule."""
    text = f"A call. {comment('ignore FT201')}\n"
    assert set(codes(check(text, select=("FT0",)))) == {"FT002"}
    assert codes(check(text, select=("FT002", "FT201"))) == ["FT002"]


def test_rules_of_ones_own_are_silenced_by_their_names() -> None:
    """A comment may name any rule that is given to the check, and any of the library's."""
    mine = make("AB100", lambda *_: iter((Violation("a", Span(0, 1)), Violation("b", Span(1, 1)))), "my-own")
    text = f"A call. {comment('ignore AB100, FT501 as agreed')}\n"
    assert check(text, rules=(*RULES, mine), select=("AB100", "FT501", "FT0")) == Report()
    assert check(text, rules=(mine,)) == Report()
    assert codes(check(text, rules=RULES, select=("FT501", "FT0"))) == ["FT002"]


@pytest.mark.parametrize("code", CODES)
def test_comments_change_nothing_else(code: str) -> None:
    """A comment in a summary of any language silences its finding and leaves those of other rules as they were."""
    language = next(one for one in Playbook.load().languages if one.code == code)
    text = f"**{language.titles[0]}**\n- {language.labels['engagement-status'][0]}: ???\n"
    before = check(text)
    after = check(text.replace("**\n", f"** {comment('ignore FT201 ok')}\n"))
    assert [code for code in codes(before) if code != "FT201"] == codes(after)
    assert before.not_evaluated == after.not_evaluated


# ---- many of them


@pytest.mark.parametrize(
    "piece",
    [
        f"A call. {comment('ignore FT201, FT303 x')}\n",
        f"#covid19 {comment('ignore FT303 x')}\n\n",
        "- STATUS OF THE ENGAGEMENT: x <!-- ftnotes: ignore FT201 x -->\n",
        f"{TITLE}- STATUS OF THE ENGAGEMENT: x {comment('ignore FT201 x')}\n\n",
        "<!-- ftnotes: ",
        "<!-- ftnotes: ignore " + "x" * 30,
        f"{comment('ignore a, b, c')} ",
    ],
)
def test_time_grows_with_the_number_of_comments(piece: str) -> None:
    """Four times as many comments and findings take at most five times as long."""
    assert growth(lambda count: partial(judged, f"EXEC SUMMARY\n{piece * count}"), 1000) < LINEAR


def test_twenty_thousand_comments_and_findings() -> None:
    """So many comments, each with what it silences, are done with in some seconds, all in one summary or each for itself."""
    for piece in (f"#covid19 {IGNORE.replace('201', '303')}\n\n", f"#covid19 {IGNORE.replace('201', '303')} "):
        start = time.process_time()
        assert check(piece * 20_000, select=("FT303", "FT0")) == Report()
        assert time.process_time() - start < 8
