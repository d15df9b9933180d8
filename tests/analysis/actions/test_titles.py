"""Titles of the parts of a list of actions."""

from __future__ import annotations

import pytest
from helpers.actions import found


@pytest.mark.parametrize("owner", ["Kat", "Ben", "Docs team", "@kat", "Customer", "Kat:", "Kat Mori"])
def test_a_lower_heading_is_the_owner_of_the_items_below_it(owner: str) -> None:
    """Where one of the headings surely names somebody, each that can be a name does."""
    assert found(f"## Actions\n\n### {owner}\n- [ ] send the plan\n\n### All\n- a room for the talk") == [
        ("send the plan", None, owner.strip(":@")),
        ("a room for the talk", None, "All"),
    ]


@pytest.mark.parametrize("topic", ["Infrastructure", "Short term", "Website", "Outreach"])
def test_a_lower_heading_can_be_a_topic(topic: str) -> None:
    """Names below higher headings don't count."""
    assert found(f"## Actions\n\n### {topic}\n- send the plan\n\n## Notes\n\n### Ana") == [("send the plan", None, None)]
    assert found(f"h2. Actions\n\nh3. {topic}\n- send the plan\n\nh2. Ana") == [("send the plan", None, None)]
