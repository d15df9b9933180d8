"""Tree to text."""

from __future__ import annotations

from .document import Node
from .layout import Fragments


def serialize(node: Node) -> str:
    """Return the text of a document, or of any node in it.

    A parsed document gives exactly the text from which it was read. A node built by hand is written in canonical form, with
    the line ends of the text before it.

    Raises:
        TypeError: ``node`` is not a node.
    """
    if not isinstance(node, Node):
        remedy = "parse the text first" if isinstance(node, str) else "give a document or a node of one"
        raise TypeError(f"serialize() takes a node, not {type(node).__name__}: {remedy}")
    fragments: Fragments = []
    node.write(fragments)
    return "".join(fragments)
