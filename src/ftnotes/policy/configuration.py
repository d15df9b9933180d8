"""The configuration of a project: the settings of a file, with the playbook, rules and contexts that they name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from functools import cached_property, partial
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict, TypeVar

from attrs import Factory, evolve, frozen

from ..playbook.model import DEFAULT_EDITION
from ..playbook.playbook import Playbook
from ..text.suggest import did_you_mean
from .context import NO_CONTEXT, Context
from .diagnostics import Severity, SeverityName

if TYPE_CHECKING:
    from .rule import Rule

# Most commands need only the playbook of a configuration: the rules are imported where they are needed.

#: The output formats of the command.
OutputFormat: TypeAlias = Literal["full", "concise", "json", "sarif", "github", "gitlab", "junit"]

T = TypeVar("T")


class ConfigurationError(ValueError):
    """A configuration that can't be read or has an invalid setting; the message names the file, the key and the remedy."""


class CheckOptions(TypedDict):
    """Keyword arguments of `check`, `fix` and `ftnotes.batch.Policy`."""

    context: Context
    playbook: Playbook
    rules: tuple[Rule, ...]
    severities: Mapping[str, SeverityName | Severity]


@frozen
class FilePatterns:
    """Patterns of files, relative to the configuration and with ``/`` between their parts; ``**`` is any number of folders.

    A pattern without ``/`` is about the name of a file in any folder.
    """

    patterns: tuple[str, ...]

    def match(self, path: str) -> bool:
        """Return whether a path matches a pattern."""
        parts = path.split("/")
        return any(
            _matches(pattern.split("/"), parts) if "/" in pattern else fnmatchcase(parts[-1], pattern)
            for pattern in self.patterns
        )

    def match_or_contain(self, path: str) -> bool:
        """Return whether a path, or a folder that contains it, matches a pattern."""
        parts = path.split("/")
        return any(self.match("/".join(parts[:end])) for end in range(1, len(parts) + 1))


@frozen
class FileContext:
    """The context of the notes in some files."""

    files: FilePatterns
    context: Context


@frozen
class FileIgnores:
    """The rules that don't run for some files."""

    files: FilePatterns
    #: Codes, names or prefixes of codes.
    rules: tuple[str, ...]


@frozen
class Configuration:
    """The settings of a configuration file; None where it sets nothing."""

    #: The file, and the folder to which its paths are relative; empty if there is no file.
    path: str = ""
    folder: str = ""
    edition: str | None = None
    #: A custom playbook, or its file.
    playbook: str | Playbook | None = None
    language: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    severity: Mapping[str, SeverityName] | None = None
    fail_on: SeverityName | None = None
    require_summary: bool | None = None
    output_format: OutputFormat | None = None
    max_size: int | None = None
    #: The context of all notes, and what differs for some files.
    context: Context = NO_CONTEXT
    files: tuple[FileContext, ...] = Factory(tuple)
    #: The files that are left out when folders and patterns are searched for notes.
    exclude: FilePatterns = FilePatterns(())
    #: The rules that don't run for some files.
    per_file_ignores: tuple[FileIgnores, ...] = Factory(tuple)

    def options(self, file: str | os.PathLike[str] | None = None) -> CheckOptions:
        """Return keyword arguments for `check`, `fix` and `ftnotes.batch.Policy`: ``check(text, **configuration.options())``.

        Args:
            file: the file of the note, whose context can depend on it.

        Raises:
            ConfigurationError: a setting is invalid.
        """
        playbook, rules, severities = self._resolved
        context = self.context if file is None else self.context_of(os.fspath(file))
        rules = rules if file is None else self.rules_of(os.fspath(file), rules)
        return {"context": context, "playbook": playbook, "rules": rules, "severities": severities}

    @cached_property
    def _resolved(self) -> tuple[Playbook, tuple[Rule, ...], Mapping[str, SeverityName | Severity]]:
        playbook = self.load_playbook()
        self.check_contexts(playbook)
        self.check_ignores()
        return playbook, self.rules(), self.severities()

    def load_playbook(
        self, *, edition: str | None = None, playbook: str | Playbook | None = None, language: str | None = None
    ) -> Playbook:
        """Return the playbook, with the language of notes that don't show theirs; arguments replace settings.

        Raises:
            ConfigurationError: there is no such edition, file or language.
        """
        where = ""
        if edition is None and playbook is None:
            edition, playbook = self.edition, self.playbook
            where = self._key("edition")
        edition = DEFAULT_EDITION if edition is None else edition
        if isinstance(playbook, Playbook):
            loaded = playbook
        else:
            loaded = load_edition(edition, where) if playbook is None else read_playbook(playbook)
        where = ""
        if language is None and self.language is not None:
            language, where = self.language, self._key("language")
        if language is None or language == loaded.default_language:
            return loaded
        return evolve(loaded, default_language=language_code(loaded, language, where), bundled=False)

    def rules(self, *, select: Iterable[str] | None = None, ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
        """Return the rules to run. ``select`` replaces the setting, and ``ignore`` is added to it.

        A rule that ``select`` gives by its full code or name runs even if the configuration ignores it.

        Raises:
            ConfigurationError: there is no such rule.
        """
        from .rules import RULES
        from .selection import chosen_rules

        where, names = (self._key("select"), self.select) if select is None else ("", tuple(select))
        chosen = _located(where, lambda: chosen_rules(RULES, names, ()))
        ignored = _located(self._key("ignore"), lambda: _codes(self.ignore or ()))
        full = set() if select is None else {name.lower() for name in names or ()}
        ignored -= {rule.code for rule in RULES if rule.code.lower() in full or rule.name in full}
        ignored |= _located("", lambda: _codes(ignore))
        return tuple(rule for rule in chosen if rule.code not in ignored)

    def severities(self) -> Mapping[str, SeverityName | Severity]:
        """Return the severity overrides by code.

        Raises:
            ConfigurationError: there is no such rule.
        """
        from .rules import RULES
        from .selection import severities_by_code

        return _located(self._key("severity"), lambda: severities_by_code(RULES, self.severity or {}))

    def context_of(self, file: str) -> Context:
        """Return the context of the notes in a file; of the patterns that match, the last one counts most."""
        context = self.context
        if self.files:
            path = self._relative(file)
            for one in self.files:
                if one.files.match(path):
                    context = one.context.over(context)
        return context

    def rules_of(self, file: str, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """Return those of the rules that run for a file."""
        if not self.per_file_ignores:
            return rules
        path = self._relative(file)
        ignored = _codes(name for one in self.per_file_ignores if one.files.match(path) for name in one.rules)
        return tuple(rule for rule in rules if rule.code not in ignored)

    def excludes(self, file: str) -> bool:
        """Return whether a file is left out when folders and patterns are searched for notes."""
        return bool(self.exclude.patterns) and self.exclude.match_or_contain(self._relative(file))

    def _relative(self, file: str) -> str:
        """Return the path of a file from the configuration, with ``/`` between its parts."""
        try:
            path = os.path.relpath(file, self.folder)
        except ValueError:  # on another drive
            path = file
        return path.replace(os.sep, "/")

    def check_ignores(self) -> None:
        """Check that the rules exist that don't run for some files.

        Raises:
            ConfigurationError: one doesn't.
        """
        for number, one in enumerate(self.per_file_ignores):
            _located(self._key(f"per-file-ignores[{number}]"), partial(_codes, one.rules))

    def check_contexts(self, playbook: Playbook) -> None:
        """Check that a playbook knows the roles, note types, priorities and intents of all contexts.

        Raises:
            ConfigurationError: it doesn't.
        """
        _located(f"{self.path}: ", lambda: self.context.resolved(playbook))
        for number, one in enumerate(self.files):
            _located(f"{self.path}: files[{number}]: ", partial(one.context.resolved, playbook))

    def _key(self, name: str) -> str:
        return f"{self.path}: {name}: " if self.path else f"{name}: "


def load_edition(edition: str, where: str = "") -> Playbook:
    """Return a published edition; ``where`` starts the error message.

    Raises:
        ConfigurationError: there is no such edition.
    """
    editions = Playbook.editions()
    if edition not in editions:
        hint = did_you_mean(edition, editions)
        raise ConfigurationError(
            f"{where}there is no edition {edition!r}{hint}; there are {', '.join(editions)}; a custom playbook is a file, "
            "as in --playbook own.toml"
        )
    return Playbook.load(edition)


def read_playbook(file: str) -> Playbook:
    """Return a custom playbook.

    Raises:
        ConfigurationError: the file can't be read, or is not a playbook.
    """
    return _located("", lambda: Playbook.from_file(file))


def language_code(playbook: Playbook, language: str, where: str = "") -> str:
    """Return the code of a language, given by code or name; ``where`` starts the error message.

    Raises:
        ConfigurationError: the playbook has no such language.
    """
    known = {one.code.lower(): one.code for one in playbook.languages} | {
        one.name.lower(): one.code for one in playbook.languages
    }
    if language.lower() not in known:
        there = ", ".join(f"{one.code} ({one.name})" for one in playbook.languages)
        hint = did_you_mean(language.lower(), known)
        raise ConfigurationError(f"{where}playbook {playbook.id} knows no language {language!r}{hint}; it knows {there}")
    return known[language.lower()]


def _codes(names: Iterable[str]) -> set[str]:
    from .rules import RULES
    from .selection import codes

    return {code for name in names for code in codes(RULES, name)}


def _located(where: str, function: Callable[[], T]) -> T:
    """Return the result of a function, with the place of the setting in front of its errors."""
    try:
        return function()
    except ValueError as error:
        raise ConfigurationError(f"{where}{error}") from None


def _matches(pattern: list[str], parts: list[str]) -> bool:
    """Return whether a path matches a pattern, part by part; ``**`` matches any number of folders."""
    reached = {0}  # how many parts of the path the pattern can have used so far
    for one in pattern:
        if one == "**":
            reached = set(range(min(reached, default=len(parts) + 1), len(parts) + 1))
        else:
            reached = {at + 1 for at in reached if at < len(parts) and fnmatchcase(parts[at], one)}
    return len(parts) in reached
