"""Rules about the workloads that tags and names mean (FT401, FT402)."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import FORM, own, words_in
from helpers.policing import CODES, EDITIONS, HEAD, codes, fixed, language_of, playbook_of, spoken

from ftnotes import Playbook, check, fix, parse

EXO = "   -  [EXO]  Exchange Online - wave 2 in May\n"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", CODES)
def test_the_workloads_of_an_edition_are_clean(edition: str, code: str) -> None:
    """Every tag and name that an edition has for a workload, in any language, is accepted."""
    playbook = Playbook.load(edition)
    language = language_of(playbook, code)
    label = words_in(language).labels["workloads"][0]
    for spec in playbook.workloads:
        for tag in language.workload_tags.get(spec.tag, (spec.tag,)):
            for name in language.workload_names.get(spec.tag, spec.names):
                text = f"**{words_in(language).titles[0]}**\n- {label}:\n\n   -  [{tag}]  {name} - 3 sites\n"
                assert not check(text, playbook=playbook, select=("FT4",)), text


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
def test_unknown_tags_have_suggestions(line: str, typed: str, better: str | None) -> None:
    """A misspelling, a name in the brackets, or the name after them gives a suggestion; otherwise there is the catch-all."""
    text = f"{HEAD}   -  {line}\n"
    report = check(text, select=("FT401",))
    assert spoken(text, report) == [typed]
    (diagnostic,) = report.diagnostics
    if better:
        assert f"[{better}]" in fixed(text, diagnostic).replace("OLM+", "")
        assert not diagnostic.fixes[0].safe
    else:
        assert not diagnostic.fixes
        assert "Use [CORE] instead" in diagnostic.message


def test_a_playbook_without_a_catch_all_offers_none(tmp_path: Path) -> None:
    """Without a catch-all, the message asks for a tag of the template."""
    path = tmp_path / "own.toml"
    path.write_text('id = "own"\nextends = "2020-03"\n[[workloads]]\ntag = "CORE"\nnames = ["CORE"]\ncatch-all = false\n')
    playbook = Playbook.from_file(path)
    (diagnostic,) = check(f"{HEAD}   -  [TELEMATICS]  portal - x\n", playbook=playbook, select=("FT401",)).diagnostics
    assert "Use a tag of the template" in diagnostic.message


def test_names_for_a_workload_of_another_edition_are_ignored(tmp_path: Path) -> None:
    """A language's tag or name for the tag of another edition does not count as one of this edition."""
    playbook = playbook_of(
        tmp_path,
        '[languages.de.workload-tags]\n"Microsoft 365 Apps" = ["M365A"]\n'
        '[languages.de.workload-names]\n"Microsoft 365 Apps" = ["Programme"]\n',
    )
    assert check(f"{HEAD}{EXO}   -  [EXO]  Programme - x\n", playbook=playbook, select=("FT4",)).diagnostics
    assert codes(check(f"{HEAD}   -  [SFB]  Programme - x\n", playbook=playbook, select=("FT403", "FT401"))) == ["FT401"]


def test_custom_workloads_are_known(tmp_path: Path) -> None:
    """A workload that a playbook adds is known by its tag and name, and a catch-all can appear often."""
    playbook = playbook_of(
        tmp_path,
        '[[workloads]]\ntag = "TLM"\nnames = ["Telematics"]\n[[workloads]]\ntag = "REST"\nnames = ["Rest"]\ncatch-all = true\n',
    )
    text = f"{HEAD}   -  [TLM]  Telematics - x\n   -  [REST]  This - x\n   -  [REST]  That - x\n   -  [TML]  portal - x\n"
    report = check(text, playbook=playbook, select=("FT4",))
    assert codes(report) == ["FT401"]
    assert fixed(text, report.diagnostics[0]).endswith("[TLM]  portal - x\n")


def test_contradictory_tag_and_name() -> None:
    """The error points at both and has no fix, because only the writer knows which is meant."""
    text = f"{HEAD}   -  [EXO]  SharePoint Online - x\n"
    (diagnostic,) = check(text, select=("FT402",)).diagnostics
    assert [diagnostic.span.text(text), *(span.text(text) for span in diagnostic.evidence)] == ["EXO", "SharePoint Online"]
    assert diagnostic.fixes == ()


def test_many_unknown_tags_are_counted() -> None:
    """A joined tag with many unknown ones is one violation, which names the first and counts the rest."""
    tag = "+".join(f"T{number}" for number in range(20))
    (diagnostic,) = check(f"{HEAD}   -  [{tag}]  Portal - pilot\n", select=("FT401",)).diagnostics
    assert diagnostic.span.start == len(HEAD) + len("   -  [")
    assert len(diagnostic.span) == len(tag)
    assert "[T0], [T1], [T2], [T3], [T4], [T5] and 14 more are not workloads of the template" in diagnostic.message


def test_each_unknown_part_of_a_joined_tag_is_reported() -> None:
    """Empty parts are ignored."""
    text = f"{HEAD}   -  [XYZ+ +ABC]  Portal - pilot\n"
    assert spoken(text, check(text, select=("FT401",))) == ["XYZ", "ABC"]


@pytest.mark.parametrize(
    ("head", "after"),
    [
        ("[AADP P1]  Azure AD - x", "[AADP]  Azure AD - x"),
        ("[AADP P1] MFA is on", "[AADP]  AADP P1 - MFA is on"),
        ("[AADP P1] MFA", "[AADP]  AADP P1 - MFA"),
        ("[ODB] x", "[OD]  OneDrive for Business - x"),
        ("[ODB]  OneDrive - x", "[OD]  OneDrive - x"),
        ("[M365APPS] x", "[OPP]  Office 365 ProPlus - x"),
        ("[SkyDrive]: x", "[OD]  OneDrive for Business - x"),
        ("[SharePoint] x", "[SPO]  SharePoint Online - x"),
        ("[Windows 11] x", "[WIN10]  Windows 11 - x"),
        ("[Teams Phone] x", "[TEAMS]  Teams Phone - x"),
        ("[EXO Hybrid] x", "[EXO]  EXO Hybrid - x"),
        ("[Exchnage] x", "[EXO]  Exchange Online - x"),
        ("[exo-archive] Exchange Online Archiving - x", "[EXO] Exchange Online Archiving - x"),
        ("[SPO/SkyDrive] x", "[SPO/OD] x"),
        ("Exchnage Online: x", "[EXO] Exchange Online - x"),
    ],
)
def test_the_fix_writes_the_workload_that_is_meant(head: str, after: str) -> None:
    """Tag and name of the workload replace another word for it; the name of a product that belongs under it stays."""
    text = f"{HEAD}   -  {head}\n"
    assert codes(check(text, select=("FT4",))) == ["FT401"]
    assert fix(text, select=("FT4",), unsafe=True).text == f"{HEAD}   -  {after}\n"


@pytest.mark.parametrize("tag", ["TELEMATICS", "Power BI", "O365"])
def test_without_a_single_meaning_there_is_no_fix(tag: str) -> None:
    """A tag of none of the template's workloads is left to the writer."""
    assert [one.fixes for one in check(f"{HEAD}   -  [{tag}] x - y\n", select=("FT401",))] == [()]


def test_the_last_workload_of_a_note_is_no_subject_of_the_next() -> None:
    """The line above the labels belongs to the note before."""
    listing = "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n   -  [XYZ]  Tills - not started\n"
    text = f"**EXEC SUMMARY**\n{listing}\n**Status:** Paused\n**Summary:** x\n**Next Steps:** None\n"
    assert [note.template for note in parse(text).notes] == ["exec-summary", "technical-enablement"]
    assert spoken(text, check(text, select=("FT401",))) == ["XYZ"]


@pytest.mark.parametrize(
    ("above", "tag", "advice"),
    [
        ("[PAX] Payments\n", "PAX", "Did you mean [PAY] Payments?"),
        ("We met.\n- [PAX] Payments\n\n", "PAX", "Did you mean [PAY] Payments?"),
        ("[XYZ]\n", "XYZ", "Use a tag of the template."),
        ("[Call with Bo]\n", None, ""),
        ("[see mail] from Bo\n", None, ""),
        ("[PAY] Payments\n", None, ""),
        ("[PAY] Payments - not started\n\n", None, ""),
        ("We met.\n", None, ""),
        ("", None, ""),
    ],
)
def test_an_unknown_tag_above_the_labels_is_reported(tmp_path: Path, above: str, tag: str | None, advice: str) -> None:
    """A note that is about a workload names it there; other text in brackets is left alone."""
    text = f"{above}**Status:** Red\n**Reason:** Size\n**Summary:** x\n"
    report = check(text, select=("FT401",), playbook=own(tmp_path, FORM))
    assert spoken(text, report) == ([tag] if tag else [])
    assert all(found.message == f"[{tag}] is not a workload of the template. {advice}" for found in report)
    assert [fixed(text, found) for found in report if found.fixes] == [text.replace("PAX", "PAY")] * (tag == "PAX")
