"""Text as it is displayed to people: escaped, measured in columns, and styled.

A note can contain terminal commands, characters that reverse the direction of a line, or lone surrogates, so everything that
comes from one goes through `TextStyle.escape`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from attrs import frozen

#: A tab advances to the next multiple of this column.
TAB: Final = 4

#: Characters that are printable, in one column and no spaces but the usual one: of ASCII, Latin, and punctuation.
_PLAIN: Final = re.compile("[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]*+")

#: The parameters of a terminal's SGR command for each style.
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


@frozen(kw_only=True, eq=False, repr=False)
class TextStyle:
    """How text is shown: with or without colour, and in which encoding."""

    colour: bool = False
    encoding: str = "utf-8"

    def styled(self, text: str, style: str) -> str:
        """Return an escaped text in a style, if there is colour."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour and text else text

    def escape(self, text: str) -> str:
        """Escape control characters, line ends and tabs, and what the encoding lacks."""
        return text if self.is_plain(text) else "".join(map(self.show, text))

    def is_plain(self, text: str) -> bool:
        """Return whether a text has only characters that are shown as they are, in one column each; not all such are known."""
        return _PLAIN.fullmatch(text) is not None and (text.isascii() or self._has(text))

    def show(self, char: str) -> str:
        """Return a printable character as it is, a space as spaces of its width, and any other as an escape sequence."""
        if unicodedata.category(char) == "Zs":
            return " " * width(char)
        if char.isprintable() and self._has(char):
            return char
        code = ord(char)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

    def _has(self, text: str) -> bool:
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


def width(text: str) -> int:
    """Return the number of columns of a text: two for East Asian wide characters, none for combining marks."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text if not _combines(char))


def _combines(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")
