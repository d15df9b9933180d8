"""Rules about the wording of titles and labels, and the punctuation of labels.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from ...playbook.model import FieldSpec, Typing
from ...playbook.template_words import TemplateWords
from ...playbook.wording import Wording
from ...syntax.nodes import Field, Title
from ...syntax.parser import is_bulleted
from ...text.edits import Edit
from ...text.source import LINE_END, WHITESPACE, Span
from ...text.suggest import closest
from ...text.words import fold
from ...writing.decoration import core_of_label, has_cells, is_heading
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import quote
from ..note_view import NoteView, deviates, has_deviating_fields
from ..rule import Example, Joining, Part, Rule, Violation
from ..summary_view import SummaryView, without_asides
from ._bullets import bullet_edits, parts_from_list
from ._examples import CUSTOMER, STAND, STATUS, TITEL, TITLE
from ._misspellings import misspelled
from ._parts import bullet

#: The similarity, as `difflib` counts it, from which an unknown label passes for a misspelled one.
_CLOSE: Final = 0.75
#: What does not belong after a title: the number of a section, the mark of a heading, cells of a table, an open quote mark.
_NOT_TEXT: Final = re.compile(r"\A(?>(?:h?[0-9]++[.)]?+)+)\Z|\t|\"")
#: Between a title and the text before it.
_JOINING: Final = WHITESPACE + "<>|/\\:：-–—~=_*"
#: What can follow a label on its line, without a colon: the end of bold, a dash, a bracket.
_ALONE: Final = WHITESPACE + "*_]–—-"
#: The length up to which an unknown label gets a suggestion.
_LONGEST: Final = 120
#: How templates are typed that have a hyphen before each label.
_BULLETED: Final[Typing] = "bullets"

_NO_HYPHEN: Final = Joining(
    '{} has no hyphen before it. Start the line with "- ".',
    '{} have no hyphen before them. Start the lines with "- ".',
    limit=3,
)
_NO_COLON: Final = Joining(
    '{} has no colon after it. Type ":" before the text.', '{} have no colon after them. Type ":" before the text.', limit=3
)
_NEITHER: Final = Joining(
    '{} is not written as "- LABEL: text". Type a hyphen before and a colon after the label.',
    '{} are not written as "- LABEL: text". Type a hyphen before and a colon after each label.',
    limit=3,
)


def _unknown_labels(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for field, spec, _ in summary.deviating_fields:
            if spec is not None:
                continue
            span = view.document.span(field, "label")
            meant = _meant(summary.template, field.label, summary.language.code)
            explains: tuple[Part, ...] = ()
            fixes: tuple[Fix, ...] = ()
            advice = f"Move its text to the {summary.part} where it belongs."
            if meant is not None:
                advice = f'Did you mean "{meant}"?'
                fixes = (Fix(f'write "{meant}"', (Edit(span, meant),), safe=False),)
                known = summary.template.vocabulary.label(meant)
                explains = (bullet(view, summary, known.key),) if known else ()
            message = f"{quote(field.label)} is not a {summary.part} of the template. {advice}"
            yield Violation(message, span, fixes, explains=explains)


@lru_cache(maxsize=256)  # people use the same labels of their own in many notes
def _meant(template: TemplateWords, label: str, language: str) -> str | None:
    """Return the canonical label that an unknown one is most similar to, in the summary's language or any."""
    if len(label) > _LONGEST:
        return None
    for candidates in ((template.local[language],), template.local.values()):
        folds = {fold(words[0]): words[0] for known in candidates for words in known.labels.values()}
        close = closest(fold(label), folds, _CLOSE)
        if close:
            return folds[close]
    return None


def _misspelled_labels(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        template = summary.template
        scope, title = view.head_span(summary), summary.node.title
        if title is not None and title.lead and fold(without_asides(title.lead)):
            yield _title_after_text(view, summary, title)
        elif title is not None and title.text not in template.titles:
            better = summary.wording.for_title(title.text).title
            yield misspelled(view, scope, view.document.span(title, "text"), title.text, better, _LONGEST)
        for field, spec, _ in summary.deviating_fields:
            spelling = _spelling(summary.wording, spec.key, field.label) if spec else None
            if spec and spelling and not _is_header(field, spec):
                typed, better, known = spelling
                start = view.document.span(field, "label").start
                span = Span(start, start + len(typed) + sum(map(_more, field.layout.label_breaks)))
                colons = (
                    []
                    if is_heading(field)
                    else [edit for edit in _colon_edits(view, field) if edit.span == Span(span.end, span.end)]
                )
                better += "".join(edit.text for edit in colons)
                explains = tuple(Part("colon", edit.span) for edit in colons)
                yield misspelled(view, scope, span, typed, better, _LONGEST, safe=known, explains=explains)


class _Spelling(NamedTuple):
    """A label that the template spells differently."""

    #: As typed, without the writer's own remark at its end.
    typed: str
    better: str
    #: Whether the label itself is known, and not only its place: then the fix is safe.
    known: bool


@lru_cache(maxsize=1024)  # people use the same labels in many notes
def _spelling(wording: Wording, key: str, label: str) -> _Spelling | None:
    """Return how the template spells the label of a field; None if it spells it so."""
    template = wording.template
    typed = label[: core_of_label(template, key, label)]
    if not typed or typed in template.labels:
        return None
    better = wording.for_label(typed).published_label(key, typed)
    # the lines around explain other labels, in words of any language
    known = template.label(typed) is not None or _meant(template, typed, wording.language.code) == better
    return _Spelling(typed, better, known)


def _is_header(field: Field, spec: FieldSpec) -> bool:
    """Return whether a label is the header of a column of workloads, beside the headers of other columns."""
    return spec.kind == "workloads" and field.value != "" and has_cells(field)


def _title_after_text(view: NoteView, summary: SummaryView, title: Title) -> Violation:
    """Return the violation for a title with other text before it, whose fix puts that text after the title."""
    template = summary.wording.for_title(title.text).title
    better = title.text if title.text in summary.template.titles else template
    lead, text = view.document.span(title, "lead"), view.document.span(title, "text")
    moved = title.lead.rstrip(_JOINING)
    is_text = not _NOT_TEXT.search(moved)
    message = f'{quote(title.lead)} is before the title. Start the line with "{better}", and put other text after it.'
    edits = (Edit(Span(lead.start, text.start), ""), Edit(text, f"{better} - {moved}"))
    return Violation(message, lead, (Fix(f'write "{better}" first', edits, safe=False),) if is_text else ())


def _more(label_break: str) -> int:
    """Return how much longer a line break in a label was typed."""
    return len(label_break) - 1


def _deviating_punctuation(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for field, _, _ in summary.deviating_fields:
            hyphen = bullet_edits(view, field) if summary.template.spec.typed == _BULLETED else []
            # labels get their bullets together, or else one without would be read as a part of the bullet above it
            if hyphen and not is_bulleted(field.layout.before or "") and view.cached(_part_from_lists, summary):
                hyphen = []
            colon = tuple(_colon_edits(view, field))
            if hyphen or colon:
                joining = _NEITHER if hyphen and colon else _NO_HYPHEN if hyphen else _NO_COLON
                typed = " and ".join(name for name, edits in (("hyphen", hyphen), ("colon", colon)) if edits)
                # a heading shows more than a label, so only its writer can take that away
                fix = () if is_heading(field) else (Fix(f"type {typed}", (*hyphen, *colon), safe=True),)
                span = view.document.span(field, "label")
                about = () if hyphen else tuple(Part("colon", edit.span) for edit in colon)
                yield Violation.one_of(joining, view.head_span(summary), quote(field.label), span, fix, about=about)


def _part_from_lists(view: NoteView, summary: SummaryView) -> bool:
    """Return whether a bullet before one of the labels would be beside the bullets of its list."""
    return any(parts_from_list(field) for field, _, _ in summary.fields)


def _colon_edits(view: NoteView, field: Field) -> Iterator[Edit]:
    """Yield the edits that write a colon after a label: for a dash, for the brackets around the label, or for nothing."""
    typed = _above_list(field) if field.layout.colon is None else field.layout.colon
    if typed is None or ":" in typed or "：" in typed or has_cells(field):
        return
    bold = len(typed) - len(typed.lstrip("*_"))
    sign = typed[bold:].strip(WHITESPACE + "\r\n>*_")
    label = view.document.span(field, "label")
    if sign == "]":
        yield Edit(Span(label.start - 1, label.start), "")
    colon = ": " if field.value and typed.endswith("]") else ":"
    yield Edit(Span(label.end + bold, label.end + typed.index(sign, bold) + len(sign)), colon)


def _above_list(field: Field) -> str | None:
    """Return what was typed after a label that is alone on the line above its list; None if no colon would fit there."""
    layout = field.layout
    if layout.dangling is None or not field.workloads or field.workloads[0].layout.before is None:
        return None
    line = LINE_END.split(layout.dangling + (layout.after or ""), maxsplit=1)[0]
    return None if line.strip(_ALONE) else line


LABEL_UNKNOWN: Final = Rule(
    code="FT108",
    name="label-unknown",
    summary="The bullets of a summary are those of the template.",
    rationale="Readers and exports that go by the template miss the text of any other label. Where the label is not just "
    "misspelled, its text belongs in one of the template's bullets.",
    section="template",
    ignore_when="Your team has agreed on additional bullets; a custom playbook can define them.",
    severity=Severity.WARNING,
    fixes=("unsafe",),
    check=_unknown_labels,
    only_where=has_deviating_fields,
    examples=(
        Example(
            TITLE + STATUS + "- REQUIRES FOR SUPORT: None\n",
            TITLE + STATUS + "- REQUESTS FOR SUPPORT: None\n",
        ),
        Example(TITLE + STATUS + "- RISKS: licences end in August\n"),
        Example(
            TITEL + STAND + "- BESCHREIBUNG DER KUNDEM: Handelshaus\n",
            TITEL + STAND + "- BESCHREIBUNG DES KUNDEN: Handelshaus\n",
            translation=TITLE + STATUS + "- DESCRIBE THE CUSTOMERR: trading house\n",
        ),
        Example.clean(TITLE + STATUS + "- Request for support: None\n"),
        Example.clean(TITLE + "- DESCRIBE THE CUSTOMER: Contoso\n  - Risks: none\n"),
        Example.clean(
            TITEL + STAND + "- Beschreibung Kunden: Handelshaus\n",
            translation=TITLE + STATUS + "- Describe customer: trading house\n",
        ),
    ),
)

LABEL_SPELLING: Final = Rule(
    code="FT109",
    name="label-spelling",
    summary="Title and labels are the words of the template.",
    rationale="Short, everyday and misspelled labels are understood, but a search for the words of the template finds only "
    "notes that have them, each label on one line.",
    section="template",
    ignore_when="Nobody searches your notes, or only with tools that ignore such differences.",
    severity=Severity.INFORMATION,
    fixes=("safe", "unsafe"),
    check=_misspelled_labels,
    only_where=deviates,
    examples=(
        Example("**Exec Summary**\n- Status of engagement: Reactive\n", TITLE + STATUS),
        Example(
            TITLE + "- DESCRIBE THE CUSTOMER (i.e. Industry/Structure/Size/Recent News): Contoso\n",
            TITLE + "- DESCRIBE THE CUSTOMER: Contoso\n",
        ),
        Example(TITLE + CUSTOMER + "- Staus of engagement: Reactive\n", TITLE + CUSTOMER + STATUS),
        Example(TITLE + CUSTOMER + "- Status: Reactive\n", TITLE + CUSTOMER + STATUS),
        Example(TITLE + CUSTOMER + "- STATUS OF THE\n  ENGAGEMENT: Reactive\n", TITLE + CUSTOMER + STATUS),
        Example("**Contoso: EXEC SUMMARY**\n" + CUSTOMER + STATUS, "**EXEC SUMMARY - Contoso**\n" + CUSTOMER + STATUS),
        Example(
            TITEL + "- Status der Beteiligung: Reaktiv\n",
            TITEL + STAND,
            translation=TITLE + "- Status of the engagement: Reactive\n",
        ),
        Example.clean("**EXECUTIVE SUMMARY**\n" + STATUS),
        Example.clean("#covid **EXEC SUMMARY** (draft)\n- DESCRIBE THE CUSTOMER (Contoso): 900 seats\n"),
        Example.clean("The exec summary says: status of engagement reactive\n"),
        Example.clean(TITEL + STAND + "- NOTIZ: offen\n", translation=TITLE + STATUS + "- NOTE: open\n"),
    ),
)

LABEL_PUNCTUATION: Final = Rule(
    code="FT110",
    name="label-punctuation",
    summary="A label has a hyphen before it and a colon after it.",
    rationale="Markdown shows lines as a list only if they start with -, * or +, and the colon shows people and programs where "
    "a label ends.",
    section="template",
    ignore_when="Your notes are never shown as Markdown.",
    severity=Severity.INFORMATION,
    fixes=("safe",),
    check=_deviating_punctuation,
    only_where=has_deviating_fields,
    examples=(
        Example(
            TITLE + "• STATUS OF THE ENGAGEMENT - Reactive\n1. REQUESTS FOR SUPPORT: None\n",
            TITLE + "- STATUS OF THE ENGAGEMENT: Reactive\n- REQUESTS FOR SUPPORT: None\n",
        ),
        Example(
            TITLE + "STATUS OF THE ENGAGEMENT: Reactive\n**REQUESTS FOR SUPPORT** - None\n",
            TITLE + "- STATUS OF THE ENGAGEMENT: Reactive\n- **REQUESTS FOR SUPPORT**: None\n",
        ),
        Example(
            TITEL + "- STATUS DER BETEILIGUNG – Reaktiv\n",
            TITEL + STAND,
            translation=TITLE + "- STATUS OF THE ENGAGEMENT – Reactive\n",
        ),
        Example.clean(TITLE + "* STATUS OF THE ENGAGEMENT : Reactive\n+ **REQUESTS FOR SUPPORT:** None\n"),
        Example.clean(TITLE + "> - STATUS OF THE ENGAGEMENT:\n>   Reactive\n"),
        Example.clean(
            "**执行摘要**\n-  接洽状态：全面接洽\n", translation=TITLE + "-  STATUS OF THE ENGAGEMENT: Fully Engaged\n"
        ),
    ),
)
