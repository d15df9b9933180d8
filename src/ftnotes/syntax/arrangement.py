"""Kinds to roles: what each line is, by the lines around it.

The lexer says what a line can be by its shape and words, and `StretchFinder` which lines are a summary. In it, the level of a
line (its indentation and bullet) against those of the fields and of the list of workloads decides whether it is a field, an
item of the list, more of what is above, or text that belongs to none.

It moves no character, and accepts any sequence of kinds.

    kind     in the list, beside its items              beside the fields              elsewhere
    FIELD    field                                      field                          field
    WEAK     item                                       field, unless seen before      more
    OWN      item; one that writers add is stray, or a  field; more below an empty one more; stray if writers
             field in a list at their level                                            add it, at the left
    ITEM     item                                       item                           item
    ABOUT    what the note is about, above its labels
    TAG      item                                       item                           item; more if deeper
    NAME     item                                       more; item below a choice, or  more
                                                        in a run without a list
    PLAIN    item if it looks like one, or else stray   more, or stray; item in a run  more

A run without a list is of lines that begin with two or more workloads, in a summary without a label for them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Final

from ..text.patterns import only_hashtags
from .builder import Token, TreeBuilder
from .continuations import Continuations
from .inner_lines import InnerLineClassifier
from .line_parts import Level, WorkloadParts, level_of
from .stretches import LABELS, StretchFinder, can_be_summary
from .summary_evidence import come_again

#: The roles of lines that the lines of a comment below them can continue.
_CONTINUABLE: Final = frozenset(("FIELD", "ITEM", "MORE"))
#: The kinds of lines that can begin with a workload without brackets.
_LED: Final = frozenset(("NAME", "PLAIN"))
#: The kinds of lines that are workloads below the label of their list.
_LISTED: Final = frozenset(("ITEM", "NAME"))
#: The number of words of a bulleted everyday label that counts after a paragraph too.
_CLEAR_WORDS: Final = 3


def arrange(lines: list[Token], builder: TreeBuilder, inner: InnerLineClassifier) -> Sequence[Token]:
    """Give each line its role, as its type. ``lines`` starts with START."""
    if not can_be_summary(lines):
        return [lines[0], *_prose(lines[1:])]
    arranged = [lines[0]]
    above: list[Token] = []  # the lines of a summary right above
    for stretch, is_summary in StretchFinder(builder, inner).find(lines[1:]):
        roles = list(_Settlement(builder, inner, stretch).roles()) if is_summary else _prose(stretch)
        if above and is_summary and stretch[0].type != "TITLE" and come_again(_labels(above), _labels(roles)):
            arranged.append(Token("END", stretch[0].start, stretch[0].start))  # nothing else ends the one above
        arranged += roles
        above = roles if is_summary else []
    return arranged


def _labels(lines: Sequence[Token]) -> dict[str, Level]:
    """Return the key of each field that the template has, with the level of its first one."""
    labels: dict[str, Level] = {}
    for line in lines:
        if line.type == "FIELD" and line.parts[0]:
            labels.setdefault(line.parts[0], level_of("" if line.is_joined else line.parts[2]))
    return labels


def _prose(lines: Sequence[Token]) -> list[Token]:
    return [Token("END", lines[0].start, lines[-1].end)] if lines else []


class _Settlement(Continuations):
    """The roles of the lines of one summary."""

    def __init__(self, builder: TreeBuilder, inner: InnerLineClassifier, lines: list[Token]) -> None:
        super().__init__(builder, inner, lines)
        self.kinds = inner.kinds
        #: Whether stray text closed the field above; and whether it was a paragraph, after which only clear labels count.
        self.closed = False
        self.strayed = False
        #: Where the last run of workloads that was looked for ends, and whether it is one.
        self._run = 0, False

    def roles(self) -> Iterator[Token]:
        lines = self.lines
        for number, line in enumerate(lines):
            kind = line.type
            if kind == "FIELD":
                self.open_field(number, line)
                yield line
                if line.parts[4] and self.kind == "workloads":
                    yield from self.run_on(number, line)
            elif kind in ("ITEM", "ABOUT"):
                self.item, self.closed = line if kind == "ITEM" else None, False
                yield line
            elif kind == "RULE" and self.ends_at_rule(number):
                yield Token("END", line.start, lines[-1].end)
                return
            else:
                line.type = self.role(number, line, kind)
                yield line
                if line is self.field and line.parts[4] and self.kind == "workloads":
                    yield from self.run_on(number, line)

    def run_on(self, number: int, line: Token) -> Iterator[Token]:
        """Yield the workloads that are on the line of the list's label."""
        key, label, before, colon, value, after = line.parts
        goes_on = number + 1 < len(self.lines) and self.lines[number + 1].type in _LISTED
        workloads = self.inner.workloads.run_on(value, goes_on)
        if workloads:
            start = line.end - len(after) - len(value)
            line.parts, line.end = (key, label, before, colon, "", ""), start
            workloads[-1] = (*workloads[-1][:-1], workloads[-1][-1] + after)
        for parts in workloads:
            stop = start + sum(map(len, parts))
            self.item = Token("ITEM", start, stop, parts)
            yield self.item
            start = stop

    def role(self, number: int, line: Token, kind: str) -> str:
        """Return the role of a line by its kind, and open what it opens; the kinds FIELD and ITEM are roles."""
        if kind in ("TITLE", "RULE"):
            return kind
        if kind == "STAMP":
            self.closed = True
            return "STRAY"
        if kind == "COMMENT":  # goes where its first line went
            return "MORE" if self.lines[number - 1].type in _CONTINUABLE else "STRAY"
        level = self.level(line)
        if kind == "WEAK":
            if line.is_joined:
                return self.open_field(number, line)
            beside = self.first is None or self.beside_fields(level) or self.at_depth(level, line.parts[1].isupper())
            words = len(line.parts[1].split())
            clear = (line.parts[1].isupper() and words > 1) or (level[1] and words >= _CLEAR_WORDS)
            if beside and line.parts[0] not in self.keys and (clear or not self.strayed):
                return self.open_field(number, line)
            if "|" in line.parts[2]:
                self.closed = True
                return "STRAY"  # the head of a table
            if level[1] == "#":
                self.closed = self.strayed = True
                return "STRAY"  # a section of the page
            return self.as_item(line) if self.in_list(level) else self.continued(number, line, level)
        if kind == "OWN":
            return self.own_label(number, line, level)
        if kind == "TAG":
            return self.continued(number, line, level) if self.is_point(line, level) else self.open_item(line)
        if kind in _LED and (self.kind == "workloads" or not self.has_list) and self.is_in_run(number, level):
            line.parts = self.led(line)
            return self.open_item(line)
        if kind == "NAME":
            if self.kind == "workloads" and (line.parts[2] or line.parts[4] in self.vocabulary.names):
                return self.open_item(line)
            listed = self.in_list(level) or self.is_below_items(level) or (self.is_complete and self.beside_fields(level))
            if listed or (level[1] and self.field is not None and not self.field.parts[0] and not self.field.parts[4]):
                return self.open_item(line)
            return self.continued(number, line, level)
        if kind == "ROW" and not self.is_deeper(level):
            self.closed = True
            return "STRAY"
        if self.in_list(level) and self.inner.workloads.looks_like_item(*self.cut(line)[:2], bool(level[1])):
            return self.as_item(line)
        return self.continued(number, line, level)

    def own_label(self, number: int, line: Token, level: Level) -> str:
        if line.is_joined:
            return self.open_field(number, line)
        if self.is_unbulleted and not self.is_typed_as_fields(number, line):
            return self.continued(number, line, level)
        label = line.parts[1]
        if not level[1] and self.goes_on_below_item(number, line, label):
            return "MORE"
        loud = label.isupper()
        if self.first is None and self.first_label is not None:
            depth, _ = self.first_label
            if (level == self.first_label and not self.closed) or (loud and level[1] and level[0] == depth):
                return self.open_field(number, line)
        flat = self.beside_fields(level) or (loud and self.at_left(level))
        if self.in_list(level) and not (flat and self.is_left_of_items(level)):
            own = self.inner.everyday_labels.is_own_label(label)
            if flat and (loud or own):
                return self.open_field(number, line)
            if own:  # about the list, and no workload
                self.closed = True
                return "STRAY"
            return self.as_item(line)
        if flat and (loud or not (self.strayed or self.is_empty(number))):
            return self.open_field(number, line)
        if self.can_end(level) and self.inner.everyday_labels.is_own_label(label):
            self.closed = self.strayed = True
            return "STRAY"  # below the summary, as after a blank line
        return self.continued(number, line, level)

    def is_typed_as_fields(self, number: int, line: Token) -> bool:
        """Return whether a label of the writer's own can be beside fields that have no bullets: most lines have none.

        It is in bold as they are, or plain as they are, and then not in a list of points; no paragraph begins with it.
        """
        is_bold = "**" in line.parts[2]
        if self.first is None or is_bold != ("**" in self.first.parts[2]) or not (is_bold or self.kind != "points"):
            return False
        return not self.is_apart(number, line) or self.is_between_labels(number)

    # ---- workloads without a list

    @cached_property
    def has_list(self) -> bool:
        """Whether the summary has a label for its list of workloads."""
        return any(self.kinds.get(line.parts[0]) == "workloads" for line in self.lines if line.type in LABELS)

    def is_in_run(self, number: int, level: Level) -> bool:
        """Return whether a line is one of several beside the fields that begin with workloads."""
        if not self.beside_fields(level):
            return False
        if number >= self._run[0]:
            blocked = self.strayed or self.is_empty(number)
            self._run = (number + 1, False) if blocked else self.find_run(number)
        return self._run[1]

    def find_run(self, number: int) -> tuple[int, bool]:
        """Return the number of the line that ends a run, and whether it has two workloads; their points can be between."""
        lines = (self.lines[each] for each in range(number, len(self.lines)))
        run = list(takewhile(self.can_be_in_run, lines))
        led = filter(None, (self.led(line) for line in run if self.beside_fields(self.level(line))))
        return number + max(len(run), 1), len(set(map(self.inner.workloads.tag_led, led))) > 1

    def can_be_in_run(self, line: Token) -> bool:
        """Return whether a line begins with a workload, or is deeper."""
        level = self.level(line)
        return line.type in _LED and (self.is_deeper(level) or (self.beside_fields(level) and self.led(line) is not None))

    def led(self, line: Token) -> WorkloadParts | None:
        """Return the parts of a line that begins with a workload; None for other text."""
        if line.type == "NAME":
            parts: WorkloadParts = line.parts
            return parts
        before, content, after = self.cut(line)
        led = self.inner.workloads.led(content)
        return led and (before, *led[1:-1], led[-1] + after)

    # ---- what opens

    def open_field(self, number: int, line: Token) -> str:
        key = line.parts[0]
        self.keys.add(key)
        if self.first is None:
            self.first = line
        self.field, self.number, self.kind, self.item = line, number, self.kinds.get(key, ""), None
        self.closed = self.strayed = False
        self._is_choice = self._items = None
        return "FIELD"

    def open_item(self, line: Token) -> str:
        self.item, self.closed = line, False
        return "ITEM"

    def as_item(self, line: Token) -> str:
        if line.type in ("WEAK", "OWN"):
            _, label, before, colon, value, after = line.parts
            line.parts = before, "", "", "", label, colon, value, after
        else:
            line.parts = self.inner.workloads.item(*self.cut(line))
        return self.open_item(line)

    # ---- what continues

    def continued(self, number: int, line: Token, level: Level) -> str:
        """Return the role of a line that opens nothing."""
        content = self.cut(line)[1]
        if self.field is None and self.item is None:
            self.closed = True
            return "STRAY"
        if not content:
            return "MORE"
        if self.closed:
            return "STRAY"
        if not level[1] and not self.is_deeper(level) and only_hashtags(content):
            self.closed = True
            return "STRAY"
        if self.is_complete and not (self.is_deeper(level) or self.is_under_field(level) or self.ends_choice(number, content)):
            self.closed = True
            return "STRAY"
        if self.is_last_comment(number, content) or self.is_entry(number, level, content):
            self.closed = True
            return "STRAY"
        if self.is_unfilled(number, content) or self.is_answer(number, line):
            return "MORE"
        if self.is_dashed_label(number, line, level, content):
            self.closed = self.strayed = True
            return "STRAY"
        if not level[1] and not level[0] and self.is_apart(number, line) and not self.is_between_labels(number):
            self.closed = self.strayed = True
            return "STRAY"
        if self.item is not None and level[1] and self.in_list(level) and not self.is_below_item(level):
            self.closed = True
            return "STRAY"
        return "MORE"

    def ends_at_rule(self, number: int) -> bool:
        """Return whether a rule ends the summary: the next label is one that the summary has, or there is none."""
        if self.field is None and self.item is None:
            return False
        below = bisect_right(self.labels, number)
        return below == len(self.labels) or self.lines[self.labels[below]].parts[0] in self.keys
