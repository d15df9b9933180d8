"""Text to tree. The only module that knows Lark.

The grammar's terminals are compiled into one alternation that cuts the text into lines; `LineReader` looks their words up;
Lark's LALR parser puts the lines together by the rules; a `Page` makes the tree. Parsing never fails: the grammar accepts
every sequence of lines, and a test proves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, Final, cast

from lark import Lark
from lark.lexer import Lexer, LexerState

from .builder import Line, Page
from .lines import LineReader, Reading, field_parts
from .nodes import Document
from .playbook import Playbook
from .source import BLANKS, LINE_END, MARGIN

#: The grammar as text.
GRAMMAR: Final = resources.files("ftnotes.grammar").joinpath("exec_summary.lark")


def parse(text: str, playbook: Playbook | None = None) -> Document:
    """Read a note.

    Args:
        text: any text at all; what is no executive summary becomes prose.
        playbook: whose words count; the default edition where none is given. Labels of all its languages are known.

    Returns:
        The tree, from which `serialize` gives back the very same text.

    Raises:
        TypeError: ``text`` is not a ``str``, or ``playbook`` not a `Playbook`. No ``str`` makes it raise.
    """
    if not isinstance(text, str):
        remedy = "decode it first, as in data.decode('utf-8')" if isinstance(text, bytes) else "give the text of a note"
        raise TypeError(f"parse() takes a str, not {type(text).__name__}: {remedy}")
    if playbook is None:
        playbook = Playbook.load()
    elif not isinstance(playbook, Playbook):
        raise TypeError(f"playbook must be a Playbook, not {type(playbook).__name__}: use Playbook.load('2020-03')")
    lark, lexer = engine()
    return cast(Document, lark.parse(cast(Any, lexer.page(text, playbook)), start="note"))


_BLANK_OR_END: Final = MARGIN + "\r\n"


class LineLexer(Lexer):
    """Cuts a text into the lines of the grammar."""

    __future_interface__ = 2  # Lark hands over the lexer's state, which here holds the page

    def __init__(self, conf: Any) -> None:
        # A terminal with a priority is a whole line, the others are parts of one.
        lines = sorted((terminal for terminal in conf.terminals if terminal.priority), key=lambda term: -term.priority)
        pattern = "|".join(f"(?P<{terminal.name}>{terminal.pattern.to_regexp()})" for terminal in lines)
        self._line = re.compile(pattern)
        self._groups = self._line.groupindex
        self.shapes = {
            terminal.name: re.compile(terminal.pattern.to_regexp()) for terminal in conf.terminals if not terminal.priority
        }
        self._breaks = re.compile(f"({self.shapes['BREAK'].pattern})")

    def page(self, text: str, playbook: Playbook) -> Page:
        """An empty page for a text."""
        return Page(text, playbook, self._breaks)

    def lex(self, lexer_state: LexerState, parser_state: Any) -> Iterator[Any]:
        """The lines of the page in ``lexer_state``, as Lark asks for them."""
        return self.lines(cast(Page, lexer_state.text))

    def lines(self, page: Page) -> Iterator[Line]:
        """The tokens of a page: START, then its lines in order, runs of plain ones as one."""
        text = page.text
        words = page.playbook.vocabulary
        labels, spellings, openers = words.labels, words.spellings, words.openers
        reader = LineReader(words, self.shapes)
        label_line, tag_line, plain_line, heading_line = (self._groups[name] for name in ("LABEL", "TAG", "LINE", "HEADING"))
        openings: dict[str, tuple[str, str]] = {}
        yield Line("START", 0, 0, page)
        plain, run = "", 0  # the type of the run of plain lines that is being read, and where it starts
        above = 0  # where the line above starts
        for match in self._line.finditer(text):
            shape = match.lastindex
            start, end = match.span()
            reading: Reading | None = None
            if shape == label_line:
                first, last = match.span(label_line + 1)
                value, stop = match.span(label_line + 2)
                known = labels.get(text[first:last])
                if known is not None:
                    spelling, kind, key = known
                    said, colon = text[value:stop], text[last:value]
                    parts = field_parts(key, spelling, text[start:first], colon, said, text[stop:end])
                    reading = kind, parts
                else:
                    reading = reader.label_line(text[start:first], text[first:last], text[last:value], text[value:stop], text[stop:end])
            elif shape == tag_line:
                first, last = match.span(tag_line + 1)
                rest, stop = match.span(tag_line + 2)
                before = text[start:first]
                if before not in openings:
                    openings[before] = reader.opening(before)
                margin, opening = openings[before]
                tag = spellings.get(text[first:last])
                name, separator, update = text[rest:stop].partition(" - ")
                named = spellings.get(name)
                if tag and named and update and update[0] not in BLANKS and "**" not in opening:
                    parts = margin, opening, tag, text[last:rest], named, separator, update, text[stop:end]
                    reading = "TAG", parts
                else:
                    reading = reader.tag(
                        margin, opening, text[first:last], text[last:rest], text[rest:stop], text[stop:end]
                    ) or reader.read(before, text[first:stop], text[stop:end])
            elif shape == plain_line:
                first, last = match.span(plain_line + 1)
                if first >= 0:
                    word = text[first:last]
                    if word.lower() in openers or word.isupper() or not word.isascii():
                        stop = match.end(plain_line + 2)
                        reading = reader.read(text[start:first], text[first:stop], text[stop:end])
            elif shape == heading_line:
                first, stop = match.start(heading_line + 1), match.end(heading_line + 2)
                if first >= 0:
                    reading = reader.heading(text[start:first], text[first:stop], text[stop:end])
                reading = reading or ("HEADING", None)
            else:
                reading = str(match.lastgroup), None

            if reading is None:
                if not plain:
                    plain, run = "LINE_APART" if self._apart(text, above, start) else "LINE", start
                elif plain == "LINE" and self._apart(text, above, start):
                    yield Line(plain, run, start)
                    plain, run = "LINE_APART", start
            else:
                if plain:
                    yield Line(plain, run, start)
                    plain = ""
                kind, line_parts = reading
                if kind == "NAME" and self._apart(text, above, start):
                    kind = "NAME_APART"
                yield Line(kind, start, end, line_parts)
            above = start
        if plain:
            yield Line(plain, run, len(text))

    def _apart(self, text: str, above: int, start: int) -> bool:
        """Whether the line at ``start`` stands apart from the line above: behind a blank line, flush and without bullet."""
        if text[start - 2 : start - 1] not in _BLANK_OR_END:
            return False
        tail = text[above:start]
        ends = LINE_END.findall(tail, len(tail.rstrip(_BLANK_OR_END)))
        return len(ends) > 1 and not (
            self.shapes["INDENTED"].match(text, start) or self.shapes["BULLETED"].match(text, start)
        )


class _Rules:
    """What the rules of the grammar do, by the name of the rule or of its alternative.

    Each takes the values of its parts. The first is the page or the line that the rule adds to, and is given back.
    """

    @staticmethod
    def outside(parts: list[Any]) -> Any:
        return parts[0].parts

    @staticmethod
    def value(parts: list[Any]) -> Any:
        return parts[0]

    workload = head = go_on = value

    @staticmethod
    def run_on(parts: list[Any]) -> Any:
        line, below = parts
        (line.held[-1] if line.held else line).end = below.end
        return line

    @staticmethod
    def hold(parts: list[Any]) -> Any:
        line, workload = parts
        if line.held:
            line.held.append(workload)
        else:
            line.held = [workload]
        return line

    @staticmethod
    def open_summary(parts: list[Any]) -> Any:
        page, title = parts
        page.open_summary(title)
        return page

    @staticmethod
    def leave(parts: list[Any]) -> Any:
        page = parts[0]
        page.close_summary()
        return page

    @staticmethod
    def stray(parts: list[Any]) -> Any:
        page, line = parts
        if line.type == "RULE":
            page.underline(line)
        return page

    @staticmethod
    def add_field(parts: list[Any]) -> Any:
        page, line = parts
        page.add_field(line)
        return page

    @staticmethod
    def add_workload(parts: list[Any]) -> Any:
        page, line = parts
        page.add_workload(line)
        return page

    @staticmethod
    def note(parts: list[Any]) -> Any:
        return parts[0].finish()


@cache
def engine() -> tuple[Lark, LineLexer]:
    """The parser and its lexer: built on first use, once a process, and shared by all threads (neither keeps a state)."""
    lark = Lark(
        GRAMMAR.read_text(encoding="utf-8"),
        start=["note", "part"],
        parser="lalr",
        lexer=LineLexer,
        transformer=_Rules(),
        keep_all_tokens=True,
        maybe_placeholders=False,
    )
    return lark, cast(LineLexer, cast(Any, lark.parser).lexer)
