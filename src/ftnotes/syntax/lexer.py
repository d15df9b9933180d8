"""Text to tokens: the grammar's terminals, run over a text.

The terminals are compiled into one alternation, which finds the shape of each line. Most lines are known at first sight; a
`LineClassifier` looks up the words of the others. A run of plain lines is one token.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from ..playbook.template_words import TemplateWords
from ..playbook.vocabulary import NO_START
from ..text.patterns import tags_of
from ..text.source import MARGIN, WHITESPACE
from ..text.words import FIRST_WORD
from .arrangement import arrange
from .builder import Token, TreeBuilder
from .foreign_text import comment_regions, foreign_regions
from .inner_lines import OPENS_ANY, OPENS_LOUD, InnerLineClassifier
from .line_classifier import LineClassifier
from .line_parts import ClassifiedLine, WorkloadParts, cut_line, field_parts
from .wrapped_lines import may_have_marks, retyped, unwrap

#: The kinds of lines that can open a summary, and of those that end it.
_OPENING: Final = frozenset(("TITLE", "RUN", "FIELD", "WEAK"))
#: Which parts of a title, a field and a workload are content.
_TITLE: Final = (False, True, False, True, False, True, False)
_FIELD: Final = (False, True, False, True, False)
_WORKLOAD: Final = (False, False, True, False, True, False, True, False)
_CLOSING: Final = frozenset(("HEADING", "FOREIGN"))
#: The start of a row of a table.
_ROW: Final = re.compile(rf"[{MARGIN}]*+\|")
#: The sign of a label: a colon, a row of a table, a heading.
_LABEL_SIGN: Final = re.compile(r"[:：|#=]")
#: The end of a time, as in the stamp of a chat message.
_TIME_END: Final = re.compile(r":\d\d")


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
        # The last captured group shows the shape: it is the rest of the line, after the group that names the shape.
        groups = self.line.groupindex
        self.a_tag, self.a_label = groups["tag"] + 1, groups["label"] + 1
        self.a_heading, self.a_rule, self.a_fence = groups["hashes"] + 2, groups["rule"], groups["fence"] + 1
        #: The first word of a line, with the rest of the line.
        self.first_words = re.compile(
            rf"[{MARGIN}\r\n]*+(?>(?:{terminals['BULLETED'][1]})?)(?>(?:[^\w\r\n]|_)*)(?>(?:({FIRST_WORD.pattern})[^\r\n]*+)?)"
        )
        #: The terminals that are parts of a line: those without a priority.
        self.shapes = _Shapes({name: pattern for name, (priority, pattern) in terminals.items() if not priority})
        #: Returns the classifiers for a template; cached, since they cache the heads of lines.
        self.classifiers = lru_cache(maxsize=32)(self._new_classifiers)

    def _new_classifiers(self, template: TemplateWords) -> tuple[LineClassifier, InnerLineClassifier]:
        classifier = LineClassifier(template, self.shapes)
        return classifier, InnerLineClassifier(template, classifier)

    def wrapped(self, typed: str, template: TemplateWords, inside: bool) -> ClassifiedLine | None:
        """Classify a line without the marks of HTML or a stamp around its words; None if it has neither, or is text."""
        line = unwrap(typed)
        if line is None:
            return None
        if inside and not line.text.strip(MARGIN + "\r\n"):
            return "MARKS", None
        tokens, _ = self.tokens(TreeBuilder(line.text, template), inside, unwrapped=True)
        kind, parts = (tokens[1].type, tokens[1].parts) if len(tokens) == 2 else ("TEXT", None)
        if parts is None or kind == "RUN":
            return ("STAMP", None) if line.stamped and inside else None
        if kind in ("FIELD", "WEAK", "OWN"):
            key, plain, before, *others = parts
            before, label, *others = retyped((before, plain, *others), _FIELD, line, typed)
            # a mark inside a label or tag can contain what ends these
            return (kind, (key, label, before, *others)) if label == plain else None
        typed_parts = retyped(parts, _TITLE if kind == "TITLE" else _WORKLOAD, line, typed)
        return (kind, typed_parts) if kind == "TITLE" or typed_parts[2] == parts[2] else None

    def workload_alone(self, line: str, template: TemplateWords) -> WorkloadParts | None:
        """Return the parts of a line that is only a known workload, by tag or name; None for another line."""
        before, content, after = cut_line(self.shapes, line, 0, len(line))  # in a heading it is one, too
        if not content:
            return None
        tokens, _ = self.tokens(TreeBuilder(content + after, template), inside=True)
        kind, parts = tokens[1].type, tokens[1].parts
        if len(tokens) > 2 or kind not in ("ITEM", "TAG", "NAME") or parts[6]:
            return None
        parts = (before + parts[0], *parts[1:])
        workloads = self.classifiers(template)[1].workloads
        known = map(workloads.is_tag, tags_of(parts[2])) if parts[2] else map(workloads.tag_of, (parts[4],))
        return parts if all(known) else None

    def lines(self, builder: TreeBuilder) -> Sequence[Token]:
        """Return START and the lines of a builder's text with their roles: the terminals of the grammar."""
        lines, is_regular = self.tokens(builder)
        if is_regular:  # most notes
            return lines
        _, inner = self.classifiers(builder.template)
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
        vocabulary = builder.template.vocabulary
        labels, spellings = vocabulary.labels, vocabulary.spellings
        reader = _LineReader(self, builder, unwrapped)
        is_special = reader.is_special
        opening_of, listing = reader.classifier.workloads.opening, reader.inner.listing
        a_label, a_tag = self.a_label, self.a_tag
        lines = [Token("START", 0, 0, builder)]
        add = lines.append
        keys: set[str] = set()
        is_regular = True
        run = -1  # where lines start that open no summary; -1 for none
        lone = -1  # where the only line with an everyday label starts, which is not enough for a summary; -1 for none
        skips: bool | None = None  # whether lines that open nothing can be skipped; not known before the first
        end, size = 0, len(text)
        if builder.is_about:
            about: Any = self.line.match(text)
            end = about.end()
            add(Token("ABOUT", 0, end, self.workload_alone(text[:end], builder.template)))
            inside, is_regular = True, False
        while end < size:
            if skips and not inside:
                start = reader.next_opening(end)
                if start > end and run < 0:
                    run = end
                end = start
            for match in self.line.finditer(text, end):
                shape = match.lastindex
                start, end = match.span()
                classified = reader.wrapped(start, end, inside) if is_special else None
                if classified is None:
                    if shape == a_label:
                        first, last = match.span(a_label - 1)
                        known = labels.get(text[first:last])
                        if known is not None and lone < 0:
                            spelling, key = known
                            value, stop = match.span(a_label)
                            content, colon = text[value:stop], text[last:value]
                            if run >= 0:
                                add(Token("TEXT", run, start))
                                run, is_regular = -1, False
                            field = field_parts(key, spelling, text[start:first], colon, content, text[stop:end])
                            add(Token("FIELD", start, end, field))
                            if key in keys or (content and key in listing):
                                is_regular = False
                            keys.add(key)
                            inside = True
                            continue
                    elif shape == a_tag and inside and (tag := spellings.get(match[a_tag - 1])):
                        first, last = match.span(a_tag - 1)
                        rest, stop = match.span(a_tag)
                        name, separator, update = text[rest:stop].partition(" - ")
                        named = spellings.get(name)
                        margin, opening = opening_of(text[start:first])
                        if named and update and update[0] not in WHITESPACE and "**" not in opening:
                            workload = margin, opening, tag, text[last:rest], named, separator, update, text[stop:end]
                            add(Token("ITEM", start, end, workload))
                            continue
                    classified = reader.classify(match, inside)
                    is_special = reader.is_special
                kind, parts = classified or ("LINE", None)
                opens = inside or kind in _OPENING
                if opens and skips and not inside and lone < 0 and kind == "WEAK":
                    lone, opens = start, False
                if not opens:
                    if run < 0:
                        run = start
                elif lone >= 0:  # not the only one: read from the first on
                    end, lone, skips = lone, -1, False
                    break
                else:
                    if run >= 0:
                        add(Token("TEXT", run, start))
                        run = -1
                    is_regular = is_regular and kind in ("TITLE", "ITEM") and (kind == "ITEM" or len(lines) == 1)
                    add(Token(kind, start, end, parts))
                    inside = kind not in _CLOSING
                if not inside:
                    if skips is None:
                        skips = reader.can_skip()
                    if skips:
                        break
        if run >= 0:
            add(Token("TEXT", run, size))
            is_regular = False
        return lines, is_regular and len(keys) > 1


class _LineReader:
    """Classifies the lines of one text by their shapes and words, and finds those that can open a summary."""

    def __init__(self, lexer: LineLexer, builder: TreeBuilder, unwrapped: bool) -> None:
        self.lexer = lexer
        self.text = text = builder.text
        self.template = builder.template
        self.classifier, self.inner = lexer.classifiers(builder.template)
        self.starts_with = self.classifier.starts_with
        self.unwrapped = unwrapped
        self.regions = foreign_regions(text)
        self.comments = comment_regions(text)
        self.has_marks = not unwrapped and may_have_marks(text)
        self.is_fenced = False
        #: Whether there is text around which lines are wrapped, or that no summary contains.
        self.is_special = self.has_marks or self.regions is not None or self.comments is not None

    def can_skip(self) -> bool:
        """Return whether lines can be classified by their first words, because nothing wraps them."""
        text = self.text
        return not (self.is_special or self.unwrapped or "```" in text or "~~~" in text or _TIME_END.search(text))

    def next_opening(self, start: int) -> int:
        """Return where the next line starts that can open a summary, by its first word; the end of the text for none."""
        text, opening_of = self.text, self.inner.opening
        for line in self.lexer.first_words.finditer(text, start):
            word = line[1]
            if word is None or not (opening := opening_of(word)):
                continue
            at, end = line.span(1)
            if opening != OPENS_ANY and not _LABEL_SIGN.search(text, line.start(), line.end()):
                loud = opening == OPENS_LOUD and not (text[end : end + 1] == " " and text[end + 1 : end + 2].islower())
                if not loud:
                    continue
            return max(text.rfind("\n", start, at), text.rfind("\r", start, at), start - 1) + 1
        return len(text)

    def wrapped(self, start: int, end: int, inside: bool) -> ClassifiedLine | None:
        """Classify a line in special text: foreign, in a comment, or wrapped in marks of HTML; None if it is as any other."""
        if self.regions and self.regions.contains(start):
            return "FOREIGN", None
        if self.comments and self.comments.contains(start):
            return "COMMENT", None
        return self.lexer.wrapped(self.text[start:end], self.template, inside) if self.has_marks else None

    def classify(self, match: re.Match[str], inside: bool) -> ClassifiedLine | None:
        """Classify a line by its shape and words; None if it is text."""
        shape, text, lexer = match.lastindex, self.text, self.lexer
        start, end = match.span()
        classified: ClassifiedLine | None = None
        if shape == lexer.a_label:
            classified = self.labelled(match, inside)
        elif shape == lexer.a_tag:
            classified = self.tagged(match, inside)
        elif shape == lexer.a_heading:
            return self.heading(match, inside)
        elif shape == lexer.a_rule:
            return "RULE", None
        elif shape == lexer.a_fence:
            return self.fence(start)
        elif shape is not None:
            first, last = match.span(shape - 1)
            word, stop = text[first:last], match.end(shape)
            starts = self.starts_with(word)
            if starts is not NO_START or word.isupper():
                classified = self.classifier.read(text[start:first], text[first:stop], text[stop:end], word, starts)
        elif _ROW.match(text, start):
            classified = self.inner.opening_row(text, start, end)
        else:
            classified = self.between_equals(start, end, inside)
        if classified and classified[0] == "OWN":
            return self.inner.own_label(classified, *self.inner.parts(text, start, end))
        return classified

    def labelled(self, match: re.Match[str], inside: bool) -> ClassifiedLine | None:
        """Classify a line with a colon."""
        text, shape = self.text, self.lexer.a_label
        start, end = match.span()
        first, last = match.span(shape - 1)
        value, stop = match.span(shape)
        first_word: Any = FIRST_WORD.match(text, first, last)  # a label starts with one
        word = first_word.group()
        starts = self.starts_with(word)
        typed = text[start:first], text[first:last], text[last:value], text[value:stop], text[stop:end]
        classified = self.classifier.label_line(*typed, word, starts) if starts is not NO_START or word.isupper() else None
        if classified is None and word.lower() in self.inner.everyday_labels.label_starts:
            classified = self.inner.weak_label(*typed)
        if classified is None and not self.unwrapped and text[last - 1].isdigit():  # a time
            classified = self.lexer.wrapped(text[start:end], self.template, inside)
        return classified

    def tagged(self, match: re.Match[str], inside: bool) -> ClassifiedLine | None:
        """Classify a line with brackets around its first words."""
        text, shape, workloads = self.text, self.lexer.a_tag, self.classifier.workloads
        start, end = match.span()
        first, last = match.span(shape - 1)
        rest, stop = match.span(shape)
        before = text[start:first]
        after = text[stop:end]
        classified = workloads.tagged(*workloads.opening(before), text[first:last], text[last:rest], text[rest:stop], after)
        if classified is None and (head := FIRST_WORD.match(text, first, last)):
            word = head.group()
            starts = self.starts_with(word)
            classified = self.classifier.read(before, text[first:stop], after, word, starts)
        if classified is None and not self.unwrapped and text.find(":", first, last) >= 0:  # a time
            classified = self.lexer.wrapped(text[start:end], self.template, inside)
        return classified

    def heading(self, match: re.Match[str], inside: bool) -> ClassifiedLine:
        """Classify a heading."""
        shape = self.lexer.a_heading
        first = match.start(shape - 1)
        if first >= 0:
            return self.headed(match.start(), first, match.end(shape), match.end(), inside)
        return (self.headed_workload(match) if inside else None) or ("HEADING", None)

    def headed_workload(self, match: re.Match[str]) -> ClassifiedLine | None:
        """Classify a heading that is a known tag in brackets, with the name of its workload: ``### [EXO] Exchange Online``."""
        shape, text, workloads = self.lexer.a_heading, self.text, self.classifier.workloads
        first, end = match.start(shape), match.end()
        content = match[shape].rstrip("#" + WHITESPACE)
        tagged = self.lexer.shapes["TAGGED"].match(content)
        if tagged is None or not workloads.is_tag(tagged[2]):
            return None
        opening, tag, close, rest = tagged.groups()
        return workloads.tagged(text[match.start() : first], opening, tag, close, rest, text[first + len(content) : end])

    def between_equals(self, start: int, end: int, inside: bool) -> ClassifiedLine | None:
        """Classify a heading between equals signs; None if it is not one, or not closed."""
        text = self.text
        equals = self.lexer.shapes["EQUALS"].match(text, start, end)
        if equals is None:
            return None
        content = text[equals.end() : end].rstrip(MARGIN + "\r\n")
        closing = "=" if text[equals.end(1)] in WHITESPACE else "=="
        if len(equals[1]) < len(closing) or not content.endswith(closing):
            return None
        return self.headed(start, equals.end(), equals.end() + len(content.rstrip("=" + WHITESPACE)), end, inside)

    def headed(self, start: int, first: int, stop: int, end: int, inside: bool) -> ClassifiedLine:
        """Classify a heading by its text, from ``first`` to ``stop``."""
        text = self.text
        found = FIRST_WORD.match(text, first, stop)
        word = found.group() if found else ""
        classified: ClassifiedLine | None = None
        if word and (
            inside or word.lower() in self.inner.everyday_labels.label_starts or self.starts_with(word) is not NO_START
        ):
            typed = text[start:first], text[first:stop], text[stop:end]
            classified = self.classifier.heading(*typed) or self.inner.heading(*typed)
        return classified or ("HEADING", None)

    def fence(self, start: int) -> ClassifiedLine:
        """Classify the mark of a code fence: the first looks for all that is fenced."""
        if not self.is_fenced:
            self.is_fenced, self.regions = True, foreign_regions(self.text, self.inner.opens_note)
            self.is_special = self.is_special or self.regions is not None
        return ("FOREIGN" if self.regions and self.regions.contains(start) else "RULE"), None
