"""The loader of playbooks from TOML files.

A file is complete, or ``extends`` a published edition, over which `PlaybookDecoder.merge` lays it. There is no structuring
library in it, since loading is part of the time until the first note is parsed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TypeVar, get_args

from ..text.decoder import Table, parse_toml, read_toml_text
from ..text.patterns import has_label_end
from ..text.words import fold
from .bundled_files import bundled_table, edition_path, editions, word_languages
from .language_decoder import LanguageDecoder
from .model import (
    INTENTS,
    Ask,
    Avoidance,
    Demand,
    Destinations,
    Edition,
    HashtagRule,
    HashtagSpec,
    NoteTypeSpec,
    PlaybookError,
    PrioritySpec,
    RoleSpec,
    Section,
    SummariesSpec,
    WorkloadSpec,
)
from .precedence import settle
from .shapes import SHAPES
from .template_decoder import TemplateDecoder
from .word_lists import EVIDENCE_KINDS

E = TypeVar("E", bound=Edition)


def read_bundled(edition: str, kind: type[E]) -> E:
    """Return a published edition by its id, as a value of ``kind``; `PlaybookError` lists the ids."""
    if edition not in editions():
        known = ", ".join(editions())
        raise PlaybookError(
            f"there is no playbook edition {edition!r}; there are {known}. Playbook.from_file reads a custom one"
        )
    return _Reader(edition_path(edition)).edition(bundled_table(edition_path(edition)), kind, bundled=True)


def read_file(path: str, kind: type[E]) -> E:
    """Read a custom playbook, as a value of ``kind``; `PlaybookError` names file, key, reason and what was expected."""
    return read_text(read_toml_text(path, PlaybookError), path, kind)


def read_text(text: str, path: str, kind: type[E]) -> E:
    """Read the text of a custom playbook, as a value of ``kind``; ``path`` is the file that `PlaybookError` names."""
    return _Reader(path).edition(parse_toml(text, path, PlaybookError), kind, bundled=False)


def _inherited(edition: str) -> Table:
    """Return the table of a published edition, merged with the one that it extends."""
    reader = _Reader(edition_path(edition))
    data = bundled_table(edition_path(edition))
    if "extends" not in data:
        return reader.separated(data, reader.written_in(data))
    base = _inherited(str(data["extends"]))
    own = reader.separated(data, reader.written_in({**base, **data}))
    return reader.merge(reader.without_removed(base, own), own, "")


class _Reader(TemplateDecoder, LanguageDecoder):
    """Turns tables into the values of a playbook."""

    def edition(self, own: Table, kind: type[E], bundled: bool) -> E:
        data = self.table(own, "", SHAPES["playbook"].keys, ("id",))
        if "extends" in data:
            base = _inherited(self.one_of(data["extends"], "extends", editions()))
            own = self.separated(data, self.written_in({**base, **data}))
            data = self.merge(self.without_removed(base, own), own, "")
        else:
            own = data = self.separated(data, self.written_in(data))
        self.shaped(data, "", "playbook")
        workloads = self.named(data.get("workloads", []), "workloads", self.workload)
        note_types = self.named(data.get("note-types", []), "note-types", self.note_type)
        roles = self.named(data.get("roles", []), "roles", lambda value, key: self.role(value, key, note_types))
        priorities = self.named(data.get("priorities", []), "priorities", self.priority)
        types = [note_type.key for note_type in note_types]
        context: dict[str, tuple[str, ...]] = {
            "role": tuple(role.key for role in roles),
            "note-type": tuple(types),
            "intent": INTENTS,
        }
        conditions = dict(context)
        tags = tuple(tag for spec in workloads for tag in (spec.tag, *spec.other_tags))
        tables = self.table(data["languages"], "languages")
        words = {code: self.words_in(code, tables.get(code, {})) for code in (*tables, *word_languages())}
        tables = {code: value for code, value in tables.items() if not self.is_words_only(code, value)}
        languages = tuple(self.language(code, value, tags, words[code]) for code, value in tables.items())
        templates = self.named(data["templates"], "templates", lambda value, key: self.template(value, key, tables, types))
        if not templates:
            self.fail("templates", "expected at least one template")
        for spec in (spec for template in templates for spec in template.fields if spec.choices):
            conditions[spec.key] = (*conditions.get(spec.key, ()), *spec.choices)
        fields = [spec.key for template in templates for spec in template.fields]
        codes = [language.code for language in languages]
        if not bundled:
            workloads, templates = settle(workloads, languages, templates, own, self.fail)
        edition = kind(
            id=self.text(data["id"], "id"),
            summary=self.text(data["summary"], "summary") if "summary" in data else "",
            default_language=self.one_of(data.get("default-language", codes[0]), "default-language", codes),
            templates=templates,
            workloads=workloads,
            languages=languages,
            words=tuple(words.values()),
            hashtags=self.named(
                data.get("hashtags", []), "hashtags", lambda item, key: self.hashtag(item, key, conditions, fields)
            ),
            note_types=note_types,
            roles=roles,
            priorities=priorities,
            summaries=self.summaries(data.get("summaries", {}), priorities, context),
            destinations=self.destinations(data.get("destinations", {})),
            sources=self.sources(data.get("source", {})),
            bundled=bundled,
        )
        self.unambiguous(edition)
        return edition

    def written_in(self, data: Table) -> str:
        """Return the code of the language of the words in the templates of a file."""
        return self.text(data.get("default-language", "en"), "default-language")

    def workload(self, value: object, key: str) -> WorkloadSpec:
        everyday = ("everyday-tags", "everyday-names", "kin-names")
        data = self.shaped(value, key, "workload")
        tags = self.texts([data["tag"]], key) + self.texts(data.get("other-tags", []), f"{key}.other-tags")
        read_only = [self.texts(data.get(name, []), f"{key}.{name}") for name in everyday]
        for tag in (*tags, *read_only[0]):
            if set(tag) & set("[]"):
                self.fail(f"{key}.tag", f"a tag is written in brackets and can't contain one: {tag!r}")
        names = self.texts(data["names"], f"{key}.names", nonempty=True)
        other_names = self.texts(data.get("other-names", []), f"{key}.other-names")
        catch_all = self.boolean(data.get("catch-all", False), f"{key}.catch-all")
        return WorkloadSpec(tags[0], names, tags[1:], other_names, catch_all, *read_only)

    def note_type(self, value: object, key: str) -> NoteTypeSpec:
        data = self.shaped(value, key, "note-type")
        return NoteTypeSpec(
            *self.key_and_names(data, key),
            asks=self.some_of(data.get("asks", []), f"{key}.asks", get_args(Ask)),
            avoids=self.some_of(data.get("avoids", []), f"{key}.avoids", get_args(Avoidance)),
            sentences=self.count(data["sentences"], f"{key}.sentences") if "sentences" in data else None,
            source=self.text(data["source"], f"{key}.source") if "source" in data else "",
        )

    def priority(self, value: object, key: str) -> PrioritySpec:
        return PrioritySpec(*self.key_and_names(self.shaped(value, key, "priority"), key))

    def role(self, value: object, key: str, note_types: tuple[NoteTypeSpec, ...]) -> RoleSpec:
        data = self.shaped(value, key, "role")
        written = self.some_of(data["note-types"], f"{key}.note-types", [note_type.key for note_type in note_types])
        return RoleSpec(*self.key_and_names(data, key), written)

    def key_and_names(self, data: Table, key: str) -> tuple[str, tuple[str, ...]]:
        return self.text(data["key"], f"{key}.key"), self.texts(data["names"], f"{key}.names", nonempty=True)

    def summaries(
        self, value: object, priorities: tuple[PrioritySpec, ...], context: Mapping[str, tuple[str, ...]]
    ) -> SummariesSpec:
        data = self.shaped(value, "summaries", "summaries")

        def some_of(name: str, known: Sequence[str]) -> tuple[str, ...]:
            return self.some_of(data.get(name, []), f"summaries.{name}", known)

        return SummariesSpec(
            some_of("roles", context["role"]),
            some_of("priorities", [priority.key for priority in priorities]),
            some_of("note-types", context["note-type"]),
            some_of("required-in", context["note-type"]),
            self.entries(
                data.get("required-when", []), "summaries.required-when", lambda item, key: self.conditions(item, key, context)
            ),
        )

    def destinations(self, value: object) -> Destinations:
        data = self.shaped(value, "destinations", "destinations")
        return Destinations(**{name: self.text(text, f"destinations.{name}") for name, text in data.items()})

    def sources(self, value: object) -> dict[Section, str]:
        """Return the citation of each section: one text for all, or a table of them."""
        sections: tuple[Section, ...] = get_args(Section)
        if isinstance(value, str):
            return dict.fromkeys(sections, self.text(value, "source"))
        data = self.shaped(value, "source", "source")
        return {section: self.text(data[section], f"source.{section}") for section in sections if section in data}

    def hashtag(self, value: object, key: str, conditions: Mapping[str, tuple[str, ...]], fields: Sequence[str]) -> HashtagSpec:
        data = self.shaped(value, key, "hashtag-table")
        tag = self.text(data["tag"], f"{key}.tag")
        if not tag.startswith("#"):
            self.fail(f"{key}.tag", f"a hashtag starts with '#', and {tag!r} does not")
        rules = self.entries(
            data.get("rules", []), f"{key}.rules", lambda item, place: self.hashtag_rule(item, place, conditions, fields)
        )
        numbered = list(enumerate(rules))
        for (number, rule), (other_number, other) in combinations(numbered, 2):
            if rule.demand != other.demand and rule.meets(other):
                reason = (
                    f"contradicts {key}.rules[{number}]: one can {rule.demand} {tag} in a note in which the other "
                    f"would {other.demand} it; expected conditions that exclude each other: add to one of the rules an unless "
                    f"with a condition of the other (or a when, with other members of it)"
                )
                self.fail(f"{key}.rules[{other_number}]", reason)
        evidence = self.one_of(data["evidence"], f"{key}.evidence", EVIDENCE_KINDS) if "evidence" in data else None
        return HashtagSpec(tag, self.text(data["summary"], f"{key}.summary"), rules, evidence)

    def hashtag_rule(
        self, value: object, key: str, conditions: Mapping[str, tuple[str, ...]], fields: Sequence[str]
    ) -> HashtagRule:
        data = self.shaped(value, key, "hashtag-rule")
        demand: Demand = self.one_of(data["demand"], f"{key}.demand", get_args(Demand))
        when = self.conditions(data["when"], f"{key}.when", conditions)
        unless = self.conditions(data.get("unless", {}), f"{key}.unless", conditions)
        for name in when:
            if name in unless:
                reason = f"{name!r} is a condition under 'when' too; expected it only there, without these members"
                self.fail(f"{key}.unless.{name}", reason)
        instead = self.text(data["instead"], f"{key}.instead") if "instead" in data else ""
        field = self.one_of(data["field"], f"{key}.field", fields) if "field" in data else ""
        return HashtagRule(demand, when, instead, unless, field)

    def conditions(self, value: object, key: str, known: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        read = {}
        for name, members in self.table(value, key, tuple(known)).items():
            place = f"{key}.{name}"
            read[name] = self.some_of(members if isinstance(members, list) else [members], place, known[name], nonempty=True)
        return read

    def unambiguous(self, edition: Edition) -> None:
        """Refuse labels that could not be read, and words with two meanings."""
        meanings: dict[tuple[str, str], tuple[str, str]] = {}

        def once(kind: str, wording: str, meaning: str, place: str) -> None:
            other, where = meanings.setdefault((kind, fold(wording)), (meaning, place))
            if other != meaning:
                self.fail(place, f"{wording!r} means {other!r} already (see {where}); expected other words")

        for workload in edition.workloads:
            for tag in (workload.tag, *workload.other_tags):
                once("tag", tag, workload.tag, f"workloads[{workload.tag}].tag")
        for template in edition.templates:
            for code, local in template.words.items():
                place = f"languages.{code}.templates.{template.key}"
                for key, wordings in local.labels.items():
                    for wording in wordings:
                        once(f"{template.key} label", wording, key, f"{place}.labels.{key}")
                        if has_label_end(wording):
                            reason = f"a label ends at its colon and can't contain ':', '*' or '_': write {wording!r} without"
                            self.fail(f"{place}.labels.{key}", reason)
                for key, choices in local.choices.items():
                    for choice, wordings in choices.items():
                        for wording in wordings:
                            once(f"{template.key} {key}", wording, choice, f"{place}.choices.{key}.{choice}")
