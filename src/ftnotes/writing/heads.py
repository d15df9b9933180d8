"""Heads: the starts of lines up to the writer's own words, as a language and a style write them.

A head is read back once, by the parser, and is then certain for any text after it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..playbook.template_vocabulary import TemplateVocabulary
from ..playbook.template_words import TemplateWords
from ..playbook.wording import Wording, wording_in
from ..syntax.nodes import Field
from ..syntax.note import Note
from ..syntax.parser import tokenize_line
from ..text.patterns import TAG_JOINT, TAGS_JOINT
from ..text.punctuation import own_words
from ..text.words import fold
from .styles import Style


class Head(NamedTuple):
    """The start of a workload's line, up to its name, and the tag and name read from it."""

    tag: str
    name: str
    text: str
    #: Whether it is read so with any update.
    certain: bool


class Heads:
    """The starts of lines in a language and a style, read back once; `heads_in` caches them."""

    def __init__(self, wording: Wording, style: Style, converts: bool) -> None:
        self.wording = wording
        self.style = style
        self.converts = converts
        self.template = wording.template
        self.title = f"**{wording.title}**"
        #: Whether the title by itself is read as one; not where the template has none.
        self.has_plain_title = wording.title != "" and self.reads_title(self.title, "")
        #: For each field, its line up to the value, and its label.
        self.fields = {
            key: (head, label) for key, label in wording.labels.items() if self._reads_field(head := style.head(label), key)
        }
        #: The same for the labels of variants, by the keys and the folds of the labels.
        self.variants = {
            (key, fold(label)): (head, label)
            for variant in self.template.spec.variants
            for key, label in variant.labels.items()
            if self._reads_field(head := style.head(label), key)
        }
        self.workload = lru_cache(maxsize=1024)(self.read_workload)
        self.with_choice = lru_cache(maxsize=1024)(wording.with_choice)

    def reads_title(self, line: str, remark: str) -> bool:
        """Return whether a line is read as the title with this remark."""
        read = tokenize_line(line, self.template)
        return read.type == "TITLE" and (read.parts[1], read.parts[3], read.parts[5]) == ("", self.wording.title, remark)

    def _reads_field(self, head: str, key: str) -> bool:
        for value in ("", "x"):
            line = tokenize_line(f"{head} {value}".rstrip(), self.template)
            if line.type != "FIELD" or (line.parts[0], line.parts[4]) != (key, value):
                return False
        return True

    def read_workload(self, tag: str, name: str, updated: bool) -> Head:
        """Return the head for a typed tag and name; ``updated``: whether an update follows."""
        if not own_words(tag + name):
            tag, name = self._canonical(tag, name, updated)
        if not tag:
            return Head(tag, name, f"{self.style.workload}{name}", False)
        text = f"{self.style.workload}[{tag}]{self.style.gap}{name}" if name else f"{self.style.workload}[{tag}]"
        # if no longer name starts with this one, no update is read as a part of the name
        plain = name in self.wording.vocabulary.spellings and all(
            self.kind_of_workload(text, separator, tag, name, update) == "ITEM"
            for separator, update in (("", ""), (" - ", "x"))
        )
        return Head(tag, name, text, plain)

    def _canonical(self, tag: str, name: str, updated: bool) -> tuple[str, str]:
        """Return tag and name in the words of the edition; those of another edition stay unless it ``converts``."""
        others = frozenset[str]() if self.converts else self.template.folded_other_editions
        if any(fold(part) in others for part in re.split(f"{TAG_JOINT}|{TAGS_JOINT}", tag)):
            return tag, name
        known_tag, known_name = self.wording.workload(tag, name, updated)
        return known_tag, name if fold(name) in others else known_name

    def kind_of_workload(self, head: str, separator: str, tag: str, name: str, update: str) -> str | None:
        """Return the kind of a line if it is cut into this tag, name and update, or else None."""
        line = tokenize_line(head + separator + update, self.template)
        cut = line.type in ("ITEM", "TAG") and (line.parts[2], line.parts[4], line.parts[6]) == (tag, name, update)
        return line.type if cut else None


@lru_cache(maxsize=64)
def heads_in(template: TemplateWords, language: str, style: Style, converts: bool) -> Heads:
    """Return the heads of a template in a language, which are cached; ``converts``: from other editions."""
    return Heads(wording_in(template, language), style, converts)


def language_of(summary: Note, template: TemplateWords) -> str:
    """Return `Note.language`, faster if all labels are of one language."""
    vocabulary = template.vocabulary
    by_label = {_languages(vocabulary, item.label) for item in summary.body if isinstance(item, Field) and item.key}
    if len(by_label) == 1:
        (languages,) = by_label
        if len(languages) == 1:
            return languages[0]
    return summary.language or template.default_language


@lru_cache(maxsize=1024)
def _languages(vocabulary: TemplateVocabulary, label: str) -> tuple[str, ...]:
    known = vocabulary.label(label)
    return known.languages if known else ()
