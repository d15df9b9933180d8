"""The fixes in summaries that are a guess, which are left to people."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

import attrs

from ..playbook.playbook import Playbook
from ..playbook.template_words import template_words
from ..syntax.document import Document
from ..text.source import Span
from ..writing.reasons import is_thin
from .diagnostics import Diagnostic, Fix


def with_guesses(diagnostics: Iterable[Diagnostic], document: Document) -> list[Diagnostic]:
    """Return diagnostics whose fixes show if they edit a summary that is a guess."""
    diagnostics = list(diagnostics)
    guesses = _guesses(document) if any(diagnostic.fixes for diagnostic in diagnostics) else []
    if not guesses:
        return diagnostics
    return [attrs.evolve(one, fixes=tuple(_marked(fix, guesses) for fix in one.fixes)) for one in diagnostics]


def _guesses(document: Document) -> list[Span]:
    playbook = document.playbook or Playbook.load()
    notes = ((note, template_words(playbook, note.template)) for note in document.notes)
    return [document.span(note) for note, template in notes if is_thin(note, template)]


def _marked(fix: Fix, guesses: Sequence[Span]) -> Fix:
    if fix.of_characters or not any(_touches(edit.span, guesses) for edit in fix.edits):
        return fix
    return attrs.evolve(fix, in_guess=True)


def _touches(span: Span, guesses: Sequence[Span]) -> bool:
    number = bisect_left(guesses, span.start, key=attrgetter("end"))
    return number < len(guesses) and guesses[number].start <= span.end
