"""The public interface as a newcomer meets it: `dir` and `help`."""

from __future__ import annotations

import inspect
import pydoc
from importlib import import_module

import pytest

import ftnotes

MODULES = [
    "ftnotes",
    "ftnotes.batch",
    "ftnotes.interchange.arrow",
    "ftnotes.policy",
    "ftnotes.strategies",
    "ftnotes.strategies.examples",
]


@pytest.mark.parametrize("name", MODULES)
def test_dir_shows_the_public_names(name: str) -> None:
    """`dir` of a public module shows its public names, which all exist, and nothing else."""
    module = import_module(name)
    assert dir(module) == sorted(module.__all__)
    for public in module.__all__:
        assert getattr(module, public) is not None
        assert not public.startswith("_")


@pytest.mark.parametrize("name", [name for name in ftnotes.__all__ if inspect.isfunction(getattr(ftnotes, name))])
def test_help_opens_with_the_docstring(name: str) -> None:
    """The signature above the docstring is short: no default is written out at length."""
    value = getattr(ftnotes, name)
    assert len(str(inspect.signature(value))) < 400
    assert value.__doc__


def test_help_of_check() -> None:
    """The help of the first function that a newcomer calls shows what it does on the first screen."""
    shown = pydoc.plain(pydoc.render_doc(ftnotes.check))
    assert shown.index("Check a note against the guidance.") < 600
