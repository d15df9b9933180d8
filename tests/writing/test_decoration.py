"""Decoration, and what a writer typed there with a meaning of its own."""

from __future__ import annotations

import pytest
from helpers.formatting import LISTING
from helpers.policing import HEAD, TITLE

from ftnotes import Field, Playbook, Title, Workload, fix, format, parse
from ftnotes.playbook.template_words import first_template
from ftnotes.writing.decoration import core_of_label, has_cells, head_of, is_heading, is_unevenly_quoted, own_marks, restyled


@pytest.mark.parametrize(
    ("before", "head"),
    [
        ("- ", ("", "- ", "", "")),
        ("  * **", ("  ", "* ", "", "**")),
        ("> - [ ] ", ("> ", "-  ", "[ ]", "")),
        ("- ✅ ", ("", "-  ", "✅", "")),
        ("## ", ("", "", "", "## ")),
        (" \\- \\*\\*", (" ", "- ", "", "**")),
        ("", ("", "", "", "")),
    ],
)
def test_the_text_before_a_label_has_parts(before: str, head: tuple[str, str, str, str]) -> None:
    """They are margin, bullet, the state of a task, and the rest."""
    assert tuple(head_of(before)) == head


def test_a_bullet_is_replaced_and_the_rest_stays() -> None:
    """The state of a task and bold stay."""
    assert restyled("  * [x] **", "- ") == "- [x] **"
    assert restyled("1. ", "- ") == "- "


def node_of(text: str) -> Title | Field | Workload:
    """Return the last node of a text with a layout."""
    return [node for node in parse(text).walk() if isinstance(node, (Title, Field, Workload))][-1]


@pytest.mark.parametrize("joint", [" | ", "; ", " / "])
def test_joints_of_fields_on_one_line_are_decoration(joint: str) -> None:
    """What parts a field from the next is not the writer's mark."""
    text = f"EXEC SUMMARY{joint}Describe the customer: x.{joint}Status: Reactive.{joint}Relationship: good\n"
    summary = parse(text).exec_summaries[0]
    assert summary.title
    assert len(summary.fields) == 3
    assert not any(own_marks(node.layout) for node in (summary.title, *summary.fields))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        (f"{TITLE}| DESCRIBE THE CUSTOMER | x |\n", "|||"),
        (f"{TITLE}\\- DESCRIBE THE CUSTOMER: x\n", ""),
        (f"{TITLE}- \\*\\*DESCRIBE THE CUSTOMER:\\*\\* x\n", ""),
        (f"{HEAD}   \\- \\[EXO\\] Exchange Online - x\n", ""),
    ],
)
def test_bars_of_tables_are_marks(text: str, marks: str) -> None:
    """They are what a table is made of; escapes are not, since they only keep decoration from being seen."""
    assert own_marks(node_of(text).layout) == marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        (f"{TITLE}- DESCRIBE THE CUSTOMER: x\n", ""),
        (f"{TITLE}* **DESCRIBE THE CUSTOMER**: x\n", ""),
        (f"{TITLE}* **DESCRIBE THE CUSTOMER:** x\n", ""),
        (f"{TITLE}- DESCRIBE THE CUSTOMER → x\n", ""),
        (f"{TITLE}- [x] DESCRIBE THE CUSTOMER: x\n", "[x]"),
        (f"{TITLE}- ~~DESCRIBE THE CUSTOMER~~: x\n", "~~~~"),
        (f"{TITLE}- **DESCRIBE THE CUSTOMER: x**\n", ""),
        (f"{TITLE}- **DESCRIBE THE CUSTOMER: x\n", "**"),
        (f"{TITLE}- STATUS OF THE ENGAGEMENT: x\n### DESCRIBE THE CUSTOMER\nx\n", "###"),
        (f"{TITLE}DESCRIBE THE CUSTOMER\n---\nx\n", "---"),
        (f"{TITLE}- DESCRIBE THE CUSTOMER â€“ x\n", ""),
        (f"{TITLE}- DESCRIBE THE CUSTOMER&nbsp;: x\n", ""),
        (f"{HEAD}   - [EXO] x\n", ""),
        (f"{HEAD}   - [ ] [EXO] x\n", "[ ]"),
        (f"{HEAD}** [EXO] Exchange Online - x\n", ""),
        (f"{HEAD}** [EXO] Exchange Online** - x\n", ""),
        (f"{HEAD}**[EXO] Exchange Online - x\n", "**"),
        (f"{HEAD}   - (EXO) Exchange Online - x\n", ""),
        (f"{HEAD}   - ~~[EXO]  Exchange Online - x~~\n", "~~~~"),
    ],
)
def test_the_marks_of_a_writer_are_found(text: str, marks: str) -> None:
    """Boxes, signs, headings and strikes are the writer's; bullets, brackets, dashes and paired bold are decoration."""
    assert own_marks(node_of(text).layout) == marks


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("# EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n", True),
        ("EXEC SUMMARY\n===\n- DESCRIBE THE CUSTOMER: x\n", True),
        ("**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n", False),
    ],
)
def test_a_heading_is_found_by_its_marks(text: str, heading: bool) -> None:
    """They are before the text or below it; a workload has none below."""
    (title, field) = [node for node in parse(text).walk() if isinstance(node, (Title, Field))]
    assert is_heading(title) is heading
    assert not is_heading(field)
    assert not is_heading(node_of(f"{HEAD}   - [EXO] x\n"))


@pytest.mark.parametrize(("text", "uneven"), [("> a\n> b", False), ("> a\nb", True), ("> a\n>> b", True), ("a\n\nb", False)])
def test_lines_with_different_quote_marks_are_found(text: str, uneven: bool) -> None:
    """Empty lines don't count."""
    assert is_unevenly_quoted(text) is uneven


@pytest.mark.parametrize(
    ("label", "core"),
    [
        ("STATUS OF THE ENGAGEMENT", "STATUS OF THE ENGAGEMENT"),
        ("STATUS OF THE ENGAGEMENT (not confirmed!)", "STATUS OF THE ENGAGEMENT"),
        ("STATUS OF THE ENGAGEMENT?", "STATUS OF THE ENGAGEMENT"),
        ("STATUS <!-- x --> OF", None),
        ("(STATUS)", "(STATUS)"),
        ("?STATUS", None),
    ],
)
def test_a_label_ends_where_the_remark_of_its_writer_begins(label: str, core: str | None) -> None:
    """A label with one among its words has no end."""
    end = core_of_label(first_template(Playbook.load()), "engagement-status", label)
    assert (None if end is None else label[:end]) == core


def test_the_hint_of_the_template_is_no_remark() -> None:
    """It is a part of the label, unless its writer added punctuation."""
    template = first_template(Playbook.load())
    (key, hint), *_ = [(key, hints[0]) for key, hints in template.local["en"].hints.items()]
    assert core_of_label(template, key, f"LABEL {hint}") == len(f"LABEL {hint}")
    assert core_of_label(template, key, f"LABEL {hint[:-1]}?!)") == len("LABEL")


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (f"{HEAD}   - [EXO] Exchange Online\tdone\tMay\n", True),
        (f"{HEAD}   - [EXO] Exchange Online\tdone\n", False),
        (f"{HEAD}   - [EXO] Exchange Online - done\tMay\n", False),
        (f"{HEAD}   - [EXO] Exchange Online\n", False),
        (f"{TITLE}STATUS OF THE ENGAGEMENT\tReactive\tMay\n", True),
        (f"{TITLE}| STATUS OF THE ENGAGEMENT | Reactive |\n", True),
    ],
)
def test_the_cells_of_a_table_are_known(text: str, cells: bool) -> None:
    """A bar parts cells, and a tab does if there are more tabs."""
    node = [node for node in parse(text).walk() if isinstance(node, (Field, Workload))][-1]
    assert has_cells(node) is cells


@pytest.mark.parametrize(
    "sign", ["⏳", "⌛", "⛔", "⚪", "⚫", "🔴", "⚡", "⭐", "❓", "❗", "➕", "✨", "✈️", "▶️", "☎️", "➡️", "⚙️", "☑", "✔️"]
)
@pytest.mark.parametrize(
    "text",
    [
        "{} EXEC SUMMARY\n{}\n",
        "{} EXEC SUMMARY {}\n- DESCRIBE THE CUSTOMER: x\n",
        "EXEC SUMMARY\n{} DESCRIBE THE CUSTOMER: x\n",
        f"EXEC SUMMARY\n{LISTING}\n   {{}} [EXO] Exchange Online - x\n   {{}} Teams - y\n",
        f"EXEC SUMMARY\n{LISTING}\n   - {{}} [EXO] Exchange Online - x\n   - [SPO] {{}} SharePoint Online - y\n",
    ],
)
def test_no_sign_is_taken_for_a_bullet(text: str, sign: str) -> None:
    """An emoji in place of a bullet, as for a state, stays when a note is formatted or fixed."""
    text = text.replace("{}", sign)
    assert format(text).count(sign) == text.count(sign)
    assert fix(text).text.count(sign) == text.count(sign)
