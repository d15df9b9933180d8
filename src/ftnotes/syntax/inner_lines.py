"""The kind of a line inside a possible summary that the words of the template don't explain.

Everyday labels and names, labels that are one slip away, labels of the writer's own, rows of tables, and text that belongs to
no summary. Such lines are rare in tidy notes, so they are looked at closely only where a title or label precedes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Final, NamedTuple

from ..playbook.template_words import TemplateWords
from ..text.patterns import LABEL_ENDS
from ..text.source import MARGIN, WHITESPACE
from ..text.words import FIRST_WORD, fold, word_ends
from .inner_workloads import InnerWorkloads
from .line_classifier import LineClassifier
from .line_parts import (
    DECORATION,
    LONGEST_HEAD,
    ClassifiedLine,
    LineParts,
    before_comments,
    cut_line,
    field_parts,
    first_separator,
    level_of,
    lone_label,
)
from .titles import title_starts

#: What can be between a label and its value.
_SEPARATING: Final = WHITESPACE + LABEL_ENDS
#: What separates a label in capitals from its value, where there is no sign for that.
_AFTER_LABEL: Final = WHITESPACE + "."
#: The longest label that is compared letter by letter, and the longest tag with its closing bracket.
_LONGEST_SLIP, _TAG_END = 90, 14
#: The most words of a title.
_TITLE_WORDS: Final = 4
#: Separators that are also in sentences: only a known label can be before them.
_WEAK_SEPARATORS: Final = (";", "；", "=", "|")
#: The line before a signature.
_SIGNATURE: Final = "--"
#: A date and a time, as a tool writes them above an entry.
_MOMENT: Final = re.compile(
    r"(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?[ \t]++\d{1,2}:\d{2}(?!\d)(?::\d{2})?(?:[ \t]?[APap][Mm])?(?=\t|  |[ \t]*+\Z)"
)
#: A few words between two rules.
_RULED: Final = re.compile(r"[-=_~]{3,}+[^-=_~\r\n]{1,60}+[-=_~]{3,}+")
#: What is around the cells of a row.
_IN_ROW: Final = WHITESPACE + "*_|"
#: What ends a cell of a row of a table.
_CELL_END: Final = re.compile(rf"(?<![{WHITESPACE}*_])[{WHITESPACE}*_]*+\|[{WHITESPACE}*_]*+")
#: The characters of a line between two rows of a table, after its first plus sign.
_BORDER: Final = WHITESPACE + "-+=|:"
#: A dash that separates a label from its value.
_DASHED: Final = re.compile(rf"[{WHITESPACE}][-–—](?:[{WHITESPACE}]|\Z)")
#: A label before a period, and the end of bold.
_ENDED: Final = re.compile(rf"([^.*_:：\r\n]{{1,{LONGEST_HEAD}}})(\.(?P<bold>[*_]*+)[{WHITESPACE}]++)")
#: A question in place of a label: "Who are they?"
_QUESTION: Final = re.compile(rf"([^?？\r\n]{{1,{LONGEST_HEAD}}})([?？](?:[{WHITESPACE}]++|\Z))")
#: A tag as a hashtag, and the space or separator after it.
_HASHED: Final = re.compile(rf"#([^\W_]{{2,12}})([{WHITESPACE}]++|(?=[:：]))")
#: A tag without its opening bracket.
_ONLY_CLOSED: Final = re.compile(rf"([^\W_]{{2,12}})[\])}}】］）][{WHITESPACE}*_]*+")


#: Which lines with a first word can open a summary: none, any, those with the sign of a label, those in capitals too.
OPENS_NONE, OPENS_ANY, OPENS_LABELLED, OPENS_LOUD = range(4)


class InnerStarts(NamedTuple):
    """What can start with a word."""

    label: bool
    #: The tag or name of a workload.
    name: bool
    #: A sign-off, or a line before earlier text.
    closing: bool


_NOTHING: Final = InnerStarts(False, False, False)


class InnerLineClassifier:
    """A classifier with the everyday words of a template."""

    def __init__(self, template: TemplateWords, classifier: LineClassifier) -> None:
        self.everyday = template.playbook.everyday
        self.everyday_labels = template.everyday
        self.vocabulary = template.vocabulary
        self.shapes = classifier.shapes
        self.labels = classifier.labels
        self.workloads = InnerWorkloads(template, self.labels, classifier.workloads)
        #: The kinds of the fields, by key.
        self.kinds: dict[str | None, str] = {key: spec.kind for key, spec in template.fields.items()}
        #: The keys of the fields under which workloads are listed.
        self.listing = frozenset(key for key, kind in self.kinds.items() if kind == "workloads")
        titles = {title for local in template.local.values() for title in (*local.titles, *local.everyday_titles)}
        #: The first letters of a title: most lines have none, so that no title is looked for in them.
        self.title_start = title_starts(titles)
        self.parts = partial(cut_line, self.shapes)
        # Cached, since notes are typed alike.
        self.level = lru_cache(maxsize=1024)(level_of)
        self.starts = lru_cache(maxsize=4096)(self._starts)
        self.opening = lru_cache(maxsize=4096)(self._opening)
        self.starts_title = lru_cache(maxsize=4096)(self._starts_title)

    def title_end(self, text: str) -> int:
        """Return the length of the title that a text begins with, perhaps misspelled; 0 for none."""
        first = FIRST_WORD.match(text)
        if first is None or not self.starts_title(first.group()):
            return 0
        end = self.vocabulary.title_at(text)
        if end or not self.title_start.match(text) or not self.everyday_labels.can_open_title_slip(text):
            return end
        return next((end for end in word_ends(text, _TITLE_WORDS) if self.everyday_labels.title_slip(text[:end])), 0)

    def opens_note(self, text: str) -> bool:
        """Return whether a text begins with a title, perhaps as a heading or in bold."""
        return self.vocabulary.title_at(text[:LONGEST_HEAD].lstrip("#*_ ")) > 0

    # ---- labels

    def joined_label(self, above: str, below: LineParts) -> tuple[str, str, str] | None:
        """Return the key of a label that a mail program broke over two lines, its end on the second, and what follows it."""
        _, content, _ = below
        separator = first_separator(content)
        head = content[: separator.start()] if separator else content.rstrip(DECORATION)
        if not fold(head) or len(above) + len(head) > LONGEST_HEAD:
            return None
        label = self.labels.find(f"{above} {head}", False)
        colon = separator.group() if separator else content[len(head) :]
        return (label[1], head, colon) if label and label[0] == "FIELD" else None

    def weak_label(self, before: str, label: str, colon: str, value: str, after: str) -> ClassifiedLine | None:
        """Classify a line with an everyday label before a colon."""
        known = self.labels.everyday_label(label)
        return known and ("WEAK", field_parts(known.key, label, before, colon, value, after))

    def read(self, before: str, content: str, after: str) -> ClassifiedLine:
        """Classify a line: its kind, and its parts if it has a label or name."""
        if not content:
            return ("FOREIGN" if before.strip(MARGIN) == _SIGNATURE else "PLAIN"), None
        if "+" in before and not content.strip(_BORDER):
            return "MARKS", None
        if content.startswith("|"):
            return self._row(
                before + content[: len(content) - len(content.lstrip("|" + WHITESPACE))],
                content.lstrip("|" + WHITESPACE),
                after,
            )
        first = FIRST_WORD.match(content)
        starts = self.starts(first.group()) if first else _NOTHING
        if content.startswith("#") and (tag := _HASHED.match(content)) and self.vocabulary.tag(tag[1]):
            cut = self.workloads.classifier.cut(before, "#", tag[1], tag[2], content[tag.end() :], after, known=True)
            return "NAME", cut
        classified = self._closed_tag(before, content, after) if "]" in content[:_TAG_END] else None
        if classified is None:
            classified = self._labelled(before, content, after, starts)
        if classified is None and (starts.label or starts.name):
            classified = self._unseparated(before, content, after, starts)
        if classified:
            return classified
        if (starts.closing or not content[0].isalpha() or content[-1] in ":：") and self.is_foreign(content):
            return "FOREIGN", None
        return ("STAMP" if ":" in content and _MOMENT.search(content, 0, LONGEST_HEAD // 2) else "PLAIN"), None

    def _starts(self, word: str) -> InnerStarts:
        folded = fold(word)
        starts = self.vocabulary.starts_with(word)
        return InnerStarts(
            starts.label > 0 or folded in self.everyday_labels.label_starts,
            starts.workload > 0 or folded in self.everyday.name_starts,
            folded in self.everyday.closing_starts,
        )

    def _starts_title(self, word: str) -> bool:
        """Return whether a title can start with a word, perhaps misspelled."""
        return self.vocabulary.can_start_title(word) or self.everyday_labels.can_start_title_slip(word)

    def _opening(self, word: str) -> int:
        starts = self.vocabulary.starts_with(word)
        if starts.title or starts.label:
            return OPENS_ANY
        if word.isupper():
            return OPENS_LOUD
        return OPENS_LABELLED if word.lower() in self.everyday_labels.label_starts else OPENS_NONE

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
        if self.title_start.match(name) and self.title_end(name) == len(name):  # a misspelled one
            return "TITLE", (before, "", None, name, None, "", content[len(name) :] + after)
        head = before_comments(content).rstrip("#" + WHITESPACE + _SEPARATING)
        label = self.labels.find(head, True) if starts.label else None
        if label and head != name:
            return "WEAK", lone_label(label[1], head, before, content, after)
        rest = content[len(name) :]
        colon = rest.rstrip("#" + WHITESPACE) if set(":：").intersection(rest) else ""
        after = rest[len(colon) :] + after
        if label is None and starts.name and self.workloads.tag_of(name):
            return "NAME", (before, "", "", "", name, colon, "", after)
        return label and ("WEAK", field_parts(label[1], name, before, colon, "", after))

    def is_foreign(self, content: str) -> bool:
        """Return whether a line begins text of another kind: a sign-off, words between rules, a line before earlier text."""
        return _RULED.fullmatch(content) is not None or self.everyday.divider(content) or self.everyday.sign_off(content)

    def _labelled(self, before: str, content: str, after: str, starts: InnerStarts) -> ClassifiedLine | None:
        """Classify ``Customer: Retail``, ``Risks = none``, ``SharePoint - done``: a label or name before a separator."""
        separator = first_separator(content)
        if not separator or not separator.start():
            return None
        head, colon, value = content[: separator.start()], separator.group(), content[separator.end() :]
        has_colon = separator["colon"] is not None
        firm = bool(separator["firm"] or separator["gap"] or self.shapes["BULLETED"].match(before))
        label = self.labels.find(head, firm) if starts.label or (firm and len(head) <= _LONGEST_SLIP) else None
        if label:
            if not has_colon and self.labels.is_head(content):
                return "ROW", None
            kind, key = label
            return kind, field_parts(key, head, before, colon, value, after)
        if has_colon and self.everyday.mail_header(head) and not before.strip(MARGIN + DECORATION):
            return "MAIL", field_parts(None, head, before, colon, value, after)
        if starts.name and firm and not has_colon and self.workloads.classifier.is_tag(head):
            return "NAME", self.workloads.classifier.in_cells(before, "", head, colon, value, after)
        if starts.name and self.workloads.tag_of(head):
            return "NAME", (before, "", "", "", head, colon, value, after)
        firm_sign = (separator["firm"] or separator["gap"]) and separator["firm"] not in _WEAK_SEPARATORS
        if firm_sign and self.labels.is_own(head) and not _MOMENT.search(content, 0, LONGEST_HEAD // 2):
            return "OWN", field_parts(None, head, before, colon, value, after)
        return None

    def _unseparated(self, before: str, content: str, after: str, starts: InnerStarts) -> ClassifiedLine | None:
        """Classify a label alone on its line, or a published one in front of its value: ``DESCRIBE THE CUSTOMER Bank``."""
        question = _QUESTION.match(content) if starts.label else None
        asked = question and self.labels.find(question[1], True)
        if question and asked:
            return asked[0], field_parts(asked[1], question[1], before, question[2], content[question.end() :], after)
        if len(content) <= LONGEST_HEAD:
            name = content.rstrip(DECORATION)
            label = before_comments(content).rstrip(DECORATION)
            known = self.labels.find(label, True) if starts.label else None
            if known and not _DASHED.search(label):
                return "WEAK", lone_label(known[1], label, before, content, after)
            if starts.name and self.workloads.tag_of(name):
                return "NAME", (before, "", "", "", name, "", "", content[len(name) :] + after)
        ended = _ENDED.match(content) if starts.label and "." in content else None
        known = self.labels.find(ended[1], True) if ended else None
        if ended and known and (ended["bold"] or known[0] == "FIELD"):
            return "WEAK", field_parts(known[1], ended[1], before, ended[2], content[ended.end() :], after)
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

    # ---- workloads

    def _closed_tag(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """Classify ``EXO] Exchange Online``: a tag without its opening bracket."""
        match = _ONLY_CLOSED.match(content)
        if not match or not self.vocabulary.tag(match[1]):
            return None
        close, rest = content[match.end(1) : match.end()], content[match.end() :]
        return self.workloads.classifier.tagged(before, "", match[1], close, rest, after)

    # ---- tables

    def opening_row(self, text: str, start: int, end: int) -> ClassifiedLine | None:
        """Classify a row outside a summary: only one with a label can open a summary."""
        word = FIRST_WORD.search(text, start, end)
        if word is None:
            return None
        starts = self.vocabulary.starts_with(word.group())
        titled = self._titled_row(*self.parts(text, start, end)) if starts.title else None
        if titled or not (starts.label or word.group().lower() in self.everyday_labels.label_starts):
            return titled
        return self.read(*self.parts(text, start, end))

    def _titled_row(self, before: str, content: str, after: str) -> ClassifiedLine | None:
        """Classify ``| Exec Summary | Contoso |``: a row whose first cell is a title."""
        text = content.lstrip(_IN_ROW)
        end = self.vocabulary.title_at(text)
        tail = text[end:]
        remark = tail.strip(_IN_ROW)
        if not end or not tail.lstrip(_IN_ROW[:-1]).startswith("|") or "|" in remark:
            return None
        before += content[: len(content) - len(text)]
        if not remark:
            return "TITLE", (before, "", None, text[:end], None, "", tail + after)
        at = tail.index(remark)
        return "TITLE", (before, "", None, text[:end], tail[:at], remark, tail[at + len(remark) :] + after)

    def _row(self, before: str, content: str, after: str) -> ClassifiedLine:
        """Classify ``| [EXO] | Exchange Online | done |``: a row whose first cell is a label or a workload."""
        stop = len(content.rstrip(WHITESPACE).removesuffix("|").rstrip(WHITESPACE))
        content, after = content[:stop], content[stop:] + after
        cell = _CELL_END.search(content)
        first, gap, rest = (content[: cell.start()], cell.group(), content[cell.end() :]) if cell else (content, "", "")
        bare = first.strip(DECORATION + WHITESPACE)
        lead = first[: len(first) - len(first.lstrip(DECORATION + WHITESPACE))]
        if not 0 < len(bare) <= LONGEST_HEAD:
            return "ROW", None
        label = self.labels.find(bare.rstrip(":：" + WHITESPACE), True)
        if label and self.labels.is_head(content):
            return "ROW", None
        if label:
            typed = bare.rstrip(":：" + WHITESPACE)
            gap = first[len(lead) + len(typed) :] + gap
            filled = rest.rstrip(WHITESPACE + "|")
            return label[0], field_parts(label[1], typed, before + lead, gap, filled, rest[len(filled) :] + after)
        tagged = self.shapes["TAGGED"].match(bare)
        opening, tag, close, name = tagged.groups() if tagged else ("", bare, "", "")
        if (tag[:1].isalnum() and self.workloads.classifier.is_tag(tag)) or (opening and self.everyday.tag(tag)):
            gap = first[len(lead) + len(bare) :] + gap
            if name:
                return "ITEM", (before + lead, opening, tag, close, name, gap, rest, after)
            return "ITEM", self.workloads.classifier.in_cells(before + lead, opening, tag, close + gap, rest, after)
        if self.workloads.tag_of(bare):
            return "NAME", (before + lead, "", "", "", bare, first[len(lead) + len(bare) :] + gap, rest, after)
        return "ROW", None
