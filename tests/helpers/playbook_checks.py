"""Playbook files for checks of them."""

from __future__ import annotations

from pathlib import Path

from ftnotes.policy.proofing.api import PlaybookReport, check_playbook

#: A file without weaknesses; cases put some in it.
SOUND = """id = "own"

[[templates]]
key = "weekly"
titles = ["WEEKLY STATUS"]
fields = [
  { label = "Mood", choices = ["Calm", "Stormy"], hint = "(one of them)" },
  { label = "Wins" },
  { label = "Projects", kind = "workloads" },
]

[[workloads]]
tag = "PAY"
names = ["Payments"]
"""


def report_on(folder: Path, text: str) -> PlaybookReport:
    """Check a file with this text."""
    file = folder / "own.toml"
    file.write_text(text, encoding="utf-8")
    return check_playbook(file)


def shown(report: PlaybookReport) -> list[tuple[str, str]]:
    """Return the name and the marked text of each diagnostic."""
    return [(found.name, found.span.text(report.lines.source)) for found in report]
