"""The rule about placeholders in place of an answer.

A placeholder in a field with choices is not one of them: FT201. A workload that is not being discussed: FT407.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...analysis.placeholders import find_placeholders
from ...syntax.nodes import Prose
from ...text.source import Span
from ..context import Context
from ..diagnostics import Severity
from ..messages import quote, shown
from ..note_view import NoteView
from ..rule import Example, Rule, Violation
from ._examples import CUSTOMER, HEAD, KUNDE, STATUS_IS, TITEL, TITLE


def _placeholders(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for field, spec, content in summary.fields:
            if spec is None or spec.kind != "choice":
                for place in find_placeholders(content, view.playbook):
                    yield _violation(
                        view, quote(field.label), view.span_within(field, place.start, place.end), "Replace it with the facts"
                    )
        for workload, _, _, content in summary.workloads:
            for place in find_placeholders(content, view.playbook):
                advice = "Replace it with an update, or remove the line"
                yield _violation(view, shown(workload), view.span_within(workload, place.start, place.end), advice)
    if view.is_lifecycle:
        for block in view.document.blocks:
            for place in find_placeholders(block.text, view.playbook) if isinstance(block, Prose) else ():
                start = view.document.span(block).start
                yield _violation(view, "The note", Span(start + place.start, start + place.end), "Replace it with the facts")


def _violation(view: NoteView, where: str, span: Span, advice: str) -> Violation:
    return Violation(f"{where} contains the placeholder {quote(span.text(view.text))}. {advice}.", span)


PLACEHOLDER_LEFT_IN: Final = Rule(
    code="FT114",
    name="placeholder-left-in",
    summary="A note contains no placeholders.",
    rationale="A placeholder looks filled in to everybody who counts empty bullets, and says nothing to its readers.",
    section="template",
    ignore_when="The words are a real name, such as a product called TBD.",
    severity=Severity.WARNING,
    check=_placeholders,
    word_lists=("undecided", "fill-in", "slots"),
    examples=(
        Example(f"{TITLE}- DESCRIBE THE CUSTOMER: TBD\n"),
        Example(f"{TITLE}{CUSTOMER}- REQUESTS FOR SUPPORT: ...\n"),
        Example(f"{TITLE}- DESCRIBE THE CUSTOMER: <customer name> sells shoes in three countries\n"),
        Example(f"{HEAD}   -  [EXO]  Exchange Online - [insert update]\n"),
        Example("Met <contact name> today. Next action: send the plan. Date: 30 April 2020. Owner: Ana\n"),
        Example(
            f"{TITEL}- BESCHREIBUNG DES KUNDEN: noch zu ergänzen\n",
            translation=f"{TITLE}- DESCRIBE THE CUSTOMER: to be added\n",
        ),
        Example.clean(f"{STATUS_IS}TBD\n"),
        Example.clean(f"{TITLE}- DESCRIBE THE CUSTOMER: Contoso, makers of ice cream in XXL; <10 % of it is exported\n"),
        Example.clean(f"{TITLE}{CUSTOMER}- REQUESTS FOR SUPPORT: n/a\n"),
        Example.clean(f"{TITEL}{KUNDE}", translation=f"{TITLE}{CUSTOMER}"),
    ),
)
