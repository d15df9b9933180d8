"""Whether a line goes on with the field or workload above it, or ends it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from ..playbook.choice_reading import choices_in
from ..text.source import WHITESPACE
from .builder import Token, TreeBuilder
from .inner_lines import InnerLineClassifier
from .levels import Levels
from .line_parts import Level, before_comments, first_separator
from .stretches import ENDING, LABELS

#: The day of an entry and what separates it from its text.
_ENTRY: Final = re.compile(rf"\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}[{WHITESPACE}]*+[-–—:|]")


class Continuations(Levels):
    """The lines of one summary, with the questions that a line below the open field or workload raises."""

    def __init__(self, builder: TreeBuilder, inner: InnerLineClassifier, lines: list[Token]) -> None:
        super().__init__(builder, inner, lines)
        self.template = builder.template
        #: Whether the open field is complete by its choice, once it was asked for.
        self._is_choice: bool | None = None

    @property
    def is_unbulleted(self) -> bool:
        """Return whether the template has no title, and the fields have no bullets."""
        return not self.template.titles and self.first is not None and not self.level(self.first)[1]

    @cached_property
    def labels(self) -> list[int]:
        """The numbers of the lines with known labels. Asked for before these become roles, as rules come first."""
        return [number for number, line in enumerate(self.lines) if line.type in LABELS]

    def is_between_labels(self, number: int) -> bool:
        """Return whether a line is a paragraph of a value, in a note without bullets: another label is below."""
        return self.is_unbulleted and self.field is not None and bisect_right(self.labels, number) < len(self.labels)

    @property
    def has_value(self) -> bool:
        """Whether the open field has a value on its line."""
        return self.field is not None and before_comments(self.field.parts[4]) != ""

    @property
    def is_complete(self) -> bool:
        """Whether the open field is complete on its line: its value is one of its choices."""
        if self.kind != "choice" or self.item is not None or self.field is None:
            return False
        if self.template.fields[self.field.parts[0]].more:
            return False
        if self._is_choice is None:
            self._is_choice = bool(choices_in(self.template, self.field.parts[0], self.field.parts[4]))
        return self._is_choice

    def is_empty(self, number: int) -> bool:
        """Return whether the open field has no value above a line."""
        return not self.has_value and self.field is not None and self.number == number - 1 and self.kind != "workloads"

    def is_unfilled(self, number: int, content: str) -> bool:
        """Return whether the open field, right above a line, is as the template comes: its text can be below a blank line."""
        if self.field is None or self.number != number - 1 or not self.field.parts[0]:
            return False
        key, value = self.field.parts[0], before_comments(self.field.parts[4])
        if not self.template.is_unfilled(key, value):
            return False
        return self.kind != "choice" or not value or bool(choices_in(self.template, key, content))

    def ends_choice(self, number: int, content: str) -> bool:
        """Return whether a line ends the choice that the field right above it begins: ``Fully`` and ``Engaged`` below."""
        if self.field is None or self.number != number - 1:
            return False
        key, value = self.field.parts[0], self.field.parts[4]
        choice = self.template.vocabulary.choice
        return choice(key, value) is None and choice(key, f"{value} {content}") is not None

    def is_answer(self, number: int, line: Token) -> bool:
        """Return whether a line that is quoted less is between a quoted workload without an update and lines quoted as that."""
        item = self.item
        if item is None or item is not self.lines[number - 1] or item.parts[6] or ">" not in item.parts[0]:
            return False
        quoted = item.parts[0].count(">")
        below = (self.text[each.start : each.start + 2 * quoted] for each in self.lines[number + 1 :])
        return self.cut(line)[0].count(">") < quoted and any(start.count(">") == quoted for start in below)

    def goes_on_below_item(self, number: int, line: Token, label: str) -> bool:
        """Return whether a label is in the text on lines below a workload, and names its action: ``Next: batch 4``."""
        if self.item is None or self.lines[number - 1].type != "MORE" or self.is_apart(number, line):
            return False
        return self.inner.everyday.is_action_label(label)

    def can_end(self, level: Level) -> bool:
        """Return whether a line without a bullet is beside the fields, and what is open has a text."""
        return (self.item is not None or self.has_value) and not level[1] and self.at_depth(level, False)

    def is_dashed_label(self, number: int, line: Token, level: Level, content: str) -> bool:
        """Return whether a line begins with a label that writers add, before a dash: ``Next step - Ana sends the plan``.

        A word in small letters can be in a sentence that is broken there.
        """
        if content[0].islower() or self.is_unbulleted or not self.can_end(level):
            return False
        dash = first_separator(content)
        if dash is None or not dash.start() or dash["firm"] or dash["gap"]:
            return False
        head = content[: dash.start()]
        return self.inner.everyday_labels.is_own_label(head) and not self.goes_on_below_item(number, line, head)

    def is_last_comment(self, number: int, content: str) -> bool:
        """Return whether a line is only a comment, and ends the field or workload above."""
        if not (content.startswith("<!--") and content.endswith("-->")):
            return False
        below = self.lines[number + 1].type if number + 1 < len(self.lines) else "END"
        return below in LABELS or below in ENDING

    def is_entry(self, number: int, level: Level, content: str) -> bool:
        """Return whether a line is a dated entry of a log: ``05/05/2020 - KR - Left voicemail``.

        It is beside fields with bullets, or below the last of those without, which has a value.
        """
        if level != (0, "") or self.first is None or not _ENTRY.match(content):
            return False
        is_last = bisect_right(self.labels, number) == len(self.labels)
        return self.level(self.first)[1] != "" or (is_last and self.has_value)
