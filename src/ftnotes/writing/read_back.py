"""Reading back: an edit counts only if its text is read as the document that was intended."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import zip_longest
from typing import NamedTuple

from attrs import fields

from ..syntax.document import Document, Node
from ..syntax.nodes import Title
from ..syntax.parser import read_as


class Difference(NamedTuple):
    """The first node that is read differently, and how."""

    #: The node as intended; None if more nodes are read than intended.
    node: Node | None
    intended: str
    actual: str

    @property
    def message(self) -> str:
        """The error message for an edit."""
        return f"the edited text would be read differently: as {self.actual}, not as {self.intended}"


def read_back(edited: Document) -> Document:
    """Return the document as parsed from its own text.

    Raises:
        ValueError: it would be read differently; the message names the first difference.
    """
    actual = read_as(edited, edited.text)
    if actual != edited:
        raise ValueError(first_difference(edited.walk(), actual.walk()).message)
    return actual


def first_difference(intended: Iterable[Node], actual: Iterable[Node]) -> Difference:
    """Return the first difference of two unlike sequences of nodes: in their texts, or else in the number of their children."""
    pairs = list(zip_longest(intended, actual))
    for aspect in (_texts, _sizes):
        for node, other in pairs:
            if aspect(node) != aspect(other):
                return Difference(node, _describe(node, aspect), _describe(other, aspect))
    raise ValueError("the nodes are equal")


def _describe(node: Node | None, aspect: Callable[[Node | None], list[tuple[str, object]]]) -> str:
    if node is None:
        return "nothing more"
    return f"{type(node).__name__}({', '.join(f'{name}={_shorten(repr(value))}' for name, value in aspect(node))})"


def _texts(node: Node | None) -> list[tuple[str, object]]:
    return [(name, value) for name, value in _attributes(node) if not isinstance(value, (tuple, Title))]


def _sizes(node: Node | None) -> list[tuple[str, object]]:
    return [(name, len(value)) for name, value in _attributes(node) if isinstance(value, tuple)]


def _attributes(node: Node | None) -> list[tuple[str, object]]:
    if node is None:
        return []
    return [(attribute.name, getattr(node, attribute.name)) for attribute in fields(type(node)) if attribute.eq]


def _shorten(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:60]} … {text[-50:]}"
