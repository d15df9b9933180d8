"""The rule about the type of a note (FT509), and about summaries that are due (FT510)."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from helpers.playbooks import FORM, own, template_of, words_in
from helpers.policing import CODES, TITLE, codes, spoken

from ftnotes import Context, Playbook, check
from ftnotes.playbook.model import SummariesSpec

TEXT = "  Teams for all. \nNext call on Monday.\n"
SUMMARY = f"{TITLE}- DESCRIBE THE CUSTOMER: Contoso\n"
BY_ROLE = {
    "FM": {"Overall Status", "Entitlement Status", "Engagement Management", "Service Intent"},
    "MVM": {"Technical Enablement"},
    "FastTrack Architect": {"Enterprise Status"},
    "Gateway Manager": {"Engagement Management"},
    "Adoption SME": {"Overall Status"},
}
TYPES = sorted({name for types in BY_ROLE.values() for name in types})


@pytest.mark.parametrize("role", BY_ROLE)
@pytest.mark.parametrize("hashtag", ["", "#covid "])
def test_a_note_is_of_a_type_that_the_role_writes(role: str, hashtag: str) -> None:
    """Each role writes the types that the guidance names, with and without a hashtag."""
    refused = {name for name in TYPES if check(hashtag + TEXT, context=Context(role=role, note_type=name), select=("FT509",))}
    assert refused == set(TYPES) - BY_ROLE[role]


def test_the_message_names_the_types_that_the_role_writes() -> None:
    """It is at the first line with text."""
    report = check(TEXT, context=Context(role="Gateway Manager", note_type="Service Intent"), select=("FT509",))
    assert spoken(TEXT, report) == ["Teams for all."]
    assert report.diagnostics[0].message == (
        'The role "Gateway Manager" does not write notes of type "Service Intent". Move the text to "Engagement Management".'
    )


@pytest.mark.parametrize("role", ["FM", None])
@pytest.mark.parametrize("note_type", ["Entitlement Status", "Engagement Management", "Service Intent"])
def test_an_exec_summary_is_in_a_note_for_summaries(role: str | None, note_type: str) -> None:
    """In another type of note it is reported at its title, even where the role is not given."""
    report = check(SUMMARY, context=Context(role=role, note_type=note_type), select=("FT509",))
    assert spoken(SUMMARY, report) == ["EXEC SUMMARY"]
    assert 'Move it to "Overall Status"' in report.diagnostics[0].message
    assert not check(TEXT, context=Context(role=role, note_type=note_type), select=("FT509",))


@pytest.mark.parametrize(("role", "note_type"), [("FM", "Overall Status"), ("FTA", "Enterprise Status")])
def test_summaries_where_they_belong_are_left_alone(role: str, note_type: str) -> None:
    """Managers have theirs in Overall Status notes, architects in Enterprise Status notes."""
    assert not check(SUMMARY, context=Context(role=role, note_type=note_type), select=("FT509",))


def test_a_summary_by_another_role_is_reported_once() -> None:
    """If the role writes no such note at all, FT509 says so; if it does, FT507 says who writes summaries."""
    both = ("FT507", "FT509")
    assert codes(check(SUMMARY, context=Context(role="FE", note_type="Overall Status"), select=both)) == ["FT509"]
    context = Context(role="Gateway Manager", note_type="Engagement Management")
    assert codes(check(SUMMARY, context=context, select=both)) == ["FT507"]


@pytest.mark.parametrize(
    ("context", "needs"),
    [
        (Context(), ("role", "note-type")),
        (Context(role="FM"), ("note-type",)),
        (Context(note_type="Overall Status"), ("role",)),
    ],
)
def test_nothing_is_guessed(context: Context, needs: tuple[str, ...]) -> None:
    """Without role or note type the rule is skipped; a text without words needs nothing."""
    report = check(TEXT, context=context, select=("FT509",))
    assert ([entry.needs for entry in report.not_evaluated], report.diagnostics) == ([needs], ())
    assert not check("\n---\n", context=context, select=("FT509",)).not_evaluated


@pytest.mark.parametrize("code", CODES)
def test_a_custom_playbook_can_leave_it_open(code: str) -> None:
    """Without roles nothing is checked; without note types for summaries, these can be anywhere."""
    playbook = Playbook.load()
    free = attrs.evolve(playbook, summaries=SummariesSpec(), bundled=False)
    language = next(language for language in playbook.languages if language.code == code)
    summary = f"**{words_in(language).titles[0]}**\n- {words_in(language).labels['customer'][0]}: Contoso\n"
    context = Context(role="FM", note_type="Service Intent")
    assert check(summary, context=context, select=("FT509",))
    assert not check(summary, context=context, select=("FT509",), playbook=free)
    nobody = attrs.evolve(free, roles=(), hashtags=())
    assert not check(summary, context=Context(note_type="Service Intent"), select=("FT509",), playbook=nobody).not_evaluated


FASTER = Context(role="FTA", note_type="Enterprise Status", intent="accelerating")


@pytest.mark.parametrize("text", [SUMMARY, f"Hello.\n\n{SUMMARY}", "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER:\n"])
def test_a_summary_that_is_due_is_there(text: str) -> None:
    """Filled in or not, among other text or not."""
    assert not check(text, context=FASTER, select=("FT510",))


@pytest.mark.parametrize(
    ("context", "is_due"),
    [
        (FASTER, True),
        (attrs.evolve(FASTER, role="FM"), False),
        (attrs.evolve(FASTER, note_type="Overall Status"), False),
        (attrs.evolve(FASTER, intent="pausing"), False),
    ],
)
def test_a_summary_is_due_under_the_conditions_of_the_playbook(context: Context, is_due: bool) -> None:
    """All of them: the role, the type of the note, and the intent."""
    report = check(TEXT, context=context, select=("FT510",))
    assert spoken(TEXT, report) == ["Teams for all."] * is_due


@pytest.mark.parametrize(
    ("context", "needs"),
    [
        (Context(role="FTA", note_type="Enterprise Status"), ["intent"]),
        (Context(note_type="Enterprise Status"), ["role", "intent"]),
        (Context(role="FTA"), []),
        (Context(intent="accelerating"), []),
        (Context(), []),
    ],
)
def test_what_is_open_is_said_where_the_type_fits(context: Context, needs: list[str]) -> None:
    """Without the type of the note, any note could be one."""
    report = check(TEXT, context=context, select=("FT510",))
    assert [need for entry in report.not_evaluated for need in entry.needs] == needs
    assert not report


def test_a_field_with_the_title_counts_as_the_summary() -> None:
    """A form can have it among its fields, read or not; and a text without words needs none."""
    for text in ("**Reason:** size\n**Exec Summary:** They go faster.\n", "\n---\n"):
        assert not check(text, context=FASTER, select=("FT510",))


@pytest.mark.parametrize(
    ("role", "note_type", "is_reported"),
    [
        ("clerk", "Visit", False),
        ("clerk", "Call", True),
        ("clerk", None, False),
        (None, "Call", False),
        ("guest", "Call", True),
    ],
)
def test_a_template_is_filled_in_for_its_type(
    tmp_path: Path, role: str | None, note_type: str | None, is_reported: bool
) -> None:
    """In a note of another type it is reported at its first label, unless its writer's role writes no such notes at all."""
    types = '[[note-types]]\nkey = "call"\nnames = ["Call"]\n'
    types += '[[roles]]\nkey = "clerk"\nnames = ["Clerk"]\nnote-types = ["call", "visit"]\n'
    types += '[[roles]]\nkey = "guest"\nnames = ["Guest"]\nnote-types = ["visit"]\n'
    first = template_of('label = "Wins"', titles='"WINS"', key="wins")
    playbook = own(tmp_path, FORM.replace("[[templates]]", f"{first}\n[[templates]]", 1) + types)
    text = "**Status:** Red\n**Summary:** x\n**Next visit:** 4 May 2020\n"
    report = check(text, context=Context(role=role, note_type=note_type), select=("FT509",), playbook=playbook)
    assert spoken(text, report) == ["Status"] * is_reported
    said = (
        'The role "Guest" does not' if role == "guest" else 'The note fills in the template of "Visit", and is of type "Call".'
    )
    assert all(found.message.startswith(said) for found in report)
