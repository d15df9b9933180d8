"""Values of the fields that take one of a few choices."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ..playbook.choice_mentions import ChoiceMention, choice_mentions
from ..syntax.nodes import Field
from ..text.words import fold
from .note_view import NoteView
from .summary_view import SummaryView


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


def _only_leading(words: str, mentions: tuple[ChoiceMention, ...]) -> ChoiceMention | None:
    decided = len({mention.choice for mention in mentions}) == 1
    return mentions[0] if decided and not fold(words[: mentions[0].start]) else None
