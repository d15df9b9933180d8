"""The lines of a page: their text, and how they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ..syntax.line_parts import Level, cut_line, level_of
from ..syntax.parser import engine
from ..text.source import LINE_END, MARGIN, WHITESPACE

_HASHES: Final = re.compile(rf"(#{{1,6}})[{WHITESPACE}]")
_FENCES: Final = ("```", "~~~")
_RULE: Final = re.compile(rf"(?:[-*_=][{WHITESPACE}]*+){{3,}}")
#: A comment that isn't closed ends with the page, as in Markdown.
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DIVIDER: Final = "---"
_BOXES: Final = ("[ ]", "[x]", "[X]")


class PageLine(NamedTuple):
    """A line of a page."""

    #: Its number in the page, from 1.
    number: int
    level: Level
    #: The level of a heading; 0 for other lines.
    heading: int
    #: The text without bullet and quote marks; with the asterisks and underscores of bold and italics.
    text: str
    #: Whether a blank line precedes it.
    is_apart: bool
    #: Whether it separates the lines around it: a rule or the first or last line of a fence.
    is_rule: bool = False

    @property
    def is_bullet(self) -> bool:
        """Whether it starts with a bullet or number."""
        return bool(self.level[1])


def lines_of(page: str) -> Iterator[PageLine]:
    """Yield the lines of a page that have text, those in fences too, without front matter and comments."""
    page = _COMMENT.sub(lambda comment: "\n" * len(LINE_END.findall(comment.group())), page)
    lines = LINE_END.split(page)
    shapes = engine().lexer.shapes
    front, is_apart = _front_matter(lines), False
    for number, line in enumerate(lines[front:], front + 1):
        bare = line.strip(MARGIN)
        if not bare:
            is_apart = True
            continue
        if bare.startswith(_FENCES) or _RULE.fullmatch(bare):
            yield PageLine(number, (0, ""), 0, "", is_apart, is_rule=True)
        else:
            heading = _HASHES.match(bare)
            _, content, _ = cut_line(shapes, line, 0, len(line))
            before = line[: line.index(content)] if content else line
            start = _opening(before)  # boxes and the start of bold are part of the text here
            level = level_of(before[:start])
            text = (before[start:] + content).strip()
            yield PageLine(number, (level[0], "") if heading else level, len(heading[1]) if heading else 0, text, is_apart)
        is_apart = False


def _opening(before: str) -> int:
    """Return where a box, or the start of bold or italics, is at the end of what precedes a text; the end if there is none."""
    bare = before.rstrip("*_~")
    boxed = bare.rstrip(WHITESPACE)
    return len(boxed) - len(_BOXES[0]) if boxed.endswith(_BOXES) else len(bare)


def _front_matter(lines: Sequence[str]) -> int:
    """Return the number of lines in the front matter of a page: keys with values and comments between two rules."""
    if lines[0].strip(MARGIN) != _DIVIDER:
        return 0
    for number, line in enumerate(lines[1:], 1):
        if line.strip(MARGIN) == _DIVIDER:
            return number + 1
        key, colon, _ = line.partition(":")
        if line.strip() and not line.startswith((" ", "\t", "#", "- ")) and (not colon or " " in key):
            return 0
    return 0
