r"""Line ends that a program wrote in another way, in one line: ``<br>``, ``\n`` (a backslash and a letter), and blocks of HTML.

``<br>`` and ``\n`` are read only where a bullet, a label or a tag follows: a path such as ``C:\new`` stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .edits import Edit
from .elements import ATTRIBUTES, BLOCKS, TAG
from .source import Span

#: A line end as a program writes it.
WRITTEN_END: Final = re.compile(r"(?i:<br\s{0,9}+/?>)|(?<!\\)(?:\\r\\n|\\n|\\r)")
_SPACE: Final = r"[ \t\xa0]"
#: The start of a bullet, of a label of at most ten words, or of a tag.
_FOLLOWING: Final = (
    rf"{_SPACE}{{0,20}}+(?:(?:[-+•·–—▪◦●○■□‣⁃o*]|\d{{1,2}}+[.)]){_SPACE}"
    rf"|\*{{0,3}}+(?:[^\W\d_a-zß-öø-ÿ][^\s:：<>\\*]{{0,30}}+(?>(?:{_SPACE}{{1,3}}+[^\s:：<>\\*]{{1,30}}+){{0,9}}){_SPACE}{{0,3}}+\*{{0,3}}+[:：]"
    r"|\[[A-Z][A-Z0-9+/&]{1,19}+\]))"
)
#: All that follow each other, so that none is looked at again, and the empty group if they are before the start of a line.
_ENDS: Final = re.compile(rf"(?>(?:{_SPACE}{{0,9}}+(?:{WRITTEN_END.pattern}))+)(?>(?:(?={_FOLLOWING})())?)")
#: Tags that follow each other; one that opens a block; and one that closes it.
_TAGS: Final = re.compile(rf"(?>(?:{TAG}{_SPACE}*+)+)", re.IGNORECASE)
_OPENED: Final = re.compile(rf"<(?:{BLOCKS}){ATTRIBUTES}", re.IGNORECASE)
_CLOSED: Final = re.compile(rf"</(?:{BLOCKS})>{_SPACE}*+", re.IGNORECASE)


def written_line_ends(text: str) -> list[Edit]:
    r"""Return the edits that write real line ends for those written in another way, in the order of the text.

    ``<br>`` and ``\n`` are replaced. Tags of blocks stay, with a line end before what begins there; a text in which no block is
    closed can be about HTML, and has none.
    """
    edits = [*_replaced(text)] if "<" in text or "\\" in text else []
    if "</" in text and _CLOSED.search(text):
        edits += (Edit(Span(start, start), "\n") for start in _block_starts(text))
        edits.sort(key=lambda edit: edit.span.start)
    return edits


def _replaced(text: str) -> Iterator[Edit]:
    for match in _ENDS.finditer(text):
        if match[1] is not None:
            yield Edit(Span(*match.span()), "\n" * len(WRITTEN_END.findall(match[0])))


def _block_starts(text: str) -> Iterator[int]:
    """Yield where blocks, and text after blocks, begin on the line of what is before them."""
    for tags in _TAGS.finditer(text):
        opened = _OPENED.search(text, *tags.span())
        closed = [] if opened else [*_CLOSED.finditer(text, *tags.span())]
        start = opened.start() if opened else closed[-1].end() if closed else 0
        if (
            text[start - 1 : start].strip("\r\n")
            and text[start : start + 1].strip("\r\n")
            and not WRITTEN_END.match(text, start)
        ):
            yield start
