"""Notices about markup in the notes of exports."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from helpers.commands import run_command
from helpers.exports import made

from ftnotes.batch.rows import Row
from ftnotes.cli.files.markup import MarkupNotices
from ftnotes.cli.output.terminal import Screen

LINE_ENDS = (
    "e.csv: 2 of 4 notes have line ends as <br>, as \\n or between blocks of HTML: 2 were read, 1 were left; "
    "export again with real line ends if you can"
)
HTML = "e.csv: 1 of 4 notes contain HTML (<p> and <b>), which is ignored only around lines; export plain text if you can"


def test_notices_count_what_was_found() -> None:
    """There is a notice for written line ends and one for HTML, each with numbers, and none without either."""
    notices, out = MarkupNotices(), io.StringIO()
    notices.report(Screen(out), "e.csv")
    assert out.getvalue() == ""
    for text, line_ends in (("a<br>b", 2), (r"<p>a</p><b>x</b>", 0), ("x", 0), ("x", 1)):
        notices.add(Row("e.csv", 2, text, line_ends=line_ends))
    notices.report(Screen(out), "e.csv")
    assert out.getvalue() == f"ftnotes: {LINE_ENDS.replace('2 were', '3 were')}\nftnotes: {HTML}\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    "command",
    [
        ["check", "--select", "FT2"],
        ["fix", "--select", "FT2", "-o", "n.csv"],
        ["format", "--check"],
        ["parse"],
        ["records", "-o", "r.csv"],
    ],
)
def test_every_command_prints_the_notices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str], jobs: str
) -> None:
    """A note in one line is read, and standard error says what was made of its markup."""
    monkeypatch.chdir(tmp_path)
    summary = r"EXEC SUMMARY<br>- STATUS OF THE ENGAGEMENT: Reactive\n- M365 DEPLOYMENT PROGRESS: Not Deployed"
    made(tmp_path, "e.csv", f"Notes\n{summary}\n<p>a<b>\nx\na<br>b\n")
    more = () if command == ["parse"] else ("--jobs", jobs)
    status, _, err = run_command(capsys, *command, "e.csv", "--column", "Notes", *more)
    assert status in {0, 1}
    assert err == f"ftnotes: {LINE_ENDS}\nftnotes: {HTML}\n"
