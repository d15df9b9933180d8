"""The newest note of each customer."""

from __future__ import annotations

import datetime
import json

import pytest
from helpers.reports import FULL, OTHER, TECHNICAL, examined, figures, sample

from ftnotes.batch import ExportError, RowError
from ftnotes.batch.report import Portfolio, ReportOptions
from ftnotes.batch.report import portfolio as module
from ftnotes.batch.report.payload import payload
from ftnotes.batch.report.statements import statements


def names(portfolio: Portfolio) -> dict[str, int]:
    return {one.name: one.note.row.number for one in portfolio.customers}


def test_the_newest_note_of_a_customer_counts() -> None:
    """The later day wins; without days the later row; and a summary wins over other templates, these over other notes."""
    portfolio = Portfolio()
    may, june = datetime.date(2020, 5, 1), datetime.date(2020, 6, 1)
    for id, *notes in (
        ("dated", (FULL, june), (OTHER, may)),
        ("undated", (FULL, None), (OTHER, None)),
        ("one of them", (FULL, may), (OTHER, None)),
        ("unread", (FULL, may), ("A call.", june)),
        ("technical", (FULL, may), (TECHNICAL, june)),
        ("only technical", (TECHNICAL, may), ("A call.", june)),
        (" two  words ", (FULL, may)),
    ):
        for number, (text, day) in enumerate(notes, 2):
            portfolio.add(examined(text, id, day, number))
    assert names(portfolio) == {
        "dated": 2, "one of them": 2, "only technical": 2, "technical": 2, "two words": 2, "undated": 3, "unread": 2,
    }  # fmt: skip
    assert portfolio.notes == 13


@pytest.mark.parametrize("newest_first", [False, True])
def test_of_notes_of_one_day_the_last_one_counts(newest_first: bool) -> None:
    """It is in the last row if the export goes from old to new, as notes of other days show; in the first row otherwise."""
    portfolio = Portfolio()
    may, june = datetime.date(2020, 5, 1), datetime.date(2020, 6, 1)
    notes = [("a", june), ("b", may), ("b", june), ("a", june), ("a", june), ("c", june)]
    for number, (id, day) in enumerate(notes[::-1] if newest_first else notes):
        portfolio.add(examined(FULL, id, day, number))
    portfolio.add(examined(FULL, "c", june, 9, file="other.csv"))
    assert names(portfolio) == {"a": 1 if newest_first else 4, "b": 3 if newest_first else 2, "c": 9}


def test_a_newer_note_of_another_kind_has_an_age() -> None:
    """The customer has a fresh note, though the one that is shown is older; the page says both."""
    april, june = datetime.date(2020, 4, 1), datetime.date(2020, 6, 1)
    found = figures(
        examined(FULL, "a", april),
        examined("A call.", "a", june),
        examined("A call.", "b", april),
        examined(FULL, "b", june),
        examined(FULL, "c"),
        examined("A call.", "c", june),
    )
    assert [(one.note.date, one.newest, one.has_newer, one.facts.age) for one in found.customers] == [
        (april, june, True, 9),
        (june, june, False, 9),
        (None, june, False, 9),
    ]
    assert found.stale == []
    assert "1 customer has a newer note of another kind; only its date is used." in statements(found)
    assert [note.get("newest") for note in json.loads(payload(found))["notes"]] == ["2020-06-01", None, None]


def test_notes_without_ids_are_customers() -> None:
    """They are named by their place."""
    portfolio = Portfolio()
    portfolio.add(examined(FULL, None, None, 7))
    portfolio.add(examined(FULL, "  ", None, 8))
    portfolio.add(examined(FULL, None, None, 0, file="n/Contoso.md"))
    assert list(names(portfolio)) == ["e.csv, row 7", "e.csv, row 8", "n/Contoso.md"]


def test_errors_are_counted_and_the_first_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory does not grow with the number of damaged rows."""
    monkeypatch.setattr(module, "_SHOWN_ERRORS", 2)
    portfolio = Portfolio()
    for number in range(5):
        portfolio.add(RowError("e.csv", "is damaged", number))
    assert (portfolio.unreadable, len(portfolio.errors)) == (5, 2)


@pytest.mark.parametrize("limit", ["MAX_CUSTOMERS", "MAX_CHARACTERS"])
def test_a_report_has_limits(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond them the error names the way with tables. An older note that is replaced does not count."""
    monkeypatch.setattr(module, limit, 1 if limit == "MAX_CUSTOMERS" else 2 * len(FULL) - 1)
    portfolio = Portfolio()
    for _ in range(3):
        portfolio.add(examined(FULL, "Contoso"))
    with pytest.raises(
        ExportError, match=r"take a part of the export, or write tables instead: ftnotes check -o problems\.parq"
    ):
        portfolio.add(examined(FULL, "Fabrikam"))


def test_what_is_kept_is_in_one_line() -> None:
    """A missing column is empty."""
    portfolio = Portfolio(ReportOptions())
    portfolio.add(examined(FULL, "x", Region="North\nWest"))
    assert [portfolio.customers[0].kept(name) for name in ("Region", "none", None)] == ["North West", "", ""]


def test_the_day_is_today_by_default() -> None:
    """Ages are counted up to it."""
    assert ReportOptions().day == datetime.date.today()
    assert [one.facts.age for one in sample().customers] == [101, 40, 2, None]
    assert [one.name for one in sample().portfolio.recognized()] == ["<b>Fabrikam</b>", "Contoso", "Trey"]
