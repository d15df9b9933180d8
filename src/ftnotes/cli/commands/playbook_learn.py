"""``ftnotes playbook learn``: write a playbook file for the template in a page."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ...text.files import FileError
from ..files.inputs import Inputs
from ..options.exit_status import CLEAN, FAILURE
from ..output.terminal import Screen

#: The limit of a page and of an example, in megabytes.
_MAX_SIZE = 5


def learn(page: str, examples: Sequence[str], extends: str | None, output: str | None, errors: Screen) -> int:
    """Write the playbook of a page to a new file or standard output, list its questions on ``errors``; return the status.

    Args:
        page: The name of the page's file.
        examples: The names of notes, folders and patterns.
        extends: The id of a published edition that the playbook extends.
        output: The name of the new file; None for standard output.
        errors: The screen for questions and errors.
    """
    from ...learning.api import learn_playbook
    from ...learning.playbook_text import questions
    from ...policy.configuration import load_edition

    if extends is not None:
        load_edition(extends)
    inputs = Inputs(errors, _MAX_SIZE)
    pages = list(inputs.read([page]))
    notes = list(inputs.read(inputs.distinct(examples)))
    if inputs.failures:
        return FAILURE
    try:
        text = learn_playbook(pages[0].text, [note.text for note in notes], extends)
    except ValueError as error:
        errors.report(page, str(error))
        return FAILURE
    if output is None:
        Screen(sys.stdout).write(text.encode("utf-8"))
    else:
        from ...text.atomic import create_file

        try:
            create_file(output, text.encode("utf-8"))
        except FileError as error:
            errors.report(output, str(error))
            return FAILURE
        errors.print(f"Wrote the playbook to {errors.escape(output)}; ftnotes playbook check shows notes of it")
    asked = questions(text)
    if asked:
        errors.print("Questions to you, which are comments in the file:")
    for question in asked:
        errors.print(f"  {errors.escape(question)}")
    return CLEAN
