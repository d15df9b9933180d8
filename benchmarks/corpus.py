"""Status notes drawn from a seed, each with its true content, for measuring speed, recall and precision.

The corpus follows the specification of the format alone and never uses the library, so it is independent of the parser. It
draws nothing that the specification leaves open. The same seed gives the same notes on any machine, and a longer corpus
starts with the notes of a shorter one.
"""

from __future__ import annotations

from random import Random

import attrs
from habits import EM_DASH, EN_DASH, MISDECODED_BULLET, NO_BREAK_SPACE, Hand
from material import (
    COMPANIES,
    FIELD_ORDER,
    FRONT_MATTER,
    HASHTAGS,
    HEADINGS,
    TABLE,
    WORKLOADS,
)
from workload_heads import workload_head


@attrs.frozen
class TrueWorkload:
    """A workload as its writer typed it; one known by its name alone has no tags, one without a name an empty name."""

    tags: tuple[str, ...]
    name: str
    update: str


@attrs.frozen
class TrueField:
    """A field: its language-free key (None if the template has no such label), its label as typed, and its content."""

    key: str | None
    label: str
    value: str
    workloads: tuple[TrueWorkload, ...]


@attrs.frozen
class TrueSummary:
    """An exec summary: the words of its title as typed (None if it has no title), and its fields in the order typed."""

    title: str | None
    fields: tuple[TrueField, ...]


@attrs.frozen
class Note:
    """A text and the summaries that it contains."""

    text: str
    summaries: tuple[TrueSummary, ...]


def tidy_notes(count: int, seed: int) -> list[Note]:
    """Return notes that fill in the published template: mostly English, all six languages in a larger corpus."""
    return [tidy_note(Hand.tidy(Random(f"tidy {seed} {number}"))) for number in range(count)]


def messy_notes(count: int, seed: int) -> list[Note]:
    """Return notes as people really type them, each with several deviations from the template."""
    return [messy_note(Hand.messy(Random(f"messy {seed} {number}"))) for number in range(count)]


def prose_notes(count: int, seed: int) -> list[Note]:
    """Return notes without a summary, but with much that looks like a part of one."""
    return [prose_note(Hand.messy(Random(f"prose {seed} {number}"))) for number in range(count)]


def tidy_note(hand: Hand) -> Note:
    """Return the template, filled in."""
    rng, wording = hand.rng, hand.wording
    lines, fields = [f"**{wording.title}**", *rng.choice(([], [""]))], []
    for key in FIELD_ORDER:
        label, value, workloads = wording.labels[key][0], " ".join(sentences(hand, key)), []
        lines.append(f"- {label}: {value}".rstrip())
        if key == "workloads":
            lines.append("")
            for tag in drawn_tags(rng):
                workload = TrueWorkload((tag,), wording.names.get(tag, WORKLOADS[tag]), hand.sentence("update"))
                lines.append(f"   -  [{tag}]  {workload.name} - {workload.update}")
                workloads.append(workload)
            lines.append("")
        fields.append(TrueField(key, label, value, tuple(workloads)))
    return Note("\n".join(lines) + "\n", (TrueSummary(wording.title, tuple(fields)),))


def messy_note(hand: Hand) -> Note:
    """Return one to three summaries with text around them, typed by a hand with habits."""
    rng = hand.rng
    page = hand.has("page")
    lines: list[str] = []
    summaries: list[TrueSummary] = []
    if page:
        lines += [line.format(company=rng.choice(COMPANIES)) for line in FRONT_MATTER] if rng.random() < 0.7 else []
        lines += ["", f"# {rng.choice(COMPANIES)}", "", hand.sentence("prose", "en"), "", *rng.choice(((), (*TABLE, "")))]
    if hand.has("prose-before"):
        lines += [hand.sentence("prose", "en") for _ in range(rng.randint(1, 3))]
        lines += [""] * rng.randint(0 if "title-not-found" not in hand.habits else 1, 2)
    for number in range(rng.choice((2, 2, 3)) if hand.has("several") else 1):
        titled = not hand.has("title-not-found")
        if number:
            # Only a heading or a title ends a summary, so one without a title needs a heading before it.
            lines += ["", *([hand.sentence("stray"), ""] if lines[-1].endswith(".") and rng.random() < 0.3 else ())]
            lines += [f"## {rng.choice(COMPANIES)}", ""] if not titled or rng.random() < 0.2 else ()
        typed, summary = messy_summary(hand, titled=titled)
        lines += ["```", *typed, "```"] if hand.has("fenced") else typed
        if summary.fields:  # a title alone is prose
            summaries.append(summary)
    ended = lines[-1] == "```" or not summary.fields or not summary.fields[-1].value
    if page:
        lines += ["", f"### {rng.choice(HEADINGS)}", "", *rng.choice((TABLE, (hand.sentence("prose", "en"),)))]
    elif hand.has("prose-after"):
        # People would read a paragraph below an empty value as the value, so something else ends the value first.
        ending = rng.choice(([f"## {rng.choice(HEADINGS)}", ""], ["---"], ["***", ""]))
        lines += ["", *(ending if ended else rng.choice(((), (), (rng.choice(HASHTAGS),))))]
        lines += [hand.sentence("prose", "en") for _ in range(rng.randint(1, 3))]
    return Note(hand.typed_out(lines, page=page), tuple(summaries))


def messy_summary(hand: Hand, *, titled: bool) -> tuple[list[str], TrueSummary]:
    """Return the lines of one summary, and its true content."""
    rng = hand.rng
    lines, title = hand.title() if titled else ([], None)
    if titled:
        if rng.random() < 0.02:
            return lines, TrueSummary(title, ())
        lines += [""] * rng.randint(0, 1)
        if hand.has("fields-stray", 0.3):
            lines += [rng.choice((hand.sentence("stray"), rng.choice(HASHTAGS))), ""]
    keys: list[str | None] = list(FIELD_ORDER)
    if hand.has("fields-missing"):
        for _ in range(rng.randint(1, 3)):
            keys.pop(rng.randrange(len(keys)))
    if hand.has("fields-shuffled"):
        rng.shuffle(keys)
    if hand.has("fields-unknown"):
        for _ in range(rng.randint(1, 2)):
            keys.insert(rng.randint(1, len(keys)), None)
    fields: list[TrueField] = []
    for number, key in enumerate(keys, 1):
        typed, field = messy_field(hand, key, number, first=not titled and number == 1, titled=titled)
        lines += typed
        fields.append(field)
        if number < len(keys):
            # People would read a paragraph below an empty value as the value; the specification differs.
            if hand.has("fields-stray", 0.4) and (field.workloads[-1].update if field.workloads else field.value):
                lines += ["", *(hand.sentence("stray") for _ in range(rng.randint(1, 2))), *([""] * rng.choice((0, 1, 1)))]
            elif hand.has("fields-spaced", 0.8) or (key == "workloads" and rng.random() < 0.6):
                lines += [""] * rng.choice((1, 1, 2))
    return lines, TrueSummary(title, tuple(fields))


def messy_field(hand: Hand, key: str | None, number: int, *, first: bool, titled: bool) -> tuple[list[str], TrueField]:
    """Return the lines of one field, and its true content; the `first` of a summary without a title keeps its colon."""
    rng = hand.rng
    value = messy_value(hand, key)
    below = hand.has("value-below", 0.7) and bool(value)
    label = hand.label(key, whole=not titled) if key else rng.choice(hand.wording.unknown)
    bullet = hand.bulleted(number, needed=key is None)
    east_asian = hand.language in ("ja", "zh-CN")
    colon = "\uff1a" if hand.has("colon-fullwidth") or (east_asian and rng.random() < 0.3) else ":"
    blank = "" if hand.has("colon-tight", 0.7) else rng.choice((" ", " ", " ", "  ", NO_BREAK_SPACE))
    whole = label.casefold().split() in [known.casefold().split() for known in hand.wording.labels.get(key or "", ())]
    if whole and not first and (below or not value) and hand.has("colon-missing", 0.8):
        colon = ""
    elif whole and value and not below and hand.has("colon-dash", 0.8):
        colon, blank = rng.choice((" - ", f" {EN_DASH} ", f" {EM_DASH} ")), ""
    marked = label + colon
    if hand.has("label-bold", 0.9):
        marked = f"**{label}**{colon}" if " " in colon or rng.random() < 0.5 else f"**{label}{colon}**"
    # An unknown label counts only after at most one space before its bullet, and this character is one.
    head = ("\u200b" if key and hand.has("lines-invisible", 0.3) else "") + bullet + marked
    lines = hand.laid_out([head] if below or not value else [head + blank + value[0]], value if below else value[1:])
    workloads: list[TrueWorkload] = []
    if key == "workloads":
        lines += [""] * rng.choice((0, 1, 1))
        for tag in drawn_tags(rng, few="several" in hand.habits):
            typed, workload = messy_workload(hand, tag)
            lines += ["", *typed] if workloads and hand.has("workload-spaced", 0.7) else typed
            workloads.append(workload)
    return lines, TrueField(key, label, "\n".join(value), tuple(workloads))


def messy_value(hand: Hand, key: str | None) -> list[str]:
    """Return the lines of a value, without indentation and trailing spaces."""
    rng = hand.rng
    if key in ("relationship", "support-requests", None) and hand.has("value-empty", 0.5):
        return []
    drawn = sentences(hand, key)
    if key in hand.wording.hints and hand.has("value-hint", 0.7):
        hint = hand.wording.hints[key]
        drawn.insert(0, hint.replace(" ", NO_BREAK_SPACE, 1) if hand.has("value-nbsp") else hint)
    if not drawn or key in hand.wording.choices or key == "workloads":
        return [" ".join(drawn)] if drawn else []
    value = hand.broken(" ".join(drawn), "value-wrapped")
    if hand.has("value-nested", 0.5):
        mark = rng.choice(("-", "-", "*", "\u2022", "o", "1.", MISDECODED_BULLET))
        value += [f"{mark} {hand.sentence('item')}" for _ in range(rng.randint(1, 3))]
    if hand.has("value-notes", 0.4):
        value.append(hand.sentence("note"))
    if hand.has("value-paragraphs", 0.5):
        value += ["", rng.choice((hand.sentence("unknown"), f"- {hand.sentence('item')}"))]
    return value


def messy_workload(hand: Hand, tag: str) -> tuple[list[str], TrueWorkload]:
    """Return the lines of one workload, and its true content."""
    head = workload_head(hand, tag)
    update = messy_update(hand, plain=head.plain)
    if update and not (hand.has("update-below") and not head.plain):
        lines = hand.laid_out([head.typed + head.separator + update[0]], update[1:], "      ")
    else:
        ends = (" -", " - ", f" {EN_DASH} ") if head.sealed else (" -", " - ", "")
        lines = hand.laid_out([head.typed + hand.rng.choice(ends)], update)
    return lines, TrueWorkload(head.tags, head.name, "\n".join(update))


def messy_update(hand: Hand, *, plain: bool) -> list[str]:
    """Return the lines of an update; a `plain` one contains nothing that could be read as a separator."""
    if hand.has("update-empty", 0.25) and not plain:
        return []
    if plain:
        return [hand.plain_sentence("update")]
    update = hand.broken(" ".join(hand.sentence("update") for _ in range(hand.rng.choice((1, 1, 2)))), "update-wrapped")
    if hand.has("update-nested", 0.4):
        update += [f"- {hand.sentence('item')}" for _ in range(hand.rng.randint(1, 2))]
    return update


def sentences(hand: Hand, key: str | None) -> list[str]:
    """Return the sentences of a field."""
    rng = hand.rng
    if key in hand.wording.choices:
        choice = rng.choice(hand.wording.choices[key])
        messy = rng.random() if hand.habits else 1.0
        if messy < 0.1:
            return ["/".join(hand.wording.choices[key][:3])]
        if messy < 0.3:
            remark = hand.sentence("remark")
            return [choice + rng.choice((f" - {remark}", f" ({remark})", f", {remark}"))]
        return [choice.lower() if messy < 0.4 else choice]
    if key == "workloads":
        return [hand.sentence("intro")] if hand.habits and rng.random() < 0.08 else []
    kind = "request" if key == "support-requests" else key or "unknown"
    drawn = [hand.sentence(kind)]
    if kind in ("customer", "relationship") and rng.random() < 0.6:
        while (more := hand.sentence(kind))[:5] == drawn[0][:5]:
            pass
        drawn.append(more)
    return drawn


def drawn_tags(rng: Random, *, few: bool = False) -> list[str]:
    """Draw the workloads that are discussed, in the order of the template."""
    chosen = rng.sample(tuple(WORKLOADS), rng.randint(2, 4) if few else rng.randint(5, 12))
    return [tag for tag in WORKLOADS if tag in chosen]


def prose_note(hand: Hand) -> Note:
    """Return paragraphs, minutes, agendas, letters and lists of everyday work."""
    rng = hand.rng
    lines: list[str] = []
    while sum(map(len, lines)) < 1300:
        kind = rng.choice(("paragraph", "paragraph", "minutes", "list", "letter", "table", "traps", "traps"))
        drawn = [hand.sentence("prose", "en") for _ in range(rng.randint(2, 4))]
        if kind == "paragraph":
            lines += [" ".join([*drawn, hand.sentence("stray")]), ""]
        elif kind == "minutes":
            lines.append(f"{rng.choice(('## ', ''))}Minutes {hand.date()}")
            lines += [*(f"{number}. {sentence}" for number, sentence in enumerate(drawn, 1)), ""]
        elif kind == "list":
            mark = rng.choice(("-", "*", "\u2022", EN_DASH))
            lines += [hand.sentence("prose", "en"), *(f" {mark} {hand.sentence('item')}" for _ in drawn), ""]
        elif kind == "letter":
            lines += ["Hi all,", "", *drawn, "", "Regards,", f"FastTrack Manager, {rng.choice(COMPANIES)}", ""]
        elif kind == "table":
            lines += [f"# {rng.choice(HEADINGS)}", "", *TABLE, ""]
        else:
            lines += [*(hand.sentence("trap", "en") for _ in drawn), ""]
    return Note(hand.typed_out(lines), ())
