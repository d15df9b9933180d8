"""The rule about notes that repeat the previous one (FT511)."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import FORM, own
from helpers.policing import HEAD, ON_HOLD, TITLE, spoken

from ftnotes import Context, Report, check, parse

EXO = "   -  [EXO]  Exchange Online - wave 2 of the mailboxes is in May\n"
TEAMS = "   -  [TEAMS]  Teams - pilot with 40 people in the service desk\n"
NOTE = HEAD + EXO + TEAMS
TEXTS = f"{TITLE}- DESCRIBE THE CUSTOMER: Contoso, a chain of 40 shops\n"


def repeated(text: str, previous: str | None, **given: str) -> Report:
    """Return what the rule finds."""
    return check(text, context=Context(previous=previous, **given), select=("FT511",))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "previous", "found"),
    [
        pytest.param(NOTE, NOTE, [("EXEC SUMMARY", "warning")], id="whole note"),
        pytest.param(NOTE, NOTE.replace("   -  [", "- [").upper(), [("EXEC SUMMARY", "warning")], id="typed otherwise"),
        pytest.param(f"{NOTE}#covid\n", NOTE, [("EXEC SUMMARY", "warning")], id="other hashtags"),
        pytest.param(NOTE, NOTE.replace("May", "June"), [("EXEC SUMMARY", "information")], id="dates"),
        pytest.param(
            NOTE.replace("wave 2", "wave 3"), NOTE, [("pilot with 40 people in the service desk", "information")], id="update"
        ),
        pytest.param(HEAD + TEAMS, "> " + NOTE.replace("\n", "\n> "), [("pilot", "information")], id="quoted"),
        pytest.param(TEXTS, TEXTS, [("EXEC SUMMARY", "warning")], id="no workloads"),
        pytest.param("Called the CIO on Monday.\n", " called the CIO on monday", [("Called", "warning")], id="lifecycle"),
        pytest.param(
            f"{HEAD}   -  [EXO]  Exchange Online - 第二波移行は五月に始まる予定です\n",
            f"{HEAD}   -  [EXO]  Exchange Online - 第二波移行は五月に始まる予定です\n",
            [("EXEC SUMMARY", "warning")],
            id="without spaces",
        ),
    ],
)
def test_repetitions_are_found(text: str, previous: str, found: list[tuple[str, str]]) -> None:
    """A whole note is one finding at its head; dates and single updates matter less."""
    report = repeated(text, previous)
    assert [one.severity.value for one in report] == [severity for _, severity in found]
    assert all(here.startswith(there) for here, (there, _) in zip(spoken(text, report), found, strict=True))


@pytest.mark.parametrize(
    ("text", "previous"),
    [
        pytest.param(NOTE, None, id="not given"),
        pytest.param(NOTE, "", id="empty"),
        pytest.param(NOTE, NOTE.replace("40", "60").replace("wave 2", "wave 1"), id="all new"),
        pytest.param(NOTE, "Wave 2 of the mailboxes is in May.", id="no summary before"),
        pytest.param(HEAD + EXO, f"{HEAD}{EXO.rstrip()}, and wave 3 in June\n{TEAMS}", id="shorter"),
        pytest.param(HEAD + EXO, HEAD + EXO.replace("[EXO]  Exchange Online", "[SPO]  SharePoint"), id="another workload"),
        pytest.param(*[f"{HEAD}   -  [TEAMS]  Teams - on track\n"] * 2, id="few words"),
        pytest.param(*[f"{HEAD}   -  [TEAMS]  Teams\n"] * 2, id="no update"),
        pytest.param(*[f"{HEAD}   -  [TEAMS]  Teams - completed for all of the shops\n"] * 2, id="deployed"),
        pytest.param(*[ON_HOLD + NOTE.removeprefix(TITLE)] * 2, id="on hold"),
        pytest.param(*[f"{TITLE}- DESCRIBE THE CUSTOMER: Contoso\n"] * 2, id="one word"),
        pytest.param("Met him.\n", "Met him.\n", id="short note"),
        pytest.param(*["No response after 3 contact attempts.\n"] * 2, id="unreached"),
        pytest.param("Called the CIO on Monday.\n", "Called the CIO on Tuesday.\n", id="another lifecycle note"),
    ],
)
def test_what_can_stay_the_same_is_left_alone(text: str, previous: str | None) -> None:
    """Short texts, deployed workloads, and customers on hold; and what is not the same."""
    assert not repeated(text, previous)


def test_an_unknown_workload_is_not_compared() -> None:
    """Its line is part of the whole, but nothing says that two of them mean the same workload."""
    unknown = f"{HEAD}   -  [ZZZ]  Zzz - pilot with 40 people\n{EXO}"
    assert spoken(unknown, repeated(unknown, unknown)) == ["EXEC SUMMARY"]
    assert not repeated(unknown, unknown.replace("wave 2", "wave 1"))


def test_several_updates_are_one_finding() -> None:
    """The message names them, and where the previous note is."""
    text = NOTE + "   -  [INTUNE]  Intune - enrolment of the phones began\n"
    (found,) = repeated(text, NOTE, previous_at="row 7")
    assert found.message == (
        "The updates of Exchange Online and Teams are word for word those of the previous note (row 7). "
        "Write what has changed since."
    )


def test_one_summary_of_several_is_repeated() -> None:
    """Dates outside of a summary are not its own."""
    lead = "We met on 4 May 2020.\n\n"
    text, previous = f"{lead}{NOTE}\n---\n\n{TEXTS}", f"{NOTE.replace('May', 'June')}\n---\n\n{TEXTS}"
    assert [(one.line, one.severity.value) for one in repeated(text, previous)] == [(3, "information"), (11, "warning")]


def test_a_note_that_repeats_another_one_is_reported_once() -> None:
    """FT711 has reported it."""
    note = "No intent, because they use another product.\n"
    context = Context(note_type="Service Intent", repeats="row 7", previous=note)
    assert [one.code for one in check(note, context=context)] == ["FT711"]


def test_other_templates_are_compared(tmp_path: Path) -> None:
    """With a note of the same template."""
    text = "About: PAY\n**Status:** Red\n**Summary:** The pilot with 40 people goes well.\n"
    report = check(text, context=Context(previous=text), playbook=own(tmp_path, FORM), select=("FT511",))
    assert [one.message[:27] for one in report] == ["The summary is word for wor"]


def test_a_document_can_be_the_previous_note() -> None:
    """Its text is kept, and not shown in the representation; anything else is refused."""
    context = Context(previous=parse(NOTE))
    assert context.previous == NOTE
    assert "Exchange" not in repr(context)
    with pytest.raises(TypeError, match=r"Context\.previous takes a str or None, not int"):
        Context(previous=3)  # type: ignore[arg-type]
