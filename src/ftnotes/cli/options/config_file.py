"""What a project has set down for its notes: ``ftnotes.toml``, or ``[tool.ftnotes]`` in ``pyproject.toml``.

The nearest such file counts, looked for from the current folder upwards. Whatever stands in it is checked, and what is not
understood is an error: a misspelled key that does nothing would be a rule that nobody runs.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Final

from attrs import Factory, evolve, fields, frozen

from ...text.source import LINE_END
from ...text.suggest import did_you_mean
from .arguments import FORMATS, SEVERITIES
from .exit_status import UsageError

FILE: Final = "ftnotes.toml"
PROJECT: Final = "pyproject.toml"
TABLE: Final = "tool.ftnotes"


@frozen
class Told:
    """What the text of notes can't tell, as somebody has said it; None where nobody has."""

    role: str | None = None
    note_type: str | None = None
    priority: str | None = None
    intent: str | None = None
    date: datetime.date | None = None

    def over(self, other: Told) -> Told:
        """This, and what the other one tells where this doesn't."""
        return evolve(other, **{name: getattr(self, name) for name in TOLD if getattr(self, name) is not None})


#: The attributes of `Told`; their keys have hyphens.
TOLD: Final = tuple(attribute.name for attribute in fields(Told))


@frozen
class ForFiles:
    """What is told of the notes in some files."""

    patterns: tuple[str, ...]
    told: Told

    def match(self, path: str) -> bool:
        """Whether a file is meant, by its path from the folder of the configuration, with ``/`` between its parts."""
        parts = path.split("/")
        return any(
            _matches(pattern.split("/"), parts) if "/" in pattern else fnmatchcase(parts[-1], pattern)
            for pattern in self.patterns
        )


@frozen
class Configuration:
    """What a file sets; None where it sets nothing."""

    #: The file, and the folder that its paths start from; empty where there is none.
    path: str = ""
    folder: str = ""
    edition: str | None = None
    playbook: str | None = None
    language: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    severity: Mapping[str, str] | None = None
    fail_on: str | None = None
    output_format: str | None = None
    max_size: int | None = None
    told: Told = Told()
    files: tuple[ForFiles, ...] = Factory(tuple)

    def told_of(self, name: str) -> Told:
        """What is told of the notes in a file; where several patterns meet it, what stands later counts."""
        told = self.told
        if self.files:
            try:
                path = os.path.relpath(name, self.folder)
            except ValueError:  # it is on another drive
                path = name
            path = path.replace(os.sep, "/")
            for one in self.files:
                if one.match(path):
                    told = one.told.over(told)
        return told


def find(folder: str) -> Configuration:
    """The nearest configuration, from a folder upwards; an empty one where there is none.

    Raises:
        UsageError: it can't be read, or something in it is wrong.
    """
    while True:
        own, project = os.path.join(folder, FILE), os.path.join(folder, PROJECT)
        if os.path.isfile(own):
            return load(own)
        if os.path.isfile(project) and (found := load(project, nearest=True)).path:
            return found
        above = os.path.dirname(folder)
        if above == folder:
            return Configuration()
        folder = above


def load(path: str, nearest: bool = False) -> Configuration:
    """A configuration from a file of any name; of ``pyproject.toml`` its table.

    Args:
        path: of the file.
        nearest: whether a project's file without that table is as good as none.

    Raises:
        UsageError: it can't be read, or something in it is wrong; the message names file, key, and what is expected.
    """
    import tomllib  # where there is a configuration

    try:
        with open(path, "rb") as file:
            table: object = tomllib.loads(LINE_END.sub("\n", file.read().decode("utf-8-sig")))
    except OSError as error:
        raise UsageError(f"{path}: can't be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: is not TOML: {error}") from None
    except ValueError:
        raise UsageError(f"{path!r}: is no name that a file can have; check it") from None
    where = ""
    if os.path.basename(path) == PROJECT:
        for part in TABLE.split("."):
            if not isinstance(table, dict) or part not in table:
                if nearest:
                    return Configuration()
                raise UsageError(f"{path}: has no table [{TABLE}]; put one there, or name another file")
            table = table[part]
        where = f"{TABLE}."
    return _Reader(path, where).configuration(table)


@frozen
class _Reader:
    """Values from a file; whatever is wrong is told with its key."""

    path: str
    #: What stands before every key.
    where: str

    def configuration(self, table: object) -> Configuration:
        known = {attribute.name.replace("_", "-") for attribute in fields(Configuration)} - {"path", "folder", "told"}
        values = self.table(table, "", known | {name.replace("_", "-") for name in TOLD})
        if "edition" in values and "playbook" in values:
            raise self.error("playbook", "takes the place of edition; leave one of them out")
        folder = os.path.dirname(os.path.abspath(self.path))
        playbook = self.text(values, "playbook")
        severity = values.get("severity")
        max_size = values.get("max-size")
        if max_size is not None and (not isinstance(max_size, int) or isinstance(max_size, bool) or max_size < 1):
            raise self.error("max-size", "takes a whole number of megabytes, 1 or more")
        return Configuration(
            path=self.path,
            folder=folder,
            edition=self.text(values, "edition"),
            playbook=None if playbook is None else os.path.join(folder, playbook),
            language=self.text(values, "language"),
            select=self.texts(values, "select"),
            ignore=self.texts(values, "ignore"),
            severity=None if severity is None else self.severities(severity),
            fail_on=self.one_of(values, "fail-on", SEVERITIES),
            output_format=self.one_of(values, "output-format", FORMATS),
            max_size=max_size,
            told=self.told(values, ""),
            files=tuple(self.files(values.get("files", []))),
        )

    def files(self, entries: object) -> list[ForFiles]:
        if not isinstance(entries, list):
            raise self.error("files", "takes tables, each below a line [[files]]")
        found = []
        for number, entry in enumerate(entries, 1):
            place = f"files {number}."
            values = self.table(entry, place, {"pattern", *(name.replace("_", "-") for name in TOLD)})
            pattern = values.get("pattern")
            patterns = self.texts({"pattern": [pattern] if isinstance(pattern, str) else pattern}, "pattern", place)
            if not patterns or not all(patterns):
                raise self.error(f"{place}pattern", 'takes which files are meant, as "lifecycle/*.txt", or a list of such')
            found.append(ForFiles(patterns, self.told(values, place)))
        return found

    def told(self, values: Mapping[str, object], place: str) -> Told:
        date = values.get("date")
        if date is not None and (not isinstance(date, datetime.date) or isinstance(date, datetime.datetime)):
            raise self.error(f"{place}date", "takes a day as 2020-05-08, without quotes")
        role, note_type, priority, intent = (
            self.text(values, name, place) for name in ("role", "note-type", "priority", "intent")
        )
        return Told(role, note_type, priority, intent, date)

    def severities(self, table: object) -> dict[str, str]:
        values = self.table(table, "severity.", None)
        return {name: self.one_of(values, name, SEVERITIES, "severity.") or "" for name in values}

    def table(self, table: object, place: str, known: set[str] | None) -> dict[str, object]:
        """A table, of which the keys are known; any where None are given."""
        if not isinstance(table, dict):
            raise self.error(place.rstrip("."), "takes a table, of keys and values")
        for key in table:
            if known is not None and key not in known:
                hint = did_you_mean(key, known) or f"; there are {', '.join(sorted(known))}"
                raise self.error(f"{place}{key}", f"there is no such key{hint}")
        return table

    def text(self, values: Mapping[str, object], key: str, place: str = "") -> str | None:
        value = values.get(key)
        if isinstance(value, str | None):
            return value
        raise self.error(f"{place}{key}", "takes a text in quotes")

    def texts(self, values: Mapping[str, object], key: str, place: str = "") -> tuple[str, ...] | None:
        value = values.get(key)
        if value is None:
            return None
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        raise self.error(f"{place}{key}", 'takes a list of texts, as ["FT404", "FT5"]')

    def one_of(self, values: Mapping[str, object], key: str, known: tuple[str, ...], place: str = "") -> str | None:
        value = self.text(values, key, place)
        if value is None or value in known:
            return value
        raise self.error(f"{place}{key}", f"takes {', '.join(known)}, not {value!r}{did_you_mean(value, known)}")

    def error(self, key: str, message: str) -> UsageError:
        return UsageError(f"{self.path}: {f'{self.where}{key}'.rstrip('.')}: {message}")


def _matches(pattern: list[str], parts: list[str]) -> bool:
    """Whether a path is meant, part by part; ``**`` stands for any folders, and none."""
    reached = {0}  # how many parts of the path the pattern has used up so far
    for one in pattern:
        if one == "**":
            reached = set(range(min(reached, default=len(parts) + 1), len(parts) + 1))
        else:
            reached = {at + 1 for at in reached if at < len(parts) and fnmatchcase(parts[at], one)}
    return len(parts) in reached
