"""Slips of people who type a note: each is one change to one line of a tidy summary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from hypothesis import strategies as st

from ftnotes import Note, Playbook, serialize
from ftnotes.playbook.model import Language
from ftnotes.playbook.template_words import first_template
from ftnotes.strategies.violation_draft import Draft

LineSlip = Callable[[str], str]


class Slip(NamedTuple):
    """A note with one slip."""

    name: str
    text: str


def _label(line: str) -> str:
    return line.removeprefix("- ").partition(":")[0]


def _relabelled(change: LineSlip) -> LineSlip:
    return lambda line: line.replace(_label(line), change(_label(line)), 1)


def _swapped(words: str) -> str:
    """Swap the second and third letter of the longest word."""
    longest = max(words.replace("/", " ").replace("-", " ").split(), key=len)
    return words.replace(longest, longest[0] + longest[2] + longest[1] + longest[3:], 1)


def _headed(make: Callable[[str, str, str], str]) -> LineSlip:
    """Return a slip in a workload's line, given its tag, name and update."""

    def change(line: str) -> str:
        tag, _, rest = line.partition("[")[2].partition("]")
        name, _, update = rest.strip().partition(" - ")
        return f"   - {make(tag, name, update)}"

    return change


#: Slips in the line of a label.
LABEL_SLIPS: Final[dict[str, LineSlip]] = {
    "no colon": lambda line: line.replace(":", "", 1),
    "no colon, sentence case": lambda line: line.replace(_label(line) + ":", _label(line).capitalize(), 1),
    "a semicolon": lambda line: line.replace(":", ";", 1),
    "a dash": lambda line: line.replace(":", " -", 1),
    "no hyphen": lambda line: line.removeprefix("- "),
    "another bullet": lambda line: line.replace("- ", "• ", 1),
    "bold, no colon": lambda line: line.replace(_label(line) + ":", f"**{_label(line)}**", 1),
    "bold": lambda line: line.replace(_label(line), f"**{_label(line)}**", 1),
    "sentence case": _relabelled(str.capitalize),
    "swapped letters": _relabelled(_swapped),
    "swapped letters, no colon": lambda line: _relabelled(_swapped)(line).replace(":", "", 1),
    "an invisible character": _relabelled(lambda label: label[:3] + "\u200b" + label[3:]),
    "a no-break space": _relabelled(lambda label: label.replace(" ", "\u00a0", 1)),
    "two spaces": _relabelled(lambda label: label.replace(" ", "  ", 1)),
    "no text": lambda line: line.partition(":")[0] + ":",
    "a placeholder": lambda line: line.partition(":")[0] + ": TBD",
    "dots": lambda line: line.partition(":")[0] + ": ...",
    "no line": lambda line: "",
    "the line twice": lambda line: f"{line}\n{line}",
    "indented": lambda line: f"  {line}",
    "quoted": lambda line: f"> {line}",
    "a blank line before": lambda line: f"\n{line}",
    "the label on its own line": lambda line: line.replace(": ", ":\n  ", 1),
    "no space": lambda line: line.replace(": ", ":", 1),
    "a comment": lambda line: f"{line} <!-- check this -->",
}

#: Slips in the line of a choice.
CHOICE_SLIPS: Final[dict[str, LineSlip]] = {
    "capitals": lambda line: line.partition(": ")[0] + ": " + line.partition(": ")[2].swapcase(),
    "a remark": lambda line: line + " (since May)",
    "two spaces": lambda line: line + "  .",
    "another word": lambda line: line.partition(": ")[0] + ": OK",
    "a placeholder": lambda line: line.partition(": ")[0] + ": ???",
    "an invisible character": lambda line: line[:-2] + "\u200b" + line[-2:],
    "a question mark": lambda line: line + "?",
    "TBD": lambda line: line.partition(": ")[0] + ": TBD",
    "none": lambda line: line.partition(": ")[0] + ": None",
    "an invisible character and capitals": lambda line: line.partition(": ")[0] + ": \u200b" + line.partition(": ")[2],
}

#: Slips in the line of a workload.
WORKLOAD_SLIPS: Final[dict[str, LineSlip]] = {
    "tag and colon": _headed(lambda tag, name, update: f"{tag}: {update}"),
    "tag and dash": _headed(lambda tag, name, update: f"{tag} - {update}"),
    "round brackets": _headed(lambda tag, name, update: f"({tag}) {name} - {update}"),
    "tag in round brackets": _headed(lambda tag, name, update: f"({tag}) {update}"),
    "tag only": _headed(lambda tag, name, update: f"[{tag}] {update}"),
    "tag, then a dash": _headed(lambda tag, name, update: f"[{tag}] - {update}"),
    "tag, then a colon": _headed(lambda tag, name, update: f"[{tag}]: {update}"),
    "no opening bracket": _headed(lambda tag, name, update: f"{tag}] {name} - {update}"),
    "name only": _headed(lambda tag, name, update: f"{name} - {update}"),
    "name and colon": _headed(lambda tag, name, update: f"{name}: {update}"),
    "a colon": _headed(lambda tag, name, update: f"[{tag}] {name}: {update}"),
    "small tag": _headed(lambda tag, name, update: f"[{tag.lower()}] {name} - {update}"),
    "small tag only": _headed(lambda tag, name, update: f"[{tag.lower()}] {update}"),
    "no update": _headed(lambda tag, name, update: f"[{tag}] {name}"),
    "no update after a dash": _headed(lambda tag, name, update: f"[{tag}] {name} -"),
    "an invisible character": _headed(lambda tag, name, update: f"[{tag[:2]}\u200b{tag[2:]}] {name} - {update}"),
    "the line twice": lambda line: f"{line}\n{line}",
    "the line twice, once empty": lambda line: f"{line}\n{line.rpartition(' - ')[0]}",
    "a placeholder": _headed(lambda tag, name, update: f"[{tag}] {name} - TBD"),
    "not applicable": _headed(lambda tag, name, update: f"[{tag}] {name} - N/A"),
    "not applicable, tag only": _headed(lambda tag, name, update: f"[{tag}] N/A"),
    "unknown tag": _headed(lambda tag, name, update: f"[X{tag}Y] {name} - {update}"),
    "unknown tag and colon": _headed(lambda tag, name, update: f"[X{tag}Y]: {update}"),
    "unknown name": _headed(lambda tag, name, update: f"Telematics portal: {update}"),
    "wrong encoding": _headed(lambda tag, name, update: f"[{tag}] {name} â€“ {update}"),
    "look-alike letters": _headed(lambda tag, name, update: f"[{tag.replace('O', 'О').replace('A', 'А')}] {name} - {update}"),
    "beside the labels": lambda line: line.lstrip(),
    "another bullet": lambda line: "   • " + line.lstrip(" -"),
    "no bullet": lambda line: "   " + line.lstrip(" -"),
}

#: Slips in the line of the title.
TITLE_SLIPS: Final[dict[str, LineSlip]] = {
    "no line": lambda line: "",
    "no bold": lambda line: line.strip("*"),
    "swapped letters": lambda line: _swapped(line.strip("*")),
    "an invisible character": lambda line: line[:4] + "\u200b" + line[4:],
}


@st.composite
def slips(draw: st.DrawFn, playbook: Playbook, language: Language) -> Slip:
    """Draw a tidy summary and make one slip in it."""
    draft = Draft(draw, first_template(playbook), language)
    summary = _tidy(draft)
    lines = serialize(summary).split("\n")
    kind = draft.one_of("label", "choice", "workload", "title")
    choices = [draft.local.labels[spec.key][0] for spec in draft.template.spec.fields if spec.kind == "choice"]
    labels = [draft.local.labels[spec.key][0] for spec in draft.template.spec.fields if spec.kind != "workloads"]
    wanted = {"label": labels, "choice": choices, "workload": ["["], "title": draft.local.titles[:1]}[kind]
    table = {"label": LABEL_SLIPS, "choice": CHOICE_SLIPS, "workload": WORKLOAD_SLIPS, "title": TITLE_SLIPS}[kind]
    can_be_misspelled = language.code not in ("ja", "zh-CN")
    name = draft.one_of(*(name for name in table if can_be_misspelled or "swapped" not in name))
    start = draft.one_of(*wanted)
    at = next(number for number, line in enumerate(lines) if line.lstrip("-* ").startswith(start))
    changed = table[name](lines[at])
    lines[at : at + 1] = [changed] if changed else []
    return Slip(f"{kind}: {name}", "\n".join(lines))


def _tidy(draft: Draft) -> Note:
    first, second = draft.specs(2)
    workloads = (draft.workload(lambda spec: spec is first), draft.workload(lambda spec: spec is second))
    return draft.with_workloads(*workloads)
