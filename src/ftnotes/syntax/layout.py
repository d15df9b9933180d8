"""The trivia of a node: everything that was typed and says nothing, such as bullets, spaces and line ends.

Each kind of node has a layout whose defaults are the canonical form. ``None`` in a layout means "not typed": it is chosen when
the node is written, by its content (a separator before an update, a blank line around a list). A layout writes its node as
fragments of text, in order; their names are in ``FRAGMENTS``, and `Document.span` accepts them.
"""

from __future__ import annotations

from typing import ClassVar, Final, TypeAlias

from attrs import frozen

from ..text.source import LINE_END, MARGIN, WHITESPACE

#: The fragments of a text, in order; writing a node appends its own.
Fragments: TypeAlias = list[str]

#: The bullet of a field in the template, and the margin and bullet of a workload.
FIELD_BULLET: Final = "- "
WORKLOAD_BULLET: Final = "   -  "
_LINE_ENDS: Final = ("\n", "\r")


def line_end(fragments: Fragments, after: str = "") -> str:
    """Return the line end for a new line: that of ``after``, the trivia after the node, or else the last one written."""
    match = LINE_END.search(after)
    for piece in reversed(fragments):
        if match:
            break
        match = LINE_END.search(piece)
    return match.group() if match else "\n"


def end_line(fragments: Fragments) -> None:
    """End the last line if it has no line end, as at the end of a text."""
    if not fragments[-1].endswith(_LINE_ENDS):
        fragments[-1] += line_end(fragments)


def _hanging(text: str, breaks: tuple[str, ...], before: str, newline: str) -> str:
    """Return a text of several lines with the breaks between its lines.

    If the number of lines has changed, all breaks are new: the margin of the first line (indentation and quote marks), then
    spaces as wide as its bullet, so that the lines are read as its continuation.
    """
    lines = text.split("\n")
    if len(breaks) != len(lines) - 1:
        body = before.lstrip(MARGIN)
        margin = before[: len(before) - len(body)]
        blank, hang = newline + margin.rstrip(WHITESPACE), newline + margin + (" " * len(body) or "  ")
        breaks = tuple(hang if line else blank for line in lines[1:])
    return "".join(part for pair in zip(("", *breaks), lines, strict=True) for part in pair)


def _completed(dangling: str, canonical: str) -> str:
    """Return a colon or dash with a space after it, for text to follow, or ``canonical`` if there is neither.

    A full-width colon or dash needs no space, and after an underline the text follows on the next line.
    """
    underlined = LINE_END.search(dangling)
    if underlined:
        return dangling + underlined.group()
    if not dangling.strip(WHITESPACE + "*_"):
        return dangling.rstrip(WHITESPACE) + canonical
    return dangling if dangling.endswith((*WHITESPACE, "：", "－")) else dangling + " "


@frozen
class TitleLayout:
    """How a title was typed. Canonical: ``**EXEC SUMMARY**``, ``**EXEC SUMMARY** #covid``."""

    FRAGMENTS: ClassVar[tuple[str, ...]] = ("before", "lead", "joint", "text", "between", "remark", "after")

    #: Margin, heading marks, opening bold.
    before: str = "**"
    #: From the title to the remark: closing bold, a colon or dash, spaces.
    between: str | None = None
    #: Closing bold, trailing spaces, the line end, and the blank lines that follow.
    after: str | None = None
    #: From the text before the title to the title: a dash or colon, spaces.
    joint: str | None = None

    def write(self, fragments: Fragments, lead: str, text: str, remark: str) -> None:
        """Append the fragments of a title."""
        if fragments and fragments[-1][-1:] != "\n":
            end_line(fragments)
        before, between, after = self.before, self.between, self.after
        if after is None:
            closing = before[len(before.rstrip("*_")) :]
            between = between or (closing + " " if remark else "")
            after = ("" if remark else closing) + line_end(fragments)
        elif between is None:
            between = " " if remark else ""
        joint = self.joint if self.joint is not None else " - " if lead else ""
        fragments += (before, lead, joint, text, between, remark, after)


@frozen
class FieldLayout:
    """How a field was typed. Canonical: ``- LABEL: value``, and a blank line between it and its workloads."""

    FRAGMENTS: ClassVar[tuple[str, ...]] = ("before", "label", "colon", "value", "after")

    #: Margin, bullet, opening bold; None if the field is on the line of the node above.
    before: str | None = FIELD_BULLET
    #: From the label to the value: closing bold, the colon or dash, spaces, a line end if the value starts below.
    colon: str | None = None
    #: Between the lines of the value: trailing spaces, line end, margin.
    breaks: tuple[str, ...] = ()
    #: Trailing spaces, the line end, and the blank lines that follow.
    after: str | None = None
    #: In place of the colon if there was no value: a colon, a dash, or nothing.
    dangling: str | None = None
    #: Between the lines of the label, if a mail program wrapped it: trailing spaces, line end, margin.
    label_breaks: tuple[str, ...] = ()

    def write(self, fragments: Fragments, label: str, value: str, listing: bool) -> None:
        """Append the fragments of a field up to its workloads; ``listing`` if it has any."""
        before, colon, after = self.before, self.colon, self.after
        if before is None:
            before = ""
        elif fragments and fragments[-1][-1:] != "\n":
            end_line(fragments)
        if colon is None:
            dangling = ":" if self.dangling is None else self.dangling
            colon = _completed(dangling, ": ") if value else dangling
        if after is None:
            after = line_end(fragments) * (2 if listing else 1)
        if "\n" in value:
            value = _hanging(value, self.breaks, before, line_end(fragments, after))
        if "\n" in label:
            label = _hanging(label, self.label_breaks, before, line_end(fragments, after))
        fragments += (before, label, colon, value, after)


#: The layout of a field in a template that has bold labels without bullets: ``**LABEL:** value``.
BOLD_FIELD: Final = FieldLayout(before="**", dangling=":**")


@frozen
class WorkloadLayout:
    """How a workload was typed. Canonical: ``   -  [TAG]  Name - update``."""

    FRAGMENTS: ClassVar[tuple[str, ...]] = ("before", "open", "tag", "close", "name", "separator", "update", "after")
    #: The same with the tag behind the name.
    NAMED_FIRST: ClassVar[tuple[str, ...]] = ("before", "name", "open", "tag", "close", "separator", "update", "after")

    #: Margin and bullet; None if the workload is on the line of the node above, after its label or ``;``.
    before: str | None = WORKLOAD_BULLET
    #: Opening bold and bracket, spaces inside the bracket.
    open: str = "["
    #: From the tag to the name: spaces, bracket, closing bold, spaces.
    close: str | None = None
    #: From the name to the update: closing bold, spaces, a dash or colon, spaces.
    separator: str | None = None
    #: Between the lines of the update: trailing spaces, line end, margin.
    breaks: tuple[str, ...] = ()
    #: Trailing spaces, the line end, and the blank lines that follow.
    after: str | None = None
    #: In place of the separator if there was no update: mostly nothing, or a dash left over.
    dangling: str = ""
    #: From a name to the bracket of a tag behind it: closing bold, spaces; None if the tag is before the name.
    joint: str | None = None

    def head(self, tag: str, name: str) -> str:
        """Return tag and name in their order, with what was typed around them."""
        typed = f"{self.open}{tag}{self.close or ''}" if tag else ""
        return typed + name if self.joint is None or not (tag and name) else name + self.joint + typed

    def write(self, fragments: Fragments, tag: str, name: str, update: str) -> None:
        """Append the fragments of a workload."""
        before = self.before
        if before is None:
            before = ""
        elif fragments and fragments[-1][-1:] != "\n":
            end_line(fragments)
        opening, close, separator, after = self.open, self.close, self.separator, self.after
        if not (tag and close and separator and after):  # else all of it was typed
            if not tag:
                opening, close = "", ""
            elif self.joint is not None and name:
                close = close or "]"
            elif close is None or (name and not close):
                opening, close = opening or "[", "]  " if name else "]"
            if separator is None:
                separator = _completed(self.dangling, " - ") if update else self.dangling
            elif not separator and name and update:
                separator = " - "
            if after is None:
                after = line_end(fragments)
        if "\n" in update:
            update = _hanging(update, self.breaks, before + opening, line_end(fragments, after))
        if self.joint is None or not (tag and name):
            fragments += (before, opening, tag, close, name, separator, update, after)
        else:
            fragments += (before, name, self.joint + opening, tag, close, separator, update, after)
