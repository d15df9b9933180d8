"""Lists of actions that are open while their items are read."""

from __future__ import annotations

import pytest

from ftnotes.analysis.actions.lines import ActionLine
from ftnotes.analysis.actions.open_lists import OpenList


@pytest.mark.parametrize(("above", "indent", "held"), [(-1, None, True), (2, None, False), (-1, 2, True), (-1, 4, False)])
def test_an_item_is_indented_as_far_as_the_first(above: int, indent: int | None, held: bool) -> None:
    """And further than a heading with a bullet."""
    line = ActionLine(start=2, end=3, begin=0, indent=2, bulleted=True, sign="-", heading=0, box=False, done=False, apart=False)
    assert OpenList(None, above, indent=indent).holds(line) == held
