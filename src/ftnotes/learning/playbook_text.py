"""The text of a playbook file for learned templates."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, count
from typing import Final, TypeAlias

from ..playbook.model import FieldKind
from ..playbook.playbook import Playbook
from ..playbook.template_decoder import key_from
from ..playbook.template_words import first_template
from ..playbook.wording import Wording, wording_in
from ..text.patterns import LABEL_ENDS
from ..text.words import fold
from .fields import Doubt, LearnedField
from .known import find_known, inherited_choices, inherited_values, known_field
from .templates import LearnedTemplate

Value: TypeAlias = str | bool | int | list[str] | dict[str, str]

#: What the comments that ask a person begin with.
DOUBT: Final = "# ? "
#: A longer name of a workload is a remark on what belongs there.
_NAME_WORDS: Final = 5
#: Spaces for what a label can't contain.
_LABEL_ENDS: Final = str.maketrans(dict.fromkeys(LABEL_ENDS, " "))
_SURROGATES: Final = ("\ud800", "\udfff")


def playbook_text(templates: Sequence[LearnedTemplate], passed_over: Sequence[str], edition: str | None = None) -> str:
    """Return the text of a playbook file with templates, with a comment for each question to a person.

    Args:
        templates: The templates, at least one.
        passed_over: The places of the page that look like a template and are not, in words.
        edition: The published edition that the file extends; None for a file of its own.
    """
    known = [find_known(template, edition) for template in templates]
    title = next((template.title for template in templates if template.title), "")
    published = next(filter(None, known), None)
    lines = [
        f'# Learned from a page. Questions to you are marked with "{DOUBT.strip()}".',
        "",
        f"id = {quoted(key_from(title) or 'learned')}",
        *([f"extends = {quoted(edition)}"] if edition else []),
        f"summary = {quoted(f'Learned from a page: {title}.' if title else 'Learned from a page.')}",
        *([f"default-language = {quoted(published.language.code)}"] if published else []),
    ]
    keys: list[str] = []
    for template, found in zip(templates, known, strict=True):
        keys.append(_template_key(template, found, keys))
        lines += ["", *_template(template, keys[-1], found, edition)]
    workloads = (workload for template in templates for field in template.fields for workload in field.workloads)
    lines += _workloads(workloads, published or _usual_wording(edition), edition is not None)
    if passed_over:
        lines += ["", *(comment(Doubt(0, place)) for place in passed_over)]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Return a text as a string of TOML, on one line and without spaces around it; a lone surrogate becomes U+FFFD."""
    text = "".join("\ufffd" if _SURROGATES[0] <= sign <= _SURROGATES[1] else sign for sign in text.strip())
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def comment(doubt: Doubt) -> str:
    """Return a question to a person as a comment of TOML."""
    text = "".join(sign if sign.isprintable() else " " for sign in doubt.text)
    return f"{DOUBT}{f'line {doubt.line}: ' if doubt.line else ''}{' '.join(text.split())}"


def questions(text: str) -> list[str]:
    """Return the questions in the text of a learned playbook."""
    return [line.strip().removeprefix(DOUBT) for line in text.split("\n") if line.strip().startswith(DOUBT)]


def _unused(key: str, taken: Collection[str]) -> str:
    """Return a key, with a number if it is taken."""
    return next(name for name in chain([key], (f"{key}-{number}" for number in count(2))) if name not in taken)


def _usual_wording(edition: str | None) -> Wording | None:
    if edition is None:
        return None
    template = first_template(Playbook.load(edition))
    return wording_in(template, template.default_language)


def _template_key(template: LearnedTemplate, known: Wording | None, taken: Sequence[str]) -> str:
    if known and known.template.key not in taken:
        return known.template.key
    return _unused(key_from(template.title) or "template", taken)


def _template(template: LearnedTemplate, key: str, known: Wording | None, edition: str | None) -> Iterator[str]:
    base = known if edition else None
    yield from map(comment, template.doubts)
    yield "[[templates]]"
    yield f"key = {quoted(key)}"
    if template.title and not (base and template.title in base.local.titles[:1]):
        yield f"titles = [{quoted(template.title)}]"
    if template.is_bold and not (base and base.template.spec.typed == "bold"):
        yield 'typed = "bold"'
    keys: dict[str, None] = {}
    lines: list[str] = []
    for number, field in enumerate(template.fields, 1):
        published = known_field(known, field.label) if known else None
        own = key_from(_label(field)) or f"field-{number}"
        name = published if published and published not in keys else _unused(own, keys)
        keys[name] = None
        lines += _field(field, name, known, base)
    for lacking in [key for key in base.template.fields if key not in keys] if base else ():
        remedy = f"{{ key = {quoted(lacking)}, remove = true }}"
        lines.append(comment(Doubt(0, f"the page lacks this field of the edition; to remove it: {remedy}")))
    if any(not line.startswith(DOUBT) for line in lines):
        yield from ("fields = [", *(f"  {line}" for line in lines), "]")
    else:
        yield from lines  # all fields are inherited


def _field(field: LearnedField, key: str, known: Wording | None, base: Wording | None) -> Iterator[str]:
    """Yield the line of a field, unless it is inherited from ``base``, after comments with its questions."""
    inherited: dict[str, Value] = {"kind": "choice" if field.choices else "text"}  # the default of the format
    kind = field.kind
    if base:
        kind = _kept_kind(field, key, base)
        _keep_choices(field, key, base)
        inherited |= inherited_values(base, key)
    skipped = {name: _toml(value) for name, value in inherited.items()}
    typed = _values(field, key, kind, known)
    if base and (others := [label for label in base.local.labels.get(key, ()) if label != typed["label"]]):
        typed["label"] = [_label(field), *others]  # a list replaces the inherited one, which variants refer to
    values = {name: _toml(value) for name, value in typed.items()}
    values = {name: value for name, value in values.items() if skipped.get(name) != value}
    yield from map(comment, field.doubts)
    if values:
        if "label" not in values or key != key_from(_label(field)):
            values = {"key": quoted(key), **values}
        yield f"{{ {', '.join(f'{name} = {value}' for name, value in values.items())} }},"


def _label(field: LearnedField) -> str:
    return " ".join(field.label.translate(_LABEL_ENDS).split())


def _kept_kind(field: LearnedField, key: str, base: Wording) -> FieldKind:
    """Return the kind of a field: the inherited one if the field inherits what only that kind can have."""
    spec = base.template.fields.get(key)
    if spec is None or spec.kind == field.kind or not (spec.choices or spec.within or spec.typed):
        return field.kind
    field.doubt(f"the field is of kind {field.kind} here and of kind {spec.kind} in the edition, which is kept")
    field.choices = []
    field.settings = {name: value for name, value in field.settings.items() if name not in ("more", "several")}
    return spec.kind


def _keep_choices(field: LearnedField, key: str, base: Wording) -> None:
    """Add the inherited choices that a page lacks to a field, since rules of the edition can depend on them."""
    lacking = {
        choice: words for choice, words in inherited_choices(base, key).items() if choice not in _choices(field, key, base)
    }
    if lacking:
        field.doubt(f"the edition has choices that the page lacks, and they are kept: {' / '.join(lacking.values())}")
        field.choices = [*field.choices, *lacking.values()]


def _values(field: LearnedField, key: str, kind: FieldKind, known: Wording | None) -> dict[str, Value]:
    """Return the keys and values of a field in the file."""
    values: dict[str, Value] = {"label": _label(field), "kind": kind}
    if field.choices:
        values["choices"] = _choices(field, key, known)
    if field.hint:
        values["hint"] = field.hint
    if field.required is False:
        values["required"] = False
    return values | field.settings


def _choices(field: LearnedField, key: str, known: Wording | None) -> dict[str, str]:
    """Return the choices of a field by their keys."""
    choices: dict[str, str] = {}
    for number, text in enumerate(field.choices, 1):
        name = (known.vocabulary.choice(key, text) if known else None) or key_from(text) or f"choice-{number}"
        choices[_unused(name, choices)] = text
    return choices


def _toml(value: Value) -> str:
    """Return a value as TOML."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(map(quoted, value))}]"
    if isinstance(value, dict):
        if list(value) == list(map(key_from, value.values())):
            return _toml(list(value.values()))
        return f"{{ {', '.join(f'{name} = {quoted(text)}' for name, text in value.items())} }}"
    return json.dumps(value)


def _workloads(listed: Iterable[tuple[str, str]], known: Wording | None, extends: bool) -> Iterator[str]:
    """Yield the tables of workloads by their tags and names; only what is new if the file ``extends`` an edition."""
    workloads: dict[str, tuple[str, str | None, list[str]]] = {}
    for tag, name in listed:
        published = known.vocabulary.tag(tag) if known else None
        tag = published if published and extends else tag
        if fold(tag):
            names = workloads.setdefault(fold(tag), (tag, published, []))[-1]
            names += [name] if fold(name) and name not in names else []
    translated: list[str] = []
    for tag, published, names in workloads.values():
        spec = known.template.workloads[published] if known and published else None
        old = known.language.workload_names.get(spec.tag, spec.names) if known and spec and extends else ()
        new = [name for name in names if fold(name) not in map(fold, old)]
        if old and known and known.language.code != known.playbook.default_language:
            translated += [f"{quoted(tag)} = {_toml([*new, *old])}"] if new else []
        elif new or not old:
            yield from ("", "[[workloads]]", f"tag = {quoted(tag)}", f"names = {_toml([*new, *old] or [tag])}")
            if spec and spec.catch_all and not extends:
                yield "catch-all = true"
            elif spec is None and names and len(names[0].split()) > _NAME_WORDS:
                yield comment(Doubt(0, f"is this a remark on what belongs there? Then add catch-all = true: {names[0]}"))
    if known and translated:
        yield from ("", f"[languages.{known.language.code}.workload-names]", *translated)
