"""Reads the dates in free text, and no others.

    30 April 2019 · April 30th, 2019 · 30. April · 30 de abril de 2019 · 2019-04-30 · 09/27/2019 · 27.09.2019
    2019 年 4 月 30 日 · 4月末 · end of May 2019 · mid-May · by June · Q2 2020 · KW 23 · 3-5 May 2020

A date says all that is needed to know it for one: a month by its name, a year, or a word before it ("by 4/30"). So numbers
in prose, versions, prices and fractions are left alone. One that stands on two lines is not read as one.

Source: the guidance page "Overall Status Notes Guidance" and its translations, for the forms that its readers use.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..playbook.playbook import Playbook
from .date_forms import Window
from .date_lexicon import DateLexicon, lexicon, narrow
from .date_mention import DateMention, Precision, Reading, Said, Stretch

__all__ = ["DateMention", "Precision", "Reading", "Said", "Stretch", "find_dates"]


def find_dates(text: str, *, playbook: Playbook | None = None, language: str | None = None) -> tuple[DateMention, ...]:
    """The dates in a text, in its order; they don't overlap.

    Args:
        text: any text. Time and memory grow with its length.
        playbook: whose words for dates count, of all its languages; None for the default one.
        language: the language that the text is in, where that is known: its playbook may say what ``04/05/2019`` means in it.

    Returns:
        Where the dates stand, in code points, and what they say. See ``docs/dates.md`` for what is read and what is not.

    Raises:
        TypeError: ``text`` is no ``str``.
        ValueError: the playbook has no such language; the message lists those that it has.
    """
    if not isinstance(text, str):
        raise TypeError(f"find_dates() takes a str, not {type(text).__name__}; decode bytes, as data.decode('utf-8')")
    playbook = playbook or Playbook.load()
    leads = leading(playbook, language) if language is not None else ""
    found = [mention for window in _windows(text, lexicon(playbook)) for mention in window.mentions()]
    return tuple(mention.led_by(leads) if leads else mention for mention in found)


def leading(playbook: Playbook, language: str) -> str:
    """Which comes first in ``4/5`` in a language, ``"day"`` or ``"month"``; empty where that is not sure.

    Raises:
        ValueError: the playbook has no such language.
    """
    for known in playbook.languages:
        if known.code == language:
            return known.dates.order[0] if known.dates.order else ""
    codes = ", ".join(known.code for known in playbook.languages)
    raise ValueError(f"playbook {playbook.id} knows no language {language!r}; it knows {codes}")


#: How far a date reaches, in code points, from the number or name at which it is noticed.
_BEFORE, _BEHIND = 32, 48


def _windows(text: str, words: DateLexicon) -> Iterator[Window]:
    """The stretches that may hold a date; a text is read closer there alone."""
    typed, text = text, narrow(text)
    places = [match.start() for match in words.numbers.finditer(text)]
    places += [match.start() + 1 for match in words.names.finditer(text)]
    if words.names.match("\n" + text[:_BEFORE]):
        places.append(0)
    start, end = 0, -_BEFORE
    for place in sorted(places):
        if place - _BEFORE >= end:
            if end > 0:
                yield Window(text, typed, *words.tokens(text, start, end), words)
            start = max(0, place - _BEFORE)
        end = min(place + _BEHIND, len(text))
    if end > 0:
        yield Window(text, typed, *words.tokens(text, start, end), words)
