"""Constructor arguments of another type are refused."""

from __future__ import annotations

from typing import Any

import pytest

import ftnotes
from ftnotes import ExecSummary, Field, Title, Workload


@pytest.mark.parametrize(
    ("build", "arguments", "message"),
    [
        (Workload, ("EXO", "", "", None), "Workload.layout takes a WorkloadLayout, not NoneType"),
        (Field, (None, "RISKS", "", (), ftnotes.TitleLayout()), "Field.layout takes a FieldLayout, not TitleLayout"),
        (Field, (1, "RISKS"), "Field.key takes a str, not int"),
        (Title, (None,), "Title.text takes a str, not NoneType"),
        (Title, ("EXEC SUMMARY", "", "**"), "Title.layout takes a TitleLayout, not str"),
        (ExecSummary, ("EXEC SUMMARY",), "ExecSummary.title takes a Title, not str"),
        (ftnotes.Playbook.load, (None,), "takes the id of an edition, as '2020-03', not NoneType"),
    ],
)
def test_values_of_another_type_are_refused_by_name(build: Any, arguments: tuple[object, ...], message: str) -> None:
    """A wrong type is a TypeError that names the attribute and what it takes."""
    with pytest.raises(TypeError, match=message):
        build(*arguments)
