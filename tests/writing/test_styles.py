"""The styles, and the indentation of continuation lines."""

from __future__ import annotations

from helpers.formatting import TIDY
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from ftnotes.writing.format import format


def test_markdown_is_one_nested_list() -> None:
    """In the style ``markdown`` a renderer shows each field as an item, and each workload as an item in it."""
    written = format(TIDY.replace("Sorry that this is late!\n\tthe second line\n", ""), style="markdown")
    assert written == (
        "Hello,\n\n**EXEC SUMMARY** 7 May 2020  #covid\n\n"
        "- DESCRIBE THE CUSTOMER: Importer of coffee,\n  900 users\n"
        "- STATUS OF THE ENGAGEMENT: Fully Engaged\n"
        "- RISKS: licences\n  - run out in August\n     - or in July\n  - cost more\n"
        "- M365 DEPLOYMENT PROGRESS: partialy deployed\n"
        "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n"
        "  - [EXO] Exchange Online - paused\n  - [OD] OneDrive for Business - nothing\n    since April\n"
        "  - [TEAMS] Teams - live\n  - [OLM+INTUNE] - waiting\n  - [SPO] SharePoint Online\n"
        "  - [TELEMATICS] Telematics portal - own project\n"
        "- REQUESTS FOR SUPPORT: none yet\n\nBye"
    )
    assert format(written, style="markdown") == written
    tree = SyntaxTreeNode(MarkdownIt().parse(written))
    assert [node.type for node in tree.children] == ["paragraph", "paragraph", "bullet_list", "paragraph"]
    fields = tree.children[2].children
    assert len(fields) == 6
    assert [node.type for node in fields[4].children] == ["paragraph", "bullet_list"]
    assert len(fields[4].children[1].children) == 6
    assert all(paragraph.hidden for paragraph in tree.walk() if paragraph.type == "paragraph" and paragraph.level > 2)  # tight


def test_a_label_inside_a_value_stays_inside() -> None:
    """A bullet in capitals below a field is text, as long as it is deeper; so is a nested list in a quotation."""
    text = "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n     - STATUS: on track\n     - and more\n"
    assert format(text) == "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n  - STATUS: on track\n  - and more\n"
    assert format(format(text)) == format(text)
    quoted = "> EXEC SUMMARY\n> - DESCRIBE THE CUSTOMER: x\n>\t\t- a\n>\t\t\t- b\n> \n> c\n>   d\n"
    assert format(quoted) == "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n  - a\n     - b\n\n> c\n>   d\n"
