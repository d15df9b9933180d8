"""The dates in cells."""

from __future__ import annotations

import datetime

import pytest

from ftnotes.batch.date_cell import day_in, in_iso_order, time_in
from ftnotes.batch.formats import DATE_ORDERS, DateOrder


@pytest.mark.parametrize(
    ("cell", "order", "expected"),
    [
        ("8.5.2020", "dmy", "2020-05-08"),
        (" 08/05/20 ", "dmy", "2020-05-08"),
        ("5/8/2020", "mdy", "2020-05-08"),
        ("2020/5/8", "ymd", "2020-05-08"),
        ("8-5-2020 14:30", "dmy", "2020-05-08T14:30:00"),
        ("8.5.2020, 14:30:59.123", "dmy", "2020-05-08T14:30:59"),
        ("5/8/2020 2:30 PM", "mdy", "2020-05-08T14:30:00"),
        ("5/8/2020 12:05:00\u202fAM", "mdy", "2020-05-08T00:05:00"),
        ("5/8/2020 12:05 p.m.", "mdy", "2020-05-08T12:05:00"),
        ("2020-05-08", "dmy", "2020-05-08"),
        ("2020-05-08T08:30:00Z", "mdy", "2020-05-08T08:30:00Z"),
        ("13/13/2020", "mdy", "13/13/2020"),
        ("5/8/2020 25:00", "mdy", "5/8/2020 25:00"),
        ("5/8/2020 14:30 PM", "mdy", "5/8/2020 14:30 PM"),
        ("5/8/0000", "mdy", "5/8/0000"),
        ("8 May 2020", "dmy", "8 May 2020"),
        ("", "dmy", ""),
    ],
)
def test_dates_in_an_order(cell: str, order: DateOrder, expected: str) -> None:
    """With or without a time; dates like those that need no order, and what is no date, stay as they are."""
    assert in_iso_order(cell, order) == expected


@pytest.mark.parametrize("order", DATE_ORDERS)
def test_every_day_is_read_in_each_order(order: DateOrder) -> None:
    """Written in this order, it is that day again."""
    first = datetime.date(2019, 12, 1)
    for number in range(400):
        day = first + datetime.timedelta(number)
        cell = "/".join(str({"d": day.day, "m": day.month, "y": day.year}[part]) for part in order)
        assert day_in(in_iso_order(cell, order)) == day


def test_a_day_and_its_time() -> None:
    """Either can be missing; a day that can't be understood is refused with a remedy, a time is not."""
    assert (day_in(" "), time_in("2020-05-08")) == (None, None)
    assert (day_in("2020-05-08 nine"), time_in("2020-05-08 nine")) == (datetime.date(2020, 5, 8), None)
    assert time_in("2020-05-08T08:30:00+02:00") == datetime.time(8, 30)
    with pytest.raises(ValueError, match=r"date '8\.5\.2020' is not written like 2020-05-08; .* --date-order dmy"):
        day_in("8.5.2020")
    with pytest.raises(ValueError, match="--date-order mdy"):
        day_in("5/8/2020")
