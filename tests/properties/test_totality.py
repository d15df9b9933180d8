"""The proof that every text can be read.

A parser with a table fails where a state meets a token that its row does not have. The stacks of states that can arise are
finitely many here, since all lists of the grammar are left-recursive; so one can walk them all.
"""

from __future__ import annotations

from functools import partial

import pytest
from helpers.hostile import NESTED, ODD, nested, shapes
from helpers.linearity import LINEAR, growth
from helpers.texts import real_looking
from hypothesis import example, given

import ftnotes
from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.builder import TreeBuilder
from ftnotes.syntax.lalr import ADD, FINISH, JOIN, OPEN
from ftnotes.syntax.parser import build_lark, engine

END = "$END"
#: Far deeper than the stacks of Python, which ends at 1,000, and of C, of which 8 MB are left with 300 bytes for each level.
DEEP = 25_000
#: The size of a hostile text that is read quickly, and still shows whether time grows with its square.
SIZE = 4_000


def tokens() -> set[str]:
    """Return the tokens of the lexer: those of the table except for START, which only comes first, and the end."""
    return {token for row in engine().steps for token in row} - {"START", END}


def after(stack: tuple[int, ...], token: str) -> tuple[int, ...] | None:
    """Return the stack after a token, or None at the end of the note. A KeyError would be a text that can't be parsed."""
    parser = engine()
    states = list(stack)
    while True:
        do, rule, _ = parser.steps[states[-1]][token]
        if do == FINISH:
            return None
        if do == OPEN:
            return (*states, parser.gotos[states[-1]][rule])
        if do == JOIN:
            states.pop()
        states[-1] = parser.gotos[states[-2]][rule]
        if do == ADD:
            return tuple(states)


def test_every_reachable_stack_accepts_every_token() -> None:
    """No sequence of lines makes the parser fail: each reachable stack accepts each line, and the end."""
    start = after((0,), "START")
    assert start is not None
    seen, left = {start}, [start]
    while left:
        stack = left.pop()
        assert after(stack, END) is None
        for token in tokens():
            following = after(stack, token)
            assert following is not None
            if following not in seen:
                seen.add(following)
                left.append(following)
    assert len(tokens()) == 8
    assert 5 < len(seen) < 2000


@given(real_looking())
@example("EXEC SUMMARY\n===\n- DESCRIBE THE CUSTOMER: x\ny\n[EXO] y\n\nz\n## h\n")
def test_the_arrangement_yields_only_roles_of_the_table(text: str) -> None:
    """Lines follow each other without a gap, and each has a role of the grammar: so the walk over all roles is a proof."""
    start, *lines = engine().lexer.lines(TreeBuilder(text, first_template(Playbook.load())))
    assert start.type == "START"
    assert {line.type for line in lines} <= tokens()
    assert [line.start for line in lines] == [0, *(line.end for line in lines)][: len(lines)]
    assert not lines or lines[-1].end == len(text)


def test_the_grammar_has_no_conflicts() -> None:
    """The grammar is LALR(1), and nothing depends on the order of rules."""
    build_lark(strict=True)


#: With a place of each kind: title, remark, label, choice, tag, name, update, date, hashtag, comment, prose.
_NOTE = """\
**EXEC SUMMARY** #covid
- STATUS OF THE ENGAGEMENT: On Hold
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:
   -  [EXO]  Exchange Online - call by 04/05/2020 <!-- x -->

Next action: call Ana. Date: May 5. Owner: Bo
"""


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: " ".join(f"U+{ord(character):04X}" for character in odd))
def test_odd_characters_can_be_anywhere(odd: str) -> None:
    """With one at any place (each at a fifth of the places), the note is parsed, written, checked, fixed and exchanged."""
    for place in range(ODD.index(odd) % 5, len(_NOTE) + 1, 5):
        text = _NOTE[:place] + odd + _NOTE[place:]
        document = ftnotes.parse(text)
        assert ftnotes.serialize(document) == text
        for found in ftnotes.check(document).diagnostics:
            assert found.code != "FT000", (place, found.message)
            assert 0 <= found.span.start <= found.span.end <= len(text)
        assert ftnotes.from_json(ftnotes.to_json(document)) == document
        assert len(ftnotes.find_next_actions(document)) <= 3
        if place % 4 == 0:
            fixed = ftnotes.fix(text).text
            assert ftnotes.fix(fixed).text == fixed
            formatted = ftnotes.format(text)
            assert ftnotes.format(formatted) == formatted


@pytest.mark.parametrize(("opens", "closes"), NESTED)
def test_depth_does_not_grow_the_stack(opens: str, closes: str) -> None:
    """Deeply nested text is parsed, checked, fixed and written by loops, without recursion."""
    text = nested(opens, closes, DEEP)
    document = ftnotes.parse(text)
    assert ftnotes.serialize(document) == text
    assert not [found for found in ftnotes.check(document).diagnostics if found.code == "FT000"]
    assert ftnotes.fix(text).text
    assert ftnotes.format(text)
    assert ftnotes.from_json(ftnotes.to_json(document)) == document
    assert len(ftnotes.find_next_actions(document)) <= len(text)


def test_stamps_do_not_grow_the_stack() -> None:
    """Many stamps before one message are read by loops, without recursion."""
    text = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: On Hold\n" + "[1/2/2020 3:04 PM] Ana: " * 3_000
    assert ftnotes.serialize(ftnotes.parse(text)) == text


@pytest.mark.parametrize("part", range(4))
def test_reading_is_linear(part: int) -> None:
    """Four times a hostile text takes at most five times as long to read."""
    for (name, short), (_, long) in [*zip(shapes(SIZE), shapes(4 * SIZE), strict=True)][part::4]:
        runs = {SIZE: partial(ftnotes.parse, short), 4 * SIZE: partial(ftnotes.parse, long)}
        assert growth(runs.__getitem__, SIZE) < LINEAR, name
