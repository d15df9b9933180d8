"""The JSON Schemas of the package, made from the classes of the tree, their docstrings and the comments on their attributes.

That of playbook files is made in `playbook_schema`.

``python tests/helpers/json_schemas.py`` writes the files anew; a test fails when that is needed.
"""

from __future__ import annotations

import inspect
import json
import re
from importlib import import_module
from pathlib import Path
from typing import Final, TypeAlias

import ftnotes
from ftnotes import Document
from ftnotes.interchange.json_shapes import DERIVED, LAYOUTS, NODES, SHAPES, Member
from ftnotes.interchange.json_tree import FORMAT

Schema: TypeAlias = dict[str, object]

_TEXT: Final[Schema] = {"type": "string"}
_TEXT_OR_NULL: Final[Schema] = {"type": ["string", "null"]}
_TITLES: Final = {
    False: "A text as ftnotes read it: content and layout",
    True: "A text as ftnotes read it: content only",
}
#: The files, by whether they are of the compact form.
FILES: Final = {
    compact: Path(ftnotes.__file__).parent / "interchange" / "schemas" / name
    for compact, name in ((False, "full.json"), (True, "compact.json"))
}
#: A line of a comment on an attribute.
_COMMENT: Final = re.compile(r" *#: ?(.*)")
#: The start of an attribute.
_ATTRIBUTE: Final = re.compile(r"    (\w+):")


_OFFSET: Final[Schema] = {"type": "integer", "minimum": 0}
#: The definition of spans.
_SPAN: Final[Schema] = {
    "description": "A span of the text: its start and its end (exclusive), in code points.",
    "type": "array",
    "prefixItems": [_OFFSET, _OFFSET],
    "items": False,
    "minItems": 2,
}
_TO_SPAN: Final[Schema] = {"$ref": "#/$defs/Span"}


#: The members of objects beside the attributes of their classes.
_COMPUTED: Final[dict[str, Schema]] = {
    "format": {"description": "The version of this JSON.", "const": FORMAT},
    "playbook": {"description": "The id of the playbook with which the text was read.", **_TEXT},
    "file": {"description": "The name of the file it was read from; the command adds it.", **_TEXT},
    "span": {"description": "The place of the node in the text.", **_TO_SPAN},
    "hashtags": {
        "description": "All hashtags of the text, in order.",
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "text": {"description": "The hashtag as typed, with its #.", **_TEXT},
                "span": {"description": "Its place in the text.", **_TO_SPAN},
            },
            "required": ["text", "span"],
            "additionalProperties": False,
        },
    },
    "language": {"description": "The language of most labels, as a BCP 47 tag.", **_TEXT_OR_NULL},
    "choices": {
        "description": "The key of the choice for each choice field of the playbook; null if the value is not a choice.",
        "type": "object",
        "additionalProperties": _TEXT_OR_NULL,
    },
    "keys": {
        "description": "The playbook's tag for each tag of the workload.",
        "type": "array",
        "items": _TEXT,
    },
}


def make_schema(compact: bool) -> Schema:
    """Make the schema of a document in the compact form or the full one."""
    classes = NODES if compact else (*NODES, *LAYOUTS)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:ftnotes:document:{FORMAT}:{'compact' if compact else 'full'}",
        "title": _TITLES[compact],
        "$ref": f"#/$defs/{Document.__name__}",
        "$defs": {cls.__name__: describe(cls, compact) for cls in classes} | ({} if compact else {"Span": _SPAN}),
    }


def describe(cls: type, compact: bool) -> Schema:
    """Make the schema of a class of the tree."""
    descriptions = comments(cls)
    left_out = (*DERIVED.get(cls, ()), "layout") if compact else ()
    members = {member.name: member for member in SHAPES[cls].members}
    names = [name for name in SHAPES[cls].names if name not in left_out]
    properties: Schema = {}
    for name in names:
        known = {"type": {"const": cls.__name__}} | _COMPUTED
        remark = {"description": descriptions[name]} if name in descriptions else {}
        properties[name] = {**remark, **describe_member(members[name])} if name in members else known[name]
    # In the compact form, which can be written by hand, attributes with defaults are optional; the full form is as written.
    optional = {"playbook", *(name for name, member in members.items() if not member.required)} if compact else {"file"}
    return {
        "description": docstring(cls),
        "type": "object",
        "properties": properties,
        "required": [name for name in names if name not in optional],
        "additionalProperties": False,
    }


def describe_member(member: Member) -> Schema:
    """Make the schema of an attribute."""
    one: Schema = _TEXT_OR_NULL if member.nullable else _TEXT
    if member.kind != "text":
        references: list[Schema] = [{"$ref": f"#/$defs/{cls.__name__}"} for cls in member.classes]
        references += [{"type": "null"}] * member.nullable
        one = {"anyOf": references} if len(references) > 1 else references[0]
    return {"type": "array", "items": one} if member.several else one


def docstring(cls: type) -> str:
    """Return the docstring of a class, without the errors of its constructor."""
    return plain(inspect.getdoc(cls) or "").partition("Raises:")[0].strip()


def comments(cls: type) -> dict[str, str]:
    """Return the comments above the attributes of a class, by attribute."""
    by_name: dict[str, str] = {}
    above: list[str] = []
    for line in inspect.getsource(cls).split("\n"):
        if match := _COMMENT.fullmatch(line):
            above.append(match[1])
        else:
            if (match := _ATTRIBUTE.match(line)) and above:
                by_name[match[1]] = plain(" ".join(above))
            above = []
    return by_name


def plain(text: str) -> str:
    """Return a docstring or comment without markup, on one line, with the words of JSON."""
    text = " ".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\bNone\b", "null", text.replace("``", '"').replace("`", ""))


def written(schema: Schema) -> str:
    """Return the content of a schema's file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    playbooks = import_module("playbook_schema")  # of the same folder, as this is run
    schemas = {path: make_schema(form) for form, path in FILES.items()}
    schemas[playbooks.PLAYBOOK_FILE] = playbooks.make_playbook_schema()
    for path, schema in schemas.items():
        path.write_text(written(schema), encoding="utf-8", newline="")
        print(path)
