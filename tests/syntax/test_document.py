"""Documents: their hashtags, the positions of their nodes, and how they travel."""

from __future__ import annotations

import pickle

import attrs
import pytest
from helpers.notes import NOTE

import ftnotes
from ftnotes import Document, ExecSummary, parse, serialize
from ftnotes.playbook.playbook import Playbook
from ftnotes.syntax.exec_summary import EngagementStatus
from ftnotes.text.source import Span


@pytest.mark.parametrize("text", ["#covid", "#COVID-19", "#fast_track", "#2020plan", "#überholt", "＃全角", "#全角"])
@pytest.mark.parametrize("frame", ["{}", "see {}.", "({})", "**{}**", "**EXEC SUMMARY** {}", "- DESCRIBE THE CUSTOMER: {}"])
def test_hashtags_are_found_anywhere(text: str, frame: str) -> None:
    """They are found in titles, values and prose, with their spans."""
    note = frame.format(text)
    (hashtag,) = parse(note).hashtags
    assert hashtag.text == text
    assert hashtag.span.text(note) == text


@pytest.mark.parametrize(
    "text",
    [
        "page#anchor",
        "https://example.com/#top",
        "&#8211;",
        "## Heading",
        "# Heading",
        "#1",
        "#",
        "#-x",
        "C# and F#",
        "##tag",
    ],
)
def test_other_text_with_the_character_is_not_a_hashtag(text: str) -> None:
    """Anchors, entities, headings and numbers are not hashtags."""
    assert parse(text).hashtags == ()


def test_hashtags_are_listed_in_the_order_of_the_text(document: Document) -> None:
    """They are those of prose, title and values."""
    assert [hashtag.text for hashtag in document.hashtags] == ["#team", "#covid", "#covid"]
    assert document.hashtags[0].span == Span(6, 11)


def test_the_span_of_a_node_is_its_text(document: Document, summary: ExecSummary) -> None:
    """The span of a node is its text, line end and following blank lines included."""
    assert document.span(document) == Span(0, len(NOTE))
    assert document.span(document.blocks[0]).text(NOTE) == "Hello #team,\n\n"
    assert document.span(summary).text(NOTE) == NOTE[14:-5]
    for block in (*document.blocks, *summary.body):
        assert document.span(block).text(NOTE) == serialize(block)
    exchange = summary.workload("EXO")
    assert exchange
    assert document.span(exchange).text(NOTE) == "   -  [EXO]  Exchange Online - Planning\n"


def test_parts_of_a_node_have_spans(document: Document, summary: ExecSummary) -> None:
    """Parts have the names in the layout of each kind of node."""
    title, exchange, customer = summary.title, summary.workload("EXO"), summary.field("customer")
    assert title
    assert exchange
    assert customer
    assert document.span(title, "remark").text(NOTE) == "#covid"
    assert document.span(exchange, "separator").text(NOTE) == " - "
    assert document.span(exchange, "update").text(NOTE) == "Planning"
    assert document.span(customer, "value").text(NOTE) == "Retail,\n  20K users"
    assert document.span(document.blocks[0], "text") == document.span(document.blocks[0])


def test_an_unknown_part_is_refused(document: Document, summary: ExecSummary) -> None:
    """The message lists the valid parts."""
    with pytest.raises(ValueError, match=r"Field has no part 'tag'; it has before, label, colon, value, after"):
        document.span(summary.fields[0], "tag")
    with pytest.raises(ValueError, match=r"ExecSummary has no part 'title'; it has none"):
        document.span(summary, "title")
    with pytest.raises(ValueError, match=r"Document has no part 'x'; it has none"):
        document.span(document, "x")


def test_a_node_of_another_document_is_refused(document: Document) -> None:
    """An equal node is not the same: it can be at another place."""
    with pytest.raises(ValueError, match="this ExecSummary is not a node of the document, though an equal one may be"):
        document.span(parse(NOTE).exec_summaries[0])


def test_leaves_tile_the_text(document: Document) -> None:
    """Every character is in exactly one, and each has a name."""
    leaves = list(document.leaves())
    assert "".join(span.text(NOTE) for _, span in leaves) == NOTE
    assert leaves[0] == ("text", Span(0, 14))
    said = {name: span.text(NOTE) for name, span in leaves}
    assert said["tag"] == ""
    assert said["name"] == "Teams"


def test_walk_visits_every_node_in_order(document: Document) -> None:
    """The document first, then each block and what is below it."""
    kinds = [type(node).__name__ for node in document.walk()]
    assert kinds[:6] == ["Document", "Prose", "ExecSummary", "Title", "Field", "Field"]
    assert kinds.count("Workload") == 3
    assert kinds[-1] == "Prose"
    starts = [document.span(node).start for node in document.walk()]
    assert starts == sorted(starts)
    assert [type(node).__name__ for node in parse("- DESCRIBE THE CUSTOMER: x\n- REQUESTS FOR SUPPORT: y").walk()] == [
        "Document",
        "ExecSummary",
        "Field",
        "Field",
    ]


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_document_can_be_pickled(protocol: int) -> None:
    """The copy is equal, prints the same, and reads words as before; also after its spans were computed."""
    for playbook in (None, Playbook.load("2019-09")):
        original = parse(NOTE, playbook)
        for _ in range(2):
            copy = pickle.loads(pickle.dumps(original, protocol))
            assert copy == original
            assert serialize(copy) == NOTE
            assert copy.exec_summaries[0].engagement_status is EngagementStatus.ON_HOLD
            assert copy.exec_summaries[0].playbook is original.exec_summaries[0].playbook
            assert [copy.span(node) for node in copy.walk()] == [original.span(node) for node in original.walk()]


def test_the_text_of_a_built_document_is_as_it_is_written() -> None:
    """A parsed one has the text that was read."""
    built = Document(ftnotes.parse(NOTE).blocks)
    assert built.text == serialize(built) == NOTE
    assert parse(NOTE).text == NOTE


def test_an_empty_span_is_a_place() -> None:
    """The place of an empty value is true, though its length is 0."""
    document = ftnotes.parse("EXEC SUMMARY\n- REQUESTS FOR SUPPORT:")
    span = document.span(document.exec_summaries[0].fields[0], "value")
    assert len(span) == 0
    assert span


@pytest.mark.parametrize(
    ("count", "before", "reads"),
    [(3, "- ", True), (6, "- ", True), (2, "- ", False), (3, "  - ", False)],
)
def test_a_summary_without_title_can_follow_one_with_its_labels(count: int, before: str, reads: bool) -> None:
    """Three labels of the one above at its level, beginning with its first, open it; else it would continue that."""
    (whole,) = parse(
        ftnotes.new(customer="Bank", engagement_status="reactive", deployment_progress="not-deployed") + "\n"
    ).exec_summaries
    first, *rest = whole.fields[:count]
    layout = attrs.evolve(first.layout, before=before)
    blocks = (whole, ExecSummary(None, (attrs.evolve(first, layout=layout), *rest)))
    if reads:
        document = Document(blocks)
        assert parse(serialize(document)) == document
    else:
        with pytest.raises(ValueError, match="would continue the one before it"):
            Document(blocks)


def test_a_note_about_a_workload_with_one_label_can_follow_none_of_its_template() -> None:
    """One label, although proven by a choice, is not enough to begin another note."""
    (whole,) = parse("[EXO]\nStatus: Green\nSummary: x\nConcerns: y\n").notes
    short = attrs.evolve(whole, body=whole.body[:2])
    assert Document((whole, whole)).notes == (whole, whole)
    for blocks in ((whole, short), (short, whole)):
        with pytest.raises(ValueError, match="would continue the one before it"):
            Document(blocks)
