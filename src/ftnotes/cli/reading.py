"""Files and standard input as text: UTF-8, or what a byte order mark says, and nothing guessed."""

from __future__ import annotations

import codecs
import sys
from typing import Final

#: Standard input, as the command line names it.
STDIN: Final = "-"

_MEGABYTE: Final = 1_000_000
_BOM: Final = "\ufeff"
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
#: The one for little-endian starts like that of UTF-16, and so comes first.
_UTF32: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class UnreadableInput(Exception):
    """An input that can't be read as text. The message says why, and what to do."""


def read(name: str, max_size: int) -> str:
    """The text of a note, without byte order mark; its line ends as they are.

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


def decode(data: bytes) -> str:
    """Bytes as text: UTF-16 or UTF-8 by their byte order mark, UTF-8 where there is none.

    Raises:
        UnreadableInput: they are neither; the message gives the offset of the first byte that is wrong, counted from 0.
    """
    if data.startswith(_UTF32):
        raise UnreadableInput("is UTF-32, by the byte order mark at byte 0; save it as UTF-8")
    encoding = "UTF-16" if data.startswith(_UTF16) else "UTF-8"
    if encoding == "UTF-8" and 2 * max(data[::2].count(0), data[1::2].count(0)) > len(data[::2]):
        zero = data.index(0)
        raise UnreadableInput(f"looks like UTF-16 without its byte order mark (byte {zero} is 0x00); save it as UTF-8")
    try:
        return data.decode(encoding).removeprefix(_BOM)
    except UnicodeDecodeError as error:
        raise UnreadableInput(
            f"is not {encoding}: byte {error.start} (0x{data[error.start]:02x}) does not fit; save the note as UTF-8, "
            "or as text if it is a document of another kind"
        ) from None
