"""The blank templates of a page, and the notes on it that fill them in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define

from ..text.words import fold
from .blocks import Block, Entry, title_above
from .fields import Doubt, LearnedField, is_unfilled, learn_field, listed_workloads

#: The share of labels that two blocks have in common if one fills in the other.
_SHARED: Final = 0.5
#: The share of labels of a template that wait to be filled in.
_BLANK: Final = 0.6
#: Fewer such labels prove nothing, and fewer rows are not a form.
_FEWEST, _FEWEST_ROWS = 2, 3


@define
class LearnedTemplate:
    """A template as its page describes it."""

    #: Empty if the page has none.
    title: str
    fields: list[LearnedField]
    doubts: list[Doubt]
    #: Whether its labels are in bold rather than in bullets.
    is_bold: bool = False


def learn_templates(blocks: Sequence[Block], examples: Sequence[Block]) -> Iterator[tuple[LearnedTemplate | None, Block]]:
    """Yield the templates among the blocks of a page, and None with each block that was passed over.

    Of blocks that share labels, the blankest is the template and the others are its examples.
    """
    groups: list[list[Block]] = []
    for block in blocks:
        group = next((group for group in groups if any(_share(block, other) for other in group)), None)
        if group is None:
            groups.append([block])
        else:
            group.append(block)
    for group in groups:
        blank = max(group, key=blankness)
        if not _is_template(blank):
            yield None, blank
            continue
        others = [block for block in (*group, *examples) if block is not blank and _share(blank, block)]
        yield _template(blank, others), blank


def _is_template(block: Block) -> bool:
    fewest = _FEWEST_ROWS if block.entries[0].style.kind == "table" else _FEWEST
    unfilled = sum(map(is_unfilled, block.entries))
    return unfilled >= _FEWEST and len(block.entries) >= fewest and blankness(block) >= _BLANK


def _share(block: Block, other: Block) -> bool:
    shared = len(set(block.keys) & set(other.keys))
    return shared >= _FEWEST and shared >= _SHARED * min(len(block.keys), len(other.keys))


def blankness(block: Block) -> float:
    """Return the share of labels of a block that wait to be filled in."""
    return sum(map(is_unfilled, block.entries)) / len(block.entries)


def _template(blank: Block, examples: Sequence[Block]) -> LearnedTemplate:
    doubts: list[Doubt] = []
    fields: dict[str, LearnedField] = {}
    labels: set[str] = set()
    for entry in blank.entries:
        answers = [other.rest for block in examples for other in block.entries if other.key == entry.key]
        field = learn_field(entry, answers)
        if entry.key in fields or fold(field.label) in labels:
            doubts.append(Doubt(entry.line.number, f"passed over, since it repeats a label: {entry.label}"))
        else:
            fields[entry.key] = field
            labels.add(fold(field.label))
    title = ""
    titled = title_above(blank)
    if titled:
        title, sure = titled
        others = {fold(found[0]) for found in map(title_above, examples) if found}
        if not sure and fold(title) not in others:
            line = blank.above.number if blank.above else 0
            doubts.append(Doubt(line, f'is "{title}" the title of a note?'))
    doubts += _requirements(list(fields.values()))
    doubts += dict.fromkeys(doubt for block in examples for doubt in _proposals(fields, block))
    return LearnedTemplate(title, [*fields.values()], doubts, blank.entries[0].style.kind == "bold")


def _requirements(fields: Sequence[LearnedField]) -> Iterator[Doubt]:
    """Decide if the fields without a remark are required: not if others are marked as required."""
    marked = {field.required for field in fields}
    unmarked = [field for field in fields if field.required is None]
    if unmarked and marked == {True, False, None}:
        labels = ", ".join(field.label for field in unmarked)
        yield Doubt(unmarked[0].line, f"some fields are required and some optional, so are these required? {labels}")
    elif True in marked:
        for field in unmarked:
            field.required = False


def _proposals(fields: dict[str, LearnedField], example: Block) -> Iterator[Doubt]:
    """Yield the labels, tags and names of an example that its template lacks."""
    names: dict[str, list[str]] = {}
    for tag, name in (workload for field in fields.values() for workload in field.workloads):
        names.setdefault(fold(tag), []).append(fold(name))
    order, there, last = list(fields), set(example.keys), -1
    for entry in example.entries:
        if entry.key in fields:
            last = order.index(entry.key)
        else:
            following = order[last + 1 : last + 2]
            of = f', perhaps for "{fields[following[0]].label}"' if set(following) - there else ""
            yield Doubt(0, f'an example has the label "{entry.label}"{of}')
        yield from _unknown_names(entry, names)


def _unknown_names(entry: Entry, names: dict[str, list[str]]) -> Iterator[Doubt]:
    for tag, text in listed_workloads(entry.below) if names else ():
        name = text.replace("–", "-").partition(" - ")[0].rstrip(" :-")
        if fold(tag) not in names:
            yield Doubt(0, f'an example has the tag [{tag}], named "{name}"')
        elif fold(name) and not fold(text).startswith(tuple(names[fold(tag)])):
            yield Doubt(0, f'an example has another name for [{tag}]: other-names = ["{name}"]')
