"""The sections about the notes."""

from __future__ import annotations

import json

import pytest
from helpers.reports import FULL, OTHER, examined, figures, sample

from ftnotes.batch.report import quality as module
from ftnotes.batch.report.payload import payload
from ftnotes.batch.report.quality import all_notes, quality


def test_rules_with_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule has its findings, an example, and links to notes; redaction leaves out what quotes a note."""
    shown = quality(sample())
    assert "<code>FT201</code> choice-not-in-list" in shown
    assert "no idea" in shown
    assert 'href="#note-0"' in shown
    redacted = quality(sample(redact=True))
    assert "no idea" not in redacted
    assert module.SUMMARIES["FT201"].split()[0] in redacted
    monkeypatch.setattr(module, "_EXAMPLES", 1)
    assert '<a href="#list?rule=FT201">1 more</a>' in quality(sample())


def test_severities_of_a_rule_are_counted_apart() -> None:
    """In words, and in the bar; a note has each finding with its own severity."""
    lines = FULL.splitlines(keepends=True)
    found = figures(*(examined(FULL.replace(lines[at], ""), f"{number}") for number, at in enumerate((1, 1, 3))))
    shown = quality(found)
    assert '<span class="severity error">error 1</span> <span class="severity warning">warning 2</span>' in shown
    assert 'aria-label="1 error, 2 warnings"' in shown
    assert '<span class="severity warning">warning</span>' in shown
    notes = json.loads(payload(found))["notes"]
    assert [[finding[:2] for finding in note["findings"] if finding[0] == "FT103"] for note in notes] == [
        [["FT103", "warning"]], [["FT103", "warning"]], [["FT103", "error"]],
    ]  # fmt: skip


def test_notes_with_most_problems() -> None:
    """The column of owners is there if one of these has one."""
    owned = figures(examined(OTHER, "a", Owner="Zoë"), owner="Owner")
    assert "<td>Zoë</td>" in quality(owned)
    assert "owner" not in quality(figures(examined(OTHER, "a")))


def test_notes_without_problems() -> None:
    """There is a sentence instead of tables."""
    assert "No problem was found." in quality(figures(examined("A call.")))
    assert FULL
    assert 'data-view="list"' in all_notes()
