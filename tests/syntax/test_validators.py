"""Constructors refuse text that could never be read back, and wrong types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

import ftnotes
from ftnotes import Document, ExecSummary, Field, Prose, Title, Workload
from ftnotes.syntax.document import Node
from ftnotes.syntax.validators import tidy_lines

SUMMARY = ExecSummary(
    Title("EXEC SUMMARY"), (Field("customer", "DESCRIBE THE CUSTOMER"), Field("support-requests", "REQUESTS FOR SUPPORT"))
)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Workload("EX\nO"), "Workload.tag: must be on one line"),
        (lambda: Workload("EXO]"), r"Workload.tag: can't contain '\]', at which it would end"),
        (lambda: Workload("[EXO"), r"Workload.tag: can't contain '\['"),
        (lambda: Workload(" EXO"), "Workload.tag: spaces around it belong to the layout"),
        (lambda: Workload("EXO", "Exchange\rOnline"), "Workload.name: must be on one line"),
        (lambda: Workload("EXO", "Exchange "), "Workload.name: spaces around it"),
        (lambda: Workload("EXO", "", "a\r\nb"), r"Workload.update: its lines are joined by '\\n'"),
        (lambda: Workload("EXO", "", "a\n"), "Workload.update: spaces and line ends around it"),
        (lambda: Workload("EXO", "", "\u00a0a"), "Workload.update: spaces and line ends around it"),
        (lambda: Workload("EXO", "", "a\n b"), "Workload.update: a line starts or ends with spaces or quote marks"),
        (lambda: Workload("EXO", "", "a\n> b"), "Workload.update: a line starts or ends with spaces or quote marks"),
        (lambda: Workload("EXO", "", "a\nb \nc"), "Workload.update: a line starts or ends with spaces or quote marks"),
        (lambda: Workload(""), "Workload: tag and name are both empty"),
        (lambda: Field("customer", ""), "Field.label: the label is empty"),
        (lambda: Field(None, "RISKS:"), "Field.label: can't contain ':'"),
        (lambda: Field(None, "RISKS："), "Field.label: can't contain '：'"),
        (lambda: Field(None, "*RISKS"), r"Field.label: can't contain '\*'"),
        (lambda: Field(None, "RI\nSKS"), "Field.label: must be on one line"),
        (lambda: Field(None, "RISKS", "a \nb"), "Field.value: "),
        (lambda: Field(None, "RISKS", "a\rb"), "Field.value: its lines are joined"),
        (lambda: Title(""), "Title.text: the text is empty"),
        (lambda: Title("EXEC\nSUMMARY"), "Title.text: must be on one line"),
        (lambda: Title("EXEC SUMMARY", "#a "), "Title.remark: spaces around it"),
        (lambda: Prose(""), "Prose.text: the text is empty; leave the node out"),
        (lambda: ExecSummary(None), "ExecSummary: without a title, a summary starts with a field that has a key"),
        (lambda: ExecSummary(None, (Field(None, "RISKS"),)), "ExecSummary: without a title"),
        (lambda: ExecSummary(None, (Workload("EXO"),)), "ExecSummary: without a title"),
        (lambda: ExecSummary(Title("EXEC SUMMARY")), "ExecSummary: it would be read as prose"),
        (lambda: ExecSummary(None, (Field("customer", "DESCRIBE THE CUSTOMER"),)), "ExecSummary: it would be read as prose"),
        (lambda: ExecSummary(Title("EXEC SUMMARY"), (Prose("a\n"),)), "ExecSummary.body: a summary ends with a field"),
        (
            lambda: ExecSummary(Title("EXEC SUMMARY"), (Prose("a\n"), Prose("b\n"), Workload("EXO"))),
            "ExecSummary.body: prose next to prose would be read as one",
        ),
        (lambda: Document((Prose("a\n"), Prose("b\n"))), "Document.blocks: prose next to prose"),
        (
            lambda: Document((SUMMARY, attrs.evolve(SUMMARY, title=None))),
            "Document.blocks: a summary without title would continue the one before it",
        ),
    ],
)
def test_text_that_could_never_be_read_back_is_refused(make: Callable[[], Node], message: str) -> None:
    """The `ValueError` names the attribute and the remedy."""
    with pytest.raises(ValueError, match=message):
        make()


def test_text_of_a_caller_is_tidied() -> None:
    """Lines are trimmed and joined by line feeds; a quote mark at the start of a further line would not be read back."""
    assert tidy_lines("value", " \r\n a \r b\n\nc \n") == "a\nb\n\nc"
    with pytest.raises(ValueError, match="value: a line can't start with '>'"):
        tidy_lines("value", "a\n> b")
    with pytest.raises(TypeError, match="value takes a str, not int"):
        tidy_lines("value", 3)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("build", "arguments", "message"),
    [
        (Workload, (None,), "Workload.tag takes a str, not NoneType"),
        (Workload, ("EXO", "", b"x"), "Workload.update takes a str, not bytes"),
        (Prose, (3,), "Prose.text takes a str, not int"),
        (Title, (3,), "Title.text takes a str, not int"),
        (Field, (None, "RISKS", "", [Workload("EXO")]), "Field.workloads takes a tuple of Workload"),
        (Field, (None, "RISKS", "", (Prose("a"),)), "Field.workloads takes a tuple of Workload"),
        (ExecSummary, (None, (Title("T"),)), "ExecSummary.body takes a tuple of Field, Workload, Prose"),
        (Document, ([Prose("a")],), "Document.blocks takes a tuple of Prose, Note"),
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
