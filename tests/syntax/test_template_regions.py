"""Texts with notes of several templates."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.linearity import LINEAR, growth
from helpers.playbooks import own, template_of
from hypothesis import example, given
from hypothesis import strategies as st

from ftnotes import (
    Context,
    Document,
    ExecSummary,
    Field,
    Note,
    Playbook,
    Prose,
    Title,
    Workload,
    check,
    fix,
    format,
    new,
    parse,
    serialize,
)
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


REPAIR = template_of(
    'key = "machine", label = "Machine", kind = "workload", typed = "bare", required = false',
    'label = "Status", choices = ["On time", "Waiting for parts"], more = true',
    'label = "Work done"',
    'label = "Next visit", required = false',
    'label = "Causes", choices = ["Wear", "Misuse", "Weather"], several = true, required = false',
    key="repair",
).replace('key = "repair"', 'key = "repair"\ntyped = "bold"\nnote-type = "repair"')
REPAIR_TYPE = '[[note-types]]\nkey = "repair"\nnames = ["Repair", "Repair note"]\n'
REPAIRED = "**Status:** On time, done by noon\n**Work done:** new belt\n"


@pytest.fixture(scope="module")
def repairs(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    """The default edition with a template whose notes are about a workload, and have no title."""
    return own(tmp_path_factory.mktemp("repairs"), f'id = "own"\nextends = "2020-03"\n{REPAIR}{REPAIR_TYPE}')


@pytest.mark.parametrize(
    ("above", "about"),
    [
        ("[EXO]\n", ("EXO",)),
        ("- CORE\n", ("CORE",)),
        ("EXO\n\n", ("EXO",)),
        ("[OLM+INTUNE] Outlook Mobile\n", ("OLM", "INTUNE")),
        ("Exchange Online\n", ("EXO",)),
        ("**[EXO]**\n", ("EXO",)),
        ("## [SPO]\n", ("SPO",)),
        ("Hello.\n\n[SPO]\n", ("SPO",)),
        ("- MACHINE: EXO + SPO\n", ("EXO", "SPO")),
        ("Machine: [EXO]\n", ("EXO",)),
        ("- Machine\n- [EXO] Exchange Online\n", ("EXO",)),
        ("[EXO] done in May\n", ()),
        ("[XYZ]\n", ()),
        ("Hello.\n[SPO]\n", ()),  # the end of a text
        ("", ()),
    ],
)
def test_the_line_above_the_labels_says_what_a_note_is_about(repairs: Playbook, above: str, about: tuple[str, ...]) -> None:
    """A workload by its tag or name, at the start of a block, or in the field for it."""
    document = parse(above + REPAIRED, repairs)
    assert [note.about for note in document.notes] == [about]
    assert document.notes[0].choice("status") == "on-time"
    assert serialize(document) == above + REPAIRED
    assert Note("repair", None, document.notes[0].body, repairs) == document.notes[0]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (f"[EXO]\n{REPAIRED}\n[SPO]\n{REPAIRED}", [("EXO",), ("SPO",)]),
        (f"{REPAIRED}\n{REPAIRED}", [(), ()]),
        (f"[EXO]\n{REPAIRED}{REPAIRED}", [("EXO",), ()]),
        (f"{REPAIRED}\n**Status:** On time\n**Risks:** none\n**Work done:** x\n", [(), ()]),
        (f"{REPAIRED}\n[SPO]\n**Next visit:** May\n", [()]),  # in the text of the field above
        (f"{REPAIRED}**Status:** On time\n", [()]),  # said twice
        (f"{REPAIRED}**Status:** On time\n**Status:** On time\n", [()]),
        (f"{SUMMARY}- WORKLOADS:\n   - [EXO] - done\n   - [SPO]\n- Next visit: May\n", [()]),
        (f"{SUMMARY}\n[SPO]\n{REPAIRED}**Next visit:** May\n", [(), ("SPO",)]),
    ],
)
def test_notes_without_titles_follow_each_other(repairs: Playbook, text: str, notes: list[tuple[str, ...]]) -> None:
    """One begins where the first label comes again with another below, or below a workload if the label was there before."""
    document = parse(text, repairs)
    assert [note.about for note in document.notes] == notes
    assert serialize(document) == text
    assert Document(document.blocks, repairs) == document


def test_a_note_is_about_a_workload_only_where_its_template_says_so(repairs: Playbook, playbook: Playbook) -> None:
    """And the line for it has no text of its own."""
    fields = (Field("status", "Status", "On time"), Field("work-done", "Work done", "x"))
    assert Note("repair", None, (Workload("EXO"), *fields), repairs).about == ("EXO",)
    assert Note("repair", Title("x"), (Workload("EXO"), *fields), repairs).about == ()
    with pytest.raises(ValueError, match="a summary starts with a field that has a key"):
        Note("repair", None, (Workload("EXO", update="done"), *fields), repairs)
    with pytest.raises(ValueError, match="a summary starts with a field that has a key"):
        Note("visit", None, (Workload("EXO"), Field("status", "Status", "Done")), playbook)


def test_the_first_template_can_be_about_a_workload(tmp_path: Path) -> None:
    """Also where it is the only one."""
    text = '[languages.en]\nname = "English"\n[[workloads]]\ntag = "EXO"\nnames = ["Exchange"]\n'
    only = own(tmp_path, f'id = "own"\n{REPAIR}{REPAIR_TYPE}{text}')
    assert [note.about for note in parse(f"[EXO]\n{REPAIRED}", only).notes] == [("EXO",)]
    assert [note.about for note in parse(REPAIRED, only).notes] == [()]
    assert kinds(parse("Hello.\n", only)) == ["Hello.\n"]


def test_a_field_can_have_several_choices_and_words_after_one(repairs: Playbook) -> None:
    """`choices` has the keys of those that are meant."""

    def causes(value: str) -> tuple[str, ...]:
        (note,) = parse(f"{REPAIRED}**Causes:** {value}\n", repairs).notes
        return note.choices("causes")

    assert causes("Wear, misuse") == ("wear", "misuse")
    assert causes("Weather") == ("weather",)
    assert causes("☐ Wear ☑ Misuse ☑ Weather") == ("misuse", "weather")
    assert causes("Wear / Misuse / Weather") == ()  # as the template comes
    assert causes("mostly weather") == causes("none") == causes("") == ()
    (note,) = parse("**Status:** On time\nuntil noon\n**Work done:** x\n", repairs).notes
    assert (note.value("status"), note.choices("status")) == ("On time\nuntil noon", ("on-time",))
    assert note.choices("causes") == ()


def test_paragraphs_above_the_next_label_belong_to_the_value(repairs: Playbook) -> None:
    """In a template without bullets; those below the last label don't."""
    (note, prose) = parse("**Status:** On time\n**Work done:** belt\n\nand oil\n\n**Next visit:** May\n\nBye\n", repairs).blocks
    assert isinstance(note, Note)
    assert note.value("work-done") == "belt\n\nand oil"
    assert prose == Prose("Bye\n")


@pytest.mark.parametrize("note_type", ["repair", "Repair note", "REPAIR"])
def test_the_given_type_of_note_decides_where_two_fit(repairs: Playbook, note_type: str) -> None:
    """By its key or a name; and the document remembers it."""
    text = "Status: late\nNext visit: May\n"
    assert kinds(parse(text, repairs)) == [text]
    document = parse(text, repairs, note_type=note_type)
    assert kinds(document) == ["repair"]
    assert document.note_type == "repair"
    assert parse("Hello.", repairs, note_type=note_type).note_type == "repair"
    assert format(document) == "**Status:** late\n**Next visit:** May\n"
    given = Context(note_type=note_type)
    for diagnostics in (
        check(text, playbook=repairs, context=given).diagnostics,
        check(document).diagnostics,
        fix(text, playbook=repairs, context=given).remaining,
    ):
        assert "FT201" in [diagnostic.code for diagnostic in diagnostics]
    assert not check(text, playbook=repairs, select=("FT201",)).diagnostics


def test_an_unknown_type_of_note_is_refused(repairs: Playbook) -> None:
    """The message lists those of the playbook."""
    with pytest.raises(ValueError, match="note type 'repare'"):
        parse("x", repairs, note_type="repare")


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("State:\nBad luck.\n**Mood:** Good\n**Plan of the day:** x\n", "day"),
        ("State:\nMOTTO OF THE WEEK: x\n", "week"),
        ("State\nBad luck.\nMOTTO OF THE WEEK: x\n", "week"),
        ("State\nBad luck.\nMood\nGood\nPlan of the day\nRest\n", "day"),
        ("State: fine\nMood: Good\n", "day"),
        ("| Mood | Good |\n| Plan of the day | x |\n", "day"),
    ],
)
def test_a_title_is_followed_by_a_label_and_a_label_by_a_value(tmp_path: Path, text: str, template: str) -> None:
    """Words can be the title of one template and a label of another."""
    week = template_of('label = "MOTTO OF THE WEEK"', 'label = "PLAN"', titles='"STATE"', key="week")
    day = template_of('label = "State"', 'label = "Mood", choices = ["Good", "Bad"]', 'label = "Plan of the day"', key="day")
    two = own(tmp_path, f'id = "own"\n{week}{day}[languages.en]\nname = "English"\n')
    (note,) = parse(text, two).notes
    assert note.template == template


#: A label below the note that is a clue for another one, though the text above it takes it along when it is read.
TAKEN = "Deployment: Fully Deployed\n    - Workload affected: v\nNEXT STEPS: y\n"
MORE = "\nWorkload affected: v\nContoso\n**NEXT STEPS: y\n"
LINES = (
    *("Workload affected: x", "Next steps: y", "Overall Concerns: z", "Status: Green", "Public/Brand Name: b"),
    *("plain text", "[EXO] Exchange Online - a", ""),
)


@given(
    st.lists(st.builds("{}{}".format, st.sampled_from(("", "- ", "    - ", "**", "\t")), st.sampled_from(LINES))).map("\n".join)
)
@example(TAKEN + MORE)
@example("Public/Brand Name: v\nStatus: x\n\n    - Public/Brand Name: v\nRisk: v\n\nPublic/Brand Name: v\n\n  - [EXO] x - y")
def test_the_notes_of_a_text_are_those_of_a_tree(text: str) -> None:
    """Also where a label begins another note by its word, but not by its place: the constructor takes what was read."""
    document = parse(text)
    assert Document(document.blocks) == document
    assert serialize(document) == text


def test_a_note_that_continues_the_one_above_is_more_of_it() -> None:
    """Its fields follow those of the first."""
    (note,) = parse(TAKEN + 2 * MORE).notes
    assert [field.key for field in note.fields] == ["concerns", "workload", "next-steps", *2 * ["workload", "next-steps"]]


def test_the_time_grows_with_the_notes_that_continue_one() -> None:
    """Each is joined once."""
    assert growth(lambda size: lambda: parse(TAKEN + size // len(MORE) * MORE), 10_000) < LINEAR
