"""The rule about everyday names of workloads in place of tag and name.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...syntax.nodes import Workload
from ...text.edits import Edit
from ...text.source import Span
from ..context import Context
from ..diagnostics import Fix, Severity
from ..everyday_names import everyday_name
from ..messages import TEMPLATE, listed, quote
from ..note_view import NoteView, has_deviating_workloads
from ..rule import Example, Rule, Violation
from ._examples import EXO, HEAD, KOPF


def _everyday_names(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        same: list[tuple[Workload, str, Edit]] = []
        kin: list[tuple[Workload, str]] = []
        for entry in summary.deviating_workloads:
            workload = entry.workload
            if workload.tag or entry.key is not None or (meant := everyday_name(view.playbook, workload.name)) is None:
                continue
            if meant.is_kin:
                tags = "+".join(map(summary.wording.tag, meant.tag.split("+")))
                kin.append((workload, f"{quote(workload.name)} [{tags}]"))
                continue
            start = view.document.span(workload, "name").start
            tag, name = f"[{summary.wording.tag(meant.tag)}]", summary.wording.name(meant.tag)
            edit = Edit(Span(start, start + meant.length), f"{tag}  {name}")
            same.append((workload, f'{quote(workload.name[: meant.length])} as "{tag} {name}"', edit))
        if same:
            fix = Fix("write tag and name", tuple(edit for *_, edit in same), safe=False)
            message = f"The template writes {listed([pair for _, pair, _ in same], limit=3)}."
            yield Violation(message, view.name_span(same[0][0]), (fix,))
        if kin:
            verb = "has no tag" if len(kin) == 1 else "have no tags"
            names = listed([quote(workload.name) for workload, _ in kin], limit=3)
            tags = listed(list(dict.fromkeys(pair.rpartition(" ")[2] for _, pair in kin)), limit=3)
            yield Violation(f"{names} {verb}. Use {tags}.", view.name_span(kin[0][0]))


WORKLOAD_EVERYDAY_NAME: Final = Rule(
    code="FT410",
    name="workload-everyday-name",
    summary="A workload has the tag of the template, whatever its name.",
    rationale="People know a product by many names. Lists are searched and counted by the tags and names of the template, and "
    f"a name without its tag is missed ({TEMPLATE}).",
    ignore_when="All your readers know the products by these names, and nobody counts the lines.",
    severity=Severity.WARNING,
    fixes=("unsafe",),
    check=_everyday_names,
    only_where=has_deviating_workloads,
    examples=(
        Example(
            HEAD + "   -  SharePoint - 30 sites moved\n   -  OneDrive (new) - pilot\n",
            HEAD + "   -  [SPO]  SharePoint Online - 30 sites moved\n   -  [OD]  OneDrive for Business (new) - pilot\n",
        ),
        Example(HEAD + EXO + "   -  Teams Phone - numbers are ported\n"),
        Example(HEAD + EXO + "   -  SharePoint & OneDrive - 11 of 18 TB moved\n"),
        Example(
            KOPF + "   -  Exchange - Welle 2 im Mai\n",
            KOPF + "   -  [EXO]  Exchange Online - Welle 2 im Mai\n",
            translation=HEAD + "   -  Exchange - wave 2 in May\n",
        ),
        Example.clean(HEAD + EXO + "   -  [SPO]  SharePoint - sites\n   -  [TEAMS]  Teams Phone - numbers are ported\n"),
        Example.clean(HEAD + EXO + "   -  Teams - shift plans\n"),
        Example.clean(KOPF + "   -  [EXO]  Exchange - Welle 2 im Mai\n", translation=HEAD + "   -  [EXO]  Exchange - wave 2\n"),
    ),
)
