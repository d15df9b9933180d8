"""Rules about text that looks like a summary or a part of one, and was not read as such.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...syntax.nodes import Field
from ...text.edits import Edit
from ...text.source import MARGIN, Span, lines_of
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import quote, shown
from ..note_view import NoteView, has_summaries, is_lifecycle
from ..rule import Example, Joining, Part, Rule, Violation
from ..unread_lines import Look, UnreadLines, unread_lines
from ..unread_summaries import unread_summary
from ._examples import CUSTOMER, EXO, HEAD, KOPF, KUNDE, STAND, STATUS, TITEL, TITLE
from ._parts import bullet

_LOOKS: Final[dict[Look, tuple[str, str]]] = {
    "label": ("a label", "labels"),
    "own-label": ("a label", "labels"),
    "workload": ("a workload", "workloads"),
    "item": ("an item of the list", "items of the list"),
}
_ADVICE: Final[dict[Look, str]] = {
    "label": "Put {it} beside the other labels, or indent {it} as {points}",
    "own-label": "Put {it} into the bullets of the template, or indent {it} as {points}",
    "workload": "Put {it} into the list of workloads, or indent {it} as {points}",
    "item": "Indent {it} as {points}, or begin {it} with {tags}",
}


_BARE: Final = Joining(
    '{} is not read as a label, since it has no colon. Type ":" after it.',
    '{} are not read as labels, since they have no colons. Type ":" after each.',
)


def _unread_lines(view: NoteView, context: Context) -> Iterator[Violation]:
    for lines in unread_lines(view):
        if lines.label is None:
            missing = tuple(bullet(view, lines.summary, key) for key in lines.keys)
            yield Violation(_message(view, lines), lines.span, explains=missing)
            continue
        span = lines.label.within(lines.span)
        fix = Fix("write the label with its colon", (_label_edit(view, lines, lines.label.key, span),), safe=False)
        texts = (Part("text", line) for line in lines_of(view.text, lines.span.start, lines.span.end))
        explains = bullet(view, lines.summary, lines.label.key), *texts
        scope, item = view.head_span(lines.summary), quote(span.text(view.text))
        yield Violation.one_of(_BARE, scope, item, span, (fix,), explains=explains)


def _label_edit(view: NoteView, lines: UnreadLines, key: str, span: Span) -> Edit:
    """Return the edit that makes a label of the words in a span."""
    typed = span.text(view.text).strip("*_")
    label = lines.summary.wording.for_label(typed).published_label(key, typed)
    has_bullet = bool(view.text[lines.span.start : span.start].strip(MARGIN))
    return Edit(span, f"{'' if has_bullet else '- '}{label}:")


def _message(view: NoteView, lines: UnreadLines) -> str:
    first, owner = quote(lines.first.text(view.text)), lines.owner
    one, several = _LOOKS[lines.look]
    if owner is None:
        place = "is text below the summary" if lines.number == 1 else "are text below the summary"
    else:
        name = quote(owner.label) if isinstance(owner, Field) else shown(owner)
        place = f"{'is' if lines.number == 1 else 'are'} read as text of {name}"
    if lines.number == 1:
        advice = _ADVICE[lines.look].format(it="it", points="a point", tags="a tag or label")
        return f"{first} looks like {one}, but {place}. {advice}."
    advice = _ADVICE[lines.look].format(it="them", points="points", tags="tags or labels")
    more = f"{lines.number - 1} more line{'s' if lines.number > 2 else ''}"
    return f"{first} and {more} look like {several}, but {place}. {advice}."


def _unread_summaries(view: NoteView, context: Context) -> Iterator[Violation]:
    unread = view.cached(unread_summary)
    if unread is not None:
        yield Violation(unread.message(view), unread.title)


UNREAD_LINE: Final = Rule(
    code="FT112",
    name="unread-line",
    summary="Labels, workloads and items of the list are where they are read as such.",
    rationale="The level of a line shows what it belongs to. A label or workload at another level than its siblings is read as "
    "text of the bullet above it, and gets lost there.",
    section="template",
    ignore_when="The line only looks like a label or an item, and is text of the bullet above it.",
    severity=Severity.WARNING,
    fixes=("unsafe",),
    check=_unread_lines,
    only_where=has_summaries,
    examples=(
        Example(HEAD + EXO + "   *  waiting for the budget of wave 3\n- REQUESTS FOR SUPPORT: None\n"),
        Example(TITLE + STATUS + CUSTOMER + "Teams - pilot in two offices\n"),
        Example(
            TITLE + STATUS + CUSTOMER + "- Deployment progress Not Deployed\n",
            TITLE + STATUS + CUSTOMER + "- M365 DEPLOYMENT PROGRESS: Not Deployed\n",
        ),
        Example(TITLE + STATUS + CUSTOMER + "• Risks: licences end in August\n• Timeline: wave 3 in May\n"),
        Example(
            TITEL + STAND + KUNDE + "Teams - Pilot in zwei Büros\n",
            translation=TITLE + STATUS + CUSTOMER + "Teams - pilot in two offices\n",
        ),
        Example.clean(HEAD + EXO + "      - waiting for the budget: wave 3\n- REQUESTS FOR SUPPORT: None\n"),
        Example.clean(TITLE + STATUS + "- DESCRIBE THE CUSTOMER:\n  - Industry: retail\n  - Size: 900 seats\n\nRegards, Ana\n"),
        Example.clean(
            KOPF + "   -  [EXO]  Exchange Online - Welle 2\n      und 3 im Mai\n",
            translation=HEAD + "   -  [EXO]  Exchange Online - wave 2\n      and 3 in May\n",
        ),
    ),
)

UNREAD_SUMMARY: Final = Rule(
    code="FT113",
    name="unread-summary",
    summary="A note that is meant as a summary can be read as one.",
    rationale="A summary is known by its title and by labels of the template below it. A note with too little of that is plain "
    "text for exports and searches, and no other rule about summaries checks it.",
    section="template",
    ignore_when="The note is not a summary, and only reports on the same things.",
    severity=Severity.ERROR,
    check=_unread_summaries,
    only_where=is_lifecycle,
    examples=(
        Example("Exec Summary\n\nHow they are: reactive\nExchange: moved\nTeams: chat only\nSharePoint: later\n"),
        Example("Exec Summary\n- Customer: Contoso\n- Status: paused\n- Progress: in progress\n"),
        Example(
            f"{TITEL}- Kunde: Contoso\n- Fortschritt: läuft\n- Beziehung: gut\n",
            translation=f"{TITLE}- Customer: Contoso\n- Progress: under way\n- Relationship: good\n",
        ),
        Example("<p>EXEC SUMMARY</p><ul><li>DESCRIBE THE CUSTOMER: retail</li><li>REQUESTS FOR SUPPORT: none</li></ul>\n"),
        Example.clean(TITLE + CUSTOMER),
        Example.clean("# Weekly report\n\nCustomer: Contoso\nStatus: yellow\nExchange: moved\n\nThe exec summary follows.\n"),
        Example.clean(TITEL + KUNDE, translation=TITLE + CUSTOMER),
    ),
)
