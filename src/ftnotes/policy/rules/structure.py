"""Rules for what a summary is made of: its six bullets, their order, and that something is said in each.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...playbook.wording import HINT_START, LONGEST_HINT
from ...syntax.nodes import Field
from ...text.edits import Edit
from ...text.patterns import COMMENT
from ...text.source import MARGIN, WHITESPACE, Span
from ...text.words import fold
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import TEMPLATE, listed, quote
from ..note_view import NoteView, deviates, has_deviating_fields
from ..rule import Example, Rule, Violation
from ..summary_view import FieldView, SummaryView
from ._examples import CUSTOMER, KUNDE, STAND, STATUS, TITEL, TITLE


def _blank(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.blank_summaries:
        message = (
            "This is the template with nothing filled in. Fill in its bullets, or take it out until there is something "
            f"to say ({TEMPLATE})."
        )
        yield Violation(message, view.head_span(summary))


def _field_missing(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        present = {said.field.key for said in summary.fields}
        missing = [spec.key for spec in view.playbook.fields if spec.key not in present]
        if missing:
            labels = [summary.wording.label(key) for key in missing]
            if len(missing) == len(view.playbook.fields):
                what = "The summary has a title and none of the template's bullets"
            else:
                what = "The summary lacks a bullet of the template" if len(missing) == 1 else "The summary lacks bullets"
            message = f"{what}: {listed(labels)}. Add what is missing, also where there is little to say ({TEMPLATE})."
            yield Violation(message, view.head_span(summary))


def _field_twice(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        first: dict[str, Field] = {}
        for said in summary.fields:
            key = said.field.key
            if key is None or first.setdefault(key, said.field) is said.field:
                continue
            message = (
                f"{said.field.label} stands in the summary for the second time, and readers take the first one. Join what "
                f"both say in one bullet, and delete the other ({TEMPLATE})."
            )
            yield Violation(
                message, view.document.span(said.field, "label"), evidence=(view.document.span(first[key], "label"),)
            )


def _out_of_order(view: NoteView, context: Context) -> Iterator[Violation]:
    order = view.template.order
    for summary in view.summaries:
        above: Field | None = None
        seen: set[str] = set()
        for said in summary.fields:
            key = said.field.key
            if key is None or key in seen:
                continue
            seen.add(key)
            if above is not None and order[key] < order[above.key or ""]:
                message = (
                    f"{said.field.label} stands behind {above.label}; in the template it comes before it. Move it there: "
                    f"readers look for each bullet at its place ({TEMPLATE})."
                )
                yield Violation(
                    message, view.document.span(said.field, "label"), evidence=(view.document.span(above, "label"),)
                )
                break  # of bullets in disorder, one tells enough
            above = said.field


def _says_nothing(summary: SummaryView, said: FieldView) -> bool:
    if said.spec is None or said.content.strip() or said.field.workloads:
        return False
    # A list that stands by itself in the summary is another rule's matter.
    return said.spec.kind != "workloads" or not summary.workloads


def _field_empty(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for said in summary.deviating_fields:
            if (not said.content or said.content.isspace()) and _says_nothing(summary, said):
                message = (
                    f"Nothing is said under {said.field.label}. Say how it stands; where there is nothing to report, say "
                    f'that ("None"), so that readers see it was not forgotten ({TEMPLATE}).'
                )
                yield Violation(message, view.document.span(said.field, "label"))


def _hint_left_in(view: NoteView, context: Context) -> Iterator[Violation]:
    starts = view.template.hint_starts
    for summary in view.summaries:
        for said in summary.fields:
            words = said.content
            may_be_one = "(" in words or "（" in words or words.lstrip()[:HINT_START].lower() in starts
            hint = _hint(view, said) if may_be_one else None
            if hint is None:
                continue
            field = said.field
            start, end = hint
            span = view.span_within(field, start, end)
            rest = said.content[:start] + said.content[end:]
            fixes: tuple[Fix, ...] = ()
            if fold(rest):
                while view.text[span.end : span.end + 1] in tuple(WHITESPACE):
                    span = Span(span.start, span.end + 1)
                fixes = (Fix("take the template's hint out", (Edit(span, ""),), safe=False),)
                advice = "It tells the writer what belongs here, and says nothing about the customer: take it out"
            else:
                advice = "Replace it by what it asks for"
            message = f"{field.label} still holds the template's hint {quote(field.value[start:end])}. {advice} ({TEMPLATE})."
            yield Violation(message, view.span_within(field, start, end), fixes)


def _hint(view: NoteView, said: FieldView) -> tuple[int, int] | None:
    """From where to where a value holds a hint of the template."""
    if said.spec is None or not view.template.hints[said.spec.key]:
        return None
    words = said.content
    folds, starts = view.template.folded_hints[said.spec.key], view.template.hint_starts
    if words.lstrip()[:HINT_START].lower() in starts and len(words) < LONGEST_HINT and fold(words) in folds:
        return len(words) - len(words.lstrip()), len(words.rstrip())
    for match in re.finditer(r"[(（][^()（）]*[)）]", words):
        starts_like_one = match.group()[:HINT_START].lower() in starts
        if starts_like_one and len(match.group()) < LONGEST_HINT and fold(match.group()) in folds:
            return match.span()
    return None


def _stray(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for prose in summary.unattached_prose:
            words = re.sub(COMMENT, lambda match: " " * len(match.group()), prose.text)
            if not fold(words):
                continue
            start = view.document.span(prose).start
            first, last = (
                len(words) - len(words.lstrip(MARGIN + "\r\n")),
                len(words.rstrip(MARGIN + "\r\n")),
            )
            message = (
                f"{quote(prose.text[first:last])} stands between the bullets of the summary and belongs to none of them, so "
                f"that it is overlooked. Move it into a bullet, or outside the summary ({TEMPLATE})."
            )
            yield Violation(message, Span(start + first, start + last))


_EMPTY: Final = (
    "- DESCRIBE THE CUSTOMER: (i.e. Industry/Structure/Size/Recent News)\n"
    "- STATUS OF THE ENGAGEMENT: On Hold/Reactive/Fully Engaged \n"
)
_COMPLETE: Final = (
    f"{TITLE}{CUSTOMER}{STATUS}- M365 DEPLOYMENT PROGRESS: Not Deployed\n"
    "- OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM: good\n"
    "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n   -  [EXO]  Exchange Online - pilot\n\n"
    "- REQUESTS FOR SUPPORT: None\n"
)
_COMPLETE_DE: Final = (
    f"{TITEL}{KUNDE}{STAND}- M365-BEREITSTELLUNGSFORTSCHRITT: Nicht bereitgestellt\n"
    "- ÜBERSICHT DER AKTUELLEN BEZIEHUNG ZU KUNDEN-/PARTNER-/ACCOUNT TEAM: gut\n"
    "- SCHNAPPSCHUSS DES AKTUELLEN STATUS WICHTIGER ARBEITSBEREICHE UND NÄCHSTE AKTIONEN:\n\n"
    "   -  [EXO]  Exchange Online - Pilot\n\n- UNTERSTÜTZUNGSANFORDERUNG: Keine\n"
)

BLANK_TEMPLATE: Final = Rule(
    code="FT101",
    name="blank-template",
    summary="A summary is filled in.",
    rationale="The template alone says nothing about a customer, and counts as a summary in every export. This one finding "
    f"stands for all that could be said of its bullets ({TEMPLATE}).",
    severity=Severity.WARNING,
    check=_blank,
    only_where=deviates,
    examples=(
        Example(TITLE + _EMPTY + "- M365 DEPLOYMENT PROGRESS: Not Deployed/Partially Deployed/Fully Deployed \n"),
        Example("**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER:\n- STATUS OF THE ENGAGEMENT:\n"),
        Example(f"{TITEL}- STATUS DER BETEILIGUNG: Angehalten/Reaktiv/Vollständig beteiligt\n"),
        Example.clean(TITLE + _EMPTY + "- REQUESTS FOR SUPPORT: a speaker for the kick-off\n"),
        Example.clean("**EXEC SUMMARY**\n"),
        Example.clean(f"{TITEL}- STATUS DER BETEILIGUNG: Angehalten/Reaktiv\n- BESCHREIBUNG DES KUNDEN:\n"),
    ),
)

FIELD_MISSING: Final = Rule(
    code="FT103",
    name="field-missing",
    summary="A summary has all bullets of the template.",
    rationale=f"Readers compare customers bullet by bullet; one that is missing reads like one that is fine ({TEMPLATE}).",
    severity=Severity.ERROR,
    check=_field_missing,
    only_where=deviates,
    examples=(
        Example(TITLE + CUSTOMER + STATUS),
        Example(_COMPLETE.replace("- M365 DEPLOYMENT PROGRESS: Not Deployed\n", "")),
        Example("**Executive Summary** (draft)\n"),
        Example(_COMPLETE_DE.replace(STAND, "")),
        Example.clean(_COMPLETE),
        Example.clean("The executive summary of Contoso follows next week.\n"),
        Example.clean(_COMPLETE_DE),
    ),
)

FIELD_TWICE: Final = Rule(
    code="FT104",
    name="field-twice",
    summary="A summary has each bullet of the template once.",
    rationale="Of two bullets with one label, readers and exports take the first, and overlook what the other says "
    f"({TEMPLATE}).",
    severity=Severity.WARNING,
    check=_field_twice,
    only_where=deviates,
    examples=(
        Example(TITLE + STATUS + CUSTOMER + "- STATUS OF THE ENGAGEMENT: On Hold\n"),
        Example(TITLE + CUSTOMER + "- Describe customer: 40 offices\n"),
        Example(TITEL + STAND + "- STATUS DER BETEILIGUNG: Angehalten\n"),
        Example.clean(TITLE + STATUS + CUSTOMER + "\n" + TITLE + STATUS),
        Example.clean(TITLE + "- RISKS: licences\n- RISKS: people\n"),
        Example.clean(TITEL + STAND + KUNDE),
    ),
)

FIELD_OUT_OF_ORDER: Final = Rule(
    code="FT105",
    name="field-out-of-order",
    summary="The bullets of a summary stand in the order of the template.",
    rationale=f"Who reads many summaries finds a bullet by its place ({TEMPLATE}).",
    severity=Severity.INFORMATION,
    check=_out_of_order,
    only_where=deviates,
    examples=(
        Example(TITLE + STATUS + CUSTOMER),
        Example(TITLE + CUSTOMER + "- REQUESTS FOR SUPPORT: None\n- RISKS: none\n" + STATUS),
        Example(TITEL + STAND + KUNDE),
        Example.clean(TITLE + CUSTOMER + "- RISKS: none\n" + STATUS),
        Example.clean(TITLE + CUSTOMER + STATUS + "- Describe customer: 40 offices\n"),
        Example.clean(TITEL + KUNDE + STAND),
    ),
)

FIELD_EMPTY: Final = Rule(
    code="FT106",
    name="field-empty",
    summary="Under each bullet of a summary something is said.",
    rationale="An empty bullet may mean that there is nothing to report, or that nobody looked: readers can't tell "
    f"({TEMPLATE}).",
    severity=Severity.WARNING,
    check=_field_empty,
    only_where=has_deviating_fields,
    examples=(
        Example(TITLE + STATUS + "- DESCRIBE THE CUSTOMER:\n"),
        Example(TITLE + STATUS + "- REQUESTS FOR SUPPORT: #covid\n"),
        Example(TITEL + STAND + "- UNTERSTÜTZUNGSANFORDERUNG:\n"),
        Example.clean(TITLE + STATUS + "- DESCRIBE THE CUSTOMER:\n  Contoso, 900 seats\n- REQUESTS FOR SUPPORT: None\n"),
        Example.clean(TITLE + STATUS + "- SNAPSHOT OF KEY WORKLOADS:\n  - [EXO] pilot\n- RISKS:\n"),
        Example.clean(TITEL + STAND + "- UNTERSTÜTZUNGSANFORDERUNG: keine\n"),
    ),
)

HINT_LEFT_IN: Final = Rule(
    code="FT107",
    name="hint-left-in",
    summary="The template's hints are replaced by what they ask for.",
    rationale="The words in parentheses behind some labels tell the writer what belongs there; in a note they are noise "
    f"({TEMPLATE}).",
    severity=Severity.WARNING,
    fixes=("unsafe",),
    check=_hint_left_in,
    examples=(
        Example(
            TITLE + "- DESCRIBE THE CUSTOMER: (i.e. Industry/Structure/Size/Recent News) Contoso, 900 seats\n",
            TITLE + "- DESCRIBE THE CUSTOMER: Contoso, 900 seats\n",
        ),
        Example(TITLE + STATUS + "- REQUESTS FOR SUPPORT: e.g. CS MAU offerings\n"),
        Example(
            TITEL + "- BESCHREIBUNG DES KUNDEN: (d. h. Branche/Struktur/Größe/Aktuelle Nachrichten) Handelshaus\n",
            TITEL + "- BESCHREIBUNG DES KUNDEN: Handelshaus\n",
        ),
        Example.clean(TITLE + "- DESCRIBE THE CUSTOMER: Contoso (Retail/Logistics)\n"),
        Example.clean(TITLE + STATUS + "- REQUESTS FOR SUPPORT: CS MAU offerings for two sites\n"),
        Example.clean(TITEL + "- BESCHREIBUNG DES KUNDEN: Handelshaus (Branche wächst)\n"),
    ),
)

STRAY_TEXT: Final = Rule(
    code="FT111",
    name="stray-text",
    summary="Everything in a summary stands in one of its bullets.",
    rationale="What stands between the bullets belongs to none, and is lost where summaries are read bullet by bullet "
    f"({TEMPLATE}).",
    severity=Severity.WARNING,
    check=_stray,
    only_where=deviates,
    examples=(
        Example(TITLE + CUSTOMER + "\nSorry that this is late!\n\n" + STATUS),
        Example(TITLE + "Contoso again.\n" + CUSTOMER),
        Example(TITEL + KUNDE + "\nGruß aus Kiel\n\n" + STAND),
        Example.clean(TITLE + "<!-- drafted on the train -->\n" + CUSTOMER + "\nRegards, Ana\n"),
        Example.clean(TITLE + CUSTOMER + "\n  with 40 offices\n\n" + STATUS),
        Example.clean(TITEL + KUNDE + "\n\n" + STAND),
    ),
)
