"""Phrases one slip away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.playbook.slips import SlipIndex
from ftnotes.text.suggest import within_edit_distance

INDEX = SlipIndex(
    [
        ("Status of the Engagement", "status"),
        ("Deployment Progress", "progress"),
        ("Requests for Support", "support"),
        ("Größe der Firma", "size"),
        ("支持请求", "other script"),
        ("Not Deployed", "not"),
        ("Snapshot of key workloads current status and next actions", "list"),
    ],
    {"the", "der"},
)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Statu of the Engagement: on hold", True),
        ("The statu of the Engagement", True),
        ("Deploymnt der Progress", True),
        ("Groesse der Frima", True),
        ("Größe der Frima", True),
        ("Status quo", False),
        ("Deployment", False),
        ("Ana", False),
        ("", False),
    ],
)
def test_the_first_letters_show_that_a_text_begins_with_no_slip(text: str, opens: bool) -> None:
    """They are those of the first words of a phrase, perhaps with a small word among them."""
    assert INDEX.can_open(text) is opens


@pytest.mark.parametrize(
    ("word", "starts"),
    [
        ("Status", True),
        ("Statu", True),
        ("The", True),
        ("of", True),
        ("Not", True),
        ("Nto", True),
        ("Noted", False),
        ("to", False),
        ("Groesse", True),
    ],
)
def test_the_first_word_shows_that_a_text_is_no_slip(word: str, starts: bool) -> None:
    """It is near that of a phrase, an article, or a small word of a phrase."""
    assert INDEX.can_start(word) is starts


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Statu of the Engagement", "status"),
        ("Status of the Engagemment", "status"),
        ("Statis of the Engagement", "status"),
        ("Staust of the Engagement", None),
        ("Statsu of the Engagement", "status"),
        ("Suatts of the Engagement", "status"),
        ("Stutas of the Engagement", "status"),
        ("Satus of the Engagmnt", None),
        ("Stats of the Engagment", "status"),
        ("STATUS OF ENGAGEMENT", "status"),
        ("Status the engagement", "status"),
        ("Status engagement", None),
        ("Status of of the engagement", "status"),
        ("Status of not the engagement", None),
        ("Deployment the of progress", None),
        ("Deployment of progress", None),
        ("Deployment the progress", "progress"),
        ("Deploiment Progres", "progress"),
        ("Request for suport", "support"),
        ("Reqests suport", "support"),
        ("Requests from Support", None),
        ("Status of the Ongagement", None),
        ("Ztatus of the Engagement", None),
        ("Groesse der Firma", None),
        ("Groese der Firma", "size"),
        ("Grösse der Firma", None),
        ("Grose der Firma", "size"),
        ("Größe Firma", "size"),
        ("支持请救", None),
        ("Now Deployed", None),
        ("Not Deplyed", "not"),
        ("Undeployed", None),
        ("STATUS OF TEH ENGAGEMENT", "status"),
        ("Status of eth Engagement", None),
        ("Statsu of teh Engagemetn", None),
        ("SNAPHSOT OF YEK WORKLAODS CURENT STATSU ADN NEXT ACITONS", None),
        ("SNAPHSOT OF KEY WORKLAODS CURENT STATSU AND NEXT ACITONS", "list"),
        ("Snaphsot of kye worklaods curent statsu adn next actions", "list"),
        ("Snaphsot of kye worklaods curent statsu adn next acitons", None),
        ("Snapshot of key workers current status and next actions", None),
        ("Deployed", None),
        ("Status of the Engagement", None),
        ("Status of the Engagement and what we should do about it", None),
        ("", None),
    ],
)
def test_a_slip_is_counted_word_by_word(text: str, meaning: str | None) -> None:
    """One edit in each of two long words, of many all but three, and one small word more or less; short words are exact."""
    found = set(INDEX.find(text))
    assert found == ({meaning} if meaning else set())


def test_an_index_can_be_empty() -> None:
    """A playbook can have no phrase in Latin script."""
    assert not list(SlipIndex[str]([], ()).find("Status"))


@given(st.text("ab", max_size=6), st.text("ab", min_size=4, max_size=6))
def test_a_misspelled_word_differs_by_one_edit_or_swap(typed: str, known: str) -> None:
    """As the edit distance counts it, or by two letters that changed places."""
    typed, known = f"s{typed}", f"s{known}"
    apart = [(one, other) for one, other in zip(typed, known, strict=False) if one != other]
    is_swap = len(typed) == len(known) and len(apart) == 2 and apart[0] == apart[1][::-1]
    found = bool(list(SlipIndex([(known, True)], ()).find(typed)))
    assert found == (typed != known and (is_swap or within_edit_distance(typed, known, 1)))


def test_a_word_is_long_as_the_index_asks() -> None:
    """Words of fewer letters are exact."""
    index = SlipIndex([("Support", 7), ("Status support", 6)], (), 7)
    assert list(index.find("Suport")) == [7]
    assert list(index.find("Status suport")) == [6]
    assert not list(index.find("Statu support"))
    assert not list(SlipIndex([("Status", 6)], (), 7).find("Statu"))
