"""``ftnotes new``: print the blank template, or a note with values that are given or asked for."""

from __future__ import annotations

import argparse
import sys
from typing import Final

from attrs import frozen

from ...text.files import FileError
from ..options.arguments import ReadingOptions, add_reading, from_namespace
from ..options.exit_status import CLEAN, FAILURE, UsageError
from ..options.parser import Command, Parser
from ..output.terminal import Screen


@frozen
class NewArguments:
    """The arguments of ``new``."""

    #: Keys of fields with their values.
    values: list[tuple[str, str]] | None
    #: Each ``TAG`` or ``TAG=UPDATE``.
    workloads: list[str] | None
    covid: bool
    ask: bool
    output: str | None
    #: The language of the note.
    into: str | None
    reading: ReadingOptions


def _add_options(parser: Parser) -> None:
    content = parser.add_argument_group("content", "without any of these, the blank template is printed")
    content.add_argument(
        "--set",
        metavar="FIELD=VALUE",
        dest="values",
        action="append",
        type=_pair,
        help='the value of a field by its key, as in --set customer="Contoso, 900 seats"; ftnotes playbook show lists the keys',
    )
    content.add_argument(
        "--workload",
        metavar="TAG[=UPDATE]",
        dest="workloads",
        action="append",
        help='a workload and its update, as in --workload EXO="half of the mailboxes have moved"',
    )
    content.add_argument("--covid", action="store_true", help="put the hashtag of the playbook into the title")
    content.add_argument("--ask", action="store_true", help="ask on the terminal for values that are not given")
    parser.add_argument("-o", "--output", metavar="FILE", help="write the note to a new file; an existing one is kept")
    parser.add_argument("--language", dest="into", metavar="LANGUAGE", help="language of the note, such as de or German")
    add_reading(parser, language=False, notes=False)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise argparse.ArgumentTypeError(f"takes a field and its value, as in customer=Contoso, not {text!r}")
    return key.strip(), value


def _arguments(namespace: argparse.Namespace) -> NewArguments:
    return from_namespace(NewArguments, namespace, reading=from_namespace(ReadingOptions, namespace))


def _run(arguments: NewArguments, errors: Screen) -> int:
    from ...playbook.wording import wording_in
    from ..options.settings import configuration_of, language_of, playbook_of
    from .new_draft import Draft

    playbook = playbook_of(arguments.reading, configuration_of(arguments.reading))
    language = playbook.default_language if arguments.into is None else language_of(playbook, arguments.into)
    draft = Draft(wording_in(playbook, language), arguments.covid)
    for key, value in arguments.values or ():
        draft.set(draft.known_key(key), value)
    for workload in arguments.workloads or ():
        tag, _, update = workload.partition("=")
        draft.add(tag.strip(), update)
    text = draft.text()  # errors in what is given are reported before any question
    if arguments.ask:
        if sys.stdin is None or not sys.stdin.isatty():
            raise UsageError("--ask needs a terminal; give the values with --set and --workload instead")
        from .new_questions import Cancelled, Interview

        try:
            text = Interview(draft, errors, _target(arguments)).ask()
        except Cancelled as cancelled:
            errors.print(f"ftnotes: {cancelled}; nothing was written")
            return FAILURE
    return _write(arguments, text, errors)


def _target(arguments: NewArguments) -> str | None:
    """Return where the note goes, for people; None for a terminal, on which it is seen anyway."""
    if arguments.output is not None:
        return arguments.output
    return None if sys.stdout is not None and sys.stdout.isatty() else "standard output"


def _write(arguments: NewArguments, text: str, errors: Screen) -> int:
    target = arguments.output
    if target is None:
        if sys.stdout is not None:
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8"))
    else:
        from ...text.atomic import create_file

        try:
            create_file(target, text.encode("utf-8"))
        except FileError as error:
            errors.print(f"ftnotes: {errors.name(target)}: {errors.escape(str(error))}")
            return FAILURE
    if target is not None or arguments.ask:
        lines = text.count("\n")
        errors.print(f"Wrote the note ({lines} lines) to {errors.escape(target) if target else 'standard output'}")
    return CLEAN


COMMAND: Final = Command(
    "[OPTIONS]",
    "Write a new note: the blank template, or a note with the values that are given or asked for.",
    _add_options,
    _arguments,
    _run,
)
