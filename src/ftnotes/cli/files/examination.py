"""All that is found in the notes of a command, read in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from ...batch.api import examine_export
from ...batch.formats import is_export
from ...batch.jobs import Examined, ExamineJob, Policy
from ...batch.rows import Row, RowError
from .inputs import Inputs
from .previous import file_row
from .row_results import row_results

if TYPE_CHECKING:
    from ...batch.previous import OlderNotes
    from ..options.export_arguments import ExportOptions
    from ..options.settings import Settings


def examine(
    names: Sequence[str],
    inputs: Inputs,
    settings: Settings,
    exports: ExportOptions,
    keep: Iterable[str] = (),
    older: OlderNotes | None = None,
) -> Iterator[Examined | RowError]:
    """Yield all that is found in notes; see `row_results`.

    Args:
        names: the inputs.
        inputs: reads notes in files.
        settings: how to check.
        exports: the options about exports.
        keep: the columns of exports to keep.
        older: the notes before these.

    Raises:
        ExportError: as `row_results`.
        UsageError: the column of the notes is not named.
    """
    from ..options.export_options import export_reading

    reading = export_reading(exports, names, inputs, keep) if any(map(is_export, names)) else None

    def rows(name: str) -> Iterator[Examined | RowError]:
        assert reading is not None
        policy = Policy(**settings.options(name))
        return examine_export(name, policy=policy, jobs=exports.jobs, older=older, **reading)

    def note(row: Row) -> Examined | RowError:
        if older:
            row = attrs.evolve(row, previous=older.before(file_row(row.file, inputs.folders)))
        return ExamineJob(Policy(**settings.options(row.file)).validated()).examine(row)

    return row_results(names, inputs, rows, note, strict=exports.strict)
