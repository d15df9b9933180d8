"""Edits of a document that are read back before they count.

Nodes are values: an edited document is another one. What depends on the playbook or on the neighbours of a node (a name that
would be read as another, a line that would start a field) can't be told from the node alone. So the edited text is parsed
again, and an edit that says something else there is refused.
"""

from __future__ import annotations

from typing import TypeVar, cast

from attrs import evolve

from ..syntax.document import Document, Node
from ..syntax.nodes import ExecSummary, Field, Prose, Title, Workload
from .read_back import read_back

N = TypeVar("N", bound=Node | None)


def replace(document: Document, old: Node, new: Node) -> Document:
    """A document in which ``new`` stands in the place of ``old``, and all else is as it was, character for character.

    Args:
        document: the document to edit.
        old: a node of it, the very object: a title, field, workload, prose or summary.
        new: a node of the same kind, as from ``attrs.evolve(old, value="…")``.

    Returns:
        The document as read back from the edited text.

    Raises:
        TypeError: ``document`` is none, or ``new`` is of another kind than ``old``.
        ValueError: ``old`` is not in the document, or the edited text would be read otherwise; the message says how.
    """
    if not isinstance(document, Document):
        raise TypeError(f"replace() edits a document, not {type(document).__name__}: parse the text first")
    if not isinstance(old, (Title, Field, Workload, Prose, ExecSummary)) or type(new) is not type(old):
        kinds = f"{type(new).__name__} in that of a {type(old).__name__}"
        raise TypeError(f"replace() puts a node of a document in the place of one of its kind, not a {kinds}")
    document.span(old)  # refuses a node that is not there
    edited = evolve(document, blocks=tuple(_in_block(block, old, new) for block in document.blocks))
    return read_back(edited)


def _in_block(block: Prose | ExecSummary, old: Node, new: Node) -> Prose | ExecSummary:
    if block is old or isinstance(block, Prose):
        return _swap(block, old, new)
    body = tuple(_in_item(item, old, new) for item in block.body)
    return evolve(block, title=_swap(block.title, old, new), body=body)


def _in_item(item: Field | Workload | Prose, old: Node, new: Node) -> Field | Workload | Prose:
    if item is old or not isinstance(item, Field):
        return _swap(item, old, new)
    return evolve(item, workloads=tuple(_swap(workload, old, new) for workload in item.workloads))


def _swap(node: N, old: Node, new: Node) -> N:
    # `replace` has seen to it that both are of one kind.
    return cast(N, new) if node is old else node
