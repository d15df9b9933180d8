"""Rules for lifecycle notes, next actions and dates (FT5)."""

from __future__ import annotations

import datetime
import re

import pytest
from helpers.policing import CODES, TITLE, codes, spoken

from ftnotes import Context, Playbook, Report, check

OVERALL = Context(note_type="Overall Status")
DONE = "Next action: send the plan. Date: 30 April 2020. Owner: Ana\n"


def judged(text: str, *rules: str, **told: object) -> Report:
    return check(text, select=rules, context=Context(**told))  # type: ignore[arg-type]


# ---- next actions


@pytest.mark.parametrize("code", CODES)
def test_what_is_asked_of_a_next_action_is_understood_in_all_languages(code: str) -> None:
    """A next action with its date and owner, labelled in any language, leaves nothing to ask for; without, all is asked."""
    words = next(language for language in Playbook.load().languages if language.code == code).actions
    text = f"{words.what[0]}: Plan\n{words.date[0]}: 2020-04-30\n{words.owner[0]}: Ana\n"
    assert judged(text, "FT501", "FT502", "FT503").ok
    assert codes(judged(f"{words.what[0]}: Plan\n", "FT501", "FT502", "FT503")) == ["FT502", "FT503"]


def test_what_lacks_date_and_owner_is_pointed_at() -> None:
    """Each of several actions is told of for itself, at what is to be done."""
    text = "Next action: send the plan. Owner: Ana\nNext action: call Bob. Date: 30 April 2020\n"
    assert spoken(text, judged(text, "FT502")) == ["send the plan"]
    assert spoken(text, judged(text, "FT503")) == ["call Bob"]


@pytest.mark.parametrize("rule", ["FT501", "FT502", "FT503", "FT506"])
def test_only_lifecycle_notes_of_the_right_type_are_asked_for_actions(rule: str) -> None:
    """Summaries, empty notes and notes of another type are not asked for next actions or moved elsewhere."""
    for text in ("", " \n---\n", f"{TITLE}- DESCRIBE THE CUSTOMER: x\n", TITLE):
        assert judged(text, rule).diagnostics == ()
    text = "Exchange Online: the migration runs. Next action: check\n"
    assert judged(text, rule, note_type="Service Intent") == Report()


def test_the_whole_note_is_pointed_at_where_nothing_is_to_be_done() -> None:
    """A note without any next action is marked as a whole, without the blanks around it."""
    text = "\n  Met the CIO.\nGood talk.\n\n"
    assert spoken(text, judged(text, "FT501")) == ["Met the CIO.\nGood talk."]


# ---- dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call on 4/5/2020.", ["4/5/2020"]),
        ("Call on 04-05-2020 and 5/4/20", ["04-05-2020", "5/4/20"]),
        ("Call on 5/5/2020 and 13/5/2020 and 5/13/2020 and 2020-04-05", []),
        ("4/5 of them, 10/12 sites, version 4.5", []),
        (f"{'x' * 100} due 4/5/2020 {'y' * 100}", ["4/5/2020"]),
        ("4/5/2020", ["4/5/2020"]),
        ("4/5/2020 or on April 30, 2020, 13/5/2020", ["4/5/2020"]),
        (f"{'4/5/2020, ' * 30}", ["4/5/2020"] * 30),
        ("1/2/2020\r3/4/2020\r\n5/6/2020", ["1/2/2020", "3/4/2020", "5/6/2020"]),
    ],
)
def test_ambiguous_dates(text: str, found: list[str]) -> None:
    """Dates of which day and month can be swapped are told of, wherever they stand; other numbers are not."""
    report = judged(text, "FT504")
    assert spoken(text, report) == found
    assert all(
        re.search(r"can be read as \d+ [A-Z][a-z]+( 20\d\d)? or \d+ [A-Z][a-z]+( 20\d\d)?\.", one.message)
        for one in report.diagnostics
    )


def test_a_date_without_a_year_is_read_by_the_day_of_the_note() -> None:
    """Where neither the year nor the day of the note is known, the days are named without a year."""
    text = "Plan to be sent by 5/8.\n"
    assert "as 5 August or 8 May. Write" in judged(text, "FT504").diagnostics[0].message
    told = judged(text, "FT504", date=datetime.date(2020, 5, 1)).diagnostics[0]
    assert "as 5 August 2020 or 8 May 2020" in told.message


def test_where_the_language_settles_the_order_no_date_is_ambiguous() -> None:
    """In a German summary 03/04/2020 is the third of April; next to an English one it may be either."""
    german = "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- BESCHREIBUNG DES KUNDEN: am 03/04/2020\n"
    assert judged(german, "FT504").ok
    assert codes(judged(f"{german}\n{TITLE}- DESCRIBE THE CUSTOMER: x\n", "FT504")) == ["FT504"]


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
def test_actions_of_the_past(when: str, day: datetime.date, past: bool) -> None:
    """An action is past where its last day is before the day of the note, however the date is read."""
    text = f"Next action: send the plan. Date: {when}. Owner: Ana\n"
    assert spoken(text, judged(text, "FT505", date=day)) == ([when] if past else [])


def test_the_day_of_the_note_is_asked_for_where_it_matters() -> None:
    """Only a lifecycle note that has an action with a date needs to know its own day."""
    assert [entry.needs for entry in judged(DONE, "FT505").not_evaluated] == [("date",)]
    for text in ("Next action: send the plan\n", "Met the CIO.\n", f"{TITLE}- DESCRIBE THE CUSTOMER: {DONE}"):
        assert judged(text, "FT505") == Report()


# ---- what belongs elsewhere


def test_technical_news_of_one_workload_belong_into_its_own_note() -> None:
    """One workload in the sentence: told of once. None or several, or nothing technical: not told of."""
    for text, words in (
        ("Met the CIO. The cutover of Exchange Online is planned. The migration of Teams runs.\n", ["cutover"]),
        ("The cutover is planned. Exchange Online is liked.\n", []),
        ("Exchange Online and Teams: the migration runs.\n", []),
        ("Ana likes Exchange Online.\n", []),
        ("The migration to EXOTIC runs.\n", []),
    ):
        report = check(text, context=OVERALL, select=("FT506",))
        assert spoken(text, report) == words
    assert [entry.needs for entry in judged(DONE, "FT506").not_evaluated] == [("note-type",)]


@pytest.mark.parametrize(
    ("told", "needs"),
    [
        ({}, ("role", "priority")),
        ({"role": "FM"}, ("priority",)),
        ({"priority": "High"}, ("role",)),
        ({"role": "FM", "priority": "Medium"}, None),
    ],
)
def test_who_writes_summaries_for_whom(told: dict[str, object], needs: tuple[str, ...] | None) -> None:
    """Role and priority are asked for where they are not told; the blank template is a summary, too."""
    for text in (f"{TITLE}- DESCRIBE THE CUSTOMER: x\n", f"{TITLE}- DESCRIBE THE CUSTOMER:\n"):
        report = judged(text, "FT507", **told)
        assert report.ok
        assert [entry.needs for entry in report.not_evaluated] == ([needs] if needs else [])
        assert codes(judged(text, "FT507", **{**told, "role": "Gateway Manager"})) == ["FT507"]
        assert codes(judged(text, "FT507", **{**told, "priority": "Low"})) == ["FT507"]
    assert judged("Met the CIO.\n", "FT507") == Report()


def test_where_nobody_is_asked_for_summaries_anybody_may_write_them() -> None:
    """An edition that doesn't say who writes summaries asks nothing."""
    playbook = Playbook.load("2019-09")
    report = check(f"{TITLE}- DESCRIBE THE CUSTOMER: x\n", playbook=playbook, select=("FT507",))
    assert report.not_evaluated == () or playbook.summaries.roles


def test_escalations_are_told_of_once_and_not_where_they_are_settled() -> None:
    """A reminder at the first open escalation; settled ones, and notes of another type, are left alone."""
    text = "The outage was resolved. The rollout is blocked by licences. Escalated to the RM.\n"
    assert spoken(text, judged(text, "FT508")) == ["is blocked"]
    assert judged("The outage was resolved.\n", "FT508").ok
    assert judged(text, "FT508", note_type="Service Intent").ok
    assert codes(judged(f"{TITLE}- REQUESTS FOR SUPPORT: {text}", "FT508", note_type="Service Intent")) == ["FT508"]
    assert judged("", "FT508").ok
