"""Values of labels, and items of a list within a line."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.items import ActionDraft
from ftnotes.analysis.actions.labels import label_at
from ftnotes.analysis.actions.roles import DATE_LABEL, OWNER_LABEL
from ftnotes.analysis.actions.values import are_listed, due_for_all, fill, listed_items, owned_items, owner_in, values_of


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Ana", "Ana"),
        ("the FM; and more", "FM"),
        ("whoever is on call", "whoever is on call"),
        ("Ana by 5 May 2020", "Ana"),
        ("Ana)", "Ana"),
        ("TBD", None),
        ("none", None),
        ("42", None),
        ("", None),
        ("a " * 30, None),
    ],
)
def test_after_a_label_of_an_owner_any_few_words_name_somebody(text: str, owner: str | None) -> None:
    """Up to a semicolon or a date, unless they say that it is nobody."""
    words = words_of(text)
    found = owner_in(words, 0, len(words.tokens))
    assert (words.span(*found).text(text) if found else None) == owner


def test_a_labelled_value_is_added_once() -> None:
    """Another date or owner is that of another action, unless it overrides the first or completes a role."""
    text = "send it: FM, Ana, Ben, 5 May 2020, 6 May 2020"
    words = words_of(text)
    place = words.tokens.index
    draft = ActionDraft([words.span(0, 3)])
    assert fill(words, draft, OWNER_LABEL, place("FM"), place("FM") + 1)
    draft.by_role = True
    assert fill(words, draft, OWNER_LABEL, place("Ana"), place("Ana") + 1)
    assert not fill(words, draft, OWNER_LABEL, place("Ben"), place("Ben") + 1)
    assert draft.owner == words.span(place("Ana"), place("Ana") + 1)
    (first, second) = list(words.dates_in(0, len(words.tokens)))
    assert fill(words, draft, DATE_LABEL, *first[1:])
    assert not fill(words, draft, DATE_LABEL, *second[1:])
    assert draft.date == first[0]
    assert fill(words, draft, DATE_LABEL, *second[1:], override=True)
    assert draft.date == second[0]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("By next call (5 May 2020)", True),
        ("All are due by 5 May 2020, 2pm.", True),
        ("Due: 5 May 2020", True),
        ("Call by 5 May 2020", False),
        ("By 5 May 2020 the customer decides", False),
        ("By the customer on 5 May 2020", False),
        ("5 May 2020 by all", False),
        ("By next call", False),
        (f"By {'the ' * 10}5 May 2020", False),
    ],
)
def test_a_line_can_have_the_day_of_all_actions_above(text: str, due: bool) -> None:
    """If it says nothing else."""
    words = words_of(text)
    assert (due_for_all(words, 0, len(words.tokens)) is not None) == due


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1) send it 2) call Ana", [" send it ", " call Ana"]),
        ("1. send it 2. call Ana 3. rest", [" send it ", " call Ana ", " rest"]),
        ("1) send it", []),
        ("1) send it 3) call Ana", []),
        ("send 1) it and 2) that", []),
        ("1. 5. 2020", []),
        ("1)send it 2)call Ana", ["send it ", "call Ana"]),
        ("(1) send it (2) call Ana", [" send it (", " call Ana"]),
        ("a) send it b) call Ana", [" send it ", " call Ana"]),
        ("a) send it c) call Ana", []),
        ("#1 send it #2 call Ana", [" send it ", " call Ana"]),
        ("# send it # call Ana", []),
        ("①計画を送付②確認", ["計画を送付", "確認"]),
        ("• send it • call Ana", [" send it ", " call Ana"]),
        ("• send it ▪ call Ana", []),
        ("send it (a) and b) call Ana", []),
        ("1", []),
    ],
)
def test_numbers_letters_and_bullets_start_the_items_of_a_line(text: str, items: list[str]) -> None:
    """At least two of a kind, the first at the start; numbers and letters from the first on."""
    words = words_of(text)
    assert [words.span(*item).text(text) for item in listed_items(words, 0, len(words.tokens))] == items
    assert not items or are_listed(words, 0, len(words.tokens))


@pytest.mark.parametrize("text", ["Send it. Call Ana (and Ben), done.", "1) send it. Then call Ana #soon", ") send it"])
def test_no_list_is_where_signs_are_no_marks(text: str) -> None:
    """One mark is none of a list, and neither are the signs of sentences and brackets."""
    words = words_of(text)
    assert not are_listed(words, 0, len(words.tokens))


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("send it (Ana), book it (Ben)", ["send it (Ana)", "book it (Ben)"]),
        ("send it (Ana), and book it", ["send it (Ana)", "book it"]),
        ("send it (Ana) and book it", ["send it (Ana)", "book it"]),
        ("send it (Ana), the room", []),
        ("send it (soon), book it", []),
        ("Ana: the plan, notes, Ben: the room", ["Ana: the plan, notes", "Ben: the room"]),
        ("the plan, Ben: the room", []),
        ("Ana - the plan; Ben - the room", ["Ana - the plan", "Ben - the room"]),
        ("Ana - the plan; Ben-the room", []),
        ("田中さんが確認、佐藤さんが送付", ["田中さんが確認", "佐藤さんが送付"]),
        ("計画書の送付、田中さんが担当", []),
        ("確認、資料を送付", []),
        ("", []),
    ],
)
def test_items_of_a_text_are_divided_by_their_owners(text: str, items: list[str]) -> None:
    """In brackets before another verb, or before a colon; in scripts without spaces before a particle."""
    words = words_of(text)
    assert [words.span(*item).text(text) for item in owned_items(words, 0, len(words.tokens))] == items


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("What/Date/Owner: call / 5 May 2020 / Ana", ["call", "5 May 2020", "Ana"]),
        ("Task/Date/Owner: call / 5/8/2020 / Ana", ["call", "5/8/2020", "Ana"]),
        ("Task/Date/Owner: call the on/off team / 5/8/2020 / Ana", ["call the on/off team", "5/8/2020", "Ana"]),
        ("Date/Owner/Task: 5/8/2020, Ana, call Bo, Li", ["5/8/2020", "Ana", "call Bo, Li"]),
        ("Task/Owner: call - Ana", ["call", "Ana"]),
        ("Date/Owner: 5/8/2020 Ana", None),
        ("Date/Owner: 5/8/2020 | Ana", ["5/8/2020", "Ana"]),
        ("Date/Owner: Ana | 5/8/2020", ["5/8/2020", "Ana"]),
        ("Task/Owner/Date: call -> Ana -> 5/8/2020", ["call", "Ana", "5/8/2020"]),
        ("Task/Owner: call / whoever is there", ["call", "whoever is there"]),
        ("Task/Owner: call / TBD", ["call", "TBD"]),
        ("Task/Owner: call / send it", None),
        ("Task/Owner: Ana is happy, all is well", None),
    ],
)
def test_values_are_split_by_the_first_sign_that_gives_as_many(text: str, values: list[str] | None) -> None:
    """The task can contain the sign, and a date does not count; an owner must be one. Owner and date can be in any order."""
    words = words_of(text)
    label = label_at(words, 0, len(words.tokens), first=True)
    found = values_of(words, label, label.end, len(words.tokens)) if label else None
    assert (None if found is None else [words.span(*value).text(text) for value in found]) == values
