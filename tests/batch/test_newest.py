"""The newest note of each customer."""

from __future__ import annotations

import datetime

import pytest

from ftnotes.batch.newest import NewestNotes, RowOrder, moment

MAY, JUNE = datetime.date(2020, 5, 1), datetime.date(2020, 6, 1)


@pytest.mark.parametrize(
    ("rows", "newest_first"),
    [
        ([], False),
        ([("a", JUNE), ("a", MAY)], True),
        ([("a", MAY), ("a", JUNE)], False),
        ([("b", JUNE), ("a", MAY)], False),
        ([("a", JUNE), ("b", JUNE), ("b", None), ("a", MAY), ("b", MAY)], True),
        ([("a", MAY), ("a", JUNE), ("b", MAY), ("b", JUNE), ("c", JUNE), ("c", MAY)], False),
        ([("a", MAY), ("a", JUNE), ("b", JUNE), ("b", MAY)], False),
    ],
)
def test_the_order_of_an_export_is_that_of_most_customers(
    rows: list[tuple[str, datetime.date | None]], newest_first: bool
) -> None:
    """Days of different customers, and rows without a day, show nothing."""
    order = RowOrder()
    for id, day in rows:
        order.add(id, day)
    assert order.newest_first is newest_first


def test_unknown_days_and_times_are_before_all_others() -> None:
    """So every two moments can be compared."""
    moments = [moment(None, None), moment(MAY, None), moment(MAY, datetime.time(9)), moment(JUNE, None)]
    assert moments == sorted(moments, reverse=True)[::-1]


def test_at_most_two_notes_of_a_customer_are_kept() -> None:
    """The first and the last one of the newest rank, as long as it is not known which counts."""
    newest = NewestNotes[str, int]()
    assert (newest.kept("a"), newest.get("a"), len(newest)) == ((), None, 0)
    for note in range(4):
        newest.add("a", "e.csv", JUNE, (JUNE,), note)
    newest.add("a", "e.csv", MAY, (MAY,), 4)
    assert (newest.kept("a"), dict(newest.items()), newest.get("a"), len(newest)) == ((0, 3), {"a": 0}, 0, 1)
    assert newest.days == {"a": JUNE}
    for note in range(2):
        newest.add("b", "e.csv", None, (MAY,), note)
    assert (newest.kept("b"), newest.get("b")) == ((1,), 1)
