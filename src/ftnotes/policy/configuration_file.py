"""Configuration files: ``ftnotes.toml``, or ``[tool.ftnotes]`` in ``pyproject.toml``.

Unknown keys are errors, since a misspelled setting would silently do nothing.
"""

from __future__ import annotations

import datetime
import os
from typing import Final, cast, get_args

from ..text.decoder import Decoder, Readers, Table, below, kind_of, read_toml
from ..text.files import MAX_MEGABYTES
from .configuration import Configuration, ConfigurationError, FileContext, FileIgnores, FilePatterns, OutputFormat
from .context import CONTEXT_NAMES, Context
from .diagnostics import SeverityName

FILE: Final = "ftnotes.toml"
PROJECT: Final = "pyproject.toml"
TABLE: Final = "tool.ftnotes"


def load_configuration(path: str | os.PathLike[str] | None = None) -> Configuration:
    """Load the configuration that the command would use.

    Args:
        path: a file; by default the nearest ``ftnotes.toml`` or ``pyproject.toml`` with a table ``[tool.ftnotes]``, from the
            current folder upwards. If there is none, nothing is set.

    Raises:
        ConfigurationError: the file can't be read, or a setting is invalid.
    """
    configuration = nearest_configuration() if path is None else read_configuration(os.fspath(path))
    configuration.options()
    return configuration


def nearest_configuration(folder: str | None = None) -> Configuration:
    """Read the nearest configuration, from a folder upwards, by default the current one; an empty one if there is none.

    Raises:
        ConfigurationError: it can't be read, or a value is of the wrong kind.
    """
    try:
        folder = os.getcwd() if folder is None else os.path.abspath(folder)
    except OSError:  # the folder was deleted
        return Configuration()
    while True:
        own, project = os.path.join(folder, FILE), os.path.join(folder, PROJECT)
        if os.path.isfile(own):
            return read_configuration(own)
        if os.path.isfile(project) and (found := read_configuration(project, optional=True)).path:
            return found
        above = os.path.dirname(folder)
        if above == folder:
            return Configuration()
        folder = above


def read_configuration(path: str, *, optional: bool = False) -> Configuration:
    """Read a configuration file.

    Args:
        path: a file of any name; only the table ``[tool.ftnotes]`` of a ``pyproject.toml``.
        optional: return an empty configuration if a ``pyproject.toml`` doesn't have that table.

    Raises:
        ConfigurationError: it can't be read, or a value is of the wrong kind.
    """
    table: object = read_toml(path, ConfigurationError)
    key = ""
    if os.path.basename(path) == PROJECT:
        for part in TABLE.split("."):
            if not isinstance(table, dict) or part not in table:
                if optional:
                    return Configuration()
                raise ConfigurationError(f"{path}: has no table [{TABLE}]; add it, or name another file")
            table = table[part]
        key = TABLE
    return _Decoder(path).configuration(table, key)


class _Decoder(Decoder):
    """Checks the values of a configuration file."""

    error = ConfigurationError

    def configuration(self, value: object, key: str) -> Configuration:
        readers: Readers = {
            "edition": self.text,
            "playbook": self.text,
            "language": self.text,
            "select": self.texts,
            "ignore": self.texts,
            "severity": self.severities,
            "fail-on": self.severity,
            "require-summary": self.switch,
            "output-format": lambda value, key: self.one_of(value, key, get_args(OutputFormat)),
            "max-size": self.megabytes,
            "files": lambda value, key: self.entries(value, key, self.file_context),
            "exclude": lambda value, key: FilePatterns(tuple(one.rstrip("/") for one in self.texts(value, key))),
            "per-file-ignores": self.file_ignores,
        }
        table = self.table(value, key, [*readers, *CONTEXT_NAMES])
        if "edition" in table and "playbook" in table:
            self.fail(below(key, "playbook"), "replaces edition; set only one of them")
        folder = os.path.dirname(os.path.abspath(self.source))
        settings = self.attributes(table, key, readers)
        if "playbook" in settings:
            settings["playbook"] = os.path.join(folder, settings["playbook"])
        return Configuration(path=self.source, folder=folder, context=self.context(table, key), **settings)

    def file_context(self, value: object, key: str) -> FileContext:
        table = self.table(value, key, ("pattern", *CONTEXT_NAMES))
        pattern, place = table.get("pattern", []), below(key, "pattern")
        patterns = self.texts([pattern] if isinstance(pattern, str) else pattern, place)
        if not patterns or not all(patterns):
            self.fail(place, 'expected which files are meant, as "lifecycle/*.txt", or a list of such')
        return FileContext(FilePatterns(patterns), self.context(table, key))

    def file_ignores(self, value: object, key: str) -> tuple[FileIgnores, ...]:
        table = self.table(value, key)
        return tuple(FileIgnores(FilePatterns((name,)), self.texts(rules, below(key, name))) for name, rules in table.items())

    def context(self, table: Table, key: str) -> Context:
        readers = dict.fromkeys(CONTEXT_NAMES, self.text) | {"date": self.date, "requested": self.switch}
        return Context(**self.attributes(table, key, readers))

    def date(self, value: object, key: str) -> datetime.date:
        if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
            self.fail(key, f"expected a day as 2020-05-08, without quotes, not {kind_of(value)}")
        return value

    def megabytes(self, value: object, key: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MAX_MEGABYTES:
            given = "a larger one" if isinstance(value, int) and value > MAX_MEGABYTES else f"{value!r:.40}"
            self.fail(key, f"expected a whole number of megabytes from 1 to {MAX_MEGABYTES:,}, not {given}")
        return value

    def switch(self, value: object, key: str) -> bool:
        if not isinstance(value, bool):
            self.fail(key, f"expected true or false, not {value!r:.40}")
        return value

    def severities(self, value: object, key: str) -> dict[str, SeverityName]:
        return {name: self.severity(severity, below(key, name)) for name, severity in self.table(value, key).items()}

    def severity(self, value: object, key: str) -> SeverityName:
        return cast(SeverityName, self.one_of(value, key, get_args(SeverityName)))
