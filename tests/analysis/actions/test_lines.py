"""The lines in which actions are looked for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from helpers.actions import words_of

import ftnotes
from ftnotes.analysis.actions.lines import ActionLine, action_lines, continues, parts


def lines(text: str) -> list[ActionLine]:
    """Return the lines of a text."""
    words = words_of(text)
    return list(action_lines(words, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "content", "bulleted", "indent", "done"),
    [
        ("call Ana", "call Ana", False, 0, False),
        ("- call", "call", True, 0, False),
        ("  * call", "call", True, 2, False),
        ("•call", "call", True, 0, False),
        ("1. call", "call", True, 0, False),
        ("1)call", "call", True, 0, False),
        ("a) call", "call", True, 0, False),
        ("J. Brandt", "J. Brandt", False, 0, False),
        ("\to call", "call", True, 4, False),
        ("- [x] call", "call", True, 0, True),
        ("- [ ] call", "call", True, 0, False),
        ("☐ call", "call", True, 0, False),
        ("✅ call", "call", True, 0, True),
        ("[X] call", "call", True, 0, True),
        ("[Ana] call", "[Ana] call", False, 0, False),
        ("## Next steps", "Next steps", False, 0, False),
        ("**bold**", "**bold**", False, 0, False),
        ("> - call", "call", True, 0, False),
        (">   - call", "call", True, 2, False),
        ("-> call", "call", True, 0, False),
        ("=> call", "call", True, 0, False),
        ("➡\ufe0f call", "call", True, 0, False),
        ("➔ call", "call", True, 0, False),
        ("->call", "->call", False, 0, False),
        ("->", "->", False, 0, False),
        ("-", "-", False, 0, False),
    ],
)
def test_a_line_is_its_content_with_its_form(text: str, content: str, bulleted: bool, indent: int, done: bool) -> None:
    """Bullets, numbers, boxes and headings are no words of it."""
    (line,) = lines(text)
    assert words_of(text).span(line.start, line.end).text(text) == content
    assert (line.bulleted, line.indent, line.done) == (bulleted, indent, done)


def test_lines_in_fences_are_not_read() -> None:
    """Neither are the fences."""
    assert len(lines("a\n```\nb\n~~~\nc\r\n")) == 2
    assert len(lines("- a\n```\n- b\n\n```\n- c\n")) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("send the\nplan", True),
        ("send the plan,\nAna", True),
        ("send the plan.\nand", False),
        ("send the plan\nAna", False),
        (f"send {'the ' * 20}\nPlan", True),
        (f"send {'the ' * 20}plan\nKind regards", False),
        (f"Plan {'heute ' * 20}schicken\nViele Grüße\nAna", False),
        (f"send {'the ' * 20}\n(Ana)", True),
        (f"{'send ' * 21}it\nPlan", True),
        (f"{'send ' * 30}it\nPlan", False),
        (f"Ana.\n{'send ' * 30}it\nPlan", False),
        (f"send {'the ' * 20}\n& more", False),
        ("send the\n- plan", False),
        ("send the\n\nplan", False),
        ("## send\nplan", False),
        ("send\n## plan", False),
        ("send on\n5 May 2020", False),
        ("\nplan", False),
        ("send\n", False),
    ],
)
def test_a_line_goes_on_below_if_its_sentence_does(text: str, expected: bool) -> None:
    """With a small letter, after a comma, or where a program broke a long line."""
    words = words_of(text)
    found = list(action_lines(words, 0, len(text)))
    assert any(continues(words, line, below) for line, below in pairwise(found)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Call.\n\n**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n- NEXT ACTION: call\n- OWNER: Ana\n"
            "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n- [EXO] Exchange Online - test\n"
            "[TEAMS] All is well. NEXT: call\n- ACTION: call\n",
            [
                ["Call."],
                ["x"],
                ["NEXT ACTION: call", "OWNER: Ana"],
                [""],
                ["test"],
                ["All is well. NEXT: call"],
                ["ACTION: call"],
            ],
        ),
        ("**Discussion points:** MFA\n**FTC actions:** call\n", [["MFA"], ["call"]]),
        ("**Discussion points:** MFA\n**FTC actions:** call 5 May\n", [["MFA"], ["FTC actions:** call 5 May"]]),
        ("**Discussion points:** MFA\n**Playbook task:** call 5 May\n", [["MFA"], ["call 5 May"]]),
        ("- CORE\n- STATUS: Paused\n- NEXT ACTION: call\n", [[""], ["Paused"], ["NEXT ACTION: call"]]),
    ],
)
def test_parts_are_values_updates_and_prose(text: str, expected: list[list[str]]) -> None:
    """Fields with unknown labels that follow each other are one part; a label for actions belongs to its part."""
    found = [[span.text(text).strip() for span in part.spans] for part in parts(ftnotes.parse(text), words_of(text))]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("<ul>To do:\n<li>Send it</li>\n<LI class='x'><b>Call</b></li>\n</ul>\nNotes\n", ["Send it", "Call"]),
        ("- Actions:\n  * Send it\n  <br>\n    Ana\n  * Call\n", ["Send it", "Call"]),
        ("Action: <a> b\n<https://x.y> Action\n<x>no\n", ["<a> b"]),
        ("Actions:\n(1) send it\n(2) call\n", ["send it", "call"]),
        ("Actions:\na. send it\nb. call\n", ["send it", "call"]),
        ("Actions:\n-send it\n-call\n", ["send it", "call"]),
    ],
)
def test_items_have_bullets_numbers_and_tags_of_many_kinds(text: str, actions: list[str]) -> None:
    """HTML tags around a line are left out, and letters, brackets and dashes without a space are bullets."""
    assert [action.what for action in ftnotes.find_next_actions(text)] == actions
