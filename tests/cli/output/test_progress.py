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


def test_a_known_total_shows_the_time_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line has the total, and minutes where there are some; more items than expected leave no time."""
    clock = iter([0.0, 1.0, 2.0, 3.0, 4.0])
    monkeypatch.setattr("ftnotes.cli.output.progress.time.monotonic", lambda: next(clock))
    stream = Terminal()
    assert len(list(with_progress("abcd", Screen(stream), Screen(None), lambda: 122))) == 4
    assert stream.getvalue().split("\x1b[K")[:4] == [
        "\r0 notes, 0 a second",
        "\r1 of 122 notes, 0 a second, 4 min 2 s left",
        "\r2 of 122 notes, 1 a second, 3 min 0 s left",
        "\r3 of 122 notes, 1 a second, 2 min 39 s left",
    ]
    clock = iter([0.0, 1.0, 2.0, 3.0])
    stream = Terminal()
    assert list(with_progress("abc", Screen(stream), Screen(None), lambda: 1))
    assert "2 of 1 notes, 1 a second, 0 s left" in stream.getvalue()


def test_short_work_shows_nothing() -> None:
    """Work that is done soon leaves a terminal alone."""
    stream = Terminal()
    assert list(with_progress("abc", Screen(stream), Screen(None))) == ["a", "b", "c"]
    assert stream.getvalue() == ""
