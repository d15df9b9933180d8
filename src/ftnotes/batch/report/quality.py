"""The sections of a report about the notes: which rules they break, and the worst ones."""

from __future__ import annotations

from typing import Final

from ...policy.diagnostics import Severity
from ...policy.report_text import counted
from ...policy.rules import RULES
from .charts import bar, legend, nothing, paragraph, section, table
from .figures import Figures, first_of, percent
from .markup import Html, html, tag
from .sections import LISTED, WHO

#: The number of customers that a rule shows as examples.
_EXAMPLES: Final = 3
_BROKEN: Final = "A rule failed."
#: The summaries of rules by code.
SUMMARIES: Final = {rule.code: rule.summary for rule in RULES}
SEVERITIES: Final = {
    severity.value: f"{severity.value}s" if severity is not Severity.INFORMATION else severity.value for severity in Severity
}


def quality(figures: Figures) -> Html:
    """Return the broken rules, the most severe first, each with examples."""
    if not figures.rules:
        return section("quality", "Quality of the notes", nothing("No problem was found."))
    number = len(figures.customers)
    clean = sum(not one.note.report for one in figures.customers)
    counts = ", ".join(
        f"{figures.severities[severity]:,} {SEVERITIES[severity]}" for severity in Severity if figures.severities[severity]
    )
    intro = f"{counts} in {counted(number - clean, 'note')} of {number:,}; {clean:,} ({percent(clean, number)}) without any."
    most = max(rule.findings for rule in figures.rules)
    rows = []
    for rule in figures.rules:
        example = SUMMARIES.get(rule.code, _BROKEN) if figures.options.redact else rule.example.message
        places = rule.customers[:_EXAMPLES]
        links = [link for place in places for link in (", ", tag("a", figures.customers[place].name, href=f"#note-{place}"))][
            1:
        ]
        more = len(rule.customers) - len(places)
        others = html(", ", tag("a", f"{more:,} more", href=f"#list?rule={rule.code}")) if more else None
        rows.append(
            (
                html(tag("code", rule.code), " ", rule.name),
                tag("span", rule.severity.value, class_=f"severity {rule.severity.value}"),
                html(f"{rule.findings:,}", bar([(rule.severity.value, rule.findings)], most, f"{rule.findings:,} findings")),
                html(f"{len(rule.customers):,} ", tag("small", percent(len(rule.customers), number))),
                example,
                html(*links, others),
            )
        )
    heads = ("rule", "severity", "findings", "notes", "example", "in")
    parts = [paragraph(intro), legend(SEVERITIES), table("Problems by rule", heads, rows, "rules sortable", numbers=(2, 3))]
    worst_places, _ = first_of(figures.worst, LISTED)
    worst = []
    for place in worst_places:
        one = figures.customers[place]
        found = [sum(each.severity is severity for each in one.note.report) for severity in Severity]
        worst.append(
            (tag("a", one.name, href=f"#note-{place}"), *(f"{each:,}" for each in found), one.kept(figures.options.owner))
        )
    columns = (WHO, *SEVERITIES.values(), "owner")
    kept = columns if any(row[-1] for row in worst) else columns[:-1]
    parts.append(table("Notes with most problems", kept, [row[: len(kept)] for row in worst], "list", numbers=(1, 2, 3)))
    return section("quality", "Quality of the notes", *parts)


def all_notes() -> Html:
    """Return the place of the list of all notes, which the script fills."""
    return section("list", "All notes", tag("div", class_="explorer", data_view="list"))
