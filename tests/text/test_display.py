"""Displayed text: escapes, widths and colours."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ftnotes.text.display import TextStyle, width


def test_no_harmful_code_point_is_shown_unescaped() -> None:
    """Every code point is shown as itself if it is printable, as spaces if it is a space, and as an escape otherwise."""
    shown = TextStyle()
    for code in range(0x110000):
        char = chr(code)
        text = shown.escape(char)
        assert text.isprintable()
        if unicodedata.category(char) == "Zs":
            assert text.strip(" ") == ""
            assert len(text) == width(char)
        elif char.isprintable():
            assert text == char
        else:
            escape = f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
            assert text == escape


def test_plain_text_is_shown_as_it_is_in_one_column_each() -> None:
    """A code point is plain only if it is shown as it is, in one column, in any encoding that has it."""
    for encoding, extra in (("utf-8", "éø–’€"), ("latin-1", "éø"), ("ascii", "")):
        style = TextStyle(encoding=encoding)
        plain = {char for char in map(chr, range(0x110000)) if style.is_plain(char)}
        assert plain >= {*map(chr, range(0x20, 0x7F)), *extra}
        assert all(style.show(char) == char and width(char) == 1 for char in plain)


@given(st.text())
def test_escaped_text_can_be_written_in_any_encoding(text: str) -> None:
    """Escaped text is printable and can be encoded."""
    for encoding in ("ascii", "latin-1", "cp437", "utf-8", "shift-jis"):
        shown = TextStyle(encoding=encoding).escape(text)
        shown.encode(encoding)
        assert shown.isprintable()


def test_only_text_in_colour_has_terminal_commands() -> None:
    """Styles are terminal commands if there is colour, and nothing otherwise; empty text is not styled."""
    assert TextStyle(colour=True).styled("a", "error") == "\x1b[1;31ma\x1b[0m"
    assert TextStyle(colour=True).styled("", "error") == ""
    assert TextStyle().styled("a", "error") == "a"
