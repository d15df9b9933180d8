"""The rule about titles (FT102)."""

from __future__ import annotations

import pytest
from helpers.policing import TITLE, codes, fixed

from ftnotes import Report, check, fix

STATUS = "- STATUS OF THE ENGAGEMENT: Reactive\n"
CUSTOMER = "- DESCRIBE THE CUSTOMER: Contoso\n"
BULLETS = CUSTOMER + STATUS


def judged(text: str) -> Report:
    return check(text, select=("FT102",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{CUSTOMER}{STATUS}", f"{TITLE}{CUSTOMER}{STATUS}"),
        (
            "DESCRIBE THE CUSTOMER: x\nSTATUS OF THE ENGAGEMENT: Reactive",
            "**EXEC SUMMARY**\nDESCRIBE THE CUSTOMER: x\nSTATUS OF THE ENGAGEMENT: Reactive",
        ),
        (f">  {CUSTOMER}>  {STATUS}".replace("\n", "\r\n"), f"> {TITLE}>  {CUSTOMER}>  {STATUS}".replace("\n", "\r\n")),
        (f"A call.\r\r{BULLETS}".replace("\n", "\r"), f"A call.\r\r{TITLE}{BULLETS}".replace("\n", "\r")),
        ("- 描述客户：零售\n- 支持请求：无\n", "**执行摘要**\n- 描述客户：零售\n- 支持请求：无\n"),
        (f"Execc Sumary\n\n#covid\n\n{BULLETS}", f"Execc Sumary\n\n#covid\n\n**EXEC SUMMARY**\n{BULLETS}"),
    ],
)
def test_a_missing_title_is_added_above(before: str, after: str) -> None:
    """The fix adds a line with a title in the summary's language, with its line end and quote marks."""
    report = judged(before)
    assert codes(report) == ["FT102"]
    assert fixed(before, report.diagnostics[0]) == after
    assert fix(before, select=("FT102",), unsafe=True).text == after
    assert not judged(after).diagnostics


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f"> - Exec Summry1 \n>\n> {CUSTOMER}> {STATUS}".replace("\n", "\r\n"),
            f"> **EXEC SUMMARY** \n>\n> {CUSTOMER}> {STATUS}".replace("\n", "\r\n"),
        ),
        (f"A call.\n\n## Executiv Summary:\n---\n{BULLETS}", f"A call.\n\n**EXEC SUMMARY**\n---\n{BULLETS}"),
        (f"Execc sumary <!-- x -->\n{BULLETS}", f"**EXEC SUMMARY** <!-- x -->\n{BULLETS}"),
        (f"<!-- x --> A call.\n\nExecc sumary\n{BULLETS}", f"<!-- x --> A call.\n\n**EXEC SUMMARY**\n{BULLETS}"),
        (
            f"> Execc Sumary  #covid #wave2\n\n> {CUSTOMER}> {STATUS}",
            f"> **EXEC SUMMARY**  #covid #wave2\n\n> {CUSTOMER}> {STATUS}",
        ),
        (
            "Resumen ejjecutvo\r- DESCRIBIR AL CLIENTE: x\r- ESTADO DE LA INTERACCIÓN: Reactivo\r",
            "**RESUMEN EJECUTIVO**\r- DESCRIBIR AL CLIENTE: x\r- ESTADO DE LA INTERACCIÓN: Reactivo\r",
        ),
    ],
)
def test_a_misspelled_title_is_replaced(before: str, after: str) -> None:
    """A line above that is nearly a title is reported and rewritten."""
    (found,) = judged(before).diagnostics
    assert "Did you mean" in found.message
    assert fix(before, select=("FT102",), unsafe=True).text == after
    assert fix(before, select=("FT102",)).text == before
    assert not judged(after).diagnostics


@pytest.mark.parametrize("above", ["| Execc sumary |", "x" * 200 + " Execc sumary", "Customer summary", "---"])
def test_a_line_that_is_not_a_title_stays(above: str) -> None:
    """A table row, a long line and other words are not misspelled titles; the title is added below them."""
    text = f"{above}\n\n{BULLETS}"
    assert fix(text, select=("FT102",), unsafe=True).text == f"{above}\n\n{TITLE}{BULLETS}"


@pytest.mark.parametrize(
    "line",
    [
        "Excutive Sumary / Contoso / 05-14-20 / R. Olsen",
        "Exec Sumarry - Contoso, 14 May",
        "EXEX SUMMARY: Contoso",
        "**Execc Sumary: #covid**",
    ],
)
def test_no_second_title_is_added_below_a_misspelled_one(line: str) -> None:
    """A title with a remark and two slips is reported, and left to its writer."""
    text = f"{line}\n- DESCRIBE THE CUSTOMER: Bank\n- STATUS OF THE ENGAGEMENT: Reactive\n"
    result = fix(text, unsafe=True, select=("FT102",))
    assert result.text == text
    assert [found.message for found in result.remaining if "Did you mean" in found.message]
