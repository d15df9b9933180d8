"""Rules about choices that the rest of a summary, or the intent, contradicts (FT205, FT206)."""

from __future__ import annotations

import pytest
from helpers.policing import HEAD, TITLE, codes

from ftnotes import Context, Severity, check

STATUS = f"{TITLE}- STATUS OF THE ENGAGEMENT: "
RELATION = "- OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM: "


@pytest.mark.parametrize(
    ("progress", "update", "says"),
    [
        ("Fully Deployed", "still planned for June", "still planned"),
        ("Fully Deployed", "not started", "not started"),
        ("Not Deployed", "went live in March", "went live"),
        ("Fully Deployed", "no pilots any more", None),
        ("Fully Deployed", "went live in March", None),
        ("Mostly", "not started", None),
        ("Fully Deployed", "#pilot", None),
    ],
)
def test_workloads_can_contradict_the_progress(progress: str, update: str, says: str | None) -> None:
    """The first words of a workload that contradict the progress are the evidence."""
    text = (
        f"EXEC SUMMARY\n- M365 DEPLOYMENT PROGRESS: {progress}\n"
        f"- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n   - [EXO] Exchange Online - {update}\n"
        f"   - [TEAMS] Teams - {update}\n"
    )
    report = check(text, select=("FT205",))
    assert [[span.text(text) for span in found.evidence] for found in report.diagnostics] == ([[says]] if says else [])
    assert all('about "Exchange Online"' in found.message for found in report.diagnostics)


def test_only_workloads_contradict_the_progress() -> None:
    """Words elsewhere in the note, or in another summary, are not a contradiction."""
    text = "EXEC SUMMARY\n- M365 DEPLOYMENT PROGRESS: Fully Deployed\n- REQUESTS FOR SUPPORT: a workshop is planned for May\n"
    other = HEAD + "   - [EXO] Exchange Online - not started\n"
    assert not check(text, select=("FT205",))
    assert not check(f"{other}\n{text}\nNot started yet.\n", select=("FT205",))
    assert not check(text.replace("Fully", "Not") + text.split("\n", 1)[1], select=("FT205",))
    live = text.replace("- REQ", "- SNAPSHOT OF KEY WORKLOADS:\n  - [EXO] Exchange Online - live\n\n- REQ")
    assert not check(live, select=("FT205",))
    twice = f"{HEAD}   - [EXO] Exchange Online - not started\n\n" + "- M365 DEPLOYMENT PROGRESS: Fully Deployed\n" * 2
    assert codes(check(twice, select=("FT205",))) == ["FT205", "FT205"]
    halves = text.replace("- REQ", "- SNAPSHOT OF KEY WORKLOADS:\n  - [EXO] Exchange Online - not\n  - [OD] started\n\n- REQ")
    assert not check(halves, select=("FT205",))
    apart = halves.replace("- not", "- no").replace("started", "still planned for June")
    assert [span.text(apart) for found in check(apart, select=("FT205",)).diagnostics for span in found.evidence] == [
        "still planned"
    ]
    unknown = text.replace("- REQ", "- SNAPSHOT OF KEY WORKLOADS:\n  - [XYZ] Telematics - not started\n  - [EXO]\n\n- REQ")
    assert 'the note says "not started" about "XYZ"' in check(unknown, select=("FT205",)).diagnostics[0].message


def listed(progress: str, *updates: str) -> str:
    """Return a summary with this progress and a workload for each update."""
    tags = ("EXO", "TEAMS", "SPO")
    lines = [f"   -  [{tag}] - {update}\n" for tag, update in zip(tags, updates, strict=False)]
    return f"{TITLE}- M365 DEPLOYMENT PROGRESS: {progress}\n{HEAD.removeprefix(TITLE)}{''.join(lines)}"


@pytest.mark.parametrize(
    ("updates", "rest"),
    [
        (("Completed in March.", "live", "100 % of users migrated"), "all workloads in the list are deployed"),
        (("not started", "Not begun", "planned for May"), "no workload in the list has begun"),
        (("Completed in March.",), None),
        (("not started",), None),
        (("Completed in March.", "not started"), None),
        (("Completed for 90 % of the users; the rest follows", "live"), None),
        (("not started", "20 of 300 mailboxes moved, not started in Poland"), None),
        ((), None),
    ],
)
def test_several_workloads_alike_contradict_partially_deployed(updates: tuple[str, ...], rest: str | None) -> None:
    """If each of them is deployed, or none has begun; one alone says nothing about the others."""
    text = listed("Partially Deployed", *updates)
    found = check(text, select=("FT205",)).diagnostics
    assert [one.message for one in found] == (
        [f'M365 DEPLOYMENT PROGRESS is "Partially Deployed", but {rest}. Correct the one that is out of date.'] if rest else []
    )
    assert all(len(one.evidence) == len(updates) for one in found)


@pytest.mark.parametrize(
    ("progress", "update"),
    [
        ("Fully Deployed", "Completed. Planning the celebration."),
        ("Fully Deployed", "Live since March. Pilot of live events planned for June."),
        ("Fully Deployed", "64 % active usage"),
        ("Not Deployed", "Pilot: 20 of 300 mailboxes moved"),
        ("Not Deployed", "1,900 of 2,300 mailboxes to be migrated in May"),
        ("Not Deployed", "Assessment completed. Planning."),
        ("Not Deployed", "Completed assessment"),
    ],
)
def test_other_words_do_not_contradict_the_progress(progress: str, update: str) -> None:
    """Plans after the end, usage, pilots, and what is complete but no deployment."""
    assert not check(listed(progress, update), select=("FT205",))


@pytest.mark.parametrize(
    ("status", "words", "says"),
    [
        ("Fully Engaged", "The project is on hold, no calls.", "on hold"),
        ("Fully Engaged", "They postponed the whole rollout.", "postponed"),
        ("Fully Engaged", "No regular calls; last contact was in May.", "No regular calls"),
        ("Fully Engaged", "Nothing is on hold any more; one workshop was cancelled.", None),
        ("Fully Engaged", "Weekly calls with all.", None),
        ("On Hold", "Weekly calls with all.", "Weekly calls"),
        ("On Hold", "The weekly calls were cancelled.", None),
        ("On Hold", "No weekly calls.", None),
        ("On Hold", "The weekly calls will start in May.", None),
        ("Reactive", "The project is on hold. Weekly calls.", None),
        ("Paused-ish", "Weekly calls.", None),
        ("On Hold", "", None),
    ],
)
def test_the_text_can_contradict_the_status(status: str, words: str, says: str | None) -> None:
    """The first words of a text field that contradict the status are the evidence; it is information."""
    text = f"{STATUS}{status}\n{RELATION}{words}\n- RISKS: weekly calls on hold\n"
    found = check(text, select=("FT206",)).diagnostics
    assert [[span.text(text) for span in one.evidence] for one in found] == ([[says]] if says else [])
    assert all(one.severity is Severity.INFORMATION and one.span.text(text) == status for one in found)


def test_a_workload_on_hold_is_not_the_engagement() -> None:
    """Only the text fields are about the engagement as a whole."""
    text = f"{STATUS}Fully Engaged\n{HEAD.removeprefix(TITLE)}   -  [TEAMS]  Teams - rollout on hold until May\n"
    assert not check(text, select=("FT206",))


@pytest.mark.parametrize(
    ("status", "intent", "expected"),
    [
        ("Fully Engaged", "pausing", True),
        ("On Hold", "accelerating", True),
        ("On Hold", "deploying", True),
        ("On Hold", "pausing", False),
        ("Fully Engaged", "accelerating", False),
        ("Reactive", "pausing", False),
    ],
)
def test_the_intent_can_contradict_the_status(status: str, intent: str, expected: bool) -> None:
    """A given intent is certain, so it is a warning, and reported once whatever the text says."""
    text = f"{STATUS}{status}\n{RELATION}The project is on hold since May.\n"
    report = check(text, select=("FT206",), context=Context(intent=intent))  # type: ignore[arg-type]
    warnings = [one for one in report.diagnostics if one.severity is Severity.WARNING]
    assert (len(warnings), len(report.diagnostics) <= 1) == (expected, True)
    assert all(f'but the intent is given as "{intent}"' in one.message for one in warnings)


def test_a_hashtag_on_hold_is_explained_by_the_intent() -> None:
    """If the status contradicts a given intent, it is no reason to remove a hashtag; without intent it is one."""
    text = f"**EXEC SUMMARY** #covid\n{STATUS.removeprefix(TITLE)}On Hold\n"
    rules = ("FT206", "FT301")
    assert codes(check(text, select=rules, context=Context(intent="accelerating"))) == ["FT206"]
    assert codes(check(text, select=rules)) == ["FT301"]
    assert codes(check(text, select=rules, context=Context(intent="pausing"))) == ["FT301"]


@pytest.mark.parametrize(("update", "found"), [("went live in March", ["FT205"]), ("pilot", ["FT201"])])
def test_a_choice_in_other_words_that_is_contradicted_is_one_finding(update: str, found: list[str]) -> None:
    """Whether it is one of the choices is told where nothing contradicts it."""
    progress = "- M365 DEPLOYMENT PROGRESS: not deployed yet\n"
    text = f"{TITLE}{progress}{HEAD.removeprefix(TITLE)}   -  [EXO]  Exchange Online - {update}\n"
    assert codes(check(text, select=("FT201", "FT205"))) == found
