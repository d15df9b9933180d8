"""Effective settings: the command line over the configuration over the defaults."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers.commands import CLEAN, WRONG, notes, run_command
from helpers.paths import ROOT

LATE = "Teams for all. Next action: send the plan. Date: 30 April 2020. Owner: Ana\n"


def codes(out: str) -> list[str]:
    """Return the codes of problems in the concise format."""
    return [line.split(" ")[2] for line in out.splitlines() if ": FT" not in line and " FT" in line]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('select = ["FT9"]', "ftnotes.toml: select: there is no rule 'FT9'; codes begin with FT0, FT1, "),
        ('ignore = ["mis-decode"]', "ftnotes.toml: ignore: there is no rule 'mis-decode'; did you mean 'mis-decoded'?"),
        ('[severity]\nFT9 = "error"', "ftnotes.toml: severity: there is no rule 'FT9'"),
        ('role = "Boss"', "ftnotes.toml: playbook 2020-03 knows no role 'Boss'"),
        ('[[files]]\npattern = "x"\nintent = "x"', "ftnotes.toml: files[0]: playbook 2020-03 knows no intent 'x'"),
        ('edition = "2020-04"', "ftnotes.toml: edition: there is no edition '2020-04' (did you mean '2020-0"),
        ('language = "xx"', "ftnotes.toml: language: playbook 2020-03 knows no language 'xx'; it knows en (English), "),
        ('playbook = "none.toml"', "none.toml: there is no such file"),
    ],
)
def test_unknown_names_are_reported_with_the_file(
    project: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    """An unknown name in a configuration is reported with the file."""
    (project / "ftnotes.toml").write_text(text)
    status, out, err = run_command(capsys, "check", "n")
    assert (status, out) == (2, "")
    assert message in err


def test_rules_of_both_add_up(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--ignore adds to what the file ignores; --select takes the place of its selection, and a rule named whole runs anyway."""
    (name,) = notes(project, note=WRONG + "- M365 DEPLOYMENT PROGRESS: Not Deployed until June\n- RISKS: x\n")
    (project / "ftnotes.toml").write_text('select = ["FT108", "FT2"]\nignore = ["FT108"]\noutput-format = "concise"\n')
    for argv, found in (
        ([], ["FT201", "FT203"]),
        (["--ignore", "FT203"], ["FT201"]),
        (["--select", "FT108"], ["FT108"]),
        (["--select", "label-unknown, FT201"], ["FT201", "FT108"]),
        (["--select", "FT10,FT201"], None),
        (["--select", "FT108", "--ignore", "FT108"], []),
        (["--no-config", "--output-format=concise", "--select", "FT108"], ["FT108"]),
    ):
        out = run_command(capsys, "check", *argv, name)[1]
        if found is None:
            assert "FT201" in codes(out)
            assert "FT108" not in codes(out)
        else:
            assert codes(out) == found


def test_severities_are_set(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rule's severity is that of the file, in check and in fix, and decides on the exit status."""
    (name,) = notes(project, note=WRONG)
    (project / "ftnotes.toml").write_text('select = ["FT2"]\n[severity]\nFT2 = "warning"\nchoice-not-in-list = "information"\n')
    for command in ("check", "fix"):
        status, out, _ = run_command(capsys, command, name)
        assert status == 0
        assert f"{name}:2:29: information FT201" in out
    assert run_command(capsys, "check", "--fail-on", "information", name)[0] == 1
    (project / "ftnotes.toml").write_text('select = ["FT2"]\nfail-on = "error"\n[severity]\nFT2 = "warning"\n')
    assert run_command(capsys, "check", name)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "setting", "text", "expected"),
    [
        (["--require-summary"], "", "A call.", 1),
        (["--require-summary"], "require-summary = false", "", 1),
        ([], "require-summary = true", "A call.", 1),
        (["--exit-zero"], "require-summary = true", "A call.", 0),
        ([], "", "A call.", 0),
        (["--require-summary"], "", "EXEC SUMMARY\n- REQUESTS FOR SUPPORT: None\n", 0),
    ],
)
@pytest.mark.parametrize("form", ["full", "json"])
def test_a_summary_can_be_required(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    setting: str,
    text: str,
    expected: int,
    form: str,
) -> None:
    """By option or configuration, a note without a summary is a failure and is named on standard error."""
    (name,) = notes(project, note=text)
    (project / "ftnotes.toml").write_text(f"{setting}\n")
    status, _, err = run_command(capsys, "check", *arguments, "--select", "FT2", "--output-format", form, name)
    assert status == expected
    is_required = bool(arguments == ["--require-summary"] or setting.endswith("true"))
    reason = f"ftnotes: {name}: no summary can be read in it, and --require-summary asks for one\n"
    assert err == (reason if is_required and not text.startswith("EXEC") else "")


def test_a_summary_can_be_required_of_rows(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rows of an export that have none are named."""
    (project / "export.csv").write_text(f'Notes\nA call.\n"{CLEAN}"\n')
    status, _, err = run_command(capsys, "check", "--require-summary", "--select", "FT2", "export.csv", "--column", "Notes")
    assert status == 1
    assert err.startswith("ftnotes: export.csv")
    assert "no summary can be read in it" in err


def test_the_context_can_depend_on_the_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The context of files counts for their notes; later entries take precedence, and the command line most."""
    (project / "calls").mkdir()
    names = notes(project, note=LATE) + notes(project / "calls", one=LATE)
    (project / "ftnotes.toml").write_text(
        'select = ["FT302", "FT505"]\noutput-format = "concise"\ndate = 2020-04-01\n'
        '[[files]]\npattern = "calls/*"\nrole = "Gateway Manager"\nnote-type = "Engagement Management"\n'
        'intent = "accelerating"\n'
        '[[files]]\npattern = ["nothing", "one"]\ndate = 2020-05-08\n'
    )
    out = run_command(capsys, "check", *names)[1]
    assert [(line.split(":")[0], line.split()[2]) for line in out.splitlines() if " FT" in line] == [
        (names[1], "FT302"),
        (names[1], "FT505"),
    ]
    assert codes(run_command(capsys, "check", "--intent", "pausing", names[1])[1]) == ["FT505"]
    assert codes(run_command(capsys, "check", "--date", "2020-04-20", names[1])[1]) == ["FT302"]


def test_a_playbook_is_found_from_its_file(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A playbook's path starts at the file that names it; --edition takes its place, and so it does the other way round."""
    (project / "own.toml").write_text('id = "own"\nextends = "2020-03"\nhashtags = []\n')
    (project / "ftnotes.toml").write_text('playbook = "own.toml"\nselect = ["FT3"]\n')
    (project / "below").mkdir()
    (name,) = notes(project, note="EXEC SUMMARY #covid\n- STATUS OF THE ENGAGEMENT: On Hold\n")
    monkeypatch.chdir(project / "below")
    assert run_command(capsys, "check", name)[0] == 0
    assert run_command(capsys, "check", "--edition", "2020-03", name)[0] == 1
    (project / "ftnotes.toml").write_text('edition = "2020-03"\nselect = ["FT3"]\n')
    assert run_command(capsys, "check", name)[0] == 1
    assert run_command(capsys, "check", "--playbook", str(project / "own.toml"), name)[0] == 0


def test_the_language_is_for_notes_that_show_none(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--language, by code or name, is the language of notes that don't show theirs."""
    (name,) = notes(project, note="- [EXO] Exchange Online - Start\nEXEC SUMMARY\n")
    for language in ("de", "German", "GERMAN"):
        assert run_command(capsys, "config", "--language", language)[1].count("language         de ") == 1
    (project / "ftnotes.toml").write_text('language = "de"\n')
    assert "language         de " in run_command(capsys, "config")[1]
    assert "language         en " in run_command(capsys, "config", "--language", "en")[1]
    assert run_command(capsys, "parse", name)[0] == 0


def test_limits_are_those_of_the_configuration(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """max-size counts for all commands that read notes, and --max-size more."""
    (name,) = notes(project, note=b"x" * 1_000_001)
    (project / "ftnotes.toml").write_text("max-size = 1\n")
    for command in ("check", "parse"):
        assert run_command(capsys, command, name)[0] == 2
        assert run_command(capsys, command, "--max-size", "2", name)[0] == 0


def test_the_nearest_configuration_counts(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nearest file upwards counts alone; a project's file without the table is passed over; ours comes before it."""
    notes(project, note=WRONG)
    inner = project / "a" / "b"
    inner.mkdir(parents=True)
    name = str(project / "note")
    assert run_command(capsys, "check", "--select", "FT201", name)[0] == 1
    (project / "pyproject.toml").write_text('[tool.ftnotes]\nselect = ["FT4"]\n')
    monkeypatch.chdir(inner)
    assert run_command(capsys, "check", name)[0] == 0
    (project / "a" / "pyproject.toml").write_text("[tool.other]\n[project]\n")
    assert run_command(capsys, "check", name)[0] == 0
    (project / "a" / "ftnotes.toml").write_text('select = ["FT2"]\n')
    assert run_command(capsys, "check", name)[0] == 1
    (inner / "pyproject.toml").write_text('[tool.ftnotes]\nselect = ["FT4"]\n')
    assert run_command(capsys, "check", name)[0] == 0
    (inner / "ftnotes.toml").write_text('select = ["FT2"]\n')
    assert run_command(capsys, "check", name)[0] == 1
    other = project / "other.toml"
    other.write_text('select = ["FT4"]\n')
    assert run_command(capsys, "check", "--config", str(other), name)[0] == 0
    assert run_command(capsys, "check", "--no-config", "--select", "FT4", name)[0] == 0


def test_without_any_folder_there_is_no_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the current folder is gone, notes are still checked."""
    (name,) = notes(tmp_path, note=CLEAN)

    def gone() -> str:
        raise FileNotFoundError(2, "No such file or directory")

    with monkeypatch.context() as patched:
        patched.setattr(os, "getcwd", gone)
        assert run_command(capsys, "check", "--select", "FT2", name)[0] == 0


@pytest.mark.parametrize("command", [["check", "n"], ["fix", "n"], ["parse", "n"], ["config"]])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["FT2"]', "ftnotes.toml: selct: unknown key (did you mean 'select'?); expected edition, playbook, "),
        ("zzz = 1", "ftnotes.toml: zzz: unknown key; expected edition, playbook, language, select, ignore, severity, "),
        ("select = 'FT2'", 'ftnotes.toml: select: expected a list of texts, as ["a", "b"], not a text'),
        ("ignore = [1]", "ftnotes.toml: ignore[0]: expected a text in quotes, not a number"),
        ("edition = 2020", "ftnotes.toml: edition: expected a text in quotes, not a number"),
        ('edition = "x"\nplaybook = "y"', "ftnotes.toml: playbook: replaces edition; set only one of them"),
        (
            'fail-on = "warnings"',
            "fail-on: unknown 'warnings' (did you mean 'warning'?); expected one of error, warning, ",
        ),
        ('output-format = "xml"', "output-format: unknown 'xml'; expected one of full, concise, json, sarif, github"),
        ("max-size = 0", "ftnotes.toml: max-size: expected a whole number of megabytes from 1 to 1,000,000, not "),
        ("max-size = true", "ftnotes.toml: max-size: expected a whole number of megabytes from 1 to 1,000,000, not "),
        ('max-size = "2"', "ftnotes.toml: max-size: expected a whole number of megabytes from 1 to 1,000,000, not "),
        ('date = "2020-05-08"', "ftnotes.toml: date: expected a day as 2020-05-08, without quotes, not a "),
        ("date = 2020-05-08T10:00:00", "ftnotes.toml: date: expected a day as 2020-05-08, without quotes, not a "),
        ("role = 1", "ftnotes.toml: role: expected a text in quotes, not a number"),
        ("severity = 1", "ftnotes.toml: severity: expected a table, not a number"),
        ('[severity]\nFT404 = "eror"', "severity.FT404: unknown 'eror' (did you mean 'error'?)"),
        ("files = 1", "ftnotes.toml: files: expected a list of tables ([[files]]), not a number"),
        ("files = [1]", "ftnotes.toml: files[0]: expected a table, not a number"),
        ("[[files]]\npatern = 'x'", "ftnotes.toml: files[0].patern: unknown key (did you mean 'pattern'?)"),
        (
            "[[files]]\nrole = 'x'",
            'ftnotes.toml: files[0].pattern: expected which files are meant, as "lifecycle/*.txt", or a list',
        ),
        ("[[files]]\npattern = ''", "ftnotes.toml: files[0].pattern: expected which files are meant"),
        ("[[files]]\npattern = [1]", "ftnotes.toml: files[0].pattern[0]: expected a text in quotes, not a number"),
        ("[[files]]\npattern = 'x'\nrole = 1", "ftnotes.toml: files[0].role: expected a text in quotes, not a number"),
        (
            "[[files]]\npattern = 'x'\ndate = 1",
            "ftnotes.toml: files[0].date: expected a day as 2020-05-08, without quotes",
        ),
        ("select = [", "ftnotes.toml: is not TOML: "),
        ("a = 1 # \udcff", "ftnotes.toml: is not UTF-8: byte 8 (0xff) does not fit; save it as UTF-8"),
    ],
)
def test_errors_in_a_configuration_are_reported(
    project: Path, capsys: pytest.CaptureFixture[str], text: str, message: str, command: list[str]
) -> None:
    """An error in a configuration ends every command that reads notes, with file, key, and what is expected."""
    (project / "ftnotes.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    notes(project, n=CLEAN)
    status, out, err = run_command(capsys, *command)
    assert (status, out) == (2, "")
    assert err.startswith(f"ftnotes {command[0]}: {project}{os.sep}")
    assert message in err


def test_the_example_of_the_documentation_is_the_one_that_is_there() -> None:
    """The page on the command shows the configuration of the examples."""
    root = ROOT
    example = (root / "examples" / "ftnotes.toml").read_text("utf-8")
    assert f"```toml\n{example.split(chr(10), 1)[1]}```" in (root / "docs" / "configuration.md").read_text("utf-8")
