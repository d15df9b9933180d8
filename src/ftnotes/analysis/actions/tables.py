"""Tables of actions: a head with labels, and a row for each action."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from attrs import frozen

from .entries import entry
from .items import ActionDraft
from .lexicon import ALPHABETIC, IDEOGRAPHIC, role
from .name_words import GIVEN, is_person
from .people import NOBODY, is_who
from .roles import COLONS, DATE_LABEL, DONE, OWNER_LABEL, TO, WILL, Setting
from .somebody import HANDLE_SIGNS
from .text import EDGES, ActionText

_ENDS: Final = EDGES | frozenset(".?")
_WHAT, _SHORT, COLUMN, _STATUS = role("what"), role("short"), role("columns"), role("status")
#: The roles of the words in the head of a table that is below no label for actions.
HEAD: Final = COLUMN | _WHAT
#: The kinds of columns whose heads can have words before: "Assigned owner", "Target deadline".
_ATTRIBUTES: Final = (DATE_LABEL, OWNER_LABEL, _STATUS)
#: A stretch of a row between two bars.
_Cell = tuple[int, int]


def cells_of(text: ActionText, start: int, end: int) -> list[_Cell]:
    """Return the cells of a row, or none if the line is not one: cells have bars or tabs between them, or bars around one."""
    for sign in ("|", "\t") if text.barred else ():
        if text.text.find(sign, text.offsets[start], text.offsets[end]) < 0:
            continue
        start = text.skip(start, end)
        places = [place for place in range(start, end) if sign in text.tokens[place]]
        if text.tokens[start : start + 2] == ["|", "|"]:  # "||Action||Owner||", as wikis have it
            places = [place for place in places if text.tokens[place + 1 : place + 2] != ["|"]]
            start = places[0]
        if places:
            edges = [start - 1, *places, end]
            cells = [(first + 1, last) for first, last in pairwise(edges)]
            cells = cells[1:] if cells[0][0] >= cells[0][1] else cells
            cells = cells[:-1] if text.skip(*cells[-1]) >= cells[-1][1] else cells
            framed = len(places) > 1 and places[0] == start and text.skip(places[-1] + 1, end) >= end
            return cells if len(cells) > 1 or framed else []
    return []


@frozen
class Table:
    """A table of actions."""

    #: The kind of each column, or 0.
    kinds: tuple[int, ...]
    #: Whether the column of owners is only the first whose head is unknown, so that not each value in it needs to be one.
    guessed: bool = False
    #: Whether the other columns are of a discussion, so that each task must name its owner: "Topic | Discussion | Action".
    owned: bool = False

    @classmethod
    def of(cls, text: ActionText, cells: list[_Cell], *, listed: bool = False) -> Table | None:
        """Return the table with a head: it has one column of tasks, and no other or at least one of dates, owners or states.

        In a ``listed`` one, which is below a label for actions, a column of tasks can have any other head.
        """
        kinds = [_kind(text, *cell, listed=listed) for cell in cells]
        for start, end in cells:
            if any(text.tokens[place] in COLONS and text.skip(place + 1, end) < end for place in range(start, end)):
                return None  # the labels of one action: "Action | Owner | Date: …"
        if kinds.count(COLUMN) > 1 and _WHAT not in kinds:  # "Item | Action description"
            named = [kind == COLUMN and _names_action(text, *cell) for kind, cell in zip(kinds, cells, strict=True)]
            kinds = [_WHAT if sure and sum(named) == 1 else kind for kind, sure in zip(kinds, named, strict=True)]
        if _WHAT in kinds:
            kinds = [0 if kind == COLUMN else kind for kind in kinds]
        kinds = [_WHAT if kind == COLUMN else kind for kind in kinds]
        unknown: list[int] = []
        if listed:
            words = [any(text.has(place, ALPHABETIC | IDEOGRAPHIC) for place in range(*cell)) for cell in cells]
            unknown = [column for column, kind in enumerate(kinds) if not kind and words[column]]
        if listed and _WHAT not in kinds:
            kinds = [_WHAT if column in unknown[:1] else kind for column, kind in enumerate(kinds)]
            unknown = []
        alone = kinds == [_WHAT] and _names_action(text, *cells[0])
        known = bool({DATE_LABEL, OWNER_LABEL} & set(kinds))
        if kinds.count(_WHAT) != 1:
            return None
        if not (alone or known or unknown):
            acts = any(kind == _WHAT and _names_action(text, *cell) for kind, cell in zip(kinds, cells, strict=True))
            return cls(tuple(kinds), owned=True) if acts else None
        guessed = not (alone or known)
        if guessed:
            kinds[unknown[0]] = OWNER_LABEL  # "Name | Task"
        return cls(tuple(kinds), guessed)

    @classmethod
    def without_head(cls, text: ActionText, cells: list[_Cell]) -> Table | None:
        """Return the table whose first row is an action: somebody, a task, and perhaps a day."""
        kinds = [_kind_by_value(text, *text.trimmed(*cell)) for cell in cells]
        if kinds.count(OWNER_LABEL) != 1 or kinds.count(_WHAT) != 1 or kinds.count(DATE_LABEL) > 1:
            return None
        return cls(tuple(kinds))

    def row(self, text: ActionText, cells: list[_Cell]) -> ActionDraft | None:
        """Return the action of a row."""
        by_kind = {kind: text.trimmed(*cell) for kind, cell in zip(self.kinds, cells, strict=False) if kind}
        what = self._task(text, cells, by_kind)
        draft = entry(text, *what, Setting.LABEL) if what else None
        if draft is None or (self.owned and not _is_owned(text, draft)):
            return None
        for kind, (start, end) in by_kind.items():
            if start >= end:
                continue
            if kind in (DATE_LABEL, _STATUS) and text.phrase(text.undecorated(start, end)[0], DONE, end) == end:
                draft.done = True
            elif kind == DATE_LABEL:
                draft.date = next((mention for mention, _, _ in text.dates_in(start, end)), draft.date)
            elif kind == OWNER_LABEL and not text.phrase(start, NOBODY, end):
                who = is_who(text, start, end)
                if not self.guessed or (who and (who.known or is_person(text, who))):
                    draft.owner = text.span(who.start, who.stop) if who else text.span(start, end)
        return draft

    def _task(self, text: ActionText, cells: list[_Cell], by_kind: dict[int, _Cell]) -> _Cell | None:
        """Return the cell of the task, or that of its title if it is empty and there is an owner."""
        what, owner = by_kind.get(_WHAT), by_kind.get(OWNER_LABEL, (0, 0))
        if what is None or what[0] < what[1] or owner[0] >= owner[1]:
            return what
        others = (text.trimmed(*cell) for kind, cell in zip(self.kinds, cells, strict=False) if not kind)
        return next((cell for cell in others if any(text.has(place, ALPHABETIC | IDEOGRAPHIC) for place in range(*cell))), None)


def _is_owned(text: ActionText, draft: ActionDraft) -> bool:
    """Return whether a task names its owner as nothing else is: "FM: …", "@ana …", "Nadia to …", but not "Build: …"."""
    if draft.owner is None:
        return False
    place, after = text.place(draft.owner.start), text.place(draft.owner.end)
    handle = place > 0 and text.tokens[place - 1] in HANDLE_SIGNS
    known = draft.by_role or handle or text.has(place, GIVEN)
    return known or text.phrase(text.skip(after, len(text.words)), TO | WILL, len(text.words)) > 0


def _names_action(text: ActionText, start: int, end: int) -> bool:
    """Return whether the head of a column starts with a word for actions: "Action description"."""
    start = text.skip(start, end)
    return text.phrase(start, _WHAT, end) > text.phrase(start, _SHORT, end)


def _kind_by_value(text: ActionText, start: int, end: int) -> int:
    """Return the kind of a column by a value in it: somebody who is known, a day, or a task."""
    dated = text.date_after(start, end)
    if dated and text.trimmed(dated[2], end)[0] >= end:
        return DATE_LABEL
    who = is_who(text, start, end)
    if who and (who.known or is_person(text, who)):
        return OWNER_LABEL
    words = sum(text.has(place, ALPHABETIC | IDEOGRAPHIC) for place in range(start, end))
    return _WHAT if words > 1 and not who else 0


def _kind(text: ActionText, start: int, end: int, *, listed: bool) -> int:
    """Return the kind of a column by its head, by the last of several: "Status / Due date"."""
    start, end = text.skip(start, end), text.trimmed(start, end, frozenset())[1]
    slash = next((place for place in range(end - 1, start, -1) if text.tokens[place] == "/"), start - 1)
    first, last = text.trimmed(slash + 1, end, _ENDS)
    if listed and last - first > 2 and text.tokens[last - 1] == ")":
        last = next((place for place in range(last - 1, first, -1) if text.tokens[place] == "("), last)  # "Owner(s)"
        first, last = text.trimmed(first, last, _ENDS)
    for kind in (COLUMN, _WHAT, DATE_LABEL, OWNER_LABEL, _STATUS):
        if first < last and text.phrase(first, kind, last) == last:
            return kind
    if not listed:
        return 0
    if slash > start:
        return _kind(text, start, slash, listed=True)
    words = range(first + 1, last)
    return next((kind for kind in _ATTRIBUTES if any(text.phrase(place, kind, last) == last for place in words)), 0)
