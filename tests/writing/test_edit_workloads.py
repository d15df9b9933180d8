"""Edits of workloads: one line is added, changed or removed, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.editing import MESSY, edited, first_summary

import ftnotes
from ftnotes import Workload
from ftnotes.writing.edit_workloads import add_workload, remove_workload, update_workload


@pytest.mark.parametrize(
    ("arguments", "below", "line"),
    [
        (("OD", "pilot"), "wave 1\r\n", ">\t* [OD] OneDrive for Business – pilot\r\n"),
        (("olm",), "paused\r\n", ">\t* [OLM] Outlook Mobile\r\n"),
        (("AIP+MCAS", "x"), "wave 1\r\n", ">\t* [AIP+MCAS] – x\r\n"),
        ((Workload("SIP", "Phones", "ring"),), "own\r\n", ">\t* [SIP]  Phones – ring\r\n"),
        (("OD", "a\nb"), "wave 1\r\n", ">\t* [OD] OneDrive for Business – a\r\n>\t   b\r\n"),
    ],
)
def test_a_workload_is_added_among_the_others(arguments: Any, below: str, line: str) -> None:
    """It has bullet, quote marks, spaces, brackets and dash of its neighbours, but not their bold and mis-decoded dashes."""
    assert edited(add_workload, MESSY, *arguments) == MESSY.replace(below, below + line)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "EXEC SUMMARY\n- SNAPSHOT:\n- REQUESTS FOR SUPPORT: x\n",
            "EXEC SUMMARY\n- SNAPSHOT:\n\n   -  [OD]  OneDrive for Business - y\n\n- REQUESTS FOR SUPPORT: x\n",
        ),
        (
            "EXEC SUMMARY\n- SNAPSHOT:\n\n- REQUESTS FOR SUPPORT: x\n",
            "EXEC SUMMARY\n- SNAPSHOT:\n\n   -  [OD]  OneDrive for Business - y\n\n- REQUESTS FOR SUPPORT: x\n",
        ),
        (
            "EXEC SUMMARY\n> * SNAPSHOT:\n> * REQUESTS FOR SUPPORT: x\n",
            "EXEC SUMMARY\n> * SNAPSHOT:\n>    *  [OD]  OneDrive for Business - y\n> * REQUESTS FOR SUPPORT: x\n",
        ),
        (
            "EXEC SUMMARY\n1. DESCRIBE THE CUSTOMER:\n2. SNAPSHOT:",
            "EXEC SUMMARY\n1. DESCRIBE THE CUSTOMER:\n2. SNAPSHOT:\n   -  [OD]  OneDrive for Business - y",
        ),
        (
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:",
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n"
            "   -  [OD]  OneDrive for Business - y",
        ),
        (
            "> EXEC SUMMARY\n> - DESCRIBE THE CUSTOMER: x\n> - REQUESTS FOR SUPPORT: x\n",
            "> EXEC SUMMARY\n> - DESCRIBE THE CUSTOMER: x\n"
            "> - SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n>\n>    -  [OD]  OneDrive for Business - y\n>\n"
            "> - REQUESTS FOR SUPPORT: x\n",
        ),
        (
            "EXEC SUMMARY\n* DESCRIBE THE CUSTOMER: x\n* REQUESTS FOR SUPPORT: x\n",
            "EXEC SUMMARY\n* DESCRIBE THE CUSTOMER: x\n"
            "* SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n   *  [OD]  OneDrive for Business - y\n"
            "* REQUESTS FOR SUPPORT: x\n",
        ),
        (
            "EXEC SUMMARY\n- [EXO] x\n- DESCRIBE THE CUSTOMER:",
            "EXEC SUMMARY\n- [EXO] x\n- [OD] OneDrive for Business - y\n- DESCRIBE THE CUSTOMER:",
        ),
        (
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- (SPO) SharePoint Online",
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- (SPO) SharePoint Online\n- (OD) OneDrive for Business - y",
        ),
        (
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- [SPO SharePoint Online",
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- [SPO SharePoint Online\n- [OD]  OneDrive for Business - y",
        ),
        (
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- [YAM] x",
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- [OD] OneDrive for Business - y\n- [YAM] x",
        ),
        (
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- [EXO] x\n\n- [YAM] x\n\n\nbye",
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- [EXO] x\n\n- [OD] OneDrive for Business - y\n\n- [YAM] x\n\n\nbye",
        ),
        (
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- [EXO] x\n\n- [OLM] x\n\n\nbye",
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- [EXO] x\n\n- [OLM] x\n\n- [OD] OneDrive for Business - y\n\n\nbye",
        ),
        (
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n1. [x] [YAM] - x\n\n2. [ ] **[WIN10]** Windows 10- x",
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n2. [ ] [OD] OneDrive for Business - y\n\n"
            "1. [x] [YAM] - x\n\n2. [ ] **[WIN10]** Windows 10- x",
        ),
    ],
)
def test_a_workload_is_added_wherever_workloads_are_or_should_be(text: str, written: str) -> None:
    """Into an empty list, with the field for it where that is missing, or among workloads outside of it."""
    assert edited(add_workload, text, "OD", "y") == written


def test_a_workload_of_another_edition_comes_with_that_editions_tag() -> None:
    """The playbook of the document counts, and the language of the summary."""
    document = ftnotes.parse("执行摘要\n- 描述客户：x\n", ftnotes.Playbook.load("2020-05"))
    added = add_workload(document, document.exec_summaries[0], "OPP", "x")
    assert ftnotes.serialize(added).endswith("   -  [Microsoft 365 Apps]  Microsoft 365 Apps - x\n")
    named = add_workload(*first_summary("执行摘要\n- 描述客户：x\n"), "AIP", "x")
    assert ftnotes.serialize(named).endswith("   -  [AIP]  Azure 信息保护 - x\n")
    mine = add_workload(*first_summary("执行摘要\n- 描述客户：x\n"), "AIP", "x", name="Labels")
    assert ftnotes.serialize(mine).endswith("   -  [AIP]  Labels - x\n")


@pytest.mark.parametrize(
    ("tag", "update", "old", "new"),
    [
        ("EXO", "live", "EXO – paused", "EXO – live"),
        ("SharePoint Online", "a\nb", "wave 1\r\n", "a\r\n>\t      b\r\n"),
        ("tills", "", "Tills – own", "Tills"),
    ],
)
def test_a_workload_is_updated(tag: str, update: str, old: str, new: str) -> None:
    """Only the update changes; a separator that parts nothing any more goes with it."""
    assert edited(update_workload, MESSY, tag, update) == MESSY.replace(old, new)


@pytest.mark.parametrize(
    ("meant", "cut"),
    [
        ("OLM", "- [OLM] b\n"),
        ("intune & olm", "- [OLM+INTUNE] a\n"),
        ("INTUNE", "- [OLM+INTUNE] a\n"),
        ("Teams", "- Teams: c\n"),
        ("TBD", "- [TBD] d\n"),
        ("EXO] [SPO", "- [EXO] [SPO] e\n"),
        ("SPO+EXO", "- [EXO] [SPO] e\n"),
    ],
)
def test_a_tag_means_the_workload_with_exactly_this_tag(meant: str, cut: str) -> None:
    """Before one that has it among others; joined tags mean those that are joined, in any order."""
    items = "- [OLM+INTUNE] a\n- [OLM] b\n- Teams: c\n- [TBD] d\n- [EXO] [SPO] e\n"
    text = f"EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n- SNAPSHOT:\n{items}"
    assert edited(remove_workload, text, meant) == text.replace(cut, "")
    with pytest.raises(ValueError, match="is listed already"):
        edited(add_workload, text, "INTUNE+OLM")


def test_an_unknown_name_keeps_a_dash() -> None:
    """Without it, the name would be read as the update after a known tag."""
    text = "EXEC SUMMARY\n- REQUESTS FOR SUPPORT:\n- [EXO] Mail – x\n"
    assert edited(update_workload, text, "EXO", "") == text.replace("– x", "-")


@pytest.mark.parametrize(
    ("text", "tag", "cut"),
    [
        (MESSY, "EXO", ">\t* EXO – paused\r\n"),
        (MESSY, "TILLS", ">\t* [TILLS]  Tills – own\r\n"),
        ("EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- [EXO] x\n\n- [YAM] x\n\n\nbye", "EXO", "- [EXO] x\n\n"),
        ("EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- [EXO] x\n\n- [YAM] x\n\n\nbye", "YAM", "\n- [YAM] x\n"),
        ("EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- [EXO] x", "EXO", "- [EXO] x"),
        ("- DESCRIBE THE CUSTOMER: x\n\n- [EXO] x\n\n- REQUESTS FOR SUPPORT:", "EXO", "\n- [EXO] x\n"),
        ("EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\nstray\n- [EXO] x\n\nbye\n", "EXO", "- [EXO] x\n"),
        ("EXEC SUMMARY\nstray\n- [EXO] x\n- REQUESTS FOR SUPPORT:", "EXO", "- [EXO] x\n"),
    ],
)
def test_a_workload_is_removed_and_nothing_else(text: str, tag: str, cut: str) -> None:
    """The blank line that separated it from the others goes too."""
    assert edited(remove_workload, text, tag) == text.replace(cut, "", 1)


@pytest.mark.parametrize(
    ("edit", "arguments", "error", "message"),
    [
        (add_workload, ("EXO", "x"), ValueError, "workload 'EXO' is listed already; change it with update_workload"),
        (add_workload, ("EXOO", "x"), ValueError, "workload 'EXOO' is unknown .did you mean 'EXO'"),
        (add_workload, ("OD", "x\n[YAM] y"), ValueError, "would be read differently"),
        (add_workload, (Workload("ABC"), "x"), ValueError, "has its own name and update"),
        (add_workload, (None,), TypeError, "must be a tag or a Workload, not NoneType"),
        (update_workload, ("OD", "x"), ValueError, "workload 'OD' is not in the summary.*; it lists EXO, SPO, TILLS"),
        (update_workload, ("EXO", None), TypeError, "update takes a str, not NoneType"),
        (update_workload, ("EXO", "x\n[OD] y"), ValueError, "would be read differently"),
        (remove_workload, ("TILS",), ValueError, "did you mean 'TILLS'"),
        (remove_workload, (None,), TypeError, "must be a tag or name, not a NoneType"),
    ],
)
def test_an_impossible_edit_of_a_workload_is_refused(
    edit: Any, arguments: tuple[Any, ...], error: type[Exception], message: str
) -> None:
    """The message quotes the value, and lists the valid ones or what would be read."""
    with pytest.raises(error, match=message):
        edit(*first_summary(MESSY), *arguments)
