"""Exports as the library and the command work on them: check, fix, records; in one process or several."""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
import pickle
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.exports import CLEAN, MENDABLE, NOTE, NOTES, WRONG, made, rows_of, sheet, table, workbook

import ftnotes
from ftnotes import Context, Severity
from ftnotes.batch import (
    SUFFIXES,
    Checked,
    Columns,
    ExportError,
    Fixed,
    Policy,
    Recorded,
    Row,
    RowError,
    check_export,
    fix_export,
    is_export,
    read_export,
    record_export,
    rewrite_export,
    workloads_name,
)
from ftnotes.batch import jobs as jobs_module
from ftnotes.batch.jobs import ChangeJob, CheckJob, FixJob, Job, RecordJob
from ftnotes.batch.packing import packed, unpacked
from ftnotes.batch.pool import map_rows
from ftnotes.batch.rows import Entry
from ftnotes.cli.main import main
from ftnotes.cli.options import export_arguments as command

COMMAND = Path(sysconfig.get_path("scripts")) / "ftnotes"

#: The rules about choices and hashtags alone: short notes lack much that others ask for.
CHOICES = Policy(select=("FT2", "FT3"))


def export(folder: Path, rows: int = 4, name: str = "export.csv", bad: bool = True) -> str:
    """A CSV export of notes, one of its rows ragged."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(["Tenant", "Notes"])
    writer.writerows([f"T{at}", (CLEAN, WRONG, MENDABLE)[at % 3]] for at in range(rows))
    return made(folder, name, file.getvalue() + ("ragged\r\n" if bad else ""))


# ---- the library


def test_each_row_is_checked_as_its_note_alone(tmp_path: Path) -> None:
    """What is found in a row is what `check` finds in its note; a problem stands where its row does."""
    *checked, problem = check_export(export(tmp_path), NOTES, CHOICES)
    for at, found in enumerate(checked):
        assert isinstance(found, Checked)
        assert (found.row.number, found.row.id, found.summaries) == (at + 2, f"T{at}", 1)
        assert found.report == ftnotes.check(found.row.text, select=("FT2", "FT3"))
    assert isinstance(problem, RowError)
    assert problem.row == 6


def test_processes_change_nothing(tmp_path: Path) -> None:
    """With two processes there are the same results in the same order, and the same new file."""
    file, one, two = export(tmp_path, 300), str(tmp_path / "1.csv"), str(tmp_path / "2.csv")
    policy = Policy(Context(role="FM"), ftnotes.Playbook.load("2020-05"), ignore=("FT5",))
    assert list(check_export(file, NOTES, policy, jobs=2)) == list(check_export(file, NOTES, policy))
    assert list(fix_export(file, two, NOTES, jobs=2)) == list(fix_export(file, one, NOTES))
    assert Path(one).read_bytes() == Path(two).read_bytes()
    assert list(record_export(file, NOTES, jobs=2)) == list(record_export(file, NOTES))


def test_an_error_comes_where_it_does_without_processes(tmp_path: Path) -> None:
    """Rows before the place from where nothing can be read come out first, whatever the number of processes."""
    file = made(tmp_path, "e.json", json.dumps([{"Notes": CLEAN}] * 100)[:-1])
    for jobs in (1, 2):
        seen: list[Checked | RowError] = []
        with pytest.raises(ExportError, match="row 100, line 1: is no JSON from here on"):
            seen.extend(check_export(file, Columns("Notes"), jobs=jobs))
        assert len(seen) == 100


def test_reading_ahead_is_bounded(tmp_path: Path) -> None:
    """Work that is not asked for is not done: the file is read a bounded stretch ahead."""
    read = 0

    def entries() -> Iterator[Entry]:
        nonlocal read
        for read in range(1, 10_001):
            yield jobs_entry(read)

    results = map_rows(ChangeJob(shout), entries(), 2)
    made_of = next(results)[1]
    assert made_of is not None
    assert made_of[1] == "NOTE"
    assert read <= 64 * 8
    results.close()


def jobs_entry(number: int) -> Entry:
    """A row, as readers give it."""
    return Entry(Row("f", number, "note"))


def end_process(row: Row) -> str:
    """What brings a process down."""
    os._exit(3)


def test_a_process_that_ends_is_told(tmp_path: Path) -> None:
    """A worker that goes down ends in one error with a remedy, not in a traceback of pools."""
    with pytest.raises(ExportError, match=r"^--jobs: a process could not be started, or was ended from outside: try --jobs 1"):
        list(map_rows(ChangeJob(end_process), iter([jobs_entry(1)]), 2))


def test_what_a_process_does_is_what_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The functions of the worker processes, run here."""
    import signal

    from ftnotes.batch import pool as work

    before = signal.getsignal(signal.SIGINT)
    try:
        work._init_worker(ChangeJob(shout))
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    assert work._run_batch([Row("f", 1, "note")]) == ["NOTE"]


def test_columns_tell_the_context(tmp_path: Path) -> None:
    """What a column tells of a note counts for it alone; cells that can't be understood are told by row."""
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
    assert found[4].reason.startswith("its date is '8.5.2020', and dates are read as 2020-05-08")
    assert isinstance(found[5], RowError)
    fixed = list(fix_export(file, str(tmp_path / "new.csv"), columns))
    assert [type(one) for one in fixed] == [Fixed] * 3 + [RowError] * 3
    assert (tmp_path / "new.csv").read_bytes() == Path(file).read_bytes()


def test_contexts_are_remembered_in_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many different contexts the rows tell, few are kept."""
    monkeypatch.setattr(jobs_module, "_KINDS", 2)
    job = jobs_module.CheckJob(Policy())
    for day in range(1, 8):
        assert isinstance(job(Row("f", day, CLEAN, context={"date": f"2020-05-0{day}"})), Checked)
    assert len(job._contexts._known) <= 2


def test_a_policy_is_looked_at_before_any_row(tmp_path: Path) -> None:
    """What the policy names wrongly is told at once."""
    file = export(tmp_path)
    for policy, message in (
        (Policy(select=("FT999",)), "there is no rule 'FT999'"),
        (Policy(Context(role="King")), "knows no role 'King'"),
        (Policy(severities={"FT2": "bad"}), "there is no severity 'bad'"),
    ):
        with pytest.raises(ValueError, match=message):
            check_export(file, NOTES, policy)
    (one, *_) = check_export(export(tmp_path, 2), NOTES, Policy(select=("FT2",), severities={"FT2": Severity.INFORMATION}))
    assert isinstance(one, Checked)
    with pytest.raises(ValueError, match="jobs takes a number of processes, 1 or more, not 0"):
        list(check_export(file, NOTES, jobs=0))


def test_a_new_export_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """It appears when the last row has been gone through; stopping before, or a problem where strict, leaves nothing."""
    file, target = export(tmp_path), tmp_path / "new.csv"
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


def test_where_a_new_export_can_not_be_written_is_told(tmp_path: Path) -> None:
    """Onto itself, in another format, in no folder: each is refused with what to do."""
    file = export(tmp_path)
    for target, message in (
        (file, "is the export that is read: name another file to write"),
        (str(tmp_path / "new.tsv"), "a new export has the format of the old one: end its name in .csv"),
        (str(tmp_path / "none" / "new.csv"), "can't be written: No such file or directory; name a file in a folder that is"),
    ):
        with pytest.raises(ExportError) as caught:
            list(fix_export(file, target, NOTES))
        assert str(caught.value).startswith(f"{target}: {message}")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions bind nobody here")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    """A file of somebody else is told as that."""
    file = export(tmp_path)
    os.chmod(file, 0)
    with pytest.raises(ExportError, match="you may not read it"):
        list(read_export(file, NOTES))


def test_files_that_can_not_be_opened_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing, a folder, no name, refused by the system, of another kind: one error each."""
    (tmp_path / "folder.csv").mkdir()
    for name, message in (
        ("none.csv", "there is no such file; check its name and the folder you are in"),
        ("folder.csv", "is a folder; name the exports in it"),
        ("note.md", "is no export by its name; these end in .csv, .tsv, .jsonl, .json, .xlsx, .parquet"),
        ("a\0.csv", "is no name that a file can have; check it"),
    ):
        with pytest.raises(ExportError, match=message):
            list(read_export(str(tmp_path / name), NOTES))
    for error, message in (
        (PermissionError(), "you may not read it"),
        (OSError(5, "worn out"), "can't be read: worn out; try"),
    ):

        def refuse(*arguments: object, error: OSError = error) -> None:
            raise error

        with monkeypatch.context() as patched:
            patched.setattr("builtins.open", refuse)
            with pytest.raises(ExportError, match=message):
                list(read_export("e.csv", NOTES))


def test_errors_and_results_can_be_sent_between_processes(tmp_path: Path) -> None:
    """All that comes out can be pickled."""
    with pytest.raises(ExportError) as caught:
        list(read_export("none.csv", NOTES))
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.error) == (str(caught.value), caught.value.error)
    for results in (check_export(export(tmp_path), NOTES), record_export(export(tmp_path), NOTES)):
        found = list(results)
        assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize(
    "job",
    [CheckJob(Policy()), FixJob(Policy(), unsafe=True), RecordJob(None), ChangeJob(str)],
    ids=lambda job: type(job).__name__,
)
def test_what_is_sent_between_processes_comes_back_as_it_was(job: Job[object]) -> None:
    """Sent, pickled and received, a result is the same; a problem too."""
    for text in (CLEAN, WRONG, MENDABLE, "* TEAMS: Â "):
        row = Row("f", 1, text)
        made_of = job(row)
        assert job.receive(row, pickle.loads(pickle.dumps(job.send(row)))) == made_of
    if isinstance(job, CheckJob | FixJob):
        row = Row("f", 1, CLEAN, context={"role": "King"})
        assert isinstance(job(row), RowError)
        assert job.receive(row, job.send(row)) == job(row)


def test_packed_reports_are_remembered_in_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many different reports there are, what is kept of them is little."""
    from ftnotes.batch import packing as wire

    monkeypatch.setattr(wire, "_MOST", 2)
    for role in (None, "fasttrack-manager", "fm", None):
        report = ftnotes.check(WRONG, context=Context(role=role))
        assert unpacked(packed(report)) == report
        assert len(wire._SEEN) <= 2


def shout(row: Row) -> str:
    """Another note, made by a function of a module, which processes can be sent."""
    return row.text.upper()


def test_notes_can_be_rewritten_by_anybodys_function(tmp_path: Path) -> None:
    """A function of one's own gives the new notes, here or in processes."""
    file, target = export(tmp_path), tmp_path / "new.csv"
    for jobs in (1, 2):
        found = list(rewrite_export(file, str(target), NOTES, shout, jobs=jobs))
        assert [one[1] for one in found if not isinstance(one, RowError)] == [
            CLEAN.upper(),
            WRONG.upper(),
            MENDABLE.upper(),
            CLEAN.upper(),
        ]
        assert csv.reader(io.StringIO(target.read_text(), newline=""))


# ---- the command


def say(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, list[str], list[str]]:
    """What the command returns, and the lines that it prints on stdout and stderr."""
    status = main(argv)
    out, err = capsys.readouterr()
    return status, out.split("\n")[:-1], err.split("\n")[:-1]


def test_the_command_knows_exports_by_the_same_names() -> None:
    """The endings that the command looks at before it loads anything are those of the library."""
    assert command.SUFFIXES == SUFFIXES
    assert all(is_export(f"e{suffix.upper()}") for suffix in SUFFIXES)


def test_findings_name_file_row_id_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A finding in an export has its file, row and id, and the line inside the note; problems are told on stderr, status 2."""
    file = export(tmp_path)
    status, out, err = say(capsys, "check", "--select", "FT2", file, "--column", "Notes", "--id-column", "Tenant")
    assert status == 2
    assert out[0].startswith(f"{file}, row 3 (T1):2:29: error FT201 choice-not-in-list")
    assert out[-1] == "2 findings in 2 of 4 notes: 1 error, 1 information; 1 input could not be read"
    assert err == [
        f"ftnotes: {file}, row 6, line 14: has 1 cell where there are 2 columns: a delimiter, quote or line end in one of its "
        "cells is probably not in quotes; export it again with quotes"
    ]


def test_the_status_is_that_of_the_worst(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """0 clean, 1 findings, 2 what can't be read or nothing to check."""
    check = ("check", "--select", "FT2", "--column", "Notes")
    clean = export(tmp_path, 1, "clean.csv", bad=False)
    faulty = export(tmp_path, 2, "faulty.csv", bad=False)
    note = made(tmp_path, "note.md", WRONG)
    assert say(capsys, *check, clean)[:2] == (0, ["No findings in 1 note"])
    assert say(capsys, *check, clean, faulty)[0] == 1
    status, out, _ = say(capsys, *check, clean, note)
    assert (status, out[0][: len(note) + 6]) == (1, f"{note}:2:29:")
    assert say(capsys, *check, made(tmp_path, "e.csv", "Notes\n"))[:2] == (2, ["Nothing was checked"])
    assert say(capsys, *check, clean, str(tmp_path / "none.md"))[0] == 2
    assert say(capsys, *check, clean, str(tmp_path / "none.csv"), faulty)[1][-1].endswith("1 input could not be read")
    assert say(capsys, *check, "--role", "King", clean)[0] == 2


def test_an_export_needs_its_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --column the command says so, and reads nothing."""
    file = export(tmp_path)
    for argv in (("check", file), ("records", file, "-o", str(tmp_path / "out.csv"))):
        status, out, err = say(capsys, *argv)
        assert (status, out) == (2, [])
        assert err == [
            f"ftnotes {argv[0]}: {file} is an export by its name: say which column holds the notes, as in --column Notes"
        ]


def test_strict_stops_at_the_first_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --strict nothing is read after a row that can't be, and no table is written."""
    file = made(tmp_path, "e.csv", f'Tenant,Notes\n1\n2,"{WRONG}"\n')
    more = export(tmp_path, bad=False)
    status, out, err = say(capsys, "check", "--strict", file, more, "--column", "Notes")
    assert (status, out, len(err)) == (2, ["Nothing was checked; 1 input could not be read"], 1)
    target = tmp_path / "out.csv"
    status, out, err = say(capsys, "records", "--strict", file, "--column", "Notes", "-o", str(target))
    assert (status, out, err[1:]) == (2, [], ["ftnotes records: nothing was written"])
    assert not target.exists()


def test_much_of_the_same_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a file with many bad rows, twenty are told, and the number of the others."""
    file = made(tmp_path, "e.csv", f'Tenant,Notes\n1,"{CLEAN}"\n' + "x\n" * 50)
    status, _, err = say(capsys, "check", file, "--column", "Notes")
    assert (status, len(err)) == (2, 21)
    assert err[-1] == f"ftnotes: {file}: 30 more rows could not be read"


def test_records_of_notes_and_exports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`records` writes both tables of all notes given, and says what it wrote."""
    notes = made(tmp_path, "a.md", NOTE.replace("\ud800", "")), made(tmp_path, "b.md", "prose\n")
    target = str(tmp_path / "out.jsonl")
    status, out, err = say(capsys, "records", *notes, export(tmp_path, bad=False), "--column", "Notes", "-o", target)
    assert (status, err) == (0, [])
    assert out == [
        f"{target}: 5 summaries of 6 notes",
        f"{target.replace('.jsonl', '-workloads.jsonl')}: 1 workload",
        "No exec summary was found in 1 note",
    ]
    assert [row["row"] for row in rows_of(target)] == [None, 2, 3, 4, 5]
    status, out, err = say(capsys, "records", notes[0], str(tmp_path / "none.md"), "-o", target)
    assert (status, len(out), len(err)) == (2, 2, 1)
    status, out, err = say(capsys, "records", export(tmp_path), "none.csv", "--column", "Notes", "-o", target)
    assert (status, len(out), len(err)) == (2, 2, 2)
    assert say(capsys, "records", notes[1], "-o", str(tmp_path / "none" / "out.csv"))[0] == 2
    assert say(capsys, "records", notes[1], "-o", str(tmp_path / "out.txt"))[0] == 2
    before = Path(target).read_bytes()
    status, out, err = say(capsys, "records", str(tmp_path / "none.md"), "-o", target)
    assert (status, out, len(err)) == (2, [], 3)
    assert Path(target).read_bytes() == before


@pytest.mark.parametrize("said", ["tab", "\\t", "\t"])
def test_a_tab_can_be_typed(tmp_path: Path, capsys: pytest.CaptureFixture[str], said: str) -> None:
    """A tab, which shells make hard to give, has a name as delimiter."""
    file = made(tmp_path, "e.csv", "Notes\tTenant\nprose,\tx\n")
    assert say(capsys, "check", "--select", "FT2", file, "--column", "Notes", "--delimiter", said)[0] == 0


@pytest.mark.parametrize("option", ["--jobs", "--max-cell", "--max-expanded"])
def test_numbers_are_whole_and_above_nothing(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A count is refused with what is accepted."""
    status, _, err = say(capsys, "check", "e.csv", option, "0")
    assert (status, err[-1]) == (
        2,
        f"ftnotes check: argument {option}: takes a whole number, 1 or more, not '0' (see ftnotes check --help)",
    )


def test_limits_are_raised_by_options(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the error names raises the limit."""
    file = made(tmp_path, "e.csv", f'Notes\n"{CLEAN}\n{"x" * 200_000}"\n')
    assert say(capsys, "check", "--select", "FT2", file, "--column", "Notes")[0] == 2
    assert say(capsys, "check", "--select", "FT2", file, "--column", "Notes", "--max-cell", "300000")[0] == 0


def run(*argv: str) -> subprocess.CompletedProcess[str]:
    """The installed command."""
    return subprocess.run([COMMAND, *argv], capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_installed_command_checks_an_export(tmp_path: Path) -> None:
    """``ftnotes check export.csv --column``, from end to end, in one process and in two."""
    file = export(tmp_path, 150)
    one, two = (
        run("check", file, "--column", "Notes", "--id-column", "Tenant", "--select", "FT2", "--jobs", jobs) for jobs in "12"
    )
    assert one.returncode == two.returncode == 2
    assert (one.stdout, one.stderr) == (two.stdout, two.stderr)
    assert f"{file}, row 3 (T1):2:29: error FT201" in one.stdout
    assert one.stdout.endswith("100 findings in 100 of 150 notes: 50 errors, 50 information; 1 input could not be read\n")
    assert "Traceback" not in one.stderr


def test_the_installed_command_writes_records(tmp_path: Path) -> None:
    """``ftnotes records``, from end to end."""
    target = str(tmp_path / "out.csv")
    done = run("records", export(tmp_path, bad=False), "--column", "Notes", "--id-column", "Tenant", "-o", target)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{target}: 4 summaries of 4 notes\n{workloads_name(target)}: 0 workloads\n"
    assert [row["id"] for row in rows_of(target)] == ["T0", "T1", "T2", "T3"]
    assert rows_of(workloads_name(target)) == []


def test_the_installed_command_reads_a_workbook(tmp_path: Path) -> None:
    """``ftnotes check export.xlsx``: read, or told what to install."""
    file = workbook(tmp_path, sheet(table(("Tenant", "Notes"), ("T0", WRONG.replace("\n", "&#10;")))))
    done = run("check", file, "--column", "Notes", "--select", "FT2")
    try:
        import python_calamine  # noqa: F401
    except ImportError:
        assert "pip install 'ftnotes[excel]'" in done.stderr
    else:
        assert (done.returncode, done.stderr) == (1, "")
        assert f"{file}, row 2:2:29: error FT201" in done.stdout


def test_recorded_rows_keep_their_row(tmp_path: Path) -> None:
    """Records come with the row that they are of."""
    found = [one for one in record_export(export(tmp_path), NOTES) if isinstance(one, Recorded)]
    assert [(one.row.id, one.records[0].engagement_status_choice) for one in found] == [
        ("T0", "reactive"),
        ("T1", None),
        ("T2", "fully-engaged"),
        ("T3", "reactive"),
    ]
