"""What the text of a note can't say about itself, and the caller may know: who wrote it, as what, for whom, when."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Final

from attrs import evolve, field, frozen

from ..playbook.model import INTENTS, NoteTypeSpec, PrioritySpec, RoleSpec
from ..playbook.playbook import Playbook
from ..text.suggest import closest
from ..text.words import fold


def _day(date: datetime.date | None) -> datetime.date | None:
    return date.date() if isinstance(date, datetime.datetime) else date


@frozen
class Context:
    """What is known of a note beside its text. None means "not told": then nothing is guessed.

    Role, note type, priority and intent are the playbook's keys, or what the playbook says people call them
    (``fasttrack-manager``, ``FastTrack Manager``, ``FM``); `check` looks them up.

    Raises:
        TypeError: an attribute is no text, or ``date`` no date.

    Source: the guidance page, the roles in its opening notice, and its sections "Objectives" and "Frequency".
    """

    #: Who wrote the note.
    role: str | None = None
    #: The kind of note that it was entered as.
    note_type: str | None = None
    #: The priority of the customer: ``high``, ``medium`` or ``low``.
    priority: str | None = None
    #: What the customer wants: ``deploying``, ``accelerating`` or ``pausing``.
    intent: str | None = None
    #: The day of the note.
    date: datetime.date | None = field(default=None, converter=_day)

    def __attrs_post_init__(self) -> None:
        for name in ("role", "note_type", "priority", "intent"):
            value = getattr(self, name)
            if not isinstance(value, str | None):
                raise TypeError(f"Context.{name} takes a str, or None for not told; not {type(value).__name__}")
        if not isinstance(self.date, datetime.date | None):
            raise TypeError(f"Context.date takes a datetime.date, as date(2020, 3, 30); not {type(self.date).__name__}")

    def told(self, condition: str) -> str | None:
        """What is told about ``role``, ``note-type``, ``priority`` or ``intent``, as a playbook names them."""
        return {"role": self.role, "note-type": self.note_type, "priority": self.priority, "intent": self.intent}[condition]

    def named(self, condition: str, playbook: Playbook) -> str:
        """The same in the playbook's words, for people."""
        told = self.told(condition) or ""
        specs: Mapping[str, tuple[RoleSpec | NoteTypeSpec | PrioritySpec, ...]]
        specs = {"role": playbook.roles, "note-type": playbook.note_types, "priority": playbook.priorities}
        return next((spec.names[0] for spec in specs.get(condition, ()) if spec.key == told), told)

    def resolved(self, playbook: Playbook) -> Context:
        """The same context by the keys of a playbook.

        Raises:
            ValueError: the playbook has no such role, note type, priority or intent; the message lists those that it has.
        """
        if self == NOTHING_TOLD:
            return self
        roles = {role.key: role.names for role in playbook.roles}
        note_types = {note_type.key: note_type.names for note_type in playbook.note_types}
        priorities = {priority.key: priority.names for priority in playbook.priorities}
        return evolve(
            self,
            role=_key("role", self.role, roles, playbook),
            note_type=_key("note type", self.note_type, note_types, playbook),
            priority=_key("priority", self.priority, priorities, playbook),
            intent=_key("intent", self.intent, dict.fromkeys(INTENTS, ()), playbook),
        )


#: The context of which nothing is told.
NOTHING_TOLD: Final = Context()


def _key(what: str, said: str | None, known: Mapping[str, tuple[str, ...]], playbook: Playbook) -> str | None:
    if said is None:
        return None
    spellings = {fold(spelling): key for key, names in known.items() for spelling in (*names, key)}
    if fold(said) in spellings:
        return spellings[fold(said)]
    close = closest(fold(said), spellings)
    hint = f" (did you mean {spellings[close]!r}?)" if close else ""
    listed = "; ".join(f"{key} ({', '.join(names)})" if names else key for key, names in known.items())
    raise ValueError(f"playbook {playbook.id} knows no {what} {said!r}{hint}; it knows {listed or 'none'}")
