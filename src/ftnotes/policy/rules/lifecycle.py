"""Rules about text of lifecycle notes that belongs elsewhere, and about who writes summaries.

Source: the guidance page, sections "Frequency", "Normal Customer Lifecycle Notes" and "Exec Summary Notes".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...analysis.evidence import EvidenceMention
from ...playbook.playbook import Playbook
from ...text.source import Span
from ..context import Context, known_values
from ..diagnostics import Severity
from ..escalations import find_escalations
from ..messages import listed, quote
from ..note_view import NoteView, is_lifecycle
from ..rule import Example, MissingContext, Rule, Violation
from ..unread_summaries import unread_summary
from ._examples import OVERALL
from .note_types import writes


def expects_actions(view: NoteView, context: Context) -> bool:
    """Return whether the note has no summary, is not meant as one, and can be of a type that has a next action."""
    if not view.is_lifecycle or view.cached(unread_summary) is not None:
        return False
    type_ = context.note_type
    return type_ is None or any(type_ == spec.key and "action" in spec.asks for spec in view.playbook.note_types)


def _technical_updates(view: NoteView, context: Context) -> Iterator[Violation | MissingContext]:
    destination = view.playbook.destinations.technical
    if not destination or not expects_actions(view, context):
        return
    if context.note_type is None:
        yield MissingContext(("note-type",))
        if not (view.evidence("technical") and view.evidence("failure")):
            return  # nothing is plain
    for sentence, mention in _technical_sentences(view):
        named = view.named_workloads(sentence)
        fails = view.has_evidence(sentence, "failure")
        # Words for what fails beside technical ones are plain, also if neither a workload nor the type of the note is given.
        is_plain = fails and mention.kind == "technical"
        is_about_meeting = not fails and view.has_evidence(sentence, "meeting")
        if is_about_meeting or len(named) > 1 or (not is_plain and (not named or context.note_type is None)):
            continue
        (workload,) = named.values() or (None,)
        about = f"of one workload, {workload.text(view.text)}" if workload else "of a workload"
        advice = "Move it to" if context.note_type else "Unless this is a note about it, move it to"
        message = f"{quote(sentence.text(view.text))} is a technical update {about}. {advice} its {destination}."
        yield Violation(message, mention.span, evidence=(workload,) if workload else ())
        return  # one reminder for each note


def _technical_sentences(view: NoteView) -> Iterator[tuple[Span, EvidenceMention]]:
    """Yield the sentences that can be technical updates, in order, each with a word that shows it."""
    first: dict[Span, EvidenceMention] = {}
    for mention in (*view.evidence("technical"), *view.evidence("failure")):
        first.setdefault(view.sentences.at(mention.span.start), mention)
    yield from sorted(first.items(), key=lambda item: item[0].start)


def _unrequested_summary(view: NoteView, context: Context) -> Iterator[Violation | MissingContext]:
    asked = view.playbook.summaries
    summaries = view.main_summaries
    if not asked.roles or not summaries:
        return
    if not writes(context, view.playbook):
        return  # FT509 reports the whole note
    if context.role is not None and context.role not in asked.roles:
        names = known_values("role", view.playbook)
        writers = listed([quote(names[key][0]) for key in asked.roles], "or")
        role = quote(context.display_name("role", view.playbook))
        message = f"Summaries are written by the role {writers}, not by {role}. Write a lifecycle note, or ask one of them."
        yield Violation(message, view.head_span(summaries[0]))
    elif context.requested or not asked.priorities or _is_required(view, context):
        if context.role is None:
            yield MissingContext(("role",))
    elif context.priority is not None and context.priority not in asked.priorities:
        names = known_values("priority", view.playbook)
        wanted = listed([quote(names[key][0]) for key in asked.priorities], "or")
        unless = "" if context.requested is False else ", unless the summary was requested"
        priority = quote(context.display_name("priority", view.playbook))
        message = f"The customer has priority {priority}, and summaries are for {wanted}. Write a lifecycle note{unless}."
        yield Violation(message, view.head_span(summaries[0]))
    elif context.role is None or context.priority is None:
        yield MissingContext(tuple(name for name in ("role", "priority") if context.value_of(name) is None))


def _is_required(view: NoteView, context: Context) -> bool:
    """Return whether notes of this type always have a summary; without a type, whether all notes of the role do."""
    written = next((role.note_types for role in view.playbook.roles if role.key == context.role), ())
    types = written if context.note_type is None else (context.note_type,)
    return bool(types) and set(types) <= set(view.playbook.summaries.required_in)


def _escalations(view: NoteView, context: Context) -> Iterator[Violation]:
    destination = view.playbook.destinations.escalations
    filled = any(summary.is_first for summary in view.summaries)
    if not destination or (not filled and not expects_actions(view, context)):
        return
    for mention, _ in find_escalations(view):
        if not view.evidence("recorded"):
            message = f"The note mentions {quote(mention.span.text(view.text))}. Check that the {destination} mentions it, too."
            yield Violation(message, mention.span)
        return  # one reminder for each note


def _technical_place(playbook: Playbook) -> str:
    return f"That place is its {playbook.destinations.technical}." if playbook.destinations.technical else ""


def _place_of_escalations(playbook: Playbook) -> str:
    return f"That place is the {playbook.destinations.escalations}." if playbook.destinations.escalations else ""


def _writers(playbook: Playbook) -> str:
    """Return who writes summaries, for which customers and in which notes, as the playbook says."""
    asked, sentences = playbook.summaries, []
    for name, keys, what in (
        ("role", asked.roles, "The roles that write summaries"),
        ("priority", asked.priorities, "The priorities of customers"),
        ("note-type", asked.note_types, "The types of notes"),
    ):
        names = known_values(name, playbook)
        if keys:
            sentences.append(f"{what}: {listed([names[key][0] for key in keys])}.")
    return " ".join(sentences)


_TITLE: Final = "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Contoso\n"
_TITEL: Final = "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- BESCHREIBUNG DES KUNDEN: Contoso\n"

BELONGS_IN_ENTITLEMENT_NOTE: Final = Rule(
    code="FT506",
    name="belongs-in-entitlement-note",
    summary="Technical updates of one workload are in their own place.",
    rationale="Lifecycle notes are for news that concerns the customer as a whole. People who are responsible for a workload "
    "look for its updates elsewhere.",
    told=_technical_place,
    section="actions",
    ignore_when="The update matters to the customer as a whole.",
    severity=Severity.INFORMATION,
    check=_technical_updates,
    word_lists=("technical", "failure", "meeting"),
    needs=("note-type",),
    only_where=is_lifecycle,
    examples=(
        Example("The cutover of Exchange Online is planned for June.\n", None, OVERALL),
        Example("Met the CIO. [INTUNE] enrolment of the tills is half done.\n", None, OVERALL),
        Example(
            "Die Migration zu Exchange Online läuft für München.\n",
            None,
            OVERALL,
            translation="The migration to Exchange Online is running for Munich.\n",
        ),
        Example("Batch 7 of the mailboxes fails with TooManyBadItems.\n", None, OVERALL),
        Example.clean("The workshop shows Exchange Online, Teams and Intune; migration comes later.\n", OVERALL),
        Example.clean("Kickoff meeting for the enrolment in Intune was held.\n", OVERALL),
        Example.clean("The cutover of Exchange Online is planned.\n", Context(note_type="Entitlement Status")),
        Example.clean(
            "Die Migration läuft, und alle Büros in München freuen sich.\n",
            OVERALL,
            translation="The migration is running, and all offices in Munich are happy.\n",
        ),
    ),
)

SUMMARY_NOT_ASKED_FOR: Final = Rule(
    code="FT507",
    name="summary-not-asked-for",
    summary="Summaries are written by the roles, and for the customers, that the guidance names.",
    rationale="A summary takes time to write and to read, so not every customer has one unless somebody asks for it.",
    told=_writers,
    section="summaries",
    ignore_when="A colleague of that role asked you to write it. If it was requested, say so with --requested.",
    severity=Severity.INFORMATION,
    check=_unrequested_summary,
    needs=("role", "priority"),
    examples=(
        Example(_TITLE, None, Context(role="Gateway Manager")),
        Example(_TITLE, None, Context(role="FastTrack Manager", priority="Low")),
        Example(_TITEL, None, Context(role="SME"), translation=_TITLE),
        Example.clean(_TITLE, Context(role="FM", priority="High")),
        Example.clean("Met the CIO. Next action: send the plan. Owner: Ana\n", Context(role="Gateway Manager")),
        Example.clean(_TITLE, Context(role="FM", priority="Low", requested=True)),
        Example.clean(_TITLE, Context(role="FTA", note_type="Enterprise Status", priority="Low")),
        Example.clean(_TITEL, Context(role="FTA", priority="Medium"), translation=_TITLE),
    ),
)

RISKS_BOX: Final = Rule(
    code="FT508",
    name="risks-box",
    summary="Escalations and issues are also where leadership looks for them.",
    rationale="Leadership looks for problems in one place. It is not part of the note, so this is only a reminder.",
    told=_place_of_escalations,
    section="summaries",
    ignore_when="That place mentions the escalation or issue.",
    severity=Severity.INFORMATION,
    check=_escalations,
    word_lists=("escalation", "settled", "recorded"),
    examples=(
        Example(_TITLE + "- REQUESTS FOR SUPPORT: escalated to engineering\n"),
        Example("The rollout waits for a blocker in the network.\n"),
        Example.clean("The rollout waits for a blocker in the network. It is in the Risks box.\n"),
        Example.clean("A kickoff in the hall with the escalators; network capacity issues were discussed.\n"),
        Example(
            _TITEL + "- UNTERSTÜTZUNGSANFORDERUNG: Eskalation zu den Lizenzen läuft\n",
            translation=_TITLE + "- REQUESTS FOR SUPPORT: escalation about the licenses is under way\n",
        ),
        Example.clean(_TITLE + "- REQUESTS FOR SUPPORT: no escalations; the last issue was resolved\n"),
        Example.clean("Their board is concerned about the schedule.\n"),
        Example.clean(
            _TITEL + "- UNTERSTÜTZUNGSANFORDERUNG: keine Eskalationen\n",
            translation=_TITLE + "- REQUESTS FOR SUPPORT: no escalations\n",
        ),
    ),
)
