"""Rules about the spelling of tags and names of workloads (FT403 to FT405)."""

from __future__ import annotations

import pytest
from helpers.policing import EDITIONS, HEAD

from ftnotes import Playbook, check, fix, parse

EXO = "   -  [EXO]  Exchange Online - wave 2 in May\n"


@pytest.mark.parametrize("edition", EDITIONS)
def test_names_of_other_editions_are_replaced(edition: str) -> None:
    """The fix leaves the same workload; it is unsafe, because either edition's name can be the current one."""
    playbook = Playbook.load(edition)
    for spec in playbook.workloads:
        for tag, name in ((spec.tag, other) for other in spec.other_names):
            text = f"{HEAD}   -  [{tag}]  {name} - pilot\n"
            result = fix(text, playbook=playbook, select=("FT403",), unsafe=True)
            assert result.text == f"{HEAD}   -  [{tag}]  {spec.names[0]} - pilot\n"
            assert not check(result.text, playbook=playbook, select=("FT4",))
        for tag in spec.other_tags:
            text = f"{HEAD}   -  [{tag}]  {spec.names[0]} - pilot\n"
            assert fix(text, playbook=playbook, select=("FT403",)).text == text
            assert fix(text, playbook=playbook, select=("FT403",), unsafe=True).text == text.replace(
                f"[{tag}]", f"[{spec.tag}]"
            )


def test_a_missing_tag_or_name_is_added() -> None:
    """The fix adds the tag or name where the template has it, before the update."""
    for line, after in (
        ("[EXO] pilot", "[EXO]  Exchange Online - pilot"),
        ("[EXO] - pilot", "[EXO]  Exchange Online - pilot"),
        ("[EXO]: pilot", "[EXO]:  Exchange Online - pilot"),
        ("Teams - pilot", "[TEAMS]  Teams - pilot"),
        ("**[EXO]** pilot", "**[EXO]**  Exchange Online - pilot"),
        ("[EXO]", "[EXO]  Exchange Online"),
    ):
        text = f"{HEAD}   -  {line}\n{EXO.replace('EXO', 'AIP').replace('Exchange Online', 'Azure Information Protection')}"
        result = fix(text, select=("FT405",)).text
        before = [(w.tag or "TEAMS", w.update) for w in parse(text).exec_summaries[0].workloads]
        assert [(w.tag, w.update) for w in parse(result).exec_summaries[0].workloads] == before
        if ":" not in line:
            assert result == text.replace(line, after)


def test_a_name_at_the_start_of_the_update_is_not_repeated() -> None:
    """If the name is there but joined to other text, the fix would write it twice."""
    assert not check(f"{HEAD}   -  [SPO] SharePoint Online<!-- later -->\n", select=("FT405",))


@pytest.mark.parametrize(
    ("head", "meant"),
    [
        ("[EXO]  Exchage Online", "Exchange Online"),
        ("[SPO]  SharePiont Online", "SharePoint Online"),
        ("[OPP]  Office 365 ProPlus", None),
        ("[EXO]  Exchange Online Archiving", None),
        ("[TEAMS]  Tams", None),
        ("[WIN10]  Windows 11", None),
        ("[CORE]  Netwrok", None),
    ],
)
def test_a_misspelled_name_beside_its_tag_is_found(head: str, meant: str | None) -> None:
    """A name with few wrong letters is the workload's; other products and names that are known are what they say."""
    report = check(f"{HEAD}   -  {head} - x\n", select=("FT404",))
    assert [one.message for one in report] == ([f'Did you mean "{meant}" instead of "{head[7:]}"?'] if meant else [])


@pytest.mark.parametrize("line", ["[AADP]  Azure Active Dir", "[EXO] and [TEAMS] experts", "[EXO] waits for [SPO]"])
def test_no_name_is_put_before_a_part_of_it_or_other_tags(line: str) -> None:
    """A name that was cut off is there already, and a line about several workloads has no one name."""
    text = f"{HEAD}{EXO}   -  {line}\n"
    assert fix(text, select=("FT405",)).text == text
