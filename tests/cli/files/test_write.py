"""Writing a file in its place: it is wholly old or wholly new, whatever happens, and keeps what it is beside its text."""

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
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.cli.files import write as writing
from ftnotes.cli.files.read import TextAsRead, decode, read
from ftnotes.cli.files.write import TEMPORARY, WriteRefused, write_back, write_new

needs_posix = pytest.mark.skipif(os.name != "posix", reason="links, owners and signals are those of POSIX")

OLD = "old é\r\nline\n" * 20
NEW = "new 保\r\nline\n" * 30


def note(folder: Path, text: str = OLD) -> Path:
    """A file with a text."""
    path = folder / "note.md"
    path.write_bytes(text.encode())
    return path


def as_read(path: Path) -> TextAsRead:
    """What was read of a file."""
    return read(str(path), 64)


def alone(folder: Path) -> bool:
    """Whether nothing is in a folder but the note."""
    return [path.name for path in folder.iterdir()] == ["note.md"]


class Calls:
    """The module ``os``, of which the call of a number fails; counts them."""

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
    writing.os = calls  # type: ignore[assignment, attr-defined]
    try:
        yield
    finally:
        writing.os = os  # type: ignore[attr-defined]


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from([("UTF-8", b""), ("UTF-8", b"\xef\xbb\xbf"), ("UTF-16-LE", b"\xff\xfe"), ("UTF-16-BE", b"\xfe\xff")]),
)
def test_what_is_read_is_written_as_the_same_bytes(text: str, form: tuple[str, bytes]) -> None:
    """A text is written in the encoding, with the byte order mark and with the line ends it was read with."""
    encoding, mark = form
    data = mark + ("# note\n" + text).encode(encoding)
    found = decode(data)
    assert (found.encoding, found.mark) == form
    assert found.encoded(found.text) == data


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"], ids=["none", "8", "16le", "16be"])
def test_the_form_of_a_file_stays(tmp_path: Path, mark: bytes) -> None:
    """Encoding, byte order mark, line ends and mode of a file stay as they were."""
    encoding = {b"": "utf-8", b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}[mark]
    path = note(tmp_path)
    path.write_bytes(mark + OLD.encode(encoding))
    path.chmod(0o640)
    assert write_back(str(path), as_read(path), NEW)
    assert path.read_bytes() == mark + NEW.encode(encoding)
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert alone(tmp_path)


def test_the_same_text_is_not_written(tmp_path: Path) -> None:
    """Where nothing changes the file is not touched: not even one that could not be written."""
    path = note(tmp_path)
    calls = Calls()
    with through(calls):
        assert not write_back(str(path), as_read(path), OLD)
    assert calls.names == []


def test_a_failure_of_any_call_leaves_the_file_whole(tmp_path: Path) -> None:
    """Whichever call of the system fails, the file is wholly old, and that is told, or wholly new; nothing else is left."""
    path = note(tmp_path)
    calls = Calls()
    with through(calls):
        write_back(str(path), as_read(path), NEW)
    assert {"stat", "open", "write", "fsync", "close", "chmod", "replace"} <= set(calls.names)
    for number in range(calls.count):
        path.write_bytes(OLD.encode())
        failing = Calls(number)
        told = ""
        with through(failing):
            try:
                write_back(str(path), as_read(path), NEW)
            except WriteRefused as error:
                told = str(error)
        name = failing.names[number]
        assert path.read_bytes().decode() == (OLD if told else NEW), name
        assert told in ("", "can't be written: Input/output error; it is as it was")
        assert bool(told) == (number <= failing.names.index("replace") if "replace" in failing.names else True), name
        left = [other for other in tmp_path.iterdir() if other != path]
        assert not left, name


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError()], ids=repr)
def test_an_interrupt_leaves_the_file_whole(tmp_path: Path, error: BaseException) -> None:
    """An interrupt at any call leaves the file wholly old or wholly new, and nothing beside it."""
    for number in range(30):
        path = note(tmp_path)
        calls = Calls(number, error)
        with through(calls):
            try:
                write_back(str(path), as_read(path), NEW)
            except type(error):
                assert calls.names[-1] in (calls.names[number], "unlink", "close")
        assert path.read_bytes().decode() in (OLD, NEW)
        assert alone(tmp_path) or calls.names[number : number + 1] in (["open"], ["unlink"])


@needs_posix
def test_a_text_that_is_being_written_is_nobody_elses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the new file is whole, and has the permissions of the old one, only its owner reads it."""
    path = note(tmp_path)
    path.chmod(0o640)
    modes: list[int] = []

    def settle(descriptor: int) -> None:
        modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))

    monkeypatch.setattr(os, "fsync", settle)
    assert write_back(str(path), as_read(path), NEW)
    assert modes[0] == 0o600
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes a part of the text and no more leaves the old file, and nothing beside it."""
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
    with pytest.raises(WriteRefused, match=r"^can't be written: No space left on device; it is as it was$"):
        write_back(str(path), as_read(path), NEW)
    assert path.read_bytes().decode() == OLD
    assert alone(tmp_path)


REWRITE = """\
import sys
from ftnotes.cli.files.read import read
from ftnotes.cli.files.write import write_back
name, force = sys.argv[1], sys.argv[2] == "force"
print("ready", flush=True)
while True:
    old = read(name, 64)
    write_back(name, old, old.text.swapcase(), force=force)
"""


@needs_posix
def test_a_kill_at_any_moment_leaves_the_file_whole(tmp_path: Path) -> None:
    """A process that is killed while it writes leaves the file wholly old or wholly new; what it leaves beside is named so."""
    drawn = random.Random(5)
    text = "Some text\n" * 20_000
    path = note(tmp_path, text)
    wholes = {text, text.swapcase()}
    start, end = TEMPORARY
    for _ in range(12):
        with subprocess.Popen([sys.executable, "-c", REWRITE, str(path), ""], stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(drawn.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
        assert path.read_bytes().decode() in wholes
        for left in tmp_path.iterdir():
            assert left == path or (left.name.startswith(start) and left.name.endswith(end))


@needs_posix
def test_links_lead_to_what_is_written(tmp_path: Path) -> None:
    """Of a link, what it leads to is written, through further links too; the link stays one."""
    path = note(tmp_path)
    folder = tmp_path / "links"
    folder.mkdir()
    (folder / "one").symlink_to(path)
    (folder / "two").symlink_to("one")
    assert write_back(str(folder / "two"), as_read(path), NEW)
    assert (folder / "two").is_symlink()
    assert path.read_bytes().decode() == NEW
    assert sorted(found.name for found in folder.iterdir()) == ["one", "two"]


@needs_posix
def test_a_file_with_more_names_is_refused(tmp_path: Path) -> None:
    """A file with hard links is refused with the reason; with force it is written, and all its names show that."""
    path = note(tmp_path)
    other = tmp_path / "other.md"
    os.link(path, other)
    with pytest.raises(WriteRefused, match=r"^has 2 names \(hard links\), of which one alone .*--force-in-place"):
        write_back(str(path), as_read(path), NEW)
    assert other.read_bytes().decode() == OLD
    assert write_back(str(path), as_read(path), NEW, force=True)
    assert other.read_bytes().decode() == path.read_bytes().decode() == NEW
    assert write_back(str(path), as_read(path), OLD[:5], force=True)
    assert other.read_bytes().decode() == OLD[:5]
    assert os.stat(other).st_nlink == 2


@needs_posix
def test_the_file_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of another owner is refused with the reason; with force it stays theirs."""
    path = note(tmp_path)
    user = os.geteuid() + 1
    with monkeypatch.context() as patched:
        patched.setattr(os, "geteuid", lambda: user)
        with pytest.raises(WriteRefused, match=r"^belongs to somebody else, and would be yours .*--force-in-place"):
            write_back(str(path), as_read(path), NEW)
        assert path.read_bytes().decode() == OLD
        owner = path.stat().st_uid, path.stat().st_ino
        assert write_back(str(path), as_read(path), NEW, force=True)
    assert (path.stat().st_uid, path.stat().st_ino) == owner
    assert path.read_bytes().decode() == NEW


@needs_posix
def test_the_group_of_a_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new file is given the group of the old one; where that is not allowed, it is refused with the reason."""
    path = note(tmp_path)
    found = os.stat(path)
    asked: list[tuple[int, int]] = []

    class OtherGroup(Calls):
        def fstat(self, _: int) -> object:
            return SimpleNamespace(st_gid=found.st_gid + 1)

    monkeypatch.setattr(writing, "os", OtherGroup())
    monkeypatch.setattr(os, "chown", lambda _, user, group: asked.append((user, group)))
    assert write_back(str(path), as_read(path), NEW)
    assert asked == [(-1, found.st_gid)]

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refuse)
    with pytest.raises(WriteRefused, match=r"^belongs to a group that you are not in, .*--force-in-place"):
        write_back(str(path), as_read(path), OLD)
    assert path.read_bytes().decode() == NEW
    assert alone(tmp_path)
    assert write_back(str(path), as_read(path), OLD, force=True)
    assert path.read_bytes().decode() == OLD


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_that_takes_no_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Where the folder takes no new file, that is the reason; with force the file itself is written."""
    path = note(tmp_path)
    real = os.open

    def refuse(name: str, flags: int, *mode: int) -> int:
        if flags & os.O_CREAT:
            raise OSError(code, "no")
        return real(name, flags, *mode)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(WriteRefused, match=r"^is in a folder that you may not write to; .*--force-in-place"):
        write_back(str(path), as_read(path), NEW)
    assert path.read_bytes().decode() == OLD
    assert write_back(str(path), as_read(path), NEW, force=True)
    assert path.read_bytes().decode() == NEW


def change(path: Path) -> None:
    """Somebody else's change."""
    path.write_bytes(b"somebody else's")


@needs_posix
@pytest.mark.parametrize("force", [False, True])
def test_a_file_that_changed_in_the_meantime_is_not_written(tmp_path: Path, force: bool) -> None:
    """What was changed since it was read is not overwritten, with force neither; nor what only grew."""
    for other in ("somebody else's", OLD + "more", ""):
        path = note(tmp_path)
        if force:
            os.link(path, tmp_path / "other")
        found = as_read(path)
        path.write_bytes(other.encode())
        with pytest.raises(WriteRefused, match=r"^was changed by somebody else in the meantime; run the command again$"):
            write_back(str(path), found, NEW, force=force)
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
        (_folder, "is no ordinary file, and can't be written back; write a copy of it"),
        (_fifo, "is no ordinary file, and can't be written back; write a copy of it"),
        (Path.unlink, "can't be written: No such file or directory; it is as it was"),
        (_loop, "can't be written: Too many levels of symbolic links; it is as it was"),
    ],
)
def test_what_is_no_file_any_more_is_refused(tmp_path: Path, do: Callable[[Path], None], message: str) -> None:
    """A folder, a pipe, a link that leads nowhere are refused with their reason."""
    path = note(tmp_path)
    found = as_read(path)
    do(path)
    for force in (False, True):
        with pytest.raises(WriteRefused) as error:
            write_back(str(path), found, NEW, force=force)
        assert str(error.value) == message


def test_a_protected_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that its owner protected from writing is refused, although its folder would allow it."""
    path = note(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(WriteRefused, match=r"^is write-protected; make it writable first"):
        write_back(str(path), as_read(path), NEW)
    assert path.read_bytes().decode() == OLD


@needs_posix
def test_with_force_the_old_text_is_put_back(tmp_path: Path) -> None:
    """Whichever call fails while the file itself is written, it holds the old text again, or else that is told."""
    path = note(tmp_path)
    os.link(path, tmp_path / "other")
    calls = Calls()
    with through(calls):
        write_back(str(path), as_read(path), NEW, force=True)
    for number in range(calls.count):
        path.write_bytes(OLD.encode())
        failing = Calls(number)
        told = ""
        with through(failing):
            try:
                write_back(str(path), as_read(path), NEW, force=True)
            except WriteRefused as error:
                told = str(error)
        # Closing comes last: the text is written by then.
        assert told == ("" if failing.names[number] == "close" else "can't be written: Input/output error; it is as it was")
        assert path.read_bytes().decode() == (OLD if told else NEW), failing.names[number]


@needs_posix
def test_with_force_all_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that takes a part of the text at a time is given the rest, too."""
    path = note(tmp_path)
    os.link(path, tmp_path / "other")
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:7]))
    assert write_back(str(path), as_read(path), NEW, force=True)
    assert path.read_bytes().decode() == NEW


@needs_posix
def test_with_force_a_damaged_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the old text can't be put back either, the message says so."""
    path = note(tmp_path)
    os.link(path, tmp_path / "other")

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(WriteRefused, match=r"^was damaged: it could be neither written nor put back; take it from a copy$"):
        write_back(str(path), as_read(path), NEW, force=True)


def test_a_new_file_holds_the_text_and_replaces_none(tmp_path: Path) -> None:
    """It is UTF-8; one that is there stays as it is, and so does a folder that does not take it."""
    target = tmp_path / "new.md"
    write_new(str(target), "Zoë\r\n")
    assert target.read_bytes() == "Zoë\r\n".encode()
    with pytest.raises(WriteRefused, match="is there already, and is not written over; name another file"):
        write_new(str(target), "other")
    assert target.read_bytes() == "Zoë\r\n".encode()
    with pytest.raises(WriteRefused, match="can't be written: No such file or directory; check the name and the folder"):
        write_new(str(tmp_path / "none" / "new.md"), "x")
    with pytest.raises(WriteRefused, match="is no name that a file can have"):
        write_new("a\0b", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["new.md"]
