"""The JSON Schemas: files of the package, made from the classes."""

from __future__ import annotations

import copy
from collections.abc import Iterator

import jsonschema
import pytest
from helpers.cases import CASES, document
from helpers.each import each
from helpers.json_schemas import FILES, make_schema, written

import ftnotes
from ftnotes.interchange.json_schema import json_schema
from ftnotes.interchange.json_tree import InterchangeError, from_json, to_json

NOTE = """\
Seen today.

**EXEC SUMMARY** #covid
- DESCRIBE THE CUSTOMER: Contoso,
  a bakery
- STATUS OF THE ENGAGEMENT: On Hold
* RISKS: budget
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [OLM+Tills]  Outlook Mobile - Planning

stray
- REQUESTS FOR SUPPORT:
"""


def validator(compact: bool) -> jsonschema.Draft202012Validator:
    """A validator with the shipped schema."""
    return jsonschema.Draft202012Validator(json_schema(compact=compact))


BOTH = pytest.mark.parametrize("compact", [False, True], ids=["full", "compact"])


@BOTH
def test_the_shipped_schema_is_current(compact: bool) -> None:
    """``python tests/helpers/json_schemas.py`` updates the files."""
    assert FILES[compact].read_bytes().decode("utf-8") == written(make_schema(compact))
    assert json_schema(compact=compact) == make_schema(compact)


@BOTH
def test_the_schema_is_itself_valid(compact: bool) -> None:
    """It is a schema of the draft that it names, and every reference in it leads somewhere."""
    schema = json_schema(compact=compact)
    assert schema["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]
    jsonschema.Draft202012Validator.check_schema(schema)
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    references = {value for name, value in members(schema) if name == "$ref"}
    assert references == {f"#/$defs/{name}" for name in definitions}


@BOTH
def test_every_object_is_described(compact: bool) -> None:
    """The schema describes each object, without markup."""
    definitions = json_schema(compact=compact)["$defs"]
    assert isinstance(definitions, dict)
    for name, definition in definitions.items():
        assert isinstance(definition, dict)
        assert len(str(definition["description"])) > 20, name
        assert "`" not in str(definition)


@each(CASES)
def test_the_json_of_a_note_is_valid(case: str) -> None:
    """This holds for each note of the test data, in both forms."""
    for compact in (False, True):
        validator(compact).validate(to_json(document(case), compact=compact))


def test_each_schema_is_a_new_copy() -> None:
    """Changing it does not change the next."""
    json_schema().clear()
    assert json_schema()


def members(value: object) -> Iterator[tuple[str, object]]:
    """Yield each member of each object in a value."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield name, part
            yield from members(part)
    elif isinstance(value, list):
        for part in value:
            yield from members(part)


def paths(value: object) -> Iterator[tuple[str | int, ...]]:
    """Yield the path to each value inside, outermost first."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in parts:
        yield (name,)
        yield from ((name, *path) for path in paths(part))


def swap(data: object, path: tuple[str | int, ...], new: object) -> None:
    """Replace the value at a path; `...` removes it."""
    for step in path[:-1]:
        data = data[step]  # type: ignore[index]
    if new is ...:
        del data[path[-1]]  # type: ignore[attr-defined]
    else:
        data[path[-1]] = new  # type: ignore[index]


def refusal(data: object) -> str:
    """Return why it is not a document, or an empty text."""
    try:
        from_json(data)
    except InterchangeError as error:
        return error.reason
    return ""


@BOTH
@pytest.mark.parametrize("new", [..., 7, True, {}, [], [None], {"type": "Field", "extra": 1}], ids=repr)
def test_the_schema_and_from_json_agree(compact: bool, new: object) -> None:
    """With any single value removed or replaced, JSON refused for its form is invalid, and JSON that is read is valid.

    Computed members, which `from_json` ignores, and members that can be left out are excepted.
    """
    whole = to_json(ftnotes.parse(NOTE), compact=compact)
    check, refused = validator(compact), 0
    for path in paths(whole):
        data = copy.deepcopy(whole)
        swap(data, path, new)
        valid = check.is_valid(data)
        reason = refusal(data)
        if reason:
            refused += 1
            # The constructors refuse more: a summary that ends with prose.
            assert not valid or not reason.startswith(("expected ", "is missing", "has the unknown")), (path, reason)
        else:
            not_looked_at = {"span", "hashtags", "language", "choices", "keys"}.intersection(path)
            left_out = not compact and (new is ... or (new == {} and path[-1] == "layout"))
            assert valid or not_looked_at or left_out, path
    assert refused > 20
