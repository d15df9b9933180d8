"""Recall and precision of the parser on notes with known content: `python benchmarks/recall.py --show 10`.

The true parts of a note and the parsed ones are compared as multisets, so a part that is found twice counts once as right and
once as wrong. For a note that is parsed wrongly, the differences are shown: `-` for missing parts, `+` for wrong ones.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import attrs
from corpus import (
    Note,
    TrueField,
    TrueSummary,
    TrueWorkload,
    messy_notes,
    prose_notes,
    tidy_notes,
)

import ftnotes

CORPORA: dict[str, Callable[[int, int], list[Note]]] = {"messy": messy_notes, "tidy": tidy_notes}
#: The compared parts, from the coarsest to the finest.
LEVELS = ("titles", "field keys", "fields", "workloads", "updates")
#: Tags that are also their workload's name: typed alone, in lower case, either reading is right.
TAGS_THAT_ARE_NAMES = frozenset({"teams", "intune"})

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")

Part = tuple[str | tuple[str, ...] | None, ...]
Parts = dict[str, Counter[Part]]


@attrs.define
class Tally:
    """The numbers of true parts, of parsed parts, and of parts that are both."""

    true: int = 0
    parsed: int = 0
    matched: int = 0

    def add(self, true: Counter[Part], parsed: Counter[Part]) -> None:
        """Count the parts of one note."""
        self.true += true.total()
        self.parsed += parsed.total()
        self.matched += (true & parsed).total()

    def __str__(self) -> str:
        """Return the row of the table."""
        recall = self.matched / self.true if self.true else 1.0
        precision = self.matched / self.parsed if self.parsed else 1.0
        return f"{self.true:>8}{self.parsed:>8}{self.matched:>8}{recall:>10.2%}{precision:>11.2%}"


def read(text: str) -> tuple[TrueSummary, ...]:
    """Parse a text into the classes of the corpus."""
    return tuple(read_summary(summary) for summary in ftnotes.parse(text).exec_summaries)


def read_summary(summary: ftnotes.ExecSummary) -> TrueSummary:
    """Convert a summary; workloads outside all fields, which the corpus never draws, go into a field of that name."""
    fields: list[TrueField] = []
    for node in summary.body:
        if isinstance(node, ftnotes.Field):
            fields.append(TrueField(node.key, node.label, node.value, read_workloads(node.workloads)))
        elif isinstance(node, ftnotes.Workload):
            fields.append(TrueField(None, "(outside every field)", "", read_workloads([node])))
    return TrueSummary(summary.title.text if summary.title else None, tuple(fields))


def read_workloads(workloads: Iterable[ftnotes.Workload]) -> tuple[TrueWorkload, ...]:
    """Convert workloads of the library's tree."""
    return tuple(TrueWorkload(tuple(node.tags), node.name, node.update) for node in workloads)


def parts(summaries: Iterable[TrueSummary]) -> Parts:
    """Return the compared parts, by level."""
    counted: Parts = {level: Counter() for level in LEVELS}
    for summary in summaries:
        if summary.title is not None:
            counted["titles"][(summary.title,)] += 1
        for field in summary.fields:
            counted["field keys"][(field.key,)] += 1
            counted["fields"][(field.key, field.label, field.value)] += 1
            for workload in field.workloads:
                tags, name = identity(workload)
                counted["workloads"][(tags, name)] += 1
                counted["updates"][(tags, name, workload.update)] += 1
    return counted


def identity(workload: TrueWorkload) -> tuple[tuple[str, ...], str]:
    """Return tags and name; a tag that is also a name, typed alone, counts as the name."""
    if not workload.name and len(workload.tags) == 1 and workload.tags[0].lower() in TAGS_THAT_ARE_NAMES:
        return (), workload.tags[0]
    return workload.tags, workload.name


def differences(true: Parts, parsed: Parts) -> Iterator[str]:
    """Yield a line for each missing or wrong part, except those that a coarser line implies."""
    for level in ("titles", "fields", "updates"):
        missing, surplus = true[level] - parsed[level], parsed[level] - true[level]
        for sign, counter in (("-", missing), ("+", surplus)):
            for part in counter.elements():
                yield f"  {sign} {level[:-1]:<6} {' | '.join(shortened(repr(value)) for value in part)}"


def shortened(text: str, width: int = 90) -> str:
    """Return a text shortened to ``width`` characters by omitting its middle."""
    return text if len(text) <= width else f"{text[: width // 2]}...{text[-width // 2 + 3 :]}"


def measure(notes: list[Note], show: int, *, whole: bool) -> Iterator[str]:
    """Yield the report on notes with summaries: a table, and the first wrongly parsed notes, with their text if `whole`."""
    tallies = {level: Tally() for level in LEVELS}
    wrong: list[str] = []
    for number, note in enumerate(notes):
        true, parsed = parts(note.summaries), parts(read(note.text))
        for level, tally in tallies.items():
            tally.add(true[level], parsed[level])
        if true != parsed:
            shown = [f"note {number}", *differences(true, parsed)]
            # An escaped line is safe on a terminal, and shows which spaces were typed.
            shown += [f"    {line!r}" for line in LINE.findall(note.text)] if whole else []
            wrong.append("\n".join(shown))
    yield f"{'':12}{'true':>8}{'parsed':>8}{'same':>8}{'recall':>10}{'precision':>11}"
    yield from (f"{level:12}{tally}" for level, tally in tallies.items())
    yield f"{len(notes) - len(wrong)} of {len(notes)} notes parsed without any error"
    yield from wrong[:show]


def measure_prose(notes: list[Note], show: int) -> Iterator[str]:
    """Yield the report on notes without a summary, in which every parsed part is wrong."""
    total: Counter[str] = Counter()
    wrong: list[str] = []
    for number, note in enumerate(notes):
        parsed = parts(read(note.text))
        total.update({level: parsed[level].total() for level in LEVELS})
        lines = list(differences(parts(()), parsed))
        if lines:
            wrong.append("\n".join([f"prose note {number}", *lines]))
    counts = ", ".join(f"{total[level]} {level}" for level in ("titles", "fields", "workloads"))
    yield f"wrongly found in {len(notes)} notes of prose: {counts}"
    yield from wrong[:show]


def main() -> None:
    """Print the reports."""
    parser = argparse.ArgumentParser(description="recall and precision of the parser on notes with known content")
    parser.add_argument("--count", type=int, default=2000, help="how many notes (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the notes (default: %(default)s)")
    parser.add_argument("--show", type=int, default=10, help="number of wrongly parsed notes to show (default: %(default)s)")
    parser.add_argument("--text", action="store_true", help="also show the text of those notes, escaped")
    parser.add_argument("--kind", choices=tuple(CORPORA), default="messy", help="kind of notes (default: %(default)s)")
    options = parser.parse_args()
    for line in measure(CORPORA[options.kind](options.count, options.seed), options.show, whole=options.text):
        print(line)
    for line in measure_prose(prose_notes(options.count, options.seed), options.show):
        print(line)


if __name__ == "__main__":
    main()
