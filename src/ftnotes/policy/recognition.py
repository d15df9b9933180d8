"""The likely reason why no note of a template was recognized in a text."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from attrs import frozen

from ..text.mojibake import misdecoded
from .note_view import NoteView
from .unread_summaries import unread_summary

#: The kinds of reasons: no text; the template with nothing filled in; what looks like a summary and lacks something; damaged
#: characters; a note about actions or parties, which has no template; and other text.
ReasonKind: TypeAlias = Literal["empty", "blank", "unread", "damaged", "lifecycle", "prose"]

_MESSAGES: Final[dict[ReasonKind, str]] = {
    "empty": "There is no text.",
    "blank": "The template is not filled in.",
    "damaged": "Its characters are damaged: it was saved or read in the wrong encoding.",
    "lifecycle": "It is read as a note about actions or meetings, which has no template.",
    "prose": "It has too few labels and tags of a template.",
}
#: This many replacement characters are no slip.
_DAMAGED: Final = 3


@frozen
class Unrecognized:
    """A reason for a text in which no note of a template was recognized."""

    kind: ReasonKind
    #: What is wrong, for people.
    message: str


def unrecognized(view: NoteView) -> Unrecognized | None:
    """Return the likely reason why no note of a template was recognized; None if one with content was."""
    if view.summaries:
        return None
    unread = unread_summary(view)
    if unread:
        return Unrecognized("unread", unread.message(view))
    kind = _kind(view)
    return Unrecognized(kind, _MESSAGES[kind])


def _kind(view: NoteView) -> ReasonKind:
    if view.blank_summaries:
        return "blank"
    if not view.is_lifecycle:
        return "empty"
    if view.text.count("\ufffd") >= _DAMAGED or misdecoded(view.text):
        return "damaged"
    return "lifecycle" if is_lifecycle_note(view) else "prose"


def is_lifecycle_note(view: NoteView) -> bool:
    """Return whether a text has a next action, says that there is none, or names a party of an engagement."""
    reading = view.action_reading
    return bool(reading.actions) or reading.states_none or reading.names_party
