"""Text to tree. The only module that knows Lark.

Lark reads the grammar: its terminals, which a `LineLexer` runs over the text, and its rules, of which it makes an LALR table.
The loop that runs the table is our own: it does what Lark's does, without what a parser that can't fail has no need of, and
a note takes two thirds of the time. A test holds the two against each other. Parsing never fails, since the grammar accepts
every sequence of lines; a test proves that too.
"""

from __future__ import annotations

import pkgutil
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ..playbook.playbook import Playbook, choose_playbook
from .builder import Line, Page
from .document import Document, playbook_for
from .lexer import LineLexer

if TYPE_CHECKING:
    from lark import Lark


def parse(text: str, playbook: Playbook | None = None, *, edition: str | None = None) -> Document:
    """Parse a note.

    Args:
        text: any text at all; what is not an exec summary becomes prose.
        playbook: the playbook whose words are read, in all its languages; the default edition without it and ``edition``.
        edition: the id of a published edition, instead of ``playbook``.

    Returns:
        The tree, which `serialize` writes back character for character.

    Raises:
        TypeError: ``text`` is not a ``str``, or ``playbook`` not a `Playbook`. No ``str`` makes it raise.
        ValueError: both ``playbook`` and ``edition`` are given, or there is no such edition.
    """
    if not isinstance(text, str):
        raise TypeError(f"parse() takes a str, not {type(text).__name__}: {_remedy(text)}")
    return engine().parse(Page(text, choose_playbook(playbook, edition)))


def as_document(
    text_or_document: str | Document, playbook: Playbook | None = None, edition: str | None = None, *, caller: str
) -> Document:
    """Return a text or document as a document read with the playbook that counts (see `playbook_for`).

    Raises:
        TypeError: it is neither, or ``playbook`` is not a `Playbook`; the message names the ``caller``.
        ValueError: both ``playbook`` and ``edition`` are given, or there is no such edition.
    """
    chosen = playbook_for(text_or_document, playbook, edition)
    if isinstance(text_or_document, str):
        return parse(text_or_document, chosen)
    if not isinstance(text_or_document, Document):
        raise TypeError(
            f"{caller}() takes a str or a Document, not {type(text_or_document).__name__}: {_remedy(text_or_document)}"
        )
    same = chosen is (text_or_document.playbook or choose_playbook(None, None))
    return text_or_document if same else parse(text_or_document.text, chosen)


def _remedy(value: object) -> str:
    return "decode it first, as in data.decode('utf-8')" if isinstance(value, bytes) else "give the text of a note"


def read_line(line: str, playbook: Playbook) -> Line:
    """What a single line is read as, wherever it stands: its token, of which `Line.type` and `Line.parts` tell.

    For those who write lines and have to know how they will be read. A name that is a workload only under the workloads field
    comes as ``NAME``, and what counts only inside a summary as ``INNER_…``.

    Args:
        line: one line, with or without its line end.
        playbook: whose words count.
    """
    lines = engine().lexer.lines(Page(line, playbook))
    next(lines)  # START
    return next(lines)


def is_bulleted(line: str) -> bool:
    """Whether a line starts with a bullet of any kind."""
    return engine().lexer.shapes["BULLETED"].match(line) is not None


class Rules:
    """What the rules of the grammar do, by the name of the rule or of its alternative.

    The first part of a rule is the page or the line that it adds to, and is its value.
    """

    @staticmethod
    def outside(start: Line) -> Page:
        """The start of a note: a page, with nothing on it."""
        page: Page = start.parts
        return page

    @staticmethod
    def keep(first: Any, *_: Line) -> Any:
        """What the rule adds says nothing, or is told from where the next block starts."""
        return first

    part = keep

    @staticmethod
    def run_on(line: Line, below: Line) -> Line:
        """Text that runs on from the last workload, or from the line itself."""
        (line.held[-1] if line.held else line).run_on(below)
        return line

    @staticmethod
    def hold(line: Line, workload: Line) -> Line:
        """A workload under a field."""
        line.hold(workload)
        return line

    @staticmethod
    def open_summary(page: Page, title: Line) -> Page:
        """A title opens a summary."""
        page.open_summary(title)
        return page

    @staticmethod
    def leave(page: Page, _: Line) -> Page:
        """A heading ends a summary."""
        page.close_summary()
        return page

    @staticmethod
    def stray(page: Page, line: Line) -> Page:
        """Prose inside a summary; a rule right below its title belongs to the title."""
        if line.type == "BREAK":
            page.underline(line)
        return page

    @staticmethod
    def add_field(page: Page, line: Line) -> Page:
        """A field, with all that stands under it."""
        page.add_field(line)
        return page

    @staticmethod
    def add_workload(page: Page, line: Line) -> Page:
        """A workload outside every field."""
        page.add_workload(line)
        return page

    @staticmethod
    def note(page: Page) -> Document:
        """The end of the note."""
        return page.finish()


# What to do at a line. The first three take it; after the others it is looked at again.
#: Add it to the last rule, which gives another.
ADD: Final = 0
#: Put it beside what was read, as a rule of its own.
OPEN: Final = 1
#: End the note.
FINISH: Final = 2
#: Make one rule of the last two.
JOIN: Final = 3
#: Make another rule of the last one.
RENAME: Final = 4

#: What to do at a line in a state; the name of the rule that is made; what the rule does.
Step: TypeAlias = tuple[int, str, Callable[..., Any]]


class Engine:
    """The LALR table of the grammar, and the loop that runs it."""

    def __init__(
        self,
        lexer: LineLexer,
        steps: Sequence[Mapping[str, Step]],
        gotos: Sequence[Mapping[str, int]],
    ) -> None:
        self.lexer = lexer
        #: For each state, what to do at a line, by its type.
        self.steps = steps
        #: For each state, where to go when a rule was made in it.
        self.gotos = gotos

    def parse(self, page: Page) -> Document:
        """Read a page."""
        steps, gotos = self.steps, self.gotos
        states = [0]
        values: list[Any] = []
        for line in chain(self.lexer.lines(page), (Line("$END", 0, 0),)):
            kind = line.type
            while True:
                do, rule, call = steps[states[-1]][kind]
                if do == ADD:
                    values[-1] = call(values[-1], line)
                    states[-1] = gotos[states[-2]][rule]
                    break
                if do == OPEN:
                    values.append(call(line))
                    states.append(gotos[states[-1]][rule])
                    break
                if do == FINISH:
                    values[-1] = call(values[-1])
                    break
                if do == JOIN:
                    last = values.pop()
                    del states[-1]
                    values[-1] = call(values[-1], last)
                else:
                    values[-1] = call(values[-1])
                states[-1] = gotos[states[-2]][rule]
        document: Document = values[0]
        return document


def build_lark(**options: Any) -> Lark:
    """Lark for the grammar. It is imported here, since few processes need it: see `engine`."""
    from lark import Lark
    from lark.lexer import Lexer, LexerState

    class Lines(Lexer):
        """The lexer as Lark wants to have it."""

        __future_interface__ = 2  # Lark hands over a state, in which stands what it was given to parse: a page

        def __init__(self, conf: Any) -> None:
            self.terminals = {term.name: (term.priority, term.pattern.to_regexp()) for term in conf.terminals}
            self.lexer = LineLexer(self.terminals)

        def lex(self, lexer_state: LexerState, parser_state: Any) -> Iterator[Any]:
            page: Any = lexer_state.text
            return self.lexer.lines(page)

    return Lark(_grammar(), start=["note", "part"], parser="lalr", lexer=Lines, keep_all_tokens=True, **options)


def make_tables() -> dict[str, Any]:
    """What Lark makes of the grammar, as plain values: its terminals, and for each state the steps and gotos.

    A note starts in state 0. Lark numbers states as its sets happen to be ordered; here they are numbered as they are
    reached, so that the same grammar gives the same tables.
    """
    lark: Any = build_lark()
    from lark.parsers.lalr_analysis import Shift

    # Lark gives its table away through its interactive parser.
    table = lark.parse_interactive(start="note").parser_state.parse_conf.parse_table
    reached = [table.start_states["note"]]
    steps: list[dict[str, tuple[int, str, str]]] = []
    gotos: list[dict[str, int]] = []
    for state in reached:
        steps.append({})
        gotos.append({})
        for symbol, (action, target) in sorted(table.states[state].items()):
            if action is not Shift:
                steps[-1][str(symbol)] = _step(target, taken=False)
            elif symbol.isupper():
                # In this grammar nothing but one rule can come of a line that is taken: it is made at once.
                ((_, rule),) = set(table.states[target].values())
                steps[-1][str(symbol)] = _step(rule, taken=True)
            elif symbol != "note":
                reached.extend({target}.difference(reached))
                gotos[-1][str(symbol)] = reached.index(target)
    return {"grammar": _mark(), "terminals": lark.parser.lexer.terminals, "steps": steps, "gotos": gotos}


def _step(rule: Any, taken: bool) -> tuple[int, str, str]:
    """What to do, the rule that is made, and the name of its callback."""
    name = str(rule.origin.name)
    callback = str(rule.alias or rule.options.template_source or name)
    if name == "note":
        return FINISH, name, callback
    size = len(rule.expansion)
    if taken:
        return (ADD if size == 2 else OPEN), name, callback
    return (JOIN if size == 2 else RENAME), name, callback


@cache
def engine() -> Engine:
    """The parser: built on first use, once a process, and shared by all threads, since it keeps no state.

    An installed wheel brings the tables that Lark made when it was built, so that reading the first note waits for nothing.
    Where there are none (an editable install), or where they are of another grammar, Lark makes them now.
    """
    tables = _shipped_tables()
    if tables is None or tables["grammar"] != _mark():
        tables = make_tables()
    steps = [
        {kind: (do, rule, getattr(Rules, callback)) for kind, (do, rule, callback) in row.items()} for row in tables["steps"]
    ]
    return Engine(LineLexer(tables["terminals"]), steps, tables["gotos"])


def _shipped_tables() -> dict[str, Any] | None:
    import json

    try:
        data = pkgutil.get_data("ftnotes.grammar", "exec_summary.json")
    except FileNotFoundError:
        return None
    tables: dict[str, Any] = json.loads(data or b"")
    return tables


def _grammar() -> str:
    return (pkgutil.get_data("ftnotes.grammar", "exec_summary.lark") or b"").decode()


def _mark() -> int:
    """A mark by which a grammar is told from another."""
    return zlib.crc32(_grammar().encode())
