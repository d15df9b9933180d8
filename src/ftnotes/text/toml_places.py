"""The places of values in a TOML file, which `tomllib` doesn't tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from .source import Span

#: The names of tables and numbers of entries that lead to a value.
Path: TypeAlias = tuple[str | int, ...]

_TOKEN: Final = re.compile(
    r"""
    (?P<space> (?>(?: [\ \t\r] | \#[^\n]* )+) )
    | (?P<text> \"{3} (?>(?: [^"\\] | \\. | "(?!"") )*) "{3,5} | '{3} (?>(?: [^'] | '(?!'') )*) '{3,5}
        | " (?>(?: [^"\\\n] | \\. )*) " | '[^'\n]*+' )
    | (?P<mark> [][{}=,.\n] )
    | (?P<bare> [^][{}=,."'\#\s]++ )
    """,
    re.VERBOSE | re.DOTALL,
)


_ENDS: Final = {"[": "]", "{": "}"}


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def value_places(text: str) -> dict[Path, Span]:
    """Return the places of all values, entries and headers of tables in a valid TOML text.

    A value's place is that of the value itself, and a table's that of the header or key which comes first.
    """
    return _Scanner(text).places


class _Scanner:
    """Walks over the tokens of a text, once."""

    def __init__(self, text: str) -> None:
        self.places: dict[Path, Span] = {}
        self._counts: dict[Path, int] = {}
        self._tokens = _tokens(text)
        self._token = next(self._tokens)
        table: Path = ()
        while self._token.kind != "end":
            if self._token.text == "\n":
                self._next()
            elif self._token.text == "[":
                table = self._header()
            else:
                self._pair(table)

    def _next(self) -> _Token:
        token = self._token
        self._token = next(self._tokens, token)
        return token

    def _header(self) -> Path:
        """Read ``[table]`` or ``[[list of tables]]``, and return where it leads to."""
        start = self._next().start
        is_entry = self._token.text == "["
        if is_entry:
            self._next()
        names = self._key()
        if is_entry:
            self._next()
        end = self._next().end
        table: Path = ()
        for number, name in enumerate(names, 1):
            table = (*table, name)
            if is_entry and number == len(names):
                self._counts[table] = self._counts.get(table, -1) + 1
            self._note(table, start, end)
            table = (*table, self._counts[table]) if table in self._counts else table
        self._note(table, start, end)
        return table

    def _key(self) -> list[str]:
        """Read a key with dots."""
        names = []
        while self._token.text not in ("=", "]"):
            token = self._next()
            if token.text != ".":
                names.append(tomllib.loads(f"x = {token.text}")["x"] if token.kind == "text" else token.text)
        return names

    def _pair(self, table: Path) -> None:
        start = self._token.start
        names = self._key()
        end = self._next().start
        path = table
        for name in names[:-1]:
            path = (*path, name)
            self._note(path, start, end)
        self._value((*path, names[-1]))

    def _value(self, path: Path) -> None:
        first = last = self._token
        if first.text in _ENDS:
            last = self._group(path, _ENDS[first.text])
        else:
            while self._token.kind != "end" and self._token.text not in ("\n", ",", "]", "}"):
                last = self._next()
        self._note(path, first.start, last.end)

    def _group(self, path: Path, end: str) -> _Token:
        """Read a list or an inline table, and return its end."""
        self._next()
        number = 0
        while self._token.text != end:
            if self._token.text in ("\n", ","):
                self._next()
            elif end == "}":
                self._pair(path)
            else:
                self._value((*path, number))
                number += 1
        return self._next()

    def _note(self, path: Path, start: int, end: int) -> None:
        self.places.setdefault(path, Span(start, end))


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind != "space":
            yield _Token(kind, match[0], match.start(), match.end())
    yield _Token("end", "", len(text), len(text))
