"""The templates of a playbook's file: their words moved to those of the language, laid over inherited ones, and read.

A template is typed with the words of the default language in it, each field on a line. What a language adds is in its table
``languages.CODE.templates.KEY``. In that form, without words in the templates, files are merged and read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, cast, get_args

from ..text.decoder import Table, kind_of
from ..text.words import ACCENTS
from .decoder import PlaybookDecoder
from .hashtags_left import hashtags_left
from .model import (
    Ask,
    ChoiceMeaning,
    DaysByChoice,
    FieldKind,
    FieldSpec,
    FieldTyping,
    Template,
    TemplateLanguage,
    Typing,
    Variant,
)
from .shapes import SHAPES
from .word_lists import EVIDENCE_KINDS, EvidenceKind

#: The keys of a template and of a field that are its words: they go to those of the language.
_TEMPLATE_WORDS: Final = ("titles", "everyday-titles")
FIELD_WORDS: Final = {"label": "labels", "hint": "hints", "everyday": "everyday-labels"}
#: The others.
TEMPLATE_KEYS: Final = tuple(name for name in SHAPES["template"].keys if name not in _TEMPLATE_WORDS)
FIELD_KEYS: Final = tuple(name for name in SHAPES["field"].keys if name not in FIELD_WORDS)
#: The tables of a template in a language that have a list of words for each field, and for each choice of each field.
_BY_FIELD: Final = ("labels", "hints", "everyday-labels")
_BY_CHOICE: Final = ("choices", "everyday-choices")
_NO_KEY: Final = re.compile(r"[^a-z0-9]+")


def key_from(words: str) -> str:
    """Return the key that words give: "RAG status" is ``rag-status``; empty if they have no Latin letters or digits."""
    plain = ACCENTS.sub("", unicodedata.normalize("NFKD", words))
    return _NO_KEY.sub("-", plain.casefold()).strip("-")


class TemplateDecoder(PlaybookDecoder):
    """Checks the templates of a playbook's file."""

    def separated(self, data: Table, code: str) -> Table:
        """Return the table of a file with the words of its templates among those of a language, by its code."""
        if "templates" not in data:
            return data
        words: dict[str, Any] = {}
        templates = [
            self._separated_template(value, f"templates[{number}]", words, code)
            for number, value in enumerate(self.list_of_tables(data["templates"], "templates"))
        ]
        if not words:
            return {**data, "templates": templates}
        languages = self.table(data.get("languages", {}), "languages")
        typed = self._words(languages.get(code, {}), f"languages.{code}")
        for place in [place for place in self.typed if _has(typed, place.split(".")[3:])]:
            del self.typed[place]  # the words in the table of the language replace those in the template
        languages = self.merge({code: {"templates": words}}, languages, "languages")
        return {**data, "templates": templates, "languages": languages}

    def _words(self, language: object, key: str) -> Mapping[str, Any]:
        """Return the words of the templates in the table of a language, by the keys of the templates."""
        return self.table(self.table(language, key).get("templates", {}), f"{key}.templates")

    def _separated_template(self, value: object, place: str, words: dict[str, Any], code: str) -> Table:
        entry = dict(self.table(value, place, (*SHAPES["template"].keys, *SHAPES["template"].extending), ("key",)))
        key = self.text(entry["key"], f"{place}.key")
        place, moved = f"templates[{key}]", f"languages.{code}.templates.{key}"
        local: dict[str, Any] = {}
        for name in _TEMPLATE_WORDS:
            if name in entry:
                local[name] = entry.pop(name)
                self.typed[f"{moved}.{name}"] = f"{place}.{name}"
        if "fields" in entry:
            fields = self.list_of_tables(entry["fields"], f"{place}.fields")
            entry["fields"] = [
                self._separated_field(field, f"{place}.fields[{number}]", local, moved) for number, field in enumerate(fields)
            ]
        if local:
            words[key] = local
        return entry

    def _separated_field(self, value: object, place: str, local: dict[str, Any], moved: str) -> Table:
        entry = dict(self.table(value, place, (*SHAPES["field"].keys, *SHAPES["field"].extending)))
        label = entry.get("label")
        first = label[0] if isinstance(label, list) and label else label
        key = entry.setdefault("key", key_from(first) if isinstance(first, str) else None)
        if not key:
            self.fail(place, "expected a key, or a label of Latin letters that gives one")
        key = self.text(key, f"{place}.key")
        place = f"{place.rpartition('[')[0]}[{key}]"
        for name, group in FIELD_WORDS.items():
            if name in entry:
                words = entry.pop(name)
                local.setdefault(group, {})[key] = [words] if isinstance(words, str) else words
                self.typed[f"{moved}.{group}.{key}"] = f"{place}.{name}"
        if "choices" in entry:
            choices = dict(self._choices(entry["choices"], f"{place}.choices"))
            entry["choices"] = list(choices)
            if any(choices.values()):
                local.setdefault("choices", {})[key] = {choice: words for choice, words in choices.items() if words}
                self.typed[f"{moved}.choices.{key}"] = f"{place}.choices"
        return entry

    def _choices(self, value: object, place: str) -> Iterator[tuple[str, list[str]]]:
        """Yield the keys of choices and their words: a list of words or of lists of words, or a table of words by key."""
        if isinstance(value, dict):
            for choice, words in value.items():
                yield choice, [words] if isinstance(words, str) else words
            return
        if not isinstance(value, list):
            self.fail(place, f'expected a list of choices, as ["Yes", "No"], not {kind_of(value)}')
        seen: dict[str, str] = {}
        for number, words in enumerate(value):
            listed = [words] if isinstance(words, str) else list(self.texts(words, f"{place}[{number}]", nonempty=True))
            choice = key_from(listed[0])
            if not choice:
                self.fail(f"{place}[{number}]", f"expected words of Latin letters, or a table that gives {listed[0]!r} a key")
            if choice in seen:
                reason = (
                    f"{listed[0]!r} and {seen[choice]!r} give the same key {choice!r}; expected a table that gives them keys"
                )
                self.fail(f"{place}[{number}]", reason)
            seen[choice] = listed[0]
            yield choice, listed

    # ---- what is left of inherited words

    def without_removed(self, base: Table, own: Table) -> Table:
        """Return an inherited table without what it says of the fields that an extending one takes away, and of choices."""
        if "templates" not in own:
            return base
        merged = self.merge({"templates": base["templates"]}, {"templates": own["templates"]}, "")
        specs: dict[Any, dict[Any, Any]] = {
            entry["key"]: {field["key"]: field.get("choices", ()) for field in entry.get("fields", ())}
            for entry in self.list_of_tables(merged["templates"], "templates")
        }
        languages: dict[str, Any] = {}
        for code, value in self.table(base["languages"], "languages").items():
            words = self._words(value, f"languages.{code}")
            kept = {key: _kept(local, specs[key]) for key, local in words.items() if key in specs}
            languages[code] = {**self.table(value, f"languages.{code}"), "templates": kept}
        templates = [
            {**entry, "fields": [_with_choices(field, specs[entry["key"]]) for field in entry["fields"]]}
            if entry["key"] in specs
            else entry
            for entry in self.list_of_tables(base["templates"], "templates")
        ]
        hashtags = hashtags_left(base.get("hashtags", []), base["templates"], merged["templates"])
        return {**base, "templates": templates, "languages": languages, "hashtags": hashtags}

    # ---- values

    def template(self, value: object, key: str, languages: Table, note_types: Sequence[str]) -> Template:
        """Return a template with its words in each language that has some."""
        data = self.table(value, key, TEMPLATE_KEYS, ("key", "fields"))
        name = self.text(data["key"], f"{key}.key")
        fields = self.named(data["fields"], f"templates[{name}].fields", self.field)
        words = {}
        for code, value in languages.items():
            local = self._words(value, f"languages.{code}")
            if name in local:
                words[code] = self.template_language(local[name], f"languages.{code}.templates.{name}", fields)
        if not words:
            self.fail(f"templates[{name}]", "has no words in any language; expected a label in its fields")
        self.choices_have_words(name, fields, words)
        place = f"templates[{name}]"
        self.fields_fit(fields, f"{place}.fields")
        typing: Typing = self.one_of(data.get("typed", "bullets"), f"{place}.typed", get_args(Typing))
        return Template(
            name,
            fields,
            words,
            self.one_of(data["note-type"], f"{place}.note-type", note_types) if "note-type" in data else "",
            typing,
            self.named(data.get("variants", []), f"{place}.variants", lambda item, at: self.variant(item, at, words)),
            self.mark(data["cut"], f"{place}.cut") if "cut" in data else "",
            self.text(data["source"], f"{place}.source") if "source" in data else "",
        )

    def variant(self, value: object, key: str, words: Mapping[str, TemplateLanguage]) -> Variant:
        """Return a variant of a template: its labels are among those of the template."""
        data = self.shaped(value, key, "variant")
        labels = {
            name: [label for local in words.values() for label in local.labels.get(name, ())] for name in _labelled(words)
        }
        written = self.table(data["labels"], f"{key}.labels", labels)
        return Variant(
            self.text(data["key"], f"{key}.key"),
            {name: self.one_of(label, f"{key}.labels.{name}", labels[name]) for name, label in written.items()},
        )

    def fields_fit(self, fields: tuple[FieldSpec, ...], key: str) -> None:
        """Refuse a second field for what the note is about, and days by choices that are not there."""
        choices = {spec.key: spec.choices for spec in fields if spec.choices}
        about = [spec.key for spec in fields if spec.kind == "workload"]
        if len(about) > 1:
            self.fail(f"{key}[{about[1]}].kind", f"{about[0]!r} is of kind 'workload' already; expected it in one field")
        for spec in fields:
            place = f"{key}[{spec.key}].within"
            for name, days in spec.within:
                self.table({name: days}, place, choices)
                self.table(dict(days), f"{place}.{name}", choices[name])

    def field(self, value: object, key: str) -> FieldSpec:
        """Return a field without its words."""
        data = self.table(value, key, FIELD_KEYS, ("key",))
        choices = self.texts(data.get("choices", []), f"{key}.choices")
        kind: FieldKind = self.one_of(data.get("kind", "choice" if choices else "text"), f"{key}.kind", get_args(FieldKind))
        if (kind == "choice") != bool(choices):
            self.fail(f"{key}.choices", "a field of kind 'choice' has choices, and no other field does")
        flags = {name: self.boolean(data.get(name, False), f"{key}.{name}") for name in ("more", "several")}
        for name, needed in (("more", "choice"), ("several", "choice"), ("within", "date"), ("typed", "workload")):
            if data.get(name) and kind != needed:
                self.fail(f"{key}.{name}", f"only a field of kind {needed!r} can have it, and this one is of kind {kind!r}")
        typed: FieldTyping | None = (
            self.one_of(data["typed"], f"{key}.typed", get_args(FieldTyping)) if "typed" in data else None
        )
        known = get_args(ChoiceMeaning)
        meanings = tuple(
            (choice, self.one_of(meaning, f"{key}.meanings.{choice}", known))
            for choice, meaning in self.table(data.get("meanings", {}), f"{key}.meanings", choices).items()
        )
        also = self.wordings(data.get("also", {}), f"{key}.also", EVIDENCE_KINDS)
        return FieldSpec(
            key=self.text(data["key"], f"{key}.key"),
            kind=kind,
            choices=choices,
            required=self.boolean(data.get("required", True), f"{key}.required"),
            meanings=meanings,
            **flags,
            length=self.count(data["length"], f"{key}.length") if "length" in data else None,
            within=tuple(
                DaysByChoice(name, self.days(by_choice, f"{key}.within.{name}"))
                for name, by_choice in self.table(data.get("within", {}), f"{key}.within").items()
            ),
            asks=self.some_of(data.get("asks", []), f"{key}.asks", get_args(Ask)),
            also=tuple(cast("dict[EvidenceKind, tuple[str, ...]]", also).items()),
            typed=typed,
        )

    def days(self, value: object, key: str) -> tuple[tuple[str, int], ...]:
        """Return numbers of days, each with its choice."""
        return tuple((choice, self.count(days, f"{key}.{choice}")) for choice, days in self.table(value, key).items())

    def template_language(self, value: object, key: str, fields: tuple[FieldSpec, ...]) -> TemplateLanguage:
        """Return the words of a template in one language."""
        data = self.shaped(value, key, "template-words")
        keys = [spec.key for spec in fields]
        everyday = self.table(data.get("everyday-labels", {}), f"{key}.everyday-labels", keys)
        return TemplateLanguage(
            titles=self.texts(data.get("titles", []), f"{key}.titles"),
            labels=self.wordings(data["labels"], f"{key}.labels", keys),
            choices=self.choice_wordings(data.get("choices", {}), f"{key}.choices", fields),
            hints=self.wordings(data.get("hints", {}), f"{key}.hints", keys),
            everyday_titles=self.texts(data.get("everyday-titles", []), f"{key}.everyday-titles"),
            everyday_labels={name: self.texts(words, f"{key}.everyday-labels.{name}") for name, words in everyday.items()},
            everyday_choices=self.choice_wordings(data.get("everyday-choices", {}), f"{key}.everyday-choices", fields),
        )

    def choice_wordings(self, value: object, key: str, fields: Iterable[FieldSpec]) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return the words of each choice of each field."""
        choices = {spec.key: spec.choices for spec in fields if spec.choices}
        return {
            name: self.wordings(words, f"{key}.{name}", choices[name])
            for name, words in self.table(value, key, tuple(choices)).items()
        }

    def choices_have_words(self, name: str, fields: Iterable[FieldSpec], words: dict[str, TemplateLanguage]) -> None:
        """Refuse a choice that no language has words for."""
        for spec in fields:
            worded = {choice for local in words.values() for choice in local.choices.get(spec.key, ())}
            for choice in spec.choices:
                if choice not in worded:
                    reason = f"the choice {choice!r} has no words in any language; expected some in choices.{spec.key}"
                    self.fail(f"templates[{name}].fields[{spec.key}].choices", reason)


def _has(table: object, path: Sequence[str]) -> bool:
    """Return whether a table has a value at a path of keys."""
    for name in path:
        if not isinstance(table, Mapping) or name not in table:
            return False
        table = table[name]
    return True


def _with_choices(field: dict[str, Any], fields: dict[Any, Any]) -> dict[str, Any]:
    """Return a field with the meanings of those of its choices that are left, and with the days by choices that are left."""
    kept = dict(field)
    if "meanings" in field:
        kept["meanings"] = _of_keys(field["meanings"], fields.get(field["key"], ()))
    if "within" in field:
        days = _of_keys(field["within"], fields)
        kept["within"] = {name: _of_keys(by_choice, fields[name]) for name, by_choice in days.items()}
    return kept


def _of_keys(table: dict[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """Return the part of a table under these keys."""
    return {name: value for name, value in table.items() if name in keys}


def _labelled(words: Mapping[str, TemplateLanguage]) -> set[str]:
    """Return the keys of the fields that have labels in any language."""
    return {name for local in words.values() for name in local.labels}


def _kept(words: Table, fields: dict[Any, Any]) -> Table:
    """Return the words of a template in one language that are of these fields, each with the keys of its choices."""
    kept: dict[str, Any] = dict(words)
    for name in kept.keys() & {*_BY_FIELD, *_BY_CHOICE}:
        kept[name] = {key: value for key, value in kept[name].items() if key in fields}
    for name in kept.keys() & set(_BY_CHOICE):
        kept[name] = {
            key: {choice: texts for choice, texts in value.items() if choice in fields[key]}
            for key, value in kept[name].items()
        }
    return kept
