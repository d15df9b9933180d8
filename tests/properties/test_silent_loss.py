"""No silent loss: what a line of a summary looks like is what it is read as, or a finding names it."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from helpers.each import each
from helpers.real_notes import RealNote, real_notes
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Document, ExecSummary, Field, Playbook, Prose, Span, Title, Workload, check, parse
from ftnotes.playbook.template_words import first_template
from ftnotes.strategies import messy_notes_text
from ftnotes.syntax.parser import line_level, tokenize_line
from ftnotes.text.source import LINE_END, lines_of

PLAYBOOK = Playbook.load()
LABELS = ("FIELD", "WEAK", "OWN")
WORKLOADS = ("ITEM", "TAG", "NAME")
NOTES = real_notes()
BULLETS = ("- ", "* ", "• ", "", "1. ", "   -  ", "  ", "    ", "> ")


def typed_otherwise() -> st.SearchStrategy[str]:
    """Draw messy notes in which some lines have another bullet or indentation."""
    texts = messy_notes_text().map(lambda drawn: drawn[1])
    return st.tuples(texts, st.lists(st.none() | st.sampled_from(BULLETS), max_size=30)).map(lambda drawn: changed(*drawn))


def changed(text: str, bullets: list[str | None]) -> str:
    lines = LINE_END.sub("\n", text).split("\n")
    for number, bullet in enumerate(bullets[: len(lines)]):
        if bullet is not None:
            lines[number] = bullet + lines[number].lstrip(" -*•>1.")
    return "\n".join(lines)


def swallowed(document: Document, summary: ExecSummary) -> Iterator[Span]:
    """Yield the lines of values and updates that look like a label, a workload or an item beside their node."""
    text = document.text
    nodes: list[Field | Workload] = []
    for item in summary.body:
        nodes += (item, *item.workloads) if isinstance(item, Field) else (item,) if isinstance(item, Workload) else ()
    above = ""
    for node in nodes:
        above = node.layout.before if node.layout.before is not None else above
        if isinstance(node, Field) and first_template(PLAYBOOK).vocabulary.choice(node.key or "", node.value):
            continue  # a choice on two lines was read as one
        depth, sign = line_level(f"{above}x")
        label = document.span(node, "label" if isinstance(node, Field) else "name")
        value = document.span(node, "value" if isinstance(node, Field) else "update")
        points: tuple[int, str] | None = None
        lines = [line for line in lines_of(text, label.end, value.end) if line.end > value.start][:1_000]
        for number, line in enumerate(lines):
            if line.start <= label.end or not text[line.start : line.end].strip(" \t>"):
                continue
            token = tokenize_line(text[line.start : line.end], first_template(PLAYBOOK))
            kind = token.type
            level = line_level(text[line.start : line.end])
            is_action = kind == "OWN" and not level[1] and PLAYBOOK.everyday.is_action_label(token.parts[1])
            if is_action and isinstance(node, Workload):
                continue  # "Next: batch 4", in the text of a workload
            looks = kind in (*LABELS, *WORKLOADS)
            points = level if not number and (looks or level[1]) else points
            beside = level[0] < depth + 2 and (bool(sign) or not level[1]) and level != points
            if beside and (looks or (kind == "PLAIN" and level[1])):
                yield line


def assert_nothing_is_lost(text: str) -> None:
    document = parse(text)
    found = check(document, select=("FT101", "FT111", "FT112"))
    if "FT101" in {one.code for one in found}:
        return  # a blank template, whose lines no rule reports
    unread = [one.span for one in found if one.code == "FT112"]
    stray = [one.span for one in found if one.code == "FT111"]
    assert not any(one.start < other.end and other.start < one.end for one in unread for other in stray)
    for summary in document.exec_summaries:
        for item in summary.body:
            if isinstance(item, Prose) and any(map(str.isalnum, item.text)) and "<" not in item.text and "|" not in item.text:
                span = document.span(item)
                assert any(span.start <= one.start < one.end <= span.end for one in (*stray, *unread)), item
        for line in swallowed(document, summary):
            assert any(one.start < line.end and line.start < one.end for one in unread), text[line.start : line.end]


@each(NOTES, name=attrgetter("name"))
def test_no_line_of_a_real_note_is_lost(note: RealNote) -> None:
    """A line that looks like a label, workload or item and is read as text is in the span of a finding, of one rule."""
    assert_nothing_is_lost(note.text)


@given(typed_otherwise())
def test_no_line_of_a_drawn_note_is_lost(text: str) -> None:
    """The same for messy notes with other bullets and indentation."""
    assert_nothing_is_lost(text)


@each(NOTES, name=attrgetter("name"))
def test_each_line_of_a_real_summary_has_a_part(note: RealNote) -> None:
    """Every line of a summary belongs to its title, a field, a workload, or prose: the parts have no gap."""
    document = parse(note.text)
    for summary in document.exec_summaries:
        end = document.span(summary).start
        parts = [summary.title] if isinstance(summary.title, Title) else []
        for part in (*parts, *summary.body):
            assert document.span(part).start == end
            end = document.span(part).end
        assert end == document.span(summary).end
