"""What the tests of the policy share: notes, and how they look at reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ftnotes import Diagnostic, Playbook, Report, Severity, Span
from ftnotes.playbook.model import Language
from ftnotes.policy import MissingContext, Rule, Violation
from ftnotes.policy.rule import Where
from helpers.playbooks import words_in

EDITIONS = Playbook.editions()
CODES = [language.code for language in Playbook.load().languages]
ON_HOLD = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: On Hold\n"
TITLE = "**EXEC SUMMARY**\n"
HEAD = f"{TITLE}- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n"


def fixed(text: str, diagnostic: Diagnostic, number: int = 0) -> str:
    """The text after the edits of one of a diagnostic's fixes, the first where nothing is said."""
    for edit in sorted(diagnostic.fixes[number].edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def codes(report: Report) -> list[str]:
    """The codes of what was found, in order."""
    return [found.code for found in report.diagnostics]


def spoken(text: str, report: Report) -> list[str]:
    """What the findings point at, in order."""
    return [found.span.text(text) for found in report.diagnostics]


def note(language: Language, key: str, value: str) -> str:
    """A note with one field, in a language."""
    return f"**{words_in(language).titles[0]}**\n- {words_in(language).labels[key][0]}: {value}\n"


def language_of(playbook: Playbook, code: str) -> Language:
    """A language of a playbook."""
    return next(language for language in playbook.languages if language.code == code)


def playbook_of(folder: Path, text: str) -> Playbook:
    """A playbook that extends the one of March 2020."""
    path = folder / "own.toml"
    path.write_text(f'id = "own"\nextends = "2020-03"\n{text}', encoding="utf-8")
    return Playbook.from_file(path)


def own_playbook(folder: Path, more: str = "") -> Playbook:
    """A playbook with a choice field of its own."""
    return playbook_of(
        folder,
        '[[templates]]\nkey = "exec-summary"\n[[templates.fields]]\nkey = "risk"\nkind = "choice"\nchoices = ["low", "high"]\n'
        '[languages.en.templates.exec-summary.labels]\nrisk = ["RISK LEVEL"]\n'
        '[languages.en.templates.exec-summary.choices.risk]\nlow = ["Low Risk"]\nhigh = ["High Risk"]\n' + more,
    )


def make(code: str, check: object, name: str = "made-up", only_where: Where | None = None) -> Rule:
    """A rule for these tests."""
    return Rule(code, name, "…", "…", Severity.INFORMATION, check, (), only_where=only_where)  # type: ignore[arg-type]


def broken(*_: object) -> Iterator[Violation]:
    """A check that finds something, and then breaks down."""
    yield Violation("found before", Span(1, 2))
    raise KeyError("lost")


def asking(*_: object) -> Iterator[MissingContext]:
    """A check that can't be made."""
    yield MissingContext(("date",))
    yield MissingContext(("role", "date"))
