"""The places of values in TOML files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.paths import ROOT

from ftnotes.playbook.bundled_files import bundled_files
from ftnotes.text.toml_places import value_places

TEXT = '''# a comment with "quotes" and = [brackets]
id = "own" # and another
size = 1_000.5
day = 2020-03-01 10:00:00.5
site."a.b".'c d' = true
long = """
two "lines" \\""" here""""
raw = \'\'\'it's'\'\'\'
[[templates]]
key = "first"
fields = [
  { label = ["A", 'B'], kind.of = "x" }, # one
  {}, { label = [ # two
    "C",
  ] },
]
[[templates.rules]]
when = {}
[[templates]]
key = "se\\"cond"
[[templates.rules]]
[[templates.rules]]
when = { role = [1, 2.5] }
[templates.rules.more]
x = "y"
[languages.en]
name = "English"'''


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (("id",), '"own"'),
        (("size",), "1_000.5"),
        (("day",), "2020-03-01 10:00:00.5"),
        (("site",), "site.\"a.b\".'c d' "),
        (("site", "a.b", "c d"), "true"),
        (("long",), '"""\ntwo "lines" \\""" here""""'),
        (("raw",), "'''it's''''"),
        (("templates", 0), "[[templates]]"),
        (("templates", 0, "fields", 0, "label", 1), "'B'"),
        (("templates", 0, "fields", 0, "kind", "of"), '"x"'),
        (("templates", 0, "fields", 1), "{}"),
        (("templates", 0, "rules", 0, "when"), "{}"),
        (("templates", 1, "key"), '"se\\"cond"'),
        (("templates", 1, "rules", 1), "[[templates.rules]]"),
        (("templates", 1, "rules", 1, "when", "role", 1), "2.5"),
        (("templates", 1, "rules", 1, "more", "x"), '"y"'),
        (("languages",), "[languages.en]"),
        (("templates",), "[[templates]]"),
        (("languages", "en"), "[languages.en]"),
        (("languages", "en", "name"), '"English"'),
    ],
)
def test_a_value_has_its_place(path: tuple[str | int, ...], shown: str) -> None:
    """Tables, lists, dotted and quoted keys, texts of all kinds and entries of lists are found where they are typed."""
    assert value_places(TEXT)[path].text(TEXT) == shown


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """All values that are no table or list, with their paths."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from leaves(part, (*path, name))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from leaves(part, (*path, number))
    else:
        yield path, value


@pytest.mark.parametrize(
    "file", [*map(Path, bundled_files()), ROOT / "pyproject.toml", *ROOT.glob("examples/*.toml")], ids=lambda file: file.name
)
def test_every_value_of_a_file_is_at_its_place(file: Path) -> None:
    """What is typed there is the value, in all files of the project and the text above."""
    for text in (file.read_text(encoding="utf-8"), TEXT):
        places = value_places(text)
        for path, value in leaves(tomllib.loads(text)):
            assert tomllib.loads(f"x = {places[path].text(text)}")["x"] == value, path


def test_an_empty_file_has_no_places() -> None:
    """Nor has one with comments alone."""
    assert value_places("") == value_places("# nothing\n\n") == {}
