"""Strategies that are made once: Hypothesis looks at each new one for longer than it then takes to draw from it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

from hypothesis import strategies as st

_P = ParamSpec("_P")
_T = TypeVar("_T")

#: How many strategies of a function are kept: playbooks that are drawn are all different, and bring new ones for ever.
_MOST: Final = 256


def kept(make: Callable[_P, st.SearchStrategy[_T]]) -> Callable[_P, st.SearchStrategy[_T]]:
    """The function that makes a strategy, giving the same one for the very same arguments."""
    strategies: dict[tuple[int, ...], tuple[object, st.SearchStrategy[_T]]] = {}

    @functools.wraps(make)
    def strategy(*args: _P.args, **kwargs: _P.kwargs) -> st.SearchStrategy[_T]:
        key = (len(args), *map(id, args), *map(id, kwargs), *map(id, kwargs.values()))
        found = strategies.get(key)
        if found is None:
            if len(strategies) >= _MOST:
                strategies.clear()
            # With the arguments: an object that is gone leaves its identity to another.
            found = strategies[key] = ((args, kwargs), make(*args, **kwargs))
        return found[1]

    return strategy
