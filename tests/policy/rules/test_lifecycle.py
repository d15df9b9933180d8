"""Rules about lifecycle notes, next actions and dates (FT5)."""

from __future__ import annotations

import datetime
import re

import pytest
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


def test_technical_updates_of_one_workload() -> None:
    """A technical sentence about one workload is reported once; one about none or several is not."""
    for text, expected in (
        ("Met the CIO. The cutover of Exchange Online is planned. The migration of Teams runs.\n", ["cutover"]),
        ("The cutover is planned. Exchange Online is liked.\n", []),
        ("Exchange Online and Teams: the migration runs.\n", []),
        ("Ana likes Exchange Online.\n", []),
        ("The migration to EXOTIC runs.\n", []),
    ):
        report = check(text, context=OVERALL, select=("FT506",))
        assert spoken(text, report) == expected
    assert [entry.needs for entry in report_of(DONE, "FT506").not_evaluated] == [("note-type",)]


@pytest.mark.parametrize(
    ("context", "needs"),
    [
        ({}, ("role", "priority")),
        ({"role": "FM"}, ("priority",)),
        ({"priority": "High"}, ("role",)),
        ({"role": "FM", "priority": "Medium"}, None),
    ],
)
def test_summaries_by_role_and_priority(context: dict[str, object], needs: tuple[str, ...] | None) -> None:
    """A missing role or priority is reported as missing context; the blank template is also a summary."""
    for text in (f"{TITLE}- DESCRIBE THE CUSTOMER: x\n", f"{TITLE}- DESCRIBE THE CUSTOMER:\n"):
        report = report_of(text, "FT507", **context)
        assert not report
        assert [entry.needs for entry in report.not_evaluated] == ([needs] if needs else [])
        assert codes(report_of(text, "FT507", **{**context, "role": "Gateway Manager"})) == ["FT507"]
        assert codes(report_of(text, "FT507", **{**context, "priority": "Low"})) == ["FT507"]
    assert report_of("Met the CIO.\n", "FT507") == Report()


def test_an_edition_without_roles_for_summaries_allows_all() -> None:
    """An edition that does not name roles for summaries has no violation."""
    playbook = Playbook.load("2019-09")
    report = check(f"{TITLE}- DESCRIBE THE CUSTOMER: x\n", playbook=playbook, select=("FT507",))
    assert report.not_evaluated == () or playbook.summaries.roles


def test_the_first_open_escalation_is_reported() -> None:
    """Settled escalations and notes of another type have no violation."""
    text = "The outage was resolved. The rollout is blocked by licences. Escalated to the RM.\n"
    assert spoken(text, report_of(text, "FT508")) == ["Escalated"]
    assert not report_of("The outage was resolved.\n", "FT508")
    assert not report_of(text, "FT508", note_type="Service Intent")
    assert codes(report_of(f"{TITLE}- REQUESTS FOR SUPPORT: {text}", "FT508", note_type="Service Intent")) == ["FT508"]
    assert not report_of("", "FT508")


@pytest.mark.parametrize(
    ("text", "is_reported"),
    [
        ("The CIO has escalated the delay to our LT.", True),
        ("A critsit is open, and a showstopper in the network.", True),
        ("They moved into a hall with escalators.", False),
        ("There are network capacity issues.", False),
        ("The CIO has escalated the delay. See Risks Box for details.", False),
        ("Der CIO hat die Sache eskaliert.", True),
        ("Der CIO hat die Sache eskaliert; sie steht im Risikofeld.", False),
    ],
)
def test_only_plain_escalations_are_reported(text: str, is_reported: bool) -> None:
    """Words that begin alike, everyday issues, and what the Risks box already has are left alone."""
    assert codes(report_of(text, "FT508")) == ["FT508"] * is_reported


@pytest.mark.parametrize(
    ("text", "is_reported"),
    [
        ("Kickoff for the enrolment in Intune was held with 12 people.", False),
        ("Workshop on the migration to Exchange Online planned for May.", False),
        ("In the call with Ana: batch 7 of the migration to EXO fails with an exception.", True),
        ("Mailbox batch 7 fails with MapiExceptionTooManyBadItems.", True),
        ("Intune crashes on the tills.", True),
        ("The talks have failed.", False),
        ("The mailboxes are moving.", False),
    ],
)
def test_meetings_stay_and_failures_belong_elsewhere(text: str, is_reported: bool) -> None:
    """A meeting about a workload is news of the customer; a failure is a technical update, also of no named workload."""
    assert codes(report_of(text, "FT506", note_type="overall-status")) == ["FT506"] * is_reported


@pytest.mark.parametrize(
    ("context", "message"),
    [
        (Context(role="MVM"), '"MVM"'),
        (Context(role="sme"), '"SME"'),
        (Context(role="technical-expert"), '"FE"'),
        (Context(role="FM", priority="Low"), "unless the summary was requested"),
        (Context(role="FM", priority="Low", requested=False), "Write a lifecycle note."),
        (Context(role="FM", priority="Low", requested=True), ""),
        (Context(role="FM", requested=True), ""),
        (Context(role="FTA", note_type="Enterprise Status", priority="Low"), ""),
        (Context(role="FTA", priority="Low"), ""),
    ],
)
def test_a_summary_is_written_on_request_by_choice_or_as_required(context: Context, message: str) -> None:
    """The message names the role as given; a request, and the type of note that always has a summary, need no priority."""
    report = check(f"{TITLE}- DESCRIBE THE CUSTOMER: x\n", select=("FT507",), context=context)
    assert [message in one.message for one in report.diagnostics] == [True] * bool(message)
    assert report.not_evaluated == ()


def test_a_request_still_needs_the_role() -> None:
    """Who may write a summary depends on the role, also on request."""
    report = check(f"{TITLE}- DESCRIBE THE CUSTOMER: x\n", select=("FT507",), context=Context(requested=True))
    assert [rule.needs for rule in report.not_evaluated] == [("role",)]


def test_a_plain_failure_needs_no_type_of_note() -> None:
    """What fails is reported without the type of the note, which the message leaves open; other updates need the type."""
    report = report_of("Autopilot enrolment broke with 0x80180018.", "FT506")
    assert [one.message.partition(". ")[2] for one in report] == [
        "Unless this is a note about it, move it to its Entitlement Status note."
    ]
    assert [rule.needs for rule in report.not_evaluated] == [("note-type",)]
    assert not report_of("The migration to Exchange Online is running.", "FT506")


def test_a_comment_does_not_make_a_text_a_note() -> None:
    """The names of rules in it are no party of an engagement."""
    text = "See the page, and ask for #covenant.\n"
    assert "FT501" not in codes(check(text))
    assert "FT501" not in codes(check(text.replace(".", " <!-- ftnotes: ignore FT304 by the FM -->.")))
