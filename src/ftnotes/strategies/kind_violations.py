"""Ways to violate the rules about what types of notes, and fields of templates, ask for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Final, TypeAlias, cast

import attrs
from hypothesis import strategies as st

from ..playbook.model import FieldSpec, Intent, NoteTypeSpec
from ..playbook.playbook import Playbook
from ..playbook.template_words import TemplateWords
from ..policy.context import Context
from ..policy.rule import Rule
from ..policy.rules.fields import DATE_NOT_FOUND, DATE_TOO_LATE, REFERENCE_MISSING, VALUE_TOO_LONG
from ..policy.rules.note_kinds import (
    CONTACT_WITHOUT_NUMBER,
    ENGAGEMENT_NEWS,
    INTENT_BLURRED,
    INTENT_WITHOUT_WHY,
    SAME_TEXT,
    TOO_MANY_SENTENCES,
    USAGE_ALONE,
)
from ..policy.rules.note_types import SUMMARY_MISSING
from ..syntax.note import Note
from ..syntax.serializer import serialize
from .valid import lifecycle_note
from .violation_draft import Case, Draft

#: Makes a note that violates a rule.
Maker: TypeAlias = Callable[[Draft], Note | Case]
#: Something in a playbook that a rule is about: its name, and a function that returns all of it.
Need: TypeAlias = tuple[str, Callable[[TemplateWords], Collection[object]]]

#: The types of notes that a rule speaks about, by the rule.
_TYPES: Final[dict[Rule, Callable[[NoteTypeSpec], bool]]] = {
    INTENT_WITHOUT_WHY: lambda spec: "why" in spec.asks,
    INTENT_BLURRED: lambda spec: "blurring" in spec.avoids,
    USAGE_ALONE: lambda spec: "usage-alone" in spec.avoids,
    ENGAGEMENT_NEWS: lambda spec: "engagement-news" in spec.avoids,
    TOO_MANY_SENTENCES: lambda spec: spec.sentences is not None,
    CONTACT_WITHOUT_NUMBER: lambda spec: "attempts" in spec.asks,
    SAME_TEXT: lambda spec: "same-text" in spec.avoids,
}
#: The fields that a rule speaks about, by the rule.
_FIELDS: Final[dict[Rule, Callable[[FieldSpec], bool]]] = {
    VALUE_TOO_LONG: lambda spec: spec.length is not None,
    DATE_NOT_FOUND: lambda spec: spec.kind == "date",
    DATE_TOO_LATE: lambda spec: bool(spec.within),
    REFERENCE_MISSING: lambda spec: bool(spec.also),
}


def free_types(playbook: Playbook) -> frozenset[str]:
    """Return the keys of the types of notes in which any text with a next action is right."""
    return frozenset(spec.key for spec in playbook.note_types if not any(speaks(spec) for speaks in _TYPES.values()))


def is_summary_due(playbook: Playbook, given: Mapping[str, str]) -> bool:
    """Return whether a note has a summary under these conditions, by their names."""
    due = playbook.summaries.required_when
    return any(all(given.get(name) in members for name, members in when.items()) for when in due)


def _types(rule: Rule, template: TemplateWords) -> list[str]:
    return [spec.key for spec in template.playbook.note_types if _TYPES[rule](spec)]


def _fields(rule: Rule, template: TemplateWords) -> list[FieldSpec]:
    return [spec for spec in template.spec.fields if _FIELDS[rule](spec)]


def _note_of_type(rule: Rule, draft: Draft) -> Case:
    """Draw an example of a rule, as a note of a type that it speaks about."""
    example = draft.one_of(*(example for example in rule.examples if not example.is_clean))
    limits = [spec.sentences for spec in draft.playbook.note_types if spec.sentences is not None]
    more = "So it is. " * max(limits, default=0) if rule is TOO_MANY_SENTENCES else ""
    note_type = draft.one_of(*_types(rule, draft.template))
    return Case(f"{more}{example.before}", attrs.evolve(example.context, note_type=note_type))


def _summary_missing(draft: Draft) -> Case:
    """Draw a note on a customer about whom a summary is due, with the hashtags that are required there."""
    when = draft.one_of(*draft.playbook.summaries.required_when)
    given = {name: draft.one_of(*members) for name, members in when.items()}
    context = Context(given.get("role"), given.get("note-type"), intent=cast("Intent | None", given.get("intent")))
    tags = [
        spec.tag
        for spec in draft.playbook.hashtags
        for rule in spec.rules
        if rule.demand == "require" and all(given.get(name) in members for name, members in rule.when.items())
    ]
    return Case(" ".join([*dict.fromkeys(tags), draft.draw(lifecycle_note(draft.language))]), context)


def _value(rule: Rule, draft: Draft, text: Callable[[FieldSpec], str]) -> Note:
    """Draw a note with a value that breaks a rule in one of the fields that it speaks about."""
    spec = draft.one_of(*_fields(rule, draft.template))
    return draft.with_value(draft.summary(), spec.key, text(spec))


def _long_value(draft: Draft) -> Note:
    return _value(VALUE_TOO_LONG, draft, lambda spec: "We met. " * (spec.length or 0) + "Bye.")


def _late_date(draft: Draft) -> Case:
    day = draft.draw(st.dates(datetime.date(2020, 1, 1), datetime.date(2021, 12, 31)))
    spec = draft.one_of(*_fields(DATE_TOO_LATE, draft.template))
    field, days = draft.one_of(*spec.within)
    choice, limit = draft.one_of(*days)
    late = day + datetime.timedelta(limit + draft.draw(st.integers(1, 60)))
    note = draft.with_value(draft.summary({field: choice}), spec.key, late.isoformat())
    return Case(serialize(note), Context(date=day))


def _unreferenced(draft: Draft) -> Note:
    def text(spec: FieldSpec) -> str:
        kind, _ = draft.one_of(*spec.also)
        words = draft.playbook.words_of(draft.language.code).evidence[kind]
        return draft.one_of(*words).removesuffix("|")

    return _value(REFERENCE_MISSING, draft, text)


#: The function that makes a note violating a rule, by the code of the rule.
KIND_VIOLATIONS: Final[dict[str, Maker]] = {
    SUMMARY_MISSING.code: _summary_missing,
    VALUE_TOO_LONG.code: _long_value,
    DATE_NOT_FOUND.code: lambda draft: _value(DATE_NOT_FOUND, draft, lambda spec: draft.one_of("soon", "later", "?!")),
    DATE_TOO_LATE.code: _late_date,
    REFERENCE_MISSING.code: _unreferenced,
    **{rule.code: partial(_note_of_type, rule) for rule in _TYPES},
}
#: What a template needs for such a rule to be violated, by the code of the rule.
KIND_NEEDS: Final[dict[str, Need]] = {
    SUMMARY_MISSING.code: ("summaries that are due", lambda template: template.playbook.summaries.required_when),
    **{rule.code: ("such fields", partial(_fields, rule)) for rule in _FIELDS},
    **{rule.code: ("such note types", partial(_types, rule)) for rule in _TYPES},
}
