"""What is in force for a run: the command line, what it leaves open by the configuration, and what that leaves by default."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, TypeVar, cast

import attrs
from attrs import frozen

from ...policy.diagnostics import Severity
from ...text.suggest import did_you_mean
from .arguments import MAX_SIZE, PolicyOptions, ReadingOptions
from .config_file import Configuration, Told, find, load
from .exit_status import UsageError

if TYPE_CHECKING:
    from ...playbook.model import Intent
    from ...playbook.playbook import Playbook
    from ...policy.context import Context
    from ...policy.rule import Rule

T = TypeVar("T")


def configuration_of(reading: ReadingOptions) -> Configuration:
    """The configuration that counts: the one that is named, the nearest one, or none.

    Raises:
        UsageError: it can't be read, or something in it is wrong.
    """
    if reading.no_config:
        return Configuration()
    if reading.config is not None:
        return load(reading.config)
    try:
        folder = os.getcwd()
    except OSError:  # it was deleted meanwhile
        return Configuration()
    return find(folder)


def max_size_of(reading: ReadingOptions, configuration: Configuration) -> int:
    """How many megabytes a note may have."""
    return reading.max_size or configuration.max_size or MAX_SIZE


def playbook_of(reading: ReadingOptions, configuration: Configuration) -> Playbook:
    """The playbook that counts, with the language that notes are taken for which don't show their own.

    Raises:
        UsageError: there is no such edition, file or language; the message says which there are.
    """
    from ...playbook.model import DEFAULT_EDITION

    edition, file = reading.edition, reading.playbook
    where = ""
    if edition is None and file is None:
        edition, file = configuration.edition, configuration.playbook
        where = f"{configuration.path}: edition: " if edition is not None else ""
    playbook = load_playbook(file) if file is not None else load_edition(DEFAULT_EDITION if edition is None else edition, where)
    language = reading.language
    where = ""
    if language is None and configuration.language is not None:
        language, where = configuration.language, f"{configuration.path}: language: "
    if language is None or language == playbook.default_language:
        return playbook
    return attrs.evolve(playbook, default_language=language_of(playbook, language, where), bundled=False)


def language_of(playbook: Playbook, said: str, where: str = "") -> str:
    """The code of a language, by that or by its name.

    Raises:
        UsageError: the playbook has no such language; the message says which it has.
    """
    codes = {one.code.lower(): one.code for one in playbook.languages} | {
        one.name.lower(): one.code for one in playbook.languages
    }
    if said.lower() not in codes:
        there = ", ".join(f"{one.code} ({one.name})" for one in playbook.languages)
        hint = did_you_mean(said.lower(), codes)
        raise UsageError(f"{where}playbook {playbook.id} knows no language {said!r}{hint}; it knows {there}")
    return codes[said.lower()]


def load_edition(edition: str, where: str = "") -> Playbook:
    """A published edition.

    Raises:
        UsageError: there is no such edition.
    """
    from ...playbook.playbook import Playbook

    editions = Playbook.editions()
    if edition not in editions:
        hint = did_you_mean(edition, editions)
        raise UsageError(
            f"{where}there is no edition {edition!r}{hint}; there are {', '.join(editions)}; a playbook of your own is a file, "
            "as in --playbook own.toml"
        )
    return Playbook.load(edition)


def load_playbook(file: str) -> Playbook:
    """A playbook of somebody's own.

    Raises:
        UsageError: the file can't be read, or is no playbook.
    """
    from ...playbook.playbook import Playbook

    try:
        return Playbook.from_file(file)
    except ValueError as error:  # a name that no file can have is no PlaybookError
        raise UsageError(str(error)) from None


@frozen
class Settings:
    """What is in force for a check."""

    configuration: Configuration
    playbook: Playbook
    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity]
    fail_on: Severity
    output_format: str
    max_size: int
    #: What the command line tells of all notes.
    told: Told

    def context(self, name: str) -> Context:
        """What is told of the notes in a file."""
        return _context(self.playbook, self.told.over(self.configuration.told_of(name)))


def settings(reading: ReadingOptions, policy: PolicyOptions) -> Settings:
    """What is in force.

    Raises:
        UsageError: something is not known; the message says where it stands, and what there is.
    """
    from ...policy.rules import RULES
    from ...policy.selection import chosen_rules, severities_by_code

    configuration = configuration_of(reading)
    playbook = playbook_of(reading, configuration)
    path = configuration.path
    own = policy.select
    select = own if own is not None else configuration.select
    with_key = "" if own is not None else f"{path}: select: "
    chosen = _or_wrong(with_key, lambda: chosen_rules(RULES, select, ()))
    left_out = set(_or_wrong(f"{path}: ignore: ", lambda: _codes(RULES, configuration.ignore or ())))
    # A rule that the command line names whole is wanted, whatever the configuration says of its kind.
    left_out -= {rule.code for rule in RULES for said in own or () if said.upper() == rule.code or said.lower() == rule.name}
    left_out |= set(_or_wrong("", lambda: _codes(RULES, policy.ignore or ())))
    severities = _or_wrong(f"{path}: severity: ", lambda: severities_by_code(RULES, configuration.severity or {}))
    told = Told(policy.role, policy.note_type, policy.priority, policy.intent, policy.date)
    _or_wrong("", lambda: _context(playbook, told))
    _or_wrong(f"{path}: ", lambda: _context(playbook, configuration.told))
    for number, one in enumerate(configuration.files, 1):
        _or_wrong(f"{path}: files {number}: ", partial(_context, playbook, one.told))
    return Settings(
        configuration,
        playbook,
        tuple(rule for rule in chosen if rule.code not in left_out),
        severities,
        Severity(policy.fail_on or configuration.fail_on or Severity.WARNING),
        policy.output_format or configuration.output_format or "full",
        max_size_of(reading, configuration),
        told,
    )


def _codes(rules: Iterable[Rule], said: Iterable[str]) -> list[str]:
    from ...policy.selection import codes

    rules = tuple(rules)
    return [code for one in said for code in codes(rules, one)]


@cache
def _context(playbook: Playbook, told: Told) -> Context:
    from ...policy.context import Context

    return Context(told.role, told.note_type, told.priority, cast("Intent | None", told.intent), told.date).resolved(playbook)


def _or_wrong(where: str, ask: Callable[[], T]) -> T:
    try:
        return ask()
    except ValueError as error:
        raise UsageError(f"{where}{error}") from None
