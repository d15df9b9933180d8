"""Short ways to write dates in tests."""

from __future__ import annotations

import datetime

from ftnotes import DateMention, find_dates


def day(text: str) -> datetime.date:
    """Return the day of an ISO date."""
    return datetime.date.fromisoformat(text)


def days(mention: DateMention) -> list[str]:
    """Return the readings of a date, each as its day or its first and last day."""
    return [
        f"{reading.first}" if reading.first == reading.last else f"{reading.first} {reading.last}"
        for reading in mention.readings
    ]


def only(text: str, language: str | None = None) -> DateMention:
    """Return the one date of a text."""
    (mention,) = find_dates(text, language=language)
    return mention
