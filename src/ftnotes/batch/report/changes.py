"""The section of a report about what changed since an older one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...policy.report_text import counted
from .charts import more_link, nothing, paragraph, section, table
from .comparison import Part, PortfolioChanges
from .figures import NO_CHOICE, Figures
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
        f"{len(changes.new):,} new, {len(changes.gone):,} gone{_unread(changes)}. A change is significant if a choice or the "
        "progress of a workload moved, a workload came or went, or there is a new escalation."
    )
    parts = [paragraph(intro)]
    moved = Counter((choice.label, choice.before, choice.after) for one in significant for choice in one.choices)
    labels = dict.fromkeys([*(field.label for field in figures.fields), *(label for label, _, _ in moved)])
    parts += [_moves(figures, label, moved) for label in labels if any(of == label for of, _, _ in moved)]
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
        parts.append(more_link(len(significant) - LISTED, "#list?is=changed"))
    if changes.gone:
        names = ", ".join(changes.gone[:LISTED]) + (" …" if len(changes.gone) > LISTED else "")
        parts.append(paragraph(f"Gone: {names}"))
    return section("changes", "What changed", *parts)


def _unread(changes: PortfolioChanges) -> str:
    number = len(changes.unread)
    return f"; {number:,} can't be compared, because a note was not recognized or is of another template" if number else ""


def _moves(figures: Figures, label: str, moved: Counter[tuple[str, str | None, str | None]]) -> Html:
    """Return how many choices of a field moved from each choice to each."""
    pairs = {(before or NO_CHOICE, after or NO_CHOICE): number for (of, before, after), number in moved.items() if of == label}
    known = [words for field in figures.fields if field.label == label for words in field.words]
    words = list(dict.fromkeys([*known, *(one for pair in sorted(pairs) for one in pair)]))
    froms = [one for one in words if any(one == before for before, _ in pairs)]
    tos = [one for one in words if any(one == after for _, after in pairs)]
    rows = [
        (before, *(f"{number:,}" if (number := pairs.get((before, after), 0)) else "" for after in tos), f"{total:,}")
        for before in froms
        for total in [sum(number for (first, _), number in pairs.items() if first == before)]
    ]
    heads = ("from ↓ to →", *tos, "all")
    return table(f"{label}: {counted(sum(pairs.values()), 'move')}", heads, rows, numbers=range(1, len(heads)))


def _parts(line: Iterable[str | Part]) -> Iterable[Html | str]:
    for part in line:
        if isinstance(part, str):
            yield part
        else:
            yield html(part.text) if part.kind == "=" else tag(_ELEMENTS[part.kind], part.text)
