"""Strategies are made once for the same arguments."""

from __future__ import annotations

from helpers.drawing import EDITIONS
from hypothesis import find
from hypothesis import strategies as st

from ftnotes.strategies.cache import cached


def test_a_strategy_is_made_once_for_the_same_arguments() -> None:
    """Arguments are compared by identity, and the number of cached strategies is limited."""
    made = 0

    @cached
    def strategy(*given: object, **named: object) -> st.SearchStrategy[str]:
        nonlocal made
        made += 1
        return st.just(repr((given, named)))

    playbook, language = EDITIONS[0], EDITIONS[0].languages[0]
    assert strategy(playbook, language) is strategy(playbook, language)
    assert strategy(playbook, language=language) is not strategy(playbook, language)
    for number in range(600):  # each list would be deleted before the next one, if it were not cached
        assert find(strategy([number]), lambda drawn: True) == repr((([number],), {}))
    assert made == 602
    strategy(playbook, language)
    assert made == 603
