"""The reader of a playbook's values, and how a file is laid over the one that it extends.

An entry of a list of tables is named by its tag or key in errors rather than by its number, since an extending file has other
numbers than the result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Final, NamedTuple, NoReturn, TypeVar

from attrs import Factory, frozen

from ..text.decoder import Decoder, Table, below, kind_of
from ..text.words import fold
from .model import PlaybookError
from .shapes import SHAPES

N = TypeVar("N", bound=NamedTuple)

#: Lists of tables, and the key that names an entry.
ENTRY_KEYS: Final = {
    "templates": "key", "templates.fields": "key", "templates.variants": "key", "workloads": "tag", "hashtags": "tag",
    "note-types": "key", "roles": "key", "priorities": "key",
}  # fmt: skip

#: In texts that are joined by line ends, one that is empty, begins with another character than a letter or digit, ends with a
#: space, or has a carriage return.
_NEEDS_A_LOOK: Final = re.compile(r"(?:\A|\n)(?:[\W_]|\Z)|\s(?:\n|\Z)|\r")
#: The lists of words that are only read: those of an extending file are added to the inherited ones.
_READ_ONLY: Final = re.compile(
    r"""
    languages\.[^.]+\.(?:(?:evidence|placeholders)\.[^.]+|label-prefixes|own-labels|sign-offs|mail-headers|dividers)
    | languages\.[^.]+\.templates\.[^.]+\.(?:everyday-titles|everyday-labels\.[^.]+)
    | workloads\[\d+\]\.(?:everyday-tags|everyday-names|kin-names)
    """,
    re.VERBOSE,
)


@frozen(eq=False, repr=False)
class PlaybookDecoder(Decoder):
    """Checks the values of a playbook's file."""

    error: ClassVar[type[PlaybookError]] = PlaybookError

    #: The keys under which words are typed that are among those of a language when they are read, by their keys there.
    typed: dict[str, str] = Factory(dict)

    def fail(self, key: str, reason: str) -> NoReturn:
        """Raise the error about the value of a key, as it is typed in the file."""
        for place, typed in self.typed.items():
            if key == place or key.startswith((f"{place}.", f"{place}[")):
                key = typed + key[len(place) :]
            reason = reason.replace(f"{place})", f"{typed})")
        error = self.error(f"{self.source}: {key}: {reason}")
        error.key = key
        raise error

    def shaped(self, value: object, key: str, shape: str) -> Table:
        """Return a table that has the keys of a shape, and all needed ones; see `SHAPES`."""
        return self.table(value, key, SHAPES[shape].keys, SHAPES[shape].needed)

    def text(self, value: object, key: str) -> str:
        """Return a text of one line that has a letter or digit, and no spaces around it."""
        text = value if isinstance(value, str) else super().text(value, key)
        has_words = text[:1].isalnum() or fold(text)  # most begin with a letter, which is quicker to check
        if not has_words or "\n" in text or "\r" in text or text != text.strip():
            self.fail(key, f"expected a text of one line that has a letter or digit and no spaces around it, not {text!r}")
        return text

    def texts(self, value: object, key: str, nonempty: bool = False) -> tuple[str, ...]:
        """Return a list of texts, each as `text` returns it; at least one if ``nonempty``."""
        # Most lists are all right, which is found out in one pass. The others are read text by text, for the error.
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            joined = "\n".join(value)
            if joined.count("\n") == len(value) - 1 and not _NEEDS_A_LOOK.search(joined):
                return tuple(value)
        return super().texts(value, key, nonempty)

    def boolean(self, value: object, key: str) -> bool:
        """Return a boolean."""
        if not isinstance(value, bool):
            self.fail(key, f"expected true or false, not {kind_of(value)}")
        return value

    def count(self, value: object, key: str) -> int:
        """Return a whole number of at least one."""
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            typed = str(value) if type(value) is int else kind_of(value)
            self.fail(key, f"expected a whole number of at least 1, not {typed}")
        return value

    def mark(self, value: object, key: str) -> str:
        """Return characters without spaces between them, such as ``##``."""
        mark = super().text(value, key)
        if not mark or mark.split() != [mark]:
            self.fail(key, f"expected characters without spaces, as '##', not {mark!r}")
        return mark

    def list_of_tables(self, value: object, key: str) -> list[Any]:
        """Return a list, of tables if it is right."""
        if not isinstance(value, list):
            self.fail(key, f"expected a list of tables, not {kind_of(value)}")
        return value

    def named(self, value: object, key: str, read: Callable[[object, str], N]) -> tuple[N, ...]:
        """Return entries that are named by their first part, each name once."""
        entries = self.entries(value, key, read, ENTRY_KEYS[_without_entry(key)])
        names: set[object] = set()
        for entry in entries:
            if entry[0] in names:
                self.fail(f"{key}[{entry[0]}]", f"{entry[0]!r} is repeated; expected it once")
            names.add(entry[0])
        return entries

    def wordings(self, value: object, key: str, known: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the texts of each key; the first is the canonical one."""
        return {
            name: self.texts(words, f"{key}.{name}", nonempty=True) for name, words in self.table(value, key, known).items()
        }

    def merge(self, base: Table, own: Table, key: str) -> Table:
        """Return an extending table laid over the one that it extends.

        Tables are merged key by key, and entries of a list of tables with the inherited entry of the same name; words that
        are only read are added to the inherited ones; an empty list inherits nothing; every other value replaces the inherited
        one.
        """
        merged = dict(base)
        for name, value in own.items():
            inherited, place = base.get(name), below(key, name)
            named_by = ENTRY_KEYS.get(_without_entry(place))
            if isinstance(inherited, dict) and isinstance(value, dict):
                merged[name] = self.merge(inherited, value, place)
            elif named_by and isinstance(inherited, list) and isinstance(value, list) and value:
                merged[name] = self._merge_entries(inherited, value, place, named_by)
            elif isinstance(inherited, list) and isinstance(value, list) and value and _READ_ONLY.fullmatch(place):
                merged[name] = inherited + [item for item in value if item not in inherited]
            else:
                merged[name] = value
        return merged

    def _merge_entries(self, base: list[Table], own: list[object], key: str, named_by: str) -> list[Table]:
        merged = {entry[named_by]: entry for entry in base}
        for number, value in enumerate(own):
            place = f"{key}[{number}]"
            entry = self.table(value, place, needed=(named_by,))
            name = self.text(entry[named_by], f"{place}.{named_by}")
            if "replaces" in entry:
                replaced = self.one_of(entry["replaces"], f"{place}.replaces", tuple(map(str, merged)))
                merged[replaced] = {key: item for key, item in entry.items() if key != "replaces"}
            elif "remove" in entry and self.boolean(entry["remove"], f"{place}.remove"):
                del merged[self.one_of(name, f"{place}.{named_by}", tuple(map(str, merged)))]
            else:
                after = entry.get("after")
                entry = {key: item for key, item in entry.items() if key not in ("after", "remove")}
                merged[name] = self.merge(merged.get(name, {}), entry, place)
                if after is not None:
                    _move(merged, name, self.one_of(after, f"{place}.after", [str(key) for key in merged if key != name]))
        return list(merged.values())


def _without_entry(key: str) -> str:
    """Return a key without the number or name of the entry in it, which can have brackets of its own."""
    before, bracket, rest = key.partition("[")
    return before + rest.rpartition("]")[2] if bracket else key


def _move(entries: dict[Any, Table], name: str, after: str) -> None:
    """Move an entry right after another."""
    names = [key for key in entries if key != name]
    names.insert(names.index(after) + 1, name)
    moved = {key: entries[key] for key in names}
    entries.clear()
    entries.update(moved)
