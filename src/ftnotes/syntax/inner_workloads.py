"""The workloads that the template doesn't have: everyday names, items with names of the writer's own, and several on a line."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final, cast

from ..playbook.template_words import TemplateWords
from ..text.source import WHITESPACE
from ..text.words import FIRST_WORD, fold, word_ends
from .inner_labels import SENTENCE, InnerLabels, verbs_of
from .line_parts import DECORATION, SEPARATOR, WorkloadParts, first_separator
from .workload_lines import WorkloadLineClassifier

#: What closes brackets that are not square.
_CLOSING: Final = {"(": ")", "{": "}", "【": "】", "［": "］", "（": "）", "〔": "〕", "「": "」"}
#: The most words of a name that no playbook knows.
_NAME_WORDS: Final = 6
#: A remark or tag at the end of a name.
_PARENTHESIS: Final = re.compile(rf"(?<![{WHITESPACE}])[{WHITESPACE}]*+(?:[(（][^()（）]*+[)）]|\[[^\[\]]*+\])\Z")
#: A tag after the name.
_TAG_BEHIND: Final = re.compile(rf"[{WHITESPACE}]++\[([^\W_]++)\](?=[{WHITESPACE}]|\Z)")
#: Where one of several workloads on a line ends.
_BEFORE_TAG: Final = re.compile(r"(?=\[[^\W_][^\]\[]{0,20}\])")
_PART: Final = re.compile(rf"[;；|][{WHITESPACE}]*+")
_CLAUSE: Final = re.compile(rf"[,，][{WHITESPACE}]++")
_SENTENCE_END: Final = re.compile(rf"(?<=[.!?])[{WHITESPACE}]++|(?<=[。！？])[{WHITESPACE}]*+")
_RUNNING_END: Final = re.compile(
    rf"(?<![{WHITESPACE};；,，|/])(?<!<br>)(?<!<br >)(?<!<br/>)(?<!<br />)(?>(?:[{WHITESPACE};；,，|/]|<br ?/?>)+)\Z"
)


#: A tag, a name and an update as somebody says them: "EXO, Exchange Online. Finished."
_SPOKEN: Final = re.compile(
    rf"([^\W_]{{2,12}})(,[{WHITESPACE}]++)([^.,;\r\n]{{1,60}})(?:(\.[{WHITESPACE}]++|,[{WHITESPACE}]++)(?=\S)|\.?+\Z)"
)


class InnerWorkloads:
    """The workloads that a playbook's writers type, by everyday words and by position."""

    def __init__(self, template: TemplateWords, labels: InnerLabels, classifier: WorkloadLineClassifier) -> None:
        self.playbook = template.playbook
        self.everyday = template.playbook.everyday
        self.vocabulary = template.vocabulary
        self.labels = labels
        self.classifier = classifier
        self.tag_of = lru_cache(maxsize=4096)(self._find_tag)  # cached, since notes are typed alike

    def _find_tag(self, name: str) -> str | None:
        """Return the tag of the workload that a name means, published or everyday; or None."""
        name = name.strip(DECORATION + "~")
        for spelling in (name, _PARENTHESIS.sub("", name)):
            everyday = self.everyday.name(spelling)
            tag = everyday.tag if everyday else self.vocabulary.name(spelling)
            if tag:
                return tag
        return None

    def is_tag(self, text: str) -> bool:
        """Return whether a text is the tag of a workload, published or everyday."""
        return self.vocabulary.tag(text) is not None or self.everyday.tag(text) is not None

    def item(self, before: str, content: str, after: str) -> WorkloadParts:
        """Cut a line into the tag or name of a workload, its separator, and its update."""
        tagged = self._square(before, content, after) if content.startswith("[") else self._tagged(before, content, after)
        if tagged:
            return tagged
        separator = first_separator(content)
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
        if everyday and everyday.is_kin:
            return 0
        behind = _TAG_BEHIND.match(content, end)
        return behind.end() if end and behind and self.vocabulary.tag(behind[1]) else end

    def _square(self, before: str, content: str, after: str) -> WorkloadParts | None:
        """Cut ``[EXO] Exchange Online - done`` behind what hides it at first, as in ``- > [EXO]``; the tag is known."""
        line = self.classifier.shapes["TAGGED"].match(content)
        if line and self.is_tag(line[2]):
            opening, tag, close, rest = line.groups()
            return self.classifier.cut(before, opening, tag, close, rest, after, self.classifier.is_tag(tag))
        unclosed = self.classifier.unclosed(before + content[0], content[1:], after)
        return cast(WorkloadParts, unclosed[1]) if unclosed else None

    def _tagged(self, before: str, content: str, after: str) -> WorkloadParts | None:
        """Cut ``(Teams) live``: a known tag in brackets that are not square; ``(Teams) is what they use`` is a sentence."""
        closing = _CLOSING.get(content[:1])
        inner = content[1:].lstrip(WHITESPACE)
        tag, close, rest = inner.partition(closing) if closing else ("", "", "")
        update = rest.lstrip(WHITESPACE)
        if not update or update == rest or not self.is_tag(tag):
            return None
        word = FIRST_WORD.match(update)
        if word and fold(word.group()) in verbs_of(self.playbook).states:
            return None
        gap = rest[: len(rest) - len(update)]
        opening = content[: len(content) - len(inner)]
        return self.classifier.cut(before, opening, tag, close + gap, update, after, self.classifier.is_tag(tag))

    def looks_like_item(self, before: str, content: str, bulleted: bool) -> bool:
        """Return whether a line can be an item of the list: a few words before a separator, or at most three capitalized.

        On a bullet, a tag or name that it begins with is enough.
        """
        separator = first_separator(content)
        if bulleted and (self._name_end(content) or self._tagged(before, content, "")):
            return True
        if not bulleted:
            return (
                separator is not None
                and bool(separator["gap"])
                and separator.start() > 0
                and self.labels.is_own(content[: separator.start()])
            )
        words = content[: separator.start() if separator else len(content)].split()
        if separator:
            return 0 < len(words) <= _NAME_WORDS and not SENTENCE.search(content, 0, separator.start())
        return 0 < len(words) <= 3 and content[0].isalpha() and all(not word[0].islower() for word in words)

    def led(self, content: str) -> WorkloadParts | None:
        """Cut ``exo 80%``, a line that begins with a known tag or name, whatever follows; None for other text."""
        parts = None if content.startswith("[") else self.running(content)
        head = parts and (parts[2] or parts[4])
        if parts and head and parts[3].startswith(","):
            return parts
        return parts if head and content[len(head) : len(head) + 1] in WHITESPACE + ":：" else None

    def tag_led(self, parts: WorkloadParts) -> str | None:
        """Return the tag of a workload by its tag or name."""
        return self.vocabulary.tag(parts[2]) or self.tag_of(parts[4]) or parts[2]

    def run_on(self, value: str, goes_on: bool = False) -> list[WorkloadParts]:
        """Cut ``[EXO] done; [TEAMS] pilot``, a list on its label's line, into workloads; empty for other values.

        ``goes_on`` says that the list goes on in the lines below, so that one workload without brackets is enough.
        """
        for pattern in (_BEFORE_TAG, _PART, _CLAUSE, _SENTENCE_END):
            bounds = [0, *(match.end() for match in pattern.finditer(value) if match.end()), len(value)]
            parts = [value[start:end] for start, end in pairwise(bounds) if start < end]
            workloads = [self.running(part) for part in parts]
            if workloads and all(workloads) and (len(workloads) > 1 or value.startswith("[")):
                return [workload for workload in workloads if workload]
        alone = self.running(value) if goes_on else None
        return [alone] if alone else []

    def running(self, part: str) -> WorkloadParts | None:
        """Cut one of several workloads on a line; the separator behind it is its trivia."""
        content = _RUNNING_END.sub("", part)
        after = part[len(content) :]
        line = self.classifier.shapes["TAGGED"].match(content)
        if line:
            opening, tag, close, rest = line.groups()
            known = self.classifier.is_tag(tag)
            if not known and not self.everyday.tag(tag):
                return None
            return self.classifier.cut("", opening, tag, close, rest, after, known)
        spoken = _SPOKEN.match(content)
        if spoken and self.vocabulary.tag(spoken[1]) and self.tag_of(spoken[3]):
            tag, comma, name, sign = spoken.groups("")
            rest = content[spoken.end(3) + len(sign) :]
            update, after = (rest, after) if sign else ("", rest + after)
            return "", "", tag, comma, name, sign, update, after
        for end in word_ends(content, _NAME_WORDS) if content[:1].isalnum() else ():
            name, rest = content[:end], content[end:]
            if ":" not in name and (self.tag_of(name) or self.vocabulary.tag(name)):
                separator = SEPARATOR.match(rest)
                gap = separator.end() if separator else len(rest) - len(rest.lstrip(WHITESPACE))
                if rest and not gap:
                    return None
                if not self.tag_of(name):
                    return self.classifier.in_cells("", "", name, rest[:gap], rest[gap:], after)
                return "", "", "", "", name, rest[:gap], rest[gap:], after
        return None
