"""Rules for hashtags: where they must stand, and where they must not, by what the note says and by what is told of it.

Which hashtag, and when, is data of the playbook (``[[hashtags.rules]]``).

Source: the guidance page, the notice at its top.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from ...playbook.model import EVIDENCE_KINDS, INTENTS, EvidenceKind, HashtagRule, HashtagSpec
from ...playbook.playbook import Playbook
from ...text.edits import Edit, removal
from ...text.source import LINE_END, Span
from ..choice_values import chosen
from ..context import Context
from ..diagnostics import Fix, Severity
from ..hashtag_meaning import Meant, meant_hashtags
from ..messages import NOTICE, listed, quote
from ..note_view import NoteView, has_hash_signs
from ..rule import Example, MissingContext, Rule, Violation
from ..summary_view import SummaryView

#: The conditions that only a context decides.
_CONTEXT: Final = ("role", "note-type", "intent")

#: What must be spoken of for "pause" to mean what the guidance means, and for help to be help with it.
_DEPLOYMENT: Final[EvidenceKind] = "deployment"

#: What also makes "pause" mean that: it is asked for, or done by the customer.
_WISH: Final[EvidenceKind] = "wish"

#: So far behind a sentence it may be said that what it speaks of is over.
_SOON: Final = 80


class _Place(NamedTuple):
    """A stretch of text in which the conditions of a rule hold."""

    scope: Span
    #: Why they do, in words, and the stretches of text that say so.
    reasons: tuple[str, ...]
    evidence: tuple[Span, ...]
    #: Of which conditions the context tells nothing: where there are some, nothing is certain.
    untold: tuple[str, ...]
    #: Whether words anywhere in the text were taken for what was not told.
    guessed: bool = False

    @property
    def severity(self) -> Severity | None:
        """Evidence in the text may mislead; what was told doesn't."""
        return Severity.WARNING if self.evidence else None


def _forbidden(view: NoteView, context: Context) -> Iterator[Violation | MissingContext]:
    meant = view.cached(meant_hashtags)
    for spec in view.playbook.hashtags:
        standing = [known for known in meant if known.spec is spec]
        if not standing:
            continue
        places = [place for rule in spec.rules if rule.demand == "forbid" for place in _places(rule, spec, view, context)]
        untold: dict[str, None] = {}
        blamed: set[Span] = set()
        # What is certain comes first: of a hashtag that is found fault with, nothing more need be told.
        for place, instead in sorted(places, key=lambda one: (bool(one[0].untold), bool(one[0].evidence), one[0].guessed)):
            first, last = (bisect_left(standing, at, key=_start) for at in (place.scope.start, place.scope.end))
            inside = [known for known in standing[first:last] if known.hashtag.span not in blamed]
            if place.untold:
                untold.update(dict.fromkeys(place.untold if inside else ()))
                continue
            blamed.update(known.hashtag.span for known in inside)
            for known in inside:
                yield _not_here(view, known, spec, place, instead)
        if untold:
            yield MissingContext(tuple(untold))


def _start(known: Meant) -> int:
    return known.hashtag.span.start


def _not_here(view: NoteView, known: Meant, spec: HashtagSpec, place: _Place, instead: str) -> Violation:
    hashtag = known.hashtag
    remedy = f"Remove it, and {instead} instead" if instead else "Remove it"
    message = f"{hashtag.text} does not belong here, because {listed(place.reasons)}. {remedy}."
    fix = Fix(f"remove {hashtag.text}", (removal(view.text, hashtag.span),), safe=False)
    return Violation(message, hashtag.span, (fix,), place.evidence, place.severity)


def _missing(view: NoteView, context: Context) -> Iterator[Violation | MissingContext]:
    if not view.summaries and not view.is_lifecycle:
        return
    meant = view.cached(meant_hashtags)
    nothing_told = context.role is None and context.note_type is None and context.intent is None
    for spec in view.playbook.hashtags:
        if any(known.spec is spec for known in meant):
            continue
        about = _about(spec)
        needs = _least_context(view.playbook)[spec.tag]
        if needs and nothing_told and not (about and view.evidence(about)):
            # Nothing is told, and the text doesn't speak of it: that is so of most notes.
            yield MissingContext(needs)
            continue
        places = [place for rule in spec.rules if rule.demand == "require" for place in _places(rule, spec, view, context)]
        certain = [place for place, _ in places if not place.untold]
        if certain:
            place = min(certain, key=lambda one: bool(one.evidence))
            at, where = _where_to_add(view)
            message = f'{spec.tag} is missing, because {listed(place.reasons)}. Add it: it means "{spec.summary}".'
            fix = Fix(f"add {spec.tag}", (Edit(Span(where, where), f" {spec.tag}"),), safe=False)
            yield Violation(
                message, at if not place.evidence else place.evidence[0], (fix,), place.evidence[1:], place.severity
            )
        elif places:
            yield MissingContext(min((place.untold for place, _ in places), key=len))


@lru_cache(maxsize=16)
def _least_context(playbook: Playbook) -> dict[str, tuple[str, ...]]:
    """Return for each hashtag the fewest context values that decide whether it is required."""
    found: dict[str, tuple[str, ...]] = {}
    for spec in playbook.hashtags:
        asked = [tuple(name for name in _CONTEXT if name in rule.when) for rule in spec.rules if rule.demand == "require"]
        found[spec.tag] = min(asked, key=len, default=())
    return found


def _where_to_add(view: NoteView) -> tuple[Span, int]:
    """What to point at where a hashtag is missing, and where to add it: behind the first title, or at the end of the text."""
    text = view.text
    titled = next((summary for summary in view.summaries if summary.node.title), None)
    if titled is None:
        end = len(text.rstrip())
        start = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
        return Span(start + len(text[start:end]) - len(text[start:end].lstrip()), end), end
    start = view.head_span(titled).start
    line_end = LINE_END.search(text, start)
    line = text[start : line_end.start() if line_end else len(text)]
    return view.head_span(titled), start + len(line.rstrip())


def _places(rule: HashtagRule, spec: HashtagSpec, view: NoteView, context: Context) -> Iterator[tuple[_Place, str]]:
    """Where a rule applies, or may apply, each with what to do instead of the hashtag.

    A summary that fulfils a condition speaks for the whole text where it is the only one in it.
    """
    playbook = view.playbook
    fields = {field.key for field in playbook.fields}
    told: list[str] = []
    untold: list[str] = []
    for name, members in rule.when.items():
        if name in fields:
            continue
        given = context.value_of(name)
        if given is None:
            untold.append(name)
        elif given not in members:
            return
        else:
            told.append(f'the {name.replace("-", " ")} is "{context.display_name(name, playbook)}"')
    for name, members in rule.unless.items():
        given = None if name in fields else context.value_of(name)
        if given in members or (name in fields and any(_holds(one, name, members, view) for one in view.summaries)):
            return
        if given is None and name not in fields:
            untold.append(name)
    asked = {key: members for key, members in rule.when.items() if key in fields}
    whole = Span(0, len(view.text))
    if not asked:
        for reason, spans in _words(rule, spec, view, untold):
            yield _Place(whole, (*told, reason), spans, (), guessed=True), rule.instead
        always = "all notes must have it" if rule.demand == "require" else "no note may have it"
        yield _Place(whole, tuple(told) or (always,), (), tuple(untold)), rule.instead
        return
    for summary in view.summaries:
        held = [_holds(summary, key, members, view) for key, members in asked.items()]
        certain = sorted((one for one in held if one), key=lambda one: one[1].start)
        if len(certain) == len(held):
            scope = whole if len(view.summaries) == 1 else view.document.span(summary.node)
            reasons = (*told, *(reason for reason, _ in certain))
            yield _Place(scope, reasons, tuple(span for _, span in certain), tuple(untold)), rule.instead


def _holds(summary: SummaryView, key: str, members: tuple[str, ...], view: NoteView) -> tuple[str, Span] | None:
    """Whether a summary says one of some choices in a field: the reason in words, and the stretch of text that gives it."""
    field = summary.node.field(key)
    choice = chosen(field, key, view.playbook) if field else None
    if not field or not choice or choice.choice not in members:
        return None
    words = quote(field.value[choice.start : choice.end])
    return f"{field.label} is {words}", view.span_within(field, choice.start, choice.end)


def _words(rule: HashtagRule, spec: HashtagSpec, view: NoteView, untold: list[str]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Words of the text that are plain evidence of what the customer wants: where nobody has told, they are reason enough for
    a warning.

    That a deployment pauses is said by a word for either in one sentence, or by somebody's wish to pause; that it goes faster,
    or that help is asked for, counts where the sentence names what the hashtag is about. A note that says both is plain
    evidence of neither.
    """
    about = _about(spec)
    if about is None or "intent" not in untold:
        return
    kinds: Mapping[str, EvidenceKind] = {kind: kind for kind in EVIDENCE_KINDS}
    wanted = rule.when.get("intent", ())
    spoken_of = [intent for intent in wanted if view.evidence(kinds[intent])]
    others = [kinds[intent] for intent in INTENTS if intent not in wanted]
    if not spoken_of or any(True for other in others for _ in view.iterate_evidence(other)):
        return
    for intent in spoken_of:
        reasons = (_DEPLOYMENT, _WISH) if intent == "pausing" else (about,)
        for beside, mention, sentence in chain.from_iterable(view.evidence_pairs(reason, kinds[intent]) for reason in reasons):
            nearby = Span(sentence.start, min(sentence.end + _SOON, len(view.text)))
            if any(view.evidence_within(nearby, "settled" if intent == "pausing" else "pausing")):
                continue
            if intent == "deploying" and not any(view.evidence_within(sentence, _DEPLOYMENT)):
                continue
            words = quote(mention.span.text(view.text))
            yield f"the note says {words} beside {quote(beside.span.text(view.text))}", (mention.span, beside.span)
            return


def _about(spec: HashtagSpec) -> EvidenceKind | None:
    """The evidence that a text speaks of what a hashtag is about: that of its name."""
    return next((kind for kind in EVIDENCE_KINDS if spec.tag[1:].casefold() == kind), None)


def _wrong_note(view: NoteView, context: Context) -> Iterator[Violation | MissingContext]:
    meant = view.cached(meant_hashtags)
    if not meant:
        return
    untold = tuple(name for name in ("role", "note-type") if context.value_of(name) is None)
    if untold:
        yield MissingContext(untold)
        return
    role = next(role for role in view.playbook.roles if role.key == context.role)
    if context.note_type in role.note_types:
        return
    names = {note_type.key: note_type.names[0] for note_type in view.playbook.note_types}
    for known in meant:
        message = (
            f'{known.hashtag.text} is in a note of type "{names[context.note_type or ""]}", which the role "{role.names[0]}" '
            f"does not write. Move it to a note of type {listed([quote(names[key]) for key in role.note_types], 'or')}."
        )
        yield Violation(message, known.hashtag.span)


_ON_HOLD: Final = "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: On Hold"
_ANGEHALTEN: Final = "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: Angehalten\n"
_PAUSING: Final = Context(intent="pausing")

HASHTAG_FORBIDDEN: Final = Rule(
    code="FT301",
    name="hashtag-forbidden",
    summary="A hashtag does not stand where the guidance asks to leave it out: #covid not where deployment pauses.",
    rationale="Notes are counted by their hashtags. #covid counts customers who need help or speed up because of "
    "COVID-19; for one who pauses or stops, the guidance wants the Entitlement Status (L1/L2/L3) brought up to date "
    f"instead ({NOTICE}). Where only the words of the note say that it pauses, the finding is a warning, and points at them.",
    severity=Severity.ERROR,
    fixes=("unsafe",),
    check=_forbidden,
    needs=("role", "note-type", "intent"),
    only_where=has_hash_signs,
    examples=(
        Example(f"{_ON_HOLD} #covid\n", f"{_ON_HOLD}\n"),
        Example(
            f"{_ON_HOLD}\n- REQUESTS FOR SUPPORT: #COVID help with the portal\n",
            f"{_ON_HOLD}\n- REQUESTS FOR SUPPORT: help with the portal\n",
        ),
        Example("Asked to stop until May. #covid\n", "Asked to stop until May.\n", _PAUSING),
        Example(f"#covid\n\n{_ANGEHALTEN}", f"\n{_ANGEHALTEN}"),
        Example(f"{_ANGEHALTEN}\n(#covid) Pause bis Mai.\n", f"{_ANGEHALTEN}\nPause bis Mai.\n"),
        Example(f"{_ON_HOLD} until May #covid\n", f"{_ON_HOLD} until May\n"),
        Example.clean("**EXEC SUMMARY** #covid\n- STATUS OF THE ENGAGEMENT: Reactive\n"),
        Example.clean(f"{_ON_HOLD} #covidence\n- RISKS: see page#covid, waiting for #project\n"),
        Example.clean(f"{_ON_HOLD}\n\n**EXEC SUMMARY** #covid\n- STATUS OF THE ENGAGEMENT: Fully Engaged\n"),
        Example("Rollout paused because of COVID-19. #covid\n", "Rollout paused because of COVID-19.\n"),
        Example("The customer asked us to pause until May. #covid\n", "The customer asked us to pause until May.\n"),
        Example("Der Kunde möchte bis Mai pausieren. #covid\n", "Der Kunde möchte bis Mai pausieren.\n"),
        Example.clean("We call after the lunch pause. #covid\n"),
        Example.clean("Asked for the plan until May. #covid\n"),
        Example.clean("**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE** #covid\n- STATUS DER BETEILIGUNG: Reaktiv\n"),
        Example.clean(_ANGEHALTEN),
    ),
)

_SPEEDING_UP: Final = Context(role="FastTrack Manager", note_type="Engagement Management", intent="accelerating")

HASHTAG_MISSING: Final = Rule(
    code="FT302",
    name="hashtag-missing",
    summary="A hashtag stands where the guidance asks for it: #covid where a customer asks for help or accelerates.",
    rationale="The guidance tells each role into which notes it puts the hashtag for customers who ask for help with, or speed "
    "up, their deployment because of COVID-19. What is not told is taken from the text only where its words are plain: then "
    f"it is a warning that points at them ({NOTICE}).",
    severity=Severity.ERROR,
    fixes=("unsafe",),
    check=_missing,
    needs=("role", "note-type", "intent"),
    examples=(
        Example("Teams for all by May.\n", "Teams for all by May. #covid\n", _SPEEDING_UP),
        Example(
            "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Contoso\n",
            "**EXEC SUMMARY** #covid\n- DESCRIBE THE CUSTOMER: Contoso\n",
            Context(role="FTA", note_type="Enterprise Status", intent="deploying"),
        ),
        Example(
            "They are accelerating Teams because of COVID-19.\nNext call on Monday.\n",
            "They are accelerating Teams because of COVID-19.\nNext call on Monday. #covid\n",
        ),
        Example(
            "Wegen der Pandemie beschleunigt der Kunde die Einführung von Teams.\n",
            "Wegen der Pandemie beschleunigt der Kunde die Einführung von Teams. #covid\n",
        ),
        Example.clean("Teams for all by May. #covid\n", _SPEEDING_UP),
        Example.clean("They are accelerating Teams. The office is closed because of COVID-19.\n"),
        Example.clean(f"{_ON_HOLD}\n- DESCRIBE THE CUSTOMER: accelerating because of COVID-19\n", _SPEEDING_UP),
        Example.clean("Der Kunde beschleunigt die Einführung von Teams.\n"),
    ),
)

HASHTAG_IN_WRONG_NOTE: Final = Rule(
    code="FT305",
    name="hashtag-in-wrong-note",
    summary="A hashtag stands in a note of a type that the writer's role writes.",
    rationale="The guidance tells each role into which notes it puts the hashtag, so that each customer is counted once and "
    f"at its place ({NOTICE}).",
    severity=Severity.WARNING,
    check=_wrong_note,
    needs=("role", "note-type"),
    only_where=has_hash_signs,
    examples=(
        Example("Teams for all by May. #covid\n", None, Context(role="Gateway Manager", note_type="Service Intent")),
        Example("**EXEC SUMMARY** #covid\n", None, Context(role="SME", note_type="Overall Status")),
        Example("Teams für alle bis Mai. #covid\n", None, Context(role="Adoption SME", note_type="Technical Enablement")),
        Example.clean("Teams for all by May. #covid\n", Context(role="GMFTA", note_type="Technical Enablement")),
        Example.clean("Teams for all by May.\n", Context(role="Gateway Manager", note_type="Service Intent")),
        Example.clean("Teams für alle bis Mai. #covid\n", Context(role="FM", note_type="Service Intent")),
    ),
)
