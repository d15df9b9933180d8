"""Reports as text: excerpts with markers."""

import pytest

from ftnotes import LineMap, Span
from ftnotes.policy.report_text import excerpt
from ftnotes.text.display import TextStyle, width


def mark(text: str, marked: str, encoding: str = "utf-8") -> tuple[str, str]:
    """Return the excerpt for the first place of ``marked`` in a text, and the columns above its marker."""
    start = text.index(marked)
    piece = excerpt(TextStyle(encoding=encoding), LineMap(text), Span(start, start + len(marked)))
    columns: list[str] = []
    for char in piece.text:
        if width(char):
            columns += [char] + [""] * (width(char) - 1)
        else:
            columns[-1] += char
    return piece.text, "".join(columns[piece.indent : piece.indent + piece.length])


@pytest.mark.parametrize(
    ("text", "marked", "shown"),
    [
        ("a\tbc\td", "c", "a   bc  d"),
        ("\t\tbc", "bc", "        bc"),
        ("エンゲージメント：保留中 #covid", "#covid", "エンゲージメント：保留中 #covid"),
        ("エンゲージメント：保留中 #covid", "保留中", "エンゲージメント：保留中 #covid"),
        ("ﾊﾝｶｸ 全角\tx y", "y", "ﾊﾝｶｸ 全角   x y"),
        ("cafe\u0301 bar", "bar", "cafe\u0301 bar"),
        ("a\x1b[0m\u202eb c", "b", "a\\x1b[0m\\u202eb c"),
        ("wide\u3000blank\u00a0b c", "c", "wide  blank b c"),
        ("above\r\nhere it is\rbelow", "it", "here it is"),
    ],
)
def test_markers_are_below_the_marked_text(text: str, marked: str, shown: str) -> None:
    """A marker is in the right columns after tabs, wide characters, combining marks and escapes."""
    assert mark(text, marked) == (shown, marked)


def test_markers_are_right_if_the_encoding_lacks_characters() -> None:
    """A marker is right as well if characters are escaped because the encoding lacks them."""
    assert mark("保留 #covid", "#covid", "ascii") == (r"\u4fdd\u7559 #covid", "#covid")


@pytest.mark.parametrize("before", [0, 30, 90, 5000])
@pytest.mark.parametrize("after", [0, 30, 90, 5000])
@pytest.mark.parametrize("char", ["x", "留", "\t", "\x1b"])
def test_long_lines_are_cut_around_the_mark(before: int, after: int, char: str) -> None:
    """A long line is cut to fit, with dots at its ends, and always contains the marked text."""
    line = char * before + "#here" + char * after
    shown, marked = mark(line, "#here")
    assert marked == "#here"
    assert width(shown) <= 120
    core = shown.removeprefix("...").removesuffix("...")
    whole = "".join("    " if item == "\t" else TextStyle().show(item) for item in line)
    if width(whole) <= 100:
        assert shown == whole
    else:
        assert width(shown) > 60
        assert core in whole
        assert shown.startswith("...") == (not whole.startswith(core))
        assert shown.endswith("...") == (not whole.endswith(core))


@pytest.mark.parametrize(("span", "indent", "length"), [(Span(0, 9), 0, 3), (Span(3, 3), 3, 1), (Span(8, 8), 4, 1)])
def test_markers_stay_on_their_line(span: Span, indent: int, length: int) -> None:
    """A span of several lines is marked to the end of the first, and an empty one by one marker."""
    piece = excerpt(TextStyle(), LineMap("one\ntwo2\n"), span)
    assert (piece.indent, piece.length) == (indent, length)


@pytest.mark.parametrize("before", range(90, 110))
def test_long_lines_are_cut_between_words(before: int) -> None:
    """Where a line is cut, its first and last words are whole."""
    words = [f"w{number}" for number in range(before)]
    line = f"{' '.join(words)} #here {' '.join(words)}"
    shown, marked = mark(line, "#here")
    assert marked == "#here"
    assert {*shown.strip(".").split()} <= {*words, "#here"}
    assert 80 < width(shown) <= 110
