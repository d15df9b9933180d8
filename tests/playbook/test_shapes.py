"""The keys of playbook files: those of the docs, of the JSON Schema, and those that load are the same."""

from __future__ import annotations

import copy
import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from helpers.json_schemas import written
from helpers.paths import ROOT
from helpers.playbook_schema import HEADS, INHERITED, PLAYBOOK_FILE, docs, make_playbook_schema
from helpers.playbooks import WHOLE

from ftnotes import Playbook, PlaybookError, playbook_schema
from ftnotes.playbook import language_decoder, loader
from ftnotes.playbook.bundled_files import bundled_files, shipped, word_languages, words_path
from ftnotes.playbook.loader import _Reader
from ftnotes.playbook.shapes import SHAPES

from .test_loader import test_a_wrong_file_is_refused_by_file_key_and_reason as wrong_files

SCHEMA = jsonschema.Draft202012Validator(playbook_schema())
DOCS = "".join((ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("playbooks", "playbook-words"))
#: The playbooks in the docs, with the marks of examples.
IN_DOCS = [
    "".join(re.findall(r"^\.\.\. ?(.*\n)", text, re.MULTILINE)) for text in re.findall(r"'''\n(.*?)'''", DOCS, re.DOTALL)
]


def test_the_shipped_schema_is_current() -> None:
    """``python tests/helpers/json_schemas.py`` updates the file."""
    assert PLAYBOOK_FILE.read_bytes().decode("utf-8") == written(make_playbook_schema())
    jsonschema.Draft202012Validator.check_schema(playbook_schema())


def test_the_docs_have_every_key_and_no_other() -> None:
    """Each table of the reference lists the keys of one shape."""
    shapes = {HEADS[name]: set(shape.keys) for name, shape in SHAPES.items()}
    described = {
        head: set(keys) - (set(SHAPES["workload"].extending) if head != INHERITED else set()) for head, keys in docs().items()
    }
    assert described == {**shapes, INHERITED: set(SHAPES["workload"].extending)}


@pytest.fixture(autouse=True, scope="module")
def _read_as_shipped() -> Iterator[None]:
    """Read the words of languages and the editions from the JSON that a wheel has, not thousands of times from TOML."""
    made = cache(shipped)
    with pytest.MonkeyPatch.context() as patched:
        for module in (language_decoder, loader):
            patched.setattr(module, "bundled_table", lambda path: json.loads(made(path))["table"])
        yield


def playbooks() -> Iterator[str]:
    """Every playbook of the package, the tests and the docs that can be loaded."""
    yield WHOLE
    for path in bundled_files():
        text = Path(path).read_text(encoding="utf-8")
        yield text if path not in map(words_path, word_languages()) else _as_playbook(path, text)
    yield from (text for text in IN_DOCS if text.startswith("\nid = ") or text.startswith("id = "))


def _as_playbook(path: str, text: str) -> str:
    """Return the words of a language as part of a playbook."""
    code = Path(path).stem
    tables = re.sub(r"^\[", f"[languages.{code}.", text, flags=re.MULTILINE)
    return f'id = "own"\nextends = "2020-03"\n[languages.{code}]\n{tables}'


@pytest.mark.parametrize("text", list(playbooks()))
def test_it_agrees_with_the_loader(text: str, tmp_path: Path) -> None:
    """What loads is valid."""
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    try:
        Playbook.from_file(file)
    except PlaybookError:
        return
    assert [error.message for error in SCHEMA.iter_errors(tomllib.loads(text))] == []


#: Reasons that a schema can't express: words and keys that depend on others of the file, or on what it inherits.
BEYOND = re.compile(
    r": (unknown '|'.*' means '|the choice '.*' has no words|has no words in any language|contradicts|'.*' is repeated"
    r"|unknown key.*; expected (role, note-type, |who|good|state|TILL|x)|expected a key, or a label of Latin letters"
    r"|expected words of Latin letters|.* give the same key|'.*' is a condition under|expected the first letters of one of)"
    r"|languages.*: the key '(labels|name)' is missing|: languages: the key 'languages' is missing"
    r"|: a field of kind 'choice' has choices, and no other|: only a field of kind '.*' can have it"
)


def reason(table: dict[str, Any]) -> str:
    """Why the loader refuses a table; empty where it doesn't."""
    try:
        _Reader("own.toml").edition(copy.deepcopy(table), Playbook, bundled=False)
    except PlaybookError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(("old", "new"), [case[:2] for case in vars(wrong_files)["pytestmark"][0].args[1]])
def test_it_refuses_what_the_loader_refuses(old: str, new: str) -> None:
    """Each error of the loader's tests that does not depend on other parts of the file."""
    table = tomllib.loads(WHOLE.replace(old, new))
    assert (not SCHEMA.is_valid(table)) or BEYOND.search(reason(table))


#: Where a table of each shape is in a file.
PLACES: dict[str, tuple[str | int, ...]] = {
    "playbook": (),
    "template": ("templates", 0),
    "field": ("templates", 0, "fields", 1),
    "variant": ("templates", 0, "variants", 0),
    "template-words": ("languages", "en", "templates", "exec-summary"),
    "workload": ("workloads", 0),
    "hashtag-table": ("hashtags", 0),
    "hashtag-rule": ("hashtags", 0, "rules", 0),
    "note-type": ("note-types", 0),
    "role": ("roles", 0),
    "priority": ("priorities", 0),
    "language": ("languages", "en"),
    "evidence-words": ("languages", "en", "evidence"),
    **{name: (name,) for name in ("summaries", "destinations", "source")},
    **{name: ("languages", "en", name) for name in ("choice-words", "dates", "actions", "placeholders")},
}
#: Values of all kinds, right somewhere and wrong elsewhere.
VALUES: list[Any] = [
    7, True, "own", "bad", " x", "x ", "--", "", "a\nb", "[X]", "#x", "a:b", [], ["x"], ["--"], ["a b"], ["a … b … c"], ["a|b"],
    ["[X]"], ["a_b"], [7], [["x"]], [[]], [{}], ["x"] * 12, ["day", "month"], {}, {"who": 7}, {"who": "x"}, {"who": ["x"]},
    {"state": {"good": ["x"]}}, {"state": {"good": []}}, {"role": []}, {"role": "clerk"},
]  # fmt: skip


def agrees(table: dict[str, Any]) -> None:
    """Assert that the schema accepts what the loader accepts, and refuses it where that needs no other part of the file."""
    why = reason(table)
    if SCHEMA.is_valid(table):
        assert not why or BEYOND.search(why), why
    else:
        assert why, table


def base(shape: str) -> dict[str, Any]:
    """A right file with a table of this shape and little else: words are in templates where the shape is one of theirs."""
    whole = tomllib.loads(WHOLE) | {"priorities": [{"key": "high", "names": ["High"]}]}
    if shape in ("template", "field", "variant"):
        fields = [{"label": "WHO"}, {"label": "STATE", "choices": ["Good", "Bad"]}]
        whole = {"id": "own", "templates": [{"key": "exec-summary", "titles": ["T"], "fields": fields}]}
        whole["templates"][0]["variants"] = [{"key": "short", "labels": {"who": "WHO"}}]
    assert reason(whole) == ""
    for name in {*whole} - {*PLACES[shape][:1], "workloads"}:
        smaller = {key: value for key, value in whole.items() if key != name}
        whole = whole if reason(smaller) else smaller
    return whole


@pytest.mark.parametrize("shape", SHAPES)
def test_every_key_takes_the_same_values(shape: str) -> None:
    """The schema and the loader agree on values of all kinds, for a key of each kind."""
    whole = base(shape)
    kinds = {kind: key for key, kind in reversed([*SHAPES[shape].keys.items(), *SHAPES[shape].extending.items(), ("zzz", "")])}
    for key in kinds.values():
        for value in VALUES:
            table = copy.deepcopy(whole)
            part: Any = table
            for step in PLACES[shape]:
                part = part[step] if isinstance(step, int) else part.setdefault(step, {})
            part[key] = value
            agrees(table)


@pytest.mark.parametrize("shape", [name for name, shape in SHAPES.items() if shape.needed])
def test_a_missing_key_is_missed_alike(shape: str) -> None:
    """Where the loader needs a key, so does the schema."""
    whole = base(shape)
    for key in SHAPES[shape].keys:
        table = copy.deepcopy(whole)
        part: Any = table
        for step in PLACES[shape]:
            part = part[step]
        part.pop(key, None)
        agrees(table)


def test_entries_that_extend_are_partial() -> None:
    """Only a file that extends can remove, move and complete entries; a language that has words needs no name."""
    entry = {
        "key": "exec-summary",
        "fields": [{"key": "customer", "after": "workloads"}, {"key": "relationship", "remove": True}],
    }
    table: dict[str, Any] = {"id": "own", "templates": [entry], "workloads": [{"tag": "EXO"}, {"tag": "OLM", "remove": True}]}
    assert not SCHEMA.is_valid(table)
    assert SCHEMA.is_valid(table | {"extends": "2020-03", "languages": {"de": {}}})
    assert reason(table | {"extends": "2020-03"}) == ""
    assert not SCHEMA.is_valid({"id": "own", "extends": "2020-03", "languages": {"sv": {}}})
