"""The example notes are what their names promise."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ftnotes import check, parse
from ftnotes.strategies.examples import LIFECYCLE, MESSY, NOTES, ON_HOLD, PAGE, TIDY


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TIDY, set()),
        (MESSY, {"FT103", "FT108", "FT109", "FT110", "FT201", "FT204", "FT404", "FT405", "FT408", "FT601"}),
        (ON_HOLD, {"FT301"}),
        (LIFECYCLE, set()),
        (PAGE, {"FT103"}),
    ],
)
def test_the_example_notes_have_their_problems(text: str, found: set[str]) -> None:
    """Each note has exactly these problems."""
    assert {one.code for one in check(text).diagnostics} == found
    assert text in NOTES.values()


def test_the_example_notes_have_their_contents() -> None:
    """The messy note has the workloads of the tidy one; the page has two summaries, the call none."""
    (summary,) = parse(MESSY).exec_summaries
    assert [workload.tags or (workload.name,) for workload in summary.workloads] == [("EXO",), ("Teams",)]
    assert [summary.language for summary in parse(PAGE).exec_summaries] == ["de", "en"]
    assert not parse(LIFECYCLE).exec_summaries


def test_the_example_notes_need_no_hypothesis() -> None:
    """Plain tests can import them where Hypothesis is not installed."""
    program = "import sys; sys.modules['hypothesis'] = None; from ftnotes.strategies.examples import TIDY; print(TIDY, end='')"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == TIDY
