"""What the classes of the tree look like in JSON: the members of each object, and what each may hold.

Worked out from the attrs classes and their annotations, so that an attribute that is added to a class is written, read and
described in the schema without a word here; one whose annotation is not understood is refused.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from types import NoneType, SimpleNamespace
from typing import Final, Literal, NamedTuple, get_args, get_origin, get_type_hints

from attrs import fields

from ..syntax.document import Document
from ..syntax.layout import FieldLayout, TitleLayout, WorkloadLayout
from ..syntax.nodes import ExecSummary, Field, Prose, Title, Workload

#: The classes of the tree, outermost first, and those of their layouts.
NODES: Final[tuple[type, ...]] = (Document, ExecSummary, Title, Field, Workload, Prose)
LAYOUTS: Final[tuple[type, ...]] = (TitleLayout, FieldLayout, WorkloadLayout)

#: What an object tells beside the attributes of its class: worked out when it is written, not looked at when it is read.
#: ``file`` is added by the command.
DERIVED: Final[dict[type, tuple[str, ...]]] = {
    **dict.fromkeys(NODES, ("span",)),
    Document: ("span", "hashtags", "file"),
    ExecSummary: ("span", "language", "choices"),
    Workload: ("span", "keys"),
}


class Member(NamedTuple):
    """One attribute of a class, as a member of its object."""

    name: str
    what: Literal["text", "node", "layout"]
    #: Whether it is a list of such.
    several: bool
    #: Whether it may be null.
    nullable: bool
    #: Of nodes and layouts, the classes it may be of.
    classes: tuple[type, ...]
    #: Whether it must stand there: the constructor has no default for it.
    required: bool


class Shape(NamedTuple):
    """A class of the tree, as an object of JSON."""

    name: str
    make: Callable[..., object]
    #: Its attributes, but for the playbook, which the document names by its id.
    members: tuple[Member, ...]
    #: All that may stand in the object, in the order in which it is written.
    names: tuple[str, ...]
    known: frozenset[str]
    #: Whether the constructor takes a playbook.
    has_playbook: bool


def make_shape(cls: type) -> Shape:
    """The shape of an attrs class.

    Raises:
        TypeError: an attribute is of a kind that JSON is not known to hold.
    """
    # The annotations of its attributes alone: those of what is worked out from them may name what is not loaded.
    annotated = SimpleNamespace(__annotations__={attribute.name: attribute.type for attribute in fields(cls)})
    hints = get_type_hints(annotated, globalns=vars(sys.modules[cls.__module__]))
    parameters = inspect.signature(cls).parameters
    members = tuple(
        _member(attribute.name, hints[attribute.name], parameters[attribute.name].default is inspect.Parameter.empty)
        for attribute in fields(cls)
        if attribute.name != "playbook"
    )
    heading = ("format", "playbook", "type") if cls is Document else ("type",) if cls in NODES else ()
    names = (*heading, *DERIVED.get(cls, ()), *(member.name for member in members))
    return Shape(cls.__name__, cls, members, names, frozenset(names), "playbook" in hints)


def _member(name: str, hint: object, required: bool) -> Member:
    """What an annotation says: ``str``, ``Title | None``, ``tuple[Field | Workload, ...]``."""
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
    raise TypeError(f"{name}: JSON holds texts, nodes and layouts, and this attribute is {hint}")


#: The shapes of all classes of the tree.
SHAPES: Final = {cls: make_shape(cls) for cls in (*NODES, *LAYOUTS)}
