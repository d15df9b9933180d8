"""Texts with notes of several templates."""

from __future__ import annotations

import pytest
from helpers.linearity import LINEAR, growth
from helpers.playbooks import own, template_of
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Document, ExecSummary, Field, Note, Playbook, Prose, Title, check, format, new, parse, serialize
from ftnotes.strategies import notes_text

WEEKLY = template_of(
    *('label = "RAG status", choices = ["Green", "Amber", "Red"]', 'label = "Wins"', 'label = "Risks", required = false'),
    titles='"WEEKLY STATUS"',
    key="weekly",
)
VISIT = template_of(
    *('label = "Status", choices = ["Planned", "Done"]', 'label = "Participants"', 'label = "Questions of the customer"'),
    titles='"VISIT REPORT"',
    key="visit",
)
TITLED = "WEEKLY STATUS\n- RAG status: Amber\n- Wins: two shops\n"
SUMMARY = "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Contoso\n- STATUS OF THE ENGAGEMENT: Reactive\n"
VISITED = "VISIT REPORT\n- Status: done\n- Participants: Ana\n"


@pytest.fixture(scope="module")
def playbook(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    """The default edition with two templates of another organisation."""
    return own(tmp_path_factory.mktemp("several"), f'id = "own"\nextends = "2020-03"\n{WEEKLY}{VISIT}')


def kinds(document: Document) -> list[str]:
    """Return the templates of the blocks of a document; for prose, its text."""
    return [block.text if isinstance(block, Prose) else block.template for block in document.blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (TITLED, ["weekly"]),
        (SUMMARY, ["exec-summary"]),
        (VISITED + TITLED, ["visit", "weekly"]),
        (TITLED + SUMMARY, ["weekly", "exec-summary"]),
        (f"{SUMMARY}\nSeen on Monday.\n\n{TITLED}", ["exec-summary", "Seen on Monday.\n\n", "weekly"]),
        (f"Hello.\n\n{VISITED}\nRegards\nAna\n", ["Hello.\n\n", "visit", "Regards\nAna\n"]),
        ("RAG status: Red\nWins: none\n", ["weekly"]),  # a label of its own, and a choice
        ("Risks: none\nWins: none\n", ["Risks: none\nWins: none\n"]),  # its own, but of one word
        ("Wins: none\nRAG status: Blue\n", ["Wins: none\nRAG status: Blue\n"]),  # a page about the template
        ("Participants: Ana\nStatus: done\nQuestions of the customer: none\n", ["visit"]),
        ("Status: green\n", ["Status: green\n"]),
        ("Green is the status.\n", ["Green is the status.\n"]),
        ("", []),
        (f"```\n{TITLED}```\n", ["```\n", "weekly", "```\n"]),
        ("See:\n```\nRAG status: Red\nWins: x\n```\n", ["See:\n```\nRAG status: Red\nWins: x\n```\n"]),
        (f"<!-- as last week:\n{TITLED}-->\n", [f"<!-- as last week:\n{TITLED}-->\n"]),
    ],
)
def test_a_block_belongs_to_the_template_that_it_speaks_for(playbook: Playbook, text: str, blocks: list[str]) -> None:
    """By titles and labels; what is not enough of any stays prose."""
    document = parse(text, playbook)
    assert kinds(document) == blocks
    assert serialize(document) == text


def test_the_same_label_is_read_by_the_template_around_it(playbook: Playbook) -> None:
    """A choice that one template has and the other has not is a clue, too."""
    document = parse(f"{VISITED}- Risks: rain\n\n{SUMMARY}- Status: later\n", playbook)
    visit, summary = document.notes
    assert [field.key for field in visit.fields][:2] == ["status", "participants"]
    assert visit.choice("status") == "done"
    assert isinstance(summary, ExecSummary)
    assert summary.customer == "Contoso"


def test_a_text_of_one_template_is_read_as_with_it_alone(playbook: Playbook) -> None:
    """The other templates take nothing from it."""

    @given(notes_text(language="en"))
    def same(text: str) -> None:
        assert parse(text, playbook) == parse(text)

    same()


def test_any_text_is_read_without_loss(playbook: Playbook) -> None:
    """The regions are the whole text, and a formatted text is formatted."""
    pieces = [TITLED, SUMMARY, VISITED, "Hello.\n\n", "- Wins: x\n", "Status: done\n", "```\n", "\r", "  ", "<!--\n", "-->\n"]

    @given(st.lists(st.sampled_from(pieces), max_size=8).map("".join))
    def read(text: str) -> None:
        document = parse(text, playbook)
        assert serialize(document) == text
        assert "".join(document.span(block).text(text) for block in document.blocks) == text
        formatted = format(text, playbook=playbook)
        assert format(formatted, playbook=playbook) == formatted

    read()


def test_prose_of_neighbouring_regions_is_one(playbook: Playbook) -> None:
    """Where a region ends with prose and the next one begins with it."""
    text = f"---\n- Wins: x\nKind regards,\nAna\n{TITLED}"
    document = parse(text, playbook)
    assert [type(block).__name__ for block in document.blocks] == ["Prose", "Note"]
    assert serialize(document) == text


def test_each_note_is_checked_and_formatted_by_its_template(playbook: Playbook) -> None:
    """With the labels, choices and required bullets of its own."""
    text = f"{VISITED}\n{TITLED}".replace("Wins", "wins").replace("RAG status: Amber", "RAG status: Ambr")
    messages = [diagnostic.message for diagnostic in check(text, playbook=playbook).diagnostics]
    assert [message for message in messages if "Questions of the customer" in message]
    assert [message for message in messages if 'Did you mean "Amber"' in message]
    assert not [message for message in messages if "DESCRIBE" in message]
    assert format(text, playbook=playbook) == (
        "**VISIT REPORT**\n- Status: Done\n- Participants: Ana\n\n**WEEKLY STATUS**\n- RAG status: Ambr\n- Wins: two shops\n"
    )


def test_a_note_without_title_can_follow_one_of_another_template(playbook: Playbook) -> None:
    """But not one of its own, which it would continue."""
    weekly = Note("weekly", None, (Field("rag-status", "RAG status", "Red"), Field("wins", "Wins", "x")), playbook)
    summary = ExecSummary(Title("EXEC SUMMARY"), (Field("customer", "DESCRIBE THE CUSTOMER", "x"),), playbook)
    assert parse(serialize(Document((summary, weekly), playbook)), playbook).blocks == (summary, weekly)
    with pytest.raises(ValueError, match="a summary without title would continue the one before it"):
        Document((weekly, weekly), playbook)


def test_the_time_grows_with_the_text(playbook: Playbook) -> None:
    """However many clues there are."""

    def many(size: int) -> str:
        return "Status: done\nWins: x\n\nDESCRIBE THE CUSTOMER: x\n" * (size // 45)

    assert growth(lambda size: lambda: parse(many(size), playbook), 20_000) < LINEAR


@pytest.fixture(scope="module")
def untitled(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    """The default edition with a template that has no title."""
    fields = 'label = "Overall state", choices = ["Red", "Green"]', 'label = "Next update"', 'label = "Risks", required = false'
    text = template_of(*fields, key="state")
    return own(tmp_path_factory.mktemp("untitled"), f'id = "own"\nextends = "2020-03"\n{text}')


def test_a_template_can_have_no_title(untitled: Playbook) -> None:
    """Its notes are read by their labels, checked and formatted without one, and written so."""
    text = "- Overall state: Red\n- Next update: 4 May 2020\n- Risks: none\n"
    (note,) = parse(f"Hello.\n\n{text}", untitled).notes
    assert (note.template, note.title, note.choice("overall-state")) == ("state", None, "red")
    assert not check(text, playbook=untitled, select=("FT1", "FT2")).diagnostics
    assert format(f"**Overall state**: red\n{text.partition(chr(10))[2]}", playbook=untitled) == text
    assert kinds(parse(text + SUMMARY, untitled)) == ["state", "exec-summary"]
    assert new("state", playbook=untitled, overall_state="red", next_update="4 May 2020", risks="none") == text
    with pytest.raises(ValueError, match="hashtags: template state has no title for them; omit them"):
        new("state", playbook=untitled, hashtags=["#covid"])
