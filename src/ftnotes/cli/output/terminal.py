"""The streams that the command prints to. Text from notes, file names and arguments goes through `Screen.escape`."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING, Final, TextIO

from attrs import field, frozen

from ...text.display import TextStyle

if TYPE_CHECKING:
    from ...interchange.json_tree import Json


@frozen(eq=False, repr=False)
class Screen(TextStyle):
    """A stream of text for people, in colour or not, and in its encoding."""

    #: None if the stream is closed: nothing is written then.
    stream: TextIO | None
    encoding: str = field(kw_only=True)

    @encoding.default
    def _encoding_of_stream(self) -> str:
        return getattr(self.stream, "encoding", None) or "utf-8"

    @classmethod
    def of(cls, stream: TextIO | None) -> Screen:
        """Return a screen, with colour on a terminal or if ``FORCE_COLOR`` is set, and without it if ``NO_COLOR`` is."""
        if os.environ.get("NO_COLOR"):
            return cls(stream)
        able = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
        return cls(stream, colour=able or bool(os.environ.get("FORCE_COLOR")))

    @property
    def is_terminal(self) -> bool:
        """Whether the stream is a terminal."""
        return self.stream is not None and self.stream.isatty()

    @property
    def is_for_programs(self) -> bool:
        """Whether the output is read by a program or goes to a file, and not to people by a terminal, colours or a log."""
        if self.stream is None or self.colour or self.stream.isatty():
            return False
        try:
            is_file = stat.S_ISREG(os.fstat(self.stream.fileno()).st_mode)
        except (OSError, ValueError):  # a stream without file
            is_file = False
        return is_file or not os.environ.get("CI")

    def print(self, line: str) -> None:
        """Write a line; text from elsewhere in it is escaped already."""
        if self.stream is not None:  # for print, None is standard output
            print(line, file=self.stream)

    def write(self, content: bytes) -> None:
        """Write bytes after what was printed, as they are."""
        if self.stream is not None:
            self.stream.flush()
            self.stream.buffer.write(content)
            self.stream.buffer.flush()

    def report(self, name: str, reason: str) -> None:
        """Write what is wrong with an input."""
        self.print(f"ftnotes: {self.name(name)}: {self.escape(reason)}")

    def renew(self, line: str) -> None:
        """Replace the current line of a terminal."""
        print(f"\r{line}\x1b[K", end="", file=self.stream, flush=True)

    def prompt(self, text: str) -> None:
        """Write a prompt, without a line end."""
        print(text, end="", file=self.stream, flush=True)

    def name(self, name: str) -> str:
        """Return the name of an input for people."""
        return "<stdin>" if name == STDIN else self.escape(name)

    def print_json(self, value: Json) -> None:
        """Write a value as JSON on one line."""
        self.print(json_line(value))


def json_line(value: Json) -> str:
    """Return a value as JSON on one line, in ASCII so that it is valid in any encoding."""
    return json.dumps(value).replace("\x7f", r"\u007f")


#: Standard input as named on the command line, and as files.
STDIN: Final = "-"
_STDIN_FILES: Final = frozenset({"/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"})
#: The maximum number of links that are followed.
_LINKS: Final = 40


def is_stdin(name: str) -> bool:
    """Return whether a name on the command line leads to standard input, directly or by links."""
    if name == STDIN:
        return True
    for _ in range(_LINKS):
        name = os.path.abspath(name)
        if name in _STDIN_FILES:
            return True
        try:
            name = os.path.join(os.path.dirname(name), os.readlink(name))
        except (OSError, ValueError):  # not a link, or not a valid file name
            return False
    return False
