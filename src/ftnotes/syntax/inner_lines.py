"""The kind of a line inside a possible summary that the words of the template don't explain.

Everyday labels and names, labels that are one slip away, labels of the writer's own, rows of tables, and text that belongs to
no summary. Such lines are rare in tidy notes, so they are looked at closely only where a title or label precedes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from ..playbook.playbook import Playbook
from ..playbook.vocabulary import Label
from ..text.source import LINE_END, MARGIN, WHITESPACE, depth
from ..text.words import FIRST_WORD, fold, word_ends
from .line_classifier import ClassifiedLine, LineClassifier, WorkloadParts, field_parts

#: The parts of a line: margin, bullet and decoration; content; trailing spaces, line end and blank lines.
LineParts: TypeAlias = tuple[str, str, str]
#: A level of lists: the columns of indentation, and the sign of the bullet, empty for none.
Level: TypeAlias = tuple[int, str]

#: What can be between a label and its value.
_SEPARATING: Final = WHITESPACE + ":：*_"
_DECORATION: Final = "*_"
#: What separates a label in capitals from its value, where there is no sign for that.
_AFTER_LABEL: Final = WHITESPACE + "."
#: The longest text that is looked up as a label or name.
_LONGEST: Final = 120
#: The longest label that is compared letter by letter, and the longest tag with its closing bracket.
_LONGEST_SLIP, _TAG_END = 90, 14
#: The most words of a name that no playbook knows, and of a label of the writer's own.
_NAME_WORDS, _LABEL_WORDS = 6, 5
#: Signs that people change from line to line of one list, as they do emoji: boxes and check marks.
_CHANGING: Final = "☐☑☒✅✔✓❌✗✘❎⚠⏸⭕⬜⬛"
#: What begins the text before a label or tag where there is no bullet: bold, strike, brackets.
_NO_BULLET: Final = ("_", "~", "[", "(", "{", "<", "【", "［", "（", "〔", "「", "&")
#: The most words of a title.
_TITLE_WORDS: Final = 4
#: The most words of a label that goes on beyond an everyday one.
_MORE_WORDS: Final = 14

_COLON: Final = r"[:：]"
#: What people type between a label or name and its value in place of a colon.
_OTHER: Final = r"[;；=|]|[-=~]{1,2}>|[→⇒➡➔►▶]\ufe0f?+|\t"
#: A separator with the spaces and the end of bold around it; the group ``firm`` if it is no dash, which can be in a label.
_SEPARATOR: Final = re.compile(
    rf"[{WHITESPACE}*_~]*+(?P<firm>(?P<colon>{_COLON})|{_OTHER})[{WHITESPACE}*_~]*+"
    rf"|[*_~]*+(?P<gap>\t|  )[{WHITESPACE}*_~]*+|[*_~]*+[{WHITESPACE}]++[*_~]*+[-–—][*_]*+(?:[{WHITESPACE}]++|$)"
)
#: Separators that are also in sentences: only a known label can be before them.
_WEAK_SEPARATORS: Final = (";", "；", "=", "|")
#: Punctuation inside sentences, which no label contains.
_SENTENCE: Final = re.compile(r"[.!?,;。！？，；、]")
#: The marks of a heading.
_HASHES: Final = re.compile(rf"[{MARGIN}]*+#{{1,6}}+(?=[{WHITESPACE}])")
#: A remark at the end of a name.
_PARENTHESIS: Final = re.compile(rf"(?<![{WHITESPACE}])[{WHITESPACE}]*+[(（][^()（）]*+[)）]\Z")
#: The line before a signature.
_SIGNATURE: Final = "--"
#: Text in parentheses, in which no separator counts.
_ASIDE: Final = re.compile(r"[(（][^()（）\r\n]*+[)）]")
#: A date and a time, as a tool writes them above an entry.
_MOMENT: Final = re.compile(
    r"(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?[ \t]++\d{1,2}:\d{2}(?!\d)(?::\d{2})?(?:[ \t]?[APap][Mm])?(?=\t|  |[ \t]*+\Z)"
)
#: A few words between two rules.
_RULED: Final = re.compile(r"[-=_~]{3,}+[^-=_~\r\n]{1,60}+[-=_~]{3,}+")
_CELL_END: Final = re.compile(rf"(?<![{WHITESPACE}*_])[{WHITESPACE}*_]*+\|[{WHITESPACE}*_]*+")
#: Where one of several workloads on a line ends.
_BEFORE_TAG: Final = re.compile(r"(?=\[[^\W_][^\]\[]{0,20}\])")
_PART: Final = re.compile(rf"[;；|][{WHITESPACE}]*+")
_CLAUSE: Final = re.compile(rf"[,，][{WHITESPACE}]++")
_RUNNING_END: Final = re.compile(
    rf"(?<![{WHITESPACE};；,，|/])(?<!<br>)(?<!<br >)(?<!<br/>)(?<!<br />)(?:[{WHITESPACE};；,，|/]|<br ?/?>)++\Z"
)
_ONLY_CLOSED: Final = re.compile(rf"([^\W_]{{2,12}})[\])}}】］）][{WHITESPACE}*_]*+")


class InnerStarts(NamedTuple):
    """What can start with a word."""

    label: bool
    #: The tag or name of a workload.
    name: bool
    #: A sign-off, or a line before earlier text.
    closing: bool


_NOTHING: Final = InnerStarts(False, False, False)


class InnerLineClassifier:
    """A classifier with the everyday words of a playbook."""

    def __init__(self, playbook: Playbook, classifier: LineClassifier) -> None:
        self.everyday = playbook.everyday
        self.vocabulary = playbook.vocabulary
        self.classifier = classifier
        self.shapes = classifier.shapes
        #: The kinds of the fields, by key.
        self.kinds: dict[str | None, str] = {spec.key: spec.kind for spec in playbook.fields}
        #: The keys of the fields under which workloads are listed.
        self.listing = frozenset(spec.key for spec in playbook.fields if spec.kind == "workloads")
        starts = {title[:2] for language in playbook.languages for title in language.titles}
        #: The first letters of a title: most lines have none, so that no title is looked for in them.
        self.title_start = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, sorted(starts)))})", re.IGNORECASE)
        self._label_words = label_words(playbook)
        # Cached, since notes are typed alike.
        self.level = lru_cache(maxsize=1024)(_level)
        self.starts = lru_cache(maxsize=4096)(self._starts)
        self._label = lru_cache(maxsize=4096)(self._find_label)
        self.everyday_label = lru_cache(maxsize=4096)(self.everyday.label)
        self.tag_of = lru_cache(maxsize=4096)(self._find_tag)

    def parts(self, text: str, start: int, end: int) -> LineParts:
        """Cut a line with the blank lines after it into what precedes its content, its content, and what follows."""
        bullet = self.shapes["BULLETED"].match(text, start, end)
        at = bullet.end() if bullet else start
        hashes = _HASHES.match(text, at, end)
        if hashes:
            at = hashes.end()
        while at < end and text[at] in MARGIN:
            at += 1
        line_end = LINE_END.search(text, at, end)
        stop = line_end.start() if line_end else end
        content = text[at:stop].rstrip(WHITESPACE)
        bare = content.lstrip(_DECORATION)
        return text[start : at + len(content) - len(bare)], bare, text[at + len(content) : end]

    def title_end(self, text: str) -> int:
        """Return the length of the title that a text begins with, perhaps misspelled; 0 for none."""
        end = self.vocabulary.title_at(text)
        if end or not self.title_start.match(text):
            return end
        return next((end for end in word_ends(text, _TITLE_WORDS) if self.everyday.title_slip(text[:end])), 0)

    def opens_note(self, text: str) -> bool:
        """Return whether a text begins with a title, perhaps as a heading or in bold."""
        return self.vocabulary.title_at(text[:_LONGEST].lstrip("#*_ ")) > 0

    # ---- labels

    def joined_label(self, above: str, below: LineParts) -> tuple[str, str, str] | None:
        """Return the key of a label that a mail program broke over two lines, its end on the second, and what follows it."""
        _, content, _ = below
        separator = _separator(content)
        head = content[: separator.start()] if separator else content.rstrip(_DECORATION)
        if not head or len(above) + len(head) > _LONGEST:
            return None
        label = self._label(f"{above} {head}", False)
        colon = separator.group() if separator else content[len(head) :]
        return (label[1], head, colon) if label and label[0] == "FIELD" else None

    def weak_label(self, before: str, label: str, colon: str, value: str, after: str) -> ClassifiedLine | None:
        """Classify a line with an everyday label before a colon."""
        known = self.everyday_label(label)
        return known and ("WEAK", field_parts(known.key, label, before, colon, value, after))

    def read(self, before: str, content: str, after: str) -> ClassifiedLine:
        """Classify a line: its kind, and its parts if it has a label or name."""
        if not content:
            return ("FOREIGN" if before.strip(MARGIN) == _SIGNATURE else "PLAIN"), None
        if content.startswith("|"):
            return self._row(
                before + content[: len(content) - len(content.lstrip("|" + WHITESPACE))],
                content.lstrip("|" + WHITESPACE),
                after,
            )
        first = FIRST_WORD.match(content)
        starts = self.starts(first.group()) if first else _NOTHING
        classified = self._closed_tag(before, content, after) if "]" in content[:_TAG_END] else None
        if classified is None:
            classified = self._labelled(before, content, after, starts)
        if classified is None and (starts.label or starts.name):
            classified = self._unseparated(before, content, after, starts)
        if classified:
            return classified
        if (starts.closing or not content[0].isalpha() or content[-1] in ":：") and self.is_foreign(content):
            return "FOREIGN", None
        return ("STAMP" if ":" in content and _MOMENT.search(content, 0, _LONGEST // 2) else "PLAIN"), None

    def _starts(self, word: str) -> InnerStarts:
        folded = fold(word)
        starts = self.vocabulary.starts_with(word)
        return InnerStarts(
            starts.label > 0 or folded in self.everyday.label_starts,
            starts.workload > 0 or folded in self.everyday.name_starts,
            folded in self.everyday.closing_starts,
        )

    def own_label(self, classified: ClassifiedLine, before: str, content: str, after: str) -> ClassifiedLine:
        """Classify a line with a label in capitals that the template doesn't have: by its everyday words, or as it is."""
        first = FIRST_WORD.match(content)
        read = self._labelled(before, content, after, self.starts(first.group()) if first else _NOTHING)
        return read if read and read[0] != "MAIL" else classified

    def heading(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """Classify a heading: an everyday label, one that is one slip away, or the name of a workload."""
        name = content.rstrip("#" + WHITESPACE + _SEPARATING)
        first = FIRST_WORD.match(name)
        starts = self.starts(first.group()) if first else _NOTHING
        label = self._label(name, True) if starts.label else None
        if label is None and starts.name and self.tag_of(name):
            return "NAME", (before, "", "", "", name, "", "", content[len(name) :] + after)
        return label and ("WEAK", field_parts(label[1], name, before, "", "", content[len(name) :] + after))

    def is_foreign(self, content: str) -> bool:
        """Return whether a line begins text of another kind: a sign-off, words between rules, a line before earlier text."""
        return _RULED.fullmatch(content) is not None or self.everyday.divider(content) or self.everyday.sign_off(content)

    def _labelled(self, before: str, content: str, after: str, starts: InnerStarts) -> ClassifiedLine | None:
        """Classify ``Customer: Retail``, ``Risks = none``, ``SharePoint - done``: a label or name before a separator."""
        separator = _separator(content)
        if not separator or not separator.start():
            return None
        head, colon, value = content[: separator.start()], separator.group(), content[separator.end() :]
        has_colon = separator["colon"] is not None
        firm = bool(separator["firm"] or separator["gap"] or self.shapes["BULLETED"].match(before))
        label = self._label(head, firm) if starts.label or (firm and len(head) <= _LONGEST_SLIP) else None
        if label:
            kind, key = label
            return kind, field_parts(key, head, before, colon, value, after)
        if has_colon and self.everyday.mail_header(head) and not before.strip(MARGIN + _DECORATION):
            return "MAIL", field_parts(None, head, before, colon, value, after)
        if starts.name and firm and not has_colon and self.classifier.is_tag(head):
            return "NAME", self.classifier.in_cells(before, "", head, colon, value, after)
        if starts.name and self.tag_of(head):
            return "NAME", (before, "", "", "", head, colon, value, after)
        firm_sign = (separator["firm"] or separator["gap"]) and separator["firm"] not in _WEAK_SEPARATORS
        if firm_sign and self._is_own_label(head) and not _MOMENT.search(content, 0, _LONGEST // 2):
            return "OWN", field_parts(None, head, before, colon, value, after)
        return None

    def _find_label(self, head: str, firm: bool) -> tuple[str, str] | None:
        """Return the kind and key of a label before a separator; before a dash (not ``firm``) only one that is published."""
        if set(head) & set(":：*_\r\n"):
            return None
        known = self.vocabulary.label(head)
        if known:
            return ("WEAK" if known.short else "FIELD"), known.key
        everyday = self.everyday_label(head) or self._long_label(head)
        if everyday and (firm or len(head.split()) > 1):
            return "WEAK", everyday.key
        slip = self.everyday.slip(head)
        if slip:
            return "FIELD", slip.key
        near = self.everyday.everyday_slip(head) if firm else None
        return ("WEAK", near.key) if near else None

    def _long_label(self, head: str) -> Label | None:
        """Return the field for an everyday label that goes on with words of the published one: "Relationship cust/partner"."""
        words = [match.span() for match in FIRST_WORD.finditer(head)]
        for count in range(min(len(words), _MORE_WORDS) - 1, 0, -1):
            known = self.everyday_label(head[: words[count - 1][1]]) or self.vocabulary.label(head[: words[count - 1][1]])
            if known:
                more = (fold(head[start:end]) for start, end in words[count:])
                return known if all(len(word) < 3 or word in self._label_words[known.key] for word in more) else None
        return None

    def _unseparated(self, before: str, content: str, after: str, starts: InnerStarts) -> ClassifiedLine | None:
        """Classify a label alone on its line, or a published one in front of its value: ``DESCRIBE THE CUSTOMER Bank``."""
        if len(content) <= _LONGEST:
            name = content.rstrip(_DECORATION)
            known = self._label(name, True) if starts.label else None
            if known:
                return "WEAK", field_parts(known[1], name, before, "", "", content[len(name) :] + after)
            if starts.name and self.tag_of(name):
                return "NAME", (before, "", "", "", name, "", "", content[len(name) :] + after)
        for end in self._label_ends(content) if starts.label else ():
            label, value = content[:end], content[end:]
            if label.isupper() and not value[:4].isupper() and value[:1] in _AFTER_LABEL and value.strip(_AFTER_LABEL):
                gap = len(value) - len(value.lstrip(_AFTER_LABEL))
                known_label = self.vocabulary.label(label)
                if known_label and not known_label.short:
                    return "FIELD", field_parts(known_label.key, label, before, value[:gap], value[gap:], after)
        return None

    def _label_ends(self, content: str) -> Iterator[int]:
        word = self.vocabulary.starts_with(content.partition(" ")[0])
        return word_ends(content, word.label) if word.label else iter(())

    def _is_own_label(self, text: str) -> bool:
        words = text.split()
        return (
            0 < len(words) <= _LABEL_WORDS
            and text[0].isalpha()
            and (not text[0].islower() or self.everyday.is_own_label(text))
            and not _SENTENCE.search(text)
            and not set(text) & set('[]()<>@#\\"|:：*_')
        )

    # ---- workloads

    def _find_tag(self, name: str) -> str | None:
        """Return the tag of the workload that a name means, published or everyday; or None."""
        name = name.strip(_DECORATION + "~")
        for spelling in (name, _PARENTHESIS.sub("", name)):
            everyday = self.everyday.name(spelling)
            tag = everyday.tag if everyday else self.vocabulary.name(spelling)
            if tag:
                return tag
        return None

    def _closed_tag(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """Classify ``EXO] Exchange Online``: a tag without its opening bracket."""
        match = _ONLY_CLOSED.match(content)
        if not match or not self.vocabulary.tag(match[1]):
            return None
        close, rest = content[match.end(1) : match.end()], content[match.end() :]
        return self.classifier.tag(before, "", match[1], close, rest, after)

    def item(self, before: str, content: str, after: str) -> WorkloadParts:
        """Cut a line into the name of a workload, its separator, and its update."""
        separator = _separator(content)
        end = self._name_end(content)
        if end and (separator is None or any(word[0].islower() for word in content[end : separator.start()].split())):
            gap = len(content[end:]) - len(content[end:].lstrip(WHITESPACE))
            return before, "", "", "", content[:end], content[end : end + gap], content[end + gap :], after
        if separator is None:
            return before, "", "", "", content, "", "", after
        return before, "", "", "", content[: separator.start()], separator.group(), content[separator.end() :], after

    def _name_end(self, content: str) -> int:
        """Return where the name of a workload ends with which a line begins, before a space; 0 for none, and for kin."""
        ends = [*self.vocabulary.names_at(content), *self.everyday.names_at(content)]
        end = max((end for end in ends if content[end : end + 1] in WHITESPACE), default=0)
        everyday = self.everyday.name(content[:end]) if end else None
        return 0 if everyday and everyday.is_kin else end

    def looks_like_item(self, content: str, bulleted: bool) -> bool:
        """Return whether a line can be an item of the list: a few words before a separator, or at most three capitalized."""
        separator = _separator(content)
        if bulleted and self._name_end(content):
            return True
        if not bulleted:
            return (
                separator is not None
                and bool(separator["gap"])
                and separator.start() > 0
                and self._is_own_label(content[: separator.start()])
            )
        words = content[: separator.start() if separator else len(content)].split()
        if separator:
            return 0 < len(words) <= _NAME_WORDS and not _SENTENCE.search(content, 0, separator.start())
        return 0 < len(words) <= 3 and content[0].isalpha() and all(not word[0].islower() for word in words)

    def run_on(self, value: str) -> list[WorkloadParts]:
        """Cut ``[EXO] done; [TEAMS] pilot``, the value of a list on its label's line, into workloads; empty if it is none."""
        for pattern in (_BEFORE_TAG, _PART, _CLAUSE):
            bounds = [0, *(match.end() for match in pattern.finditer(value) if match.end()), len(value)]
            parts = [value[start:end] for start, end in pairwise(bounds) if start < end]
            workloads = [self._running(part) for part in parts]
            if workloads and all(workloads) and (len(workloads) > 1 or value.startswith("[")):
                return [workload for workload in workloads if workload]
        return []

    def _running(self, part: str) -> WorkloadParts | None:
        """Cut one of several workloads on a line; the separator behind it is its trivia."""
        content = _RUNNING_END.sub("", part)
        after = part[len(content) :]
        line = self.classifier.shapes["TAGGED"].match(content)
        if line:
            opening, tag, close, rest = line.groups()
            known = self.classifier.is_tag(tag)
            if not known and not self.everyday.tag(tag):
                return None
            return self.classifier.workload("", opening, tag, close, rest, after, known)
        for end in word_ends(content, _NAME_WORDS) if content[:1].isalnum() else ():
            name, rest = content[:end], content[end:]
            if self.tag_of(name) or self.vocabulary.tag(name):
                separator = _SEPARATOR.match(rest)
                gap = separator.end() if separator else len(rest) - len(rest.lstrip(WHITESPACE))
                if not self.tag_of(name):
                    return self.classifier.in_cells("", "", name, rest[:gap], rest[gap:], after)
                return "", "", "", "", name, rest[:gap], rest[gap:], after
        return None

    # ---- tables

    def opening_row(self, text: str, start: int, end: int) -> ClassifiedLine | None:
        """Classify a row outside a summary: only one with a label can open a summary."""
        word = FIRST_WORD.search(text, start, end)
        if word is None or not (
            word.group().lower() in self.everyday.label_starts or self.vocabulary.starts_with(word.group()).label
        ):
            return None
        return self.read(*self.parts(text, start, end))

    def _row(self, before: str, content: str, after: str) -> ClassifiedLine:
        """Classify ``| [EXO] | Exchange Online | done |``: a row whose first cell is a label or a workload."""
        stop = len(content.rstrip(WHITESPACE).removesuffix("|").rstrip(WHITESPACE))
        content, after = content[:stop], content[stop:] + after
        cell = _CELL_END.search(content)
        first, gap, rest = (content[: cell.start()], cell.group(), content[cell.end() :]) if cell else (content, "", "")
        bare = first.strip("*_ ")
        lead = first[: len(first) - len(first.lstrip("*_ "))]
        if not 0 < len(bare) <= _LONGEST:
            return "ROW", None
        label = self._label(bare.rstrip(":： "), True)
        if label:
            typed = bare.rstrip(":： ")
            gap = first[len(lead) + len(typed) :] + gap
            filled = rest.rstrip(WHITESPACE + "|")
            return label[0], field_parts(label[1], typed, before + lead, gap, filled, rest[len(filled) :] + after)
        tagged = self.shapes["TAGGED"].match(bare)
        opening, tag, close, name = tagged.groups() if tagged else ("", bare, "", "")
        if (tag[:1].isalnum() and self.vocabulary.tag(tag)) or (opening and self.everyday.tag(tag)):
            gap = first[len(lead) + len(bare) :] + gap
            if name:
                return "ITEM", (before + lead, opening, tag, close, name, gap, rest, after)
            return "ITEM", self.classifier.in_cells(before + lead, opening, tag, close + gap, rest, after)
        if self.tag_of(bare):
            return "NAME", (before + lead, "", "", "", bare, first[len(lead) + len(bare) :] + gap, rest, after)
        return "ROW", None


def label_words(playbook: Playbook) -> dict[str, set[str]]:
    """Return the folded words of the labels of each field, published and everyday."""
    words: dict[str, set[str]] = {spec.key: set() for spec in playbook.fields}
    for language in playbook.languages:
        for labels in (language.labels, language.everyday_labels):
            for key, wordings in labels.items():
                words[key].update(fold(match.group()) for wording in wordings for match in FIRST_WORD.finditer(wording))
    return words


def _separator(content: str) -> re.Match[str] | None:
    """Return the first separator of a line; none is in parentheses or the start of an address."""
    aside = _ASIDE.search(content)
    for separator in _SEPARATOR.finditer(content, 0, _LONGEST):
        while aside and aside.end() <= separator.start():
            aside = _ASIDE.search(content, aside.end())
        if not (aside and aside.start() < separator.start()) and not content.startswith("//", separator.end()):
            return separator
    return None


def _level(before: str) -> Level:
    """Return the level of a line by what precedes its content."""
    typed = before.lstrip(MARGIN)
    sign = typed[:1]
    if sign.isdigit() or typed[1:2].isdigit():
        sign = "1"
    elif sign.isalpha() and sign != "o":
        sign = "a"
    elif sign in _NO_BULLET or (sign == "*" and typed[1:2] not in WHITESPACE):
        sign = ""
    elif sign and (sign >= "\U0001f000" or sign in _CHANGING):
        sign = "☐"
    return depth(before), sign
