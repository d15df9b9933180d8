"""What may reach a terminal: printable characters, and everything else as an escape such as ``\\x1b``.

A note, a file name or an argument can hold anything: terminal commands, characters that turn the direction of a line,
halves of surrogate pairs. All that is printed of them goes through `Screen.escape`.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TextIO

from attrs import frozen

pass

if TYPE_CHECKING:
    from ...interchange.json_tree import Json

#: A tab goes on to the next column that is a multiple of this.
TAB: Final = 4

#: What is set off by colour, as the parameters of a terminal's SGR command.
_STYLES: Final[Mapping[str, str]] = {
    "error": "1;31",
    "warning": "1;33",
    "information": "1;36",
    "place": "1",
    "code": "1",
    "mark": "1;31",
    "reason": "36",
    "fixed": "1;32",
    "added": "32",
    "removed": "31",
    "hunk": "36",
}


@frozen
class Screen:
    """A stream of text for people, and what its encoding can show."""

    #: None where it is closed, and nothing is written.
    stream: TextIO | None
    #: Whether to set things off by colour.
    colour: bool = False

    @classmethod
    def of(cls, stream: TextIO | None) -> Screen:
        """A screen; with colour on a terminal and where ``FORCE_COLOR`` is set, without it where ``NO_COLOR`` is."""
        if os.environ.get("NO_COLOR"):
            return cls(stream)
        able = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
        return cls(stream, able or bool(os.environ.get("FORCE_COLOR")))

    @property
    def is_terminal(self) -> bool:
        """Whether people look at it right now."""
        return self.stream is not None and self.stream.isatty()

    def styled(self, text: str, style: str) -> str:
        """An escaped text, set off in one of the styles where there is colour."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour and text else text

    def print(self, line: str) -> None:
        """Write a line, of which what comes from elsewhere is escaped already."""
        if self.stream is not None:  # for print, None is standard output
            print(line, file=self.stream)

    def renew(self, line: str) -> None:
        """Write over the line of a terminal that the cursor is in."""
        print(f"\r{line}\x1b[K", end="", file=self.stream, flush=True)

    def prompt(self, sign: str) -> None:
        """Write a sign behind which somebody types."""
        print(sign, end="", file=self.stream, flush=True)

    def name(self, name: str) -> str:
        """How an input is named to people."""
        return "<stdin>" if name == STDIN else self.escape(name)

    def print_json(self, value: Json) -> None:
        """Write a value as JSON on one line, in ASCII: so it is the same JSON in any encoding."""
        self.print(json.dumps(value).replace("\x7f", r"\u007f"))

    def escape(self, text: str) -> str:
        """A text of which nothing can harm: line ends and tabs are escaped too."""
        return text if text.isascii() and text.isprintable() else "".join(map(self.show, text))

    def show(self, char: str) -> str:
        """A character as itself where it can be printed, a blank as blanks as wide, anything else as an escape."""
        if unicodedata.category(char) == "Zs":
            return " " * width(char)
        if char.isprintable() and self._has(char):
            return char
        code = ord(char)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

    def _has(self, char: str) -> bool:
        try:
            char.encode(getattr(self.stream, "encoding", None) or "utf-8")
        except UnicodeEncodeError:
            return False
        return True


def width(text: str) -> int:
    """How many columns a text takes: East Asian wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text if not _combines(char))


def _combines(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")


#: Standard input, as the command line names it.
STDIN: Final = "-"
