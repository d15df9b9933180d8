"""The values of an edition."""

from __future__ import annotations

import pytest

from ftnotes.playbook.model import HashtagRule
from ftnotes.playbook.playbook import Playbook


@pytest.mark.parametrize(
    ("rule", "other", "both"),
    [
        (HashtagRule("require", {}), HashtagRule("forbid", {}), True),
        (HashtagRule("require", {"role": ("a",)}), HashtagRule("forbid", {"intent": ("x",)}), True),
        (HashtagRule("require", {"role": ("a", "b")}), HashtagRule("forbid", {"role": ("b", "c")}), True),
        (HashtagRule("require", {"role": ("a",)}), HashtagRule("forbid", {"role": ("b",)}), False),
        (HashtagRule("require", {}, unless={"role": ("a", "b")}), HashtagRule("forbid", {"role": ("a",)}), False),
        (HashtagRule("require", {}, unless={"role": ("a",)}), HashtagRule("forbid", {"role": ("a", "b")}), True),
    ],
)
def test_rules_meet_unless_a_condition_excludes_it(rule: HashtagRule, other: HashtagRule, both: bool) -> None:
    """One without a common member under when, or whose members are all under unless, in either order."""
    assert rule.meets(other) is other.meets(rule) is both


def test_values_that_would_fill_pages_are_printed_short() -> None:
    """A language shows its code, a template its key, a playbook its id."""
    assert repr(Playbook.load()) == "<Playbook 2020-03>"
    assert repr(Playbook.load().languages[0]) == "<Language en>"
    assert repr(Playbook.load().templates[0]) == "<Template exec-summary>"
