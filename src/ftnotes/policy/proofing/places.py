"""The places in a playbook file of keys as errors name them, such as ``workloads[EXO].names``, and of words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from ...playbook.template_decoder import key_from
from ...text.source import Span
from ...text.toml_places import Path, value_places

#: What can follow a name in a key.
_AFTER_NAME: Final = ("", ".", "[")


class FilePlaces:
    """The values of a TOML text with their places."""

    def __init__(self, text: str) -> None:
        """Read a valid TOML text."""
        self._table = tomllib.loads(text)
        self._places = value_places(text)

    def nearest(self, key: str) -> Span:
        """Return the place of a key, or of the closest table above it; the start of the text for one that has none."""
        path, _ = self._path(key)
        return self._places.get(path, Span(0, 0))

    def find(self, keys: Iterable[str], word: str = "") -> Span | None:
        """Return the place of the first of some keys that the text has, or of a word in one of their values; or None."""
        for key in keys:
            path, is_whole = self._path(key)
            if is_whole and not word:
                return self._places[path]
            for place, value in _values(self._value(path), path) if is_whole else ():
                if value == word:
                    return self._places[place]
        return None

    def _value(self, path: Path) -> object:
        value: Any = self._table
        for step in path:
            value = value[step]
        return value

    def _path(self, key: str) -> tuple[Path, bool]:
        """Return the path of a key, as far as the text has it, and whether it has all of it."""
        path: Path = ()
        value: Any = self._table
        while key and (step := _step(value, key)) is not None:
            name, length = step
            path, value, key = (*path, name), value[name], key[length:].removeprefix(".")
        return path, not key


def _step(value: object, key: str) -> tuple[str | int, int] | None:
    """Return the name or number in a table or list with which a key begins, and its length there; None where it has none."""
    if isinstance(value, Mapping):
        names = [name for name in value if key.startswith(name) and key[len(name) : len(name) + 1] in _AFTER_NAME]
        return max(((name, len(name)) for name in names), key=lambda step: step[1], default=None)
    for number, entry in enumerate(value if isinstance(value, list) else ()):
        for name in _entry_names(entry, number):
            if key.startswith(f"[{name}]"):
                return number, len(name) + 2
    return None


def _entry_names(entry: object, number: int) -> Iterator[str]:
    """Yield the names that an entry of a list has in keys."""
    yield str(number)
    if isinstance(entry, Mapping):
        label = entry.get("label")
        first = label[0] if isinstance(label, list) and label else label
        for name in (entry.get("tag"), entry.get("key"), key_from(first) if isinstance(first, str) else None):
            if isinstance(name, str):
                yield name


def _values(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    """Yield a value and all that it contains, each with its path."""
    yield path, value
    for name, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _values(part, (*path, name))
