"""Options of ``check`` and ``fix`` that need or exclude each other."""

from __future__ import annotations

import pytest
from helpers.commands import run_command


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["check", "--unsafe-fixes", "x"], "--unsafe-fixes needs --fix or --diff"),
        (["check", "--force-in-place", "x"], "--force-in-place needs --fix"),
        (
            ["fix", "--diff", "--force-in-place", "x"],
            "--force-in-place is about writing, and --diff writes nothing; use one of them",
        ),
        (["check", "--diff", "--redact", "x"], "--diff shows the text of notes, and --redact hides it; use one of them"),
        (["check", "--diff", "--output-format", "json", "x"], "--diff needs --output-format full or concise, not json"),
        (
            ["check", "--statistics", "--output-format", "sarif", "x"],
            "--statistics needs --output-format full or concise, not sarif",
        ),
        (["check", "--stdin-filename", "a", "x"], "--stdin-filename needs - among the notes"),
    ],
)
def test_options_that_don_t_go_together_are_refused(capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    """Options that contradict each other, or do nothing, are refused with what goes."""
    status, out, err = run_command(capsys, *argv)
    assert (status, out) == (2, "")
    assert err.startswith(f"ftnotes {argv[0]}: {message}")
