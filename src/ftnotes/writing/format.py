"""Formatting: notes in the layout of the template and in its words.

Layout (bullets, brackets, dashes, order) and words of the playbook (labels, choices, known names) are made canonical. The
writer's own words stay, and a line that would be read differently keeps the layout in which it was typed.
"""

from __future__ import annotations

from ..playbook.playbook import Playbook, choose_language
from ..syntax.document import Document, playbook_for
from ..syntax.parser import as_document, read_as
from ..text.suggest import one_of
from .format_in_context import FormatResult, format_in_context
from .styles import STYLES, StyleName


def format(
    text_or_document: str | Document,
    *,
    playbook: Playbook | None = None,
    edition: str | None = None,
    language: str | None = None,
    style: StyleName = "template",
) -> str:
    """Format a note in the layout and the words of the template.

    Titles, labels, choices and known names are spelled as in the edition and the language of the note; known fields are put
    in the order of the template. Unknown fields and stray text keep their words and stay below the same field. Values and
    updates keep the writer's lines, and text outside summaries keeps every character.

    Args:
        text_or_document: any text at all, or a document.
        playbook: the playbook whose words are read and written; without it and ``edition``, that of the document, or the
            default edition for a text.
        edition: the id of a published edition, instead of ``playbook``. If either is given, tags and names of workloads from
            other editions become those of this one; otherwise they stay.
        language: the language to write in, as ``"de"``; by default that of each summary.
        style: ``"template"``, or ``"markdown"`` for a layout that Markdown renders as a nested list.

    Returns:
        The formatted text. Formatting it again changes nothing.

    Raises:
        TypeError: an argument has the wrong type. No ``str`` makes it raise.
        ValueError: both ``playbook`` and ``edition`` are given, or there is no such edition, language or style; the message
            lists the valid ones.

    Source: "Template for Note Entries" of the Overall Status Notes Guidance.
    """
    return _written("format", text_or_document, playbook, edition, language, style)[0].text


def format_result(
    text_or_document: str | Document,
    *,
    playbook: Playbook | None = None,
    edition: str | None = None,
    language: str | None = None,
    style: StyleName = "template",
) -> FormatResult:
    """Format a note, and return what was left as it was typed as well; see `format` for the arguments and errors."""
    return _written("format_result", text_or_document, playbook, edition, language, style)[0]


def canonical(
    text_or_document: str | Document,
    *,
    playbook: Playbook | None = None,
    edition: str | None = None,
    language: str | None = None,
    style: StyleName = "template",
) -> Document:
    """Format a note and return the document read from the formatted text; see `format` for the arguments and errors."""
    result, document = _written("canonical", text_or_document, playbook, edition, language, style)
    return read_as(document, result.text)


def _written(
    caller: str,
    text_or_document: str | Document,
    playbook: Playbook | None,
    edition: str | None,
    language: str | None,
    style: StyleName,
) -> tuple[FormatResult, Document]:
    """Return the result, and the document that was formatted."""
    document = as_document(text_or_document, playbook, edition, caller=caller)
    chosen = playbook_for(document, None, None)
    if language is not None:
        language = choose_language(chosen, language)
    layout = STYLES[one_of("style", style, STYLES)]
    if document is text_or_document:
        document = read_as(document, document.text)  # a document built from nodes can be read differently
    # without an edition, nothing says whether a name of another one is newer
    converts = playbook is not None or edition is not None
    return format_in_context(document, chosen, language, layout, converts), document
