"""The baseline of the speed benchmark: a hand-written loop that builds the same tree without Lark.

It is what one would write without a grammar: one pass over the lines, a variable for the state, and an if-chain. It shares
the lexer and the tree builder with the library, so the ratio between the two is the price of the grammar alone.
"""

from __future__ import annotations

from ftnotes import Document, Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.builder import Token, TreeBuilder
from ftnotes.syntax.parser import engine

#: The states of the loop.
OUTSIDE, AT_TOP, IN_FIELD = range(3)


def parse(text: str, playbook: Playbook) -> Document:
    """Return the same tree as ``ftnotes.parse(text, playbook)``."""
    builder = TreeBuilder(text, first_template(playbook))
    place = OUTSIDE
    field: Token | None = None  # the open field
    workload: Token | None = None  # the open workload, under the field or loose
    for line in engine().lexer.lines(builder)[1:]:
        kind = line.type
        if kind == "FIELD":
            if field is not None:
                builder.add_field(field)
            elif workload is not None:
                builder.add_workload(workload)
            field, workload = line, None
            place = IN_FIELD
        elif place == OUTSIDE:
            if kind == "TITLE":
                builder.open_summary(line)
                place = AT_TOP
        elif kind == "ITEM":
            if field is not None:
                field.add_child(line)
            elif workload is not None:
                builder.add_workload(workload)
            workload = line
        elif kind == "MORE" and (open_block := field or workload) is not None:
            open_block.extend(line)
        else:
            if field is not None:
                builder.add_field(field)
            elif workload is not None:
                builder.add_workload(workload)
            field = workload = None
            if kind == "TITLE":
                builder.open_summary(line)
            elif kind == "END":
                builder.close_summary()
            elif kind == "RULE":
                builder.add_stray(line)
            place = OUTSIDE if kind == "END" else AT_TOP
    if field is not None:
        builder.add_field(field)
    elif workload is not None:
        builder.add_workload(workload)
    return builder.finish()
