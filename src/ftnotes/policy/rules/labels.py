"""Rules for the words that open the parts of a summary: its title and its labels, and the marks around them.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ...playbook.playbook import Playbook
from ...syntax.nodes import Field
from ...text.edits import Edit
from ...text.source import WHITESPACE, Span
from ...text.suggest import closest
from ...text.words import fold
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import TEMPLATE, listed, quote
from ..note_view import NoteView, deviates, has_deviating_fields
from ..rule import Example, Rule, Violation
from ._bullets import ends_markdown_bullet
from ._examples import STAND, STATUS, TITEL, TITLE

#: How like a label another wording must be to be meant for it, as `difflib` counts.
_CLOSE: Final = 0.75
#: No label that is longer is looked at for what may be meant.
_LONGEST: Final = 120


def _unknown(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for said in summary.deviating_fields:
            if said.spec is not None:
                continue
            span = view.document.span(said.field, "label")
            meant = _meant(view.playbook, said.field.label, summary.language.code)
            fixes: tuple[Fix, ...] = ()
            advice = "Put what it says into the bullet where it belongs"
            if meant is not None:
                advice = f'Did you mean "{meant}"? Otherwise put what it says into the bullet where it belongs'
                fixes = (Fix(f'write "{meant}"', (Edit(span, meant),), safe=False),)
            message = f"{quote(said.field.label)} is none of the template's bullets. {advice} ({TEMPLATE})."
            yield Violation(message, span, fixes)


@lru_cache(maxsize=256)  # people have their own labels, and use them in every note
def _meant(playbook: Playbook, label: str, language: str) -> str | None:
    """The canonical label that an unknown one is most like, in the language of the summary or any."""
    if len(label) > _LONGEST:
        return None
    for candidates in ([known for known in playbook.languages if known.code == language], playbook.languages):
        folds = {fold(words[0]): words[0] for known in candidates for words in known.labels.values()}
        close = closest(fold(label), folds, _CLOSE)
        if close:
            return folds[close]
    return None


def _spelled_otherwise(view: NoteView, context: Context) -> Iterator[Violation]:
    template = view.template
    for summary in view.summaries:
        changes: list[tuple[Span, str, str]] = []
        title = summary.node.title
        if title is not None and title.text not in template.titles:
            changes.append((view.document.span(title, "text"), title.text, summary.wording.for_title(title.text).title))
        for field, spec, _ in summary.deviating_fields:
            if spec is not None and field.label not in template.labels:
                better = summary.wording.for_label(field.label).published_label(spec.key, field.label)
                changes.append((view.document.span(field, "label"), field.label, better))
        if changes:
            pairs = listed([f'"{better}" where the note has {quote(typed, _LONGEST)}' for _, typed, better in changes], limit=3)
            title_of = "write as the template does"
            edits = tuple(Edit(span, better) for span, _, better in changes)
            message = f"The template writes {pairs} ({TEMPLATE})."
            yield Violation(message, changes[0][0], (Fix(title_of, edits, safe=True),))


def _marked_otherwise(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        edits: list[Edit] = []
        labels: list[str] = []
        for field, _, _ in summary.deviating_fields:
            changes = [*_bullet(view, field), *_colon(view, field)]
            if changes:
                edits += changes
                labels.append(field.label)
        if edits:
            message = (
                f"The template opens each bullet with a hyphen and ends its label with a colon; here these are typed "
                f"otherwise: {listed([quote(label) for label in labels], limit=3)}. Programs that show notes as lists may not "
                f"take them for bullets ({TEMPLATE})."
            )
            span = view.document.span(
                next(said.field for said in summary.deviating_fields if said.field.label == labels[0]), "label"
            )
            yield Violation(message, span, (Fix("write hyphen and colon", tuple(edits), safe=True),))


def _bullet(view: NoteView, field: Field) -> Iterator[Edit]:
    before = field.layout.before
    if before != "- " and (bullet := ends_markdown_bullet(before)) is not None:
        start = view.document.span(field, "before").start
        yield Edit(Span(start + bullet[0], start + bullet[1]), "- ")


def _colon(view: NoteView, field: Field) -> Iterator[Edit]:
    colon = field.layout.colon
    if colon is None or ":" in colon or "：" in colon:
        return
    start = view.document.span(field, "colon").start
    bold = len(colon) - len(colon.lstrip("*_"))
    dash = colon[bold:].strip(WHITESPACE + "\r\n>")
    if dash:
        at = colon.index(dash, bold)
        yield Edit(Span(start + bold, start + at + len(dash)), ":")
    else:
        yield Edit(Span(start + bold, start + bold), ":")


LABEL_UNKNOWN: Final = Rule(
    code="FT108",
    name="label-unknown",
    summary="The bullets of a summary are those of the template.",
    rationale=f"What stands under a label of one's own is missed by readers and exports that go by the template ({TEMPLATE}).",
    severity=Severity.WARNING,
    fixes=("unsafe",),
    check=_unknown,
    only_where=has_deviating_fields,
    examples=(
        Example(
            TITLE + STATUS + "- REQEUSTS FOR SUPORT: None\n",
            TITLE + STATUS + "- REQUESTS FOR SUPPORT: None\n",
        ),
        Example(TITLE + STATUS + "- RISKS: licences end in August\n"),
        Example(
            TITEL + STAND + "- BESCHREIBUNG DER KUNDEM: Handelshaus\n",
            TITEL + STAND + "- BESCHREIBUNG DES KUNDEN: Handelshaus\n",
        ),
        Example.clean(TITLE + STATUS + "- Request for support: None\n"),
        Example.clean(TITLE + "- DESCRIBE THE CUSTOMER: Contoso\n  - Risks: none\n"),
        Example.clean(TITEL + STAND + "- Beschreibung Kunden: Handelshaus\n"),
    ),
)

LABEL_SPELLING: Final = Rule(
    code="FT109",
    name="label-spelling",
    summary="Title and labels are written as the template writes them.",
    rationale=f"Whoever searches notes for the words of the template finds only what is spelled the same ({TEMPLATE}).",
    severity=Severity.INFORMATION,
    fixes=("safe",),
    check=_spelled_otherwise,
    only_where=deviates,
    examples=(
        Example("**Exec Summary**\n- Status of engagement: Reactive\n", TITLE + STATUS),
        Example(
            TITLE + "- DESCRIBE THE CUSTOMER (i.e. Industry/Structure/Size/Recent News): Contoso\n",
            TITLE + "- DESCRIBE THE CUSTOMER: Contoso\n",
        ),
        Example(TITEL + "- Status der Beteiligung: Reaktiv\n", TITEL + STAND),
        Example("**执行摘要**\n- M365部署进度：未部署\n", "**执行摘要**\n- M365 部署进度：未部署\n"),
        Example.clean("**EXECUTIVE SUMMARY**\n" + STATUS),
        Example.clean("The exec summary says: status of engagement reactive\n"),
        Example.clean(TITEL + STAND + "- STATUS: offen\n".replace("STATUS", "NOTIZ")),
    ),
)

LABEL_PUNCTUATION: Final = Rule(
    code="FT110",
    name="label-punctuation",
    summary="A label stands behind a hyphen and is followed by a colon.",
    rationale="Markdown shows lines as a list only behind -, * or +, and people and programs find the end of a label by its "
    f"colon ({TEMPLATE}).",
    severity=Severity.INFORMATION,
    fixes=("safe",),
    check=_marked_otherwise,
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
        Example(TITEL + "- STATUS DER BETEILIGUNG – Reaktiv\n", TITEL + STAND),
        Example.clean(TITLE + "* STATUS OF THE ENGAGEMENT : Reactive\n+ **REQUESTS FOR SUPPORT:** None\n"),
        Example.clean(TITLE + "> - STATUS OF THE ENGAGEMENT:\n>   Reactive\n"),
        Example.clean("**执行摘要**\n-  接洽状态：全面接洽\n"),
    ),
)
