"""The notes, files and rows that a command could not read or write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeAlias

from attrs import frozen

#: What is named on the command line, or is in what is named: a note in a file of its own, or the file and rows of an export.
Noun: TypeAlias = Literal["note", "file", "row", "folder", "pattern"]
Kind: TypeAlias = Literal["written", "read", "empty"]
#: What failed, in the singular and the plural.
_FAILED: Final[dict[Kind, tuple[str, str]]] = {
    "written": ("could not be written", "could not be written"),
    "read": ("could not be read", "could not be read"),
    "empty": ("has no notes", "have no notes"),
}


@frozen
class Failure:
    """Something that could not be read or written, or in which no note was found."""

    name: str
    noun: Noun
    kind: Kind = "read"

    def __str__(self) -> str:
        return f"This {self.noun} {_FAILED[self.kind][0]}."


def failures_line(failures: Iterable[Failure]) -> str:
    """Return how many things could not be read or written, as the end of a line."""
    return "".join(f"; {text}" for text in _texts(Counter((one.kind, one.noun) for one in failures)))


def _texts(counts: Counter[tuple[Kind, Noun]]) -> Iterator[str]:
    from ...policy.messages import listed  # only where something failed
    from ...policy.report_text import counted

    for kind, forms in _FAILED.items():
        numbers = {noun: number for (each, noun), number in counts.items() if each == kind}
        if numbers:
            texts = [counted(number, noun) for noun, number in numbers.items()]
            yield f"{listed(texts)} {forms[sum(numbers.values()) > 1]}"
