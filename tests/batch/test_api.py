"""Exports as the library works on them: check, fix, rewrite and record, in one process or several."""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
import pickle
from operator import attrgetter
from pathlib import Path

import pytest
from helpers.exports import CLEAN, FIXABLE, NOTES, WRONG, made, numbered, shout

import ftnotes
from ftnotes import Context, Severity
from ftnotes.batch import (
    Checked,
    Columns,
    ExportError,
    Fixed,
    Policy,
    Recorded,
    RowError,
    check_export,
    fix_export,
    preview_rewrite,
    read_export,
    record_export,
    rewrite_export,
)
from ftnotes.batch.api import view_checks

#: The rules about choices and hashtags alone: short notes lack much that others ask for.
CHOICES = Policy(select=("FT2", "FT3"))


def test_each_row_is_checked_as_its_note_alone(tmp_path: Path) -> None:
    """The report about a row is that of `check` about its note; the error of a row has its place in the order."""
    *checked, problem = check_export(numbered(tmp_path), NOTES, CHOICES)
    for at, found in enumerate(checked):
        assert isinstance(found, Checked)
        assert (found.row.number, found.row.id, found.summaries) == (at + 2, f"T{at}", 1)
        assert found.report == ftnotes.check(found.row.text, select=("FT2", "FT3"))
    assert isinstance(problem, RowError)
    assert problem.row == 6


def test_processes_change_nothing(tmp_path: Path) -> None:
    """With two processes there are the same results in the same order, and the same new file."""
    file, one, two = numbered(tmp_path, 300), str(tmp_path / "1.csv"), str(tmp_path / "2.csv")
    policy = Policy(Context(role="FM"), ftnotes.Playbook.load("2020-05"), ignore=("FT5",))
    assert list(check_export(file, NOTES, policy, jobs=2)) == list(check_export(file, NOTES, policy))
    checked = [
        found if isinstance(found, RowError) else (found.row, found.report) for found in check_export(file, NOTES, policy)
    ]
    for jobs in (1, 2):
        assert list(view_checks(file, NOTES, policy, attrgetter("report"), jobs=jobs)) == checked
    assert list(fix_export(file, two, NOTES, jobs=2)) == list(fix_export(file, one, NOTES))
    assert Path(one).read_bytes() == Path(two).read_bytes()
    assert list(record_export(file, NOTES, jobs=2)) == list(record_export(file, NOTES))


def test_an_error_comes_where_it_does_without_processes(tmp_path: Path) -> None:
    """Rows before the place from which nothing can be read come first, with any number of processes."""
    file = made(tmp_path, "e.json", json.dumps([{"Notes": CLEAN}] * 100)[:-1])
    for jobs in (1, 2):
        seen: list[Checked | RowError] = []
        with pytest.raises(ExportError, match="row 100, line 1: is not JSON from here on"):
            seen.extend(check_export(file, Columns("Notes"), jobs=jobs))
        assert len(seen) == 100


def test_columns_give_the_context(tmp_path: Path) -> None:
    """Context columns apply to the note of their row; a cell that can't be understood is an error of its row."""
    file = made(
        tmp_path,
        "e.csv",
        "Notes,Who,When\n"
        + "".join(
            f'"{CLEAN}",{who}\n' for who in ("FM,2020-05-08T10:00", "FM,", ",", "King,", "FM,8.5.2020", "FM,2020-05-081")
        ),
    )
    columns = Columns("Notes", role="Who", date="When")
    found = list(check_export(file, columns, Policy(Context(date=datetime.date(2021, 1, 1)))))
    for at, context in enumerate(
        (
            Context(role="FM", date=datetime.date(2020, 5, 8)),
            Context(role="FM", date=datetime.date(2021, 1, 1)),
            Context(date=datetime.date(2021, 1, 1)),
        )
    ):
        one = found[at]
        assert isinstance(one, Checked)
        assert one.report == ftnotes.check(CLEAN, context=context)
    assert isinstance(found[3], RowError)
    assert "knows no role 'King'" in found[3].reason
    assert isinstance(found[4], RowError)
    assert found[4].reason.startswith("date '8.5.2020' is not written like 2020-05-08; if day, month and year are")
    assert isinstance(found[5], RowError)
    fixed = list(fix_export(file, str(tmp_path / "new.csv"), columns))
    assert [type(one) for one in fixed] == [Fixed] * 3 + [RowError] * 3
    assert (tmp_path / "new.csv").read_bytes() == Path(file).read_bytes()


def test_a_policy_is_validated_before_any_row(tmp_path: Path) -> None:
    """An unknown name in a policy raises an error at once."""
    file = numbered(tmp_path)
    for policy, message in (
        (Policy(select=("FT999",)), "there is no rule 'FT999'"),
        (Policy(Context(role="King")), "knows no role 'King'"),
        (Policy(severities={"FT2": "bad"}), "there is no severity 'bad'"),  # type: ignore[dict-item] # what an untyped caller may give
    ):
        with pytest.raises(ValueError, match=message):
            check_export(file, NOTES, policy)
    (one, *_) = check_export(numbered(tmp_path, 2), NOTES, Policy(select=("FT2",), severities={"FT2": Severity.INFORMATION}))
    assert isinstance(one, Checked)
    with pytest.raises(ValueError, match="jobs takes a number of processes from 1 to 61, not 0"):
        list(check_export(file, NOTES, jobs=0))


def test_a_new_export_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """It appears after the last row; stopping before that, or an error if strict, leaves nothing."""
    file, target = numbered(tmp_path), tmp_path / "new.csv"
    target.write_text("old")
    results = fix_export(file, str(target), NOTES, CHOICES)
    next(results)
    assert target.read_text() == "old"
    results.close()
    with pytest.raises(ExportError, match="row 6"):
        list(fix_export(file, str(target), NOTES, strict=True))
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["export.csv", "new.csv"]
    results = fix_export(file, str(target), NOTES, CHOICES)
    assert [one.result.changed for one in results if isinstance(one, Fixed)] == [False, False, True, False]
    assert target.read_bytes() == Path(file).read_bytes().replace(b"fully   engaged", b"Fully Engaged")


def test_where_a_new_export_can_not_be_written_is_reported(tmp_path: Path) -> None:
    """A target that is the export, has another format, or is in a missing folder is refused with a remedy."""
    file = numbered(tmp_path)
    for target, message in (
        (file, "is itself an input and would be lost; name another file to write"),
        (str(tmp_path / "new.tsv"), "a new export has the format of the old one: end its name in .csv"),
        (str(tmp_path / "none" / "new.csv"), "can't be written: No such file or directory; check the name and the folder"),
    ):
        with pytest.raises(ExportError) as caught:
            list(fix_export(file, target, NOTES))
        assert str(caught.value).startswith(f"{target}: {message}")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions bind nobody here")
def test_a_file_without_read_permission_is_refused(tmp_path: Path) -> None:
    """A file that the user has no permission to read is refused with that reason."""
    file = numbered(tmp_path)
    os.chmod(file, 0)
    with pytest.raises(ExportError, match="can't be read: permission denied"):
        list(read_export(file, NOTES))


def test_files_that_can_not_be_opened_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing file, a folder, an invalid name, an error of the system and another format each raise one error."""
    (tmp_path / "folder.csv").mkdir()
    for name, message in (
        ("none.csv", "there is no such file; check its name and the folder you are in"),
        ("folder.csv", "is a folder; name a file in it"),
        ("note.md", "is not an export by its name; exports end in .csv, .tsv, .jsonl, .json, .xlsx, .parquet"),
        ("a\0.csv", "is not a valid file name; check it"),
    ):
        with pytest.raises(ExportError, match=message):
            list(read_export(str(tmp_path / name), NOTES))
    for error, message in (
        (PermissionError(), "can't be read: permission denied"),
        (OSError(5, "worn out"), "can't be read: worn out; try"),
    ):

        def refuse(*arguments: object, error: OSError = error) -> None:
            raise error

        with monkeypatch.context() as patched:
            patched.setattr("builtins.open", refuse)
            with pytest.raises(ExportError, match=message):
                list(read_export("e.csv", NOTES))


def test_errors_and_results_can_be_sent_between_processes(tmp_path: Path) -> None:
    """All results and errors can be pickled."""
    with pytest.raises(ExportError) as caught:
        list(read_export("none.csv", NOTES))
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.error) == (str(caught.value), caught.value.error)
    for results in (check_export(numbered(tmp_path), NOTES), record_export(numbered(tmp_path), NOTES)):
        found = list(results)
        assert pickle.loads(pickle.dumps(found)) == found


def test_notes_can_be_rewritten_by_any_function(tmp_path: Path) -> None:
    """A custom function makes the new notes, in this process or in others."""
    file, target = numbered(tmp_path), tmp_path / "new.csv"
    for jobs in (1, 2):
        found = list(rewrite_export(file, str(target), NOTES, shout, jobs=jobs))
        assert list(preview_rewrite(file, NOTES, shout, jobs=jobs)) == found
        assert [one[1] for one in found if not isinstance(one, RowError)] == [
            CLEAN.upper(),
            WRONG.upper(),
            FIXABLE.upper(),
            CLEAN.upper(),
        ]
        assert csv.reader(io.StringIO(target.read_text(), newline=""))


def test_recorded_rows_keep_their_row(tmp_path: Path) -> None:
    """Records come with their row, and with a playbook or an edition."""
    found = [one for one in record_export(numbered(tmp_path), NOTES) if isinstance(one, Recorded)]
    assert [(one.row.id, one.records[0].engagement_status_choice) for one in found] == [
        ("T0", "reactive"),
        ("T1", None),
        ("T2", "fully-engaged"),
        ("T3", "reactive"),
    ]
    assert found == list(record_export(numbered(tmp_path, bad=False), NOTES, edition=ftnotes.Playbook.load().id))
    with pytest.raises(ValueError, match="both"):
        record_export(numbered(tmp_path), NOTES, ftnotes.Playbook.load(), edition="2020-05")
