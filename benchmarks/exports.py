"""What exports cost beside their notes, and what several processes save: ratios within one run.

    python benchmarks/exports.py [--count 20000] [--rounds 3] [--jobs 2]

Writes a CSV export of notes drawn from a seed, half of them tidy and half as messy as people type. Beside the check of the
export stands the library's own work: the same texts, from a list, through ``parse`` and ``check``; both are single processes,
and compared by processor time. What several processes save is elapsed time, and needs a machine on which nothing else runs.
Rounds interleaved, medians of the ratios within each round.
"""

from __future__ import annotations

import argparse
import csv
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
from corpus import messy_notes, tidy_notes

import ftnotes
from ftnotes.exports import Columns, check_export, fix_export, read_export

#: The bars: checking an export takes at most so many times the library alone, and so many times more than two jobs at least.
MOST_TO_LIBRARY, LEAST_TO_JOBS = 1.3, 1.6

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


def main() -> None:
    """Print the times and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--count", type=int, default=20_000, help="how many notes (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how many interleaved rounds (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes (default: %(default)s)")
    options = parser.parse_args()
    half = options.count // 2
    texts = [note.text for note in (*tidy_notes(half, 1), *messy_notes(half, 1))]
    with tempfile.TemporaryDirectory() as folder:
        file, target = written(Path(folder), texts), str(Path(folder) / "new.csv")
        tasks: dict[str, Callable[[], object]] = {
            "parse and check alone": lambda: [ftnotes.check(ftnotes.parse(text)).ok for text in texts],
            "read the export": lambda: gone_through(read_export(file, COLUMNS)),
            "check the export": lambda: gone_through(check_export(file, COLUMNS)),
            f"check it with {options.jobs} jobs": lambda: gone_through(check_export(file, COLUMNS, jobs=options.jobs)),
            f"fix it with {options.jobs} jobs": lambda: gone_through(fix_export(file, target, COLUMNS, jobs=options.jobs)),
        }
        ftnotes.check(ftnotes.parse(texts[0]))  # what is loaded once is no part of it
        rounds = [{name: taken_by(task) for name, task in tasks.items()} for _ in range(options.rounds)]
    alone, _, one, several, _ = tasks
    for name in tasks:
        taken = statistics.median(times[name].elapsed for times in rounds)
        print(f"  {name:24} {taken:7.2f} s   {len(texts) / taken:8,.0f} notes a second")
    to_library = statistics.median(times[one].processors / times[alone].processors for times in rounds)
    to_jobs = statistics.median(times[one].elapsed / times[several].elapsed for times in rounds)
    free = statistics.median(options.jobs * times[one].processors / times[several].processors for times in rounds)
    print(f"  checking an export takes {to_library:.2f} times the library alone (at most {MOST_TO_LIBRARY})")
    print(f"  {options.jobs} jobs are {to_jobs:.2f} times faster than one (2 jobs: at least {LEAST_TO_JOBS})")
    print(
        f"  by processor time they would be {free:.2f} times faster with as many processors, and nothing else running on them"
    )


if __name__ == "__main__":
    main()
