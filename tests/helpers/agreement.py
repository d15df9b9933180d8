"""How far the library and a careful reader agree about a note.

Text is compared without white space at line ends and decoration around it, tags without case; a path that the truth leaves open
does not count. Summaries and workloads are paired in the order of the text so that they agree most: a workload pairs with
one of the same tag or name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

import attrs

import ftnotes
from helpers.real_notes import LISTS, VALUES, RealField, RealNote, RealSummary, RealWorkload

#: The rows of the figures: parts of a note that are counted.
PARTS: Final = ("summaries", *VALUES, "workloads", "updates", "other_fields")

_TAG_SEPARATOR: Final = re.compile(r"[^\w-]+")

T = TypeVar("T")


@attrs.frozen
class Disagreement:
    """A place where the library reads something else; None where one of the two has nothing."""

    note: str
    path: str
    expected: str | None
    read: str | None

    def __str__(self) -> str:
        """Return one line."""
        return f"{self.note}  {self.path}: {shortened(self.expected)} -> {shortened(self.read)}"


@attrs.define
class Figures:
    """Counts over notes, by part: in the truth, read, and read rightly."""

    expected: Counter[str] = attrs.Factory(Counter)
    read: Counter[str] = attrs.Factory(Counter)
    right: Counter[str] = attrs.Factory(Counter)
    #: The numbers of summaries in the truth, and of those without any disagreement.
    summaries: int = 0
    whole: int = 0
    #: The names of texts without a summary in which one is read.
    misread: list[str] = attrs.Factory(list)
    disagreements: list[Disagreement] = attrs.Factory(list)

    def recall(self, *parts: str) -> float:
        """Return the share of the truth that is read rightly, of some parts together."""
        return _share(self.right, self.expected, parts)

    def precision(self, *parts: str) -> float:
        """Return the share of what is read that is right, of some parts together."""
        return _share(self.right, self.read, parts)

    def add(self, part: str, expected: str | None, read: str | None, *, right: bool) -> None:
        """Count one part of a note; nothing counts where both have nothing."""
        self.expected[part] += expected is not None
        self.read[part] += read is not None
        self.right[part] += right and expected is not None and read is not None


def judged(notes: Iterable[RealNote]) -> Figures:
    """Read notes with the library, and return how far it agrees with their truth."""
    figures = Figures()
    for note in notes:
        if not note.is_open("summaries"):
            compare(note, read(note.text), figures)
    return figures


def read(text: str) -> tuple[RealSummary, ...]:
    """Read a text with the library; what is read a second time counts as a field of its own."""
    return tuple(_summary(summary) for summary in ftnotes.parse(text).exec_summaries)


def compare(note: RealNote, found: Sequence[RealSummary], figures: Figures) -> None:
    """Add the agreement about one note to the figures."""
    if found and not note.summaries:
        figures.misread.append(note.name)
    for index, expected, got in aligned(note.summaries, found, _likeness):
        path = f"summaries[{index}]" if expected else "summaries[+]"
        if note.is_open(path):
            continue
        before = len(figures.disagreements)
        heads = _head(expected), _head(got)
        figures.add("summaries", *heads, right=True)
        if expected and got:
            _compare_summary(note, path, expected, got, figures)
        else:
            figures.disagreements.append(Disagreement(note.name, path, *heads))
            _count(figures, expected, got)
        figures.summaries += expected is not None
        figures.whole += expected is not None and len(figures.disagreements) == before


def aligned(
    expected: Sequence[T], found: Sequence[T], likeness: Callable[[T, T, int], float]
) -> Iterator[tuple[int, T | None, T | None]]:
    """Yield pairs of two sequences in order, with the index of the first: those with the greatest likeness in all.

    ``likeness`` gets an item of each and the index of the first; items with a likeness of 0 are never paired.
    """
    rows, columns = len(expected), len(found)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in reversed(range(rows)):
        for column in reversed(range(columns)):
            alike = likeness(expected[row], found[column], row)
            paired = alike + best[row + 1][column + 1] if alike else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    row = column = 0
    while row < rows or column < columns:
        if row < rows and best[row][column] == best[row + 1][column]:
            yield row, expected[row], None
            row += 1
        elif column < columns and best[row][column] == best[row][column + 1]:
            yield row, None, found[column]
            column += 1
        else:
            yield row, expected[row], found[column]
            row, column = row + 1, column + 1


def same(expected: str | None, read: str | None) -> bool:
    """Return whether two texts are the same apart from white space and the decoration around them."""
    return _plain(expected) == _plain(read)


def same_tag(expected: str | None, read: str | None) -> bool:
    """Return whether two tags, or several, are the same in any case."""
    return _tags(expected) == _tags(read)


def same_name(expected: RealWorkload, found: RealWorkload) -> bool:
    """Return whether two workloads have the same name; ``Teams`` without brackets may be read as a name or as a tag."""
    if found.name or not expected.name:
        return same(expected.name, found.name)
    return same(expected.name.casefold(), (found.tag or "").casefold())


def shortened(text: str | None, width: int = 70) -> str:
    """Return a quoted text of at most ``width`` characters and its quotes, or a dash for nothing."""
    if text is None:
        return "-"
    return repr(text if len(text) <= width else f"{text[: width // 2]} … {text[-width // 2 + 3 :]}")


def _share(counted: Counter[str], total: Counter[str], parts: Iterable[str]) -> float:
    whole = sum(total[part] for part in parts)
    return sum(counted[part] for part in parts) / whole if whole else 1.0


def _plain(text: str | None) -> str:
    return " ".join((text or "").split()).strip("*_~ ")


def _tags(tag: str | None) -> list[str]:
    return [part.casefold() for part in _TAG_SEPARATOR.split(tag or "") if part]


def _summary(summary: ftnotes.ExecSummary) -> RealSummary:
    first = {field.key: field for field in reversed(summary.fields)}
    others = [field for field in summary.fields if field.key is None or field is not first[field.key]]
    return RealSummary(
        customer=summary.customer or None,
        engagement_status=summary.engagement_status or _value(first, "engagement-status"),
        deployment_progress=summary.deployment_progress or _value(first, "deployment-progress"),
        relationship=summary.relationship or None,
        support_requests=summary.support_requests or None,
        workloads=tuple(_workload(workload) for workload in summary.workloads),
        other_fields=tuple(RealField(field.label, field.value or None) for field in others),
    )


def _value(fields: dict[str | None, ftnotes.Field], key: str) -> str | None:
    return (fields[key].value or None) if key in fields else None


def _workload(workload: ftnotes.Workload) -> RealWorkload:
    return RealWorkload("/".join(workload.tags) or None, workload.name or None, workload.update or None)


def _head(summary: RealSummary | None) -> str | None:
    return None if summary is None else f"{summary.customer or '?'} ({len(summary.workloads)} workloads)"


def _identity(workload: RealWorkload | None) -> str | None:
    if workload is None:
        return None
    return " ".join(filter(None, (workload.tag and f"[{workload.tag}]", workload.name))) or workload.update or "(nothing)"


def _likeness(expected: RealSummary, found: RealSummary, _: int) -> float:
    return 1 + sum(same(getattr(expected, key), getattr(found, key)) for key in VALUES)


def _compare_summary(note: RealNote, path: str, expected: RealSummary, found: RealSummary, figures: Figures) -> None:
    for key in VALUES:
        _compare_text(note, f"{path}.{key}", key, (getattr(expected, key), getattr(found, key)), figures)
    workloads, others = (f"{path}.{key}" for key in LISTS)

    def alike(one: RealWorkload, other: RealWorkload, index: int) -> float:
        tag, name, update = same_tag(one.tag, other.tag), same_name(one, other), same(one.update, other.update)
        known = (tag and one.tag) or (name and one.name) or (update and one.update and not (one.tag or one.name))
        return 1 + (tag + name + update) / 4 if known else 0.5 * note.is_open(f"{workloads}[{index}]")

    for index, one, other in aligned(expected.workloads, found.workloads, alike):
        _compare_workload(note, f"{workloads}[{index}]" if one else f"{workloads}[+]", one, other, figures)
    for index, field, got in aligned(expected.other_fields, found.other_fields, _same_label):
        place = f"{others}[{index}]" if field else f"{others}[+]"
        if field and got:
            _compare_text(note, f"{place}.value", "other_fields", (field.value or "", got.value or ""), figures)
        else:
            _compare_text(note, place, "other_fields", (_line(field), _line(got)), figures)


def _same_label(expected: RealField, found: RealField, _: int) -> float:
    return float(same(expected.label, found.label))


def _line(field: RealField | None) -> str | None:
    return None if field is None else f"{field.label}: {field.value or ''}"


def _compare_workload(
    note: RealNote, path: str, expected: RealWorkload | None, found: RealWorkload | None, figures: Figures
) -> None:
    if note.is_open(path):
        return
    if expected is None or found is None:
        figures.add("workloads", _identity(expected), _identity(found), right=False)
        updates = (workload.update if workload else None for workload in (expected, found))
        figures.add("updates", *updates, right=False)
        figures.disagreements.append(Disagreement(note.name, path, _identity(expected), _identity(found)))
        return
    right = True
    for key, equal in (("tag", same_tag(expected.tag, found.tag)), ("name", same_name(expected, found))):
        if not (note.is_open(f"{path}.{key}") or equal):
            typed, got = getattr(expected, key), getattr(found, key)
            figures.disagreements.append(Disagreement(note.name, f"{path}.{key}", typed, got))
            right = False
    figures.add("workloads", _identity(expected), _identity(found), right=right)
    _compare_text(note, f"{path}.update", "updates", (expected.update, found.update), figures)


def _compare_text(note: RealNote, path: str, part: str, texts: tuple[str | None, str | None], figures: Figures) -> None:
    if note.is_open(path):
        return
    right = same(*texts)
    figures.add(part, *texts, right=right)
    if not right:
        figures.disagreements.append(Disagreement(note.name, path, *texts))


def _count(figures: Figures, expected: RealSummary | None, found: RealSummary | None) -> None:
    """Count the parts of a summary that only one of the two has."""
    for counter, summary in ((figures.expected, expected), (figures.read, found)):
        if summary is not None:
            counter.update(key for key in VALUES if getattr(summary, key) is not None)
            counter["workloads"] += len(summary.workloads)
            counter["updates"] += sum(workload.update is not None for workload in summary.workloads)
            counter["other_fields"] += len(summary.other_fields)
