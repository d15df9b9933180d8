"""Regular expressions: each was judged by a checker, and none is slow on any text."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from helpers.expressions import Expression, calls
from helpers.linearity import LINEAR, growth, seconds
from helpers.paths import DATA, ROOT

import ftnotes
from ftnotes.batch import table_files as tables
from ftnotes.policy import escalations, hashtag_meaning, note_view, rule, selection
from ftnotes.policy.rules import _bullets as bullets
from ftnotes.policy.rules import _heads as heads
from ftnotes.policy.rules import hashtag_placement
from ftnotes.syntax import foreign_text, inner_lines, inner_workloads, lexer, line_parts, meant_labels, wrapped_lines
from ftnotes.syntax.parser import engine

JUDGED = json.loads((DATA / "expressions.json").read_text(encoding="ascii"))
PARSER: Any = importlib.import_module("re._parser")
REMEDY = "judge it by python benchmarks/redos.py, which records what it finds"
#: Expressions that are linear where they are matched, but not where they are searched for, by file and name.
MATCHED = {
    ("policy/escalations.py", "_LABEL"): [escalations._LABEL],
    ("policy/rule.py", "_CODE"): [rule._CODE],
    ("policy/selection.py", "_LIKE_A_CODE"): [selection._LIKE_A_CODE],
    ("policy/rules/_heads.py", "_BOLD"): [heads._BOLD],
    ("policy/rules/hashtag_placement.py", "_FORM_FIELD"): [hashtag_placement._FORM_FIELD],
    ("policy/hashtag_meaning.py", "_LINE_END"): [hashtag_meaning._LINE_END],
    ("policy/rules/_bullets.py", "_ENTITIES"): [bullets._ENTITIES],
    ("syntax/inner_lines.py", "_ENDED"): [inner_lines._ENDED],
    ("syntax/inner_lines.py", "_QUESTION"): [inner_lines._QUESTION],
    ("syntax/inner_workloads.py", "_TAG_BEHIND"): [inner_workloads._TAG_BEHIND],
    ("syntax/inner_workloads.py", "_SPOKEN"): [inner_workloads._SPOKEN],
    ("batch/table_files.py", "_FORMULA"): [tables._FORMULA],
    ("batch/table_files.py", "_ESCAPED"): [tables._ESCAPED],
    ("*.py", "BULLETED"): [engine().lexer.shapes["BULLETED"]],
    ("*.py", "EQUALS"): [engine().lexer.shapes["EQUALS"]],
    ("syntax/meant_labels.py", "_POINTED"): [meant_labels._POINTED],
    ("syntax/meant_labels.py", "_SMALL_LABEL"): [meant_labels._SMALL_LABEL],
    ("syntax/foreign_text.py", "_FRONT_MATTER"): [foreign_text._FRONT_MATTER],
    ("syntax/line_parts.py", "_HASHES"): [line_parts._HASHES],
    ("syntax/inner_lines.py", "_RULED"): [inner_lines._RULED],
    ("syntax/lexer.py", "_ROW"): [lexer._ROW],
    ("syntax/wrapped_lines.py", "_STAMP"): [wrapped_lines._STAMP],
}
#: Expressions that are searched for only in a short part of a text, by file, name and the only such search.
BOUNDED = {
    ("syntax/*.py", "SEPARATOR", "finditer(content, before, LONGEST_HEAD)"): [line_parts.SEPARATOR],
    ("policy/note_view.py", "_LAST_WORD", "findall(text, start, end)"): [note_view._LAST_WORD],
}
#: The patterns that are not searched for in any text.
NOT_SEARCHED = {pattern.pattern for several in (*MATCHED.values(), *BOUNDED.values()) for pattern in several}


@cache
def recorded() -> dict[str, Any]:
    """Return the expressions that a fresh process compiled."""
    ran = subprocess.run([sys.executable, ROOT / "tests" / "helpers" / "expressions.py"], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    record: dict[str, Any] = json.loads(ran.stdout)
    return record


def expressions() -> list[Expression]:
    return [Expression(one["module"], one["pattern"], one["flags"]) for one in recorded()["expressions"]]


def test_every_call_of_re_is_reached() -> None:
    """No expression is missing from the judged ones."""
    assert len(list(calls(Path(ftnotes.__path__[0])))) > 100
    assert recorded()["missed"] == []


def test_every_expression_was_judged() -> None:
    """A new or changed expression is noticed, and one that no longer exists."""
    unknown = {one.mark: one for one in expressions()}
    for entry in JUDGED:
        unknown.pop(entry["mark"], None)
    assert not unknown, REMEDY
    assert {entry["mark"] for entry in JUDGED} <= {one.mark for one in expressions()}, REMEDY


def test_none_is_slow() -> None:
    """Each is linear even where it is searched for, except those that are only matched."""
    assert {entry["linear"] for entry in JUDGED} == {"anywhere", "from its start"}
    from_start = {entry["mark"] for entry in JUDGED if entry["linear"] == "from its start"}
    assert {one.mark for one in expressions() if one.pattern in NOT_SEARCHED} == from_start


@pytest.mark.parametrize(("files", "name"), MATCHED)
def test_an_expression_linear_only_from_its_start_is_never_searched_for(files: str, name: str) -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in Path(ftnotes.__path__[0]).rglob(files))
    uses = re.findall(rf"\b{name}\b[\"'\]]*\.(\w+)", sources)
    assert uses
    assert set(uses) <= {"match", "fullmatch"}


@pytest.mark.parametrize(("files", "name", "search"), BOUNDED)
def test_an_expression_for_the_beginning_of_a_line_is_searched_for_nowhere_else(files: str, name: str, search: str) -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in Path(ftnotes.__path__[0]).rglob(files))
    uses = re.findall(rf"\b{name}\.(\w+\([^()]*\))", sources)
    assert [use for use in uses if not use.startswith(("match(", "fullmatch("))] == [search]


#: The kinds of nodes in Python's tree of an expression that match one character.
SINGLE = {"IN", "LITERAL", "NOT_LITERAL", "ANY"}


def repeated_groups(tree: Any) -> Iterator[Any]:
    """Yield what possessive quantifiers repeat in a part of Python's tree of an expression, other than one character."""
    if isinstance(tree, (list, tuple, PARSER.SubPattern)):
        for part in tree:
            yield from repeated_groups(part)
        if isinstance(tree, tuple) and str(tree[0]) == "POSSESSIVE_REPEAT":
            repeated = tree[1][2]
            if [str(kind) in SINGLE for kind, _ in repeated] != [True]:
                yield repeated


def test_only_single_characters_have_possessive_quantifiers() -> None:
    """Up to Python 3.11.4, a group that fails in its midst when it is repeated so is not taken back; an atomic one is."""
    assert len(list(repeated_groups(PARSER.parse("x(?:a(?:b[cd])?+)*+y++")))) == 2
    for one in expressions():
        assert not list(repeated_groups(PARSER.parse(one.pattern, one.flags))), f"write (?>(?:…)*): {one}"


def pumped(expression: Expression) -> Iterator[str]:
    """Yield pieces on which an expression could be slow when they are repeated: what it is made of."""
    signs = dict.fromkeys(re.sub(r"\\[\\AZbBdDsSwWu]|\(\?P?<\w+>|\(\?[:=!]", " ", expression.pattern)[:400])
    yield from (sign for sign in signs if not sign.isalnum())
    yield from ("x", "X", "1", "x ", "X-", "1/", "é", "项", "\u0301")


#: Up to this many pieces of each expression are tried.
MOST_SIGNS = 20
SIZE = 2_000
QUICK = 0.005


@pytest.mark.parametrize("part", range(8))
def test_none_is_slow_on_what_it_is_made_of(part: int) -> None:
    """Beside the checker, the engine that users have takes linear time on repeated pieces."""
    for one in expressions()[part::8]:
        pattern = re.compile(one.pattern, one.flags)
        searched = pattern.pattern not in NOT_SEARCHED
        for piece in list(pumped(one))[:MOST_SIGNS]:
            tried = partial(_runs, pattern, piece, searched)
            if seconds(tried(4 * SIZE)) > QUICK:  # too quick to measure growth
                assert growth(tried, SIZE) < LINEAR, (one, piece)


def _runs(pattern: re.Pattern[str], piece: str, searched: bool, size: int) -> Any:
    text = piece * (size // len(piece)) + "\0"
    return (lambda: [match.span() for match in pattern.finditer(text)]) if searched else (lambda: pattern.match(text))
