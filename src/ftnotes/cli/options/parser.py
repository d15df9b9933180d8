"""The parser of a subcommand, and the value that describes a subcommand to it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, NoReturn, TypeVar

from attrs import AttrsInstance, frozen

from ...text.suggest import did_you_mean
from ..output.terminal import Screen
from .declaration import add_options, from_namespace

T = TypeVar("T", bound=AttrsInstance)


class Parser(argparse.ArgumentParser):
    """A parser that escapes its error messages, which quote arguments and so can contain anything."""

    def __init__(self, prog: str, usage: str, description: str, errors: Screen, epilog: str | None = None) -> None:
        # argparse makes a formatter for each option; without a width each would load shutil to find the terminal's.
        super().__init__(
            prog,
            f"{prog} {usage}",
            description,
            epilog,
            formatter_class=partial(_Formatter, width=_width()),
            allow_abbrev=False,
        )
        self._errors = errors

    def error(self, message: str) -> NoReturn:
        """Print usage and message, and exit with 2."""
        self._errors.print(self.format_usage().rstrip())
        self._errors.print(f"{self.prog}: {self._errors.escape(message)} (see {self.prog} --help)")
        self.exit(2)

    def parse(self, argv: Sequence[str]) -> argparse.Namespace:
        """Parse arguments in which options can appear anywhere.

        Raises:
            SystemExit: an error or the help was printed.
        """
        namespace, unknown = self.parse_known_intermixed_args(_without_separator(argv))
        if unknown:
            options = [name for name in self._option_string_actions if name.startswith("--")]
            hint = did_you_mean(unknown[0].partition("=")[0], options, 0.7)
            self.error(f"unrecognized arguments: {' '.join(unknown)}{hint}")
        return namespace


@frozen(eq=False, repr=False)
class Command(Generic[T]):
    """A subcommand: its help, its arguments, and the function that runs it."""

    #: The arguments, as the usage line shows them.
    usage: str
    description: str
    #: The class that declares them.
    arguments: type[T]
    #: Takes their values and the screen for errors, and returns the exit status.
    run: Callable[[T, Screen], int]

    def parse(self, name: str, argv: Sequence[str], errors: Screen) -> T:
        """Parse the arguments of the command.

        Raises:
            SystemExit: an error or the help was printed.
        """
        return from_namespace(self.arguments, self.parser(name, errors).parse(argv))

    def parser(self, name: str, errors: Screen) -> Parser:
        """Return the parser of the command."""
        parser = Parser(f"ftnotes {name}", self.usage, self.description, errors)
        add_options(parser, self.arguments)
        return parser


class _Formatter(argparse.HelpFormatter):
    """A formatter that breaks lines only at spaces: argparse also breaks words at hyphens, as in ``--note-type``."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        from textwrap import wrap  # loaded only for help

        return wrap(text, width, break_on_hyphens=False, break_long_words=False)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" in text:  # in lines already
            return text
        return "\n".join(indent + line for line in self._split_lines(text, width - len(indent)))


def _width() -> int:
    """Return the width of help as argparse computes it: two columns less than the terminal."""
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size(1).columns)
    except (ValueError, OSError):
        columns = 0
    return (columns if columns > 0 else 80) - 2


def _without_separator(argv: Sequence[str]) -> list[str]:
    """Return arguments without ``--``; names after it that look like options are written so that they don't."""
    if "--" not in argv:
        return list(argv)
    at = list(argv).index("--")
    names = (f"./{name}" if name.startswith("-") and name != "-" else name for name in argv[at + 1 :])
    return [*argv[:at], *names]
