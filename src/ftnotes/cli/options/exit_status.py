"""The exit statuses, and the error for wrong usage."""

from __future__ import annotations

from typing import Final

CLEAN: Final = 0
PROBLEMS: Final = 1
FAILURE: Final = 2
INTERRUPTED: Final = 130
BROKEN_PIPE: Final = 141


class UsageError(Exception):
    """Wrong arguments or a wrong configuration. The message says what is wrong, and what is accepted."""
