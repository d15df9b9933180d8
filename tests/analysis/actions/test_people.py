"""Who does something."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.people import is_who, who_at


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Customer comms, team", "Customer comms"),
        ("Ana and Ben will", "Ana and Ben"),
        ("Ana/Ben/Bo will", "Ana/Ben/Bo"),
        ("@ana, @ben", "ana, @ben"),
        ("@ana, and @ben", "ana, and @ben"),
        ("@ana, Ben", "ana"),
        ("Ravi and I will", "Ravi and I"),
        ("Ana and we will", "Ana"),
        ("Ana and Ben B", "Ana and Ben B"),
        ("@ana @ben will", "ana @ben"),
        ("Ana @ben will", "Ana"),
        ("Ana + with support from Ben", "Ana + with support from Ben"),
        ("Ana with help from Ben will", "Ana with help from Ben"),
        ("Ana and others will", "Ana and others"),
        ("WG members and participants to", "WG members and participants"),
        ("May 5, 2020", None),
        ("Ana May 5, 2020", "Ana"),
        ("Ana, Ben, Eva, and Lee need to", "Ana, Ben, Eva, and Lee"),
        ("Ana, Ben and Eva need to", "Ana, Ben and Eva"),
        ("Ana, Ben need to", "Ana"),
        ("Ana, Ben, Cora, Dina, Edda, Flora, Gustav, Hanna, Ilona, Jonas, and Karla will", "Ana"),
        ("MS / YJ to", "MS / YJ"),
    ],
)
def test_several_are_named_with_signs_or_words_between_them(text: str, who: str | None) -> None:
    """Mere commas are between them only where another sign or word shows it."""
    words = words_of(text)
    found = who_at(words, 0, len(words.tokens))
    assert (words.span(found.start, found.stop).text(text) if found else None) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("@Ana", "Ana"),
        ("*Ahmed*", "Ahmed"),
        ("佐藤", "佐藤"),
        ("Ana Ben Bo Li", "Ana Ben Bo Li"),
        ("Ana sends", None),
        ("Ana, Ben, Eva B", "Ana, Ben, Eva B"),
        ("Ana, Ben, Eva, Bo, Kim, Lea, Leo, Tim, Tom, Uwe, Ute", None),
        ("TBD", None),
        ("5", None),
        ("", None),
    ],
)
def test_where_somebody_is_expected_all_of_it_must_be_somebody(text: str, who: str | None) -> None:
    """Then a name can look like a verb, and a few characters are enough."""
    words = words_of(text)
    found = is_who(words, 0, len(words.tokens))
    assert (words.span(found.start, found.stop).text(text) if found else None) == who
