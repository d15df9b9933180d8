"""Exports on the command line: `check` and `fix` treat rows like notes in files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers.commands import run_command, run_installed, run_lines
from helpers.exports import CLEAN, WRONG, made, numbered, sheet, table, workbook
from helpers.paths import DATA

from ftnotes import FixResult, check, fix
from ftnotes.batch import Columns, Fixed, Policy, RowError, preview_fixes
from ftnotes.cli.output.printers import FORMATS

SPELLING = CLEAN.replace("Reactive", "reactive")
HEAD = "Tenant,Role,Notes\r\n"


def export(folder: Path, *texts: str, name: str = "e.csv", bad: bool = False) -> str:
    """An export with these notes, of tenants T0, T1 and so on."""
    rows = "".join(f'T{number},,"{text}"\r\n' for number, text in enumerate(texts))
    return made(folder, name, HEAD + rows + ("lost; half\r\n" if bad else ""))


def asked(file: str, *argv: str) -> tuple[str, ...]:
    """Arguments that read the column of the notes."""
    return (file, "--column", "Notes", "--id-column", "Tenant", "--select", "FT2", *argv)


def test_the_threshold_and_exit_zero_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--fail-on`, `--exit-zero` and severities of the configuration apply to rows."""
    file = export(tmp_path, SPELLING)
    assert run_command(capsys, "check", *asked(file))[0] == 0
    assert run_command(capsys, "check", *asked(file, "--fail-on", "information"))[0] == 1
    assert run_command(capsys, "check", *asked(file, "--fail-on", "information", "--exit-zero"))[0] == 0
    configuration = made(tmp_path, "own.toml", '[severity]\nFT204 = "error"\n')
    status, out, _ = run_command(capsys, "check", *asked(file, "--config", configuration, "--output-format", "concise"))
    assert status == 1
    assert f"{file}, row 2 (T0):2:29: error FT204" in out
    file, target = export(tmp_path, SPELLING + WRONG), str(tmp_path / "fixed.csv")
    configuration = made(tmp_path, "own.toml", '[severity]\nFT201 = "information"\n')
    status, out, _ = run_command(capsys, "fix", *asked(file, "--config", configuration, "-o", target))
    assert status == 0
    assert "1 problem left in 1 note: 1 information; " in out


def test_the_context_of_files_counts_for_exports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pattern of the configuration sees the name of the export."""
    own = made(tmp_path, "ftnotes.toml", '[[files]]\npattern = "e.csv"\nrole = "FastTrack Manager"\npriority = "low"\n')
    argv = ("--column", "Notes", "--config", own, "--select", "FT507", "--show-not-evaluated")
    told, other = (run_command(capsys, "check", export(tmp_path, CLEAN, name=name), *argv) for name in ("e.csv", "other.csv"))
    assert "FT507" in told[1]
    assert "skipped: needs" not in told[1]
    assert "skipped: needs --role and --priority" in other[1]


def test_statistics_count_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--statistics` counts the problems of all rows."""
    status, out, _ = run_command(capsys, "check", *asked(export(tmp_path, SPELLING, WRONG, SPELLING), "--statistics"))
    assert status == 1
    assert out.split("\n")[:2] == [
        "2  information  FT204  choice-spelling (2 with --fix)",
        "1  error        FT201  choice-not-in-list (1 with --unsafe-fixes)",
    ]


def test_json_has_row_and_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In JSON the file, the row and the id are members of their own; without a column for ids there is none."""
    file = export(tmp_path, CLEAN, WRONG)
    _, out, _ = run_command(capsys, "check", *asked(file, "--output-format", "json"))
    found = [json.loads(line) for line in out.split("\n")[:-1]]
    assert [(one["file"], one["row"], one["id"]) for one in found] == [(file, 2, "T0"), (file, 3, "T1")]
    assert [[one["code"] for one in each["diagnostics"]] for each in found] == [[], ["FT201"]]
    _, out, _ = run_command(capsys, "check", file, "--column", "Notes", "--output-format", "json")
    assert "id" not in json.loads(out.split("\n")[0])


@pytest.mark.parametrize("form", ["sarif", "github"])
def test_formats_that_need_lines_of_files_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    """SARIF and annotations have no place for a note in a cell; the message names the formats that have."""
    status, out, err = run_command(capsys, "check", *asked(export(tmp_path, CLEAN), "--output-format", form))
    assert (status, out) == (2, "")
    assert err == (
        f"ftnotes check: --output-format {form} needs lines of files, which notes in exports don't have; "
        "use full, concise or json, or leave the exports out\n"
    )


@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if form.for_rows])
def test_redaction_leaves_out_ids_and_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    """With `--redact` no cell of the export is printed: neither notes nor ids, nor reasons that quote one."""
    file = made(tmp_path, "e.csv", f'Tenant,Day,Notes\nSECRET,,"{WRONG}"\nSECRET,SECRET,x\n')
    argv = (*asked(file, "--date-column", "Day"), "--output-format", form)
    assert sum(part.count("SECRET") for part in run_command(capsys, "check", *argv)[1:]) >= 2
    status, out, err = run_command(capsys, "check", *argv, "--redact")
    assert (status, "SECRET" in out + err) == (2, False)
    assert err == f"ftnotes: {file}, row 3, line 5: can't be read; run without --redact for the reason, which may quote it\n"
    # Where the row of names is missing, a note stands in its place.
    file = made(tmp_path, "e.csv", "T,SECRET\n")
    assert "SECRET" not in "".join(run_command(capsys, "check", *asked(file, "--redact"))[1:])


def test_patterns_mean_exports_too(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern can match exports; one that is named twice is read once; `-` can be among the inputs."""
    monkeypatch.chdir(tmp_path)
    export(tmp_path, CLEAN)
    assert run_command(capsys, "check", *asked("*.csv", "e.csv"))[1] == "No problems in 1 note\n"
    status, out, err = run_command(capsys, "check", "*.csv")
    assert (status, out) == (2, "")
    assert err.startswith("ftnotes check: e.csv: .csv is read as an export; pass --column, as in --column Notes")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["check", "--column", "Notes"], "--column needs an export: a file that ends in .csv, "),
        (["fix", "-o", "x.csv"], "-o needs an export"),
        (["fix", "--diff", "-o", "x.csv"], "-o is about writing, and --diff writes nothing; use one of them"),
    ],
)
def test_options_of_exports_need_one(tmp_path: Path, capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    """Options about exports are refused without one."""
    status, out, err = run_command(capsys, *argv, made(tmp_path, "note.txt", CLEAN))
    assert (status, out) == (2, "")
    assert message in err


# ---- fixing


def test_an_export_is_fixed_into_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`fix -o` writes the fixed notes and all else unchanged, bad rows included; the export itself is kept."""
    file = export(tmp_path, CLEAN, SPELLING, WRONG, bad=True)
    before = Path(file).read_bytes()
    target = tmp_path / "fixed.csv"
    status, out, err = run_command(capsys, "fix", *asked(file, "-o", str(target), "--output-format", "concise"))
    assert status == 2  # a row could not be read
    assert err.startswith(f"ftnotes: {file}, row 5")
    lines = out.split("\n")
    assert lines[0].startswith(f"{file}, row 3 (T1):2:29: fixed FT204 choice-spelling")
    assert lines[1].startswith(f"{file}, row 4 (T2):2:29: error FT201 choice-not-in-list")
    assert lines[2] == "1 problem left in 1 of 3 notes: 1 error; 1 fixed in 1 note; 1 row could not be read"
    assert Path(file).read_bytes() == before
    assert target.read_bytes() == before.replace(b": reactive", b": Reactive")
    status, out, _ = run_command(capsys, "check", "--fix", "--unsafe-fixes", *asked(file, "-o", str(target), "--jobs", "2"))
    assert "2 fixed in 2 notes" in out


def test_a_change_is_shown_by_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--diff` shows each row's change, returns 1, and writes nothing; places are those in the note as it is."""
    file = export(tmp_path, CLEAN, SPELLING)
    before = sorted(tmp_path.iterdir())
    for command in ("check", "fix"):
        status, out, err = run_command(capsys, command, "--diff", *asked(file))
        assert (status, err) == (1, "")
        assert out.startswith(f"--- {file}, row 3 (T1)\n+++ {file}, row 3 (T1)\n")
        assert "\n-- STATUS OF THE ENGAGEMENT: reactive\n+- STATUS OF THE ENGAGEMENT: Reactive\n" in out
        assert out.endswith("\nNo problems left in 2 notes; 1 can be fixed in 1 note\n")
    assert sorted(tmp_path.iterdir()) == before


def test_an_export_is_never_fixed_in_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a new file there is nothing to write to; the file itself is refused, and so are several inputs."""
    file, other = export(tmp_path, SPELLING), export(tmp_path, SPELLING, name="other.csv")
    before = Path(file).read_bytes()
    status, out, err = run_command(capsys, "fix", *asked(file))
    assert (status, out) == (2, "")
    assert "an export is not written in place; name the fixed one, as in -o fixed.csv, or show the changes with --diff" in err
    status, out, err = run_command(capsys, "fix", *asked(file, other, "-o", str(tmp_path / "x.csv")))
    assert (status, out) == (2, "")
    assert "-o takes one fixed export, and 2 inputs are named" in err
    status, out, err = run_command(capsys, "fix", *asked(file, "-o", str(tmp_path / "x.csv"), "--force-in-place"))
    assert (status, out) == (2, "")
    assert "--force-in-place is not available for exports, which are written to -o" in err
    status, out, err = run_command(capsys, "fix", *asked(file, "-o", file))
    assert (status, out) == (2, "Nothing was checked; 1 file could not be written\n")
    assert err == (
        f"ftnotes: {file}: is itself an input and would be lost; name another file to write\nftnotes: nothing was written\n"
    )
    assert Path(file).read_bytes() == before
    assert sorted(tmp_path.iterdir()) == sorted((Path(file), Path(other)))


def test_strict_fixing_writes_nothing_of_a_bad_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--strict` a row that can't be read leaves no new export."""
    file = export(tmp_path, SPELLING, bad=True)
    target = tmp_path / "fixed.csv"
    status, _, err = run_command(capsys, "fix", *asked(file, "-o", str(target), "--strict"))
    assert (status, err.split("\n")[1]) == (2, "ftnotes: nothing was written")
    assert not target.exists()


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_preview_is_what_fix_does(tmp_path: Path, unsafe: bool, jobs: int) -> None:
    """`preview_fixes` gives what `fix` makes of each note, rows with problems in their places, and writes nothing."""
    file = export(tmp_path, CLEAN, SPELLING, WRONG, "prose", bad=True)
    columns, policy = Columns("Notes"), Policy(select=("FT2", "FT507"))
    results = list(preview_fixes(file, columns, policy, unsafe=unsafe, jobs=jobs))
    fixed = [one for one in results if isinstance(one, Fixed)]
    assert [isinstance(one, RowError) for one in results] == [False] * 4 + [True]
    expected: list[FixResult] = [fix(one.row.text, unsafe=unsafe, select=("FT2", "FT507")) for one in fixed]
    assert [one.result for one in fixed] == expected
    assert [one.summaries for one in fixed] == [1, 1, 1, 0]
    assert [[missed.code for missed in one.not_evaluated] for one in fixed] == [["FT507"]] * 3 + [[]]
    assert list(tmp_path.iterdir()) == [Path(file)]


def test_tables_for_programs_have_no_guard(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`records --raw-csv` writes neither apostrophes nor a byte order mark; without it there are both."""
    note = CLEAN + "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n   -  [EXO]  Exchange Online – =1+1\n"
    file, target = export(tmp_path, note), tmp_path / "out.csv"
    for option, start, cell in (((), b"\xef\xbb\xbffile", b",'=1+1,"), (("--raw-csv",), b"file", b",=1+1,")):
        assert run_command(capsys, "records", file, "--column", "Notes", "-o", str(target), *option)[0] == 0
        written = (tmp_path / "out-workloads.csv").read_bytes()
        assert (written.startswith(start), cell in written) == (True, True)


def test_tables_are_reported_without_quoting_a_note(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`records --redact` keeps back why a row can't be read, and not why a table can't be written."""
    file, target = export(tmp_path, CLEAN, bad=True), tmp_path / "out.csv"
    argv = ("records", file, "--column", "Notes", "--redact", "-o")
    status, out, err = run_command(capsys, *argv, str(target))
    assert status == 2
    assert out.startswith(f"{target}: 1 summary\n")
    assert "lost" not in out + err
    assert "can't be read; run without --redact for the reason" in err
    missing = str(tmp_path / "none" / "out.csv")
    status, out, err = run_command(capsys, *argv, missing)
    assert (status, out) == (2, "")
    assert f"ftnotes: {missing}: " in err
    assert err.count("run without --redact") < 2


def test_rules_are_not_evaluated_for_the_fixed_note(tmp_path: Path) -> None:
    """Once a fix took a hashtag out, other rules than before lack what they need to know."""
    text = (DATA / "values" / "choice-with-a-hashtag.txt").read_bytes().decode()
    fixed = fix(text, unsafe=True).text
    [found] = preview_fixes(export(tmp_path, text), Columns("Notes"), unsafe=True)
    assert isinstance(found, Fixed)
    assert found.result.text == fixed
    assert found.not_evaluated == check(fixed).not_evaluated != check(text).not_evaluated


def test_problems_name_file_row_id_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A problem in an export has its file, row and id, and the line inside the note; bad rows are reported with status 2."""
    file = numbered(tmp_path)
    status, out, err = run_lines(capsys, "check", "--select", "FT2", file, "--column", "Notes", "--id-column", "Tenant")
    assert status == 2
    assert out[0].startswith(f"{file}, row 3 (T1):2:29: error FT201 choice-not-in-list")
    assert out[-2] == "2 problems in 2 of 4 notes: 1 error, 1 information; 1 row could not be read"
    assert err == [
        f"ftnotes: {file}, row 6, line 14: has 1 cell where there are 2 columns: a delimiter, quote or line end in one of its "
        "cells is probably not in quotes; export it again with quotes"
    ]


def test_the_status_is_that_of_the_worst(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The status is 0 for no problems, 1 for problems, 2 for unreadable inputs or nothing to check."""
    check = ("check", "--select", "FT2", "--column", "Notes")
    clean = numbered(tmp_path, 1, "clean.csv", bad=False)
    faulty = numbered(tmp_path, 2, "faulty.csv", bad=False)
    note = made(tmp_path, "note.md", WRONG)
    assert run_lines(capsys, *check, clean)[:2] == (0, ["No problems in 1 note"])
    assert run_lines(capsys, *check, clean, faulty)[0] == 1
    status, out, _ = run_lines(capsys, *check, clean, note)
    assert (status, out[0][: len(note) + 6]) == (1, f"{note}:2:29:")
    assert run_lines(capsys, *check, made(tmp_path, "e.csv", "Notes\n"))[:2] == (2, ["Nothing was checked"])
    assert run_lines(capsys, *check, clean, str(tmp_path / "none.md"))[0] == 2
    assert run_lines(capsys, *check, clean, str(tmp_path / "none.csv"), faulty)[1][-2].endswith("1 file could not be read")
    assert run_lines(capsys, *check, "--role", "King", clean)[0] == 2


def test_an_export_needs_its_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --column the command says so, and reads nothing."""
    file = numbered(tmp_path)
    for argv in (("check", file), ("records", file, "-o", str(tmp_path / "out.csv"))):
        status, out, err = run_lines(capsys, *argv)
        assert (status, out) == (2, [])
        assert err == [f"ftnotes {argv[0]}: {file}: .csv is read as an export; pass --column, as in --column Notes"]


def test_strict_stops_at_the_first_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --strict nothing is read after a row that can't be, and no table is written."""
    file = made(tmp_path, "e.csv", f'Tenant,Notes\n1\n2,"{WRONG}"\n')
    more = numbered(tmp_path, bad=False)
    status, out, err = run_lines(capsys, "check", "--strict", file, more, "--column", "Notes")
    assert (status, out, len(err)) == (2, ["Nothing was checked; 1 row could not be read"], 1)
    target = tmp_path / "out.csv"
    status, out, err = run_lines(capsys, "records", "--strict", file, "--column", "Notes", "-o", str(target))
    assert (status, out, err[1:]) == (2, [], ["ftnotes: nothing was written"])
    assert not target.exists()


def test_many_errors_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a file with many bad rows, twenty are reported, and the number of the others."""
    file = made(tmp_path, "e.csv", f'Tenant,Notes\n1,"{CLEAN}"\n' + "x\n" * 50)
    status, _, err = run_lines(capsys, "check", file, "--column", "Notes")
    assert (status, len(err)) == (2, 21)
    assert err[-1] == f"ftnotes: {file}: 30 more rows could not be read"


@pytest.mark.parametrize("said", ["tab", "\\t", "\t"])
def test_a_tab_can_be_typed(tmp_path: Path, capsys: pytest.CaptureFixture[str], said: str) -> None:
    """A tab, which shells make hard to give, has a name as delimiter."""
    file = made(tmp_path, "e.csv", f'Notes\tTenant\n"{CLEAN}"\tx\n')
    assert run_lines(capsys, "check", "--select", "FT2", file, "--column", "Notes", "--delimiter", said)[0] == 0


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("--jobs", "a whole number from 1 to 61"),
        ("--max-cell", "a whole number from 1 to 1,000,000,000"),
        ("--max-expanded", "a whole number of megabytes from 1 to 1,000,000"),
    ],
)
@pytest.mark.parametrize("given", ["0", "1000000001", "1.5", "9" * 40, "9" * 5000])
def test_numbers_are_whole_and_within_bounds(
    option: str, expected: str, given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A number must be whole, above zero, and at most what the machine can count; a long one is cut in the message."""
    status, _, err = run_lines(capsys, "check", "e.csv", option, given)
    assert (status, err[-1]) == (
        2,
        f"ftnotes check: argument {option}: takes {expected}, not '{given[:40]}' (see ftnotes check --help)",
    )


def test_limits_are_raised_by_options(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The option that the error names raises the limit."""
    file = made(tmp_path, "e.csv", f'Notes\n"{CLEAN}\n{"x" * 200_000}"\n')
    assert run_lines(capsys, "check", "--select", "FT2", file, "--column", "Notes")[0] == 2
    assert run_lines(capsys, "check", "--select", "FT2", file, "--column", "Notes", "--max-cell", "300000")[0] == 0


def test_the_installed_command_checks_an_export(tmp_path: Path) -> None:
    """``ftnotes check export.csv --column``, from end to end, in one process and in two."""
    file = numbered(tmp_path, 150)
    one, two = (
        run_installed("check", file, "--column", "Notes", "--id-column", "Tenant", "--select", "FT2", "--jobs", jobs)
        for jobs in "12"
    )
    assert one.returncode == two.returncode == 2
    assert (one.stdout, one.stderr) == (two.stdout, two.stderr)
    assert f"{file}, row 3 (T1):2:29: error FT201" in one.stdout
    assert "100 problems in 100 of 150 notes: 50 errors, 50 information; 1 row could not be read\n" in one.stdout
    assert "Traceback" not in one.stderr


def test_the_installed_command_reads_a_workbook(tmp_path: Path) -> None:
    """``ftnotes check export.xlsx`` reads the workbook, or says what to install."""
    file = workbook(tmp_path, sheet(table(("Tenant", "Notes"), ("T0", WRONG.replace("\n", "&#10;")))))
    done = run_installed("check", file, "--column", "Notes", "--select", "FT2")
    try:
        import python_calamine  # noqa: F401
    except ImportError:
        assert "pip install 'ftnotes[excel]'" in done.stderr
    else:
        assert (done.returncode, done.stderr) == (1, "")
        assert f"{file}, row 2:2:29: error FT201" in done.stdout
