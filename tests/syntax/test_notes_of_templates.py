"""Notes of the templates of the editions as people type them, with what a careful reader understands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from helpers.paths import ROOT

from ftnotes import Document, Playbook, fix, format, parse, serialize

NOTES = ROOT / "tests/data/siblings"
FILES = sorted(path.relative_to(NOTES).with_suffix("").as_posix() for path in NOTES.rglob("*.txt"))


def understood(document: Document) -> list[dict[str, Any]]:
    """Return what is read of each note: its template, what it is about, and its values and choices."""
    read = []
    for note in document.notes:
        playbook = note.playbook or Playbook.load()
        specs = {spec.key: spec for spec in playbook.template(note.template).fields}
        keys = [field.key for field in note.fields if field.key and specs[field.key].kind != "workload"]
        read.append(
            {
                "template": note.template,
                "about": list(note.about),
                "values": {key: note.value(key) for key in keys},
                "choices": {key: list(note.choices(key)) for key in keys if specs[key].kind == "choice"},
            }
        )
    return read


def truth(name: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the text of a file, and its notes."""
    path = Path(NOTES / name)
    return path.with_suffix(".txt").read_text(encoding="utf-8"), json.loads(path.with_suffix(".json").read_text("utf-8"))[
        "notes"
    ]


@pytest.mark.parametrize("edition", ["2019-09", "2020-03"])
@pytest.mark.parametrize("name", FILES)
def test_a_note_is_read_as_it_is_meant(name: str, edition: str) -> None:
    """Whole, by any edition; and what is no note stays prose."""
    text, notes = truth(name)
    document = parse(text, edition=edition)
    assert understood(document) == notes
    assert serialize(document) == text


@pytest.mark.parametrize("name", FILES)
def test_formatting_and_fixing_keep_what_is_said(name: str) -> None:
    """Both are idempotent, and change no value but for the spelling of choices and the lines of a list."""
    text, _ = truth(name)

    def said(text: str) -> list[Any]:
        words = [(read["template"], read["about"], read["choices"], read["values"]) for read in understood(parse(text))]
        return [(*part, {key: value.casefold().split() for key, value in values.items()}) for *part, values in words]

    for change in (format, lambda text: fix(text).text):
        changed = change(text)
        assert said(changed) == said(text)
        assert change(changed) == changed


def test_there_are_enough_of_each() -> None:
    """A dozen for each template, and of texts that are none."""
    folders = [name.partition("/")[0] for name in FILES]
    assert min(folders.count(folder) for folder in set(folders)) >= 12
    assert {template.key for template in Playbook.load().templates[1:]} == set(folders) - {"none"}
