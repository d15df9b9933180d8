"""The violation for a text that the template spells differently."""

from __future__ import annotations

import unicodedata
from typing import Final

from ...text.edits import Edit
from ...text.punctuation import core_of
from ...text.source import LINE_END, Span
from ..diagnostics import Fix
from ..messages import QUOTED, quote
from ..note_view import NoteView
from ..rule import Joining, Part, Violation
from ._parts import damage

_WRITES: Final = Joining("The template writes {}.", "The template writes {}.", limit=3)
_MEANS: Final = Joining("The template writes {} here.", "The template writes {} here.", limit=3)


def core_span(span: Span, typed: str) -> tuple[Span, str]:
    """Return the span and text of words without their writer's own punctuation around them.

    There is nothing left if it is among them, or if they are a hashtag.
    """
    start, end = (None if typed[:1] in ("#", "＃") else core_of(typed)) or (0, 0)
    return Span(span.start + start, span.start + end), typed[start:end]


def misspelled(
    view: NoteView,
    scope: Span,
    span: Span,
    typed: str,
    better: str,
    limit: int = QUOTED,
    about: tuple[Part, ...] = (),
    *,
    safe: bool = True,
    explains: tuple[Part, ...] = (),
) -> Violation:
    """Return the violation for a text that the template spells in a better way; it is reported with others of its scope.

    ``safe``: whether the text itself is known, not only its place.
    """
    if typed.split() == better.split():
        item = f'"{better}" {"on one line" if LINE_END.search(typed) else "with single, ordinary spaces"}'
    elif unicodedata.normalize("NFC", typed) == better:
        item = f'"{better}" with accents that are part of the letters'
    else:
        item = f'{quote(typed, limit)} as "{better}"'
    fix = Fix("use the template's spelling", (Edit(span, better),), safe=safe)
    about = damage(view, span, better) or about
    return Violation.one_of(_WRITES if safe else _MEANS, scope, item, span, (fix,), about=about, explains=explains)
