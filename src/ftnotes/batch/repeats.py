"""Rows whose notes repeat the text of an earlier one about the same customer: their contexts say where that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Final

from attrs import evolve

from ..playbook.model import Avoidance
from ..playbook.playbook import Playbook
from ..policy.context import Context
from ..text.words import fold
from .rows import Entry, Row

#: The demand of a note type that this violates.
_AVOIDED: Final[Avoidance] = "same-text"


def with_repeats(entries: Iterable[Entry], context: Context, playbook: Playbook) -> Iterator[Entry]:
    """Yield entries, the rows among them with ``repeats`` in their contexts where their notes repeat an earlier one.

    Notes repeat each other if they have the same id, the same type, which avoids this, and the same words. Only a digest of
    each such note is kept.

    Args:
        entries: The entries of one export.
        context: What is known of all notes, in keys of the playbook.
        playbook: The playbook with the types of note.
    """
    types = {
        fold(name): spec.key for spec in playbook.note_types if _AVOIDED in spec.avoids for name in (spec.key, *spec.names)
    }
    first: dict[bytes, int] = {}
    for entry in entries:
        row = entry.content
        if types and isinstance(row, Row) and row.id:
            note_type = types.get(fold(row.context.get("note_type", context.note_type or "")))
            words = fold(row.text)
            if note_type and words:
                said = "\0".join((row.id, note_type, words)).encode("utf-8", "surrogatepass")
                earlier = first.setdefault(blake2b(said, digest_size=16).digest(), row.number)
                if earlier != row.number:
                    entry = evolve(entry, content=evolve(row, context={**row.context, "repeats": f"row {earlier}"}))
        yield entry
