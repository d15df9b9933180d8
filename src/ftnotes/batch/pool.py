"""Rows mapped by a job, in this process or in several, with results in the order of the rows."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final, TypeVar

from .formats import MAX_JOBS
from .rows import Entry, ExportError, Row, RowError

T = TypeVar("T")
R = TypeVar("R")

#: A process gets up to this number of rows at a time, and fewer if they have this number of characters.
ROWS: Final = 64
CHARACTERS: Final = 250_000
#: The number of batches that are read ahead for each process.
AHEAD: Final = 3


def map_rows(
    job: Callable[[Row], T | RowError], result: Callable[[Row, T], R], entries: Iterable[Entry], jobs: int
) -> Generator[tuple[Entry, R | RowError | None], None, None]:
    """Yield each entry with the result of its row, its error, or None if it is neither row nor error.

    Entries are read lazily, a bounded number of them ahead. With one job this process runs it; with more, the job must be
    picklable, and ``result`` makes the result here from the row and what the job returned for it.

    Raises:
        ExportError: the processes can't be started, or one of them died.
        ValueError: ``jobs`` is below 1 or above `MAX_JOBS`.
    """
    if not 1 <= jobs <= MAX_JOBS:
        raise ValueError(f"jobs takes a number of processes from 1 to {MAX_JOBS}, not {jobs}")
    if jobs == 1:
        for entry in entries:
            yield from _paired([entry], map(job, _rows([entry])), result)
        return
    # Spawned, not forked: this is the same on every system, and safe if there are threads.
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _init_worker, (job,))
    waiting: deque[tuple[list[Entry], Future[list[Any]]]] = deque()
    failed: ExportError | None = None
    try:
        try:
            for batch in _batches(entries):
                waiting.append((batch, pool.submit(_run_batch, _rows(batch))))
                if len(waiting) > AHEAD * jobs:
                    done, made = waiting.popleft()
                    yield from _paired(done, made.result(), result)
        except ExportError as error:  # raised after the rows before it, as with one process
            failed = error
        for done, made in waiting:
            yield from _paired(done, made.result(), result)
    except BrokenProcessPool:
        raise ExportError(
            RowError(
                "--jobs",
                "a process could not be started or was killed: try --jobs 1. In a program, put the call under "
                'if __name__ == "__main__":',
            )
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)
    if failed:
        raise failed


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries in batches; an error is raised after the entries before it."""
    batch: list[Entry] = []
    rows = characters = 0
    try:
        for entry in entries:
            batch.append(entry)
            rows += 1
            characters += len(entry.raw) + (len(entry.content.text) if isinstance(entry.content, Row) else 0)
            if rows >= ROWS or characters >= CHARACTERS:
                yield batch
                batch, rows, characters = [], 0, 0
    except ExportError:
        yield batch
        raise
    yield batch


def _rows(batch: list[Entry]) -> list[Row]:
    return [entry.content for entry in batch if isinstance(entry.content, Row)]


def _paired(
    batch: list[Entry], made: Iterable[T | RowError], result: Callable[[Row, T], R]
) -> Iterator[tuple[Entry, R | RowError | None]]:
    made = iter(made)
    for entry in batch:
        if isinstance(entry.content, Row):
            one = next(made)
            yield entry, one if isinstance(one, RowError) else result(entry.content, one)
        else:
            yield entry, entry.content


#: The job of a worker process.
_job: Callable[[Row], Any]


def _init_worker(job: Callable[[Row], Any]) -> None:
    global _job
    _job = job
    threading.Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started the worker handles interrupts


def _end_with_parent() -> None:
    """End this process when the one that started it has ended, even if that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)


def _run_batch(rows: list[Row]) -> list[Any]:
    return [_job(row) for row in rows]
