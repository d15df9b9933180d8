"""What is to be read about a rule: a page of Markdown, made from the rule alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from .context import NO_CONTEXT, Context
from .diagnostics import Severity
from .rule import Example, Rule

#: What the rules of a number are about: the start of their codes, and a heading.
THEMES: Final = {
    "FT0": "Checking itself",
    "FT1": "The parts of a summary",
    "FT2": "The choices",
    "FT3": "Hashtags",
    "FT4": "The list of workloads",
    "FT5": "Lifecycle notes, next actions and dates",
    "FT6": "Characters",
}


def page(rule: Rule) -> str:
    """The page of one rule, as Markdown."""
    return "\n".join(_lines(rule)) + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"# {rule.code} {rule.name}"
    yield ""
    yield rule.summary
    yield ""
    yield f"Severity: {rule.severity.value}. {_fixing(rule)}"
    if rule.needs:
        yield ""
        yield f"It may need to be told: {', '.join(rule.needs)}."
    yield ""
    yield "## Why"
    yield ""
    yield rule.rationale
    if any(not example.is_clean for example in rule.examples):
        yield ""
        yield "## Found"
        yield from _examples([example for example in rule.examples if not example.is_clean])
    if any(example.is_clean for example in rule.examples):
        yield ""
        yield "## Not found"
        yield from _examples([example for example in rule.examples if example.is_clean])


def _fixing(rule: Rule) -> str:
    if not rule.fixes:
        return "There is no fix: only the writer knows what to say instead."
    if rule.fixes == ("unsafe",):
        return "The fix touches words that the writer chose, and is applied only where that is asked for."
    if "unsafe" in rule.fixes:
        return "Some of its fixes touch words that the writer chose, and are applied only where that is asked for."
    return "The fix is safe: the note says the same afterwards."


def _examples(examples: list[Example]) -> Iterator[str]:
    for number, example in enumerate(examples, 1):
        yield ""
        told = f", where is told: {_told(example.context)}" if example.context != NO_CONTEXT else ""
        yield f"Example {number}{told}:"
        yield ""
        yield from _block(example.before)
        if example.after is not None and not example.is_clean:
            yield ""
            yield "Fixed:"
            yield ""
            yield from _block(example.after)


def _told(context: Context) -> str:
    values = (
        ("role", context.role),
        ("note type", context.note_type),
        ("priority", context.priority),
        ("intent", context.intent),
        ("date", context.date),
    )
    return ", ".join(f"{name} {value}" for name, value in values if value is not None)


def _block(text: str) -> Iterator[str]:
    """A text as an indented block; characters that nobody sees are written as escapes."""
    shown = "".join(char if char.isprintable() or char == "\n" else f"\\u{ord(char):04x}" for char in text)
    for line in shown.removesuffix("\n").split("\n"):
        yield f"    {line}".rstrip()


def index(rules: Iterable[Rule]) -> str:
    """The table of all rules, by theme, as Markdown; codes link to pages beside it."""
    rules = tuple(rules)
    lines: list[str] = []
    for start, theme in THEMES.items():
        lines += [f"### {theme}", "", "| code | name | severity | fix | asks for |", "|---|---|---|---|---|"]
        for rule in rules:
            if rule.code.startswith(start):
                severity = rule.severity.value
                fix = "yes" if rule.fixes else ""
                lines.append(f"| [{rule.code}](policy/{rule.code}.md) | `{rule.name}` | {severity} | {fix} | {rule.summary} |")
        lines.append("")
    return "\n".join(lines)


#: How much findings matter, for the introduction of a list of rules.
SEVERITIES: Final = {
    Severity.ERROR: "the note is wrong, or can't be counted",
    Severity.WARNING: "the note misleads its readers, or something in it is missed",
    Severity.INFORMATION: "the note could be easier to find and to read",
}
