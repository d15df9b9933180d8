"""Phrasings of next actions with their truth: ``data/actions``.

``NAME.txt`` is a text, ``NAME.json`` what a careful reader understands:

    date      the day on which it was written, if that matters
    actions   a list of what, date, owner and done
    dates     all dates of the text

A date is its day, or its first and last day with a slash between them. An owner is named without article.
"""

from __future__ import annotations

import datetime
import json
from typing import Any, Final, NamedTuple

from ftnotes import DateMention
from helpers.paths import DATA

PHRASINGS: Final = DATA / "actions"
#: The names of all phrasings.
NAMES: Final = sorted(str(path.relative_to(PHRASINGS).with_suffix("")) for path in PHRASINGS.rglob("*.json"))


class Phrasing(NamedTuple):
    """A text and its truth."""

    text: str
    written: datetime.date | None
    actions: list[dict[str, Any]]
    dates: list[str]


def phrasing(name: str) -> Phrasing:
    """Return a phrasing by its name."""
    truth = json.loads((PHRASINGS / f"{name}.json").read_text(encoding="utf-8"))
    written = datetime.date.fromisoformat(truth["date"]) if "date" in truth else None
    text = (PHRASINGS / f"{name}.txt").read_bytes().decode("utf-8")
    return Phrasing(text, written, truth["actions"], truth["dates"])


def days(mention: DateMention | None) -> str | None:
    """Return the days of a date as a truth states them."""
    if mention is None:
        return None
    if mention.first is None or mention.last is None:
        return f"? {mention.text}"
    return f"{mention.first}" if mention.first == mention.last else f"{mention.first}/{mention.last}"
