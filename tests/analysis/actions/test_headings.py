"""Headings of lists of actions with other words."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found

PLAN: list[Found] = [("the plan", None, None)]


@pytest.mark.parametrize(
    "heading",
    [
        "## TODO | Report", "## 24 todos", "## old todo list", "**Old tenant action items**", "## Actions and decisions",
        "## **Action items (AIs)**", "## What's next?", "# TODO Ana", "### Open action items", "Next steps & to-dos:",
        "First wave action items:", "## Migration actions for May", "Action items\n------------",
        "<b>Action items</b>", "## Next steps?", "# Work left TODO on the app", "## Task allocation", "## Immediate next moves",
        "## Actions by next meeting: 10am Monday 5th July (or so, if there is time for all of us, and not only for me?)",
        "## Actions for the next call: Monday 5th July, at our office", 
    ],
)  # fmt: skip
def test_a_heading_can_have_other_words(heading: str) -> None:
    """A label is found among a few other words of a heading with "#", a bold one, or a line with a colon."""
    assert found(f"{heading}\n- the plan\n") == PLAN


@pytest.mark.parametrize(
    "heading",
    [
        "## How to follow up", "## Done, next steps", "## Completed tasks", "## Tasks that are done", "## They know next steps",
        "Old tenant next steps",
        "## What went well", "## A very long title of many words that ends with next steps", "Team of us: action items",
        "We all have talked about the next steps:", "## Next steps went well",
    ],
)  # fmt: skip
def test_a_heading_can_state_something_else(heading: str) -> None:
    """Tasks that are done, and titles that only name actions, open no list."""
    assert found(f"{heading}\n- the plan\n") == []


@pytest.mark.parametrize(
    "heading",
    ["## Review action items", "## Discussion of next steps", "## Action item review", "**Assigning tasks**"],
)
def test_below_a_topic_each_item_shows_that_it_is_a_task(heading: str) -> None:
    """A review of actions lists other things, too."""
    assert found(f"{heading}\n- Ana to send it\n- the plan\n") == [("send it", None, "Ana")]
