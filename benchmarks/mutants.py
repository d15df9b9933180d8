"""How many changes to the source the tests notice: mutation testing with mutmut, of a sample.

    python benchmarks/mutants.py [--count 300] [--seed 1] [--at ftnotes.policy ftnotes.policy.fixer]

Install mutmut beside the project, on a system with fork. It makes some 26,000 mutants, each a function with one change, and
runs for each the tests that reach the function, until one fails; all of them take days. So some are drawn from a seed, the same
each time. The first run notes which test reaches what, which takes as long as the whole suite in one process; and each run
begins by trying all tests that reach what was drawn.

Prints how many were killed, in all and in the parts that must not be wrong; and the names of the survivors, each of which
``mutmut show NAME`` shows. A mutant that runs for ever counts as killed; one that no test reaches does not, nor does one in
what runs while modules are loaded, as they are before any mutant is.
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
#: The parts of which at least so many of a hundred must be killed; of the rest, `REST`.
BARS: Final = {
    "policy": 95,
    "fixing": 95,
    "serializer": 95,
    "interchange": 95,
    "cli.writing": 95,
}
REST: Final = 90
#: What mutmut notes of a mutant on which a test failed, or which ran for ever; and of one on which none failed.
KILLED: Final = (1, 3, 36, 24, -24, 152, 255)
SURVIVED: Final = 0


def mutmut(*names: str) -> None:
    """Run it on mutants, by name or pattern."""
    # Tests interrupt programs, and a program that was started in the background would not hear that.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    ran = subprocess.run([sys.executable, "-m", "mutmut", "run", *names], cwd=ROOT, stdin=subprocess.DEVNULL)
    if ran.returncode:
        sys.exit("mutmut failed: what it printed says why")


def noted() -> dict[str, int | None]:
    """All mutants, and what came of those that ran."""
    codes: dict[str, int | None] = {}
    for path in sorted((ROOT / "mutants" / "src").rglob("*.meta")):
        codes |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return codes


def part_of(mutant: str) -> str:
    """The part with a bar of its own in which a mutant lies, or an empty string."""
    return next((part for part in BARS if mutant.startswith(f"ftnotes.{part}.")), "")


def main() -> int:
    """Draw mutants, run them, and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--count", type=int, default=300, help="how many mutants of each (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (default: %(default)s)")
    parser.add_argument("--at", nargs="+", default=["ftnotes"], help="the modules or packages to draw from (default: ftnotes)")
    options = parser.parse_args()
    if not noted():
        mutmut("ftnotes.syntax.validators.*")
    chance = random.Random(options.seed)
    drawn: set[str] = set()
    for place in options.at:
        names = [name for name in noted() if name.startswith(f"{place}.")]
        drawn.update(chance.sample(names, min(options.count, len(names))))
    mutmut(*sorted(drawn))
    codes = noted()
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
        at_least = BARS.get(part, REST)
        print(f"{part or 'all'}: {killed[part]} of {number} killed, {100 * killed[part] / number:.0f} % (at least {at_least})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
