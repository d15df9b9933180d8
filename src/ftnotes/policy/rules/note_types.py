"""The rule about the type of a note: the one that its writer's role writes, and in which its kind of text belongs.

Source: the guidance page, the notice at its top, and its sections "Objectives" and "Normal Customer Lifecycle Notes".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve

from ...playbook.playbook import Playbook
from ...text.source import Span
from ...text.words import fold
from ..context import Context, known_values
from ..diagnostics import Severity
from ..messages import listed, quote
from ..note_view import NoteView
from ..rule import Example, MissingContext, Rule, Violation
from ._examples import FASTER, MANAGER


def writes(context: Context, playbook: Playbook) -> bool:
    """Return whether the given role writes notes of the given type; True if one of the two is not given."""
    written = next((role.note_types for role in playbook.roles if role.key == context.role), None)
    return written is None or context.note_type is None or context.note_type in written


def _notes_of_another_role(view: NoteView, context: Context) -> Iterator[Violation | MissingContext]:
    playbook = view.playbook
    summaries = view.main_summaries
    if not playbook.roles or not (view.summaries or summaries or view.is_lifecycle):
        return
    missing = tuple([name for name in ("role", "note-type") if context.value_of(name) is None])
    if context.note_type is None:
        yield MissingContext(missing)
        return
    types, asked = known_values("note-type", playbook), playbook.summaries
    given = quote(context.display_name("note-type", playbook))
    written = next((role.note_types for role in playbook.roles if role.key == context.role), tuple(types))
    if not writes(context, playbook):
        role, right = quote(context.display_name("role", playbook)), listed([quote(types[key][0]) for key in written], "or")
        yield Violation(f"The role {role} does not write notes of type {given}. Move the text to {right}.", _head(view))
    elif summaries and asked.note_types and context.note_type not in asked.note_types:
        if context.role is None or context.role in asked.roles:  # FT507 reports other roles
            right = listed([quote(types[key][0]) for key in asked.note_types if key in written], "or")
            message = f"A summary does not belong in a note of type {given}. Move it to {right}."
            yield Violation(message, view.head_span(summaries[0]))
    elif missing:
        yield MissingContext(missing)
    else:
        yield from _forms_of_other_types(view, context, types)


def _forms_of_other_types(view: NoteView, context: Context, types: Mapping[str, tuple[str, ...]]) -> Iterator[Violation]:
    """Yield notes that fill in the template of another type; those of the first one are summaries, which several can have."""
    for summary in view.summaries:
        right = summary.template.spec.note_type
        if right and right != context.note_type and not summary.is_first:
            given, template = quote(context.display_name("note-type", view.playbook)), quote(types[right][0])
            message = f"The note fills in the template of {template}, and is of type {given}. Move it to {template}."
            yield Violation(message, view.head_span(summary))


def _missing_summaries(view: NoteView, context: Context) -> Iterator[Violation | MissingContext]:
    if not (view.summaries or view.is_lifecycle):
        return
    for when in view.playbook.summaries.required_when:
        given = {condition: context.value_of(condition) for condition in when}
        known = [condition for condition, value in given.items() if value is not None]
        if not known or any(given[condition] not in when[condition] for condition in known):
            continue
        text = fold(view.text)
        if any(fold(title) in text for title in view.template.titles):
            return  # it has one, which FT113 reports if it can't be read, or a field of that name
        missing = tuple(condition for condition, value in given.items() if value is None)
        if missing:
            if "note-type" in known:  # otherwise most notes would be reported as open
                yield MissingContext(missing)
            continue
        reasons = [f'the {one.replace("-", " ")} is "{context.display_name(one, view.playbook)}"' for one in given]
        yield Violation(f"No summary was recognized, and one is due, because {listed(reasons)}. Add it.", _head(view))
        return


def _head(view: NoteView) -> Span:
    """Return the span to report for a whole note: its summary's head, or else its first line with text."""
    summaries = view.summaries or view.blank_summaries
    if summaries:
        return view.head_span(summaries[0])
    line = re.search(r"\S[^\r\n]*", view.text)
    start, end = line.span() if line else (0, 0)
    return Span(start, start + len(view.text[start:end].rstrip()))


_ENROLLED: Final = "Intune is set up on the test laptops.\n"
_TITLE: Final = "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Contoso\n"

NOTE_TYPE_OF_ANOTHER_ROLE: Final = Rule(
    code="FT509",
    name="note-type-of-another-role",
    summary="A note is of a type that its writer's role writes, and an exec summary is in a note for summaries.",
    rationale="The guidance says which role writes which notes, so that readers find all news of a kind in one place and each "
    "customer is counted once.",
    section="roles",
    ignore_when="The writer stands in for a colleague with another role.",
    severity=Severity.WARNING,
    check=_notes_of_another_role,
    needs=("role", "note-type"),
    examples=(
        Example(_ENROLLED, None, Context(role=MANAGER, note_type="Technical Enablement")),
        Example("The champions are trained. #covid\n", None, Context(role="Adoption SME", note_type="Technical Enablement")),
        Example(_TITLE, None, Context(role=MANAGER, note_type="Entitlement Status")),
        Example(
            "Teams für alle bis Mai.\n",
            None,
            Context(role="Gateway Manager", note_type="Service Intent"),
            translation="Teams for all by May.\n",
        ),
        Example.clean(_ENROLLED, Context(role="GMFTA", note_type="Technical Enablement")),
        Example.clean(_TITLE, Context(role=MANAGER, note_type="Overall Status", priority="High")),
        Example.clean(
            "Teams für alle bis Mai. #covid\n",
            Context(role="FM", note_type="Service Intent"),
            translation="Teams for all by May. #covid\n",
        ),
    ),
)

SUMMARY_MISSING: Final = Rule(
    code="FT510",
    name="summary-missing",
    summary="A note has a summary where the guidance asks for one.",
    rationale="Leadership reads the summaries of customers who go faster than planned, and finds none of a customer whose news "
    "is in other text.",
    section="roles",
    ignore_when="The summary is in another note of the same day.",
    severity=Severity.WARNING,
    check=_missing_summaries,
    needs=("role", "note-type", "intent"),
    examples=(
        Example("Teams for all by May. #covid\n", None, FASTER),
        Example("Status: they bring Intune forward. #covid\n", None, FASTER),
        Example("Teams für alle bis Mai. #covid\n", None, FASTER, translation="Teams for all by May. #covid\n"),
        Example.clean(f"{_TITLE}", FASTER),
        Example.clean("Teams for all by May. #covid\n", evolve(FASTER, intent="deploying")),
        Example.clean("Teams for all by May.\n"),
        Example.clean(
            "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- BESCHREIBUNG DES KUNDEN: Contoso\n", FASTER, translation=_TITLE
        ),
    ),
)
