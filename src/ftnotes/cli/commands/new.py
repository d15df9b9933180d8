"""``ftnotes new``: print the blank template, or a note with values that are given or asked for."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Final

from attrs import frozen

from ...text.files import FileError
from ..options.arguments import ReadingOptions
from ..options.declaration import Heading, flag, group, option
from ..options.exit_status import CLEAN, FAILURE, UsageError
from ..options.parser import Command
from ..output.terminal import Screen


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise argparse.ArgumentTypeError(f"takes a field and its value, as in customer=Contoso, not {text!r}")
    return key.strip(), value


_CONTENT: Final = Heading("content", "without any of these, the blank template is printed")


@frozen
class NewArguments:
    """The arguments of ``new``."""

    #: Keys of fields with their values.
    values: list[tuple[str, str]] | None = option(
        'the value of a field by its key, as in --set customer="Contoso, 900 seats"; ftnotes playbook show lists the keys',
        _CONTENT,
        "--set",
        metavar="FIELD=VALUE",
        action="append",
        type=_pair,
    )
    workloads: list[str] | None = option(
        'a workload and its update, as in --workload EXO="half of the mailboxes have moved"',
        _CONTENT,
        "--workload",
        metavar="TAG[=UPDATE]",
        action="append",
    )
    hashtags: list[str] | None = option(
        "a hashtag to put into the title, with or without its #", _CONTENT, "--hashtag", metavar="TAG", action="append"
    )
    ask: bool = flag("ask on the terminal for values that are not given", _CONTENT)
    output: str | None = option("write the note to a new file; an existing one is kept", None, "-o", "--output", metavar="FILE")
    template: str | None = option(
        "the template, by its key, perhaps with a variant (default: the first); ftnotes playbook show lists the keys",
        None,
        "--template",
        metavar="KEY[:VARIANT]",
    )
    #: The language of the note.
    into: str | None = option("language of the note, such as de or German", None, "--language", metavar="LANGUAGE")
    reading: ReadingOptions = group(ReadingOptions, Heading("playbook"), without=["language", "max_size", "encoding"])


def _run(arguments: NewArguments, errors: Screen) -> int:
    from ...playbook.template_words import first_template, template_words
    from ...playbook.wording import wording_in
    from ...policy.configuration import language_code
    from ...text.suggest import one_of
    from ..options.settings import reading_settings
    from .new_draft import Draft

    _, playbook, _ = reading_settings(arguments.reading)
    try:
        key, _, variant = (arguments.template or "").partition(":")
        template = first_template(playbook) if arguments.template is None else template_words(playbook, key)
        if variant:
            one_of("variant", variant, [each.key for each in template.spec.variants], f"template {template.key} has")
        language = template.default_language if arguments.into is None else language_code(playbook, arguments.into)
        one_of("language", language, template.local, f"template {template.key} has")
    except ValueError as error:
        raise UsageError(str(error)) from None
    hashtags = tuple("#" + tag.removeprefix("#") for tag in arguments.hashtags or ())
    draft = Draft(wording_in(template, language), hashtags, variant=variant or None)
    for key, value in arguments.values or ():
        draft.set(draft.known_key(key), value)
    for workload in arguments.workloads or ():
        tag, _, update = workload.partition("=")
        draft.add(tag.strip(), update)
    text = draft.text()  # errors in what is given are reported before any question
    if arguments.ask:
        if sys.stdin is None or not sys.stdin.isatty():
            raise UsageError("--ask needs a terminal; give the values with --set and --workload instead")
        if arguments.output is not None and os.path.lexists(arguments.output):
            raise UsageError(f"{arguments.output} already exists; choose another name")
        from .new_questions import Cancelled, Interview

        try:
            text = Interview(draft, errors, _target(arguments)).ask()
        except Cancelled as cancelled:
            errors.print(f"ftnotes: {cancelled}; nothing was written")
            return FAILURE
    return _write(arguments, text, errors)


def _target(arguments: NewArguments) -> str | None:
    """Return where the note goes, for people; None for a terminal, on which it is seen anyway."""
    if arguments.output is not None:
        return arguments.output
    return None if sys.stdout is not None and sys.stdout.isatty() else "standard output"


def _write(arguments: NewArguments, text: str, errors: Screen) -> int:
    target = arguments.output
    if target is None:
        Screen(sys.stdout).write(text.encode("utf-8"))
    else:
        from ...text.atomic import create_file

        try:
            create_file(target, text.encode("utf-8"))
        except FileError as error:
            errors.report(target, str(error))
            return FAILURE
    if target is not None or arguments.ask:
        lines = text.count("\n")
        errors.print(f"Wrote the note ({lines} lines) to {errors.escape(target) if target else 'standard output'}")
    return CLEAN


COMMAND: Final = Command(
    "[OPTIONS]",
    "Write a new note: the blank template, or a note with the values that are given or asked for.",
    NewArguments,
    _run,
)
