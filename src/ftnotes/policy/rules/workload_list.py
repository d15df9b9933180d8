"""Rules about the lines of the list of workloads: their content, format and place.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final

from ...analysis.placeholders import is_not_discussed
from ...playbook.everyday_names import everyday_name
from ...playbook.playbook import Playbook
from ...syntax.layout import WORKLOAD_BULLET
from ...syntax.nodes import Field, Prose, Workload
from ...text.edits import Edit
from ...text.source import LINE_END, WHITESPACE, Span
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import listed, quote, shown
from ..note_view import NoteView, deviates, has_deviating_workloads, has_summaries
from ..rule import Example, Joining, Rule, Violation
from ..summary_view import SummaryView, WorkloadView
from ._bullets import bullet_edits, lacks_bullet
from ._examples import EXO, EXO_DE, HEAD, KOPF, STAND, STATUS, TITEL, TITLE
from ._heads import head_edits, head_text
from ._parts import damage_in_head, head, line

_FORMAT: Final = Joining('{} is not written as "- [TAG]  Name - text".', '{} are not written as "- [TAG]  Name - text".')
_UNLISTED: Final = Joining(
    "{} has no bullet, and neither has its label. Start both lines with a hyphen.",
    "{} have no bullets, and neither has their label. Start all lines with hyphens.",
    limit=3,
)
_IDLE: Final = Joining(
    "{}. Remove the line: the list is for workloads being discussed.",
    "{}. Remove the lines: the list is for workloads being discussed.",
)
_EMPTY: Final = Joining("{} has no update. Add one, or remove the line.", "{} have no update. Add them, or remove the lines.")
#: A message quotes so much of the head of a line.
_LONGEST_HEAD: Final = 40
#: Between workloads on one line.
_BETWEEN: Final = WHITESPACE + ";；,，|/"
#: Marks of tables and HTML.
_MARKS: Final = re.compile(r"[|<]")


def _duplicate_workloads(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        first: dict[str, Workload] = {}
        for entry in summary.workloads:
            workload, key = entry.workload, entry.key
            if key is None and not workload.tag and (name := everyday_name(view.playbook, workload.name)) and not name.is_kin:
                key = name.tag
            if key is None:
                key = "+".join(sorted(map(view.playbook.vocabulary.workload_key, workload.tags or (workload.name,))))
            elif view.template.workloads[key].catch_all:
                continue
            if first.setdefault(key, workload) is workload:
                continue
            message = f"{shown(workload)} is already in the list. Combine the two lines."
            evidence = (view.name_span(first[key]),)
            yield Violation(message, view.name_span(workload), evidence=evidence, about=(line(view, workload),))


def _empty_workloads(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        idle = {
            id(entry.workload): entry.content.strip()
            for entry in summary.workloads
            if _is_empty(entry, view.playbook) or is_not_discussed(entry.content, view.playbook)
        }
        for entry in summary.workloads if idle else ():
            workload, update = entry.workload, idle.get(id(entry.workload))
            if update is None:
                continue
            fixes: tuple[Fix, ...] = ()
            if len(idle) < len(summary.workloads) and workload.update.strip() == update:  # no hashtag or comment in it
                fixes = (Fix("remove each workload without an update", (_line_removal(view, workload),), safe=False),)
            joining, item = (_IDLE, f"{shown(workload)} says only {quote(update)}") if update else (_EMPTY, shown(workload))
            scope, span = view.head_span(summary), view.name_span(workload)
            yield Violation.one_of(joining, scope, item, span, fixes, explains=(line(view, workload), head(view, workload)))


def _is_empty(entry: WorkloadView, playbook: Playbook) -> bool:
    """Return whether a workload has no text, not even in place of its name."""
    if entry.content and not entry.content.isspace():
        return False
    name = entry.workload.name
    return not name or playbook.vocabulary.name(name) is not None or everyday_name(playbook, name) is not None


def _line_removal(view: NoteView, workload: Workload) -> Edit:
    """Return the edit that removes the line of a workload, but not the blank lines below it."""
    span = view.document.span(workload)
    line_end = LINE_END.search(view.text, view.document.span(workload, "after").start, span.end)
    return Edit(Span(span.start, line_end.end() if line_end else span.end), "")


class _Lines:
    """The lines of a text, looked up without a search for each of many places on one line."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(line_end.end() for line_end in LINE_END.finditer(self._text))]

    @cached_property
    def _marks(self) -> list[int]:
        return [mark.start() for mark in _MARKS.finditer(self._text)]

    def start(self, offset: int) -> int:
        """Return where the line around an offset starts."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def end(self, offset: int) -> str:
        """Return the line end of the line around an offset; a line feed for the last line."""
        number = bisect_right(self._starts, offset)
        if number == len(self._starts):
            return "\n"
        end = self._starts[number]
        return "\r\n" if self._text.startswith("\r\n", end - 2) else self._text[end - 1]

    def has_marks(self, offset: int) -> bool:
        """Return whether a mark of a table or of HTML precedes an offset on its line."""
        return bisect_left(self._marks, self.start(offset)) < bisect_left(self._marks, offset)


def _deviating_formats(view: NoteView, context: Context) -> Iterator[Violation]:
    lines = _Lines(view.text)
    for summary in view.summaries:
        for entry in summary.deviating_workloads:
            workload = entry.workload
            bullet = bullet_edits(view, workload, entry.parent) + _line_edits(view, workload, lines)
            edits = (*bullet, *head_edits(view, entry))
            if not edits:
                continue
            scope, item = view.head_span(summary), quote(head_text(view, workload), _LONGEST_HEAD)
            span = view.name_span(workload)
            if bullet and workload.layout.before is not None and entry.parent is not None and lacks_bullet(entry.parent):
                yield Violation.one_of(_UNLISTED, scope, item, span)
                edits = edits[len(bullet) :]
                bullet = []
            if edits:
                fix = Fix("write as in the template", edits, safe=True)
                about = () if bullet else damage_in_head(view, workload) or (head(view, workload),)
                yield Violation.one_of(_FORMAT, scope, item, span, (fix,), about=about)


def _line_edits(view: NoteView, workload: Workload, lines: _Lines) -> list[Edit]:
    """Return the edit that writes a workload on a line of its own; none if it is on one, or in a cell of a table."""
    if workload.layout.before is not None:
        return []
    end = start = view.document.span(workload).start
    if lines.has_marks(start):
        return []
    while view.text[start - 1] in _BETWEEN:
        start -= 1
    return [Edit(Span(start, end), f"{lines.end(end)}{WORKLOAD_BULLET}")]


def _workloads_outside_field(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        specs, listing = summary.template.fields, summary.template.listing
        if not listing:
            continue
        listed_below = {id(workload) for workload in _below_the_list(view, summary)}
        outside: list[WorkloadView] = []
        for entry in summary.deviating_workloads:
            spec = specs.get(entry.parent.key or "") if entry.parent else None
            if (spec is None or spec.kind != "workloads") and id(entry.workload) not in listed_below:
                outside.append(entry)
        if outside:
            label = summary.wording.label(listing)
            verb, them = ("is", "it") if len(outside) == 1 else ("are", "them")
            workloads = listed([shown(entry.workload) for entry in outside])
            message = f'{workloads} {verb} not listed under "{label}". Move {them} there.'
            yield Violation(message, view.name_span(outside[0].workload))


def _below_the_list(view: NoteView, summary: SummaryView) -> Iterator[Workload]:
    """Yield the workloads that text cuts off from the list above it; FT111 and FT112 report that text."""
    is_below = False
    for above, item in pairwise(summary.node.body):
        is_list = isinstance(above, Field) and above.key is not None and summary.template.fields[above.key].kind == "workloads"
        is_below = isinstance(item, Prose) if is_list else is_below and not isinstance(item, Field)
        if is_below and isinstance(item, Workload):
            yield item


WORKLOAD_TWICE: Final = Rule(
    code="FT406",
    name="workload-twice",
    summary="A workload is in the list once.",
    rationale="Readers look for one line about a workload, and overlook a second one.",
    section="template",
    ignore_when="The lines are about different parts of the organization, and each says which.",
    severity=Severity.WARNING,
    check=_duplicate_workloads,
    only_where=deviates,
    examples=(
        Example(HEAD + EXO + "   -  [EXO]  Exchange Online - archive later\n"),
        Example(HEAD + EXO + "   -  Exchange Online: archive later\n"),
        Example(KOPF + EXO_DE + "   -  [exo]  Archiv später\n", translation=HEAD + EXO + "   -  [exo]  archive later\n"),
        Example.clean(HEAD + EXO + "   -  [CORE]  Network - line ordered\n   -  [CORE]  Desks - ordered\n"),
        Example.clean(HEAD + EXO + "\n" + HEAD + EXO),
        Example.clean(
            KOPF + EXO_DE + "   -  [OLM+EXO]  Archiv später\n", translation=HEAD + EXO + "   -  [OLM+EXO]  archive later\n"
        ),
    ),
)


WORKLOAD_EMPTY: Final = Rule(
    code="FT407",
    name="workload-empty",
    summary="Each workload in the list is being discussed, and has an update.",
    rationale="The template asks to remove the workloads that are not being discussed.",
    section="template",
    ignore_when="The note is a draft, and the update will follow.",
    severity=Severity.WARNING,
    fixes=("unsafe",),
    check=_empty_workloads,
    word_lists=("not-discussed",),
    only_where=has_summaries,
    examples=(
        Example(
            HEAD + EXO + "   -  [SPO]  SharePoint Online\n   -  [OD]  OneDrive for Business - pilot\n",
            HEAD + EXO + "   -  [OD]  OneDrive for Business - pilot\n",
        ),
        Example(HEAD + "   -  [SPO]  SharePoint Online -\n" + EXO, HEAD + EXO),
        Example(HEAD + EXO + "   -  [YAM]  Yammer Enterprise - N/A\n", HEAD + EXO),
        Example(TITLE + STATUS + "- SNAPSHOT OF KEY WORKLOADS:\n   - [SPO]\n"),
        Example(
            KOPF + EXO_DE + "   -  [SPO]  SharePoint Online\n",
            KOPF + EXO_DE,
            translation=HEAD + EXO + "   -  [SPO]  SharePoint Online\n",
        ),
        Example.clean(HEAD + EXO + "   -  [SPO] sites\n"),
        Example.clean(HEAD + EXO + "   -  [SPO]  SharePoint Online\n      site plan agreed\n"),
        Example.clean(KOPF + EXO_DE, translation=HEAD + EXO),
    ),
)


WORKLOAD_FORMAT: Final = Rule(
    code="FT408",
    name="workload-format",
    summary="The lines of the list are written as in the template: - [TAG] Name - text.",
    rationale="Each line has a hyphen, the tag in square brackets, the name, a dash between spaces, and the text. Uniform "
    "lines are easy to read and to search, and programs that understand Markdown show them as a list.",
    section="template",
    ignore_when="Only people read the list, and they know its format.",
    severity=Severity.INFORMATION,
    fixes=("safe",),
    check=_deviating_formats,
    only_where=has_deviating_workloads,
    examples=(
        Example(HEAD + "   • (EXO) Exchange Online: wave 2 in May\n", HEAD + "   - [EXO] Exchange Online - wave 2 in May\n"),
        Example(
            HEAD + "   -  [ EXO ]  Exchange Online- wave 2 in May\n   [SPO]  SharePoint Online -sites\n",
            HEAD + "   -  [EXO]  Exchange Online - wave 2 in May\n   - [SPO]  SharePoint Online - sites\n",
        ),
        Example(
            KOPF + "   -  EXO: Exchange Online - Welle 2 im Mai\n",
            KOPF + "   -  [EXO] Exchange Online - Welle 2 im Mai\n",
            translation=HEAD + "   -  EXO: Exchange Online - wave 2 in May\n",
        ),
        Example.clean(HEAD + EXO + "   * **[SPO]** SharePoint Online – sites\n"),
        Example.clean(HEAD + "   - Teams - shift plans\n"),
        Example.clean(KOPF + EXO_DE, translation=HEAD + EXO),
    ),
)


WORKLOAD_OUTSIDE: Final = Rule(
    code="FT409",
    name="workload-outside-field",
    summary="Workloads are listed under the template's bullet for them.",
    rationale="Readers look for workloads in that list, and miss those elsewhere. A blank line and a line without indentation "
    "end the list.",
    section="template",
    ignore_when="The line only looks like a workload, and is about something else.",
    severity=Severity.WARNING,
    check=_workloads_outside_field,
    only_where=has_deviating_workloads,
    examples=(
        Example(TITLE + EXO + STATUS),
        Example(TITLE + "- REQUESTS FOR SUPPORT: see below\n" + EXO),
        Example(TITEL + STAND + EXO_DE, translation=TITLE + STATUS + EXO),
        Example.clean(HEAD + EXO),
        Example.clean("   -  [EXO]  Exchange Online - without any summary\n"),
        Example.clean(
            KOPF + EXO_DE + "- UNTERSTÜTZUNGSANFORDERUNG: [Plan](https://contoso.example/plan)\n",
            translation=HEAD + EXO + "- REQUESTS FOR SUPPORT: [Plan](https://contoso.example/plan)\n",
        ),
    ),
)
