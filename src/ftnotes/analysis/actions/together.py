"""Labels of an action, its date and its owner that are together, with their values after them or in the lines below.

together:  kind ("/" | "," | …) kind [… kind] [":"] value (sign value)*
"""

from __future__ import annotations

from attrs import define, field

from .entries import entry
from .labels import WHAT, Label
from .lines import ActionLine
from .lists import ListReader
from .roles import COLONS, Setting
from .values import Value, fill, values_of


@define(eq=False, repr=False)
class TogetherReader(ListReader):
    """A reader of labels that are together, such as "Action / Date / Owner"."""

    #: Dates and owners above the action that they belong to.
    waiting: list[Value] = field(factory=list)

    def row_below(self, trio: Label, line: ActionLine) -> bool:
        """Read a line below the labels of all of an action."""
        text, listing = self.text, self.listing
        if listing and (listing.over or self.signs_off(line)):
            return False
        fresh = listing is None or not listing.count
        if self.values(trio, line.start, line.end):
            self.trio = trio if listing else None
        else:
            alone = fresh and WHAT in trio.kinds and text.tokens[trio.end - 1] in COLONS
            draft = entry(text, line.start, line.end, Setting.LABEL) if alone else None
            if draft is None:
                return False
            self.add(draft)
        if self.draft and fresh:
            self.draft.parts.append(text.span(trio.start, trio.end))
        if listing:
            listing.count += 1
            listing.indent, listing.bulleted = line.indent, line.bulleted
        return True

    def values(self, label: Label, start: int, end: int) -> bool:
        """Read the values of a trio, if there is one for each of its labels."""
        text = self.text
        values = values_of(text, label, *text.trimmed(start, end))
        if values is None:
            return False
        if WHAT not in label.kinds:
            for kind, (first, last) in zip(label.kinds, values, strict=True):
                self.value(Value(kind, first, last, sure=True))
            return True
        draft = entry(text, *values[label.kinds.index(WHAT)], Setting.LABEL)
        for kind, (first, last) in zip(label.kinds, values, strict=True):
            if draft:
                fill(text, draft, kind, first, last, override=True)
        if draft:
            self.add(draft)
        return True

    def value(self, value: Value, *, override: bool = False) -> bool:
        """Add a date or owner to the action above, or keep it for the one below; return whether it is that of the one above."""
        draft = self.draft
        filled = draft is not None and fill(self.text, draft, value.kind, value.start, value.end, override=override)
        if not filled:
            self.waiting = [*self.waiting[-3:], value]
        return filled
