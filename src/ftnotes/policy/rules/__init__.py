"""The rules, in one module for each theme, and `RULES`, which has all of them in the order of their codes."""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from ..rule import Rule
from . import (
    characters,
    choices,
    hashtag_placement,
    hashtag_spelling,
    labels,
    lifecycle,
    structure,
    suppressions,
    titles,
    workload_list,
    workload_names,
    workload_spelling,
)

_MODULES: Final = (
    suppressions,
    structure,
    titles,
    labels,
    choices,
    hashtag_placement,
    hashtag_spelling,
    workload_names,
    workload_spelling,
    workload_list,
    lifecycle,
    characters,
)

#: All rules: each value of `Rule` in these modules, in the order of the codes.
RULES: Final = tuple(
    sorted((one for module in _MODULES for one in vars(module).values() if isinstance(one, Rule)), key=attrgetter("code"))
)
