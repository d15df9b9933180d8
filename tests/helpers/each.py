"""One claim about each of many cases, tested in a few parts.

pytest takes longer to collect, send and report a test than to read a note, so a test for each of hundreds of notes costs more
than what it tests. Here all cases of a part are tried, and each that fails is reported by its name with its traceback.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import pytest

T = TypeVar("T")


def each(
    cases: Iterable[T], name: Callable[[T], str] = repr, parts: int = 4
) -> Callable[[Callable[[T], None]], Callable[[int], None]]:
    """Decorate a test of one case: it becomes a test of all of them, in this many parts that can run side by side."""
    every = list(cases)
    assert len(every) >= parts, "a part without cases would test nothing"

    def decorated(test: Callable[[T], None]) -> Callable[[int], None]:
        @pytest.mark.parametrize("part", range(parts))
        def tested(part: int) -> None:
            failures = []
            for case in every[part::parts]:
                try:
                    test(case)
                except Exception as error:  # an AssertionError, or what the library raised
                    error.add_note(name(case))
                    failures.append(error)
            if failures:
                raise ExceptionGroup(f"{len(failures)} of {len(every[part::parts])} cases", failures)

        tested.__name__, tested.__doc__, tested.__module__ = test.__name__, test.__doc__, test.__module__
        return tested

    return decorated
