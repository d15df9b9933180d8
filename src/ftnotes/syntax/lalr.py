"""The loop over the LALR table that Lark made of the grammar.

It does the same as Lark's without error handling, in two thirds of the time; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Any, Final, TypeAlias

from .builder import Token, TreeBuilder
from .document import Document
from .lexer import LineLexer

# What to do at a token. The first three take it; after the others it is looked at again.
#: Add it to the last rule, which gives another.
ADD: Final = 0
#: Put it after what was read, as a rule of its own.
OPEN: Final = 1
#: End the note.
FINISH: Final = 2
#: Make one rule of the last two.
JOIN: Final = 3
#: Make another rule of the last one.
RENAME: Final = 4

#: What to do at a token in a state, the name of the rule that is made, and the action of the rule.
Step: TypeAlias = tuple[int, str, Callable[..., Any]]


class Engine:
    """The LALR table of the grammar, and the loop over it."""

    def __init__(self, lexer: LineLexer, steps: list[dict[str, Step]], gotos: list[dict[str, int]]) -> None:
        self.lexer = lexer
        #: What to do in each state, by the type of the token.
        self.steps = steps
        #: The next state after a rule was made in each state.
        self.gotos = gotos

    def parse(self, builder: TreeBuilder) -> Document:
        """Parse the text of a builder."""
        steps, gotos = self.steps, self.gotos
        states = [0]
        values: list[Any] = []
        for token in chain(self.lexer.lines(builder), (Token("$END", 0, 0),)):
            kind = token.type
            while True:
                do, rule, call = steps[states[-1]][kind]
                if do == ADD:
                    values[-1] = call(values[-1], token)
                    states[-1] = gotos[states[-2]][rule]
                    break
                if do == OPEN:
                    values.append(call(token))
                    states.append(gotos[states[-1]][rule])
                    break
                if do == FINISH:
                    values[-1] = call(values[-1])
                    break
                if do == JOIN:
                    last = values.pop()
                    del states[-1]
                    values[-1] = call(values[-1], last)
                else:
                    values[-1] = call(values[-1])
                states[-1] = gotos[states[-2]][rule]
        document: Document = values[0]
        return document
