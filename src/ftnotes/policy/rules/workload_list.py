"""Rules for the list of workloads: what is said of each, how the lines are typed, and where they stand.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ...playbook.playbook import Playbook
from ...syntax.nodes import Field, Workload
from ...text.edits import Edit, apply_edits
from ...text.mojibake import misdecoded
from ...text.source import LINE_END, WHITESPACE, Span
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import TEMPLATE, listed, quote, shown
from ..note_view import NoteView, deviates, has_deviating_workloads
from ..rule import Example, Rule, Violation
from ..summary_view import AFTER_TAG, BULLETS, SEPARATORS, WorkloadView
from ._bullets import ends_markdown_bullet
from ._examples import EXO, EXO_DE, HEAD, KOPF

#: Dashes that are as good as the template's, and what parts them from words.
_DASHES: Final = ("-", "–", "—", "--", "－", "‐", "‑", "−", "―")
_PARTING: Final = tuple(WHITESPACE + "*_")
#: What some put for them.
_COLONS: Final = (":", "：")
_BOLD: Final = re.compile(rf"[{WHITESPACE}]*+[*_]++")
_CLOSING: Final = re.compile(rf"(?P<blank>[{WHITESPACE}]*+)(?P<bracket>[])）】］]?)(?P<colon>[:：]?)")


def _twice(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        first: dict[str, Workload] = {}
        for said in summary.workloads:
            workload = said.workload
            key = said.key
            if key is None:
                key = "+".join(sorted(map(view.playbook.vocabulary.workload_key, workload.tags or (workload.name,))))
            elif view.template.workloads[key].catch_all:
                continue
            if first.setdefault(key, workload) is workload:
                continue
            message = f"{shown(workload)} is already in the list. Combine the two lines."
            yield Violation(message, view.name_span(workload), evidence=(view.name_span(first[key]),))


def _nothing_said(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        silent = [said for said in summary.deviating_workloads if _is_silent(said, view.playbook)]
        for said in silent:
            workload = said.workload
            fixes: tuple[Fix, ...] = ()
            if len(silent) < len(summary.workloads) and not workload.update:
                fixes = (Fix(f"remove {shown(workload)}", (_line_removal(view, workload),), safe=False),)
            message = f"{shown(workload)} has no update. Add one, or remove the line."
            yield Violation(message, view.name_span(workload), fixes)


def _is_silent(said: WorkloadView, playbook: Playbook) -> bool:
    """Whether nothing is said of a workload, not even in place of its name."""
    name = said.workload.name
    return not said.content.strip() and (not name or playbook.vocabulary.name(name) is not None)


def _line_removal(view: NoteView, workload: Workload) -> Edit:
    """The edit that takes out the line of a workload, and leaves the blank lines below it."""
    span = view.document.span(workload)
    line_end = LINE_END.search(view.text, view.document.span(workload, "after").start)
    return Edit(Span(span.start, min(line_end.end() if line_end else span.end, span.end)), "")


def _marked_otherwise(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        edits: list[Edit] = []
        lines: list[str] = []
        first: Span | None = None
        for said in summary.deviating_workloads:
            changes = _marks(view, said)
            if changes:
                edits += changes
                lines.append(said.workload.tag or said.workload.name)
                first = first or view.name_span(said.workload)
        if first is not None:
            verb = "is" if len(lines) == 1 else "are"
            message = f'{listed([quote(line) for line in lines])} {verb} not written as "- [TAG]  Name - text".'
            yield Violation(message, first, (Fix("write as in the template", tuple(edits), safe=True),))


def _marks(view: NoteView, said: WorkloadView) -> list[Edit]:
    """The edits that type the marks of a workload as the template does."""
    workload, document = said.workload, view.document
    layout = workload.layout
    edits: list[Edit] = []
    bullet = None if layout.before in BULLETS else ends_markdown_bullet(layout.before)
    if bullet:
        start = document.span(workload, "before").start
        edits.append(Edit(Span(start + bullet[0], start + bullet[1]), "- "))
    if workload.tag and not (layout.open == "[" and layout.close in AFTER_TAG):
        edits += _brackets(view, workload)
    if layout.separator not in SEPARATORS and said.content.strip():
        edits += _separator(view, workload)
    return edits


def _separator(view: NoteView, workload: Workload) -> Iterator[Edit]:
    """The edits that put a dash between blanks before what is said."""
    typed = workload.layout.separator or ""
    if _is_fine(typed):
        return
    text, span = view.text, view.document.span(workload, "separator")
    bold = _BOLD.match(typed)
    start = span.start + (bold.end() if bold else 0)
    rest = text[start : span.end]
    dash = rest.strip(WHITESPACE + "*_")
    at = start + rest.index(dash)
    if apply_edits(dash, misdecoded(dash)) in _DASHES:
        if text[at - 1] not in _PARTING:
            yield Edit(Span(at, at), " ")
        if text[at + len(dash)] not in _PARTING:
            yield Edit(Span(at + len(dash), at + len(dash)), " ")
    elif dash in _COLONS or (not dash and workload.name):
        yield Edit(Span(start, span.end), "- " if text[start - 1] in WHITESPACE else " - ")


@lru_cache(maxsize=256)  # separators are few
def _is_fine(separator: str) -> bool:
    """Whether a separator parts a name from what is said as well as the template's does, whatever the two are."""
    if LINE_END.search(separator):
        return True
    dash = separator.strip(WHITESPACE + "*_")
    if apply_edits(dash, misdecoded(dash)) not in _DASHES:
        return bool(dash) and dash not in _COLONS
    before, _, behind = separator.partition(dash)
    return before.endswith(_PARTING) and behind.startswith(_PARTING)


def _brackets(view: NoteView, workload: Workload) -> Iterator[Edit]:
    layout = workload.layout
    opening, closing = _square(layout.open, "]" if layout.close is None else layout.close, bool(workload.name))
    if opening:
        yield Edit(view.document.span(workload, "open"), opening)
    if closing:
        start = view.document.span(workload, "close").start
        yield Edit(Span(start, start + closing[0]), closing[1])


@lru_cache(maxsize=256)  # ways to type a bracket are few
def _square(opening: str, closing: str, named: bool) -> tuple[str, tuple[int, str] | None]:
    """What to put in the place of an opening bracket, and in that of so many characters of a closing one, before a name or
    none; nothing where they are square."""
    bracket = opening.strip(WHITESPACE + "*_")
    bold = opening[: len(opening) - len(opening.lstrip("*_"))]
    better = f"{bold}[" if bracket not in ("[", "［", "【") or opening != bold + bracket else ""
    shape = _CLOSING.match(closing)
    if shape is None or (shape["bracket"] in ("]", "］", "】") and not shape["blank"] and not shape["colon"]):
        return better, None
    gap = "" if closing[shape.end() :].startswith(_PARTING) or not named else "  "
    return better, (shape.end(), f"]{gap}")


def _outside(view: NoteView, context: Context) -> Iterator[Violation]:
    specs = view.template.fields
    for summary in view.summaries:
        outside: list[WorkloadView] = []
        for said in summary.deviating_workloads:
            spec = specs.get(said.parent.key or "") if isinstance(said.parent, Field) else None
            if spec is None or spec.kind != "workloads":
                outside.append(said)
        if outside:
            label = summary.wording.label(view.template.listing)
            verb, them = ("is", "it") if len(outside) == 1 else ("are", "them")
            workloads = listed([shown(said.workload) for said in outside])
            message = f'{workloads} {verb} not listed under "{label}". Move {them} there.'
            yield Violation(message, view.name_span(outside[0].workload))


WORKLOAD_TWICE: Final = Rule(
    code="FT406",
    name="workload-twice",
    summary="A workload stands in the list once.",
    rationale=f"Readers look for one line about a workload, and overlook a second one ({TEMPLATE}).",
    severity=Severity.WARNING,
    check=_twice,
    only_where=deviates,
    examples=(
        Example(HEAD + EXO + "   -  [EXO]  Exchange Online - archive later\n"),
        Example(HEAD + EXO + "   -  Exchange Online: archive later\n"),
        Example(KOPF + EXO_DE + "   -  [exo]  Archiv später\n"),
        Example.clean(HEAD + EXO + "   -  [CORE]  Network - line ordered\n   -  [CORE]  Desks - ordered\n"),
        Example.clean(HEAD + EXO + "\n" + HEAD + EXO),
        Example.clean(KOPF + EXO_DE + "   -  [OLM+EXO]  Archiv später\n"),
    ),
)


WORKLOAD_EMPTY: Final = Rule(
    code="FT407",
    name="workload-empty",
    summary="Of each workload in the list something is said.",
    rationale=f"The template asks to take out the workloads that are not being discussed ({TEMPLATE}).",
    severity=Severity.WARNING,
    fixes=("unsafe",),
    check=_nothing_said,
    only_where=has_deviating_workloads,
    examples=(
        Example(
            HEAD + EXO + "   -  [SPO]  SharePoint Online\n   -  [OD]  OneDrive for Business - pilot\n",
            HEAD + EXO + "   -  [OD]  OneDrive for Business - pilot\n",
        ),
        Example(HEAD + "   -  [SPO]  SharePoint Online -\n" + EXO, HEAD + EXO),
        Example("**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Reactive\n- SNAPSHOT OF KEY WORKLOADS:\n   - [SPO]\n"),
        Example(KOPF + EXO_DE + "   -  [SPO]  SharePoint Online\n", KOPF + EXO_DE),
        Example.clean(HEAD + EXO + "   -  [SPO] sites\n"),
        Example.clean(HEAD + EXO + "   -  [SPO]  SharePoint Online\n      site plan agreed\n"),
        Example.clean(KOPF + EXO_DE),
    ),
)


WORKLOAD_FORMAT: Final = Rule(
    code="FT408",
    name="workload-format",
    summary="The lines of the list are typed as in the template: - [TAG] Name - text.",
    rationale="Lines that are typed alike are read at a glance, and shown as a list by programs that understand Markdown "
    f"({TEMPLATE}).",
    severity=Severity.INFORMATION,
    fixes=("safe",),
    check=_marked_otherwise,
    only_where=has_deviating_workloads,
    examples=(
        Example(HEAD + "   • (EXO) Exchange Online: wave 2 in May\n", HEAD + "   - [EXO] Exchange Online - wave 2 in May\n"),
        Example(
            HEAD + "   -  [ EXO ]  Exchange Online- wave 2 in May\n   [SPO]  SharePoint Online -sites\n",
            HEAD + "   -  [EXO]  Exchange Online - wave 2 in May\n   - [SPO]  SharePoint Online - sites\n",
        ),
        Example(
            KOPF + "   -  EXO: Exchange Online - Welle 2 im Mai\n", KOPF + "   -  [EXO] Exchange Online - Welle 2 im Mai\n"
        ),
        Example.clean(HEAD + EXO + "   * **[SPO]** SharePoint Online – sites\n"),
        Example.clean(HEAD + "   - Teams - shift plans\n"),
        Example.clean(KOPF + EXO_DE),
    ),
)


WORKLOAD_OUTSIDE: Final = Rule(
    code="FT409",
    name="workload-outside-field",
    summary="Workloads stand under the bullet of the template that lists them.",
    rationale="Readers look for workloads in that list, and miss those elsewhere. A blank line and a line without indentation "
    f"end the list ({TEMPLATE}).",
    severity=Severity.WARNING,
    check=_outside,
    only_where=has_deviating_workloads,
    examples=(
        Example("**EXEC SUMMARY**\n" + EXO + "- STATUS OF THE ENGAGEMENT: Reactive\n"),
        Example("**EXEC SUMMARY**\n- REQUESTS FOR SUPPORT: see below\n" + EXO),
        Example("**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: Reaktiv\n" + EXO_DE),
        Example.clean(HEAD + EXO),
        Example.clean("   -  [EXO]  Exchange Online - without any summary\n"),
        Example.clean(KOPF + EXO_DE + "- UNTERSTÜTZUNGSANFORDERUNG: [Plan](https://contoso.example/plan)\n"),
    ),
)
