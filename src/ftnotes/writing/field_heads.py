"""The line of a field up to its value: the template's label, or the writer's own with its marks and remarks."""

from __future__ import annotations

from ..playbook.choice_reading import choices_in
from ..playbook.template_words import TemplateWords
from ..syntax.nodes import Field
from ..syntax.parser import tokenize_line
from ..text.source import LINE_END, WHITESPACE
from ..text.words import fold
from .decoration import core_of_label, head_of, restyled
from .heads import Heads
from .styles import Style


def field_head(field: Field, heads: Heads, style: Style, own: str) -> tuple[str, str, bool]:
    """Return the line of a field up to its value, its label, and whether it is read so with any value.

    ``own``: the marks that its writer put around it.
    """
    head, label, certain = _head(field, heads, style)
    return _marked(field, head, label, own, style) if own else (head, label, certain)


def _marked(field: Field, head: str, label: str, own: str, style: Style) -> tuple[str, str, bool]:
    """Return the line of a field up to its value and its label, with the marks that its writer put around them."""
    bullet, layout = style.field, field.layout
    state = head_of(layout.before or "").state
    if own == state:
        return f"{bullet}{state} {head[len(bullet) :]}", label, False
    typed = layout.colon or (":" if layout.dangling is None else layout.dangling)
    colon = LINE_END.split(typed, maxsplit=1)[0].rstrip(WHITESPACE)
    return restyled(layout.before or "", bullet) + field.label + colon, field.label, False


def _head(field: Field, heads: Heads, style: Style) -> tuple[str, str, bool]:
    """Return the line of a field up to its value, its label, and whether it is read so with any value.

    It is the template's label with the writer's remark after it, or else the label as typed.
    """
    template = heads.wording.template
    key = field.key or ""
    head, label = heads.variants.get((key, fold(field.label))) or heads.fields.get(key, ("", ""))
    if head and field.label in template.vocabulary.labels:
        return head, label, True
    end = core_of_label(template, field.key, field.label) if head and field.key else None
    if end is None or _keeps_label(field, template):
        return style.head(field.label), field.label, False
    remark = field.label[end:]
    return (style.head(label + remark), label + remark, False) if remark else (head, label, True)


def _keeps_label(field: Field, template: TemplateWords) -> bool:
    """Return whether a label is the writer's own.

    Only the lines around explain it, or it is an everyday or short label whose value is not a choice, and may be that of
    another field.
    """
    key, label = field.key or "", field.label
    if template.label(label) is None:
        return True
    if not field.value or not template.fields[key].choices or choices_in(template, key, field.value):
        return False
    known = template.vocabulary.label(label)
    return known.short if known else template.everyday.slip(label) is None


def is_read_as_field(head: str, key: str | None, label: str, value: str, template: TemplateWords) -> bool:
    """Return whether a line is read as a field with this label and value."""
    first = value.partition("\n")[0]
    line = tokenize_line(f"{head} {first}".rstrip(WHITESPACE), template)
    return line.type in ("FIELD", "WEAK", "OWN") and (line.parts[0], line.parts[1], line.parts[4]) == (key, label, first)
