"""Text to tokens: every character is in one, and each line has its type."""

from __future__ import annotations

from operator import attrgetter
from unittest.mock import patch

import pytest
from helpers.each import each
from helpers.real_notes import RealNote, real_notes, real_pages
from helpers.texts import any_text, lines, real_looking
from hypothesis import example, given
from hypothesis import strategies as st

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.builder import Token, TreeBuilder
from ftnotes.syntax.document import Document
from ftnotes.syntax.lexer import _LineReader
from ftnotes.syntax.parser import engine, parse
from ftnotes.text.source import LINE_END, MARGIN, WHITESPACE

NOTE = """Hello,
how are you?

**EXEC SUMMARY** #covid
=====
- DESCRIBE THE CUSTOMER: Retail,
  20K users
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - Planning
   -  Teams - Calling

Teams again.
- RISKS: none
## Next steps
Bye."""


def tokens(text: str) -> list[Token]:
    lines, _ = engine().lexer.tokens(TreeBuilder(text, first_template(Playbook.load())))
    return lines


def test_each_line_is_a_token_and_plain_lines_are_one() -> None:
    """Before the text comes START; lines that open no summary are one token outside a summary, and inside it one each."""
    assert [token.type for token in tokens(NOTE)] == [
        "START",
        "TEXT",
        "TITLE",
        "RULE",
        "FIELD",
        "LINE",
        "FIELD",
        "ITEM",
        "NAME",
        "LINE",
        "OWN",
        "HEADING",
        "TEXT",
    ]


@pytest.mark.parametrize("text", [NOTE, NOTE.replace("\n", "\r\n"), "\n\n" + NOTE + "\n\n", "", "\n", "> " + NOTE])
def test_tokens_tile_the_text(text: str) -> None:
    """Each token starts at the end of the one before, the first at 0, and the last ends with the text."""
    offsets = [0]
    for token in tokens(text):
        assert token.start == offsets[-1]
        offsets.append(token.end)
    assert offsets[-1] == len(text)


def test_the_parts_of_a_line_joined_are_the_line() -> None:
    """No character of a line is lost when it is cut."""
    for token in tokens(NOTE):
        if token.type in ("ITEM", "NAME", "TITLE"):
            assert "".join(filter(None, token.parts)) == NOTE[token.start : token.end]
        elif token.type in ("FIELD", "OWN"):
            _, label, before, colon, value, after = token.parts
            assert before + label + colon + value + after == NOTE[token.start : token.end]


def test_whitespace_is_the_same_in_grammar_and_source() -> None:
    """The grammar can't take the characters from the code, so both list them, and they agree."""
    shape = engine().lexer.line
    for code in range(0x110000):
        char = chr(code)
        match = shape.match(f"{char}x")
        assert match is not None
        if char in MARGIN:
            assert match.lastindex is not None
            assert match.group(match.lastindex - 1) == "x"
    assert set(MARGIN) == set(WHITESPACE) | {">"}
    assert LINE_END.findall("\r\n\n\r\x0b\x0c\x85\u2028\u2029") == ["\r\n", "\n", "\r"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("We met.\n\nExec summary", 9),
        ("We met.\r\n > a) **Customer**: Retail", 9),
        ("We met.\rCUSTOMER - Retail", 8),
        ("The plan\nThe customer: Retail", 9),
        ("We met.\n# Customer", 8),
        ("We met.\n12. Exec summary", 8),
        ("RISKS are low\nRISKS: none", 14),
        ("We met.\nTeams - done\nThe customer left.\n---\n_\nFM called", None),
        ("We met.", None),
        ("\n\n---\n", None),
    ],
)
def test_a_line_that_can_open_a_summary_is_found_by_its_first_word(text: str, start: int | None) -> None:
    """Bullets and decoration are skipped; an everyday label needs the sign of one, and a word in capitals must go on so."""
    reader = _LineReader(engine().lexer, TreeBuilder(text, first_template(Playbook.load())), unwrapped=False)
    assert reader.next_opening(0) == (len(text) if start is None else start)


LONE = "We met.\nProgress: Fully Deployed\n- [EXO] Exchange Online - done\nWe left.\n"


@given(st.one_of(any_text(), lines(), real_looking()))
@example(LONE)
@example(LONE + LONE)
@example(LONE + "Next\n- DESCRIBE THE CUSTOMER: Retail\n- STATUS OF THE ENGAGEMENT: Reactive\nBye.")
@example(LONE + "# Next\nExec summary\nStatus: Reactive\nCustomer: Retail\n")
@example(":EXECSUM\n= Customer=\n= Engagement=\nReactive")
def test_skipping_lines_changes_nothing(text: str) -> None:
    """Lines that can open no summary are skipped only for speed: without that a text is read alike."""
    assert parse(text) == parse_without_skipping(text)


@each([*real_notes(), *real_pages()], name=attrgetter("name"))
def test_skipping_lines_changes_no_real_note(note: RealNote) -> None:
    """Nor is a real note or page read differently."""
    assert parse(note.text) == parse_without_skipping(note.text)


def parse_without_skipping(text: str) -> Document:
    with patch.object(_LineReader, "can_skip", lambda _: False):
        return parse(text)
