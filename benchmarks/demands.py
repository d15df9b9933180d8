"""Demands of the guidance that the rules see broken, and clean notes that they leave alone: `python benchmarks/demands.py`.

Compares the findings in the notes of ``tests/data/policy`` with what a careful manager says about them, once with their
context and once without, and prints each demand that is missed and each finding that no demand explains. Further cases are read
from folders of the same form, or from files of JSON lines with the keys ``id``, ``text``, ``context`` and ``expected``:
`python benchmarks/demands.py cases.jsonl --only`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from helpers.policy_cases import POLICY, WEIGHTS, PolicyFigures, judged, policy_cases


def report(source: Path, *, show: bool) -> Iterator[str]:
    """Yield the report on the cases of a folder or file."""
    cases = policy_cases(source)
    yield f"{source}: {len(cases)} notes, {sum(not case.broken for case in cases)} of them clean"
    for with_context in (True, False):
        figures = judged(cases, with_context=with_context)
        yield "with context" if with_context else "without context"
        yield from counts(figures)
        if show:
            yield from (f"    missed       {line}" for line in figures.missed)
            yield from (f"    unexplained  {line}" for line in figures.unexplained)


def counts(figures: PolicyFigures) -> Iterator[str]:
    """Yield the figures of one run."""
    seen, total = sum(figures.seen.values()), sum(figures.demands.values())
    must = f"{figures.seen['must']} of {figures.demands['must']} ({figures.recall('must'):.1%})"
    yield f"  demands seen {seen} of {total} ({figures.recall(*WEIGHTS):.1%}), those that every manager minds {must}"
    yield f"  clean notes with error or warning: {listing(figures.accused, figures.clean)}"
    yield f"  clean notes with information: {listing(figures.informed, figures.clean)}"
    yield f"  findings that no demand explains: {len(figures.unexplained)}"


def listing(names: list[str], total: int) -> str:
    """Return how many notes are meant, and their names."""
    return f"{len(names)} of {total}" + (f" ({', '.join(names)})" if names else "")


def main() -> None:
    """Print the report of each source."""
    parser = argparse.ArgumentParser(description="demands of the guidance that the rules see, and clean notes")
    parser.add_argument("sources", nargs="*", type=Path, help="further folders, or files of JSON lines")
    parser.add_argument("--only", action="store_true", help="leave out the notes of tests/data/policy")
    parser.add_argument("--figures", action="store_true", help="print no single demands and findings")
    options = parser.parse_args()
    folders = [] if options.only else sorted(folder for folder in POLICY.iterdir() if folder.is_dir())
    for source in folders + options.sources:
        for line in report(source, show=not options.figures):
            print(line)


if __name__ == "__main__":
    main()
