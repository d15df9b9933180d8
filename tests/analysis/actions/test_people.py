"""Who does something."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.people import bracketed, is_who, who_at


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana will", "Ana"),
        ("The customer will", "customer"),
        ("Customer IT team will", "Customer IT team"),
        ("Customer comms team sends", "Customer comms team"),
        ("Customer change support team sends", "Customer change support team"),
        ("Customer send team lists", "Customer"),
        ("Customer plan", "Customer"),
        ("Customer one two three team", "Customer"),
        ("Customer comms, team", "Customer comms"),
        ("Customer Mike Reyes will", "Customer Mike Reyes"),
        ("Customer (Mike Reyes) to", "Customer (Mike Reyes)"),
        ("Customer (call) to", "Customer"),
        ("Priya Nair (Partner PM) sends", "Priya Nair"),
        ("Priya (5 May 2020) sends", "Priya"),
        ("J. Brandt will", "J. Brandt"),
        ("Mr. Brandt will", "Mr. Brandt"),
        ("Frau Köhler schickt", "Frau Köhler"),
        ("Herr", None),
        ("Jan van der Berg will", "Jan van der Berg"),
        ("Ana and Ben will", "Ana and Ben"),
        ("Ana/Ben/Bo will", "Ana/Ben/Bo"),
        ("Jean-Luc O'Neil will", "Jean-Luc O'Neil"),
        ("Ana's team will", "Ana's team"),
        ("Ana's plan will", None),
        ("network team to", "network team"),
        ("Head of IT to", "Head of IT"),
        ("the team will", "team"),
        ("I will", "I"),
        ("@ana-b.c will", "ana-b.c"),
        ("@AnaB-labs will", "AnaB-labs"),
        ("our side will", "our side"),
        ("@ana- will", "ana"),
        ("@ana, @ben", "ana, @ben"),
        ("@ana, and @ben", "ana, and @ben"),
        ("@ana, Ben", "ana"),
        ("@ana,", "ana"),
        ("@1 will", None),
        ("@", None),
        ("@Ana Okafor will", "Ana Okafor"),
        ("Ravi and I will", "Ravi and I"),
        ("Ana and we will", "Ana"),
        ("Ana demos Planner", "Ana"),
        ("the records manager will", "records manager"),
        ("お客様が確認", "お客様"),
        ("田中様が確認", "田中様"),
        ("弊社が確認", "弊社"),
        ("資料を送付", None),
        ("備考様", None),
        ("Ana B will", "Ana B"),
        ("Ana and Ben B", "Ana and Ben B"),
        ("Teva B will", "Teva"),
        ("@ana @ben will", "ana @ben"),
        ("Ana @ben will", "Ana"),
        ("Ana + with support from Ben", "Ana + with support from Ben"),
        ("Ana with help from Ben will", "Ana with help from Ben"),
        ("Ana and others will", "Ana and others"),
        ("Deployment will", None),
        ("Session Working Group to", "Session Working Group"),
        ("Session with Group to", None),
        ("Each WG to", "Each WG"),
        ("AT to", "AT"),
        ("AT will", "AT"),
        ("AT it", None),
        ("AL to", "AL"),
        ("Cllr Marsh to", "Cllr Marsh"),
        ("The Clerk to", "Clerk"),
        ("Technical Community to", "Technical Community"),
        ("THE team to", "team"),
        ("WG members and participants to", "WG members and participants"),
        ("AND to", None),
        ("send team", None),
        ("Reviewed it", None),
        ("Planning to", None),
        ("Teams will", None),
        ("SCCM to", None),
        ("May 5, 2020", None),
        ("Ana May 5, 2020", "Ana"),
        ("Ana Ben Bo Li Max will", "Ana Ben Bo Li"),
        ("Ana from one two three four five will", "Ana"),
        ("they will", None),
        ("Ana, Ben, Eva, and Lee need to", "Ana, Ben, Eva, and Lee"),
        ("Ana, Ben and Eva need to", "Ana, Ben and Eva"),
        ("Ana, Ben need to", "Ana"),
        ("Ana, Ben, Cora, Dina, Edda, Flora, Gustav, Hanna, Ilona, Jonas, and Karla will", "Ana"),
        ("MS / YJ to", "MS / YJ"),
        ("AB to", "AB"),
        ("Ms to", None),
        ("Ask INFRA to", None),
        ("张三将于", "张三"),
        ("李小伟：发送", "李小伟"),
        ("张三发送计划", None),
        ("张", None),
        ("部署将于", None),
        ("田中が確認", "田中"),
        ("鬼頭さんが確認", "鬼頭さん"),
        ("山の田中さん", None),
        ("Ask Ana to", None),
        ("", None),
    ],
)
def test_people_parties_and_roles_are_who_does_something(text: str, who: str | None) -> None:
    """By a name, or by words of the playbook; other words with a capital are nobody."""
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


def test_a_bracket_is_closed_nearby_or_not_at_all() -> None:
    """It is looked for only a little further."""
    assert bracketed(words_of("(a)"), 0, 3) == 2
    assert bracketed(words_of("(a"), 0, 2) == 0
    assert bracketed(words_of("a"), 0, 1) == 0
    assert bracketed(words_of(f"({'a ' * 50})"), 0, 102) == 0
