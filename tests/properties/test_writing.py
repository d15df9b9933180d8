"""What is written says what it is meant to, over any text and over drawn notes."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

import ftnotes
from ftnotes import Document, ExecSummary, Field, Playbook, Prose, Workload
from ftnotes.canonical import canonical, format
from ftnotes.nodes import HASHTAG
from ftnotes.strategies import documents
from ftnotes.styles import STYLES

from .texts import any_text, real_looking

LANGUAGES = [language.code for language in Playbook.load().languages]


def said(document: Document, playbook: Playbook) -> tuple[list[object], str]:
    """What a document says: its summaries, known fields sorted by their place; and all prose, in order, without blanks."""
    words = playbook.vocabulary
    order = {spec.key: number for number, spec in enumerate(playbook.fields)}

    def workload(node: Workload) -> object:
        return ("workload", *(words.workload_key(tag) for tag in node.tags or (node.name,)), node.update)

    def group(item: Field | Workload | Prose) -> object:
        if isinstance(item, Workload):
            return workload(item)
        if isinstance(item, Prose):
            return ()
        found = words.choice(item.key, re.sub(HASHTAG, "", item.value)) if item.key else None
        return (item.key or item.label, found or item.value, *map(workload, item.workloads))

    summaries: list[object] = []
    for summary in document.exec_summaries:
        groups: list[tuple[int, list[object]]] = [(-1, [])]
        for item in summary.body:
            if isinstance(item, Field) and item.key:
                groups.append((order[item.key], []))
            if not isinstance(item, Prose):
                groups[-1][1].append(group(item))
        groups.sort(key=lambda entry: entry[0])
        title = summary.title
        summaries.append((title and title.remark, *(entry[1] for entry in groups)))
    return summaries, ""


def prose(document: Document) -> list[str]:
    """The lines of text that stand outside fields, sorted."""
    texts = [node.text for node in document.walk() if isinstance(node, Prose)]
    return sorted(line for text in texts for line in text.replace("\r", "\n").split("\n") if line.strip(" \t\u00a0\u3000\ufeff\u200b>"))


def check(text: str, **arguments: str) -> None:
    playbook = Playbook.load(arguments.get("edition", "2020-03"))
    written = format(text, **arguments)
    assert format(written, **arguments) == written
    before, after = ftnotes.parse(text, playbook), ftnotes.parse(written, playbook)
    assert said(after, playbook) == said(before, playbook)
    assert prose(after) == prose(before)


@given(real_looking())
def test_a_formatted_note_says_the_same_and_stays(text: str) -> None:
    check(text)


@given(any_text())
def test_any_text_can_be_formatted(text: str) -> None:
    check(text)


@given(real_looking(), st.sampled_from(sorted(STYLES)), st.sampled_from(LANGUAGES), st.sampled_from(Playbook.editions()))
def test_a_note_moves_between_styles_languages_and_editions(text: str, style: str, language: str, edition: str) -> None:
    check(text, style=style, language=language, edition=edition)
