"""What types of notes ask for and avoid (FT705 to FT711)."""

from __future__ import annotations

import pytest
from attrs import evolve
from helpers.policing import codes, spoken

from ftnotes import Context, Playbook, check

INTENT = Context(note_type="Service Intent")
KINDS = ("FT705", "FT706", "FT707", "FT708", "FT709", "FT710", "FT711")

#: Notes on an intent, and the rules that they violate.
NOTES = [
    ("The customer does not have intent to deploy Yammer due to lack of features.", []),
    ("Unable to deploy Intune: no budget.", []),
    ("Blocked: issues with the network. They plan to go on in July.", []),
    ("Status unknown.", []),
    ("Duplicate tenant.", []),
    ("In progress: 500 of 900 seats, driven by the audit.", []),
    ("3 contact attempts, customer unmanaged.", []),
    ("Tried to contact the CIO three times by phone. No response.", []),
    ("No response (5 e-mails, 2 calls).", []),
    ("They want Teams.", ["FT705"]),
    ("No intent.", ["FT705"]),
    ("No intent at this time due to budget.", ["FT706"]),
    ("They are not deploying yet because of a merger.", ["FT706"]),
    ("Usage 0.0%", ["FT707"]),
    ("MAU: 12\nActive users: 3%", ["FT707"]),
    ("Usage 4%. They plan to deploy because of the audit.", []),
    ("Usage 4%. Good talk.", []),
    ("Kickoff is scheduled for Monday.", ["FT708"]),
    ("Invited them to a workshop, since they want Teams because of the audit.", ["FT708"]),
    ("The workshop showed no value.", []),
    ("No value. Unable. Blocked.", ["FT709"]),
    ("No value seen in it\nby any of their teams.\n\nUnable to pay.", []),
    ("No value; unable; blocked.", []),
    ("No response since 3 May 2020.", ["FT710"]),
    ("Customer unreachable, left a voicemail on 5/13/2020.", ["FT710"]),
    ("They never responded to 4 of our e-mails.", []),
]


@pytest.mark.parametrize(("text", "violated"), NOTES)
@pytest.mark.parametrize("note_type", ["Service Intent", "Entitlement Status"])
def test_notes_on_an_intent(text: str, violated: list[str], note_type: str) -> None:
    """An intent has its reason, in two plain sentences, without figures or meetings alone; a failed contact its number."""
    assert codes(check(text + "\n", context=Context(note_type=note_type), select=KINDS)) == violated


@pytest.mark.parametrize("text", [text for text, violated in NOTES if violated])
@pytest.mark.parametrize("context", [None, Context(note_type="Overall Status"), Context(note_type="Engagement Management")])
def test_other_notes_are_left_alone(text: str, context: Context | None) -> None:
    """The rules speak only where the type of the note asks for it, and none is open without it."""
    report = check(text, context=context, select=KINDS)
    assert not report
    assert not report.not_evaluated


@pytest.mark.parametrize("rule", KINDS)
def test_each_demand_is_data_of_the_note_type(rule: str) -> None:
    """A playbook whose note types ask for nothing has no violation."""
    playbook = Playbook.load()
    types = [spec._replace(asks=(), avoids=(), sentences=None) for spec in playbook.note_types]
    plain = evolve(playbook, note_types=tuple(types))
    context = evolve(INTENT, repeats="row 2")
    for text, _ in NOTES:
        assert not check(text, context=context, select=(rule,), playbook=plain)


def test_the_words_are_marked() -> None:
    """Blurring words are one finding at the first of them; too many sentences are marked from the first one too many."""
    text = "Currently no intent, and no budget yet."
    report = check(text, context=INTENT, select=("FT706",))
    assert spoken(text, report) == ["Currently"]
    assert report.diagnostics[0].message.startswith('"Currently" and "yet" leave open')
    text = "No value. Unable. Blocked. \n#covid"
    assert spoken(text, check(text, context=INTENT, select=("FT709",))) == ["Blocked."]
    text = " \nNo value.\n"
    report = check(text, context=evolve(INTENT, repeats="row 2"), select=("FT711",))
    assert spoken(text, report) == ["No value."]


def test_a_summary_is_no_note_on_an_intent() -> None:
    """A note that fills in a template is not judged as free text."""
    text = "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: currently no intent\n"
    assert not check(text, context=INTENT, select=KINDS)
