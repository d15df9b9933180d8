"""The styles that notes can be written in, as values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from ..playbook.model import Typing
from ..syntax.layout import FIELD_BULLET, WORKLOAD_BULLET

#: The names of the styles.
StyleName: TypeAlias = Literal["template", "markdown"]


class Style(NamedTuple):
    """The layout of a summary: bullets, indentation and blank lines."""

    name: StyleName
    #: Margin and bullet of a field, and of a workload.
    field: str
    workload: str
    #: The indentation of continuation lines below each.
    field_indent: int
    workload_indent: int
    #: The whitespace between a tag in its brackets and the name.
    gap: str
    #: Whether a blank line follows the title.
    blank_below_title: bool
    #: Whether blank lines surround a list of workloads.
    blank_around_list: bool
    #: What opens and closes bold around a label and its colon; empty if it is not bold.
    bold: str = ""

    def head(self, label: str) -> str:
        """Return the line of a field up to its value."""
        return f"{self.field}{self.bold}{label}:{self.bold}"

    def of(self, typing: Typing) -> Style:
        """Return the style for a template that is typed so."""
        return self._replace(field="", bold="**") if typing == "bold" and self.name == "template" else self


#: docs/writing.md says what each style is for.
STYLES: Final[Mapping[str, Style]] = {
    style.name: style
    for style in (
        Style("template", FIELD_BULLET, WORKLOAD_BULLET, 2, 7, "  ", False, True),
        Style("markdown", "- ", "  - ", 2, 4, " ", True, False),
    )
}
