"""Work on many notes: here, or in several processes, with what comes of it in the order of the rows either way."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final, TypeVar

from .jobs import Job
from .rows import Entry, ExportError, Row, RowError

T = TypeVar("T")

#: A process gets so many rows at a time, or so many characters if these are reached first.
ROWS: Final = 64
CHARACTERS: Final = 250_000
#: So many lots are read ahead for each process.
AHEAD: Final = 3


def map_rows(job: Job[T], entries: Iterable[Entry], jobs: int) -> Generator[tuple[Entry, T | None], None, None]:
    """Each entry with what a job makes of its row; None where it has none.

    Args:
        job: something that processes can be sent.
        entries: read as the work goes on, with a bounded number of them ahead.
        jobs: how many processes; with 1, all is done in this one.

    Raises:
        ExportError: the processes can't be started, or one of them was ended.
    """
    if jobs == 1:
        for entry in entries:
            yield entry, job(entry.content) if isinstance(entry.content, Row) else None
        return
    # Processes that are started anew, and not copies of this one, since that is the same on every system, and safe where
    # there are threads.
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _init_worker, (job,))
    waiting: deque[tuple[list[Entry], Future[list[object]]]] = deque()
    failed: ExportError | None = None
    try:
        for lot in _lots(entries):
            if isinstance(lot, ExportError):  # told where it would be without processes: after the rows before it
                failed = lot
                break
            waiting.append((lot, pool.submit(_run_batch, [entry.content for entry in lot if isinstance(entry.content, Row)])))
            if len(waiting) > AHEAD * jobs:
                yield from _paired(job, *waiting.popleft())
        while waiting:
            yield from _paired(job, *waiting.popleft())
    except BrokenProcessPool:
        raise ExportError(
            RowError(
                "--jobs",
                "a process could not be started, or was ended from outside: try --jobs 1. In a program of your own, have the "
                'call under if __name__ == "__main__":',
            )
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)
    if failed:
        raise failed


def _lots(entries: Iterable[Entry]) -> Iterator[list[Entry] | ExportError]:
    """The entries in lots, and what ends them before their time."""
    lot: list[Entry] = []
    rows = characters = 0
    try:
        for entry in entries:
            lot.append(entry)
            rows += 1
            characters += len(entry.raw) + (len(entry.content.text) if isinstance(entry.content, Row) else 0)
            if rows >= ROWS or characters >= CHARACTERS:
                yield lot
                lot, rows, characters = [], 0, 0
    except ExportError as error:
        yield lot
        yield error
    else:
        yield lot


def _paired(job: Job[T], lot: list[Entry], made: Future[list[object]]) -> Iterator[tuple[Entry, T | None]]:
    results = iter(made.result())
    for entry in lot:
        yield entry, job.receive(entry.content, next(results)) if isinstance(entry.content, Row) else None


#: What the processes do, each in its own memory.
_job: Job[object]


def _init_worker(job: Job[object]) -> None:
    global _job
    _job = job
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that started this one


def _run_batch(rows: list[Row]) -> list[object]:
    return [_job.send(row) for row in rows]
