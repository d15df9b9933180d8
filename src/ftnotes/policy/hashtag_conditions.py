"""The parts of a note to which the playbook's rules for a hashtag apply, by its context and its text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from ..playbook.model import INTENTS, HashtagRule, HashtagSpec, Intent
from ..playbook.playbook import Playbook
from ..playbook.word_lists import EvidenceKind
from ..text.source import Span
from .context import Context
from .diagnostics import Severity
from .intents import statements
from .messages import quote
from .note_view import NoteView
from .summary_view import SummaryView

#: The conditions that only a context decides.
_CONTEXT: Final = ("role", "note-type", "intent")


class NotePart(NamedTuple):
    """A part of a note that has its own hashtags: one of several summaries, or the whole note."""

    span: Span
    #: The summaries in it: at most one.
    summaries: tuple[SummaryView, ...]


class RuleMatch(NamedTuple):
    """A part of a note to which a rule for a hashtag applies, or may apply."""

    rule: HashtagRule
    scope: Span
    #: Why the rule applies, in words, and the spans that show it.
    reasons: tuple[str, ...]
    evidence: tuple[Span, ...]
    #: The conditions that the context leaves open. If there are any, the match is uncertain.
    missing: tuple[str, ...]
    #: Whether words of the text take the place of a missing intent.
    is_guess: bool = False

    @property
    def severity(self) -> Severity | None:
        """The severity of a violation, which is lower for evidence in the text: unlike context, it can mislead."""
        return Severity.WARNING if self.evidence else None


def note_parts(view: NoteView) -> list[NotePart]:
    """Return the parts of a note: each of several summaries, or else the whole note, which an only summary is about."""
    if len(view.summaries) > 1:
        return [NotePart(view.document.span(summary.node), (summary,)) for summary in view.summaries]
    return [NotePart(Span(0, len(view.text)), tuple(view.summaries))]


def rule_matches(
    spec: HashtagSpec, demand: Literal["require", "forbid"], view: NoteView, part: NotePart, context: Context
) -> list[RuleMatch]:
    """Return how the rules with one demand for a hashtag apply, or may apply, to a part of a note."""
    return [match for rule in spec.rules if rule.demand == demand for match in _matches(rule, spec, view, part, context)]


@lru_cache(maxsize=16)
def least_context(playbook: Playbook) -> dict[str, tuple[str, ...]]:
    """Return for each hashtag the fewest context values that decide whether it is required."""
    least: dict[str, tuple[str, ...]] = {}
    for spec in playbook.hashtags:
        needs = [tuple(name for name in _CONTEXT if name in rule.when) for rule in spec.rules if rule.demand == "require"]
        least[spec.tag] = min(needs, key=len, default=())
    return least


@lru_cache(maxsize=16)
def _field_keys(playbook: Playbook) -> frozenset[str]:
    return frozenset(spec.key for template in playbook.templates for spec in template.fields)


def _matches(rule: HashtagRule, spec: HashtagSpec, view: NoteView, part: NotePart, context: Context) -> Iterator[RuleMatch]:
    playbook = view.playbook
    fields = _field_keys(playbook)
    reasons: list[str] = []
    missing: list[str] = []
    for name, members in rule.when.items():
        if name in fields:
            continue
        value = context.value_of(name)
        if value is None:
            missing.append(name)
        elif value not in members:
            return
        else:
            reasons.append(f'the {name.replace("-", " ")} is "{context.display_name(name, playbook)}"')
    for name, members in rule.unless.items():
        value = None if name in fields else context.value_of(name)
        if value in members or (name in fields and any(_chosen_reason(one, name, members, view) for one in part.summaries)):
            return
        if value is None and name not in fields:
            missing.append(name)
    field_conditions = {key: members for key, members in rule.when.items() if key in fields}
    if not field_conditions:
        if spec.evidence is not None and "intent" in missing:  # words of the text take the place of the context
            for reason, spans in view.cached(_plain_intents, part.span, rule.when.get("intent", ()), spec.evidence):
                yield RuleMatch(rule, part.span, (*reasons, reason), spans, (), is_guess=True)
        always = "all notes must have it" if rule.demand == "require" else "no note may have it"
        yield RuleMatch(rule, Span(0, len(view.text)), tuple(reasons) or (always,), (), tuple(missing))
        return
    for summary in part.summaries:
        choices = [_chosen_reason(summary, key, members, view) for key, members in field_conditions.items()]
        fulfilled = sorted((choice for choice in choices if choice), key=lambda choice: choice[1].start)
        if len(fulfilled) == len(choices):
            because = (*reasons, *(reason for reason, _ in fulfilled))
            yield RuleMatch(rule, part.span, because, tuple(span for _, span in fulfilled), tuple(missing))


def _chosen_reason(summary: SummaryView, key: str, members: tuple[str, ...], view: NoteView) -> tuple[str, Span] | None:
    """Return the words and the span that show that a field has one of some choices, if it does."""
    field = summary.node.field(key)
    choice = summary.choice(field) if field else None
    if not field or not choice or choice.choice not in members:
        return None
    typed = quote(field.value[choice.start : choice.end])
    return f"{field.label} is {typed}", view.span_within(field, choice.start, choice.end)


def _plain_intents(
    view: NoteView, part: Span, wanted: tuple[str, ...], subject: EvidenceKind
) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """Return the words in a part of the text that plainly say one of some intents, as a reason and its spans.

    A part that says several intents is not plain.
    """
    found: list[tuple[str, tuple[Span, ...]]] = []
    for intent in INTENTS:
        said = next(statements(view, intent, part, subject), None) if intent in wanted else None
        if said and not any(_says(view, other, part, subject) for other in INTENTS if other not in wanted):
            words, beside = quote(said.span.text(view.text)), quote(said.beside.text(view.text))
            found.append((f"the note says {words} beside {beside}", (said.span, said.beside)))
    return tuple(found)


def _says(view: NoteView, intent: Intent, part: Span, subject: EvidenceKind) -> bool:
    """Return whether a part of the text has any word for an intent, or says it plainly."""
    if any(part.start <= mention.span.start < part.end for mention in view.evidence(intent)):
        return True
    return next(statements(view, intent, part, subject), None) is not None
