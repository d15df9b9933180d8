"""The baseline of the speed benchmark: a hand-written loop that builds the same tree without Lark.

It is what one would write without a grammar: one pass over the lines, a variable for the state, and an if-chain. It shares
the lexer and the tree builder with the library, so the ratio between the two is the price of the grammar alone.
"""

from __future__ import annotations

from ftnotes import Document, Playbook
from ftnotes.syntax.builder import Token, TreeBuilder
from ftnotes.syntax.parser import engine

#: The states of the loop.
OUTSIDE, AT_TOP, IN_FIELD, IN_LIST, IN_LOOSE = range(5)


def parse(text: str, playbook: Playbook) -> Document:
    """Return the same tree as ``ftnotes.parse(text, playbook)``."""
    lexer = engine().lexer
    builder = TreeBuilder(text, playbook)
    place = OUTSIDE
    field: Token | None = None  # the open field
    workload: Token | None = None  # the open workload, under the field or loose
    tokens = lexer.tokens(builder)
    next(tokens)  # START
    for line in tokens:
        kind = line.type
        if kind == "LABEL" or kind == "WORKLOADS_LABEL" or (place and kind in ("INNER_LABEL", "INNER_WORKLOADS_LABEL")):
            if field is not None:
                builder.add_field(field)
            elif workload is not None:
                builder.add_workload(workload)
            field, workload = line, None
            place = IN_LIST if kind.endswith("WORKLOADS_LABEL") else IN_FIELD
        elif place == OUTSIDE:
            if kind == "TITLE":
                builder.open_summary(line)
                place = AT_TOP
        elif kind == "TAG" or (place == IN_LIST and kind in ("NAME", "NAME_APART")):
            if field is not None:
                field.add_child(line)
            else:
                if workload is not None:
                    builder.add_workload(workload)
                place = IN_LOOSE
            workload = line
        elif kind in ("LINE", "NAME") and (open_block := workload or field) is not None:
            open_block.extend(line)
        else:
            if field is not None:
                builder.add_field(field)
            elif workload is not None:
                builder.add_workload(workload)
            field = workload = None
            if kind == "TITLE":
                builder.open_summary(line)
            elif kind == "HEADING":
                builder.close_summary()
            elif kind == "BREAK":
                builder.add_stray(line)
            place = OUTSIDE if kind == "HEADING" else AT_TOP
    if field is not None:
        builder.add_field(field)
    elif workload is not None:
        builder.add_workload(workload)
    return builder.finish()
