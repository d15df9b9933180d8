"""Options that several commands share: each group with its typed value, and the types of single values."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

import attrs
from attrs import frozen

from ...text.suggest import did_you_mean
from .parser import Parser

if TYPE_CHECKING:
    import datetime

#: The longest note in megabytes, unless ``--max-size`` says otherwise.
MAX_SIZE: Final = 64
#: The values of ``--output-format``.
FORMATS: Final = ("full", "concise", "json", "sarif", "github")
#: The values of `Severity`, here too because that module is loaded only where notes are checked.
SEVERITIES: Final = ("error", "warning", "information")

T = TypeVar("T", bound=attrs.AttrsInstance)


@frozen
class ReadingOptions:
    """The playbook and the configuration to read notes with; None where an option is not given."""

    edition: str | None
    playbook: str | None
    config: str | None
    no_config: bool
    language: str | None = None
    #: In megabytes.
    max_size: int | None = None


@frozen
class PolicyOptions:
    """The rules to run, the context of the notes, and how problems count; None where an option is not given."""

    select: tuple[str, ...] | None
    ignore: tuple[str, ...] | None
    role: str | None
    note_type: str | None
    priority: str | None
    intent: str | None
    date: datetime.date | None
    fail_on: str | None
    output_format: str | None


def from_namespace(kind: type[T], namespace: argparse.Namespace, **others: object) -> T:
    """Return the typed value of a group of options; each attribute is the option of its name, or one of the others."""
    given = vars(namespace) | others
    return kind(**{one.name: given[one.name] for one in attrs.fields(kind) if one.name in given})


def add_notes(parser: Parser) -> None:
    """Add the names of the notes."""
    parser.add_argument(
        "notes",
        metavar="NOTE",
        nargs="+",
        action=_Notes,
        help="a file, a pattern such as 'notes/**/*.md', or - for standard input",
    )


def add_reading(parser: Parser, *, language: bool = True, notes: bool = True) -> None:
    """Add the options of `ReadingOptions`.

    Args:
        parser: the parser of the command.
        language: whether to add the language of notes that don't show theirs.
        notes: whether the command reads notes, and not only a playbook.
    """
    reading = parser.add_argument_group("reading" if notes else "playbook")
    which = reading.add_mutually_exclusive_group()
    which.add_argument("--edition", metavar="ID", help="edition of the guidance, such as 2020-05 (default: 2020-03)")
    which.add_argument("--playbook", metavar="FILE", help="a custom playbook, a TOML file")
    if language:
        reading.add_argument("--language", help="language of notes that don't show theirs, such as de or German")
    if notes:
        reading.add_argument("--max-size", metavar="MB", type=megabytes, help=f"refuse longer notes (default: {MAX_SIZE})")
    where = reading.add_mutually_exclusive_group()
    where.add_argument(
        "--config", metavar="FILE", help="the configuration (default: the nearest ftnotes.toml or pyproject.toml)"
    )
    where.add_argument("--no-config", action="store_true", help="use no configuration file")


def add_policy(parser: Parser) -> argparse._ArgumentGroup:
    """Add the options of `PolicyOptions`, and return the group about output for further ones."""
    rules = parser.add_argument_group("rules", "named by code (FT301), name (hashtag-forbidden) or prefix of codes (FT3)")
    rules.add_argument("--select", metavar="RULES", type=comma_separated, help="run only these, separated by commas")
    rules.add_argument("--ignore", metavar="RULES", type=comma_separated, help="skip these, besides those of the configuration")
    context = parser.add_argument_group("context", "what notes don't say; rules that need a missing value are skipped")
    context.add_argument("--role", help='the role of the writer, such as "FastTrack Manager" or SME')
    context.add_argument("--note-type", metavar="TYPE", help='the type of the notes, such as "Engagement Management"')
    context.add_argument("--priority", help="priority of the customer: high, medium or low")
    context.add_argument("--intent", help="what the customer wants: deploying, accelerating or pausing")
    context.add_argument("--date", metavar="YYYY-MM-DD", type=day, help="date of the notes")
    output = parser.add_argument_group("output")
    output.add_argument("--output-format", metavar="FORM", type=one_of(FORMATS), help=f"{', '.join(FORMATS)} (default: full)")
    output.add_argument(
        "--fail-on",
        metavar="SEVERITY",
        type=one_of(SEVERITIES),
        help="exit with 1 for problems of this severity or higher: error, warning or information (default: warning)",
    )
    return output


def add_redact(group: argparse._ArgumentGroup | Parser) -> None:
    """Add ``--redact``."""
    group.add_argument("--redact", action="store_true", help="print no text of notes, which can contain customers' data")


def add_stdin_filename(group: argparse._ArgumentGroup) -> None:
    """Add ``--stdin-filename``."""
    group.add_argument("--stdin-filename", metavar="NAME", help="the name to show for standard input")


def add_writing(group: argparse._ArgumentGroup) -> None:
    """Add the options of commands that write notes back."""
    group.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="the export to write, with all other cells unchanged; an existing file is replaced",
    )
    group.add_argument(
        "--force-in-place",
        action="store_true",
        help="write also into files that can't be replaced without loss (hard links, foreign owners, protected folders)",
    )


def one_of(known: Sequence[str]) -> Callable[[str], str]:
    """Return the type of an option that takes one of the known values."""

    def choose(text: str) -> str:
        if text not in known:
            raise argparse.ArgumentTypeError(f"takes {', '.join(known)}, not {text!r}{did_you_mean(text, known)}")
        return text

    return choose


def comma_separated(text: str) -> tuple[str, ...]:
    """Return the parts of a value between commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def day(text: str) -> datetime.date:
    """Return the date of an ISO text.

    Raises:
        ArgumentTypeError: it is not a date.
    """
    import datetime  # only where a date is given: it would slow down help

    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"takes a date such as 2020-05-08, not {text!r}") from None


def positive(text: str, what: str = "a whole number") -> int:
    """Return a whole number above zero.

    Raises:
        ArgumentTypeError: it is not one.
    """
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"takes {what}, 1 or more, not {text!r}")
    return int(text)


def megabytes(text: str) -> int:
    """Return a number of megabytes; see `positive`."""
    return positive(text, "a whole number of megabytes")


class _Notes(argparse.Action):
    """The names of notes, with standard input at most once."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        names = list(values or ())
        if names.count("-") > 1:
            parser.error("standard input can be read only once; give - once")
        setattr(namespace, self.dest, names)
