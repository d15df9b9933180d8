"""Files and standard input as text: UTF-8, or what a byte order mark says, and nothing guessed.

What is read remembers how its bytes were text, so that it can be written as it was.
"""

from __future__ import annotations

import codecs
import sys
from typing import Final

from attrs import field, frozen

from ..output.terminal import STDIN

_MEGABYTE: Final = 1_000_000
#: The byte order marks that are understood, and what each says.
_MARKS: Final = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF16_LE, "UTF-16-LE"),
    (codecs.BOM_UTF16_BE, "UTF-16-BE"),
)
#: The one for little-endian starts like that of UTF-16, and so comes first.
_UTF32: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


@frozen
class TextAsRead:
    """A text, and how its bytes were text: ``encoded(text)`` are the very bytes it was read from."""

    #: Without byte order mark; line ends as they are.
    text: str = field(repr=False)
    #: As Python names it: ``UTF-8``, ``UTF-16-LE`` or ``UTF-16-BE``.
    encoding: str = "UTF-8"
    #: The byte order mark that stood before it; empty where there was none.
    mark: bytes = b""

    def encoded(self, text: str) -> bytes:
        """Another text as the bytes that this one would have been."""
        return self.mark + text.encode(self.encoding)


class UnreadableInput(Exception):
    """An input that can't be read as text. The message says why, and what to do."""


def read(name: str, max_size: int) -> TextAsRead:
    """The text of a note, and how its bytes were text.

    Args:
        name: of a file, or ``-`` for standard input.
        max_size: in megabytes; longer inputs are refused.

    Raises:
        UnreadableInput: the input is missing, no file, too long, or not text; the message gives the byte where it is
            not.
    """
    limit = max_size * _MEGABYTE
    try:
        if name == STDIN:
            if sys.stdin is None:
                raise UnreadableInput("there is no standard input; pipe a note into the command")
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with open(name, "rb") as file:
                data = file.read(limit + 1)
    except FileNotFoundError:
        raise UnreadableInput("there is no such file; check its name and the folder you are in") from None
    except IsADirectoryError:
        raise UnreadableInput("is a folder; name the notes in it, as in FOLDER/*.md") from None
    except PermissionError:
        raise UnreadableInput("you may not read it; ask for its owner's leave or copy it") from None
    except OSError as error:
        raise UnreadableInput(f"can't be read: {error.strerror}; try with a copy of it") from None
    except ValueError:
        raise UnreadableInput("is no name that a file can have; check it") from None
    if len(data) > limit:
        raise UnreadableInput(f"is longer than {max_size} MB; raise the limit with --max-size MB if that is meant")
    return decode(data)


def decode(data: bytes) -> TextAsRead:
    """Bytes as text: UTF-16 or UTF-8 by their byte order mark, UTF-8 where there is none.

    Raises:
        UnreadableInput: they are neither; the message gives the offset of the first byte that is wrong, counted from 0.
    """
    if data.startswith(_UTF32):
        raise UnreadableInput("is UTF-32, by the byte order mark at byte 0; save it as UTF-8")
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "UTF-8"))
    if encoding == "UTF-8" and 2 * max(data[::2].count(0), data[1::2].count(0)) > len(data[::2]):
        zero = data.index(0)
        raise UnreadableInput(f"looks like UTF-16 without its byte order mark (byte {zero} is 0x00); save it as UTF-8")
    try:
        return TextAsRead(data[len(mark) :].decode(encoding), encoding, mark)
    except UnicodeDecodeError as error:
        wrong = len(mark) + error.start
        raise UnreadableInput(
            f"is not {encoding[:6].rstrip('-')}: byte {wrong} (0x{data[wrong]:02x}) does not fit; save the note as UTF-8, "
            "or as text if it is a document of another kind"
        ) from None
