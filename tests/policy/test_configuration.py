"""The settings of a configuration: patterns, contexts and overrides."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Configuration, ConfigurationError, Context, Playbook, load_configuration
from ftnotes.policy import RULES
from ftnotes.policy.configuration import FileContext, FilePatterns


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("*.md", "note.md", True),
        ("*.md", "a/b/note.md", True),
        ("*.md", "note.txt", False),
        ("a/*.md", "a/note.md", True),
        ("a/*.md", "a/b/note.md", False),
        ("a/*.md", "b/a/note.md", False),
        ("a/**/*.md", "a/note.md", True),
        ("a/**/*.md", "a/b/c/note.md", True),
        ("a/**/*.md", "b/note.md", False),
        ("**/a/*", "x/y/a/note", True),
        ("**/a/*", "a/note", True),
        ("a/**", "a/b/c", True),
        ("**/**/c", "c", True),
        ("a/b", "a", False),
        ("./a", "a", False),
        ("b/**/c", "a/c", False),
    ],
)
def test_patterns_match_files(pattern: str, path: str, matches: bool) -> None:
    """A pattern without a slash matches names in any folder; * matches within a folder, and ** any number of folders."""
    assert FilePatterns((pattern,)).match(path) == matches


@given(st.lists(st.sampled_from(["a", "b", "*"]), min_size=2), st.lists(st.sampled_from("ab"), min_size=1))
def test_patterns_match_part_by_part(pattern: list[str], path: list[str]) -> None:
    """A pattern without ** matches paths with as many parts, part by part."""
    same = len(pattern) == len(path) and all(one in ("*", part) for one, part in zip(pattern, path, strict=True))
    assert FilePatterns(("/".join(pattern),)).match("/".join(path)) == same


def test_a_file_on_another_drive_matches_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without a path relative to the configuration still matches patterns without folders."""

    def refuse(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", refuse)
    configuration = Configuration(files=(FileContext(FilePatterns(("*.md",)), Context(role="SME")),))
    assert configuration.context_of(os.sep.join(("D:", "a", "note.md"))).role == "SME"


def test_arguments_replace_settings() -> None:
    """A selection replaces the setting, ignored rules are added, and a rule selected in full runs although it is ignored."""
    configuration = Configuration(select=("FT2",), ignore=("FT201", "FT3"))
    assert "FT201" not in {rule.code for rule in configuration.rules()}
    assert [rule.code for rule in configuration.rules(select=["FT201", "FT3"])] == ["FT201"]
    assert configuration.rules(select=["choice-not-in-list"], ignore=["FT201"]) == ()
    assert configuration.load_playbook(edition="2019-09").id == "2019-09"
    with pytest.raises(ConfigurationError, match=r"^there is no rule 'FT9'"):
        configuration.rules(select=["FT9"])


@pytest.mark.parametrize(
    ("pattern", "path", "excluded"),
    [
        ("archive", "archive/2019/note.md", True),
        ("archive", "archive.md", False),
        ("*.bak.md", "a/note.bak.md", True),
        ("old/2019", "old/2019/note.md", True),
        ("old/2019", "old/2020/note.md", False),
        ("old/**", "old/note.md", True),
        ("note.md", "a/note.md", True),
    ],
)
def test_a_folder_is_excluded_with_all_that_is_in_it(pattern: str, path: str, excluded: bool) -> None:
    """A pattern excludes the files that match, and those in folders that match."""
    assert FilePatterns((pattern,)).match_or_contain(path) == excluded


def test_rules_are_left_out_for_some_files(tmp_path: Path) -> None:
    """The rules that any matching pattern ignores don't run, however they were selected."""
    file = tmp_path / "ftnotes.toml"
    file.write_text('[per-file-ignores]\n"lifecycle/*.txt" = ["FT5"]\n"*.txt" = ["risks-box", "FT201"]\n')
    configuration = load_configuration(file)

    def left_out(name: str) -> set[str]:
        return {rule.code for rule in RULES} - {rule.code for rule in configuration.options(tmp_path / name)["rules"]}

    assert left_out("note.md") == set()
    assert left_out("note.txt") == {"FT508", "FT201"}
    assert left_out("lifecycle/note.txt") == {rule.code for rule in RULES if rule.code.startswith("FT5")} | {"FT201"}
    assert len(configuration.options()["rules"]) == len(RULES)


def test_unknown_rules_in_per_file_ignores_are_errors(tmp_path: Path) -> None:
    """The message names the entry and suggests a rule."""
    file = tmp_path / "ftnotes.toml"
    file.write_text('[per-file-ignores]\n"*.txt" = ["risk-box"]\n')
    with pytest.raises(ConfigurationError, match=r"per-file-ignores\[0\]: there is no rule 'risk-box'; did you mean 'risks-"):
        load_configuration(file)


def test_a_configuration_says_that_summaries_were_asked_for(tmp_path: Path) -> None:
    """`requested` is true or false, for all notes or for some files."""
    file = tmp_path / "ftnotes.toml"
    file.write_text('requested = true\n[[files]]\npattern = "own/*"\nrequested = false\n')
    configuration = load_configuration(file)
    assert configuration.context.requested is True
    assert configuration.context_of(str(tmp_path / "own" / "note.md")).requested is False
    file.write_text('requested = "yes"\n')
    with pytest.raises(ConfigurationError, match="requested: expected true or false, not 'yes'"):
        load_configuration(file)


def test_a_setting_without_a_file_is_named_alone() -> None:
    """The error of a configuration that no file has starts with the setting."""
    with pytest.raises(ConfigurationError, match=r"^language: playbook 2020-03 knows no language 'xx'"):
        Configuration(language="xx").options()


def test_a_configuration_takes_a_playbook_itself() -> None:
    """In Python, a playbook can be given in place of its file; it comes before an edition, and takes the language."""
    own = Playbook.from_text('id = "own"\nextends = "2020-03"\nsummary = "Ours."\n')
    assert Configuration(playbook=own, edition="2020-05").options()["playbook"] is own
    german = Configuration(playbook=own, language="de").options()["playbook"]
    assert (german.id, german.default_language) == ("own", "de")
