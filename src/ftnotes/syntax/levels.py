"""The levels of the lines of a summary: their indentation and bullets against those of the fields and of the open list."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from ..text.patterns import TAG_JOINT
from ..text.source import LINE_END, MARGIN
from .builder import Token, TreeBuilder
from .inner_lines import InnerLineClassifier
from .line_parts import Level

#: The number of parts that a line with a workload is cut into.
_WORKLOAD_PARTS: Final = 8
#: A line is a point of the one above if it is at least this much deeper.
_DEEPER: Final = 2


class Levels:
    """The lines of one summary with what is open above the line in question; levels are worked out when asked for."""

    def __init__(self, builder: TreeBuilder, inner: InnerLineClassifier, lines: list[Token]) -> None:
        self.inner = inner
        self.text = builder.text
        self.vocabulary = builder.template.vocabulary
        self.lines = lines
        self.keys: set[str | None] = set()
        #: The first field, the open one with its number and kind, and the open workload.
        self.first: Token | None = None
        self.field: Token | None = None
        self.number = 0
        self.kind = ""
        self.item: Token | None = None
        #: The level of the open list, once it was asked for.
        self._items: tuple[Level | None] | None = None

    def cut(self, line: Token) -> tuple[str, str, str]:
        """Return what precedes the content of a line, its content, and what follows."""
        return line.cut or self.inner.parts(self.text, line.start, line.end)

    def level(self, line: Token) -> Level:
        """Return the level of a line."""
        parts = line.parts
        before = self.cut(line)[0] if parts is None else parts[0] if len(parts) == _WORKLOAD_PARTS else parts[2]
        return self.inner.level(before)

    @cached_property
    def first_label(self) -> Level | None:
        """The level of the first full label, beside which a label of the writer's own can precede it."""
        return next((self.level(line) for line in self.lines if line.type == "FIELD"), None)

    @property
    def items(self) -> Level | None:
        """The level of the items of the open list: of the first with a tag or name, or else of the first bullet."""
        if self._items is None:
            self._items = (self.find_items(),)
        return self._items[0]

    def find_items(self) -> Level | None:
        """Return the level of the first line below the open field with a tag or name, or else with a bullet."""
        bullet: Level | None = None
        for number in range(self.number + 1, len(self.lines)):
            line = self.lines[number]
            if line.type in ("ITEM", "TAG", "NAME"):
                return self.level(line)
            if line.type == "COMMENT":
                continue
            if line.type in ("FIELD", "RULE"):
                break
            level = self.level(line)
            if line.type == "WEAK" and self.beside_fields(level) and line.parts[0] not in self.keys:
                break
            if bullet is None and level[1]:
                bullet = level
        return bullet

    def beside_fields(self, level: Level) -> bool:
        """Return whether a line has the bullet and about the depth of the first field."""
        if self.first is None:
            return False
        depth, sign = self.level(self.first)
        return level[1] == sign and abs(level[0] - depth) < _DEEPER

    def at_left(self, level: Level) -> bool:
        """Return whether a line has a bullet, whatever it is, and is not deeper than the fields."""
        return bool(level[1]) and self.first is not None and level[0] < self.level(self.first)[0] + _DEEPER

    def at_depth(self, level: Level, loud: bool) -> bool:
        """Return whether a label has the depth of the fields, but another bullet: none, or any if it is in capitals."""
        if level[1]:
            return loud and self.at_left(level)
        return self.first is not None and level[0] == self.level(self.first)[0]

    def is_deeper(self, level: Level) -> bool:
        """Return whether a line is deeper than the fields."""
        return self.first is not None and level[0] >= self.level(self.first)[0] + _DEEPER

    def in_list(self, level: Level) -> bool:
        """Return whether a line is in the list of workloads, beside its items."""
        if self.kind != "workloads" or self.items is None:
            return False
        return level[1] == self.items[1] and abs(level[0] - self.items[0]) < _DEEPER

    def is_below_items(self, level: Level) -> bool:
        """Return whether a line without bullet has the depth of the items, which have one."""
        return self.kind == "workloads" and self.items is not None and not level[1] and level[0] == self.items[0]

    def is_left_of_items(self, level: Level) -> bool:
        """Return whether a line is clearly less deep than the items of the list."""
        return self.items is not None and self.items[0] >= level[0] + _DEEPER

    def is_point(self, line: Token, level: Level) -> bool:
        """Return whether a line is deeper than the workload above, without a known tag or name or a tag in capitals."""
        if not self.is_below_item(level):
            return False
        tag, name = line.parts[2], line.parts[4]
        known, named = self.vocabulary.tag, self.vocabulary.name
        return (
            tag != tag.upper() and not named(name) and not any(known(part) or named(part) for part in re.split(TAG_JOINT, tag))
        )

    def is_below_item(self, level: Level) -> bool:
        """Return whether a line is deeper than the open workload."""
        return self.item is not None and level[0] >= self.level(self.item)[0] + _DEEPER

    def is_under_field(self, level: Level) -> bool:
        """Return whether a line is indented under its field: a bullet below a field without one, or indented text."""
        depth, sign = self.level(self.first) if self.first else (0, "")
        return (bool(level[1]) and not sign) or level[0] > depth

    def is_apart(self, number: int, line: Token) -> bool:
        """Return whether a blank line precedes a line."""
        above = self.text[self.lines[number - 1].start : line.start]
        return len(LINE_END.findall(above, len(above.rstrip(MARGIN + "\r\n")))) > 1
