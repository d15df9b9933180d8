"""Unified diffs for people, with everything escaped that is not a printable character or a space.

They are not input for ``patch``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from difflib import Match, SequenceMatcher
from typing import Final

from ...text.source import LINE_END
from .terminal import Screen

#: The number of lines shown around a change.
CONTEXT: Final = 3
#: The number of lines compared at once: `difflib` takes quadratic time, and more on hostile text.
WINDOW: Final = 500


class _LinearMatcher(SequenceMatcher[str]):
    """A matcher that compares window after window, each from the last equal line of the one before, in linear time."""

    def __init__(self, old: list[str], new: list[str]) -> None:
        super().__init__(None, old, new, autojunk=False)
        self._old, self._new = old, new

    def get_matching_blocks(self) -> list[Match]:
        """Return the equal lines, and an empty block at the end."""
        old, new = self._old, self._new
        blocks: list[Match] = []
        at = new_at = 0  # where the window starts
        while at < len(old) and new_at < len(new):
            window = SequenceMatcher(None, old[at : at + WINDOW], new[new_at : new_at + WINDOW], autojunk=False)
            found = [Match(at + a, new_at + b, size) for a, b, size in window.get_matching_blocks()[:-1]]
            if blocks and found and found[0][:2] == (at, new_at):  # goes on from the window before
                found[0] = Match(blocks[-1].a, blocks[-1].b, blocks.pop().size + found[0].size)
            blocks += found
            at, new_at = (
                (found[-1].a + found[-1].size, found[-1].b + found[-1].size) if found else (at + WINDOW, new_at + WINDOW)
            )
        return [*blocks, Match(len(old), len(new), 0)]


def difference(screen: Screen, name: str, old: str, new: str, done: str = "fixed") -> Iterator[str]:
    """Yield the lines of a diff: its head, and hunks of changed lines with some lines around them."""
    before, after = _lines(old), _lines(new)
    yield screen.styled(f"--- {screen.name(name)}", "place")
    yield screen.styled(f"+++ {screen.name(name)} ({done})", "place")
    for hunk in _LinearMatcher(before, after).get_grouped_opcodes(CONTEXT):
        (_, start, _, new_start, _), (_, _, end, _, new_end) = hunk[0], hunk[-1]
        yield screen.styled(f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@", "hunk")
        for tag, start, end, new_start, new_end in hunk:
            if tag == "equal":
                yield from (f" {_shown(screen, line)}" for line in before[start:end])
                continue
            removed, added = before[start:end], after[new_start:new_end]
            # Line ends are shown only where they differ: elsewhere they would be noise.
            with_end = tag == "replace" and set(map(_line_end, removed)) != set(map(_line_end, added))
            yield from (screen.styled(f"-{_shown(screen, line, with_end)}", "removed") for line in removed)
            yield from (screen.styled(f"+{_shown(screen, line, with_end)}", "added") for line in added)


def _range(start: int, end: int) -> str:
    """Return lines as a diff counts them: from 1, and an empty range by the line before it."""
    length = end - start
    return f"{start + (length > 0)},{length}" if length != 1 else str(start + 1)


def _lines(text: str) -> list[str]:
    """Return the lines of a text, each with its line end."""
    ends = [match.end() for match in LINE_END.finditer(text)]
    lines = [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    rest = text[ends[-1] if ends else 0 :]
    return [*lines, rest] if rest else lines


def _line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def _shown(screen: Screen, line: str, with_end: bool = False) -> str:
    if not with_end:
        line = line.rstrip("\r\n")
    if line.isascii() and line.isprintable():
        return line
    return "".join(screen.show(char) if char == " " or unicodedata.category(char) != "Zs" else _code(char) for char in line)


def _code(char: str) -> str:
    return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"
