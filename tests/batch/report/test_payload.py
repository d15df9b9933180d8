"""The data of the script."""

from __future__ import annotations

import json

from helpers.reports import FULL, examined, figures, sample
from hypothesis import given
from hypothesis import strategies as st

import ftnotes
from ftnotes.batch.report.payload import marked, payload


@given(st.text(max_size=80), st.sampled_from(["</script><script>alert(1)</script>", "<!--", "\u2028", "\ud800", "é"]))
def test_any_text_can_be_in_a_script(text: str, more: str) -> None:
    """The data has no character that ends a script, and reads back as the text, in which surrogates are replaced."""
    made = payload(figures(examined(text + more, "id" + more)))
    assert not set("<>&\u2028\u2029") & set(made)
    (note,) = json.loads(made)["notes"]
    shown = "".join(part if isinstance(part, str) else part[0] for part in note["text"])
    assert shown == "".join("\ufffd" if 0xD800 <= ord(char) < 0xE000 else char for char in text + more)


def test_findings_are_marked() -> None:
    """The parts join to the text; each has the numbers of the findings in it, also where these overlap or are empty."""
    text = FULL.replace("Fully Engaged", "fully  engaged").replace("- done", "- ")
    nowhere = ftnotes.Diagnostic("X1", "x", "", ftnotes.Severity.ERROR, ftnotes.Span(3, 3))
    found = (*ftnotes.check(text).diagnostics, nowhere)
    parts = marked(text, found)
    assert "".join(part if isinstance(part, str) else part[0] for part in parts) == text
    for number, one in enumerate(found):
        inside = "".join(part[0] for part in parts if not isinstance(part, str) and number in part[1:])
        assert inside == one.span.text(text)
    assert marked("", ()) == []


def test_redaction_leaves_out_texts() -> None:
    """Neither the note nor an update, a message or an action is in the data."""
    data = json.loads(payload(sample(redact=True)))
    assert all("text" not in note for note in data["notes"])
    assert not any(text in json.dumps(data) for text in ("no idea", "40 % of the sites", "send the plan", "showstopper"))


def test_notes_have_what_the_tables_show() -> None:
    """Choices and workloads are places in the lists, and flags say what is the matter."""
    data = json.loads(payload(sample()))
    fabrikam, adatum, contoso, trey = data["notes"]
    assert data["columns"] == ["Region", "Owner"]
    assert contoso["choices"] == [2, 1]
    assert contoso["cells"]["1"] == [1, "40 %", "40 % of the sites have moved"]
    assert contoso["flags"] == ["overdue", "week", "support"]
    assert (adatum["reason"], adatum["choices"], adatum["place"]) == (
        "It has too few labels and tags of a template.",
        [None, None],
        "e.csv, row 4",
    )
    assert (fabrikam["date"], fabrikam["age"]) == ("2020-03-01", 101)
    assert (trey["date"], trey["age"]) == ("", None)
    own = FULL.replace("[EXO]  Exchange Online", "[VIVA]  Viva")
    assert len(json.loads(payload(figures(examined(own))))["notes"][0]["cells"]) == 4
