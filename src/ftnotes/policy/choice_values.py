"""What is said in the fields that take one of a few choices."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from attrs import frozen

from ..playbook.playbook import Playbook
from ..syntax.nodes import Field
from ..text.words import fold
from .note_view import NoteView
from .summary_view import SummaryView, content_bounds, without_asides

#: Choices are looked for in so many characters of a value.
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

    summary: SummaryView
    field: Field
    #: The key of the field.
    key: str
    #: The keys of the choices that the playbook has for it.
    choices: tuple[str, ...]
    #: The value, with spaces in place of hashtags and comments.
    content: str
    #: The choices that the value mentions all the same.
    mentions: tuple[Mention, ...]

    @property
    def undecided(self) -> bool:
        """Whether it mentions more than one choice."""
        return len({mention.choice for mention in self.mentions}) > 1

    @property
    def leading(self) -> Mention | None:
        """The choice with which it begins, where it mentions no other."""
        return None if self.undecided else _leading(self.content, self.mentions)


def unclear(view: NoteView) -> Iterator[Unclear]:
    """The fields that should hold a choice and say something else; empty ones are left out."""
    playbook = view.playbook
    for summary in view.summaries:
        for field, spec, words in summary.deviating_choices:
            if spec and playbook.vocabulary.choice(spec.key, words) is None:
                yield Unclear(summary, field, spec.key, spec.choices, words, mentions(playbook, spec.key, words))


def chosen(field: Field, key: str, playbook: Playbook) -> Mention | None:
    """The choice that a field takes, also where more words follow it; None where it is none, or not decided."""
    words = without_asides(field.value)
    choice = playbook.vocabulary.choice(key, words)
    if choice is not None:
        return Mention(choice, *content_bounds(words))
    found = mentions(playbook, key, words)
    return None if len({mention.choice for mention in found}) > 1 else _leading(words, found)


def _leading(words: str, found: tuple[Mention, ...]) -> Mention | None:
    return found[0] if found and not fold(words[: found[0].start]) else None


@lru_cache(maxsize=64)  # several rules ask the same of a field, one soon after the other
def mentions(playbook: Playbook, key: str, value: str) -> tuple[Mention, ...]:
    """The choices of the field ``key`` that stand in a value, in any language, in the order of the text."""
    value = value[:READ]
    folds = [_fold_character(char) for char in value]
    folded = "".join(folds)
    origins = [index for index, letters in enumerate(folds) for _ in letters]
    taken: list[Mention] = []
    for wording, choice in folded_choices(playbook, key):
        at = folded.find(wording)
        while at >= 0:
            start, end = origins[at], origins[at + len(wording) - 1] + 1
            apart = not (_joined(value[start - 1 : start], value[start]) or _joined(value[end - 1], value[end : end + 1]))
            if apart and not any(start < other.end and other.start < end for other in taken):
                taken.append(Mention(choice, start, end))
            at = folded.find(wording, at + len(wording))
    return tuple(sorted(taken, key=lambda mention: mention.start))


_fold_character: Final = lru_cache(maxsize=1024)(fold)


def _joined(before: str, after: str) -> bool:
    """Whether two characters belong to one word; in scripts without blanks between words that can't be told."""
    return before.isalnum() and after.isalnum() and not (_unparted(before) and _unparted(after))


def _unparted(char: str) -> bool:
    return "\u3040" <= char <= "\u9fff"


@lru_cache(maxsize=64)
def folded_choices(playbook: Playbook, key: str) -> tuple[tuple[str, str], ...]:
    """All wordings of a field's choices, folded, each with the key of its choice; the longest first."""
    found: dict[str, str] = {}
    for language in playbook.languages:
        for choice, words in language.choices.get(key, {}).items():
            for wording in words:
                found.setdefault(fold(wording), choice)
    return tuple(sorted(found.items(), key=lambda entry: -len(entry[0])))
