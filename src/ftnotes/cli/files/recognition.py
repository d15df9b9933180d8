"""Folders and exports in which no note was recognized, which is an error."""

from __future__ import annotations

from collections import Counter

from attrs import Factory, define

from ...batch.formats import is_export
from ...policy.report_text import counted
from ..output.terminal import Screen


@define
class Recognition:
    """Counts the texts in folders and exports, and keeps where a summary was recognized."""

    _texts: Counter[str] = Factory(Counter)
    _recognized: set[str] = Factory(set)

    def awaits(self, place: str | None) -> bool:
        """Return whether nothing was recognized yet in a folder or export; None is a file that was named itself."""
        return place is not None and place not in self._recognized

    def add(self, place: str | None, recognized: bool) -> None:
        """Count a text of a folder or export."""
        if place is not None:
            self._texts[place] += 1
            if recognized:
                self._recognized.add(place)

    def report(self, errors: Screen, remedy: str = "") -> bool:
        """Report the places without any summary; return whether there are some."""
        missed = [place for place in self._texts if place not in self._recognized]
        for place in missed:
            texts, named = counted(self._texts[place], "text"), "--column" if is_export(place) else "the folder"
            errors.report(place, f"no summary was recognized in {texts}; check {named}{remedy}")
        return bool(missed)
