"""Taking a word out of a text so that nothing is left of it, and nothing else goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ..policy.diagnostics import Edit
from .source import BLANKS, LINE_END, Span

#: What ends a line, or the text.
_LINE_ENDS: Final = ("\n", "\r", "")
#: What stands around a word for its sake alone.
_PAIRS: Final = {"()", "[]", "（）", "**", "__", "``", '""'}
#: What a line may hold beside the word without saying anything: margin, bullet, brackets, bold, the end of a sentence.
_SILENT: Final = frozenset(BLANKS + ">-+*_•()[]（）`\"'.,;:")


def removal(text: str, span: Span) -> Edit:
    """The edit that takes a stretch out: with brackets or bold around it, and with the blanks before it (those behind
    it, where it opens its line); with its whole line, where nothing else is said there."""
    start, end = span.start, span.end
    while text[start - 1 : start] + text[end : end + 1] in _PAIRS:
        start, end = start - 1, end + 1
    silent_from = _walk(text, start, -1, _SILENT.__contains__)
    silent_to = _walk(text, end, 1, _SILENT.__contains__)
    if text[silent_from - 1 : silent_from] in _LINE_ENDS and text[silent_to : silent_to + 1] in _LINE_ENDS:
        line_end = LINE_END.match(text, silent_to)
        return Edit(Span(silent_from, line_end.end() if line_end else silent_to), "")
    before = _walk(text, start, -1, BLANKS.__contains__)
    if text[before - 1 : before] in _LINE_ENDS:
        return Edit(Span(start, _walk(text, end, 1, BLANKS.__contains__)), "")
    return Edit(Span(before, end), "")


def _walk(text: str, offset: int, step: int, over: Callable[[str], bool]) -> int:
    """Where one comes to, going from ``offset`` over all characters that are ``over``."""
    ahead = min(step, 0)
    while 0 <= offset + ahead < len(text) and over(text[offset + ahead]):
        offset += step
    return offset
