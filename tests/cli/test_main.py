"""The command: what it prints, what it returns, and what it must never do to a terminal."""

import io
import json
import os
import runpy
import signal
import subprocess
import sys
import sysconfig
import unicodedata
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pytest
from helpers.commands import CLEAN, WRONG, harmless, hear_interrupts, loaded_by, notes, run_command

import ftnotes.cli.main
from ftnotes.cli.commands import SUMMARIES
from ftnotes.cli.main import main
from ftnotes.cli.options.parser import Command, Parser
from ftnotes.cli.output.terminal import Screen
from ftnotes.policy import RULES, Rule
from ftnotes.policy.rule_docs import page
from ftnotes.text.display import width

#: The rules about choices and hashtags alone: short notes lack much that others ask for.
CHECK = ("check", "--select", "FT2,FT3")

COMMAND = Path(sysconfig.get_path("scripts")) / "ftnotes"

needs_posix = pytest.mark.skipif(os.name != "posix", reason="signals and closed streams are those of POSIX")


# ---- check


def test_findings_are_printed_with_their_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A finding is printed as place, severity, rule and message, then the line with a marker, and is counted."""
    (name,) = notes(tmp_path, note=WRONG)
    status, out, err = run_command(capsys, *CHECK, name)
    assert (status, err) == (1, "")
    head, line, marker, empty, count, advice = out.splitlines()
    assert head.startswith(f'{name}:2:29: error FT201 choice-not-in-list: "Engaged" is not a valid STATUS OF THE ENGAGEMENT')
    assert line == "     2 | - STATUS OF THE ENGAGEMENT: Engaged"
    assert marker == "       |                             ^^^^^^^"
    assert (empty, count) == ("", "1 problem in 1 note: 1 error")
    assert advice == "Can be fixed: 1 with --fix --unsafe-fixes, which touches words of the writer"


def test_evidence_is_marked_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a finding rests on gets a marker of its own: below the same line, or with its own line."""
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
        ([CLEAN, ""], 0, "No problems in 2 notes; no exec summary was found in 1 of them"),
        (["Hello"], 0, "No problems in 1 note; no exec summary was found in it"),
        ([WRONG, WRONG], 1, "2 problems in 2 notes: 2 errors"),
        (
            [WRONG + "- M365 DEPLOYMENT PROGRESS: Not Deployed yet\n", CLEAN],
            1,
            "2 problems in 1 of 2 notes: 1 error, 1 warning",
        ),
        ([WRONG, b"\xff"], 2, "1 problem in 1 note: 1 error; 1 input could not be read"),
        ([b"\xff", b"\xff"], 2, "Nothing was checked; 2 inputs could not be read"),
    ],
)
def test_the_summary_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], texts: list[str | bytes], status: int, count: str
) -> None:
    """The summary counts problems, notes and inputs that could not be read; the exit status says the same."""
    names = notes(tmp_path, **{f"note{number}": text for number, text in enumerate(texts)})
    returned, out, _ = run_command(capsys, *CHECK, *names)
    summary = [line for line in out.splitlines() if not line.startswith("Can be fixed")][-1]
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


def test_what_is_told_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Role, note type, priority, intent and date are told to the rules, in the guidance's own words."""
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
def test_what_is_told_must_be_known(capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    """What the playbook doesn't know is refused, with what it knows."""
    status, out, err = run_command(capsys, "check", *argv, "note")
    assert (status, out) == (2, "")
    assert message in err


# ---- rule


def test_rules_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule is explained by what it says of itself, in the order of codes; --all explains all."""
    assert run_command(capsys, "rule", "workload-twice", "FT001") == (0, f"{page(RULES[0])}\n{page(by_code('FT406'))}", "")
    status, out, _ = run_command(capsys, "rule", "FT6")
    assert (status, [line for line in out.splitlines() if line.startswith("# ")]) == (
        0,
        ["# FT601 mis-decoded", "# FT602 invisible-characters", "# FT603 look-alike-letters"],
    )
    status, out, _ = run_command(capsys, "rule", "--all")
    assert (status, sum(line.startswith("# ") for line in out.splitlines())) == (0, len(RULES))


def by_code(code: str) -> Rule:
    """The rule of a code."""
    return next(rule for rule in RULES if rule.code == code)


@pytest.mark.parametrize("argv", [[], ["--all", "FT001"]])
def test_rules_to_explain_are_named_or_all(capsys: pytest.CaptureFixture[str], argv: list[str]) -> None:
    """Either rules are named or all are wanted."""
    message = "ftnotes rule: name the rules to explain, as in ftnotes rule FT301 FT302; or all of them with --all\n"
    assert run_command(capsys, "rule", *argv) == (2, "", message)


def test_unknown_rules_are_not_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """What names no rule is refused with what may be meant."""
    message = "ftnotes rule: there is no rule 'mis-decode'; did you mean 'mis-decoded'?\n"
    assert run_command(capsys, "rule", "mis-decode") == (2, "", message)


# ---- what reaches a terminal


HARMFUL = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp", "Zs")]
HARMFUL += ["\ue000", "\U000f0000", "\ufffe", "\U0010ffff", "\u0378"]


@pytest.mark.parametrize("command", [["check"], ["parse"], ["parse", "--json"]])
def test_nothing_harmful_of_a_note_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    """Nothing of a note that is no printable character is printed, wherever in the note it stands."""
    lines = [
        f"EXEC SUMMARY #x{char}y ({char})\n- STATUS OF THE ENGAGEMENT: a{char}b\n- RI{char}SKS: {char}c{char}\n"
        f"- STATUS OF THE ENGAGEMENT: On Hold {char} x #covid\n- [EX{char}O] Ex{char}change - a{char}b\n  {char}c\n"
        for char in HARMFUL
    ]
    (name,) = notes(tmp_path, note="\n".join(lines))
    main([*command, name])
    out, err = capsys.readouterr()
    assert harmless(out)
    assert len(out) > 10_000
    assert err == ""


def test_nothing_harmful_of_arguments_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of a file name or an option that is no printable character is printed, lone surrogates included."""
    harmful = [*HARMFUL, "\udc80", "\ud800", "\x00"]
    for char in harmful:
        for argv in (
            ["check", f"no{char}file"],
            ["check", f"--no{char}option"],
            [f"no{char}command"],
            ["parse", "--edition", f"{char}", "x"],
            ["parse", "--playbook", f"no{char}file", "x"],
            ["parse", "--max-size", f"{char}", "x"],
        ):
            assert main(argv) == 2
    out, err = capsys.readouterr()
    assert harmless(out + err)
    assert r"no\x1bfile: there is no such file" in err
    assert r"no\x00file: is not a valid file name" in err


@needs_posix
def test_nothing_harmful_of_a_file_name_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The name of a file that is there is escaped where findings and outlines name it."""
    names = notes(tmp_path, **{"a\x1b[31m\nb\u202e": WRONG, "c\udcff": WRONG})
    assert main([*CHECK, *names]) == 1
    assert main(["parse", *names]) == 0
    assert main(["parse", "--json", *names]) == 0
    out, _ = capsys.readouterr()
    assert harmless(out)
    assert out.count(r"a\x1b[31m\x0ab\u202e:") == 2


# ---- reading


@pytest.mark.parametrize("size", ["0", "-1", "1.5", "many", "²"])
def test_a_limit_is_a_number_of_megabytes(size: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A limit that is no whole number from 1 on is wrong usage."""
    status, _, err = run_command(capsys, "check", f"--max-size={size}", "x")
    assert status == 2
    assert "takes a whole number of megabytes, 1 or more" in err


# ---- parse


def test_an_outline_tells_what_was_understood(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The outline names each part with its line: fields by key, workloads by tag and name, what is unknown as such."""
    text = (
        "Call today.\n\n**EXEC SUMMARY** #covid\n- [EXO] Exchange Online - outside\n"
        "- DESCRIBE THE CUSTOMER: Contoso,\n  bakery\n"
        "- STATUS OF THE ENGAGEMENT: Engaged\n- M365 DEPLOYMENT PROGRESS: not deployed #beta\n- RISKS: budget\n"
        "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n   - [EXO] Exchange Online - Planning\n"
        "   - [OLM+FOO] Mail - both\n   - Teams\n\n\n\nstray\n- REQUESTS FOR SUPPORT:\n\nBye.\nBye."
    )
    (name,) = notes(tmp_path, note=text)
    status, out, err = run_command(capsys, "parse", name)
    assert (status, err) == (0, "")
    assert out == (
        f"{name}: 1 exec summary\n"
        "     1  prose, 2 lines\n"
        '     3  exec summary "EXEC SUMMARY", English, with #covid\n'
        "     4    [EXO] Exchange Online: outside (outside the list of workloads)\n"
        "     5    customer: Contoso, / bakery\n"
        "     7    engagement-status: Engaged (none of its choices)\n"
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
        ("\n \n", [": no exec summary", "     1  blank, 2 lines"]),
        ("a\r\nb", [": no exec summary", "     1  prose, 2 lines"]),
        (
            "- STATUS OF THE ENGAGEMENT: Reactive\n",
            [
                ": 1 exec summary",
                "     1  exec summary without a title, English",
                "     1    engagement-status: Reactive (reactive)",
            ],
        ),
        (
            "EXEC SUMMARY\nEXEC SUMMARY\n",
            [": 2 exec summaries"] + [f'     {n}  exec summary "EXEC SUMMARY", English' for n in (1, 2)],
        ),
        ("EXEC SUMMARY\n- [X] - y\n", [": 1 exec summary", '     1  exec summary "EXEC SUMMARY", English']),
    ],
)
def test_outlines_of_odd_notes(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, lines: list[str]) -> None:
    """Also an empty note, one without summary, and one without title have an outline that says so."""
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


def test_json_is_one_object_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json each note is one object on one line, in ASCII, whether one is given or many."""
    names = notes(tmp_path, one=WRONG, two="保留\x7f\x9b")
    assert main(["parse", "--json", names[0]]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == names[0]
    assert main(["parse", "--json", *names]) == 0
    out = capsys.readouterr().out
    assert out.isascii()
    assert harmless(out)
    first, second = map(json.loads, out.splitlines())
    assert (first["format"], first["type"], first["file"]) == (1, "Document", names[0])
    assert second["blocks"] == [{"type": "Prose", "span": [0, 4], "text": "保留\x7f\x9b"}]


# ---- usage


@pytest.mark.parametrize("name", SUMMARIES)
def test_all_that_a_command_takes_is_explained(name: str) -> None:
    """Each argument has its line of help, which begins like any other and has no full stop; groups have a heading."""
    command: Command[object] = import_module(f"ftnotes.cli.commands.{name}").COMMAND
    parser = Parser(prog=name, description=command.description, errors=Screen(io.StringIO()))
    command.add_options(parser)
    assert command.description.endswith(".")
    for action in parser._actions:
        assert action.help, action
        assert action.help.split()[0].islower() or action.help.startswith("CSV "), action.help
        assert not action.help.endswith("."), action.help
        assert not isinstance(action.metavar, str) or action.metavar.isupper(), action.metavar
    for group in parser._action_groups:
        assert group.title, group
        assert group.title.islower(), group.title


@pytest.mark.parametrize("argv", [["--help"], ["--version"], *([name, "--help"] for name in SUMMARIES)])
def test_help_and_version_are_no_failure(capsys: pytest.CaptureFixture[str], argv: list[str]) -> None:
    """Help and version go to stdout and return 0, in lines that fit a terminal."""
    status, out, err = run_command(capsys, *argv)
    assert (status, err) == (0, "")
    assert all(len(line) <= 80 for line in out.splitlines())


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    """--version prints the version that is installed."""
    assert run_command(capsys, "--version")[1] == f"ftnotes {version('ftnotes')}\n"


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        ([], "ftnotes: name a command, as in ftnotes check NOTE (see ftnotes --help)"),
        (["check"], "ftnotes check: the following arguments are required: NOTE (see ftnotes check --help)"),
        (
            ["check", "--edition", "2020", "x"],
            "ftnotes check: there is no edition '2020' (did you mean '2020-05'?); there are 2019-09, ",
        ),
        (["parse", "--edition=", "x"], "ftnotes parse: there is no edition ''"),
        (["parse", "--edition=2020-03", "--playbook=x", "x"], "not allowed with argument --edition"),
        (["parse", "--playbook=", "x"], "ftnotes parse: : can't be read: No such file or directory"),
        (
            ["check", "--json", "x"],
            "usage: ftnotes check [OPTIONS] NOTE ...\nftnotes check: unrecognized arguments: --json (see",
        ),
        (["check", "--slect=FT2", "x"], "unrecognized arguments: --slect=FT2 (did you mean '--select'?)"),
        (["parse", "x", "--diff"], "ftnotes parse: unrecognized arguments: --diff (see ftnotes parse --help)"),
        (
            ["chek", "x"],
            "'chek' is not a command (did you mean 'check'?); use one of check, fix, format, new, parse, records, rule, ",
        ),
        (["--edition", "2020-05", "parse", "x"], "options come after the command, as in ftnotes parse --edition (see"),
        (["--fix"], "options come after the command, as in ftnotes check --fix (see ftnotes --help)"),
        (
            ["check", "--fail-on", "warnings", "x"],
            "takes error, warning, information, not 'warnings' (did you mean 'warning'?)",
        ),
        (["check", "--output-format=xml", "x"], "takes full, concise, json, sarif, github, not 'xml'"),
        (["check", "--language", "Germn", "x"], "knows no language 'Germn' (did you mean 'german'?); it knows en (English), "),
    ],
)
def test_wrong_usage_is_told(capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    """Wrong usage returns 2, and says on stderr what is wrong and where help is."""
    status, out, err = run_command(capsys, *argv)
    assert (status, out) == (2, "")
    assert message in err


# ---- the world around it


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (BrokenPipeError(32, "Broken pipe"), 141, ""),
        (KeyboardInterrupt(), 130, ""),
        (OSError(28, "No space left on device"), 2, "ftnotes: can't write the output: No space left on device\n"),
    ],
)
def test_a_lost_output_is_no_traceback(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    status: int,
    told: str,
) -> None:
    """Where nobody reads on, the disk is full, or the user interrupts, the exit status says so."""

    def fail(_: object) -> int:
        raise error

    monkeypatch.setattr(ftnotes.cli.main, "_run", fail)
    with (tmp_path / "out").open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert main([]) == status
    assert capsys.readouterr().err == told


def test_closed_outputs_are_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stdout and stderr are closed, the exit status still tells the result."""
    (name,) = notes(tmp_path, note=WRONG.replace("Engaged", "保留中 x"))
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main([*CHECK, name]) == 1
    assert main(["check", "none"]) == 2


def test_python_m_is_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """``python -m ftnotes`` runs the command and exits with its status."""
    monkeypatch.setattr(sys, "argv", ["ftnotes", "--version"])
    with pytest.raises(SystemExit) as exit:
        runpy.run_module("ftnotes", run_name="__main__")
    assert exit.value.code == 0
    assert capsys.readouterr().out.startswith("ftnotes ")


def test_the_installed_command_reads_stdin() -> None:
    """The installed command reads a note from a pipe and returns 1 for findings."""
    done = subprocess.run([COMMAND, *CHECK, "-"], input=WRONG, capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert done.stdout.startswith("<stdin>:2:29: error FT201 choice-not-in-list: ")
    assert done.stderr == ""


def test_the_installed_command_writes_to_any_encoding(tmp_path: Path) -> None:
    """On a stdout that can't show a character, the character is escaped, and nothing fails."""
    (name,) = notes(tmp_path, note="執行\n**エグゼクティブ概要**\n- エンゲージメントのステータス: é保留中?!x\n")
    for encoding in ("ascii", "latin-1", "cp1252"):
        environment = {**os.environ, "PYTHONIOENCODING": encoding}
        done = subprocess.run([COMMAND, *CHECK, name], capture_output=True, env=environment)
        assert done.returncode == 1
        assert rb"\u4fdd\u7559\u4e2d" in done.stdout
        assert (("é".encode(encoding, "backslashreplace")) + rb"\u4fdd") in done.stdout
        assert done.stderr == b""


@needs_posix
def test_the_installed_command_survives_a_reader_who_leaves(tmp_path: Path) -> None:
    """A pipe that is closed while the command writes ends it with 141 and no traceback."""
    (name,) = notes(tmp_path, note="- STATUS OF THE ENGAGEMENT: x\n" * 3000)
    with subprocess.Popen([COMMAND, *CHECK, name], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@needs_posix
def test_the_installed_command_can_be_interrupted() -> None:
    """An interrupt while it waits for a note ends it with 130 and no traceback."""
    with subprocess.Popen(
        [COMMAND, *CHECK, "nothing", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=hear_interrupts
    ) as process:
        assert process.stderr
        assert b"nothing" in process.stderr.readline()  # now it waits for standard input
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
    assert process.returncode == 130


def test_a_closed_stream_is_not_another_one(capsys: pytest.CaptureFixture[str]) -> None:
    """What is meant for a stream that is closed goes nowhere, and not to standard output."""
    Screen(None).print("x")
    assert capsys.readouterr() == ("", "")


def test_a_plain_note_is_checked_without_what_reads_exports(tmp_path: Path) -> None:
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


def test_the_version_comes_without_what_reads_notes() -> None:
    """--version loads neither the parser nor the rules, nor what only some commands need."""
    loaded = loaded_by("import ftnotes.cli.main; ftnotes.cli.main.main(['--version'])")
    assert "ftnotes.cli.main" in loaded
    mine = ("batch", "interchange", "playbook", "policy", "syntax", "cli.commands", "cli.options.settings")
    assert not {"lark", "tomllib", "argparse", "difflib", "hashlib", *(f"ftnotes.{name}" for name in mine)} & loaded


@pytest.mark.parametrize(("columns", "width"), [("100", 98), ("none", 78), ("0", 78)])
def test_help_is_as_wide_as_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: str, width: int
) -> None:
    """Where nobody says how wide that is, there are 80 columns; two are left free."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((0, 0)))
    assert main(["check", "--help"]) == 0
    help_of_check = capsys.readouterr().out
    assert width - 10 < max(map(len, help_of_check.splitlines())) <= width
