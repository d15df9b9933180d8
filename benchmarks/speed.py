"""The speed of parsing, checking and writing notes, as ratios within one run.

    python benchmarks/speed.py [--count 300] [--rounds 7] [--only real --only prose]

Drawn notes come from a seed, half of them tidy and half as messy as people type; real and lifecycle notes are those of the
tests. The library is compared with a hand-written loop that builds the same tree (see `baseline`; the run first checks that it
does), with ``json.loads`` of an equal tree, and with two Markdown parsers, which do less. Times are medians of CPU time over
interleaved rounds, on documents that are new in each. The speed and load of the machine cancel out in the ratios; the
microseconds are only for orientation. Each demand is printed with its limit.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import attrs
import baseline
import mistune
from corpus import messy_notes, prose_notes, tidy_notes
from markdown_it import MarkdownIt
from vocabulary import MOST_FIRST, STARTS, first_words, line_costs

import ftnotes
from ftnotes.interchange.json_tree import from_json, to_json
from ftnotes.interchange.records import records
from ftnotes.writing.format import format

DATA = Path(__file__).parent.parent / "tests" / "data"


class Demand(NamedTuple):
    """A sum of tasks must take at most ``most`` times what another task takes, for notes of a kind."""

    kind: str
    tasks: tuple[str, ...]
    most: float
    to: str


DEMANDS = (
    Demand("drawn", ("parse",), 1 / 4, "markdown-it-py"),
    Demand("drawn", ("parse",), 1.8, "hand-written loop"),
    Demand("drawn", ("parse", "check"), 0.75, "markdown-it-py"),
    Demand("real", ("parse", "check"), 0.7, "markdown-it-py"),
    Demand("prose", ("check",), 1.2, "markdown-it-py"),
    Demand("lifecycle", ("check",), 2.5, "markdown-it-py"),
    Demand("clean", ("check",), 1.0, "parse"),
    Demand("messy", ("check",), 2.0, "parse"),
    Demand("drawn", ("serialize",), 0.1, "parse"),
    Demand("drawn", ("format",), 1.5, "parse"),
    Demand("drawn", ("records",), 0.5, "parse"),
    Demand("drawn", ("to_json",), 0.6, "parse"),
    Demand("drawn", ("dates",), 0.7, "parse"),
    Demand("drawn", ("fix",), 1.7, "parse and check"),
    Demand("real", ("fix",), 1.7, "parse and check"),
)


def measure(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median CPU seconds of each task, over interleaved rounds."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            start = time.process_time()
            task()
            times[name].append(time.process_time() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def texts_by_kind(count: int) -> dict[str, list[str]]:
    """Return the texts of each kind of note."""
    half = count // 2
    tidy, messy = [note.text for note in tidy_notes(half, 1)], [note.text for note in messy_notes(half, 1)]
    return {
        "drawn": tidy + messy,
        "clean": [text for text in tidy if ftnotes.check(text).ok],
        "messy": messy,
        "prose": [note.text for note in prose_notes(half, 1)],
        "real": texts_of(DATA / "real" / "notes", count),
        "lifecycle": texts_of(DATA / "actions", count),
    }


def texts_of(folder: Path, count: int) -> list[str]:
    """Return texts of a folder, evenly chosen."""
    texts = [path.read_bytes().decode("utf-8") for path in sorted(folder.rglob("*.txt"))]
    return texts[:: max(1, len(texts) // count)]


def tasks_for(texts: Sequence[str]) -> dict[str, Callable[[], object]]:
    """Return the measured tasks, for the same texts."""
    playbook = ftnotes.Playbook.load()
    documents = [ftnotes.parse(text) for text in texts]
    values = [to_json(document) for document in documents]
    trees = [
        json.dumps(attrs.asdict(document, filter=lambda attribute, _: attribute.name != "playbook")) for document in documents
    ]
    markdown, mistune_ast = MarkdownIt(), mistune.create_markdown(renderer=None)
    return {
        "parse": lambda: [ftnotes.parse(text) for text in texts],
        "parse and check": lambda: [ftnotes.check(text) for text in texts],
        "hand-written loop": lambda: [baseline.parse(text, playbook) for text in texts],
        "serialize": lambda: [ftnotes.serialize(document) for document in documents],
        "format": lambda: [format(text) for text in texts],
        "fix": lambda: [ftnotes.fix(text) for text in texts],
        "parse and to_json": lambda: [to_json(text) for text in texts],
        "to_json (compact)": lambda: [to_json(document, compact=True) for document in documents],
        "from_json": lambda: [from_json(value) for value in values],
        "parse and records": lambda: [records(text) for text in texts],
        "parse and dates": lambda: [ftnotes.find_dates(ftnotes.parse(text)) for text in texts],
        "json.loads (equal tree)": lambda: [json.loads(tree) for tree in trees],
        "markdown-it-py": lambda: [markdown.parse(text) for text in texts],
        "mistune": lambda: [mistune_ast(text) for text in texts],
    }


def times_of(kind: str, texts: Sequence[str], rounds: int) -> dict[str, float]:
    """Print and return the seconds of each task for a kind of note."""
    times = measure(tasks_for(texts), rounds)
    for task in ("check", "to_json", "records", "dates"):
        times[task] = times[f"parse and {task}"] - times["parse"]
    print(f"{kind}: {len(texts)} notes of {sum(map(len, texts)) / len(texts):,.0f} characters (µs a note, of parse, of md)")
    for name, taken in times.items():
        in_microseconds = taken / len(texts) * 1e6
        print(f"  {name:24} {in_microseconds:8.1f} {taken / times['parse']:8.3f} {taken / times['markdown-it-py']:8.3f}")
    return times


def main() -> None:
    """Print a table for each kind of note, and each demand with what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--count", type=int, default=300, help="how many notes (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=7, help="how many interleaved rounds (default: %(default)s)")
    parser.add_argument("--only", action="append", help="only notes of this kind (may be repeated)")
    options = parser.parse_args()
    kinds = texts_by_kind(options.count)
    playbook = ftnotes.Playbook.load()
    for text in kinds["drawn"]:
        assert baseline.parse(text, playbook) == ftnotes.parse(text)
    times = {kind: times_of(kind, kinds[kind], options.rounds) for kind in options.only or kinds}
    for kind, tasks, most, to in DEMANDS:
        if kind in times:
            ratio = sum(times[kind][task] for task in tasks) / times[kind][to]
            verdict = "" if ratio <= most else "  MISSED"
            print(f"{kind:10} {' + '.join(tasks):14} {ratio:6.3f} of {to} (at most {most:g}){verdict}")
    for start in STARTS if options.only is None else ():
        ratio, word = line_costs(first_words(playbook), start)[0]
        where = "in a summary" if start else "in prose"
        print(f"the dearest first word of a name {where}, {word}: {ratio:.1f} of the median (at most {MOST_FIRST:g})")


if __name__ == "__main__":
    main()
