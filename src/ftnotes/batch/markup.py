"""HTML, and line ends in another form, that are left in the notes of an export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from ..text.elements import ATTRIBUTES, BLOCKS, INLINE
from ..text.written_line_ends import WRITTEN_END

_ELEMENT: Final = re.compile(rf"</?((?!br\b)(?:{BLOCKS}|{INLINE}|blockquote|pre|style)){ATTRIBUTES}", re.IGNORECASE)


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
        return cls(len(WRITTEN_END.findall(text)), tuple(dict.fromkeys(_elements(text))))


def _elements(text: str) -> Iterator[str]:
    return (match[1].lower() for match in _ELEMENT.finditer(text)) if "<" in text else iter(())
