"""Values of the fields that take one of a few choices."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cached_property
from typing import NamedTuple

from attrs import evolve, frozen

from ..playbook.choice_mentions import ChoiceMention, choice_mentions
from ..playbook.choice_reading import choices_in
from ..playbook.model import ChoiceMeaning
from ..syntax.nodes import Field
from ..text.words import fold
from .note_view import NoteView
from .summary_view import SummaryView


class MeantChoice(NamedTuple):
    """A field whose choice can be read and has a meaning, with the offsets of its words in the value."""

    field: Field
    meaning: ChoiceMeaning
    start: int
    end: int


def meant_choices(summary: SummaryView, meanings: Container[ChoiceMeaning]) -> Iterator[MeantChoice]:
    """Yield the choices of a summary that have one of some meanings."""
    for field, spec, _ in summary.choices:
        read = summary.choice(field) if spec and spec.meanings else None
        meaning = dict(spec.meanings).get(read.choice) if spec and read else None
        if read and meaning and meaning in meanings:
            yield MeantChoice(field, meaning, read.start, read.end)


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
    #: The choice that the value means all the same; None if it means none.
    read: ChoiceMention | None

    @cached_property
    def undecided(self) -> bool:
        """Return whether the value mentions more than one choice."""
        return len({mention.choice for mention in self.mentions}) > 1

    @cached_property
    def has_more_words(self) -> bool:
        """Return whether the value means a choice and has words before or after it, but no other choice."""
        return self.read is not None and not self.undecided and bool(self.before(self.read) or self.after(self.read))

    def before(self, mention: ChoiceMention) -> str:
        """Return the letters and digits before a choice, folded."""
        return fold(self.content[: mention.start])

    def after(self, mention: ChoiceMention) -> str:
        """Return the letters and digits after a choice, folded."""
        return fold(self.content[mention.end :])


def unclear_choices(view: NoteView) -> tuple[UnclearChoice, ...]:
    """Return the choice fields whose value is not a valid choice; empty ones are left out.

    In some fields words can follow the choice, or the value can have several choices.
    """
    return tuple(one for summary in view.summaries for one in _unclear_in(view, summary))


def _unclear_in(view: NoteView, summary: SummaryView) -> Iterator[UnclearChoice]:
    template = summary.template
    for field, _, words in summary.deviating_choices:
        spec, read = template.fields[field.key or ""], summary.choice(field)
        if read is not None and template.vocabulary.choice(spec.key, words) is not None:
            continue
        mentions = choice_mentions(template, spec.key, words)
        unclear = UnclearChoice(summary, field, spec.key, spec.choices, words, mentions, read)
        if spec.several and choices_in(template, spec.key, field.value):
            if _has_more_than_choices(view, unclear):
                yield evolve(unclear, mentions=(), read=None)
        elif not (spec.more and read is not None and not unclear.before(read)):
            yield unclear


def _has_more_than_choices(view: NoteView, unclear: UnclearChoice) -> bool:
    """Return whether a value has words beside its choices and those between them."""
    content = unclear.content
    for mention in unclear.mentions:
        content = content[: mention.start] + " " * (mention.end - mention.start) + content[mention.end :]
    between = {
        fold(word) for language in view.playbook.languages for word in (*language.choice_words.between, *language.small_words)
    }
    return any(folded not in between for word in content.split() if (folded := fold(word)))
