"""What the fields of a template ask for (FT701 to FT704)."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from helpers.playbooks import FORM, own
from helpers.policing import codes, spoken

from ftnotes import Context, Playbook, check

FIELDS = ("FT701", "FT702", "FT703", "FT704")
APRIL = Context(date=datetime.date(2020, 4, 6))


@pytest.fixture
def playbook(tmp_path: Path) -> Playbook:
    """Return the playbook with a form."""
    return own(tmp_path, FORM)


def form(status: str = "Green", summary: str = "We met.", worry: str = "none", visit: str = "4 May 2020") -> str:
    """Return a filled form."""
    return f"**Status:** {status}\n**Summary:** {summary}\n**Worry:** {worry}\n**Next visit:** {visit}\n"


@pytest.mark.parametrize(
    ("summary", "spoken_at"),
    [
        ("x" * 256, None),
        ("x" * 257, "x"),
        ("  " + "x" * 256 + "  ", None),
        ("x" * 256 + " ## more", None),
        ("x" * 200 + "\n  " + "y" * 60, "y" * 5),
        ("x" * 258 + "## more", "xx"),
        ("## " + "x" * 300, None),
    ],
)
def test_a_value_is_no_longer_than_suggested(playbook: Playbook, summary: str, spoken_at: str | None) -> None:
    """What comes after the marks that cut it does not count, and what is too much is marked."""
    text = form(summary=summary)
    report = check(text, select=FIELDS, playbook=playbook)
    assert spoken(text, report) == ([spoken_at] if spoken_at else [])


def test_the_advice_names_the_marks(tmp_path: Path) -> None:
    """Where the template has some."""
    for text, advice in (
        (FORM, 'Shorten it, or put what can wait after "##".'),
        (FORM.replace('cut = "##"\n', ""), "Shorten it."),
    ):
        (found,) = check(form(summary="x" * 300), select=FIELDS, playbook=own(tmp_path, text))
        assert found.message == f'"Summary" has 300 characters, and at most 256 are suggested. {advice}'


@pytest.mark.parametrize(
    ("visit", "found"),
    [("4 May", []), ("next Monday", []), ("week of May 4", []), ("soon", ["FT702"]), ("version 4.5", ["FT702"]), ("", [])],
)
def test_a_field_for_a_date_has_one(playbook: Playbook, visit: str, found: list[str]) -> None:
    """As plain as dates are read elsewhere; an empty field is left to FT106."""
    text = form(summary="We met on 1 May 2020.", visit=visit)
    report = check(text, select=FIELDS, context=APRIL, playbook=playbook)
    assert codes(report) == found
    assert spoken(text, report) == [visit] * len(found)


@pytest.mark.parametrize(
    ("status", "visit", "latest"),
    [
        ("Red", "20 April 2020", None),
        ("Red", "21 April 2020", "2020-04-20"),
        ("Red", "21 April", "2020-04-20"),
        ("Red", "April 2020", None),
        ("Red", "May 2020", "2020-04-20"),
        ("Red", "1 April 2020", None),
        ("Green", "7 July 2020", None),
        ("Green", "8 July 2020", "2020-07-07"),
        ("Red, since the network is down", "3 June 2020", "2020-04-20"),
        ("Purple", "3 June 2021", None),
        ("", "3 June 2021", None),
        ("Red", "soon", None),
    ],
)
def test_a_date_is_within_the_days_of_a_choice(playbook: Playbook, status: str, visit: str, latest: str | None) -> None:
    """Counted from the day of the note; a date that can be earlier, and a choice without days, are left alone."""
    text = form(status=status, visit=visit)
    report = check(text, select=("FT703",), context=APRIL, playbook=playbook)
    assert spoken(text, report) == ([visit] if latest else [])
    assert all(f"Choose a day up to {latest}." in found.message for found in report)


def test_days_are_open_without_the_day_of_the_note(playbook: Playbook) -> None:
    """But only where the field could be judged by it."""
    for text, needs in ((form(), [("date",)]), (form(visit="soon"), []), (form(status="Purple"), []), ("Hello.\n", [])):
        report = check(text, select=("FT703",), playbook=playbook)
        assert [entry.needs for entry in report.not_evaluated] == needs
        assert not report
    without_days = "**Summary:** x\n**Worry:** none\n**Next visit:** 4 May 2020\n"
    assert not check(without_days, select=("FT703",), playbook=playbook).not_evaluated


@pytest.mark.parametrize(
    ("worry", "found"),
    [
        ("none", []),
        ("a proxy of a 3rd party", []),
        ("1st party: the client crashes", ["1st party"]),
        ("1st party: the client crashes, Bug ID 4711", []),
        ("1st-party software, see bug-4711", []),
        ("1st party: debugging 4711 clients goes on", ["1st party"]),
        ("1st party: the Bug ID is pending", ["1st party"]),
        ("1st party, see Bug-ID: AB-17", []),
        ("Microsoft software is slow", ["Microsoft software"]),
    ],
)
def test_a_field_also_names_a_reference(playbook: Playbook, worry: str, found: list[str]) -> None:
    """Where its words are evidence of what has one; any of the words for it will do."""
    text = form(worry=worry)
    report = check(text, select=("FT704",), playbook=playbook)
    assert spoken(text, report) == found
    assert all("but no Bug ID was recognized" in one.message for one in report)


def test_evidence_in_other_fields_does_not_count(playbook: Playbook) -> None:
    """A field is judged by its own words."""
    assert not check(form(summary="1st party software is slow"), select=FIELDS, playbook=playbook)
