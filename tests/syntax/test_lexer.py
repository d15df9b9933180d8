"""Text to tokens: every character is in one, and each line has its type."""

from __future__ import annotations

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.syntax.builder import Token, TreeBuilder
from ftnotes.syntax.parser import engine
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
    lines, _ = engine().lexer.tokens(TreeBuilder(text, Playbook.load()))
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
