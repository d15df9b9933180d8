"""Charts of a report."""

from __future__ import annotations

import re

from helpers.reports import sample

from ftnotes.batch.report.charts import bar, heat_map, legend, nothing, section, table
from ftnotes.batch.report.figures import HeatMap


def test_a_bar_has_a_part_for_each_number() -> None:
    """Parts fill the share of the whole, those of 0 are left out, and the label says the numbers."""
    drawn = bar([("done", 30), ("part", 0), ("plan", 10)], 80, "<30> done")
    assert re.findall(r'x="(\d+)" y="0" width="(\d+)" height="10" class="(\w+)"', drawn) == [
        ("0", "371", "done"), ("375", "121", "plan"),
    ]  # fmt: skip
    assert 'role="img" aria-label="&lt;30&gt; done"' in drawn
    assert bar([("done", 1)], 0, "").count("<rect") == 1


def test_a_heat_map_has_numbers_shares_and_links() -> None:
    """Empty cells have no link; rows and columns for what is not given are left out if they are empty."""
    (shown,) = sample().heat_maps
    drawn = heat_map(shown, "#list?f0={row}&f1={column}")
    assert '<a href="#list?f0=2&amp;f1=1"><b>1</b><small>33 %</small></a>' in drawn
    assert drawn.count("<a ") == 3
    assert drawn.count('class="heat5"') == 3
    assert drawn.count('<th scope="row">not given') == 0
    assert drawn.count('<th scope="col">not given') == 1
    two = HeatMap(shown.rows, shown.columns, ((4, 1, 0, 0), (0,) * 4, (0,) * 4, (0,) * 4), 5, "customer")
    assert re.findall(r'<td class="(heat\d)">', heat_map(two, "")) == ["heat5", "heat2"]
    none = HeatMap(shown.rows, shown.columns, (), 0, "note")
    assert "<a " not in heat_map(none, "")


def test_tables_and_sections() -> None:
    """A row begins with its head, numbers are marked, and a section is named by its heading."""
    drawn = table("<c>", ("a", "n"), [("x", "1")], numbers=(1,))
    assert '<th scope="row">x</th><td class="n">1</td>' in drawn
    assert 'aria-label="&lt;c&gt;"' in drawn
    assert section("s", "T", nothing("none")) == (
        '<section id="s" aria-labelledby="s-title"><h2 id="s-title">T</h2><p class="empty">none</p></section>'
    )
    assert legend({"done": "is done"}).count("<li>") == 1
