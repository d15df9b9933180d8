"""The invariants of the tree, over any text and over drawn notes."""

from __future__ import annotations

import attrs
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
    """No text makes parse raise, and serialize gives back every character of it."""
    assert ftnotes.serialize(ftnotes.parse(text)) == text


@given(real_looking())
@example("EXEC SUMMARY\n- [EXO] -Planning\n")
@example("EXEC SUMMARY\n- **[EXO] -** Planning\n")
@example(">- STATUS OF THE ENGAGEMENT\n>Reactive\n")
@example("- DESCRIBE THE CUSTOMER **\nfoo**\n")
@example("[Teams\n")
def test_a_real_looking_text_is_read_and_written_back(text: str) -> None:
    """The same for shuffled, spliced and damaged lines of notes."""
    assert ftnotes.serialize(ftnotes.parse(text)) == text


@given(real_looking())
@example("- REQUESTS FOR SUPPORT (e.g.: x)\n")
@example("- [STATUS: OF THE ENGAGEMENT]: x\n")
@example("EXEC SUMMARY\n- [EXO] Foo ** - x\n- [TBD] ** Foo ** - x\n")
@example("- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n1. Microsoft 365 Apps[+OLM\n")
def test_a_parsed_node_passes_its_own_constructor(text: str) -> None:
    """Nothing is read that could not have been built: so any node can be evolved."""
    for node in ftnotes.parse(text).walk():
        assert attrs.evolve(node) == node


@given(documents())
def test_a_drawn_tree_reads_back_as_itself(document: Document) -> None:
    """What is printed from a tree built by hand says the same when it is read."""
    assert ftnotes.parse(ftnotes.serialize(document)) == document


@given(real_looking())
def test_every_character_belongs_to_one_leaf(text: str) -> None:
    """The leaves tile the text: each starts where the one before ends, and none is left out."""
    position = 0
    for name, span in ftnotes.parse(text).leaves():
        assert name
        assert span.start == position
        position = span.end
    assert position == len(text)


@given(real_looking())
def test_the_span_of_a_node_holds_its_text(text: str) -> None:
    """A node stands where its span says, its parts inside it in order, and its children too."""
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
def test_line_ends_say_nothing(text: str) -> None:
    """A note with other line ends says the same."""
    unix = LINE_END.sub("\n", text)
    said = [_said(summary) for summary in ftnotes.parse(unix).exec_summaries]
    for end in ("\r\n", "\r"):
        assert [_said(summary) for summary in ftnotes.parse(unix.replace("\n", end)).exec_summaries] == said


@given(real_looking())
def test_quoting_a_note_changes_nothing_it_says(text: str) -> None:
    """With a quote mark before each line, a note says the same."""
    quoted = "> " + LINE_END.sub(lambda end: end.group() + "> ", text)
    said = [_said(summary) for summary in ftnotes.parse(text).exec_summaries]
    assert [_said(summary) for summary in ftnotes.parse(quoted).exec_summaries] == said


def _said(summary: ExecSummary) -> object:
    """What a summary says, without the prose in it, which is kept as typed."""
    return summary.title, [item for item in summary.body if not isinstance(item, ftnotes.Prose)]


@given(notes_text(), notes_text())
def test_a_note_reads_the_same_on_a_page(first: str, second: str) -> None:
    """Behind a heading a note is read as it is alone."""
    page = first + "\n## Another\n" + second
    summaries = ftnotes.parse(first + "\n").exec_summaries + ftnotes.parse(second).exec_summaries
    assert ftnotes.parse(page).exec_summaries == summaries


@given(documents(), st.data())
def test_an_evolved_node_changes_its_own_characters_alone(document: Document, data: st.DataObject) -> None:
    """Replacing the value of a field leaves every character outside the field as it was."""
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
