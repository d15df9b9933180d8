"""Tree to text."""

from __future__ import annotations

from .document import Node
from .layout import Pieces


def serialize(node: Node) -> str:
    """The text of a document, or of any node in it.

    A parsed document gives back the very text it was read from. What a node built by hand leaves open is written in
    canonical form, with the line ends of what stands before it.
    """
    pieces: Pieces = []
    node.emit(pieces)
    return "".join(pieces)
