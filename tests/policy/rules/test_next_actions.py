"""Rules about next actions and dates (FT501 to FT505)."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from helpers.playbooks import FORM, own
from helpers.policing import CODES, TITLE, codes, spoken

from ftnotes import Context, Playbook, Report, check

OVERALL = Context(note_type="Overall Status")
DONE = "Next action: send the plan. Date: 30 April 2020. Owner: Ana\n"


def report_of(text: str, *rules: str, **context: object) -> Report:
    return check(text, select=rules, context=Context(**context))  # type: ignore[arg-type]


@pytest.mark.parametrize("code", CODES)
def test_next_actions_in_all_languages(code: str) -> None:
    """A labelled action with date and owner has no violation in any language; without them, it has one for each."""
    lexicon = Playbook.load().words_of(code).actions
    text = f"{lexicon.what[0]}: Plan\n{lexicon.date[0]}: 2020-04-30\n{lexicon.owner[0]}: Ana\n"
    assert not report_of(text, "FT501", "FT502", "FT503")
    assert codes(report_of(f"{lexicon.what[0]}: Plan\n", "FT501", "FT502", "FT503")) == ["FT502", "FT503"]


def test_each_incomplete_action_is_reported() -> None:
    """Each of several actions has its own violation, at the words for the action."""
    text = "Next action: send the plan. Owner: Ana\nNext action: call Bob. Date: 30 April 2020\n"
    assert spoken(text, report_of(text, "FT502")) == ["send the plan"]
    assert spoken(text, report_of(text, "FT503")) == ["call Bob"]


@pytest.mark.parametrize(
    ("text", "undated"),
    [
        ("Ana will send the plan by 20.05.2020 and we will check it.", []),
        ("Ana will send the plan by 20 May 2020, then I will review it.", []),
        ("Ana will send the plan by 20 May 2020. We will check it.", ["check it"]),
        ("Ana will send the plan by 20 May 2020\nand we will check it.", []),
        ("Ana to send the plan by 20 May 2020\nBen to check it", ["check it"]),
        ("Ana will send the plan by 20 May 2020 and I will call Ben.", ["call Ben"]),
        ("Ana will send the plan and I will check it.", ["send the plan", "check it"]),
    ],
)
def test_a_task_about_the_one_before_it_needs_no_date(text: str, undated: list[str]) -> None:
    """In the same sentence, and if that one has a date."""
    assert spoken(text, report_of(text, "FT502")) == undated


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("Next action: call the CIO. Date: 30 April 2020. Owner: Ana\n", []),
        ("Next steps:\n- Ana calls the CIO by 30 April 2020\n", []),
        ("| Action | Owner | Due |\n|---|---|---|\n| call the CIO | Ana | 30 April 2020 |\n", []),
        ("Next action: call the CIO. Date: 30 April 2020. Owner: Ana\nNext action: Bo to call\n", ["FT502"]),
        ("Next action: call the CIO. Date: 30 April 2020\n", ["FT503", "FT503"]),
        ("Next action: call the CIO. Owner: Ana\n", ["FT503", "FT502"]),
    ],
)
def test_sentences_are_not_asked_beside_a_complete_action(listed: str, asked: list[str]) -> None:
    """A label, list or table says what is next; an incomplete one does not."""
    assert codes(report_of("Revisit in Q3.\n" + listed, "FT502", "FT503")) == asked


@pytest.mark.parametrize("rule", ["FT501", "FT502", "FT503", "FT506"])
def test_only_overall_status_notes_without_summary_are_checked_for_actions(rule: str) -> None:
    """Summaries, empty notes and notes of another type need no next action and belong nowhere else."""
    for text in ("", " \n---\n", f"{TITLE}- DESCRIBE THE CUSTOMER: x\n"):
        assert report_of(text, rule).diagnostics == ()
    text = "Exchange Online: the migration runs. Next action: check\n"
    assert report_of(text, rule, note_type="Service Intent") == Report()


def test_a_missing_action_is_reported_at_the_whole_note() -> None:
    """The span is the note without the whitespace around it."""
    text = "\n  Met the CIO.\nGood talk.\n\n"
    assert spoken(text, report_of(text, "FT501")) == ["Met the CIO.\nGood talk."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call on 4/5/2020.", ["4/5/2020"]),
        ("Call on 04-05-2020 and 5/4/20", ["04-05-2020", "5/4/20"]),
        ("Call on 5/5/2020 and 13/5/2020 and 5/13/2020 and 2020-04-05", []),
        ("4/5 of them, 10/12 sites, version 4.5", []),
        (f"{'x' * 100} due 4/5/2020 {'y' * 100}", ["4/5/2020"]),
        ("4/5/2020", ["4/5/2020"]),
        ("4/5/2020 or on April 30, 2020", ["4/5/2020"]),
        ("4/5/2020 or 13/5/2020", []),
        ("4/5/2020, 13/5/2020 or 5/14/2020", ["4/5/2020"]),
        ("seen Apr-20", ["Apr-20"]),
        (f"{'4/5/2020, ' * 30}", ["4/5/2020"] * 30),
        ("1/2/2020\r3/4/2020\r\n5/6/2020", ["1/2/2020", "3/4/2020", "5/6/2020"]),
    ],
)
def test_ambiguous_dates(text: str, expected: list[str]) -> None:
    """Dates with interchangeable day and month are reported anywhere; other numbers are not."""
    report = report_of(text, "FT504")
    assert spoken(text, report) == expected
    assert all(
        re.search(r"can be read as \d+ [A-Z][a-z]+( 20\d\d)? or (\d+ )?[A-Z][a-z]+( 20\d\d)?\.", one.message)
        for one in report.diagnostics
    )


def test_a_date_without_a_year_has_the_year_of_the_note() -> None:
    """Without the year and the date of the note, the message names the days without a year."""
    text = "Plan to be sent by 5/8.\n"
    assert "as 5 August or 8 May. Write" in report_of(text, "FT504").diagnostics[0].message
    diagnostic = report_of(text, "FT504", date=datetime.date(2020, 5, 1)).diagnostics[0]
    assert "as 5 August 2020 or 8 May 2020" in diagnostic.message
    for text, days in (("Ana to send it by 1/12.", ("2020", "2021")), ("Met on 1/12.", ("2019", "2020"))):
        (diagnostic,) = report_of(text, "FT504", date=datetime.date(2020, 5, 1)).diagnostics
        assert f"as 1 December {days[0]} or 12 January {days[1]}" in diagnostic.message


def test_the_language_can_decide_the_order_of_a_date() -> None:
    """In a German summary 03/04/2020 is 3 April, and in an English one beside it ambiguous."""
    german = "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- BESCHREIBUNG DES KUNDEN: Start 03/04/2020\n"
    assert not report_of(german, "FT504")
    assert not report_of(f"{german}\n{TITLE}- DESCRIBE THE CUSTOMER: x\n", "FT504")
    assert codes(report_of(f"{german}\n{TITLE}- DESCRIBE THE CUSTOMER: 03/04/2020\n", "FT504")) == ["FT504"]


@pytest.mark.parametrize(
    ("when", "day", "past"),
    [
        ("30 April 2020", datetime.date(2020, 5, 1), True),
        ("30 April 2020", datetime.date(2020, 4, 30), False),
        ("end of April 2020", datetime.date(2020, 4, 30), False),
        ("April 30", datetime.date(2020, 5, 8), True),
        ("February 8", datetime.date(2020, 5, 8), True),
        ("2 December", datetime.date(2020, 5, 8), False),
        ("12/2", datetime.date(2020, 5, 8), False),
        ("4/5/2020", datetime.date(2020, 4, 30), False),
        ("4/5/2020", datetime.date(2020, 5, 5), True),
    ],
)
def test_past_actions(when: str, day: datetime.date, past: bool) -> None:
    """An action is past if its last day is before the date of the note, in all readings of the date."""
    text = f"Next action: send the plan. Date: {when}. Owner: Ana\n"
    assert spoken(text, report_of(text, "FT505", date=day)) == ([when] if past else [])


def test_the_date_of_the_note_is_needed_for_dated_actions() -> None:
    """Only a lifecycle note with a dated action needs its own date."""
    assert [entry.needs for entry in report_of(DONE, "FT505").not_evaluated] == [("date",)]
    for text in ("Next action: send the plan\n", "Met the CIO.\n", f"{TITLE}- DESCRIBE THE CUSTOMER: {DONE}"):
        assert report_of(text, "FT505") == Report()


def test_a_comment_does_not_make_a_text_a_note() -> None:
    """The names of rules in it are no party of an engagement."""
    text = "See the page, and ask for #covenant.\n"
    assert "FT501" not in codes(check(text))
    assert "FT501" not in codes(check(text.replace(".", " <!-- ftnotes: ignore FT304 by the FM -->.")))


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ("Ana sends the plan by 4 May 2020", []),
        ("send the plan by 4 May 2020 (Ana)", []),
        ("None", []),
        ("No further action", []),
        ("send the plan", ["FT502", "FT503"]),
        ("Ana will send the plan", ["FT502"]),
        ("send the plan by 4 May 2020", ["FT503"]),
        ("", []),
    ],
)
def test_a_field_asks_for_the_date_and_owner_of_an_action(tmp_path: Path, steps: str, found: list[str]) -> None:
    """Its content is the action; fields that don't ask for these, or say that nothing is to be done, are left alone."""
    form = FORM.replace('asks = ["action", "date"]', 'asks = ["action", "date", "owner"]')
    text = f"**Status:** Red\n**Summary:** We met on 1 May 2020, and Bo will call.\n**Next steps:** {steps}\n"
    report = check(text, select=("FT501", "FT502", "FT503"), playbook=own(tmp_path, form))
    assert codes(report) == found
    assert all(one == steps for one in spoken(text, report))
    plain = FORM.replace(', asks = ["action", "date"]', "")
    assert not check(text, select=("FT501", "FT502", "FT503"), playbook=own(tmp_path, plain))
