"""Edited documents, read back before they count."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import zip_longest

from attrs import fields

from ..syntax.document import Document, Node
from ..syntax.nodes import Title
from ..syntax.parser import parse
from ..syntax.serializer import serialize


def read_back(edited: Document) -> Document:
    """A document as it is read from its own text.

    Raises:
        ValueError: it would be read otherwise; the message says how.
    """
    read = parse(serialize(edited), edited.playbook)
    if read != edited:
        _, meant, found = difference(edited.walk(), read.walk())
        raise ValueError(f"the edited text would be read otherwise: not as {meant} but as {found}")
    return read


def difference(meant: Iterable[Node], found: Iterable[Node]) -> tuple[Node | None, str, str]:
    """The first of some nodes that is not among others as it is here, and how both say it.

    The two are unlike. Nodes that don't say the same come first, then those that don't hold as many others.
    """
    pairs = list(zip_longest(meant, found))
    for told in (_said, _held):
        for node, other in pairs:
            if told(node) != told(other):
                return node, _described(node, told), _described(other, told)
    raise ValueError("the nodes say the same")


def _described(node: Node | None, told: Callable[[Node | None], list[tuple[str, object]]]) -> str:
    if node is None:
        return "nothing more"
    return f"{type(node).__name__}({', '.join(f'{name}={_short(repr(value))}' for name, value in told(node))})"


def _said(node: Node | None) -> list[tuple[str, object]]:
    """What a node says by itself."""
    return [(name, value) for name, value in _attributes(node) if not isinstance(value, (tuple, Title))]


def _held(node: Node | None) -> list[tuple[str, object]]:
    """How many nodes it holds."""
    return [(name, len(value)) for name, value in _attributes(node) if isinstance(value, tuple)]


def _attributes(node: Node | None) -> list[tuple[str, object]]:
    if node is None:
        return []
    return [(attribute.name, getattr(node, attribute.name)) for attribute in fields(type(node)) if attribute.eq]


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:60]} … {text[-50:]}"
