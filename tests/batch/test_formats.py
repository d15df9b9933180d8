"""The table of formats."""

from __future__ import annotations

from importlib import import_module
from inspect import isabstract

import pytest
from helpers.commands import loaded_by

from ftnotes.batch import SUFFIXES, is_export
from ftnotes.batch.formats import READERS
from ftnotes.batch.rows import RowReader


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_suffix_has_a_reader(suffix: str) -> None:
    """Every suffix, in capitals too, is that of an export, and the table names its reader."""
    assert is_export(f"e{suffix.upper()}")
    assert not is_export(f"e{suffix}.md")
    module, name = READERS[suffix]
    reader = getattr(import_module(f"ftnotes.batch.{module}"), name)
    assert issubclass(reader, RowReader)
    assert not isabstract(reader)


def test_asking_for_the_format_loads_no_reader() -> None:
    """Whether a file is an export is known without loading what reads one."""
    loaded = loaded_by("from ftnotes.batch import is_export; is_export('e.csv')")
    assert "ftnotes.batch.formats" in loaded
    assert not {"ftnotes.batch.rows", "ftnotes.batch.csv_file", "ftnotes.policy"} & loaded
