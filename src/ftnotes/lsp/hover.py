"""What an editor shows at the pointer: the rules of the findings there, and what was read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lsprotocol import types

from ..analysis.actions.search import find_next_actions
from ..analysis.dates.search import find_dates
from ..playbook.choice_reading import choice_in
from ..playbook.template_words import template_words
from ..policy.addresses import rule_address
from ..policy.rules import RULES
from ..syntax.document import Node
from ..syntax.nodes import Field, Title, Workload
from ..syntax.note import Note
from ..text.source import Span
from .open_note import OpenNote

#: The characters that mean something in Markdown.
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")


def hover_at(note: OpenNote, position: types.Position) -> types.Hover | None:
    """Return what is known about a position; None if nothing is."""
    offset = note.positions.offset(position)
    parts = [*_rules(note, offset), *_read(note, offset)]
    if not parts:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(parts)))


def _touches(span: Span | None, offset: int) -> bool:
    return span is not None and span.start <= offset <= span.end


def _rules(note: OpenNote, offset: int) -> Iterator[str]:
    """Yield the rules of the findings at an offset: the state that each asks for, and why."""
    rules = {rule.code: rule for rule in (*RULES, *note.options["rules"])}
    for code in dict.fromkeys(one.code for one in note.report if _touches(one.span, offset) and one.code in rules):
        rule = rules[code]
        name, address = f"{rule.code} {rule.name}", rule_address(code)
        yield f"**{f'[{name}]({address})' if address else name}**: {rule.summary}"
        yield rule.reason(note.playbook)
        if rule.ignore_when:
            yield f"*When to ignore it:* {rule.ignore_when}"


def _read(note: OpenNote, offset: int) -> Iterator[str]:
    """Yield what was read at an offset: the part of the note, dates, and next actions."""
    node = _node_at(note, offset)
    around = note.note_at(offset)
    if node is not None and around is not None:
        yield "Read as " + _description(note, around, node)
    date = note.options["context"].date
    for mention in find_dates(note.document, date=date):
        if _touches(mention.span, offset):
            days = " or ".join(
                str(days.first) if days.first == days.last else f"{days.first} to {days.last}" for days in mention.readings
            )
            yield f"Date: {days or 'a day without its year'}"
    for action in find_next_actions(note.document, date=date):
        if _touches(action.span, offset):
            yield (
                "Next action"
                + (" (done)" if action.done else "")
                + f": {_plain(action.what)}; owner: {_plain(action.owner or 'none')}"
            )


def _node_at(note: OpenNote, offset: int) -> Node | None:
    """Return the smallest title, field or workload at an offset."""
    found: Node | None = None
    for node in note.document.walk():
        if isinstance(node, Title | Field | Workload):
            span = note.document.span(node)
            if span.start <= offset <= span.start + len(span.text(note.text).rstrip()):
                found = node
    return found


def _description(note: OpenNote, around: Note, node: Node) -> str:
    name = around.template.replace("-", " ")
    if isinstance(node, Title):
        return f"the title of the {name}"
    if isinstance(node, Workload):
        wording = note.wording_at(note.document.span(node).start)
        names = [wording.name(key) for tag in node.tags if (key := wording.vocabulary.tag(tag))]
        return f"the workload {_plain(', '.join(names) or node.name or node.tag)}" + (
            "" if names else " (not one of the edition)"
        )
    assert isinstance(node, Field)
    if node.key is None:
        return f"a field that the {name} doesn't have"
    template = template_words(note.playbook, around.template)
    if node.key not in template.choices:
        return f"the field `{node.key}`"
    choice = choice_in(template, node.key, node.value) if node.value else None
    return f"the field `{node.key}`, " + (f"choice `{choice}`" if choice else "without a valid choice")


def _plain(text: str) -> str:
    """Return text so that it shows as it is in Markdown."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
