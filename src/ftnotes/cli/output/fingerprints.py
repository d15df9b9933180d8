"""Fingerprints of problems, which stay the same when lines above them change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from ...policy.diagnostics import Diagnostic
from ...text.source import LINE_END
from .results import Result

#: The number of characters around a problem that identify it.
_NEAR: Final = 80


def fingerprints(note: Result) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each problem of a note with its fingerprint; equal ones are numbered in the order of the text."""
    seen: Counter[str] = Counter()
    for diagnostic in note.diagnostics:
        mark = _mark(note.text, diagnostic)
        seen[mark] += 1
        yield diagnostic, f"{mark}:{seen[mark]}"


def _mark(text: str, diagnostic: Diagnostic) -> str:
    """Return a hash of the rule of a problem, its text, and the text around it on its line."""
    start, end = diagnostic.span.start, diagnostic.span.end
    before = LINE_END.split(text[max(start - _NEAR, 0) : start])[-1]
    marked = text[start : min(end, start + _NEAR)]
    after = LINE_END.split(text[end : end + _NEAR])[0]
    content = "\0".join((diagnostic.code, " ".join(before.split()), marked, " ".join(after.split())))
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
