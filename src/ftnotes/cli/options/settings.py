"""The effective settings: the command line, then the configuration file, then the defaults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from attrs import frozen

from ...playbook.playbook import Playbook
from ...policy.configuration import CheckOptions, Configuration, OutputFormat
from ...policy.configuration_file import nearest_configuration, read_configuration
from ...policy.context import Context
from ...policy.diagnostics import Severity, SeverityName
from .arguments import MAX_SIZE, PolicyOptions, ReadingOptions
from .exit_status import UsageError

if TYPE_CHECKING:
    from ...playbook.model import Intent
    from ...policy.rule import Rule


def reading_settings(reading: ReadingOptions) -> tuple[Configuration, Playbook, int]:
    """Return the configuration, the playbook, and the maximum size of a note in megabytes.

    Raises:
        ConfigurationError: one of them is invalid.
    """
    if reading.no_config:
        configuration = Configuration()
    else:
        configuration = nearest_configuration() if reading.config is None else read_configuration(reading.config)
    playbook = configuration.load_playbook(edition=reading.edition, playbook=reading.playbook, language=reading.language)
    return configuration, playbook, reading.max_size or configuration.max_size or MAX_SIZE


@frozen(eq=False, repr=False)
class Settings:
    """The effective settings of a check."""

    configuration: Configuration
    playbook: Playbook
    rules: tuple[Rule, ...]
    severities: Mapping[str, SeverityName | Severity]
    fail_on: Severity
    require_summary: bool
    output_format: OutputFormat
    max_size: int
    #: The context on the command line, for all notes.
    given: Context

    def context(self, name: str | None) -> Context:
        """Return the context of the notes in a file; without a name, that of all notes."""
        configuration = self.configuration
        return self.given.over(configuration.context if name is None else configuration.context_of(name))

    def options(self, name: str) -> CheckOptions:
        """Return keyword arguments for `check`, `fix` and `ftnotes.batch.Policy` about the notes in a file."""
        return {
            "context": self.context(name),
            "playbook": self.playbook,
            "rules": self.configuration.rules_of(name, self.rules),
            "severities": self.severities,
        }


def settings(reading: ReadingOptions, policy: PolicyOptions) -> Settings:
    """Return the effective settings of a check.

    Raises:
        ConfigurationError: one of them is invalid.
        UsageError: the playbook does not know the context on the command line.
    """
    configuration, playbook, max_size = reading_settings(reading)
    rules = configuration.rules(select=policy.select, ignore=policy.ignore or ())
    severities = configuration.severities()
    intent = cast("Intent | None", policy.intent)
    given = Context(policy.role, policy.note_type, policy.priority, intent, policy.date, policy.requested)
    try:
        given.resolved(playbook)
    except ValueError as error:
        raise UsageError(str(error)) from None
    configuration.check_contexts(playbook)
    configuration.check_ignores()
    return Settings(
        configuration,
        playbook,
        rules,
        severities,
        Severity(policy.fail_on or configuration.fail_on or Severity.WARNING),
        policy.require_summary or bool(configuration.require_summary),
        policy.output_format or configuration.output_format or "full",
        max_size,
        given,
    )
