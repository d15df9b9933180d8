"""What a node may hold: refused is what could never be read back, whatever stands around it."""

from __future__ import annotations

from ..text.source import LINE_END, MARGIN, WHITESPACE


def check_kind(name: str, value: object, kind: type) -> None:
    """Refuse what is of another type."""
    if not isinstance(value, kind):
        raise TypeError(f"{name} takes a {kind.__name__}, not {type(value).__name__}")


def check_text(name: str, text: str) -> None:
    """Refuse what is no text, or empty."""
    if not isinstance(text, str):
        raise TypeError(f"{name} takes a str, not {type(text).__name__}")
    if not text:
        raise ValueError(f"{name}: the text is empty; leave the node out")


def check_one_line(name: str, text: str, without: str = "") -> None:
    """Refuse line ends, blanks at the ends, and the characters in ``without``."""
    if not isinstance(text, str):
        raise TypeError(f"{name} takes a str, not {type(text).__name__}")
    if "\n" in text or "\r" in text:
        raise ValueError(f"{name}: holds a line end, and stands on one line: {text!r:.80}")
    if text.strip(WHITESPACE) != text:
        raise ValueError(f"{name}: blanks at its ends belong to the layout; strip them: {text!r:.80}")
    for char in without:
        if char in text:
            raise ValueError(f"{name}: can't hold {char!r}, at which it would end: {text!r:.80}")


def check_lines(name: str, text: str) -> None:
    """Refuse what is not lines joined by line feeds, each without margin and trailing blanks."""
    if not isinstance(text, str):
        raise TypeError(f"{name} takes a str, not {type(text).__name__}")
    if "\r" in text:
        raise ValueError(f"{name}: its lines are joined by '\\n'; a carriage return belongs to the layout: {text!r:.80}")
    if text.strip(WHITESPACE + "\n") != text:
        raise ValueError(f"{name}: blanks and line ends around it belong to the layout; strip them: {text!r:.80}")
    first, *below = text.split("\n")
    if first.rstrip(WHITESPACE) != first or any(line.rstrip(WHITESPACE).lstrip(MARGIN) != line for line in below):
        raise ValueError(f"{name}: a line starts or ends with blanks or quote marks, which belong to the layout: {text!r:.80}")


def tidy_lines(name: str, text: str) -> str:
    """A text of a caller's as a node holds it: lines joined by line feeds, without blanks around them and empty lines around
    all. Refuse what is no text, and quote marks at the start of a line, which would be read as none of it."""
    if not isinstance(text, str):
        raise TypeError(f"{name} takes a str, not {type(text).__name__}")
    tidy = "\n".join(line.strip(WHITESPACE) for line in LINE_END.split(text)).strip("\n")
    for line in tidy.split("\n")[1:]:
        if line.startswith(">"):
            raise ValueError(f"{name}: a line that starts with '>' is read as quoted, and without it: {line!r:.80}")
    return tidy
