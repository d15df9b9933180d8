"""Notes of the test data with a slip of the hand or a wrong key somewhere, which takes reading to places that no writer meant.

An alteration keeps most of a note, so that it is still read as one: most faults of reading are found a keystroke away from
what works.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

#: Characters and words that mean something, and wherever they don't should do no harm.
_MEANT: Final[tuple[str, ...]] = (
    *"*_:：|[]()-–#>;,.!/=~`\t\n\r", "**", "<br>", "<b>", "</b>", "<!--", "-->", "- ", "* ", "| ", " - ", " / ", "> ", "  ",
    " \t", "\r\n", "```", "[EXO]", "EXEC SUMMARY", "TBD",
)  # fmt: skip
#: What separates: all of one kind are replaced by another.
_SEPARATORS: Final = ("\t", " \t", ": ", " - ", "\n", "[", "] ", "|", "- ", " ")


def _insert(note: str, chance: Random) -> str:
    place = chance.randint(0, len(note))
    return note[:place] + chance.choice(_MEANT) + note[place:]


def _delete(note: str, chance: Random) -> str:
    place = chance.randint(0, len(note))
    return note[:place] + note[place + chance.randint(1, 8) :]


def _repeat_line(note: str, chance: Random) -> str:
    lines = note.split("\n")
    lines.insert(chance.randint(0, len(lines)), chance.choice(lines))
    return "\n".join(lines)


def _replace(note: str, chance: Random) -> str:
    old, new = chance.sample(_SEPARATORS, 2)
    return note.replace(old, new)


#: Most slips type something.
_ALTERATIONS: Final[tuple[Callable[[str, Random], str], ...]] = (_insert, _insert, _insert, _delete, _repeat_line, _replace)


def altered(note: str, chance: Random) -> str:
    """Return a note with one to three alterations, each anywhere."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        note = chance.choice(_ALTERATIONS)(note, chance)
    return note
