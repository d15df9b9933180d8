"""Reads a playbook from its TOML file.

A file either says everything, or ``extends`` a published edition: then tables are merged key by key, entries of a list
of tables are merged with the inherited entry of the same key (or added behind it), an empty list inherits nothing, and
every other value replaces the inherited one.

The reading is our own, without a structuring library: it is part of the time until the first note is parsed, and its
errors name file, key, reason and what was expected.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal, NamedTuple, NoReturn, TypeAlias, TypeVar

from attrs import frozen

from .playbook import (
    ActionWords,
    DateWords,
    FieldSpec,
    HashtagRule,
    HashtagSpec,
    Language,
    NoteTypeSpec,
    Playbook,
    PlaybookError,
    RoleSpec,
    WorkloadSpec,
)
from .source import LINE_END
from .vocabulary import fold

Table: TypeAlias = Mapping[str, object]
T = TypeVar("T")
N = TypeVar("N", bound=NamedTuple)

_EDITIONS: Final = os.path.join(os.path.dirname(__file__), "playbooks")

#: Lists of tables, and the key by which an entry is known.
_ENTRY_KEYS: Final = {"fields": "key", "workloads": "tag", "hashtags": "tag", "note-types": "key", "roles": "key"}

#: What a hashtag rule may depend on, beside the choice fields.
_CONDITIONS: Final = ("role", "note-type", "intent")
#: What a customer may want.
INTENTS: Final = ("deploying", "accelerating", "pausing")


def editions() -> tuple[str, ...]:
    """The ids of the published editions, oldest first."""
    return tuple(sorted(name.removesuffix(".toml") for name in os.listdir(_EDITIONS) if name.endswith(".toml")))


def read_bundled(edition: str) -> Playbook:
    """A published edition by its id; `PlaybookError` lists those that there are."""
    if edition not in editions():
        known = ", ".join(editions())
        raise PlaybookError(f"there is no playbook edition {edition!r}; there are {known}. Playbook.from_file reads your own")
    return _Reader(f"playbooks/{edition}.toml").playbook(_load(os.path.join(_EDITIONS, f"{edition}.toml")), bundled=True)


def read_file(path: str) -> Playbook:
    """A playbook from a file; `PlaybookError` names file, key, reason and what was expected."""
    return _Reader(path).playbook(_load(path), bundled=False)


def _inherited(edition: str) -> Table:
    """What a published edition says, with what it inherits itself."""
    path = os.path.join(_EDITIONS, f"{edition}.toml")
    data = _load(path)
    return _Reader(path).merge(_inherited(str(data["extends"])), data, "") if "extends" in data else data


def _load(path: str) -> Table:
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8-sig")
        return tomllib.loads(LINE_END.sub("\n", text))
    except OSError as error:
        raise PlaybookError(f"{path}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PlaybookError(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise PlaybookError(f"{path}: is not TOML: {error}") from error
    except ValueError as error:
        raise PlaybookError(f"{path!r}: is not the name of a file: {error}") from error


@frozen
class _Reader:
    """Turns tables into values; ``file`` is what errors name."""

    file: str

    def fail(self, key: str, reason: str) -> NoReturn:
        raise PlaybookError(f"{self.file}: {key}: {reason}")

    # ---- values

    def text(self, value: object, key: str) -> str:
        if not isinstance(value, str):
            self.fail(key, f"expected a text, not {_kind(value)}")
        if not fold(value) or LINE_END.search(value) or value != value.strip():
            self.fail(key, f"expected a text of one line that has a letter or digit and no blanks around it, not {value!r}")
        return value

    def texts(self, value: object, key: str, some: bool = False) -> tuple[str, ...]:
        if not isinstance(value, list):
            self.fail(key, f"expected a list of texts, not {_kind(value)}")
        if some and not value:
            self.fail(key, "expected at least one text, and the list is empty")
        return tuple(self.text(item, f"{key}[{number}]") for number, item in enumerate(value))

    def one_of(self, value: object, key: str, known: Iterable[str]) -> str:
        text = self.text(value, key)
        if text not in known:
            self.fail(key, f"unknown {text!r}{_did_you_mean(text, known)}; expected one of {', '.join(known)}")
        return text

    def table(self, value: object, key: str, known: Iterable[str] | None = None, needed: Iterable[str] = ()) -> Table:
        if not isinstance(value, Mapping):
            self.fail(key, f"expected a table, not {_kind(value)}")
        for name in value:
            if known is not None and name not in known:
                self.fail(f"{key}.{name}".lstrip("."), f"unknown key{_did_you_mean(name, known)}; expected {', '.join(known)}")
        for name in needed:
            if name not in value:
                self.fail(key or name, f"the key {name!r} is missing")
        return value

    def entries(self, value: object, key: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
        if not isinstance(value, list):
            self.fail(key, f"expected a list of tables ([[{key}]]), not {_kind(value)}")
        return tuple(read(item, f"{key}[{number}]") for number, item in enumerate(value))

    def named(self, value: object, key: str, read: Callable[[object, str], N]) -> tuple[N, ...]:
        """Entries of which each is known by its first part, and none stands twice."""
        entries = self.entries(value, key, read)
        for number, entry in enumerate(entries):
            if any(entry[0] == other[0] for other in entries[:number]):
                self.fail(f"{key}[{number}]", f"{entry[0]!r} stands here for the second time; expected it once")
        return entries

    def wordings(self, value: object, key: str, known: Iterable[str]) -> dict[str, tuple[str, ...]]:
        return {name: self.texts(words, f"{key}.{name}", some=True) for name, words in self.table(value, key, known).items()}

    # ---- extending

    def merge(self, base: Table, own: Table, key: str) -> Table:
        """What an extending file says, over what it inherits."""
        merged = dict(base)
        for name, value in own.items():
            inherited, place = base.get(name), f"{key}.{name}".lstrip(".")
            if isinstance(inherited, Mapping) and isinstance(value, Mapping):
                merged[name] = self.merge(inherited, value, place)
            elif not key and name in _ENTRY_KEYS and isinstance(inherited, list) and isinstance(value, list) and value:
                merged[name] = self.merge_entries(inherited, value, place, _ENTRY_KEYS[name])
            else:
                merged[name] = value
        return merged

    def merge_entries(self, base: list[Table], own: list[object], key: str, entry_key: str) -> list[Table]:
        """The same for a list of tables, of which each is known by its ``entry_key``."""
        merged = {entry[entry_key]: entry for entry in base}
        for number, value in enumerate(own):
            place = f"{key}[{number}]"
            entry = self.table(value, place, needed=(entry_key,))
            known = self.text(entry[entry_key], f"{place}.{entry_key}")
            if "replaces" in entry:
                merged[self.one_of(entry["replaces"], f"{place}.replaces", tuple(map(str, merged)))] = entry
            else:
                merged[known] = self.merge(merged.get(known, {}), entry, place)
        return list(merged.values())

    # ---- the parts of a playbook

    def playbook(self, own: Table, bundled: bool) -> Playbook:
        names = ("id", "extends", "summary", "default-language", *_ENTRY_KEYS, "languages")
        data = self.table(own, "", names, ("id",))
        if "extends" in data:
            base = self.one_of(data["extends"], "extends", editions())
            data = self.merge(_inherited(base), data, "")
        self.table(data, "", names, ("fields", "languages"))
        fields = self.named(data["fields"], "fields", self.field)
        workloads = self.named(data.get("workloads", []), "workloads", self.workload)
        note_types = self.named(data.get("note-types", []), "note-types", self.note_type)
        roles = self.named(data.get("roles", []), "roles", lambda value, key: self.role(value, key, note_types))
        conditions = {
            "role": tuple(role.key for role in roles),
            "note-type": tuple(note_type.key for note_type in note_types),
            "intent": INTENTS,
            **{spec.key: spec.choices for spec in fields if spec.kind == "choice"},
        }
        languages = tuple(
            self.language(code, value, fields, tuple(tag for spec in workloads for tag in (spec.tag, *spec.other_tags)))
            for code, value in self.table(data["languages"], "languages").items()
        )
        codes = [language.code for language in languages]
        if not codes:
            self.fail("languages", "expected at least one language, and there is none")
        playbook = Playbook(
            id=self.text(data["id"], "id"),
            summary=self.text(data["summary"], "summary") if "summary" in data else "",
            default_language=self.one_of(data.get("default-language", codes[0]), "default-language", codes),
            fields=fields,
            workloads=workloads,
            languages=languages,
            hashtags=self.named(data.get("hashtags", []), "hashtags", lambda value, key: self.hashtag(value, key, conditions)),
            note_types=note_types,
            roles=roles,
            bundled=bundled,
        )
        self.unambiguous(playbook)
        return playbook

    def field(self, value: object, key: str) -> FieldSpec:
        data = self.table(value, key, ("key", "kind", "choices"), ("key",))
        kinds: tuple[Literal["text"], Literal["choice"], Literal["workloads"]] = ("text", "choice", "workloads")
        kind = kinds[kinds.index(self.one_of(data.get("kind", "text"), f"{key}.kind", kinds))]
        choices = self.texts(data.get("choices", []), f"{key}.choices")
        if (kind == "choice") != bool(choices):
            self.fail(f"{key}.choices", "a field of kind 'choice' has choices, and no other field does")
        return FieldSpec(self.text(data["key"], f"{key}.key"), kind, choices)

    def workload(self, value: object, key: str) -> WorkloadSpec:
        known = ("tag", "names", "other-tags", "other-names", "replaces")
        data = self.table(value, key, known, ("tag", "names"))
        tags = self.texts([data["tag"]], key) + self.texts(data.get("other-tags", []), f"{key}.other-tags")
        for tag in tags:
            if set(tag) & set("[]"):
                self.fail(f"{key}.tag", f"a tag is written in brackets and can't hold one: {tag!r}")
        names = self.texts(data["names"], f"{key}.names", some=True)
        return WorkloadSpec(tags[0], names, tags[1:], self.texts(data.get("other-names", []), f"{key}.other-names"))

    def note_type(self, value: object, key: str) -> NoteTypeSpec:
        data = self.table(value, key, ("key", "names"), ("key", "names"))
        return NoteTypeSpec(self.text(data["key"], f"{key}.key"), self.texts(data["names"], f"{key}.names", some=True))

    def role(self, value: object, key: str, note_types: tuple[NoteTypeSpec, ...]) -> RoleSpec:
        data = self.table(value, key, ("key", "names", "note-types"), ("key", "names", "note-types"))
        known = tuple(note_type.key for note_type in note_types)
        written = self.texts(data["note-types"], f"{key}.note-types")
        for note_type in written:
            self.one_of(note_type, f"{key}.note-types", known)
        return RoleSpec(self.text(data["key"], f"{key}.key"), self.texts(data["names"], f"{key}.names", some=True), written)

    def hashtag(self, value: object, key: str, conditions: Mapping[str, tuple[str, ...]]) -> HashtagSpec:
        data = self.table(value, key, ("tag", "summary", "rules"), ("tag", "summary"))
        tag = self.text(data["tag"], f"{key}.tag")
        if not tag.startswith("#"):
            self.fail(f"{key}.tag", f"a hashtag starts with '#', and {tag!r} does not")
        rules = self.entries(
            data.get("rules", []), f"{key}.rules", lambda item, place: self.hashtag_rule(item, place, conditions)
        )
        return HashtagSpec(tag, self.text(data["summary"], f"{key}.summary"), rules)

    def hashtag_rule(self, value: object, key: str, conditions: Mapping[str, tuple[str, ...]]) -> HashtagRule:
        data = self.table(value, key, ("demand", "when", "instead"), ("demand", "when"))
        demand: Literal["require", "forbid"] = (
            "require" if self.one_of(data["demand"], f"{key}.demand", ("require", "forbid")) == "require" else "forbid"
        )
        when = {}
        for name, members in self.table(data["when"], f"{key}.when", tuple(conditions)).items():
            place = f"{key}.when.{name}"
            when[name] = self.texts(members if isinstance(members, list) else [members], place)
            for member in when[name]:
                self.one_of(member, place, conditions[name])
        instead = self.text(data["instead"], f"{key}.instead") if "instead" in data else ""
        return HashtagRule(demand, when, instead)

    def language(self, code: str, value: object, fields: tuple[FieldSpec, ...], tags: tuple[str, ...]) -> Language:
        key = f"languages.{code}"
        known = ("name", "titles", "articles", "conjunctions", "labels", "hints", "choices", "dates", "actions")
        data = self.table(value, key, (*known, "workload-names", "workload-tags"), ("name", "titles", "labels"))
        keys = tuple(spec.key for spec in fields)
        choices = {}
        chosen = {spec.key: spec.choices for spec in fields if spec.choices}
        for name, words in self.table(data.get("choices", {}), f"{key}.choices", tuple(chosen)).items():
            choices[name] = self.wordings(words, f"{key}.choices.{name}", chosen[name])
        return Language(
            code=code,
            name=self.text(data["name"], f"{key}.name"),
            titles=self.texts(data["titles"], f"{key}.titles", some=True),
            labels=self.wordings(data["labels"], f"{key}.labels", keys),
            choices=choices,
            hints=self.wordings(data.get("hints", {}), f"{key}.hints", keys),
            small_words=self.texts(data.get("articles", []), f"{key}.articles")
            + self.texts(data.get("conjunctions", []), f"{key}.conjunctions"),
            workload_names=self.wordings(data.get("workload-names", {}), f"{key}.workload-names", tags),
            workload_tags=self.wordings(data.get("workload-tags", {}), f"{key}.workload-tags", tags),
            dates=self.dates(data.get("dates", {}), f"{key}.dates"),
            actions=ActionWords(*self.words(data.get("actions", {}), f"{key}.actions", ActionWords._fields)),
        )

    def words(self, value: object, key: str, names: Iterable[str]) -> Iterator[tuple[str, ...]]:
        """Lists of words, one for each of the names of attributes; an empty one where there is none."""
        keys = tuple(name.replace("_", "-") for name in names)
        lists = self.wordings(value, key, keys)
        return (lists.get(name, ()) for name in keys)

    def dates(self, value: object, key: str) -> DateWords:
        dates = DateWords(*self.words(value, key, DateWords._fields))
        for name, words in zip(DateWords._fields, dates, strict=True):
            for word in words:
                if not word.isalpha():
                    self.fail(f"{key}.{name.replace('_', '-')}", f"expected single words, letters alone, not {word!r}")
        if len(dates.months) not in (0, 12):
            self.fail(f"{key}.months", f"expected the twelve months in their order, and there are {len(dates.months)}")
        months = [fold(month) for month in dates.months]
        for short in dates.short_months:
            if sum(month.startswith(fold(short)) for month in months) != 1:
                self.fail(f"{key}.short-months", f"expected the first letters of one of the months, not {short!r}")
        for word in dates.other_words:
            self.one_of(word.lower(), f"{key}.other-words", [name.lower() for name in (*dates.months, *dates.short_months)])
        if dates.order and sorted(dates.order) != ["day", "month"]:
            self.fail(f"{key}.order", "expected 'day' and 'month', in the order in which they are written")
        return dates

    def unambiguous(self, playbook: Playbook) -> None:
        """Refuse a label that could not be read, and a wording that would mean two things."""
        meanings: dict[tuple[str, str], tuple[str, str]] = {}

        def once(kind: str, wording: str, meaning: str, place: str) -> None:
            other, where = meanings.setdefault((kind, fold(wording)), (meaning, place))
            if other != meaning:
                self.fail(place, f"{wording!r} stands for {other!r} already, see {where}; expected another wording")

        for number, spec in enumerate(playbook.fields):
            worded = {choice for language in playbook.languages for choice in language.choices.get(spec.key, ())}
            for choice in spec.choices:
                if choice not in worded:
                    reason = (
                        f"the choice {choice!r} has no wording in any language; expected one in languages.*.choices.{spec.key}"
                    )
                    self.fail(f"fields[{number}].choices", reason)
        for number, workload in enumerate(playbook.workloads):
            for tag in (workload.tag, *workload.other_tags):
                once("tag", tag, workload.tag, f"workloads[{number}].tag")
        for language in playbook.languages:
            place = f"languages.{language.code}"
            for key, wordings in language.labels.items():
                for wording in wordings:
                    once("label", wording, key, f"{place}.labels.{key}")
                    if set(wording) & set(":：*_"):
                        reason = f"a label ends at its colon and can't hold ':', '*' or '_': {wording!r}"
                        self.fail(f"{place}.labels.{key}", reason)
            for key, choices in language.choices.items():
                for choice, wordings in choices.items():
                    for wording in wordings:
                        once(key, wording, choice, f"{place}.choices.{key}.{choice}")


def _kind(value: object) -> str:
    names: dict[type, str] = {str: "a text", bool: "a yes or no", int: "a number", float: "a number", list: "a list"}
    return names.get(type(value), "a table" if isinstance(value, Mapping) else f"a {type(value).__name__}")


def _did_you_mean(text: str, known: Iterable[str]) -> str:
    import difflib  # only for errors

    close = difflib.get_close_matches(text, known, n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""
