"""Checks of the constructor arguments of nodes, which refuse text that could never be read back."""

from __future__ import annotations

from ..text.source import LINE_END, MARGIN, WHITESPACE


def check_kind(name: str, value: object, kind: type) -> None:
    """Raise a `TypeError` for a value of another type."""
    if not isinstance(value, kind):
        raise TypeError(f"{name} takes a {kind.__name__}, not {type(value).__name__}")


def check_text(name: str, text: str) -> None:
    """Raise an error for anything but a text, and for an empty one."""
    check_kind(name, text, str)
    if not text:
        raise ValueError(f"{name}: the text is empty; leave the node out")


def check_one_line(name: str, text: str, without: str = "") -> None:
    """Raise an error for line ends, spaces around the text, and the characters in ``without``."""
    check_kind(name, text, str)
    if "\n" in text or "\r" in text:
        raise ValueError(f"{name}: must be on one line, and contains a line end: {text!r:.80}")
    if text.strip(WHITESPACE) != text:
        raise ValueError(f"{name}: spaces around it belong to the layout; strip them: {text!r:.80}")
    for char in without:
        if char in text:
            raise ValueError(f"{name}: can't contain {char!r}, at which it would end: {text!r:.80}")


def check_lines(name: str, text: str) -> None:
    """Raise an error for anything but lines joined by line feeds, each without margin and trailing spaces."""
    check_kind(name, text, str)
    if "\r" in text:
        raise ValueError(f"{name}: its lines are joined by '\\n'; a carriage return belongs to the layout: {text!r:.80}")
    if text.strip(WHITESPACE + "\n") != text:
        raise ValueError(f"{name}: spaces and line ends around it belong to the layout; strip them: {text!r:.80}")
    first, *below = text.split("\n")
    if first.rstrip(WHITESPACE) != first or any(line.rstrip(WHITESPACE).lstrip(MARGIN) != line for line in below):
        raise ValueError(f"{name}: a line starts or ends with spaces or quote marks, which belong to the layout: {text!r:.80}")


def tidy_lines(name: str, text: str) -> str:
    """Return a caller's text as nodes have it: trimmed lines joined by line feeds, without empty lines around them.

    Raises:
        TypeError: it is not a text.
        ValueError: a line starts with a quote mark, which would not be read as part of the text.
    """
    check_kind(name, text, str)
    tidy = "\n".join(line.strip(WHITESPACE) for line in LINE_END.split(text)).strip("\n")
    for line in tidy.split("\n")[1:]:
        if line.startswith(">"):
            raise ValueError(f"{name}: a line can't start with '>', which marks it as quoted: {line!r:.80}")
    return tidy
