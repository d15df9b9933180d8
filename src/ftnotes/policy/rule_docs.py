"""Pages about rules, as Markdown, made from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ..playbook.playbook import Playbook
from ..playbook.word_lists import NEGATIONS, NEVER_NEGATED, PlaceholderWords
from ..text.display import TextStyle
from ..text.source import LineMap
from .checker import check
from .diagnostics import Severity
from .messages import listed
from .report_text import headline, marked_lines
from .rule import Example, Rule
from .rules import RULES

#: The headings of the list of rules, by the first letters of their codes.
THEMES: Final = {
    "FT0": "Checking itself",
    "FT1": "The parts of a summary",
    "FT2": "The choices",
    "FT3": "Hashtags",
    "FT4": "The list of workloads",
    "FT5": "Lifecycle notes, next actions and dates",
    "FT6": "Characters",
    "FT7": "What kinds of notes and fields ask for",
}

#: The meaning of each severity, for the introduction to the list of rules.
SEVERITIES: Final = {
    Severity.ERROR: "the note is wrong, or can't be counted",
    Severity.WARNING: "the note misleads its readers, or part of it is overlooked",
    Severity.INFORMATION: "the note could be easier to find and to read",
}

#: The context values that rules can need, in words.
_NEEDS: Final = {
    "role": "the writer's role",
    "note-type": "the type of the note",
    "priority": "the customer's priority",
    "intent": "the customer's intent",
    "date": "the date of the note",
    "repeats": "the other notes of an export",
    "previous": "the previous note about the customer",
}

#: The meaning of the word lists of the playbook: those of evidence, of actions, and of placeholders.
_WORD_LISTS: Final = {
    "pausing": "the deployment pauses or stops",
    "accelerating": "the deployment goes faster than planned",
    "deploying": "the customer asks for help with the deployment",
    "reason": "the reason that a hashtag counts",
    "planned": "something is not deployed yet",
    "done": "something is deployed completely",
    "escalation": "there is an escalation or an issue",
    "settled": "a problem or a pause is over",
    "deployment": "the text is about the deployment",
    "wish": "somebody asks for something or decides it",
    "stopping": "what is named beside it stops",
    "hastening": "what is named beside it goes faster",
    "minor": "only a meeting, a part or a few days are meant",
    "local": "only one place is meant",
    "finished": "a workload is deployed, at the start of a sentence",
    "remaining": "part of the deployment is still to come",
    "covered": "a number counts what is deployed",
    "unbegun": "the deployment of a workload has not begun",
    "active": "the engagement is active",
    "inactive": "the engagement is not active",
    "technical": "an update is technical",
    "failure": "something technical fails",
    "meeting": "a sentence is about a meeting",
    "recorded": "a risk is recorded where it belongs",
    "channel": "a word with a hash sign is the name of a channel",
    "why": "the reason for an intent is named",
    "blurring": "it is left open how firm an intent is",
    "usage": "figures of usage",
    "intent": "the customer intends something, or does not",
    "scheduling": "something is being arranged",
    "unreached": "a contact failed",
    "attempts": "what is counted when a contact was tried",
    "how-often": "numbers in words",
    "first-party": "software of the vendor is the cause",
    "negations": "a word after it doesn't count",
    "negations-after": "a word before it doesn't count",
    "what": "labels of a next action",
    "date": "labels of its date",
    "owner": "labels of its owner",
    "nobody": "words in place of an owner",
    "unknown": "words for an owner who is not known yet",
    "parties": "parties of an engagement, who can own an action",
    "actors": "other owners beside people by their names",
    "everybody": "owners that are all of them",
    "no_action": "phrases for a note without an action",
    "will": "words between an owner and an action",
    "verbs": "actions",
    "events": "events that count as next actions if they have a date",
    "undecided": "a value that stands for one that is still to come",
    "fill-in": "words in brackets that ask to fill them in",
    "slots": "words in brackets in place of a name or number",
    "not-discussed": "an update that says that the workload is not being discussed",
}

_STYLE: Final = TextStyle()


def page(rule: Rule, playbook: Playbook | None = None, *, with_messages: bool = True) -> str:
    """Return the page of one rule, as a playbook cites it; its messages take a check of each violating example."""
    return "\n\n".join(_paragraphs(rule, playbook or Playbook.load(), with_messages)) + "\n"


def _paragraphs(rule: Rule, playbook: Playbook, with_messages: bool) -> Iterator[str]:
    yield f"# {rule.code} {rule.name}"
    yield rule.summary
    other = f"; {rule.other_severity.value} if {rule.other_severity_if}" if rule.other_severity else ""
    yield f"Severity: {rule.severity.value}{other}. {_fix(rule)}"
    if rule.needs:
        needs = listed([_NEEDS.get(need, need) for need in rule.needs])
        yield f"The rule can depend on {needs}. Without this, it judges only what the note shows."
    yield "## Why"
    yield rule.reason(playbook)
    if rule.ignore_when:
        yield "## When to ignore it"
        yield rule.ignore_when
    if rule.word_lists:
        yield "## Words that count"
        yield from _words(rule.word_lists, playbook)
    for heading, is_clean in (("Violations", False), ("No violations", True)):
        examples = [example for example in rule.examples if example.is_clean is is_clean]
        if examples:
            yield f"## {heading}"
            for number, example in enumerate(examples, 1):
                yield from _example(rule, number, example, with_messages)


def _fix(rule: Rule) -> str:
    if not rule.fixes:
        return "No fix: only the writer knows what to write instead."
    if "unsafe" not in rule.fixes:
        return "The fix is safe: it doesn't change what the note says."
    which = "Some fixes change" if "safe" in rule.fixes else "The fix changes"
    applied = "are applied" if "safe" in rule.fixes else "is applied"
    return f"{which} words that the writer chose, and {applied} only on request (`--unsafe-fixes`)."


def _words(word_lists: tuple[str, ...], playbook: Playbook) -> Iterator[str]:
    """Yield the words by which a rule judges free text, for English."""
    english = playbook.words_of("en")
    introduction = f"These are the English words of playbook {playbook.id}; other languages have their own."
    if any(key in english.evidence for key in word_lists):
        introduction += "\nA word that ends in … counts with other endings, too."
    if any(key in english.evidence and key not in NEVER_NEGATED for key in word_lists):
        word_lists += NEGATIONS
    yield introduction
    items: list[str] = []
    for key in word_lists:
        entries = english.evidence.get(key)
        if entries is None:
            name = key.replace("-", "_")
            words = ", ".join(getattr(english.placeholders if name in PlaceholderWords._fields else english.actions, name))
        else:
            words = ", ".join(entry.removesuffix("|") if entry.endswith("|") else f"{entry}…" for entry in entries)
        items.append(f"- `{key}` ({_WORD_LISTS[key]}): {words}")
    yield "\n".join(items)


def _example(rule: Rule, number: int, example: Example, with_messages: bool) -> Iterator[str]:
    given = {name: value for name, value in example.context.values().items() if value is not None}
    previous = given.pop("previous", None)
    facts = [name if value is True else f"{name.replace('_', ' ')} {value}" for name, value in given.items()]
    yield f"Example {number}{f', given {listed(facts)}' if facts else ''}:"
    yield _block(example.before)
    if previous is not None:
        yield "Previous note:"
        yield _block(previous)
    if example.translation:
        yield "In English:"
        yield _block(example.translation)
    if with_messages and not example.is_clean:
        yield "Printed:"
        yield _block("\n".join(_printed(rule, example)))
    if example.after is not None and not example.is_clean:
        yield "Fixed:"
        yield _block(example.after)


def _printed(rule: Rule, example: Example) -> Iterator[str]:
    """Yield what the command prints for an example, but only for this rule."""
    # Unused suppressions are known only when all rules have run.
    rules = RULES if rule in RULES else (rule,)
    lines = LineMap(example.before)
    for diagnostic in check(example.before, context=example.context, rules=rules).diagnostics:
        if diagnostic.code == rule.code:
            yield headline(_STYLE, "note.md", lines, diagnostic)
            yield from marked_lines(_STYLE, lines, diagnostic)


def _block(text: str) -> str:
    """Return a text as an indented block, with escapes for invisible characters."""
    shown = "".join(char if char.isprintable() or char == "\n" else f"\\u{ord(char):04x}" for char in text)
    return "\n".join(f"    {line}".rstrip() for line in shown.removesuffix("\n").split("\n"))


def index(rules: Iterable[Rule]) -> str:
    """Return the table of all rules, by theme, with links to their pages."""
    rules = tuple(rules)
    lines: list[str] = []
    for start, theme in THEMES.items():
        lines += [f"### {theme}", "", "| code | name | severity | fix | asks for |", "|---|---|---|---|---|"]
        for rule in rules:
            if rule.code.startswith(start):
                link = f"[{rule.code}](policy/{rule.code}.md)"
                cells = (link, f"`{rule.name}`", " or ".join(rule.severities), ", ".join(rule.fixes), rule.summary)
                lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    return "\n".join(lines)
