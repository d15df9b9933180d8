"""Replacing a node of a document, with the result read back.

Nodes are values, so an edited document is another document. A node alone can't show how it will be read: a name can be read as
another, and a line can start a field. So the edited text is parsed again, and refused if it is read differently.
"""

from __future__ import annotations

from typing import TypeVar, cast

from attrs import evolve

from ..syntax.document import Document, Node
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.note import Note
from .read_back import read_back

N = TypeVar("N", bound=Node | None)


def replace(document: Document, old: Node, new: Node) -> Document:
    """Return the document with a node replaced; all other characters stay.

    Args:
        document: the document to edit.
        old: a node of the document (the object itself, not an equal one): a title, field, workload, prose or summary.
        new: a node of the same class, as from ``attrs.evolve(old, value="…")``.

    Raises:
        TypeError: ``document`` is not a document, or ``old`` and ``new`` are not nodes of the same class.
        ValueError: ``old`` is not in the document, or the edited text would be read differently; the message names the first
            difference.
    """
    if not isinstance(document, Document):
        raise TypeError(f"replace() needs a Document, not {type(document).__name__}: parse the text first")
    if not isinstance(old, (Title, Field, Workload, Prose, Note)) or type(new) is not type(old):
        classes = f"{type(old).__name__} and {type(new).__name__}"
        raise TypeError(f"replace() needs two nodes of the same class, not {classes}")
    document.span(old)  # raises if it is not in the document
    edited = evolve(document, blocks=tuple(_swap(block, old, new) for block in document.blocks))
    return read_back(edited)


def _swap(node: N, old: Node, new: Node) -> N:
    """Return the node with ``old``, in it or below, replaced by ``new``, which is of the same class."""
    if node is old:
        return cast(N, new)
    edited: Node | None = node
    if isinstance(node, Note):
        edited = evolve(node, title=_swap(node.title, old, new), body=tuple(_swap(item, old, new) for item in node.body))
    elif isinstance(node, Field):
        edited = evolve(node, workloads=tuple(_swap(workload, old, new) for workload in node.workloads))
    return cast(N, edited)
