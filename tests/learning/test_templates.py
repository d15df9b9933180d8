"""The blank templates among the blocks of a page."""

from __future__ import annotations

import pytest
from helpers.learning import blocks_of

from ftnotes.learning.templates import LearnedTemplate, blankness, learn_templates

FORM = "**WEEKLY**\n- Status: a/b\n- Wins: \n- Projects:\n  - [PAY] Payments\n"


def templates_of(page: str, *examples: str) -> list[LearnedTemplate]:
    """Return the templates of a page."""
    blocks = [block for example in examples for block in blocks_of(example)]
    return [template for template, _ in learn_templates(blocks_of(page), blocks) if template]


def asked(page: str, *examples: str) -> list[str]:
    """Return the questions about the templates of a page."""
    return [doubt.text for template in templates_of(page, *examples) for doubt in template.doubts]


def test_the_blankest_of_blocks_that_share_labels_is_the_template() -> None:
    """A filled note before or after the template is its example, and another form is a template of its own."""
    filled = "- Status: a\n- Wins: We won.\n"
    other = "- Owner: \n- Team: \n"
    for page in (f"{FORM}\n# x\n{filled}\n# y\n{other}", f"{filled}\n# x\n{FORM}\n# y\n{other}"):
        assert [[field.label for field in template.fields] for template in templates_of(page)] == [
            ["Status", "Wins", "Projects"],
            ["Owner", "Team"],
        ]


@pytest.mark.parametrize(
    "page",
    [
        "- Owner: Ana\n- Team: Sales\n",
        "- A: \n- B: We met.\n",
        "| A | optional |\n| B | |\n",
        "- A: \n- B: x.\n- C: y.\n- D: \n",
    ],
)
def test_what_is_filled_in_is_passed_over(page: str) -> None:
    """A template has two unfilled labels at least, six of ten unfilled, and three rows if it is a table."""
    ((template, block),) = learn_templates(blocks_of(page), [])
    assert template is None
    assert 0 <= blankness(block) <= 1


def test_titles_are_confirmed_by_examples() -> None:
    """A plain line above is a title without a question if an example has it too."""
    form = FORM.replace("**", "").replace("WEEKLY", "Weekly")
    assert asked(form) == ['is "Weekly" the title of a note?']
    assert asked(form, "WEEKLY\n- Status: a\n- Wins: x\n") == []
    assert [template.title for template in templates_of(FORM)] == ["WEEKLY"]
    assert [template.title for template in templates_of(FORM.removeprefix("**WEEKLY**\n"))] == [""]


@pytest.mark.parametrize(
    ("labels", "required", "questions"),
    [
        ("A|B", [None, None], 0),
        ("A*|B", [True, False], 0),
        ("A (optional)|B", [False, None], 0),
        ("A*|B (optional)|C", [True, False, None], 1),
        ("A*|B (optional)", [True, False], 0),
    ],
)
def test_fields_without_a_remark_are_optional_if_others_are_required(
    labels: str, required: list[bool | None], questions: int
) -> None:
    """If some are marked as required and some as optional, it is a question."""
    page = "".join(f"- {label}: \n" for label in labels.split("|"))
    (template,) = templates_of(page)
    assert [field.required for field in template.fields] == required
    assert len(template.doubts) == questions


def test_a_repeated_label_is_passed_over() -> None:
    """The first of a label counts."""
    assert asked("- A: \n- B: \n- a: \n") == ["passed over, since it repeats a label: a"]


def test_labels_and_names_of_examples_are_proposed() -> None:
    """A label, tag or name that only examples have is a question, with the field that it stands for if one is missing there."""
    example = "- Status: a\n- Highlights: x\n- Projects:\n  - [PAY] Payroll - live\n  - [HR] People\n- Mood: good\n"
    assert asked(FORM, example, example) == [
        'an example has the label "Highlights", perhaps for "Wins"',
        'an example has another name for [PAY]: other-names = ["Payroll"]',
        'an example has the tag [HR], named "People"',
        'an example has the label "Mood"',
    ]
    assert asked(FORM, "- Status: a\n- Wins: x\n- Projects:\n  - [pay] Payments – live\n  - [PAY]\n") == []
    assert asked("- A: \n- B: \n", "- A: x\n- B:\n  - [PAY] Pay\n") == []


@pytest.mark.parametrize(("page", "is_bold"), [("**A:** \n**B:** \n", True), ("- A: \n- B: \n", False), ("A: \nB: \n", False)])
def test_how_a_template_is_typed_is_learned(page: str, is_bold: bool) -> None:
    """With labels in bold, or not."""
    assert [template.is_bold for template in templates_of(page)] == [is_bold]
