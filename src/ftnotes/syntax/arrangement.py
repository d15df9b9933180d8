"""Kinds to roles: what each line is, by the lines around it.

The lexer says what a line can be by its shape and words. Here a text is cut into stretches, each of which holds one summary or
none; evidence decides which. In a summary, the level of a line (its indentation and bullet) against those of the fields and of
the list of workloads decides whether it is a field, an item of the list, more of what is above, or text that belongs to none.

This is the only place that knows levels. It moves no character, and accepts any sequence of kinds.

    kind     in the list, beside its items              beside the fields              elsewhere
    FIELD    field                                      field                          field
    WEAK     item                                       field, unless seen before      more
    OWN      item, or field in a list at their level    field; more below an empty one more
    ITEM     item                                       item                           item
    TAG      item                                       item                           item; more if deeper
    NAME     item                                       more; item below a choice      more
    PLAIN    item if it looks like one, or else stray   more, or stray                 more
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..playbook.choice_reading import choice_in
from ..text.patterns import TAG_JOINT
from ..text.source import LINE_END, MARGIN
from ..text.words import FIRST_WORD
from .builder import Token, TreeBuilder
from .inner_lines import SEPARATING, InnerLineClassifier, Level
from .line_classifier import field_parts
from .summary_evidence import SummaryEvidence
from .titles import read_titled_line

_SURE: Final = frozenset(("START", "TITLE", "FIELD", "ITEM"))
_LABELS: Final = frozenset(("FIELD", "WEAK"))
_ENDING: Final = frozenset(("HEADING", "FOREIGN", "END"))
#: A line is a point of the one above if it is at least this much deeper.
_DEEPER: Final = 2
#: A bullet without separator is an item of the list up to this number of capitalized words.
_NAME_WORDS: Final = 3


def arrange(lines: list[Token], builder: TreeBuilder, inner: InnerLineClassifier) -> Sequence[Token]:
    """Give each line its role, as its type. ``lines`` starts with START."""
    kinds = [line.type for line in lines]
    if _SURE.issuperset(kinds) and kinds.count("FIELD") > 1 and "TITLE" not in kinds[2:]:
        fields = [line.parts for line in lines if line.type == "FIELD"]
        if len({parts[0] for parts in fields}) > 1 and not any(parts[0] in inner.listing and parts[4] for parts in fields):
            return lines  # most notes
    if not any(kind in _LABELS for kind in kinds):
        return _prose(lines)
    return list(_Arrangement(lines, builder, inner).roles())


def _prose(lines: list[Token]) -> list[Token]:
    if len(lines) < 2:
        return lines
    return [lines[0], Token("END", lines[1].start, lines[-1].end)]


class _Arrangement:
    def __init__(self, lines: list[Token], builder: TreeBuilder, inner: InnerLineClassifier) -> None:
        self.text = builder.text
        self.playbook = builder.playbook
        self.inner = inner
        self.lines = lines
        self.kinds = {spec.key: spec.kind for spec in builder.playbook.fields}
        self.choices = {spec.key for spec in builder.playbook.fields if spec.kind == "choice"}

    def roles(self) -> Iterator[Token]:
        yield self.lines[0]
        self.find_mail_headers()
        lines = list(self.joined(list(self.titled(self.lines[1:]))))
        start = 0
        for number in range(1, len(lines) + 1):
            if (
                number == len(lines)
                or lines[number].type in ("TITLE", "HEADING", "FOREIGN")
                or lines[number - 1].type in _ENDING
            ):
                yield from self.stretch(lines[start:number])
                start = number

    def joined(self, lines: list[Token]) -> Iterator[Token]:
        """Yield the lines with labels that a mail program broke over two lines as one."""
        number = 0
        while number < len(lines):
            line = lines[number]
            number += 1
            alone = line.type in ("TEXT", "PLAIN") or (line.type == "WEAK" and not line.parts[3] and not line.parts[4])
            if alone and number < len(lines):
                for start in self.last_lines(line):
                    field = self.broken_label(start, line.end, lines[number])
                    if field:
                        if start > line.start:
                            yield Token(line.type, line.start, start)
                        lines[number] = line = field
                        number += 1
                        break
            if line.type in _LABELS and not line.parts[3] and not line.parts[4] and number < len(lines):
                number += self.underlined(line, lines[number])
            yield line

    def underlined(self, label: Token, below: Token) -> bool:
        """Take the line below a label into its layout if it underlines the label as a heading; return whether it does."""
        key, text, before, _, _, after = label.parts
        if below.type != "RULE" or len(LINE_END.findall(after)) > 1 or self.text[below.start] not in "-=":
            return False
        label.parts, label.end = (key, text, before, after + self.text[below.start : below.end], "", ""), below.end
        return True

    def last_lines(self, line: Token) -> Iterator[int]:
        """Yield where the last lines of a token start."""
        text = self.text[line.start : line.end].rstrip(MARGIN + "\r\n")
        start = max(text.rfind("\n"), text.rfind("\r")) + 1
        yield line.start + start

    def broken_label(self, start: int, end: int, below: Token) -> Token | None:
        """Return the field of a label whose first line starts at ``start`` and whose second is ``below``; or None."""
        before, above, after = self.inner.parts(self.text, start, end)
        first = FIRST_WORD.match(above)
        if first is None or len(LINE_END.findall(after)) > 1 or not self.playbook.vocabulary.starts_with(first.group()).label:
            return None
        parts = self.inner.parts(self.text, below.start, below.end)
        if not parts[1] or self.inner.level(parts[0])[1]:
            return None
        joined = self.inner.joined_label(above, parts)
        if joined is None:
            return None
        key, head, rest = joined
        label = self.text[start + len(before) : below.start + len(parts[0]) + len(head)]
        value = rest.lstrip(SEPARATING)
        colon = rest[: len(rest) - len(value)]
        return Token("FIELD", start, below.end, field_parts(key, label, before, colon, value, parts[2]))

    def stretch(self, lines: list[Token]) -> Iterator[Token]:
        """Yield the roles of lines that hold one summary or none."""
        first = next((number for number, line in enumerate(lines) if line.type == "TITLE" or line.type in _LABELS), None)
        if first is not None:
            first = self.opening(lines)
            if first is not None:
                for line in lines[:first]:
                    line.type = "END"
                    yield line
                yield from _Settlement(self, lines[first:]).roles()
                return
        for line in lines:
            line.type = "END"
            yield line

    def find_mail_headers(self) -> None:
        """Tell the headers of mails, which have several lines, from single fields such as a date."""
        for number, line in enumerate(self.lines):
            if line.type == "MAIL":
                beside = (self.lines[number - 1].type, self.lines[number + 1].type if number + 1 < len(self.lines) else "")
                line.type = "FOREIGN" if "MAIL" in beside or beside[0] == "FOREIGN" else "OWN"

    def titled(self, lines: list[Token]) -> Iterator[Token]:
        """Yield the lines with those right above a label read as titles, if they can be."""
        for line, below in zip(lines, [*lines[1:], None], strict=True):
            if below and below.type in _LABELS and line.type in ("TEXT", "PLAIN", "OWN"):
                for start in self.last_lines(line):
                    parts = read_titled_line(self.inner.title_end, *self.inner.parts(self.text, start, line.end))
                    if parts:
                        if start > line.start:
                            yield Token(line.type, line.start, start, None)
                        line = Token("TITLE", start, line.end, parts)
            yield line

    def opening(self, lines: list[Token]) -> int | None:
        """Return the number of the line that opens the summary; None if the evidence for one is too thin."""
        titled = next((number for number, line in enumerate(lines) if line.type == "TITLE"), None)
        evidence = SummaryEvidence(self.playbook, titled is not None)
        for number, line in enumerate(lines):
            if line.type in _LABELS:
                value = line.parts[4]
                if not value and line.parts[0] in self.choices:
                    below = lines[number + 1] if number + 1 < len(lines) else None
                    value = self.inner.parts(self.text, below.start, below.end)[1] if below and below.type == "PLAIN" else ""
                evidence.add_field(line.parts[0], line.type == "WEAK", value)
            elif line.type == "ITEM":
                evidence.add_tag(line.parts[2])
        if not evidence.suffices:
            return None
        if titled is not None:
            return titled
        full = next((number for number, line in enumerate(lines) if line.type == "FIELD"), None)
        opening = next(number for number, line in enumerate(lines) if line.type in _LABELS) if full is None else full
        while opening and lines[opening - 1].type == "WEAK":
            opening -= 1
        return opening


class _Settlement:
    """The roles of the lines of one summary."""

    def __init__(self, arrangement: _Arrangement, lines: list[Token]) -> None:
        self.inner = arrangement.inner
        self.text = arrangement.text
        self.kinds = arrangement.kinds
        self.vocabulary = arrangement.playbook.vocabulary
        self.playbook = arrangement.playbook
        self.lines = lines
        self.keys: set[str] = set()
        #: The level of the fields, and of the items of the list.
        self.fields: Level | None = None
        self.items: Level | None = None
        #: The level of the first full label, beside which a label of the writer's own can precede it.
        self.first_label = next((self.level(line) for line in lines if line.type == "FIELD"), None)
        #: The open field, its kind, and whether it is complete on its line.
        self.field: Token | None = None
        self.kind = ""
        self.complete = False
        self.listing = False
        #: The level of the open workload.
        self.item: Level | None = None
        #: Whether stray text closed the field above; and whether it was a paragraph, after which only full labels count.
        self.closed = False
        self.strayed = False

    def roles(self) -> Iterator[Token]:
        for number, line in enumerate(self.lines):
            kind = line.type
            if kind == "RULE" and self.ends_at_rule(number):
                for rest in self.lines[number:]:
                    rest.type = "END"
                    yield rest
                return
            line.type = self.role(number, line, kind)
            yield line
            if self.listing and line is self.field and line.parts[4]:
                yield from self.run_on(line)

    def run_on(self, line: Token) -> Iterator[Token]:
        """Yield the workloads that are on the line of the list's label."""
        key, label, before, colon, value, after = line.parts
        workloads = self.inner.run_on(value)
        if not workloads:
            return
        end = line.end
        start = line.end - len(after) - len(value)
        line.parts, line.end = (key, label, before, colon, "", ""), start
        for number, parts in enumerate(workloads):
            if number == len(workloads) - 1:
                parts = (*parts[:-1], parts[-1] + after)
            stop = start + sum(map(len, parts))
            yield Token("ITEM", start, stop, parts)
            start = stop
        assert start == end
        self.item = self.fields

    def role(self, number: int, line: Token, kind: str) -> str:
        if kind in ("TITLE", "RULE"):
            return kind
        if kind in _ENDING:
            return "END"
        if kind == "FIELD":
            return self.open_field(number, line)
        if kind == "ITEM":
            return self.open_item(self.level(line))
        level = self.level(line)
        if kind == "WEAK":
            unseen = line.parts[0] not in self.keys
            beside = self.fields is None or self.beside_fields(level) or (line.parts[1].isupper() and self.at_left(level))
            clear = line.parts[1].isupper() and len(line.parts[1].split()) > 1
            if unseen and beside and (clear or not self.strayed):
                return self.open_field(number, line)
            if "|" in line.parts[2]:
                self.closed = True
                return "STRAY"  # the head of a table
            if self.in_list(level):
                return self.as_item(line, level)
            return self.continued(number, line, level)
        if kind == "OWN":
            label = line.parts[1]
            if self.fields is None and label.isupper() and level == self.first_label:
                return self.open_field(number, line)
            flat = self.beside_fields(level) or (label.isupper() and self.at_left(level))
            if self.in_list(level):
                if flat and (label.isupper() or self.inner.everyday.is_own_label(label)):
                    return self.open_field(number, line)
                return self.as_item(line, level)
            if flat and (label.isupper() or not (self.strayed or self.is_empty(number))):
                return self.open_field(number, line)
            return self.continued(number, line, level)
        if kind == "TAG":
            if self.is_point(line, level):
                return self.continued(number, line, level)
            return self.open_item(level)
        if kind == "NAME":
            if self.in_list(level) or self.is_below_items(level) or (self.complete and self.beside_fields(level)):
                return self.open_item(level)
            return self.continued(number, line, level)
        if kind == "STAMP":
            self.strayed = True
            return "STRAY"
        if kind == "ROW" and not self.is_deeper(level):
            self.closed = True
            return "STRAY"
        content = self.inner.parts(self.text, line.start, line.end)[1]
        if self.in_list(level) and self.inner.looks_like_item(content, bool(level[1])):
            return self.as_item(line, level)
        return self.continued(number, line, level)

    # ---- what opens

    def open_field(self, number: int, line: Token) -> str:
        key = line.parts[0]
        if key:
            self.keys.add(key)
        level = self.level(line)
        if self.fields is None:
            self.fields = level
        self.field, self.kind, self.item = line, self.kinds.get(key, ""), None
        self.closed = self.strayed = False
        self.complete = self.kind == "choice" and choice_in(self.playbook, key, line.parts[4]) is not None
        self.listing = self.kind == "workloads"
        self.items = self.list_level(number) if self.listing else None
        return "FIELD"

    def open_item(self, level: Level) -> str:
        self.item, self.complete, self.closed = level, False, False
        return "ITEM"

    def as_item(self, line: Token, level: Level) -> str:
        if line.type in ("WEAK", "OWN"):
            _, label, before, colon, value, after = line.parts
            line.parts = before, "", "", "", label, colon, value, after
        else:
            line.parts = self.inner.item(*self.inner.parts(self.text, line.start, line.end))
        return self.open_item(level)

    def list_level(self, number: int) -> Level | None:
        """Return the level of the items below a label: of the first with a tag or name, or else of the first bullet."""
        bullet: Level | None = None
        for line in self.lines[number + 1 :]:
            if line.type in ("ITEM", "TAG", "NAME"):
                return self.level(line)
            if line.type == "FIELD" or line.type == "RULE":
                break
            level = self.level(line)
            if line.type == "WEAK" and self.beside_fields(level) and line.parts[0] not in self.keys:
                break
            if bullet is None and level[1]:
                bullet = level
        return bullet

    # ---- levels

    def level(self, line: Token) -> Level:
        if line.type in ("ITEM", "TAG", "NAME"):
            before = line.parts[0]
        elif line.type in ("FIELD", "WEAK", "OWN"):
            before = line.parts[2]
        else:
            before = self.inner.parts(self.text, line.start, line.end)[0]
        return self.inner.level(before)

    def beside_fields(self, level: Level) -> bool:
        return self.fields is not None and level[1] == self.fields[1] and abs(level[0] - self.fields[0]) < _DEEPER

    def at_left(self, level: Level) -> bool:
        """Return whether a line has a bullet and the depth of the fields, whatever its bullet."""
        return bool(level[1]) and self.fields is not None and abs(level[0] - self.fields[0]) < _DEEPER

    def in_list(self, level: Level) -> bool:
        """Return whether a line is in the list of workloads, beside its items."""
        if not self.listing or self.items is None:
            return False
        return level[1] == self.items[1] and level[0] < self.items[0] + _DEEPER

    def is_below_items(self, level: Level) -> bool:
        """Return whether a line without bullet has the depth of the items, which have one."""
        return self.listing and self.items is not None and not level[1] and level[0] == self.items[0]

    def is_deeper(self, level: Level) -> bool:
        """Return whether a line is deeper than the fields."""
        return self.fields is not None and level[0] >= self.fields[0] + _DEEPER

    def is_point(self, line: Token, level: Level) -> bool:
        """Return whether a line is deeper than the workload above, without a known tag or name or a tag in capitals."""
        if self.item is None or level[0] < self.item[0] + _DEEPER:
            return False
        tag, name = line.parts[2], line.parts[4]
        known, named = self.vocabulary.tag, self.vocabulary.name
        return (
            tag != tag.upper() and not named(name) and not any(known(part) or named(part) for part in re.split(TAG_JOINT, tag))
        )

    # ---- what continues

    def is_empty(self, number: int) -> bool:
        """Return whether the open field has no value above a line."""
        return self.field is not None and not self.field.parts[4] and self.lines[number - 1] is self.field and not self.listing

    def continued(self, number: int, line: Token, level: Level) -> str:
        """Return the role of a line that opens nothing."""
        if line.start == line.end or not self.text[line.start : line.end].strip(MARGIN + "\r\n"):
            return "MORE" if self.field is not None or self.item is not None else "STRAY"
        if self.field is None and self.item is None:
            return "STRAY"
        if self.strayed or self.closed:
            return "STRAY"
        if self.complete and not self.is_deeper(level) and not self.continues(level):
            self.closed = True
            return "STRAY"
        if self.is_last_comment(number, line):
            self.closed = True
            return "STRAY"
        if not level[1] and not level[0] and self.is_apart(number, line):
            self.strayed = True
            return "STRAY"
        if self.item is not None and level[1] and self.in_list(level) and level[0] < self.item[0] + _DEEPER:
            self.closed = True
            return "STRAY"
        return "MORE"

    def is_last_comment(self, number: int, line: Token) -> bool:
        """Return whether a line is only a comment, and ends the field or workload above."""
        content = self.inner.parts(self.text, line.start, line.end)[1]
        below = self.lines[number + 1].type if number + 1 < len(self.lines) else "END"
        return content.startswith("<!--") and content.endswith("-->") and (below in _LABELS or below in _ENDING)

    def continues(self, level: Level) -> bool:
        """Return whether a line is indented under its field: a bullet below a field without one, or indented text."""
        return bool(self.fields and ((level[1] and not self.fields[1]) or (level[0] > self.fields[0])))

    def is_apart(self, number: int, line: Token) -> bool:
        """Return whether a blank line precedes a line."""
        if not number:
            return False
        above = self.text[self.lines[number - 1].start : line.start]
        return len(LINE_END.findall(above, len(above.rstrip(MARGIN + "\r\n")))) > 1

    def ends_at_rule(self, number: int) -> bool:
        """Return whether a rule ends the summary: the next label is one that the summary has, or there is none."""
        if self.field is None and self.item is None:
            return False
        for line in self.lines[number + 1 :]:
            if line.type in _LABELS:
                return line.parts[0] in self.keys
        return True
