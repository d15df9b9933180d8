r"""Line ends that programs write as ``<br>`` or ``\n``, read only where a bullet, label or tag follows, and as blocks."""

from __future__ import annotations

import pytest
from helpers.linearity import LINEAR, growth
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.text.edits import apply_edits
from ftnotes.text.written_line_ends import written_line_ends


def read(text: str) -> tuple[str, int]:
    """Return a text with its written line ends as real ones, and their number."""
    edits = written_line_ends(text)
    return apply_edits(text, edits), sum(len(edit.text) for edit in edits)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<p>a</p><p>b</p>", ["<p>a</p>", "<p>b</p>"]),
        ("<p>a</p> <ul><li>b</li><li>c</li></ul>d", ["<p>a</p> ", "<ul><li>b</li>", "<li>c</li></ul>", "d"]),
        ("a:<UL class='x'><LI><b>b</b></LI></UL></LI><LI>c", ["a:", "<UL class='x'><LI><b>b</b></LI></UL></LI>", "<LI>c"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr>c", ["<table><tr><td>a</td><td>b</td></tr>", "<tr>c"]),
        ("<div>a</div>\n<div>b</div>\r\n", ["<div>a</div>", "<div>b</div>\r", ""]),
        ("<p>a</p><br>b", ["<p>a</p><br>b"]),
        ("<p>a</p><br>- b", ["<p>a</p>", "- b"]),
        ("<b>a</b><i>b</i></p>", ["<b>a</b><i>b</i></p>"]),
        ("write <p> and <li>, not <ul>", ["write <p> and <li>, not <ul>"]),
    ],
)
def test_a_block_begins_a_line(text: str, lines: list[str]) -> None:
    """Its tags stay; where no block is closed, the text is about HTML."""
    assert read(text)[0].split("\n") == lines
    assert read("\n".join(lines))[0] == "\n".join(lines)


@pytest.mark.parametrize("written", ["<br>", "<br/>", "<br />", "<BR>", r"\n", r"\r\n", r"\r"])
@pytest.mark.parametrize(
    "following",
    [
        "- x",
        "   -  [EXO]  Exchange Online",
        "• x",
        "* x",
        "1. x",
        "12) x",
        "o x",
        "STATUS OF THE ENGAGEMENT: Reactive",
        "**STATUS OF THE ENGAGEMENT:** Reactive",
        "**STATUS OF THE ENGAGEMENT**: Reactive",
        "ÜBERBLICK ÜBER DIE BEZIEHUNG : x",
        "M365 DEPLOYMENT PROGRESS: x",
        "進捗状況：x",
        "[EXO] Exchange Online",
        "[EXO/SPO] x",
    ],
)
def test_a_line_end_is_read_before_what_begins_a_line(written: str, following: str) -> None:
    """What was written for a line end is one where a bullet, a label or a tag follows; spaces before it go."""
    assert read(f"EXEC SUMMARY{written}{following}") == (f"EXEC SUMMARY\n{following}", 1)
    assert read(f"a  {written}{written} {following}") == (f"a\n\n {following}", 2)


@pytest.mark.parametrize(
    "text",
    [
        r"saved in C:\new\notes",
        r"saved in C:\reports: old",
        r"\\server\notes - x",
        r"C:\\n - x",
        r"a\nb",
        r"a\n",
        r"see\nhttp://x",
        r"at\n10:30",
        "a<br>b",
        "a<br>\n- b",
        "a<br>-b",
        "a<br>[note] b",
        "a <brand> - b",
        r"a\n" + "Word " * 11 + ": x",
        "plain\n- text",
    ],
)
def test_other_text_stays(text: str) -> None:
    """Paths, and what is before other words, are text."""
    assert read(text) == (text, 0)


@given(
    st.lists(st.sampled_from(["<br>", "<br", r"\n", "\\", "\n", "- ", "A: ", "[EXO]", " ", "x", "*"]), max_size=12).map("".join)
)
def test_only_line_ends_change(text: str) -> None:
    """All else stays, and what was read is not read again."""
    after, found = read(text)
    assert read(after)[0].count("\n") >= after.count("\n")
    assert after.count("\n") == text.count("\n") + found

    def bare(any_text: str) -> str:
        for written in ("<br>", r"\n", "\n", " "):
            any_text = any_text.replace(written, "")
        return any_text

    assert bare(after) == bare(text)


@pytest.mark.parametrize(
    "piece",
    [
        "</p>",
        "<p>",
        "<p></p>a",
        "</p><b ",
        "<br>",
        r"\n",
        r"\n ",
        "<br>Word ",
        "<br>" + "W" * 31,
        r"\nA b c d e f g h i",
        " ",
        r"\n***",
        "<p ",
        "<br ",
    ],
)
def test_looking_for_them_is_linear(piece: str) -> None:
    """The time grows with the length of the text."""

    def task(size: int) -> object:
        text = "<\\" + piece * (size // len(piece))
        return lambda: written_line_ends(text)

    assert growth(task, 20_000) < LINEAR  # type: ignore[arg-type] # a function, which object is not
