"""Everyday words with two meanings: refused where the file itself has them, left out where they are inherited.

Published words always count before everyday ones, and the everyday words of a file before those that it inherits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, NoReturn, TypeAlias

from ..text.words import fold
from .model import Language, Template, TemplateLanguage, WorkloadSpec

#: Raises the error about a key: it is given the key and the reason.
Fail: TypeAlias = Callable[[str, str], NoReturn]


class _Word(NamedTuple):
    """One word, what it means, and the key of its list."""

    text: str
    meaning: str
    place: str


def settle(
    workloads: tuple[WorkloadSpec, ...],
    languages: tuple[Language, ...],
    templates: tuple[Template, ...],
    own: Mapping[str, Any],
    fail: Fail,
) -> tuple[tuple[WorkloadSpec, ...], tuple[Template, ...]]:
    """Return workloads and templates without the inherited everyday words that mean something else here.

    Args:
        workloads: The workloads, with those that are inherited.
        languages: The languages, with those that are inherited.
        templates: The templates, with those that are inherited.
        own: The table of the file, without what it inherits.
        fail: Raises the error for an everyday word of the file that means something else.
    """
    here = set(_own_words(own))
    names = [
        *(_Word(name, spec.tag, _place(spec, "names")) for spec in workloads for name in (*spec.names, *spec.other_names)),
        *_in_languages(workloads, languages, "workload-names"),
    ]
    tags = [
        *(_Word(tag, spec.tag, _place(spec, "tag")) for spec in workloads for tag in (spec.tag, *spec.other_tags)),
        *_in_languages(workloads, languages, "workload-tags"),
    ]
    lost = {
        *_lost(names, _everyday_names(workloads), here, fail),
        *_lost(tags, _everyday_tags(workloads), here, fail),
        *(word for template in templates for word in _lost_of_template(template, here, fail)),
    }
    if not lost:
        return workloads, templates

    def kept(words: Iterable[str], place: str) -> tuple[str, ...]:
        return tuple(text for text in words if (place, text) not in lost)

    return (
        tuple(
            spec._replace(
                everyday_tags=kept(spec.everyday_tags, _place(spec, "everyday-tags")),
                everyday_names=kept(spec.everyday_names, _place(spec, "everyday-names")),
                kin_names=kept(spec.kin_names, _place(spec, "kin-names")),
            )
            for spec in workloads
        ),
        tuple(
            template._replace(
                words={
                    code: local._replace(
                        everyday_labels={
                            key: kept(words, f"languages.{code}.templates.{template.key}.everyday-labels.{key}")
                            for key, words in local.everyday_labels.items()
                        },
                        everyday_choices={
                            key: {
                                choice: kept(
                                    words, f"languages.{code}.templates.{template.key}.everyday-choices.{key}.{choice}"
                                )
                                for choice, words in choices.items()
                            }
                            for key, choices in local.everyday_choices.items()
                        },
                    )
                    for code, local in template.words.items()
                }
            )
            for template in templates
        ),
    )


def _lost_of_template(template: Template, own: set[tuple[str, str]], fail: Fail) -> Iterator[tuple[str, str]]:
    """Yield the inherited everyday words of a template that mean something else in it, each with the key of its list."""
    labels = [
        _Word(text, key, f"languages.{code}.templates.{template.key}.labels.{key}")
        for code, local in template.words.items()
        for key, wordings in local.labels.items()
        for text in wordings
    ]
    for code, local in template.words.items():
        yield from _lost(labels, _everyday_labels(template, code, local), own, fail)
    for key in {key for local in template.words.values() for key in local.choices}:
        yield from _lost(_choices(template, "choices", key), _choices(template, "everyday-choices", key), own, fail)


def _lost(
    published: Iterable[_Word], everyday: Iterable[_Word], own: set[tuple[str, str]], fail: Fail
) -> Iterator[tuple[str, str]]:
    """Yield the inherited everyday words that mean something else, each with the key of its list."""
    words = list(everyday)
    meanings = {fold(word.text): word for word in reversed(list(published))}
    for word in words:
        if (word.place, word.text) in own:
            other = meanings.setdefault(fold(word.text), word)
            if other.meaning != word.meaning:
                fail(word.place, f"{word.text!r} means {other.meaning!r} already (see {other.place}); expected other words")
    for word in words:
        if meanings.setdefault(fold(word.text), word).meaning != word.meaning:
            yield word.place, word.text


def _place(spec: WorkloadSpec, name: str) -> str:
    return f"workloads[{spec.tag}].{name}"


def _everyday_names(workloads: Iterable[WorkloadSpec]) -> Iterator[_Word]:
    for spec in workloads:
        for name in spec.everyday_names:
            yield _Word(name, spec.tag, _place(spec, "everyday-names"))
        for name in spec.kin_names:
            yield _Word(name, spec.tag, _place(spec, "kin-names"))


def _everyday_tags(workloads: Iterable[WorkloadSpec]) -> Iterator[_Word]:
    return (_Word(tag, spec.tag, _place(spec, "everyday-tags")) for spec in workloads for tag in spec.everyday_tags)


def _everyday_labels(template: Template, code: str, local: TemplateLanguage) -> Iterator[_Word]:
    for key, wordings in local.everyday_labels.items():
        for text in wordings:
            yield _Word(text, key, f"languages.{code}.templates.{template.key}.everyday-labels.{key}")


def _choices(template: Template, name: str, key: str) -> Iterator[_Word]:
    """Yield the words for the choices of a field in all languages."""
    for code, local in template.words.items():
        choices = local.choices if name == "choices" else local.everyday_choices
        for choice, texts in choices.get(key, {}).items():
            for text in texts:
                yield _Word(text, choice, f"languages.{code}.templates.{template.key}.{name}.{key}.{choice}")


def _in_languages(workloads: Iterable[WorkloadSpec], languages: Iterable[Language], name: str) -> Iterator[_Word]:
    """Yield the names or tags of workloads that languages have."""
    edition = {tag: spec.tag for spec in workloads for tag in (spec.tag, *spec.other_tags)}
    for language in languages:
        words = language.workload_names if name == "workload-names" else language.workload_tags
        for tag, texts in words.items():
            for text in texts:
                yield _Word(text, edition[tag], f"languages.{language.code}.{name}.{tag}")


def _own_words(own: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the everyday words in the table of a file, each with the key of its list."""
    for entry in own.get("workloads", []):
        for name in ("everyday-tags", "everyday-names", "kin-names"):
            for text in entry.get(name, []):
                yield f"workloads[{entry['tag']}].{name}", text
    for code, language in own.get("languages", {}).items():
        for template, local in language.get("templates", {}).items():
            place = f"languages.{code}.templates.{template}"
            for key, wordings in local.get("everyday-labels", {}).items():
                for text in wordings:
                    yield f"{place}.everyday-labels.{key}", text
            for key, choices in local.get("everyday-choices", {}).items():
                for choice, wordings in choices.items():
                    for text in wordings:
                        yield f"{place}.everyday-choices.{key}.{choice}", text
