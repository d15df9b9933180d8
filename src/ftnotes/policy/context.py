"""The facts about a note that its text cannot give: who wrote it, as which type of note, for which customer, and when."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from attrs import evolve, field, fields, frozen

from ..playbook.model import INTENTS, Intent, NoteTypeSpec, PrioritySpec, RoleSpec
from ..playbook.playbook import Playbook
from ..text.suggest import closest
from ..text.words import fold

if TYPE_CHECKING:
    from ..syntax.document import Document


def _day(date: datetime.date | None) -> datetime.date | None:
    return date.date() if isinstance(date, datetime.datetime) else date


def _text(note: Document | str | None) -> str | None:
    return note if note is None or isinstance(note, str) else cast("str | None", getattr(note, "text", note))


#: The attributes about other notes.
_OTHER_NOTES: Final = ("repeats", "previous", "previous_at")


@frozen
class Context:
    """Facts about a note that its text cannot give; None means "not given", and nothing is guessed instead.

    Role, note type and priority are keys of the playbook or any name that it lists for them (``fasttrack-manager``,
    ``FastTrack Manager``, ``FM``).

    Raises:
        TypeError: an attribute is not a ``str``, or ``date`` is not a date.

    Source: the guidance page, the roles in its opening notice, and its sections "Objectives" and "Frequency".
    """

    #: The role of the author.
    role: str | None = None
    #: The type under which the note was entered.
    note_type: str | None = None
    #: The priority of the customer: ``high``, ``medium`` or ``low``.
    priority: str | None = None
    #: What the customer wants: ``deploying``, ``accelerating`` or ``pausing``.
    intent: Intent | None = None
    #: The day of the note.
    date: datetime.date | None = field(default=None, converter=_day)
    #: Whether a Resource Manager asked for the exec summary.
    requested: bool | None = None
    #: Where an earlier note about the same customer is that has the same text, such as ``row 7``. `check_export` finds it out.
    repeats: str | None = field(default=None, kw_only=True)
    #: The previous note about the same customer, for rules about what is new: a text, or a document, of which the text is kept.
    previous: str | None = field(default=None, converter=_text, repr=False, kw_only=True)
    #: Where the previous note is, such as ``row 7``, for messages.
    previous_at: str | None = field(default=None, kw_only=True)
    #: The context before its names were replaced by keys.
    _named: Context | None = field(default=None, eq=False, repr=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for name in ("role", "note_type", "priority", "intent", *_OTHER_NOTES):
            value = getattr(self, name)
            if not isinstance(value, str | None):
                raise TypeError(f"Context.{name} takes a str or None, not {type(value).__name__}")
        if not isinstance(self.date, datetime.date | None):
            raise TypeError(f"Context.date takes a datetime.date such as date(2020, 3, 30), not {type(self.date).__name__}")
        if not isinstance(self.requested, bool | None):
            raise TypeError(f"Context.requested takes True, False or None, not {type(self.requested).__name__}")

    def value_of(self, name: str) -> str | None:
        """Return the value of ``role``, ``note-type``, ``priority`` or ``intent``, as a playbook spells these names."""
        return {"role": self.role, "note-type": self.note_type, "priority": self.priority, "intent": self.intent}[name]

    def display_name(self, name: str, playbook: Playbook) -> str:
        """Return the playbook's name for a value, to be shown to people: the one that was given, or else its first."""
        value = self.value_of(name) or ""
        names = known_values(name, playbook).get(value) or (value,)
        given = fold((self._named.value_of(name) if self._named else None) or "")
        return next((known for known in names if fold(known) == given), names[0])

    def values(self) -> dict[str, Any]:
        """Return the values of all attributes by name; None where one is not given."""
        return {name: getattr(self, name) for name in ATTRIBUTES}

    def over(self, other: Context) -> Context:
        """Return this context, with values of another one where this has none."""
        return evolve(other, **{name: value for name, value in self.values().items() if value is not None})

    def resolved(self, playbook: Playbook) -> Context:
        """Return this context with names replaced by the keys of a playbook.

        Raises:
            ValueError: the playbook has no such role, note type, priority or intent; the message lists the valid ones.
        """
        if self == NO_CONTEXT:
            return self
        role, note_type, priority, intent = (
            _key(name, self.value_of(name), playbook) for name in ("role", "note-type", "priority", "intent")
        )
        given = (role, note_type, priority, cast("Intent | None", intent), self.date, self.requested)
        return Context(*given, **{name: getattr(self, name) for name in _OTHER_NOTES}, named=self)


#: The names of the attributes.
ATTRIBUTES: Final = tuple(attribute.name for attribute in fields(Context) if not attribute.name.startswith("_"))
#: Those that one note can be given, as options and settings have them.
CONTEXT_NAMES: Final = tuple(name.replace("_", "-") for name in ATTRIBUTES if name not in _OTHER_NOTES)
#: The context in which nothing is given.
NO_CONTEXT: Final = Context()


def known_values(name: str, playbook: Playbook) -> dict[str, tuple[str, ...]]:
    """Return the keys that a playbook has for ``role``, ``note-type``, ``priority`` or ``intent``, each with its names."""
    specs: Mapping[str, tuple[RoleSpec | NoteTypeSpec | PrioritySpec, ...]]
    specs = {"role": playbook.roles, "note-type": playbook.note_types, "priority": playbook.priorities}
    return {spec.key: spec.names for spec in specs[name]} if name in specs else dict.fromkeys(INTENTS, ())


def _key(name: str, given: str | None, playbook: Playbook) -> str | None:
    if given is None:
        return None
    known = known_values(name, playbook)
    spellings = {fold(spelling): key for key, names in known.items() for spelling in (*names, key)}
    if fold(given) in spellings:
        return spellings[fold(given)]
    close = closest(fold(given), spellings)
    hint = f" (did you mean {spellings[close]!r}?)" if close else ""
    listed = "; ".join(f"{key} ({', '.join(names)})" if names else key for key, names in known.items())
    what = name.replace("-", " ")
    raise ValueError(f"playbook {playbook.id} knows no {what} {given!r}{hint}; it knows {listed or 'none'}")
