"""Files found in folders and by patterns: each once, in order, and whatever links there are."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ftnotes.cli.files.find import matching, notes_in

NAMES = ("a.md", "b.TXT", "c.markdown", "d.csv", "e", ".f.md", "g/a.md", "g/h/b.txt", ".git/c.md", "[x]/y.md")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with files of many names in it."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    return tmp_path


def shown(paths: list[str]) -> list[str]:
    """Return paths as they are written in these tests."""
    return [path.replace(os.sep, "/") for path in paths]


def refuse(folder: str, error: OSError) -> None:
    """Fail on a folder that can't be read."""
    raise AssertionError(folder) from error


def test_the_notes_of_a_folder_are_those_that_are_not_hidden(tree: Path) -> None:
    """All notes below a folder are found, the files of a folder before those below it."""
    found = ["a.md", "b.TXT", "c.markdown", "[x]/y.md", "g/a.md", "g/h/b.txt"]
    assert shown(list(notes_in(".", refuse))) == [f"./{name}" for name in found]
    assert list(notes_in(str(tree / "[x]"), refuse)) == [str(tree / "[x]" / "y.md")]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("**/*.md", ["[x]/y.md", "a.md", "g/a.md"]),
        ("**/**/*.md", ["[x]/y.md", "a.md", "g/a.md"]),
        ("g/**/*.*", ["g/a.md", "g/h/b.txt"]),
        ("g/**", ["g/a.md", "g/h/b.txt"]),
        ("*/**/b*", ["g/h/b.txt"]),
        ("**/h/**/*", ["g/h/b.txt"]),
        ("**/g/h/*.txt", ["g/h/b.txt"]),
        ("**.md", ["a.md"]),
        ("none/**/*.md", []),
        ("\0**", []),
    ],
)
@pytest.mark.usefixtures("tree")
def test_two_stars_are_any_number_of_folders(pattern: str, expected: list[str]) -> None:
    """A pattern with ``**`` matches in a folder and in those below it, and finds each file once."""
    assert shown(matching(pattern)) == expected


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="links are privileged on Windows")
@pytest.mark.parametrize("find", [lambda: list(notes_in("g", refuse)), lambda: matching("g/**/*.md")])
def test_folders_that_link_to_each_other_are_left(tree: Path, find: Callable[[], list[str]]) -> None:
    """A link to a folder is not followed, so that a circle has an end; a link to a file is a file."""
    for number in range(40):
        (tree / "g" / f"up{number}").symlink_to(tree, target_is_directory=True)
        (tree / "g" / "h" / f"self{number}").symlink_to(".", target_is_directory=True)
    (tree / "g" / "z.md").symlink_to(tree / "a.md")
    assert [name for name in shown(find()) if name.endswith(".md")] == ["g/a.md", "g/z.md"]


@pytest.mark.usefixtures("tree")
def test_a_folder_that_can_not_be_read_is_reported_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder and the reason are reported, and the other folders are read."""
    read = os.listdir

    def listdir(folder: str) -> list[str]:
        if folder.endswith("h"):
            raise PermissionError(13, "Permission denied")
        return read(folder)

    monkeypatch.setattr(os, "listdir", listdir)
    errors: list[tuple[str, str | None]] = []
    assert shown(list(notes_in("g", lambda name, error: errors.append((name, error.strerror))))) == ["g/a.md"]
    assert errors == [(os.path.join("g", "h"), "Permission denied")]
    assert shown(matching("g/**/*.md")) == ["g/a.md"]
