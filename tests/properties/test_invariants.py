"""The invariants of the tree, for any text and for drawn notes."""

from __future__ import annotations

from operator import attrgetter

import attrs
from helpers.each import each
from helpers.real_notes import RealNote, real_notes, real_pages
from helpers.texts import any_text, real_looking
from hypothesis import example, given
from hypothesis import strategies as st

import ftnotes
from ftnotes import Document, ExecSummary, Field, Span, Workload
from ftnotes.strategies import documents, notes_text
from ftnotes.text.source import LINE_END


@given(any_text())
@example("")
@example("\ufeff**EXEC SUMMARY**")
@example("- \udc80DESCRIBE THE CUSTOMER: x")
def test_any_text_is_read_and_written_back(text: str) -> None:
    """No text makes parse raise, and serialize returns each character of it."""
    assert ftnotes.serialize(ftnotes.parse(text)) == text


@given(real_looking())
@example("EXEC SUMMARY\n- [EXO] -Planning\n")
@example("EXEC SUMMARY\n- **[EXO] -** Planning\n")
@example(">- STATUS OF THE ENGAGEMENT\n>Reactive\n")
@example("- DESCRIBE THE CUSTOMER **\nfoo**\n")
@example("[Teams\n")
@example("---EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: \n")
@example("| DESCRIBE THE CUSTOMER | |\n| REQUESTS FOR SUPPORT | |\n  - x\n")
def test_a_real_looking_text_is_read_and_written_back(text: str) -> None:
    """This holds for shuffled, spliced and damaged lines of notes too."""
    assert ftnotes.serialize(ftnotes.parse(text)) == text


@given(real_looking())
@example("- REQUESTS FOR SUPPORT (e.g.: x)\n")
@example("- [STATUS: OF THE ENGAGEMENT]: x\n")
@example("EXEC SUMMARY\n- [EXO] Foo ** - x\n- [TBD] ** Foo ** - x\n")
@example("- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n1. Microsoft 365 Apps[+OLM\n")
@example('EXEC SUMMARY\n- DESCRIBE <p title="a: b">THE CUSTOMER: x</p>\n- STATUS OF THE ENGAGEMENT: y\n')
@example('EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n- [E<b class="[">XO</b>] y</b>\n')
@example("EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n- C" + 118 * "c" + ": -good-\n")
@example("EXEC SUMMARY\n| Customer | Bank |\n| Status | Reactive |\n|IDSEC] | Exchange Online | Done |\n")
def test_a_parsed_node_passes_its_own_constructor(text: str) -> None:
    """Each node that is parsed can also be built, so any node can be evolved."""
    for node in ftnotes.parse(text).walk():
        assert attrs.evolve(node) == node


@given(documents())
def test_a_drawn_tree_is_read_back_as_itself(document: Document) -> None:
    """The text of a tree built by hand is read as the same tree."""
    assert ftnotes.parse(ftnotes.serialize(document)) == document


@given(real_looking())
def test_every_character_belongs_to_one_leaf(text: str) -> None:
    """Each leaf starts where the last one ends, from the start of the text to its end."""
    position = 0
    for name, span in ftnotes.parse(text).leaves():
        assert name
        assert span.start == position
        position = span.end
    assert position == len(text)


@given(real_looking())
def test_the_span_of_a_node_is_its_text(text: str) -> None:
    """Parts and children of a node are inside its span, in order."""
    document = ftnotes.parse(text)
    assert document.span(document) == Span(0, len(text))
    for node in document.walk():
        assert document.span(node).text(text) == ftnotes.serialize(node)
        if isinstance(node, Field):
            assert document.span(node, "label").text(text) == node.label
            assert all(document.span(workload) in document.span(node) for workload in node.workloads)
        if isinstance(node, Workload):
            assert document.span(node, "tag").text(text) == node.tag
            assert document.span(node, "name").text(text) == node.name


@given(real_looking())
def test_line_ends_are_no_content(text: str) -> None:
    """A note with other line ends has the same content."""
    unix = LINE_END.sub("\n", text)
    said = [_content(summary) for summary in ftnotes.parse(unix).exec_summaries]
    for end in ("\r\n", "\r"):
        assert [_content(summary) for summary in ftnotes.parse(unix.replace("\n", end)).exec_summaries] == said


@given(real_looking())
def test_quoting_a_note_changes_no_content(text: str) -> None:
    """With a quote mark before each line, a note has the same content."""
    quoted = "> " + LINE_END.sub(lambda end: end.group() + "> ", text)
    said = [_content(summary) for summary in ftnotes.parse(text).exec_summaries]
    assert [_content(summary) for summary in ftnotes.parse(quoted).exec_summaries] == said


def _content(summary: ExecSummary) -> object:
    """Return the content of a summary without its prose, which is kept as typed."""
    return summary.title, [item for item in summary.body if not isinstance(item, ftnotes.Prose)]


@given(notes_text(), notes_text())
def test_a_note_is_read_the_same_on_a_page(first: str, second: str) -> None:
    """After a heading a note is read as it is alone."""
    page = first + "\n## Another\n" + second
    summaries = ftnotes.parse(first + "\n").exec_summaries + ftnotes.parse(second).exec_summaries
    assert ftnotes.parse(page).exec_summaries == summaries


@given(documents(), st.data())
def test_an_evolved_node_changes_its_own_characters_only(document: Document, data: st.DataObject) -> None:
    """Replacing the value of a field changes no character outside the field."""
    known = [field for summary in document.exec_summaries for field in summary.fields]
    if not known:
        return
    field = data.draw(st.sampled_from(known))
    text = ftnotes.serialize(document)
    span = document.span(field)
    edited = ftnotes.replace(document, field, attrs.evolve(field, value="Agreed"))
    written = ftnotes.serialize(edited)
    assert written.startswith(text[: span.start])
    assert written.endswith(text[span.end :])
    assert "Agreed" in written[span.start : len(written) - (len(text) - span.end)]


REAL_NOTES = [*real_notes(), *real_pages()]


@each(REAL_NOTES, name=attrgetter("name"))
def test_a_real_note_keeps_every_character(note: RealNote) -> None:
    """It is written back as it was typed, and each of its nodes passes its own constructor."""
    document = ftnotes.parse(note.text)
    assert ftnotes.serialize(document) == note.text
    assert "".join(span.text(note.text) for _, span in document.leaves()) == note.text
    for node in document.walk():
        assert attrs.evolve(node) == node


@each(REAL_NOTES, name=attrgetter("name"))
def test_a_real_note_has_its_content_with_other_line_ends_and_in_a_quote(note: RealNote) -> None:
    """Neither line ends nor a quote mark before each line are content."""
    unix = LINE_END.sub("\n", note.text)
    said = [_content(summary) for summary in ftnotes.parse(note.text).exec_summaries]
    for text in (unix, unix.replace("\n", "\r\n"), unix.replace("\n", "\r"), "> " + unix.replace("\n", "\n> ")):
        assert [_content(summary) for summary in ftnotes.parse(text).exec_summaries] == said
