"""Rules about which workloads the tags and names of the list mean.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ...playbook.everyday_names import everyday_name, leading_name
from ...playbook.playbook import Playbook
from ...playbook.template_words import first_template
from ...playbook.wording import JOINT
from ...syntax.nodes import Workload
from ...syntax.parser import tokenize_line
from ...text.edits import Edit
from ...text.source import MARGIN, WHITESPACE, Span, line_at
from ...text.suggest import within_edit_distance
from ...text.words import fold
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import LISTED, listed, plain, quote
from ..note_view import NoteView, has_deviating_workloads
from ..rule import Example, Part, Rule, Violation
from ..summary_view import SummaryView, WorkloadView, is_lookalike
from ._examples import EXO, EXO_DE, HEAD, KOPF
from ._heads import head_edits, named_head_edits
from ._parts import head

#: The lengths between which a tag or name can be a misspelling.
_SHORTEST: Final = 3
_LONGEST: Final = 60
#: A name passes for misspelled if at most one letter in this number is wrong.
_LETTERS_A_TYPO: Final = 5


def _unknown_workloads(view: NoteView, context: Context) -> Iterator[Violation]:
    vocabulary = view.playbook.vocabulary
    for summary in view.summaries:
        yield from _unknown_subject(view, summary)
        for entry in summary.deviating_names:
            workload = entry.workload
            if entry.key is not None or is_lookalike(entry, view.playbook):
                continue  # lookalike-letters reports the latter
            if not workload.tag:
                if everyday_name(view.playbook, workload.name) is None:
                    yield _unknown_name(view, summary, entry)
                continue
            span = view.document.span(workload, "tag")
            unknown = [(tag, start) for tag, start in _joined_tags(workload.tag) if not vocabulary.tag(tag)]
            if len(unknown) > LISTED:
                tags = listed([f"[{plain(tag)}]" for tag, _ in unknown], limit=LISTED)
                yield Violation(f"{tags} are not workloads of the template. {_advice(view, summary)}.", span)
                continue
            for tag, start in unknown:
                yield _unknown_tag(view, summary, workload, Span(span.start + start, span.start + start + len(tag)))


def _unknown_subject(view: NoteView, summary: SummaryView) -> Iterator[Violation]:
    """Yield the tag in a line above the labels that is no workload, so that the note is not read as being about it."""
    if not summary.template.about or summary.template.about in summary.keys or summary.node.title is not None:
        return
    start = view.document.span(summary.node).start
    above = view.text[:start].rstrip(WHITESPACE + "\r\n")
    line = line_at(view.text, len(above))
    if any(line.start in view.document.span(note) for note in view.document.notes):
        return  # it belongs to another note
    token = tokenize_line(f"- {line.text(view.text).lstrip(MARGIN + '-*•')}", summary.template)
    if token.type in ("ITEM", "TAG") and (tag := token.parts[2]):
        at = view.text.index(tag, line.start)
        meant = _same_workload(view.playbook, tag, token.parts[4])
        if meant is None and not (tag.isupper() and tag.isalnum()):
            return  # any text in brackets
        span, problem = Span(at, at + len(tag)), f"[{plain(tag)}] is not a workload of the template."
        if meant is None:
            yield Violation(f"{problem} {_advice(view, summary)}.", span)
            return
        better = summary.wording.tag(meant)
        if tag == better:
            return  # a known tag, with more than the name behind it
        fix = Fix(f"write [{better}]", (Edit(span, better),), safe=False)
        yield Violation(f"{problem} Did you mean [{better}] {summary.wording.name(meant)}?", span, (fix,))


def _can_have_unknown_workloads(view: NoteView) -> bool:
    return has_deviating_workloads(view) or any(summary.template.about for summary in view.summaries)


def _joined_tags(tag: str) -> Iterator[tuple[str, int]]:
    """Yield the parts of joined tags such as "OLM + INTUNE", each with its offset."""
    for match in re.finditer(r"[^+/&,;\[\]]++", tag):
        part = match.group().strip()
        if part:
            yield part, match.start() + match.group().index(part)


def _unknown_name(view: NoteView, summary: SummaryView, entry: WorkloadView) -> Violation:
    name, span = entry.workload.name, view.document.span(entry.workload, "name")
    problem, explains = f"{quote(name)} is not a workload of the template.", (head(view, entry.workload),)
    meant = view.playbook.vocabulary.tag(name) or _suggestion(view.playbook, name)
    if meant is None:
        begun = leading_name(view.playbook, name)
        advice = f"Use [{summary.wording.tag(begun)}]" if begun else _advice(view, summary)
        return Violation(f"{problem} {advice}.", span, explains=explains)
    better = f"[{summary.wording.tag(meant)}] {summary.wording.name(meant)}"
    fix = Fix(f"write {better}", (Edit(span, better), *head_edits(view, entry)), safe=False)
    return Violation(f"{problem} Did you mean {better}?", span, (fix,), explains=explains)


def _advice(view: NoteView, summary: SummaryView) -> str:
    catch_all = view.template.catch_all
    return f"Use [{summary.wording.tag(catch_all)}] instead" if catch_all else "Use a tag of the template"


def _unknown_tag(view: NoteView, summary: SummaryView, workload: Workload, span: Span) -> Violation:
    typed = span.text(view.text)
    problem = f"[{plain(typed)}] is not a workload of the template."
    name = workload.name if workload.tag == typed else ""
    explains: tuple[Part, ...] = ()
    same = _same_workload(view.playbook, typed, name)
    meant = same or _kin_of_workload(view.playbook, typed, name)
    if meant is None:
        explains = () if name else (head(view, workload),)
        return Violation(f"{problem} {_advice(view, summary)}.", span, explains=explains)
    tag = summary.wording.tag(meant)
    edits = [Edit(span, tag)]
    is_named = bool(name) and (bool(workload.update) or leading_name(view.playbook, name) is not None)
    if workload.tag == typed and not is_named:
        edits += named_head_edits(view, workload, summary.wording.name(meant) if same else typed)
        explains = (head(view, workload),)
    fix = Fix(f"write [{tag}]", tuple(edits), safe=False)
    advice = f"Did you mean [{tag}] {summary.wording.name(meant)}?" if same else f"Use [{tag}]."
    return Violation(f"{problem} {advice}", span, (fix,), explains=explains)


def _same_workload(playbook: Playbook, tag: str, name: str) -> str | None:
    """Return the workload that an unknown tag is another word for, by the name beside it or the tag itself."""
    kin = playbook.everyday.name(tag)
    own = None if kin is not None and kin.is_kin else playbook.everyday.tag(tag) or _suggestion(playbook, tag)
    return playbook.vocabulary.name(name) or own


def _kin_of_workload(playbook: Playbook, tag: str, name: str) -> str | None:
    """Return the workload that a product in brackets belongs to: "Teams Phone", "EXO Hybrid"."""
    kin = playbook.everyday.name(tag)
    known = kin.tag if kin is not None and JOINT not in kin.tag else None
    return known or leading_name(playbook, name) or playbook.vocabulary.tag(re.split(r"[^a-zA-Z0-9]", tag, maxsplit=1)[0])


@lru_cache(maxsize=256)  # people use the same tags of their own in many notes
def _suggestion(playbook: Playbook, typed: str) -> str | None:
    """Return the only workload with a tag or name that is spelled like an unknown tag."""
    folded = fold(typed)
    if not _SHORTEST <= len(folded) <= _LONGEST:
        return None
    by_tag, by_name, by_everyday_word = (
        {key for spelling, key in spellings if within_edit_distance(folded, spelling, limit)}
        for spellings, limit in zip(_spellings(playbook), (1, *[len(folded) // _LETTERS_A_TYPO] * 2), strict=True)
    )
    close = by_name or by_tag or by_everyday_word
    return close.pop() if len(close) == 1 else None


@lru_cache(maxsize=16)
def _spellings(playbook: Playbook) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return the tags, the names and the everyday words of workloads, folded, each with the edition's tag."""
    template = first_template(playbook)
    return (
        tuple((fold(tag), key) for key, tags in template.tags.items() for tag in tags if len(tag) >= _SHORTEST),
        tuple((fold(name), key) for key, names in template.names.items() for name in names),
        tuple((fold(word), spec.tag) for spec in playbook.workloads for word in (*spec.everyday_tags, *spec.everyday_names)),
    )


def _contradictory_names(view: NoteView, context: Context) -> Iterator[Violation]:
    vocabulary = view.playbook.vocabulary
    names = vocabulary.names
    for summary in view.summaries:
        for entry in summary.deviating_names:
            workload = entry.workload
            if not workload.tag or not workload.name or (entry.key is not None and names.get(workload.name) == entry.key):
                continue
            everyday = everyday_name(view.playbook, workload.name)
            by_name = everyday.tag if everyday else vocabulary.name(workload.name)
            by_tag = {vocabulary.tag(tag) for tag in workload.tags}
            if by_name not in view.template.workloads or by_name in by_tag or None in by_tag:
                continue
            meanings = listed([summary.wording.name(key) for key in sorted(filter(None, by_tag))])
            message = (
                f"[{plain(workload.tag)}] means {meanings}, but the name {quote(workload.name)} means "
                f"[{summary.wording.tag(by_name)}]. Correct the tag or the name."
            )
            evidence = (view.document.span(workload, "name"),)
            span = view.document.span(workload, "tag")
            yield Violation(message, span, evidence=evidence, explains=(head(view, workload),))


WORKLOAD_UNKNOWN: Final = Rule(
    code="FT401",
    name="workload-unknown",
    summary="The tags of the list are those of the template, and its names mean one of them.",
    rationale="Workloads are found and counted by their tags. The template has a tag for everything that fits no other one.",
    section="template",
    severity=Severity.WARNING,
    fixes=("unsafe",),
    check=_unknown_workloads,
    ignore_when="Your team has agreed on the tag; a custom playbook can define it.",
    only_where=_can_have_unknown_workloads,
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
        Example(HEAD + EXO + "   -  Power BI - asked for a demo\n"),
        Example(
            KOPF + "   -  [INTNUE]  Intune - Pilot\n",
            KOPF + "   -  [INTUNE]  Intune - Pilot\n",
            translation=HEAD + "   -  [INTNUE]  Intune - pilot\n",
        ),
        Example.clean(HEAD + EXO + "   -  [CORE]  Network - second line ordered\n   -  [olm + intune] phones are here\n"),
        Example.clean(HEAD + EXO + "   -  [OLM] [INTUNE]  phones are here\n   -  [SPO/OD]  Files - share by share\n"),
        Example.clean("The list of [TELEMATICS] is long.\n"),
        Example.clean(
            KOPF + EXO_DE + "   -  [ CORE]  Netz - Leitung bestellt\n",
            translation=HEAD + EXO + "   -  [ CORE]  Network - line ordered\n",
        ),
    ),
)


TAG_AND_NAME_DISAGREE: Final = Rule(
    code="FT402",
    name="tag-and-name-disagree",
    summary="The tag and the name of a line mean the same workload.",
    rationale="Some readers go by the tag, others by the name. If these differ, some readers take the text for that of another "
    "workload.",
    section="template",
    severity=Severity.ERROR,
    check=_contradictory_names,
    ignore_when="Never: readers can't know which workload the line is about.",
    only_where=has_deviating_workloads,
    examples=(
        Example(HEAD + "   -  [EXO]  SharePoint Online - wave 2 in May\n"),
        Example(HEAD + "   -  [OLM+EXO]  Intune - phones are here\n"),
        Example(HEAD + "   -  [SPO]  OneDrive - quota discussion\n"),
        Example(
            KOPF + "   -  [AIP]  Identitätssicherheit - Workshop im Juni\n",
            translation=HEAD + "   -  [AIP]  Identity Security - workshop in June\n",
        ),
        Example.clean(HEAD + EXO + "   -  [EXO]  Mail archive - 75 GB\n"),
        Example.clean(HEAD + "   -  [OLM+INTUNE]  Intune - phones are here\n   -  [OPP]  Microsoft 365 Apps - pilot\n"),
        Example.clean(HEAD + "   -  [WIN10]  Windows 11 - 310 PCs\n   -  [EXO] [OLM]  Outlook (phones too) - pilot\n"),
        Example.clean(
            KOPF + "   -  [IDSEC]  Identitätssicherheit - Workshop im Juni\n",
            translation=HEAD + "   -  [IDSEC]  Identity Security - workshop in June\n",
        ),
    ),
)
