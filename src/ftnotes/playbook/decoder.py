"""Reads the values of a playbook's file: texts, lists, tables, and how a file is laid over the one that it extends.

Errors name file, key, reason and what was expected. An entry of a list of tables is named by its tag or key rather than
by its number, since an extending file has other numbers than what it is merged into.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple, NoReturn, TypeAlias, TypeVar

from attrs import frozen

from ..text.suggest import did_you_mean
from ..text.words import fold
from .model import PlaybookError

Table: TypeAlias = Mapping[str, object]
T = TypeVar("T")
N = TypeVar("N", bound=NamedTuple)

#: Lists of tables, and the key by which an entry is known.
ENTRY_KEYS: Final = {
    "fields": "key", "workloads": "tag", "hashtags": "tag", "note-types": "key", "roles": "key", "priorities": "key",
}  # fmt: skip

#: Lists to which an extending file adds, rather than replacing them.
_ADDED: Final = re.compile(r"languages\.[^.]+\.evidence\.[^.]+")


@frozen
class Values:
    """Turns what TOML gives into checked values; ``file`` is what errors name."""

    file: str

    def fail(self, key: str, reason: str) -> NoReturn:
        """Refuse the file: at this key, for this reason."""
        raise PlaybookError(f"{self.file}: {key}: {reason}")

    # ---- values

    def text(self, value: object, key: str) -> str:
        """A text of one line that says something."""
        if not isinstance(value, str):
            self.fail(key, f"expected a text, not {kind_of(value)}")
        said = value[:1].isalnum() or fold(value)  # most begin with a letter, which is quicker to tell
        if not said or "\n" in value or "\r" in value or value != value.strip():
            self.fail(key, f"expected a text of one line that has a letter or digit and no blanks around it, not {value!r}")
        return value

    def texts(self, value: object, key: str, some: bool = False) -> tuple[str, ...]:
        """A list of such texts; ``some``: at least one."""
        if not isinstance(value, list):
            self.fail(key, f"expected a list of texts, not {kind_of(value)}")
        if some and not value:
            self.fail(key, "expected at least one text, and the list is empty")
        return tuple(self.text(item, f"{key}[{number}]") for number, item in enumerate(value))

    def one_of(self, value: object, key: str, known: Iterable[str]) -> str:
        """A text that is one of those known."""
        text = self.text(value, key)
        if text not in known:
            self.fail(key, f"unknown {text!r}{did_you_mean(text, known)}; expected one of {', '.join(known)}")
        return text

    def table(self, value: object, key: str, known: Iterable[str] | None = None, needed: Iterable[str] = ()) -> Table:
        """A table that holds no keys but the known ones, and the needed ones for certain."""
        if not isinstance(value, Mapping):
            self.fail(key, f"expected a table, not {kind_of(value)}")
        for name in value:
            if known is not None and name not in known:
                self.fail(f"{key}.{name}".lstrip("."), f"unknown key{did_you_mean(name, known)}; expected {', '.join(known)}")
        for name in needed:
            if name not in value:
                self.fail(key or name, f"the key {name!r} is missing")
        return value

    def entries(self, value: object, key: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
        """A list of tables, each turned into a value by ``read``, which is given the table and its key."""
        if not isinstance(value, list):
            self.fail(key, f"expected a list of tables ([[{key}]]), not {kind_of(value)}")
        return tuple(read(item, f"{key}[{_name(item, ENTRY_KEYS.get(key), number)}]") for number, item in enumerate(value))

    def named(self, value: object, key: str, read: Callable[[object, str], N]) -> tuple[N, ...]:
        """Entries of which each is known by its first part, and none stands twice."""
        entries = self.entries(value, key, read)
        for number, entry in enumerate(entries):
            if any(entry[0] == other[0] for other in entries[:number]):
                self.fail(f"{key}[{entry[0]}]", f"{entry[0]!r} stands here for the second time; expected it once")
        return entries

    def wordings(self, value: object, key: str, known: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """For each of the known keys that is there, its texts, of which the first is the canonical one."""
        return {name: self.texts(words, f"{key}.{name}", some=True) for name, words in self.table(value, key, known).items()}

    # ---- extending

    def merge(self, base: Table, own: Table, key: str) -> Table:
        """What an extending file says, over what it inherits."""
        merged = dict(base)
        for name, value in own.items():
            inherited, place = base.get(name), f"{key}.{name}".lstrip(".")
            if isinstance(inherited, Mapping) and isinstance(value, Mapping):
                merged[name] = self.merge(inherited, value, place)
            elif not key and name in ENTRY_KEYS and isinstance(inherited, list) and isinstance(value, list) and value:
                merged[name] = self.merge_entries(inherited, value, place, ENTRY_KEYS[name])
            elif _ADDED.fullmatch(place) and isinstance(inherited, list) and isinstance(value, list) and value:
                merged[name] = inherited + [item for item in value if item not in inherited]
            else:
                merged[name] = value
        return merged

    def merge_entries(self, base: list[Table], own: list[object], key: str, entry_key: str) -> list[Table]:
        """The same for a list of tables, of which each is known by its ``entry_key``."""
        merged = {entry[entry_key]: entry for entry in base}
        for number, value in enumerate(own):
            place = f"{key}[{number}]"
            entry = self.table(value, place, needed=(entry_key,))
            known = self.text(entry[entry_key], f"{place}.{entry_key}")
            if "replaces" in entry:
                merged[self.one_of(entry["replaces"], f"{place}.replaces", tuple(map(str, merged)))] = entry
            else:
                merged[known] = self.merge(merged.get(known, {}), entry, place)
        return list(merged.values())


def _name(entry: object, entry_key: str | None, number: int) -> object:
    """What an entry is called in errors: by its tag or key, or by its number where it has none."""
    known = entry.get(entry_key) if isinstance(entry, Mapping) else None
    return known if isinstance(known, str) else number


def kind_of(value: object) -> str:
    """What a value is, in words for an error."""
    names: dict[type, str] = {str: "a text", bool: "a yes or no", int: "a number", float: "a number", list: "a list"}
    return names.get(type(value), "a table" if isinstance(value, Mapping) else f"a {type(value).__name__}")
