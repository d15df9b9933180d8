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

from ...text.decoder import Decoder, Table, below, kind_of, read_toml
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
_TOLD_KEYS: Final = tuple(name.replace("_", "-") for name in TOLD)


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
    table: object = read_toml(path, UsageError)
    key = ""
    if os.path.basename(path) == PROJECT:
        for part in TABLE.split("."):
            if not isinstance(table, dict) or part not in table:
                if nearest:
                    return Configuration()
                raise UsageError(f"{path}: has no table [{TABLE}]; put one there, or name another file")
            table = table[part]
        key = TABLE
    return _Reader(path).configuration(table, key)


class _Reader(Decoder):
    """Checks the values of a configuration file."""

    error = UsageError

    def configuration(self, value: object, key: str) -> Configuration:
        known = [attribute.name.replace("_", "-") for attribute in fields(Configuration)]
        table = self.table(value, key, [name for name in (*known, *_TOLD_KEYS) if name not in ("path", "folder", "told")])
        if "edition" in table and "playbook" in table:
            self.fail(below(key, "playbook"), "takes the place of edition; leave one of them out")
        folder = os.path.dirname(os.path.abspath(self.source))
        playbook = self.optional(table, key, "playbook", self.text)
        return Configuration(
            path=self.source,
            folder=folder,
            edition=self.optional(table, key, "edition", self.text),
            playbook=None if playbook is None else os.path.join(folder, playbook),
            language=self.optional(table, key, "language", self.text),
            select=self.optional(table, key, "select", self.texts),
            ignore=self.optional(table, key, "ignore", self.texts),
            severity=self.optional(table, key, "severity", self.severities),
            fail_on=self.optional(table, key, "fail-on", self.severity),
            output_format=self.optional(table, key, "output-format", lambda value, key: self.one_of(value, key, FORMATS)),
            max_size=self.optional(table, key, "max-size", self.megabytes),
            told=self.told(table, key),
            files=self.optional(table, key, "files", lambda value, key: self.entries(value, key, self.for_files)) or (),
        )

    def for_files(self, value: object, key: str) -> ForFiles:
        table = self.table(value, key, ("pattern", *_TOLD_KEYS))
        pattern, place = table.get("pattern", []), below(key, "pattern")
        patterns = self.texts([pattern] if isinstance(pattern, str) else pattern, place)
        if not patterns or not all(patterns):
            self.fail(place, 'expected which files are meant, as "lifecycle/*.txt", or a list of such')
        return ForFiles(patterns, self.told(table, key))

    def told(self, table: Table, key: str) -> Told:
        role, note_type, priority, intent = (
            self.optional(table, key, name, self.text) for name in ("role", "note-type", "priority", "intent")
        )
        return Told(role, note_type, priority, intent, self.optional(table, key, "date", self.date))

    def date(self, value: object, key: str) -> datetime.date:
        if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
            self.fail(key, f"expected a day as 2020-05-08, without quotes, not {kind_of(value)}")
        return value

    def megabytes(self, value: object, key: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            self.fail(key, f"expected a whole number of megabytes, 1 or more, not {kind_of(value)}")
        return value

    def severities(self, value: object, key: str) -> dict[str, str]:
        return {name: self.severity(severity, below(key, name)) for name, severity in self.table(value, key).items()}

    def severity(self, value: object, key: str) -> str:
        return self.one_of(value, key, SEVERITIES)


def _matches(pattern: list[str], parts: list[str]) -> bool:
    """Whether a path is meant, part by part; ``**`` stands for any folders, and none."""
    reached = {0}  # how many parts of the path the pattern has used up so far
    for one in pattern:
        if one == "**":
            reached = set(range(min(reached, default=len(parts) + 1), len(parts) + 1))
        else:
            reached = {at + 1 for at in reached if at < len(parts) and fnmatchcase(parts[at], one)}
    return len(parts) in reached
