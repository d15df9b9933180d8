"""Text to tree. The only module that knows Lark.

Lark reads the grammar: its terminals, which a `LineLexer` runs over the text, and its rules, compiled into an LALR table.
Parsing never fails, since the grammar accepts every sequence of lines; a test proves that.
"""

from __future__ import annotations

import pkgutil
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from ..playbook.playbook import Playbook, choose_playbook
from ..playbook.template_words import TemplateWords, first_template, template_words
from ..text.source import Span, line_at
from ..text.suggest import unknown
from ..text.words import fold
from .builder import Token, TreeBuilder, rule_action
from .document import Block, Document, playbook_for
from .exec_summary import note_of_parts
from .foreign_text import Regions, comment_regions, foreign_regions
from .lalr import ADD, FINISH, JOIN, OPEN, RENAME, Engine
from .lexer import LineLexer
from .line_parts import LONGEST_HEAD, Level, WorkloadParts, cut_line, level_of
from .nodes import Prose
from .note import Note
from .template_clues import ClueFinder
from .template_regions import Region, find_regions
from .titles import read_titled_line

if TYPE_CHECKING:
    from lark import Lark


def parse(text: str, playbook: Playbook | None = None, *, edition: str | None = None, note_type: str | None = None) -> Document:
    """Parse a note.

    Args:
        text: any text; all that is not a filled-in template of the playbook becomes prose.
        playbook: the playbook whose words are read, in all its languages; without it and ``edition`` the default edition.
        edition: the id of a published edition, instead of ``playbook``.
        note_type: the type under which the note was entered, by its key or a name. Where a text can be a note of several
            templates, it is one of this type.

    Returns:
        The tree, from which `serialize` writes exactly the same text.

    Raises:
        TypeError: ``text`` is not a ``str``, or ``playbook`` is not a `Playbook`. No ``str`` raises an error.
        ValueError: both ``playbook`` and ``edition`` are given, or there is no such edition or type of note.
    """
    if not isinstance(text, str):
        raise TypeError(f"parse() takes a str, not {type(text).__name__}: {_remedy(text)}")
    chosen = choose_playbook(playbook, edition)
    preferred = -1
    if note_type is not None:
        note_type = _note_type_key(chosen, note_type)
        preferred = next((at for at, each in enumerate(chosen.templates) if each.note_type == note_type), -1)
    needs_regions = len(chosen.templates) > 1 or first_template(chosen).about
    regions = _regions(text, chosen, preferred) if needs_regions else None
    if regions is None:  # most texts
        document = engine().parse(TreeBuilder(text, first_template(chosen)))
        return document if note_type is None else Document._from_parser(document.blocks, chosen, text, note_type)
    builders = (TreeBuilder(text[each.start : each.end], each.template, each.begins, each.is_about) for each in regions)
    blocks = chain.from_iterable(engine().parse(builder).blocks for builder in builders)
    return Document._from_parser(tuple(_joined(blocks)), chosen, text, note_type)


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks of several regions, prose as one, and a note that continues the one above as more of it.

    A region begins with a label, which can have become part of a text when the lines were read.
    """
    joined: list[Block] = []
    labels: dict[str, Level] = {}
    for block in blocks:
        above = joined[-1] if joined else None
        if isinstance(block, Note):
            is_more = isinstance(above, Note) and block.continues(above, labels)
            labels = labels | block.label_levels | labels if is_more else block.label_levels  # the first levels count
        else:
            is_more = isinstance(above, Prose)
        if joined and not is_more:
            yield _join(joined)
            joined = []
        joined.append(block)
    yield _join(joined)


def _join(blocks: Sequence[Block]) -> Block:
    first, *more = blocks
    if not more:
        return first
    if isinstance(first, Prose):
        return Prose("".join(block.text for block in blocks if isinstance(block, Prose)))
    body = chain.from_iterable(block.body for block in blocks if isinstance(block, Note))
    return note_of_parts(first.template, first.title, tuple(body), first.playbook)


def _note_type_key(playbook: Playbook, note_type: str) -> str:
    """Return the key of a type of note, given by its key or a name."""
    names = {fold(name): spec.key for spec in playbook.note_types for name in (spec.key, *spec.names)}
    if fold(note_type) in names:
        return names[fold(note_type)]
    raise unknown("note type", note_type, (spec.key for spec in playbook.note_types), f"playbook {playbook.id} has")


def _regions(text: str, playbook: Playbook, preferred: int) -> list[Region] | None:
    """Return the regions of a text, each with the template that its lines speak for; None if all is for the first one."""
    finder = _clue_finder(playbook)
    if not finder.possible(text, preferred):
        return None
    classifiers = engine().lexer.classifiers
    foreign = foreign_regions(text, lambda line: any(classifiers(each)[1].opens_note(line) for each in finder.templates))
    comments = comment_regions(text)

    def is_foreign(offset: int) -> bool:
        return any(regions.contains(offset) for regions in (foreign, comments) if regions)

    def is_workload(line: str) -> bool:
        return workload_alone(line, finder.templates[0]) is not None

    regions = find_regions(len(text), finder.find(text, is_foreign, is_workload), finder.templates, preferred)
    return regions if len(regions) > 1 or regions[0].template is not finder.templates[0] or regions[0].is_about else None


@lru_cache(maxsize=32)
def _clue_finder(playbook: Playbook) -> ClueFinder:
    templates = [template_words(playbook, template.key) for template in playbook.templates]
    return ClueFinder(templates, engine().lexer.shapes)


def read_as(document: Document, text: str) -> Document:
    """Parse a text with the playbook and the type of note with which a document was read."""
    return parse(text, document.playbook, note_type=document.note_type)


def as_document(
    text_or_document: str | Document,
    playbook: Playbook | None = None,
    edition: str | None = None,
    *,
    note_type: str | None = None,
    caller: str,
) -> Document:
    """Return a text or document as a document, read with the playbook of `playbook_for`, and as this type of note if given.

    Raises:
        TypeError: it is neither, or ``playbook`` is not a `Playbook`; the message names the ``caller``.
        ValueError: both ``playbook`` and ``edition`` are given, or there is no such edition.
    """
    chosen = playbook_for(text_or_document, playbook, edition)
    if isinstance(text_or_document, str):
        return parse(text_or_document, chosen, note_type=note_type)
    if not isinstance(text_or_document, Document):
        raise TypeError(
            f"{caller}() takes a str or a Document, not {type(text_or_document).__name__}: {_remedy(text_or_document)}"
        )
    note_type = note_type or text_or_document.note_type
    is_same = chosen is (text_or_document.playbook or choose_playbook(None, None)) and note_type == text_or_document.note_type
    return text_or_document if is_same else parse(text_or_document.text, chosen, note_type=note_type)


def _remedy(value: object) -> str:
    return "decode it first, as in data.decode('utf-8')" if isinstance(value, bytes) else "give the text of a note"


def tokenize_line(line: str, template: TemplateWords) -> Token:
    """Return a single line with its kind inside a summary, for writers that must know how a line can be read."""
    lexer = engine().lexer
    builder = TreeBuilder(line, template)
    (_, token, *_), _ = lexer.tokens(builder, inside=True)
    if token.type == "LINE":
        _, inner = lexer.classifiers(template)
        token.type, token.parts = inner.read(*inner.parts(line, token.start, token.end))
    return token


def workload_alone(line: str, template: TemplateWords) -> WorkloadParts | None:
    """Return the parts of a line that is only a known workload, by tag or name; None for another line."""
    return engine().lexer.workload_alone(line, template)


def is_head(line: str, template: TemplateWords) -> bool:
    """Return whether a line is the head of a table, with labels of the template side by side."""
    return ("|" in line or "\t" in line) and engine().lexer.classifiers(template)[1].labels.is_head(line)


def line_level(line: str) -> Level:
    """Return the level of a single line: its columns of indentation, and the sign of its bullet, empty for none."""
    return level_of(cut_line(engine().lexer.shapes, line, 0, len(line))[0])


def titled_lines(text: str, template: TemplateWords) -> Iterator[Span]:
    """Yield the short lines of a text that contain a title, perhaps misspelled or between a name and a date."""
    _, inner = engine().lexer.classifiers(template)
    titled: dict[str, bool] = {}
    regions: Regions | None = None
    end = -1
    for match in inner.title_start.finditer(text):
        if match.start() <= end or not inner.title_end(text[match.start() : match.start() + LONGEST_HEAD]):
            continue
        line = line_at(text, match.start())
        end, typed = line.end, line.text(text)
        if not titled:
            regions = foreign_regions(text, inner.opens_note)
        if typed not in titled:
            titled[typed] = bool(read_titled_line(inner.title_end, inner.title_start, *inner.parts(typed, 0, len(typed))))
        if titled[typed] and not (regions and regions.contains(line.start)):
            yield line


def bullet_of(line: str) -> str:
    """Return the margin and the bullet that a line starts with, its task box included; empty if there is no bullet."""
    match = engine().lexer.shapes["BULLETED"].match(line)
    return match.group() if match else ""


def is_bulleted(line: str) -> bool:
    """Return whether a line starts with a bullet of any kind."""
    return bullet_of(line) != ""


def build_lark(**options: Any) -> Lark:
    """Return Lark for the grammar; imported here, since few processes need it: see `engine`."""
    from lark import Lark
    from lark.lexer import Lexer, LexerState

    class Lines(Lexer):
        """The lexer with the interface that Lark expects."""

        __future_interface__ = 2  # Lark hands over a state, whose text is the builder that it was given to parse

        def __init__(self, conf: Any) -> None:
            self.terminals = {term.name: (term.priority, term.pattern.to_regexp()) for term in conf.terminals}
            self.lexer = LineLexer(self.terminals)

        def lex(self, lexer_state: LexerState, parser_state: Any) -> Iterator[Any]:
            builder: Any = lexer_state.text
            return iter(self.lexer.lines(builder))

    return Lark(_grammar(), start=["note", "part"], parser="lalr", lexer=Lines, keep_all_tokens=True, **options)


def make_tables() -> dict[str, Any]:
    """Return Lark's tables for the grammar as plain values: the terminals, and the steps and gotos of each state.

    A note starts in state 0. Lark's numbers of states depend on the order of its sets; these are in the order in which states
    are reached, so that the same grammar gives the same tables.
    """
    lark: Any = build_lark()
    from lark.parsers.lalr_analysis import Shift

    # Lark gives access to its table only through its interactive parser.
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
                # In this grammar a token that is taken leads to exactly one rule, which is made at once.
                ((_, rule),) = set(table.states[target].values())
                steps[-1][str(symbol)] = _step(rule, taken=True)
            elif symbol != "note":
                reached.extend({target}.difference(reached))
                gotos[-1][str(symbol)] = reached.index(target)
    return {"grammar": _checksum(), "terminals": lark.parser.lexer.terminals, "steps": steps, "gotos": gotos}


def _step(rule: Any, taken: bool) -> tuple[int, str, str]:
    """Return what to do, the rule that is made, and the name of its action."""
    name = str(rule.origin.name)
    action = str(rule.alias or rule.options.template_source or name)
    if name == "note":
        return FINISH, name, action
    size = len(rule.expansion)
    if taken:
        return (ADD if size == 2 else OPEN), name, action
    return (JOIN if size == 2 else RENAME), name, action


@cache
def engine() -> Engine:
    """Return the parser: built on first use, once in a process, and shared by all threads, since it keeps no state.

    A wheel contains the tables that Lark made when it was built, so that the first note is read at once. Without them (an
    editable install), or if they are for another grammar, Lark makes them now.
    """
    tables = _shipped_tables()
    if tables is None or tables["grammar"] != _checksum():
        tables = make_tables()
    steps = [{kind: (do, rule, rule_action(action)) for kind, (do, rule, action) in row.items()} for row in tables["steps"]]
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


def _checksum() -> int:
    return zlib.crc32(_grammar().encode())
