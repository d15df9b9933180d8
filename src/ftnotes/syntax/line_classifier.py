"""The kind of a line by its words, once its shape is known: the template's part in reading.

The lexer finds the shape of a line and cuts it; here its words are looked up, those of workloads by `WorkloadLineClassifier`.
The result is the type of its token and its parts, which joined are the line again; or None if the words don't confirm the
shape, and the line is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from ..playbook.template_words import TemplateWords
from ..playbook.vocabulary import NO_START, StartsWith
from ..text.patterns import has_label_end
from ..text.source import WHITESPACE, indentation
from .inner_labels import InnerLabels
from .joined_fields import joined_title
from .line_parts import (
    BRACKETS,
    DECORATION,
    ClassifiedLine,
    before_comments,
    field_parts,
    first_separator,
    lone_label,
    without_comments,
)
from .titles import read_title
from .workload_lines import WorkloadLineClassifier

#: The longest label or name; so the look-ups of a very long line stay cheap.
_LONGEST: Final = 200


#: The longest title that is compared letter by letter.
_LONGEST_TITLE: Final = 40


class LineClassifier:
    """A classifier with the words of a template; ``shapes`` are the grammar's parts of a line, by name."""

    def __init__(self, template: TemplateWords, shapes: Mapping[str, re.Pattern[str]]) -> None:
        self.vocabulary = template.vocabulary
        self.shapes = shapes
        #: Whether the labels of the template are in bold, which then tells them.
        self.is_bold = template.spec.typed == "bold"
        self.labels = InnerLabels(template)
        self.workloads = WorkloadLineClassifier(template, shapes)
        # Cached, since notes are typed alike.
        self.starts_with = lru_cache(maxsize=4096)(self.vocabulary.starts_with)
        self.label_head = lru_cache(maxsize=1024)(self._label_head)

    # ---- by the first word

    def read(self, before: str, content: str, after: str, word: str, starts: StartsWith) -> ClassifiedLine | None:
        """Classify a line by its first words: ``word`` is the first, and ``starts`` shows what can start with it."""
        classified: ClassifiedLine | None = None
        if starts.title:
            title = read_title(self.vocabulary, self.shapes, before, content, after)
            classified = title and ("TITLE", title)
            if title is None and ":" in content:
                joined = joined_title(self.labels, before, content, after, self.vocabulary.title_at(content))
                classified = joined and ("RUN", joined)
            if classified is None:
                classified = self.misspelled_title(before, content, after)
        if starts.label and not classified:
            classified = self.label(before, content, after)
        if starts.workload and not classified:
            classified = self.workloads.unclosed(before, content, after) or self.workloads.bare(before, content, after)
        if not classified and word.isupper():
            classified = self.unknown_label(before, content, after)
        return classified

    def misspelled_title(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """Classify a line that is only a title, one slip away; none is after a bullet."""
        text = content.rstrip(DECORATION + WHITESPACE + ":")
        everyday = self.labels.everyday
        if len(text) > _LONGEST_TITLE or not everyday.can_open_title_slip(text) or self.shapes["BULLETED"].match(before):
            return None
        return (
            ("TITLE", (before, "", None, text, None, "", content[len(text) :] + after)) if everyday.title_slip(text) else None
        )

    def heading(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """Classify a heading: as a title or, inside a summary, a whole label."""
        title = read_title(self.vocabulary, self.shapes, before, content, after)
        if title:
            return "TITLE", title
        classified = self.label(before, content, after)
        return classified and ("WEAK", classified[1])

    # ---- labels

    def label_line(
        self, before: str, label: str, colon: str, value: str, after: str, word: str, starts: StartsWith
    ) -> ClassifiedLine | None:
        """Classify a line with a colon and no published label before it."""
        kind, key = self.label_head(before, label, starts)
        if kind and not value.startswith("//"):
            return kind, field_parts(key, label, before, colon, value, after)
        content = (label + colon + value).rstrip(WHITESPACE)
        return self.read(before, content, (colon[len(colon.rstrip(WHITESPACE)) :] if not value else "") + after, word, starts)

    def _label_head(self, before: str, label: str, starts: StartsWith) -> tuple[str, str | None]:
        """Return the type of a line with this label before its colon, or an empty one, and the key of its field."""
        known = self.vocabulary.label(label) if starts.label else None
        if known and (not known.short or self._short(before, label, ":")):
            return _kind(known.short), known.key
        unknown = (
            starts is NO_START and self._is_unknown_label(before, label) and not any(split[2] for split in self._splits(label))
        )
        return ("OWN" if unknown else ""), None

    def label(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """Classify ``- DESCRIBE THE CUSTOMER: Retail``: a known label before a colon or dash, or alone on its line."""
        if before.rstrip(WHITESPACE).endswith(BRACKETS):
            return None
        for start, stop, clear in self._splits(content):
            label = content[:start]
            known = self.vocabulary.label(label)
            if known and (not known.short or (clear and self._short(before, label, content[start:stop]))):
                # a dash can be in a sentence, as in an agenda: "Describe the customer - how to"
                weak = known.short or not (label == label.upper() or set(content[start:stop]) & set(":："))
                return _kind(weak), field_parts(known.key, label, before, content[start:stop], content[stop:], after)
        classified = self._before_sign(before, content, after)
        if classified:
            return classified
        text = before_comments(content).rstrip(WHITESPACE + DECORATION)
        known = self.vocabulary.label(text) if len(text) <= _LONGEST else None
        if known is None:
            return None
        if known.short and not (self._at_left(before) and (text.isupper() or len(text.split()) > 2)):
            return None  # a word or two alone on a line can be text
        bulleted = self.shapes["BULLETED"].match(before) is not None
        clear = text.isupper() or bulleted or (self.is_bold and before.endswith("**"))
        weak = known.short or not clear
        return _kind(weak), lone_label(known.key, text, before, content, after)

    def _before_sign(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """Classify ``DESCRIBE THE CUSTOMER = Retail``: a whole label before a sign other than a dash, and no other label."""
        separator = first_separator(content)
        if not separator or not (separator["firm"] or separator["gap"]):
            return None
        start, stop = self._around(content, *separator.span())
        label = content[:start]
        known = self.vocabulary.label(label)
        if known is None or known.short or self.labels.is_head(content):
            return None
        return "FIELD", field_parts(known.key, label, before, content[start:stop], content[stop:], after)

    def _splits(self, content: str) -> Iterator[tuple[int, int, bool]]:
        """Yield where a label can end and its value can start, and whether a colon or a dash between spaces shows it."""
        head = without_comments(content[:_LONGEST])
        colons = [at for at in (head.find(":"), head.find("：")) if at >= 0]
        if colons:
            yield *self._around(content, min(colons), min(colons) + 1), True
        for dash in self.shapes["SEPARATOR"].finditer(head):
            if dash.group()[0] not in ":：":
                start, stop = self._around(content, dash.start(), dash.end())
                yield (
                    start,
                    stop,
                    content[dash.start() - 1] in WHITESPACE and (stop == len(content) or content[stop - 1] in WHITESPACE),
                )
                return

    def _around(self, content: str, start: int, stop: int) -> tuple[int, int]:
        """Return the bounds of a colon or dash with the spaces around it and the bold that closes before or after it."""
        rest = content[stop:]
        plain = rest.lstrip(DECORATION)
        if not plain or plain[0] in WHITESPACE:
            rest = plain  # bold closes here; right before a word it would open
        return len(content[:start].rstrip(WHITESPACE + DECORATION)), len(content) - len(rest.lstrip(WHITESPACE))

    def _short(self, before: str, text: str, separator: str) -> bool:
        """Return whether a shortened label is where a label would be: at the left, or deeper and in capitals."""
        indent = indentation(before)
        loud = text == text.upper()
        bulleted = self.shapes["BULLETED"].match(before) is not None
        if indent < 2 or (loud and len(text.split()) > 1):
            return bulleted or ":" in separator or "：" in separator
        return bulleted and loud and indent < 3

    def _at_left(self, before: str) -> bool:
        """Return whether a line has a bullet with at most one space before it."""
        return indentation(before) < 2 and self.shapes["BULLETED"].match(before) is not None

    def _is_unknown_label(self, before: str, label: str) -> bool:
        """Return whether a label is one as in ``- RISKS: licences``: in capitals, on a bullet at the left, and not a tag."""
        loud = label.isupper() and label[0].isalpha() and sum(map(str.isalpha, label)) > 1
        return loud and self._at_left(before) and not self.vocabulary.tag(label)

    def unknown_label(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """Classify a line with an unknown label in capitals before a colon or dash."""
        if not self.shapes["BULLETED"].match(before) or before.rstrip(WHITESPACE).endswith(BRACKETS):
            return None
        start, stop, _ = min((split for split in self._splits(content) if split[2]), default=(0, 0, False))
        label, value = content[:start], content[stop:]
        if not self._is_unknown_label(before, label) or has_label_end(label) or value.startswith("//"):
            return None
        return "OWN", field_parts(None, label, before, content[start:stop], value, after)


def _kind(weak: bool) -> str:
    return "WEAK" if weak else "FIELD"
