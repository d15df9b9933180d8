"""Rules for the list of workloads (FT4): tags, names, what is said of each, and how the lines are typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.policing import CODES, EDITIONS, HEAD, TITLE, codes, language_of, mended, playbook_of, spoken

from ftnotes import Playbook, check, fix, parse

EXO = "   -  [EXO]  Exchange Online - wave 2 in May\n"


# ---- tags and names


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", CODES)
def test_the_workloads_of_an_edition_are_clean(edition: str, code: str) -> None:
    """Every tag and name that an edition has for a workload, in any language, is accepted."""
    playbook = Playbook.load(edition)
    language = language_of(playbook, code)
    label = language.labels["workloads"][0]
    for spec in playbook.workloads:
        for tag in language.workload_tags.get(spec.tag, (spec.tag,)):
            for name in language.workload_names.get(spec.tag, spec.names):
                text = f"**{language.titles[0]}**\n- {label}:\n\n   -  [{tag}]  {name} - 3 sites\n"
                assert check(text, playbook=playbook, select=("FT4",)).ok, text


@pytest.mark.parametrize(
    ("line", "typed", "better"),
    [
        ("[TEMAS]  Teams - x", "TEMAS", "TEAMS"),
        ("[INTUN]  phones - x", "INTUN", "INTUNE"),
        ("[MAIL]  Exchange Online - x", "MAIL", "EXO"),
        ("[Exchang Online]  - x", "Exchang Online", "EXO"),
        ("[OLM+INTNUE]  phones", "INTNUE", "INTUNE"),
        ("[TELEMATICS]  portal - x", "TELEMATICS", None),
        ("[XY]  portal - x", "XY", None),
        (f"[{'X' * 70}]  portal - x", "X" * 70, None),
    ],
)
def test_an_unknown_tag_is_replaced_where_one_is_meant(line: str, typed: str, better: str | None) -> None:
    """A slip, a name in the brackets, or the name behind them tells what is meant; else there is the catch-all."""
    text = f"{HEAD}   -  {line}\n"
    report = check(text, select=("FT401",))
    assert spoken(text, report) == [typed]
    (found,) = report.diagnostics
    if better:
        assert mended(text, found) == text.replace(typed, better)
        assert not found.fixes[0].safe
    else:
        assert not found.fixes
        assert "Use [CORE] instead" in found.message


def test_a_playbook_without_a_catch_all_offers_none(tmp_path: Path) -> None:
    """Without a workload for the rest there is nowhere to put an unknown one."""
    path = tmp_path / "own.toml"
    path.write_text('id = "own"\nextends = "2020-03"\n[[workloads]]\ntag = "CORE"\nnames = ["CORE"]\ncatch-all = false\n')
    playbook = Playbook.from_file(path)
    (found,) = check(f"{HEAD}   -  [TELEMATICS]  portal - x\n", playbook=playbook, select=("FT401",)).diagnostics
    assert "Use a tag of the template" in found.message


def test_words_for_a_workload_that_a_playbook_has_replaced_are_left_aside(tmp_path: Path) -> None:
    """A language may have a tag or name for the tag of another edition: it doesn't count as one of this edition."""
    playbook = playbook_of(
        tmp_path,
        '[languages.de.workload-tags]\n"Microsoft 365 Apps" = ["M365A"]\n'
        '[languages.de.workload-names]\n"Microsoft 365 Apps" = ["Programme"]\n',
    )
    assert check(f"{HEAD}{EXO}   -  [EXO]  Programme - x\n", playbook=playbook, select=("FT4",)).diagnostics
    assert codes(check(f"{HEAD}   -  [SFB]  Programme - x\n", playbook=playbook, select=("FT403", "FT401"))) == ["FT401"]


def test_workloads_of_ones_own_are_known(tmp_path: Path) -> None:
    """A workload that a playbook adds is known by its tag and name, and a catch-all may stand often."""
    playbook = playbook_of(
        tmp_path,
        '[[workloads]]\ntag = "TLM"\nnames = ["Telematics"]\n[[workloads]]\ntag = "REST"\nnames = ["Rest"]\ncatch-all = true\n',
    )
    text = f"{HEAD}   -  [TLM]  Telematics - x\n   -  [REST]  This - x\n   -  [REST]  That - x\n   -  [TML]  portal - x\n"
    report = check(text, playbook=playbook, select=("FT4",))
    assert codes(report) == ["FT401"]
    assert mended(text, report.diagnostics[0]).endswith("[TLM]  portal - x\n")


@pytest.mark.parametrize("edition", EDITIONS)
def test_names_of_other_editions_become_those_of_the_one_that_counts(edition: str) -> None:
    """What another edition calls a workload is mended safely; afterwards it is the same workload."""
    playbook = Playbook.load(edition)
    for spec in playbook.workloads:
        for tag, name in ((spec.tag, other) for other in spec.other_names):
            text = f"{HEAD}   -  [{tag}]  {name} - pilot\n"
            result = fix(text, playbook=playbook, select=("FT403",))
            assert result.text == f"{HEAD}   -  [{tag}]  {spec.names[0]} - pilot\n"
            assert check(result.text, playbook=playbook, select=("FT4",)).ok
        for tag in spec.other_tags:
            text = f"{HEAD}   -  [{tag}]  {spec.names[0]} - pilot\n"
            assert fix(text, playbook=playbook, select=("FT403",)).text == text.replace(f"[{tag}]", f"[{spec.tag}]")


def test_half_a_name_is_completed_as_it_is_typed() -> None:
    """Tag or name is added in the place where the template has it, and what is said stays behind it."""
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


def test_twice_is_told_of_by_what_is_meant() -> None:
    """Tag, other spelling and name of one workload are the same; joined ones go by their parts; unknown ones by their tag."""
    lines = (EXO, "   -  [exo]  x\n", "   -  Exchange Online: x\n", "   -  [OLM+INTUNE]  x\n", "   -  [intune/olm]  x\n")
    text = HEAD + "".join(lines) + "   -  [XYZ]  a - x\n   -  [xyz]  b - x\n"
    report = check(text, select=("FT406",))
    assert spoken(text, report) == ["exo", "Exchange Online", "intune/olm", "xyz"]
    assert [found.evidence[0].text(text) for found in report.diagnostics] == ["EXO", "EXO", "OLM+INTUNE", "XYZ"]


def test_tag_and_name_of_two_workloads() -> None:
    """The error points at both, and knows no fix: only the writer knows which is meant."""
    text = f"{HEAD}   -  [EXO]  SharePoint Online - x\n"
    (found,) = check(text, select=("FT402",)).diagnostics
    assert [found.span.text(text), *(span.text(text) for span in found.evidence)] == ["EXO", "SharePoint Online"]
    assert found.fixes == ()


# ---- what is said


def test_a_silent_workload_goes_with_its_line_and_no_other() -> None:
    """Taking out a line leaves blank lines, other workloads, line ends and quote marks as they are."""
    for end in ("\n", "\r\n", "\r"):
        for margin in ("", "> "):
            kept = [f"{margin}{line}" for line in (*HEAD.rstrip("\n").split("\n"), "", EXO.rstrip("\n"), "- RISKS: x", "")]
            text = end.join((*kept[:3], f"{margin}   -  [SPO]  SharePoint Online", *kept[3:]))
            result = fix(text, unsafe=True, select=("FT407",))
            assert result.text == end.join(kept)
            assert [one.fix.title for one in result.applied] == ['remove "[SPO] SharePoint Online"']


def test_a_list_in_which_nothing_is_said_is_not_emptied() -> None:
    """Where no workload has an update the lines stay; and so does one that holds a hashtag or comment."""
    silent = f"{TITLE}- STATUS OF THE ENGAGEMENT: Reactive\n- SNAPSHOT OF KEY WORKLOADS:\n   - [SPO]\n   - [EXO]\n"
    assert [found.fixes for found in check(silent, select=("FT407",)).diagnostics] == [(), ()]
    aside = f"{HEAD}{EXO}   -  [SPO]  SharePoint Online - #covid\n"
    assert [found.fixes for found in check(aside, select=("FT407",)).diagnostics] == [()]


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("   • [EXO]  Exchange Online - x", "   - [EXO]  Exchange Online - x"),
        ("   -  (EXO)  Exchange Online - x", "   -  [EXO]  Exchange Online - x"),
        ("   -  [EXO  Exchange Online - x", None),
        ("   -  [ EXO ]  Exchange Online - x", "   -  [EXO]  Exchange Online - x"),
        ("   -  [EXO]: Exchange Online - x", "   -  [EXO] Exchange Online - x"),
        ("   -  EXO: Exchange Online - x", "   -  [EXO] Exchange Online - x"),
        ("   -  [EXO]  Exchange Online: x", "   -  [EXO]  Exchange Online - x"),
        ("   -  [EXO]  Exchange Online：x", "   -  [EXO]  Exchange Online - x"),
        ("   -  [EXO]  Exchange Online-x", None),
        ("   -  [EXO]  Exchange Online- x", "   -  [EXO]  Exchange Online - x"),
        ("   -  [EXO]  Exchange Online –x", "   -  [EXO]  Exchange Online – x"),
        ("   -  [EXO]  Exchange Online â€“ x", "   -  [EXO]  Exchange Online â€“ x"),
        ("   -  **[EXO]** Exchange Online - x", "   -  **[EXO]** Exchange Online - x"),
        ("   -  **(EXO)** Exchange Online - x", "   -  **[EXO]** Exchange Online - x"),
        ("   -  【EXO】  Exchange Online - x", "   -  【EXO】  Exchange Online - x"),
        ("   -  [EXO]  **Exchange Online:** x", None),
        ("   [EXO]  Exchange Online - x", "   - [EXO]  Exchange Online - x"),
        (">  - [EXO]  Exchange Online\n>    x", ">  - [EXO]  Exchange Online\n>    x"),
    ],
)
def test_marks_are_typed_as_in_the_template(line: str, after: str | None) -> None:
    """Other bullets, brackets and dashes become the template's, and the tree says the same."""
    head = "".join(f">{part}\n" for part in HEAD.split("\n")[:2]) if line.startswith(">") else HEAD
    text = f"{head}{line}\n"
    result = fix(text, select=("FT408",))
    assert parse(result.text) == parse(text)
    if after is not None:
        assert result.text == f"{head}{after}\n"
    assert check(result.text, select=("FT408",)).ok or result.skipped


def test_workloads_outside_their_field_are_told_of_together() -> None:
    """All that stand elsewhere in a summary are named at once, with the label under which they belong."""
    text = f"{TITLE}{EXO}- REQUESTS FOR SUPPORT: None\n   -  [SPO]  SharePoint Online - x\n"
    (found,) = check(text, select=("FT409",)).diagnostics
    assert found.span.text(text) == "EXO"
    assert 'are not listed under "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS"' in found.message
    assert "Move them there" in found.message
    (one,) = check(f"{TITLE}{EXO}", select=("FT409",)).diagnostics
    assert "Move it there" in one.message


def test_of_many_unknown_tags_the_first_are_named() -> None:
    """A joined tag with many unknown ones is one finding, which names the first and counts the rest."""
    tag = "+".join(f"T{number}" for number in range(20))
    (found,) = check(f"{HEAD}   -  [{tag}]  Portal - pilot\n", select=("FT401",)).diagnostics
    assert found.span.start == len(HEAD) + len("   -  [")
    assert len(found.span) == len(tag)
    assert "[T0], [T1], [T2], [T3], [T4], [T5] and 14 more are not workloads of the template" in found.message


def test_a_name_that_stands_in_the_update_is_not_brought_again() -> None:
    """Where the name stands glued to what follows, writing it once more would say it twice."""
    assert check(f"{HEAD}   -  [SPO] SharePoint Online<!-- later -->\n", select=("FT405",)).ok
