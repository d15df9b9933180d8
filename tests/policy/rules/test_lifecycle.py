"""Rules about text that belongs elsewhere, and about who writes summaries (FT506 to FT508)."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import WHOLE, own, template_of
from helpers.policing import TITLE, codes, playbook_of, spoken

from ftnotes import RULES, Context, Playbook, Report, check

OVERALL = Context(note_type="Overall Status")
DONE = "Next action: send the plan. Date: 30 April 2020. Owner: Ana\n"


def report_of(text: str, *rules: str, **context: object) -> Report:
    return check(text, select=rules, context=Context(**context))  # type: ignore[arg-type]


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


OTHER = template_of('label = "Wins"', 'label = "Losses"', titles='"REVIEW"', key="review")


@pytest.mark.parametrize("value", ["escalated to engineering", ""])
@pytest.mark.parametrize(
    "context",
    [Context(role="Gateway Manager"), Context(role="FM", priority="Low"), Context(role="FM", note_type="Service Intent")],
)
def test_only_the_first_template_is_a_summary(tmp_path: Path, context: Context, value: str) -> None:
    """Nobody is asked to move, justify or repeat the text of a note of another template."""
    text = f"REVIEW\n- Wins: {value}\n- Losses: {value}\n"
    assert not check(text, context=context, select=("FT507", "FT508", "FT509"), playbook=playbook_of(tmp_path, OTHER))
    both = f"{text}\n{TITLE}- DESCRIBE THE CUSTOMER: Contoso\n"
    report = check(both, context=context, select=("FT507", "FT509"), playbook=playbook_of(tmp_path, OTHER))
    assert spoken(both, report) == ["EXEC SUMMARY"]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("FT506", "That place is its Entitlement Status note"),
        (
            "FT507",
            "The roles that write summaries: FastTrack Manager and FastTrack Architect. The priorities of customers: High",
        ),
        ("FT508", "That place is the Risks box"),
    ],
)
def test_the_reason_has_the_places_and_writers_of_the_playbook(tmp_path: Path, code: str, told: str) -> None:
    """A playbook that names none adds nothing."""
    (rule,) = (rule for rule in RULES if rule.code == code)
    assert told in rule.reason(Playbook.load())
    assert rule.reason(own(tmp_path, WHOLE)) == rule.rationale
