"""The settings of a configuration: patterns, contexts and overrides."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Configuration, ConfigurationError, Context
from ftnotes.policy.configuration import FileContext
from ftnotes.policy.context import NO_CONTEXT


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
    assert FileContext((pattern,), NO_CONTEXT).matches(path) == matches


@given(st.lists(st.sampled_from(["a", "b", "*"]), min_size=2), st.lists(st.sampled_from("ab"), min_size=1))
def test_patterns_match_part_by_part(pattern: list[str], path: list[str]) -> None:
    """A pattern without ** matches paths with as many parts, part by part."""
    same = len(pattern) == len(path) and all(one in ("*", part) for one, part in zip(pattern, path, strict=True))
    assert FileContext(("/".join(pattern),), NO_CONTEXT).matches("/".join(path)) == same


def test_a_file_on_another_drive_matches_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without a path relative to the configuration still matches patterns without folders."""

    def refuse(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", refuse)
    configuration = Configuration(files=(FileContext(("*.md",), Context(role="SME")),))
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
