from __future__ import annotations

import pytest

from .requests import NOTE, ask


def test_fields_are_shown_with_their_state() -> None:
    """Each field of the template is read, empty, unclear or missing, and others are extra."""
    fields = [(one["label"], one["value"], one["state"], one["choice"]) for one in ask("card", text=NOTE)["fields"]]
    assert fields == [
        ("DESCRIBE THE CUSTOMER", "Retail, 20K users", "read", False),
        ("STATUS OF THE ENGAGEMENT", "On Hold", "read", True),
        ("M365 DEPLOYMENT PROGRESS", "Ambr", "unclear", False),
        ("OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM", "", "missing", False),
        ("REQUESTS FOR SUPPORT", "", "empty", False),
        ("RISKS", "none", "extra", False),
    ]


def test_workloads_are_shown_by_their_names() -> None:
    """Known workloads have the tag and name of the edition, others what was typed."""
    assert [(one["tag"], one["name"], one["known"]) for one in ask("card", text=NOTE)["workloads"]] == [
        ("EXO", "Exchange Online", True),
        ("EXO+OD", "Exchange Online, OneDrive for Business", True),
        ("XYZ", "Telematics", False),
    ]


def test_actions_and_dates_are_shown_by_their_days() -> None:
    """Next actions have their owner and date; dates that could be on any day are left out."""
    card = ask("card", text=NOTE + "See you in March.")
    assert card["actions"] == [{"what": "pilot", "owner": "Ana", "date": "2020-05-07", "done": False}]
    assert card["dates"] == [{"text": "7 May 2020", "days": "2020-05-07"}]
    dated = ask("card", text="EXEC SUMMARY in May\n" + NOTE.partition("\n")[2], settings={"date": "2020-05-07"})
    assert dated["dates"][0]["days"] == "2020-05-01 to 2020-05-31"
    bare = ask("card", text="EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x. Next action: call them\n- REQUESTS FOR SUPPORT: none\n")
    assert [(one["owner"], one["date"]) for one in bare["actions"]] == [("", "")]


@pytest.mark.parametrize(("place", "number"), [(0, 1), (len("🚀🚀\n"), 1), (-1, 2), (10**9, 2)])
def test_the_note_at_the_cursor_is_shown(place: int, number: int) -> None:
    """With several notes, the card is that of the one at or above the cursor, or else of the first."""
    second = NOTE.replace("Retail", "Bank").replace("🚀 #covid", "")
    text = f"🚀🚀\n{NOTE}\n\n{second}"
    card = ask("card", text=text, place=len(text.encode("utf-16-le")) // 2 if place < 0 else place)
    assert (card["notes"], card["number"]) == (2, number)
    assert card["title"] == ["EXEC SUMMARY 🚀 #covid", "EXEC SUMMARY"][number - 1]
    assert card["fields"][0]["value"] == ["Retail, 20K users", "Bank, 20K users"][number - 1]


def test_a_note_is_shown_in_its_language() -> None:
    """A German note has German labels, and one without a title has none."""
    card = ask("card", text=ask("new", settings={"language": "de"}, values={"customer": "Handel"})["text"])
    assert (card["template"], card["language"]) == ("Exec summary", "German")
    assert card["fields"][0]["value"] == "Handel"
    assert ask("card", text="\n".join(NOTE.split("\n")[1:]))["title"] == ""


def test_a_listed_field_with_text_is_shown_as_well() -> None:
    """What is written beside the list of workloads is a value, too."""
    text = NOTE.replace("NEXT ACTIONS:", "NEXT ACTIONS: all paused")
    assert ("all paused", "read") in [(one["value"], one["state"]) for one in ask("card", text=text)["fields"]]


def test_without_a_note_nothing_was_read() -> None:
    """A text without a note has no card."""
    assert ask("card", text="Hello") == {"notes": 0}
