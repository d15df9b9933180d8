"""A text in the place of a file: wholly the old one or wholly the new one, whatever fails on the way.

The new text goes to a file beside the old one, is on the disk before it takes its name, and takes it in one step. That
step makes another file of it, so what a copy would lose is refused: the other names of a file, and whose it is.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from typing import Final

from ..output.terminal import STDIN
from .read import TextAsRead

#: Files that are not in their place yet: hidden, and nobody else's by name. One that is left behind by a process which was
#: killed may be deleted.
TEMPORARY: Final = (".ftnotes-", ".tmp")

_BINARY: Final = getattr(os, "O_BINARY", 0)  # Windows would turn line ends otherwise
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_FORCE: Final = "or write into the file itself with --force-in-place, which a power cut can damage"


class WriteRefused(Exception):
    """A file that was not written, and is as it was, or (where force is used) the message says that it isn't.

    The message says why, and what to do.
    """


def deliver(name: str, old: TextAsRead, text: str, *, force: bool) -> None:
    """Put a text where a note came from: what was read from standard input goes to standard output, as the bytes it would have
    been read from.

    Args:
        name: of the note, as the command line has it.
        old: what was read.
        text: what takes its place.
        force: as for `write_back`.

    Raises:
        WriteRefused: as for `write_back`.
    """
    if name != STDIN:
        write_back(name, old, text, force=force)
    elif sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(old.encoded(text))
        sys.stdout.buffer.flush()


def write_back(name: str, old: TextAsRead, text: str, *, force: bool = False) -> bool:
    """Put a text in the place of the one that a file holds.

    Args:
        name: of the file. Where it is a link, what it leads to is written.
        old: what was read from it. Encoding and byte order mark stay those.
        text: what it shall hold.
        force: whether to write into the file itself where a new one can't take its place without loss. What was there is
            put back if that fails, but a kill or a power cut in between leaves a part.

    Returns:
        Whether anything was written: not where the text is the same.

    Raises:
        WriteRefused: the file could not or should not be written, and holds what it held.
    """
    if text == old.text:
        return False
    before, data = old.encoded(old.text), old.encoded(text)
    try:
        path = os.path.realpath(name, strict=True)
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise WriteRefused("is no ordinary file, and can't be written back; write a copy of it")
        if not os.access(path, os.W_OK):
            raise WriteRefused("is write-protected; make it writable first, if it is yours to change")
        loss = _loss(found)
        if loss is None:
            loss = _replace(path, found, before, data)
        if loss is not None:
            if not force:
                raise WriteRefused(loss)
            _overwrite(path, before, data)
    except OSError as error:
        raise WriteRefused(f"can't be written: {error.strerror}; it is as it was") from None
    return True


def _loss(found: os.stat_result) -> str | None:
    """What would be lost if another file took the place of this one; None where nothing is."""
    if found.st_nlink > 1:
        return f"has {found.st_nlink} names (hard links), of which one alone would change; write a copy of it, {_FORCE}"
    if hasattr(os, "geteuid") and found.st_uid != os.geteuid():
        return f"belongs to somebody else, and would be yours afterwards; ask its owner, {_FORCE}"
    return None


def _replace(path: str, found: os.stat_result, before: bytes, data: bytes) -> str | None:
    """Let a new file take the place of one; where its folder or its group forbid that, the reason."""
    folder = os.path.dirname(path)
    start, end = TEMPORARY
    new = os.path.join(folder, f"{start}{os.urandom(8).hex()}{end}")
    try:
        descriptor = os.open(new, _NEW, 0o600)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return f"is in a folder that you may not write to; ask for leave, {_FORCE}"
        raise
    try:
        try:
            _write(descriptor, data)
            os.fsync(descriptor)
            group = os.fstat(descriptor).st_gid
        finally:
            os.close(descriptor)
        if group != found.st_gid:
            try:
                os.chown(new, -1, found.st_gid)
            except PermissionError:
                return f"belongs to a group that you are not in, and would not afterwards; ask its owner, {_FORCE}"
        os.chmod(new, stat.S_IMODE(found.st_mode))
        _unchanged(path, before)
        os.replace(new, path)
    finally:
        with suppress(OSError):  # it has its place by now, or else must not hide what went wrong
            os.unlink(new)
    _settle(folder)
    return None


def _overwrite(path: str, before: bytes, data: bytes) -> None:
    """Write into a file itself, and put back what was there if that fails."""
    _unchanged(path, before)
    descriptor = os.open(path, os.O_WRONLY | _BINARY)
    try:
        try:
            _write_all(descriptor, data)
        except BaseException as error:
            try:
                _write_all(descriptor, before)
            except OSError:
                raise WriteRefused("was damaged: it could be neither written nor put back; take it from a copy") from error
            raise
    finally:
        with suppress(OSError):  # all is on the disk by now
            os.close(descriptor)


def _write_all(descriptor: int, data: bytes) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    _write(descriptor, data)
    os.ftruncate(descriptor, len(data))
    os.fsync(descriptor)


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _unchanged(path: str, before: bytes) -> None:
    """Refuse a file that no longer holds what was read from it."""
    with open(path, "rb") as file:
        if file.read(len(before) + 1) != before:
            raise WriteRefused("was changed by somebody else in the meantime; run the command again")


def _settle(folder: str) -> None:
    """Have the new name on the disk too. The file is whole without that, so it may fail."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_new(name: str, text: str) -> None:
    """Write a text into a file that is not there yet.

    Raises:
        WriteRefused: there is one, which stays as it is; or it can't be written, and there is none.
    """
    try:
        descriptor = os.open(name, _NEW, 0o666)
    except FileExistsError:
        raise WriteRefused("is there already, and is not written over; name another file") from None
    except OSError as error:
        raise WriteRefused(f"can't be written: {error.strerror}; check the name and the folder") from None
    except ValueError:
        raise WriteRefused("is no name that a file can have; check it") from None
    try:
        _write(descriptor, text.encode("utf-8"))
    except OSError as error:
        with suppress(OSError):
            os.unlink(name)
        raise WriteRefused(f"can't be written: {error.strerror}; there is no part of it left") from None
    finally:
        os.close(descriptor)
