"""Types of the public interface: a mistyped keyword value fails under mypy.

mypy also checks this module, strictly: it reports a ``type: ignore`` that hides no error.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

import ftnotes
from ftnotes.cli.commands import format
from ftnotes.cli.options.arguments import SEVERITIES
from ftnotes.cli.output.printers import FORMATS
from ftnotes.playbook.model import INTENTS, Intent
from ftnotes.policy.configuration import OutputFormat
from ftnotes.policy.diagnostics import Severity, SeverityName
from ftnotes.writing.styles import STYLES, StyleName


@pytest.mark.parametrize(
    "call",
    [
        lambda: ftnotes.format("EXEC SUMMARY", style="markdwon"),  # type: ignore[arg-type]
        lambda: ftnotes.canonical("EXEC SUMMARY", style="plain"),  # type: ignore[arg-type]
        lambda: ftnotes.check("EXEC SUMMARY", severities={"FT2": "eror"}),  # type: ignore[dict-item]
        lambda: ftnotes.fix("EXEC SUMMARY", severities={"FT2": "fatal"}),  # type: ignore[dict-item]
    ],
)
def test_a_mistyped_keyword_value_is_an_error(call: Callable[[], object]) -> None:
    """It is an error for mypy, and at run time a ValueError that lists the valid values."""
    with pytest.raises(ValueError, match="there are"):
        call()


def test_a_mistyped_intent_is_an_error() -> None:
    """So is an intent, which the check compares with the playbook."""
    with pytest.raises(ValueError, match="knows no intent 'pause'"):
        ftnotes.check("EXEC SUMMARY", context=ftnotes.Context(intent="pause"))  # type: ignore[arg-type]


def test_closed_sets_are_complete() -> None:
    """Each closed set of names lists the values there are, and so do the options of the command."""
    assert get_args(Intent) == INTENTS
    assert get_args(SeverityName) == tuple(Severity) == SEVERITIES
    assert get_args(OutputFormat) == tuple(FORMATS)
    assert get_args(StyleName) == tuple(STYLES) == format.STYLES
