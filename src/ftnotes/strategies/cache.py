"""A cache of strategies: Hypothesis takes longer to validate a new strategy than to draw from it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

from hypothesis import strategies as st

_P = ParamSpec("_P")
_T = TypeVar("_T")

#: The number of strategies cached per function; drawn playbooks would otherwise add new ones without end.
_MOST: Final = 256


def cached(make: Callable[_P, st.SearchStrategy[_T]]) -> Callable[_P, st.SearchStrategy[_T]]:
    """Decorate a function that makes strategies to return the same strategy for identical arguments."""
    strategies: dict[tuple[int, ...], tuple[object, st.SearchStrategy[_T]]] = {}

    @functools.wraps(make)
    def strategy(*args: _P.args, **kwargs: _P.kwargs) -> st.SearchStrategy[_T]:
        key = (len(args), *map(id, args), *map(id, kwargs), *map(id, kwargs.values()))
        found = strategies.get(key)
        if found is None:
            if len(strategies) >= _MOST:
                strategies.clear()
            # The arguments are cached too: the id of a deleted object is used again.
            found = strategies[key] = ((args, kwargs), make(*args, **kwargs))
        return found[1]

    return strategy
