"""The tables of a playbook's file: their keys, and the kinds of their values.

The decoders take the keys from here, and ``python tests/helpers/json_schemas.py`` makes the JSON Schema of them. Kinds are:

    boolean, text                        true or false; one line with a letter or digit
    count, mark                          a number of at least one; characters without spaces
    by-evidence                          a table with a list of texts for kinds of evidence
    tag, hashtag, label, evidence, …     a text with further rules
    <demand>                             one of the texts of that name, see `TEXTS`
    workload                             a table of that name, see `SHAPES`
    [text], [text]+                      a list; one with at least one entry
    {text}                               a table with any keys
    text|[text]                          either
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple, get_args

from .model import Ask, Avoidance, ChoiceMeaning, Demand, Destinations, FieldKind, FieldTyping, Section, Typing
from .word_lists import EVIDENCE_KINDS, NEGATIONS, ActionWords, ChoiceWords, DateWords, PlaceholderWords


class Shape(NamedTuple):
    """The keys of a table, each with the kind of its value."""

    keys: Mapping[str, str]
    #: The keys that the table has in a complete file, or once it is laid over an inherited one.
    needed: tuple[str, ...] = ()
    #: The keys that it can also have in a file that extends an edition: they say what to do with an inherited entry.
    extending: Mapping[str, str] = {}


#: The texts of which values are one.
TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "kind": get_args(FieldKind),
    "meaning": get_args(ChoiceMeaning),
    "demand": get_args(Demand),
    "evidence-kind": EVIDENCE_KINDS,
    "typing": get_args(Typing),
    "field-typing": get_args(FieldTyping),
    "ask": get_args(Ask),
    "avoidance": get_args(Avoidance),
}

_REMOVE: Final = {"remove": "boolean"}
_FIELD: Final = {**_REMOVE, "after": "text"}
_ENTRY: Final = {**_FIELD, "replaces": "text"}
_NAMED: Final = {"key": "text", "names": "[text]+"}


def _lists(names: tuple[str, ...], kind: str = "[text]+") -> dict[str, str]:
    return {name.replace("_", "-"): kind for name in names}


SHAPES: Final[Mapping[str, Shape]] = {
    "playbook": Shape(
        {
            "id": "text", "extends": "<edition>", "summary": "text", "default-language": "text", "templates": "[template]+",
            "workloads": "[workload]", "hashtags": "[hashtag-table]", "note-types": "[note-type]", "roles": "[role]",
            "priorities": "[priority]", "summaries": "summaries", "destinations": "destinations", "source": "text|source",
            "languages": "{language}",
        },
        ("templates", "languages"),
    ),
    "template": Shape(
        {
            "key": "text", "fields": "[field]", "titles": "[text]", "everyday-titles": "[text]", "note-type": "text",
            "typed": "<typing>", "variants": "[variant]", "cut": "mark", "source": "text",
        },
        ("key", "fields"),
        _REMOVE,
    ),
    "variant": Shape({"key": "text", "labels": "{text}"}, ("key", "labels"), _REMOVE),
    "field": Shape(
        {
            "key": "text", "kind": "<kind>", "choices": "[text|[text]+]|{text|[text]}", "required": "boolean",
            "meanings": "{<meaning>}", "label": "label|[label]+", "hint": "text|[text]+", "everyday": "text|[text]",
            "more": "boolean", "several": "boolean", "length": "count", "within": "{{count}}", "asks": "[<ask>]",
            "also": "by-evidence", "typed": "<field-typing>",
        },
        ("key",),
        _FIELD,
    ),
    "template-words": Shape(
        {
            "titles": "[text]", "everyday-titles": "[text]", "labels": "{[label]+}", "hints": "{[text]+}",
            "everyday-labels": "{[text]}", "choices": "{{[text]+}}", "everyday-choices": "{{[text]+}}",
        },
        ("labels",),
    ),
    "workload": Shape(
        {
            "tag": "tag", "names": "[text]+", "other-tags": "[tag]", "other-names": "[text]", "catch-all": "boolean",
            "everyday-tags": "[tag]", "everyday-names": "[text]", "kin-names": "[text]",
        },
        ("tag", "names"),
        _ENTRY,
    ),
    "hashtag-table": Shape(
        {"tag": "hashtag", "summary": "text", "rules": "[hashtag-rule]", "evidence": "<evidence-kind>"},
        ("tag", "summary"),
        _ENTRY,
    ),
    "hashtag-rule": Shape(
        {
            "demand": "<demand>", "when": "{text|[text]+}", "unless": "{text|[text]+}", "instead": "text", "field": "text",
        },
        ("demand", "when"),
    ),
    "note-type": Shape(
        {**_NAMED, "asks": "[<ask>]", "avoids": "[<avoidance>]", "sentences": "count", "source": "text"},
        ("key", "names"),
        _ENTRY,
    ),
    "role": Shape({**_NAMED, "note-types": "[text]"}, ("key", "names", "note-types"), _ENTRY),
    "priority": Shape(_NAMED, ("key", "names"), _ENTRY),
    "summaries": Shape(
        _lists(("roles", "priorities", "note-types", "required-in"), "[text]") | {"required-when": "[{text|[text]+}]"}
    ),
    "destinations": Shape(_lists(Destinations._fields, "text")),
    "source": Shape(_lists(get_args(Section), "text")),
    "language": Shape(
        {
            "name": "text", "articles": "[text]", "conjunctions": "[text]", "choice-words": "choice-words",
            "workload-names": "{[text]+}", "workload-tags": "{[text]+}", "templates": "{template-words}",
            "label-prefixes": "[text]", "own-labels": "[text]", "sign-offs": "[text]", "mail-headers": "[text]",
            "dividers": "[text]", "dates": "dates", "actions": "actions", "evidence": "evidence-words",
            "placeholders": "placeholders",
        },
        ("name",),
    ),
    "choice-words": Shape(_lists(ChoiceWords._fields)),
    "dates": Shape(_lists(DateWords._fields, "[date-word]+") | {"months": "months", "order": "order"}),
    "actions": Shape(_lists(ActionWords._fields)),
    "evidence-words": Shape(_lists((*EVIDENCE_KINDS, *NEGATIONS), "[evidence]")),
    "placeholders": Shape(_lists(PlaceholderWords._fields)),
}  # fmt: skip
