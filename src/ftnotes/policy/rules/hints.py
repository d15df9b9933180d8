"""The rule about the template's hints, which show the writer what belongs where.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...playbook.template_words import LONGEST_HINT
from ...syntax.nodes import Workload
from ...text.edits import Edit
from ...text.source import WHITESPACE, Span
from ...text.words import fold
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import quote, shown
from ..note_view import NoteView, has_summaries
from ..rule import Example, Rule, Violation
from ..summary_view import FieldView, SummaryView
from ._examples import HEAD, STATUS, TITEL, TITLE

#: What can come between a hint and the answer to it.
_AFTER_HINT: Final = tuple(WHITESPACE + ":：;-–—")


def _leftover_hints(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for entry in summary.fields:
            field, _, content = entry
            hint = _hint(summary, entry)
            if hint is None:
                continue
            start, end = hint
            span = view.span_within(field, start, end)
            fixes: tuple[Fix, ...] = ()
            if (fold(content[:start] + content[end:]) or field.workloads) and content[start - 1 : start] not in ("(", "（"):
                removed_end = span.end
                while view.text[removed_end : removed_end + 1] in _AFTER_HINT:
                    removed_end += 1
                fixes = (Fix("remove the template's hint", (Edit(Span(span.start, removed_end), ""),), safe=False),)
            advice = "Remove it" if fixes else "Replace it with what it asks for"
            message = f'"{field.label}" still contains the template\'s hint {quote(field.value[start:end])}. {advice}.'
            yield Violation(message, span, fixes)
        for workload, _, key, words in summary.workloads:
            if key is not None and key == view.template.catch_all and words.strip() and _is_published(view, workload.name, key):
                yield _remark(view, workload)


def _is_published(view: NoteView, name: str, key: str) -> bool:
    return bool(name) and view.playbook.vocabulary.name(name) == key


def _remark(view: NoteView, workload: Workload) -> Violation:
    """Return the violation of a workload for all other topics that still has the template's remark on that as its name."""
    document, text = view.document, view.text
    tag, update = document.span(workload, "tag"), document.span(workload, "update")
    fixes: tuple[Fix, ...] = ()
    if text[tag.end : tag.end + 1] == "]":
        fixes = (Fix("remove the template's remark", (Edit(Span(tag.end + 1, update.start), " - "),), safe=False),)
    message = f"{shown(workload)} still contains the template's remark. Remove it, and keep the tag."
    return Violation(message, document.span(workload, "name"), fixes, severity=Severity.INFORMATION)


def _hint(summary: SummaryView, entry: FieldView) -> tuple[int, int] | None:
    """Return the bounds of a hint of the template in a value."""
    _, spec, content = entry
    folds = summary.template.folded_hints[spec.key] if spec else None
    if not folds:
        return None

    def is_hint(text: str) -> bool:
        return len(text) < LONGEST_HINT and fold(text) in folds

    if is_hint(content.strip()):
        return len(content) - len(content.lstrip()), len(content.rstrip())
    if "(" in content or "（" in content:
        for match in re.finditer(r"[(（][^()（）]*[)）]", content):
            if is_hint(match.group()):
                return match.span()
    return summary.template.bare_hint(spec.key, content) if spec else None


HINT_LEFT_IN: Final = Rule(
    code="FT107",
    name="hint-left-in",
    summary="The template's hints are replaced with what they ask for.",
    rationale="The words in parentheses after some labels, and those after the tag for all other topics, show the writer "
    "what belongs there. They say nothing about the customer.",
    section="template",
    ignore_when="The words are meant literally, and describe the customer.",
    severity=Severity.WARNING,
    other_severity=Severity.INFORMATION,
    other_severity_if="it is the remark after the tag for all other topics",
    fixes=("unsafe",),
    check=_leftover_hints,
    only_where=has_summaries,
    examples=(
        Example(
            TITLE + "- DESCRIBE THE CUSTOMER: (i.e. Industry/Structure/Size/Recent News) Contoso, 900 seats\n",
            TITLE + "- DESCRIBE THE CUSTOMER: Contoso, 900 seats\n",
        ),
        Example(TITLE + STATUS + "- REQUESTS FOR SUPPORT: e.g. CS MAU offerings\n"),
        Example(
            TITLE + "- DESCRIBE THE CUSTOMER: Industry/Structure/Size/Recent News: Contoso, 900 seats\n",
            TITLE + "- DESCRIBE THE CUSTOMER: Contoso, 900 seats\n",
        ),
        Example(
            HEAD + "   -  [CORE]  For those that do not fit within above workloads - network assessed\n",
            HEAD + "   -  [CORE] - network assessed\n",
        ),
        Example(
            TITEL + "- BESCHREIBUNG DES KUNDEN: (d. h. Branche/Struktur/Größe/Aktuelle Nachrichten) Handelshaus\n",
            TITEL + "- BESCHREIBUNG DES KUNDEN: Handelshaus\n",
            translation=TITLE + "- DESCRIBE THE CUSTOMER: (i.e. Industry/Structure/Size/Recent News) trading house\n",
        ),
        Example.clean(TITLE + "- DESCRIBE THE CUSTOMER: Contoso (Retail/Logistics)\n"),
        Example.clean(TITLE + STATUS + "- REQUESTS FOR SUPPORT: CS MAU offerings for two sites\n"),
        Example.clean(
            TITEL + "- BESCHREIBUNG DES KUNDEN: Handelshaus (Branche wächst)\n",
            translation=TITLE + "- DESCRIBE THE CUSTOMER: trading house (a growing industry)\n",
        ),
    ),
)
