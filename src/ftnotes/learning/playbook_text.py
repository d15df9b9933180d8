"""The text of a playbook file for learned templates."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Final, TypeAlias, get_args

from ..playbook.model import FieldKind
from ..playbook.playbook import Playbook
from ..playbook.template_decoder import FIELD_KEYS, FIELD_WORDS, TEMPLATE_KEYS, key_from
from ..text.words import fold
from .fields import Doubt, LearnedField
from .known import KnownTemplate, KnownWorkloads, find_known
from .templates import LearnedTemplate

Value: TypeAlias = str | bool | int | list[str] | dict[str, str]

#: What the comments that ask a person begin with.
DOUBT: Final = "# ? "
#: A longer name of a workload is a remark on what belongs there.
_NAME_WORDS: Final = 5
#: Characters that end a label, which none can contain.
_LABEL_ENDS: Final = str.maketrans(dict.fromkeys(":：*_", " "))
#: The keys that the format has.
_SUPPORTED: Final = frozenset((*TEMPLATE_KEYS, *FIELD_KEYS, *FIELD_WORDS))
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
    language = next((found.language for found in known if found), None)
    lines = [
        f'# Learned from a page. Questions to you are marked with "{DOUBT.strip()}".',
        "",
        f"id = {quoted(key_from(title) or 'learned')}",
        *([f"extends = {quoted(edition)}"] if edition else []),
        f"summary = {quoted(f'Learned from a page: {title}.' if title else 'Learned from a page.')}",
        *([f"default-language = {quoted(language)}"] if language else []),
    ]
    keys: list[str] = []
    for template, found in zip(templates, known, strict=True):
        keys.append(_template_key(template, found, keys))
        lines += ["", *_template(template, keys[-1], found, edition)]
    lines += _workloads(templates, _known_workloads(known, edition), edition is not None)
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
    return (
        key
        if key not in taken
        else next(name for number in range(2, len(taken) + 3) if (name := f"{key}-{number}") not in taken)
    )


def _template_key(template: LearnedTemplate, known: KnownTemplate | None, taken: Sequence[str]) -> str:
    if known and known.template.key not in taken:
        return known.template.key
    return _unused(key_from(template.title) or "template", taken)


def _template(template: LearnedTemplate, key: str, known: KnownTemplate | None, edition: str | None) -> Iterator[str]:
    base = known if edition else None
    yield from map(comment, template.doubts)
    typed = {"typed": quoted(template.typed)} if template.typed != "bullets" else {}
    yield from _unsupported(typed, template.line)
    yield "[[templates]]"
    yield f"key = {quoted(key)}"
    if template.title and not (base and template.title in base.words.titles[:1]):
        yield f"titles = [{quoted(template.title)}]"
    yield from _supported(typed)
    keys: dict[str, None] = {}
    lines: list[str] = []
    for number, field in enumerate(template.fields, 1):
        published = known.field(field.label) if known else None
        own = key_from(_label(field)) or f"field-{number}"
        name = published if published and published not in keys else _unused(own, keys)
        keys[name] = None
        lines += _field(field, name, known, base)
    for spec in base.missing(keys) if base else ():
        remedy = f"{{ key = {quoted(spec.key)}, remove = true }}"
        lines.append(comment(Doubt(0, f"the page lacks this field of the edition; to remove it: {remedy}")))
    if any(not line.startswith(DOUBT) for line in lines):
        yield from ("fields = [", *(f"  {line}" for line in lines), "]")
    else:
        yield from lines  # all fields are inherited


def _field(field: LearnedField, key: str, known: KnownTemplate | None, base: KnownTemplate | None) -> Iterator[str]:
    """Yield the line of a field, unless it is inherited from ``base``, after comments with its questions."""
    inherited: dict[str, Value] = {"kind": "choice" if field.choices else "text"}  # the format's defaults
    if base:
        _keep_choices(field, key, base)
        inherited |= dict(base.inherited(key))
    skipped = {name: _toml(value) for name, value in inherited.items()}
    values = {name: _toml(value) for name, value in _values(field, key, known)}
    values = {name: value for name, value in values.items() if skipped.get(name) != value}
    is_named = "label" in values and key == key_from(_label(field))
    yield from map(comment, field.doubts)
    yield from _unsupported(values, field.line)
    supported = list(_supported(values))
    if supported:
        yield f"{{ {', '.join(supported if is_named else [f'key = {quoted(key)}', *supported])} }},"


def _label(field: LearnedField) -> str:
    return " ".join(field.label.translate(_LABEL_ENDS).split())


def _keep_choices(field: LearnedField, key: str, base: KnownTemplate) -> None:
    """Add the inherited choices that a page lacks to a field, since rules of the edition can depend on them."""
    lacking = {choice: words for choice, words in base.choices(key).items() if choice not in _choices(field, key, base)}
    if lacking:
        field.doubt(f"the edition has choices that the page lacks, and they are kept: {' / '.join(lacking.values())}")
        field.kind, field.choices = "choice", [*field.choices, *lacking.values()]


def _values(field: LearnedField, key: str, known: KnownTemplate | None) -> Iterator[tuple[str, Value]]:
    """Yield the keys and values of a field in the file."""
    yield "label", _label(field)
    yield "kind", field.kind
    if field.choices:
        yield "choices", _choices(field, key, known)
    if field.hint:
        yield "hint", field.hint
    if field.required is False:
        yield "required", False
    for name, is_so in (("several", field.several), ("more", field.more)):
        if is_so:
            yield name, True
    if field.length:
        yield "length", field.length


def _choices(field: LearnedField, key: str, known: KnownTemplate | None) -> dict[str, str]:
    """Return the choices of a field by their keys."""
    choices: dict[str, str] = {}
    for number, text in enumerate(field.choices, 1):
        name = (known.choice(key, text) if known else None) or key_from(text) or f"choice-{number}"
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


def _is_supported(name: str, value: str) -> bool:
    """Return whether the format has a key of a field or template with this value."""
    return name in _SUPPORTED and (name != "kind" or value.strip('"') in get_args(FieldKind))


def _supported(pairs: dict[str, str]) -> Iterator[str]:
    """Return the keys and values that the format has, as lines of TOML."""
    return (f"{name} = {value}" for name, value in pairs.items() if _is_supported(name, value))


def _unsupported(pairs: dict[str, str], line: int) -> Iterator[str]:
    """Yield a comment for each key and value that the format doesn't have."""
    for name, value in pairs.items():
        if not _is_supported(name, value):
            yield comment(Doubt(line, f"left out, since playbook files don't have it: {name} = {value}"))


def _known_workloads(known: Sequence[KnownTemplate | None], edition: str | None) -> KnownWorkloads | None:
    found = next((found.workloads for found in known if found), None)
    if found is None and edition:
        playbook = Playbook.load(edition)
        return KnownWorkloads(playbook, playbook.default_language)
    return found


def _workloads(templates: Sequence[LearnedTemplate], known: KnownWorkloads | None, extends: bool) -> Iterator[str]:
    names: dict[str, list[str]] = {}
    tags: dict[str, str] = {}
    for tag, name in (listed for template in templates for field in template.fields for listed in field.workloads):
        if fold(tag):
            spec = known.find(tag) if known and extends else None
            listed = names.setdefault(tags.setdefault(fold(spec.tag if spec else tag), spec.tag if spec else tag), [])
            listed += [name] if fold(name) and name not in listed else []
    translated = {}
    for tag, listed in names.items():
        spec = known.find(tag) if known else None
        if known and spec and extends:
            published = known.names(spec)
            new = [name for name in listed if fold(name) not in map(fold, published)]
            if new and known.language == known.playbook.default_language:
                yield from ("", "[[workloads]]", f"tag = {quoted(tag)}", f"names = {_toml([*new, *published])}")
            elif new:
                translated[tag] = [*new, *published]
            continue
        yield from ("", "[[workloads]]", f"tag = {quoted(tag)}", f"names = {_toml(listed or [tag])}")
        if spec and spec.catch_all:
            yield "catch-all = true"
        elif spec is None and listed and len(listed[0].split()) > _NAME_WORDS:
            yield comment(Doubt(0, f"is this a remark on what belongs there? Then add catch-all = true: {listed[0]}"))
    if known and translated:
        yield from ("", f"[languages.{known.language}.workload-names]")
        yield from (f"{quoted(tag)} = {_toml(listed)}" for tag, listed in translated.items())
