from __future__ import annotations

import pytest
from ftnotes_web.units import Units
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Edit, Span


@given(st.text())
def test_offsets_are_those_of_utf_16(text: str) -> None:
    """The units before an offset are as many as the encoded text before it has, and lead back to it."""
    units = Units.of(text)
    for offset in range(len(text) + 1):
        number = len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        assert units.units(offset) == number
        assert units.offset(number) == offset


@pytest.mark.parametrize(("units", "offset"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_a_place_inside_a_character_is_where_it_starts(units: int, offset: int) -> None:
    """Between the two units of a character is no place of the text."""
    assert Units.of("a🚀🚀b").offset(units) == offset


def test_an_edit_is_a_change_of_the_editor() -> None:
    """An edit has the names and units of the editor."""
    assert Units.of("🚀ab").change(Edit(Span(1, 2), "x")) == {"from": 2, "to": 3, "insert": "x"}
