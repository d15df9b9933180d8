"""The lines of a part, read one after the other: tables, labels, lists and sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import define

from .brackets import BRACKETS, bracketed
from .clauses import RESUMING
from .commitments import NEEDS, OWING, TELLING, WORKING
from .inline_labels import labels_in
from .labelled import LabelReader
from .labels import LABEL, WHAT, label_at
from .lexicon import BOXES, CAPITAL, HANDLES, IDEOGRAPHIC, LABEL_SIGNS, UPPER, role
from .lines import ActionLine, continues
from .name_words import GIVEN
from .nouns import ON_DAY
from .passives import AGENT, PASSIVE
from .people import is_who, small_name_at
from .roles import COLONS, DATE_LABEL, DOES, DOING, I_WILL, MUST, OWNER_LABEL, STATUS, TO, VERB, WILL
from .shared import shared_items
from .states import defines, says_done
from .tables import COLUMN, HEAD, Table, cells_of
from .text import ActionText
from .values import Value, due_for_all, listed_items, told_in

_OVER: Final = role("over")
#: Words of an undated sentence in which somebody will do something, and of a dated one that can be an action.
_ACTS: Final = WILL | TO | I_WILL | NEEDS | TELLING
_DATED: Final = _ACTS | MUST | DOES | DOING | VERB | ON_DAY


def can_start(text: ActionText, start: int, end: int) -> bool:
    """Return whether a part of the text can contain an action, by the roles of its words: most parts of notes can't."""
    roles = text.opens(start, end)
    return bool(roles & BOXES or (text.barred and roles & COLUMN)) or _can_hold(text, roles, start, end)


def _can_hold(text: ActionText, roles: int, start: int, end: int) -> bool:
    """Return whether a stretch outside of lists, tables and boxes can contain an action, by the roles of its words."""
    if (
        roles & (WHAT | OWING | WORKING)
        or (roles & LABEL and roles & LABEL_SIGNS)
        or (roles & PASSIVE and roles & AGENT)
        or (roles & RESUMING and roles & (GIVEN | UPPER))
        or (roles & VERB and (roles & (_ACTS | HANDLES) or (roles & (GIVEN | UPPER) and roles & LABEL_SIGNS)))
    ):
        return True
    return bool(roles & _DATED) and text.has_date(start, end)


@define(eq=False, repr=False)
class ActionReader(LabelReader):
    """A reader of the lines of a part: one below can add to the last action, or belong to a table or list."""

    table: Table | None = None
    #: How many actions there were before the lines right above with actions, and the kind of the bare label above.
    block: int = 0
    expected: int = 0

    def read(self, lines: Iterable[ActionLine]) -> None:
        """Read the lines of a passage, each with those that continue it."""
        line: ActionLine | None = None
        for below in lines:
            if line and self._goes_on(line, below):
                line = line._replace(end=below.end)
                continue
            if line:
                self._next(line)
            line = below
            if below.empty:
                line, self.table = None, None
        if line:
            self._next(line)

    def _next(self, line: ActionLine) -> None:
        """Read a line, or the day by which the actions right above are due; after a colon, it is for all only in a list."""
        count = len(self.drafts)
        for_all = count > self.block and (self.listing or COLONS.isdisjoint(self.text.tokens[line.start : line.end]))
        mention = due_for_all(self.text, line.start, line.end) if for_all else None
        if mention:
            for draft in self.drafts[self.block :]:
                draft.date = draft.date or mention
        elif not (self._below_bare_label(line) or self._says_done(line)):
            self.line(line)
        if len(self.drafts) == count:
            self.block = count

    def _says_done(self, line: ActionLine) -> bool:
        """Read a line right below an action that says, in brackets or after a label, that it is done."""
        draft = self.draft
        if draft is None or line.apart or line.bulleted or len(self.drafts) == self.block or line.box:
            return False
        start = self.text.skip(line.start, line.end)
        marked = start < line.end and (self.text.tokens[start] in BRACKETS or self.text.has(start, STATUS))
        done = marked and says_done(self.text, start, line.end)
        draft.done = draft.done or done
        return done

    def _below_bare_label(self, line: ActionLine) -> bool:
        """Read a line that is only a label of a date or an owner, and the line below it that is only its value."""
        text, expected = self.text, self.expected
        self.expected = 0
        if self.draft is None:
            return False
        start, end = text.trimmed(line.start, line.end)
        if start >= end:
            return False
        if expected:
            value = is_who(text, start, end) if expected == OWNER_LABEL else text.date_after(start, end)
            return value is not None and self.value(Value(expected, start, end, sure=True))
        kinds = (kind for kind in (DATE_LABEL, OWNER_LABEL) if text.phrase(start, kind, end) == end)
        self.expected = next(kinds, 0) if text.has(start, CAPITAL | IDEOGRAPHIC) else 0
        return self.expected > 0

    def _goes_on(self, line: ActionLine, below: ActionLine) -> bool:
        """Return whether a line continues the one above."""
        on = (
            continues(self.text, line, below) and not self._is_own(below) and not self._is_row(line) and not self._is_row(below)
        )
        return on or defines(self.text, line, below)

    def _is_row(self, line: ActionLine) -> bool:
        return bool(cells_of(self.text, line.begin, line.end))

    def _is_own(self, line: ActionLine) -> bool:
        """Return whether a line starts with a label or somebody with a colon."""
        text = self.text
        start = text.skip(line.start, line.end)
        close = bracketed(text, start, line.end)
        if label_at(text, start, line.end, first=True) or (
            close and label_at(text, text.skip(close + 1, line.end), line.end, first=True)
        ):
            return True  # "[NEW] ACTION: …"
        if small_name_at(text, start, line.end, labelled=False):
            return True
        for place in range(start, min(line.end, start + 8)):
            if text.tokens[place] in COLONS and place > start:
                return text.has(start, CAPITAL | IDEOGRAPHIC) and is_who(text, start, place) is not None
        return False

    def line(self, line: ActionLine) -> None:
        """Read a line with those that continue it."""
        text = self.text
        if self._row(line):
            return
        roles = text.opens(line.start, line.end)
        alone = self.listing is None and self.trio is None and not line.box
        if alone and not _can_hold(text, roles, line.start, line.end):
            self.waiting = []
            return
        labels = list(labels_in(text, line.start, line.end, opened=self.draft is not None))
        if labels and (labels[0].kind != WHAT or not labels[0].copula):
            self.labelled(line, labels)
        elif self.trio and self.row_below(self.trio, line):
            return
        elif self.heading(line) or self.item(line):
            self.waiting = []
        else:
            self.trio = None
            self.waiting = []
            if labels:
                self.labelled(line, labels)
            elif shared_items(text, line.start, line.end, plain=True):
                self.drafts.extend(self.entries(line.start, line.end))
                self.draft = self.drafts[-1]
            elif not self._listed_within(line):
                count = len(self.drafts)
                for start, end in told_in(text, line):
                    self.plain(start, end, entry_day=True)
                for draft in self.drafts[count:]:
                    draft.in_prose = True

    def _listed_within(self, line: ActionLine) -> bool:
        """Read a list within a line behind words for actions, if its first item has an owner: "Actions sent: 1. … (Ana) …"."""
        text = self.text
        if not text.opens(line.start, line.end) & WHAT:
            return False
        lists = ((at, listed_items(text, at + 1, line.end)) for at in range(line.start, line.end) if text.tokens[at] in COLONS)
        colon, items = next(((colon, items) for colon, items in lists if items), (line.start, []))
        named = text.opens(line.start, colon)
        if not named & WHAT or named & _OVER:
            return False
        drafts = [draft for start, end in items for draft in self.entries(start, end, line.done)]
        if not drafts or drafts[0].owner is None:
            return False
        self.drafts.extend(draft for draft in drafts if draft.owner)
        return True

    def _row(self, line: ActionLine) -> bool:
        """Read a row of a table, or its head."""
        text = self.text
        heads = text.barred and (self.table or self.listing or text.opens(line.begin, line.end) & HEAD)
        cells = cells_of(text, line.begin, line.end) if heads else []
        if not cells:
            self.table = None
            return False
        if self.table is None:
            self.table = Table.of(text, cells, listed=self.listing is not None)
            if self.table or not self.listing:
                return self.table is not None
            self.table = Table.without_head(text, cells)
            if self.table is None:
                return False
        if self.listing:
            self.listing.count += 1
        draft = self.table.row(text, cells)
        if draft:
            self.drafts.append(draft)
        return True
