"""Unified diffs: for people with everything escaped but printable characters and spaces, for programs byte for byte."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from difflib import Match, SequenceMatcher
from typing import Final, NamedTuple

from ...policy.messages import listed
from ...text.files import UTF_16, Encoding, FileError
from ...text.source import LINE_END
from .terminal import Screen

#: The number of lines shown around a change.
CONTEXT: Final = 3
#: The number of lines compared at once: `difflib` takes quadratic time, and more on hostile text.
WINDOW: Final = 500

#: Programs that apply diffs know no other line end, so that of old Macs is a character of the line.
_LINE_FEED: Final = re.compile(r"\r?\n")
_END_NAMES: Final = {"\r\n": "CRLF", "\n": "LF", "\r": "CR", "": "none"}
_NO_LINE_END: Final = "\\ No newline at end of file"
#: What a name must not contain unquoted.
_SPECIAL: Final = re.compile(r'["\\\x00-\x1f\x7f]')


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


class _Line(NamedTuple):
    text: str
    end: str


class _Hunk(NamedTuple):
    head: str
    #: The lines that were there and those in their place; equal ones are in the first list only, and the second is None.
    groups: list[tuple[list[_Line], list[_Line] | None]]


def print_difference(screen: Screen, name: str, old: str, new: str, encoding: Encoding | None = None) -> None:
    """Print a diff and an empty line: for people, or for programs if the output goes to a file or another program.

    Args:
        screen: where to print.
        name: the name of the note.
        old: the note.
        new: the note that it would be.
        encoding: that of the file; None if the note has no file of its own, so that no diff can be applied to it.
    """
    content = b""
    if encoding is not None and encoding.name not in UTF_16 and screen.is_for_programs:
        with suppress(FileError):  # the encoding lacks a character: this can't be written either
            content = b"".join(patch(name, old, new, encoding))
    if content:
        screen.write(content)
    else:
        for line in difference(screen, heads(name) if encoding else (f"--- {name}", f"+++ {name}"), old, new):
            screen.print(line)
    screen.print("")


def difference(screen: Screen, heads: tuple[str, str], old: str, new: str) -> Iterator[str]:
    """Yield the lines of a diff for people: its heads, and hunks of changed lines with some lines around them."""
    yield from (screen.styled(screen.escape(head), "place") for head in heads)
    for hunk in _hunks(_lines(old, LINE_END), _lines(new, LINE_END)):
        yield screen.styled(hunk.head, "hunk")
        yield from _changes(screen, hunk)


def changed_lines(screen: Screen, old: str, new: str) -> Iterator[str]:
    """Yield the lines of a diff for people that are removed and added, without any other."""
    for hunk in _hunks(_lines(old, LINE_END), _lines(new, LINE_END), context=0):
        yield from _changes(screen, hunk)


def _changes(screen: Screen, hunk: _Hunk) -> Iterator[str]:
    for removed, added in hunk.groups:
        if added is None:
            yield from (f" {_shown(screen, line.text)}" for line in removed)
            continue
        # Line ends are shown only where they differ: elsewhere they would be noise.
        ends = removed and added and {line.end for line in removed} != {line.end for line in added}
        for sign, lines, style in (("-", removed, "removed"), ("+", added, "added")):
            yield from (screen.styled(f"{sign}{_shown(screen, line.text + line.end * bool(ends))}", style) for line in lines)


def patch(name: str, old: str, new: str, encoding: Encoding) -> Iterator[bytes]:
    """Yield the lines of a diff that ``git apply`` and ``patch -p1`` apply to a file in an encoding."""
    for head in heads(name):
        yield f"{head}\n".encode(errors="surrogateescape")
    mark = "\ufeff" * bool(encoding.mark)
    for hunk in _hunks(_lines(mark + old, _LINE_FEED), _lines(mark + new, _LINE_FEED)):
        yield f"{hunk.head}\n".encode()
        for removed, added in hunk.groups:
            for sign, lines in ((" ", removed),) if added is None else (("-", removed), ("+", added)):
                yield from (encoding.encode(sign + line.text + (line.end or f"\n{_NO_LINE_END}\n")) for line in lines)


def heads(name: str) -> tuple[str, str]:
    """Return the lines with the names of the old and the new file, as programs expect them."""
    return f"--- {_quoted(name, 'a')}", f"+++ {_quoted(name, 'b')}"


def _quoted(name: str, prefix: str) -> str:
    """Return the name of a file in the head of a diff, relative to the current folder if it is in it."""
    path = os.path.relpath(name) if os.path.isabs(name) else os.path.normpath(name)
    if os.path.isabs(name) and path.startswith(os.pardir):
        path = os.path.splitdrive(name)[1].lstrip(os.sep)
    path = f"{prefix}/{path.replace(os.sep, '/')}"
    if _SPECIAL.search(path):
        escaped = _SPECIAL.sub(lambda found: f"\\{found[0]}" if found[0] in '"\\' else f"\\{ord(found[0]):03o}", path)
        return f'"{escaped}"'
    return f"{path}\t" if " " in path else path


def _hunks(before: list[_Line], after: list[_Line], context: int = CONTEXT) -> Iterator[_Hunk]:
    old, new = (["".join(line) for line in lines] for lines in (before, after))
    for codes in _LinearMatcher(old, new).get_grouped_opcodes(context):
        groups = [(before[a:b], None if tag == "equal" else after[c:d]) for tag, a, b, c, d in codes]
        (_, start, _, new_start, _), (_, _, end, _, new_end) = codes[0], codes[-1]
        head = f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@{_remark(groups)}"
        yield _Hunk(head, groups)


def _remark(groups: list[tuple[list[_Line], list[_Line] | None]]) -> str:
    """Return what the head of a hunk says if only line ends change in it."""
    ends: tuple[set[str], set[str]] = set(), set()
    for removed, added in groups:
        if added is not None:
            if [line.text for line in removed] != [line.text for line in added]:
                return ""
            for those, lines in zip(ends, (removed, added), strict=True):
                those.update(_END_NAMES[line.end] for line in lines)
    old, new = (listed(sorted(those)) for those in ends)
    return f" only line ends change, from {old} to {new}"


def _range(start: int, end: int) -> str:
    """Return lines as a diff counts them: from 1, and an empty range by the line before it."""
    length = end - start
    return f"{start + (length > 0)},{length}" if length != 1 else str(start + 1)


def _lines(text: str, line_end: re.Pattern[str]) -> list[_Line]:
    lines = []
    at = 0
    for match in line_end.finditer(text):
        lines.append(_Line(text[at : match.start()], match.group()))
        at = match.end()
    return [*lines, _Line(text[at:], "")] if at < len(text) else lines


def _shown(screen: Screen, line: str) -> str:
    if line.isascii() and line.isprintable():
        return line
    return "".join(screen.show(char) if char == " " or unicodedata.category(char) != "Zs" else _code(char) for char in line)


def _code(char: str) -> str:
    return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"
