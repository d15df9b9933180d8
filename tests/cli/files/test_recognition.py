"""Places in which no summary was recognized."""

from __future__ import annotations

import io

import pytest

from ftnotes import Playbook
from ftnotes.cli.files.recognition import Recognition
from ftnotes.cli.output.terminal import Screen


def test_places_without_any_summary_are_reported() -> None:
    """Each folder and export in which no text is an exec summary is reported with the number of texts in it."""
    out, recognition = io.StringIO(), Recognition(Playbook.load())
    for place, recognized in (("a", False), ("a", True), ("b", False), ("e.csv", False), ("e.csv", False), (None, False)):
        recognition.add(place, "A call.", recognized)
    assert [recognition.awaits(place) for place in ("a", "b", None)] == [False, True, False]
    assert recognition.report(Screen(out), ", or go home")
    assert out.getvalue() == (
        "ftnotes: b: no summary was recognized in 1 text; check the folder, or go home\n"
        "ftnotes: e.csv: no summary was recognized in 2 texts; check --column, or go home\n"
    )
    assert not Recognition(Playbook.load()).report(Screen(out))


@pytest.mark.parametrize(
    "text",
    [
        "Met the new CIO. Next action: send the plan. Date: 30 April 2020. Owner: Ana",
        "The customer is happy.",
        "All done, no further action needed.",
        "Heute mit dem Kunden gesprochen.",
        "Nächster Schritt: Plan schicken, bis 30. April 2020, verantwortlich: Jürgen",
        "客户很满意。",
    ],
)
def test_lifecycle_notes_need_no_summary(text: str) -> None:
    """A place whose texts have no summary, but one of them is a lifecycle note, is reported and is no error."""
    out, recognition = io.StringIO(), Recognition(Playbook.load())
    for each in ("A call.", text, text):
        recognition.add("e.csv", each, False)
    assert not recognition.report(Screen(out))
    assert out.getvalue() == "ftnotes: e.csv: no summary was recognized in 3 texts; read as lifecycle notes\n"


@pytest.mark.parametrize("text", ["", "42", "2020-05-08", "Contoso", "Ana Ruiz", "ana@contoso.com", "Reactive", "FTOP-1234"])
def test_other_columns_are_no_lifecycle_notes(text: str) -> None:
    """Ids, dates, names and choices, as in the other columns of an export, are an error."""
    recognition = Recognition(Playbook.load())
    recognition.add("e.csv", text, False)
    assert recognition.report(Screen(io.StringIO()))
