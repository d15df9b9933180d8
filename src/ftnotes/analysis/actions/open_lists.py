"""A list of actions that is open while its items are read."""

from __future__ import annotations

from attrs import define

from ..dates.mention import DateMention
from .lines import ActionLine
from .text import Who


@define(eq=False, repr=False)
class OpenList:
    """A list of actions: the indentation of its items, and who owns all of them."""

    who: Who | None
    #: The indentation that items must exceed, below a heading with a bullet; -1 for any.
    above: int = -1
    #: Whether each item must show by itself that it is a task, since the label can mean something else.
    doubtful: bool = False
    #: Whether each item must name its owner, since the heading only has a label somewhere.
    owned: bool = False
    #: Whether only its number makes its heading doubtful, since it can be a task: items in it show that it is none.
    numbered: bool = False
    indent: int | None = None
    bulleted: bool = True
    count: int = 0
    #: The level of its heading, or 0.
    level: int = 0
    #: The indentation of its label, if that has a bullet.
    base: int = 0
    #: The indentation of an item that only names the owner of those in it.
    named_at: int | None = None
    #: Whether a colon is after that owner, so that items below can be indented as far.
    introduced: bool = False
    #: Whether a heading of a lower level is above, so that not all items need to be tasks.
    parted: bool = False
    #: Whether the headings of a lower level name owners, once one of them was read; and whether the last says "Done".
    by_owner: bool | None = None
    done: bool = False
    #: Whether a title is above its items, such as who owns them: 2 if it is bold or has a colon, else 1.
    titled: int = 0
    #: Whether its items are over, and whether that only means that they are from an earlier meeting.
    over: bool = False
    awaited: bool = False
    #: The day by which all of its items are due.
    date: DateMention | None = None

    def holds(self, line: ActionLine) -> bool:
        """Return whether a line with a bullet is an item, as far as its indentation shows."""
        return line.indent > self.above and line.indent >= (self.indent or 0)
