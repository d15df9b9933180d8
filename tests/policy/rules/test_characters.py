"""Rules for characters (FT6): mis-decoded, invisible, and look-alike ones."""

from __future__ import annotations

import pytest
from helpers.policing import HEAD, TITLE, codes, fixed, spoken

from ftnotes import check, fix, parse


def test_the_example_of_the_guidance_page_is_clean_but_for_its_dash() -> None:
    """A note typed as the example on the page, mis-decoded dash and all, has that one fault; fixed, it has none."""
    text = (
        f"{TITLE}- DESCRIBE THE CUSTOMER: A chain of bakeries with 4K users\n"
        "- STATUS OF THE ENGAGEMENT: Fully Engaged \n- M365 DEPLOYMENT PROGRESS: Not Deployed \n"
        "- OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM: Good sponsor, calls every week.\n"
        "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n"
        "   -  [EXO]  Exchange Online - Planning.\n   -  [OLM]  Outlook Mobile â€“ Reviewing.\n\n"
        "- REQUESTS FOR SUPPORT: None.\n"
    )
    assert codes(check(text)) == ["FT601"]
    result = fix(text)
    assert result.text == text.replace("â€“", "–")
    assert not check(result.text)
    assert parse(result.text).exec_summaries[0].workloads[1].update == "Reviewing."


def test_mis_decoded_characters_are_told_of_line_by_line() -> None:
    """Those of one line are one finding with one fix; alike ones are named once, and no more than three."""
    text = "JosÃ© and JosÃ©\r\nclean\r\nRÃ¼ck â€“ GrÃ¶ÃŸe Ã¡ Ã±u\n"
    report = check(text, select=("FT601",))
    assert spoken(text, report) == ["Ã©", "Ã¼"]
    assert report.diagnostics[0].message.count("Ã©") == 1
    assert "and 2 more" in report.diagnostics[1].message
    assert fixed(text, report.diagnostics[0]) == text.replace("Ã©", "é")
    assert fix(text, select=("FT601",)).text == "José and José\r\nclean\r\nRück – Größe á ñu\n"


def test_invisible_characters_are_named() -> None:
    """The message names invisible characters with their numbers; line ends stay."""
    text = "Call\u200b with\u00ad Ana\u202e.\r\nBob\x07 too.\r\n"
    report = check(text, select=("FT602",))
    assert (
        "ZERO WIDTH SPACE (U+200B), SOFT HYPHEN (U+00AD) and RIGHT-TO-LEFT OVERRIDE (U+202E)" in report.diagnostics[0].message
    )
    assert "control character (U+0007)" in report.diagnostics[1].message
    assert fix(text, select=("FT602",)).text == "Call with Ana.\r\nBob too.\r\n"
    assert codes(check("Call\x07 Ana", select=("FT602",))) == ["FT602"]
    (found,) = check("a\u200bb\u00adc\u202ed\x07e\u2060f\n", select=("FT602",)).diagnostics
    assert "ZERO WIDTH SPACE (U+200B), SOFT HYPHEN (U+00AD) and 3 more" in found.message


@pytest.mark.parametrize("text", ["", "Größe – „Ja“", "plain", "e\u0301 👩\u200d💻"])
def test_proper_text_is_left_alone(text: str) -> None:
    """Accents, quotes, emoji: nothing is found in proper text."""
    assert not check(text, select=("FT6",))


@pytest.mark.parametrize("edge", ["\u200b", "Ã©"])
def test_harm_at_the_edges_of_a_text(edge: str) -> None:
    """The first and the last character may have come to harm, also where no line end follows."""
    for text in (f"{edge}call", f"call\n{edge}", f"ca{edge}\n\n"):
        report = check(text, select=("FT6",))
        assert spoken(text, report) == [edge]


def test_look_alike_letters_in_tags() -> None:
    """A tag with Cyrillic or Greek letters is reported with these letters, unless it looks like no known tag."""
    text = (
        f"{HEAD}   -  [ЕХО]  Exchange Online - x\n   -  [ΟLΜ]  Outlook Mobile - x\n   -  [ХХХ]  Other - x\n   -  [МОСКВА] x\n"
    )
    report = check(text, select=("FT603",))
    assert spoken(text, report) == ["ЕХО", "ΟLΜ"]
    assert 'contains the Cyrillic "Е", "Х" and "О". ' in report.diagnostics[0].message
    assert 'contains the Greek "Ο" and "Μ". ' in report.diagnostics[1].message
    result = fix(text, select=("FT603",))
    assert "[EXO]  Exchange Online" in result.text
    assert "[OLM]  Outlook" in result.text
    assert result.skipped == ()


def test_a_tag_alone_is_mended_though_what_stands_behind_it_is_read_anew() -> None:
    """Behind an unknown tag a phrase is read as a name, behind a known one as the update: the note says the same."""
    text = f"{HEAD}   -  [ТЕАMS] shift plans\n"
    assert fix(text, select=("FT603",)).text == f"{HEAD}   -  [TEAMS] shift plans\n"
