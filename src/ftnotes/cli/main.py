"""The command ``ftnotes``: reads notes from files, and prints what the library finds in them.

Exit status: 0 no problems, 1 problems, 2 wrong usage or configuration, something can't be read or written, or nothing to check;
and as in shells, 130 when interrupted and 141 when the output was closed.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from .. import __version__
from .options.exit_status import BROKEN_PIPE, CLEAN, FAILURE, INTERRUPTED, UsageError

if TYPE_CHECKING:
    from attrs import AttrsInstance

    from .options.parser import Command
    from .output.terminal import Screen

# Modules are imported where they are needed: help and version must be quick.

_DESCRIPTION: Final = "Read, check and fix status notes."

_EPILOG: Final = """\
examples:
  ftnotes check note.md             print the problems of a note, and what to do
  ftnotes check notes/*.md          the same for many notes
  ftnotes check --diff note.md      show what would be fixed, and what is left
  ftnotes fix note.md               fix what is safe to fix
  ftnotes format note.md            write a note in the layout of the template
  ftnotes new                       a blank note; --ask asks for its values
  ftnotes parse note.md             show how a note is read, line by line
  ftnotes parse --json - < note.md  the whole tree of a note, as JSON
  ftnotes check export.csv --column Notes --id-column Tenant
                                    the notes in a column of an export
  ftnotes records notes/*.md -o out.csv
                                    the content of notes as tables
  ftnotes rule FT301                explain a rule, with examples
  ftnotes COMMAND --help            all options of a command

exit status: 0 no problems (or none as severe as --fail-on), 1 problems,
2 wrong usage, wrong configuration, something can't be read or written,
or nothing to check
"""


def program() -> int:
    """Run the command as a process, after which nothing else runs, and return its exit status."""
    status = main()
    gc.freeze()  # looking for garbage at exit would take a tenth of a short run
    return status


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments; None for those of the process.

    Returns:
        The exit status. Nothing is raised: errors in the input are printed to stderr.
    """
    try:
        status = _run(sys.argv[1:] if argv is None else list(argv))
        # None if it was closed by whoever started the command; the language server closes it itself.
        if sys.stdout and not sys.stdout.closed:
            sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
        return BROKEN_PIPE
    except MemoryError:
        from .output.terminal import Screen

        Screen(sys.stderr).print("ftnotes: there is not enough memory; give fewer or smaller files, or a lower --max-size")
        return FAILURE
    except OSError as error:
        # Inputs have their own errors; this one comes from writing.
        _discard_output()
        from .output.terminal import Screen

        Screen(sys.stderr).print(f"ftnotes: can't write the output: {error.strerror}")
        return FAILURE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _discard_output() -> None:
    """Redirect stdout: Python flushes it once more on exit, which must not fail again."""
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _run(argv: list[str]) -> int:
    if argv[:1] == ["--version"]:
        print(f"ftnotes {__version__}")
        return CLEAN
    from .output.terminal import Screen

    errors = Screen.of(sys.stderr)
    try:
        if argv[:1] == ["--print-completion"]:
            return _print_completion(argv[1:], errors)
        name = _command_name(argv, errors)
        # The module is known only by the name of the command.
        command: Command[AttrsInstance] = import_module(f".commands.{name}", __package__).COMMAND
        arguments = command.parse(name, argv[1:], errors)
    except SystemExit as exit:
        return int(exit.code or 0)
    from ..playbook.model import PlaybookError
    from ..policy.configuration import ConfigurationError

    try:
        return command.run(arguments, errors)
    except (UsageError, ConfigurationError, PlaybookError) as error:
        errors.print(f"ftnotes {name}: {errors.escape(str(error))}")
        return FAILURE


def _print_completion(shells: list[str], errors: Screen) -> int:
    """Print the script that completes the command in a shell."""
    from .commands import SUMMARIES
    from .options.completion import SHELLS, options_of, script

    if len(shells) != 1 or shells[0] not in SHELLS:
        errors.print(f"ftnotes: --print-completion needs one of {', '.join(SHELLS)}, as in ftnotes --print-completion bash")
        return FAILURE
    commands: dict[str, Command[AttrsInstance]] = {
        name: import_module(f".commands.{name}", __package__).COMMAND for name in SUMMARIES
    }
    options = {name: [*options_of(command.parser(name, errors))] for name, command in commands.items()}
    print(script(shells[0], SUMMARIES, options), end="")
    return CLEAN


def _command_name(argv: list[str], errors: Screen) -> str:
    """Return the command that the arguments name.

    Raises:
        SystemExit: they name none: an error or the help was printed.
    """
    from .commands import SUMMARIES

    if argv and argv[0] in SUMMARIES:
        return argv[0]
    from ..text.suggest import did_you_mean
    from .options.parser import Parser

    listed = "\n".join(f"  {name:<10}{summary}" for name, summary in SUMMARIES.items())
    parser = Parser(
        prog="ftnotes",
        usage="[-h] [--version] COMMAND ...",
        description=_DESCRIPTION,
        epilog=f"commands:\n{listed}\n\n{_EPILOG}",
        errors=errors,
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    parser.add_argument(
        "--print-completion", metavar="SHELL", help="print the script that completes this command in bash, zsh or fish"
    )
    if not argv:
        parser.error("name a command, as in ftnotes check NOTE")
    first, *rest = argv
    if first in ("-h", "--help"):
        parser.print_help()
        parser.exit()
    if not first.startswith("-"):
        parser.error(f"{first!r} is not a command{did_you_mean(first, SUMMARIES)}; use one of {', '.join(SUMMARIES)}")
    command = next((name for name in rest if name in SUMMARIES), "check")
    parser.error(f"options come after the command, as in ftnotes {command} {first}")
