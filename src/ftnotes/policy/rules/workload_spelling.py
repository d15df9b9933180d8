"""Rules about how the list writes the tags and names of workloads.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...playbook.everyday_names import everyday_name
from ...text.edits import Edit
from ...text.source import Span
from ...text.suggest import within_edit_distance
from ...text.words import fold
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import quote, shown
from ..note_view import NoteView, has_deviating_workloads
from ..rule import Example, Joining, Part, Rule, Violation
from ._examples import EXO, EXO_DE, HEAD, KOPF
from ._heads import head_edits, named_head_edits
from ._misspellings import core_span, misspelled
from ._parts import head, line

#: A tag in an update.
_TAG: Final = re.compile(r"\[([^\[\]]++)\]")
#: The number of characters of an update that can be a name.
_LONGEST_NAME: Final = 60
#: A name can be a misspelled one if it has at least this number of letters, and at most one in this number is wrong.
_SHORTEST_NAME: Final = 5
_LETTERS_A_TYPO: Final = 5

_WRITE: Final = "A workload needs both its tag and its name. Write {}."
_MEANT: Final = Joining("Did you mean {}?", "Did you mean {}?", limit=3)
_INCOMPLETE: Final = Joining(_WRITE, _WRITE)


def _names_of_other_editions(view: NoteView, context: Context) -> Iterator[Violation]:
    others = view.template.other_editions
    for summary in view.summaries:
        for entry in summary.deviating_names:
            workload, key = entry.workload, entry.key
            tag, name = workload.tag, workload.name
            if key is None or not (tag in others or name in others):
                continue
            edits: list[Edit] = []
            if tag in others:
                tag = summary.wording.tag(key)
                edits.append(Edit(view.document.span(workload, "tag"), tag))
            if name in others:
                name = summary.wording.name(key)
                edits.append(Edit(view.document.span(workload, "name"), name))
            better = f"[{tag}] {name}".rstrip() if tag else name
            message = (
                f"{shown(workload)} is from another edition of the guidance. Edition {view.playbook.id} calls this workload "
                f'"{better}".'
            )
            yield Violation(message, view.name_span(workload), (Fix(f"write {better}", tuple(edits), safe=False),))


def _misspelled_workloads(view: NoteView, context: Context) -> Iterator[Violation]:
    vocabulary = view.playbook.vocabulary
    tags, names = vocabulary.tags, vocabulary.names
    for summary in view.summaries:
        scope = view.head_span(summary)
        for entry in summary.deviating_names:
            workload, key = entry.workload, entry.key
            if key is None:
                continue
            span, tag = core_span(view.document.span(workload, "tag"), workload.tag)
            if tag and tag not in tags:
                about = (Part("tag", span),)
                yield misspelled(view, scope, span, tag, summary.wording.tag(key), about=about)
            span, name = core_span(view.document.span(workload, "name"), workload.name)
            if name and name not in names and vocabulary.name(name) == key:
                yield misspelled(view, scope, span, name, summary.wording.published_name(key, name))
            elif meant := _misspelled_name(view, name, key):
                fix = Fix(f'write "{meant}"', (Edit(span, meant),), safe=False)
                yield Violation.one_of(_MEANT, scope, f'"{meant}" instead of {quote(name)}', span, (fix,))


def _misspelled_name(view: NoteView, name: str, key: str) -> str | None:
    """Return the name that an unknown one beside the tag of its workload misspells."""
    folded = fold(name)
    is_known = view.playbook.vocabulary.name(name) or everyday_name(view.playbook, name)
    if is_known or not _SHORTEST_NAME <= len(folded) <= _LONGEST_NAME:
        return None
    errors = len(folded) // _LETTERS_A_TYPO
    return next((name for name in view.template.names[key] if within_edit_distance(folded, fold(name), errors)), None)


def _incomplete_workloads(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for entry in summary.deviating_workloads:
            workload, key = entry.workload, entry.key
            if (workload.tag and workload.name) or key is None or view.template.workloads[key].catch_all:
                continue
            if workload.tag and _begins_with_name(view, workload.update[:_LONGEST_NAME], key):
                continue  # the name is there, and another part of the line is wrong
            if any(view.playbook.vocabulary.tag(tag) for tag in _TAG.findall(workload.update)):
                continue  # the line is about several workloads
            tag, name, span = summary.wording.tag(key), summary.wording.name(key), view.name_span(workload)
            if workload.tag:
                edits = named_head_edits(view, workload, name)
                if workload.tag not in view.playbook.vocabulary.tags:
                    edits.append(Edit(view.document.span(workload, "tag"), tag))
            else:
                edits = [Edit(Span(span.start, span.start), f"[{tag}]  "), *head_edits(view, entry)]
            fix = Fix("write tag and name", tuple(edits), safe=True)
            scope, explains = view.head_span(summary), (head(view, workload), Part("tag", span))
            about = (line(view, workload),)
            yield Violation.one_of(_INCOMPLETE, scope, f'"[{tag}] {name}"', span, (fix,), about=about, explains=explains)


def _begins_with_name(view: NoteView, update: str, key: str) -> bool:
    """Return whether an update begins with a name of its workload, which must not be doubled."""
    if fold(update).startswith(view.template.folded_names[key]) or view.template.is_cut_name(key, update):
        return True
    everyday = view.playbook.everyday
    names = (everyday.name(update[:end]) for end in everyday.names_at(update))
    return any(name is not None and name.tag == key for name in names)


WORKLOAD_OTHER_EDITION: Final = Rule(
    code="FT403",
    name="workload-other-edition",
    summary="Workloads have the tags and names of the edition that the note is checked by.",
    rationale="Editions rename workloads. A name of another edition is understood, but counted separately.",
    section="template",
    severity=Severity.WARNING,
    fixes=("unsafe",),
    check=_names_of_other_editions,
    ignore_when="The note was written for the other edition; check it by that one.",
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
            translation=HEAD + "   -  [Microsoft 365 Apps]  Pilot in IT\n",
        ),
        Example.clean(HEAD + "   -  [OPP]  Office ProPlus - pilot of the Microsoft 365 Apps\n"),
        Example.clean("The Microsoft 365 Apps are new.\n"),
        Example.clean(
            KOPF + "   -  [OPP]  Office 365 ProPlus - Pilot in der IT\n",
            translation=HEAD + "   -  [OPP]  Office 365 ProPlus - pilot in IT\n",
        ),
    ),
)


WORKLOAD_SPELLING: Final = Rule(
    code="FT404",
    name="workload-spelling",
    summary="Tags and names of workloads are spelled as in the template.",
    rationale="A search for a tag or a name finds only what is spelled in the same way.",
    section="template",
    severity=Severity.INFORMATION,
    fixes=("safe", "unsafe"),
    check=_misspelled_workloads,
    ignore_when="Nobody searches your notes, or only with tools that ignore such differences.",
    only_where=has_deviating_workloads,
    examples=(
        Example(HEAD + "   -  [exo]  exchange online - wave 2 in May\n", HEAD + EXO),
        Example(
            HEAD + EXO + "   -  [SPO]  Sharepoint  Online - site plan agreed\n",
            HEAD + EXO + "   -  [SPO]  SharePoint Online - site plan agreed\n",
        ),
        Example(
            HEAD + EXO + "   -  [SPO]  SharePiont Online - site plan agreed\n",
            HEAD + EXO + "   -  [SPO]  SharePoint Online - site plan agreed\n",
        ),
        Example(
            KOPF + "   -  [IDSEC]  identitätssicherheit - Workshop\n",
            KOPF + "   -  [IDSEC]  Identitätssicherheit - Workshop\n",
            translation=HEAD + "   -  [IDSEC]  identity security - workshop\n",
        ),
        Example.clean(HEAD + EXO + "   -  [OPP]  Office ProPlus - pilot\n   -  [CORE]  network - line ordered\n"),
        Example.clean("The exchange online is slow.\n"),
        Example.clean(
            KOPF + EXO_DE + "   -  [IDSEC]  Identity Security - Workshop\n",
            translation=HEAD + EXO + "   -  [IDSEC]  Identity Security - workshop\n",
        ),
    ),
)


WORKLOAD_INCOMPLETE: Final = Rule(
    code="FT405",
    name="workload-incomplete",
    summary="A workload has its tag and its name.",
    rationale="The template has both: some readers know workloads by the tag, some by the name.",
    section="template",
    severity=Severity.INFORMATION,
    fixes=("safe",),
    check=_incomplete_workloads,
    ignore_when="All your readers know the tags, or all know the names.",
    only_where=has_deviating_workloads,
    examples=(
        Example(HEAD + "   -  [EXO] wave 2 in May\n", HEAD + EXO),
        Example(
            HEAD + "   - Teams - shift plans\n   -  [SPO] - sites\n",
            HEAD + "   - [TEAMS]  Teams - shift plans\n   -  [SPO]  SharePoint Online - sites\n",
        ),
        Example(
            KOPF + "   -  [EXO] – Welle 2 im Mai\n",
            KOPF + "   -  [EXO]  Exchange Online – Welle 2 im Mai\n",
            translation=HEAD + "   -  [EXO] – wave 2 in May\n",
        ),
        Example.clean(HEAD + EXO + "   -  [CORE] second line ordered\n   -  [OLM+INTUNE] phones are here\n"),
        Example.clean("[EXO] is short for Exchange Online.\n"),
        Example.clean(KOPF + EXO_DE + "   -  [TBD] offen\n", translation=HEAD + EXO + "   -  [TBD] open\n"),
    ),
)
