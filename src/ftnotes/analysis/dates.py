"""Reads the dates in free text, and no others.

    30 April 2019 · April 30th, 2019 · 30. April · 30 de abril de 2019 · 2019-04-30 · 09/27/2019 · 27.09.2019
    2019 年 4 月 30 日 · 4月末 · end of May 2019 · mid-May · by June · Q2 2020 · KW 23 · 3-5 May 2020

A date says all that is needed to know it for one: a month by its name, a year, or a word before it ("by 4/30"). So numbers
in prose, versions, prices and fractions are left alone. One that stands on two lines is not read as one.

Source: the guidance page "Overall Status Notes Guidance" and its translations, for the forms that its readers use.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Literal

from ..playbook.playbook import Playbook, choose_language
from ..syntax.document import Document, playbook_for
from ..text.source import Span
from .date_forms import Window
from .date_lexicon import DateLexicon, date_lexicon, narrow
from .date_mention import DateMention


def find_dates(
    text_or_document: str | Document,
    *,
    playbook: Playbook | None = None,
    edition: str | None = None,
    language: str | None = None,
) -> tuple[DateMention, ...]:
    """Find the dates in a text or a document.

    Args:
        text_or_document: any text, or a parsed document. Time and memory grow with its length.
        playbook: the playbook whose words for dates count, in all its languages; without it and ``edition`` that of the
            document, or the default edition.
        edition: the id of a published edition, instead of ``playbook``.
        language: the language of the text, where it is known: the playbook may say whether day or month comes first in
            ``04/05/2019``. Without it, each summary of a document is read in its own language.

    Returns:
        The dates in the order of the text, without overlaps, with spans in code points. ``docs/dates.md`` says what is read.

    Raises:
        TypeError: ``text_or_document`` is neither ``str`` nor `Document`.
        ValueError: there is no such edition, or the playbook has no such language; the message lists them.
    """
    chosen = playbook_for(text_or_document, playbook, edition)
    order = day_or_month_first(chosen, language) if language is not None else None
    if isinstance(text_or_document, Document):
        text = text_or_document.text
        orders = _orders(text_or_document, chosen) if order is None else deque()
    elif isinstance(text_or_document, str):
        text, orders = text_or_document, deque()
    else:
        kind = type(text_or_document).__name__
        raise TypeError(f"find_dates() takes a str or a Document, not {kind}; decode bytes, as data.decode('utf-8')")
    dates: list[DateMention] = []
    for window in _windows(text, date_lexicon(chosen)):
        for date in window.mentions():
            while orders and orders[0][0].end <= date.span.start:
                orders.popleft()
            first = order or (orders[0][1] if orders and date.span in orders[0][0] else None)
            dates.append(date.resolved_to(first) if first else date)
    return tuple(dates)


def _orders(document: Document, playbook: Playbook) -> deque[tuple[Span, Literal["day", "month"]]]:
    """Return the stretches of a document in which the order of day and month is certain."""
    orders: deque[tuple[Span, Literal["day", "month"]]] = deque()
    for summary in document.exec_summaries:
        first = day_or_month_first(playbook, summary.language) if summary.language else None
        if first:
            orders.append((document.span(summary), first))
    return orders


def day_or_month_first(playbook: Playbook, language: str) -> Literal["day", "month"] | None:
    """Return which comes first in ``4/5`` in a language, or None where that is not certain.

    Raises:
        ValueError: the playbook has no such language; the message lists those that it has.
    """
    code = choose_language(playbook, language)
    order = next(known.dates.order for known in playbook.languages if known.code == code)
    if not order:
        return None
    return "day" if order[0] == "day" else "month"


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
