"""What a line is, once its shape is known: the playbook's part in reading.

The lexer finds the shape of a line; here its words are looked up. A line comes in pieces, and goes out as the type of its
token and its parts, cut so that joined they are the line again; or as None where the words don't confirm the shape, and
the line is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from ..playbook.vocabulary import NO_START, StartsWith, Vocabulary
from ..text.patterns import COMMENT, TAG_JOINT
from ..text.source import MARGIN, WHITESPACE, indentation
from ..text.words import word_ends
from .titles import TitleParts, read_title

#: Key, label, before, colon, value, after.
FieldParts: TypeAlias = tuple[str | None, str, str, str, str, str]
#: Before, open, tag, close, name, separator, update, after.
WorkloadParts: TypeAlias = tuple[str, str, str, str, str, str, str, str]
#: The type of a token of the grammar, and its parts.
ClassifiedLine: TypeAlias = tuple[str, TitleParts | FieldParts | WorkloadParts | None]

_DECORATION: Final = "*_"
#: No label, title or name is longer; so the look-ups of a very long line stay cheap.
_LONGEST: Final = 200
_BRACKETS: Final = ("[", "(", "{", "<", "【", "［", "（", "〔", "「")

# Few lines come to this: it is left to the cache of `re`, which compiles it on first use.
_TAG_JOINED: Final = rf"(?:{TAG_JOINT}[^\W_]+)+"


class LineClassifier:
    """Reads lines with a playbook's words; ``shapes`` are the grammar's parts of a line, by name."""

    def __init__(self, words: Vocabulary, shapes: Mapping[str, re.Pattern[str]]) -> None:
        self.words = words
        self.shapes = shapes
        # Remembered, since notes are typed alike: what a label is, and how what stands before a tag is cut.
        self.label_head = lru_cache(maxsize=1024)(self._label_head)
        self.opening = lru_cache(maxsize=1024)(self._opening)

    # ---- by the first word

    def read(self, before: str, content: str, after: str, word: str, starts: StartsWith) -> ClassifiedLine | None:
        """A line by the words it starts with: ``word`` is the first, and ``starts`` what may start with it."""
        reading: ClassifiedLine | None = None
        if starts.title:
            title = read_title(self.words, self.shapes, before, content, after)
            reading = title and ("TITLE", title)
        if starts.label and not reading:
            reading = self.label(before, content, after)
        if starts.workload and not reading:
            words = starts.workload
            reading = self.unclosed_tag(before, content, after, words) or self.bare_workload(before, content, after, words)
        if not reading and word.isupper():
            reading = self.unknown_label(before, content, after)
        return reading

    def heading(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """A heading, if it is a title or, inside a summary, a whole label."""
        title = read_title(self.words, self.shapes, before, content, after)
        if title:
            return "TITLE", title
        reading = self.label(before, content, after)
        if reading and reading[0] in ("LABEL", "WORKLOADS_LABEL"):
            return "INNER_" + reading[0], reading[1]
        return reading

    # ---- labels

    def label_line(
        self, before: str, label: str, colon: str, value: str, after: str, word: str, starts: StartsWith
    ) -> ClassifiedLine | None:
        """A line with a colon, up to which no label stands in its published spelling."""
        kind, key = self.label_head(before, label, starts)
        if kind and not value.startswith("//"):
            return kind, field_parts(key, label, before, colon, value, after)
        content = (label + colon + value).rstrip(WHITESPACE)
        return self.read(before, content, (colon[len(colon.rstrip(WHITESPACE)) :] if not value else "") + after, word, starts)

    def _label_head(self, before: str, label: str, starts: StartsWith) -> tuple[str, str | None]:
        """The type of a line with this label before its colon, and the key of its field; an empty type for none."""
        known = self.words.label(label) if starts.label else None
        if known and (not known.short or self._short(before, label, ":")):
            return known.line(known.short), known.key
        unknown = (
            starts is NO_START and self._is_unknown_label(before, label) and not any(split[2] for split in self._splits(label))
        )
        return ("INNER_LABEL" if unknown else ""), None

    def label(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """``- DESCRIBE THE CUSTOMER: Retail``: a label of the playbook, before a colon, a dash, or alone on its line."""
        if before.rstrip(WHITESPACE).endswith(_BRACKETS):
            return None
        for start, stop, clear in self._splits(content):
            label = content[:start]
            known = self.words.label(label)
            if known and _is_plain(label) and (not known.short or (clear and self._short(before, label, content[start:stop]))):
                return known.line(known.short), field_parts(
                    known.key, label, before, content[start:stop], content[stop:], after
                )
        text = content.rstrip(WHITESPACE + _DECORATION)
        known = self.words.label(text) if len(text) <= _LONGEST else None
        if known is None or not _is_plain(text):
            return None
        if known.short and not (self._at_left(before) and (text.isupper() or len(text.split()) > 2)):
            return None  # a word or two alone on a line may be just that
        inner = known.short or not self.shapes["BULLETED"].match(before)
        return known.line(inner), field_parts(known.key, text, before, "", "", content[len(text) :] + after)

    def _splits(self, content: str) -> Iterator[tuple[int, int, bool]]:
        """Where a label may end and its value start: around the first colon, and around the first dash. The third part
        tells whether that parts them clearly: a colon, or a dash between blanks."""
        head = _without_comments(content[:_LONGEST])
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
        """A colon or dash with the bold that closes before or behind it, and the blanks around."""
        rest = content[stop:]
        plain = rest.lstrip(_DECORATION)
        if not plain or plain[0] in WHITESPACE:
            rest = plain  # bold that closes here; before a word, it opens there
        return len(content[:start].rstrip(WHITESPACE + _DECORATION)), len(content) - len(rest.lstrip(WHITESPACE))

    def _short(self, before: str, text: str, separator: str) -> bool:
        """Whether a label shortened to its first words stands where a label would: at the left, or loud and clear."""
        indent = _indent(before)
        loud = text == text.upper()
        bulleted = self.shapes["BULLETED"].match(before) is not None
        if indent < 2 or (loud and len(text.split()) > 1):
            return bulleted or ":" in separator or "：" in separator
        return bulleted and loud and indent < 3

    def _at_left(self, before: str) -> bool:
        """Whether a line stands on a bullet with at most one blank before it."""
        return _indent(before) < 2 and self.shapes["BULLETED"].match(before) is not None

    def _is_unknown_label(self, before: str, label: str) -> bool:
        """``- RISKS: licences run out in May``: in capitals, on a bullet at the left, and no tag."""
        loud = label.isupper() and label[0].isalpha() and sum(map(str.isalpha, label)) > 1
        return loud and self._at_left(before) and not self.words.tag(label)

    def unknown_label(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """A label in capitals before a colon or dash."""
        if not self.shapes["BULLETED"].match(before) or before.rstrip(WHITESPACE).endswith(_BRACKETS):
            return None
        start, stop, _ = min((split for split in self._splits(content) if split[2]), default=(0, 0, False))
        label, value = content[:start], content[stop:]
        if not self._is_unknown_label(before, label) or not _is_plain(label) or value.startswith("//"):
            return None
        return "INNER_LABEL", field_parts(None, label, before, content[start:stop], value, after)

    # ---- workloads

    def tag(self, before: str, opening: str, tag: str, close: str, rest: str, after: str) -> ClassifiedLine | None:
        """``- [EXO] Exchange Online - Planning``: a known tag in brackets, or any tag in square ones on a bullet."""
        known = tag in self.words.tags or self.is_tag(tag)
        if not known:
            label = self.words.label(tag)
            if label and not label.short and _is_plain(tag) and rest.startswith((":", "：")):
                value = rest[1:].lstrip(WHITESPACE)
                colon = close + rest[: len(rest) - len(value)]
                return label.token, field_parts(label.key, tag, before + opening, colon, value, after)
            square = "[" in opening and "]" in close and self.shapes["BULLETED"].match(before)
            named = tag[0].isalnum() and any(map(str.isalpha, tag)) and tag not in ("x", "X")
            if not square or not named or rest.startswith("["):
                return None
        elif "[" not in opening and tag not in self.words.tags and not self._follows_clearly(before, close, rest):
            return None  # in other brackets a word may be just that
        return "TAG", self._workload(before, opening, tag, close, rest, after, known)

    def _follows_clearly(self, before: str, close: str, rest: str) -> bool:
        """Whether what follows a tag in brackets shows that it is one: nothing, a separator, a known name; on a bullet, any
        name and a separator."""
        if not rest or self._parting(close, rest) or any(self.words.names_at(rest)):
            return True
        return self.shapes["BULLETED"].match(before) is not None and self._separator(rest)[0] < len(rest)

    def is_tag(self, text: str) -> bool:
        """Whether ``text`` is a known tag, or several of them joined."""
        if "[" in text or "]" in text:
            return False
        return self.words.tag(text) is not None or all(map(self.words.tag, filter(None, re.split(TAG_JOINT, text))))

    def unclosed_tag(self, before: str, content: str, after: str, words: int) -> ClassifiedLine | None:
        """``- [EXO Exchange Online - Planning``: a known tag whose bracket was not closed."""
        bracket = before.rstrip(WHITESPACE)[-1:]
        if bracket not in ("[", "(") or ("]" if bracket == "[" else ")") in content.partition(bracket)[0]:
            return None
        for end in word_ends(content, words):
            text, rest = content[:end], content[end:]
            exact = text in self.words.tags and rest[:1] in WHITESPACE
            # a word behind a parenthesis may be just that, so there the tag must be spelled exactly
            if exact or (bracket == "[" and self.is_tag(text) and (not rest or self._follows(before, text, rest))):
                margin, opening = self.opening(before)
                gap = len(rest) - len(rest.lstrip(WHITESPACE))
                return "TAG", self._workload(margin, opening, text, rest[:gap], rest[gap:], after, known=True)
        return None

    def _opening(self, before: str) -> tuple[str, str]:
        """What stands before a tag: margin and bullet, then decoration and bracket."""
        bullet = self.shapes["BULLETED"].match(before)
        start = bullet.end() if bullet else len(before) - len(before.lstrip(MARGIN))
        return before[:start], before[start:]

    def bare_workload(self, before: str, content: str, after: str, words: int) -> ClassifiedLine | None:
        """``- EXO: Planning``, ``- CORE``, ``Exchange Online - Planning``: a workload without brackets."""
        if before.rstrip(WHITESPACE).endswith(_BRACKETS):
            return None
        stop = self._separator(content)[0]
        head = content[:stop]
        if head in self.words.spellings and head not in self.words.tags:
            return "NAME", self._workload(before, "", "", "", content, after, known=False)
        for end in word_ends(content, words):
            text, rest = content[:end], content[end:]
            if self.words.name(text) and text not in self.words.tags and self._parted(content, end):
                return "NAME", self._workload(before, "", "", "", content, after, known=False)
            joined = re.match(_TAG_JOINED, rest)
            if joined and self.is_tag(text + joined.group()):
                text, rest = text + joined.group(), rest[joined.end() :]
            parted = self._parted(content, len(text))
            if self.is_tag(text) and (parted or self._follows(before, text, rest)):
                margin, opening = self.opening(before)
                gap = 0 if parted else len(rest) - len(rest.lstrip(WHITESPACE))
                return "NAME", self._workload(margin, opening, text, rest[:gap], rest[gap:], after, known=True)
        return None

    def _separator(self, text: str) -> tuple[int, int]:
        """Where the first separator in ``text`` starts, blanks before it included, and ends; twice the end for none."""
        found = self.shapes["SEPARATOR"].search(_without_comments(text))
        return (len(text[: found.start()].rstrip(WHITESPACE)), found.end()) if found else (len(text), len(text))

    def _parted(self, text: str, end: int) -> int:
        """Where a separator ends that follows a name, its bold closed, at ``end``; the end of the text where nothing does,
        and 0 where something else does."""
        if not text[end:].strip(_DECORATION + WHITESPACE):
            return len(text)
        at = end + len(text[end:]) - len(text[end:].lstrip(_DECORATION))
        at += len(text[at:]) - len(text[at:].lstrip(WHITESPACE))
        found = self.shapes["SEPARATOR"].match(text, at)
        return found.end() if found else 0

    def _follows(self, before: str, tag: str, rest: str) -> bool:
        """Whether what follows a bare tag behind a blank makes it one: a known name, or, where the tag is spelled exactly
        and stands on a bullet, anything."""
        if rest[0] not in WHITESPACE:
            return False
        rest = rest.lstrip(WHITESPACE)
        if self.shapes["DASH"].match(rest):
            return True
        exact = tag in self.words.tags and self.shapes["BULLETED"].match(before) is not None
        return exact or any(self.words.names_at(rest))

    def _workload(self, before: str, opening: str, tag: str, close: str, rest: str, after: str, known: bool) -> WorkloadParts:
        stop = self._parting(close, rest) if tag else 0
        if stop and self._is_named_as(tag, rest[stop:]):
            # "[EXO]: Exchange Online - Planning": what parts the tag from the name
            close, rest, stop = close + rest[:stop], rest[stop:], 0
        lead, name, separator, update = ("", "", rest[:stop], rest[stop:]) if stop else self.split(rest, known)
        close += lead
        if update:
            if "*" in update or "_" in update:
                update, after = _unbold(before + opening, close + separator, update, after)
        else:
            # "Exchange Online - ": the blanks behind a dangling dash are part of it, for an update to come
            trailing = len(after) - len(after.lstrip(WHITESPACE))
            separator, after = separator + after[:trailing], after[trailing:]
        return before, opening, tag, close, name, separator, update, after

    def _parting(self, close: str, rest: str) -> int:
        """Where a separator ends that stands right behind a tag; 0 for none."""
        blanks = len(rest) - len(rest.lstrip(WHITESPACE))
        found = self.shapes["SEPARATOR"].match(rest, blanks)
        if not found and close and close[-1] in WHITESPACE:
            found = self.shapes["DASH"].match(rest)
        return found.end() if found else 0

    def _is_named_as(self, tag: str, text: str) -> bool:
        """Whether ``text`` starts with the name of the very workload that ``tag`` stands for, and another separator."""
        words = self.words
        return any(words.name(text[:end]) == words.tag(tag) and self._parted(text, end) for end in words.names_at(text))

    def split(self, rest: str, known: bool) -> tuple[str, str, str, str]:
        """What stands behind a tag (``known``: a known one) as decoration, name, separator and update.

        The name is the longest known name it begins with, or else what stands before the first separator; where there is
        neither, the rest is the update of a known tag, and the name of an unknown one.
        """
        bare = rest.lstrip(_DECORATION + WHITESPACE)
        lead = rest[: len(rest) - len(bare)]
        start, stop = self._separator(bare)
        if bare[:start] in self.words.spellings:
            return lead, bare[:start], bare[start:stop], bare[stop:]
        for end in self.words.names_at(bare):
            parted = self._parted(bare, end)
            tail = bare[end:parted]
            if parted:
                return lead, bare[:end], tail, bare[parted:]
            if known and bare[end] in WHITESPACE:
                update = bare[end:].lstrip(WHITESPACE)
                return lead, bare[:end], bare[end : len(bare) - len(update)], update
        if stop > start:
            name = bare[:start].rstrip(_DECORATION + WHITESPACE)
            return lead, name, bare[len(name) : stop], bare[stop:]
        if known:
            return "", "", "", rest
        name = bare.rstrip(_DECORATION + WHITESPACE)
        return lead, name, bare[len(name) :], ""


def _indent(before: str) -> int:
    return indentation(before[: len(before) - len(before.lstrip(MARGIN))])


def _without_comments(text: str) -> str:
    """A text with letters in the place of its comments: what stands in them parts nothing."""
    return re.sub(COMMENT, lambda match: "x" * len(match.group()), text) if "<!--" in text else text


def _is_plain(label: str) -> bool:
    """Whether a label holds nothing at which it would end."""
    return not set(label) & set(":：*_")


def _unbold(opening: str, middle: str, said: str, after: str) -> tuple[str, str]:
    """Where bold opens before a line's words and closes behind the last of them, the closing marks say nothing."""
    for mark in ("**", "__"):
        if mark in opening and mark not in middle and said.endswith(mark) and said.count(mark) % 2:
            stem = said.rstrip(_DECORATION + WHITESPACE)
            return stem, said[len(stem) :] + after
    return said, after


def field_parts(key: str | None, label: str, before: str, colon: str, value: str, after: str) -> FieldParts:
    """The parts of a labelled line."""
    opened = "**" in before or "__" in before
    if value and not opened and colon[-1] in _DECORATION:
        # bold that was not opened before the label opens the value
        mark = len(colon) - len(colon.rstrip(_DECORATION))
        colon, value = colon[:-mark], colon[-mark:] + value
    elif value and opened:
        value, after = _unbold(before, colon, value, after)
    return key, label, before, colon, value, after
