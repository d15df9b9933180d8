"""What is said in the fields that take one of a few choices, and how to speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen

from ..document import Document
from ..nodes import HASHTAG, Field
from ..playbook import Playbook
from ..source import LINE_END, Span
from ..vocabulary import fold

#: A value is quoted in a message up to so many characters, and choices are looked for in so many.
QUOTED: Final = 60
READ: Final = 200


@frozen
class Mention:
    """A choice that stands somewhere in a value, as words of their own."""

    #: The key of the choice.
    choice: str
    #: From where to where in the value, in code points.
    start: int
    end: int


@frozen
class Unclear:
    """A field that should hold a choice, and says something that is none."""

    field: Field
    #: The language of its summary.
    language: str | None
    #: The key of the field.
    key: str
    #: The keys of the choices that the playbook has for it.
    choices: tuple[str, ...]
    #: The value with blanks in place of its hashtags.
    words: str
    #: The choices that the value mentions all the same.
    mentions: tuple[Mention, ...]

    @property
    def undecided(self) -> bool:
        """Whether it mentions more than one choice."""
        return len({mention.choice for mention in self.mentions}) > 1

    @property
    def leading(self) -> Mention | None:
        """The choice with which it begins, where it mentions no other."""
        return None if self.undecided else _leading(self.words, self.mentions)


def unclear(document: Document, playbook: Playbook) -> Iterator[Unclear]:
    """The fields of all summaries that should hold a choice and say something else; empty ones are left out."""
    choices = {spec.key: spec.choices for spec in playbook.fields if spec.kind == "choice"}
    choice = playbook.vocabulary.choice
    for summary in document.exec_summaries:
        language: str | None = None
        for key, field in [(item.key, item) for item in summary.body if isinstance(item, Field)]:
            if key not in choices or not field.value or choice(key, field.value) is not None:
                continue
            words = without_hashtags(field.value)
            if words.strip() and choice(key, words) is None:
                # Asked of a summary once, since all its labels are looked at.
                language = language or summary.language
                yield Unclear(field, language, key, choices[key], words, mentions(playbook, key, words))


def chosen(field: Field, key: str, playbook: Playbook) -> Mention | None:
    """The choice that a field takes, also where more words follow it; None where it is none, or not decided."""
    words = without_hashtags(field.value)
    choice = playbook.vocabulary.choice(key, words)
    if choice is not None:
        return Mention(choice, *said(words))
    found = mentions(playbook, key, words)
    return None if len({mention.choice for mention in found}) > 1 else _leading(words, found)


def _leading(words: str, found: tuple[Mention, ...]) -> Mention | None:
    return found[0] if found and not fold(words[: found[0].start]) else None


def without_hashtags(value: str) -> str:
    """A value with blanks in place of its hashtags."""
    return re.sub(HASHTAG, lambda match: " " * len(match.group()), value)


def said(words: str) -> tuple[int, int]:
    """From where to where a value says something, in code points."""
    return len(words) - len(words.lstrip()), len(words.rstrip())


def place(document: Document, field: Field, start: int, end: int) -> Span:
    """Where a stretch of a field's value stands in the text; the whole value where its lines are not laid out yet."""
    span = document.span(field, "value")
    breaks = [len(between) - 1 for between in field.layout.breaks]
    if len(breaks) != field.value.count("\n"):
        return span
    first, last = (at + sum(breaks[: field.value.count("\n", 0, at)]) for at in (start, end))
    return Span(span.start + first, span.start + last)


@lru_cache(maxsize=64)  # several rules ask the same of a field, one soon after the other
def mentions(playbook: Playbook, key: str, value: str) -> tuple[Mention, ...]:
    """The choices of the field ``key`` that stand in a value, in any language, in the order of the text."""
    value = value[:READ]
    folds = [fold(char) for char in value]
    folded = "".join(folds)
    origins = [index for index, letters in enumerate(folds) for _ in letters]
    taken: list[Mention] = []
    for wording, choice in wordings(playbook, key):
        at = folded.find(wording)
        while at >= 0:
            start, end = origins[at], origins[at + len(wording) - 1] + 1
            apart = not (value[start - 1 : start].isalnum() or value[end : end + 1].isalnum())
            if apart and not any(start < other.end and other.start < end for other in taken):
                taken.append(Mention(choice, start, end))
            at = folded.find(wording, at + len(wording))
    return tuple(sorted(taken, key=lambda mention: mention.start))


@lru_cache(maxsize=64)
def wordings(playbook: Playbook, key: str) -> tuple[tuple[str, str], ...]:
    """All wordings of a field's choices, folded, each with the key of its choice; the longest first."""
    found: dict[str, str] = {}
    for language in playbook.languages:
        for choice, words in language.choices.get(key, {}).items():
            for wording in words:
                found.setdefault(fold(wording), choice)
    return tuple(sorted(found.items(), key=lambda entry: -len(entry[0])))


def wording(playbook: Playbook, language: str | None, key: str, choice: str) -> str:
    """How a choice is written in a language; where that has no word, in the default one, or in any."""
    by_code = {known.code: known.choices.get(key, {}).get(choice) for known in playbook.languages}
    first = [by_code.get(language or ""), by_code[playbook.default_language], *by_code.values()]
    return next((words[0] for words in first if words), choice)


def quote(text: str) -> str:
    """A text of the note on one line and in quotes, shortened where it is long."""
    shown = LINE_END.sub(" ", text[: QUOTED + 1])
    return f'"{shown[: QUOTED - 3].rstrip()}..."' if len(text) > QUOTED else f'"{shown}"'


def listed(texts: Sequence[str], joint: str) -> str:
    """Texts as a list within a sentence: ``a, b or c``."""
    *most, last = texts
    return f"{', '.join(most)} {joint} {last}" if most else last
