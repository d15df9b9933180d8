from __future__ import annotations

import datetime

import pytest

pytest.importorskip("lsprotocol", reason="needs ftnotes[lsp]")

from attrs import evolve
from helpers.open_notes import open_at, open_note
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import MarkupContent, Position

from ftnotes.lsp.hover import hover_at
from ftnotes.policy.addresses import SITE
from ftnotes.policy.configuration import Configuration
from ftnotes.policy.context import Context
from ftnotes.policy.rules import RULES

NOTE = """\
**EXEC SUMMARY** #covid
- DESCRIBE THE CUSTOMER: Retail *chain*
- STATUS OF THE ENGAGEMENT: Fully Engaged
- M365 DEPLOYMENT PROGRESS: partialy here
- Milestones: none
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:
   -  [EXO]  Exchange Online - Next action: Ana to send the plan by May 8, 2020
   -  [ABC]  Own <project> - x
"""


def shown(marked: str) -> str:
    note, position = open_at(marked)
    hover = hover_at(note, position)
    if hover is None:
        return ""
    assert isinstance(hover.contents, MarkupContent)
    return hover.contents.value


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("EXEC SUM", "Read as the title of the exec summary"),
        ("Retail", "Read as the field `customer`"),
        ("Fully", "Read as the field `engagement-status`, choice `fully-engaged`"),
        ("partialy", "Read as the field `deployment-progress`, without a valid choice"),
        ("partialy", "**[FT201 choice-not-in-list]("),
        ("Milestones", "Read as a field that the exec summary doesn't have"),
        ("Exchange", "Read as the workload Exchange Online"),
        ("Own", r"Read as the workload Own \<project\> (not one of the edition)"),
        ("May 8", "Date: 2020-05-08"),
        ("the plan", "Next action: send the plan; owner: Ana"),
    ],
)
def test_a_hover_says_what_was_read_and_which_rules_speak(before: str, words: str) -> None:
    """At each part of a note the hover says how it was read; where there is a finding, it explains the rule."""
    assert words in shown(NOTE.replace(before, f"{before}|", 1))


def test_a_rule_says_when_to_ignore_it() -> None:
    """A rule that writers may ignore says when."""
    assert "*When to ignore it:*" in shown("Exec Sum|mary\n- DESCRIBE THE CUSTOMER: x\n")


def test_a_rule_links_to_its_page() -> None:
    """The name of a rule leads to its page on the site."""
    assert f"**[FT103 field-missing]({SITE}policy/FT103.html)**: " in shown("Exec Sum|mary\n- DESCRIBE THE CUSTOMER: x\n")


def test_a_custom_rule_is_explained_too() -> None:
    """A rule of the configuration is explained; without a reason to ignore it, or a page, it shows none."""
    note, position = open_at("**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: On Hold #co|vid\n- DESCRIBE THE CUSTOMER: x\n")
    rules = tuple(evolve(rule, code="ACME001", ignore_when="", summary="My own.") for rule in RULES if rule.code == "FT301")
    hover = hover_at(evolve(note, options={**note.options, "rules": rules}), position)
    assert hover is not None
    assert isinstance(hover.contents, MarkupContent)
    assert hover.contents.value.startswith("**ACME001 hashtag-forbidden**: My own.")
    assert "When to ignore it" not in hover.contents.value


def test_there_is_no_hover_where_nothing_was_read() -> None:
    """Prose without date, action or finding shows nothing."""
    assert shown("Just a |page.\n") == ""


@pytest.mark.parametrize(
    ("text", "date", "days"),
    [
        ("Call on 04/05/20|20.\n", None, "Date: 2020-04-05 or 2020-05-04"),
        ("Call on Ma|y 8.\n", None, "Date: a day without its year"),
        ("Call on Ma|y 8.\n", datetime.date(2020, 5, 1), "Date: 2020-05-08"),
        ("Done in Ma|y 2020.\n", None, "Date: 2020-05-01 to 2020-05-31"),
    ],
)
def test_a_date_shows_its_days(text: str, date: datetime.date | None, days: str) -> None:
    """A hover at a date shows the days that it can mean, with the day of the note where the context gives it."""
    note, position = open_at(text)
    note = evolve(note, options=Configuration(context=Context(date=date)).options())
    hover = hover_at(note, position)
    assert hover is not None
    assert isinstance(hover.contents, MarkupContent)
    assert days in hover.contents.value


def test_a_task_that_is_done_says_so() -> None:
    """A ticked task is shown as done."""
    assert "Next action (done): " in shown("Next steps:\n- [x] Ana to send the pl|an\n")


@given(line=st.integers(0, 9), character=st.integers(0, 90))
def test_any_position_can_be_asked_about(line: int, character: int) -> None:
    """A hover never fails, also at positions that the text doesn't have."""
    hover_at(open_note(NOTE), Position(line, character))
