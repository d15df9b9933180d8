"""What changed between two texts, as a unified diff for people: in linear time, and with everything escaped.

It is for looking at, and not for ``patch``: a blank that is no space, and all that can't be printed, is shown as an escape.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from ...text.source import LINE_END
from .terminal import Screen

#: So many lines are shown around what changed.
AROUND: Final = 3
#: So far ahead is looked for a line that is the same again.
AHEAD: Final = 30


@frozen
class Change:
    """Lines of the old text, counted from 0, and those that stand in their place."""

    old: range
    new: range


def difference(screen: Screen, name: str, old: str, new: str, done: str = "fixed") -> Iterator[str]:
    """The lines of a diff: its head, and hunks with some lines around each change.

    Args:
        screen: where they will be shown.
        name: of the note's file, or ``-``.
        old: the text as it is.
        new: the text as it would be; another one.
        done: what was done to it.
    """
    before, after = _lines(old), _lines(new)
    yield screen.styled(f"--- {screen.name(name)}", "place")
    yield screen.styled(f"+++ {screen.name(name)} ({done})", "place")
    for hunk in _hunks(changes(before, after)):
        first, last = hunk[0], hunk[-1]
        start = max(first.old.start - AROUND, 0)
        end = min(last.old.stop + AROUND, len(before))
        other = first.new.start - (first.old.start - start)
        length = end - start + sum(len(change.new) - len(change.old) for change in hunk)
        yield screen.styled(f"@@ -{_range(start, end - start)} +{_range(other, length)} @@", "hunk")
        at = start
        for change in hunk:
            yield from (f" {_shown(screen, line)}" for line in before[at : change.old.start])
            for line in before[change.old.start : change.old.stop]:
                yield screen.styled(f"-{_shown(screen, line)}", "removed")
            for line in after[change.new.start : change.new.stop]:
                yield screen.styled(f"+{_shown(screen, line)}", "added")
            at = change.old.stop
        yield from (f" {_shown(screen, line)}" for line in before[at:end])


def changes(before: list[str], after: list[str]) -> list[Change]:
    """What changed between two lists of lines, in order.

    Fixes touch few lines, so what is the same again is looked for close by.
    """
    found: list[Change] = []
    old = new = 0
    while old < len(before) or new < len(after):
        if old < len(before) and new < len(after) and before[old] == after[new]:
            old, new = old + 1, new + 1
            continue
        gone, came = _same_again(before, after, old, new)
        if found and found[-1].old.stop == old and found[-1].new.stop == new:
            found[-1] = Change(range(found[-1].old.start, old + gone), range(found[-1].new.start, new + came))
        else:
            found.append(Change(range(old, old + gone), range(new, new + came)))
        old, new = old + gone, new + came
    return found


def _same_again(before: list[str], after: list[str], old: int, new: int) -> tuple[int, int]:
    """How many lines are gone and how many came, until both texts are the same again."""
    left, right = len(before) - old, len(after) - new
    for total in range(1, AHEAD + 1):
        for gone in sorted(range(total + 1), key=lambda gone: abs(2 * gone - total)):  # about as many as came
            came = total - gone
            if gone < left and came < right and before[old + gone] == after[new + came]:
                return gone, came
    return min(left, max(AHEAD // 2, left - right)), min(right, max(AHEAD // 2, right - left))


def _hunks(found: list[Change]) -> Iterator[list[Change]]:
    """Changes that are shown together, since what is shown around them would touch."""
    hunk: list[Change] = []
    for change in found:
        if hunk and change.old.start - hunk[-1].old.stop > 2 * AROUND:
            yield hunk
            hunk = []
        hunk.append(change)
    yield hunk


def _range(start: int, length: int) -> str:
    """Lines as a diff names them: counted from 1, of none the one before."""
    return f"{start + (length > 0)},{length}" if length != 1 else str(start + 1)


def _lines(text: str) -> list[str]:
    """The lines of a text, each with its line end."""
    ends = [match.end() for match in LINE_END.finditer(text)]
    lines = [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    rest = text[ends[-1] if ends else 0 :]
    return [*lines, rest] if rest else lines


def _shown(screen: Screen, line: str) -> str:
    line = LINE_END.sub("", line)
    if line.isascii() and line.isprintable():
        return line
    return "".join(screen.show(char) if char == " " or unicodedata.category(char) != "Zs" else _code(char) for char in line)


def _code(char: str) -> str:
    return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"
