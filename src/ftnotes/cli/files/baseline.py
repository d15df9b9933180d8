"""The baseline: the problems of an earlier run, so that only new ones count.

The file has the fingerprints of problems by the name of the note, relative to the folder of the file:

    {"version": 1, "problems": {"notes/may.md": ["FT201 0a1b2c3d4e5f6071:1"]}}
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import define, evolve, field

from ...policy.report_text import counted
from ...text.atomic import atomic_write
from ...text.files import FileError, read_text
from ..options.exit_status import UsageError
from ..output.fingerprints import fingerprints
from ..output.results import Result
from ..output.terminal import STDIN, Screen

_VERSION: Final = 1
_REMEDY: Final = "write it anew with --write-baseline"


@define(eq=False, repr=False)
class Baseline:
    """The known problems by note. Those that are found are counted, so that the rest is known to be gone."""

    #: The folder of the file.
    folder: str
    known: Mapping[str, frozenset[str]]
    #: How many problems were left out, and how many known ones were not found again in the notes that were read.
    left_out: int = 0
    gone: int = 0

    @classmethod
    def read(cls, name: str, max_size: int) -> Baseline:
        """Read a baseline from a file.

        Raises:
            UsageError: it can't be read, or is not a baseline; the message says what to do.
        """
        try:
            content = json.loads(read_text(name, max_size, "raise the limit with --max-size MB"))
        except FileError as error:
            raise UsageError(f"{name}: {error}") from None
        except (ValueError, RecursionError):
            raise UsageError(f"{name}: is not a baseline, which is JSON; {_REMEDY}") from None
        problems = content.get("problems") if isinstance(content, dict) and content.get("version") == _VERSION else None
        if not isinstance(problems, dict):
            keys = f'"version": {_VERSION} and "problems"'
            raise UsageError(f"{name}: is not a baseline, which has the keys {keys}; {_REMEDY}")
        for note, marks in problems.items():
            if not isinstance(marks, list) or not all(isinstance(mark, str) for mark in marks):
                raise UsageError(f"{name}: the problems of {note!r:.80} are not a list of texts; {_REMEDY}")
        return cls(_folder(name), {note: frozenset(marks) for note, marks in problems.items()})

    def passed(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield results without their known problems."""
        for result in results:
            known = self.known.get(_key(self.folder, result), frozenset())
            found = {f"{one.code} {mark}": one for one, mark in fingerprints(result)}
            new = tuple(one for key, one in found.items() if key not in known)
            self.left_out += len(found) - len(new)
            self.gone += len(known - found.keys())
            yield evolve(result, diagnostics=new)

    def end(self, inputs: Iterable[str], errors: Screen) -> None:
        """Print how many known problems were left out and how many are gone, if any."""
        if self.left_out:
            errors.print(f"ftnotes check: {counted(self.left_out, 'known problem')} left out")
        if self.gone:
            verb = "is" if self.gone == 1 else "are"
            errors.print(f"ftnotes check: {counted(self.gone, 'known problem')} {verb} gone; to forget them, {_REMEDY}")


@define(eq=False, repr=False)
class BaselineWriter:
    """Collects the problems of results, and writes them as a baseline."""

    name: str
    problems: dict[str, list[str]] = field(factory=dict)

    def passed(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield results as they are."""
        folder = _folder(self.name)
        for result in results:
            marks = sorted(f"{one.code} {mark}" for one, mark in fingerprints(result))
            if marks:
                self.problems[_key(folder, result)] = marks
            yield result

    def end(self, inputs: Iterable[str], errors: Screen) -> None:
        """Write the file, which replaces an existing one, and print the number of problems in it.

        Raises:
            UsageError: it can't be written, or is an input.
        """
        content = {"version": _VERSION, "problems": dict(sorted(self.problems.items()))}
        try:
            with atomic_write(self.name, inputs) as file:
                file.write(json.dumps(content, indent=1).encode() + b"\n")
        except FileError as error:
            raise UsageError(f"{self.name}: {error}") from None
        count = counted(sum(map(len, self.problems.values())), "known problem")
        errors.print(f"ftnotes check: {count} written to {errors.escape(self.name)}")


def _folder(name: str) -> str:
    return os.path.dirname(os.path.abspath(name))


def _key(folder: str, result: Result) -> str:
    """Return the name of a note in a baseline: its file, and in an export its id or row."""
    name = result.row.file if result.row else result.name
    path = name if name == STDIN else os.path.relpath(os.path.abspath(name), folder).replace(os.sep, "/")
    return f"{path}#{result.row.id or result.row.number}" if result.row else path
