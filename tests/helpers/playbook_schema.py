"""The JSON Schema of playbook files, made from the keys that the decoders know and the tables of the documentation."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

import ftnotes
from ftnotes.playbook.bundled_files import editions, word_languages
from ftnotes.playbook.shapes import SHAPES, TEXTS, Shape

Schema: TypeAlias = dict[str, Any]

PLAYBOOK_FILE: Final = Path(ftnotes.__file__).parent / "interchange" / "schemas" / "playbook.json"
_DOCS: Final = Path(__file__).parents[2] / "docs"
#: The pages with tables of keys.
_PAGES: Final = ("playbooks.md", "playbook-keys.md", "playbook-words.md")

#: The heads of the tables of the docs, by the shapes that they describe.
HEADS: Final = {
    "playbook": "a file",
    "template": "a template",
    "field": "a field",
    "variant": "a variant",
    "template-words": "a template's words",
    "workload": "a workload",
    "hashtag-table": "a hashtag",
    "hashtag-rule": "a hashtag's rule",
    "note-type": "a note type",
    "role": "a role",
    "priority": "a priority",
    "language": "a language",
    "evidence-words": "`evidence`",
    **{
        name: f"`{name}`"
        for name in ("summaries", "destinations", "source", "choice-words", "placeholders", "dates", "actions")
    },
}
INHERITED: Final = "an inherited entry"

#: ASCII that is neither a letter nor a digit; other characters differ between regular expressions of JSON Schema and Python.
_MARKS: Final = r"!-/:-@\[-`{-~"
_TEXT: Final[Schema] = {"type": "string", "allOf": [{"pattern": r"^\S([^\r\n]*\S)?$"}, {"pattern": rf"[^\s{_MARKS}]"}]}
_SOME: Final = {"minProperties": 1, "minItems": 1}
#: The usual lists, and their definitions.
_LISTS: Final = {"[text]": "texts", "[text]+": "words"}
#: The kinds of texts with further rules.
_KINDS: Final[dict[str, Schema]] = {
    "boolean": {"type": "boolean"},
    "text": {"$ref": "#/$defs/text"},
    "count": {"type": "integer", "minimum": 1},
    "mark": {"type": "string", "pattern": r"^\S+$"},
    "by-evidence": {
        "type": "object",
        "propertyNames": {"enum": list(TEXTS["evidence-kind"])},
        "additionalProperties": {"$ref": "#/$defs/words"},
    },
    **{
        kind: {"allOf": [{"$ref": "#/$defs/text"}, {"pattern": pattern}]}
        for kind, pattern in {
            "tag": r"^[^\[\]]*$",
            "hashtag": "^#",
            "label": "^[^:：*_]*$",
            "date-word": rf"^[^\s\d{_MARKS}]*$",
            "evidence": rf"^[^{_MARKS}…|][^…|]*(…\s*[^\s{_MARKS}…|][^…|]*)?\|?$",
        }.items()
    },
    "months": {"type": "array", "items": {"$ref": "#/$defs/text"}, "minItems": 12, "maxItems": 12},
    "order": {"enum": [["day", "month"], ["month", "day"]]},
}


def make_playbook_schema() -> Schema:
    """Make the schema of a playbook file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:ftnotes:playbook",
        "title": "A playbook of ftnotes",
        **_table("playbook"),
        "required": ["id"],
        "if": {"not": {"required": ["extends"]}},
        "then": _complete(SHAPES["playbook"]),
        "$defs": {"text": _TEXT}
        | {name: _list(kind) for kind, name in _LISTS.items()}
        | {name: _table(name) for name in SHAPES if name != "playbook"},
    }


def _table(name: str) -> Schema:
    shape = SHAPES[name]
    described = docs()
    properties = {
        key: {"description": described[head][key], **value(kind)}
        for head, keys in ((HEADS[name], shape.keys), (INHERITED, shape.extending))
        for key, kind in keys.items()
    }
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if shape.extending and name != "field":
        schema["required"] = [shape.needed[0]]
    elif name == "hashtag-rule":
        schema["required"] = [*shape.needed]
    elif name == "field":
        schema["anyOf"] = [{"required": ["key"]}, {"required": ["label"]}]
        others = [kind for kind in TEXTS["kind"] if kind != "choice"]
        schema["allOf"] = [_of_kind(others, {"maxProperties": 0, "maxItems": 0}), _of_kind(["choice"], _SOME)]
    return schema


def _of_kind(kinds: list[str], choices: Schema) -> Schema:
    """Make what the choices of fields of some kinds are in addition."""
    return {
        "if": {"properties": {"kind": {"enum": kinds}}, "required": ["kind"]},
        "then": {"properties": {"choices": choices}},
    }


def _complete(shape: Shape) -> Schema:
    """Make what a table must have in addition in a file that extends no edition."""
    refused = dict.fromkeys(shape.extending, False)
    lists = {
        key: {"items": _complete(entry)}
        for key, kind in shape.keys.items()
        if kind.startswith("[") and (entry := SHAPES.get(kind.strip("[]+"))) and entry.extending
    }
    needed = [key for key in shape.needed if key != "languages" and shape is not SHAPES["field"]]
    return {"required": needed, "properties": {**refused, **lists}}


def value(kind: str) -> Schema:
    """Make the schema of a kind of value; see `ftnotes.playbook.shapes`."""
    if alternatives := _alternatives(kind):
        return {"anyOf": [value(one) for one in alternatives]}
    if kind.startswith("["):
        return {"$ref": f"#/$defs/{_LISTS[kind]}"} if kind in _LISTS else _list(kind)
    if kind == "{language}":
        reference = {"$ref": "#/$defs/language"}
        known = dict.fromkeys(word_languages(), reference)
        return {"type": "object", "properties": known, "additionalProperties": {**reference, "required": ["name"]}}
    if kind.startswith("{"):
        return {"type": "object", "additionalProperties": value(kind[1:-1])}
    if kind.startswith("<"):
        return {"enum": list(editions() if kind == "<edition>" else TEXTS[kind[1:-1]])}
    return _KINDS.get(kind, {"$ref": f"#/$defs/{kind}"})


def _list(kind: str) -> Schema:
    some: Schema = {"minItems": 1} if kind.endswith("+") else {}
    return {"type": "array", "items": value(kind[1:].removesuffix("+").removesuffix("]")), **some}


def _alternatives(kind: str) -> list[str]:
    """Return the parts of a kind between bars that are not in brackets; none if there is only one."""
    depth, parts = 0, [""]
    for character in kind:
        depth += (character in "[{") - (character in "]}")
        if character == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return parts if len(parts) > 1 else []


@cache
def docs() -> dict[str, dict[str, str]]:
    """Return the keys and their descriptions of each table of the docs, by what follows "key of" in its head."""
    found: dict[str, dict[str, str]] = {}
    head = ""
    for line in "".join((_DOCS / name).read_text(encoding="utf-8") for name in _PAGES).split("\n"):
        if line.startswith("| key of "):
            head = line.removeprefix("| key of ").partition(" |")[0]
        elif line.startswith("| `") and head:
            keys, _, content = line.strip("| ").partition(" | ")
            for key in re.findall("`([^`]*)`", keys):
                found.setdefault(head, {})[key] = _plain(content)
        elif not line.startswith("|"):
            head = ""
    return found


def _plain(content: str) -> str:
    """Return a description without Markdown."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", content).replace("`", "")
    return f"{text[:1].upper()}{text[1:]}."
