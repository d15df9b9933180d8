"""All that is found in the notes of a command, read in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from ...batch.api import examine_export
from ...batch.formats import is_export
from ...batch.jobs import Examined, ExamineJob, Policy
from ...batch.rows import Previous, Row, RowError
from .inputs import Inputs
from .previous import previous_of
from .row_results import row_results

if TYPE_CHECKING:
    from ..options.export_arguments import ExportOptions
    from ..options.settings import Settings


def examine(
    names: Sequence[str],
    inputs: Inputs,
    settings: Settings,
    exports: ExportOptions,
    keep: Iterable[str] = (),
    previous: Mapping[str, Previous] = MappingProxyType({}),
) -> Iterator[Examined | RowError]:
    """Yield all that is found in notes; see `row_results`.

    Args:
        names: the inputs.
        inputs: reads notes in files.
        settings: how to check.
        exports: the options about exports.
        keep: the columns of exports to keep.
        previous: the previous notes by id.

    Raises:
        ExportError: as `row_results`.
        UsageError: the column of the notes is not named.
    """
    from ..options.export_options import export_reading

    reading = export_reading(exports, names, inputs, keep) if any(map(is_export, names)) else None

    def rows(name: str) -> Iterator[Examined | RowError]:
        assert reading is not None
        policy = Policy(**settings.options(name))
        return examine_export(name, policy=policy, jobs=exports.jobs, older=previous, **reading)

    def note(row: Row) -> Examined | RowError:
        row = attrs.evolve(row, previous=previous_of(row.file, inputs.folders, previous))
        return ExamineJob(Policy(**settings.options(row.file)).validated()).examine(row)

    return row_results(names, inputs, rows, note, strict=exports.strict)
