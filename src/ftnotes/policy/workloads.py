"""Rules for the list of workloads: tags and names, what is said of each, and how the lines are typed.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..diagnostics import Edit, Fix, Severity
from ..document import Document
from ..nodes import Field, Workload
from ..playbook import Language, Playbook
from ..repair import misdecoded, repaired
from ..source import BLANKS, LINE_END, Span
from ..vocabulary import fold
from .context import Context
from .marks import ends_markdown_bullet
from .phrasing import TEMPLATE, listed, quote
from .rule import Example, Finding, Rule
from .slips import is_slip
from .survey import MARKS_BEFORE, MARKS_BEHIND_TAG, MARKS_BETWEEN, SaidWorkload, Survey, SurveyedSummary, deviates, survey
from .wordings import Wordings

#: Dashes that are as good as the template's, and what parts them from words.
_DASHES: Final = ("-", "–", "—", "--", "－", "‐", "‑", "−", "―")
_PARTING: Final = tuple(BLANKS + "*_")

#: The shortest tag or name for which something can be a slip of the pen.
_ENOUGH: Final = 3


def _unknown(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding]:
    found = survey(document, playbook)
    for summary in found.summaries:
        for said in summary.odd_workloads:
            workload = said.workload
            if said.key is not None or not workload.tag:
                continue
            start = document.span(workload, "tag").start
            for match in re.finditer(r"[^+/&,;]++", workload.tag):
                typed = match.group().strip()
                if not typed or playbook.vocabulary.tag(typed):
                    continue
                yield _unknown_tag(found, summary, workload, typed, start + match.start() + match.group().index(typed))


def _unknown_tag(found: Survey, summary: SurveyedSummary, workload: Workload, typed: str, start: int) -> Finding:
    span = Span(start, start + len(typed))
    named = found.playbook.vocabulary.name(workload.name) if len(workload.tags) == 1 else None
    meant = named or _meant(found.wordings, typed)
    if meant is None:
        rest = next((spec.tag for spec in found.playbook.workloads if spec.catch_all), None)
        advice = f"Put it under [{found.wordings.tag(summary.language, rest)}]" if rest else "Take one of those it has"
        return Finding(f"[{_plain(typed)}] is none of the template's workloads. {advice} ({TEMPLATE}).", span)
    better = found.wordings.tag(summary.language, meant)
    name = found.wordings.name(summary.language, meant)
    message = (
        f"[{_plain(typed)}] is none of the template's workloads. Did you mean [{better}], {name}? "
        f"Readers find a workload by its tag ({TEMPLATE})."
    )
    return Finding(message, span, (Fix(f"write [{better}]", (Edit(span, better),), safe=False),))


def _plain(tag: str) -> str:
    return quote(tag)[1:-1]


def _meant(wordings: Wordings, typed: str) -> str | None:
    """The workload whose tag is meant by a misspelled one, or whose name stands in the brackets; None where several
    could be."""
    folded = fold(typed)
    if len(folded) < _ENOUGH or len(folded) > 60:
        return None
    close = {
        tag
        for tag, tags in wordings.tags.items()
        for known in tags
        if len(known) >= _ENOUGH and is_slip(folded, fold(known), 1)
    }
    by_name = {
        tag for tag, names in wordings.names.items() for known in names if is_slip(folded, fold(known), len(folded) // 5)
    }
    meant = by_name or close
    return meant.pop() if len(meant) == 1 else None


def _disagree(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding]:
    found = survey(document, playbook)
    vocabulary = playbook.vocabulary
    names = vocabulary.names
    for summary in found.summaries:
        for said in summary.odd_workloads:
            workload = said.workload
            if not workload.tag or not workload.name or (said.key is not None and names.get(workload.name) == said.key):
                continue
            named = vocabulary.name(workload.name)
            tagged = {vocabulary.tag(tag) for tag in workload.tags}
            if named is None or named in tagged or None in tagged:
                continue
            whose = [found.wordings.name(summary.language, tag) for tag in sorted(filter(None, tagged))]
            message = (
                f"[{_plain(workload.tag)}] stands for {listed(whose)}, and behind it stands {quote(workload.name)}, which is "
                f"[{found.wordings.tag(summary.language, named)}]. Put the tag and the name of the one that is meant "
                f"({TEMPLATE})."
            )
            evidence = (document.span(workload, "name"),)
            yield Finding(message, document.span(workload, "tag"), evidence=evidence)


def _outdated(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding]:
    found = survey(document, playbook)
    others = found.wordings.other_editions
    for summary in found.summaries:
        for said in summary.odd_workloads:
            workload = said.workload
            if said.key is None or not (workload.tag in others or workload.name in others):
                continue
            edits, better = _renamed(found, summary.language, said)
            message = (
                f"{_shown(workload)} is what another edition of the guidance calls this workload; in this one "
                f"({playbook.id}) it is {better} ({TEMPLATE})."
            )
            yield Finding(message, found.name_span(workload), (Fix(f"write {better}", edits, safe=True),))


def _renamed(found: Survey, language: Language, said: SaidWorkload) -> tuple[tuple[Edit, ...], str]:
    """The edits that give a workload the tag and name of the edition, and how it then reads."""
    workload, key, wordings = said.workload, said.key or "", found.wordings
    others = wordings.other_editions
    edits: list[Edit] = []
    tag, name = workload.tag, workload.name
    if tag in others:
        tag = wordings.tag(language, key)
        edits.append(Edit(found.document.span(workload, "tag"), tag))
    if name in others:
        name = wordings.name(language, key)
        edits.append(Edit(found.document.span(workload, "name"), name))
    return tuple(edits), f"[{tag}] {name}".rstrip() if tag else name


def _shown(workload: Workload) -> str:
    text = f"[{workload.tag}] {workload.name}".rstrip() if workload.tag else workload.name
    return quote(text)


def _spelled_otherwise(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding]:
    found = survey(document, playbook)
    known = playbook.vocabulary.tags
    names = playbook.vocabulary.names
    for summary in found.summaries:
        changes: list[tuple[Span, str, str]] = []
        for said in summary.odd_workloads:
            workload, key = said.workload, said.key
            if key is None:
                continue
            if workload.tag and workload.tag not in known:
                changes.append((document.span(workload, "tag"), workload.tag, found.wordings.tag(summary.language, key)))
            if workload.name and workload.name not in names and playbook.vocabulary.name(workload.name) == key:
                better = found.wordings.published_name(summary.language, key, workload.name)
                changes.append((document.span(workload, "name"), workload.name, better))
        if changes:
            pairs = listed([f'"{better}" where the note has {quote(typed)}' for _, typed, better in changes], limit=3)
            edits = tuple(Edit(span, better) for span, _, better in changes)
            message = f"The template writes {pairs} ({TEMPLATE})."
            yield Finding(message, changes[0][0], (Fix("write as the template does", edits, safe=True),))


def _half_named(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding]:
    found = survey(document, playbook)
    for summary in found.summaries:
        edits: list[Edit] = []
        lines: list[str] = []
        first: Span | None = None
        for said in summary.odd_workloads:
            workload, key = said.workload, said.key
            if (workload.tag and workload.name) or key is None or found.wordings.workloads[key].catch_all:
                continue
            tag, name = found.wordings.tag(summary.language, key), found.wordings.name(summary.language, key)
            if workload.tag:
                edits.append(_with_name(found, workload, name))
            else:
                start = document.span(workload, "name").start
                edits.append(Edit(Span(start, start), f"[{tag}]  "))
            lines.append(f"[{tag}]  {name}")
            first = first or found.name_span(workload)
        if first is not None:
            message = (
                f"The template gives each workload its tag and its name: {listed(lines)}. Readers know some by the one, some "
                f"by the other ({TEMPLATE})."
            )
            yield Finding(message, first, (Fix("write tag and name", tuple(edits), safe=True),))


def _with_name(found: Survey, workload: Workload, name: str) -> Edit:
    """The edit that puts the name between a tag and what is said behind it."""
    document = found.document
    start, end = document.span(workload, "tag").end, document.span(workload, "update").start
    between = found.text[start:end]
    bracket = re.match(rf"[{BLANKS}]*+[])）】］]?[*_]*+", between)
    at = start + (bracket.end() if bracket else 0)
    rest = found.text[at:end]
    separator = rest.strip(BLANKS)
    if not workload.update:
        return Edit(Span(at, at), f"  {name}")
    return Edit(Span(at, end), f"  {name}{rest.rstrip(BLANKS) if separator else ' -'} ")


def _twice(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding]:
    found = survey(document, playbook)
    for summary in found.summaries:
        first: dict[str, Workload] = {}
        for said in summary.workloads:
            workload = said.workload
            key = said.key
            if key is None:
                key = "+".join(sorted(map(playbook.vocabulary.workload_key, workload.tags or (workload.name,))))
            elif found.wordings.workloads[key].catch_all:
                continue
            if first.setdefault(key, workload) is workload:
                continue
            message = (
                f"{_shown(workload)} stands in the list for the second time. Join what both lines say in one ({TEMPLATE})."
            )
            yield Finding(message, found.name_span(workload), evidence=(found.name_span(first[key]),))


def _nothing_said(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding]:
    found = survey(document, playbook)
    for summary in found.summaries:
        silent = [said for said in summary.odd_workloads if _is_silent(said, playbook)]
        for said in silent:
            workload = said.workload
            fixes: tuple[Fix, ...] = ()
            advice = "Say how it stands, or take the line out"
            if len(silent) < len(summary.workloads) and not workload.update:
                fixes = (Fix(f"take out {_shown(workload)}", (_line_removal(found, workload),), safe=False),)
            message = (
                f"{_shown(workload)} is listed, and nothing is said about it. {advice}: the template asks to leave only those "
                f"workloads that are being discussed ({TEMPLATE})."
            )
            yield Finding(message, found.name_span(workload), fixes)


def _is_silent(said: SaidWorkload, playbook: Playbook) -> bool:
    """Whether nothing is said of a workload, not even in place of its name."""
    name = said.workload.name
    return not said.words.strip() and (not name or playbook.vocabulary.name(name) is not None)


def _line_removal(found: Survey, workload: Workload) -> Edit:
    """The edit that takes out the line of a workload, and leaves the blank lines below it."""
    span = found.document.span(workload)
    line_end = LINE_END.search(found.text, found.document.span(workload, "after").start)
    return Edit(Span(span.start, min(line_end.end() if line_end else span.end, span.end)), "")


def _marked_otherwise(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding]:
    found = survey(document, playbook)
    for summary in found.summaries:
        edits: list[Edit] = []
        lines: list[str] = []
        first: Span | None = None
        for said in summary.odd_workloads:
            changes = _marks(found, said)
            if changes:
                edits += changes
                lines.append(said.workload.tag or said.workload.name)
                first = first or found.name_span(said.workload)
        if first is not None:
            message = (
                f"The template writes a workload as a hyphen, its tag in square brackets, its name, a dash between blanks, and "
                f"the text; here this is typed otherwise: {listed([_plain(line) for line in lines])}. Lines that are typed "
                f"alike are found by people and programs ({TEMPLATE})."
            )
            yield Finding(message, first, (Fix("type as the template does", tuple(edits), safe=True),))


def _marks(found: Survey, said: SaidWorkload) -> list[Edit]:
    """The edits that type the marks of a workload as the template does."""
    workload, document = said.workload, found.document
    layout = workload.layout
    edits: list[Edit] = []
    bullet = None if layout.before in MARKS_BEFORE else ends_markdown_bullet(layout.before)
    if bullet:
        start = document.span(workload, "before").start
        edits.append(Edit(Span(start + bullet[0], start + bullet[1]), "- "))
    if workload.tag and not (layout.open == "[" and layout.close in MARKS_BEHIND_TAG):
        edits += _brackets(found, workload)
    if layout.separator not in MARKS_BETWEEN and said.words.strip():
        edits += _separator(found, workload)
    return edits


def _separator(found: Survey, workload: Workload) -> Iterator[Edit]:
    """The edits that put a dash between blanks before what is said."""
    text, span = found.text, found.document.span(workload, "separator")
    typed = span.text(text)
    if LINE_END.search(typed):
        return
    bold = re.match(rf"[{BLANKS}]*+[*_]++", typed)
    start = span.start + (bold.end() if bold else 0)
    rest = text[start : span.end]
    dash = rest.strip(BLANKS + "*_")
    at = start + rest.index(dash)
    if repaired(dash, misdecoded(dash)) in _DASHES:
        if text[at - 1] not in _PARTING:
            yield Edit(Span(at, at), " ")
        if text[at + len(dash)] not in _PARTING:
            yield Edit(Span(at + len(dash), at + len(dash)), " ")
    elif dash in (":", "：") or (not dash and workload.name):
        yield Edit(Span(start, span.end), "- " if text[start - 1] in BLANKS else " - ")


def _brackets(found: Survey, workload: Workload) -> Iterator[Edit]:
    document, text = found.document, found.text
    opening, closing = document.span(workload, "open"), document.span(workload, "close")
    typed = opening.text(text)
    bracket = typed.strip(BLANKS + "*_")
    bold = typed[: len(typed) - len(typed.lstrip("*_"))]
    if bracket not in ("[", "［", "【") or typed != bold + bracket:
        yield Edit(opening, f"{bold}[")
    after = closing.text(text)
    shape = re.match(rf"(?P<blank>[{BLANKS}]*+)(?P<bracket>[])）】］]?)(?P<colon>[:：]?)", after)
    if shape and (shape["bracket"] not in ("]", "］", "】") or shape["blank"] or shape["colon"]):
        gap = "" if after[shape.end() :].startswith((*BLANKS, "*", "_")) or not workload.name else "  "
        yield Edit(Span(closing.start, closing.start + shape.end()), f"]{gap}")


def _outside(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding]:
    found = survey(document, playbook)
    specs = found.wordings.specs
    for summary in found.summaries:
        outside: list[SaidWorkload] = []
        for said in summary.odd_workloads:
            spec = specs.get(said.home.key or "") if isinstance(said.home, Field) else None
            if spec is None or spec.kind != "workloads":
                outside.append(said)
        if outside:
            label = found.wordings.label(summary.language, found.wordings.workloads_field)
            message = (
                f"{listed([_shown(said.workload) for said in outside])} "
                f"{'does' if len(outside) == 1 else 'do'} not stand under {label}, where readers look for workloads. Move "
                f"{'it' if len(outside) == 1 else 'them'} there; a blank line and a line at the margin end that list "
                f"({TEMPLATE})."
            )
            yield Finding(message, found.name_span(outside[0].workload))


_HEAD: Final = "**EXEC SUMMARY**\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n"
_EXO: Final = "   -  [EXO]  Exchange Online - wave 2 in May\n"
_KOPF: Final = (
    "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n"
    "- SCHNAPPSCHUSS DES AKTUELLEN STATUS WICHTIGER ARBEITSBEREICHE UND NÄCHSTE AKTIONEN:\n\n"
)
_EXO_DE: Final = "   -  [EXO]  Exchange Online - Welle 2 im Mai\n"

WORKLOAD_UNKNOWN: Final = Rule(
    code="FT401",
    name="workload-unknown",
    summary="The tags of the list are those of the template.",
    rationale="Workloads are found and counted by their tags. What fits none of them has a tag of its own in the template "
    f"({TEMPLATE}).",
    severity=Severity.WARNING,
    check=_unknown,
    only_where=deviates,
    examples=(
        Example(
            _HEAD + "   -  [TEMAS]  Teams - shift plans are tried out\n",
            _HEAD + "   -  [TEAMS]  Teams - shift plans are tried out\n",
        ),
        Example(
            _HEAD + "   -  [MAIL]  Exchange Online - wave 2 in May\n",
            _HEAD + "   -  [EXO]  Exchange Online - wave 2 in May\n",
        ),
        Example(_HEAD + _EXO + "   -  [TELEMATICS]  Telematics portal - own project\n"),
        Example(_KOPF + "   -  [INTNUE]  Intune - Pilot\n", _KOPF + "   -  [INTUNE]  Intune - Pilot\n"),
        Example.clean(_HEAD + _EXO + "   -  [CORE]  Network - second line ordered\n   -  [olm + intune] phones are here\n"),
        Example.clean("The list of [TELEMATICS] is long.\n"),
        Example.clean(_KOPF + _EXO_DE + "   -  [ CORE]  Netz - Leitung bestellt\n"),
    ),
)

TAG_AND_NAME_DISAGREE: Final = Rule(
    code="FT402",
    name="tag-and-name-disagree",
    summary="Tag and name of a line stand for the same workload.",
    rationale="Some readers go by the tag, others by the name: each then takes the text for that of another workload "
    f"({TEMPLATE}).",
    severity=Severity.ERROR,
    check=_disagree,
    only_where=deviates,
    examples=(
        Example(_HEAD + "   -  [EXO]  SharePoint Online - wave 2 in May\n"),
        Example(_HEAD + "   -  [OLM+EXO]  Intune - phones are here\n"),
        Example(_KOPF + "   -  [AIP]  Identitätssicherheit - Workshop im Juni\n"),
        Example.clean(_HEAD + _EXO + "   -  [EXO]  Mail archive - 75 GB\n"),
        Example.clean(_HEAD + "   -  [OLM+INTUNE]  Intune - phones are here\n   -  [OPP]  Microsoft 365 Apps - pilot\n"),
        Example.clean(_KOPF + "   -  [IDSEC]  Identitätssicherheit - Workshop im Juni\n"),
    ),
)

WORKLOAD_OUTDATED: Final = Rule(
    code="FT403",
    name="workload-outdated",
    summary="Workloads have the tags and names of the edition that counts.",
    rationale=f"Editions rename workloads. A name of another edition is understood, and still splits the counts ({TEMPLATE}).",
    severity=Severity.WARNING,
    check=_outdated,
    only_where=deviates,
    examples=(
        Example(
            _HEAD + "   -  [OPP]  Microsoft 365 Apps - pilot in IT\n",
            _HEAD + "   -  [OPP]  Office 365 ProPlus - pilot in IT\n",
        ),
        Example(
            _HEAD + "   -  [Microsoft 365 Apps]  Microsoft 365 Apps - pilot in IT\n",
            _HEAD + "   -  [OPP]  Office 365 ProPlus - pilot in IT\n",
        ),
        Example(
            _KOPF + "   -  [Microsoft 365 Apps]  Pilot in der IT\n",
            _KOPF + "   -  [OPP]  Pilot in der IT\n",
        ),
        Example.clean(_HEAD + "   -  [OPP]  Office ProPlus - pilot of the Microsoft 365 Apps\n"),
        Example.clean("The Microsoft 365 Apps are new.\n"),
        Example.clean(_KOPF + "   -  [OPP]  Office 365 ProPlus - Pilot in der IT\n"),
    ),
)

WORKLOAD_SPELLING: Final = Rule(
    code="FT404",
    name="workload-spelling",
    summary="Tags and names of workloads are written as the template writes them.",
    rationale=f"Whoever searches for a tag or name finds only what is spelled the same ({TEMPLATE}).",
    severity=Severity.INFORMATION,
    check=_spelled_otherwise,
    only_where=deviates,
    examples=(
        Example(_HEAD + "   -  [exo]  exchange online - wave 2 in May\n", _HEAD + _EXO),
        Example(
            _HEAD + _EXO + "   -  [SPO]  Sharepoint  Online - site plan agreed\n",
            _HEAD + _EXO + "   -  [SPO]  SharePoint Online - site plan agreed\n",
        ),
        Example(
            _KOPF + "   -  [IDSEC]  identitaetssicherheit - Workshop\n".replace("ae", "ä"),
            _KOPF + "   -  [IDSEC]  Identitätssicherheit - Workshop\n",
        ),
        Example.clean(_HEAD + _EXO + "   -  [OPP]  Office ProPlus - pilot\n   -  [CORE]  network - line ordered\n"),
        Example.clean("The exchange online is slow.\n"),
        Example.clean(_KOPF + _EXO_DE + "   -  [IDSEC]  Identity Security - Workshop\n"),
    ),
)

WORKLOAD_HALF_NAMED: Final = Rule(
    code="FT405",
    name="workload-half-named",
    summary="A workload is given by its tag and its name.",
    rationale=f"The template has both: some readers know workloads by the one, some by the other ({TEMPLATE}).",
    severity=Severity.INFORMATION,
    check=_half_named,
    only_where=deviates,
    examples=(
        Example(_HEAD + "   -  [EXO] wave 2 in May\n", _HEAD + _EXO),
        Example(
            _HEAD + "   - Teams - shift plans\n   -  [SPO] - sites\n",
            _HEAD + "   - [TEAMS]  Teams - shift plans\n   -  [SPO]  SharePoint Online - sites\n",
        ),
        Example(_KOPF + "   -  [EXO] – Welle 2 im Mai\n", _KOPF + "   -  [EXO]  Exchange Online – Welle 2 im Mai\n"),
        Example.clean(_HEAD + _EXO + "   -  [CORE] second line ordered\n   -  [OLM+INTUNE] phones are here\n"),
        Example.clean("[EXO] is short for Exchange Online.\n"),
        Example.clean(_KOPF + _EXO_DE + "   -  [TBD] offen\n"),
    ),
)

WORKLOAD_TWICE: Final = Rule(
    code="FT406",
    name="workload-twice",
    summary="A workload stands in the list once.",
    rationale=f"Readers look for one line about a workload, and overlook a second one ({TEMPLATE}).",
    severity=Severity.WARNING,
    check=_twice,
    only_where=deviates,
    examples=(
        Example(_HEAD + _EXO + "   -  [EXO]  Exchange Online - archive later\n"),
        Example(_HEAD + _EXO + "   -  Exchange Online: archive later\n"),
        Example(_KOPF + _EXO_DE + "   -  [exo]  Archiv später\n"),
        Example.clean(_HEAD + _EXO + "   -  [CORE]  Network - line ordered\n   -  [CORE]  Desks - ordered\n"),
        Example.clean(_HEAD + _EXO + "\n" + _HEAD + _EXO),
        Example.clean(_KOPF + _EXO_DE + "   -  [OLM+EXO]  Archiv später\n"),
    ),
)

WORKLOAD_EMPTY: Final = Rule(
    code="FT407",
    name="workload-empty",
    summary="Of each workload in the list something is said.",
    rationale=f"The template asks to take out the workloads that are not being discussed ({TEMPLATE}).",
    severity=Severity.WARNING,
    check=_nothing_said,
    only_where=deviates,
    examples=(
        Example(
            _HEAD + _EXO + "   -  [SPO]  SharePoint Online\n   -  [OD]  OneDrive for Business - pilot\n",
            _HEAD + _EXO + "   -  [OD]  OneDrive for Business - pilot\n",
        ),
        Example(_HEAD + "   -  [SPO]  SharePoint Online -\n" + _EXO, _HEAD + _EXO),
        Example("**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Reactive\n- SNAPSHOT OF KEY WORKLOADS:\n   - [SPO]\n"),
        Example(_KOPF + _EXO_DE + "   -  [SPO]  SharePoint Online\n", _KOPF + _EXO_DE),
        Example.clean(_HEAD + _EXO + "   -  [SPO] sites\n"),
        Example.clean(_HEAD + _EXO + "   -  [SPO]  SharePoint Online\n      site plan agreed\n"),
        Example.clean(_KOPF + _EXO_DE),
    ),
)

WORKLOAD_MARKS: Final = Rule(
    code="FT408",
    name="workload-marks",
    summary="The lines of the list are typed as in the template: - [TAG] Name - text.",
    rationale="Lines that are typed alike are read at a glance, and shown as a list by programs that understand Markdown "
    f"({TEMPLATE}).",
    severity=Severity.INFORMATION,
    check=_marked_otherwise,
    only_where=deviates,
    examples=(
        Example(_HEAD + "   • (EXO) Exchange Online: wave 2 in May\n", _HEAD + "   - [EXO] Exchange Online - wave 2 in May\n"),
        Example(
            _HEAD + "   -  [ EXO ]  Exchange Online- wave 2 in May\n   [SPO]  SharePoint Online -sites\n",
            _HEAD + "   -  [EXO]  Exchange Online - wave 2 in May\n   - [SPO]  SharePoint Online - sites\n",
        ),
        Example(
            _KOPF + "   -  EXO: Exchange Online - Welle 2 im Mai\n", _KOPF + "   -  [EXO] Exchange Online - Welle 2 im Mai\n"
        ),
        Example.clean(_HEAD + _EXO + "   * **[SPO]** SharePoint Online – sites\n"),
        Example.clean(_HEAD + "   - Teams - shift plans\n"),
        Example.clean(_KOPF + _EXO_DE),
    ),
)

WORKLOAD_OUTSIDE: Final = Rule(
    code="FT409",
    name="workload-outside-field",
    summary="Workloads stand under the bullet of the template that lists them.",
    rationale=f"What stands elsewhere is not found by those who read that list ({TEMPLATE}).",
    severity=Severity.WARNING,
    check=_outside,
    only_where=deviates,
    examples=(
        Example("**EXEC SUMMARY**\n" + _EXO + "- STATUS OF THE ENGAGEMENT: Reactive\n"),
        Example("**EXEC SUMMARY**\n- REQUESTS FOR SUPPORT: see below\n" + _EXO),
        Example("**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: Reaktiv\n" + _EXO_DE),
        Example.clean(_HEAD + _EXO),
        Example.clean("   -  [EXO]  Exchange Online - without any summary\n"),
        Example.clean(_KOPF + _EXO_DE + "- UNTERSTÜTZUNGSANFORDERUNG: [Plan](https://contoso.example/plan)\n"),
    ),
)
