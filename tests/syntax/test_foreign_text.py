"""Front matter and fences, which contain no field."""

from __future__ import annotations

import pytest

import ftnotes
from ftnotes.syntax.foreign_text import comment_regions, foreign_regions


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("", ""),
        ("a\nb\n", ""),
        ("---\n", ""),
        ("---\ntitle: x\n---\nb\n", "---\ntitle: x\n---\n"),
        ("\ufeff---\r\ntitle: x\r\ntags:\r\n  - y\r\n# z\r\n- u\r\n---\r\nb\r\n", "\ufeff---titletags  - y# z- u---"),
        ("> ---\n> title: x\n> ---\n> b\n", "> ---\n> title: x\n> ---\n"),
        ("---\ntitle: x\nb\n---\n", ""),
        ("---\ntitle: x\n\ntags: y\n---\n", ""),
        ("---\nno key\n---\n", ""),
        ("a\n---\ntitle: x\n---\n", ""),
        ("---\ntitle: x\nb\n", ""),
        ("a\n```\nb\n```\nc\n", "```\nb\n```\n"),
        ("a\n~~~ text\nb\n~~~\nc\n", "~~~ text\nb\n~~~\n"),
        ("a\n> ```\n> b\n> ```\n> c", "> ```\n> b\n> ```\n"),
        ("a\r```\rb\r```\rc", "```\rb\r```\r"),
        ("```\na\n```\n\n```\nb\n```", "```\na\n```\n```\nb\n```"),
        ("a\n````\nb\n```\nc\n````\nd", "````\nb\n```\nc\n````\n"),
        ("a\n```\nb\n~~~\nc\n```\nd", "```\nb\n~~~\nc\n```\n"),
        ("a ```\nb\n```\n", ""),
        ("```\na\n", ""),
        ("```inline``` a\n", ""),
        ("\ufeff\n```\na\n```\n\n", ""),
        ("a\n```\nb\n```\n", "```\nb\n```\n"),
        ("```\nb\n```\na", "```\nb\n```\n"),
        ("a\n```\nEXEC SUMMARY\n```\nb", ""),
    ],
)
def test_foreign_stretches_are_found(text: str, foreign: str) -> None:
    """Front matter is at the start of a page; a closed fence is foreign unless it is around a note or the whole text."""
    regions = foreign_regions(text, lambda fenced: fenced.startswith("EXEC SUMMARY"))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if text else []
    position, found = 0, ""
    for line in lines:
        if regions and regions.contains(position):
            found += line
        position += len(line) + (2 if text[position + len(line) :].startswith("\r\n") else 1)
    expected = foreign.replace("\r", "").replace("\n", "")
    assert found.replace(": x", "").replace(":", "") == expected.replace(": x", "").replace(":", "")
    assert (regions is None) == (not foreign)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("a <!-- b --> c\nd", []),
        ("a <!-- b\nc", []),
        ("<!--\na\n-->\nb", [5, 7]),
        ("<!--\ra\r-->\rb", [5, 7]),
        ("> <!-- a\n> b -->\n> c", [9]),
        ("a <!-- b --> <!-- c\nd --> <!--\ne -->\nf", [20, 31]),
        ("<!-- a <!-- b\nc -->\n-->", [14]),
    ],
)
def test_comments_of_several_lines_are_found(text: str, lines: list[int]) -> None:
    """Each line but the first of a comment that is closed starts in it; a comment on one line has no such line."""
    regions = comment_regions(text)
    starts = [0, *(number + 1 for number, char in enumerate(text) if char in "\r\n")]
    assert [start for start in starts if regions and regions.contains(start)] == lines
    assert (regions is None) == (not lines)


@pytest.mark.parametrize(
    ("note", "values"),
    [
        (
            "- DESCRIBE THE CUSTOMER: a\n<!--\n- REQUESTS FOR SUPPORT: x\n   - [EXO] y\n-->\n",
            ["a\n<!--\n- REQUESTS FOR SUPPORT: x\n- [EXO] y\n-->"],
        ),
        ("- DESCRIBE THE CUSTOMER: a <!--\n- REQUESTS FOR SUPPORT: x -->\n", ["a <!--\n- REQUESTS FOR SUPPORT: x -->"]),
        ("- DESCRIBE THE CUSTOMER: a\n\n<!--\n- REQUESTS FOR SUPPORT: x\n-->\n- STATUS: On Hold\n", ["a"]),
        ("- STATUS OF THE ENGAGEMENT: On Hold\n<!--\n  - RISKS: x\n-->\n- REQUESTS FOR SUPPORT: b\n", ["On Hold", "b"]),
        (
            "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n <!--\n - [EXO] x\n -->\n* Power BI\n",
            ["<!--\n- [EXO] x\n-->"],
        ),
    ],
)
def test_a_comment_contains_no_field(note: str, values: list[str]) -> None:
    """The lines of a comment go where its first line goes: into the value above it, or into prose."""
    (summary,) = ftnotes.parse(f"EXEC SUMMARY\n{note}").exec_summaries
    assert [field.value for field in summary.fields] == values
    assert not any(field.key is None for field in summary.fields)


def test_a_summary_in_a_comment_is_prose() -> None:
    """A note that is commented out is not read; without the end of the comment it is."""
    note = "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: a\n- STATUS OF THE ENGAGEMENT: On Hold\n"
    assert not ftnotes.parse(f"<!--\n{note}-->\n").exec_summaries
    assert ftnotes.parse(f"<!--\n{note}").exec_summaries
