"""The command ``ftnotes``: reads notes from files, and prints what the library finds in them.

Exit status: 0 nothing found, 1 findings, 2 wrong usage or configuration, what can't be read or written, or nothing to check; as
shells have it, 130 when interrupted and 141 when nobody reads the output any more.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from .. import __version__
from .options.exit_status import BROKEN_PIPE, CLEAN, FAILURE, INTERRUPTED, UsageError

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
        return BROKEN_PIPE
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
        run: Callable[[Namespace, Screen], int]
        run = import_module(f".commands.{_COMMANDS[arguments.command]}", __package__).run
        return run(arguments, errors)
    except UsageError as error:
        errors.print(f"ftnotes {arguments.command}: {errors.escape(str(error))}")
        return FAILURE


def _version() -> int:
    print(f"ftnotes {__version__}")
    return CLEAN


#: The commands, each with the module of `commands` that runs it.
_COMMANDS: Final = {
    "check": "check",
    "fix": "check",
    "format": "format",
    "new": "new",
    "parse": "parse",
    "records": "records",
    "rule": "rule",
    "playbook": "playbook",
    "config": "config",
}
