"""Values of the fields that take one of a few choices."""

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

#: Choices are looked for in the first characters of a value, up to this number.
READ: Final = 200


@frozen
class ChoiceMention:
    """A choice that a value mentions as separate words."""

    #: The key of the choice.
    choice: str
    #: The bounds of the mention in the value, in code points.
    start: int
    end: int


@frozen
class UnclearChoice:
    """A choice field whose value is not one of its choices."""

    summary: SummaryView
    field: Field
    #: The key of the field.
    key: str
    #: The keys of the choices that the playbook has for it.
    choices: tuple[str, ...]
    #: The value with spaces in place of its hashtags and comments.
    content: str
    #: The choices that the value mentions all the same.
    mentions: tuple[ChoiceMention, ...]

    @property
    def undecided(self) -> bool:
        """Return whether the value mentions more than one choice."""
        return len({mention.choice for mention in self.mentions}) > 1

    @property
    def leading(self) -> ChoiceMention | None:
        """Return the choice with which the value begins if it mentions no other."""
        return _only_leading(self.content, self.mentions)


def unclear_choices(view: NoteView) -> Iterator[UnclearChoice]:
    """Yield the choice fields whose value is not a valid choice; empty ones are left out."""
    playbook = view.playbook
    for summary in view.summaries:
        for field, spec, words in summary.deviating_choices:
            if spec and playbook.vocabulary.choice(spec.key, words) is None:
                yield UnclearChoice(summary, field, spec.key, spec.choices, words, choice_mentions(playbook, spec.key, words))


def selected_choice(field: Field, key: str, playbook: Playbook) -> ChoiceMention | None:
    """Return the choice that a field takes, even if more words follow it; None if it takes none or several."""
    words = without_asides(field.value)
    choice = playbook.vocabulary.choice(key, words)
    if choice is not None:
        return ChoiceMention(choice, *content_bounds(words))
    return _only_leading(words, choice_mentions(playbook, key, words))


def _only_leading(words: str, mentions: tuple[ChoiceMention, ...]) -> ChoiceMention | None:
    decided = len({mention.choice for mention in mentions}) == 1
    return mentions[0] if decided and not fold(words[: mentions[0].start]) else None


@lru_cache(maxsize=64)  # several rules ask about the same field in quick succession
def choice_mentions(playbook: Playbook, key: str, value: str) -> tuple[ChoiceMention, ...]:
    """Return the choices of the field ``key`` that a value mentions, in any language, in the order of the text."""
    value = value[:READ]
    folds = [_fold_character(char) for char in value]
    folded = "".join(folds)
    origins = [index for index, letters in enumerate(folds) for _ in letters]
    mentions: list[ChoiceMention] = []
    for wording, choice in folded_choices(playbook, key):
        at = folded.find(wording)
        while at >= 0:
            start, end = origins[at], origins[at + len(wording) - 1] + 1
            is_word = not (_joined(value[start - 1 : start], value[start]) or _joined(value[end - 1], value[end : end + 1]))
            if is_word and not any(start < other.end and other.start < end for other in mentions):
                mentions.append(ChoiceMention(choice, start, end))
            at = folded.find(wording, at + len(wording))
    return tuple(sorted(mentions, key=lambda mention: mention.start))


_fold_character: Final = lru_cache(maxsize=1024)(fold)


def _joined(before: str, after: str) -> bool:
    """Return whether two characters belong to one word; scripts without spaces between words never join."""
    return before.isalnum() and after.isalnum() and not (_is_unspaced(before) and _is_unspaced(after))


def _is_unspaced(char: str) -> bool:
    return "\u3040" <= char <= "\u9fff"


@lru_cache(maxsize=64)
def folded_choices(playbook: Playbook, key: str) -> tuple[tuple[str, str], ...]:
    """Return all wordings of a field's choices, folded, each with the key of its choice; the longest first."""
    choices: dict[str, str] = {}
    for language in playbook.languages:
        for choice, wordings in language.choices.get(key, {}).items():
            for wording in wordings:
                choices.setdefault(fold(wording), choice)
    return tuple(sorted(choices.items(), key=lambda entry: -len(entry[0])))
