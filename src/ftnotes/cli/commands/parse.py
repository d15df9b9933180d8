"""``ftnotes parse``."""

from __future__ import annotations

import sys
from argparse import Namespace

from ...interchange.json_tree import to_json
from ...syntax.parser import parse
from ..files.inputs import Inputs
from ..options.exit_status import CLEAN, FAILURE
from ..options.settings import configuration_of, max_size_of, playbook_of
from ..output.outline import outline
from ..output.terminal import Screen


def run(arguments: Namespace, errors: Screen) -> int:
    """Show how notes were read. Return the exit status."""
    configuration = configuration_of(arguments)
    playbook = playbook_of(arguments, configuration)
    screen = Screen.of(sys.stdout)
    inputs = Inputs(errors, max_size_of(arguments, configuration))
    for note in inputs.notes(arguments.notes):
        document = parse(note.text, playbook)
        if arguments.json:
            screen.print_json({"file": note.name, **to_json(document)})
        else:
            for line in outline(screen, note.name, note.text, document):
                screen.print(line)
    return FAILURE if inputs.unreadable else CLEAN
