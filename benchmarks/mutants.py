"""The share of changes to the source that the tests notice: mutation testing of a sample with mutmut.

    python benchmarks/mutants.py [--count 300] [--seed 1] [--at ftnotes.policy ftnotes.policy.fixer]

Install mutmut beside the project, on a system with fork. It makes some 26,000 mutants, each a function with one change, and
runs the tests that reach the function until one fails. All mutants would take days, so some are drawn from a seed, the same
each time. The first run records which tests reach which functions, which takes as long as the whole suite in one process. Each
run first tries all tests that reach the drawn mutants.

Prints the share of killed mutants, in all and in the parts that must not be wrong, and the names of the survivors, which
``mutmut show NAME`` shows. A mutant that runs for ever counts as killed. One that no test reaches counts as survived, and so
does one in code that runs while modules are imported, because they are imported before any mutant is active.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
#: The percentage that must be killed in parts that must not be wrong; `REST` is that of all others.
MINIMUM: Final = {
    "policy": 95,
    "syntax.serializer": 95,
    "interchange": 95,
    "cli.files": 95,
}
REST: Final = 90
#: The exit codes that mutmut records if a test failed or a mutant ran for ever, and if all tests passed.
KILLED: Final = (1, 3, 36, 24, -24, 152, 255)
SURVIVED: Final = 0


def mutmut(*names: str) -> None:
    """Run mutmut on mutants, by name or pattern."""
    # Tests interrupt programs, and a program started in the background would ignore that.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    ran = subprocess.run([sys.executable, "-m", "mutmut", "run", *names], cwd=ROOT, stdin=subprocess.DEVNULL)
    if ran.returncode:
        sys.exit("mutmut failed: what it printed says why")


def exit_codes() -> dict[str, int | None]:
    """Read the exit codes of all mutants, which are None for those that did not run."""
    codes: dict[str, int | None] = {}
    for path in sorted((ROOT / "mutants" / "src").rglob("*.meta")):
        codes |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return codes


def part_of(mutant: str) -> str:
    """Return the part of `MINIMUM` that contains a mutant, or an empty string."""
    return next((part for part in MINIMUM if mutant.startswith(f"ftnotes.{part}.")), "")


def main() -> int:
    """Draw mutants, run them, and print the results."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--count", type=int, default=300, help="how many mutants of each (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (default: %(default)s)")
    parser.add_argument("--at", nargs="+", default=["ftnotes"], help="the modules or packages to draw from (default: ftnotes)")
    options = parser.parse_args()
    if not exit_codes():
        mutmut("ftnotes.syntax.validators.*")
    chance = random.Random(options.seed)
    drawn: set[str] = set()
    for place in options.at:
        names = [name for name in exit_codes() if name.startswith(f"{place}.")]
        drawn.update(chance.sample(names, min(options.count, len(names))))
    mutmut(*sorted(drawn))
    codes = exit_codes()
    count: Counter[str] = Counter()
    killed: Counter[str] = Counter()
    for name in sorted(drawn):
        code = codes[name]
        for part in {"", part_of(name)}:
            count[part] += 1
            killed[part] += code in KILLED
        if code not in KILLED:
            print(f"{'survived' if code == SURVIVED else 'not reached'}: {name}")
    for part, number in sorted(count.items()):
        at_least = MINIMUM.get(part, REST)
        print(f"{part or 'all'}: {killed[part]} of {number} killed, {100 * killed[part] / number:.0f} % (at least {at_least})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
