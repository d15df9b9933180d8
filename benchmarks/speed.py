"""The speed of parsing, serializing, formatting and checking notes, as ratios within one run.

    python benchmarks/speed.py [--count 2000] [--rounds 7]

The notes are drawn from a seed, half of them tidy and half as messy as people type. The library is compared with a
hand-written loop that builds the same tree (see `baseline`; the run first checks that it does), with ``json.loads`` of an
equal tree, and with two Markdown parsers, which do less. Times are medians of CPU time over interleaved rounds. The speed and
load of the machine cancel out in the ratios; the microseconds are only for orientation.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable

import attrs
import baseline
import mistune
from corpus import messy_notes, prose_notes, tidy_notes
from markdown_it import MarkdownIt

import ftnotes
from ftnotes.interchange.json_tree import from_json, to_json
from ftnotes.interchange.records import records
from ftnotes.writing.format import format

#: The limits: parse against the baseline (at most) and markdown-it-py (at least); serialize, format and to_json against
#: parse (at most).
MOST_TO_BASELINE, LEAST_TO_MARKDOWN, MOST_TO_PARSE, MOST_TO_FORMAT, MOST_TO_JSON = 1.8, 4.0, 0.1, 1.5, 2.0
#: The limits for check against parse, by kind of note.
MOST_TO_CHECK = {"clean": 1.0, "messy": 2.0}


def measure(tasks: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median CPU seconds of each task, over interleaved rounds."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            start = time.process_time()
            task()
            times[name].append(time.process_time() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def check_to_parse(texts: list[str], rounds: int) -> list[float]:
    """Return for each note the time of its check as a multiple of its parse, by the fastest round of each."""
    ratios = []
    for text in texts:
        parsing, checking = [], []
        for _ in range(rounds):
            start = time.perf_counter()
            document = ftnotes.parse(text)
            parsed = time.perf_counter()
            ftnotes.check(document)
            checking.append(time.perf_counter() - parsed)
            parsing.append(parsed - start)
        ratios.append(min(checking) / min(parsing))
    return ratios


def tasks_for(texts: list[str]) -> dict[str, Callable[[], object]]:
    """Return the measured tasks, for the same texts."""
    playbook = ftnotes.Playbook.load()
    documents = [ftnotes.parse(text) for text in texts]
    values = [to_json(document) for document in documents]
    trees = [
        json.dumps(attrs.asdict(document, filter=lambda attribute, _: attribute.name != "playbook")) for document in documents
    ]
    markdown, mistune_ast = MarkdownIt(), mistune.create_markdown(renderer=None)
    assert all(baseline.parse(text, playbook) == document for text, document in zip(texts, documents, strict=True))
    return {
        "parse": lambda: [ftnotes.parse(text) for text in texts],
        "hand-written loop": lambda: [baseline.parse(text, playbook) for text in texts],
        "serialize": lambda: [ftnotes.serialize(document) for document in documents],
        "format": lambda: [format(text) for text in texts],
        "to_json": lambda: [to_json(attrs.evolve(document)) for document in documents],
        "to_json (compact)": lambda: [to_json(document, compact=True) for document in documents],
        "from_json": lambda: [from_json(value) for value in values],
        "records": lambda: [records(attrs.evolve(document)) for document in documents],
        "json.loads (equal tree)": lambda: [json.loads(tree) for tree in trees],
        "markdown-it-py": lambda: [markdown.parse(text) for text in texts],
        "mistune": lambda: [mistune_ast(text) for text in texts],
    }


def main() -> None:
    """Print a table for each kind of note and for all, with the limits."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--count", type=int, default=2000, help="how many notes (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=7, help="how many interleaved rounds (default: %(default)s)")
    options = parser.parse_args()
    half = options.count // 2
    tidy, messy = [note.text for note in tidy_notes(half, 1)], [note.text for note in messy_notes(half, 1)]
    kinds = {
        "tidy and messy": tidy + messy,
        "tidy": tidy,
        "clean": [text for text in tidy if ftnotes.check(text).ok],
        "messy": messy,
        "prose": [note.text for note in prose_notes(half, 1)],
    }
    for kind, texts in kinds.items():
        times = measure(tasks_for(texts), options.rounds)
        size = sum(map(len, texts)) / len(texts)
        print(f"{kind}: {len(texts)} notes of {size:,.0f} characters")
        for name, taken in times.items():
            print(f"  {name:24} {taken / len(texts) * 1e6:8.1f} µs a note   {taken / times['parse']:6.3f} of parse")
        to_baseline, to_markdown = times["parse"] / times["hand-written loop"], times["markdown-it-py"] / times["parse"]
        written = times["serialize"] / times["parse"]
        print(f"  parse is {to_baseline:.2f} times the hand-written loop (at most {MOST_TO_BASELINE})")
        print(f"  parse is {to_markdown:.2f} times faster than markdown-it-py (at least {LEAST_TO_MARKDOWN})")
        print(f"  serialize is {written:.3f} of parse (at most {MOST_TO_PARSE})")
        print(f"  to_json is {times['to_json'] / times['parse']:.2f} times parse (at most {MOST_TO_JSON})")
        ratios = check_to_parse(texts, options.rounds)
        bar = f" (at most {MOST_TO_CHECK[kind]})" if kind in MOST_TO_CHECK else ""
        print(f"  check is {statistics.median(ratios):.2f} times parse, median over the notes{bar}")
        print(f"  (mean {statistics.mean(ratios):.2f}; a tenth of them above {statistics.quantiles(ratios, n=10)[-1]:.2f})")
        print(f"  format is {times['format'] / times['parse']:.2f} times parse (at most {MOST_TO_FORMAT})")


if __name__ == "__main__":
    main()
