"""The sections of a report about the notes: which rules they break, and the worst ones."""

from __future__ import annotations

from collections import Counter
from typing import Final

from ...policy.diagnostics import Severity
from ...policy.report_text import counted
from ...policy.rules import RULES
from .charts import bar, legend, nothing, paragraph, section, table
from .figures import Figures, RuleFigure, first_of, percent
from .markup import Html, html, joined, tag
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
    intro = (
        f"{_words(figures.severities)} in {counted(number - clean, 'note')} of {number:,}; "
        f"{clean:,} ({percent(clean, number)}) without any."
    )
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
                _severities(rule),
                html(
                    f"{rule.findings:,}",
                    bar([(each.value, rule.severities[each]) for each in Severity], most, _words(rule.severities)),
                ),
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


def _severities(rule: RuleFigure) -> Html:
    """Return the severities of the findings of a rule, with numbers if there are several."""
    shown = [each for each in Severity if rule.severities[each]]
    words = {each: each.value if len(shown) == 1 else f"{each.value} {rule.severities[each]:,}" for each in shown}
    parts = (tag("span", words[each], class_=f"severity {each.value}") for each in shown)
    return joined(part for span in parts for part in (span, " "))


def _words(counts: Counter[Severity]) -> str:
    """Return numbers of findings in words: ``1 error, 2 warnings``."""
    words = {each: each.value if counts[each] == 1 else SEVERITIES[each] for each in Severity if counts[each]}
    return ", ".join(f"{counts[each]:,} {word}" for each, word in words.items())


def all_notes() -> Html:
    """Return the place of the list of all notes, which the script fills."""
    return section("list", "All notes", tag("div", class_="explorer", data_view="list"))
