"""Rules about where hashtags must and must not be, by the context of the note and by its text.

The hashtags and their conditions are data of the playbook (``[[hashtags.rules]]``).

Source: the guidance page, the notice at its top.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from ...playbook.model import Demand, HashtagSpec
from ...playbook.playbook import Playbook
from ...syntax.nodes import Field
from ...text.edits import Edit
from ...text.patterns import hashtag_removal
from ...text.source import LINE_END, MARGIN, Span, line_at
from ..context import Context
from ..diagnostics import Fix, Severity
from ..hashtag_conditions import NotePart, least_context, note_parts, rule_matches
from ..hashtag_meaning import KnownHashtag, known_hashtags
from ..messages import listed
from ..note_view import NoteView, has_hash_signs
from ..rule import Example, MissingContext, Part, Rule, Violation
from ._examples import ACCELERATING, ANGEHALTEN, FASTER, ON_HOLD, STAND, STATUS, TITLE

#: A field of a form: "**Next Update:** 4 May".
_FORM_FIELD: Final = re.compile(rf"[{MARGIN}]*+(?:[-*+] )?\*\*[^*:\r\n]{{1,60}}+(?::\*\*|\*\*:)")


def _forbidden_hashtags(view: NoteView, context: Context) -> Iterator[Violation | MissingContext]:
    known = view.cached(known_hashtags)
    for spec in view.playbook.hashtags:
        present = [match for match in known if match.spec is spec]
        if not present:
            continue
        missing: dict[str, None] = {}
        matches = [match for part in note_parts(view) for match in rule_matches(spec, "forbid", view, part, context)]
        # Certain matches come first: a hashtag that one of them reports needs no more context.
        for match in sorted(matches, key=lambda match: (bool(match.missing), bool(match.evidence), match.is_guess)):
            first, last = (bisect_left(present, offset, key=_start) for offset in (match.scope.start, match.scope.end))
            hashtags = [one.hashtag for one in present[first:last]]
            if match.missing:
                missing.update(dict.fromkeys(match.missing if hashtags else ()))
                continue
            del present[first:last]  # each is reported once
            remedy = f"Remove it, and {match.rule.instead} instead" if match.rule.instead else "Remove it"
            for hashtag in hashtags:
                message = f"{hashtag.text} does not belong here, because {listed(match.reasons)}. {remedy}."
                fix = Fix(f"remove {hashtag.text}", (hashtag_removal(view.text, hashtag.span),), safe=False)
                explains = (Part("hashtag", hashtag.span),)
                about = () if match.is_guess else tuple(Part("choice", span) for span in match.evidence)
                yield Violation(message, hashtag.span, (fix,), match.evidence, match.severity, about=about, explains=explains)
        if missing:
            yield MissingContext(tuple(missing))


def _start(known: KnownHashtag) -> int:
    return known.hashtag.span.start


def _missing_hashtags(view: NoteView, context: Context) -> Iterator[Violation | MissingContext]:
    if not view.summaries and not view.is_lifecycle:
        return
    known = view.cached(known_hashtags)
    no_context = context.role is None and context.note_type is None and context.intent is None
    parts = note_parts(view)
    for spec in view.playbook.hashtags:
        present = [match.hashtag.span.start for match in known if match.spec is spec]
        for part in parts:
            yield from _outside_field(view, spec, present, part, context)
        counts = [bisect_left(present, part.span.end) - bisect_left(present, part.span.start) for part in parts]
        lacking = [part for part, count in zip(parts, counts, strict=True) if not count]
        outside = len(present) - sum(counts)
        if not lacking or outside:
            continue
        needs, subject = least_context(view.playbook)[spec.tag], spec.evidence
        if needs and no_context and not (subject and view.evidence(subject)):
            yield MissingContext(needs)  # most notes: without context, and not about the topic
            continue
        missing: list[tuple[str, ...]] = []
        for part in lacking:
            matches = rule_matches(spec, "require", view, part, context)
            certain = [match for match in matches if not match.missing]
            if not certain:
                missing += [match.missing for match in matches]
                continue
            match = min(certain, key=lambda match: bool(match.evidence))
            span, offset, before = _place_to_add(view, part, match.rule.field)
            message = f'{spec.tag} is missing, because {listed(match.reasons)}. Add it: it means "{spec.summary}".'
            fix = Fix(f"add {spec.tag}", (Edit(Span(offset, offset), f"{before}{spec.tag}"),), safe=False)
            first, *others = match.evidence or (span,)
            yield Violation(message, first, (fix,), tuple(others), match.severity)
        if missing:
            yield MissingContext(min(missing, key=len))


def _outside_field(
    view: NoteView, spec: HashtagSpec, present: list[int], part: NotePart, context: Context
) -> Iterator[Violation]:
    """Yield hashtags of a part that are in none of the fields in which a rule wants them."""
    starts = [start for start in present if part.span.start <= start < part.span.end]
    if not starts or not any(_fields(part, rule.field) for rule in spec.rules):
        return
    for match in rule_matches(spec, "require", view, part, context):
        fields = _fields(part, match.rule.field)
        if fields and not match.missing and not any(_is_in(view.document.span(field), starts) for field in fields):
            message = (
                f'{spec.tag} is outside of "{fields[0].label}", where readers look for it, because {listed(match.reasons)}. '
                "Move it there."
            )
            yield Violation(message, Span(starts[0], starts[0] + len(spec.tag)))
            return


def _fields(part: NotePart, key: str) -> list[Field]:
    """Return the fields of a part with a key; none if the key is empty."""
    return [field for summary in part.summaries for field in summary.node.fields if field.key == key] if key else []


def _is_in(span: Span, starts: list[int]) -> bool:
    return any(span.start <= start < span.end for start in starts)


def _place_to_add(view: NoteView, part: NotePart, key: str) -> tuple[Span, int, str]:
    """Return the span to report for a missing hashtag, the offset to add it at, and what separates it.

    That is at the end of the field with this key, or after the title of the part's summary, or else at the end of the part's
    text; there on a line of its own after a field of a form, which has a bold label.
    """
    text = view.text
    fields = _fields(part, key)
    if fields:
        return view.document.span(fields[0], "label"), view.document.span(fields[0], "value").end, " "
    titled = next((summary for summary in part.summaries if summary.node.title), None)
    if titled is None:
        end = len(text[: part.span.end].rstrip())
        start = line_at(text, end).start
        line_end = LINE_END.search(text)
        before = (line_end.group() if line_end else "\n") if _FORM_FIELD.match(text, start) else " "
        return Span(start + len(text[start:end]) - len(text[start:end].lstrip()), end), end, before
    span = view.head_span(titled)
    return span, len(text[: line_at(text, span.start).end].rstrip()), " "


def _meanings_of_forbidden(playbook: Playbook) -> str:
    return _meanings(playbook, "forbid")


def _meanings_of_required(playbook: Playbook) -> str:
    return _meanings(playbook, "require")


def _meanings(playbook: Playbook, demand: Demand) -> str:
    """Return what the hashtags mean that rules of the playbook require or forbid, and what to do in place of one."""
    sentences: dict[str, None] = {}
    for spec in playbook.hashtags:
        rules = [rule for rule in spec.rules if rule.demand == demand]
        if rules:
            sentences[f"{spec.tag} marks that {spec.summary}."] = None
        for rule in rules:
            if rule.instead:
                sentences[f"Where it is out of place, {rule.instead} instead."] = None
    return " ".join(sentences)


_FORM: Final = "**Reason:** >50k\n**Status:** Green\n"
_PAUSING: Final = Context(intent="pausing")

HASHTAG_FORBIDDEN: Final = Rule(
    code="FT301",
    name="hashtag-forbidden",
    summary="A hashtag is absent where the guidance forbids it.",
    rationale="Notes are counted by their hashtags, and one in the wrong note makes the count wrong.",
    told=_meanings_of_forbidden,
    section="hashtags",
    severity=Severity.ERROR,
    other_severity=Severity.WARNING,  # unlike context, text can mislead
    other_severity_if="only the words of the note show it",
    fixes=("unsafe",),
    check=_forbidden_hashtags,
    word_lists=("pausing", "stopping", "deployment", "wish", "minor", "settled", "accelerating", "deploying"),
    needs=("role", "note-type", "intent"),
    ignore_when="The note misleads the rule: the customer still deploys, and what pauses is something else.",
    only_where=has_hash_signs,
    examples=(
        Example(f"{ON_HOLD} #covid\n", f"{ON_HOLD}\n"),
        Example(
            f"{ON_HOLD}\n- REQUESTS FOR SUPPORT: #COVID help with the portal\n",
            f"{ON_HOLD}\n- REQUESTS FOR SUPPORT: help with the portal\n",
        ),
        Example("Asked to stop until May. #covid\n", "Asked to stop until May.\n", _PAUSING),
        Example(f"#covid\n\n{ANGEHALTEN}", f"\n{ANGEHALTEN}", translation=f"#covid\n\n{ON_HOLD}\n"),
        Example.clean(f"**EXEC SUMMARY** #covid\n{STATUS}"),
        Example.clean(f"{ON_HOLD} #covidence\n- RISKS: see page#covid, waiting for #project\n"),
        Example.clean(f"{ON_HOLD}\n\n**EXEC SUMMARY** #covid\n- STATUS OF THE ENGAGEMENT: Fully Engaged\n"),
        Example("Rollout paused because of COVID-19. #covid\n", "Rollout paused because of COVID-19.\n"),
        Example("The customer asked us to pause until May. #covid\n", "The customer asked us to pause until May.\n"),
        Example(
            "Der Kunde möchte bis Mai pausieren. #covid\n",
            "Der Kunde möchte bis Mai pausieren.\n",
            translation="The customer wants to pause until May. #covid\n",
        ),
        Example(
            "They postponed the Intune rollout to the autumn. #covid\n", "They postponed the Intune rollout to the autumn.\n"
        ),
        Example.clean("We call after the lunch pause. #covid\n"),
        Example.clean("The workshop about the rollout was postponed to Monday. #covid\n"),
        Example.clean(
            f"**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE** #covid\n{STAND}", translation=f"**EXEC SUMMARY** #covid\n{STATUS}"
        ),
    ),
)

HASHTAG_MISSING: Final = Rule(
    code="FT302",
    name="hashtag-missing",
    summary="A hashtag is present where the guidance requires it.",
    rationale="Notes are counted by their hashtags, and one that is missing makes the count wrong. Without a context, only "
    "clear words of the text count.",
    told=_meanings_of_required,
    section="hashtags",
    severity=Severity.ERROR,
    other_severity=Severity.WARNING,  # unlike context, text can mislead
    other_severity_if="only the words of the note show it",
    fixes=("unsafe",),
    check=_missing_hashtags,
    word_lists=("reason", "accelerating", "hastening", "deploying", "deployment", "minor", "pausing"),
    needs=("role", "note-type", "intent"),
    ignore_when="The words in the note are about something other than this customer's deployment.",
    examples=(
        Example("Teams for all by May.\n", "Teams for all by May. #covid\n", ACCELERATING),
        Example(
            f"{TITLE}- DESCRIBE THE CUSTOMER: Contoso\n",
            "**EXEC SUMMARY** #covid\n- DESCRIBE THE CUSTOMER: Contoso\n",
            Context(role="FTA", note_type="Enterprise Status", intent="deploying"),
        ),
        Example(
            "They are accelerating Teams because of COVID-19.\nNext call on Monday.\n",
            "They are accelerating Teams because of COVID-19.\nNext call on Monday. #covid\n",
        ),
        Example(
            "They are bringing Teams forward because of the lockdown.\n",
            "They are bringing Teams forward because of the lockdown. #covid\n",
        ),
        Example(
            "Wegen der Pandemie beschleunigt der Kunde die Einführung von Teams.\n",
            "Wegen der Pandemie beschleunigt der Kunde die Einführung von Teams. #covid\n",
            translation="Because of the pandemic, the customer accelerates the deployment of Teams.\n",
        ),
        Example(
            f"{_FORM}**Exec Summary:** They go faster.\n",
            f"{_FORM}**Exec Summary:** They go faster. #covid\n",
            FASTER,
        ),
        Example(f"{_FORM}**Exec Summary:** They go faster.\n**Awareness:** #covid\n", None, FASTER),
        Example.clean(f"{_FORM}**Exec Summary:** #covid They go faster.\n", FASTER),
        Example.clean("Teams for all by May. #covid\n", ACCELERATING),
        Example.clean("They are accelerating Teams. The office is closed because of COVID-19.\n"),
        Example.clean(f"{ON_HOLD}\n- DESCRIBE THE CUSTOMER: accelerating because of COVID-19\n", ACCELERATING),
        Example.clean(
            "Der Kunde beschleunigt die Einführung von Teams.\n",
            translation="The customer accelerates the deployment of Teams.\n",
        ),
    ),
)
