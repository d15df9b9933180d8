"""The start time of the library and the command, as ratios to starting Python and importing lark and attrs.

    python benchmarks/start.py [--rounds 15]

Each program runs in a new process; times are medians of elapsed time over interleaved rounds. Run it with an installed wheel,
which contains the parser's tables: an editable install has to make them, and takes longer to find its modules.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
NOTE, LIFECYCLE = str(EXAMPLES / "clean.md"), str(EXAMPLES / "lifecycle.txt")
# The script that pip installs as the command.
COMMAND = "import re, sys; sys.argv[1:] = {argv}; from ftnotes.cli.main import program; sys.exit(program())"
PROGRAMS = {
    "python alone": "pass",
    "import lark, attrs": "import lark, attrs",
    "import ftnotes": "import ftnotes",
    "import and first parse": "import ftnotes; ftnotes.parse('**EXEC SUMMARY**')",
    "import lark, attrs, argparse": "import lark, attrs, argparse",
    "ftnotes --version": COMMAND.format(argv=["--version"]),
    "ftnotes check": COMMAND.format(argv=["check", "--no-config", NOTE]),
    "ftnotes check lifecycle.txt": COMMAND.format(argv=["check", "--no-config", "--exit-zero", LIFECYCLE]),
}
#: The compared programs, and the highest ratio.
RATIOS = (
    ("import and first parse", "import lark, attrs", 1.8),
    ("ftnotes --version", "python alone", 3.0),
    ("ftnotes check", "import lark, attrs, argparse", 1.6),
    ("ftnotes check lifecycle.txt", "ftnotes check", 1.3),
)


def main() -> None:
    """Print the milliseconds of each program and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--rounds", type=int, default=15, help="number of runs of each (default: %(default)s)")
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(parser.parse_args().rounds):
        for name, program in PROGRAMS.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True, stdout=subprocess.DEVNULL)
            times[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(taken) * 1000 for name, taken in times.items()}
    for name, taken in medians.items():
        print(f"{name:28} {taken:6.1f} ms")
    for name, base, most in RATIOS:
        print(f"{name} takes {medians[name] / medians[base]:.2f} times as long as {base} (at most {most})")


if __name__ == "__main__":
    main()
