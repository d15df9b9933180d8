"""The options that commands share, and their help."""

from __future__ import annotations

import io
from importlib import import_module

import pytest
from attrs import AttrsInstance
from helpers.commands import run_command

from ftnotes.cli.commands import SUMMARIES
from ftnotes.cli.options.declaration import add_options
from ftnotes.cli.options.parser import Command, Parser
from ftnotes.cli.output.terminal import Screen


@pytest.mark.parametrize("size", ["0", "-1", "1.5", "many", "²", "1000001", "9999999999999", "9" * 5000])
def test_a_limit_is_a_number_of_megabytes(size: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A limit must be a whole number of which the machine can count the bytes."""
    status, _, err = run_command(capsys, "check", f"--max-size={size}", "x")
    assert status == 2
    assert "takes a whole number of megabytes from 1 to 1,000,000, not " in err


@pytest.mark.parametrize("name", SUMMARIES)
def test_each_argument_has_a_help_text(name: str) -> None:
    """Each argument has its line of help, which begins like any other and has no full stop; groups have a heading."""
    command: Command[AttrsInstance] = import_module(f"ftnotes.cli.commands.{name}").COMMAND
    parser = Parser(name, command.usage, command.description, Screen(io.StringIO()))
    add_options(parser, command.arguments)
    assert command.description.endswith(".")
    for action in parser._actions:
        assert action.help, action
        assert action.help.split()[0].islower() or action.help.startswith("CSV "), action.help
        assert not action.help.endswith("."), action.help
        assert not isinstance(action.metavar, str) or action.metavar.isupper(), action.metavar
    for group in parser._action_groups:
        assert group.title, group
        assert group.title.islower(), group.title
