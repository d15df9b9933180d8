"""The number of notes that a command is given, where it is known before they are read."""

from __future__ import annotations

from collections.abc import Sequence

from ...batch.formats import is_export


def known_total(names: Sequence[str]) -> int | None:
    """Return the number of notes of inputs; None if that of an export is not known."""
    numbers = [_count(name) if is_export(name) else 1 for name in names]
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _count(export: str) -> int | None:
    from ...batch.api import count_rows  # loaded only for exports

    return count_rows(export)
