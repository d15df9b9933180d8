"""Types of the public interface: a mistyped keyword value fails under mypy.

mypy also checks this module, strictly: it reports a ``type: ignore`` that hides no error.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

import ftnotes


@pytest.mark.parametrize(
    "call",
    [
        lambda: ftnotes.format("EXEC SUMMARY", style="markdwon"),  # type: ignore[arg-type]
        lambda: ftnotes.canonical("EXEC SUMMARY", style="plain"),  # type: ignore[arg-type]
    ],
)
def test_a_mistyped_keyword_value_is_an_error(call: Callable[[], object]) -> None:
    """It is an error for mypy, and at run time a ValueError that lists the valid values."""
    with pytest.raises(ValueError, match="there are"):
        call()
