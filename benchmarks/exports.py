"""What exports cost beside their notes, and what several processes save: ratios within one run.

    python benchmarks/exports.py [--count 20000] [--rounds 3] [--jobs 2]

Writes a CSV export of notes drawn from a seed, half of them tidy and half as messy as people type. Beside the check of the
export stands the library's own work: the same texts, from a list, through ``parse`` and ``check``; both are single processes,
and compared by processor time. What several processes save is elapsed time. No machine makes two processes twice as fast as
one: they share memory and caches, and often the cores. So beside several jobs stand as many processes that do the library's
work alone, each its part of the texts, are there before it begins, and share nothing; what they save is all that there is to
save. Rounds interleaved, medians of the ratios within each round.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import attrs
from corpus import messy_notes, tidy_notes

import ftnotes
from ftnotes.batch import Columns, check_export, fix_export, read_export

#: The bars: checking an export takes at most so many times the library alone; and several jobs save at least this part of what
#: processes that share nothing do (two jobs are 1.6 times faster than one where those are twice as fast).
MOST_TO_LIBRARY, LEAST_TO_FREE = 1.3, 0.8

COLUMNS = Columns("Notes", id="Tenant")


@attrs.frozen
class Taken:
    """Seconds."""

    elapsed: float
    #: Of all processors together.
    processors: float


def taken_by(work: Callable[[], object]) -> Taken:
    """What something takes."""
    start, used = time.perf_counter(), sum(os.times()[:4])
    work()
    return Taken(time.perf_counter() - start, sum(os.times()[:4]) - used)


def gone_through(results: Iterator[object]) -> int:
    """How many there are."""
    return sum(1 for _ in results)


def written(folder: Path, texts: list[str]) -> str:
    """An export of these notes."""
    path = folder / "export.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["Tenant", "Owner", "Notes", "Modified"])
        table.writerows([f"T{number}", "Zoë", text, "2020-05-08"] for number, text in enumerate(texts))
    return str(path)


def checked(texts: Sequence[str]) -> None:
    """The library's own work."""
    for text in texts:
        ftnotes.check(ftnotes.parse(text))


def _serve(line: Connection, texts: Sequence[str]) -> None:
    checked(texts[:1])  # what is loaded once is no part of it
    line.send(None)
    while line.recv():
        checked(texts)
        line.send(None)


@contextmanager
def free_processes(texts: Sequence[str], number: int) -> Iterator[Callable[[], None]]:
    """Processes that share nothing, as a function that has each check its part of the texts."""
    lines = []
    for part in range(number):
        line, theirs = multiprocessing.Pipe()
        spawn = multiprocessing.get_context("spawn")
        spawn.Process(target=_serve, args=(theirs, texts[part::number]), daemon=True).start()
        line.recv()
        lines.append(line)

    def run() -> None:
        for line in lines:
            line.send(True)
        for line in lines:
            line.recv()

    yield run
    for line in lines:
        line.send(False)


def main() -> None:
    """Print the times and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--count", type=int, default=20_000, help="how many notes (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how many interleaved rounds (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes (default: %(default)s)")
    options = parser.parse_args()
    half = options.count // 2
    texts = [note.text for note in (*tidy_notes(half, 1), *messy_notes(half, 1))]
    with tempfile.TemporaryDirectory() as folder, free_processes(texts, options.jobs) as free:
        file, target = written(Path(folder), texts), str(Path(folder) / "new.csv")
        tasks: dict[str, Callable[[], object]] = {
            "parse and check alone": lambda: checked(texts),
            f"{options.jobs} processes, alone": free,
            "read the export": lambda: gone_through(read_export(file, COLUMNS)),
            "check the export": lambda: gone_through(check_export(file, COLUMNS)),
            f"check it with {options.jobs} jobs": lambda: gone_through(check_export(file, COLUMNS, jobs=options.jobs)),
            f"fix it with {options.jobs} jobs": lambda: gone_through(fix_export(file, target, COLUMNS, jobs=options.jobs)),
        }
        checked(texts[:1])  # what is loaded once is no part of it
        rounds = [{name: taken_by(task) for name, task in tasks.items()} for _ in range(options.rounds)]
    alone, parted, _, one, several, _ = tasks
    for name in tasks:
        taken = statistics.median(times[name].elapsed for times in rounds)
        print(f"  {name:24} {taken:7.2f} s   {len(texts) / taken:8,.0f} notes a second")
    to_library = statistics.median(times[one].processors / times[alone].processors for times in rounds)
    to_jobs = statistics.median(times[one].elapsed / times[several].elapsed for times in rounds)
    to_parted = statistics.median(times[alone].elapsed / times[parted].elapsed for times in rounds)
    of_free = statistics.median(
        times[one].elapsed / times[several].elapsed / (times[alone].elapsed / times[parted].elapsed) for times in rounds
    )
    print(f"  checking an export takes {to_library:.2f} times the library alone (at most {MOST_TO_LIBRARY})")
    print(f"  {options.jobs} jobs are {to_jobs:.2f} times as fast as one, as many processes that share nothing {to_parted:.2f}")
    print(f"  so jobs save {of_free:.2f} of what can be saved on this machine (at least {LEAST_TO_FREE})")


if __name__ == "__main__":
    main()
