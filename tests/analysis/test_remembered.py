"""Words that were looked up."""

from __future__ import annotations

import pytest

from ftnotes.analysis import remembered
from ftnotes.analysis.remembered import Remembered


def test_a_word_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its result is remembered, until there are too many."""
    asked: list[str] = []
    monkeypatch.setattr(remembered, "MOST", 2)
    lengths = Remembered[int](lambda word: asked.append(word) or len(word))  # type: ignore[func-returns-value]
    assert [lengths[word] for word in ("a", "bb", "a", "ccc")] == [1, 2, 1, 3]
    assert asked == ["a", "bb", "ccc"]
    assert dict(lengths) == {"ccc": 3}
