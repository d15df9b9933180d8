"""What the page asks for: the settings of a check, and the fields of a new note. All words are those of the playbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ftnotes import Playbook, new
from ftnotes.playbook.model import FieldSpec
from ftnotes.playbook.template_words import first_template, template_words
from ftnotes.playbook.wording import Wording, wording_in
from ftnotes.policy.context import known_values
from ftnotes.text.words import fold
from ftnotes.writing.compose import argument_of

from .session import Given, Json, playbook_of

#: The settings whose values are keys of the playbook.
_CHOSEN: Final = ("role", "note-type", "intent", "priority")


def settings(request: Mapping[str, Given]) -> Json:
    """Return the values that each setting can have, with their names for people."""
    playbook = playbook_of(request)
    return {
        "edition": [{"value": one, "name": f"{one}: {Playbook.load(one).summary}"} for one in reversed(Playbook.editions())],
        "language": [{"value": one.code, "name": one.name} for one in playbook.languages],
        **{
            name: [{"value": key, "name": _display(key, names)} for key, names in known_values(name, playbook).items()]
            for name in _CHOSEN
        },
        "now": {"edition": playbook.id, "language": playbook.default_language},
    }


def _display(key: str, names: tuple[str, ...]) -> str:
    """Return a key in words: the name that is spelled like it, or else the key itself; then the abbreviations."""
    words = key.replace("-", " ")
    name = next((one for one in names if fold(one) == fold(words)), words.capitalize())
    short = [one for one in names if one != name and one.isascii() and one.isupper() and one.isalnum() and len(one) > 1]
    return f"{name} ({', '.join(short)})" if short else name


def form(request: Mapping[str, Given]) -> Json:
    """Return the fields of a new note, in the order of the template."""
    playbook = playbook_of(request)
    wording = _wording(playbook, request)
    template = wording.template
    fields = [_field(wording, spec) for spec in template.spec.fields if wording.label_to_write(spec.key)]
    hashtags = [{"tag": one.tag, "summary": one.summary} for one in playbook.hashtags] if wording.title else []
    return {
        "template": template.key,
        "templates": [
            {"value": one.key, "name": one.key.replace("-", " ").capitalize()}
            for one in playbook.templates
            if wording.language.code in one.words
        ],
        "language": wording.language.code,
        "fields": fields,
        "hashtags": hashtags,
    }


def _wording(playbook: Playbook, request: Mapping[str, Given]) -> Wording:
    key = request.get("template")
    template = template_words(playbook, key) if key else first_template(playbook)
    language = playbook.default_language
    return wording_in(template, language if language in template.local else template.default_language)


def _field(wording: Wording, spec: FieldSpec) -> Json:
    listed = spec.key == wording.template.listing
    choices = [{"value": choice, "name": wording.choice(spec.key, choice)} for choice in spec.choices]
    if listed or spec.kind == "workload":
        choices = [{"value": one.tag, "name": wording.name(one.tag)} for one in wording.playbook.workloads]
    hints = () if listed else wording.local.hints.get(spec.key, ())
    return {
        "key": spec.key,
        "kind": "workloads" if listed else spec.kind,
        "label": wording.label(spec.key),
        "hint": (*hints, "")[0],
        "required": spec.required,
        "choices": choices,
    }


def compose(request: Mapping[str, Given]) -> Json:
    """Return a new note with the values of a filled-in form: the blank template if it is empty.

    A value that a note can't have is an error with the key of its field, instead of the text.

    Raises:
        ValueError: a setting is invalid.
        TypeError: the request is not that of a form.
    """
    playbook = playbook_of(request)
    wording = _wording(playbook, request)
    values = {key: value for key, value in (request.get("values") or {}).items() if value}
    workloads = request.get("workloads") or None
    keys = [spec.key for spec in wording.template.spec.fields if spec.key != wording.template.listing]
    if workloads and not values:
        values = dict.fromkeys(keys[:1], "")  # a note with workloads is not blank
    try:
        text = new(
            wording.template.key,
            language=wording.language.code,
            playbook=playbook,
            workloads=workloads,
            hashtags=request.get("hashtags") or (),
            values=values,
        )
    except ValueError as error:
        return _refusal(wording, str(error), [spec.key for spec in wording.template.spec.fields])
    return {"text": text}


def _refusal(wording: Wording, message: str, keys: list[str]) -> Json:
    """Return an error of the library, which names a value by its argument, with the label of its field instead."""
    for key in keys:
        for name in {argument_of(key), "workloads"} if key == wording.template.listing else {argument_of(key)}:
            if message.startswith(name) and not message[len(name) :][:1].isalnum():
                label = wording.label(key)
                return {"error": f"{label}{message[len(name) :]}", "field": key}
    return {"error": message, "field": ""}
