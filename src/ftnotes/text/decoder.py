"""A small reader of untyped data, as TOML and JSON have it, whose errors name source, key, reason and remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, Final, NoReturn, TypeAlias, TypeVar

from attrs import frozen

from .files import FileError, read_text
from .source import LINE_END
from .suggest import did_you_mean

#: The limit of a TOML file in megabytes.
MAX_TOML: Final = 8
#: The number of known keys or words that an error lists.
_SHOWN: Final = 40
_DIGITS: Final = re.compile("[0-9_]++")

Table: TypeAlias = Mapping[str, object]
#: By the names of values: each is given the value and its key.
Readers: TypeAlias = Mapping[str, Callable[[object, str], Any]]
S = TypeVar("S", bound=str)
T = TypeVar("T")


@frozen(eq=False, repr=False)
class Decoder:
    """Checks the values of one source. Each value comes with its key, such as ``fields[0].choices``, for errors."""

    #: The exception that is raised, with a message.
    error: ClassVar[type[Exception]] = ValueError

    #: The file, as errors name it.
    source: str

    def fail(self, key: str, reason: str) -> NoReturn:
        """Raise the error about the value of a key."""
        raise self.error(f"{self.source}: {key}: {reason}")

    def text(self, value: object, key: str) -> str:
        """Return a text."""
        if not isinstance(value, str):
            self.fail(key, f"expected a text in quotes, not {kind_of(value)}")
        return value

    def texts(self, value: object, key: str, nonempty: bool = False) -> tuple[str, ...]:
        """Return a list of texts; at least one if ``nonempty``."""
        if not isinstance(value, list):
            self.fail(key, f'expected a list of texts, as ["a", "b"], not {kind_of(value)}')
        if nonempty and not value:
            self.fail(key, "expected at least one text, and the list is empty")
        return tuple([self.text(item, f"{key}[{number}]") for number, item in enumerate(value)])

    def one_of(self, value: object, key: str, known: Sequence[S]) -> S:
        """Return the one of the known texts that a text equals."""
        text = self.text(value, key)
        if text not in known:
            self.fail(key, f"unknown {text!r}{did_you_mean(text, known)}; expected one of {_listed(known)}")
        return known[known.index(text)]

    def some_of(self, value: object, key: str, known: Sequence[S], nonempty: bool = False) -> tuple[S, ...]:
        """Return a list of texts that are each one of those known; at least one if ``nonempty``."""
        return tuple([self.one_of(text, f"{key}[{i}]", known) for i, text in enumerate(self.texts(value, key, nonempty))])

    def table(self, value: object, key: str, known: Iterable[str] | None = None, needed: Iterable[str] = ()) -> Table:
        """Return a table that has no keys but the known ones, and all needed ones."""
        if not isinstance(value, Mapping):
            self.fail(key, f"expected a table, not {kind_of(value)}")
        if known is not None and (unknown := value.keys() - known):
            name = next(name for name in value if name in unknown)
            self.fail(below(key, name), f"unknown key{did_you_mean(name, known)}; expected {_listed(known)}")
        for name in needed:
            if name not in value:
                self.fail(key or name, f"the key {name!r} is missing")
        return value

    def entries(self, value: object, key: str, read: Callable[[object, str], T], named_by: str | None = None) -> tuple[T, ...]:
        """Return a list of tables, each turned into a value by ``read``, which is given the table and its key.

        In keys, a table is named by its text under ``named_by``, otherwise by its number.
        """
        if not isinstance(value, list):
            self.fail(key, f"expected a list of tables ([[{key}]]), not {kind_of(value)}")
        return tuple([read(item, f"{key}[{_name(item, named_by, number)}]") for number, item in enumerate(value)])

    def attributes(self, table: Table, key: str, readers: Readers) -> dict[str, Any]:
        """Return what each reader makes of the value under its name, if there is one, by names with underscores."""
        return {name.replace("-", "_"): read(table[name], below(key, name)) for name, read in readers.items() if name in table}


def _listed(known: Iterable[str]) -> str:
    names = list(known)
    return ", ".join(names[:_SHOWN]) + ", …" * (len(names) > _SHOWN)


def _name(entry: object, named_by: str | None, number: int) -> object:
    name = entry.get(named_by) if isinstance(entry, Mapping) else None
    return name if isinstance(name, str) else number


def below(key: str, name: str) -> str:
    """Return the key of a value in the table of a key; the key of the whole is empty."""
    return f"{key}.{name}" if key else name


def kind_of(value: object, table: str = "a table") -> str:
    """Return the kind of a value in words, for errors; ``table`` is how the source calls a mapping."""
    if isinstance(value, Mapping):
        return table
    kinds: dict[type, str] = {str: "a text", bool: "a boolean", int: "a number", float: "a number", list: "a list"}
    return "null" if value is None else kinds.get(type(value), f"a {type(value).__name__}")


def read_toml(path: str, error: type[Exception]) -> Table:
    """Return the table of a TOML file.

    Raises:
        error: the file can't be read, is longer than `MAX_TOML` megabytes or is not TOML; the message names it and the reason.
    """
    return parse_toml(read_toml_text(path, error), path, error)


def read_toml_text(path: str, error: type[Exception]) -> str:
    """Return the text of a TOML file, with line feeds as line ends.

    Raises:
        error: the file can't be read, or is longer than `MAX_TOML` megabytes; the message names it and the reason.
    """
    try:
        return LINE_END.sub("\n", read_text(path, MAX_TOML, "such files have some kilobytes; shorten it"))
    except FileError as cause:
        raise error(f"{path}: {cause}") from cause


def parse_toml(text: str, path: str, error: type[Exception]) -> Table:
    """Return the table in the text of a TOML file.

    Raises:
        error: it is not TOML; the message names the file and the reason.
    """
    import tomllib  # a wheel has its own files as JSON

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        raise error(f"{path}: is not TOML: {cause}") from cause
    except ValueError:  # Python's limit
        longest = max(_DIGITS.finditer(text), key=lambda number: len(number[0]))
        line = text.count("\n", 0, longest.start()) + 1
        raise error(f"{path}: line {line}: a number has thousands of digits; shorten it") from None
    except RecursionError:
        raise error(f"{path}: nests lists or tables too deeply; write them as flat as the documentation does") from None
