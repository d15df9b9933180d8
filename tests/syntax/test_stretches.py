"""Stretches of lines: where they end, which are summaries, and what is read closely in them."""

from __future__ import annotations

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.builder import Token, TreeBuilder
from ftnotes.syntax.parser import engine
from ftnotes.syntax.stretches import StretchFinder

CUSTOMER = "- DESCRIBE THE CUSTOMER: x\n"
SUPPORT = "- REQUESTS FOR SUPPORT: y\n"


def stretches(text: str) -> list[tuple[list[Token], bool]]:
    """Return the stretches of a text, each with whether it is a summary."""
    builder = TreeBuilder(text, first_template(Playbook.load()))
    lexer = engine().lexer
    (_, *lines), _ = lexer.tokens(builder)
    found = list(StretchFinder(builder, lexer.classifiers(builder.template)[1]).find(lines))
    assert "".join(text[line.start : line.end] for stretch, _ in found for line in stretch) == text
    return found


def summaries(text: str) -> list[str]:
    """Return the text of each stretch that is a summary."""
    return [text[lines[0].start : lines[-1].end] for lines, is_summary in stretches(text) if is_summary]


def kinds(text: str) -> list[str]:
    """Return the kinds of the lines of the first summary."""
    return next([line.type for line in lines] for lines, is_summary in stretches(text) if is_summary)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("a\n", []),
        ("EXEC SUMMARY\n", []),
        (CUSTOMER, []),
        (f"EXEC SUMMARY\n{CUSTOMER}", [f"EXEC SUMMARY\n{CUSTOMER}"]),
        (f"a\n{CUSTOMER}{SUPPORT}", [CUSTOMER + SUPPORT]),
        (f"- Status: Reactive\n{CUSTOMER}- [EXO] a\n", [f"- Status: Reactive\n{CUSTOMER}- [EXO] a\n"]),
        (f"- Risks: a\n{CUSTOMER}{SUPPORT}", [CUSTOMER + SUPPORT]),
        (f"{CUSTOMER}## a\n{SUPPORT}", []),
        (f"{CUSTOMER}EXEC SUMMARY\n{SUPPORT}", [f"EXEC SUMMARY\n{SUPPORT}"]),
        (f"{CUSTOMER}Kind regards\n{SUPPORT}", []),
        (f"EXEC SUMMARY\n{CUSTOMER}## a\nEXEC SUMMARY\n{SUPPORT}", [f"EXEC SUMMARY\n{CUSTOMER}", f"EXEC SUMMARY\n{SUPPORT}"]),
        (f"EXEC SUMMARY\n{CUSTOMER}### [Draft] minutes\n{SUPPORT}", [f"EXEC SUMMARY\n{CUSTOMER}"]),
        (f"hello all\nexecutve summary\ncontoso\n{CUSTOMER}", [f"executve summary\ncontoso\n{CUSTOMER}"]),
        ("- Status: Reactive\n- Customer: a\n", []),
        (
            "- Status: Reactive\n- Customer: a\n- Relationship: b\n- Support: c\n",
            ["- Status: Reactive\n- Customer: a\n- Relationship: b\n- Support: c\n"],
        ),
        ("EXEC SUMMARY\n- Status\n  Reactive\n- Customer: a\n", ["EXEC SUMMARY\n- Status\n  Reactive\n- Customer: a\n"]),
        ("EXEC SUMMARY\n- Status\n- Customer: a\n", []),
        (
            "EXEC SUMMARY\n- Customer: a\n- Yammer: b\n- SharePoint: c\n",
            ["EXEC SUMMARY\n- Customer: a\n- Yammer: b\n- SharePoint: c\n"],
        ),
    ],
)
def test_a_stretch_is_a_summary_by_its_evidence(text: str, found: list[str]) -> None:
    """It starts with a title, or the first full label and the everyday ones right above it, and ends at other text."""
    assert summaries(text) == found


_THIN = "Status: Reactive\n[EXO] b\n[OD] c\n"


@pytest.mark.parametrize(
    ("title", "is_title"),
    [
        ("Exec sumary\n", True),
        ("**Executive Sumary:**\n", True),
        ("**EXEC SUMMARY.**\n", True),
        ("- Exec sumary\n", False),
        ("Exec sumary of it\n", False),
        ("Exec summer\n", False),
        ("Summary of all that we have done here for Contoso\n", False),
        ("| Exec Summary | Contoso |\n", True),
        ("> | **Exec Summary** |\n", True),
        ("|Exec Summary|\n|---|---|\n", True),
        ("| Exec Summary | Contoso | May |\n", False),
        ("| Exec Summary of it |\n", False),
        ("| Executive education |\n", False),
        ("| 1 |\n", False),
    ],
)
def test_a_title_is_misspelled_or_in_a_row(title: str, is_title: bool) -> None:
    """It is a line of its own one slip away, and the first of at most two cells; a summary needs less below it."""
    assert summaries(f"a\n{title}{_THIN}") == ([f"{title}{_THIN}"] if is_title else [])


_WHOLE = f"{CUSTOMER}- STATUS OF THE ENGAGEMENT: Reactive\n{SUPPORT}"
_LISTING = "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n   -  [EXO]  Exchange Online - a\n\n"
_WEAK = "Customer: x\nStatus: Reactive\nProgress: Not deployed\nSupport: none\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"EXEC SUMMARY\n{_WHOLE}\n{_WHOLE}\n{_WHOLE}", [f"EXEC SUMMARY\n{_WHOLE}\n", f"{_WHOLE}\n", _WHOLE]),
        (f"EXEC SUMMARY\n{_WHOLE}\nContoso\n{_WHOLE}", [f"EXEC SUMMARY\n{_WHOLE}\n", _WHOLE]),
        (f"EXEC SUMMARY\n{_WHOLE}Contoso\n{_WHOLE}", [f"EXEC SUMMARY\n{_WHOLE}Contoso\n{_WHOLE}"]),
        (
            f"EXEC SUMMARY\n{_WEAK}- [EXO] a\n\nContoso\n{_WEAK}- [EXO] b\n",
            [f"EXEC SUMMARY\n{_WEAK}- [EXO] a\n\n", f"{_WEAK}- [EXO] b\n"],
        ),
        # deeper than the labels, it is a paragraph of the value above
        (f"EXEC SUMMARY\n{_WHOLE}\n  Contoso\n{_WHOLE}", [f"EXEC SUMMARY\n{_WHOLE}\n  Contoso\n{_WHOLE}"]),
        # below a list, a blank line is the template's own
        (f"EXEC SUMMARY\n{_WHOLE}{_LISTING}{_WHOLE}", [f"EXEC SUMMARY\n{_WHOLE}{_LISTING}{_WHOLE}"]),
        (f"EXEC SUMMARY\n{_WHOLE}{_LISTING}Contoso\n{_WHOLE}", [f"EXEC SUMMARY\n{_WHOLE}{_LISTING}", _WHOLE]),
        # fewer labels again, a label again that opens nothing, deeper ones, and a block that is too thin
        (f"EXEC SUMMARY\n{_WHOLE}{CUSTOMER}{SUPPORT}", [f"EXEC SUMMARY\n{_WHOLE}{CUSTOMER}{SUPPORT}"]),
        (f"EXEC SUMMARY\n{_WHOLE}{SUPPORT}{SUPPORT}{SUPPORT}", [f"EXEC SUMMARY\n{_WHOLE}{SUPPORT}{SUPPORT}{SUPPORT}"]),
        (f"EXEC SUMMARY\n{_WEAK}" + _WEAK.replace("C", "  - C"), [f"EXEC SUMMARY\n{_WEAK}" + _WEAK.replace("C", "  - C")]),
        (
            f"EXEC SUMMARY\n{_WEAK}Customer: a\nSupport: b\nStatus: c\n",
            [f"EXEC SUMMARY\n{_WEAK}Customer: a\nSupport: b\nStatus: c\n"],
        ),
    ],
)
def test_labels_again_open_another_summary(text: str, found: list[str]) -> None:
    """Three or more again are a summary by their evidence; a name right above, after a blank line, is text between."""
    assert summaries(text) == found


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("margin", ["", "> "])
@pytest.mark.parametrize(
    ("label", "cut"),
    [
        ("- DESCRIBE THE\n  CUSTOMER: Bank", ("DESCRIBE THE\n  CUSTOMER", "- ", ": ", "Bank")),
        ("DESCRIBE\nTHE CUSTOMER", ("DESCRIBE\nTHE CUSTOMER", "", "", "")),
        ("- **STATUS OF THE\nENGAGEMENT:** Reactive", ("STATUS OF THE\nENGAGEMENT", "- **", ":** ", "Reactive")),
        ("- Status of the\n  engagement - Reactive", ("Status of the\n  engagement", "- ", " - ", "Reactive")),
    ],
)
def test_a_label_broken_over_two_lines_is_joined(label: str, cut: tuple[str, ...], margin: str, end: str) -> None:
    """The label has the break between its lines; the value follows the colon on the second."""
    text = "".join(margin + line + end for line in f"EXEC SUMMARY\na\n{label}\n{SUPPORT}".split("\n")[:-1])
    (field,) = [
        line for lines, _ in stretches(text) for line in lines if line.type == "FIELD" and line.parts[0] != "support-requests"
    ]
    head, before, colon, value = cut
    assert field.parts[1:] == (head.replace("\n", end + margin), margin + before, colon, value, end)


@pytest.mark.parametrize(
    "text",
    [
        "DESCRIBE THE\n\nCUSTOMER: Bank",
        "DESCRIBE THE\n- CUSTOMER: Bank",
        "DESCRIBE THE\n",
        "WE DESCRIBE THE\nCUSTOMER: Bank",
        "DESCRIBE THE " + "x" * 120 + "\nCUSTOMER: Bank",
    ],
)
def test_other_lines_are_not_joined(text: str) -> None:
    """Neither over a blank line, nor with a bullet, nor without the words of a label."""
    for lines, _ in stretches(f"EXEC SUMMARY\n{SUPPORT}{text}\n"):
        assert not [line for line in lines if line.parts and "\n" in (line.parts[1] or "")]


@pytest.mark.parametrize("margin", ["", "> "])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("below", "is_underlined"),
    [("--------", True), ("===", True), ("***", False), ("```", False), ("\n---", False), ("Reactive", False)],
)
def test_a_line_of_dashes_below_a_label_underlines_it(below: str, is_underlined: bool, end: str, margin: str) -> None:
    """It belongs to the layout of the label, and its line end with the blank lines follows the label."""
    text = f"EXEC SUMMARY\nDESCRIBE THE CUSTOMER\n{below}\n\nBank\n{SUPPORT}"
    text = "".join(margin + line + end for line in text.split("\n")[:-1])
    field = next(line for lines, _ in stretches(text) for line in lines if line.type == "FIELD")
    assert (text[field.start : field.end].count(end) > 2 or below in field.parts[3]) == is_underlined
    if is_underlined:
        assert field.parts[3:] == (end + margin + below, "", end + margin.rstrip(" ") + (" " if margin else "") + end)


def test_lines_of_several_mail_headers_are_foreign() -> None:
    """One header alone can be a field of the writer's own."""
    assert kinds(f"EXEC SUMMARY\n{CUSTOMER}Date: May 5\n{SUPPORT}") == ["TITLE", "FIELD", "OWN", "FIELD"]
    assert kinds(f"EXEC SUMMARY\n{CUSTOMER}Date: May 5\n") == ["TITLE", "FIELD", "OWN"]
    mail = f"EXEC SUMMARY\n{CUSTOMER}From: Ana\nTo: Bo\nDate: May 5\n{SUPPORT}"
    assert [[line.type for line in lines] for lines, _ in stretches(mail)] == [
        ["TITLE", "FIELD"],
        ["FOREIGN"],
        ["FOREIGN"],
        ["FOREIGN"],
        ["FIELD"],
    ]


def test_lines_of_marks_follow_the_line_above() -> None:
    """They are trivia of a line that has parts, and stay lines after another."""
    text = f"EXEC SUMMARY\n<ul>\n<li>DESCRIBE THE CUSTOMER: x</li>\n</ul>\n<br>\n<p>text</p>\n<br>\n{SUPPORT}"
    (lines, is_summary), *rest = stretches(text)
    assert (is_summary, rest) == (True, [])
    assert [line.type for line in lines] == ["TITLE", "FIELD", "PLAIN", "MARKS", "FIELD"]
    assert lines[0].parts[-1] == "\n<ul>\n"
    assert lines[1].parts[-1] == "</li>\n</ul>\n<br>\n"
