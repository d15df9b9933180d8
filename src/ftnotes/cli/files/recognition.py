"""Folders and exports in which no summary was recognized: an error, unless they contain lifecycle notes."""

from __future__ import annotations

from collections import Counter

from attrs import Factory, define

from ...batch.formats import is_export
from ...playbook.playbook import Playbook
from ...policy.report_text import counted
from ...syntax.parser import parse
from ..output.terminal import Screen


@define
class Recognition:
    """Counts the texts in folders and exports, and keeps where summaries and lifecycle notes were recognized."""

    playbook: Playbook
    _texts: Counter[str] = Factory(Counter)
    _summaries: set[str] = Factory(set)
    _lifecycle_notes: set[str] = Factory(set)

    def awaits(self, place: str | None) -> bool:
        """Return whether no summary was recognized yet in a folder or export; None is a file that was named itself."""
        return place is not None and place not in self._summaries

    def add(self, place: str | None, text: str, recognized: bool) -> None:
        """Count a text of a folder or export; ``recognized``: whether it has a summary, or is known to need none."""
        if place is None:
            return
        self._texts[place] += 1
        if recognized:
            self._summaries.add(place)
        elif place not in self._summaries | self._lifecycle_notes and _is_lifecycle(text, self.playbook):
            self._lifecycle_notes.add(place)

    def report(self, errors: Screen, remedy: str = "") -> bool:
        """Report the places without any summary; return whether there are some without any lifecycle note."""
        failed = False
        for place in self._texts:
            if place in self._summaries:
                continue
            message = f"no summary was recognized in {counted(self._texts[place], 'text')}; "
            if place in self._lifecycle_notes:
                message += "read as lifecycle notes"
            else:
                message += f"check {'--column' if is_export(place) else 'the folder'}{remedy}"
                failed = True
            errors.report(place, message)
        return failed


def _is_lifecycle(text: str, playbook: Playbook) -> bool:
    from ...policy.note_view import NoteView  # loaded only for places without a summary
    from ...policy.recognition import is_lifecycle_note

    return is_lifecycle_note(NoteView(parse(text, playbook), playbook))
