"""The roles of words, and the signs, by which several readers of next actions know what they read."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from .lexicon import role

VERB, DOES, DOING = role("verbs"), role("does"), role("doing")
WILL, MUST, TO, NEVER, FILLER = role("will"), role("must"), role("to"), role("never"), role("fillers")
COPULA, I_WILL, MAY = role("copulas"), role("i_will"), role("may")
STATUS = role("status")
WHAT, OWNER_LABEL, DATE_LABEL, DONE, UNFINISHED = role("what"), role("owner"), role("date"), role("done"), role("unfinished")
NO_ACTION, OWNING, GLUE = role("no_action"), role("owning"), role("glue")
#: Words between two owners, and between two clauses.
JOINER, AND = role("joiners", "company"), role("joiners")
DASHES: Final = frozenset("-–—")
COLONS: Final = frozenset(":：")


class Setting(IntEnum):
    """What shows that a text is a task: nothing, a list of tasks, or a label of its own."""

    PLAIN = 0
    LIST = 1
    LABEL = 2
