"""Reasons to leave a summary as it is typed, and how much of it."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from ..playbook.template_words import TemplateWords
from ..syntax.nodes import Field, Workload
from ..syntax.note import Note
from .decoration import has_cells, is_heading, is_unevenly_quoted, own_marks

#: The reading is a guess: it follows from everyday words, which are on other pages too.
THIN: Final = "no label of the template is written out in the summary"
UNEVEN: Final = "some lines of the summary are quoted and others are not"
HEADINGS: Final = "labels of the summary are headings"
WRAPPED: Final = "lines of the summary are in a table, in HTML or in a chat"
MISREAD: Final = "the summary would be read differently in the layout of the template"
MISREAD_LINE: Final = "it would be read differently in the layout of the template"
#: Characters of tables and HTML around a label or name.
_WRAPPING: Final = frozenset("|<")


class Caution(IntEnum):
    """How much of a summary stays as typed, because it would be read differently."""

    #: Lines that would be read differently by themselves.
    NONE = 0
    #: Lines that depend on their neighbours, and the order of the fields.
    LINES = 1
    #: All of it.
    ALL = 2


def is_thin(summary: Note, template: TemplateWords) -> bool:
    """Return whether no label of the template is written out in a summary; a whole one with one slip counts as written out."""
    vocabulary = template.vocabulary
    for item in summary.body:
        if isinstance(item, Field) and item.key:
            if item.label in vocabulary.labels:
                return False
            known = vocabulary.label(item.label)
            if not known.short if known else template.everyday.slip(item.label):
                return False
    return True


def reason_to_keep(summary: Note, text: str, template: TemplateWords) -> str:
    """Return why a summary must not be laid out anew; empty if it can be. ``text``: the lines of the summary, or more."""
    if is_thin(summary, template):
        return THIN
    if ">" in text and is_unevenly_quoted(text):
        return UNEVEN
    for item in summary.body:
        if isinstance(item, (Field, Workload)):
            nodes: tuple[Field | Workload, ...] = (item, *item.workloads) if isinstance(item, Field) else (item,)
            for node in nodes:
                marks = own_marks(node.layout)
                if marks and is_heading(node):
                    return HEADINGS
                if (marks and (_WRAPPING.intersection(marks) or any(map(str.isalnum, marks)))) or has_cells(node):
                    return WRAPPED
    return ""
