"""Configuration files, loaded from Python as the command loads them."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest
from helpers.commands import run_command

import ftnotes
from ftnotes import Configuration, ConfigurationError, load_configuration
from ftnotes.policy.configuration import OutputFormat
from ftnotes.policy.configuration_file import read_configuration


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_nearest_file_is_loaded(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearest file upwards is loaded unless one is given; without any, nothing is set."""
    assert load_configuration() == Configuration()
    (project / "ftnotes.toml").write_text('select = ["FT4"]\n')
    (project / "other.toml").write_text('select = ["FT2"]\n')
    inner = project / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "pyproject.toml").write_text("[project]\n")
    monkeypatch.chdir(inner)
    assert load_configuration().select == ("FT4",)
    assert load_configuration(project / "other.toml").select == ("FT2",)
    (inner / "pyproject.toml").write_text('[tool.ftnotes]\nselect = ["FT6"]\n')
    assert load_configuration().path == str(inner / "pyproject.toml")


def test_without_a_current_folder_there_is_no_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    """A deleted current folder has no configuration."""

    def gone() -> str:
        raise FileNotFoundError(2, "No such file or directory")

    with monkeypatch.context() as patched:
        patched.setattr(os, "getcwd", gone)
        assert load_configuration() == Configuration()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.toml", "none.toml: there is no such file"),
        ("no\0name", "is not a valid file name; check it"),
        ("pyproject.toml", "pyproject.toml: has no table [tool.ftnotes]; add it, or name another file"),
    ],
)
def test_a_named_configuration_must_exist(project: Path, name: str, message: str) -> None:
    """A configuration that is given by name must be readable and have its table."""
    (project / "pyproject.toml").write_text("[tool]\n")
    with pytest.raises(ConfigurationError) as error:
        load_configuration(name)
    assert message in str(error.value)
    (project / "pyproject.toml").write_text("tool = 1\n")
    with pytest.raises(ConfigurationError):
        load_configuration("pyproject.toml")
    (project / "pyproject.toml").write_text("[tool.ftnotes]\nx = 1\n")
    with pytest.raises(ConfigurationError, match=r"pyproject.toml: tool\.ftnotes\.x: unknown key; expected edition"):
        load_configuration()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("require-summary = 'yes'", "require-summary: expected true or false, not 'yes'"),
        ("fail-on = 'fatal'", "fail-on: unknown 'fatal'; expected one of error, warning, information"),
        ("select = ['FT9']", "select: there is no rule 'FT9'"),
        ("[severity]\nFT9 = 'error'", "severity: there is no rule 'FT9'"),
        ("role = 'Boss'", "playbook 2020-03 knows no role 'Boss'"),
        ("[[files]]\npattern = 'x'\nintent = 'x'", r"files\[0\]: playbook 2020-03 knows no intent 'x'"),
        ("edition = '1999-01'", "edition: there is no edition '1999-01'"),
        ("language = 'xx'", "language: playbook 2020-03 knows no language 'xx'"),
        ("playbook = 'none.toml'", "none.toml: there is no such file"),
    ],
)
def test_all_settings_are_checked_on_loading(project: Path, text: str, message: str) -> None:
    """Loading checks names of rules, editions, languages, roles and so on, as the command does."""
    (project / "ftnotes.toml").write_text(f"{text}\n")
    with pytest.raises(ConfigurationError, match=message):
        load_configuration()


def test_a_check_with_the_configuration_reports_what_the_command_reports(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Playbook, language, rules, severities and the contexts of files are used as by the command."""
    (project / "own.toml").write_text(
        'id = "own"\nextends = "2020-03"\n[languages.en.templates.exec-summary.labels]\ncustomer = ["WHO"]\n'
    )
    (project / "ftnotes.toml").write_text(
        'playbook = "own.toml"\nlanguage = "German"\nselect = ["FT1", "FT302", "FT505"]\nignore = ["FT102"]\n'
        'date = 2020-05-08\nrole = "Gateway Manager"\n[severity]\nFT505 = "error"\n[[files]]\npattern = "calls/*"\n'
        'note-type = "Engagement Management"\nintent = "accelerating"\n'
    )
    (project / "calls").mkdir()
    notes = {
        "calls/a.md": "Teams for all. Next action: send the plan. Date: 30 April 2020. Owner: Ana\n",
        "b.md": "- WHO: x\n- STATUS OF THE ENGAGEMENT: Reactive\n",
    }
    configuration = load_configuration()
    for name, text in notes.items():
        (project / name).write_text(text)
        report = ftnotes.check(text, **configuration.options(name))
        assert report
        assert str(report) + "\n" == run_command(capsys, "check", name)[1].replace(f"{name}:", "note:")
    assert ftnotes.fix(notes["b.md"], **configuration.options()).remaining == report.diagnostics
    assert configuration.options()["context"].note_type is None
    assert configuration.load_playbook().default_language == "de"


#: Files that load, and files that don't for their shape alone.
VALID = [
    "",
    'edition = "2019-09"\nselect = ["FT4"]\nignore = []\nmax-size = 3\nfail-on = "error"\nrequire-summary = true\n',
    'output-format = "junit"\nexclude = ["drafts"]\nrole = "SME"\ndate = 2020-05-08\nrequested = false\n',
    '[severity]\nFT4 = "information"\n[per-file-ignores]\n"old/*" = ["FT1"]\n',
    '[[files]]\npattern = "a/*"\nrole = "SME"\n[[files]]\npattern = ["b", "c"]\nnote-type = "Overall Status"\n',
]
INVALID = [
    "selec = []\n",
    'select = "FT4"\n',
    "max-size = 0\n",
    "max-size = 2.5\n",
    'fail-on = "warn"\n',
    'output-format = "xml"\n',
    'require-summary = "yes"\n',
    'edition = "2020-03"\nplaybook = "a.toml"\n',
    'severity = ["FT4"]\n',
    "role = 1\n",
    '[[files]]\nrole = "SME"\n',
    '[[files]]\npattern = "a"\nselect = []\n',
    "[[files]]\npattern = []\n",
    '[per-file-ignores]\n"a" = "FT1"\n',
]


@pytest.mark.parametrize("content", VALID + INVALID)
def test_the_schema_and_the_loader_agree(project: Path, content: str) -> None:
    """A file that the schema allows can be read, and one that it does not is refused."""
    jsonschema = pytest.importorskip("jsonschema")
    (project / "ftnotes.toml").write_text(content, encoding="utf-8")
    schema = ftnotes.configuration_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    is_valid = jsonschema.Draft202012Validator(schema).is_valid(tomllib.loads(content))
    try:
        read_configuration(str(project / "ftnotes.toml"))
    except ConfigurationError:
        assert not is_valid
    else:
        assert is_valid
    assert is_valid == (content in VALID)


def test_the_schema_has_the_keys_of_the_loader(project: Path) -> None:
    """The message about an unknown key lists the same keys as the schema."""
    schema: Any = ftnotes.configuration_schema()
    own = schema["properties"]
    (project / "ftnotes.toml").write_text("zzzz = 1\n", encoding="utf-8")
    with pytest.raises(ConfigurationError) as error:
        read_configuration(str(project / "ftnotes.toml"))
    listed = str(error.value).rpartition("expected ")[2]
    assert set(re.findall(r"[a-z][\w-]+", listed)) - {"or"} == {*own, *schema["$defs"]["context"]["properties"]}
    assert own["output-format"]["enum"] == [*get_args(OutputFormat)]
