"""Scripts that complete the command in a shell, made of the options that the subcommands declare."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from .arguments import OneOf

#: The shells that are known.
SHELLS: Final = ("bash", "zsh", "fish")


class CompletedOption(NamedTuple):
    """An option: how it is given, its help, and its value."""

    flags: tuple[str, ...]
    help: str
    takes_value: bool
    choices: tuple[str, ...]


def options_of(parser: argparse.ArgumentParser) -> Iterator[CompletedOption]:
    """Yield the options of a parser."""
    for action in parser._actions:
        if action.option_strings and action.help != argparse.SUPPRESS:
            help = " ".join((action.help or "").split()).partition(";")[0]
            yield CompletedOption(tuple(action.option_strings), help, action.nargs != 0, _choices(action))


def _choices(action: argparse.Action) -> tuple[str, ...]:
    return tuple(action.type.known) if isinstance(action.type, OneOf) else ()


def script(shell: str, summaries: Mapping[str, str], options: Mapping[str, list[CompletedOption]]) -> str:
    """Return the script for a shell.

    Args:
        shell: one of `SHELLS`.
        summaries: the commands with a line about each.
        options: their options.
    """
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](summaries, options)


def _bash(summaries: Mapping[str, str], options: Mapping[str, list[CompletedOption]]) -> str:
    lines = [
        "_ftnotes() {",
        '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words=""',
        "  COMPREPLY=()",
        '  if [ "$COMP_CWORD" -eq 1 ]; then',
        f'    COMPREPLY=($(compgen -W "{" ".join(summaries)} --help --version" -- "$word"))',
        "    return",
        "  fi",
        '  case "${COMP_WORDS[1]}:$before" in',
    ]
    for name, group in options.items():
        for option in group:
            if option.choices:
                pattern = "|".join(f"{name}:{flag}" for flag in option.flags)
                lines.append(f'    {pattern}) COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$word")); return ;;')
    lines += ["  esac", '  case "${COMP_WORDS[1]}" in']
    for name, group in options.items():
        lines.append(f'    {name}) words="{" ".join(flag for option in group for flag in option.flags)}" ;;')
    lines += [
        "  esac",
        '  if [ "${word#-}" != "$word" ]; then',
        '    COMPREPLY=($(compgen -W "$words" -- "$word"))',
        "  fi",
        "}",
        "complete -o default -F _ftnotes ftnotes",
    ]
    return "\n".join(lines) + "\n"


def _zsh(summaries: Mapping[str, str], options: Mapping[str, list[CompletedOption]]) -> str:
    lines = ["#compdef ftnotes", "_ftnotes() {", "  if (( CURRENT == 2 )); then", "    local -a commands=("]
    lines += [f"      {_quoted(f'{name}:{summary}')}" for name, summary in summaries.items()]
    lines += ["    )", "    _describe command commands", "    return", "  fi", '  case "$words[2]" in']
    for name, group in options.items():
        lines.append(f"    {name}) _arguments \\")
        for option in group:
            help = option.help.replace("[", "(").replace("]", ")").replace(":", r"\:")
            value = f":value:({' '.join(option.choices)})" if option.choices else ":value:_files" if option.takes_value else ""
            lines += [f"      {_quoted(f'*{flag}[{help}]{value}')} \\" for flag in option.flags]
        lines.append("      '*:file:_files' ;;")
    return "\n".join([*lines, "  esac", "}", "compdef _ftnotes ftnotes"]) + "\n"


def _fish(summaries: Mapping[str, str], options: Mapping[str, list[CompletedOption]]) -> str:
    lines = [
        f"complete -c ftnotes -n __fish_use_subcommand -f -a {name} -d {_quoted(summary)}"
        for name, summary in summaries.items()
    ]
    for name, group in options.items():
        for option in group:
            flags = " ".join(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags)
            value = f" -x -a {_quoted(' '.join(option.choices))}" if option.choices else " -r" if option.takes_value else ""
            lines.append(
                f"complete -c ftnotes -n '__fish_seen_subcommand_from {name}' {flags}{value} -d {_quoted(option.help)}"
            )
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Return text as one word of a shell."""
    return "'" + text.replace("'", "'\\''") + "'"
