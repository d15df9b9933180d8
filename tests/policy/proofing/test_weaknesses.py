"""Weaknesses of playbooks that can be loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.linearity import LINEAR, growth
from helpers.playbook_checks import SOUND, report_on, shown

from ftnotes import Playbook
from ftnotes.policy.proofing.weaknesses import find_weaknesses

#: What is replaced in the sound file, by what, and what is found: its name, the marked text, and part of the message.
CASES = [
    ('"Wins"', '"Mood of all"', "label-begins-another", '"Mood of all"', "'Mood of all' begins with the label 'Mood'"),
    ('"Wins"', '["Wins", "Moods"]', "label-begins-another", '"Moods"', "use labels that begin differently"),
    ('"Stormy"', '["Stormy", "calm so far"]', "choice-begins-another", '"calm so far"', "begins with the choice 'Calm'"),
    ("(one of them)", "(Wins)", "hint-is-label", '"(Wins)"', "the hint '(Wins)' is also the label 'Wins'"),
    ('"WEEKLY STATUS"', '"WEEKLY STATUS", "Wins"', "title-is-label", '"Wins"', "the title 'Wins' is also the label 'Wins'"),
    ('"PAY"', '"TO"', "tag-is-word", '"TO"', "the tag 'TO' is also the word 'to' in English"),
    ('"PAY"', '"PAY"\nother-tags = ["MAY"]', "tag-is-word", '"MAY"', "the tag 'MAY' is also the word 'may'"),
    (
        "[[workloads]]",
        '[[workloads]]\ntag = "BILL"\nnames = ["Bills", "payments"]\n[[workloads]]',
        "name-repeated",
        '"Payments"',
        "'Payments' names [BILL] already, so that [PAY] is not read by it",
    ),
    ('{ label = "Wins" }', '{ key = "wins" }', "no-label", "{ key = \"wins\" }", "the field 'wins' has no label"),
    (', kind = "workloads"', "", "workloads-not-listed", "[[workloads]]", "no template has workloads"),
    (
        '[[workloads]]\ntag = "PAY"\nnames = ["Payments"]\n',
        "",
        "no-workloads",
        '{ label = "Projects", kind = "workloads" }',
        "this field has workloads, and the playbook has none",
    ),
    (
        'kind = "workloads" },\n]\n\n[[workloads]]\ntag = "PAY"\nnames = ["Payments"]\n',
        'kind = "workload" },\n]\n',
        "no-workloads",
        '{ label = "Projects", kind = "workload" }',
        "add [[workloads]], each with tag and names",
    ),
    (
        "[[workloads]]",
        '[languages.de]\ntemplates.weekly.labels.mood = ["Laune"]\n'
        'templates.weekly.choices.mood.calm = ["Ruhig"]\n[[workloads]]',
        "not-translated",
        "templates.weekly.labels.mood ",
        "no words in de for labels.wins, labels.projects and choices.mood.stormy; "
        "add them to [languages.de.templates.weekly]",
    ),
    (
        "[[workloads]]",
        '[[templates]]\nkey = "monthly"\ntitles = ["Weekly status of months"]\nfields = [{ label = "Plans" }]\n[[workloads]]',
        "titles-alike",
        '"Weekly status of months"',
        "the titles 'WEEKLY STATUS' of weekly and 'Weekly status of months' of monthly are alike",
    ),
]  # fmt: skip


def test_a_sound_file_has_none(tmp_path: Path) -> None:
    """A clear template is reported as such."""
    report = report_on(tmp_path, SOUND)
    assert not report
    assert report.ok


@pytest.mark.parametrize(("old", "new", "name", "marked", "message"), CASES)
def test_a_weakness_is_found_where_it_is_typed(
    tmp_path: Path, old: str, new: str, name: str, marked: str, message: str
) -> None:
    """Each kind alone, with the words that it is about and a remedy."""
    assert SOUND.count(old) == 1
    report = report_on(tmp_path, SOUND.replace(old, new))
    assert shown(report) == [(name, marked)]
    (found,) = report
    assert message in found.message
    assert found.line == report.lines.source.count("\n", 0, found.span.start) + 1


@pytest.mark.parametrize("edition", Playbook.editions())
def test_published_editions_have_one(edition: str) -> None:
    """But for the name of a product that is a word."""
    assert [(one.name, one.words[0].text) for one in find_weaknesses(Playbook.load(edition))] == [("tag-is-word", "TEAMS")]


def test_inherited_words_count_where_the_file_has_a_part_in_it(tmp_path: Path) -> None:
    """A word of the file that is like an inherited one is shown; what only the edition has is not."""
    field = '{ key = "extra", label = "Status of the engagement with partners" }'
    text = f'id = "own"\nextends = "2020-03"\n[[templates]]\nkey = "exec-summary"\nfields = [{field}]\n'
    report = report_on(tmp_path, text)
    assert shown(report) == [("not-translated", field), ("label-begins-another", '"Status of the engagement with partners"')]
    assert (
        "no words in es, pt-BR, de, ja and zh-CN for labels.extra; add them to [languages.CODE."
        in report.diagnostics[0].message
    )


def test_words_are_compared_in_linear_time(tmp_path: Path) -> None:
    """However many labels begin alike."""

    def check(count: int) -> Callable[[], object]:
        file = tmp_path / f"{count}.toml"
        fields = ", ".join(f'{{ label = "{"a" * 20} {number} x" }}' for number in range(count))
        file.write_text(f'id = "own"\n[[templates]]\nkey = "t"\nfields = [{fields}]\n')
        playbook = Playbook.from_file(file)
        return lambda: list(find_weaknesses(playbook))

    assert growth(check, 200) < LINEAR
