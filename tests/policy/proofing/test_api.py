"""The check of a playbook file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers.playbook_checks import SOUND, report_on

from ftnotes import PlaybookError, check_playbook
from ftnotes.playbook.bundled_files import edition_path


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("id = \n", (1, 6), "is not TOML: "),
        ('id = "own\n', (1, 10), "is not TOML: "),
        ('id = "own"\nx = [1,\n', (2, 8), "is not TOML: "),
        ('id = "own"\nid = "own"\n', (2, 11), "is not TOML: "),
        (f"id = {'9' * 5000}\n", (1, 1), "line 1: a number has thousands of digits"),
        (f"id = {'[' * 5000}\n", (1, 5006), "nests lists or tables too deeply"),
        ("", (1, 1), "id: the key 'id' is missing"),
        (SOUND.replace("titles", "titels"), (5, 10), "templates[0].titels: unknown key (did you mean 'titles'?)"),
        (SOUND.replace('"workloads"', '"dots"'), (9, 32), "templates[weekly].fields[projects].kind: unknown 'dots'"),
        (SOUND.replace('"Wins"', '["Wins", "Mood"]'), (8, 13), "templates[weekly].fields[wins].label: 'Mood' means 'mood'"),
        (
            SOUND + '[[hashtags]]\ntag = "#a"\nsummary = "x"\n[[hashtags.rules]]\ndemand = "forbid"\nwhen.rol = "x"\n',
            (20, 12),
            "hashtags[#a].rules[0].when.rol: unknown key (did you mean 'role'?)",
        ),
    ],
)
def test_a_file_that_cannot_be_loaded_has_one_error_at_its_place(
    tmp_path: Path, text: str, place: tuple[int, int], message: str
) -> None:
    """TOML's own errors and those of the loader, with line, column, reason and remedy, and without the file's name."""
    report = report_on(tmp_path, text)
    (found,) = report
    assert (found.code, found.name, found.severity) == ("PB001", "unusable", "error")
    assert (found.line, found.column) == place
    assert found.message.startswith(message)
    assert report.samples == ()
    assert not report.ok


def test_a_file_that_cannot_be_read_raises(tmp_path: Path) -> None:
    """What is missing, a folder, not UTF-8, or larger than any playbook."""
    file = tmp_path / "own.toml"
    for content, message in ((b'id = "\xff"', "is not UTF-8: byte 6"), (b"#" * 8_000_001, "shorten it")):
        file.write_bytes(content)
        with pytest.raises(PlaybookError, match=rf"own\.toml: .*{message}") as error:
            check_playbook(str(file))
        assert error.value.key == ""
    with pytest.raises(PlaybookError, match="there is no such file"):
        check_playbook(tmp_path / "none.toml")
    with pytest.raises(PlaybookError, match="is a folder"):
        check_playbook(tmp_path)


def test_the_report_is_shown_as_text(tmp_path: Path) -> None:
    """Each problem with its line, then a blank note and a filled one, then the counts."""
    report = report_on(tmp_path, SOUND.replace('"Wins"', '"Mood of all"'))
    assert re.sub(r"\S+(?=own\.toml)", "", str(report)).split("\n") == [
        "own.toml:8:13: warning PB101 label-begins-another: 'Mood of all' begins with the label 'Mood': shortened to that, "
        "it would be read as the other field; use labels that begin differently",
        '     8 |   { label = "Mood of all" },',
        "       |             ^^^^^^^^^^^^^",
        '     7 |   { label = "Mood", choices = ["Calm", "Stormy"], hint = "(one of them)" },',
        "       |             ------ this is why",
        "",
        "weekly, blank:",
        "",
        "  **WEEKLY STATUS**",
        "  - Mood: Calm/Stormy",
        "  - Mood of all:",
        "  - Projects:",
        "",
        "     -  [PAY]  Payments",
        "",
        "weekly, filled:",
        "",
        "  **WEEKLY STATUS**",
        "  - Mood: Calm",
        "  - Mood of all: Text",
        "  - Projects:",
        "",
        "     -  [PAY]  Payments - Text",
        "",
        "1 problem in own.toml: 1 warning",
    ]


def test_published_editions_pass(tmp_path: Path) -> None:
    """As files."""
    report = check_playbook(edition_path("2020-05"))
    assert report.ok
    assert str(report).endswith("No problems in " + edition_path("2020-05"))
