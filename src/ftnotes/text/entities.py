"""Character references of HTML, as programs leave them in texts that they export: ``&nbsp;``, ``&ndash;``, ``&#39;``."""

from __future__ import annotations

import re
import unicodedata
from html.entities import html5
from typing import Final

from .edits import Edit
from .source import Span

_REFERENCE: Final = re.compile(r"&(?:#(?:[0-9]{1,7}+|[xX][0-9a-fA-F]{1,6}+)|[A-Za-z][A-Za-z0-9]{1,31}+);")
#: What an ampersand must not precede: it could make another reference.
_NAME: Final = re.compile(r"[#A-Za-z]")
#: Characters that could open a tag or a comment.
_OPENING: Final = frozenset("<>")


def entities(text: str) -> tuple[Edit, ...]:
    """Return the edits that decode character references, one level deep.

    The edits come in the order of the text. There are none for ``&lt;`` and ``&gt;``, for an ampersand before a name or number
    sign, or for control characters and line ends.
    """
    edits: list[Edit] = []
    if "&" not in text:
        return ()
    for match in _REFERENCE.finditer(text):
        char = _decoded(match.group()[1:-1])
        if not char or _OPENING.intersection(char) or any(unicodedata.category(one) in ("Cc", "Cs", "Cn") for one in char):
            continue
        if char == "&" and _NAME.match(text, match.end()):
            continue
        edits.append(Edit(Span(*match.span()), char))
    return tuple(edits)


def _decoded(name: str) -> str:
    """Return the characters that a reference stands for; empty if there are none."""
    if name[0] != "#":
        return html5.get(f"{name};", "")
    code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    if 0x80 <= code < 0xA0:
        return bytes([code]).decode("cp1252", "ignore")  # as the HTML standard has it
    return chr(code) if code <= 0x10FFFF else ""
