"""Reports: what they are equal to, when they are ok, and how they are shown."""

from __future__ import annotations

import copy
import html
import pickle
from pathlib import Path

import pytest
from helpers.commands import run_command
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Diagnostic, LineMap, Report, Severity, Span, check
from ftnotes.policy.diagnostics import NotEvaluated

FOUND = Diagnostic("FT201", "choice-not-in-list", "…", Severity.ERROR, Span(0, 3))
UNKNOWN = NotEvaluated("FT301", "hashtag-forbidden", ("intent",))
WRONG = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Partialy\n\n    -  [exo]  Exchange Online - done\n"
INFORMATION = (
    "EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n    -  [exo]  Exchange Online - done\n"
)
NOTES = (WRONG, INFORMATION, "", "Met the CIO.\n", "\x1b[31m<b>EXEC SUMMARY</b> â€“\n")


def report(*severities: Severity) -> Report:
    """A report with diagnostics of these severities."""
    return Report(tuple(Diagnostic("FT201", "choice-not-in-list", "…", severity, Span(0, 3)) for severity in severities))


def test_a_report_is_a_collection_of_diagnostics() -> None:
    """It iterates, has a length, and is falsy if nothing at all was found; rules not evaluated don't count."""
    full = Report((FOUND,), (UNKNOWN,))
    assert list(full) == [FOUND]
    assert len(full) == 1
    assert full
    assert FOUND in full
    assert not Report(not_evaluated=(UNKNOWN,))
    assert not check("Met the CIO.\n", select=["FT2"])


def test_a_report_is_ok_without_warnings() -> None:
    """Information alone is ok, as for the command; so are rules that were not evaluated."""
    assert report().ok
    assert Report(not_evaluated=(UNKNOWN,)).ok
    assert report(Severity.INFORMATION).ok
    assert not report(Severity.WARNING).ok
    assert not report(Severity.INFORMATION, Severity.ERROR).ok


@pytest.mark.parametrize("text", NOTES)
def test_ok_and_text_agree_with_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    """A report is ok if the command exits with 0, and its text is what the command prints."""
    file = tmp_path / "note"
    file.write_text(text, encoding="utf-8")
    status, out, _ = run_command(capsys, "check", str(file))
    found = check(text)
    assert found.ok == (status == 0)
    shown = str(found)
    assert shown + "\n" == out.replace(f"{file}:", "note:")
    assert pickle.loads(pickle.dumps(found)) == copy.deepcopy(found) == found
    assert str(pickle.loads(pickle.dumps(found))) == shown


def test_a_report_without_its_text_is_shown_as_values() -> None:
    """Places can't be counted without a text, so such a report is shown as its repr."""
    assert str(Report((FOUND,))) == repr(Report((FOUND,)))
    assert str(Report((FOUND,), lines=LineMap("one"), name="a\x07b")).startswith("a\\x07b:1:1: error FT201 ")


@given(st.text(st.sampled_from("<>&'\"\x1b") | st.characters()))
def test_nothing_of_a_note_is_unescaped_in_html(text: str) -> None:
    """A notebook shows the same text, and markup in a note is shown, not interpreted."""
    found = check(f"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: {text}\n- <script>&amp;: x\n")
    shown = found._repr_html_().removeprefix("<pre>").removesuffix("</pre>")
    assert not set(shown) & set("<>\"'\x1b")
    assert html.unescape(shown) == str(found)
