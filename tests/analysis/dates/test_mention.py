"""Dates as mentioned: their readings, and the year of a date without one."""

from __future__ import annotations

import datetime

import pytest
from helpers.dates import day, days, only


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("04/05/2019", ["2019-04-05", "2019-05-04"]),
        ("4-5-2019", ["2019-04-05", "2019-05-04"]),
        ("12/06/20", ["2020-06-12", "2020-12-06"]),
        ("04/05/2019 - 06/05/2019", ["2019-04-05 2019-06-05", "2019-05-04 2019-05-06"]),
    ],
)
def test_a_date_with_day_and_month_swappable_has_both_readings(text: str, readings: list[str]) -> None:
    """Neither is taken for the first day, which would be a guess."""
    mention = only(text)
    assert mention.ambiguous
    assert days(mention) == readings
    assert mention.first is mention.last is None


@pytest.mark.parametrize(
    ("text", "date", "written", "meant"),
    [
        ("by April 30", "April 30", "2020-04-02", "2020-04-30"),
        ("April 30th", "April 30th", "2020-05-02", "2020-04-30"),
        ("30. April", "30. April", "2020-04-02", "2020-04-30"),
        ("30 april", "30 april", "2020-04-02", "2020-04-30"),
        ("5 Dec", "5 Dec", "2021-01-20", "2020-12-05"),
        ("5 de out", "5 de out", "2020-09-20", "2020-10-05"),
        ("January 5", "January 5", "2020-12-20", "2021-01-05"),
        ("29 Feb", "29 Feb", "2021-03-01", "2020-02-29"),
        ("by 4/30", "4/30", "2020-04-02", "2020-04-30"),
        ("on 4/30 with Ana", "4/30", "2020-04-02", "2020-04-30"),
        ("Friday, 4/30", "4/30", "2020-04-02", "2020-04-30"),
        ("am Mo, 30.4. um 10", "30.4.", "2020-04-02", "2020-04-30"),
        ("Date: 4/30", "4/30", "2020-04-02", "2020-04-30"),
        ("**Fecha:** 30/4", "30/4", "2020-04-02", "2020-04-30"),
        ("bis 30.4. schicken", "30.4.", "2020-04-02", "2020-04-30"),
        ("4/30まで", "4/30", "2020-04-02", "2020-04-30"),
        ("4月30日", "4月30日", "2020-04-02", "2020-04-30"),
        ("4月末", "4月末", "2020-04-02", "2020-04-21 2020-04-30"),
        ("mid-May", "mid-May", "2020-04-02", "2020-05-11 2020-05-20"),
        ("Ende Mai", "Ende Mai", "2020-04-02", "2020-05-21 2020-05-31"),
        ("fim de maio", "fim de maio", "2020-04-02", "2020-05-21 2020-05-31"),
        ("planned for June", "June", "2020-04-02", "2020-06-01 2020-06-30"),
        ("em março", "março", "2020-04-02", "2020-03-01 2020-03-31"),
        ("KW 23", "KW 23", "2020-04-02", "2020-06-01 2020-06-07"),
        ("CW 53", "CW 53", "2020-12-02", "2020-12-28 2021-01-03"),
        ("3-5 May", "3-5 May", "2020-04-02", "2020-05-03 2020-05-05"),
        ("30 Dec - 2 Jan", "30 Dec - 2 Jan", "2020-12-20", "2020-12-30 2021-01-02"),
        ("call tomorrow", "tomorrow", "2020-12-31", "2021-01-01"),
        ("by EOW", "EOW", "2020-05-13", "2020-05-15"),
        ("by EOM", "EOM", "2020-02-03", "2020-02-29"),
        ("来週", "来週", "2020-05-13", "2020-05-18 2020-05-24"),
        ("next week", "next week", "2020-05-13", "2020-05-18 2020-05-24"),
        ("set for June 16th at 10am", "June 16th", "2020-05-13", "2020-06-16"),
        ("plan it on the 21st.", "21st", "2020-05-13", "2020-05-21"),
        ("by the 31st and", "31st", "2020-06-13", "2020-07-31"),
        ("on the 31st.", "31st", "9999-12-31", "9999-12-31"),
        ("on the 1st.", "1st", "9999-12-31", "9999-12-31"),
        ("call Anders re licenses mon", "mon", "2020-05-13", "2020-05-18"),
        ("in week 33, Lars", "week 33", "2020-05-13", "2020-08-10 2020-08-16"),
        ("erstellen – Frau Albrecht – 11.08.", "11.08.", "2020-07-13", "2020-08-11"),
        ("(Ana, 3.6.)", "3.6.", "2020-05-13", "2020-06-03"),
        ("pushed to Q3, then", "Q3", "2020-05-13", "2020-07-01 2020-09-30"),
        ("this Q2", "Q2", "2020-05-13", "2020-04-01 2020-06-30"),
        ("by the end of next week", "end of next week", "2020-05-13", "2020-05-22"),
        ("at the beginning of next week", "next week", "2020-05-13", "2020-05-18 2020-05-24"),
        ("wave 2 - 25 May", "25 May", "2020-05-13", "2020-05-25"),
        ("by Friday", "Friday", "2020-05-15", "2020-05-15"),
        ("by next Monday", "next Monday", "2020-05-13", "2020-05-18"),
        ("week of May 20", "week of May 20", "2020-05-13", "2020-05-18 2020-05-24"),
        ("done by EOY", "EOY", "2020-05-13", "2020-12-31"),
        ("bis Jahresende", "Jahresende", "2020-12-31", "2020-12-31"),
        ("call next month", "next month", "2020-12-15", "2021-01-01 2021-01-31"),
        ("call next month", "next month", "9999-12-15", "9999-12-01 9999-12-31"),
        ("EOM February", "EOM February", "2024-02-03", "2024-02-21 2024-02-29"),
        ("by EOD Friday", "EOD Friday", "2020-05-13", "2020-05-15"),
        ("by Friday EOD", "Friday EOD", "2020-05-13", "2020-05-15"),
        ("by EOD Friday and then", "EOD Friday", "2020-05-13", "2020-05-15"),
        ("today, 13 May", "today, 13 May", "2020-05-13", "2020-05-13"),
        ("- 5/13 spoke w/ Ana", "5/13", "2020-05-13", "2020-05-13"),
        ("- 5/13 call w/ Ana", "5/13", "2020-05-13", "2020-05-13"),
        ("Next: workshop 5/19 w/ Ana", "5/19", "2020-05-13", "2020-05-19"),
        ("Next: 5/19 workshop with Ana", "5/19", "2020-05-13", "2020-05-19"),
        ("all good, next: Ana sends the list 5/19", "5/19", "2020-05-13", "2020-05-19"),
        ("mes que viene", "mes que viene", "2020-01-31", "2020-02-01 2020-02-29"),
        ("来月", "来月", "2020-05-13", "2020-06-01 2020-06-30"),
        ("later this month", "this month", "2020-05-13", "2020-05-01 2020-05-31"),
        ("by the end of the month", "end of the month", "2020-05-13", "2020-05-21 2020-05-31"),
        ("Ende des Monats", "Ende des Monats", "2020-05-13", "2020-05-21 2020-05-31"),
        ("by the end of next month", "end of next month", "2020-12-15", "2021-01-21 2021-01-31"),
    ],
)
def test_a_date_without_a_year_gets_it_from_the_day_it_was_written_on(text: str, date: str, written: str, meant: str) -> None:
    """Its year is not guessed; for a given day, it is the year in which the date is nearest."""
    mention = only(text)
    assert (mention.text, mention.span.text(text)) == (date, date)
    assert not mention.year_known
    assert mention.readings == ()
    assert mention.first is mention.last is None
    assert days(mention.written_on(day(written))) == [meant]
    assert mention.written_on(day(written)).year_known


def test_an_ambiguous_date_without_a_year_stays_ambiguous() -> None:
    """A given day, or datetime, settles the year and nothing else."""
    mention = only("on 12/06.")
    assert mention.ambiguous
    assert days(mention.written_on(day("2020-09-01"))) == ["2020-06-12", "2020-12-06"]
    assert mention.written_on(datetime.datetime(2020, 6, 1, 12)) == mention.written_on(day("2020-06-01"))
    assert days(mention.written_on(day("2020-06-01")).resolved_to("day")) == ["2020-06-12"]


@pytest.mark.parametrize(
    ("text", "written", "nearest", "due"),
    [
        ("by 7 February", "2020-05-08", "2020-02-07", "2020-02-07"),
        ("by 6 February", "2020-05-08", "2020-02-06", "2021-02-06"),
        ("by 2 December", "2020-05-08", "2019-12-02", "2020-12-02"),
        ("by 1 September", "2020-05-08", "2020-09-01", "2020-09-01"),
        ("3-10 February", "2020-05-08", "2020-02-03 2020-02-10", "2020-02-03 2020-02-10"),
        ("by 29 February", "2020-12-01", "2020-02-29", "2020-02-29"),
        ("by 2 December", "9998-05-08", "9997-12-02", "9998-12-02"),
        ("by 2 December", "0002-05-08", "0002-12-02", "0002-12-02"),
    ],
)
def test_what_is_due_is_not_long_past(text: str, written: str, nearest: str, due: str) -> None:
    """It is the next such day if the nearest is over 13 weeks past, and that of a coming year is not still further away."""
    mention = only(text)
    assert days(mention.written_on(day(written))) == [nearest]
    assert days(mention.written_on(day(written), due=True)) == [due]


def test_a_date_with_a_year_is_the_same_on_any_day() -> None:
    """It is the same mention."""
    mention = only("30 April 2019")
    assert mention.written_on(day("2020-01-01")) is mention
    assert mention.resolved_to("month") is mention


def test_a_day_that_few_years_have_is_looked_for_further_away() -> None:
    """The nearest year that has it is taken; a range over weeks stays in its year."""
    assert days(only("29 Feb").written_on(day("2022-06-01"))) == ["2024-02-29"]
    assert days(only("29 Feb - KW 53").written_on(day("2046-06-01"))) == ["2048-02-29 2049-01-03"]
    assert days(only("KW 52 - KW 53").written_on(day("2020-06-01"))) == ["2020-12-21 2021-01-03"]


def test_a_month_as_spreadsheets_write_it_keeps_its_year() -> None:
    """Only the reading of ``Apr-20`` that is a day gets its year from the day it was written on."""
    mention = only("Apr-20").written_on(day("2022-03-30"))
    assert days(mention) == ["2020-04-01 2020-04-30", "2022-04-20"]


@pytest.mark.parametrize("text", ["today", "next Friday", "next week", "next month", "EOM", "EOY"])
def test_a_date_that_is_told_from_the_day_of_writing_has_no_days_in_a_mere_year(text: str) -> None:
    """A year does not replace the day of writing."""
    (way,) = only(text).as_written
    assert way.is_possible
    assert way.resolve(2020) is None


@pytest.mark.parametrize("today", [datetime.date.min, datetime.date.max])
def test_the_ends_of_the_calendar_do_no_harm(today: datetime.date) -> None:
    """Years outside the calendar are skipped."""
    assert only("30 Dec - 2 Jan").written_on(today).readings
    assert only("KW 1").written_on(today).readings
    assert only("4/30まで").written_on(today).readings
