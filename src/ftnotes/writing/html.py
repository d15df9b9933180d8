"""HTML that a program left in the lines of summaries: character references, and ``<br>`` in place of line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..playbook.playbook import Playbook
from ..playbook.template_words import TemplateWords, template_words
from ..syntax.document import Document
from ..syntax.layout import line_end
from ..syntax.parser import bullet_of, tokenize_line
from ..text.edits import Edit
from ..text.entities import entities
from ..text.source import MARGIN, WHITESPACE, Span, line_at
from .reasons import is_thin

_BREAK: Final = re.compile(rf"(?<![{WHITESPACE}])[{WHITESPACE}]*+(?>(?i:<br[{WHITESPACE}]*+/?>[{WHITESPACE}]*+)+)")
#: The kinds of lines that stand for themselves.
_OWN_LINES: Final = frozenset(("TITLE", "FIELD", "ITEM", "TAG"))


def decoded_html(document: Document, playbook: Playbook) -> tuple[Edit, ...]:
    """Return the edits that decode the HTML in summaries, in order; there are none in a summary that is a guess."""
    text = document.text
    has_breaks = "<br" in text or "<BR" in text or "<Br" in text
    if "&" not in text and not has_breaks:
        return ()
    edits: list[Edit] = []
    for summary in document.notes:
        template = template_words(playbook, summary.template)
        span = document.span(summary)
        lines = span.text(text)
        found = [*entities(lines), *(_line_ends(lines, template) if has_breaks else ())]
        if found and not is_thin(summary, template):
            found.sort(key=lambda edit: edit.span.start)
            edits += (Edit(Span(edit.span.start + span.start, edit.span.end + span.start), edit.text) for edit in found)
    return tuple(edits)


def _line_ends(text: str, template: TemplateWords) -> Iterator[Edit]:
    for match in _BREAK.finditer(text):
        span = Span(*match.span())
        yield Edit(span, _line_end(text, span, template))


def _line_end(text: str, span: Span, template: TemplateWords) -> str:
    """Return the line end, with the margin of the next line, in place of breaks; nothing if they open or end a line."""
    line = line_at(text, span.start)
    before, after = text[line.start : span.start], text[span.end : line.end]
    if not after.strip(WHITESPACE) or not before.strip(MARGIN):
        return ""
    follows = _BREAK.split(after, maxsplit=1)[0]
    margin = before[: len(before) - len(before.lstrip(MARGIN))]
    newline = line_end([text])
    if bullet_of(follows) or tokenize_line(follows, template).type in _OWN_LINES:
        return newline + margin
    return newline + margin + " " * (len(bullet_of(before)) - len(margin))
