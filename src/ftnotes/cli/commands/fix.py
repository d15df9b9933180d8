"""``ftnotes fix``: the command ``check`` with its option ``--fix``."""

from __future__ import annotations

from typing import Final

from attrs import Factory, frozen

from ..options.parser import Command
from .check import run
from .check_arguments import CheckArguments


@frozen
class FixArguments(CheckArguments):
    """The arguments of ``fix``, which has no option to fix, nor one for previous notes."""

    fix: bool = True
    previous: list[str] = Factory(list)


COMMAND: Final = Command(
    "[OPTIONS] NOTE ...",
    "Fix notes. Applies the fixes that keep the meaning of a note, and prints what was fixed and what is left. "
    "The same as check --fix.",
    FixArguments,
    run,
)
