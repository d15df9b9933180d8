"""``ftnotes new``: the blank template, or a note of values that are given or asked for."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

from attrs import Factory, define, evolve

from ...playbook.model import FieldSpec
from ...playbook.wording import Wording, wording_in
from ...text.suggest import did_you_mean
from ...writing.compose import argument_of, new
from ..options.exit_status import CLEAN, FAILURE, UsageError
from ..options.settings import configuration_of, language_of, playbook_of
from ..output.terminal import Screen

T = TypeVar("T")

_YES: Final = ("y", "yes")
_NO: Final = ("", "n", "no")


class _NoMoreAnswers(Exception):
    """Nobody answers any more: the input ended."""


def run(arguments: Namespace, errors: Screen) -> int:
    """Write a note.

    Args:
        arguments: the command line.
        errors: where to ask, and to tell of what can't be written.

    Returns:
        The exit status.

    Raises:
        UsageError: the arguments don't go together, or a value is refused; the message says what is accepted.
    """
    playbook = playbook_of(arguments, configuration_of(arguments))
    language = playbook.default_language if arguments.into is None else language_of(playbook, arguments.into)
    words = wording_in(playbook, language)
    draft = _Draft(words, arguments.covid)
    for key, value in arguments.values or ():
        draft.set(_known_key(words, key), value)
    for said in arguments.workloads or ():
        tag, _, update = said.partition("=")
        draft.add(tag.strip(), update)
    draft.text()  # what can't be is told before anything is asked
    if arguments.ask:
        if sys.stdin is None or not sys.stdin.isatty():
            raise UsageError("--ask needs a terminal, where somebody answers; give the values with --set and --workload")
        try:
            _Questions(draft, errors).ask()
        except _NoMoreAnswers:
            errors.print("")
            errors.print("ftnotes new: the answers ended before all was asked; nothing was written")
            return FAILURE
    return _written(arguments.output, draft.text(), errors)


def _written(target: str | None, text: str, errors: Screen) -> int:
    if target is None:
        if sys.stdout is not None:
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8"))
        return CLEAN
    from ..files.write import WriteRefused, write_new

    try:
        write_new(target, text)
    except WriteRefused as error:
        errors.print(f"ftnotes: {errors.name(target)}: {errors.escape(str(error))}")
        return FAILURE
    return CLEAN


def _keys(words: Wording) -> list[str]:
    """The keys of the fields that take a value; that of the workloads lists them instead."""
    return [spec.key for spec in words.playbook.fields if spec.key != words.template.listing and words.label_to_write(spec.key)]


def _known_key(words: Wording, said: str) -> str:
    keys = _keys(words)
    if said == words.template.listing:
        raise UsageError(f"{said} holds the workloads; give each with --workload")
    if said not in keys:
        hint = did_you_mean(said, keys)
        raise UsageError(f"there is no field {said!r}{hint}; there are {', '.join(keys)}")
    return said


@define
class _Draft:
    """What the note is to say so far; each value is tried as it comes."""

    words: Wording
    covid: bool = False
    values: dict[str, str] = Factory(dict)
    #: What is said of each, by its tag.
    workloads: dict[str, str] = Factory(dict)
    #: Whether it is a note also where nothing is said; otherwise it is the blank template then.
    begun: bool = False

    def set(self, key: str, value: str) -> None:
        """Have a field say something.

        Raises:
            UsageError: it can't.
        """
        if key in self.values:
            raise UsageError(f"{key} is given twice; give it once")
        self._tried({key: value}, {})
        self.values[key] = value

    def add(self, tag: str, update: str) -> None:
        """List a workload.

        Raises:
            UsageError: there is none of that tag, it is listed already, or what is said of it would be read otherwise.
        """
        self._tried({}, {tag: update})
        key = self.words.vocabulary.workload_key
        if key(tag) in map(key, self.workloads):
            raise UsageError(f"the workload {tag} is listed already; list it once, with all that is said of it")
        self.workloads[tag] = update

    def text(self) -> str:
        """The note, or the blank template.

        Raises:
            UsageError: it can't be written.
        """
        return self._tried(self.values, self.workloads)

    def _tried(self, values: dict[str, str], workloads: dict[str, str]) -> str:
        if self.begun or values or workloads:  # then an empty value too makes it a note
            values = dict.fromkeys(_keys(self.words)[:1], "") | values
        try:
            return new(
                language=self.words.language.code,
                playbook=self.words.playbook,
                workloads=workloads or None,
                covid=self.covid,
                **{argument_of(key): value for key, value in values.items()},
            )
        except ValueError as error:
            message = str(error)
            for key in values:  # which the library names as its arguments
                if message.startswith(f"{argument_of(key)}:"):
                    message = key + message[len(key) :]
            raise UsageError(message) from None


@define
class _Questions:
    """Asks for what is not given, in the order of the template."""

    draft: _Draft
    #: Where questions are printed: what is written to standard output is the note alone.
    screen: Screen

    def ask(self) -> None:
        """Ask for all fields, the workloads, and the hashtag.

        Raises:
            _NoMoreAnswers: the input ended before that.
        """
        playbook = self.draft.words.playbook
        self.draft.begun = True
        self.screen.print("An empty answer leaves a field empty. Ctrl-C gives up; nothing is written then.")
        words = self.draft.words
        for spec in playbook.fields:
            if spec.key == words.template.listing and not self.draft.workloads:
                self._head(spec)
                self._workloads()
            elif spec.key in _keys(words) and spec.key not in self.draft.values:
                self._head(spec)
                self._field(spec)
        if playbook.hashtags and not self.draft.covid:
            spoken = playbook.hashtags[0]
            self.screen.print("")
            self.draft.covid = self._answer(f"Put {spoken.tag} into the title? It marks that {spoken.summary}. (y/N)", _is_yes)

    def _head(self, spec: FieldSpec) -> None:
        words = self.draft.words
        hints = words.language.hints.get(spec.key, ()) if spec.key != words.template.listing else ()
        self.screen.print("")
        head = self.screen.escape(" ".join((words.label_to_write(spec.key) or "", *hints[:1])))
        self.screen.print(self.screen.styled(head, "place"))

    def _field(self, spec: FieldSpec) -> None:
        choices = [self.draft.words.choices[spec.key].get(choice, choice) for choice in spec.choices]
        for number, choice in enumerate(choices, 1):
            self.screen.print(f"  {number}  {self.screen.escape(choice)}")

        def accept(said: str) -> None:
            picked = said.isdecimal() and 1 <= int(said) <= len(choices)
            self.draft.set(spec.key, choices[int(said) - 1] if picked else said)

        self._answer("", accept)

    def _workloads(self) -> None:
        """Ask for workloads, until an empty answer."""
        words = self.draft.words
        tags = ", ".join(spec.tag for spec in words.playbook.workloads)
        self.screen.print(f"Workloads: {self.screen.escape(tags)}")
        while tag := self._answer("A workload by its tag; nothing, to go on", self._known):
            self._answer(f"How does {tag} stand, and what is next?", partial(self.draft.add, tag))

    def _known(self, said: str) -> str:
        """A workload that can be listed; nothing where nothing was said."""
        if said:
            evolve(self.draft, workloads=dict(self.draft.workloads)).add(said, "")
        return said

    def _answer(self, question: str, accept: Callable[[str], T]) -> T:
        """An answer that is accepted: what is refused is asked for again."""
        while True:
            if question:
                self.screen.print(self.screen.escape(question))
            self.screen.prompt("> ")
            line = sys.stdin.readline()
            if not line.endswith("\n"):
                raise _NoMoreAnswers
            try:
                return accept(line.strip())
            except UsageError as error:
                self.screen.print(self.screen.escape(str(error)))


def _is_yes(said: str) -> bool:
    if said.lower() not in _YES + _NO:
        raise UsageError(f"answer y or n, not {said!r}")
    return said.lower() in _YES
