"""What importing the library and reading the first note cost, as a ratio to importing lark and attrs.

    python benchmarks/start.py [--rounds 15]

Each in a process of its own, interleaved; medians of wall-clock time. Run it with an installed wheel, which brings the parser's
tables: an editable install pays for making them, and for finding its modules.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

PROGRAMS = {
    "python alone": "pass",
    "import lark, attrs": "import lark, attrs",
    "import ftnotes": "import ftnotes",
    "import and first parse": "import ftnotes; ftnotes.parse('**EXEC SUMMARY**')",
}


def main() -> None:
    """Print the milliseconds of each program and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--rounds", type=int, default=15, help="how often each runs (default: %(default)s)")
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(parser.parse_args().rounds):
        for name, program in PROGRAMS.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True)
            times[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(taken) * 1000 for name, taken in times.items()}
    for name, taken in medians.items():
        print(f"{name:24} {taken:6.1f} ms")
    ratio = medians["import and first parse"] / medians["import lark, attrs"]
    print(f"import and first parse cost {ratio:.2f} times importing lark and attrs (at most 1.8)")


if __name__ == "__main__":
    main()
