"""The command ``ftnotes``: reads notes from files, and prints what the library finds in them.

Exit status: 0 nothing found, 1 findings, 2 wrong usage or configuration, what can't be read or written, or nothing to check; as
shells have it, 130 when interrupted and 141 when nobody reads the output any more.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from .. import __version__
from .options.exit_status import CLEAN, FAILURE, INTERRUPTED, NOBODY_READS, WrongUsage

if TYPE_CHECKING:
    from argparse import Namespace

    from .output.terminal import Screen

# What a command needs is imported where it needs it: help and version come at once.


def program() -> int:
    """The command as a process of its own: its exit status, behind which nothing else runs."""
    status = main()
    gc.freeze()  # what is left goes with the process: looking through it for garbage would take a tenth of a short run
    return status


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments; those of the process where none are given.

    Returns:
        The exit status. Nothing is raised: what goes wrong with the input is told on stderr.
    """
    try:
        status = _run(argv)
        if sys.stdout:  # None where it was closed by whoever started the command
            sys.stdout.flush()
    except BrokenPipeError:
        _give_up_output()
        return NOBODY_READS
    except OSError as error:
        # Inputs have their own errors; this one comes from writing.
        _give_up_output()
        from .output.terminal import Screen

        Screen(sys.stderr).print(f"ftnotes: can't write the output: {error.strerror}")
        return FAILURE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _give_up_output() -> None:
    """Python flushes stdout once more on exit, which must not fail again."""
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _run(argv: Sequence[str] | None) -> int:
    said = sys.argv[1:] if argv is None else list(argv)
    if said[:1] == ["--version"]:
        return _version()
    from .options.arguments import command_line
    from .output.terminal import Screen

    errors = Screen.of(sys.stderr)
    try:
        arguments = command_line(errors, said)
    except SystemExit as exit:
        return int(exit.code or 0)
    try:
        return _COMMANDS[arguments.command](arguments, errors)
    except WrongUsage as error:
        errors.print(f"ftnotes {arguments.command}: {errors.escape(str(error))}")
        return FAILURE


def _version() -> int:
    print(f"ftnotes {__version__}")
    return CLEAN


def _check(arguments: Namespace, errors: Screen) -> int:
    from .commands.check import run

    return run(arguments, errors)


def _format(arguments: Namespace, errors: Screen) -> int:
    from .commands.format import run

    return run(arguments, errors)


def _new(arguments: Namespace, errors: Screen) -> int:
    from .commands.new import run

    return run(arguments, errors)


def _config(arguments: Namespace, errors: Screen) -> int:
    from .options.settings import configuration_lines, settings
    from .output.terminal import Screen

    screen = Screen.of(sys.stdout)
    for line in configuration_lines(screen, arguments, settings(arguments)):
        screen.print(line)
    return CLEAN


def _playbook(arguments: Namespace, errors: Screen) -> int:
    from .commands.playbook import playbook_lines
    from .output.terminal import Screen

    screen = Screen.of(sys.stdout)
    for line in playbook_lines(screen, arguments.action, arguments.playbooks):
        screen.print(line)
    return CLEAN


def _rule(arguments: Namespace, errors: Screen) -> int:
    from ..policy.rule_docs import page
    from ..policy.rules import RULES
    from ..policy.selection import codes
    from .output.terminal import Screen

    if arguments.all == bool(arguments.rules):
        raise WrongUsage("name the rules to explain, as in ftnotes rule FT301 FT302; or all of them with --all")
    try:
        wanted = {code for said in arguments.rules for code in codes(RULES, said)}
    except ValueError as error:
        raise WrongUsage(str(error)) from None
    screen = Screen.of(sys.stdout)
    for number, rule in enumerate(rule for rule in RULES if arguments.all or rule.code in wanted):
        if number:
            screen.print("")
        for line in page(rule).split("\n")[:-1]:
            screen.print(screen.escape(line))
    return CLEAN


def _parse(arguments: Namespace, errors: Screen) -> int:
    from ..interchange.json_tree import to_json
    from ..syntax.parser import parse
    from .files.inputs import Inputs
    from .options.settings import configuration_of, max_size_of, playbook_of
    from .output.outline import outline
    from .output.terminal import Screen

    configuration = configuration_of(arguments)
    playbook = playbook_of(arguments, configuration)
    screen = Screen.of(sys.stdout)
    inputs = Inputs(errors, max_size_of(arguments, configuration))
    for note in inputs.notes(arguments.notes):
        document = parse(note.text, playbook)
        if arguments.json:
            screen.print_json({"file": note.name, **to_json(document)})
        else:
            for line in outline(screen, note.name, note.text, document):
                screen.print(line)
    return FAILURE if inputs.unreadable else CLEAN


def _records(arguments: Namespace, errors: Screen) -> int:
    from .commands.records import run

    return run(arguments, errors)


_COMMANDS: Final = {
    "check": _check,
    "fix": _check,
    "format": _format,
    "new": _new,
    "parse": _parse,
    "records": _records,
    "rule": _rule,
    "playbook": _playbook,
    "config": _config,
}
