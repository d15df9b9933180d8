"""The shapes of the classes of the tree in JSON."""

from __future__ import annotations

import attrs
import pytest

from ftnotes.interchange.json_shapes import make_shape


def test_an_attribute_of_another_type_is_refused() -> None:
    """So a new attribute of a node can't be lost silently."""

    @attrs.frozen
    class Numbered:
        number: int

    with pytest.raises(TypeError, match="number: expected texts, nodes or layouts, not <class 'int'>"):
        make_shape(Numbered)
