"""The questions of ``ftnotes new --ask``: one after another; each answer can be taken back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from attrs import frozen

from ...playbook.model import FieldSpec
from ..options.exit_status import UsageError
from ..output.terminal import Screen
from .new_draft import Draft

#: The answer that goes back one question.
BACK: Final = "<"

_YES: Final = ("y", "yes")
_NO: Final = ("n", "no")


class Cancelled(Exception):
    """No note is to be written; the message says why."""


@frozen
class Question:
    """A question, and what happens to its answer."""

    #: Escaped and styled.
    lines: list[str]
    #: Takes an answer; raises `UsageError` if it refuses it.
    accept: Callable[[str], None]


@frozen
class Interview:
    """Asks for the values that a draft lacks, in the order of the template."""

    given: Draft
    #: Where questions are printed; standard output carries only the note.
    screen: Screen
    #: Where the note will be written; None if it need not be shown before.
    target: str | None

    def ask(self) -> str:
        """Ask until the note is complete, and return it.

        Raises:
            Cancelled: the input ended before that, or the note is not wanted.
        """
        self.screen.print(f"Press Enter to leave a field empty. {BACK} goes back one question, Ctrl-C ends without a note.")
        answers: list[str] = []
        while True:
            # Going back replays all answers but the last on a fresh draft.
            draft = self.given.copy()
            draft.started = True
            replayed = list(answers)
            for question in self._questions(draft):
                if replayed:
                    question.accept(replayed.pop(0))
                    continue
                answer = self._answer(question)
                if answer is None:
                    del answers[-1:]
                    break
                answers.append(answer)
            else:
                return draft.text()

    def _questions(self, draft: Draft) -> Iterator[Question]:
        wording = draft.wording
        for spec in wording.template.spec.fields:
            if spec.key == wording.template.listing and not draft.workloads:
                yield from self._workloads(draft, spec)
            elif spec.key in draft.keys and spec.key not in draft.values:
                yield self._field(draft, spec)
        if wording.playbook.hashtags and wording.title and not draft.hashtags:
            hashtag = wording.playbook.hashtags[0]
            question = f"Put {hashtag.tag} into the title? It says that {hashtag.summary}. (y/N)"
            yield Question(["", self.screen.escape(question)], partial(_set_hashtag, draft, hashtag.tag))
        if self.target is not None:
            note = [self.screen.escape(line) for line in draft.text().split("\n")]
            yield Question(["", *note, self.screen.escape(f"Write this note to {self.target}? (Y/n)")], _confirm)

    def _field(self, draft: Draft, spec: FieldSpec) -> Question:
        choices = [draft.wording.choices[spec.key].get(choice, choice) for choice in spec.choices]

        def accept(answer: str) -> None:
            draft.set(spec.key, _by_number(answer, choices))

        return Question([*self._heading(draft, spec), *self._numbered(choices)], accept)

    def _workloads(self, draft: Draft, spec: FieldSpec) -> Iterator[Question]:
        specs = draft.wording.playbook.workloads
        tags = [workload.tag for workload in specs]
        names = [f"[{workload.tag}] {draft.wording.names.get(workload.tag, workload.names[0])}" for workload in specs]
        heading = [*self._heading(draft, spec), *self._numbered(names)]
        chosen = ""

        def choose(answer: str) -> None:
            nonlocal chosen
            chosen = _by_number(answer, tags)
            if chosen:
                draft.copy().add(chosen, "")

        while True:
            yield Question([*heading, "Workload by number, tag or name; Enter to continue"], choose)
            if not chosen:
                return
            question = f"Status and next actions of {chosen}?"
            yield Question([self.screen.escape(question)], partial(draft.add, chosen))
            heading = []

    def _heading(self, draft: Draft, spec: FieldSpec) -> list[str]:
        wording = draft.wording
        hints = wording.local.hints.get(spec.key, ()) if spec.key != wording.template.listing else ()
        heading = self.screen.escape(" ".join((wording.label_to_write(spec.key) or "", *hints[:1])))
        return ["", self.screen.styled(heading, "place")]

    def _numbered(self, choices: list[str]) -> list[str]:
        return [f"  {number:>{len(str(len(choices)))}}  {self.screen.escape(one)}" for number, one in enumerate(choices, 1)]

    def _answer(self, question: Question) -> str | None:
        """Return an answer that is accepted; None to go back."""
        for line in question.lines:
            self.screen.print(line)
        while True:
            self.screen.prompt("> ")
            line = sys.stdin.readline()
            if not line.endswith("\n"):
                self.screen.print("")
                raise Cancelled("the input ended before the last answer")
            answer = line.strip()
            if answer == BACK:
                return None
            try:
                question.accept(answer)
            except UsageError as error:
                self.screen.print(self.screen.escape(str(error)))
            else:
                return answer


def _by_number(answer: str, choices: list[str]) -> str:
    """Return the choice that a number names, or the answer where it is not a number."""
    if not answer.isdecimal():
        return answer
    if not 1 <= int(answer) <= len(choices):
        raise UsageError(f"there is no number {answer}; answer with a number from 1 to {len(choices)}, or {', '.join(choices)}")
    return choices[int(answer) - 1]


def _set_hashtag(draft: Draft, hashtag: str, answer: str) -> None:
    if answer.lower() not in (*_YES, *_NO, ""):
        raise UsageError(f"answer y or n, not {answer!r}")
    draft.hashtags = (hashtag,) if answer.lower() in _YES else ()


def _confirm(answer: str) -> None:
    if answer.lower() in _NO:
        raise Cancelled("the note was declined")
    if answer.lower() not in (*_YES, ""):
        raise UsageError(f"answer y or n, not {answer!r}")
