"""The cost of exports beside their notes, and the gain of several processes, as ratios within one run.

    python benchmarks/exports.py [--count 20000] [--rounds 3] [--jobs 2]

Writes a CSV export of notes drawn from a seed, half of them tidy and half as messy as people type. The check of the export
is compared with the library alone: ``parse`` and ``check`` of the same texts, from a list. Both are single processes, compared
by processor time. Several processes save elapsed time, but two are never twice as fast as one, because they share memory,
caches and often cores. So several jobs are compared with an equal number of independent processes, started beforehand, that
run the library alone on their parts of the texts: jobs can't save more than these do. Rounds are interleaved, and each result
is the median of the ratios within the rounds.
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
from contextlib import contextmanager, redirect_stdout
from multiprocessing.connection import Connection
from pathlib import Path

import attrs
from corpus import messy_notes, tidy_notes

import ftnotes
from ftnotes.batch import Columns, check_export, fix_export, read_export
from ftnotes.cli.main import main as command

#: The limits: checking an export takes at most this multiple of the library alone, printed by the command or not; and several
#: jobs reach at least this part of the speedup of independent processes (two jobs are 1.6 times as fast as one if those are
#: twice as fast). The command is at least this much faster with two jobs than with one.
MOST_TO_LIBRARY, LEAST_TO_INDEPENDENT, LEAST_OF_TWO = 1.3, 0.8, 1.75

COLUMNS = Columns("Notes", id="Tenant")


@attrs.frozen
class Seconds:
    """The elapsed time, and the time of all processors together."""

    elapsed: float
    processors: float


def seconds(work: Callable[[], object]) -> Seconds:
    """Measure a call."""
    start, used = time.perf_counter(), sum(os.times()[:4])
    work()
    return Seconds(time.perf_counter() - start, sum(os.times()[:4]) - used)


def consume(results: Iterator[object]) -> int:
    """Count results by going through all of them."""
    return sum(1 for _ in results)


def write_export(folder: Path, texts: list[str]) -> str:
    """Write an export of notes, and return its path."""
    path = folder / "export.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["Tenant", "Owner", "Notes", "Modified"])
        table.writerows([f"T{number}", "Zoë", text, "2020-05-08"] for number, text in enumerate(texts))
    return str(path)


def check_all(texts: Sequence[str]) -> None:
    """Check notes with the library alone."""
    for text in texts:
        ftnotes.check(ftnotes.parse(text))


def print_problems(file: str, jobs: int) -> None:
    """Check an export with the command, in its default format."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        command(["check", "--no-config", "--column", COLUMNS.text, "--exit-zero", "--jobs", str(jobs), file])


def _serve(connection: Connection, texts: Sequence[str]) -> None:
    check_all(texts[:1])  # so that the import is not measured
    connection.send(None)
    while connection.recv():
        check_all(texts)
        connection.send(None)


@contextmanager
def independent_processes(texts: Sequence[str], number: int) -> Iterator[Callable[[], None]]:
    """Start independent processes, and yield a function that makes each check its part of the texts."""
    connections = []
    for part in range(number):
        connection, other_end = multiprocessing.Pipe()
        spawn = multiprocessing.get_context("spawn")
        spawn.Process(target=_serve, args=(other_end, texts[part::number]), daemon=True).start()
        connection.recv()
        connections.append(connection)

    def run() -> None:
        for connection in connections:
            connection.send(True)
        for connection in connections:
            connection.recv()

    yield run
    for connection in connections:
        connection.send(False)


def main() -> None:
    """Print the times and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--count", type=int, default=20_000, help="how many notes (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how many interleaved rounds (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes (default: %(default)s)")
    options = parser.parse_args()
    half = options.count // 2
    texts = [note.text for note in (*tidy_notes(half, 1), *messy_notes(half, 1))]
    with tempfile.TemporaryDirectory() as folder, independent_processes(texts, options.jobs) as independent:
        file, target = write_export(Path(folder), texts), str(Path(folder) / "new.csv")
        tasks: dict[str, Callable[[], object]] = {
            "parse and check alone": lambda: check_all(texts),
            f"{options.jobs} processes, alone": independent,
            "read the export": lambda: consume(read_export(file, COLUMNS)),
            "check the export": lambda: consume(check_export(file, COLUMNS)),
            f"check it with {options.jobs} jobs": lambda: consume(check_export(file, COLUMNS, jobs=options.jobs)),
            "print its problems": lambda: print_problems(file, 1),
            f"print with {options.jobs} jobs": lambda: print_problems(file, options.jobs),
            f"fix it with {options.jobs} jobs": lambda: consume(fix_export(file, target, COLUMNS, jobs=options.jobs)),
        }
        check_all(texts[:1])  # so that the import is not measured
        rounds = [{name: seconds(task) for name, task in tasks.items()} for _ in range(options.rounds)]
    alone, split, _, one, several, printed, printed_by_several, _ = tasks
    for name in tasks:
        taken = statistics.median(times[name].elapsed for times in rounds)
        print(f"  {name:24} {taken:7.2f} s   {len(texts) / taken:8,.0f} notes a second")
    to_library = statistics.median(times[one].processors / times[alone].processors for times in rounds)
    to_jobs = statistics.median(times[one].elapsed / times[several].elapsed for times in rounds)
    to_split = statistics.median(times[alone].elapsed / times[split].elapsed for times in rounds)
    of_split = statistics.median(
        times[one].elapsed / times[several].elapsed / (times[alone].elapsed / times[split].elapsed) for times in rounds
    )
    to_printed = statistics.median(times[printed].processors / times[alone].processors for times in rounds)
    of_printed = statistics.median(times[printed].elapsed / times[printed_by_several].elapsed for times in rounds)
    print(f"  checking an export takes {to_library:.2f} times the library alone (at most {MOST_TO_LIBRARY})")
    print(f"  the command takes {to_printed:.2f} times the library alone (at most {MOST_TO_LIBRARY})")
    print(f"  with {options.jobs} jobs it is {of_printed:.2f} times as fast as with one (two jobs at least {LEAST_OF_TWO})")
    print(f"  {options.jobs} jobs are {to_jobs:.2f} times as fast as one, as many independent processes {to_split:.2f}")
    print(f"  so jobs reach {of_split:.2f} of the speedup that this machine allows (at least {LEAST_TO_INDEPENDENT})")


if __name__ == "__main__":
    main()
