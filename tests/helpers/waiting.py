"""A job that waits, for tests that end processes."""

from __future__ import annotations

import os
import time
from pathlib import Path

from ftnotes.batch import Row


def wait(row: Row) -> str:
    """Write a file named by the id of this process, and wait."""
    (Path(os.environ["WORKERS"]) / f"{os.getpid()}.pid").touch()
    time.sleep(120)
    return row.text
