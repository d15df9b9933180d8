"""The outline that ``ftnotes parse`` prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.commands import notes, run_command

from ftnotes.text.display import width


def test_an_outline_names_each_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The outline names each part with its line: fields by key, workloads by tag and name, and unknown ones as such."""
    text = (
        "Call today.\n\n**EXEC SUMMARY** #covid\n- [EXO] Exchange Online - outside\n"
        "- DESCRIBE THE CUSTOMER: Contoso,\n  bakery\n"
        "- STATUS OF THE ENGAGEMENT: Engaged\n- M365 DEPLOYMENT PROGRESS: not deployed #beta\n- RISKS: budget\n"
        "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n   - [EXO] Exchange Online - Planning\n"
        "   - [OLM+FOO] Mail - both\n   - Teams\n\n\n\nstray\n- REQUESTS FOR SUPPORT:\n\nKind regards,\nAna"
    )
    (name,) = notes(tmp_path, note=text)
    status, out, err = run_command(capsys, "parse", name)
    assert (status, err) == (0, "")
    assert out == (
        f"{name}: 1 summary\n"
        "     1  prose, 2 lines\n"
        '     3  exec summary "EXEC SUMMARY", English, with #covid\n'
        "     4    [EXO] Exchange Online: outside (outside the list of workloads)\n"
        "     5    customer: Contoso, / bakery\n"
        "     7    engagement-status: Engaged (not a valid choice)\n"
        "     8    deployment-progress: not deployed #beta (not-deployed)\n"
        "     9    unknown label RISKS: budget\n"
        "    10    workloads:\n"
        "    11      [EXO] Exchange Online: Planning\n"
        "    12      [OLM+FOO] (unknown tag) Mail: both\n"
        "    13      (no tag) Teams: (empty)\n"
        "    17    prose, 1 line\n"
        "    18    support-requests: (empty)\n"
        "    20  prose, 2 lines\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [": empty"]),
        ("\n \n", [": no summary", "     1  blank, 2 lines"]),
        ("a\r\nb", [": no summary", "     1  prose, 2 lines"]),
        (
            "- STATUS OF THE ENGAGEMENT: Reactive\n- REQUESTS FOR SUPPORT: None\n",
            [
                ": 1 summary",
                "     1  exec summary without a title, English",
                "     1    engagement-status: Reactive (reactive)",
            ],
        ),
        (
            2 * "EXEC SUMMARY\n- REQUESTS FOR SUPPORT: None\n",
            [
                ": 2 summaries",
                '     1  exec summary "EXEC SUMMARY", English',
                "     2    support-requests: None",
                '     3  exec summary "EXEC SUMMARY", English',
            ],
        ),
        (
            "EXEC SUMMARY\n- REQUESTS FOR SUPPORT: None\n- [X] - y\n",
            [": 1 summary", '     1  exec summary "EXEC SUMMARY", English'],
        ),
    ],
)
def test_outlines_of_odd_notes(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, lines: list[str]) -> None:
    """An empty note, one without summary, and one without title have an outline that says so."""
    (name,) = notes(tmp_path, note=text)
    _, out, _ = run_command(capsys, "parse", name)
    assert out.splitlines()[: len(lines)] == [name + lines[0], *lines[1:]]


@pytest.mark.parametrize("value", ["word " * 400, "保留" * 100, "\x1b" * 300, "word\n  " * 200])
def test_outlines_are_cut_to_fit(tmp_path: Path, capsys: pytest.CaptureFixture[str], value: str) -> None:
    """However long a value is, its line of the outline fits, and dots say that it goes on."""
    (name,) = notes(tmp_path, note=f"EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: {value}\n")
    line = run_command(capsys, "parse", name)[1].splitlines()[2]
    assert width(line) <= 110
    assert line.endswith("...")


def test_outlines_are_cut_between_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line that is cut ends with a whole word."""
    for before in range(20):
        words = [f"word{number}" for number in range(100)]
        (name,) = notes(tmp_path, note=f"EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: {'x' * before} {' '.join(words)}\n")
        line = run_command(capsys, "parse", name)[1].splitlines()[2]
        assert line.removesuffix("...").split()[-1] in words
        assert 85 < width(line) <= 110
