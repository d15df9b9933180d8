"""Which lines of a text belong to which template, where a playbook has several.

Lines with a title or a label are clues. Each gives points to the templates that have it and takes some from the others, and a
change of template costs half a point: the assignment of most points counts, of several the one to earlier templates. A region
of another template than the first must have a title or enough labels; otherwise it belongs to the first one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from ..playbook.choice_reading import choice_in
from ..playbook.template_words import TemplateWords
from ..text.source import LINE_END
from ..text.words import FIRST_WORD
from .line_parts import DECORATION, LONGEST_HEAD, cut_line, first_separator
from .titles import read_title

#: The points of a title, of a whole and a shortened label, of a value that is or is not one of the choices, and of a title or
#: label that a template doesn't have; and what a change of template costs.
_TITLE, _WHOLE, _SHORT, _CHOICE, _OTHER, _CHANGE = 3.0, 1.0, 0.5, 1.0, -1.0, 0.5
#: How many labels make a template a candidate: these alone, and with one that no other template has.
_LABELS, _WITH_OWN = 3, 2
#: A label of as many words that no other template has makes it a candidate alone.
_OWN_WORDS: Final = 3

#: The start and end of a region, and its template.
Region: TypeAlias = tuple[int, int, TemplateWords]


class Sign(NamedTuple):
    """What a line is to a template."""

    points: float
    is_title: bool = False
    #: The key of the field with this label, if it is whole; and whether the value is one of its choices.
    key: str | None = None
    fits: bool = False
    #: The number of words of a label.
    words: int = 0


class Clue(NamedTuple):
    """A line with a title or label of some template."""

    start: int
    #: By the number of the template.
    signs: Mapping[int, Sign]


def find_regions(
    text: str,
    templates: Sequence[TemplateWords],
    shapes: Mapping[str, re.Pattern[str]],
    is_foreign: Callable[[int], bool],
) -> list[Region]:
    """Return the regions of a text in order, which are all of it.

    Args:
        text: the text.
        templates: the templates; text that belongs to none goes to the first.
        shapes: the grammar's parts of a line, by name.
        is_foreign: whether no note can contain the line that starts at an offset.
    """
    clues = [clue for clue in _clues(text, templates, shapes) if not is_foreign(clue.start)]
    regions: list[tuple[int, int]] = [(0, 0)]  # the start and the number of the template
    for number, group in _groups(clues, _assigned(clues, len(templates))):
        chosen = number if number and _is_candidate(number, group) else 0
        if chosen != regions[-1][1]:
            regions.append((group[0].start, chosen))
    if len(regions) > 1 and regions[1][0] == 0:
        del regions[0]
    ends = [start for start, _ in regions[1:]] + [len(text)]
    return [(start, end, templates[number]) for (start, number), end in zip(regions, ends, strict=True)]


def _clues(text: str, templates: Sequence[TemplateWords], shapes: Mapping[str, re.Pattern[str]]) -> Iterator[Clue]:
    """Yield the lines with a title or label of some template."""
    start = 0
    while start < len(text):
        line_end = LINE_END.search(text, start)
        end = line_end.end() if line_end else len(text)
        before, content, after = cut_line(shapes, text, start, end)
        first = FIRST_WORD.match(content)
        if first:
            signs = {
                number: sign
                for number, template in enumerate(templates)
                if (sign := _sign(template, shapes, first.group(), before, content, after))
            }
            if signs:
                yield Clue(start, signs)
        start = end


def _sign(
    template: TemplateWords, shapes: Mapping[str, re.Pattern[str]], word: str, before: str, content: str, after: str
) -> Sign | None:
    """Return what a line is to a template: one with its title, or with one of its labels before a separator or alone."""
    starts = template.vocabulary.starts_with(word)
    if starts.title and read_title(template.vocabulary, shapes, before, content, after):
        return Sign(_TITLE, is_title=True)
    if not starts.label:
        return None
    separator = first_separator(content[:LONGEST_HEAD])
    head = (content[: separator.start()] if separator else content[:LONGEST_HEAD]).rstrip(DECORATION + ":：")
    label = template.vocabulary.label(head)
    if label is None or (separator is None and label.short):
        return None
    value = content[separator.end() :] if separator else ""
    points, fits = _SHORT if label.short else _WHOLE, False
    if value and label.key in template.choices:
        fits = choice_in(template, label.key, value) is not None
        points += _CHOICE if fits else -_CHOICE
    return Sign(points, False, None if label.short else label.key, fits, len(head.split()))


def _assigned(clues: Sequence[Clue], count: int) -> list[int]:
    """Return the number of the template of each clue, so that all get the most points together."""
    best = [0.0] * count
    came_from: list[list[int]] = []
    for clue in clues:
        # from the same template, or from the best of all, at the price of a change
        richest = max(range(count), key=lambda number: (best[number], -number))
        sources = [number if best[number] >= best[richest] - _CHANGE else richest for number in range(count)]
        cost = [0.0 if source == number else _CHANGE for number, source in enumerate(sources)]
        best = [
            best[source] - cost[number] + (clue.signs[number].points if number in clue.signs else _OTHER)
            for number, source in enumerate(sources)
        ]
        came_from.append(sources)
    assigned: list[int] = []
    number = max(range(count), key=lambda number: (best[number], -number)) if clues else 0
    for sources in reversed(came_from):
        assigned.append(number)
        number = sources[number]
    return assigned[::-1]


def _groups(clues: Sequence[Clue], assigned: Sequence[int]) -> Iterator[tuple[int, list[Clue]]]:
    """Yield the number of a template with the clues in a row that are its own."""
    group: list[Clue] = []
    for place, clue in enumerate(clues):
        group.append(clue)
        if place + 1 == len(clues) or assigned[place + 1] != assigned[place]:
            yield assigned[place], group
            group = []


def _is_candidate(number: int, clues: Sequence[Clue]) -> bool:
    """Return whether lines can be a note of a template: by its title, or by enough labels."""
    signs = [(clue.signs[number], len(clue.signs) == 1) for clue in clues if number in clue.signs]
    labels = {sign.key for sign, _ in signs if sign.key}
    own = [sign for sign, is_own in signs if sign.key and is_own]
    return (
        any(sign.is_title for sign, _ in signs)
        or any(sign.words >= _OWN_WORDS for sign in own)
        or len(labels) >= _LABELS
        or (len(labels) >= _WITH_OWN and any(sign.words > 1 or sign.fits for sign in own))
    )
