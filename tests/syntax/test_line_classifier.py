"""Lines are classified by the words of the playbook."""

from __future__ import annotations

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.syntax.parser import is_bulleted, tokenize_line


@pytest.mark.parametrize(
    ("line", "type"),
    [
        ("**EXEC SUMMARY** #covid", "TITLE"),
        ("## EXEC SUMMARY", "TITLE"),
        ("## Next steps", "HEADING"),
        ("- DESCRIBE THE CUSTOMER: Retail", "FIELD"),
        ("- describe the customer - Retail", "WEAK"),
        ("- DESCRIBE THE CUSTOMER", "FIELD"),
        ("DESCRIBE THE CUSTOMER", "FIELD"),
        ("Describe the customer", "WEAK"),
        ("- CUSTOMER: Retail", "WEAK"),
        ("- customer", "WEAK"),
        ("[DESCRIBE THE CUSTOMER]: Retail", "FIELD"),
        ("- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:", "FIELD"),
        ("- RISKS: licences run out in May", "OWN"),
        ("- RISKS - licences run out in May", "OWN"),
        ("- Risks: licences run out in May", "OWN"),
        ("- SEE: //server", "PLAIN"),
        ("- [EXO] Exchange Online - Planning", "ITEM"),
        ("- [EXO Exchange Online - Planning", "ITEM"),
        ("- (EXO) Planning", "ITEM"),
        ("(exo) is down", "PLAIN"),
        ("(EXO) is down", "ITEM"),
        ("- [Ana] to call", "TAG"),
        ("[Ana] to call", "PLAIN"),
        ("- [x] done", "PLAIN"),
        ("- EXO: Planning", "NAME"),
        ("- EXO + SPO - Planning", "NAME"),
        ("Exchange Online - Planning", "NAME"),
        ("- Microsoft [365] Apps - Pilot", "NAME"),
        ("- Windows [10] - Rings", "NAME"),
        ("Exchange Online is down", "PLAIN"),
        ("---", "RULE"),
        ("```text", "RULE"),
        ("All is well.", "PLAIN"),
    ],
)
def test_a_line_is_classified_by_shape_and_words(line: str, type: str) -> None:
    """Known words count in any shape that a writer types them in; words that can be text need more evidence."""
    assert tokenize_line(line, Playbook.load()).type == type


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("- **Status of the engagement:** On Hold", ("Status of the engagement", "- **", ":** ", "On Hold", "")),
        ("- **Status of the engagement: On Hold**", ("Status of the engagement", "- **", ": ", "On Hold", "**")),
        ("- Status of the engagement: **On Hold** ", ("Status of the engagement", "- ", ": ", "**On Hold**", " ")),
    ],
)
def test_bold_that_opens_before_a_label_is_trivia(line: str, parts: tuple[str, ...]) -> None:
    """It is not part of the value, whether it closes after the label or the value; bold around the value alone is."""
    assert tokenize_line(line, Playbook.load()).parts == ("engagement-status", *parts)


@pytest.mark.parametrize(
    ("line", "bulleted"),
    [("- x", True), ("> * x", True), ("1. x", True), ("• x", True), ("x", False), ("**x**", False), ("2020", False)],
)
def test_a_bullet_is_one_of_many_characters(line: str, bulleted: bool) -> None:
    """Bold is not a bullet, and neither is a number without a full stop."""
    assert is_bulleted(line) is bulleted


@pytest.mark.parametrize(
    ("line", "tag", "name", "update"),
    [
        ("- [EXO] [OLM] Mail - a", "EXO] [OLM", "Mail", "a"),
        ("- [EXO][OLM] a", "EXO][OLM", "", "a"),
        ("- [EXO] [OLM]", "EXO] [OLM", "", ""),
        ("- [EXO] [Ana] a", "EXO", "", "[Ana] a"),
        ("- (EXO) [OLM] a", "EXO", "", "[OLM] a"),
        ("- [EXO/SPO] Exchange Online / SharePoint Online - x", "EXO/SPO", "Exchange Online / SharePoint Online", "x"),
        ("- [TEAMS] Teams Phone - pilot", "TEAMS", "Teams Phone", "pilot"),
        ("- [TEAMS] Teams pilot in Paris and more - x", "TEAMS", "Teams", "pilot in Paris and more - x"),
        ("- [TEAMS] Teams 2020 - x", "TEAMS", "Teams", "2020 - x"),
        ("- [TEAMS] Teams, pilot - x", "TEAMS", "Teams", "pilot - x"),
        ("- [TEAMS] Teams/Phone - x", "TEAMS", "Teams/Phone", "x"),
        ("- [OD] OneDrive**", "OD", "OneDrive", ""),
        ("- [OD] OneDrive now", "OD", "", "OneDrive now"),
        ("- [FOO] Foo Bar", "FOO", "Foo Bar", ""),
        ("- [FOO] foo bar", "FOO", "", "foo bar"),
        ("- [FOO] A B C D", "FOO", "", "A B C D"),
        ("- [FOO] Foo - bar", "FOO", "Foo", "bar"),
        ("- [EXO] | Exchange Online | done", "EXO", "Exchange Online", "done"),
        ("- [EXO]; done", "EXO", "", "done"),
    ],
)
def test_the_text_after_a_tag_is_name_and_update(line: str, tag: str, name: str, update: str) -> None:
    """Tags in brackets can follow each other; a name can be longer than the template's by a few words of no sentence."""
    _, _, typed_tag, _, typed_name, _, typed_update, _ = parts = tokenize_line(line, Playbook.load()).parts
    assert (typed_tag, typed_name, typed_update) == (tag, name, update)
    assert "".join(parts) == line


def test_a_whole_label_in_brackets_is_a_label() -> None:
    """A shortened one is a tag."""
    playbook = Playbook.load()
    assert tokenize_line("- [DESCRIBE THE CUSTOMER]: x", playbook).parts == (
        "customer",
        "DESCRIBE THE CUSTOMER",
        "- [",
        "]: ",
        "x",
        "",
    )
    assert tokenize_line("- [STATUS]: x", playbook).type == "TAG"
