"""A failing example shows the text of the note first."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ftnotes.strategies import cases, documents, exec_summaries, lifecycle_notes, messy_notes_text, notes_text
from ftnotes.strategies.failing_text import shown


def failure(strategy: st.SearchStrategy[object]) -> list[str]:
    """Return the lines that Hypothesis prints for a test that always fails."""

    @settings(max_examples=5, database=None, phases=[Phase.generate])
    @given(strategy)
    def fail(drawn: object) -> None:
        raise AssertionError

    with pytest.raises(AssertionError) as caught:
        fail()
    return "\n".join(caught.value.__notes__).split("\n")


@pytest.mark.parametrize(
    "strategy",
    [
        documents("en", valid=True),
        exec_summaries("en", valid=True),
        notes_text("en", valid=True),
        notes_text("en", violating="label-unknown"),
        cases("label-unknown", "en"),
        messy_notes_text("en"),
        lifecycle_notes("en"),
    ],
)
def test_the_text_is_printed_above_the_example(strategy: st.SearchStrategy[object]) -> None:
    """It is printed once, line by line, as Python strings."""
    printed = failure(strategy)
    example = next(number for number, line in enumerate(printed) if "(" in line and line.endswith("("))
    assert example >= 1
    assert all(line.startswith(("'", '"')) and line.endswith(("'", '"')) for line in printed[:example])


def test_every_line_end_ends_a_line() -> None:
    """So no line end is lost, and other separators don't split a line."""
    printed = failure(st.just("a\r\n\rb\u2028c\n").map(shown))
    assert printed[:2] == [r"'a\r\n'", r"'\r'"]
    assert printed[2].startswith(r"'b\u2028c\n'")
    assert failure(st.just("").map(shown))[0].startswith("''")
