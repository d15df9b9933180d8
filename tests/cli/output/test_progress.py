"""The progress line."""

from __future__ import annotations

import io

import pytest
from helpers.results import Terminal

from ftnotes.cli.output.progress import with_progress
from ftnotes.cli.output.terminal import Screen


@pytest.mark.parametrize(("errors", "output", "told"), [(True, False, True), (True, True, False), (False, False, False)])
def test_long_work_shows_progress(errors: bool, output: bool, told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Long work shows count and rate on a terminal, unless the results go there; the line is removed at the end."""
    clock = iter([0.0, 0.5, 1.0, 1.1, 2.0, 9.0])
    monkeypatch.setattr("ftnotes.cli.output.progress.time.monotonic", lambda: next(clock))
    stream = Terminal() if errors else io.StringIO()
    items = with_progress("abcd", Screen(stream), Screen(Terminal() if output else io.StringIO()))
    assert list(items) == ["a", "b", "c", "d"]
    line = "\r1 notes, 1 a second\x1b[K\r3 notes, 2 a second\x1b[K\r\x1b[K"
    assert stream.getvalue() == (line if told else "")


def test_short_work_shows_nothing() -> None:
    """Work that is done soon leaves a terminal alone."""
    stream = Terminal()
    assert list(with_progress("abc", Screen(stream), Screen(None))) == ["a", "b", "c"]
    assert stream.getvalue() == ""
