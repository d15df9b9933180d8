"""Arrow batches: a batch of rows is returned with the findings in each note in an added column.

`check_batch` is the counterpart of `ftnotes.interchange.arrow.parse_batch`: a pure function of one batch, which any engine that
uses Arrow can map over all batches. It needs pyarrow (``pip install 'ftnotes[arrow]'``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from attrs import evolve

from ..interchange.arrow import extended, with_column
from ..playbook.playbook import Playbook
from ..policy.checker import check
from .jobs import Policy

if TYPE_CHECKING:
    from pyarrow import DataType, RecordBatch, Schema, Table

#: The name of the added column.
INTO: Final = "findings"


def finding_type() -> DataType:
    """Return the Arrow type of the added column: a list of structs, one per finding.

    Raises:
        ImportError: pyarrow is missing.
    """
    import pyarrow

    texts = dict.fromkeys(("code", "name", "severity", "message", "fix"), pyarrow.string())
    numbers = dict.fromkeys(("line", "column", "start", "end"), pyarrow.int32())
    return pyarrow.list_(pyarrow.struct([*texts.items(), *numbers.items()]))


def finding_schema(schema: Schema, into: str = INTO) -> Schema:
    """Return the schema of the batches that `check_batch` returns, for engines that need it in advance.

    Raises:
        ImportError: pyarrow is missing.
        ValueError: there is a column with the name of the added one already.
    """
    return extended(schema, into, finding_type())


def check_batch(
    batch: RecordBatch | Table | object,
    column: str = "note",
    policy: Policy | None = None,
    *,
    previous: str | None = None,
    into: str = INTO,
) -> RecordBatch | Table:
    """Return a batch with the same rows and columns, and the findings in its notes in an added column.

    Args:
        batch, column: as for `parse_batch`.
        policy: how to check.
        previous: the column with the previous note about the same customer, null for none, for rules that need it.
        into: the name of the added column, of the type `finding_type`. It is null if the note is null.

    Raises:
        ImportError, TypeError: as for `parse_batch`.
        ValueError: as for `parse_batch` and `Policy.validated`.
    """
    chosen = (policy or Policy()).validated()
    playbook = chosen.playbook or Playbook.load()

    def made(text: str, before: str | None) -> list[Mapping[str, object]]:
        report = check(
            text,
            context=chosen.context if before is None else evolve(chosen.context, previous=before),
            playbook=playbook,
            rules=chosen.rules,
            select=chosen.select,
            ignore=chosen.ignore,
            severities=chosen.severities,
        )
        return [
            {
                "code": found.code,
                "name": found.name,
                "severity": found.severity.value,
                "message": found.message,
                "fix": found.fixes[0].title if found.fixes else None,
                "line": found.line,
                "column": found.column,
                "start": found.span.start,
                "end": found.span.end,
            }
            for found in report
        ]

    return with_column(batch, column, into, finding_type(), made, "check_batch", previous)
