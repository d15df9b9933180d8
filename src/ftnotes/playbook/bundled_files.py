"""The TOML files of the package: an edition or the words of a language each."""

from __future__ import annotations

import json
import os
import zlib
from contextlib import suppress
from typing import Final

from ..text.decoder import Table, read_toml
from .model import PlaybookError

_EDITIONS: Final = os.path.join(os.path.dirname(__file__), "editions")
_WORDS: Final = os.path.join(os.path.dirname(__file__), "words")


def editions() -> tuple[str, ...]:
    """Return the ids of the published editions, oldest first.

    Raises:
        PlaybookError: the package has lost them.
    """
    try:
        names = os.listdir(_EDITIONS)
    except OSError as error:
        raise PlaybookError(f"{_EDITIONS}: can't be read ({error.strerror}); install ftnotes again") from error
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def word_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a file of words."""
    return tuple(sorted(name.removesuffix(".toml") for name in os.listdir(_WORDS) if name.endswith(".toml")))


def edition_path(edition: str) -> str:
    """Return the path of the file of a published edition."""
    return os.path.join(_EDITIONS, f"{edition}.toml")


def words_path(code: str) -> str:
    """Return the path of the file of words of a language."""
    return os.path.join(_WORDS, f"{code}.toml")


def bundled_table(path: str) -> Table:
    """Return the table in a TOML file of the package.

    An installed wheel has the same as JSON (see `shipped`), which is read in a tenth of the time. TOML is read where there is
    none that can be read (an editable install), or where it was made from another text.
    """
    with suppress(OSError, ValueError), open(path, "rb") as source:
        with open(path.removesuffix("toml") + "json", encoding="utf-8") as file:
            made = json.load(file)
        if made["crc32"] == zlib.crc32(source.read()):
            table: Table = made["table"]
            return table
    return read_toml(path, PlaybookError)


def bundled_files() -> tuple[str, ...]:
    """Return the paths of the TOML files of the package."""
    return (*map(edition_path, editions()), *map(words_path, word_languages()))


def shipped(path: str) -> str:
    """Return the JSON that a wheel has beside a TOML file of the package: its table, and the checksum of its text."""
    with open(path, "rb") as file:
        checksum = zlib.crc32(file.read())
    return json.dumps({"crc32": checksum, "table": read_toml(path, PlaybookError)}, ensure_ascii=False, separators=(",", ":"))
