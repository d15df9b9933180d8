"""``ftnotes config``: show the effective configuration."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...policy.context import CONTEXT_NAMES
from ...text.display import width
from ..options.arguments import READING, PolicyOptions, ReadingOptions
from ..options.declaration import flag, group, positional
from ..options.exit_status import CLEAN
from ..options.parser import Command
from ..output.terminal import Screen

if TYPE_CHECKING:
    from ..options.settings import Settings

#: The column of origins starts at this width of the values; a longer value is followed by its origin at once.
WIDTH: Final = 40

_DEFAULT: Final = "default"
_COMMAND_LINE: Final = "command line"


@frozen
class ConfigArguments:
    """The arguments of ``config``."""

    notes: str | None = positional("NOTE", "a note: show its context", nargs="?")
    schema: bool = flag("print the JSON Schema of configuration files, for editors, instead")
    policy: PolicyOptions = group(PolicyOptions)
    reading: ReadingOptions = group(ReadingOptions, READING)


def _run(arguments: ConfigArguments, errors: Screen) -> int:
    from ..options.settings import settings

    screen = Screen.of(sys.stdout)
    if arguments.schema:
        import json

        from ...interchange.json_schema import configuration_schema

        screen.print(json.dumps(configuration_schema(), indent=2))
        return CLEAN
    for line in _lines(screen, arguments, settings(arguments.reading, arguments.policy)):
        screen.print(line)
    return CLEAN


def _lines(screen: Screen, arguments: ConfigArguments, settings: Settings) -> Iterator[str]:
    path = settings.configuration.path
    yield f"configuration: {screen.escape(path) if path else 'none; looked for ftnotes.toml and pyproject.toml'}"
    yield ""
    rows = [tuple(map(screen.escape, row)) for row in _effective(arguments, settings)]
    first, second = (max(width(row[column]) for row in rows) for column in (0, 1))
    for key, value, origin in rows:
        yield f"{key}{' ' * (first - width(key))}  {value}{' ' * (min(second, WIDTH) - width(value))}  ({origin})"


def _effective(arguments: ConfigArguments, settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Yield each setting: its key, its value, and the origin of the value."""
    reading, policy, configuration = arguments.reading, arguments.policy, settings.configuration
    path = configuration.path

    def origin(given: object, configured: object) -> str:
        return _COMMAND_LINE if given is not None else path if configured is not None else _DEFAULT

    custom = reading.playbook or (None if reading.edition else configuration.playbook)
    edition = settings.playbook.id
    yield (
        "playbook",
        f"{custom} ({edition})" if custom else edition,
        origin(reading.playbook or reading.edition, configuration.playbook or configuration.edition),
    )
    yield "language", settings.playbook.default_language, origin(reading.language, configuration.language)
    select = configuration.select if policy.select is None else policy.select
    yield "select", _joined(select, "all" if select is None else "none"), origin(policy.select, configuration.select)
    sources = [(path, configuration.ignore or ()), (_COMMAND_LINE, policy.ignore or ())]
    ignored = [name for _, names in sources for name in names]
    yield "ignore", _joined(ignored, "none"), " and ".join(where for where, names in sources if names) or _DEFAULT
    yield "rules", str(len(settings.rules)), "by select and ignore"
    severity = configuration.severity or {}
    yield (
        "severity",
        _joined([f"{rule} = {name}" for rule, name in severity.items()], "by rule"),
        path if severity else _DEFAULT,
    )
    yield "fail-on", settings.fail_on.value, origin(policy.fail_on, configuration.fail_on)
    required = policy.require_summary or None
    yield "require-summary", str(settings.require_summary).lower(), origin(required, configuration.require_summary)
    yield "output-format", settings.output_format, origin(policy.output_format, configuration.output_format)
    yield "max-size", f"{settings.max_size} MB", origin(reading.max_size, configuration.max_size)
    context = settings.context(arguments.notes).values()
    for key in CONTEXT_NAMES:
        name = key.replace("-", "_")
        value = context[name]
        if value is None:
            yield key, "not given", _DEFAULT
        else:
            yield (
                key,
                str(value).lower() if isinstance(value, bool) else str(value),
                path if getattr(settings.given, name) is None else _COMMAND_LINE,
            )
    for entry in configuration.files if arguments.notes is None else ():
        values = [f"{name.replace('_', '-')} {value}" for name, value in entry.context.values().items() if value is not None]
        yield f"files {_joined(entry.files.patterns, '')}", _joined(values, "no context"), path
    yield "exclude", _joined(configuration.exclude.patterns, "none"), path if configuration.exclude.patterns else _DEFAULT
    for ignores in configuration.per_file_ignores:
        yield f"per-file-ignores {_joined(ignores.files.patterns, '')}", _joined(ignores.rules, "none"), path


def _joined(parts: Iterable[str] | None, otherwise: str) -> str:
    return ", ".join(parts or ()) or otherwise


COMMAND: Final = Command(
    "[OPTIONS] [NOTE]",
    "Show the effective configuration: every setting, its value, and whether that comes from the command line, from a file "
    "or is the default. Takes the options of check, and a note to show the context of.",
    ConfigArguments,
    _run,
)
