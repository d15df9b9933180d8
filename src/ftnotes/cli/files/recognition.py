"""Folders and exports in which no note was recognised, which must not pass for good."""

from __future__ import annotations

from collections import Counter

from attrs import Factory, define

from ...batch.formats import is_export
from ...policy.report_text import counted
from ..output.terminal import Screen


@define
class Recognition:
    """Counts the texts in folders and exports, and keeps where an exec summary was recognised."""

    _texts: Counter[str] = Factory(Counter)
    _recognised: set[str] = Factory(set)

    def awaits(self, place: str | None) -> bool:
        """Return whether nothing was recognised yet in a folder or export; None is a file that was named itself."""
        return place is not None and place not in self._recognised

    def add(self, place: str | None, recognised: bool) -> None:
        """Count a text of a folder or export."""
        if place is not None:
            self._texts[place] += 1
            if recognised:
                self._recognised.add(place)

    def report(self, errors: Screen, remedy: str = "") -> bool:
        """Report the places without any exec summary; return whether there are some."""
        missed = [place for place in self._texts if place not in self._recognised]
        for place in missed:
            texts, named = counted(self._texts[place], "text"), "--column" if is_export(place) else "the folder"
            errors.report(place, f"no exec summary was recognised in {texts}; check {named}{remedy}")
        return bool(missed)
