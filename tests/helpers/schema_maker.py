"""Makes the JSON Schemas of the package from the classes of the tree, their docstrings and the comments on their attributes."""

from __future__ import annotations

import inspect
import re
from typing import Final, TypeAlias

from ftnotes import Document
from ftnotes.interchange.json_shapes import DERIVED, LAYOUTS, NODES, SHAPES, Member
from ftnotes.interchange.json_tree import FORMAT

Schema: TypeAlias = dict[str, object]

_TEXT: Final[Schema] = {"type": "string"}
_TEXT_OR_NULL: Final[Schema] = {"type": ["string", "null"]}
_TITLES: Final = {
    False: "A text as ftnotes read it: what is said and how it was typed",
    True: "A text as ftnotes read it: what is said",
}
#: A line of a comment on an attribute.
_COMMENT: Final = re.compile(r" *#: ?(.*)")
#: What starts an attribute.
_ATTRIBUTE: Final = re.compile(r"    (\w+):")


_OFFSET: Final[Schema] = {"type": "integer", "minimum": 0}
#: The definition that every place in the text refers to.
_SPAN: Final[Schema] = {
    "description": "A stretch of the text: its start and its end (the first character behind it), in code points.",
    "type": "array",
    "prefixItems": [_OFFSET, _OFFSET],
    "items": False,
    "minItems": 2,
}
_TO_SPAN: Final[Schema] = {"$ref": "#/$defs/Span"}


#: What stands in objects beside the attributes of their classes.
_BESIDE: Final[dict[str, Schema]] = {
    "format": {"description": "The version of this JSON.", "const": FORMAT},
    "playbook": {"description": "The id of the playbook with which the text was read.", **_TEXT},
    "file": {"description": "The name of the file that it was read from; the command adds it.", **_TEXT},
    "span": {"description": "Where the node stands in the text.", **_TO_SPAN},
    "hashtags": {
        "description": "All hashtags of the text, in order.",
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "text": {"description": "As typed, with its sign.", **_TEXT},
                "span": {"description": "Where it stands in the text.", **_TO_SPAN},
            },
            "required": ["text", "span"],
            "additionalProperties": False,
        },
    },
    "language": {"description": "The language that most labels are in, as a BCP 47 tag.", **_TEXT_OR_NULL},
    "choices": {
        "description": "For each choice field of the playbook, by its key, the key of the choice that was made; null for none.",
        "type": "object",
        "additionalProperties": _TEXT_OR_NULL,
    },
    "keys": {
        "description": "What the workload is known by: for each of its tags that of the playbook.",
        "type": "array",
        "items": _TEXT,
    },
}


def make_schema(compact: bool) -> Schema:
    """The schema of a document in the compact form or the full one."""
    classes = NODES if compact else (*NODES, *LAYOUTS)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:ftnotes:document:{FORMAT}:{'compact' if compact else 'full'}",
        "title": _TITLES[compact],
        "$ref": f"#/$defs/{Document.__name__}",
        "$defs": {cls.__name__: describe(cls, compact) for cls in classes} | ({} if compact else {"Span": _SPAN}),
    }


def describe(cls: type, compact: bool) -> Schema:
    """The schema of a class of the tree."""
    said = comments(cls)
    left_out = (*DERIVED.get(cls, ()), "layout") if compact else ()
    members = {member.name: member for member in SHAPES[cls].members}
    names = [name for name in SHAPES[cls].names if name not in left_out]
    properties: Schema = {}
    for name in names:
        known = {"type": {"const": cls.__name__}} | _BESIDE
        remark = {"description": said[name]} if name in said else {}
        properties[name] = {**remark, **describe_member(members[name])} if name in members else known[name]
    # The compact form may be written by hand, with what has a default left out; the full one is described as it is written.
    optional = {"playbook", *(name for name, member in members.items() if not member.required)} if compact else {"file"}
    return {
        "description": docstring(cls),
        "type": "object",
        "properties": properties,
        "required": [name for name in names if name not in optional],
        "additionalProperties": False,
    }


def describe_member(member: Member) -> Schema:
    """The schema of an attribute."""
    one: Schema = _TEXT_OR_NULL if member.nullable else _TEXT
    if member.what != "text":
        references: list[Schema] = [{"$ref": f"#/$defs/{cls.__name__}"} for cls in member.classes]
        references += [{"type": "null"}] * member.nullable
        one = {"anyOf": references} if len(references) > 1 else references[0]
    return {"type": "array", "items": one} if member.several else one


def docstring(cls: type) -> str:
    """What a class is, without what its constructor refuses."""
    return plain(inspect.getdoc(cls) or "").partition("Raises:")[0].strip()


def comments(cls: type) -> dict[str, str]:
    """The comments above the attributes of a class."""
    found: dict[str, str] = {}
    above: list[str] = []
    for line in inspect.getsource(cls).split("\n"):
        if match := _COMMENT.fullmatch(line):
            above.append(match[1])
        else:
            if (match := _ATTRIBUTE.match(line)) and above:
                found[match[1]] = plain(" ".join(above))
            above = []
    return found


def plain(text: str) -> str:
    """A docstring or comment without its markup, on one line, in the words of JSON."""
    text = " ".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\bNone\b", "null", text.replace("``", '"').replace("`", ""))
