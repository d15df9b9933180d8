"""The sections of a report about customers: figures first, then the customers that need attention."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from os.path import basename
from typing import Final

from ...policy.report_text import counted
from .charts import bar, heat_map, legend, more_link, nothing, paragraph, section, table
from .facts import DUES, STATES, Due
from .figures import Figures, first_of, percent
from .markup import Html, html, tag
from .statements import statements

#: The number of customers or actions that a list shows.
LISTED: Final = 15
#: The next actions that are listed.
_URGENT: Final[tuple[tuple[Due, str], ...]] = (("overdue", "Overdue, the oldest first"), ("week", "Due this week"))
#: The head of the column with names.
WHO: Final = "name"
#: The length of a quoted text.
_QUOTED: Final = 180


def glance(figures: Figures) -> Html:
    """Return the sentences and numbers at the top."""
    number, options = len(figures.customers), figures.options
    overdue, week = (sum(counts[due] for _, counts in figures.owners) for due in ("overdue", "week"))
    stale = len(figures.stale), f"without a note for {options.stale_after} days", "#stale", "warn"
    tiles = [
        (number, f"{figures.noun}s", "#list", ""),
        *([stale] if figures.has_dates else []),
        (overdue, "next actions overdue", "#actions", "bad"),
        (week, "next actions due this week", "#actions", ""),
        (len(figures.requesting), "ask for support", "#support", "warn"),
        (len(figures.escalated), "with an escalation or blocker", "#escalations", "bad"),
        (len(figures.unrecognized) + figures.portfolio.unreadable, "notes not read", "#unread", "warn"),
    ]
    shown = (
        tag("li", tag("a", tag("b", f"{value:,}"), tag("span", words), href=link), class_=class_ if value else None)
        for value, words, link, class_ in tiles
    )
    said = tag("ul", *(tag("li", text) for text in statements(figures)), class_="said")
    return section("glance", "At a glance", tag("ul", *shown, class_="tiles"), said)


def standing(figures: Figures) -> Html:
    """Return the choice fields against each other, or by themselves if a template has one."""
    parts = [
        heat_map(shown, f"#list?f{figures.fields.index(shown.rows)}={{row}}&f{figures.fields.index(shown.columns)}={{column}}")
        for shown in figures.heat_maps
    ]
    paired = {field for shown in figures.heat_maps for field in (shown.rows, shown.columns)}
    for at, field in enumerate(figures.fields):
        if field not in paired:
            places = [field.place(one) for one in figures.customers]
            total = sum(place is not None for place in places)
            rows = [
                (
                    words,
                    f"{number:,}",
                    percent(number, total),
                    bar([("part", number)], total, f"{words}: {number:,} of {total:,}"),
                )
                for place, words in enumerate(field.words)
                if (number := places.count(place)) or field.choices[place] is not None
            ]
            parts.append(
                table(
                    f"{field.label}, {counted(total, figures.noun)}",
                    ("choice", "number", "share", "chart"),
                    rows,
                    f"bars f{at}",
                    numbers=(1, 2),
                )
            )
    return section("standing", f"Where {figures.noun}s stand", *(parts or [nothing("No note has a field with choices.")]))


def workloads(figures: Figures) -> Html:
    """Return how many customers have each workload, and how far it is."""
    number = len(figures.customers) - len(figures.unrecognized)
    rows = []
    for key, name in figures.workloads:
        counts = figures.progress[key]
        words = ", ".join(f"{counts[state]:,} {text}" for state, text in STATES.items() if counts[state])
        drawn = bar([(state, counts[state]) for state in STATES], number, f"{name}: {words}")
        total = counts.total()
        rows.append(
            (html(name, " ", tag("small", key)), f"{total:,}", percent(total, number), html(drawn, tag("small", words)))
        )
    parts = (
        [
            legend(STATES),
            table("How far workloads are", ("workload", f"{figures.noun}s", "share", "progress"), rows, "bars", numbers=(1, 2)),
        ]
        if rows
        else [nothing("No note lists a workload.")]
    )
    return section("workloads", "Workloads", *parts, *_rare_workloads(figures))


def _rare_workloads(figures: Figures) -> Iterator[Html]:
    """Yield a sentence about the workloads without a row, if there are any."""
    rare = figures.rare_workloads
    if rare:
        number = len({place for one in rare for place in one.customers})
        has = "has" if number == 1 else "have"
        shown, more = first_of([f"{_cut(one.name)} ({len(one.customers):,})" for one in rare], LISTED)
        listed = "" if figures.options.redact else f": {', '.join(shown)}{f' and {more:,} more' if more else ''}"
        yield paragraph(f"{counted(number, figures.noun)} {has} workloads that the playbook does not know{listed}.")


def matrix(figures: Figures) -> Html:
    """Return the place of the table of customers and workloads, which the script fills."""
    how = tag("span", " Select a cell to read it, and a name for the whole note.", class_="screen")
    return section(
        "matrix",
        f"{figures.nouns} by workload",
        paragraph("Each cell is the newest update on a workload.", how),
        tag("div", class_="explorer", data_view="matrix"),
    )


def freshness(figures: Figures) -> Html:
    """Return the ages of the newest notes, and the customers whose note is oldest."""
    number = len(figures.customers)
    rows = [
        (name, f"{count:,}", percent(count, number), bar([("part", count)], number, f"{name}: {count:,} of {number:,}"))
        for name, count in figures.ages
    ]
    chart = table(
        "Age of the newest note of each customer" if figures.options.has_ids else "Age of the notes",
        ("age", f"{figures.noun}s", "share", "chart"),
        rows,
        "bars",
        numbers=(1, 2),
    )
    if not figures.has_dates:
        chart = nothing("No note has a date. Name its column with --date-column.")
    places, more = first_of(figures.stale, LISTED)
    listed = [
        (
            _customer(figures, place),
            f"{figures.customers[place].facts.age:,}",
            figures.customers[place].kept(figures.options.owner),
        )
        for place in places
    ]
    oldest = _list(
        f"Oldest notes: over {figures.options.stale_after} days", (WHO, "days", "owner"), listed, more, "stale", numbers=(1,)
    )
    return section("stale", "How fresh the notes are", chart, oldest)


def actions(figures: Figures) -> Html:
    """Return next actions by owner, and those that are overdue or due this week."""
    day = figures.options.day.isoformat()
    if not figures.owners:
        return section("actions", "Next actions", nothing("No note has a next action that is not done."))
    redact, whole = figures.options.redact, max(counts.total() for _, counts in figures.owners)
    owners, more = first_of(range(len(figures.owners)), LISTED)
    rows = []
    for number in owners:
        owner, counts = figures.owners[number]
        name = f"owner {number + 1}" if redact and owner else owner or "nobody is named"
        words = ", ".join(f"{counts[due]:,} {text}" for due, text in DUES.items() if counts[due])
        drawn = bar([(due, counts[due]) for due in DUES], whole, f"{name}: {words}")
        rows.append(
            (name, f"{counts['overdue']:,}", f"{counts['week']:,}", f"{counts.total():,}", html(drawn, tag("small", words)))
        )
    heads = ("owner", "overdue", "this week", "all", "chart")
    rest = [paragraph(f"{more:,} more owners have next actions.")] if more else []
    chart = table(f"Next actions by owner on {day}", heads, rows, "bars", numbers=(1, 2, 3))
    lists = []
    for due, title in _URGENT:
        found = list(figures.actions(due))
        listed = [
            (
                _customer(figures, place),
                tag("time", action.day.isoformat()) if action.day else "",
                *(() if redact else (action.owner, _cut(action.what))),
            )
            for place, action in found[:LISTED]
        ]
        shown = (WHO, "day", *(() if redact else ("owner", "action")))
        more_actions = max(len(found) - LISTED, 0)
        caption = f"{title}: {len(found):,}"
        lists.append(_list(caption, shown, listed, more_actions, due, rest="in these notes"))
    return section("actions", "Next actions", legend(DUES), chart, *rest, *lists)


def support(figures: Figures) -> Html:
    """Return the requests for support."""
    return _texts(
        figures, "support", "Support requested", figures.requesting, lambda place: figures.customers[place].facts.requests
    )


def escalations(figures: Figures) -> Html:
    """Return the sentences about escalations."""
    return _texts(
        figures,
        "escalations",
        "Risks and escalations",
        figures.escalated,
        lambda place: figures.customers[place].facts.escalations,
    )


def hashtags(figures: Figures) -> Html | None:
    """Return the hashtags with their meanings; None if no note has one."""
    if not figures.hashtags:
        return None
    meanings = {spec.tag.lower(): spec.summary for spec in figures.options.playbook.hashtags}
    number = len(figures.customers)
    rows = [(name, f"{count:,}", percent(count, number), meanings.get(name, "")) for name, count in figures.hashtags[:LISTED]]
    return section(
        "hashtags",
        "Hashtags",
        table(f"{figures.nouns} by hashtag", ("hashtag", f"{figures.noun}s", "share", "meaning"), rows, numbers=(1, 2)),
    )


def unread(figures: Figures) -> Html:
    """Return the notes that could not be read, and why."""
    redact, portfolio = figures.options.redact, figures.portfolio
    places, more = first_of(figures.unrecognized, 2 * LISTED)
    rows = []
    for place in places:
        note = figures.customers[place].note
        assert note.unrecognized is not None  # it is among those
        rows.append((_customer(figures, place), where(note.row.file, note.row.number or None), note.unrecognized.message))
    parts = [_list("Notes that were not recognized", (WHO, "place", "likely reason"), rows, more, "unread")] if rows else []
    if portfolio.errors:
        shown = portfolio.errors[: 2 * LISTED]
        bad = [
            (where(error.file, error.row), error.id or "", "can't be read" if redact else _cut(error.reason)) for error in shown
        ]
        parts.append(table(f"Rows that can't be read: {portfolio.unreadable:,}", ("place", WHO, "reason"), bad))
    return section("unread", "Notes that could not be read", *(parts or [nothing("All notes were read.")]))


def groups(figures: Figures) -> Html | None:
    """Return the groups of customers beside each other; None if they are not grouped."""
    column = figures.options.group
    if column is None:
        return None
    sets = [
        ("stale", frozenset(figures.stale)),
        ("with overdue actions", frozenset(figures.overdue)),
        ("ask for support", frozenset(figures.requesting)),
        ("escalations", frozenset(figures.escalated)),
        ("not read", frozenset(figures.unrecognized)),
    ]
    rows = []
    for name, places in figures.groups:
        inside = frozenset(places)
        counts = [len(chosen & inside) for _, chosen in sets]
        rows.append(
            (name, f"{len(places):,}", *(html(f"{count:,} ", tag("small", percent(count, len(places)))) for count in counts))
        )
    heads = (column, f"{figures.noun}s", *(words for words, _ in sets))
    return section(
        "groups", f"By {column}", table(f"{figures.nouns} by {column}", heads, rows, "sortable", numbers=range(1, len(heads)))
    )


def _texts(figures: Figures, name: str, title: str, places: Sequence[int], texts: Callable[[int], Sequence[str]]) -> Html:
    shown, more = first_of(places, LISTED)
    if figures.options.redact:
        listed = [(_customer(figures, place), f"{len(texts(place)):,}") for place in shown]
        return section(
            name, title, _list(f"{figures.nouns}: {len(places):,}", (WHO, "number"), listed, more, name, numbers=(1,))
        )
    quoted = [
        (_customer(figures, place), html(*_lines(texts(place))), figures.customers[place].kept(figures.options.owner))
        for place in shown
    ]
    return section(
        name, title, _list(f"{figures.nouns}: {len(places):,}", (WHO, "text of the note", "owner"), quoted, more, name)
    )


def _lines(texts: Sequence[str]) -> Iterator[Html | str]:
    for number, text in enumerate(texts):
        if number:
            yield tag("br")
        yield _cut(text)


def _list(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    more: int,
    flag: str,
    *,
    rest: str = "in the list of all notes",
    numbers: Sequence[int] = (),
) -> Html:
    """Return a table of customers, and a link to the others; without columns that are empty in all rows."""
    if not rows:
        return nothing(f"{caption.rstrip(': 0')}: none.")
    kept = [at for at in range(len(heads)) if any(row[at] for row in rows)]
    made = table(
        caption,
        [heads[at] for at in kept],
        [[row[at] for at in kept] for row in rows],
        "list",
        numbers=[kept.index(at) for at in numbers if at in kept],
    )
    return html(made, more_link(more, f"#list?is={flag}", rest) if more else None)


def _customer(figures: Figures, place: int) -> Html:
    return tag("a", figures.customers[place].name, href=f"#note-{place}")


def where(file: str, row: int | None) -> str:
    """Return the place of a note, without the folder of its file."""
    return basename(file) if row is None else f"{basename(file)}, row {row}"


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTED else text[:_QUOTED].rstrip() + " …"
