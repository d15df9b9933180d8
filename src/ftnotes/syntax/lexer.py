"""Text to tokens: the grammar's terminals, run over a text.

The terminals are compiled into one alternation, which finds the shape of each line. Most lines are known at first sight; a
`LineClassifier` looks up the words of the others. A run of plain lines is one token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from ..playbook.vocabulary import NO_START, Vocabulary
from ..text.source import LINE_END, MARGIN, WHITESPACE, indentation
from ..text.words import FIRST_WORD
from .builder import Token, TreeBuilder
from .line_classifier import ClassifiedLine, LineClassifier, field_parts

_BLANK_OR_END: Final = MARGIN + "\r\n"


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
    def classifier(self, vocabulary: Vocabulary) -> LineClassifier:
        """Return the classifier for a vocabulary; cached, since it caches the heads of lines."""
        return LineClassifier(vocabulary, self.shapes)

    def tokens(self, builder: TreeBuilder) -> Iterator[Token]:
        """Yield the tokens of a builder's text: START, then its lines in order, runs of plain ones as one."""
        text = builder.text
        vocabulary = builder.playbook.vocabulary
        labels, spellings = vocabulary.labels, vocabulary.spellings
        classifier = self.classifier(vocabulary)
        # The last captured group shows the shape: it is the rest of the line, after the group that names the shape.
        groups = self.line.groupindex
        a_tag, a_label = groups["tag"] + 1, groups["label"] + 1
        a_heading, a_rule, a_fence = groups["hashes"] + 2, groups["rule"], groups["fence"] + 1
        first_word: Any = FIRST_WORD.match  # a label starts with one
        opening_of, starts_of = classifier.opening, vocabulary.starts_with
        yield Token("START", 0, 0, builder)
        plain, run = "", 0  # the type of the current run of plain lines, and where it starts
        above = 0  # where the line above starts
        for match in self.line.finditer(text):
            shape = match.lastindex
            start, end = match.span()
            classified: ClassifiedLine | None = None
            if shape == a_label:
                first, last = match.span(a_label - 1)
                value, stop = match.span(a_label)
                known = labels.get(text[first:last])
                if known is not None:
                    spelling, kind, key = known
                    content, colon = text[value:stop], text[last:value]
                    classified = kind, field_parts(key, spelling, text[start:first], colon, content, text[stop:end])
                else:
                    word = first_word(text, first, last).group()
                    starts = starts_of(word)
                    if starts is not NO_START or word.isupper():
                        label, colon, content = text[first:last], text[last:value], text[value:stop]
                        classified = classifier.label_line(
                            text[start:first], label, colon, content, text[stop:end], word, starts
                        )
            elif shape == a_tag:
                first, last = match.span(a_tag - 1)
                rest, stop = match.span(a_tag)
                before = text[start:first]
                margin, opening = opening_of(before)
                tag = spellings.get(text[first:last])
                name, separator, update = text[rest:stop].partition(" - ")
                named = spellings.get(name)
                if tag and named and update and update[0] not in WHITESPACE and "**" not in opening:
                    workload = margin, opening, tag, text[last:rest], named, separator, update, text[stop:end]
                    classified = "TAG", workload
                else:
                    classified = classifier.tag(
                        margin, opening, text[first:last], text[last:rest], text[rest:stop], text[stop:end]
                    )
                    if classified is None and (head := first_word(text, first, last)):
                        word = head.group()
                        classified = classifier.read(before, text[first:stop], text[stop:end], word, starts_of(word))
            elif shape == a_heading:
                first, last = match.span(a_heading - 1)
                if first >= 0 and starts_of(text[first:last]) is not NO_START:
                    stop = match.end(a_heading)
                    classified = classifier.heading(text[start:first], text[first:stop], text[stop:end])
                classified = classified or ("HEADING", None)
            elif shape in (a_rule, a_fence):
                classified = "BREAK", None
            elif shape is not None:
                first, last = match.span(shape - 1)
                word = text[first:last]
                starts = starts_of(word)
                if starts is not NO_START or word.isupper():
                    stop = match.end(shape)
                    classified = classifier.read(text[start:first], text[first:stop], text[stop:end], word, starts)

            if classified is None:
                if not plain:
                    plain, run = "LINE_APART" if self._apart(text, above, start, end) else "LINE", start
                elif plain == "LINE" and self._apart(text, above, start, end):
                    yield Token(plain, run, start)
                    plain, run = "LINE_APART", start
            else:
                if plain:
                    yield Token(plain, run, start)
                    plain = ""
                kind, parts = classified
                if kind == "NAME" and self._apart(text, above, start, end):
                    kind = "NAME_APART"
                yield Token(kind, start, end, parts)
            above = start
        if plain:
            yield Token(plain, run, len(text))

    def _apart(self, text: str, above: int, start: int, end: int) -> bool:
        """Return whether the line at ``start`` comes after a blank line, and has neither indentation nor a bullet."""
        if text[start - 2 : start - 1] not in _BLANK_OR_END:
            return False
        tail = text[above:start]
        ends = LINE_END.findall(tail, len(tail.rstrip(_BLANK_OR_END)))
        return len(ends) > 1 and not self.shapes["BULLETED"].match(text, start) and not indentation(text[start:end])
