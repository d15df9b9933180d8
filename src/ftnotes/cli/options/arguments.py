"""What the command line may say, and what its help says."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NoReturn

from ...text.suggest import did_you_mean
from ..output.terminal import Screen
from .export_arguments import RECORDS, add_export_options, add_records_options, add_target

if TYPE_CHECKING:
    import datetime

#: A note may be so many megabytes long; `--max-size` raises it.
MAX_SIZE: Final = 64
#: How findings may be printed.
FORMATS: Final = ("full", "concise", "json", "sarif", "github")
#: The layouts that notes are written in, as `STYLES` of the library has them.
STYLES: Final = ("template", "markdown")
#: What can be done with playbooks.
ACTIONS: Final = ("list", "show", "diff")
#: How much findings matter, as `Severity` has it; that module is loaded where notes are.
SEVERITIES: Final = ("error", "warning", "information")

_DESCRIPTION: Final = "Read, check and mend the status notes of FastTrack managers."

_EPILOG: Final = """\
examples:
  ftnotes check note.md             what is wrong with a note, and what to do
  ftnotes check notes/*.md          the same for many
  ftnotes check --diff note.md      what can be fixed, and what can't
  ftnotes fix note.md               mend what is safe to mend
  ftnotes format note.md            write it in the layout of the template
  ftnotes new                       a blank note; --ask asks for its values
  ftnotes parse note.md             what was understood of it, line by line
  ftnotes parse --json - < note.md  the whole tree of a note, as JSON
  ftnotes check export.csv --column Notes --id-column Tenant
                                    the notes in a column of an export
  ftnotes records notes/*.md -o out.csv
                                    what notes say, as tables
  ftnotes rule FT301                what a rule asks for, why, and examples
  ftnotes COMMAND --help            all that a command takes

exit status: 0 nothing found (or nothing above --fail-on), 1 findings,
2 wrong usage, wrong configuration, something can't be read or written,
or nothing to check
"""

_CHECK: Final = "Hold notes against the guidance: prints each finding with its line, why it matters, and what to do."
_FIX: Final = (
    "Mend notes: applies the fixes that leave a note saying the same, and prints what was fixed and what is left. "
    "The same as check --fix."
)
_FORMAT: Final = (
    "Write notes in the layout of the template: bullets, brackets and dashes, the order of the fields, the spelling of labels, "
    "choices and known names. What a note says stays, and so does all text outside of exec summaries."
)
_NEW: Final = "Write a new note: prints the blank template, or a note that says what is given."
_PARSE: Final = (
    "Show what was understood of notes: an outline with line numbers, or (--json) the tree as JSON, "
    "one object on a line of its own for each note, whether one is given or many."
)
_RULE: Final = (
    "Explain rules: what each asks for, why, and examples of what it finds and what it doesn't, with the text as fixed. "
    "Nothing is fetched from anywhere."
)
_CONFIG: Final = (
    "Show what is in force: prints every setting, its value, and whether that comes from the command line, from a file or is "
    "the default. Takes the options of check, and a note to show what is told of that."
)
_PLAYBOOK: Final = "Look at playbooks: lists the editions, shows what one holds, or what is different between two."


class Parser(argparse.ArgumentParser):
    """Tells of wrong usage on a screen, since its messages quote arguments, which may hold anything."""

    def __init__(
        self,
        prog: str,
        description: str,
        errors: Screen,
        usage: str | None = None,
        epilog: str | None = None,
        formatter: type[argparse.HelpFormatter] = argparse.HelpFormatter,
    ) -> None:
        # Each option is tried on a formatter, which by itself would load what finds out the width of the terminal.
        super().__init__(
            prog, usage, description, epilog, formatter_class=partial(formatter, width=_width()), allow_abbrev=False
        )
        self._errors = errors

    def error(self, message: str) -> NoReturn:
        """Print usage and message, and leave with 2."""
        self._errors.print(self.format_usage().rstrip())
        self._errors.print(f"{self.prog}: {self._errors.escape(message)} (see {self.prog} --help)")
        self.exit(2)


def _width() -> int:
    """How wide help may be, as argparse has it: two columns less than the terminal."""
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size(1).columns)
    except (ValueError, OSError):
        columns = 0
    return (columns if columns > 0 else 80) - 2


def command_line(errors: Screen, argv: Sequence[str]) -> argparse.Namespace:
    """What the command line says.

    Args:
        errors: where it is told what is wrong with it.
        argv: the arguments.

    Raises:
        SystemExit: there is nothing more to do: wrong usage was told of, or help or the version was printed.
    """
    listed = "\n".join(f"  {name:<10}{text.partition(':')[0].lower()}" for name, (text, *_) in COMMANDS.items())
    parser = Parser(
        prog="ftnotes",
        usage="ftnotes [-h] [--version] COMMAND ...",
        description=_DESCRIPTION,
        epilog=f"commands:\n{listed}\n\n{_EPILOG}",
        formatter=argparse.RawDescriptionHelpFormatter,
        errors=errors,
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    if not argv:
        parser.error("name a command, as in ftnotes check NOTE")
    first, *rest = argv
    if first in COMMANDS:
        text, takes, add = COMMANDS[first]
        own = Parser(prog=f"ftnotes {first}", usage=f"ftnotes {first} {takes}", description=text, errors=errors)
        add(own)
        arguments, unknown = own.parse_known_intermixed_args(_plain(rest))
        if unknown:
            hint = did_you_mean(
                unknown[0].partition("=")[0], [name for name in own._option_string_actions if name.startswith("--")], 0.7
            )
            own.error(f"unrecognized arguments: {' '.join(unknown)}{hint}")
        arguments.command = first
        return arguments
    if not first.startswith("-"):
        parser.error(f"there is no command {first!r}{did_you_mean(first, COMMANDS)}; there are {', '.join(COMMANDS)}")
    if first not in ("-h", "--help"):
        behind = next((one for one in rest if one in COMMANDS), "check")
        parser.error(f"options stand behind the command, as in ftnotes {behind} {first}")
    return parser.parse_args([first])


def _plain(arguments: Sequence[str]) -> list[str]:
    """Arguments without ``--``: names behind it that look like options are written so that they don't."""
    if "--" not in arguments:
        return list(arguments)
    at = list(arguments).index("--")
    names = (f"./{name}" if name.startswith("-") and name != "-" else name for name in arguments[at + 1 :])
    return [*arguments[:at], *names]


def _add_check(command: Parser) -> None:
    _add_notes(command)
    fixing = command.add_argument_group("fixing")
    fixing.add_argument("--fix", action="store_true", help="mend the notes: apply the fixes that are safe")
    _add_fixing(fixing)
    _add_rest(command)


def _add_fix(command: Parser) -> None:
    _add_notes(command)
    _add_fixing(command.add_argument_group("fixing"))
    _add_rest(command)


def _add_rest(command: Parser) -> None:
    _add_policy(command)
    output = command.add_argument_group("output")
    output.add_argument("--output-format", metavar="FORM", type=_one_of(FORMATS), help=f"{', '.join(FORMATS)} (default: full)")
    output.add_argument("--statistics", action="store_true", help="count the findings of each rule instead of printing them")
    output.add_argument("--show-not-evaluated", action="store_true", help="tell which rules could not judge a note, and why")
    output.add_argument("--redact", action="store_true", help="print no text of the notes: they may hold customers' data")
    output.add_argument("--stdin-filename", metavar="NAME", help="what to call standard input")
    _add_fail_on(output)
    output.add_argument("--exit-zero", action="store_true", help="return 0 also where something was found")
    _add_reading(command)
    add_export_options(command)


def _add_format(command: Parser) -> None:
    _add_notes(command)
    layout = command.add_argument_group("layout")
    layout.add_argument(
        "--style", type=_one_of(STYLES), help=f"{', '.join(STYLES)}: for programs that show Markdown (default: {STYLES[0]})"
    )
    layout.add_argument(
        "--language",
        dest="into",
        metavar="LANGUAGE",
        help="write titles, labels and choices in this one, such as de or German (default: that of each note)",
    )
    writing = command.add_argument_group("writing")
    writing.add_argument("--check", action="store_true", help="name the notes that would change, and return 1; write nothing")
    writing.add_argument("--diff", action="store_true", help="show what would change, and return 1; write nothing")
    add_target(writing)
    writing.add_argument("--force-in-place", action="store_true", help=_FORCE)
    _add_redact(writing)
    writing.add_argument("--stdin-filename", metavar="NAME", help="what to call standard input")
    _add_reading(command, language=False)
    add_export_options(command, told=False)


def _add_new(command: Parser) -> None:
    said = command.add_argument_group("what the note says", "without any of these, the blank template is printed")
    said.add_argument(
        "--set",
        metavar="FIELD=VALUE",
        dest="values",
        action="append",
        type=_pair,
        help='what a field says, by its key, as in --set customer="Contoso, 900 seats"; ftnotes playbook show lists the keys',
    )
    said.add_argument(
        "--workload",
        metavar="TAG[=UPDATE]",
        dest="workloads",
        action="append",
        help='a workload, and what is said of it, as in --workload EXO="half of the mailboxes have moved"',
    )
    said.add_argument("--covid", action="store_true", help="put the hashtag of the playbook into the title")
    said.add_argument("--ask", action="store_true", help="ask for what is not given, in turn; needs a terminal")
    command.add_argument("-o", "--output", metavar="FILE", help="write the note there; a file that exists is left alone")
    command.add_argument("--language", dest="into", metavar="LANGUAGE", help="of the note, such as de or German")
    _add_reading(command, language=False, notes=False)


def _add_parse(command: Parser) -> None:
    _add_notes(command)
    command.add_argument("--json", action="store_true", help="print the tree as JSON instead of an outline")
    _add_reading(command)


def _add_records(command: Parser) -> None:
    _add_notes(command)
    add_records_options(command)
    _add_redact(command)
    _add_reading(command)
    add_export_options(command, told=False)


def _add_config(command: Parser) -> None:
    command.add_argument("notes", metavar="NOTE", nargs="?", help="a note: show what is told of it")
    _add_policy(command)
    output = command.add_argument_group("output")
    output.add_argument("--output-format", metavar="FORM", type=_one_of(FORMATS), help=f"{', '.join(FORMATS)} (default: full)")
    _add_fail_on(output)
    _add_reading(command)


def _add_rule(command: Parser) -> None:
    command.add_argument(
        "rules", metavar="RULE", nargs="*", help="a code (FT301), a name (hashtag-forbidden), or the start of codes (FT3)"
    )
    command.add_argument("--all", action="store_true", help="explain all rules")


def _add_playbook(command: Parser) -> None:
    command.add_argument(
        "action",
        metavar="ACTION",
        nargs="?",
        default=ACTIONS[0],
        type=_one_of(ACTIONS),
        help=f"{', '.join(ACTIONS)} (default: {ACTIONS[0]})",
    )
    command.add_argument(
        "playbooks",
        metavar="PLAYBOOK",
        nargs="*",
        help="an edition, such as 2020-05, or a TOML file: one to show, two to compare",
    )


def _add_redact(group: argparse._ActionsContainer) -> None:
    group.add_argument("--redact", action="store_true", help="print no text of exports: they may hold customers' data")


def _add_notes(command: Parser) -> None:
    command.add_argument(
        "notes",
        metavar="NOTE",
        nargs="+",
        action=_Notes,
        help="a file, a pattern such as 'notes/**/*.md', or - for standard input",
    )


def _add_reading(command: Parser, *, language: bool = True, notes: bool = True) -> None:
    """The options that say how notes are read.

    Args:
        command: whose they are.
        language: whether the one of notes that don't show theirs can be told.
        notes: whether there are any to read, and not just a playbook.
    """
    reading = command.add_argument_group("reading" if notes else "whose words")
    which = reading.add_mutually_exclusive_group()
    which.add_argument("--edition", metavar="ID", help="edition of the guidance, such as 2020-05 (default: 2020-03)")
    which.add_argument("--playbook", metavar="FILE", help="a playbook of your own, a TOML file")
    if language:
        reading.add_argument("--language", help="what to take notes for that don't show their language, such as de or German")
    else:
        command.set_defaults(language=None)
    if notes:
        reading.add_argument(
            "--max-size", metavar="MB", type=_megabytes, help=f"refuse notes that are longer (default: {MAX_SIZE})"
        )
    where = reading.add_mutually_exclusive_group()
    where.add_argument(
        "--config", metavar="FILE", help="the configuration (default: the nearest ftnotes.toml or pyproject.toml)"
    )
    where.add_argument("--no-config", action="store_true", help="look for no configuration")


def _add_fixing(fixing: argparse._ArgumentGroup) -> None:
    """The options that say what is mended."""
    fixing.add_argument("--unsafe-fixes", action="store_true", help="apply also fixes that touch words which the writer chose")
    fixing.add_argument(
        "--diff", action="store_true", help="show what fixes would change, and what they can't mend; write nothing"
    )
    add_target(fixing)
    fixing.add_argument("--force-in-place", action="store_true", help=_FORCE)


def _add_fail_on(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--fail-on",
        metavar="SEVERITY",
        type=_one_of(SEVERITIES),
        help="return 1 for findings of that severity or a higher one: error, warning or information (default: warning)",
    )


def _add_policy(command: Parser) -> None:
    """The options that say which rules run, and what the text can't tell."""
    rules = command.add_argument_group("rules", "named by code (FT301), name (hashtag-forbidden) or start of codes (FT3)")
    rules.add_argument("--select", metavar="RULES", type=_listed, help="run these alone, with commas between them")
    rules.add_argument("--ignore", metavar="RULES", type=_listed, help="don't run these, nor those the configuration ignores")
    told = command.add_argument_group("what the text can't tell", "rules that need to know and are not told don't guess")
    told.add_argument("--role", help='who wrote the notes, such as "FastTrack Manager" or SME')
    told.add_argument("--note-type", metavar="TYPE", help='what they were entered as, such as "Engagement Management"')
    told.add_argument("--priority", help="of the customer: high, medium or low")
    told.add_argument("--intent", help="what the customer wants: deploying, accelerating or pausing")
    told.add_argument("--date", metavar="YYYY-MM-DD", type=_day, help="the day of the notes")


_FORCE: Final = "write also into files that can't be replaced without loss (hard links, foreign owners, protected folders)"

#: The commands: what each does (the first words stand in the list), and what it takes, in short and in full.
COMMANDS: Final[dict[str, tuple[str, str, Callable[[Parser], None]]]] = {
    "check": (_CHECK, "[OPTIONS] NOTE ...", _add_check),
    "fix": (_FIX, "[OPTIONS] NOTE ...", _add_fix),
    "format": (_FORMAT, "[OPTIONS] NOTE ...", _add_format),
    "new": (_NEW, "[OPTIONS]", _add_new),
    "parse": (_PARSE, "[OPTIONS] NOTE ...", _add_parse),
    "records": (RECORDS, "[OPTIONS] -o FILE NOTE ...", _add_records),
    "rule": (_RULE, "[--all] [RULE ...]", _add_rule),
    "playbook": (_PLAYBOOK, "[list | show [PLAYBOOK] | diff PLAYBOOK PLAYBOOK]", _add_playbook),
    "config": (_CONFIG, "[OPTIONS] [NOTE]", _add_config),
}


def _one_of(known: Sequence[str]) -> Callable[[str], str]:
    def choose(text: str) -> str:
        if text not in known:
            raise argparse.ArgumentTypeError(f"takes {', '.join(known)}, not {text!r}{did_you_mean(text, known)}")
        return text

    return choose


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise argparse.ArgumentTypeError(f"takes a field and what it says, as in customer=Contoso, not {text!r}")
    return key.strip(), value


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _day(text: str) -> datetime.date:
    import datetime  # its place is where days are given: help and version come without it

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
