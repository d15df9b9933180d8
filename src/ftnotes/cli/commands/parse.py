"""``ftnotes parse``: show how notes are read."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Final

from attrs import frozen

from ..files.inputs import Inputs
from ..options.arguments import ReadingOptions, add_notes, add_reading, from_namespace
from ..options.exit_status import CLEAN, FAILURE
from ..options.parser import Command, Parser
from ..output.terminal import Screen


@frozen
class ParseArguments:
    """The arguments of ``parse``."""

    notes: list[str]
    json: bool
    reading: ReadingOptions


def _add_options(parser: Parser) -> None:
    add_notes(parser)
    parser.add_argument("--json", action="store_true", help="print the tree as JSON instead of an outline")
    add_reading(parser)


def _arguments(namespace: Namespace) -> ParseArguments:
    return from_namespace(ParseArguments, namespace, reading=from_namespace(ReadingOptions, namespace))


def _run(arguments: ParseArguments, errors: Screen) -> int:
    from ...interchange.json_tree import to_json
    from ...syntax.parser import parse
    from ..options.settings import configuration_of, max_size_of, playbook_of
    from ..output.outline import outline

    configuration = configuration_of(arguments.reading)
    playbook = playbook_of(arguments.reading, configuration)
    screen = Screen.of(sys.stdout)
    inputs = Inputs(errors, max_size_of(arguments.reading, configuration))
    for note in inputs.notes(arguments.notes):
        document = parse(note.text, playbook)
        if arguments.json:
            screen.print_json({"file": note.name, **to_json(document)})
        else:
            for line in outline(screen, note.name, note.text, document):
                screen.print(line)
    return FAILURE if inputs.unreadable else CLEAN


COMMAND: Final = Command(
    "[OPTIONS] NOTE ...",
    "Show how notes are read: an outline with line numbers, or with --json the tree of each note as one line of JSON.",
    _add_options,
    _arguments,
    _run,
)
