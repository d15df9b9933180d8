"""The command ``ftnotes``: reads notes from files, and prints what the library finds in them.

Exit status: 0 nothing found, 1 findings, 2 wrong usage or unreadable input; as shells have it, 130 when interrupted and
141 when nobody reads the output any more.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from .arguments import command_line
from .reading import UnreadableInput, read
from .screen import Screen

if TYPE_CHECKING:
    from ..playbook import Playbook

# What reads notes is imported where a command needs it: help and version come at once.

CLEAN: Final = 0
FINDINGS: Final = 1
FAILURE: Final = 2
INTERRUPTED: Final = 130
NOBODY_READS: Final = 141


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
    errors = Screen(sys.stderr)
    try:
        arguments = command_line(errors).parse_args(argv)
    except SystemExit as exit:
        return int(exit.code or 0)
    if arguments.command == "rule":
        return _rule(arguments, errors)
    from ..playbook import DEFAULT_EDITION, Playbook, PlaybookError

    editions = Playbook.editions()
    edition = DEFAULT_EDITION if arguments.edition is None else arguments.edition
    try:
        if arguments.playbook is None and edition not in editions:
            raise PlaybookError(
                f"there is no edition {edition!r}; there are {', '.join(editions)}, and --playbook FILE takes your own"
            )
        playbook = Playbook.load(edition) if arguments.playbook is None else Playbook.from_file(arguments.playbook)
    except ValueError as error:  # a name that no file can have is no PlaybookError
        errors.print(f"ftnotes: {errors.escape(str(error))}")
        return FAILURE
    if arguments.command == "records":
        from .exports import records

        return records(arguments, playbook, errors)
    return _check(arguments, playbook, errors) if arguments.command == "check" else _parse(arguments, playbook, errors)


def _check(arguments: Namespace, playbook: Playbook, errors: Screen) -> int:
    from ..parser import parse
    from ..policy import RULES, Context, check
    from ..policy.selection import chosen_rules
    from . import exports
    from .rendering import Tally, diagnostic_lines

    try:
        rules = chosen_rules(RULES, arguments.select, arguments.ignore)
        context = Context(arguments.role, arguments.note_type, arguments.priority, arguments.intent, arguments.date).resolved(
            playbook
        )
    except ValueError as error:
        errors.print(f"ftnotes check: {errors.escape(str(error))}")
        return FAILURE
    if exports.are_given(arguments):
        return exports.check(arguments, playbook, context, errors)
    screen = Screen(sys.stdout)
    tally = Tally()
    for name, text in _notes(arguments, errors, tally.unreadable):
        document = parse(text, playbook)
        report = check(document, playbook=playbook, context=context, rules=rules)
        tally.add(document, report)
        for line in diagnostic_lines(screen, name, text, report):
            screen.print(line)
    screen.print(tally.line())
    return FAILURE if tally.unreadable else FINDINGS if tally.severities.total() else CLEAN


def _rule(arguments: Namespace, errors: Screen) -> int:
    from ..policy import RULES
    from ..policy.pages import page
    from ..policy.selection import codes

    if arguments.all == bool(arguments.rules):
        errors.print("ftnotes rule: name the rules to explain, as in ftnotes rule FT301 FT302; or all of them with --all")
        return FAILURE
    try:
        wanted = {code for said in arguments.rules for code in codes(RULES, said)}
    except ValueError as error:
        errors.print(f"ftnotes rule: {errors.escape(str(error))}")
        return FAILURE
    screen = Screen(sys.stdout)
    for number, rule in enumerate(rule for rule in RULES if arguments.all or rule.code in wanted):
        if number:
            screen.print("")
        for line in page(rule).split("\n")[:-1]:
            screen.print(screen.escape(line))
    return CLEAN


def _parse(arguments: Namespace, playbook: Playbook, errors: Screen) -> int:
    from ..interchange import to_json
    from ..parser import parse
    from .outline import outline

    screen = Screen(sys.stdout)
    unreadable: list[str] = []
    for name, text in _notes(arguments, errors, unreadable):
        document = parse(text, playbook)
        if arguments.json:
            screen.print_json({"file": name, **to_json(document)})
        else:
            for line in outline(screen, name, text, document):
                screen.print(line)
    return FAILURE if unreadable else CLEAN


def _notes(arguments: Namespace, errors: Screen, unreadable: list[str]) -> Iterator[tuple[str, str]]:
    """Name and text of each note that can be read; the others are told of, and their names added to ``unreadable``."""
    for name in arguments.notes:
        try:
            text = read(name, arguments.max_size)
        except UnreadableInput as error:
            unreadable.append(name)
            errors.print(f"ftnotes: {errors.name(name)}: {errors.escape(str(error))}")
        else:
            yield name, text
