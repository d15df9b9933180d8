"""``ftnotes config``."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import Any, Final

from ...policy.report_text import width
from ..options.config_file import TOLD
from ..options.exit_status import CLEAN
from ..options.settings import COMMAND_LINE, DEFAULT, Settings, settings
from ..output.terminal import Screen


def run(arguments: Namespace, errors: Screen) -> int:
    """Show the effective settings. Return the exit status."""
    screen = Screen.of(sys.stdout)
    for line in configuration_lines(screen, arguments, settings(arguments)):
        screen.print(line)
    return CLEAN


#: So many columns are for values; what is longer is followed by its origin at once.
WIDTH: Final = 40


def in_force(arguments: Namespace, found: Settings, name: str | None) -> Iterator[tuple[str, str, str]]:
    """Each setting: its key, its value, and where that comes from.

    Args:
        arguments: the command line.
        found: what `settings` made of it.
        name: of a note, for what is told of it; None for what is told of all.
    """
    configuration = found.configuration
    path = configuration.path

    def origin(key: str, *others: str) -> str:
        for one in (key, *others):
            if getattr(arguments, one) is not None:
                return COMMAND_LINE
        return path if any(getattr(configuration, one) is not None for one in (key, *others)) else DEFAULT

    own = arguments.playbook or (None if arguments.edition else configuration.playbook)
    yield "playbook", f"{own} ({found.playbook.id})" if own else found.playbook.id, origin("edition", "playbook")
    yield "language", found.playbook.default_language, origin("language")
    select = configuration.select if arguments.select is None else arguments.select
    yield "select", _listed(select, "all" if select is None else "none"), origin("select")
    both = [part for part in (configuration.ignore, arguments.ignore) if part]
    sources = [where for where, part in ((path, configuration.ignore), (COMMAND_LINE, arguments.ignore)) if part]
    yield "ignore", _listed([one for part in both for one in part], "none"), " and ".join(sources) or DEFAULT
    yield "rules", str(len(found.rules)), "by select and ignore"
    weights = configuration.severity or {}
    yield (
        "severity",
        _listed([f"{rule} = {weight}" for rule, weight in weights.items()], "as the rules say"),
        (path if weights else DEFAULT),
    )
    yield "fail-on", found.fail_on.value, origin("fail_on")
    yield "output-format", found.output_format, origin("output_format")
    yield "max-size", f"{found.max_size} MB", origin("max_size")
    told = found.told.over(configuration.told if name is None else configuration.told_of(name))
    for one in TOLD:
        value: Any = getattr(told, one)
        where = COMMAND_LINE if getattr(found.told, one) is not None else path
        yield one.replace("_", "-"), "not told" if value is None else str(value), DEFAULT if value is None else where
    for entry in configuration.files if name is None else ():
        said = [f"{one.replace('_', '-')} {getattr(entry.told, one)}" for one in TOLD if getattr(entry.told, one) is not None]
        yield f"files {_listed(entry.patterns, '')}", _listed(said, "nothing told"), path


def configuration_lines(screen: Screen, arguments: Namespace, found: Settings) -> Iterator[str]:
    """What is in force, as a table of setting, value and origin; the file first."""
    path = found.configuration.path
    yield (
        f"configuration: {screen.escape(path)}"
        if path
        else "configuration: none; it would stand in ftnotes.toml or pyproject.toml"
    )
    yield ""
    rows = [tuple(map(screen.escape, row)) for row in in_force(arguments, found, arguments.notes)]
    first, second = (max(width(row[column]) for row in rows) for column in (0, 1))
    for key, value, origin in rows:
        yield f"{key}{' ' * (first - width(key))}  {value}{' ' * (min(second, WIDTH) - width(value))}  ({origin})"


def _listed(parts: Iterable[str] | None, otherwise: str) -> str:
    return ", ".join(parts or ()) or otherwise
