"""Blocks of labelled lines in a page: a template, or a note that fills it in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from attrs import Factory, define

from ..text.words import fold
from .page import PageLine

#: No label has more words or characters, and no title more words.
_LABEL_WORDS, _LABEL_LENGTH, _TITLE_WORDS = 16, 160, 8
_BOLD: Final = re.compile(r"(?:\*\*|__)(?P<label>[^*_]++)(?:\*\*|__)[ \t]*+(?P<colon>[:：])?(?P<rest>.*+)")
#: The start of each bold label in a line.
_NEXT_BOLD: Final = re.compile(r"(?=(?:\*\*|__)[^*_:：\s][^*_:：]{0,79}(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：]))")
#: The colon after a label, which is not that of an address.
_COLON: Final = re.compile(r"[:：](?!//)")
_TABLE_RULE: Final = re.compile(r"[|:\- \t]+")
#: The start of an entry in the list of workloads, which is not a label: "[EXO] Exchange Online".
_TAG: Final = re.compile(r"\[[^\[\]]{1,30}\](?!\()")
#: Punctuation of sentences, which no label has.
_SENTENCE: Final = re.compile(r"[.!?;]\s|[。！？；]")
_PARENTHESIS: Final = re.compile(r"[(（][^()（）]*+[)）]")


class Style(NamedTuple):
    """How the labels of a block are typed: as bullets, bold, plain, headings or the rows of a table."""

    kind: str
    sign: str = ""
    depth: int = 0


@define
class Entry:
    """A label with the text after it and the lines below it."""

    line: PageLine
    style: Style
    label: str
    rest: str
    below: list[PageLine] = Factory(list)

    @property
    def key(self) -> str:
        """The text by which the label is compared."""
        return fold(_PARENTHESIS.sub("", self.label)) or fold(self.label)


@define
class Block:
    """Labelled lines, one below the other, and the line right above them."""

    entries: list[Entry]
    above: PageLine | None

    @property
    def keys(self) -> list[str]:
        """The texts by which its labels are compared."""
        return [entry.key for entry in self.entries]


def find_blocks(lines: Sequence[PageLine]) -> list[Block]:
    """Return the blocks of a page, in order; each has two labels or more."""
    blocks = list(_blocks(lines, headings=False))
    taken = {entry.line.number for block in blocks for entry in block.entries}
    for block in _blocks(lines, headings=True):  # sections without other labels
        last = block.entries[-1]
        end = last.below[-1].number if last.below else last.line.number
        if taken.isdisjoint(range(block.entries[0].line.number, end + 1)):
            blocks.append(block)
    return sorted(blocks, key=lambda block: block.entries[0].line.number)


def _blocks(lines: Sequence[PageLine], headings: bool, first: PageLine | None = None) -> Iterator[Block]:
    """Yield the blocks of lines, whose labels are headings or not; ``first`` is the line before."""
    entries: list[Entry] = []
    above = last = first
    for line in lines:
        found = _heading(line) if headings else _entries(line, entries[-1].style if entries else None)
        if entries and _belongs_below(line, entries[-1], bool(found)):
            if entries[-1].style.kind != "table":
                entries[-1].below.append(line)
            elif len(entries) == 1:  # the head of a table
                entries, last = [], above
                continue
        elif found and entries and found[0].style == entries[0].style:
            entries += found
        else:
            yield from _complete(entries, above, first)
            entries, above = found, last
        last = None if line.is_rule else line
    yield from _complete(entries, above, first)


def _complete(entries: list[Entry], above: PageLine | None, first: PageLine | None) -> Iterator[Block]:
    if len({entry.key for entry in entries}) > 1:
        yield Block(entries, above)
    elif len(entries) == 1 and entries[0].style.kind != "heading" and first is None:  # such as a title with a colon
        yield from _blocks(entries[0].below, False, entries[0].line)


def _heading(line: PageLine) -> list[Entry]:
    text = line.text.strip("*_:： #")
    return [Entry(line, Style("heading", depth=line.heading), text, "")] if line.heading and _is_label(text) else []


def _entries(line: PageLine, style: Style | None) -> list[Entry]:
    """Return the labels on a line; several only if they are bold."""
    if line.heading or line.is_rule:
        return []
    if line.text.startswith("|"):
        return list(_row(line))
    depth, sign = line.level
    parts = [part for part in _NEXT_BOLD.split(line.text) if part.strip()]
    bold = [match for part in parts if (match := _BOLD.match(part))]
    if len(bold) == len(parts):
        texts = [match["label"].strip() for match in bold]
        if all(text[-1:] in (":", "：") or match["colon"] for text, match in zip(texts, bold, strict=True)):
            whole = Style("bullets" if sign else "bold", sign, depth)
            labelled = [(text.rstrip(":： "), match["rest"].strip()) for text, match in zip(texts, bold, strict=True)]
            return [Entry(line, whole, label, rest) for label, rest in labelled if _is_label(label)]
    style_here = Style("bullets" if sign else "plain", sign, depth)
    colon = _COLON.search(line.text, 0, _LABEL_LENGTH)
    if colon:
        label = _without_emphasis(line.text[: colon.start()])
        if _is_label(label):
            return [Entry(line, style_here, label, line.text[colon.end() :].strip())]
    text = _without_emphasis(line.text)
    if sign and _is_label(text) and (text.isupper() or style == style_here):
        return [Entry(line, style_here, text, "")]
    return []


def _row(line: PageLine) -> Iterator[Entry]:
    """Yield the label in the first cell of a row, with the other cells as the text after it."""
    cells = [cell.strip() for cell in line.text[1:].removesuffix("|").split("|")]
    label = _without_emphasis(cells[0])
    if _is_label(label):
        yield Entry(line, Style("table"), label, " | ".join(filter(None, cells[1:])))


def _without_emphasis(text: str) -> str:
    """Return a text without the asterisks or underscores around it; one after it alone means that a field is required."""
    text = text.strip("_ ")
    return text.strip("* ") if text.startswith("*") else text


def _is_label(text: str) -> bool:
    """Return whether a text can be a label: a few words, and not a sentence, tag, link or placeholder."""
    return (
        0 < len(text.split()) <= _LABEL_WORDS
        and bool(fold(text))
        and not _TAG.match(text)
        and not _SENTENCE.search(_PARENTHESIS.sub("", text))
        and not text.startswith(("<", "http"))
    )


def _belongs_below(line: PageLine, entry: Entry, has_labels: bool) -> bool:
    """Return whether a line belongs to a label above: it is deeper, continues its text, or is in its section."""
    if line.is_rule:
        return False
    style = entry.style
    if line.heading or style.kind == "heading":
        return style.kind == "heading" and not line.heading
    if style.kind == "table":
        return _TABLE_RULE.fullmatch(line.text) is not None
    depth, sign = line.level
    if style.kind == "bullets":
        return depth > style.depth + 1 or (sign != style.sign and bool(sign) and depth >= style.depth and not has_labels)
    return bool(sign) or depth > style.depth + 1 or (not has_labels and not line.is_apart)


def title_above(block: Block) -> tuple[str, bool] | None:
    """Return the text of the line right above a block if it can be a title, and whether it surely is: bold or capitals."""
    line = block.above
    if line is None or line.is_bullet:
        return None
    text = line.text.strip("*_:： #")
    if not 0 < len(text.split()) <= _TITLE_WORDS or not fold(text) or _SENTENCE.search(f"{text} ") or ":" in text:
        return None
    is_bold = line.text.startswith(("**", "__")) and line.text.rstrip(":： ").endswith(("**", "__"))
    return text, (is_bold and not line.heading) or text.isupper()
