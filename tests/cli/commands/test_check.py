"""``ftnotes check``: the problems that it prints, and what it returns."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.commands import CHECK, CLEAN, WRONG, loaded_by, notes, run_command
from helpers.results import FAULTY, FORMATS

from ftnotes.cli.main import main


def test_problems_are_printed_with_their_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A problem is printed as place, severity, rule and message, then the line with a marker, and is counted."""
    (name,) = notes(tmp_path, note=WRONG)
    status, out, err = run_command(capsys, *CHECK, name)
    assert (status, err) == (1, "")
    head, line, marker, empty, count, advice, _ = out.splitlines()
    assert head.startswith(f'{name}:2:29: error FT201 choice-not-in-list: "Engaged" is not a valid STATUS OF THE ENGAGEMENT')
    assert line == "     2 | - STATUS OF THE ENGAGEMENT: Engaged"
    assert marker == "       |                             ^^^^^^^"
    assert (empty, count) == ("", "1 problem in 1 note: 1 error")
    assert advice == "Can be fixed: 1 with --fix --unsafe-fixes, which change the writer's words"


def test_evidence_is_marked_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The evidence of a problem has its own marker: below the same line, or with its own line."""
    same, apart = notes(
        tmp_path,
        same="EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: On Hold #covid\n",
        apart="EXEC SUMMARY #covid\n- STATUS OF THE ENGAGEMENT: On Hold\n",
    )
    _, out, _ = run_command(capsys, *CHECK, same)
    assert out.splitlines()[1:4] == [
        "     2 | - STATUS OF THE ENGAGEMENT: On Hold #covid",
        "       |                                     ^^^^^^",
        "       |                             ------- this is why",
    ]
    _, out, _ = run_command(capsys, *CHECK, apart)
    assert out.splitlines()[1:5] == [
        "     1 | EXEC SUMMARY #covid",
        "       |              ^^^^^^",
        "     2 | - STATUS OF THE ENGAGEMENT: On Hold",
        "       |                             ------- this is why",
    ]


@pytest.mark.parametrize(
    ("texts", "status", "count"),
    [
        ([CLEAN], 0, "No problems in 1 note"),
        ([CLEAN, ""], 0, "No problems in 2 notes; no summary was found in 1 of them"),
        (["Hello"], 0, "No problems in 1 note; no summary was found in it"),
        ([WRONG, WRONG], 1, "2 problems in 2 notes: 2 errors"),
        (
            [WRONG + "- M365 DEPLOYMENT PROGRESS: Not Deployed until June\n", CLEAN],
            1,
            "2 problems in 1 of 2 notes: 1 error, 1 warning",
        ),
        ([WRONG, b"\xff"], 2, "1 problem in 1 note: 1 error; 1 note could not be read"),
        ([b"\xff", b"\xff"], 2, "Nothing was checked; 2 notes could not be read"),
    ],
)
def test_the_summary_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], texts: list[str | bytes], status: int, count: str
) -> None:
    """The summary counts problems, notes and inputs that could not be read; the exit status says the same."""
    names = notes(tmp_path, **{f"note{number}": text for number, text in enumerate(texts)})
    returned, out, _ = run_command(capsys, *CHECK, *names)
    remarks = ("Can be fixed", "hashtag-missing was skipped")
    summary = [line for line in out.splitlines() if not line.startswith(remarks)][-1]
    assert (returned, summary) == (status, count)


def test_the_edition_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The edition or playbook that is named is the one that a note is held against."""
    (name,) = notes(tmp_path, note="EXEC SUMMARY #covid\n- STATUS OF THE ENGAGEMENT: On Hold\n")
    assert main([*CHECK, name]) == 1
    assert main([*CHECK, "--edition", "2019-09", name]) == 0
    own = tmp_path / "own.toml"
    own.write_text('id = "own"\nextends = "2020-03"\nhashtags = []\n')
    assert main([*CHECK, "--playbook", str(own), name]) == 0
    capsys.readouterr()


def test_rules_are_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--select and --ignore name rules by code, name or start of codes; what names none is refused."""
    (name,) = notes(tmp_path, note=WRONG)
    for argv, status in (
        (["--select", "FT201"], 1),
        (["--select", "choice-undecided, FT4"], 0),
        (["--select", "FT2", "--ignore", "choice-not-in-list"], 0),
        (["--ignore", "FT1,FT2"], 0),
    ):
        assert main(["check", *argv, name]) == status
    capsys.readouterr()
    status, out, err = run_command(capsys, "check", "--select", "hashtag-forbiden", name)
    assert (status, out) == (2, "")
    assert err == "ftnotes check: there is no rule 'hashtag-forbiden'; did you mean 'hashtag-forbidden'?\n"


def test_the_context_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Role, note type, priority, intent and date are given to the rules, in the words of the guidance."""
    (name,) = notes(tmp_path, note="Teams for all. Next action: send the plan. Date: 30 April 2020. Owner: Ana\n")
    told = ["--role", "Gateway Manager", "--note-type", "Engagement Management", "--intent", "accelerating"]
    assert main(["check", name]) == 0
    status, out, _ = run_command(capsys, "check", *told, "--priority", "High", "--date", "2020-05-08", name)
    assert status == 1
    assert [line.split()[2] for line in out.splitlines() if name in line] == ["FT302", "FT505"]


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["--role", "Gatway Manager"], "knows no role 'Gatway Manager' (did you mean 'gateway-manager'?)"),
        (["--priority", "urgent"], "knows no priority 'urgent'"),
        (["--intent", "resting"], "knows no intent 'resting'"),
        (["--note-type", "Status"], "knows no note type 'Status'"),
        (["--date", "8 May"], "argument --date: takes a date such as 2020-05-08, not '8 May'"),
    ],
)
def test_the_context_must_be_known(capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    """Values that the playbook doesn't know are refused, with those it knows."""
    status, out, err = run_command(capsys, "check", *argv, "note")
    assert (status, out) == (2, "")
    assert message in err


def test_checking_a_plain_note_loads_no_reader_of_exports(tmp_path: Path) -> None:
    """check on a note in a file of its own loads nothing of exports."""
    (tmp_path / "note").write_text(CLEAN)
    loaded = loaded_by(f"import ftnotes.cli.main; ftnotes.cli.main.main(['check', {str(tmp_path / 'note')!r}])")
    assert "ftnotes.cli.commands.check" in loaded
    assert (
        not {
            "ftnotes.batch.rows",
            "ftnotes.cli.options.export_options",
            "ftnotes.cli.commands.check_rows",
            "ftnotes.cli.commands.records",
            "csv",
            "multiprocessing",
        }
        & loaded
    )


@pytest.mark.parametrize(
    ("argv", "status"),
    [
        (["--select", "FT404"], 0),
        (["--select", "FT404", "--fail-on", "information"], 1),
        (["--select", "FT301"], 1),
        (["--select", "FT301", "--fail-on", "error"], 0),
        (["--select", "FT201", "--fail-on", "error"], 1),
        (["--exit-zero"], 0),
        (["--exit-zero", "--fail-on", "information"], 0),
    ],
)
@pytest.mark.parametrize("form", FORMATS)
def test_the_status_is_that_of_the_severities(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], argv: list[str], status: int, form: str
) -> None:
    """Problems below --fail-on are printed and return 0, by default only information; --exit-zero returns 0 for all."""
    (name,) = notes(tmp_path, note=FAULTY)
    returned, out, _ = run_command(capsys, "check", *argv, "--output-format", form, name)
    assert returned == status
    assert "FT" in out


def test_exit_zero_hides_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--exit-zero affects only problems: unreadable inputs, or nothing to check, return 2."""
    assert run_command(capsys, "check", "--exit-zero", str(tmp_path / "none"))[0] == 2
    assert run_command(capsys, "check", "--exit-zero", str(tmp_path / "*.md"))[0] == 2


UNRECOGNISED = "no summary was recognized in"
ACTION = "Met the new CIO. Next action: send the plan. Date: 30 April 2020. Owner: Ana"


@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize("argv", [["--select", ""], ["--select", "FT1", "--ignore", "FT1"], ["--select", " , "]])
def test_no_rule_to_check_with_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, argv: list[str]
) -> None:
    """A selection without rules, such as an unset variable, never passes, and writes nothing."""
    (name,) = notes(tmp_path, note=WRONG)
    status, out, err = run_command(capsys, command, *argv, name)
    assert (status, out) == (2, "")
    assert "--select and --ignore leave no rule to check with; name the rules to run, as in --select FT1,FT2" in err


def test_a_folder_is_the_notes_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The notes in a folder and below are checked, and other files are left."""
    (tmp_path / "below").mkdir()
    notes(tmp_path, **{"a.md": CLEAN, "export.csv": "x", "readme": "x"})
    (wrong,) = notes(tmp_path / "below", **{"b.txt": WRONG})
    status, out, err = run_command(capsys, *CHECK, str(tmp_path), str(tmp_path / "a.md"))
    assert (status, err) == (1, "")
    assert out.startswith(f"{wrong}:2:29: error FT201")
    assert "1 problem in 1 of 2 notes" in out


@pytest.mark.parametrize("command", ["check", "fix", "format"])
@pytest.mark.parametrize(
    ("name", "text", "argv", "expected"),
    [
        ("notes/a.md", "A call.\n", ["notes"], f"notes: {UNRECOGNISED} 1 text; check the folder"),
        ("notes/a.txt", "", ["notes"], f"notes: {UNRECOGNISED} 1 text; check the folder"),
        ("notes/a.csv", "Id,Notes\n1,A call.\n2,x\n", ["notes/a.csv"], f"notes/a.csv: {UNRECOGNISED} 2 texts; check --column"),
        ("notes/a.csv", "Id,Notes\n", ["notes"], "notes: has no notes, which end in .md, .markdown or .txt"),
    ],
)
def test_a_folder_or_export_without_notes_does_not_pass(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    name: str,
    text: str,
    argv: list[str],
    expected: str,
) -> None:
    """If nothing in a folder or export is recognized, this is reported, and the status is 2."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").mkdir()
    notes(tmp_path, **{name: text})
    if argv[0].endswith(".csv"):
        argv = [*argv, "--column", "Notes", *([] if command == "check" else ["-o", "new.csv"])]
    status, _, err = run_command(capsys, command, *argv)
    assert status == 2
    assert err.startswith(f"ftnotes: {expected}")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("argv", "statuses"),
    [(["check"], (0, 1)), (["fix", "--diff"], (0, 1)), (["format", "--check"], (0, 0)), (["records"], (0, 0))],
)
def test_lifecycle_notes_are_judged_by_their_findings(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    argv: list[str],
    statuses: tuple[int, int],
) -> None:
    """A folder or export of lifecycle notes passes or fails by what is found in them, and standard error says what they are."""
    monkeypatch.chdir(tmp_path)
    out = ["-o", "out.csv"] if argv == ["records"] else []
    for text, expected in zip((f"{ACTION}\n", f"{ACTION} #covid19\n"), statuses, strict=True):
        (tmp_path / "notes").mkdir(exist_ok=True)
        notes(tmp_path, **{"notes/a.md": text, "e.csv": f'Notes\n"{text}"\nA call.\n'})
        for place, count in ((["notes"], "1 text"), (["e.csv", "--column", "Notes"], "2 texts")):
            status, _, err = run_command(capsys, *argv, *place, *out)
            assert err == f"ftnotes: {place[0]}: {UNRECOGNISED} {count}; read as lifecycle notes\n"
            assert status == expected


def test_one_recognized_note_is_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder or export can contain other texts beside notes, and a file that is named is judged by itself."""
    notes(tmp_path, **{"a.md": "A call.\n", "b.md": CLEAN, "e.csv": f'Notes\nA call.\n"{CLEAN}"\n'})
    folder, export = str(tmp_path), str(tmp_path / "e.csv")
    assert run_command(capsys, *CHECK, folder, export, "--column", "Notes")[::2] == (0, "")
    assert run_command(capsys, "format", "--check", folder, export, "--column", "Notes")[2] == ""
    assert run_command(capsys, *CHECK, str(tmp_path / "a.md"))[0] == 0


def test_other_notes_pass_by_their_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts whose note type is given, by option, configuration or column, need no exec summary."""
    (tmp_path / "calls").mkdir()
    (tmp_path / "ftnotes.toml").write_text('[[files]]\npattern = "calls/*"\nnote-type = "Engagement Management"\n')
    notes(tmp_path / "calls", **{"a.md": "A call.\n"})
    notes(tmp_path, **{"e.csv": "Notes,Type\nA call.,Engagement Management\n", "b.md": "A call.\n"})
    config = ("--config", str(tmp_path / "ftnotes.toml"))
    export = (str(tmp_path / "e.csv"), "--column", "Notes")
    typed = ("--note-type", "Engagement Management")
    assert run_command(capsys, *CHECK, *config, str(tmp_path / "calls"))[0] == 0
    assert run_command(capsys, *CHECK, *export, "--note-type-column", "Type")[0] == 0
    assert run_command(capsys, *CHECK, *export, *typed)[0] == 0
    assert run_command(capsys, *CHECK, *export)[0] == 2
    assert run_command(capsys, *CHECK, str(tmp_path), *typed)[0] == 0
