"""Stretches of lines that hold one summary or none, and the evidence that decides which.

A stretch ends at a heading, at foreign text, and before a title. Its lines are read closely only if it can hold a summary at
all; then labels that a mail program broke over two lines are joined, and the line right above a label is tried as a title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ..text.source import LINE_END, MARGIN
from ..text.words import FIRST_WORD
from .builder import Token, TreeBuilder
from .inner_lines import InnerLineClassifier
from .joined_fields import parted_field, parted_title, parted_workload
from .line_parts import before_comments, field_parts
from .meant_labels import can_be_dashed, read_bare_labels, read_dashed_labels, read_lone_labels, read_meant_labels
from .summary_evidence import FEWEST_AGAIN, SummaryEvidence
from .titles import read_titled_line

#: The kinds of lines with a label that the template has, and with any label.
LABELS: Final = frozenset(("FIELD", "WEAK"))
_LABELLED: Final = LABELS | {"OWN"}
#: The kinds of lines that end a summary.
ENDING: Final = frozenset(("HEADING", "FOREIGN", "END"))
#: The kinds of lines that can be a title or the first line of a label, if they are right above one.
_ABOVE_LABELS: Final = frozenset(("TEXT", "PLAIN", "OWN"))
#: The kinds of lines that can belong together with the line below.
_JOINED: Final = _ABOVE_LABELS | {"WEAK", "RULE"}
#: Without a title, fewer labels are not a summary.
_FEWEST_WEAK: Final = 2


class StretchFinder:
    """Finds the stretches of a text; ``lines`` are all its lines with their kinds."""

    def __init__(self, builder: TreeBuilder, inner: InnerLineClassifier) -> None:
        self.text = builder.text
        self.template = builder.template
        self.inner = inner
        self.begins = builder.begins

    def find(self, lines: Sequence[Token]) -> Iterator[tuple[list[Token], bool]]:
        """Yield the stretches in order, each with whether it is a summary."""
        if "RUN" in [line.type for line in lines]:
            labels, workloads = self.inner.labels, self.inner.workloads
            lines = [
                each
                for line in lines
                for each in (parted_title(labels, workloads, line, self.text) if line.type == "RUN" else (line,))
            ]
        for coarse in _cut(lines, "TITLE"):
            if not can_be_summary(coarse):
                yield list(coarse), False
                continue
            read = self.read(coarse)
            for stretch in [single for titled in _cut(read, "TITLE") for single in self.single(titled)]:
                opening = self.opening(stretch)
                if opening is None:
                    yield list(stretch), False
                    continue
                if opening:
                    yield list(stretch[:opening]), False
                summary = list(stretch[opening:])
                kinds = [line.type for line in summary]
                if "OWN" in kinds or ("PLAIN" in kinds and self.lacks_choice(summary)):
                    read_meant_labels(summary, self.template, self.inner)
                if "PLAIN" in kinds:
                    read_bare_labels(summary, self.template, self.inner)
                    read_lone_labels(summary, self.inner)
                yield summary, True

    def lacks_choice(self, lines: Sequence[Token]) -> bool:
        """Return whether a field with a choice is missing."""
        keys = {line.parts[0] for line in lines if line.type in LABELS}
        return not keys.issuperset(self.template.choices)

    def single(self, lines: Sequence[Token]) -> Sequence[Sequence[Token]]:
        """Cut a stretch before each summary without a title of its own: where labels of the first one are below it again.

        Such a summary starts after a blank line, with the label that opens the first one or a name right above it; with a name
        below a list, after which the template has a blank line itself.
        """
        labels = [line for line in lines if line.type in LABELS]
        if not [line for line in labels[1:] if line.parts[0] == labels[0].parts[0]]:  # most have each label once
            return (lines,)
        first, _, before, *_ = labels[0].parts
        level = self.inner.level(before)
        blocks: list[tuple[int, list[str]]] = []
        for number, line in enumerate(lines):
            if line.type in LABELS:
                key, _, before, *_ = line.parts
                if key == first and self.inner.level(before) == level:
                    blocks.append((number, []))
                blocks[-1][1].append(key)
        cuts = [0]
        for (_, above), (number, below), (end, _) in zip(blocks, blocks[1:], [*blocks[2:], (len(lines), [])], strict=False):
            if len({*above} & {*below}) >= FEWEST_AGAIN and self.opening(lines[number:end]) is not None:
                before, *_ = lines[number - 1].cut or ("",)
                # what is deeper than the labels is a paragraph of the value above
                is_named = lines[number - 1].type == "PLAIN" and self.inner.level(before)[0] <= level[0]
                opening = number - is_named
                if not is_named and above[-1] == self.template.listing:
                    continue
                if len(LINE_END.findall(self.text, lines[opening - 1].start, lines[opening].start)) > 1:  # a blank line
                    cuts.append(opening)
        return [lines[start:end] for start, end in pairwise([*cuts, len(lines)])]

    def read(self, lines: Sequence[Token]) -> Sequence[Token]:
        """Read lines closely: those that the template's words don't explain, and those that belong together."""
        inner = self.inner
        for line in lines:
            if line.type == "LINE":
                line.cut = inner.parts(self.text, line.start, line.end)
                line.type, line.parts = inner.read(*line.cut)
        kinds = {line.type for line in lines}
        if "MAIL" in kinds:
            self.find_mail_headers(lines)
        if "PLAIN" in kinds and any(map(can_be_dashed, lines)):
            read_dashed_labels(lines, inner)
        if [
            line
            for line in lines
            if (line.type in _LABELLED and ":" in line.parts[4]) or (line.type == "ITEM" and "[" in line.parts[6])
        ]:
            lines = list(self.parted(lines))
        if "MARKS" in kinds:
            lines = list(self.without_marks(lines))
        if not kinds.isdisjoint(_JOINED):
            lines = self.joined(lines)
        return lines

    def parted(self, lines: Sequence[Token]) -> Iterator[Token]:
        """Yield the lines, those with several fields or workloads as one token for each."""
        known = {line.parts[0] for line in lines if line.type in LABELS}
        for line in lines:
            if line.type in _LABELLED and ":" in line.parts[4]:
                yield from parted_field(self.inner.labels, self.inner.workloads, line, self.text, known)
            elif line.type == "ITEM" and "[" in line.parts[6]:
                yield from parted_workload(self.inner.workloads, line, self.text)
            else:
                yield line

    def joined(self, lines: Sequence[Token]) -> Sequence[Token]:
        """Return the lines with titles right above labels, labels broken over two lines, and labels underlined as headings."""
        joined: list[Token] = []
        number = 0
        while number < len(lines):
            line = lines[number]
            number += 1
            kind = line.type
            below = lines[number] if number < len(lines) else None
            alone = kind in LABELS and not line.parts[3] and not line.parts[4]
            if below is not None and (alone or (kind in _ABOVE_LABELS and (below.type in LABELS or self.can_be_broken(line)))):
                start = self.last_line(line) if kind == "TEXT" else line.start
                field = self.broken_label(start, line.end, below) if alone or self.can_be_broken(line) else None
                title = None if field or alone or below.type not in LABELS else self.title(start, line.end)
                if kind == "TEXT" and title is None and field is None and below.type in LABELS:
                    joined += self.titled_above(line, start)
                    continue
                if (field or title) and start > line.start:
                    joined.append(Token("TEXT", line.start, start))
                if field:
                    line, alone = field, False
                    number += 1
                elif title:
                    line = title
                if alone:
                    number += self.underlined(line, below)
            joined.append(line)
        return joined

    def titled_above(self, text: Token, last: int) -> Iterator[Token]:
        """Yield text above a label: with a title and the line below it apart, if the line above its last one is a title."""
        above = self.last_line(Token("TEXT", text.start, last)) if last > text.start else last
        parts = self.inner.parts(self.text, last, text.end)
        title = self.title(above, last) if above < last and parts[1][:1].isalnum() else None
        if title is None or not _is_alone(title, self.inner):
            yield text
            return
        if above > text.start:
            yield Token("TEXT", text.start, above)
        yield title
        line = Token("PLAIN", last, text.end)
        line.cut = parts
        line.type, line.parts = self.inner.read(*parts)
        yield line

    def title(self, start: int, end: int) -> Token | None:
        """Return the title that a line right above a label is, perhaps misspelled or with text before it; or None."""
        if not self.inner.title_start.search(self.text, start, end):
            return None
        parts = read_titled_line(self.inner.title_end, self.inner.title_start, *self.inner.parts(self.text, start, end))
        return parts and Token("TITLE", start, end, parts)

    def last_line(self, line: Token) -> int:
        """Return where the last line of a token starts."""
        text = self.text[line.start : line.end].rstrip(MARGIN + "\r\n")
        return line.start + max(text.rfind("\n"), text.rfind("\r")) + 1

    def find_mail_headers(self, lines: Sequence[Token]) -> None:
        """Tell the headers of mails, which have several lines, from single fields such as a date."""
        for number, line in enumerate(lines):
            if line.type == "MAIL":
                beside = (lines[number - 1].type if number else "", lines[number + 1].type if number + 1 < len(lines) else "")
                line.type = "FOREIGN" if "MAIL" in beside or beside[0] == "FOREIGN" else "OWN"

    def without_marks(self, lines: Sequence[Token]) -> Iterator[Token]:
        """Yield the lines without those that have only marks: they are trivia after the line above, if that has parts."""
        above = lines[0]
        end = above.end
        for line in lines[1:]:
            if line.type != "MARKS" or above.parts is None:
                yield self.extended(above, end)
                above = line
            end = line.end
        yield self.extended(above, end)

    def extended(self, line: Token, end: int) -> Token:
        """Return a line with the text up to ``end`` as trivia after it."""
        if end > line.end:
            line.parts = (*line.parts[:-1], line.parts[-1] + self.text[line.end : end])
            line.end = end
        return line

    def underlined(self, label: Token, below: Token) -> bool:
        """Take the line below a label into its layout if it underlines the label as a heading; return whether it does."""
        key, text, before, _, _, after = label.parts
        line = self.text[below.start : below.end]
        if below.type != "RULE" or len(LINE_END.findall(after)) > 1 or line.lstrip(MARGIN)[:1] not in ("-", "="):
            return False
        rule = line.rstrip(MARGIN + "\r\n")
        label.parts, label.end = (key, text, before, after + rule, "", line[len(rule) :]), below.end
        return True

    def can_be_broken(self, line: Token) -> bool:
        """Return whether a line can be the first of a label broken over two lines: one without a colon, by its first word."""
        if line.cut is None:
            return line.type == "TEXT"
        first = FIRST_WORD.match(line.cut[1])
        return line.type != "OWN" and first is not None and self.template.vocabulary.starts_with(first.group()).label > 0

    def broken_label(self, start: int, end: int, below: Token) -> Token | None:
        """Return the field of a label whose first line starts at ``start`` and whose second is ``below``; or None."""
        before, above, after = self.inner.parts(self.text, start, end)
        first = FIRST_WORD.match(above)
        if first is None or not self.template.vocabulary.starts_with(first.group()).label or len(LINE_END.findall(after)) > 1:
            return None
        parts = below.cut or self.inner.parts(self.text, below.start, below.end)
        if below.type == "RULE" or not parts[1] or parts[0].strip(MARGIN):
            return None
        joined = self.inner.joined_label(above, parts)
        if joined is None:
            return None
        key, head, colon = joined
        label = self.text[start + len(before) : below.start + len(parts[0]) + len(head)]
        value = parts[1][len(head) + len(colon) :]
        return Token("FIELD", start, below.end, field_parts(key, label, before, colon, value, parts[2]))

    def opening(self, lines: Sequence[Token]) -> int | None:
        """Return the number of the line that opens the summary; None if the evidence for one is too thin."""
        titled = lines[0].type == "TITLE"
        opens = titled or lines[0].type == "ABOUT"
        if titled and any(line.type == "FIELD" for line in lines):
            return 0
        evidence = SummaryEvidence(self.template, titled)
        for number, line in enumerate(lines):
            if line.type in LABELS:
                value = before_comments(line.parts[4])
                if not value and line.parts[0] in self.template.choices:
                    below = lines[number + 1] if number + 1 < len(lines) else None
                    value = self.inner.parts(self.text, below.start, below.end)[1] if below and below.type == "PLAIN" else ""
                evidence.add_field(line.parts[0], line.type == "WEAK", value)
            elif line.type in ("ITEM", "ABOUT") or (line.type == "NAME" and titled):
                evidence.add_tag(line.parts[2] or line.parts[4])
        if not evidence.suffices:
            return None
        if opens:
            return 0
        full = next((number for number, line in enumerate(lines) if line.type == "FIELD"), None)
        if full is None or (self.begins and lines[0].start == 0):
            return next(number for number, line in enumerate(lines) if line.type in LABELS)
        opening = full
        while opening and lines[opening - 1].type == "WEAK":
            opening -= 1
        return opening


def _is_alone(title: Token, inner: InnerLineClassifier) -> bool:
    """Return whether a title begins its line, and no more than a remark after punctuation follows."""
    before, lead, _, _, between, _, _ = title.parts
    return not lead and not inner.level(before)[1] and (between is None or between.strip(MARGIN) != "")


def _cut(lines: Sequence[Token], opening: str) -> Iterator[Sequence[Token]]:
    """Yield the lines up to each title, and after each line that ends a summary."""
    start = 0
    for number in range(1, len(lines)):
        if lines[number].type == opening or lines[number].type in ENDING or lines[number - 1].type in ENDING:
            yield lines[start:number]
            start = number
    if lines:
        yield lines[start:]


def can_be_summary(lines: Sequence[Token]) -> bool:
    """Return whether the kinds of lines are enough for a closer look: most prose is not."""
    kinds = [line.type for line in lines]
    return "FIELD" in kinds or "TITLE" in kinds or "RUN" in kinds or kinds.count("WEAK") >= _FEWEST_WEAK
