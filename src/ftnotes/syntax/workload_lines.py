"""The workloads on lines: known tags and names, with or without brackets, and the text after them as name and update."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from ..playbook.template_vocabulary import TemplateVocabulary
from ..playbook.template_words import TemplateWords
from ..text.patterns import TAG_JOINT, TAGS_JOINT
from ..text.source import MARGIN, WHITESPACE
from .line_parts import (
    BRACKETS,
    DECORATION,
    ClassifiedLine,
    WorkloadParts,
    field_parts,
    unbold,
    without_comments,
)

#: How many words the name of a workload can have beyond the template's.
_MORE_WORDS: Final = 4
#: A text after an unknown tag is a name up to this number of capitalized words.
_NAME_WORDS: Final = 3
#: No line begins with more tags and names, joined; so a very long line costs little.
_MOST_ENDS: Final = 40
#: Another tag right after one.
_NEXT_TAG: Final = re.compile(rf"\[([^\[\]\r\n]{{1,20}})\][{WHITESPACE}]*+")
#: Signs that are also in sentences, so that they separate only right after a tag or name.
_EQUALS: Final = re.compile(rf"(?:=>?|\|)[{WHITESPACE}]*+")
#: A tag behind a name.
_BEHIND: Final = re.compile(r"([\[(])([^\W_]{2,12})([])])")
#: What ends a cell of a row of a table.
_CELL_END: Final = re.compile(rf"(?<![{WHITESPACE}*_])[{WHITESPACE}*_]*+[;|][{WHITESPACE}*_]*+|\t[{WHITESPACE}]*+")


class WorkloadLineClassifier:
    """A classifier with the workloads of a template's playbook; ``shapes`` are the grammar's parts of a line, by name."""

    def __init__(self, template: TemplateWords, shapes: Mapping[str, re.Pattern[str]]) -> None:
        self.vocabulary = template.vocabulary
        self.everyday = template.playbook.everyday
        self.shapes = shapes
        self.opening = lru_cache(maxsize=1024)(self._opening)  # cached, since notes are typed alike

    def tagged(self, before: str, opening: str, tag: str, close: str, rest: str, after: str) -> ClassifiedLine | None:
        """Classify ``- [EXO] Exchange Online - Planning``: a known tag in brackets, or any in square ones on a bullet."""
        if ">" in close and "<" not in opening:
            return None  # an arrow
        known = tag in self.vocabulary.tags or self.is_tag(tag)
        if known and rest.startswith("[") and re.fullmatch(TAGS_JOINT, close + "["):
            tag, close, rest = self._tags(tag, close, rest)
        if not known:
            label = self.vocabulary.label(tag)
            square = opening.endswith("[") and close.startswith("]")
            if label and not label.short and (square or rest.startswith((":", "："))):
                value = rest.lstrip(":：" + WHITESPACE)
                colon = close + rest[: len(rest) - len(value)]
                return "FIELD", field_parts(label.key, tag, before + opening, colon, value, after)
            listed = self.everyday.tag(tag) or self.shapes["BULLETED"].match(before)
            square = "[" in opening and "]" in close and bool(listed)
            named = tag[0].isalnum() and any(map(str.isalpha, tag)) and tag not in ("x", "X")
            if not square or not named or rest.startswith("["):
                return None
        elif "[" not in opening and tag not in self.vocabulary.tags and not self._follows_clearly(before, close, rest):
            return None  # a word in other brackets can be text
        kind = "ITEM" if tag in self.vocabulary.tags else "TAG"
        return kind, self.cut(before, opening, tag, close, rest, after, known)

    def _tags(self, tag: str, close: str, rest: str) -> tuple[str, str, str]:
        """Return a tag with those in brackets right after it, what closes the last one, and the rest."""
        end = start = 0
        while (another := _NEXT_TAG.match(rest, start)) and self.is_tag(another[1]):
            end, start = another.end(1), another.end()
        return (tag + close + rest[:end], rest[end:start], rest[start:]) if end else (tag, close, rest)

    def _follows_clearly(self, before: str, close: str, rest: str) -> bool:
        """Return whether a tag is followed by a separator, a known name, any name and separator on a bullet, or nothing."""
        if not rest or self._separator_after_tag(close, rest) or any(self.vocabulary.names_at(rest)):
            return True
        return self.shapes["BULLETED"].match(before) is not None and self._separator(rest)[0] < len(rest)

    def is_tag(self, text: str) -> bool:
        """Return whether ``text`` is a known tag, or several known tags joined."""
        if "[" in text or "]" in text:
            return False
        return self.vocabulary.tag(text) is not None or all(map(self.vocabulary.tag, filter(None, re.split(TAG_JOINT, text))))

    def unclosed(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """Classify ``- [EXO Exchange Online - Planning``: a known tag without its closing bracket."""
        bracket = before.rstrip(WHITESPACE)[-1:]
        if bracket not in ("[", "(") or ("]" if bracket == "[" else ")") in content.partition(bracket)[0]:
            return None
        for end in self._ends(content):
            text, rest = content[:end], content[end:]
            exact = text in self.vocabulary.tags and rest[:1] in WHITESPACE
            # a word after a parenthesis can be text, so there the tag must be spelled exactly
            if exact or (bracket == "[" and self.is_tag(text) and (not rest or self._follows(before, text, rest))):
                margin, opening = self.opening(before)
                gap = len(rest) - len(rest.lstrip(WHITESPACE))
                return "ITEM", self.cut(margin, opening, text, rest[:gap], rest[gap:], after, known=True)
        return None

    def _opening(self, before: str) -> tuple[str, str]:
        """Split the text before a tag into margin with bullet, and decoration with bracket."""
        bullet = self.shapes["BULLETED"].match(before)
        start = bullet.end() if bullet else len(before) - len(before.lstrip(MARGIN))
        return before[:start], before[start:]

    def bare(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """Classify ``- EXO: Planning``, ``- CORE``, ``Exchange Online - Planning``: a workload without brackets."""
        if before.rstrip(WHITESPACE).endswith(BRACKETS):
            return None
        stop = self._separator(content)[0]
        head = content[:stop]
        vocabulary = self.vocabulary
        if head in vocabulary.spellings and (head not in vocabulary.tags or head in vocabulary.names):
            return "NAME", self.cut(before, "", "", "", content, after, known=False)
        for end in self._ends(content):
            text, rest = content[:end], content[end:]
            named = vocabulary.name(text) and (text not in vocabulary.tags or text in vocabulary.names)
            if named and self._end_of_separator(content, end):
                return "NAME", self.cut(before, "", "", "", content, after, known=False)
            parted = self._end_of_separator(content, end)
            if self.is_tag(text) and (parted or self._follows(before, text, rest)):
                margin, opening = self.opening(before)
                gap = 0 if parted else len(rest) - len(rest.lstrip(WHITESPACE))
                return "NAME", self.cut(margin, opening, text, rest[:gap], rest[gap:], after, known=True)
        return None

    def _ends(self, content: str) -> list[int]:
        """Return the lengths of the names, tags and joined tags that a text begins with, longest first."""
        ends = self.vocabulary.workloads_at(content)
        while 0 < len(ends) < _MOST_ENDS and (joint := re.compile(TAG_JOINT).match(content, ends[0])):
            more = self.vocabulary.workloads_at(content[joint.end() :])
            if not more:
                break
            ends[:0] = [joint.end() + end for end in more]
        return ends

    def _separator(self, text: str) -> tuple[int, int]:
        """Return the bounds of the first separator in a text with the spaces before it; twice the end for none."""
        separator = self.shapes["SEPARATOR"].search(without_comments(text))
        return (len(text[: separator.start()].rstrip(WHITESPACE)), separator.end()) if separator else (len(text), len(text))

    def _clear_separator(self, text: str) -> tuple[int, int]:
        """Return the bounds of the first separator that no word has: neither the hyphen of "pre- and post-" nor an arrow.

        A dash has spaces on both sides, or on one and a capital behind it.
        """
        for separator in self.shapes["SEPARATOR"].finditer(without_comments(text)):
            start = len(text[: separator.start()].rstrip(WHITESPACE))
            typed = text[start : separator.end()]
            behind = text[separator.end() : separator.end() + 1]
            spaced = typed[0] in WHITESPACE, typed[-1] in WHITESPACE or not behind
            apart = all(spaced) or (any(spaced) and behind.isupper())
            if set(typed) & set(":：－") or (apart and ">" not in typed):
                return start, separator.end()
        return len(text), len(text)

    def _end_of_separator(self, text: str, end: int) -> int:
        """Return where the separator after a name and its bold ends; the end of the text for none, and 0 for other text."""
        if not text[end:].strip(DECORATION + WHITESPACE):
            return len(text)
        at = end + len(text[end:]) - len(text[end:].lstrip(DECORATION))
        at += len(text[at:]) - len(text[at:].lstrip(WHITESPACE))
        separator = self.shapes["SEPARATOR"].match(text, at) or _EQUALS.match(text, at)
        return separator.end() if separator else 0

    def _follows(self, before: str, tag: str, rest: str) -> bool:
        """Return whether a bare tag is followed by a dash or known name, or is spelled exactly and on a bullet."""
        if rest[0] not in WHITESPACE:
            return False
        rest = rest.lstrip(WHITESPACE)
        if self.shapes["DASH"].match(rest):
            return True
        exact = tag in self.vocabulary.tags and self.shapes["BULLETED"].match(before) is not None
        return exact or any(self.vocabulary.names_at(rest))

    def cut(self, before: str, opening: str, tag: str, close: str, rest: str, after: str, known: bool) -> WorkloadParts:
        """Cut the text after a tag, or a line without one, into name, separator and update; ``known`` if the tag is known."""
        if tag and rest[:1] in (";", "|"):
            gap = len(rest) - len(rest.lstrip(";|" + WHITESPACE))
            return self.in_cells(before, opening, tag, close + rest[:gap], rest[gap:], after)
        stop = self._separator_after_tag(close, rest) if tag else 0
        if stop and self._is_named_as(tag, rest[stop:]):
            # "[EXO]: Exchange Online - Planning": the colon is between tag and name
            close, rest, stop = close + rest[:stop], rest[stop:], 0
        lead, name, separator, update = ("", "", rest[:stop], rest[stop:]) if stop else self.split(rest, known)
        close += lead
        if update:
            if "*" in update or "_" in update:
                update, after = unbold(before + opening, close + separator, update, after)
        else:
            # "Exchange Online - ": the spaces after a dangling dash are part of it, for an update to come
            trailing = len(after) - len(after.lstrip(WHITESPACE))
            separator, after = separator + after[:trailing], after[trailing:]
        return before, opening, tag, close, name, separator, update, after

    def in_cells(self, before: str, opening: str, tag: str, close: str, rest: str, after: str) -> WorkloadParts:
        """Return the parts of a row of a table whose first cell is a tag, and whose further cells are name and update."""
        cell = _CELL_END.search(rest)
        name = rest[: cell.start()] if cell else rest
        if cell is None and self.vocabulary.name(name):
            return before, opening, tag, close, name, "", "", after
        if cell is None or not (_is_name(name) or any(self.vocabulary.names_at(rest))):
            return before, opening, tag, close, "", "", rest, after
        separator, update = cell.group(), rest[cell.end() :]
        if not update:
            separator, after = separator + after[: len(after) - len(after.lstrip(WHITESPACE))], after.lstrip(WHITESPACE)
        return before, opening, tag, close, name, separator, update, after

    def _separator_after_tag(self, close: str, rest: str) -> int:
        """Return where the separator right after a tag ends, or 0 for none."""
        at = len(rest) - len(rest.lstrip(WHITESPACE))
        separator = self.shapes["SEPARATOR"].match(rest, at) or _EQUALS.match(rest, at)
        if not separator and close and close[-1] in WHITESPACE:
            separator = self.shapes["DASH"].match(rest)
        return separator.end() if separator else 0

    def _is_named_as(self, tag: str, text: str) -> bool:
        """Return whether ``text`` starts with the name of the same workload as ``tag``, and another separator."""
        name, key, ends = self.vocabulary.name, self.vocabulary.tag(tag), self.vocabulary.names_at(text)
        return any(name(text[:end]) == key and self._end_of_separator(text, end) for end in ends)

    def split(self, rest: str, known: bool) -> tuple[str, str, str, str]:
        """Split the text after a tag into decoration, name, separator and update; ``known`` if the tag is known.

        The name is the longest known name at its start, or else the text before the first separator. Without either, all of
        it is the update of a known tag, or the name of an unknown one.
        """
        bare = rest.lstrip(DECORATION + WHITESPACE)
        lead = rest[: len(rest) - len(bare)]
        start, stop = self._separator(bare)
        if bare[:start] in self.vocabulary.spellings:
            return lead, bare[:start], bare[start:stop], bare[stop:]
        start, stop = self._clear_separator(bare)
        everyday = next((end for end in self.everyday.names_at(bare) if self._end_of_separator(bare, end)), len(bare))
        if everyday < len(bare) and not any(end > everyday for end in self.vocabulary.names_at(bare)):
            parted = self._end_of_separator(bare, everyday)
            return lead, bare[:everyday], bare[everyday:parted], bare[parted:]
        for end in self.vocabulary.names_at(bare):
            parted = self._end_of_separator(bare, end)
            tail = bare[end:parted]
            if parted:
                return lead, bare[:end], tail, bare[parted:]
            if known and end < start < stop and not set(bare[start:stop]) & set(":：") and _is_long_name(bare[end:start]):
                name = bare[:start].rstrip(DECORATION + WHITESPACE)
                return lead, name, bare[len(name) : stop], bare[stop:]
            if known and (bare[end] in WHITESPACE or bare[end : end + 2] in (", ", "; ")):
                update = bare[end:].lstrip(WHITESPACE + ",;")
                return lead, bare[:end], bare[end : len(bare) - len(update)], update
        if stop > start:
            name = bare[:start].rstrip(DECORATION + WHITESPACE)
            return lead, name, bare[len(name) : stop], bare[stop:]
        if known and self.everyday.name(bare.rstrip(DECORATION + WHITESPACE)):
            name = bare.rstrip(DECORATION + WHITESPACE)
            return lead, name, bare[len(name) :], ""
        if known or not _is_name(bare):
            return "", "", "", rest
        name = bare.rstrip(DECORATION + WHITESPACE)
        return lead, name, bare[len(name) :], ""


def parted_name(vocabulary: TemplateVocabulary, name: str) -> tuple[str, str | None, str, str, str]:
    """Part ``Exchange Online [EXO]``, a name with a known tag in brackets behind it.

    Return the name, spaces and bold after it, and bracket, tag and bracket; None and empty texts after the whole name if it
    has no tag. A tag in parentheses is spelled exactly, and not part of a published name.
    """
    start = max(name.rfind("["), name.rfind("("))
    match = _BEHIND.fullmatch(name, start) if start > 0 else None
    alone = name[:start].rstrip(DECORATION + WHITESPACE)
    if match and alone:
        opening, tag, close = match.groups()
        square = opening + close == "[]" and vocabulary.tag(tag)
        if square or (opening + close == "()" and tag in vocabulary.tags and vocabulary.name(name) is None):
            return alone, name[len(alone) : start], opening, tag, close
    return name, None, "", "", ""


def _is_name(text: str) -> bool:
    """Return whether a text without separator after an unknown tag is a name: a few capitalized words."""
    words = text.split()
    return len(words) <= _NAME_WORDS and not any(word[0].islower() or word[0].isdigit() for word in words)


def _is_long_name(more: str) -> bool:
    """Return whether the words between a known name and a separator can belong to the name: few, and no sentence."""
    words = more.split()
    if more[:1] not in WHITESPACE or not 0 < len(words) <= _MORE_WORDS:
        return False
    first = words[0][0]
    if not (first in "(（/&+" or first.islower() or first.isdigit()):
        return False  # a capital begins a text, and so do words of scripts without small letters
    return not set(more) & set(".,;!?。，；") and not words[-1].isdigit()
