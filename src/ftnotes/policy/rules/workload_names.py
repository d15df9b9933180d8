"""Rules for the tags and names of workloads.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from ...playbook.playbook import Playbook
from ...playbook.wording import Wording, template_of
from ...syntax.nodes import Workload
from ...text.edits import Edit
from ...text.source import WHITESPACE, Span
from ...text.suggest import within_edit_distance
from ...text.words import fold
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import LISTED, TEMPLATE, listed, plain, quote, shown
from ..note_view import NoteView, has_deviating_workloads
from ..rule import Example, Rule, Violation
from ..summary_view import SummaryView, WorkloadView, is_lookalike
from ._examples import EXO, EXO_DE, HEAD, KOPF

#: The shortest tag or name for which something can be a slip of the pen, and the longest that is looked at.
_ENOUGH: Final = 3
_LONGEST: Final = 60
#: The end of the brackets around a tag.
_CLOSING: Final = re.compile(rf"[{WHITESPACE}]*+[])）】］]?[*_]*+")


def _unknown(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for said in summary.deviating_workloads:
            workload = said.workload
            if said.key is not None or not workload.tag:
                continue
            if is_lookalike(said, view.playbook):
                continue  # another rule says which tag it looks like
            unknown = [tag for tag in _parts(workload.tag) if not view.playbook.vocabulary.tag(tag.text)]
            named = (
                view.playbook.vocabulary.name(workload.name) if len(unknown) == 1 and unknown[0].text == workload.tag else None
            )
            start = view.document.span(workload, "tag").start
            if len(unknown) > LISTED:
                tags = listed([f"[{plain(tag.text)}]" for tag in unknown], limit=LISTED)
                message = f"{tags} are not workloads of the template. {_rest(view, summary)}."
                yield Violation(message, view.document.span(workload, "tag"))
                continue
            for tag in unknown:
                yield _unknown_tag(view, summary, named, tag.text, start + tag.start)


class _Part(NamedTuple):
    text: str
    start: int


def _parts(tag: str) -> list[_Part]:
    """The tags of a joined one, and where each starts."""
    found = [(match.group().strip(), match) for match in re.finditer(r"[^+/&,;]++", tag)]
    return [_Part(text, match.start() + match.group().index(text)) for text, match in found if text]


def _rest(view: NoteView, summary: SummaryView) -> str:
    rest = view.template.catch_all
    return f"Use [{summary.wording.tag(rest)}] instead" if rest else "Use a tag of the template"


def _unknown_tag(view: NoteView, summary: SummaryView, named: str | None, typed: str, start: int) -> Violation:
    span = Span(start, start + len(typed))
    meant = named or _meant(view.playbook, typed)
    if meant is None:
        message = f"[{plain(typed)}] is not a workload of the template. {_rest(view, summary)}."
        return Violation(message, span)
    better = summary.wording.tag(meant)
    name = summary.wording.name(meant)
    message = f"[{plain(typed)}] is not a workload of the template. Did you mean [{better}] {name}?"
    return Violation(message, span, (Fix(f"write [{better}]", (Edit(span, better),), safe=False),))


@lru_cache(maxsize=256)  # people have their own tags, and use them in every note
def _meant(playbook: Playbook, typed: str) -> str | None:
    """The workload whose tag is meant by a misspelled one, or whose name stands in the brackets; None where several
    could be."""
    template = template_of(playbook)
    folded = fold(typed)
    if len(folded) < _ENOUGH or len(folded) > _LONGEST:
        return None
    close = {
        tag
        for tag, tags in template.tags.items()
        for known in tags
        if len(known) >= _ENOUGH and within_edit_distance(folded, fold(known), 1)
    }
    by_name = {
        tag
        for tag, names in template.names.items()
        for known in names
        if within_edit_distance(folded, fold(known), len(folded) // 5)
    }
    meant = by_name or close
    return meant.pop() if len(meant) == 1 else None


def _disagree(view: NoteView, context: Context) -> Iterator[Violation]:
    vocabulary = view.playbook.vocabulary
    names = vocabulary.names
    for summary in view.summaries:
        for said in summary.deviating_workloads:
            workload = said.workload
            if not workload.tag or not workload.name or (said.key is not None and names.get(workload.name) == said.key):
                continue
            named = vocabulary.name(workload.name)
            tagged = {vocabulary.tag(tag) for tag in workload.tags}
            if named is None or named in tagged or None in tagged:
                continue
            whose = [summary.wording.name(tag) for tag in sorted(filter(None, tagged))]
            message = (
                f"[{plain(workload.tag)}] means {listed(whose)}, but the name {quote(workload.name)} means "
                f"[{summary.wording.tag(named)}]. Correct the tag or the name."
            )
            evidence = (view.document.span(workload, "name"),)
            yield Violation(message, view.document.span(workload, "tag"), evidence=evidence)


def _outdated(view: NoteView, context: Context) -> Iterator[Violation]:
    others = view.template.other_editions
    for summary in view.summaries:
        for said in summary.deviating_workloads:
            workload = said.workload
            if said.key is None or not (workload.tag in others or workload.name in others):
                continue
            edits, better = _renamed(view, summary.wording, said)
            message = (
                f"{shown(workload)} is from another edition of the guidance. Edition {view.playbook.id} calls this workload "
                f'"{better}".'
            )
            yield Violation(message, view.name_span(workload), (Fix(f"write {better}", edits, safe=True),))


def _renamed(view: NoteView, wording: Wording, said: WorkloadView) -> tuple[tuple[Edit, ...], str]:
    """The edits that give a workload the tag and name of the edition, and how it then reads."""
    workload, key, others = said.workload, said.key or "", view.template.other_editions
    edits: list[Edit] = []
    tag, name = workload.tag, workload.name
    if tag in others:
        tag = wording.tag(key)
        edits.append(Edit(view.document.span(workload, "tag"), tag))
    if name in others:
        name = wording.name(key)
        edits.append(Edit(view.document.span(workload, "name"), name))
    return tuple(edits), f"[{tag}] {name}".rstrip() if tag else name


def _spelled_otherwise(view: NoteView, context: Context) -> Iterator[Violation]:
    known = view.playbook.vocabulary.tags
    names = view.playbook.vocabulary.names
    for summary in view.summaries:
        changes: list[tuple[Span, str, str]] = []
        for said in summary.deviating_workloads:
            workload, key = said.workload, said.key
            if key is None:
                continue
            if workload.tag and workload.tag not in known:
                changes.append((view.document.span(workload, "tag"), workload.tag, summary.wording.tag(key)))
            if workload.name and workload.name not in names and view.playbook.vocabulary.name(workload.name) == key:
                better = summary.wording.published_name(key, workload.name)
                changes.append((view.document.span(workload, "name"), workload.name, better))
        if changes:
            pairs = listed([f'{quote(typed)} as "{better}"' for _, typed, better in changes], limit=3)
            edits = tuple(Edit(span, better) for span, _, better in changes)
            message = f"The template writes {pairs}."
            yield Violation(message, changes[0][0], (Fix("use the template's spelling", edits, safe=True),))


def _half_named(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        edits: list[Edit] = []
        lines: list[str] = []
        first: Span | None = None
        for said in summary.deviating_workloads:
            workload, key = said.workload, said.key
            if (workload.tag and workload.name) or key is None or view.template.workloads[key].catch_all:
                continue
            tag, name = summary.wording.tag(key), summary.wording.name(key)
            if workload.tag and fold(workload.update[:_LONGEST]).startswith(view.template.folded_names[key]):
                continue  # the name stands there, and something else is wrong with the line
            if workload.tag:
                edits.append(_with_name(view, workload, name))
            else:
                start = view.document.span(workload, "name").start
                edits.append(Edit(Span(start, start), f"[{tag}]  "))
            lines.append(f'"[{tag}] {name}"')
            first = first or view.name_span(workload)
        if first is not None:
            message = f"A workload needs both its tag and its name. Write {listed(lines)}."
            yield Violation(message, first, (Fix("write tag and name", tuple(edits), safe=True),))


def _with_name(view: NoteView, workload: Workload, name: str) -> Edit:
    """The edit that puts the name between a tag and what is said behind it."""
    document = view.document
    start, end = document.span(workload, "tag").end, document.span(workload, "update").start
    between = view.text[start:end]
    bracket = _CLOSING.match(between)
    at = start + (bracket.end() if bracket else 0)
    rest = view.text[at:end]
    separator = rest.strip(WHITESPACE)
    if not workload.update:
        return Edit(Span(at, at), f"  {name}")
    return Edit(Span(at, end), f"  {name}{rest.rstrip(WHITESPACE) if separator else ' -'} ")


WORKLOAD_UNKNOWN: Final = Rule(
    code="FT401",
    name="workload-unknown",
    summary="The tags of the list are those of the template.",
    rationale="Workloads are found and counted by their tags. What fits none of them has a tag of its own in the template "
    f"({TEMPLATE}).",
    severity=Severity.WARNING,
    fixes=("unsafe",),
    check=_unknown,
    only_where=has_deviating_workloads,
    examples=(
        Example(
            HEAD + "   -  [TEMAS]  Teams - shift plans are tried out\n",
            HEAD + "   -  [TEAMS]  Teams - shift plans are tried out\n",
        ),
        Example(
            HEAD + "   -  [MAIL]  Exchange Online - wave 2 in May\n",
            HEAD + "   -  [EXO]  Exchange Online - wave 2 in May\n",
        ),
        Example(HEAD + EXO + "   -  [TELEMATICS]  Telematics portal - own project\n"),
        Example(KOPF + "   -  [INTNUE]  Intune - Pilot\n", KOPF + "   -  [INTUNE]  Intune - Pilot\n"),
        Example.clean(HEAD + EXO + "   -  [CORE]  Network - second line ordered\n   -  [olm + intune] phones are here\n"),
        Example.clean("The list of [TELEMATICS] is long.\n"),
        Example.clean(KOPF + EXO_DE + "   -  [ CORE]  Netz - Leitung bestellt\n"),
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
    only_where=has_deviating_workloads,
    examples=(
        Example(HEAD + "   -  [EXO]  SharePoint Online - wave 2 in May\n"),
        Example(HEAD + "   -  [OLM+EXO]  Intune - phones are here\n"),
        Example(KOPF + "   -  [AIP]  Identitätssicherheit - Workshop im Juni\n"),
        Example.clean(HEAD + EXO + "   -  [EXO]  Mail archive - 75 GB\n"),
        Example.clean(HEAD + "   -  [OLM+INTUNE]  Intune - phones are here\n   -  [OPP]  Microsoft 365 Apps - pilot\n"),
        Example.clean(KOPF + "   -  [IDSEC]  Identitätssicherheit - Workshop im Juni\n"),
    ),
)


WORKLOAD_OTHER_EDITION: Final = Rule(
    code="FT403",
    name="workload-other-edition",
    summary="Workloads have the tags and names of the edition that counts.",
    rationale=f"Editions rename workloads. A name of another edition is understood, and still splits the counts ({TEMPLATE}).",
    severity=Severity.WARNING,
    fixes=("safe",),
    check=_outdated,
    only_where=has_deviating_workloads,
    examples=(
        Example(
            HEAD + "   -  [OPP]  Microsoft 365 Apps - pilot in IT\n",
            HEAD + "   -  [OPP]  Office 365 ProPlus - pilot in IT\n",
        ),
        Example(
            HEAD + "   -  [Microsoft 365 Apps]  Microsoft 365 Apps - pilot in IT\n",
            HEAD + "   -  [OPP]  Office 365 ProPlus - pilot in IT\n",
        ),
        Example(
            KOPF + "   -  [Microsoft 365 Apps]  Pilot in der IT\n",
            KOPF + "   -  [OPP]  Pilot in der IT\n",
        ),
        Example.clean(HEAD + "   -  [OPP]  Office ProPlus - pilot of the Microsoft 365 Apps\n"),
        Example.clean("The Microsoft 365 Apps are new.\n"),
        Example.clean(KOPF + "   -  [OPP]  Office 365 ProPlus - Pilot in der IT\n"),
    ),
)


WORKLOAD_SPELLING: Final = Rule(
    code="FT404",
    name="workload-spelling",
    summary="Tags and names of workloads are written as the template writes them.",
    rationale=f"Whoever searches for a tag or name finds only what is spelled the same ({TEMPLATE}).",
    severity=Severity.INFORMATION,
    fixes=("safe",),
    check=_spelled_otherwise,
    only_where=has_deviating_workloads,
    examples=(
        Example(HEAD + "   -  [exo]  exchange online - wave 2 in May\n", HEAD + EXO),
        Example(
            HEAD + EXO + "   -  [SPO]  Sharepoint  Online - site plan agreed\n",
            HEAD + EXO + "   -  [SPO]  SharePoint Online - site plan agreed\n",
        ),
        Example(
            KOPF + "   -  [IDSEC]  identitaetssicherheit - Workshop\n".replace("ae", "ä"),
            KOPF + "   -  [IDSEC]  Identitätssicherheit - Workshop\n",
        ),
        Example.clean(HEAD + EXO + "   -  [OPP]  Office ProPlus - pilot\n   -  [CORE]  network - line ordered\n"),
        Example.clean("The exchange online is slow.\n"),
        Example.clean(KOPF + EXO_DE + "   -  [IDSEC]  Identity Security - Workshop\n"),
    ),
)


WORKLOAD_INCOMPLETE: Final = Rule(
    code="FT405",
    name="workload-incomplete",
    summary="A workload is given by its tag and its name.",
    rationale=f"The template has both: some readers know workloads by the one, some by the other ({TEMPLATE}).",
    severity=Severity.INFORMATION,
    fixes=("safe",),
    check=_half_named,
    only_where=has_deviating_workloads,
    examples=(
        Example(HEAD + "   -  [EXO] wave 2 in May\n", HEAD + EXO),
        Example(
            HEAD + "   - Teams - shift plans\n   -  [SPO] - sites\n",
            HEAD + "   - [TEAMS]  Teams - shift plans\n   -  [SPO]  SharePoint Online - sites\n",
        ),
        Example(KOPF + "   -  [EXO] – Welle 2 im Mai\n", KOPF + "   -  [EXO]  Exchange Online – Welle 2 im Mai\n"),
        Example.clean(HEAD + EXO + "   -  [CORE] second line ordered\n   -  [OLM+INTUNE] phones are here\n"),
        Example.clean("[EXO] is short for Exchange Online.\n"),
        Example.clean(KOPF + EXO_DE + "   -  [TBD] offen\n"),
    ),
)
