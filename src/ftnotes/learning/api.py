"""The playbook of a page, learned from its blank template."""

from __future__ import annotations

from collections.abc import Iterable

from ..playbook.playbook import Playbook
from .blocks import Block, find_blocks
from .page import lines_of
from .playbook_text import playbook_text
from .templates import LearnedTemplate, blankness, learn_templates


def learn_playbook(text: str, examples: Iterable[str] = (), extends: str | None = None) -> str:
    """Learn a playbook from a blank template or a page of guidance.

    Args:
        text: The page, as people write it: a title, labels as bullets, in bold, as headings or in a table, choices between
            slashes or bars or as bullets of their own, hints in parentheses or italics, ``[TAG] Name`` for workloads.
        examples: Notes that fill the template in: they confirm titles and choices, and their other labels and names are
            proposed in comments.
        extends: The id of a published edition that the file extends.

    Returns:
        The text of a playbook file that can be used at once, with a comment (``# ?``) for each question to a person.

    Raises:
        TypeError: ``text`` or an example is not a ``str``.
        ValueError: The page has no blank template; the message names what comes closest.
        PlaybookError: There is no such edition.
    """
    if isinstance(examples, str):
        raise TypeError("examples must be several texts, not a str")
    filled = [block for example in examples for block in find_blocks(list(lines_of(_checked(example, "an example"))))]
    if extends is not None:
        Playbook.load(extends)
    templates: list[LearnedTemplate] = []
    passed_over: list[Block] = []
    for template, block in learn_templates(find_blocks(list(lines_of(_checked(text, "text")))), filled):
        if template:
            templates.append(template)
        else:
            passed_over.append(block)
    if not templates:
        closest = f". {_passed_over(max(passed_over, key=blankness))}" if passed_over else ""
        raise ValueError(f"the page has no blank template: two labels or more, followed by nothing, a hint or choices{closest}")
    return playbook_text(templates, [_passed_over(block) for block in passed_over], extends)


def _passed_over(block: Block) -> str:
    labels = ", ".join(entry.label for entry in block.entries[:4])
    return f"Line {block.entries[0].line.number} has labels with answers: {labels}"


def _checked(text: object, name: str) -> str:
    if not isinstance(text, str):
        raise TypeError(f"{name} must be a str, not {type(text).__name__}")
    return text
