"""The rule about titles (FT102)."""

from __future__ import annotations

import pytest
from helpers.policing import TITLE, codes, mended

from ftnotes import Report, check, fix

STATUS = "- STATUS OF THE ENGAGEMENT: Reactive\n"
CUSTOMER = "- DESCRIBE THE CUSTOMER: Contoso\n"


def judged(text: str) -> Report:
    return check(text, select=("FT102",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{CUSTOMER}{STATUS}", f"{TITLE}{CUSTOMER}{STATUS}"),
        ("DESCRIBE THE CUSTOMER: x", "**EXEC SUMMARY**\nDESCRIBE THE CUSTOMER: x"),
        (">  - DESCRIBE THE CUSTOMER: x\r\n", "> **EXEC SUMMARY**\r\n>  - DESCRIBE THE CUSTOMER: x\r\n"),
        (f"A call.\r\r{CUSTOMER}".replace("\n", "\r"), f"A call.\r\r{TITLE}{CUSTOMER}".replace("\n", "\r")),
        ("- 描述客户：零售\n", "**执行摘要**\n- 描述客户：零售\n"),
        (f"Exec Sumary\n\n#covid\n\n{CUSTOMER}", f"Exec Sumary\n\n#covid\n\n**EXEC SUMMARY**\n{CUSTOMER}"),
        (f"**Exec Sumary: #covid**\n{CUSTOMER}", f"**Exec Sumary: #covid**\n**EXEC SUMMARY**\n{CUSTOMER}"),
    ],
)
def test_a_missing_title_is_added_above(before: str, after: str) -> None:
    """The fix adds a line with a title in the summary's language, with its line end and quote marks."""
    report = judged(before)
    assert codes(report) == ["FT102"]
    assert mended(before, report.diagnostics[0]) == after
    assert fix(before, select=("FT102",), unsafe=True).text == after
    assert not judged(after).diagnostics


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "> - Exec Summary \r\n>\r\n> - DESCRIBE THE CUSTOMER: x\r\n",
            "> **EXEC SUMMARY** \r\n>\r\n> - DESCRIBE THE CUSTOMER: x\r\n",
        ),
        (f"A call.\n\n## Executiv Summary:\n---\n{CUSTOMER}", f"A call.\n\n**EXEC SUMMARY**\n---\n{CUSTOMER}"),
        (f"Exec sumary <!-- x -->\n{CUSTOMER}", f"**EXEC SUMMARY** <!-- x -->\n{CUSTOMER}"),
        (f"<!-- x --> A call.\n\nExec sumary\n{CUSTOMER}", f"<!-- x --> A call.\n\n**EXEC SUMMARY**\n{CUSTOMER}"),
        (f"> Exec Sumary  #covid #wave2\n\n> {CUSTOMER}", f"> **EXEC SUMMARY**  #covid #wave2\n\n> {CUSTOMER}"),
        ("Resumen ejecutvo\r- DESCRIBIR AL CLIENTE: x\r", "**RESUMEN EJECUTIVO**\r- DESCRIBIR AL CLIENTE: x\r"),
    ],
)
def test_a_misspelled_title_is_replaced(before: str, after: str) -> None:
    """A line above that is nearly a title is reported and rewritten."""
    (found,) = judged(before).diagnostics
    assert "Did you mean" in found.message
    assert fix(before, select=("FT102",), unsafe=True).text == after
    assert fix(before, select=("FT102",)).text == before
    assert not judged(after).diagnostics


@pytest.mark.parametrize("above", ["| Exec sumary |", "x" * 200 + " Exec sumary", "Customer summary", "---"])
def test_a_line_that_is_not_a_title_stays(above: str) -> None:
    """A table row, a long line and other words are not misspelled titles; the title is added below them."""
    text = f"{above}\n\n{CUSTOMER}"
    assert fix(text, select=("FT102",), unsafe=True).text == f"{above}\n\n{TITLE}{CUSTOMER}"
