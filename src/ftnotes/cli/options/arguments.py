"""Options that several commands share, and the types of single values."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from ...text.files import MAX_MEGABYTES
from ...text.suggest import did_you_mean
from ..output.printers import FORMATS
from ..output.terminal import STDIN, is_stdin
from .declaration import Heading, flag, option, positional

if TYPE_CHECKING:
    import datetime

    from ...policy.configuration import OutputFormat

#: The longest note in megabytes, unless ``--max-size`` says otherwise.
MAX_SIZE: Final = 64
#: The values of `Severity`, here too because that module is loaded only where notes are checked.
SEVERITIES: Final = ("error", "warning", "information")

READING: Final = Heading("reading")
OUTPUT: Final = Heading("output")
_RULES: Final = Heading("rules", "named by code (FT301), name (hashtag-forbidden) or prefix of codes (FT3)")
_DIGITS: Final = 40
#: The help of an option of several commands.
DATE: Final = "the day of notes that have none in --date-column"
CONTEXT: Final = Heading("context", "facts that notes don't contain; rules that need a missing one are skipped")


@frozen
class OneOf:
    """The type of an option that takes one of the known values."""

    known: Sequence[str]

    def __call__(self, text: str) -> str:
        """Return a known value.

        Raises:
            ArgumentTypeError: it is not known.
        """
        if text not in self.known:
            known = ", ".join(self.known)
            raise argparse.ArgumentTypeError(f"takes {known}, not {text!r}{did_you_mean(text, self.known)}")
        return text


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


def whole_number(most: int, what: str = "a whole number") -> Callable[[str], int]:
    """Return the type of an option that takes a whole number from 1 on."""

    def read(text: str) -> int:
        if text.isdecimal() and len(text) <= _DIGITS and 1 <= int(text) <= most:
            return int(text)
        raise argparse.ArgumentTypeError(f"takes {what} from 1 to {most:,}, not {text[:_DIGITS]!r}")

    return read


megabytes: Final = whole_number(MAX_MEGABYTES, "a whole number of megabytes")


@frozen(eq=False, repr=False)
class ReadingOptions:
    """The playbook and the configuration to read notes with; None where an option is not given."""

    edition: str | None = option("edition of the guidance, such as 2020-05 (default: 2020-03)", metavar="ID", either="playbook")
    playbook: str | None = option("a custom playbook, a TOML file", metavar="FILE", either="playbook")
    language: str | None = option("language of notes that don't show theirs, such as de or German")
    max_size: int | None = option(f"refuse longer notes (default: {MAX_SIZE})", metavar="MB", type=megabytes)
    encoding: str | None = option("encoding of files without byte order mark, such as cp1252 (default: utf-8)", metavar="NAME")
    config: str | None = option(
        "the configuration (default: the nearest ftnotes.toml or pyproject.toml)", metavar="FILE", either="configuration"
    )
    no_config: bool = flag("use no configuration file", either="configuration")


@frozen(eq=False, repr=False)
class PolicyOptions:
    """The rules to run, the context of the notes, and how problems count; None where an option is not given."""

    select: tuple[str, ...] | None = option(
        "run only these, separated by commas", _RULES, metavar="RULES", type=comma_separated
    )
    ignore: tuple[str, ...] | None = option(
        "skip these, besides those of the configuration", _RULES, metavar="RULES", type=comma_separated
    )
    role: str | None = option('the role of the writer, such as "FastTrack Manager" or SME', CONTEXT)
    note_type: str | None = option('the type of the notes, such as "Engagement Management"', CONTEXT, metavar="TYPE")
    priority: str | None = option("priority of the customer: high, medium or low", CONTEXT)
    intent: str | None = option("what the customer wants: deploying, accelerating or pausing", CONTEXT)
    date: datetime.date | None = option(DATE, CONTEXT, metavar="YYYY-MM-DD", type=day)
    requested: bool | None = option("the summary was requested", CONTEXT, action="store_true", default=None)
    output_format: OutputFormat | None = option(
        f"{', '.join(FORMATS)} (default: full)", OUTPUT, metavar="FORM", type=OneOf(tuple(FORMATS))
    )
    fail_on: str | None = option(
        "exit with 1 for problems of this severity or higher: error, warning or information (default: warning)",
        OUTPUT,
        metavar="SEVERITY",
        type=OneOf(SEVERITIES),
    )
    require_summary: bool = flag("exit with 1 if a note has no summary that can be read", OUTPUT)


def notes_argument() -> Any:
    """Declare the names of the notes."""
    help = "a file, a folder, a pattern such as 'notes/**/*.md', or - for standard input"
    return positional("NOTE", help, nargs="+", action=_Notes)


def redact_option(heading: Heading | None) -> Any:
    """Declare ``--redact``."""
    return flag("print no text of notes, which can contain customers' data", heading)


def keep_option() -> Any:
    """Declare ``--keep``."""
    return option("a column of exports to keep; can be given several times", metavar="NAME", action="append", default=[])


def raw_csv_option(heading: Heading | None = None) -> Any:
    """Declare ``--raw-csv``."""
    return flag("CSV for programs: no apostrophe before cells that spreadsheets take for formulas, no byte order mark", heading)


def stdin_filename_option(heading: Heading) -> Any:
    """Declare ``--stdin-filename``."""
    return option("the name to show for standard input", heading, metavar="NAME")


def output_option(heading: Heading) -> Any:
    """Declare the export that a command writes."""
    help = "the export to write, with all other cells unchanged; an existing file is replaced"
    return option(help, heading, "-o", "--output", metavar="FILE")


def force_in_place_option(heading: Heading) -> Any:
    """Declare ``--force-in-place``."""
    return flag(
        "write also into files that can't be replaced without loss (hard links, foreign owners, protected folders)", heading
    )


class _Notes(argparse.Action):
    """The names of notes, with standard input at most once."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        names = [STDIN if is_stdin(str(name)) else name for name in values or ()]
        if names.count(STDIN) > 1:
            parser.error("standard input can be read only once; give - once")
        setattr(namespace, self.dest, names)
