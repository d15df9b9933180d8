"""Files of notes found in folders and by patterns, without following links to folders, which can lead in circles."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from glob import escape, glob
from typing import Final

#: The file name suffixes of notes in a folder.
NOTE_SUFFIXES: Final = (".md", ".markdown", ".txt")

_SEPARATORS: Final = re.escape(os.sep + (os.altsep or ""))
#: The part of a pattern that matches any number of folders.
_ANY_FOLDERS: Final = re.compile(rf"(?:^|(?<=[{_SEPARATORS}]))\*\*(?:[{_SEPARATORS}]++(?>(?:\*\*[{_SEPARATORS}]++)*)|$)")

#: Is given a folder that can't be read, and the reason.
OnError = Callable[[str, OSError], None]


def notes_in(folder: str, on_error: OnError) -> Iterator[str]:
    """Yield the notes in a folder and the folders below it, in order; hidden ones are skipped."""
    for current, names in _folders(folder, on_error):
        for name in names:
            path = os.path.join(current, name)
            if name.lower().endswith(NOTE_SUFFIXES) and os.path.isfile(path):
                yield path


def matching(pattern: str) -> list[str]:
    """Return the files that match a pattern, sorted; ``**`` is any number of folders, hidden ones excepted."""
    try:
        return sorted(path for path in _matching(pattern) if os.path.isfile(path))
    except ValueError:  # not a valid file name
        return []


def _matching(pattern: str) -> set[str]:
    found = _ANY_FOLDERS.search(pattern)
    if not found:
        return set(glob(pattern))
    before, after = pattern[: found.start()], pattern[found.end() :] or "*"
    roots = glob(before) if before else [""]
    folders = (folder for root in roots for folder, _ in _folders(root, lambda *_: None))
    return {path for folder in folders for path in _matching(os.path.join(escape(folder), after))}


def _folders(folder: str, on_error: OnError) -> Iterator[tuple[str, list[str]]]:
    """Yield a folder and those below it, each with the names in it that are not hidden."""
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            names = sorted(name for name in os.listdir(current or os.curdir) if not name.startswith("."))
        except OSError as error:
            on_error(current, error)
            continue
        yield current, names
        below = (os.path.join(current, name) for name in reversed(names))
        waiting += [path for path in below if os.path.isdir(path) and not os.path.islink(path)]
