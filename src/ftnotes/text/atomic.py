"""Atomic writing: a file is wholly old or wholly new, whatever fails on the way.

The new content goes to a temporary file in the same folder, is on the disk before it takes the name, and takes it in one
step. A new file can't have the other names and the owner of the old one, so `replace_file` refuses where these would be lost.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO, Final

from .files import FileError

#: Prefix and suffix of temporary files. One that a killed process leaves may be deleted.
TEMPORARY: Final = (".ftnotes-", ".tmp")

_BINARY: Final = getattr(os, "O_BINARY", 0)  # Windows translates line ends without it
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY


class LossyReplace(FileError):
    """A file that a new one can't replace without losing its owner, group or other names, or not at all in its folder."""


def refuse_input(name: str, inputs: Iterable[str]) -> None:
    """Refuse to write a file that is read, whether by the same name, another spelling of it, or a link.

    Raises:
        FileError: it is one of the inputs.
    """
    for other in inputs:
        if _is_same_file(name, other):
            raise FileError("is itself an input and would be lost; name another file to write")


def _is_same_file(name: str, other: str) -> bool:
    with suppress(OSError, ValueError):  # one of them is missing, or is not a valid file name
        return os.path.realpath(name) == os.path.realpath(other) or os.path.samefile(name, other)
    return False


@contextmanager
def atomic_write(name: str, inputs: Iterable[str] = ()) -> Iterator[BinaryIO]:
    """Open a new file that replaces the one of that name, if any, once the block ends without error.

    The permissions of a file that is replaced stay, and its group if allowed. Of a link, the file it leads to is replaced.

    Args:
        name: the name of the file.
        inputs: files that are read meanwhile, or written with this one, and must not be replaced.

    Raises:
        FileError: the file can't be written, or is an input. What was there is unchanged.
    """
    refuse_input(name, inputs)
    with _os_errors("check the name and the folder"):
        path = _resolved(name, strict=False)
        old = _regular(path) if os.path.exists(path) else None
        with _replacing(path, old, None) as descriptor, open(descriptor, "wb", closefd=False) as stream:
            yield stream


def replace_file(name: str, before: bytes, after: bytes) -> None:
    """Replace the content of a file, which was ``before`` when it was read; its permissions and group stay.

    Of a link, the file it leads to is written.

    Raises:
        FileError: the file is protected, contains something else by now, or can't be written. It is unchanged.
        LossyReplace: a new file can't take its place; `overwrite_file` can write it.
    """
    with _os_errors("it is unchanged"):
        path, old = _writable(name)
        if old.st_nlink > 1:
            raise LossyReplace(f"has {old.st_nlink} names (hard links), and only one of them would change; write to a copy")
        if hasattr(os, "geteuid") and old.st_uid != os.geteuid():
            raise LossyReplace("belongs to another user, and would be yours afterwards; ask its owner")
        with _replacing(path, old, before) as descriptor:
            _write(descriptor, after)


def overwrite_file(name: str, before: bytes, after: bytes) -> None:
    """Write into a file itself, and put the old content back if that fails. A kill or power cut in between leaves a part.

    Raises:
        FileError: as for `replace_file`; or the old content could not be put back, and the message says so.
    """
    with _os_errors("it is unchanged"):
        path, _ = _writable(name)
        _refuse_changed(path, before)
        descriptor = os.open(path, os.O_WRONLY | _BINARY)
        try:
            try:
                _rewrite(descriptor, after)
            except BaseException as error:
                try:
                    _rewrite(descriptor, before)
                except OSError:
                    raise FileError("was damaged: it could be neither written nor restored; take it from a copy") from error
                raise
        finally:
            with suppress(OSError):  # all is on the disk by now
                os.close(descriptor)


def create_file(name: str, content: bytes) -> None:
    """Write a new file.

    Raises:
        FileError: the name is taken, and that file is unchanged; or the file can't be written, and nothing of it is left.
    """
    with _os_errors("check the name and the folder"):
        try:
            descriptor = os.open(name, _NEW, 0o666)
        except FileExistsError:
            raise FileError("already exists; choose another name") from None
        except ValueError:
            raise FileError("is not a valid file name; check it") from None
        try:
            _write(descriptor, content)
        except OSError as error:
            with suppress(OSError):
                os.unlink(name)
            raise FileError(f"can't be written: {error.strerror}; nothing of it is left") from None
        finally:
            os.close(descriptor)


@contextmanager
def _os_errors(remedy: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileError(f"can't be written: {error.strerror}; {remedy}") from None


def _resolved(name: str, *, strict: bool) -> str:
    try:
        return os.path.realpath(name, strict=strict)
    except ValueError:
        raise FileError("is not a valid file name; check it") from None


def _regular(path: str) -> os.stat_result:
    found = os.stat(path)
    if not stat.S_ISREG(found.st_mode):
        raise FileError("is not an ordinary file and can't be replaced; write to a copy")
    return found


def _writable(name: str) -> tuple[str, os.stat_result]:
    path = _resolved(name, strict=True)
    found = _regular(path)
    if not os.access(path, os.W_OK):
        raise FileError("is write-protected; make it writable first, if it is yours to change")
    return path, found


@contextmanager
def _replacing(path: str, old: os.stat_result | None, before: bytes | None) -> Iterator[int]:
    """Open a temporary file that takes the place of another, which must still contain ``before``, if given."""
    folder = os.path.dirname(path)
    prefix, suffix = TEMPORARY
    new = os.path.join(folder, f"{prefix}{os.urandom(8).hex()}{suffix}")
    try:
        # Until it has the permissions of the old file, only its owner can read the new one.
        descriptor = os.open(new, _NEW, 0o666 if old is None else 0o600)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise LossyReplace("is in a folder that you can't write to; ask for permission") from None
        raise
    try:
        try:
            yield descriptor
            os.fsync(descriptor)
            group = os.fstat(descriptor).st_gid
        finally:
            os.close(descriptor)
        if old is not None:
            if group != old.st_gid:
                _give_group(new, old.st_gid, required=before is not None)
            os.chmod(new, stat.S_IMODE(old.st_mode))
        if before is not None:
            _refuse_changed(path, before)
        os.replace(new, path)
    finally:
        with suppress(OSError):  # it has its place by now, or must not hide the first error
            os.unlink(new)
    with suppress(OSError):  # the file is whole even if its new name is not on the disk yet
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _give_group(path: str, group: int, *, required: bool) -> None:
    try:
        os.chown(path, -1, group)
    except PermissionError:
        if required:
            raise LossyReplace("belongs to a group that you are not in, and would not afterwards; ask its owner") from None


def _refuse_changed(path: str, before: bytes) -> None:
    with open(path, "rb") as file:
        if file.read(len(before) + 1) != before:
            raise FileError("was changed in the meantime; run the command again")


def _rewrite(descriptor: int, data: bytes) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    _write(descriptor, data)
    os.ftruncate(descriptor, len(data))
    os.fsync(descriptor)


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
