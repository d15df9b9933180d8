"""Formatting with the result read back: what would be read differently stays as typed.

Most formatted texts are certain. One that is not is read back as a whole: a summary with other content than was written is
written again with more of it as typed. At last the result is formatted again, which must change nothing.
"""

from __future__ import annotations

from typing import Final

from ..playbook.playbook import Playbook
from ..syntax.document import Document
from ..syntax.parser import parse
from .content import misread_blocks
from .formatter import Caution, Formatter
from .styles import Style

#: How often a text is written with more caution, and formatted again, before it stays as it is.
_ROUNDS: Final = 3


def format_in_context(document: Document, playbook: Playbook, language: str | None, style: Style) -> str:
    """Return the formatted text of a document that was parsed from its text with this playbook.

    It is read with the same content, and formatting it again changes nothing; a text for which there is no such form stays as
    it is.
    """
    text, current = document.text, document
    for _ in range(_ROUNDS):
        written, read = _format_once(current, playbook, language, style)
        if written == current.text or read is None:
            return written
        current = read
    return text


def _format_once(document: Document, playbook: Playbook, language: str | None, style: Style) -> tuple[str, Document | None]:
    """Return the formatted text, and the document read from it; None if the text is certain."""
    caution: dict[int, Caution] = {}
    for _ in range(_ROUNDS):
        formatter = Formatter(document, playbook, language, style, caution)
        written = formatter.write()
        if written == document.text or formatter.is_certain:
            return written, None
        read = parse(written, playbook)
        misread = misread_blocks(formatter.contents, read)
        if not misread:
            return written, read
        for number in misread:
            caution[number] = Caution(min(caution.get(number, 0) + 1, Caution.ALL))
    return document.text, None
