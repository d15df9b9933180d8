"""Rules about the structure of a summary: its bullets, their order and their content.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final

from ...playbook.model import FieldSpec
from ...syntax.nodes import Field
from ...text.edits import Edit, apply_edits
from ...text.patterns import COMMENT
from ...text.source import MARGIN, Span, lines_of
from ...text.words import fold
from ..context import Context
from ..diagnostics import Severity
from ..messages import listed, quote
from ..note_view import NoteView, deviates, has_deviating_fields
from ..rule import Example, Joining, Part, Rule, Violation
from ..summary_view import SummaryView
from ..unread_lines import bare_labels
from ._examples import CUSTOMER, HEAD, KUNDE, STAND, STATUS, TITEL, TITLE
from ._parts import bullet

_LACKS: Final = {
    called: Joining(
        f"The {called} lacks {{}}. Add it, even if there is little to report.",
        f"The {called} lacks {{}}. Add them, even if there is little to report.",
    )
    for called in ("summary", "note")
}
#: Comments and tags of HTML, which say nothing about the customer.
_MARKUP: Final = rf"{COMMENT}|</?[A-Za-z][^<>]*+>"
_STRAY: Final = {
    (called, part): Joining(
        f"{{}} is between the {part}s and belongs to none of them. Move it into a {part} or out of the {called}.",
        f"{{}} are between the {part}s and belong to none of them. Move them into {part}s or out of the {called}.",
    )
    for called in ("summary", "note")
    for part in ("bullet", "label")
}


def _blank_templates(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.blank_summaries:
        message = (
            f"The template is not filled in. Fill in its {summary.part}s, or remove it until there is something to report."
        )
        yield Violation(message, view.head_span(summary))


def _missing_fields(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for spec in summary.template.spec.fields:
            if spec.required and spec.key not in summary.keys:
                item, span = f'"{summary.wording.label(spec.key)}"', view.head_span(summary)
                severity = None if spec.kind == "choice" else Severity.WARNING
                yield Violation.one_of(
                    _LACKS[summary.called], span, item, span, severity=severity, about=(bullet(view, summary, spec.key),)
                )


def _repeated_fields(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        first: dict[str, Field] = {}
        for field, _, _ in summary.fields:
            if field.key is not None and (original := first.setdefault(field.key, field)) is not field:
                message = f'"{field.label}" is already in the {summary.called}. Combine the two {summary.part}s.'
                evidence = (view.document.span(original, "label"),)
                yield Violation(message, view.document.span(field, "label"), evidence=evidence)


def _misplaced_fields(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        order = summary.template.order
        above: Field | None = None
        seen: set[str] = set()
        for field, _, _ in summary.fields:
            if field.key is None or field.key in seen:
                continue
            seen.add(field.key)
            if above is not None and order[field.key] < order[above.key or ""]:
                message = (
                    f'"{field.label}" comes after "{above.label}". Move it before that {summary.part}, as in the template.'
                )
                evidence = (view.document.span(above, "label"),)
                yield Violation(message, view.document.span(field, "label"), evidence=evidence)
                break  # one violation is enough for the whole order
            above = field


def _empty_fields(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for field, spec, content in summary.deviating_fields:
            if spec is None or not spec.required or field.workloads or (content and not content.isspace()):
                continue
            if spec.kind == "workloads" and summary.workloads:
                continue  # FT409 reports a list outside its bullet
            is_choice = spec.kind == "choice"
            message = f'"{field.label}" is empty. {_filling(view, summary, spec)}.'
            severity = Severity.ERROR if is_choice else None
            yield Violation(message, view.document.span(field, "label"), severity=severity)


def _filling(view: NoteView, summary: SummaryView, spec: FieldSpec) -> str:
    """Return what to write into an empty bullet."""
    if spec.kind == "choice":
        choices = [f'"{summary.wording.choice(spec.key, choice)}"' for choice in spec.choices]
        return f"Write {listed(choices, 'or')}"
    if spec.kind == "workloads":
        return 'List the workloads that are being discussed, or write "None"'
    return 'Fill it in, or write "None" if there is nothing to report'


def _unattached_prose(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for prose in summary.unattached_prose:
            words = _without_table_head(re.sub(_MARKUP, lambda match: " " * len(match.group()), prose.text))
            whole = view.document.span(prose)
            labelled = bare_labels(view, summary, whole)
            bounds = {place - whole.start for found in labelled for place in (found.span.start, found.span.end)}
            for paragraph in _paragraphs(words, bounds):
                lines = tuple(Span(whole.start + line.start, whole.start + line.end) for line in paragraph)
                first, last = lines[0].text(view.text), lines[-1].text(view.text)
                start = lines[0].start + len(first) - len(first.lstrip(MARGIN))
                span = Span(start, lines[-1].start + len(last.rstrip(MARGIN)))
                about = tuple(Part("text", line) for line in lines)
                stray = _STRAY[summary.called, summary.part]
                yield Violation.one_of(stray, whole, quote(span.text(view.text)), span, about=about)


def _paragraphs(text: str, bounds: Container[int]) -> Iterator[list[Span]]:
    """Yield the lines of each paragraph that has words.

    One also starts with a line that starts in ``bounds``, and below one that ends there: FT112 reports those between.
    """
    paragraph: list[Span] = []
    above = -1
    for line in (*lines_of(text), Span(0, 0)):
        is_blank = not line.text(text).strip(MARGIN)
        if is_blank or line.start in bounds or above in bounds:
            if any(fold(line.text(text)) for line in paragraph):
                yield paragraph
            paragraph = []
        if not is_blank:
            paragraph.append(line)
        above = line.end


def _without_table_head(text: str) -> str:
    """Return a text of the same length without the head of a table: the row above a rule of dashes, and that rule."""
    if "|" not in text:
        return text
    rows = [(line, text[line.start : line.end].strip(MARGIN)) for line in lines_of(text)]
    heads = [
        line
        for (line, row), (_, below) in zip(rows, [*rows[1:], (Span(0, 0), "")], strict=True)
        if row.startswith("|") and (row.startswith("||") or _is_rule(row) or _is_rule(below))
    ]
    return apply_edits(text, [Edit(head, " " * len(head)) for head in heads])


def _is_rule(row: str) -> bool:
    return row.startswith("|") and "-" in row and not row.strip("|-: ")


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
    rationale="An empty template gives no information about a customer, but every export counts it as a summary. No other "
    "rule reports its bullets.",
    section="template",
    ignore_when="You have just started the note and will fill it in before anyone reads it.",
    severity=Severity.WARNING,
    check=_blank_templates,
    only_where=deviates,
    examples=(
        Example(TITLE + _EMPTY + "- M365 DEPLOYMENT PROGRESS: Not Deployed/Partially Deployed/Fully Deployed \n"),
        Example("**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER:\n- STATUS OF THE ENGAGEMENT:\n"),
        Example(
            f"{TITEL}- STATUS DER BETEILIGUNG: Angehalten/Reaktiv/Vollständig beteiligt\n",
            translation=f"{TITLE}- STATUS OF THE ENGAGEMENT: On Hold/Reactive/Fully Engaged\n",
        ),
        Example.clean(TITLE + _EMPTY + "- REQUESTS FOR SUPPORT: a speaker for the kick-off\n"),
        Example.clean("**EXEC SUMMARY**\n"),
        Example.clean(
            f"{TITEL}- STATUS DER BETEILIGUNG: Angehalten/Reaktiv\n- BESCHREIBUNG DES KUNDEN:\n",
            translation=f"{TITLE}- STATUS OF THE ENGAGEMENT: On Hold/Reactive\n- DESCRIBE THE CUSTOMER:\n",
        ),
    ),
)

FIELD_MISSING: Final = Rule(
    code="FT103",
    name="field-missing",
    summary="A summary has all bullets of the template.",
    rationale="Readers compare customers bullet by bullet, and take a missing bullet for one without problems.",
    section="template",
    ignore_when="Whoever asked for the summary wants only some of the bullets.",
    severity=Severity.ERROR,
    other_severity=Severity.WARNING,
    other_severity_if="no missing bullet takes a choice",
    check=_missing_fields,
    only_where=deviates,
    examples=(
        Example(TITLE + CUSTOMER + STATUS),
        Example(_COMPLETE.replace("- REQUESTS FOR SUPPORT: None\n", "")),
        Example(_COMPLETE_DE.replace(STAND, ""), translation=_COMPLETE.replace(STATUS, "")),
        Example.clean(_COMPLETE),
        Example.clean("The executive summary of Contoso follows next week.\n"),
        Example.clean(_COMPLETE_DE, translation=_COMPLETE),
    ),
)

FIELD_TWICE: Final = Rule(
    code="FT104",
    name="field-twice",
    summary="A summary has each bullet of the template once.",
    rationale="If a label appears twice, readers and exports take the first bullet and overlook the second.",
    section="template",
    ignore_when="The summary quotes an older one, and both bullets have to stay as they were.",
    severity=Severity.WARNING,
    check=_repeated_fields,
    only_where=deviates,
    examples=(
        Example(TITLE + STATUS + CUSTOMER + "- STATUS OF THE ENGAGEMENT: On Hold\n"),
        Example(TITLE + CUSTOMER + "- Describe customer: 40 offices\n"),
        Example(
            TITEL + STAND + "- STATUS DER BETEILIGUNG: Angehalten\n",
            translation=TITLE + STATUS + "- STATUS OF THE ENGAGEMENT: On Hold\n",
        ),
        Example.clean(TITLE + STATUS + CUSTOMER + "\n" + TITLE + STATUS),
        Example.clean(TITLE + "- RISKS: licences\n- RISKS: people\n"),
        Example.clean(TITEL + STAND + KUNDE, translation=TITLE + STATUS + CUSTOMER),
    ),
)

FIELD_OUT_OF_ORDER: Final = Rule(
    code="FT105",
    name="field-out-of-order",
    summary="The bullets of a summary follow the order of the template.",
    rationale="People who read many summaries look for each bullet in the same place. Only the first bullet out of order is "
    "reported.",
    section="template",
    ignore_when="Your team has agreed on another order.",
    severity=Severity.INFORMATION,
    check=_misplaced_fields,
    only_where=deviates,
    examples=(
        Example(TITLE + STATUS + CUSTOMER),
        Example(TITLE + CUSTOMER + "- REQUESTS FOR SUPPORT: None\n- RISKS: none\n" + STATUS),
        Example(TITEL + STAND + KUNDE, translation=TITLE + STATUS + CUSTOMER),
        Example.clean(TITLE + CUSTOMER + "- RISKS: none\n" + STATUS),
        Example.clean(TITLE + CUSTOMER + STATUS + "- Describe customer: 40 offices\n"),
        Example.clean(TITEL + KUNDE + STAND, translation=TITLE + CUSTOMER + STATUS),
    ),
)

FIELD_EMPTY: Final = Rule(
    code="FT106",
    name="field-empty",
    summary="Each required bullet of a summary has content.",
    rationale='Readers can\'t tell an empty bullet with nothing to report from one that was forgotten. "None" shows that '
    "somebody looked.",
    section="template",
    ignore_when="The note is a draft, and the content will follow.",
    severity=Severity.WARNING,
    other_severity=Severity.ERROR,
    other_severity_if="the bullet takes a choice, without which the note can't be counted",
    check=_empty_fields,
    only_where=has_deviating_fields,
    examples=(
        Example(TITLE + STATUS + "- DESCRIBE THE CUSTOMER:\n"),
        Example(TITLE + CUSTOMER + "- STATUS OF THE ENGAGEMENT:\n"),
        Example(TITLE + STATUS + "- REQUESTS FOR SUPPORT: #covid\n- SNAPSHOT OF KEY WORKLOADS:\n"),
        Example(TITEL + STAND + "- UNTERSTÜTZUNGSANFORDERUNG:\n", translation=TITLE + STATUS + "- REQUESTS FOR SUPPORT:\n"),
        Example.clean(TITLE + STATUS + "- DESCRIBE THE CUSTOMER:\n  Contoso, 900 seats\n- REQUESTS FOR SUPPORT: None\n"),
        Example.clean(TITLE + STATUS + "- SNAPSHOT OF KEY WORKLOADS:\n  - [EXO] pilot\n- RISKS:\n"),
        Example.clean(
            TITEL + STAND + "- UNTERSTÜTZUNGSANFORDERUNG: keine\n",
            translation=TITLE + STATUS + "- REQUESTS FOR SUPPORT: none\n",
        ),
    ),
)

STRAY_TEXT: Final = Rule(
    code="FT111",
    name="stray-text",
    summary="All text of a summary is in one of its bullets.",
    rationale="Text between the bullets belongs to none of them, and gets lost when summaries are read bullet by bullet.",
    section="template",
    ignore_when="The text is a remark on the whole summary, and readers see the whole note.",
    severity=Severity.WARNING,
    check=_unattached_prose,
    only_where=deviates,
    examples=(
        Example(TITLE + CUSTOMER + "\nSorry that this is late!\n\n" + STATUS),
        Example(TITLE + "Contoso again.\n" + CUSTOMER),
        Example(
            TITEL + KUNDE + "\nGruß aus Kiel\n\n" + STAND,
            translation=TITLE + CUSTOMER + "\nGreetings from Kiel\n\n" + STATUS,
        ),
        Example.clean(TITLE + "<!-- drafted on the train -->\n" + CUSTOMER + "\nRegards, Ana\n"),
        Example.clean(TITLE + CUSTOMER + "\n  with 40 offices\n\n" + STATUS),
        Example.clean(HEAD + "| Workload | Status |\n|---|---|\n| [EXO] Exchange Online | wave 2 in May |\n\n" + STATUS),
        Example.clean(TITEL + KUNDE + "\n\n" + STAND, translation=TITLE + CUSTOMER + "\n\n" + STATUS),
    ),
)
