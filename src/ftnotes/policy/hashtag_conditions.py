"""The parts of a note to which the playbook's rules for a hashtag apply, by its context and its text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, Literal, NamedTuple

from ..playbook.choice_reading import read_choice
from ..playbook.model import EVIDENCE_KINDS, INTENTS, EvidenceKind, HashtagRule, HashtagSpec
from ..playbook.playbook import Playbook
from ..text.source import Span
from .context import Context
from .diagnostics import Severity
from .messages import quote
from .note_view import NoteView
from .summary_view import SummaryView

#: The conditions that only a context decides.
_CONTEXT: Final = ("role", "note-type", "intent")

#: The evidence that makes "pause" a pause of the deployment, and help a help with it.
_DEPLOYMENT: Final[EvidenceKind] = "deployment"

#: The other evidence that makes "pause" one: somebody asks for it.
_WISH: Final[EvidenceKind] = "wish"

#: The number of characters after a sentence within which the text can say that its matter is over.
_FOLLOW_UP: Final = 80


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


def rule_matches(spec: HashtagSpec, demand: Literal["require", "forbid"], view: NoteView, context: Context) -> list[RuleMatch]:
    """Return the parts of a note to which the rules with one demand for a hashtag apply, or may apply."""
    return [match for rule in spec.rules if rule.demand == demand for match in _matches(rule, spec, view, context)]


def topic(spec: HashtagSpec) -> EvidenceKind | None:
    """Return the kind of evidence named like a hashtag, which shows that a text is about its topic."""
    return next((kind for kind in EVIDENCE_KINDS if spec.tag[1:].casefold() == kind), None)


@lru_cache(maxsize=16)
def least_context(playbook: Playbook) -> dict[str, tuple[str, ...]]:
    """Return for each hashtag the fewest context values that decide whether it is required."""
    least: dict[str, tuple[str, ...]] = {}
    for spec in playbook.hashtags:
        needs = [tuple(name for name in _CONTEXT if name in rule.when) for rule in spec.rules if rule.demand == "require"]
        least[spec.tag] = min(needs, key=len, default=())
    return least


def _matches(rule: HashtagRule, spec: HashtagSpec, view: NoteView, context: Context) -> Iterator[RuleMatch]:
    playbook = view.playbook
    fields = {field.key for field in playbook.fields}
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
        if value in members or (name in fields and any(_chosen_reason(one, name, members, view) for one in view.summaries)):
            return
        if value is None and name not in fields:
            missing.append(name)
    field_conditions = {key: members for key, members in rule.when.items() if key in fields}
    whole = Span(0, len(view.text))
    if not field_conditions:
        for reason, spans in _intent_evidence(rule, spec, view, missing):
            yield RuleMatch(rule, whole, (*reasons, reason), spans, (), is_guess=True)
        always = "all notes must have it" if rule.demand == "require" else "no note may have it"
        yield RuleMatch(rule, whole, tuple(reasons) or (always,), (), tuple(missing))
        return
    for summary in view.summaries:
        choices = [_chosen_reason(summary, key, members, view) for key, members in field_conditions.items()]
        fulfilled = sorted((choice for choice in choices if choice), key=lambda choice: choice[1].start)
        if len(fulfilled) == len(choices):
            # An only summary is about the whole text.
            scope = whole if len(view.summaries) == 1 else view.document.span(summary.node)
            because = (*reasons, *(reason for reason, _ in fulfilled))
            yield RuleMatch(rule, scope, because, tuple(span for _, span in fulfilled), tuple(missing))


def _chosen_reason(summary: SummaryView, key: str, members: tuple[str, ...], view: NoteView) -> tuple[str, Span] | None:
    """Return the words and the span that show that a field has one of some choices, if it does."""
    field = summary.node.field(key)
    choice = read_choice(view.playbook, key, field.value) if field else None
    if not field or not choice or choice.choice not in members:
        return None
    typed = quote(field.value[choice.start : choice.end])
    return f"{field.label} is {typed}", view.span_within(field, choice.start, choice.end)


def _intent_evidence(
    rule: HashtagRule, spec: HashtagSpec, view: NoteView, missing: list[str]
) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield words of the text that clearly show the customer's intent, if the context lacks it.

    A pause counts if a sentence mentions the deployment as well, or somebody's wish. Other intents count if the sentence
    mentions the hashtag's topic. Text with evidence of several intents is not clear.
    """
    subject = topic(spec)
    if subject is None or "intent" not in missing:
        return
    wanted = rule.when.get("intent", ())
    mentioned = [intent for intent in INTENTS if intent in wanted and view.evidence(intent)]
    if not mentioned or any(True for other in INTENTS if other not in wanted for _ in view.iterate_evidence(other)):
        return
    for intent in mentioned:
        partners = (_DEPLOYMENT, _WISH) if intent == "pausing" else (subject,)
        pairs = chain.from_iterable(view.evidence_pairs(partner, intent) for partner in partners)
        for partner, mention, sentence in pairs:
            nearby = Span(sentence.start, min(sentence.end + _FOLLOW_UP, len(view.text)))
            if any(view.evidence_within(nearby, "settled" if intent == "pausing" else "pausing")):
                continue
            if intent == "deploying" and not any(view.evidence_within(sentence, _DEPLOYMENT)):
                continue
            typed, beside = (quote(one.span.text(view.text)) for one in (mention, partner))
            yield f"the note says {typed} beside {beside}", (mention.span, partner.span)
            return
