"""An outline of a note: a line for each part, with the line of the note where it starts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...playbook.choice_reading import choice_in
from ...playbook.playbook import Playbook
from ...playbook.template_words import TemplateWords, template_words
from ...syntax.document import Document, Node
from ...syntax.nodes import Field, Prose, Workload
from ...syntax.note import Note
from ...text.display import width
from ...text.source import LINE_END, LineMap
from .terminal import Screen

#: The maximum number of columns of a line; a character takes at most ten.
COLUMNS: Final = 110

#: Words of up to this number of characters are not broken where a line is cut.
WORD: Final = 20

_CUT: Final = "..."


def outline(screen: Screen, name: str, text: str, document: Document) -> Iterator[str]:
    """Yield the lines of the outline: first the name of the input and the number of summaries, last an empty one."""
    lines = LineMap(text)
    count = len(document.notes)
    content = f"{count} summaries" if count > 1 else "1 summary" if count else "no summary"
    yield f"{screen.name(name)}: {content if text else 'empty'}"
    for node, depth, description in _parts(document):
        number = lines.position(document.span(node).start).line
        yield _cut(f"{number:>6}  {'  ' * depth}{screen.escape(description[:COLUMNS])}", len(description) > COLUMNS)
    yield ""


def _cut(line: str, longer: bool) -> str:
    """Cut a line to fit, after a word if there is one, and mark the missing text with dots."""
    shown, column = "", 0
    for char in line:
        column += width(char)
        if column > COLUMNS - len(_CUT):
            space = shown.rfind(" ", len(shown) - WORD)
            return (shown[:space] if space > 0 and char != " " else shown) + _CUT
        shown += char
    return shown + _CUT if longer else shown


def _parts(document: Document) -> Iterator[tuple[Node, int, str]]:
    """Yield each part of a document, with its depth and its description."""
    playbook = document.playbook or Playbook.load()
    for block in document.blocks:
        if isinstance(block, Prose):
            yield block, 0, _prose(block)
            continue
        yield block, 0, _summary(block, playbook)
        for item in block.body:
            if isinstance(item, Field):
                yield item, 1, _field(item, template_words(playbook, block.template))
                for workload in item.workloads:
                    yield workload, 2, _workload(workload, playbook)
            elif isinstance(item, Workload):
                yield item, 1, f"{_workload(item, playbook)} (outside the list of workloads)"
            else:
                yield item, 1, _prose(item)


def _summary(summary: Note, playbook: Playbook) -> str:
    names = {language.code: language.name for language in playbook.languages}
    title, template = summary.title, summary.template.replace("-", " ")
    description = f'{template} "{title.text}"' if title else f"{template} without a title"
    language = f", {names[summary.language]}" if summary.language else ""
    return description + language + (f", with {title.remark}" if title and title.remark else "")


def _field(field: Field, template: TemplateWords) -> str:
    kind = template.fields[field.key].kind if field.key in template.fields else "text"
    description = f"{field.key or f'unknown label {field.label}'}:"
    if field.value:
        description = f"{description} {_one_line(field.value)}"
    elif kind != "workloads" or not field.workloads:
        description = f"{description} (empty)"
    if field.key and field.value and kind == "choice":
        choice = choice_in(template, field.key, field.value)
        description = f"{description} ({choice or 'not a valid choice'})"
    return description


def _workload(workload: Workload, playbook: Playbook) -> str:
    vocabulary = playbook.vocabulary
    known = all(vocabulary.tag(tag) for tag in workload.tags)
    tag = f"[{workload.tag}]{'' if known else ' (unknown tag)'}" if workload.tag else "(no tag)"
    named = f"{tag} {workload.name}" if workload.name else tag
    return f"{named}: {_one_line(workload.update)}" if workload.update else f"{named}: (empty)"


def _prose(prose: Prose) -> str:
    text = prose.text
    ends = [match.end() for match in LINE_END.finditer(text)]
    count = len(ends) + (not ends or ends[-1] < len(text))
    kind = "prose" if text.strip() else "blank"
    return f"{kind}, {count} line{'s' if count > 1 else ''}"


def _one_line(text: str) -> str:
    """Return the lines of a value as one, cut to what can be shown."""
    shown = text[: 2 * COLUMNS].replace("\n", " / ")
    return shown if len(text) <= COLUMNS else shown[:COLUMNS] + _CUT
