"""A text as an editor has it open, with what was read and found in it."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from ..playbook.playbook import Playbook
from ..playbook.template_words import TemplateWords, first_template, template_words
from ..playbook.wording import Wording, wording_in
from ..policy.checker import check
from ..policy.configuration import CheckOptions
from ..policy.report import Report
from ..syntax.document import Document
from ..syntax.note import Note
from ..syntax.parser import parse
from ..text.source import Span, line_at
from .positions import Positions


@frozen(eq=False)
class OpenNote:
    """One version of a text. What is read and found is computed on first use, and kept with it."""

    uri: str
    version: int | None
    text: str
    options: CheckOptions
    positions: Positions
    #: Whether the configuration leaves the file out.
    excluded: bool = False

    @property
    def playbook(self) -> Playbook:
        """The playbook of its folder."""
        return self.options["playbook"]

    @cached_property
    def document(self) -> Document:
        """The parsed text."""
        return parse(self.text, self.playbook)

    @cached_property
    def report(self) -> Report:
        """The findings; none in a file that is left out."""
        return Report() if self.excluded else check(self.document, **self.options)

    def note_at(self, offset: int) -> Note | None:
        """Return the filled-in template around or above an offset, or else the first below it; None if there is none."""
        notes = self.document.notes
        above = [note for note in notes if self.document.span(note).start <= offset]
        return above[-1] if above else notes[0] if notes else None

    def wording_at(self, offset: int) -> Wording:
        """Return the words to write at an offset: of its template, in the language of its note."""
        note = self.note_at(offset)
        template: TemplateWords = template_words(self.playbook, note.template) if note else first_template(self.playbook)
        return wording_in(template, (note and note.language) or template.default_language)

    def line_at(self, offset: int) -> Span:
        """Return the span of the line around an offset, without its line end."""
        return line_at(self.text, offset)
