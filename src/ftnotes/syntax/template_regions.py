"""Which lines of a text belong to which template, where a playbook has several.

Lines with a title or a label are clues. Each gives points to the templates that have it and takes some from the others, and a
change of template costs some, more in the middle of a block of lines: the assignment of most points counts, of several the one
to the template of the given type of note, or else to earlier ones. A region of another template than the first must have a
title or enough labels; otherwise it belongs to the first one.

A template without titles has notes that follow each other: one begins where the first label comes again, or where a line that
is only a workload precedes a label that was there before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ..playbook.template_words import TemplateWords
from .summary_evidence import FEWEST_LABELS
from .template_clues import Clue, Sign, is_candidate

#: The points of the given type of note, and of a title or label that a template doesn't have.
_GIVEN: Final = 0.75
_OTHER: Final = -1.0
#: What a change of template costs where a note can begin, and elsewhere.
_CHANGE: Final = 0.5
_CHANGE_INSIDE: Final = 3.0


class Region(NamedTuple):
    """A part of a text that is read by one template."""

    start: int
    end: int
    template: TemplateWords
    #: Whether a note begins with its first line, and whether that is the workload that the note is about.
    begins: bool = False
    is_about: bool = False


def find_regions(size: int, clues: Sequence[Clue], templates: Sequence[TemplateWords], preferred: int) -> list[Region]:
    """Return the regions of a text in order, which are all of it.

    Args:
        size: the length of the text.
        clues: its clues in order.
        templates: the templates; text that belongs to none goes to the first.
        preferred: the number of the template of the given type of note; -1 for none.
    """
    starts: list[tuple[int, int, bool, bool]] = [(0, 0, False, False)]  # the last three as in a region
    follows = False
    for number, group in _groups(clues, _assigned(clues, len(templates), preferred)):
        if not templates[number].about:
            group = [clue._replace(about=-1) for clue in group]
        is_given = number == preferred and any(clue.signs.get(number, _NOTHING).key for clue in group)
        if not (number or templates[0].about) or not (is_given or is_candidate(number, group, follows)):
            if starts[-1][1] and not number and _is_told(group):
                starts.append((group[0].start, 0, False, False))
            follows = follows or any(0 in clue.signs and clue.signs[0].points > 0 for clue in group)
            continue
        for note in _notes(number, group, bool(templates[number].titles)):
            about = note[0].about
            starts.append((about if about >= 0 else note[0].start, number, True, about >= 0))
        follows = False
    if len(starts) > 1 and starts[1][0] == 0:
        del starts[0]
    return [
        Region(start, end, templates[number], begins, is_about)
        for (start, number, begins, is_about), (end, *_) in pairwise((*starts, (size, 0, False, False)))
    ]


def _notes(number: int, clues: Sequence[Clue], has_titles: bool) -> Iterator[Sequence[Clue]]:
    """Yield the clues of each note of a template, of which several can follow each other."""
    start = 0
    seen: set[str] = set()
    for place, clue in enumerate(clues):
        sign = clue.signs.get(number, _NOTHING)
        again = not has_titles and sign.key in seen and (clue.about >= 0 or sign.key == _first_key(number, clues[start:place]))
        if (sign.is_title and place > start) or (again and len(seen) >= FEWEST_LABELS and _has_labels(number, clues[place:])):
            yield clues[start:place]
            start = place
            seen = set()
        if sign.key:
            seen.add(sign.key)
    yield clues[start:]


_NOTHING: Final = Sign(0.0)


def _is_told(clues: Sequence[Clue]) -> bool:
    """Return whether clues after a note of another template are of the first one: a title, a whole label, or two others."""
    signs = [clue.signs[0] for clue in clues if 0 in clue.signs and clue.signs[0].points > 0]
    return any(sign.is_title or sign.key for sign in signs) or len(signs) > 1


def _first_key(number: int, clues: Sequence[Clue]) -> str | None:
    return next((sign.key for clue in clues if (sign := clue.signs.get(number)) and sign.key), None)


def _has_labels(number: int, clues: Sequence[Clue]) -> bool:
    """Return whether a note can begin with these clues: enough labels until one comes again."""
    keys: set[str] = set()
    for clue in clues:
        key = clue.signs.get(number, _NOTHING).key
        if key in keys:
            return False
        if key:
            keys.add(key)
        if len(keys) >= FEWEST_LABELS:
            return True
    return False


def _assigned(clues: Sequence[Clue], count: int, preferred: int) -> list[int]:
    """Return the number of the template of each clue, so that all get the most points together."""
    best = [_GIVEN if number == preferred else 0.0 for number in range(count)]

    def rank(number: int) -> tuple[float, bool, int]:
        return best[number], number == preferred, -number

    came_from: list[list[int]] = []
    for clue in clues:
        # from the same template, or from the best of all, at the price of a change
        change = _CHANGE if clue.begins else _CHANGE_INSIDE
        richest = max(range(count), key=rank)
        sources = [number if best[number] >= best[richest] - change else richest for number in range(count)]
        best = [
            best[source]
            - (change if source != number else 0.0)
            + (clue.signs[number].points if number in clue.signs else _OTHER)
            for number, source in enumerate(sources)
        ]
        came_from.append(sources)
    assigned: list[int] = []
    number = max(range(count), key=rank) if clues else 0
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
