"""Tree to text."""

from __future__ import annotations

from .document import Node
from .layout import Fragments


def serialize(node: Node) -> str:
    """The text of a document, or of any node in it.

    A parsed document gives back the very text it was read from. What a node built by hand leaves open is written in
    canonical form, with the line ends of what stands before it.

    Raises:
        TypeError: what is given is no node.
    """
    if not isinstance(node, Node):
        remedy = "parse the text first" if isinstance(node, str) else "give a document or a node of one"
        raise TypeError(f"serialize() takes a node, not {type(node).__name__}: {remedy}")
    fragments: Fragments = []
    node.write(fragments)
    return "".join(fragments)
