"""What jobs make of notes, one after the other, whether they are rows of exports or files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from ...batch.formats import is_export
from ...batch.rows import ExportError, Row, RowError
from .inputs import Inputs

T = TypeVar("T")


def row_results(
    names: Sequence[str],
    inputs: Inputs,
    rows: Callable[[str], Iterator[T | RowError]],
    note: Callable[[Row], T | RowError],
    *,
    strict: bool,
) -> Iterator[T | RowError]:
    """Yield what is made of the notes of inputs, and the errors of exports and of their rows; `Inputs` reports those of files.

    Args:
        names: the inputs.
        inputs: reads notes in files.
        rows: yields what is made of the rows of an export.
        note: returns what is made of a note in a file, which is a row with the number 0.
        strict: whether to raise the first error.

    Raises:
        ExportError: ``strict`` is set, and something can't be read.
    """
    for name in names:
        if not is_export(name):
            yield from (note(Row(one.shown, 0, one.text)) for one in inputs.read([name]))
            continue
        try:
            yield from rows(name)
        except ExportError as error:
            if strict:
                raise
            yield error.error
