r"""Line ends that a program wrote as ``<br>`` or as ``\n``, a backslash and a letter, and other HTML in the notes of an export.

The former are read as line ends only where a bullet, a label or a tag follows: a path such as ``C:\new`` stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

_SPACE: Final = r"[ \t\xa0]"
_WRITTEN: Final = r"(?i:<br\s{0,9}+/?>)|(?<!\\)(?:\\r\\n|\\n|\\r)"
#: The start of a bullet, of a label of at most ten words, or of a tag.
_FOLLOWING: Final = (
    rf"{_SPACE}{{0,20}}+(?:(?:[-+•·–—▪◦●○■□‣⁃o*]|\d{{1,2}}+[.)]){_SPACE}"
    rf"|\*{{0,3}}+(?:[^\W\d_a-zß-öø-ÿ][^\s:：<>\\*]{{0,30}}+(?:{_SPACE}{{1,3}}+[^\s:：<>\\*]{{1,30}}+){{0,9}}+{_SPACE}{{0,3}}+\*{{0,3}}+[:：]"
    r"|\[[A-Z][A-Z0-9+/&]{1,19}+\]))"
)
_WRITTEN_END: Final = re.compile(_WRITTEN)
#: All that follow each other, so that none is looked at again, and the empty group if they are before the start of a line.
_LINE_ENDS: Final = re.compile(rf"(?:{_SPACE}{{0,9}}+(?:{_WRITTEN}))++(?:(?={_FOLLOWING})())?+")
_ELEMENT: Final = re.compile(
    r"</?(a|b|blockquote|center|div|em|font|h[1-6]|hr|i|li|ol|p|pre|small|span|strike|strong|style|table|tbody|td|th|thead|tr|u|ul)"
    r"(?:\s[^<>]{0,500}+)?/?>",
    re.IGNORECASE,
)


def read_line_ends(text: str) -> tuple[str, int]:
    r"""Return a text with its written line ends as real ones where a bullet, label or tag follows, and their number."""
    found = 0
    if "<" not in text and "\\" not in text:
        return text, found

    def replaced(match: re.Match[str]) -> str:
        nonlocal found
        if match[1] is None:
            return match[0]
        count = len(_WRITTEN_END.findall(match[0]))
        found += count
        return "\n" * count

    return _LINE_ENDS.sub(replaced, text), found


@frozen
class Markup:
    """What is left of HTML and of written line ends in a text."""

    #: The number of written line ends that were not read as such.
    line_ends: int
    #: The names of the elements in it, in order, each once.
    elements: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Markup:
        """Find the markup in a text."""
        return cls(len(_WRITTEN_END.findall(text)), tuple(dict.fromkeys(_elements(text))))


def _elements(text: str) -> Iterator[str]:
    return (match[1].lower() for match in _ELEMENT.finditer(text)) if "<" in text else iter(())
