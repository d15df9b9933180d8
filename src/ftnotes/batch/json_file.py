"""JSON lines, and JSON: an array of objects, alone or as the only array in an object.

Objects are walked by hand, with Python's own decoder for their values, to learn where in the text the values are. A new note
replaces its own literal; every other character of the file stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO, Final, NoReturn, TypeAlias

from attrs import frozen

from ..text.files import Encoding, read_bounded
from .column_names import member, no_column
from .csv_scanner import CELLS
from .rows import (
    HAS_NUL,
    KEPT,
    Columns,
    Entry,
    Options,
    Row,
    RowError,
    RowReader,
    RowWriter,
    refuse,
    too_long,
)
from .text_file import UNDECODED, TextWriter, encoding_of_export, lines_of, open_binary, undecodable

_SPACES: Final = re.compile(r"[ \t\r\n]*+")
#: Numbers stay as written: some ids are long numbers.
_DECODER: Final = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)


class _Twice:
    """The value of a member that an object has twice."""


_KINDS: Final[dict[type, str]] = {dict: "an object", list: "a list", bool: "true or false", _Twice: "two values"}

#: The members of an object: the value of each, and its bounds in the text.
_Members: TypeAlias = "dict[str, tuple[object, int, int]]"


class _JsonError(Exception):
    """What is wrong with JSON, and where in the text."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.at = at


@frozen
class _ObjectReader(RowReader):
    """A file whose objects are rows."""

    encoding: Encoding

    def writer(self, stream: BinaryIO) -> RowWriter:
        """Return a writer; see `RowReader`."""
        return TextWriter(stream, self.encoding, _literal)

    def row(self, text: str, members: _Members, number: int, line: int) -> tuple[Row | RowError, int, int]:
        """Return an object as a row, and the bounds of its note in the text."""
        cells: dict[str, str] = {}
        named = {name: member(column, members) for name, column in self.columns.named().items()}
        for name, column in named.items():
            reason = None
            if column not in members:
                reason = no_column(column, members)
            else:
                value, at, _ = members[column]
                if isinstance(value, bool) and name.startswith(KEPT):
                    value = json.dumps(value)
                cells[name] = value if isinstance(value, str) else ""  # null is an empty cell
                if type(value) in _KINDS or (name == "text" and text[at] not in '"n'):
                    reason = f"{column!r} is {_KINDS.get(type(value), 'a number')}, not a text"
                elif len(cells[name]) > self.options.max_cell:
                    reason = too_long(list(members).index(column) + 1, column, len(cells[name]), self.options.max_cell)
            if reason:
                return RowError(self.file, reason, number, line, self._id(members)), 0, 0
        return Row.of_cells(self.file, number, cells, line, self.options.date_order), *members[named["text"]][1:]

    def _id(self, members: _Members) -> str | None:
        """Return the id of an object, even if the rest of it is wrong."""
        column = self.columns.id and member(self.columns.id, members)
        value = members[column][0] if column in members else None
        return value if isinstance(value, str) and len(value) <= self.options.max_cell else None


@frozen
class JsonLinesReader(_ObjectReader):
    """A file with an object on each line."""

    @classmethod
    def open(cls, file: str, columns: Columns, options: Options) -> JsonLinesReader:
        """Find the encoding of a file.

        Raises:
            ExportError: it can't be read as text.
        """
        return cls(file, columns, options, encoding_of_export(file, options.encoding))

    def entries(self) -> Iterator[Entry]:
        """Yield the rows; see `RowReader`."""
        longest = CELLS * self.options.max_cell
        number, inside = 0, False
        for raw in lines_of(self.file, self.encoding, longest):
            number += not inside
            complete = raw[-1] in "\r\n" or len(raw) < longest
            if inside or not raw.strip():
                yield Entry(None, raw)
            elif not complete:
                reason = f"the line is longer than {longest:,} characters ({CELLS} times --max-cell); raise --max-cell for it"
                yield Entry(RowError(self.file, reason, number, number), raw)
            else:
                content, start, end = self._content(raw, number)
                yield Entry(content, raw, start, end)
            inside = not complete
        if not number:
            refuse(self.file, "is empty: JSON lines have an object on each line")

    def _content(self, raw: str, number: int) -> tuple[Row | RowError, int, int]:
        if "\0" in raw:
            reason = HAS_NUL
        elif not raw.isascii() and UNDECODED.search(raw):
            reason = undecodable(raw, self.encoding)
        else:
            try:
                text = raw.rstrip("\r\n")
                members, end = _members(text, _after_spaces(text, 0))
                if _after_spaces(text, end) < len(text):
                    raise _JsonError("there is more on the line than one object", end)
                return self.row(raw, members, number, number)
            except _JsonError as error:
                cut = "" if raw[-1] in "\r\n" else ". It is the last line and has no line end: the file was probably cut off"
                reason = f"is not a JSON object from character {error.at + 1} of the line on: {error}{cut}"
        return RowError(self.file, reason, number, number), 0, 0


@frozen
class JsonReader(_ObjectReader):
    """A file with one array of objects. It is read whole."""

    text: str

    @classmethod
    def open(cls, file: str, columns: Columns, options: Options) -> JsonReader:
        """Read a whole file.

        Raises:
            ExportError: it can't be read as text, or is too large.
        """
        encoding = encoding_of_export(file, options.encoding)
        with open_binary(file) as stream:
            data = read_bounded(stream, options.max_size, "raise the limit with --max-size MB, or export it as JSON lines")
        return cls(file, columns, options, encoding, data[len(encoding.mark) :].decode(encoding.name, encoding.errors))

    def entries(self) -> Iterator[Entry]:
        """Yield the rows; see `RowReader`."""
        text, number, done, line = self.text, 0, 0, 1
        if "\0" in text:
            self._stop(HAS_NUL, text.index("\0"), None)
        ascii_only = text.isascii()
        try:
            at, wrapped = self._array()
            while True:
                at = _after_spaces(text, at)
                if not number and text.startswith("]", at):
                    break
                number += 1
                line += text.count("\n", done, at)
                members, end = _members(text, at)
                content, start, stop = self.row(text, members, number, line)
                if not ascii_only and UNDECODED.search(text, at, end):
                    content = RowError(self.file, undecodable(text[at:end], self.encoding), number, line)
                if isinstance(content, RowError):
                    start = stop = done
                yield Entry(content, text[done:end], start - done, stop - done)
                line += text.count("\n", at, end)
                done = end
                at = _after_spaces(text, end)
                if text.startswith("]", at):
                    break
                if not text.startswith(",", at):
                    raise _JsonError("a comma or ] is expected", at)
                at += 1
            if not wrapped:
                _expect_end(text, at + 1)
        except _JsonError as error:
            self._stop(f"is not JSON from here on, and the rows after it can't be read: {error}", error.at, number or None)
        yield Entry(None, text[done:])

    def _array(self) -> tuple[int, bool]:
        """Return the start of the first object of the array, and whether that is the only one in an object, not the text."""
        text = self.text
        at = _after_spaces(text, 0)
        if text.startswith("[", at):
            return at + 1, False
        if not text.startswith("{", at):
            raise _JsonError("a list of objects is expected", at)
        members, end = _members(text, at)
        _expect_end(text, end)
        arrays = [start for value, start, _ in members.values() if isinstance(value, list)]
        if len(arrays) != 1:
            raise _JsonError("a list of objects is expected, or an object with one list; one object a line is .jsonl", at)
        return arrays[0] + 1, True

    def _stop(self, reason: str, at: int, number: int | None) -> NoReturn:
        line = self.text.count("\n", 0, at) + 1
        refuse(self.file, reason if number else f"line {line}: {reason}", number, number and line)


def _literal(text: str, before: str) -> str:
    """Return a JSON string; one that replaces an ASCII string with escapes stays ASCII."""
    escaped = before.isascii() and not str(json.loads(before)).isascii()
    return json.dumps(text, ensure_ascii=escaped or bool(UNDECODED.search(text)))


def _expect_end(text: str, at: int) -> None:
    at = _after_spaces(text, at)
    if at < len(text):
        raise _JsonError("there is more text after the end of the JSON", at)


def _after_spaces(text: str, at: int) -> int:
    match = _SPACES.match(text, at)
    assert match is not None  # it matches the empty text too
    return match.end()


def _members(text: str, at: int) -> tuple[_Members, int]:
    """Return the members of the object at an offset, and its end."""
    members: _Members = {}
    if not text.startswith("{", at):
        raise _JsonError("an object is expected, as in {...}", at)
    at = _after_spaces(text, at + 1)
    if text.startswith("}", at):
        return members, at + 1
    while True:
        if not text.startswith('"', at):
            raise _JsonError("a name in double quotes is expected", at)
        try:
            name, after = _DECODER.raw_decode(text, at)
            at = _after_spaces(text, after)
            if not text.startswith(":", at):
                raise _JsonError("a colon is expected", at)
            start = _after_spaces(text, at + 1)
            value, end = _DECODER.raw_decode(text, start)
        except json.JSONDecodeError as error:
            raise _JsonError(error.msg[:1].lower() + error.msg[1:], error.pos) from None
        except RecursionError:
            raise _JsonError("lists or objects are nested too deeply", at) from None
        members[name] = (_Twice() if name in members else value, start, end)
        at = _after_spaces(text, end)
        if text.startswith("}", at):
            return members, at + 1
        if not text.startswith(",", at):
            raise _JsonError("a comma or } is expected", at)
        at = _after_spaces(text, at + 1)
