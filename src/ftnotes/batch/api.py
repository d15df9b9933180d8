"""What is done with an export: its notes are read, checked, mended, or turned into records."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from typing import Final, TypeVar

from attrs import evolve

from ..playbook.playbook import Playbook
from .atomic import replacing
from .csv_file import CsvReader
from .excel_file import ExcelReader
from .formats import RowReader
from .jobs import ChangeJob, Checked, CheckJob, Fixed, FixJob, Job, Policy, Recorded, RecordJob, validated
from .json_file import JsonLinesReader, JsonReader
from .parquet_file import ParquetReader
from .pool import map_rows
from .rows import Columns, ExportError, Options, Row, RowError
from .text_file import suffix_of

T = TypeVar("T")

#: How the names of exports end.
SUFFIXES: Final = (".csv", ".tsv", ".jsonl", ".json", ".xlsx", ".parquet")

_DEFAULT: Final = Options()


def is_export(file: str) -> bool:
    """Whether a name ends like that of an export."""
    return suffix_of(file) in SUFFIXES


def open_export(file: str, columns: Columns, options: Options = _DEFAULT) -> RowReader:
    """An export, by how its name ends.

    Raises:
        ExportError: it can't be read, or its name ends like that of none.
    """
    suffix = suffix_of(file)
    if suffix == ".csv":
        return CsvReader.open(file, columns, options)
    if suffix == ".tsv":
        return CsvReader.open(file, columns, evolve(options, delimiter=options.delimiter or "\t"))
    if suffix == ".jsonl":
        return JsonLinesReader.open(file, columns, options)
    if suffix == ".json":
        return JsonReader.open(file, columns, options)
    if suffix == ".xlsx":
        return ExcelReader.open(file, columns, options)
    if suffix == ".parquet":
        return ParquetReader.open(file, columns, options)
    raise ExportError(RowError(file, f"is no export by its name; these end in {', '.join(SUFFIXES)}"))


def read_export(file: str, columns: Columns, options: Options = _DEFAULT, *, strict: bool = False) -> Iterator[Row | RowError]:
    """The rows of an export, in order, and the problems of those that can't be read.

    Args:
        file: its name; how it ends says what it is.
        columns: which columns to read.
        options: how to read it where the file does not say.
        strict: whether the first problem ends it.

    Raises:
        ExportError: nothing, or nothing more, can be read; or, if strict, a row can't.
    """
    for entry in open_export(file, columns, options).entries():
        if entry.content is not None:
            yield _strictly(entry.content, strict)


def check_export(
    file: str,
    columns: Columns,
    policy: Policy | None = None,
    *,
    options: Options = _DEFAULT,
    jobs: int = 1,
    strict: bool = False,
) -> Iterator[Checked | RowError]:
    """Check the notes of an export, in order; the problems of rows that can't be read stand in their places.

    Args:
        file: as for `read_export`, like ``columns``, ``options`` and ``strict``.
        columns: which columns to read.
        policy: how to check.
        options: how to read the file.
        jobs: how many processes do it. What comes out is the same, in the same order.
        strict: whether the first problem ends it.

    Raises:
        ExportError: as for `read_export`.
        ValueError: as for `check`, of what the policy says.
    """
    return _results(file, columns, CheckJob(validated(policy)), options, jobs, strict)


def record_export(
    file: str,
    columns: Columns,
    playbook: Playbook | None = None,
    *,
    options: Options = _DEFAULT,
    jobs: int = 1,
    strict: bool = False,
) -> Iterator[Recorded | RowError]:
    """The notes of an export as flat records (see `records`). Arguments, order and errors are those of `check_export`."""
    return _results(file, columns, RecordJob(playbook), options, jobs, strict)


def preview_fixes(
    file: str,
    columns: Columns,
    policy: Policy | None = None,
    *,
    unsafe: bool = False,
    options: Options = _DEFAULT,
    jobs: int = 1,
    strict: bool = False,
) -> Iterator[Fixed | RowError]:
    """What `fix_export` would make of the notes of an export; nothing is written. Arguments and errors are those of that."""
    return _results(file, columns, FixJob(validated(policy), unsafe), options, jobs, strict)


def fix_export(
    file: str,
    target: str,
    columns: Columns,
    policy: Policy | None = None,
    *,
    unsafe: bool = False,
    options: Options = _DEFAULT,
    jobs: int = 1,
    strict: bool = False,
) -> Generator[Fixed | RowError, None, None]:
    """Write an export again with its notes mended; every other cell stays as it is.

    The new file is there, whole, when the results have been gone through to the end, and not before. Rows with problems are
    copied as they are.

    Args:
        file: as for `check_export`, like all that are not named here.
        target: the file to write, of the same format and not the same file. One that exists is replaced.
        columns: which columns to read.
        policy: how to check.
        unsafe: as for `fix`.
        options: how to read the file.
        jobs: how many processes do it.
        strict: whether the first problem ends it; nothing is written then.

    Raises:
        ExportError: as for `read_export`; the format is read only; or the target can't be written.
        ValueError: as for `fix`.
    """
    return _rewritten(
        file, target, columns, FixJob(validated(policy), unsafe), lambda made: made.result.text, options, jobs, strict
    )


def rewrite_export(
    file: str,
    target: str,
    columns: Columns,
    change: Callable[[Row], str],
    *,
    options: Options = _DEFAULT,
    jobs: int = 1,
    strict: bool = False,
) -> Generator[tuple[Row, str] | RowError, None, None]:
    """Write an export again with other notes, as `fix_export` does; each row comes with its new note.

    Args:
        file: as for `fix_export`, like all that are not named here.
        target: the file to write.
        columns: which columns to read.
        change: gives the new note for a row. With several jobs it must be a function of a module, which processes can be sent.
        options: how to read the file.
        jobs: how many processes do it.
        strict: whether the first problem ends it.
    """
    return _rewritten(file, target, columns, ChangeJob(change), _second, options, jobs, strict)


def preview_rewrite(
    file: str,
    columns: Columns,
    change: Callable[[Row], str],
    *,
    options: Options = _DEFAULT,
    jobs: int = 1,
    strict: bool = False,
) -> Iterator[tuple[Row, str] | RowError]:
    """What `rewrite_export` would make of the notes of an export; nothing is written; arguments and errors are its."""
    return _results(file, columns, ChangeJob(change), options, jobs, strict)


def _results(
    file: str, columns: Columns, job: Job[T | RowError], options: Options, jobs: int, strict: bool
) -> Iterator[T | RowError]:
    for entry, made in map_rows(job, open_export(file, columns, options).entries(), _number(jobs)):
        result = made if isinstance(entry.content, Row) else entry.content
        if result is not None:
            yield _strictly(result, strict)


def _rewritten(
    file: str,
    target: str,
    columns: Columns,
    job: Job[T | RowError],
    text_of: Callable[[T], str],
    options: Options,
    jobs: int,
    strict: bool,
) -> Generator[T | RowError, None, None]:
    source = open_export(file, columns, options)
    if suffix_of(target) != suffix_of(file):
        raise ExportError(RowError(target, f"a new export has the format of the old one: end its name in {suffix_of(file)}"))
    if os.path.exists(target) and os.path.samefile(file, target):
        raise ExportError(RowError(target, "is the export that is read: name another file to write"))
    with replacing(target) as stream:
        writer = source.writer(stream)
        for entry, made in map_rows(job, source.entries(), _number(jobs)):
            result: T | RowError | None
            if isinstance(entry.content, Row) and made is not None and not isinstance(made, RowError):
                text = text_of(made)
                reason = writer.write(entry, None if text == entry.content.text else text)
                result = entry.content.error(reason) if reason else made
            else:
                writer.write(entry, None)
                result = made if isinstance(made, RowError) else entry.content if isinstance(entry.content, RowError) else None
            if result is not None:
                yield _strictly(result, strict)
        writer.close()


def _strictly(result: T | RowError, strict: bool) -> T | RowError:
    if strict and isinstance(result, RowError):
        raise ExportError(result)
    return result


def _number(jobs: int) -> int:
    if jobs < 1:
        raise ValueError(f"jobs takes a number of processes, 1 or more, not {jobs}")
    return jobs


def _second(made: tuple[Row, str]) -> str:
    return made[1]
