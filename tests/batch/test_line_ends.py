r"""Line ends that programs write as ``<br>`` or ``\n``: read where a bullet, label or tag follows, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.exports import made, read
from helpers.linearity import LINEAR, growth
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.batch import Columns, Row, rewrite_export
from ftnotes.batch.line_ends import Markup, read_line_ends


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
    assert read_line_ends(f"EXEC SUMMARY{written}{following}") == (f"EXEC SUMMARY\n{following}", 1)
    assert read_line_ends(f"a  {written}{written} {following}") == (f"a\n\n {following}", 2)


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
    assert read_line_ends(text) == (text, 0)


@given(
    st.lists(st.sampled_from(["<br>", "<br", r"\n", "\\", "\n", "- ", "A: ", "[EXO]", " ", "x", "*"]), max_size=12).map("".join)
)
def test_only_line_ends_change(text: str) -> None:
    """All else stays, and what was read is not read again."""
    after, found = read_line_ends(text)
    assert read_line_ends(after)[0].count("\n") >= after.count("\n")
    assert after.count("\n") == text.count("\n") + found

    def bare(any_text: str) -> str:
        for written in ("<br>", r"\n", "\n", " "):
            any_text = any_text.replace(written, "")
        return any_text

    assert bare(after) == bare(text)


@pytest.mark.parametrize(
    "piece", ["<br>", r"\n", r"\n ", "<br>Word ", "<br>" + "W" * 31, r"\nA b c d e f g h i", " ", r"\n***", "<p ", "<br "]
)
def test_looking_for_them_is_linear(piece: str) -> None:
    """The time grows with the length of the text."""

    def task(size: int) -> object:
        text = "<\\" + piece * (size // len(piece))
        return lambda: (read_line_ends(text), Markup.of(text))

    assert growth(task, 20_000) < LINEAR  # type: ignore[arg-type] # a function, which object is not


def test_markup_that_is_left_is_counted() -> None:
    """Elements are named once; written line ends that were not read are counted."""
    assert Markup.of(r"<p class='x'>a</p><DIV>b<br>c\nd</div> <x> < p>") == Markup(2, ("p", "div"))
    assert Markup.of("a < b") == Markup(0, ())


def test_a_cell_is_read_with_line_ends_and_kept_unless_its_note_changes(tmp_path: Path) -> None:
    """The note of a row has the line ends; the cell is written with them only if another note takes its place."""
    cells = [r"EXEC SUMMARY<br>- STATUS OF THE ENGAGEMENT: x\n- y", r"C:\new<br>z"]
    file, target = made(tmp_path, "e.csv", "Notes\n" + "\n".join(cells) + "\n"), tmp_path / "new.csv"
    rows = [row for row in read(file, Columns("Notes")) if isinstance(row, Row)]
    assert [(row.text, row.line_ends) for row in rows] == [
        ("EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: x\n- y", 2),
        (cells[1], 0),
    ]
    list(rewrite_export(file, str(target), Columns("Notes"), lambda row: row.text))
    assert target.read_text() == Path(file).read_text()
    list(rewrite_export(file, str(target), Columns("Notes"), lambda row: row.text.replace("x", "z")))
    assert target.read_text() == f'Notes\n"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: z\n- y"\n{cells[1]}\n'
