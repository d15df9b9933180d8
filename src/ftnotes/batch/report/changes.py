"""The section of a report about what changed since an older one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...policy.report_text import counted
from .charts import nothing, paragraph, section, table
from .comparison import Part, PortfolioChanges
from .figures import Figures
from .markup import Html, html, tag
from .sections import LISTED, WHO

_ELEMENTS = {"-": "del", "+": "ins"}
#: The number of changes of a customer that are shown.
_SHOWN = 6


def changes_section(figures: Figures, changes: PortfolioChanges) -> Html:
    """Return what changed: how often, and for whom."""
    places = {one.name: place for place, one in enumerate(figures.customers)}
    significant, changed = changes.significant, sum(map(bool, changes.compared))
    intro = (
        f"{counted(len(changes.compared), figures.noun)} compared: {len(significant):,} with a significant change, "
        f"{changed - len(significant):,} with other changes, {len(changes.compared) - changed:,} without any; "
        f"{len(changes.new):,} new, {len(changes.gone):,} gone. A change is significant if a choice or the progress "
        "of a workload moved, a workload came or went, or there is a new escalation."
    )
    parts = [paragraph(intro)]
    moved = Counter((choice.label, choice.before, choice.after) for one in significant for choice in one.choices)
    if moved:
        rows = [
            (f"{before or 'not given'} → {after or 'not given'}", label, f"{number:,}")
            for (label, before, after), number in moved.most_common()
        ]
        parts.append(table("Choices that moved", ("from → to", "field", f"{figures.noun}s"), rows, numbers=(2,)))
    same = sum(len(one.unchanged) for one in changes.compared)
    if same:
        repeated = sum(bool(one.unchanged) for one in changes.compared)
        parts.append(
            paragraph(f"{same:,} updates on workloads are those of last time, word for word, in {counted(repeated, 'note')}.")
        )
    listed = []
    for one in significant[:LISTED]:
        lines = list(one.lines(figures.options.redact))
        shown = [tag("li", *_parts(line)) for line in lines[:_SHOWN]]
        more = tag("li", f"{len(lines) - _SHOWN:,} more") if len(lines) > _SHOWN else None
        listed.append((tag("a", one.name, href=f"#note-{places[one.name]}"), tag("ul", *shown, more)))
    parts.append(
        table("Significant changes", (WHO, "what changed"), listed, "list") if listed else nothing("No significant change.")
    )
    if len(significant) > LISTED:
        parts.append(
            paragraph(tag("a", f"{len(significant) - LISTED:,} more in the list of all notes", href="#list?is=changed"))
        )
    if changes.gone:
        names = ", ".join(changes.gone[:LISTED]) + (" …" if len(changes.gone) > LISTED else "")
        parts.append(paragraph(f"Gone: {names}"))
    return section("changes", "What changed", *parts)


def _parts(line: Iterable[str | Part]) -> Iterable[Html | str]:
    for part in line:
        if isinstance(part, str):
            yield part
        else:
            yield html(part.text) if part.kind == "=" else tag(_ELEMENTS[part.kind], part.text)
