"""The cost of a report and of tables beside that of checking the same export, as a ratio within one run.

    python benchmarks/report.py [--count 20000] [--rounds 3]

Writes a CSV export of notes drawn from a seed, half of them tidy and half as messy as people type. Checking the export, reading
all that is found in one pass, the tables of a check, and the report with its page are single processes, compared by processor
time. Rounds are interleaved, and each result is the median of the ratios within the rounds.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from corpus import messy_notes, tidy_notes
from exports import COLUMNS, consume, seconds, write_export

from ftnotes.batch import CHECK_TABLES, Tables, check_export, examine_export
from ftnotes.batch.report import Portfolio, report_page

#: The aim: a report takes at most this multiple of the check.
MOST_TO_CHECK = 1.3


def report(file: str) -> int:
    """Return the length of a report."""
    portfolio = Portfolio()
    for result in examine_export(file, COLUMNS):
        portfolio.add(result)
    return len(report_page(portfolio))


def tables(file: str) -> None:
    """Write the tables of a check."""
    with Tables(f"{file}.problems.csv", kinds=CHECK_TABLES) as written:
        for result in examine_export(file, COLUMNS):
            written.add(result)


def main() -> None:
    """Print the times and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--count", type=int, default=20_000, help="how many notes (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how many interleaved rounds (default: %(default)s)")
    options = parser.parse_args()
    half = options.count // 2
    texts = [note.text for note in (*tidy_notes(half, 1), *messy_notes(half, 1))]
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "export.csv")
        tasks: dict[str, Callable[[], object]] = {
            "check the export": lambda: consume(check_export(file, COLUMNS)),
            "all that is found": lambda: consume(examine_export(file, COLUMNS)),
            "tables of a check": lambda: tables(file),
            "report with its page": lambda: report(file),
        }
        report(write_export(Path(folder), texts[:2]))  # so that imports and tables are not measured
        file = write_export(Path(folder), texts)
        rounds = [{name: seconds(task) for name, task in tasks.items()} for _ in range(options.rounds)]
    check, *others = tasks
    for name in tasks:
        taken = statistics.median(times[name].elapsed for times in rounds)
        print(f"  {name:22} {taken:7.2f} s   {len(texts) / taken:8,.0f} notes a second")
    for name in others:
        ratio = statistics.median(times[name].processors / times[check].processors for times in rounds)
        print(f"  {name}: {ratio:.2f} times the check (aim: at most {MOST_TO_CHECK})")


if __name__ == "__main__":
    main()
