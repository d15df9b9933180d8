"""The rule about everyday names of workloads in place of tag and name.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...playbook.everyday_names import everyday_name
from ...playbook.wording import JOINT
from ...text.edits import Edit
from ...text.source import Span
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import quote
from ..note_view import NoteView, has_deviating_workloads
from ..rule import Example, Joining, Rule, Violation
from ._examples import EXO, HEAD, KOPF
from ._heads import head_edits
from ._parts import head

_SAME: Final = Joining("The template writes {}.", "The template writes {}.", limit=3)
_KIN: Final = Joining("{} has no tag. Write it before the name.", "{} have no tags. Write them before the names.", limit=3)


def _everyday_names(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for entry in summary.deviating_names:
            workload = entry.workload
            if workload.tag or entry.key is not None or (meant := everyday_name(view.playbook, workload.name)) is None:
                continue
            span, scope = view.name_span(workload), view.head_span(summary)
            tag = f"[{JOINT.join(map(summary.wording.tag, meant.tag.split(JOINT)))}]"
            if meant.is_kin:
                joining, item, title = _KIN, f"{quote(workload.name)}, which belongs under {tag},", "write the tag"
                edit = Edit(Span(span.start, span.start), f"{tag}  ")
            else:
                name = summary.wording.name(meant.tag)
                joining, item, title = _SAME, f'{quote(workload.name[: meant.length])} as "{tag} {name}"', "write tag and name"
                edit = Edit(Span(span.start, span.start + meant.length), f"{tag}  {name}")
            fix = Fix(title, (edit, *head_edits(view, entry)), safe=False)
            yield Violation.one_of(joining, scope, item, span, (fix,), explains=(head(view, workload),))


WORKLOAD_EVERYDAY_NAME: Final = Rule(
    code="FT410",
    name="workload-everyday-name",
    summary="A workload has the tag of the template, whatever its name.",
    rationale="People know a product by many names. Lists are searched and counted by the tags and names of the template, and "
    "a name without its tag is missed.",
    section="template",
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
        Example(
            HEAD + EXO + "   -  Teams Phone - numbers are ported\n",
            HEAD + EXO + "   -  [TEAMS]  Teams Phone - numbers are ported\n",
        ),
        Example(
            HEAD + EXO + "   -  SharePoint & OneDrive: 11 of 18 TB moved\n",
            HEAD + EXO + "   -  [SPO+OD]  SharePoint & OneDrive - 11 of 18 TB moved\n",
        ),
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
