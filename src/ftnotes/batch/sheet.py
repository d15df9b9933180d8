"""The cells of a sheet, read by python-calamine in a process of its own, so that an abort of the reader ends only that.

The reader makes a table of all cells between the first and the last, and a copy of each shared text. What an archive declares
is not enough to foresee that (see `archive`), so the memory of the process is limited, too.
"""

from __future__ import annotations

import datetime
import importlib
import json
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import suppress
from typing import Any, Final

#: The limit of the memory of the process in bytes, on systems that can limit it.
MAX_MEMORY: Final = 4 << 30
#: What the process runs. It finds modules where this one does.
_PROGRAM: Final = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from ftnotes.batch.sheet import main; main()"


class SheetError(Exception):
    """A workbook that can't be read."""


def read_sheet(file: str, sheet: str | None) -> Generator[list[str], None, None]:
    """Yield the names of the sheets, and then the rows of one, from the first row on: the texts of all columns from A on.

    Args:
        file: the name of the workbook.
        sheet: the name of the sheet, by default the first one. If there is none of that name, only the names are yielded.

    Raises:
        SheetError: the workbook can't be read.
        ImportError: python-calamine is missing.
    """
    import python_calamine

    try:
        with python_calamine.CalamineWorkbook.from_path(file) as book:
            names = book.sheet_names
            yield names
            name = sheet if sheet is not None else names[0]
            if name in names:
                chosen = book.get_sheet_by_name(name)
                before = [""] * (chosen.start[1] if chosen.start else 0)
                for values in chosen.iter_rows():
                    yield [*before, *map(shown_cell, values)]
    except (python_calamine.CalamineError, OSError, IndexError) as error:
        raise SheetError(f"can't be read as a workbook ({error}): save it in Excel again, or as CSV") from None


def shown_cell(value: object) -> str:
    """Return a cell roughly as it is displayed: whole numbers without a point, dates like 2020-05-08."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)


def read_sheet_apart(file: str, sheet: str | None) -> Generator[list[str], None, None]:
    """Yield what `read_sheet` does, from another process; from this one if there can be no other.

    Raises:
        SheetError: as for `read_sheet`; or the process ended, because the reader aborted or took too much memory.
        ImportError: as for `read_sheet`.
    """
    process = _started(file, sheet)
    if process is None:
        yield from read_sheet(file, sheet)
        return
    with process:
        try:
            assert process.stdout is not None
            for line in process.stdout:
                made = json.loads(line)
                if made is None:
                    return
                if isinstance(made, str):
                    raise SheetError(made)
                yield made
        finally:
            process.kill()
    raise SheetError(
        "can't be read as a workbook: reading it takes too much memory; delete the stray cells far out, or save as CSV"
    )


def _started(file: str, sheet: str | None) -> subprocess.Popen[bytes] | None:
    importlib.import_module("python_calamine")  # if it is missing, the error is raised in this process
    if not sys.executable or getattr(sys, "frozen", False):
        return None
    command = [sys.executable, "-I", "-c", _PROGRAM, json.dumps(sys.path), file]
    try:
        return subprocess.Popen(
            [*command, *([] if sheet is None else [sheet])],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return None


def main() -> None:
    """Write what `read_sheet` yields to standard output, each as a line of JSON, then null; or the reason of its error."""
    _limit_memory()
    for made in _messages(*sys.argv[2:]):
        sys.stdout.write(json.dumps(made) + "\n")
    sys.stdout.flush()


def _messages(file: str, sheet: str | None = None) -> Iterator[Any]:
    try:
        yield from read_sheet(file, sheet)
    except SheetError as error:
        yield str(error)
    yield None


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):  # not on Windows, and not everywhere else
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, most))
