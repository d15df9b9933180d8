"""The dates in cells: those like ``2020-05-08``, and those in an order of day, month and year that is named."""

from __future__ import annotations

import datetime
import re
from typing import Final

from .formats import DateOrder

#: Three numbers, and perhaps a time, with "AM" or "PM".
_WRITTEN: Final = re.compile(
    r"(\d{1,4})[./-] ?(\d{1,2})[./-] ?(\d{1,4})"
    r"(?:[ T,]{1,2}(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(?:[ \xa0\u202f]?([AaPp])\.?[Mm]\.?)?)?",
    re.ASCII,
)
#: The century of years of two digits.
_CENTURY: Final = "20"


def in_iso_order(cell: str, order: DateOrder) -> str:
    """Return a date in an order as one like ``2020-05-08T14:30:00``; any other text as it is."""
    match = _WRITTEN.fullmatch(cell.strip())
    if match is None:
        return cell
    *numbers, hour, minute, second, half = match.groups()
    parts = dict(zip(order, numbers, strict=True))
    year = parts["y"] if len(parts["y"]) == 4 else _CENTURY + parts["y"]
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + 12 * (half in "Pp") if 0 < hours <= 12 else -1
    try:
        day = datetime.date(int(year), int(parts["m"]), int(parts["d"]))
        time = datetime.time(hours, int(minute or 0), int(second or 0))
    except ValueError:
        return cell
    return datetime.datetime.combine(day, time).isoformat() if hour else day.isoformat()


def day_in(cell: str) -> datetime.date | None:
    """Return the day in a cell, with or without a time; None if it is empty.

    Raises:
        ValueError: it can't be understood; the message says why.
    """
    cell = cell.strip()
    if not cell:
        return None
    try:
        return datetime.date.fromisoformat(cell[:10] if cell[10:11] in ("T", " ") else cell)
    except ValueError:
        order = "dmy" if "." in cell else "mdy"
        remedy = f"if day, month and year are in another order, name it, as in --date-order {order} (date_order in Options)"
        raise ValueError(f"date {cell[:40]!r} is not written like 2020-05-08; {remedy}") from None


def time_in(cell: str) -> datetime.time | None:
    """Return the time of day after the day in a cell, without its time zone; None if none can be understood."""
    cell = cell.strip()
    if cell[10:11] not in ("T", " "):
        return None
    try:
        return datetime.time.fromisoformat(cell[11:]).replace(tzinfo=None)
    except ValueError:
        return None
