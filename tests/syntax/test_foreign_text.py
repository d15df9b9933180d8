"""Front matter and fences, which contain no field."""

from __future__ import annotations

import pytest

from ftnotes.syntax.foreign_text import foreign_regions


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("", ""),
        ("a\nb\n", ""),
        ("---\n", ""),
        ("---\ntitle: x\n---\nb\n", "---\ntitle: x\n---\n"),
        ("\ufeff---\r\ntitle: x\r\ntags:\r\n  - y\r\n\r\n# z\r\n- u\r\n---\r\nb\r\n", "\ufeff---titletags  - y# z- u---"),
        ("> ---\n> title: x\n> ---\n> b\n", "> ---\n> title: x\n> ---\n"),
        ("---\ntitle: x\nb\n---\n", ""),
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
    ],
)
def test_foreign_stretches_are_found(text: str, foreign: str) -> None:
    """Front matter is at the start of a page; a fence that is closed is foreign unless it is around the whole text."""
    regions = foreign_regions(text, fenced=True)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if text else []
    position, found = 0, ""
    for line in lines:
        if regions and regions.contains(position):
            found += line
        position += len(line) + (2 if text[position + len(line) :].startswith("\r\n") else 1)
    expected = foreign.replace("\r", "").replace("\n", "")
    assert found.replace(": x", "").replace(":", "") == expected.replace(": x", "").replace(":", "")
    assert (regions is None) == (not foreign)
