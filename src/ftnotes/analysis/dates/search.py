"""The search for dates in free text.

A date must show that it is one: by the name of a month, a year, or a word before it ("by 4/30"). So numbers in prose,
versions, prices and fractions are left alone. A date broken over two lines is not read.

Source: the guidance page "Overall Status Notes Guidance" and its translations, for the forms that its readers use.
"""

from __future__ import annotations

import datetime
import re
from collections import deque
from collections.abc import Iterator
from typing import Final, Literal

import attrs

from ...playbook.playbook import Playbook
from ...syntax.document import Document, playbook_for
from ...text.source import Span
from ..word_patterns import LETTERS, compiled
from .forms import date_forms, date_start
from .lexicon import DateLexicon, date_lexicon, narrow
from .mention import DateMention, PartialDate, PartialRange, Precision
from .window import PLAIN, DateWindow

# Those that contain the letters of many scripts are compiled on first use, since few notes need them.
#: A date never comes right after or before these, if it starts or ends with a letter or digit.
_LEFT: Final = rf"(?<![0-9{LETTERS}_#$€£¥+@\\])(?<![0-9][.,:/])"
_AFTER_DASH: Final = re.compile(r"(?<=[0-9]-)")
_RIGHT: Final = rf"(?!(?!T[0-9])[0-9{LETTERS}_%])(?![.,:/][0-9]|-[a-z])"
_BEFORE_DASH: Final = re.compile(r"(?=-[0-9])")
_BEFORE_DAY: Final = re.compile(r"(?=-[0-9]{1,2}-[0-9])")
#: How far from two days a word can be which says that one was moved to the other, in code points.
_NEAR: Final = 32
#: The longest margin of a line that starts with a date, with its bullet.
_MARGIN: Final = 16
_SENTENCE_ENDS: Final = frozenset(".;!?\r\n")
#: How far a date reaches, in code points, from the number or name at which it is noticed.
_BEFORE, _AFTER = 32, 48


def find_dates(
    text_or_document: str | Document,
    *,
    date: datetime.date | None = None,
    playbook: Playbook | None = None,
    edition: str | None = None,
    language: str | None = None,
) -> tuple[DateMention, ...]:
    """Find the dates in a text or a document.

    Args:
        text_or_document: any text, or a parsed document. Time and memory grow with its length.
        date: the day on which the text was written, if known: dates without a year, and such as "next week", are days then.
        playbook: the playbook whose words for dates count, in all its languages; without it and ``edition`` that of the
            document, or the default edition.
        edition: the id of a published edition, instead of ``playbook``.
        language: the language of the text, if known: the playbook can define whether day or month comes first in
            ``04/05/2019``. Without it, each summary of a document is read in its own language.

    Returns:
        The dates in the order of the text, without overlaps, with spans in code points. ``docs/dates.md`` lists the forms.

    Raises:
        TypeError: ``text_or_document`` is neither a ``str`` nor a `Document`.
        ValueError: there is no such edition, or the playbook has no such language; the message lists them.
    """
    chosen = playbook_for(text_or_document, playbook, edition)
    order = day_or_month_first(chosen, language) if language is not None else None
    if not isinstance(text_or_document, (str, Document)):
        kind = type(text_or_document).__name__
        raise TypeError(f"find_dates() takes a str or a Document, not {kind}; decode bytes, as data.decode('utf-8')")
    found = read_dates(text_or_document, chosen, date, order)
    return tuple([mention.written_on(date) for mention in found]) if date is not None else found


def read_dates(
    text_or_document: str | Document,
    playbook: Playbook,
    written: datetime.date | None = None,
    order: Literal["day", "month"] | None = None,
) -> tuple[DateMention, ...]:
    """Return the dates in a text or a document as they are written.

    The day on which it was ``written`` only decides, with a day of the week beside a date, how that is to be read.
    """
    text = text_or_document if isinstance(text_or_document, str) else text_or_document.text
    found = [mention for window in _windows(text, date_lexicon(playbook)) for mention in _mentions(window, written)]
    if any(mention.ambiguous for mention in found):
        shown: dict[str, Span] = {}
        for mention in found:
            shown.setdefault(mention.first_unit, mention.span)
        if written is not None and not {"day", "month"} & shown.keys():
            shown |= _day_of_entry(text, found, written)
        orders = deque(() if order or isinstance(text_or_document, str) else _orders(text_or_document, playbook))
        for number, mention in enumerate(found):
            while orders and orders[0][0].end <= mention.span.start:
                orders.popleft()
            first = order or (orders[0][1] if orders and mention.span in orders[0][0] else None)
            found[number] = mention.resolved_to(first) if first else mention
        found = _in_one_order(found, shown)
    return tuple(found)


def _day_of_entry(text: str, mentions: list[DateMention], written: datetime.date) -> dict[str, Span]:
    """Return the order of the first date that starts a line and has one reading that is the day of writing: "5/6 - call"."""
    for mention in mentions:
        margin = text[max(0, mention.span.start - _MARGIN) : mention.span.start]
        above = max(margin.rfind("\n"), margin.rfind("\r"))
        opening = (above >= 0 or mention.span.start <= _MARGIN) and not any(map(str.isalnum, margin[above + 1 :]))
        if not (mention.ambiguous and opening):
            continue
        dated = mention.written_on(written).as_written
        on_it = [way.begin.first_unit for way in dated if (days := way.resolve()) and days.first == days.last == written]
        if len(on_it) == 1:
            return {on_it[0]: mention.span}
    return {}


def _in_one_order(mentions: list[DateMention], shown: dict[str, Span]) -> list[DateMention]:
    """Return dates with those that can be read in two ways read as the others of the text, if these have one order.

    ``shown`` are the orders, with the first date that shows each.
    """
    orders = [unit for unit in ("day", "month") if unit in shown]
    if len(orders) != 1:
        return mentions
    (unit,) = orders
    return [mention.resolved_to("day" if unit == "day" else "month", shown[unit]) for mention in mentions]


def _orders(document: Document, playbook: Playbook) -> Iterator[tuple[Span, Literal["day", "month"]]]:
    """Yield the stretches of a document where the order of day and month is certain."""
    for summary in document.notes:
        first = day_or_month_first(playbook, summary.language) if summary.language else None
        if first:
            yield document.span(summary), first


def day_or_month_first(playbook: Playbook, language: str) -> Literal["day", "month"] | None:
    """Return which comes first in ``4/5`` in a language, or None if that is not certain.

    Raises:
        ValueError: the playbook has no such language; the message lists those it has.
    """
    order = playbook.words_of(language).dates.order
    if not order:
        return None
    return "day" if order[0] == "day" else "month"


def _windows(text: str, lexicon: DateLexicon) -> Iterator[DateWindow]:
    """Yield the stretches that can contain a date; the text is looked at closely only there."""
    typed, text = text, narrow(text)
    places = [match.start() for match in lexicon.numbers.finditer(text)] + lexicon.telling_in(text)
    if lexicon.alone and not text.isascii():
        places += [match.start() for match in lexicon.alone.finditer(text)]
    windows: list[list[int]] = []
    for place in sorted(places):
        if windows and place - _BEFORE < windows[-1][1]:
            windows[-1][1] = min(place + _AFTER, len(text))
        else:
            windows.append([max(0, place - _BEFORE), min(place + _AFTER, len(text))])
    for start, end in windows:
        yield DateWindow(text, typed, *lexicon.tokens(text, start, end), lexicon)


def _mentions(window: DateWindow, written: datetime.date | None) -> list[DateMention]:
    """Return the dates of a window; two that are the ends of a range are joined."""
    mentions: list[DateMention] = []
    end, start_of_date = -2, date_start(window.lexicon)
    candidate = start_of_date.search(window.kinds)
    while candidate:
        match, readings = _date_at(window, candidate.start(), end)
        if match is None:
            candidate = start_of_date.search(window.kinds, candidate.end())
            continue
        candidate = start_of_date.search(window.kinds, match.end())
        end = window.starts[match.end()]
        if not readings:
            continue
        start = window.starts[match.start("m" if "before" in match.re.groupindex else 0)]
        precision = readings[0].begin.precision if readings[0].begin == readings[0].end else Precision.RANGE
        mention = _of_its_week(window, match, DateMention(Span(start, end), window.typed[start:end], precision, readings))
        mention = _on_its_weekday(window, match, mention, written)
        joined = _of_same_day(window, mentions[-1], mention) or _joined(window, mentions[-1], mention) if mentions else None
        if mentions and _is_moved(window, match, mentions[-1].span, mention.span):
            order = mentions[-1].first_unit
            mentions[-1] = mention.resolved_to("day" if order == "day" else "month", mentions[-1].span) if order else mention
        elif joined:
            mentions[-1] = joined
        else:
            mentions.append(mention)
    return mentions


def _date_at(window: DateWindow, place: int, end: int) -> tuple[re.Match[str] | None, tuple[PartialRange, ...]]:
    """Return the match of the form at a token, and its readings: none for a day that no calendar has.

    ``end`` is where the date before it ends.
    """
    start = window.starts[place]
    if not compiled(_LEFT).match(window.text, start) or (_AFTER_DASH.match(window.text, start) and end != start - 1):
        return None, ()
    for form in date_forms(window.lexicon)[window.kinds[place]]:
        match = form.pattern.match(window.kinds, place)
        if match and _ends_well(window, match):
            readings = form.read(window, match)
            if readings is not None:
                return match, tuple([reading for reading in readings if reading.is_possible])
    return None, ()


def _ends_well(window: DateWindow, match: re.Match[str]) -> bool:
    last = window.tokens[match.end() - 1]
    end = window.starts[match.end()]
    if last == ".":
        return not compiled(PLAIN).match(window.text, end)
    if not compiled(PLAIN).match(last):
        return True
    goes_on = (_BEFORE_DASH if "-" in match.group() else _BEFORE_DAY).match(window.text, end)
    return bool(compiled(_RIGHT).match(window.text, end)) and not goes_on


def _of_its_week(window: DateWindow, match: re.Match[str], mention: DateMention) -> DateMention:
    """Return the week of a day after "week of" or "w/c"."""
    place = window.week_of(match) if mention.precision is Precision.DAY else None
    if place is None or any(way.begin.anchor for way in mention.as_written):
        return mention
    span = Span(window.starts[place], mention.span.end)
    weeks = [way.begin._replace(precision=Precision.WEEK) for way in mention.as_written]
    readings = tuple(PartialRange(way, way) for way in weeks)
    return DateMention(span, window.typed[span.start : span.end], Precision.WEEK, readings)


def _on_its_weekday(
    window: DateWindow, match: re.Match[str], mention: DateMention, written: datetime.date | None
) -> DateMention:
    """Return a date read so that it is on the day of the week that is written beside it."""
    if not mention.ambiguous or (written is None and not mention.year_known):
        return mention
    dated = mention.written_on(written).as_written if written is not None else mention.as_written
    beside = (*range(max(0, match.start() - 3), match.start()), *range(match.end(), min(match.end() + 3, len(window.tokens))))
    for place in beside:
        if window.kinds[place] in window.lexicon.sets["weekdays"]:
            day = window.lexicon.word(window.tokens[place]).weekday
            fitting = [
                way
                for way, in_year in zip(mention.as_written, dated, strict=True)
                if (days := in_year.resolve()) and days.first.isoweekday() == day
            ]
            if len(fitting) == 1:
                evidence = Span(window.starts[place], window.starts[place + 1])
                return attrs.evolve(mention, as_written=tuple(fitting), evidence=evidence)
    return mention


def _is_moved(window: DateWindow, match: re.Match[str], above: Span, below: Span) -> bool:
    """Return whether a text says that something was moved from a day to another."""
    gap = window.text[above.end : below.start]
    if (
        len(gap) > 24
        or not window.has_moved
        or any(char.isdigit() or not (char.isalnum() or char.isspace() or char == "-") for char in gap)
    ):
        return False
    moved = window.lexicon.sets["moved"]
    for place in range(max(0, match.start() - _NEAR), min(match.end() + _NEAR, len(window.kinds))):
        start, end = window.starts[place : place + 2]
        if window.kinds[place] in moved and above.start - _NEAR <= start and end <= below.end + _NEAR:
            way = window.text[end : above.start] or window.text[below.end : start]
            if _SENTENCE_ENDS.isdisjoint(way):
                return True
    return False


def _of_same_day(window: DateWindow, above: DateMention, below: DateMention) -> DateMention | None:
    """Return the one date of "EOD Friday", "Friday EOD" and "today, 5 May", or None if two dates are two."""
    gap = window.text[above.span.end : below.span.start]
    told = above.is_today, below.is_today
    if told[0] == told[1] or gap.strip() not in ("", ",") or "\n" in gap or "\r" in gap:
        return None
    day = below if told[0] else above
    if gap.strip() and any(way.begin.anchor for way in day.as_written):
        return None  # "today, tomorrow"
    span = Span(above.span.start, below.span.end)
    return attrs.evolve(day, span=span, text=window.typed[span.start : span.end])


def _joined(window: DateWindow, above: DateMention, below: DateMention) -> DateMention | None:
    """Return the range of two dates, or None if they are not its ends."""
    gap = window.text[above.span.end : below.span.start]
    if len(gap) > 12 or Precision.RANGE in (above.precision, below.precision) or not window.lexicon.between.fullmatch(gap):
        return None
    readings = []
    for first in above.as_written:
        for last in below.as_written:
            if first.begin.anchor or last.end.anchor:
                continue
            if not first.begin.first_unit or not last.end.first_unit or first.begin.first_unit == last.end.first_unit:
                reading = _range(first.begin, last.end)
                readings += [reading] if reading else []
    span = Span(above.span.start, below.span.end)
    return DateMention(span, window.typed[span.start : span.end], Precision.RANGE, tuple(readings)) if readings else None


def _range(begin: PartialDate, end: PartialDate) -> PartialRange | None:
    """Return the range between two dates; one without a year takes that of the other."""
    if begin.year is None and end.year is not None:
        ranges = [PartialRange(begin._replace(year=year), end) for year in (end.year, end.year - 1)]
    elif begin.year is not None and end.year is None:
        ranges = [PartialRange(begin, end._replace(year=year)) for year in (begin.year, begin.year + 1)]
    else:
        reading = PartialRange(begin, end)
        return reading if reading.is_possible else None
    return next((reading for reading in ranges if reading.resolve()), None)
