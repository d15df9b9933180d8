"""What the command line may say, and what its help says."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Sequence
from typing import Final, NoReturn

from . import exports
from .screen import Screen

#: A note may be so many megabytes long; `--max-size` raises it.
MAX_SIZE: Final = 64

_DESCRIPTION: Final = "Read and check the status notes of FastTrack managers."

_EPILOG: Final = """\
examples:
  ftnotes check note.md             what is wrong with a note, and what to do
  ftnotes check notes/*.md          the same for many
  ftnotes parse note.md             what was understood of it, line by line
  ftnotes parse --json - < note.md  the whole tree of a note, as JSON
  ftnotes check export.csv --column Notes --id-column Tenant
                                    the notes in a column of an export
  ftnotes records notes/*.md -o out.csv
                                    what notes say, as tables
  ftnotes rule FT301                what a rule asks for, why, and examples

exit status: 0 nothing found, 1 findings, 2 wrong usage or unreadable input
"""

_CHECK: Final = "Hold notes against the guidance: prints each finding with its line, why it matters, and what to do."

_PARSE: Final = (
    "Show what was understood of notes: an outline with line numbers, or (--json) the tree as JSON, "
    "one object on a line of its own for each note, whether one is given or many."
)

_RULE: Final = (
    "Explain rules: what each asks for, why, and examples of what it finds and what it doesn't, with the text as fixed. "
    "Nothing is fetched from anywhere."
)


def command_line(errors: Screen) -> argparse.ArgumentParser:
    """The parser of the command line; what it complains of is written to ``errors``."""

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            # The message quotes arguments, which may hold anything.
            errors.print(self.format_usage().rstrip())
            errors.print(f"{self.prog}: {errors.escape(message)} (see {self.prog} --help)")
            self.exit(2)

    common = Parser(add_help=False, allow_abbrev=False)
    common.add_argument("notes", metavar="NOTE", nargs="+", action=_Notes, help="a file, or - for standard input")
    which = common.add_mutually_exclusive_group()
    which.add_argument("--edition", metavar="ID", help="edition of the guidance, such as 2020-05 (default: 2020-03)")
    which.add_argument("--playbook", metavar="FILE", help="a playbook of your own, a TOML file")
    common.add_argument(
        "--max-size",
        metavar="MB",
        type=_megabytes,
        default=MAX_SIZE,
        help=f"refuse notes that are longer (default: {MAX_SIZE})",
    )

    parser = Parser(
        prog="ftnotes",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, text in (("check", _CHECK), ("parse", _PARSE), ("records", exports.RECORDS)):
        short = text.partition(":")[0].lower()
        command = commands.add_parser(name, parents=[common], help=short, description=text, allow_abbrev=False)
        if name == "parse":
            command.add_argument("--json", action="store_true", help="print the tree as JSON instead of an outline")
        elif name == "check":
            _add_policy(command)
            exports.add_export_options(command)
        else:
            exports.add_records_options(command)
            exports.add_export_options(command)
    rule = commands.add_parser("rule", help="explain rules", description=_RULE, allow_abbrev=False)
    rule.add_argument(
        "rules", metavar="RULE", nargs="*", help="a code (FT301), a name (hashtag-forbidden), or the start of codes (FT3)"
    )
    rule.add_argument("--all", action="store_true", help="explain all rules")
    return parser


def _add_policy(command: argparse.ArgumentParser) -> None:
    """The options that say which rules run, and what the text can't tell."""
    rules = command.add_argument_group("rules", "named by code (FT301), name (hashtag-forbidden) or start of codes (FT3)")
    rules.add_argument("--select", metavar="RULES", type=_listed, help="run these alone, with commas between them")
    rules.add_argument("--ignore", metavar="RULES", type=_listed, default=(), help="don't run these")
    told = command.add_argument_group("what the text can't tell", "rules that need to know and are not told don't guess")
    told.add_argument("--role", help='who wrote the notes, such as "FastTrack Manager" or SME')
    told.add_argument("--note-type", metavar="TYPE", help='what they were entered as, such as "Engagement Management"')
    told.add_argument("--priority", help="of the customer: high, medium or low")
    told.add_argument("--intent", help="what the customer wants: deploying, accelerating or pausing")
    told.add_argument("--date", metavar="YYYY-MM-DD", type=_day, help="the day of the notes")


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"takes a day as 2020-05-08, not {text!r}") from None


def _megabytes(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"takes a whole number of megabytes, 1 or more, not {text!r}")
    return int(text)


class _Notes(argparse.Action):
    """Keeps the names of the notes; standard input can be read but once."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        names = list(values or ())
        if names.count("-") > 1:
            parser.error("standard input can be read once: give - only once")
        setattr(namespace, self.dest, names)


class _Version(argparse.Action):
    """Prints the version; it is looked up only when asked for."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        from importlib.metadata import version

        print(f"ftnotes {version('ftnotes')}")
        parser.exit()
