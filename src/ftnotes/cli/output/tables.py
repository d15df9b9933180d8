"""Tables: printed row by row for other programs, and named after they were written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import TracebackType

from attrs import define, field

from ...batch.jobs import Recorded
from ...batch.table_files import CsvTable, TableFile
from ...batch.tables import TableKind
from ...interchange.records import Cell
from ...playbook.playbook import Playbook
from ...policy.report_text import counted
from .terminal import Screen, json_line


def written_lines(
    screen: Screen, targets: Mapping[str, str], counts: Mapping[str, int], nouns: Mapping[str, tuple[str, str]]
) -> Iterator[str]:
    """Yield a line for each written file, with the numbers of rows of its tables.

    Args:
        screen: where the lines are printed.
        targets: the name of the file of each table.
        counts: the number of rows of each.
        nouns: what a row of each is, in singular and plural.
    """
    for name in dict.fromkeys(targets.values()):
        inside = (kind for kind, target in targets.items() if target == name)
        yield f"{screen.escape(name)}: {', '.join(counted(counts[kind], *nouns[kind]) for kind in inside)}"


@define(eq=False, repr=False)
class PrintedTable:
    """A table on standard output, as CSV or JSON lines. It is used as `Tables` is."""

    screen: Screen
    kind: TableKind
    playbook: Playbook
    keep: tuple[str, ...]
    form: str
    raw_csv: bool
    redact: bool = False
    counts: Counter[str] = field(factory=Counter, init=False)
    _table: TableFile = field(init=False)

    def __enter__(self) -> PrintedTable:
        columns = self.kind.all_columns(self.playbook, self.keep)
        if self.form == "jsonl":
            self._table = _JsonLines(self.screen)
        else:
            self._table = CsvTable.on(_Lines(self.screen), columns, self.raw_csv, "\n")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...

    def add(self, result: Recorded) -> None:
        """Print the rows about a note."""
        for row in self.kind.of(result, self.playbook, self.keep):
            self.counts[self.kind.name] += 1
            self._table.write(self.kind.redacted(row, self.playbook) if self.redact else row)


@define(eq=False, repr=False)
class _Lines:
    """A stream of UTF-8; on a terminal, control characters other than line ends are escaped."""

    screen: Screen

    def write(self, text: str) -> None:
        if self.screen.is_terminal:
            self.screen.print("\n".join(map(self.screen.escape, text.removesuffix("\n").split("\n"))))
        else:
            self.screen.write(text.encode())


@define(eq=False, repr=False)
class _JsonLines(TableFile):
    screen: Screen

    def write_encodable(self, row: dict[str, Cell]) -> None:
        self.screen.print(json_line({**row}))
