"""Rows mapped by a job, in this process or in several."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from helpers.exports import made, shout

from ftnotes.batch import ExportError, Row, pool
from ftnotes.batch.pool import map_rows
from ftnotes.batch.rows import Entry


def row_entry(number: int) -> Entry:
    """A row, as readers give it."""
    return Entry(Row("f", number, "note"))


def pair(row: Row, text: str) -> tuple[int, str]:
    """A result: the number of the row and its new note."""
    return row.number, text


def end_process(row: Row) -> str:
    """Bring the process down."""
    os._exit(3)


@pytest.mark.parametrize("jobs", [1, 2])
def test_reading_ahead_is_bounded(jobs: int) -> None:
    """Rows are read a bounded stretch ahead of the results that are asked for."""
    read = 0

    def entries() -> Iterator[Entry]:
        nonlocal read
        for read in range(1, 10_001):
            yield row_entry(read)

    results = map_rows(shout, pair, entries(), jobs)
    assert next(results)[1] == (1, "NOTE")
    assert read <= (1 if jobs == 1 else 64 * 8)
    results.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_entries_keep_their_order_and_their_errors(jobs: int) -> None:
    """Each entry comes with the result of its row, its own error, or None."""
    error = Row("f", 2, "").error("is bad")
    entries = [row_entry(1), Entry(error, "bad"), Entry(None, "text"), row_entry(4)]
    expected = [(1, "NOTE"), error, None, (4, "NOTE")]
    assert list(map_rows(shout, pair, entries, jobs)) == list(zip(entries, expected, strict=True))


def test_a_worker_that_dies_is_reported() -> None:
    """A worker that dies raises one error with a remedy, not a traceback of pools."""
    with pytest.raises(ExportError, match=r"^--jobs: a process could not be started or was killed: try --jobs 1"):
        list(map_rows(end_process, pair, iter([row_entry(1)]), 2))


@pytest.mark.parametrize("jobs", [0, 62])
def test_the_number_of_processes_is_bounded(jobs: int) -> None:
    """There is at least one process, and no more than every system can start."""
    with pytest.raises(ValueError, match=f"jobs takes a number of processes from 1 to 61, not {jobs}"):
        next(map_rows(shout, pair, [], jobs))


def test_a_worker_ignores_interrupts_and_runs_its_job() -> None:
    """The functions of the worker processes, run in this one."""
    before = signal.getsignal(signal.SIGINT)
    try:
        pool._init_worker(shout)
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    assert pool._run_batch([Row("f", 1, "note")]) == ["NOTE"]


def test_a_worker_ends_once_its_parent_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread that waits for the parent ends the whole process, with a status that says so."""
    ended: list[int] = []
    sentinel, parent = multiprocessing.Pipe(duplex=False)
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: SimpleNamespace(sentinel=sentinel))
    monkeypatch.setattr(os, "_exit", ended.append)
    waiting = threading.Thread(target=pool._end_with_parent)
    waiting.start()
    waiting.join(0.05)
    assert ended == []
    parent.close()
    waiting.join(60)
    sentinel.close()
    assert ended == [1]


#: Maps rows in two processes, prints their ids while they wait, and waits itself.
WAITING = """
import os, sys, time
from ftnotes.batch.pool import map_rows
from ftnotes.batch.rows import Entry, Row
from helpers.waiting import wait

if __name__ == "__main__":
    for made in map_rows(wait, lambda row, made: made, [Entry(Row("f", at, "")) for at in range(1000)], 2):
        pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    """However the parent dies, its worker processes end."""
    program = made(tmp_path, "program.py", WAITING)
    helpers = str(Path(__file__).parents[1])
    with subprocess.Popen(
        [sys.executable, program], env={**os.environ, "PYTHONPATH": helpers, "WORKERS": str(tmp_path)}
    ) as parent:
        end = time.monotonic() + 60
        while len(workers := list(tmp_path.glob("*.pid"))) < 2 and time.monotonic() < end:
            time.sleep(0.05)
        parent.kill()
    assert len(workers) == 2
    ids = [int(path.stem) for path in workers]
    end = time.monotonic() + 30
    while any(map(is_alive, ids)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(is_alive, ids))


def is_alive(process: int) -> bool:
    """Return whether a process runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
