"""The order of the fields of a summary that is formatted."""

from __future__ import annotations

from operator import itemgetter

from ..syntax.nodes import Field, Prose, Workload
from ..syntax.note import Note
from .heads import Heads


def ordered(summary: Note, heads: Heads) -> tuple[Field | Workload | Prose, ...]:
    """Return the body of a summary in the order of the template; everything else stays below the known field above it."""
    body, order = summary.body, heads.wording.template.order
    groups: list[tuple[int, list[Field | Workload | Prose]]] = [(-1, [])]
    last, sorted_already = -1, True
    for item in body:
        place = order.get(item.key, -1) if isinstance(item, Field) and item.key else -1
        if place >= 0:
            sorted_already = sorted_already and place >= last
            last = place
            groups.append((place, [item]))
        else:
            groups[-1][1].append(item)
    if sorted_already:
        return body
    moved = tuple(item for _, group in sorted(groups, key=itemgetter(0)) for item in group)
    first = moved[0]
    if summary.title is None and not (isinstance(first, Field) and first.key in heads.fields):
        return body  # an unknown label can't open a summary
    return moved
