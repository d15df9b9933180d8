"""Formatting with the result read back: what would be read differently stays as typed.

Most formatted texts are certain. One that is not is read back as a whole: a summary with other content than was written is
written again with more of it as typed. If anything stays as typed, the result is formatted again at last, which must change
nothing.
"""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from ..playbook.playbook import Playbook
from ..syntax.document import Document
from ..syntax.parser import read_as
from ..text.source import Span
from .content import misread_blocks
from .formatter import Formatter
from .reasons import MISREAD, MISREAD_LINE, Caution
from .styles import Style

#: How often a text is written with more caution, and formatted again, before it stays as it is.
_ROUNDS: Final = 3


@frozen
class Kept:
    """A part of a note that was left as it was typed, and why."""

    #: Its place in the text before.
    span: Span
    #: The reason, as a clause.
    reason: str


@frozen
class FormatResult:
    """The result of formatting a note."""

    text: str = field(repr=False)
    #: The summaries and lines that were left as typed, in order.
    kept: tuple[Kept, ...]


def format_in_context(
    document: Document, playbook: Playbook, language: str | None, style: Style, converts: bool
) -> FormatResult:
    """Return the formatted text of a document that was parsed from its text with this playbook.

    ``converts``: whether tags and names of other editions become those of this one.

    It is read with the same content, and formatting it again changes nothing; a text for which there is no such form stays as
    it is.
    """
    current = document
    kept: tuple[Kept, ...] | None = None
    for _ in range(_ROUNDS):
        result, read = _format_once(current, playbook, language, style, converts)
        kept = result.kept if kept is None else kept  # the places are those in the first text
        if result.text == current.text or read is None:
            return FormatResult(result.text, kept)
        current = read
    return _unchanged(document)


def _unchanged(document: Document) -> FormatResult:
    return FormatResult(document.text, tuple(Kept(document.span(one), MISREAD) for one in document.notes))


def _kept(formatter: Formatter, document: Document) -> tuple[Kept, ...]:
    kept = [Kept(document.span(document.blocks[number]), reason) for number, reason in formatter.kept.items()]
    kept += (Kept(document.span(node), MISREAD_LINE) for node in formatter.kept_nodes)
    return tuple(sorted(kept, key=lambda one: one.span.start))


def _format_once(
    document: Document, playbook: Playbook, language: str | None, style: Style, converts: bool
) -> tuple[FormatResult, Document | None]:
    """Return the formatted text, and the document read from it; None if formatting that would change nothing."""
    caution: dict[int, Caution] = {}
    for _ in range(_ROUNDS):
        formatter = Formatter(document, playbook, language, style, converts, caution)
        written = formatter.write()
        if written == document.text or formatter.is_certain:
            return FormatResult(written, _kept(formatter, document)), None
        read = read_as(document, written)
        misread = misread_blocks(formatter.contents, read)
        if not misread:
            result = FormatResult(written, _kept(formatter, document))
            # what is wholly in the layout of the template, and read as it was written, is written so again
            return result, read if caution or result.kept else None
        for number in misread:
            caution[number] = Caution(min(caution.get(number, 0) + 1, Caution.ALL))
    return _unchanged(document), None
