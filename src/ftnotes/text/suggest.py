"""What somebody may have meant who typed something else."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(said: str, known: Iterable[str]) -> str:
    """A question, to stand behind what was typed; empty where nothing known is close."""
    import difflib  # on an error alone

    close = difflib.get_close_matches(said, list(known), n=1, cutoff=0.7)
    return f" (did you mean {close[0]!r}?)" if close else ""
