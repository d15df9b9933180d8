"""Placeholders in prose."""

from __future__ import annotations

import pytest
from helpers.texts import any_text
from hypothesis import given

from ftnotes import Playbook
from ftnotes.analysis.placeholders import find_placeholders, is_not_discussed

PLAYBOOK = Playbook.load()


def found(text: str) -> list[str]:
    return [span.text(text) for span in find_placeholders(text, PLAYBOOK)]


@pytest.mark.parametrize(
    "text",
    [
        "TBD",
        "tbd.",
        "T.B.D.",
        "xx",
        "XXXXX",
        "?",
        "???",
        "...",
        "…",
        "。",
        "___",
        "to be confirmed",
        "[name]",
        "[...]",
        "[Describe the customer here]",
        "Lorem ipsum",
        "<TBD>",
        "noch zu ergänzen",
        "wird nachgereicht",
        "por definir",
        "a preencher",
        "à compléter",
        "未定",
        "待补充",
        "待定。",
    ],
)
def test_a_whole_text_is_a_placeholder(text: str) -> None:
    """The span leaves out the whitespace around it."""
    assert found(text) == [text]
    assert found(f" \n {text}\n") == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call with <contact name> and {partner name}.", ["<contact name>", "{partner name}"]),
        ("[insert description] and [Kundenname einfügen]", ["[insert description]", "[Kundenname einfügen]"]),
        ("<customer> has [number of seats] seats", ["<customer>", "[number of seats]"]),
        ("XXX users in xxxx countries", ["XXX", "xxxx"]),
        ("[客户名称]，员工 [ここに入力] 名", ["[客户名称]", "[ここに入力]"]),
        ("[Fill in: size]", ["[Fill in: size]"]),
    ],
)
def test_words_in_a_text_are_placeholders(text: str, expected: list[str]) -> None:
    """Brackets that ask to be filled in, and rows of crosses."""
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "-",
        "–",
        "None",
        "n/a",
        "👍",
        "TBD is the name of their studio",
        "The date is TBD",
        "Who pays? We ... agreed",
        "<b>bold</b>, <br>, <10 % and >5",
        "Ana <ana@contoso.com>",
        "[Partner] asked, [ ] open, [x] done, <  >",
        "[1] [EXO] {2}",
        "XXL, MXXX, PO-xxxx, xxx-1",
        "x" * 12,
        "[see insert below]",
        "[here](https://example.com)",
        "Insert the card",
        "未定義の項目を確認",
        "[insertion] of data",
    ],
)
def test_other_texts_are_no_placeholders(text: str) -> None:
    """Markup, remarks, sizes and words that only begin like one are left alone; a dash can mean "none"."""
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "N/A",
        "n.a.",
        "Not being discussed.",
        "(not currently being discussed)",
        "wird derzeit nicht besprochen",
        "no aplica",
        "não se aplica",
        "sans objet",
        "対象外",
        "不适用",
    ],
)
def test_updates_say_that_a_workload_is_not_discussed(text: str) -> None:
    """In any language, whatever surrounds the words."""
    assert is_not_discussed(text, PLAYBOOK)


@pytest.mark.parametrize(
    "text", ["", "No news", "Not being discussed until the budget is approved", "N/A for the plants, live at HQ"]
)
def test_other_updates_say_more(text: str) -> None:
    """A reason, a date or a part of the customer is an update."""
    assert not is_not_discussed(text, PLAYBOOK)


@given(any_text())
def test_any_text_is_searched(text: str) -> None:
    """Placeholders lie inside the text, and don't overlap."""
    ends = [0]
    for span in find_placeholders(text, PLAYBOOK):
        assert ends[-1] <= span.start < span.end <= len(text)
        ends.append(span.end)
