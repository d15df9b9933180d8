"""Shapes of the classes of the tree in JSON: the members of each object and their types.

They are derived from the attrs classes and their annotations, so that an attribute added to a class is read and described in
the schema without a change here; a test shows that `json_tree` writes each. An annotation that JSON has no type for is refused.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from types import NoneType, SimpleNamespace
from typing import Final, Literal, NamedTuple, get_args, get_origin, get_type_hints

from attrs import fields

from ..syntax.document import Document
from ..syntax.exec_summary import ExecSummary
from ..syntax.layout import FieldLayout, TitleLayout, WorkloadLayout
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.note import Note

#: The classes of the tree, outermost first, and those of their layouts.
NODES: Final[tuple[type, ...]] = (Document, ExecSummary, Note, Title, Field, Workload, Prose)
LAYOUTS: Final[tuple[type, ...]] = (TitleLayout, FieldLayout, WorkloadLayout)

#: Members of an object beside the attributes of its class: computed when it is written, and ignored when it is read.
#: The command adds ``file``.
DERIVED: Final[dict[type, tuple[str, ...]]] = {
    **dict.fromkeys(NODES, ("span",)),
    Document: ("span", "hashtags", "file"),
    ExecSummary: ("span", "language", "choices"),
    Note: ("span", "language", "choices"),
    Workload: ("span", "keys"),
}


#: Attributes that follow from the class, or say how a text was read.
_IMPLIED: Final[dict[type, tuple[str, ...]]] = {ExecSummary: ("template",), Document: ("note_type",)}


class Member(NamedTuple):
    """An attribute of a class, as a member of its object."""

    name: str
    kind: Literal["text", "node", "layout"]
    #: Whether it is a list of these.
    several: bool
    #: Whether it may be null.
    nullable: bool
    #: The possible classes of a node or layout.
    classes: tuple[type, ...]
    #: Whether it can't be left out: the constructor has no default for it.
    required: bool


class Shape(NamedTuple):
    """A class of the tree, as a JSON object."""

    make: Callable[..., object]
    #: Its attributes, except for the playbook: the document has its id.
    members: tuple[Member, ...]
    #: The names of all possible members, in the order in which they are written.
    names: tuple[str, ...]
    known: frozenset[str]
    #: Whether the constructor takes a playbook.
    has_playbook: bool


def make_shape(cls: type) -> Shape:
    """Make the shape of an attrs class.

    Raises:
        TypeError: an attribute has a type that the JSON of documents does not have.
    """
    # Only the annotations of attributes: those of properties can name types that are not imported.
    annotated = SimpleNamespace(__annotations__={attribute.name: attribute.type for attribute in fields(cls)})
    hints = get_type_hints(annotated, globalns=vars(sys.modules[cls.__module__]))
    parameters = inspect.signature(cls).parameters
    members = tuple(
        _member(attribute.name, hints[attribute.name], parameters[attribute.name].default is inspect.Parameter.empty)
        for attribute in fields(cls)
        if attribute.name != "playbook" and attribute.name not in _IMPLIED.get(cls, ())
    )
    heading = ("format", "playbook", "type") if cls is Document else ("type",) if cls in NODES else ()
    names = (*heading, *DERIVED.get(cls, ()), *(member.name for member in members))
    return Shape(cls, members, names, frozenset(names), "playbook" in hints)


def _member(name: str, hint: object, required: bool) -> Member:
    """Make a member from an annotation: ``str``, ``Title | None``, ``tuple[Field | Workload, ...]``."""
    several = get_origin(hint) is tuple
    inner = get_args(hint)[0] if several else hint
    kinds = get_args(inner) or (inner,)
    classes = tuple(kind for kind in kinds if kind is not NoneType)
    nullable = NoneType in kinds
    if classes == (str,):
        return Member(name, "text", several, nullable, (), required)
    if set(classes) <= {*NODES}:
        return Member(name, "node", several, nullable, classes, required)
    if set(classes) <= {*LAYOUTS}:
        return Member(name, "layout", several, nullable, classes, required)
    raise TypeError(f"{name}: expected texts, nodes or layouts, not {hint}")


#: The shapes of all classes of the tree.
SHAPES: Final = {cls: make_shape(cls) for cls in (*NODES, *LAYOUTS)}
