"""Rules about the lines of the list of workloads (FT406 to FT409)."""

from __future__ import annotations

from functools import partial

import pytest
from helpers.linearity import LINEAR, growth
from helpers.policing import HEAD, TITLE, codes, fixed, spoken

from ftnotes import Report, check, fix, parse

EXO = "   -  [EXO]  Exchange Online - wave 2 in May\n"


def test_duplicates_in_other_spellings() -> None:
    """A workload is the same by its tag, name or another spelling; joined tags go by their parts, unknown ones by their tag."""
    lines = (EXO, "   -  [exo]  x\n", "   -  Exchange Online: x\n", "   -  [OLM+INTUNE]  x\n", "   -  [intune/olm]  x\n")
    text = HEAD + "".join(lines) + "   -  [XYZ]  a - x\n   -  [xyz]  b - x\n"
    report = check(text, select=("FT406",))
    assert spoken(text, report) == ["exo", "Exchange Online", "intune/olm", "xyz"]
    assert [diagnostic.evidence[0].text(text) for diagnostic in report.diagnostics] == ["EXO", "EXO", "OLM+INTUNE", "XYZ"]


def test_an_empty_workload_is_removed_with_its_line() -> None:
    """Removing a line leaves blank lines, other workloads, line ends and quote marks as they are."""
    for end in ("\n", "\r\n", "\r"):
        for margin in ("", "> "):
            kept = [f"{margin}{line}" for line in (*HEAD.rstrip("\n").split("\n"), "", EXO.rstrip("\n"), "- RISKS: x", "")]
            text = end.join((*kept[:3], f"{margin}   -  [SPO]  SharePoint Online", *kept[3:]))
            result = fix(text, unsafe=True, select=("FT407",))
            assert result.text == end.join(kept)
            assert [one.fix.title for one in result.applied] == ["remove each workload without an update"]


def test_a_list_of_empty_workloads_is_not_removed() -> None:
    """The lines stay if no workload has an update; so does a line with a hashtag or a comment."""
    empty = f"{TITLE}- STATUS OF THE ENGAGEMENT: Reactive\n- SNAPSHOT OF KEY WORKLOADS:\n   - [SPO]\n   - [EXO]\n"
    assert [diagnostic.fixes for diagnostic in check(empty, select=("FT407",)).diagnostics] == [()]
    aside = f"{HEAD}{EXO}   -  [SPO]  SharePoint Online - #covid\n"
    assert [diagnostic.fixes for diagnostic in check(aside, select=("FT407",)).diagnostics] == [()]


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("&nbsp; &nbsp;[EXO] Exchange Online - a", "&nbsp; &nbsp;- [EXO] Exchange Online - a"),
        ("- EXO – Exchange Online: a", "- [EXO]  Exchange Online - a"),
        ("- (EXO) - Exchange Online - a", "- [EXO]  Exchange Online - a"),
        ("** [EXO] Exchange Online - a", "** [EXO] Exchange Online - a"),
        ("- Exchange Online [EXO] - a", "- [EXO]  Exchange Online - a"),
        ("- **Exchange Online** (EXO): a", "- **[EXO]  Exchange Online** - a"),
        ("- Teams [TEAMS] a", "- [TEAMS]  Teams - a"),
        ("   • [EXO]  Exchange Online - x", "   - [EXO]  Exchange Online - x"),
        ("   -  (EXO)  Exchange Online - x", "   -  [EXO]  Exchange Online - x"),
        ("   \\- \\[EXO\\] Exchange Online - x", "   - [EXO] Exchange Online - x"),
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
def test_formats_are_replaced_by_the_template_format(line: str, after: str | None) -> None:
    """Other bullets, brackets and dashes are replaced by the template's, without any change to the tree."""
    head = "".join(f">{part}\n" for part in HEAD.split("\n")[:2]) if line.startswith(">") else HEAD
    text = f"{head}{line}\n"
    result = fix(text, select=("FT408",))
    assert parse(result.text) == parse(text)
    if after is not None:
        assert result.text == f"{head}{after}\n"
    assert not check(result.text, select=("FT408",)) or result.skipped


def test_workloads_outside_their_field_are_one_violation() -> None:
    """One message lists all of them and names the label under which they belong."""
    text = f"{TITLE}{EXO}- REQUESTS FOR SUPPORT: None\n   -  [SPO]  SharePoint Online - x\n"
    (diagnostic,) = check(text, select=("FT409",)).diagnostics
    assert diagnostic.span.text(text) == "EXO"
    assert 'are not listed under "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS"' in diagnostic.message
    assert "Move them there" in diagnostic.message
    (one,) = check(f"{TITLE}{EXO}- REQUESTS FOR SUPPORT: None\n", select=("FT409",)).diagnostics
    assert "Move it there" in one.message


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("   ✅ [EXO]  Exchange Online - x\n", "   - ✅ [EXO]  Exchange Online - x\n"),
        ("   ✅ Teams - x\n", "   - ✅ Teams - x\n"),
        ("   - ~~[EXO]  Exchange Online - x~~ dropped\n", None),
        ("<li>[EXO] Exchange Online - x</li>\n", None),
        ("| [EXO] | Exchange Online | x |\n", None),
        ("[5/15 3:07 PM] Ana: [EXO] Exchange Online - x\n", None),
    ],
)
def test_signs_with_a_meaning_stay(before: str, after: str | None) -> None:
    """Boxes and emoji follow the hyphen; struck lines, HTML, tables and stamps of chats stay as they are."""
    assert fix(HEAD + before, select=("FT408",)).text == HEAD + (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "- SNAPSHOT OF KEY WORKLOADS: [EXO] planning; [TEAMS] pilot\r\n",
            "- SNAPSHOT OF KEY WORKLOADS:\r\n   -  [EXO] planning\r\n   -  [TEAMS] pilot\r\n",
        ),
        (
            "- SNAPSHOT OF KEY WORKLOADS: EXO planning, Teams pilot",
            "- SNAPSHOT OF KEY WORKLOADS:\n   -  [EXO] planning\n   -  Teams - pilot",
        ),
        ("| SNAPSHOT OF KEY WORKLOADS | [EXO] planning; [TEAMS] pilot |\n", None),
    ],
)
def test_workloads_on_one_line_get_lines_of_their_own(before: str, after: str | None) -> None:
    """Each workload on the line of its list is written on the next, except in a cell of a table."""
    title = "EXEC SUMMARY\r\n- STATUS OF THE ENGAGEMENT: Reactive\r\n"
    title = title if "\r" in before else title.replace("\r", "")
    assert fix(title + before, select=("FT408",)).text == title + (after or before)


@pytest.mark.parametrize("piece", ["[EXO] x; [SPO] y; ", "Teams done, ", "[EXO]; [SPO]; "])
def test_many_workloads_on_one_line_take_linear_time(piece: str) -> None:
    """Each is checked without looking through the whole line again."""

    def checking(size: int) -> partial[Report]:
        return partial(check, f"{HEAD.rstrip()} {piece * (size // len(piece))}\n")

    assert growth(checking, 4_000) < LINEAR


def test_a_template_without_a_list_has_nothing_outside_of_it() -> None:
    """A workload in a note whose template lists none is not told to move to a label that there isn't."""
    note = "**Reason:** >50k\n**Status:** Green\n**Exec Summary:** They go faster.\n"
    text = f"{note}{EXO}"
    assert parse(text).notes[0].template == "enterprise-status"
    assert not check(text, select=("FT409",))


@pytest.mark.parametrize("between", ["Sorry for the mess.\n", "| Workload | Status |\n|---|---|\n"])
def test_a_list_that_text_cuts_in_two_is_not_outside(between: str) -> None:
    """Workloads after text that FT111 reports, or after the head of a table, are still those of the list above."""
    text = f"{HEAD}{between}| [EXO] Exchange Online | x |\n- REQUESTS FOR SUPPORT: None\n"
    assert not check(text, select=("FT409",))


@pytest.mark.parametrize(
    ("head", "after"),
    [
        ("EXO: x", "[EXO]  Exchange Online - x"),
        ("EXO - x", "[EXO]  Exchange Online - x"),
        ("EXO – x", "[EXO]  Exchange Online – x"),
        ("(EXO) x", "[EXO]  Exchange Online - x"),
        ("[EXO]: x", "[EXO]  Exchange Online - x"),
        ("**EXO:** x", "**[EXO]**  Exchange Online - x"),
        ("**[EXO]** x", "**[EXO]**  Exchange Online - x"),
        ("[exo] x", "[EXO]  Exchange Online - x"),
        ("[EXO]\n      x", "[EXO]  Exchange Online\n      x"),
        ("Exchange Online: x", "[EXO]  Exchange Online - x"),
        ("Exchange: x", "[EXO]  Exchange Online - x"),
        ("Teams Phone: x", "[TEAMS]  Teams Phone - x"),
    ],
)
def test_a_head_is_one_finding_with_a_whole_fix(head: str, after: str) -> None:
    """A tag or name alone, in whatever format, is one finding, and its fix leaves nothing to report."""
    text, expected = f"{HEAD}   - {head}\n", f"{HEAD}   - {after}\n"
    (found,) = check(text, select=("FT4",)).diagnostics
    assert fixed(text, found) == expected
    assert codes(check(expected, select=("FT4",))) == []


def test_words_before_a_colon_can_belong_to_the_update() -> None:
    """Beside a tag, only the colon after a name of the workload takes the place of the dash."""
    text = f"{HEAD}   -  [EXO] Wave 2: 5 May\n   -  [CORE]  Network: line ordered\n"
    assert codes(check(text, select=("FT408",))) == []


def test_workloads_get_their_bullets_after_their_label() -> None:
    """Below a list, a label without bullet would be read as a part of the last bullet."""
    lines = "[EXO]  Exchange Online - pilot\n[OD]  OneDrive for Business - pilot\n"
    text = f"{TITLE}SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n{lines}REQUESTS FOR SUPPORT: None\n"
    result = fix(text, select=("FT408",))
    assert result.text == text
    assert [found.message for found in result.remaining if not found.fixes] == [
        '"[EXO]  Exchange Online -" and "[OD]  OneDrive for Business -" have no bullets, and neither has their label. '
        "Start all lines with hyphens."
    ]
    assert fix(text, select=("FT110", "FT408")).text.count("\n- ") == 4
    assert fix(text.replace("SNAPSHOT", "## SNAPSHOT"), select=("FT408",)).text.count("\n- ") == 2


def test_cells_of_a_table_stay_cells() -> None:
    """A tab before other cells is no separator to replace."""
    row = "   - [EXO]  Exchange Online\t19,000 migrated\tLATAM in July\n"
    assert fix(HEAD + row, select=("FT408",)).text == HEAD + row
    assert fix(HEAD + row.replace("\tLATAM", " LATAM"), select=("FT408",)).text.endswith(
        "Online - 19,000 migrated LATAM in July\n"
    )


LISTED = "EXEC SUMMARY\n{0}STATUS OF THE ENGAGEMENT: Reactive\n{0}SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n"


@pytest.mark.parametrize(
    ("bullet", "item", "written"),
    [
        ("•\t", "o\t[EXO] Exchange Online – 70%\n", "   - [EXO] Exchange Online – 70%\n"),
        ("* ", "• [EXO] Exchange Online – 70%\n", "   - [EXO] Exchange Online – 70%\n"),
        ("• ", "• [EXO] Exchange Online – 70%\n", "- [EXO] Exchange Online – 70%\n"),
        ("- ", "– [EXO] Exchange Online – 70%\n", "- [EXO] Exchange Online – 70%\n"),
        ("•\t", "o\t[EXO] Exchange Online – 70%\n▪\tall sites\n", "   - [EXO] Exchange Online – 70%\n      ▪\tall sites\n"),
        ("•\t", "o\t[EXO] Exchange Online –\r\n  70%\r\n", "   - [EXO] Exchange Online –\r\n     70%\r\n"),
        (
            "> • ",
            "> o [EXO] Exchange Online – 70%\n>\n>   - all\n> o [OD] OneDrive for Business – x\n",
            ">    - [EXO] Exchange Online – 70%\n>\n>      - all\n>    - [OD] OneDrive for Business – x\n",
        ),
    ],
)
def test_a_workload_stays_below_the_label_of_its_list(bullet: str, item: str, written: str) -> None:
    """What only its bullet showed, indentation shows, that of the lines below it as well."""
    listed = LISTED.format(bullet)
    result = fix((f"> {listed}" if ">" in bullet else listed) + item)
    assert result.text.endswith(f"ACTIONS:\n{written}")
    assert result.skipped == ()
