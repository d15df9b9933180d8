"""Ways to violate the rules about summaries and free notes, each and no other: functions that make a note."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from itertools import product
from typing import Final, cast

import attrs
from hypothesis import strategies as st

from ..playbook.model import ChoiceMeaning, HashtagRule, Intent
from ..playbook.template_words import TemplateWords
from ..policy.context import Context
from ..syntax.layout import FieldLayout, WorkloadLayout
from ..syntax.nodes import Field, Prose, Workload
from ..syntax.note import Note
from ..syntax.serializer import serialize
from ..writing.compose import new
from .kind_violations import Maker, Need, free_types, is_summary_due
from .valid import action, lifecycle_note, name_of, tag_of, valid_workload
from .violation_draft import Case, Draft, meant, plain_choices

#: Cyrillic letters that look like Latin ones.
_LOOKALIKES: Final = str.maketrans("AEOPCTMXaeopcx", "АЕОРСТМХаеорсх")


def _suppression_unused(draft: Draft) -> Note:
    return draft.with_text(f"<!-- ftnotes: ignore {draft.one_of('FT201', 'FT303', 'field-twice')} {draft.phrase('person')} -->")


def _required_fields(template: TemplateWords) -> list[str]:
    """Return the keys of the fields that a note must have; without the only one, it would be no note."""
    required = [spec.key for spec in template.spec.fields if spec.required]
    return required if len(template.fields) > 1 else []


def _required_texts(template: TemplateWords) -> list[str]:
    return [key for key in _required_fields(template) if template.fields[key].kind == "text"]


def _field_missing(draft: Draft) -> Note:
    summary = draft.summary()
    keys = draft.draw(st.sets(st.sampled_from(_required_fields(draft.template)), min_size=1, max_size=3))
    return attrs.evolve(summary, body=tuple(field for field in summary.fields if field.key not in keys))


def _field_twice(draft: Draft) -> Note:
    summary = draft.summary()
    key = draft.key("text")
    body = [again for field in summary.fields for again in ((field, field) if field.key == key else (field,))]
    return attrs.evolve(summary, body=tuple(body))


def _out_of_order(draft: Draft) -> Note:
    fields = list(draft.summary().fields)
    at = draft.draw(st.integers(0, len(fields) - 2))
    fields[at : at + 2] = fields[at + 1], fields[at]
    return attrs.evolve(draft.summary(), body=tuple(fields))


def _hint_left_in(draft: Draft) -> Note:
    key = draft.key("text", draft.local.hints)
    hint = draft.local.hints[key][0]
    return draft.with_value(draft.summary(), key, f"{hint} {draft.phrase('description')}")


def _label_unknown(draft: Draft) -> Note:
    summary = draft.summary()
    more = Field(None, draft.unknown_label(), draft.phrase("remark"))
    at = draft.draw(st.integers(1, len(summary.body)))
    return attrs.evolve(summary, body=(*summary.body[:at], more, *summary.body[at:]))


def _label_spelling(draft: Draft) -> Note:
    published = {key: draft.local.labels[key] for key in draft.template.fields}
    ways = [
        (key, other)
        for key, (label, *_) in published.items()
        for other in (label.capitalize(), label.title(), label.replace(" ", "") if label.capitalize() == label else label)
        if other not in published[key] and (known := draft.template.vocabulary.label(other)) and known.key == key
    ]
    key, other = draft.one_of(*ways)
    return draft.with_field(draft.summary(), key, lambda field: attrs.evolve(field, label=other))


def _label_marks(draft: Draft) -> Note:
    bullet = draft.one_of("• ", "1. ", "– ")
    key = draft.key("text")
    return draft.with_field(draft.summary(), key, lambda field: attrs.evolve(field, layout=FieldLayout(bullet)))


def _stray_text(draft: Draft) -> Note:
    summary = draft.summary()
    at = draft.draw(st.integers(1, len(summary.body) - 1))
    stray = Prose(draft.phrase("remark") + "\n\n")
    return attrs.evolve(summary, body=(*summary.body[:at], stray, *summary.body[at:]))


def _choice(draft: Draft, make: Callable[[str, list[str]], str]) -> Note:
    """Make a note with a choice changed: ``make`` gets its word and the words of all choices."""
    key = draft.key("choice")
    words = [draft.word(key, choice) for choice in draft.template.fields[key].choices]
    word = draft.word(key, draft.one_of(*plain_choices(draft.template, key)))
    return draft.with_value(draft.summary(), key, make(word, words))


def _not_in_list(draft: Draft) -> Note:
    return _choice(
        draft, lambda word, words: draft.one_of(word[:-2] + word[-1:] if len(word) > 6 else "Okay", "Going well", "?")
    )


def _contradicted(draft: Draft) -> Note:
    word = draft.language.words.evidence["planned"][0].rstrip("|")
    workload = attrs.evolve(draft.workload(), update=f"{word} ({draft.phrase('person')})")
    return draft.with_workloads(workload, choices=draft.choice("complete"))


def _contradicted_status(draft: Draft) -> Note:
    word = draft.language.words.evidence["active"][0].rstrip("|")
    return draft.with_value(draft.summary(draft.choice("resting")), draft.key("text"), f"{word} ({draft.phrase('person')})")


def _forbidden(template: TemplateWords) -> list[tuple[str, HashtagRule]]:
    """Return the hashtags that are forbidden beside choices of the template, each with the rule."""
    return [
        (spec.tag, rule)
        for spec in template.playbook.hashtags
        for rule in spec.rules
        if rule.demand == "forbid" and rule.when and rule.when.keys() <= template.choices.keys()
    ]


def _required(template: TemplateWords) -> list[HashtagRule]:
    """Return the rules that require a hashtag for a role, a type of note and an intent of the customer."""
    rules = [rule for spec in template.playbook.hashtags for rule in spec.rules if rule.demand == "require"]
    return [rule for rule in rules if rule.when.keys() == {"role", "note-type", "intent"}]


def _hashtag_forbidden(draft: Draft) -> Note:
    tag, rule = draft.one_of(*_forbidden(draft.template))
    return draft.summary({key: draft.one_of(*choices) for key, choices in rule.when.items()}, remark=tag)


def _note_types(template: TemplateWords) -> list[str]:
    """Return the keys of the types of notes that have a next action."""
    return [spec.key for spec in template.playbook.note_types if "action" in spec.asks]


def _hashtag_missing(draft: Draft) -> Case:
    whens = [rule.when for rule in _required(draft.template)]
    given = [dict(zip(when, values, strict=True)) for when in whens for values in product(*when.values())]
    free = free_types(draft.playbook)
    plain = [one for one in given if one["note-type"] in free and not is_summary_due(draft.playbook, one)]
    one = draft.one_of(*(plain or given))
    context = Context(role=one["role"], note_type=one["note-type"], intent=cast(Intent, one["intent"]))
    return Case(draft.draw(lifecycle_note(draft.language)), context)


def _hashtag_misspelled(draft: Draft) -> Note:
    word = draft.playbook.hashtags[0].tag.removeprefix("#")
    slips = [word.translate(_LOOKALIKES)]
    if len(word) > 3 and word[-2:].isalpha():  # a short word, or one with another number, would be another hashtag
        slips.append(word[:-2] + word[-1] + word[-2])
    return draft.with_text(
        draft.one_of(f"#{word}19", f"＃{word}", f"# {word}", *(f"#{slip}" for slip in slips if slip != word))
    )


def _note_type_of_another_role(draft: Draft) -> Case:
    role = draft.one_of(*draft.playbook.roles)
    others = [kind.key for kind in draft.playbook.note_types if kind.key not in role.note_types]
    plain = [key for key in others if key in free_types(draft.playbook)]
    return Case(draft.draw(lifecycle_note(draft.language)), Context(role=role.key, note_type=draft.one_of(*(plain or others))))


def _workload_unknown(draft: Draft) -> Note:
    tag, name = draft.one_of(("TELEMATICS", "Telematics portal"), ("PBX", "Old telephones"))
    return draft.with_workloads(draft.workload(), Workload(tag, name, draft.phrase("update")))


def _disagree(draft: Draft) -> Note:
    first, second = draft.specs(2)
    tag, name = tag_of(first, draft.language), name_of(second, draft.language)
    return draft.with_workloads(Workload(tag, name, draft.phrase("update")))


def _outdated(draft: Draft) -> Note:
    (spec,) = draft.specs(1, lambda spec: bool(spec.other_tags))
    workload = draft.draw(valid_workload(spec, draft.language))
    return draft.with_workloads(attrs.evolve(workload, tag=draft.one_of(*spec.other_tags)))


def _workload_spelling(draft: Draft) -> Note:
    workload = draft.workload()
    return draft.with_workloads(attrs.evolve(workload, tag=workload.tag.lower()))


def _workload_twice(draft: Draft) -> Note:
    workload = draft.workload()
    return draft.with_workloads(workload, attrs.evolve(workload, update=draft.phrase("update")))


def _workload_empty(draft: Draft) -> Note:
    first, second = draft.specs(2)
    silent = attrs.evolve(draft.draw(valid_workload(first, draft.language)), update="")
    return draft.with_workloads(draft.draw(valid_workload(second, draft.language)), silent)


def _workload_marks(draft: Draft) -> Note:
    layouts = WorkloadLayout("   • "), WorkloadLayout(open="(", close=")  "), WorkloadLayout(open="[ ", close=" ]  ")
    return draft.with_workloads(attrs.evolve(draft.workload(), layout=draft.one_of(*layouts)))


def _workload_outside(draft: Draft) -> Note:
    summary = draft.summary()
    summary = draft.with_field(
        summary, draft.key("workloads"), lambda field: attrs.evolve(field, value=draft.phrase("update"), workloads=())
    )
    return attrs.evolve(summary, body=(draft.workload(), *summary.body))


def _date_ambiguous(draft: Draft) -> Case:
    day = draft.one_of("04/05/2019", "3/4/2020", "05/06/2020")
    return Case(f"{draft.phrase('call')} ({day})\n\n{action(draft.draw, draft.language)}\n")


def _date_past(draft: Draft) -> Case:
    text = draft.draw(lifecycle_note(draft.language))
    return Case(text, Context(date=draft.draw(st.dates(datetime.date(2021, 1, 1), datetime.date(2022, 1, 1)))))


def _entitlement_matter(draft: Draft) -> Case:
    workload = draft.workload()
    technical = draft.phrase("technical", workload)
    text = f"{draft.phrase('call')} {technical}\n\n{action(draft.draw, draft.language)}\n"
    return Case(text, Context(note_type=draft.one_of(*_note_types(draft.template))))


def _summary_not_asked_for(draft: Draft) -> Case:
    asked = draft.playbook.summaries
    roles = [Context(role=role.key) for role in draft.playbook.roles if role.key not in asked.roles]
    low = [Context(priority=one.key) for one in draft.playbook.priorities if one.key not in asked.priorities]
    return Case(serialize(draft.summary()), draft.one_of(*roles, *low))


def _lookalike(draft: Draft) -> Note:
    workload = draft.workload(lambda spec: spec.tag.isascii() and spec.tag[:1] in "AEOPCTM" and spec.tag.isupper())
    return draft.with_workloads(attrs.evolve(workload, tag=workload.tag.translate(_LOOKALIKES)))


#: The function that makes a note violating a rule and no other, by the code of the rule.
SUMMARY_VIOLATIONS: Final[dict[str, Maker]] = {
    "FT001": _suppression_unused,
    "FT002": lambda draft: draft.with_text(draft.one_of("<!-- ftnotes: ignore -->", "<!-- ftnotes: be quiet -->")),
    "FT101": lambda draft: Case(new(draft.template.key, language=draft.language.code, playbook=draft.playbook)),
    "FT102": lambda draft: attrs.evolve(draft.summary(), title=None),
    "FT103": _field_missing,
    "FT104": _field_twice,
    "FT105": _out_of_order,
    "FT106": lambda draft: draft.with_value(draft.summary(), draft.one_of(*_required_texts(draft.template)), ""),
    "FT107": _hint_left_in,
    "FT108": _label_unknown,
    "FT109": _label_spelling,
    "FT110": _label_marks,
    "FT111": _stray_text,
    "FT114": lambda draft: draft.with_value(draft.summary(), draft.key("text"), draft.one_of("TBD", "?", "[insert text]")),
    "FT201": _not_in_list,
    "FT202": lambda draft: _choice(draft, lambda word, words: draft.one_of("/".join(words), " / ".join(words[1:]))),
    "FT203": lambda draft: _choice(draft, lambda word, words: f"{word} ({draft.phrase('description')})"),
    "FT204": lambda draft: _choice(draft, lambda word, words: word.upper() if word.upper() != word else word + "."),
    "FT205": _contradicted,
    "FT206": _contradicted_status,
    "FT301": _hashtag_forbidden,
    "FT302": _hashtag_missing,
    "FT303": _hashtag_misspelled,
    "FT304": lambda draft: draft.with_text(draft.one_of("#Contoso", "#firstlight")),
    "FT401": _workload_unknown,
    "FT402": _disagree,
    "FT403": _outdated,
    "FT404": _workload_spelling,
    "FT405": lambda draft: draft.with_workloads(attrs.evolve(draft.workload(), name="")),
    "FT406": _workload_twice,
    "FT407": _workload_empty,
    "FT408": _workload_marks,
    "FT409": _workload_outside,
    "FT501": lambda draft: Case(draft.phrase("call") + "\n", Context(note_type=draft.one_of(*_note_types(draft.template)))),
    "FT502": lambda draft: Case(f"{draft.phrase('call')}\n\n{action(draft.draw, draft.language, date=False)}\n"),
    "FT503": lambda draft: Case(f"{draft.phrase('call')}\n\n{action(draft.draw, draft.language, owner=False)}\n"),
    "FT504": _date_ambiguous,
    "FT505": _date_past,
    "FT506": _entitlement_matter,
    "FT507": _summary_not_asked_for,
    "FT508": lambda draft: draft.with_text(draft.phrase("risk")),
    "FT509": _note_type_of_another_role,
    "FT601": lambda draft: draft.with_text(draft.one_of("JosÃ©", "weâ€™ll", "a â€“ b")),
    "FT602": lambda draft: draft.with_text(draft.one_of("Con\u200btoso", "Ana\u2060", "\u202eana\u202c", "Jo\xadsé")),
    "FT603": _lookalike,
}


def _fields_of(kind: str) -> Need:
    return f"fields of kind {kind!r}", lambda template: [spec for spec in template.spec.fields if spec.kind == kind]


def _choices_of(meaning: ChoiceMeaning) -> Need:
    return f"choices that mean {meaning!r}", lambda template: meant(template, meaning)


_TEXT, _CHOICE, _WORKLOADS = map(_fields_of, ("text", "choice", "workloads"))
_TYPES: Final[Need] = "note types with a next action", _note_types

#: What a template needs for a rule to be violated, by the code of the rule.
SUMMARY_NEEDS: Final[dict[str, Need]] = {
    **dict.fromkeys(("FT001", "FT002", "FT104", "FT110", "FT114", "FT304", "FT601", "FT602"), _TEXT),
    "FT102": ("titles", lambda template: template.titles),
    "FT103": ("required fields", _required_fields),
    "FT105": ("order of fields", lambda template: template.keys[1:]),
    "FT106": ("required fields of text", _required_texts),
    "FT107": ("hints after a text", lambda template: [key for key in template.fields if template.folded_hints[key]]),
    **dict.fromkeys(("FT201", "FT202", "FT203", "FT204"), _CHOICE),
    "FT205": _choices_of("complete"),
    "FT206": _choices_of("resting"),
    "FT301": ("hashtags", _forbidden),
    "FT302": ("hashtags", _required),
    **dict.fromkeys(("FT303", "FT304"), ("hashtags", lambda template: template.playbook.hashtags)),
    **{f"FT40{number}": _WORKLOADS for number in range(1, 10)},
    "FT403": ("tags of other editions", lambda template: [spec for spec in template.playbook.workloads if spec.other_tags]),
    "FT501": _TYPES,
    "FT506": ("destinations", lambda template: template.playbook.destinations.technical and _note_types(template)),
    "FT507": ("writers of summaries", lambda template: template.playbook.summaries.roles),
    "FT508": ("destinations", lambda template: template.playbook.destinations.escalations),
    "FT509": ("roles", lambda template: template.playbook.roles),
    "FT603": _WORKLOADS,
}
