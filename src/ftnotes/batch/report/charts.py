"""Charts of a report: bars as inline SVG, and tables of two fields against each other, all with their numbers in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...policy.report_text import counted
from .facts import Due, State
from .figures import HeatMap, percent
from .markup import Html, html, joined, tag

#: The width of a chart in its own units, and the space between parts of a bar.
_WIDTH, _GAP = 1000, 4
#: The number of shades of a heat map.
_SHADES = 5


def bar(parts: Sequence[tuple[str, int]], whole: int, label: str) -> Html:
    """Return a bar with several parts one after the other.

    Args:
        parts: the class and the number of each.
        whole: the number for a bar of full width.
        label: what it shows, in words.
    """
    drawn, x = [], 0.0
    for class_, number in parts:
        if number:
            width = max(_WIDTH * number / max(whole, 1), _GAP)
            drawn.append(tag("rect", x=f"{x:.0f}", y=0, width=f"{max(width - _GAP, _GAP):.0f}", height=10, class_=class_))
            x += width
    view = f"0 0 {_WIDTH} 10"
    return tag("svg", *drawn, class_="bar", viewBox=view, preserveAspectRatio="none", role="img", aria_label=label)


def legend(names: Mapping[State, str] | Mapping[Due, str] | Mapping[str, str]) -> Html:
    """Return the meanings of the classes of bars."""
    items = (tag("li", tag("span", class_=f"key {class_}", aria_hidden="true"), name) for class_, name in names.items())
    return tag("ul", *items, class_="legend")


def heat_map(shown: HeatMap, link: str) -> Html:
    """Return a table of two fields: a cell has the number and share of the customers with both choices, and leads to them.

    Args:
        shown: the numbers.
        link: the address of a cell, with ``{row}`` and ``{column}``.
    """
    rows = [place for place, counts in enumerate(shown.counts) if any(counts) or shown.rows.choices[place] is not None]
    columns = [
        place
        for place, choice in enumerate(shown.columns.choices)
        if choice is not None or any(counts[place] for counts in shown.counts)
    ]
    most = max((max(counts) for counts in shown.counts), default=0)

    def cell(row: int, column: int) -> Html:
        number = shown.counts[row][column]
        if not number:
            return tag("td", "0", class_="none")
        shade = 1 + (_SHADES - 1) * number // most if most > 1 else _SHADES
        share = tag("small", percent(number, shown.total))
        return tag(
            "td", tag("a", tag("b", f"{number:,}"), share, href=link.format(row=row, column=column)), class_=f"heat{shade}"
        )

    def total(numbers: Sequence[int]) -> Html:
        return tag("td", tag("b", f"{sum(numbers):,}"), tag("small", percent(sum(numbers), shown.total)), class_="total")

    head = tag(
        "tr",
        tag("th", shown.rows.label, " ↓ ", tag("br"), shown.columns.label, " →", class_="corner", scope="col"),
        *(tag("th", shown.columns.words[column], scope="col") for column in columns),
        tag("th", "all", scope="col"),
    )
    body = [
        tag(
            "tr",
            tag("th", shown.rows.words[row], scope="row"),
            *(cell(row, column) for column in columns),
            total([shown.counts[row][column] for column in columns]),
        )
        for row in rows
    ]
    sums = [[shown.counts[row][column] for row in rows] for column in columns]
    foot = tag("tr", tag("th", "all", scope="row"), *map(total, sums), total([sum(numbers) for numbers in sums]))
    caption = f"{shown.rows.label} by {shown.columns.label}, {counted(shown.total, shown.noun)}"
    table = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body), tag("tfoot", foot), class_="heat")
    return tag("div", table, class_="scroll", tabindex=0, role="region", aria_label=caption)


def table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[str | int | None]],
    class_: str = "",
    *,
    numbers: Sequence[int] = (),
) -> Html:
    """Return a table whose first cell of each row is its head.

    Args:
        caption: what it shows.
        heads: the heads of its columns.
        rows: the cells of its rows.
        class_: its class.
        numbers: the places of columns with numbers.
    """
    head = tag("tr", *(tag("th", text, scope="col", class_="n" if at in numbers else None) for at, text in enumerate(heads)))
    body = [
        tag(
            "tr",
            tag("th", row[0], scope="row"),
            *(tag("td", cell, class_="n" if at in numbers else None) for at, cell in enumerate(row[1:], 1)),
        )
        for row in rows
    ]
    made = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body), class_=class_ or None)
    return tag("div", made, class_="scroll", tabindex=0, role="region", aria_label=caption)


def paragraph(*parts: str | int | None, class_: str = "") -> Html:
    """Return a paragraph."""
    return tag("p", *parts, class_=class_ or None)


def more_link(number: int, link: str, place: str = "in the list of all notes") -> Html:
    """Return a link to what a list leaves out. Paper has no place to go to, so it shows the number alone."""
    return paragraph(tag("a", f"{number:,} more", tag("span", f" {place}", class_="screen"), href=link))


def section(name: str, title: str, *parts: Html) -> Html:
    """Return a section with its heading, which links lead to."""
    return tag("section", tag("h2", title, id=f"{name}-title"), joined(parts), id=name, aria_labelledby=f"{name}-title")


def nothing(text: str) -> Html:
    """Return what is shown in place of an empty list."""
    return paragraph(html(text), class_="empty")
