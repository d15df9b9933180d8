"""Comments that silence rules: their scope, and the diagnostics about comments."""

from __future__ import annotations

import time
from functools import partial

import pytest
from helpers.linearity import LINEAR, growth
from helpers.playbooks import words_in
from helpers.policing import CODES, TITLE, codes, make, spoken

from ftnotes import Playbook, Report, Span, check
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
        f"{STATUS}{IGNORE}\n",
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
    """A comment in the title, in or between bullets, or directly above silences the diagnostic and causes no other."""
    assert judged(text) == Report()
    assert codes(judged(text.replace("ftnotes", "notes"))) == ["FT201"]


def test_a_comment_speaks_of_its_own_summary_alone() -> None:
    """It has no effect on another summary, nor from above an empty line."""
    text = f"{STATUS}- RISKS: {IGNORE}\n\n{STATUS}"
    assert [found.span.start for found in judged(text).diagnostics] == [text.rindex("Holding")]
    assert codes(judged(f"{IGNORE}\n\n{STATUS}")) == ["FT001", "FT201"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_outside_of_summaries_a_comment_speaks_of_its_paragraph(line_end: str) -> None:
    """A paragraph ends at an empty line, even with quote marks; other paragraphs are not affected."""
    here = comment("ignore FT303 as they write it")
    lines = ["A call #covid19", f"and another #covdi {here}", " ", "Then #covid19.", ">", f"Then #covid2. {here}", ""]
    text = line_end.join(lines)
    report = judged(text)
    assert spoken(text, report) == ["#covid19"]
    assert report.diagnostics[0].span.start == text.rindex("#covid19")


def test_a_paragraph_may_reach_from_prose_into_no_summary_that_it_does_not_touch() -> None:
    """A comment in the paragraph after a summary is about that paragraph."""
    text = f"{STATUS}\n# More\nA call #covid19 {comment('ignore FT303, FT201 as they write it')}\n"
    assert codes(judged(text)) == ["FT201", "FT001"]


def test_rules_of_ones_own_are_silenced_by_their_names() -> None:
    """A comment can name any rule given to the check, and any rule of the library."""
    mine = make("AB100", lambda *_: iter((Violation("a", Span(0, 1)), Violation("b", Span(1, 1)))), "my-own")
    text = f"A call with the customer. {comment('ignore AB100, FT501 as agreed')}\n"
    assert check(text, rules=(*RULES, mine), select=("AB100", "FT501", "FT0")) == Report()
    assert check(text, rules=(mine,)) == Report()
    assert codes(check(text, rules=RULES, select=("FT501", "FT0"))) == ["FT002"]


@pytest.mark.parametrize("code", CODES)
def test_comments_change_nothing_else(code: str) -> None:
    """A comment in a summary of any language silences one rule and leaves the others."""
    language = next(one for one in Playbook.load().languages if one.code == code)
    text = f"**{words_in(language).titles[0]}**\n- {words_in(language).labels['engagement-status'][0]}: ???\n"
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
    """Four times as many comments and diagnostics take at most five times as long."""
    assert growth(lambda count: partial(judged, f"EXEC SUMMARY\n{piece * count}"), 1000) < LINEAR


def test_many_comments_take_seconds() -> None:
    """Thousands of comments that silence something take seconds, in one summary or in one each."""
    for piece in (f"#covid19 {IGNORE.replace('201', '303')}\n\n", f"#covid19 {IGNORE.replace('201', '303')} "):
        start = time.process_time()
        assert check(piece * 20_000, select=("FT303", "FT0")) == Report()
        assert time.process_time() - start < 8
