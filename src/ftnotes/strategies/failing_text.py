"""The text of a drawn note, printed above a failing example: first the note as it is read, then its tree."""

from __future__ import annotations

from itertools import pairwise
from typing import TypeVar

from hypothesis import note

from ..syntax.document import Document
from ..syntax.note import Note
from ..syntax.serializer import serialize
from ..text.source import LINE_END
from .violation_draft import Case

_Drawn = TypeVar("_Drawn", str, Document, Note, Case, tuple[Document, str])


class _Lines:
    """A text that is shown line by line; it is serialized only if the example fails."""

    def __init__(self, drawn: str | Document | Note | Case) -> None:
        self.drawn = drawn

    def __repr__(self) -> str:
        drawn = self.drawn
        text = drawn if isinstance(drawn, str) else drawn.text if isinstance(drawn, Case) else serialize(drawn)
        cuts = [0, *(match.end() for match in LINE_END.finditer(text)), len(text)]
        return "\n".join(repr(text[start:end]) for start, end in pairwise(cuts) if start < end) or repr(text)


def shown(drawn: _Drawn) -> _Drawn:
    """Return what is drawn, and have Hypothesis print its text if the example fails."""
    note(_Lines(drawn[1] if isinstance(drawn, tuple) else drawn))
    return drawn
