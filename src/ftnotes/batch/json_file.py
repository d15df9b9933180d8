"""JSON lines, and JSON: an array of objects, alone or as the one array in an object.

Each object is walked by hand over Python's own decoder, so that it is known where its members stand in the text. A
mended note replaces its own literal; every other character of the file stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO, Final, NoReturn, TypeAlias

from attrs import frozen

from .csv_file import lacks
from .csv_scanner import CELLS
from .formats import RowWriter
from .rows import Columns, Entry, ExportError, Options, Row, RowError, no_column, too_long
from .text_file import BAD, Encoding, encoding_of, lines_of, whole

_BLANKS: Final = re.compile(r"[ \t\r\n]*+")
#: Numbers stay as they are typed: ids are numbers at times, and long ones.
_DECODER: Final = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)


class _Twice:
    """Stands for the value of a member whose name an object has twice."""


_KINDS: Final[dict[type, str]] = {dict: "an object", list: "a list", bool: "true or false", _Twice: "two values"}

#: The members of an object: what each says, and where it stands in the text.
_Members: TypeAlias = "dict[str, tuple[object, int, int]]"


class _Wrong(Exception):
    """What is wrong with a piece of JSON, and where in it."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.at = at


@frozen
class _Objects:
    """What both formats have in common: objects become rows."""

    file: str
    columns: Columns
    options: Options
    encoding: Encoding

    def writer(self, stream: BinaryIO) -> RowWriter:
        """What writes it again; see `RowReader`."""
        return _JsonWriter(stream, self.encoding)

    def row(self, text: str, members: _Members, number: int, line: int) -> tuple[Row | RowError, int, int]:
        """An object as a row, and where its note stands in the text."""
        told: dict[str, str] = {}
        known = self._id(members)
        for name, column in self.columns.named().items():
            if column not in members:
                return RowError(self.file, no_column(column, members), number, line, known), 0, 0
            value, at, _ = members[column]
            if type(value) in _KINDS or (name == "text" and text[at] not in '"n'):
                kind = _KINDS.get(type(value), "a number")
                return RowError(self.file, f"{column!r} holds {kind}, where a text is expected", number, line, known), 0, 0
            told[name] = value if isinstance(value, str) else ""  # null says nothing
            if len(told[name]) > self.options.max_cell:
                long = too_long(list(members).index(column) + 1, column, len(told[name]), self.options.max_cell)
                return RowError(self.file, long, number, line, known), 0, 0
        _, start, end = members[self.columns.text]
        text, id = told.pop("text"), told.pop("id", None)
        row = Row(self.file, number, text, id, line, {name: value for name, value in told.items() if value.strip()})
        return row, start, end

    def _id(self, members: _Members) -> str | None:
        """The id of an object, whatever is wrong with the rest of it."""
        value = members[self.columns.id][0] if self.columns.id in members else None
        return value if isinstance(value, str) and len(value) <= self.options.max_cell else None


@frozen
class JsonLinesReader(_Objects):
    """A file with an object on each line."""

    @classmethod
    def open(cls, file: str, columns: Columns, options: Options) -> JsonLinesReader:
        """Find out how a file is encoded.

        Raises:
            ExportError: it can't be read as text.
        """
        return cls(file, columns, options, encoding_of(file, options.encoding))

    def entries(self) -> Iterator[Entry]:
        """Its rows; see `RowReader`."""
        longest = CELLS * self.options.max_cell
        number, inside, filled = 0, False, False
        for raw in lines_of(self.file, self.encoding, longest):
            number += not inside
            whole_line = raw[-1] in "\r\n" or len(raw) < longest
            if inside or not raw.strip():
                yield Entry(None, raw)
            elif not whole_line:
                long = f"the line is longer than {longest:,} characters ({CELLS} times --max-cell); raise --max-cell for it"
                yield Entry(RowError(self.file, long, number, number), raw)
            else:
                filled = True
                yield self._entry(raw, number)
            inside = not whole_line
        if not filled and not number:
            raise ExportError(RowError(self.file, "is empty: JSON lines hold an object on each line"))

    def _entry(self, raw: str, number: int) -> Entry:
        if "\0" in raw:
            return Entry(RowError(self.file, "holds a NUL, which no text does: export it again", number, number), raw)
        if not raw.isascii() and BAD.search(raw):
            return Entry(RowError(self.file, self.encoding.reason(raw), number, number), raw)
        try:
            text = raw.rstrip("\r\n")
            members, end = _members(text, _after_blanks(text, 0))
            if _after_blanks(text, end) < len(text):
                raise _Wrong("there is more on the line than one object", end)
        except _Wrong as wrong:
            cut = "" if raw[-1] in "\r\n" else ". It is the last line and has no line end: the file was probably cut off"
            reason = f"is no JSON object, from character {wrong.at + 1} of the line on: {wrong}{cut}"
            return Entry(RowError(self.file, reason, number, number), raw)
        what, start, end = self.row(raw, members, number, number)
        return Entry(what, raw, start, end)


@frozen
class JsonReader(_Objects):
    """A file with one array of objects. It is read whole."""

    text: str

    @classmethod
    def open(cls, file: str, columns: Columns, options: Options) -> JsonReader:
        """Read a file.

        Raises:
            ExportError: it can't be read as text, or is too long.
        """
        encoding = encoding_of(file, options.encoding)
        data = whole(file, options.max_size)[len(encoding.mark) :]
        return cls(file, columns, options, encoding, data.decode(encoding.name, encoding.errors))

    def entries(self) -> Iterator[Entry]:
        """Its rows; see `RowReader`."""
        text, number, done, line = self.text, 0, 0, 1
        if "\0" in text:
            self._stop("holds a NUL, which no text does: export it again", text.index("\0"), None)
        ascii_only = text.isascii()
        try:
            at = self._array()
            while True:
                at = _after_blanks(text, at)
                if not number and text.startswith("]", at):
                    break
                number += 1
                line += text.count("\n", done, at)
                members, end = _members(text, at)
                what, start, stop = self.row(text, members, number, line)
                if not ascii_only and BAD.search(text, at, end):
                    what = RowError(self.file, self.encoding.reason(text[at:end]), number, line)
                if isinstance(what, RowError):
                    start = stop = done
                yield Entry(what, text[done:end], start - done, stop - done)
                line += text.count("\n", at, end)
                done = end
                at = _after_blanks(text, end)
                if text.startswith("]", at):
                    break
                if not text.startswith(",", at):
                    raise _Wrong("a comma or ] is expected", at)
                at += 1
        except _Wrong as wrong:
            self._stop(f"is no JSON from here on, and the rows after it can't be read: {wrong}", wrong.at, number or None)
        yield Entry(None, text[done:])

    def _array(self) -> int:
        """Where the first object of the array stands: the text is one, or an object with one."""
        text = self.text
        at = _after_blanks(text, 0)
        if text.startswith("[", at):
            return at + 1
        if not text.startswith("{", at):
            raise _Wrong("a list of objects is expected", at)
        members, _ = _members(text, at)
        arrays = [start for value, start, _ in members.values() if isinstance(value, list)]
        if len(arrays) != 1:
            raise _Wrong("a list of objects is expected, or an object with one list; one object a line is .jsonl", at)
        return arrays[0] + 1

    def _line(self, at: int) -> int:
        return self.text.count("\n", 0, at) + 1

    def _stop(self, reason: str, at: int, number: int | None) -> NoReturn:
        place = f"line {self._line(at)}: " if number is None else ""
        raise ExportError(RowError(self.file, place + reason, number, number and self._line(at)))


@frozen
class _JsonWriter:
    stream: BinaryIO
    encoding: Encoding

    def __attrs_post_init__(self) -> None:
        self.stream.write(self.encoding.mark)

    def write(self, entry: Entry, text: str | None) -> str | None:
        """Write an entry; see `RowWriter`."""
        raw, start, end = entry.raw, entry.start, entry.end
        reason = None
        if text is not None:
            # A literal that is ASCII and says more stays ASCII.
            before = raw[start:end]
            escaped = before.isascii() and not str(json.loads(before)).isascii()
            literal = json.dumps(text, ensure_ascii=escaped or bool(BAD.search(text)))
            reason = lacks(self.encoding, literal)
            raw = raw if reason else raw[:start] + literal + raw[end:]
        self.stream.write(self.encoding.encode(raw))
        return reason

    def close(self) -> None:
        """Nothing is left to be written."""


def _after_blanks(text: str, at: int) -> int:
    match = _BLANKS.match(text, at)
    assert match is not None  # it matches the empty text too
    return match.end()


def _members(text: str, at: int) -> tuple[_Members, int]:
    """The members of the object at a place, and where it ends."""
    members: _Members = {}
    if not text.startswith("{", at):
        raise _Wrong("an object is expected, as in {...}", at)
    at = _after_blanks(text, at + 1)
    if text.startswith("}", at):
        return members, at + 1
    while True:
        if not text.startswith('"', at):
            raise _Wrong("a name in double quotes is expected", at)
        try:
            name, after = _DECODER.raw_decode(text, at)
            at = _after_blanks(text, after)
            if not text.startswith(":", at):
                raise _Wrong("a colon is expected", at)
            start = _after_blanks(text, at + 1)
            value, end = _DECODER.raw_decode(text, start)
        except json.JSONDecodeError as error:
            raise _Wrong(error.msg[:1].lower() + error.msg[1:], error.pos) from None
        except RecursionError:
            raise _Wrong("lists or objects are nested too deeply", at) from None
        members[name] = (_Twice() if name in members else value, start, end)
        at = _after_blanks(text, end)
        if text.startswith("}", at):
            return members, at + 1
        if not text.startswith(",", at):
            raise _Wrong("a comma or } is expected", at)
        at = _after_blanks(text, at + 1)
