"""Strategies for notes with one problem: a way to violate each rule and no other."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from typing import Final, TypeAlias, cast

import attrs
from hypothesis import strategies as st

from ..playbook.model import HashtagRule, Intent, Language
from ..playbook.playbook import Playbook
from ..playbook.template_words import first_template
from ..policy.context import Context
from ..policy.rules import RULES
from ..syntax.exec_summary import ExecSummary
from ..syntax.layout import FieldLayout, WorkloadLayout
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.serializer import serialize
from ..writing.compose import new
from .cache import cached
from .valid import FITTING, action, lifecycle_note, name_of, tag_of, valid_workload
from .violation_draft import Case, Draft

_Maker: TypeAlias = Callable[[Draft], ExecSummary | Case]

#: Cyrillic letters that look like Latin ones.
_LOOKALIKES: Final = str.maketrans("AEOPCTMXaeopcx", "АЕОРСТМХаеорсх")


def _suppression_unused(draft: Draft) -> ExecSummary:
    return draft.with_text(f"<!-- ftnotes: ignore {draft.one_of('FT201', 'FT303', 'field-twice')} {draft.phrase('person')} -->")


def _field_missing(draft: Draft) -> ExecSummary:
    summary = draft.summary()
    keys = draft.draw(st.sets(st.sampled_from([spec.key for spec in draft.template.fields]), min_size=1, max_size=3))
    return attrs.evolve(summary, body=tuple(field for field in summary.fields if field.key not in keys))


def _field_twice(draft: Draft) -> ExecSummary:
    summary = draft.summary()
    key = draft.key("text")
    body = [again for field in summary.fields for again in ((field, field) if field.key == key else (field,))]
    return attrs.evolve(summary, body=tuple(body))


def _out_of_order(draft: Draft) -> ExecSummary:
    fields = list(draft.summary().fields)
    at = draft.draw(st.integers(0, len(fields) - 2))
    fields[at : at + 2] = fields[at + 1], fields[at]
    return ExecSummary(Title(draft.local.titles[0]), tuple(fields))


def _hint_left_in(draft: Draft) -> ExecSummary:
    key = draft.key("text", draft.local.hints)
    hint = draft.local.hints[key][0]
    return draft.with_value(draft.summary(), key, f"{hint} {draft.phrase('customer')}")


def _label_unknown(draft: Draft) -> ExecSummary:
    summary = draft.summary()
    more = Field(None, draft.phrase("label"), draft.phrase("relationship"))
    at = draft.draw(st.integers(1, len(summary.body)))
    return attrs.evolve(summary, body=(*summary.body[:at], more, *summary.body[at:]))


def _label_spelling(draft: Draft) -> ExecSummary:
    published = {key: draft.local.labels[key] for key in (spec.key for spec in draft.template.fields)}
    ways = [
        (key, other)
        for key, (label, *_) in published.items()
        for other in (label.capitalize(), label.title(), label.replace(" ", "") if label.capitalize() == label else label)
        if other not in published[key]
        and (known := first_template(draft.playbook).vocabulary.label(other))
        and known.key == key
    ]
    key, other = draft.one_of(*ways)
    return draft.with_field(draft.summary(), key, lambda field: attrs.evolve(field, label=other))


def _label_marks(draft: Draft) -> ExecSummary:
    bullet = draft.one_of("• ", "1. ", "– ")
    key = draft.key("text")
    return draft.with_field(draft.summary(), key, lambda field: attrs.evolve(field, layout=FieldLayout(bullet)))


def _stray_text(draft: Draft) -> ExecSummary:
    summary = draft.summary()
    at = draft.draw(st.integers(1, len(summary.body) - 1))
    stray = Prose(draft.phrase("relationship") + "\n\n")
    return attrs.evolve(summary, body=(*summary.body[:at], stray, *summary.body[at:]))


def _choice(draft: Draft, make: Callable[[str, list[str]], str]) -> ExecSummary:
    """Make a note with a choice changed: ``make`` gets its word and the words of all choices."""
    key = draft.key("choice")
    words = [spellings[0] for spellings in draft.local.choices[key].values()]
    word = draft.local.choices[key][draft.one_of(*FITTING.get(key, ("reactive", "fully-engaged")))][0]
    return draft.with_value(draft.summary(), key, make(word, words))


def _not_in_list(draft: Draft) -> ExecSummary:
    return _choice(
        draft, lambda word, words: draft.one_of(word[:-2] + word[-1:] if len(word) > 6 else "Okay", "Going well", "?")
    )


def _contradicted(draft: Draft) -> ExecSummary:
    word = draft.language.words.evidence["planned"][0].rstrip("|")
    workload = attrs.evolve(draft.workload(), update=f"{word} ({draft.phrase('person')})")
    return draft.with_workloads(workload, progress="fully-deployed")


def _contradicted_status(draft: Draft) -> ExecSummary:
    word = draft.language.words.evidence["active"][0].rstrip("|")
    return draft.with_value(draft.summary(status="on-hold"), draft.key("text"), f"{word} ({draft.phrase('person')})")


def _ruled(playbook: Playbook, demand: str, *conditions: str) -> list[tuple[str, HashtagRule]]:
    """Return the hashtags that a rule requires or forbids under exactly these conditions, each with the rule."""
    return [
        (spec.tag, rule)
        for spec in playbook.hashtags
        for rule in spec.rules
        if rule.demand == demand and set(rule.when) == set(conditions)
    ]


def _forbidden(playbook: Playbook) -> list[str]:
    """Return the hashtags that are forbidden in a summary that is on hold."""
    return [tag for tag, rule in _ruled(playbook, "forbid", "engagement-status") if "on-hold" in rule.when["engagement-status"]]


def _required(playbook: Playbook) -> list[HashtagRule]:
    """Return the rules that require a hashtag for a role, a type of note and an intent of the customer."""
    return [rule for _, rule in _ruled(playbook, "require", "role", "note-type", "intent")]


def _hashtag_missing(draft: Draft) -> Case:
    when = draft.one_of(*_required(draft.playbook)).when
    role, note_type, intent = (draft.one_of(*when[name]) for name in ("role", "note-type", "intent"))
    context = Context(role=role, note_type=note_type, intent=cast(Intent, intent))
    return Case(draft.draw(lifecycle_note(draft.language)), context)


def _hashtag_misspelled(draft: Draft) -> ExecSummary:
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
    return Case(draft.draw(lifecycle_note(draft.language)), Context(role=role.key, note_type=draft.one_of(*others)))


def _workload_unknown(draft: Draft) -> ExecSummary:
    tag, name = draft.one_of(("TELEMATICS", "Telematics portal"), ("PBX", "Old telephones"))
    return draft.with_workloads(draft.workload(), Workload(tag, name, draft.phrase("update")))


def _disagree(draft: Draft) -> ExecSummary:
    first, second = draft.specs(2)
    tag, name = tag_of(first, draft.language), name_of(second, draft.language)
    return draft.with_workloads(Workload(tag, name, draft.phrase("update")))


def _outdated(draft: Draft) -> ExecSummary:
    (spec,) = draft.specs(1, lambda spec: bool(spec.other_tags))
    workload = draft.draw(valid_workload(spec, draft.language))
    return draft.with_workloads(attrs.evolve(workload, tag=draft.one_of(*spec.other_tags)))


def _workload_spelling(draft: Draft) -> ExecSummary:
    workload = draft.workload()
    return draft.with_workloads(attrs.evolve(workload, tag=workload.tag.lower()))


def _workload_twice(draft: Draft) -> ExecSummary:
    workload = draft.workload()
    return draft.with_workloads(workload, attrs.evolve(workload, update=draft.phrase("update")))


def _workload_empty(draft: Draft) -> ExecSummary:
    first, second = draft.specs(2)
    silent = attrs.evolve(draft.draw(valid_workload(first, draft.language)), update="")
    return draft.with_workloads(draft.draw(valid_workload(second, draft.language)), silent)


def _workload_marks(draft: Draft) -> ExecSummary:
    layouts = WorkloadLayout("   • "), WorkloadLayout(open="(", close=")  "), WorkloadLayout(open="[ ", close=" ]  ")
    return draft.with_workloads(attrs.evolve(draft.workload(), layout=draft.one_of(*layouts)))


def _workload_outside(draft: Draft) -> ExecSummary:
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
    return Case(text, Context(note_type="overall-status"))


def _summary_not_asked_for(draft: Draft) -> Case:
    asked = draft.playbook.summaries
    roles = [Context(role=role.key) for role in draft.playbook.roles if role.key not in asked.roles]
    low = [Context(priority=one.key) for one in draft.playbook.priorities if one.key not in asked.priorities]
    return Case(serialize(draft.summary()), draft.one_of(*roles, *low))


def _lookalike(draft: Draft) -> ExecSummary:
    workload = draft.workload(lambda spec: spec.tag.isascii() and spec.tag[:1] in "AEOPCTM" and spec.tag.isupper())
    return draft.with_workloads(attrs.evolve(workload, tag=workload.tag.translate(_LOOKALIKES)))


#: The function that makes a note violating a rule and no other, by the code of the rule.
VIOLATIONS: Final[dict[str, _Maker]] = {
    "FT001": _suppression_unused,
    "FT002": lambda draft: draft.with_text(draft.one_of("<!-- ftnotes: ignore -->", "<!-- ftnotes: be quiet -->")),
    "FT101": lambda draft: Case(new(language=draft.language.code, playbook=draft.playbook)),
    "FT102": lambda draft: attrs.evolve(draft.summary(), title=None),
    "FT103": _field_missing,
    "FT104": _field_twice,
    "FT105": _out_of_order,
    "FT106": lambda draft: draft.with_value(draft.summary(), draft.key("text"), ""),
    "FT107": _hint_left_in,
    "FT108": _label_unknown,
    "FT109": _label_spelling,
    "FT110": _label_marks,
    "FT111": _stray_text,
    "FT114": lambda draft: draft.with_value(draft.summary(), draft.key("text"), draft.one_of("TBD", "?", "[insert text]")),
    "FT201": _not_in_list,
    "FT202": lambda draft: _choice(draft, lambda word, words: draft.one_of("/".join(words), " / ".join(words[1:]))),
    "FT203": lambda draft: _choice(draft, lambda word, words: f"{word} ({draft.phrase('customer')})"),
    "FT204": lambda draft: _choice(draft, lambda word, words: word.upper() if word.upper() != word else word + "."),
    "FT205": _contradicted,
    "FT206": _contradicted_status,
    "FT301": lambda draft: draft.summary(status="on-hold", remark=draft.one_of(*_forbidden(draft.playbook))),
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
    "FT501": lambda draft: Case(draft.phrase("call") + "\n", Context(note_type="overall-status")),
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


#: What a playbook needs for a rule to be violated, by the code of the rule.
_NEEDED: Final[dict[str, Callable[[Playbook], Collection[object]]]] = {
    "FT301": _forbidden,
    "FT302": _required,
    **dict.fromkeys(("FT303", "FT304"), lambda playbook: playbook.hashtags),
}


def violation_of(rule: str, playbook: Playbook) -> _Maker:
    """Return the function that makes a note violating a rule, by the code or name of the rule.

    For a rule that `VIOLATIONS` lacks, notes are the rule's own examples, which can violate other rules too.

    Raises:
        ValueError: there is no such rule, or no note can violate it with this playbook; the message says what to pass.
    """
    known = next((known for known in RULES if rule in (known.code, known.name)), None)
    if known is None:
        raise ValueError(f"violating must be the code or name of a rule, as 'FT301' or 'hashtag-forbidden', not {rule!r}")
    if known.code in _NEEDED and not _NEEDED[known.code](playbook):
        raise ValueError(f"playbook {playbook.id} has no hashtags for {rule}, so no note violates it: pass another edition")
    examples = [Case(example.before, example.context) for example in known.examples if not example.is_clean]
    return VIOLATIONS.get(known.code, lambda draft: draft.one_of(*examples))


@cached
@st.composite
def violating_note(draw: st.DrawFn, rule: str, playbook: Playbook, language: Language) -> Case:
    """Draw a note that violates this rule and no other, with a context in which it does."""
    note = violation_of(rule, playbook)(Draft(draw, playbook, language))
    return note if isinstance(note, Case) else Case(serialize(note))
