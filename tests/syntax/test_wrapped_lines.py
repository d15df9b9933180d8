"""Lines inside the marks of HTML and after the stamps of chats."""

from __future__ import annotations

import pytest

from ftnotes.syntax.wrapped_lines import may_have_marks, retyped, unwrap


@pytest.mark.parametrize(
    ("typed", "text", "stamped"),
    [
        ("Status: Reactive\n", None, False),
        ("a < b > c\n", None, False),
        ("<x>Status</x>\n", None, False),
        ("<li><b>Status:</b> Reactive</li>\n", "Status: Reactive\n", False),
        ('<p class="x">Status:&nbsp;Reactive<br/>\n', "Status:Reactive\n", False),
        ("<TD>Status</TD><td>Reactive</td>\n", "Status\tReactive\t\n", False),
        ("[5/15 3:04 PM] Ana: Status: Reactive\n", "Status: Reactive\n", True),
        ("5/15/2020, 15:04 - Ana Lopez: Status\n", "Status\n", True),
        ("> [Friday 15:04:05] Ana: x\n", "x\n", True),
        ("[15.05.2020 15:04] <b>x</b>\n", "x\n", True),
        ("Call at 15:04\n", None, False),
        ("[10:44] Ana Lopez\n", "Ana Lopez\n", True),
        ("[3:04 PM] Ana: x\n", "x\n", True),
        ("[10:4] Ana\n", None, False),
        ("3:04 PM Ana: x\n", None, False),
        ("\\- \\*\\*Status:\\*\\* \\[x\\]\n", "- **Status:** [x]\n", False),
        ("C:\\notes\n", None, False),
    ],
)
def test_a_line_is_unwrapped(typed: str, text: str | None, stamped: bool) -> None:
    """Each character that is left has its offset in the typed line."""
    line = unwrap(typed)
    assert (line.text if line else None) == text
    if line:
        assert line.stamped == stamped
        kept = [(char, typed[offset]) for char, offset in zip(line.text, line.offsets, strict=True) if char not in "\t–—"]
        assert all(char == other for char, other in kept)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("a\nb", False),
        ("x < y", False),
        ("R&D", False),
        ("a</b>", True),
        ("a<br>", True),
        ("a&nbsp;b", True),
        ("\\- a", True),
        ("C:\\a", False),
    ],
)
def test_most_texts_have_no_marks(text: str, may: bool) -> None:
    """A text without escapes, and closing marks, line breaks and no-break spaces of HTML, is not looked at more closely."""
    assert may_have_marks(text) == may


def test_what_wraps_words_becomes_trivia() -> None:
    """Each character of the typed line is in one part, and content is as it was cut."""
    typed = "<li><b>Status:</b> Re<i>act</i>ive</li>\n"
    line = unwrap(typed)
    assert line
    parts = retyped(("", "Status", ": ", "Reactive", "\n"), (False, True, False, True, False), line, typed)
    assert parts == ("<li><b>", "Status", ":</b> ", "Re<i>act</i>ive", "</li>\n")


def test_parts_that_were_not_typed_stay_so() -> None:
    """None stays None, and the first part can be content."""
    typed = "a<br>b"
    line = unwrap(typed)
    assert line
    assert retyped(("a", None, "b", None), (True, False, True, False), line, typed) == ("a", "<br>", "b", "")
