"""The note that the page is about: most requests are about the text and settings of the one before."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Any, Final, TypeAlias

from attrs import frozen

from ftnotes import Configuration, Context, Document, Playbook, Report, check, parse

from .units import Units

#: A value from JSON.
Given: TypeAlias = Any
#: An object for JSON.
Json: TypeAlias = dict[str, Any]

#: The names of the settings, as in a request: the name and text of the file of a custom playbook, which takes the place of an
#: edition, among them. Those of `Context` are the last.
SETTINGS: Final = ("edition", "playbook-name", "playbook", "language", "role", "note-type", "intent", "priority", "date")


@lru_cache(maxsize=8)
def _configuration(
    edition: str | None,
    name: str | None,
    playbook: str | None,
    language: str | None,
    role: str | None,
    note_type: str | None,
    intent: Given,
    priority: str | None,
    date: str | None,
) -> Configuration:
    day = datetime.date.fromisoformat(date) if date else None
    custom = _custom(playbook, name or "playbook.toml") if playbook else None
    return Configuration(
        edition=edition, playbook=custom, language=language, context=Context(role, note_type, priority, intent, day)
    )


@lru_cache(maxsize=2)
def _custom(text: str, name: str) -> Playbook:
    return Playbook.from_text(text, name)


def configuration_of(settings: Mapping[str, Given]) -> Configuration:
    """Return the configuration that settings stand for; an empty one is not set, and unknown ones are ignored.

    Raises:
        ValueError: a setting is invalid.
    """
    values = [settings.get(name) or None for name in SETTINGS]
    for name, value in zip(SETTINGS, values, strict=True):
        if not isinstance(value, str | None):
            raise ValueError(f"{name} takes a text, not {value!r:.80}")
    return _configuration(*values)


def playbook_of(request: Mapping[str, Given]) -> Playbook:
    """Return the playbook of a request.

    Raises:
        ValueError: a setting is invalid.
    """
    return configuration_of(request.get("settings") or {}).options()["playbook"]


def text_of(request: Mapping[str, Given], name: str) -> str:
    """Return a text of a request.

    Raises:
        ValueError: it is missing, or not a text.
    """
    value = request.get(name)
    if not isinstance(value, str):
        raise ValueError(f"{name} takes a text, not {value!r:.80}")
    return value


@frozen(eq=False, slots=False)
class OpenNote:
    """One version of a text with its settings. What is read and found is computed on first use."""

    text: str
    configuration: Configuration

    @cached_property
    def playbook(self) -> Playbook:
        """The playbook that it is read with."""
        return self.configuration.options()["playbook"]

    @cached_property
    def document(self) -> Document:
        """The parsed text."""
        return parse(self.text, self.playbook)

    @cached_property
    def report(self) -> Report:
        """The findings."""
        return check(self.document, **self.configuration.options())

    @cached_property
    def units(self) -> Units:
        """The code units of the text."""
        return Units.of(self.text)


_latest: list[OpenNote] = []


def open_note(request: Mapping[str, Given]) -> OpenNote:
    """Return the note of a request.

    Raises:
        ValueError: the text is missing, or a setting is invalid.
    """
    text, configuration = text_of(request, "text"), configuration_of(request.get("settings") or {})
    if not _latest or _latest[0].text != text or _latest[0].configuration is not configuration:
        _latest[:] = [OpenNote(text, configuration)]
    return _latest[0]
