"""Labels with a typing mistake."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Next actoin: call (Ana)", [("call", None, "Ana")]),
        ("Done. Next actoin: call (Ana)", [("call", None, "Ana")]),
        ("- Next actoin: call (Ana)", [("call", None, "Ana")]),
        ("Nxt step: call\nOnwer: Ana\nDeadlin: 5 May 2020", [("call", "5 May 2020", "Ana")]),
        ("The last nxt step: call (Ana)", []),
        ("Tusk: call (Ana)", []),
        ("Nxt: call (Ana)", []),
        ("Noxt stap of all of us: call (Ana)", []),
        (": call (Ana)", []),
    ],
)
def test_a_label_with_one_slip_is_one_at_the_start_of_a_line_or_sentence(text: str, actions: list[Found]) -> None:
    """Short words alone are left alone, since they are often other words."""
    assert found(text) == actions
