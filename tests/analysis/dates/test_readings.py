"""Readings of dates: what the match of a form means."""

from __future__ import annotations

import pytest

import ftnotes


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("by 4/5/2020", ["2020-04-05", "2020-05-04"]),
        ("by 4/13/2020", ["2020-04-13"]),
        ("by 30/30/2020", None),
        ("by 31 April 2020", None),
        ("by 5.4.2020", ["2020-04-05"]),
        ("Apr-20 2021", ["2021-04-20"]),
        ("week 54 of 2020", None),
        ("Q5 2020", None),
        ("H3 2020", None),
        ("end of Q5 2020", None),
        ("end of H3 2020", None),
        ("2020年13月", None),
        ("13月末", None),
        ("release 4.5.2020", None),
        ("5 out of 10", None),
        ("EOY 2020", ["2020-12-31"]),
        ("EOM Feb 2020", ["2020-02-29"]),
    ],
)
def test_a_form_has_the_readings_that_a_calendar_has(text: str, readings: list[str] | None) -> None:
    """Both, one, or none at all, if no calendar has the day or the words beside it show that it is no date."""
    mentions = ftnotes.find_dates(text)
    assert [str(days.first) for mention in mentions for days in mention.readings] == (readings or [])
    assert bool(mentions) == bool(readings)
