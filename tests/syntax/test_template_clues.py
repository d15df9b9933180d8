"""The lines that speak for a template, and the search that tells whether a text has enough of them."""

from __future__ import annotations

import pytest
from helpers.playbooks import WITHOUT_OTHERS, own, template_of
from hypothesis import example, given
from hypothesis import strategies as st

from ftnotes.playbook.template_words import template_words
from ftnotes.syntax.parser import engine, workload_alone
from ftnotes.syntax.template_clues import ClueFinder
from ftnotes.syntax.template_regions import find_regions

ROUND = template_of(
    'label = "Ward", kind = "workload", required = false',
    'label = "Condition", choices = ["Stable", "Critical"]',
    'label = "Éclairage", everyday = "Light"',
    'label = "Ward/bed"',
    'label = "Plan of the day"',
    titles='"WARD ROUND"',
    key="round",
)
PIECES = [
    *("WARD ROUND", "**Ward round** #x", "- Condition: Stable", "**Condition** — odd", "CONDITION\tCritical", "Eclairage: x"),
    *("Light: on", "1. ward / bed: x", "Plan day: x", "| Plan of the day | x |", "Condition", "Condition is fine"),
    *(
        "EXEC SUMMARY",
        "- DESCRIBE THE CUSTOMER: x",
        "- Status: Reactive",
        "Risks: none",
        "[EXO]",
        "- CORE",
        "",
        "## x",
        "Hello.",
    ),
]


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> ClueFinder:
    """The clues of the exec summary and a template of another organisation."""
    playbook = own(tmp_path_factory.mktemp("rounds"), f'id = "own"\nextends = "2020-03"\n{WITHOUT_OTHERS}{ROUND}')
    return ClueFinder([template_words(playbook, each.key) for each in playbook.templates], engine().lexer.shapes)


def other_regions(finder: ClueFinder, text: str, preferred: int = -1) -> int:
    """Return the number of regions that are not for the first template."""

    def is_workload(line: str) -> bool:
        return workload_alone(line, finder.templates[0]) is not None

    clues = finder.find(text, lambda _: False, is_workload)
    regions = find_regions(len(text), clues, finder.templates, preferred)
    return sum(region.template is finder.templates[1] for region in regions)


def test_what_is_found_closely_is_found_at_first_sight(finder: ClueFinder) -> None:
    """A text without a note of another template at first sight has none, however its lines end."""

    @example(["[EXO]", "Risks: none", "- Condition: Stable"], "\n", -1)
    @example(["- Condition: Stable", "", "[EXO]", "**Condition** — odd"], "\n", -1)
    @given(st.lists(st.sampled_from(PIECES), max_size=6), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from([-1, 0, 1]))
    def test(lines: list[str], newline: str, preferred: int) -> None:
        text = newline.join(lines)
        if not finder.possible(text, preferred):
            assert not other_regions(finder, text, preferred)

    test()


@pytest.mark.parametrize(
    ("text", "is_possible"),
    [
        ("", False),
        ("Condition: Stable", False),
        ("[EXO]\nCondition: Stable", True),
        ("exch online\n\nCondition: Stable", True),
        ("- Condition: Stable\n- CORE\nWARD ROUND", True),
        ("Hello\nCondition: Stable", False),
        ("Ward/bed: x", False),
        ("Ward/bed: x\nHello: y", False),
        ("Ward/bed: x\nÉclairage: y", False),  # only one of several words
        ("Condition\nÉclairage", True),
        ("Plan of the day: x", True),
        ("The condition: Stable", False),
        ("Condition of it\nEclairage is on", False),
        ("WARD ROUND", True),
        ("Hello.\rWARD ROUND", True),
    ],
)
def test_one_label_of_few_words_is_not_enough(finder: ClueFinder, text: str, is_possible: bool) -> None:
    """Most texts with a label are so told from notes at first sight."""
    assert finder.possible(text, -1) == is_possible
    if "bed" in text:
        assert finder.possible(text, 1)


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ("WARD ROUND", {1: 3.0}),
        ("Condition: Stable, fine", {1: 2.0}),
        ("Condition: odd", {1: 0.0}),
        ("Condition:", {1: 1.0}),
        ("Plan: x", {0: 0.0, 1: 0.5}),  # for the first one a label that people add to any note
        ("Light: x", {1: 0.5}),
        ("| Condition | Stable |", {1: 2.0}),
        ("Plan", {}),
        ("Risks: none", {0: 0.0, 1: 0.0}),
        ("DESCRIBE THE CUSTOMER: x", {0: 1.0}),
        ("Status: Reactive", {0: 1.5}),
        ("Customer: x", {0: 0.5}),
        ("Plan  of the day: x", {1: 1.0}),
        ("Condition  stable: x", {1: 2.0}),  # a gap is a separator where no label goes on
        ("- ", {}),
    ],
)
def test_a_line_gives_points_to_the_templates_that_know_it(finder: ClueFinder, line: str, points: dict[int, float]) -> None:
    """For a title, a label that is whole or not, and a value that is a choice."""
    clues = finder.find(line, lambda _: False, lambda _: False)
    assert {number: sign.points for clue in clues for number, sign in clue.signs.items()} == points


@pytest.mark.parametrize("line", ["", "\n", "- \n", "   \r\n", "Hello.\n", "- [EXO] Exchange Online - x\n"])
def test_a_line_that_is_more_or_less_than_a_workload_is_none(finder: ClueFinder, line: str) -> None:
    """A blank line, other text, and a workload with an update are no workload alone."""
    assert workload_alone(line, finder.templates[0]) is None
