"""How the command ends: its exit statuses, and the error that ends it before it has begun."""

from __future__ import annotations

from typing import Final

CLEAN: Final = 0
FINDINGS: Final = 1
FAILURE: Final = 2
INTERRUPTED: Final = 130
BROKEN_PIPE: Final = 141


class UsageError(Exception):
    """Arguments or a configuration that nothing can be done with. The message says what is wrong, and what is accepted."""
