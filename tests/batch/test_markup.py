"""Markup in the notes of exports."""

from __future__ import annotations

import pytest
from helpers.linearity import LINEAR, growth

from ftnotes.batch.markup import Markup


def test_markup_that_is_left_is_counted() -> None:
    """Elements are named once; written line ends that were not read are counted."""
    assert Markup.of(r"<p class='x'>a</p><DIV>b<br>c\nd</div> <x> < p>") == Markup(2, ("p", "div"))
    assert Markup.of("a < b") == Markup(0, ())


@pytest.mark.parametrize("piece", ["<br>", "<br ", "<p ", "</p>", "<p>", r"\n"])
def test_counting_is_linear(piece: str) -> None:
    """The time grows with the length of the text."""

    def task(size: int) -> object:
        text = piece * (size // len(piece))
        return lambda: Markup.of(text)

    assert growth(task, 20_000) < LINEAR  # type: ignore[arg-type] # a function, which object is not
