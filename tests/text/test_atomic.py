"""Atomic writing: a file is wholly old or wholly new, whatever fails, and keeps everything but its content."""

from __future__ import annotations

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

from ftnotes.text import atomic
from ftnotes.text.atomic import TEMPORARY, LossyReplace, atomic_write, create_file, overwrite_file, replace_file
from ftnotes.text.files import FileError

needs_posix = pytest.mark.skipif(os.name != "posix", reason="links, owners and signals are those of POSIX")

OLD = "old é\r\nline\n" * 20
NEW = "new 保\r\nline\n" * 30


def note(folder: Path, text: str = OLD) -> Path:
    """Write a file with a text."""
    path = folder / "note.md"
    path.write_bytes(text.encode())
    return path


def rewrite(path: Path, text: str = NEW, *, force: bool = False, before: bytes | None = None) -> None:
    """Write a text in the place of what a file contains, or with force into the file itself."""
    before = path.read_bytes() if before is None else before
    (overwrite_file if force else replace_file)(str(path), before, text.encode())


def alone(folder: Path) -> bool:
    """Return whether a folder contains nothing but the note."""
    return [path.name for path in folder.iterdir()] == ["note.md"]


class Calls:
    """The module ``os`` with calls counted; one of them fails."""

    def __init__(self, failing: int = -1, error: BaseException | None = None) -> None:
        self.count = 0
        self.failing = failing
        self.error = error or OSError(errno.EIO, "Input/output error")
        self.names: list[str] = []

    def __getattr__(self, name: str) -> object:
        found = getattr(os, name)
        if name == "path":
            return found
        if not callable(found):
            return found

        def call(*arguments: object, **named: object) -> object:
            self.names.append(name)
            self.count += 1
            if self.count - 1 == self.failing:
                raise self.error
            return found(*arguments, **named)

        return call


@contextmanager
def through(calls: Calls) -> Iterator[None]:
    """Let the module that writes use these calls."""
    atomic.os = calls  # type: ignore[assignment, attr-defined]
    try:
        yield
    finally:
        atomic.os = os  # type: ignore[attr-defined]


def test_permissions_stay(tmp_path: Path) -> None:
    """The mode of a file stays."""
    path = note(tmp_path)
    path.chmod(0o640)
    rewrite(path)
    assert path.read_bytes() == NEW.encode()
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert alone(tmp_path)


def failures(path: Path, force: bool = False) -> Iterator[tuple[int, list[str], str]]:
    """Rewrite a file once for each call of the system, which fails.

    Yields:
        The number of the failed call, the names of the calls, and the error, or an empty text.
    """
    calls = Calls()
    with through(calls):
        rewrite(path, force=force)
    for number in range(calls.count):
        path.write_bytes(OLD.encode())
        failing = Calls(number)
        refusal = ""
        with through(failing):
            try:
                rewrite(path, force=force)
            except FileError as error:
                refusal = str(error)
        assert refusal in ("", "can't be written: Input/output error; it is unchanged")
        assert path.read_bytes().decode() == (OLD if refusal else NEW), failing.names[number]
        yield number, failing.names, refusal


def test_a_failure_of_any_call_leaves_the_file_whole(tmp_path: Path) -> None:
    """If any call of the system fails, the file is wholly old, which is reported, or wholly new; no other file is left."""
    path = note(tmp_path)
    failed = set()
    for number, names, refusal in failures(path):
        name = names[number]
        failed.add(name)
        assert bool(refusal) == (number <= names.index("replace") if "replace" in names else True), name
        left = [other for other in tmp_path.iterdir() if other != path]
        assert not left, name
    assert {"stat", "open", "write", "fsync", "close", "chmod", "replace"} <= failed


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError()], ids=repr)
def test_an_interrupt_leaves_the_file_whole(tmp_path: Path, error: BaseException) -> None:
    """An interrupt at any call leaves the file wholly old or wholly new, and no other file."""
    for number in range(30):
        path = note(tmp_path)
        calls = Calls(number, error)
        with through(calls):
            try:
                rewrite(path)
            except type(error):
                assert calls.names[-1] in (calls.names[number], "unlink", "close")
        assert path.read_bytes().decode() in (OLD, NEW)
        assert alone(tmp_path) or calls.names[number : number + 1] in (["open"], ["unlink"])


@needs_posix
def test_only_the_owner_can_read_a_file_that_is_being_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the new file is complete and has the permissions of the old one, only its owner can read it."""
    path = note(tmp_path)
    path.chmod(0o640)
    modes: list[int] = []

    def settle(descriptor: int) -> None:
        modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))

    monkeypatch.setattr(os, "fsync", settle)
    rewrite(path)
    assert modes[0] == 0o600
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that becomes full in the middle leaves the old file and no other."""
    path = note(tmp_path)
    written = 0
    write = os.write

    def fill(descriptor: int, data: bytes) -> int:
        nonlocal written
        if written > 100:
            raise OSError(errno.ENOSPC, "No space left on device")
        written += 60
        return write(descriptor, data[:60])

    monkeypatch.setattr(os, "write", fill)
    with pytest.raises(FileError, match=r"^can't be written: No space left on device; it is unchanged$"):
        rewrite(path)
    assert path.read_bytes().decode() == OLD
    assert alone(tmp_path)


REWRITE = """\
import sys
from pathlib import Path
from ftnotes.text.atomic import replace_file
print("ready", flush=True)
while True:
    old = Path(sys.argv[1]).read_bytes()
    replace_file(sys.argv[1], old, old.swapcase())
"""


@needs_posix
def test_a_kill_at_any_moment_leaves_the_file_whole(tmp_path: Path) -> None:
    """A process that is killed leaves the file wholly old or wholly new; another file that it leaves has a temporary name."""
    drawn = random.Random(5)
    text = "Some text\n" * 20_000
    path = note(tmp_path, text)
    wholes = {text, text.swapcase()}
    start, end = TEMPORARY
    for _ in range(12):
        with subprocess.Popen([sys.executable, "-c", REWRITE, str(path)], stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(drawn.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
        assert path.read_bytes().decode() in wholes
        for left in tmp_path.iterdir():
            assert left == path or (left.name.startswith(start) and left.name.endswith(end))


@needs_posix
def test_links_lead_to_what_is_written(tmp_path: Path) -> None:
    """The file that a link leads to is written, through further links too; the links stay."""
    path = note(tmp_path)
    folder = tmp_path / "links"
    folder.mkdir()
    (folder / "one").symlink_to(path)
    (folder / "two").symlink_to("one")
    rewrite(folder / "two")
    assert (folder / "two").is_symlink()
    assert path.read_bytes().decode() == NEW
    assert sorted(found.name for found in folder.iterdir()) == ["one", "two"]


@needs_posix
def test_a_file_with_more_names_is_refused(tmp_path: Path) -> None:
    """A file with hard links is not replaced; an overwrite shows under all its names."""
    path = note(tmp_path)
    other = tmp_path / "other.md"
    os.link(path, other)
    with pytest.raises(LossyReplace, match=r"^has 2 names \(hard links\), and only one of them would change; write to a copy$"):
        rewrite(path)
    assert other.read_bytes().decode() == OLD
    rewrite(path, force=True)
    assert other.read_bytes().decode() == path.read_bytes().decode() == NEW
    rewrite(path, OLD[:5], force=True)
    assert other.read_bytes().decode() == OLD[:5]
    assert os.stat(other).st_nlink == 2


@needs_posix
def test_a_file_of_another_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of another user is not replaced; an overwrite keeps its owner."""
    path = note(tmp_path)
    user = os.geteuid() + 1
    with monkeypatch.context() as patched:
        patched.setattr(os, "geteuid", lambda: user)
        with pytest.raises(LossyReplace, match=r"^belongs to another user, and would be yours afterwards; ask its owner$"):
            rewrite(path)
        assert path.read_bytes().decode() == OLD
        owner = path.stat().st_uid, path.stat().st_ino
        rewrite(path, force=True)
    assert (path.stat().st_uid, path.stat().st_ino) == owner
    assert path.read_bytes().decode() == NEW


@needs_posix
def test_the_group_of_a_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new file gets the group of the old one; if that is not allowed, it does not replace it."""
    path = note(tmp_path)
    found = os.stat(path)
    asked: list[tuple[int, int]] = []

    class OtherGroup(Calls):
        def fstat(self, _: int) -> object:
            return SimpleNamespace(st_gid=found.st_gid + 1)

    monkeypatch.setattr(atomic, "os", OtherGroup())
    monkeypatch.setattr(os, "chown", lambda _, user, group: asked.append((user, group)))
    rewrite(path)
    assert asked == [(-1, found.st_gid)]

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refuse)
    with pytest.raises(
        LossyReplace, match=r"^belongs to a group that you are not in, and would not afterwards; ask its owner$"
    ):
        rewrite(path, OLD)
    assert path.read_bytes().decode() == NEW
    assert alone(tmp_path)
    rewrite(path, OLD, force=True)
    assert path.read_bytes().decode() == OLD


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_that_takes_no_file_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """A file in a read-only folder is not replaced; it can be overwritten."""
    path = note(tmp_path)
    real = os.open

    def refuse(name: str, flags: int, *mode: int) -> int:
        if flags & os.O_CREAT:
            raise OSError(code, "no")
        return real(name, flags, *mode)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(LossyReplace, match=r"^is in a folder that you can't write to; ask for permission$"):
        rewrite(path)
    assert path.read_bytes().decode() == OLD
    rewrite(path, force=True)
    assert path.read_bytes().decode() == NEW


def change(path: Path) -> None:
    """Somebody else's change."""
    path.write_bytes(b"somebody else's")


@needs_posix
@pytest.mark.parametrize("force", [False, True])
def test_a_file_that_changed_in_the_meantime_is_not_written(tmp_path: Path, force: bool) -> None:
    """A file that changed or grew since it was read is neither replaced nor overwritten."""
    for other in ("somebody else's", OLD + "more", ""):
        path = note(tmp_path)
        if force:
            os.link(path, tmp_path / "other")
        path.write_bytes(other.encode())
        with pytest.raises(FileError, match=r"^was changed in the meantime; run the command again$"):
            rewrite(path, force=force, before=OLD.encode())
        assert path.read_bytes().decode() == other
        if force:
            (tmp_path / "other").unlink()
        assert alone(tmp_path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


@needs_posix
@pytest.mark.parametrize(
    ("do", "message"),
    [
        (_folder, "is not an ordinary file and can't be replaced; write to a copy"),
        (_fifo, "is not an ordinary file and can't be replaced; write to a copy"),
        (Path.unlink, "can't be written: No such file or directory; it is unchanged"),
        (_loop, "can't be written: Too many levels of symbolic links; it is unchanged"),
    ],
)
def test_what_is_not_a_file_any_more_is_refused(tmp_path: Path, do: Callable[[Path], None], message: str) -> None:
    """A folder, a pipe and a dangling link are refused with the reason."""
    path = note(tmp_path)
    do(path)
    for force in (False, True):
        with pytest.raises(FileError) as error:
            rewrite(path, force=force, before=OLD.encode())
        assert str(error.value) == message


def test_a_protected_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write-protected file is refused, although its folder would allow to replace it."""
    path = note(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(FileError, match=r"^is write-protected; make it writable first"):
        rewrite(path)
    assert path.read_bytes().decode() == OLD


@needs_posix
def test_a_failed_overwrite_puts_the_old_text_back(tmp_path: Path) -> None:
    """If any call fails during an overwrite, the file has its old text again."""
    path = note(tmp_path)
    os.link(path, tmp_path / "other")
    for number, names, refusal in failures(path, force=True):
        assert bool(refusal) == (names[number] != "close")  # which comes last: the text is written by then


@needs_posix
def test_an_overwrite_writes_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that takes a part of the text at a time gets the rest, too."""
    path = note(tmp_path)
    os.link(path, tmp_path / "other")
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:7]))
    rewrite(path, force=True)
    assert path.read_bytes().decode() == NEW


@needs_posix
def test_a_failed_overwrite_reports_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the old text can't be put back either, the message says so."""
    path = note(tmp_path)
    os.link(path, tmp_path / "other")

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FileError, match=r"^was damaged: it could be neither written nor restored; take it from a copy$"):
        rewrite(path, force=True)


def test_a_new_file_replaces_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new file has the content; an existing one is unchanged, and nothing is left of one that can't be written."""
    target = tmp_path / "new.md"
    create_file(str(target), b"new")
    with pytest.raises(FileError, match=r"^already exists; choose another name$"):
        create_file(str(target), b"other")
    assert target.read_bytes() == b"new"
    with pytest.raises(FileError, match="can't be written: No such file or directory; check the name and the folder"):
        create_file(str(tmp_path / "none" / "new.md"), b"x")
    with pytest.raises(FileError, match="is not a valid file name"):
        create_file("a\0b", b"x")

    def fail(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", fail)
    with pytest.raises(FileError, match="can't be written: No space left on device; nothing of it is left"):
        create_file(str(tmp_path / "other.md"), b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["new.md"]


@pytest.mark.parametrize("exists", [False, True])
def test_a_stream_appears_at_its_end(tmp_path: Path, exists: bool) -> None:
    """A stream takes its name at the end of the block, unless that ends with an error."""
    path = tmp_path / "note.md"
    if exists:
        note(tmp_path).chmod(0o600)
    before = path.read_bytes() if exists else None
    with suppress(KeyError), atomic_write(str(path)) as stream:
        stream.write(b"a part")
        raise KeyError
    assert (path.read_bytes() if path.exists() else None) == before
    with atomic_write(str(path)) as stream:
        stream.write(b"all of it")
        stream.flush()
        assert (path.read_bytes() if path.exists() else None) == before
    assert path.read_bytes() == b"all of it"
    assert alone(tmp_path)
    if os.name == "posix" and exists:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@needs_posix
def test_a_stream_follows_links_and_replaces_files_alone(tmp_path: Path) -> None:
    """The file that a link leads to is written, even if it is missing; a folder or an invalid name is refused."""
    (tmp_path / "link").symlink_to("note.md")
    for content in (b"one", b"two"):
        with atomic_write(str(tmp_path / "link")) as stream:
            stream.write(content)
        assert ((tmp_path / "link").is_symlink(), (tmp_path / "note.md").read_bytes()) == (True, content)
    for name, message in (
        (str(tmp_path), "is not an ordinary file and can't be replaced"),
        ("a\0b", "is not a valid file name"),
        (str(tmp_path / "none" / "x"), "can't be written: No such file or directory; check the name and the folder"),
    ):
        with pytest.raises(FileError, match=message), atomic_write(name):
            pass


@needs_posix
def test_a_stream_replaces_a_file_whose_group_can_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is named as a target is replaced even if its group can't be kept."""
    path = note(tmp_path)
    group = os.stat(path).st_gid

    class OtherGroup(Calls):
        def fstat(self, _: int) -> object:
            return SimpleNamespace(st_gid=group + 1)

        def chown(self, *_: object) -> None:
            raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(atomic, "os", OtherGroup())
    with atomic_write(str(path)) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"new"
