"""Dates and next actions in any text: nothing raises, each span is the text that it names, and time grows linearly."""

from __future__ import annotations

import datetime
from functools import partial

import pytest
from helpers.linearity import LINEAR, growth
from helpers.texts import any_text, real_looking
from hypothesis import example, given
from hypothesis import strategies as st

import ftnotes
from ftnotes.analysis.dates.search import find_dates

#: What dates and actions are made of, and what comes near.
_PIECES = (
    "30", "4", "31", "02", "2019", "2020", "19", "1900", "99", "April", "may", "Mar", "set", "mid", "end", "of", "de",
    "by", "on", "in", "th", "º", "Q2", "KW", "week", "W", "年", "月", "日", "末", "第", "四半期", "まで", "2020-04-30",
    "04/05/2019", "4/30", "30.4.", "-", "–", "〜", "to", "bis", "/", ".", ",", ":", "：", " ", "  ", "\u3000", "\n",
    "\r\n", "\n\n", "> ", "- ", "* ", "1. ", "[x] ", "**", "(", ")", "|", "Next action", "Next steps:", "Owner", "Owner: ",
    "Date: ", "担当：", "Ana", "Ana Silva", "will", "to", "send", "Partner", "next call", "schickt", "TBD", "3", "K", "４",
    "\u0308", "\udc80", "。", "T10",
)  # fmt: skip


def dense() -> st.SearchStrategy[str]:
    """Draw texts with many parts of dates and actions."""
    return st.lists(st.sampled_from(_PIECES), max_size=25).map("".join) | st.lists(st.sampled_from(_PIECES), max_size=25).map(
        " ".join
    )


@given(any_text() | real_looking() | dense(), st.dates())
@example("31 Feb 2019", datetime.date(2020, 2, 29))
@example("KW 53 - 2 Jan", datetime.date.min)
@example("W 53 2021", datetime.date.max)
def test_dates_are_in_order_and_in_the_text(text: str, day: datetime.date) -> None:
    """Mentions are in the text, in order, without overlaps; first days are not after last days; two readings differ."""
    end = 0
    for mention in find_dates(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        assert mention.span.text(text) == mention.text
        assert mention.text == mention.text.strip()
        for told in (mention, mention.written_on(day)):
            assert told.year_known == (told is not mention or mention.year_known)
            assert len(set(told.readings)) == len(told.readings) <= 2
            assert all(reading.first <= reading.last for reading in told.readings)
            assert told.first is None or (told.first, told.last) == told.readings[0]
        assert len(mention.readings) == (len(mention.as_written) if mention.year_known else 0)


@given(real_looking() | dense())
def test_actions_are_in_the_text(text: str) -> None:
    """Their parts are inside them and equal the text there; the task is never empty."""
    document = ftnotes.parse(text)
    dates = ftnotes.find_dates(document)
    for action in ftnotes.find_next_actions(document):
        assert 0 <= action.span.start < action.span.end <= len(text)
        assert action.what_span in action.span
        assert action.what.strip()
        assert action.what[0] == text[action.what_span.start]
        if action.owner_span is not None:
            assert action.owner_span in action.span
            assert action.owner_span.text(text) == action.owner
        if action.date is not None:
            assert action.date in dates
            assert action.date.span in action.span


@given(dense(), dense())
def test_the_dates_of_a_line_depend_on_no_other_line(first: str, second: str) -> None:
    """Texts on separate lines have the same dates as alone."""
    alone = [mention.text for text in (first, second) for mention in find_dates(text)]
    assert [mention.text for mention in find_dates(f"{first}\n;\n{second}")] == alone


@pytest.mark.parametrize(("start", "end"), [("", ""), ("- Next action: ", "A")])
@pytest.mark.parametrize(
    "piece",
    [
        "1", "12 ", "12/", "1.", "-", "May ", "May 5 ", "end of ", "by 4/30 - ", "2020-", "4月", "4月30日", "年", "Ana ",
        "A", "Ana will ", "Owner: ", "Owner: x. ", "Next action: ", "Next action: x. Owner: y. ", "Next steps:\n- x\n",
        "**", "\n", ". ", "> ", " ", "(", "next call ", "Ana to send, ", "Send x by ", ":", "担当：", "[ ] ",
        "!", ".?!", "...x", " AGREED-",
    ],
)  # fmt: skip
def test_finding_is_linear(piece: str, start: str, end: str) -> None:
    """Four times the text takes at most five times as long."""

    def text(size: int) -> str:
        return start + piece * (size // len(piece)) + end

    assert growth(lambda size: partial(find_dates, text(size)), 8_000) < LINEAR
    assert growth(lambda size: lambda: ftnotes.find_next_actions(text(size)), 8_000) < LINEAR
