"""The violation for texts that the template spells differently."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.edits import Edit
from ...text.source import Span
from ..diagnostics import Fix
from ..messages import QUOTED, listed, quote
from ..rule import Violation


def misspelled(changes: Sequence[tuple[Span, str, str]], limit: int = QUOTED) -> Violation:
    """Return one violation for texts of a summary, given as span, text and the template's spelling; see `quote`."""
    pairs = listed(
        [
            f'"{better}" on one line' if typed.split() == better.split() else f'{quote(typed, limit)} as "{better}"'
            for _, typed, better in changes
        ],
        limit=3,
    )
    edits = tuple(Edit(span, better) for span, _, better in changes)
    fix = Fix("use the template's spelling", edits, safe=True)
    return Violation(f"The template writes {pairs}.", changes[0][0], (fix,))
