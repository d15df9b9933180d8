"""New notes from values: the blank template, and filled-in notes.

The result is read back: a value that would be read as a separate field, tag or title is refused, and the message names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from ..playbook.choice_reading import choice_in
from ..playbook.model import FieldSpec
from ..playbook.playbook import Playbook, choose_language, choose_playbook
from ..playbook.template_words import TemplateWords, first_template, template_words
from ..playbook.wording import JOINT, Wording, wording_in
from ..syntax.document import Document
from ..syntax.exec_summary import make_note
from ..syntax.nodes import Field, Title, Workload
from ..syntax.note import Note
from ..syntax.parser import parse
from ..syntax.serializer import serialize
from ..syntax.validators import tidy_lines
from ..text.patterns import HASHTAG
from ..text.suggest import did_you_mean, one_of, unknown
from .read_back import first_difference

#: The workloads of a note: tags or `Workload` nodes, or updates by tag.
Workloads: TypeAlias = Mapping[str, str] | Iterable[str | Workload]

#: Between the choices of a blank template.
_OR: Final = "/"
#: The same where a choice has a slash.
_OR_WITH_SLASHES: Final = " | "


def new(
    template: str | None = None,
    *,
    variant: str | None = None,
    language: str = "en",
    edition: str | None = None,
    playbook: Playbook | None = None,
    workloads: Workloads | None = None,
    hashtags: Iterable[str] = (),
    values: Mapping[str, str | None] | None = None,
    **fields: str | None,
) -> str:
    """Write a new note: the blank template, or a note with the given values.

    Args:
        template: the key of a template of the playbook; without it, the first one.
        variant: the key of a variant of the template, with labels of its own.
        language: the language of the note.
        edition: the id of a published edition; without it and ``playbook``, the default edition.
        playbook: a custom playbook, instead of ``edition``.
        workloads: tags or `Workload` nodes, or a mapping of tags to updates; they are put in the order of the template.
            Without them, the blank template lists all, and a note with values lists none.
        hashtags: the hashtags to put into the title, with their ``#``: ``["#covid"]``.
        values: the values of fields by their keys: ``{"customer": "…", "engagement-status": "on-hold"}``. A choice is given by
            its key, as a member of its enumeration, or in the words of any language. A field without a value stays empty.
        **fields: more of them, by keys that are not among the arguments: ``customer="…"``, ``engagement_status="on-hold"``.

    Returns:
        The text, with line feeds as line ends.

    Raises:
        TypeError: a key is unknown, or a value has the wrong type; the message lists the keys.
        ValueError: there is no such template, variant, language, edition, choice or workload, or a value would be read as
            something else. The message names the value.

    Source: "Template for Note Entries" of the Overall Status Notes Guidance.
    """
    wording = _wording(template, language, choose_playbook(playbook, edition))
    given = _given(wording, values, fields)
    return serialize(_note(wording, _variant(wording.template, variant), workloads, hashtags, given, blank=not given))


def build_note(
    template: str | None = None,
    *,
    variant: str | None = None,
    language: str = "en",
    edition: str | None = None,
    playbook: Playbook | None = None,
    workloads: Workloads | None = None,
    hashtags: Iterable[str] = (),
    values: Mapping[str, str | None] | None = None,
    **fields: str | None,
) -> Note:
    """Build a note from values, as `new` writes it; without values, one with empty fields."""
    wording = _wording(template, language, choose_playbook(playbook, edition))
    labels = _variant(wording.template, variant)
    return _note(wording, labels, workloads, hashtags, _given(wording, values, fields), blank=False)


def _given(wording: Wording, *values: Mapping[str, str | None] | None) -> dict[str, str | None]:
    """Return the values by the keys of the fields."""
    given: dict[str, str | None] = {}
    for some in values:
        if not isinstance(some or {}, Mapping):
            raise TypeError(f"values must be a mapping of keys to values, not {type(some).__name__}")
        for name, value in (some or {}).items():
            key = field_key(wording, name)
            if key in given:
                raise TypeError(f"field {key!r} is given twice; give it once")
            given[key] = value
    return given


def _wording(template: str | None, language: str, playbook: Playbook) -> Wording:
    words = first_template(playbook) if template is None else template_words(playbook, template)
    code = choose_language(playbook, language)
    return wording_in(words, one_of("language", code, words.local, f"template {words.key} has"))


def _variant(template: TemplateWords, variant: str | None) -> Mapping[str, str]:
    """Return the labels of a variant of a template, by the keys of their fields."""
    if variant is None:
        return {}
    variants = {known.key: known.labels for known in template.spec.variants}
    return variants[one_of("variant", variant, variants, f"template {template.key} has")]


def _note(
    wording: Wording,
    labels: Mapping[str, str],
    workloads: Workloads | None,
    hashtags: Iterable[str],
    given: Mapping[str, str | None],
    blank: bool,
) -> Note:
    playbook = wording.playbook
    if workloads and not wording.template.listing:
        raise ValueError(f"workloads: template {wording.template.key} has no list of them; omit them")
    body: list[Field | Workload] = []
    for spec in wording.template.spec.fields:
        label = labels.get(spec.key) or wording.label_to_write(spec.key)
        if label is None:
            continue
        said = given.get(spec.key) or ""
        if spec.typed == "bare" and (said or not spec.required):
            body += [make_workload(wording, said)] if said else []
            continue
        listed: tuple[Workload, ...] = ()
        if spec.key == wording.template.listing:
            tags: Workloads = [known.tag for known in playbook.workloads] if blank and workloads is None else workloads or ()
            listed = _workloads(wording, tags)
        value = _hint(wording, spec, workloads) if blank else field_value(wording, spec, said)
        body.append(Field(spec.key, label, value, listed))
    remark = " ".join(distinct_hashtags(hashtags).values())
    if remark and not wording.title:
        raise ValueError(f"hashtags: template {wording.template.key} has no title for them; omit them")
    title = Title(wording.title, remark) if wording.title else None
    return _read_back(make_note(wording.template.key, title, tuple(body), playbook))


def _hint(wording: Wording, spec: FieldSpec, workloads: Workloads | None) -> str:
    if spec.choices:
        words = [wording.choice(spec.key, choice) for choice in spec.choices]
        return (_OR_WITH_SLASHES if any("/" in word for word in words) else _OR).join(words)
    if spec.key == wording.template.listing and workloads is not None:
        return ""  # the hint says to remove workloads, and the caller has chosen them
    return wording.local.hints.get(spec.key, ("",))[0]


def distinct_hashtags(hashtags: Iterable[str]) -> dict[str, str]:
    """Return hashtags by their letters in lower case.

    Raises:
        TypeError: it is one text, or one of them is none.
        ValueError: one is not a hashtag.
    """
    if isinstance(hashtags, str) or not isinstance(hashtags, Iterable):
        raise TypeError(f"hashtags must be several texts, as ['#covid'], not {type(hashtags).__name__}")
    distinct: dict[str, str] = {}
    for tag in hashtags:
        if not isinstance(tag, str):
            raise TypeError(f"a hashtag must be a str, not {type(tag).__name__}")
        if not re.fullmatch(HASHTAG, tag):
            raise ValueError(f"{tag!r:.80} is not a hashtag: write '#' and a word with a letter in it, as '#covid'")
        distinct.setdefault(tag.casefold(), tag)
    return distinct


def argument_of(key: str) -> str:
    """Return the key of a field as a Python argument name."""
    return key.replace("-", "_")


def field_key(wording: Wording, name: str) -> str:
    """Return the key of a field by its name, ``engagement_status`` or ``engagement-status``.

    Raises:
        TypeError: there is no such field; the message lists the keys.
    """
    if not isinstance(name, str):
        raise TypeError(f"the key of a field must be a str, not {type(name).__name__}")
    keys = {argument_of(spec.key): spec.key for spec in wording.template.spec.fields}
    argument = argument_of(name)
    if argument not in keys:
        raise TypeError(
            f"playbook {wording.playbook.id} has no field {name!r:.80}{did_you_mean(argument, keys)}; it has {', '.join(keys)}"
        )
    return keys[argument]


def field_value(wording: Wording, spec: FieldSpec, value: str) -> str:
    """Return the value to write into a field; a choice comes in the language of the note.

    Raises:
        TypeError: the value is not a text.
        ValueError: the value is not a valid choice; the message lists the choices.
    """
    name = argument_of(spec.key)
    text = tidy_lines(name, value)
    if not spec.choices or not text:
        return text
    if spec.several:
        return ", ".join(_choice(wording, spec, part.strip()) for part in text.split(","))
    if spec.more and choice_in(wording.template, spec.key, text):
        return wording.with_choice(spec.key, text)
    return _choice(wording, spec, text)


def _choice(wording: Wording, spec: FieldSpec, text: str) -> str:
    """Return the words of a choice, given by its key or in the words of any language."""
    choice = text if text in spec.choices else wording.vocabulary.choice(spec.key, text)
    if choice is None:
        words = {choice: wording.choices[spec.key].get(choice, choice) for choice in spec.choices}
        close = did_you_mean(text, [*words, *words.values()])
        listed = ", ".join(f"{choice!r} ({word})" for choice, word in words.items())
        raise ValueError(f"{argument_of(spec.key)}: {text!r:.80} is not a valid choice{close}; the choices are {listed}")
    return wording.choice(spec.key, choice)


def make_workload(wording: Wording, tag: str | Workload, update: str = "", name: str = "") -> Workload:
    """Make a workload from its tag or name, in the words of the language.

    Args:
        tag: a tag of the playbook, several joined by ``+``, or the name of a workload; or a node, for an unknown tag.
        name: the name to write; by default that of the playbook.

    Raises:
        TypeError: ``tag`` is neither a text nor a node.
        ValueError: the playbook has no such workload; the message lists the tags.
    """
    if isinstance(tag, Workload):
        return tag
    if not isinstance(tag, str):
        raise TypeError(f"a workload must be a tag or a Workload, not {type(tag).__name__}")
    vocabulary = wording.vocabulary
    parts = [tag] if vocabulary.tag(tag) else [vocabulary.tag(part) for part in tag.split(JOINT)]
    if all(parts):
        known_tag, known_name = wording.workload(tag, name, bool(update))
    elif vocabulary.name(tag):
        known_tag, known_name = wording.workload("", tag)
    else:
        tags = [spec.tag for spec in wording.playbook.workloads]
        raise unknown("workload", tag, tags, f"playbook {wording.playbook.id} has")
    return Workload(known_tag, name or known_name, tidy_lines(f"workloads[{tag!r}]", update))


def _workloads(wording: Wording, workloads: Workloads) -> tuple[Workload, ...]:
    if isinstance(workloads, (str, Workload)) or not isinstance(workloads, Iterable):
        raise TypeError(
            f"workloads must be tags, Workload nodes, or a mapping of tags to updates, not {type(workloads).__name__}"
        )
    pairs = workloads.items() if isinstance(workloads, Mapping) else ((tag, "") for tag in workloads)
    nodes = [make_workload(wording, tag, update) for tag, update in pairs]
    return tuple(sorted(nodes, key=lambda workload: template_place(wording, workload)))


def template_place(wording: Wording, workload: Workload) -> int:
    """Return the place of a workload in the template, by its first tag or else its name; unknown ones come last."""
    return wording.template.workload_place((workload.tags or (workload.name,))[0])


def _read_back(summary: Note) -> Note:
    intended = Document((summary,))
    actual = parse(intended.text, summary.playbook)
    if actual != intended:
        node, value, reading = first_difference(intended.walk(), actual.walk())
        if isinstance(node, (Workload, Field)):
            reading = "in part as a separate title, field, workload or paragraph; reword it"
        if isinstance(node, Workload):
            value = f"workloads[{node.tag or node.name!r}] {node.update!r:.80}"
        elif isinstance(node, Field):
            value = f"{argument_of(node.key or '')} {node.value!r:.80}"
        raise ValueError(f"{value} would be read differently: {reading}")
    return summary
