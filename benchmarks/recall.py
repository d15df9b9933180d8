"""Recall and precision of the parser over notes whose truth is known: `python benchmarks/recall.py --show 10`.

What a note says and what is read in it are compared as multisets, so that a part found twice counts once as right and
once as wrong. Of a note read wrongly the parts that differ are shown: `-` said and not found, `+` found, not said.
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
#: What is compared, from the coarsest to the finest.
LEVELS = ("titles", "field keys", "fields", "workloads", "updates")
#: Tags that are their workload's name as well: typed alone, in small letters, either reading is right.
TAGS_THAT_ARE_NAMES = frozenset({"teams", "intune"})

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")

Part = tuple[str | tuple[str, ...] | None, ...]
Parts = dict[str, Counter[Part]]


@attrs.define
class Tally:
    """How many parts of a level were said, how many found, and how many of both are the same."""

    said: int = 0
    found: int = 0
    matched: int = 0

    def add(self, said: Counter[Part], found: Counter[Part]) -> None:
        """Count what was said and found in one note."""
        self.said += said.total()
        self.found += found.total()
        self.matched += (said & found).total()

    def __str__(self) -> str:
        """The row of the table."""
        recall = self.matched / self.said if self.said else 1.0
        precision = self.matched / self.found if self.found else 1.0
        return f"{self.said:>8}{self.found:>8}{self.matched:>8}{recall:>10.2%}{precision:>11.2%}"


def read(text: str) -> tuple[TrueSummary, ...]:
    """What the library finds in a text, in the terms of the corpus."""
    return tuple(read_summary(summary) for summary in ftnotes.parse(text).exec_summaries)


def read_summary(summary: ftnotes.ExecSummary) -> TrueSummary:
    """One summary; workloads outside every field, of which the corpus draws none, are kept in a field that says so."""
    fields: list[TrueField] = []
    for node in summary.body:
        if isinstance(node, ftnotes.Field):
            fields.append(TrueField(node.key, node.label, node.value, read_workloads(node.workloads)))
        elif isinstance(node, ftnotes.Workload):
            fields.append(TrueField(None, "(outside every field)", "", read_workloads([node])))
    return TrueSummary(summary.title.text if summary.title else None, tuple(fields))


def read_workloads(workloads: Iterable[ftnotes.Workload]) -> tuple[TrueWorkload, ...]:
    """Workloads of the library's tree."""
    return tuple(TrueWorkload(tuple(node.tags), node.name, node.update) for node in workloads)


def parts(summaries: Iterable[TrueSummary]) -> Parts:
    """What is compared, by level."""
    found: Parts = {level: Counter() for level in LEVELS}
    for summary in summaries:
        if summary.title is not None:
            found["titles"][(summary.title,)] += 1
        for field in summary.fields:
            found["field keys"][(field.key,)] += 1
            found["fields"][(field.key, field.label, field.value)] += 1
            for workload in field.workloads:
                tags, name = identity(workload)
                found["workloads"][(tags, name)] += 1
                found["updates"][(tags, name, workload.update)] += 1
    return found


def identity(workload: TrueWorkload) -> tuple[tuple[str, ...], str]:
    """Tags and name; a tag that is a name too, typed alone, counts as the name."""
    if not workload.name and len(workload.tags) == 1 and workload.tags[0].lower() in TAGS_THAT_ARE_NAMES:
        return (), workload.tags[0]
    return workload.tags, workload.name


def differences(said: Parts, found: Parts) -> Iterator[str]:
    """One line a part that was said and not found, or found and not said; what a coarser line tells is not repeated."""
    for level in ("titles", "fields", "updates"):
        missing, surplus = said[level] - found[level], found[level] - said[level]
        for sign, counter in (("-", missing), ("+", surplus)):
            for part in counter.elements():
                yield f"  {sign} {level[:-1]:<6} {' | '.join(shortened(repr(value)) for value in part)}"


def shortened(text: str, width: int = 90) -> str:
    """A text of that many characters at most, with its middle left out."""
    return text if len(text) <= width else f"{text[: width // 2]}...{text[-width // 2 + 3 :]}"


def measure(notes: list[Note], show: int, *, whole: bool) -> Iterator[str]:
    """The report on notes with summaries: a table, and the first notes read wrongly, `whole` with their text."""
    tallies = {level: Tally() for level in LEVELS}
    wrong: list[str] = []
    for number, note in enumerate(notes):
        said, found = parts(note.summaries), parts(read(note.text))
        for level, tally in tallies.items():
            tally.add(said[level], found[level])
        if said != found:
            shown = [f"note {number}", *differences(said, found)]
            # An escaped line can hold nothing that a terminal would obey, and shows which blanks were typed.
            shown += [f"    {line!r}" for line in LINE.findall(note.text)] if whole else []
            wrong.append("\n".join(shown))
    yield f"{'':12}{'said':>8}{'found':>8}{'same':>8}{'recall':>10}{'precision':>11}"
    yield from (f"{level:12}{tally}" for level, tally in tallies.items())
    yield f"{len(notes) - len(wrong)} of {len(notes)} notes read rightly throughout"
    yield from wrong[:show]


def measure_prose(notes: list[Note], show: int) -> Iterator[str]:
    """The report on notes without a summary: whatever is found there is wrong."""
    total: Counter[str] = Counter()
    wrong: list[str] = []
    for number, note in enumerate(notes):
        found = parts(read(note.text))
        total.update({level: found[level].total() for level in LEVELS})
        lines = list(differences(parts(()), found))
        if lines:
            wrong.append("\n".join([f"prose note {number}", *lines]))
    counts = ", ".join(f"{total[level]} {level}" for level in ("titles", "fields", "workloads"))
    yield f"falsely found in {len(notes)} notes of prose: {counts}"
    yield from wrong[:show]


def main() -> None:
    """Print the reports asked for on the command line."""
    parser = argparse.ArgumentParser(description="recall and precision of the parser over notes whose truth is known")
    parser.add_argument("--count", type=int, default=2000, help="how many notes (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="what the notes are drawn from (default: %(default)s)")
    parser.add_argument("--show", type=int, default=10, help="how many wrongly read notes to show (default: %(default)s)")
    parser.add_argument("--text", action="store_true", help="show the text of those notes too, escaped")
    parser.add_argument("--kind", choices=tuple(CORPORA), default="messy", help="which notes (default: %(default)s)")
    options = parser.parse_args()
    for line in measure(CORPORA[options.kind](options.count, options.seed), options.show, whole=options.text):
        print(line)
    for line in measure_prose(prose_notes(options.count, options.seed), options.show):
        print(line)


if __name__ == "__main__":
    main()
