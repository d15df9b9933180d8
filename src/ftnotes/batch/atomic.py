"""Files that appear whole, or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from .rows import ExportError, RowError


@contextmanager
def replacing(target: str) -> Iterator[BinaryIO]:
    """A file to write that takes its name, or the place of the file that has it, once all is written without error.

    Raises:
        ExportError: it can't be written.
    """
    path = Path(target)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with open(beside, "xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, path)
    except OSError as error:
        reason = f"can't be written: {error.strerror}; name a file in a folder that is there and in which you may write"
        raise ExportError(RowError(target, reason)) from None
    finally:
        with suppress(OSError):  # it is gone where all went well
            os.unlink(beside)
