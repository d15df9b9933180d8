"""Text to tokens: the grammar's terminals, run over a text.

The terminals are compiled into one alternation, which finds the shape of each line. Most lines are known at first sight; a
`LineClassifier` looks up the words of the others. A run of plain lines is one token.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from ..playbook.playbook import Playbook
from ..playbook.vocabulary import NO_START
from ..text.source import MARGIN, WHITESPACE
from ..text.words import FIRST_WORD
from .arrangement import arrange
from .builder import Token, TreeBuilder
from .foreign_text import comment_regions, foreign_regions
from .inner_lines import InnerLineClassifier
from .line_classifier import LineClassifier
from .line_parts import ClassifiedLine, field_parts
from .wrapped_lines import may_have_marks, retyped, unwrap

#: The kinds of lines that can open a summary, and of those that end it.
_OPENING: Final = frozenset(("TITLE", "FIELD", "WEAK"))
#: Which parts of a title, a field and a workload are content.
_TITLE: Final = (False, True, False, True, False, True, False)
_FIELD: Final = (False, True, False, True, False)
_WORKLOAD: Final = (False, False, True, False, True, False, True, False)
_CLOSING: Final = frozenset(("HEADING", "FOREIGN"))
#: The start of a row of a table.
_ROW: Final = re.compile(rf"[{MARGIN}]*+\|")


class _Shapes(dict[str, re.Pattern[str]]):
    """The terminals that are parts of a line, compiled on first use, since few lines need them."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._patterns = patterns

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = pattern = re.compile(self._patterns[name])
        return pattern


class LineLexer:
    """A lexer that cuts texts into the tokens of the grammar, whose terminals it takes as priority and pattern by name."""

    def __init__(self, terminals: Mapping[str, Sequence[Any]]) -> None:
        #: The terminal for a whole line.
        self.line = re.compile(terminals["LINE"][1])
        #: The terminals that are parts of a line: those without a priority.
        self.shapes = _Shapes({name: pattern for name, (priority, pattern) in terminals.items() if not priority})

    @lru_cache(maxsize=8)  # noqa: B019  (the one lexer lives as long as the process)
    def classifiers(self, playbook: Playbook) -> tuple[LineClassifier, InnerLineClassifier]:
        """Return the classifiers for a playbook; cached, since they cache the heads of lines."""
        classifier = LineClassifier(playbook, self.shapes)
        return classifier, InnerLineClassifier(playbook, classifier)

    def wrapped(self, typed: str, playbook: Playbook, inside: bool) -> ClassifiedLine | None:
        """Classify a line without the marks of HTML or a stamp around its words; None if it has neither, or is text."""
        line = unwrap(typed)
        if line is None:
            return None
        if inside and not line.text.strip(MARGIN + "\r\n"):
            return "MARKS", None
        tokens, _ = self.tokens(TreeBuilder(line.text, playbook), inside, unwrapped=True)
        kind, parts = (tokens[1].type, tokens[1].parts) if len(tokens) == 2 else ("TEXT", None)
        if parts is None:
            return ("STAMP", None) if line.stamped and inside else None
        if kind in ("FIELD", "WEAK", "OWN"):
            key, plain, before, *others = parts
            before, label, *others = retyped((before, plain, *others), _FIELD, line, typed)
            # a mark inside a label or tag can contain what ends these
            return (kind, (key, label, before, *others)) if label == plain else None
        typed_parts = retyped(parts, _TITLE if kind == "TITLE" else _WORKLOAD, line, typed)
        return (kind, typed_parts) if kind == "TITLE" or typed_parts[2] == parts[2] else None

    def lines(self, builder: TreeBuilder) -> Sequence[Token]:
        """Return START and the lines of a builder's text with their roles: the terminals of the grammar."""
        lines, is_regular = self.tokens(builder)
        if is_regular:  # most notes
            return lines
        _, inner = self.classifiers(builder.playbook)
        return arrange(lines, builder, inner)

    def tokens(self, builder: TreeBuilder, inside: bool = False, unwrapped: bool = False) -> tuple[list[Token], bool]:
        """Return START and the lines of a builder's text with their kinds; lines that open no summary are one TEXT token.

        Args:
            builder: the builder of the document.
            inside: whether a summary can be open at the start.
            unwrapped: whether marks and stamps were taken away.

        Returns:
            The tokens, and whether they are one summary typed like the template, so that their kinds are their roles.
        """
        text = builder.text
        vocabulary = builder.playbook.vocabulary
        labels, spellings = vocabulary.labels, vocabulary.spellings
        classifier, inner = self.classifiers(builder.playbook)
        # The last captured group shows the shape: it is the rest of the line, after the group that names the shape.
        groups = self.line.groupindex
        a_tag, a_label = groups["tag"] + 1, groups["label"] + 1
        a_heading, a_rule, a_fence = groups["hashes"] + 2, groups["rule"], groups["fence"] + 1
        first_word: Any = FIRST_WORD.match  # a label starts with one
        opening_of, starts_of = classifier.workloads.opening, vocabulary.starts_with
        everyday_starts, listing = inner.everyday.label_starts, inner.listing
        regions, has_marks = foreign_regions(text), not unwrapped and may_have_marks(text)
        comments = comment_regions(text)
        is_special = has_marks or regions is not None or comments is not None
        is_fenced = False
        lines = [Token("START", 0, 0, builder)]
        add = lines.append
        keys: set[str] = set()
        is_regular = True
        run = -1  # where lines start that open no summary; -1 for none
        for match in self.line.finditer(text):
            shape = match.lastindex
            start, end = match.span()
            classified: ClassifiedLine | None = None
            if is_special:
                if regions and regions.contains(start):
                    classified = "FOREIGN", None
                elif comments and comments.contains(start):
                    classified = "COMMENT", None
                elif has_marks:
                    classified = self.wrapped(text[start:end], builder.playbook, inside)
            if classified:
                pass
            elif shape == a_label:
                first, last = match.span(a_label - 1)
                value, stop = match.span(a_label)
                known = labels.get(text[first:last])
                if known is not None:
                    spelling, key = known
                    content, colon = text[value:stop], text[last:value]
                    if run >= 0:
                        add(Token("TEXT", run, start))
                        run, is_regular = -1, False
                    add(
                        Token(
                            "FIELD", start, end, field_parts(key, spelling, text[start:first], colon, content, text[stop:end])
                        )
                    )
                    keys.add(key)
                    if content and key in listing:
                        is_regular = False
                    inside = True
                    continue
                word = first_word(text, first, last).group()
                starts = starts_of(word)
                before, label, colon = text[start:first], text[first:last], text[last:value]
                content, after = text[value:stop], text[stop:end]
                if starts is not NO_START or word.isupper():
                    classified = classifier.label_line(before, label, colon, content, after, word, starts)
                if classified is None and word.lower() in everyday_starts:
                    classified = inner.weak_label(before, label, colon, content, after)
                if classified is None and not unwrapped and text[last - 1].isdigit():  # a time
                    classified = self.wrapped(text[start:end], builder.playbook, inside)
            elif shape == a_tag:
                first, last = match.span(a_tag - 1)
                rest, stop = match.span(a_tag)
                before = text[start:first]
                margin, opening = opening_of(before)
                tag = spellings.get(text[first:last])
                name, separator, update = text[rest:stop].partition(" - ")
                named = spellings.get(name)
                if tag and named and update and update[0] not in WHITESPACE and "**" not in opening:
                    if inside:
                        workload = margin, opening, tag, text[last:rest], named, separator, update, text[stop:end]
                        add(Token("ITEM", start, end, workload))
                        continue
                else:
                    classified = classifier.workloads.tagged(
                        margin, opening, text[first:last], text[last:rest], text[rest:stop], text[stop:end]
                    )
                    if classified is None and (head := first_word(text, first, last)):
                        word = head.group()
                        classified = classifier.read(before, text[first:stop], text[stop:end], word, starts_of(word))
                    if classified is None and not unwrapped and text.find(":", first, last) >= 0:  # a time
                        classified = self.wrapped(text[start:end], builder.playbook, inside)
            elif shape == a_heading:
                first, last = match.span(a_heading - 1)
                word = text[first:last] if first >= 0 else ""
                if word and (inside or word.lower() in everyday_starts or starts_of(word) is not NO_START):
                    stop = match.end(a_heading)
                    heading = text[start:first], text[first:stop], text[stop:end]
                    classified = classifier.heading(*heading) or inner.heading(*heading)
                classified = classified or ("HEADING", None)
            elif shape == a_rule:
                classified = "RULE", None
            elif shape == a_fence:
                if not is_fenced:
                    is_fenced, regions = True, foreign_regions(text, inner.opens_note)
                    is_special = is_special or regions is not None
                classified = ("FOREIGN" if regions and regions.contains(start) else "RULE"), None
            elif shape is not None:
                first, last = match.span(shape - 1)
                word = text[first:last]
                starts = starts_of(word)
                if starts is not NO_START or word.isupper():
                    stop = match.end(shape)
                    classified = classifier.read(text[start:first], text[first:stop], text[stop:end], word, starts)
            elif _ROW.match(text, start):
                classified = inner.opening_row(text, start, end)
            if classified is None:
                if inside:
                    classified = "LINE", None
            elif classified[0] == "OWN":
                classified = inner.own_label(classified, *inner.parts(text, start, end))
            if classified is None or not (inside or classified[0] in _OPENING):
                if run < 0:
                    run = start
                continue
            if run >= 0:
                add(Token("TEXT", run, start))
                run = -1
            kind, parts = classified
            is_regular = is_regular and kind in ("TITLE", "ITEM") and (kind == "ITEM" or len(lines) == 1)
            add(Token(kind, start, end, parts))
            inside = kind not in _CLOSING
        if run >= 0:
            add(Token("TEXT", run, len(text)))
            is_regular = False
        return lines, is_regular and len(keys) > 1
