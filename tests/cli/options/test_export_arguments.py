"""The arguments that decide whether an input is an export."""

from __future__ import annotations

from ftnotes.batch import SUFFIXES, is_export
from ftnotes.cli.options import export_arguments


def test_the_command_knows_exports_by_the_same_names() -> None:
    """The endings that the command looks at before it loads anything are those of the library."""
    assert export_arguments.SUFFIXES == SUFFIXES
    assert all(is_export(f"e{suffix.upper()}") for suffix in SUFFIXES)
