"""A tree as JSON: what is said and how it was typed, so that nothing is lost.

Each node is an object: its ``type``, its ``span`` in the text (start and end in code points), its attributes, and its
``layout`` (where null means "not typed": then the canonical form is meant). See `ftnotes.nodes` for what they hold.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from attrs import fields

from .document import Document, Node
from .layout import FieldLayout, TitleLayout, WorkloadLayout
from .playbook import Playbook

Json: TypeAlias = "int | str | list[Json] | dict[str, Json] | None"

Layout: TypeAlias = TitleLayout | FieldLayout | WorkloadLayout
Value: TypeAlias = str | tuple[str, ...] | tuple[Node, ...] | Node | Layout | None

#: The version of this JSON; it grows when a reader of the old one would misread the new.
FORMAT: Final = 1


def to_json(document: Document) -> dict[str, Json]:
    """A document as values that ``json.dumps`` takes.

    Returns:
        ``{"format": 1, "playbook": "2020-03", "type": "Document", "span": [0, 99], "blocks": […]}``; the playbook is
        the id of that with which the document was read.

    Raises:
        TypeError: this is no document.
    """
    if not isinstance(document, Document):
        raise TypeError(f"to_json() takes a Document, not {type(document).__name__}: parse() makes one of a text")
    playbook = document.playbook or Playbook.load()
    return {"format": FORMAT, "playbook": playbook.id, **_node(document, document)}


def _node(node: Node, document: Document) -> dict[str, Json]:
    span = document.span(node)
    return {"type": type(node).__name__, "span": [span.start, span.end], **_attributes(node, document)}


def _attributes(node: Node | Layout, document: Document) -> dict[str, Json]:
    names = [attribute.name for attribute in fields(type(node)) if attribute.name != "playbook"]
    return {name: _value(getattr(node, name), document) for name in names}


def _value(value: Value, document: Document) -> Json:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Layout):
        return _attributes(value, document)
    if isinstance(value, tuple):
        return [_value(item, document) for item in value]
    return _node(value, document)
