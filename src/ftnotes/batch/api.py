"""The functions on exports: read, check, fix, rewrite and record the notes of a file."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Generator, Iterator
from importlib import import_module
from operator import itemgetter
from typing import Final, Generic, TypeVar

from attrs import frozen

from ..playbook.playbook import Playbook, choose_playbook
from .formats import READERS, SUFFIXES, is_export, suffix_of
from .jobs import Checked, CheckJob, Examined, ExamineJob, Fixed, FixJob, Policy, Recorded, RecordJob, ViewJob
from .pool import map_rows
from .previous import OlderNotes, with_previous
from .repeats import with_repeats
from .rows import Columns, Entry, ExportError, Options, Row, RowError, RowReader, refuse
from .text_file import open_target

T = TypeVar("T")
R = TypeVar("R")

_DEFAULT: Final = Options()


def open_export(file: str, columns: Columns, options: Options = _DEFAULT) -> RowReader:
    """Open an export with the reader for its suffix.

    Raises:
        ExportError: the file can't be read, or has another suffix.
    """
    if not is_export(file):
        refuse(file, f"is not an export by its name; exports end in {', '.join(SUFFIXES)}")
    module, name = READERS[suffix_of(file)]
    reader: type[RowReader] = getattr(import_module(f".{module}", __package__), name)
    return reader.open(file, columns, options)


def count_rows(file: str, columns: Columns, options: Options = _DEFAULT) -> int | None:
    """Return the number of rows of an export, for which it is read unless it is Parquet; None if it can't be."""
    if suffix_of(file) == ".parquet":
        from .parquet_file import count_parquet_rows

        return count_parquet_rows(file)
    try:
        return sum(entry.content is not None for entry in open_export(file, columns, options).entries())
    except ExportError:
        return None


def read_export(file: str, columns: Columns, options: Options = _DEFAULT, *, strict: bool = False) -> Iterator[Row | RowError]:
    """Yield the rows of an export in order, and errors for those that can't be read.

    Args:
        file: the file name. Its suffix decides the format.
        columns: the columns to read.
        options: how to read the file where it does not say so itself.
        strict: whether to raise the first error.

    Raises:
        ExportError: no row, or no further row, can be read; or ``strict`` is set and a row can't.
    """
    for entry in open_export(file, columns, options).entries():
        if entry.content is not None:
            yield _raised_if(strict, entry.content)


def check_export(
    file: str,
    columns: Columns,
    policy: Policy | None = None,
    *,
    options: Options = _DEFAULT,
    jobs: int = 1,
    strict: bool = False,
    older: OlderNotes | None = None,
) -> Iterator[Checked | RowError]:
    """Check the notes of an export in order; rows that can't be read yield errors.

    Args:
        file, columns, options, strict: as for `read_export`.
        policy: how to check.
        jobs: the number of processes. It changes neither the results nor their order.
        older: the notes before the export, for rules that need the previous note; it is looked for in the export first.

    Raises:
        ExportError: as for `read_export`.
        ValueError: as for `check`; raised before any row is read.
    """
    job = CheckJob((policy or Policy()).validated())
    run = _Run(file, columns, job, lambda row, made: Checked(row, *made), options, jobs, strict, job.policy, older)
    return run.results()


def view_checks(
    file: str,
    columns: Columns,
    policy: Policy | None,
    view: Callable[[Checked], T],
    *,
    options: Options = _DEFAULT,
    jobs: int = 1,
    strict: bool = False,
    older: OlderNotes | None = None,
) -> Iterator[tuple[Row, T] | RowError]:
    """Yield each row of an export with what a function makes of its checked note.

    Args:
        file, columns, policy, options, jobs, strict, older: as for `check_export`, as are the errors.
        view: called in the process that checks the note. With several jobs it must be picklable, and what it returns, too.
    """
    job = CheckJob((policy or Policy()).validated())
    run = _Run(file, columns, ViewJob(job, view), lambda row, made: (row, made), options, jobs, strict, job.policy, older)
    return run.results()


def examine_export(
    file: str,
    columns: Columns,
    policy: Policy | None = None,
    *,
    template: str | None = None,
    options: Options = _DEFAULT,
    jobs: int = 1,
    strict: bool = False,
    older: OlderNotes | None = None,
) -> Iterator[Examined | RowError]:
    """Yield all that is found in the notes of an export, in one pass: findings, records, next actions, and why it is no note.

    The records are those of the ``template`` with this key, by default of the first one; for the other arguments and the errors
    see `check_export`.
    """
    job = ExamineJob((policy or Policy()).validated(), template)
    run = _Run(file, columns, job, lambda row, found: Examined(row, *found), options, jobs, strict, job.policy, older)
    return run.results()


def record_export(
    file: str,
    columns: Columns,
    playbook: Playbook | None = None,
    *,
    edition: str | None = None,
    date: datetime.date | None = None,
    template: str | None = None,
    options: Options = _DEFAULT,
    jobs: int = 1,
    strict: bool = False,
) -> Iterator[Recorded | RowError]:
    """Yield the notes of an export as flat records of one template and of next actions.

    See `records` and `action_records` for these, and `check_export` for the other arguments. Of the context columns only that
    of the date counts, by which "next week" and dates without a year are understood.
    """
    chosen = playbook if edition is None else choose_playbook(playbook, edition)
    return _Run(
        file, columns, RecordJob(chosen, date, template), lambda row, made: Recorded(row, *made), options, jobs, strict
    ).results()


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
    """Yield what `fix_export` would, with the same arguments and errors, and write nothing."""
    job = FixJob((policy or Policy()).validated(), unsafe)
    return _Run(file, columns, job, lambda row, made: Fixed(row, *made), options, jobs, strict, job.policy).results()


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
    """Write an export again with its notes fixed and every other cell unchanged.

    The new file appears, complete, once the results have been iterated to the end. Rows with errors are copied.

    Args:
        file, columns, policy, options, jobs: as for `check_export`.
        target: the file to write, with the same suffix as ``file`` but not the same file. It is replaced if it exists.
        unsafe: as for `fix`.
        strict: whether to raise the first error; nothing is written then.

    Raises:
        ExportError: as for `read_export`; or the format is read only, or the target can't be written.
        ValueError: as for `fix`.
    """
    job = FixJob((policy or Policy()).validated(), unsafe)
    run = _Run(file, columns, job, lambda row, made: Fixed(row, *made), options, jobs, strict, job.policy)
    return run.rewritten(target, lambda fixed: fixed.result.text)


def preview_rewrite(
    file: str,
    columns: Columns,
    change: Callable[[Row], str],
    *,
    options: Options = _DEFAULT,
    jobs: int = 1,
    strict: bool = False,
) -> Iterator[tuple[Row, str] | RowError]:
    """Yield what `rewrite_export` would, with the same arguments and errors, and write nothing."""
    return _Run(file, columns, change, lambda row, text: (row, text), options, jobs, strict).results()


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
    """Write an export again with other notes, and yield each row with its new note.

    Args:
        file, target, columns, options, jobs, strict: as for `fix_export`.
        change: returns the new note of a row. With several jobs it must be picklable: a function of a module.
    """
    run = _Run(file, columns, change, lambda row, text: (row, text), options, jobs, strict)
    return run.rewritten(target, itemgetter(1))


@frozen(eq=False, repr=False)
class _Run(Generic[T, R]):
    """A job done with the rows of an export."""

    file: str
    columns: Columns
    job: Callable[[Row], T | RowError]
    #: Makes a result of a row and of what the job returned for it.
    result: Callable[[Row, T], R]
    options: Options
    jobs: int
    strict: bool
    #: How notes are checked, if they are.
    policy: Policy | None = None
    #: The notes before the export.
    older: OlderNotes | None = None

    def entries(self, reader: RowReader) -> Iterator[Entry]:
        policy = self.policy
        if policy is None:
            return reader.entries()
        entries = with_repeats(reader.entries(), policy.context, policy.playbook or Playbook.load())
        return with_previous(entries, reader, self.older or OlderNotes()) if policy.needs_previous else entries

    def results(self) -> Iterator[R | RowError]:
        reader = open_export(self.file, self.columns, self.options)
        for _, made in map_rows(self.job, self.result, self.entries(reader), self.jobs):
            if made is not None:
                yield _raised_if(self.strict, made)

    def rewritten(self, target: str, text_of: Callable[[R], str]) -> Generator[R | RowError, None, None]:
        file = self.file
        reader = open_export(file, self.columns, self.options)
        if suffix_of(target) != suffix_of(file):
            refuse(target, f"a new export has the format of the old one: end its name in {suffix_of(file)}")
        with open_target(target, (file,)) as stream:
            writer = reader.writer(stream)
            for entry, made in map_rows(self.job, self.result, self.entries(reader), self.jobs):
                row = entry.content
                if isinstance(row, Row) and made is not None and not isinstance(made, RowError):
                    text = text_of(made)
                    reason = writer.write(entry, None if text == row.text else text)
                    made = row.error(reason) if reason else made
                else:
                    writer.write(entry, None)
                if made is not None:
                    yield _raised_if(self.strict, made)
            writer.close()


def _raised_if(strict: bool, result: R | RowError) -> R | RowError:
    if strict and isinstance(result, RowError):
        raise ExportError(result)
    return result
