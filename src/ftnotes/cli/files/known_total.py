"""The number of notes that a command is given, for its progress line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...batch.formats import is_export
from ..options.export_arguments import ExportOptions
from .inputs import Inputs

if TYPE_CHECKING:
    from ..options.export_options import ExportReading


def known_total(names: Sequence[str], inputs: Inputs, exports: ExportOptions) -> int | None:
    """Return the number of notes of inputs, for which exports are read; None if one can't be."""
    from ..options.export_options import export_reading

    reading = export_reading(exports, names, inputs) if any(map(is_export, names)) else None
    numbers = [_count(name, reading) if reading and is_export(name) else 1 for name in names]
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _count(export: str, reading: ExportReading) -> int | None:
    from ...batch.api import count_rows  # loaded only for exports

    return count_rows(export, reading["columns"], reading["options"])
