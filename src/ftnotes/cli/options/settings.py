"""The effective settings: the command line, then the configuration file, then the defaults."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from attrs import frozen

from ...playbook.playbook import Playbook
from ...policy import configuration as library
from ...policy.configuration import Configuration, ConfigurationError, OutputFormat
from ...policy.configuration_file import nearest_configuration, read_configuration
from ...policy.context import Context
from ...policy.diagnostics import Severity, SeverityName
from .arguments import MAX_SIZE, PolicyOptions, ReadingOptions
from .exit_status import UsageError

if TYPE_CHECKING:
    from ...playbook.model import Intent
    from ...policy.rule import Rule

P = ParamSpec("P")
T = TypeVar("T")


def _with_usage_errors(function: Callable[P, T]) -> Callable[P, T]:
    """Return the function with invalid settings raised as `UsageError`."""

    @wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return function(*args, **kwargs)
        except ConfigurationError as error:
            raise UsageError(str(error)) from None

    return wrapped


load_edition = _with_usage_errors(library.load_edition)
load_playbook = _with_usage_errors(library.read_playbook)
language_of = _with_usage_errors(library.language_code)


@_with_usage_errors
def configuration_of(reading: ReadingOptions) -> Configuration:
    """Return the configuration that is named, the nearest one, or an empty one."""
    if reading.no_config:
        return Configuration()
    return nearest_configuration() if reading.config is None else read_configuration(reading.config)


def max_size_of(reading: ReadingOptions, configuration: Configuration) -> int:
    """Return the maximum size of a note, in megabytes."""
    return reading.max_size or configuration.max_size or MAX_SIZE


@_with_usage_errors
def playbook_of(reading: ReadingOptions, configuration: Configuration) -> Playbook:
    """Return the playbook, with the language of notes that don't show theirs."""
    return configuration.load_playbook(edition=reading.edition, playbook=reading.playbook, language=reading.language)


@frozen
class Settings:
    """The effective settings of a check."""

    configuration: Configuration
    playbook: Playbook
    rules: tuple[Rule, ...]
    severities: Mapping[str, SeverityName | Severity]
    fail_on: Severity
    output_format: OutputFormat
    max_size: int
    #: The context on the command line, for all notes.
    given: Context

    def context(self, name: str | None) -> Context:
        """Return the context of the notes in a file; without a name, that of all notes."""
        configuration = self.configuration
        return self.given.over(configuration.context if name is None else configuration.context_of(name))


@_with_usage_errors
def settings(reading: ReadingOptions, policy: PolicyOptions) -> Settings:
    """Return the effective settings of a check."""
    configuration = configuration_of(reading)
    playbook = playbook_of(reading, configuration)
    rules = configuration.rules(select=policy.select, ignore=policy.ignore or ())
    severities = configuration.severities()
    given = Context(policy.role, policy.note_type, policy.priority, cast("Intent | None", policy.intent), policy.date)
    try:
        given.resolved(playbook)
    except ValueError as error:
        raise UsageError(str(error)) from None
    configuration.check_contexts(playbook)
    return Settings(
        configuration,
        playbook,
        rules,
        severities,
        Severity(policy.fail_on or configuration.fail_on or Severity.WARNING),
        policy.output_format or configuration.output_format or "full",
        max_size_of(reading, configuration),
        given,
    )
