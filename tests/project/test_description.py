"""What setup.py adds to pyproject.toml: the description of the package, as package indexes show it, and what is compiled."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from helpers.paths import ROOT

from ftnotes.policy.addresses import SITE


def given_to_setup(monkeypatch: pytest.MonkeyPatch, command: str) -> dict[str, Any]:
    """What setup.py calls setuptools with, for a command of a build."""
    given: dict[str, Any] = {}
    fake: Any = ModuleType("setuptools")
    fake.setup, fake.Extension = lambda **values: given.update(values), object
    mypyc = SimpleNamespace(mypycify=lambda paths, **options: paths)
    monkeypatch.setitem(sys.modules, "setuptools", fake)
    monkeypatch.setitem(sys.modules, "setuptools.command.build_py", SimpleNamespace(build_py=object))
    monkeypatch.setitem(sys.modules, "mypyc.build", mypyc)
    monkeypatch.setattr(sys, "argv", ["setup.py", command])
    monkeypatch.chdir(ROOT)
    runpy.run_path(str(ROOT / "setup.py"))
    return given


@pytest.mark.parametrize(
    ("asked", "command", "requires", "compiles"),
    [
        ("", "bdist_wheel", False, False),
        ("0", "bdist_wheel", False, False),
        ("1", "bdist_wheel", True, True),
        ("1", "egg_info", True, False),
        ("1", "editable_wheel", True, False),
        ("1", "sdist", True, False),
    ],
)
def test_only_a_wheel_is_compiled_and_only_on_demand(
    asked: str, command: str, requires: bool, compiles: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other builds ask for no compiler; the first step of each only asks what it requires."""
    monkeypatch.setenv("FTNOTES_COMPILE", asked)
    given = given_to_setup(monkeypatch, command)
    assert bool(given["setup_requires"]) is requires
    assert bool(given["ext_modules"]) is compiles


def test_what_parses_is_compiled_but_for_the_tree_and_what_users_call(monkeypatch: pytest.MonkeyPatch) -> None:
    """Classes made by attrs and functions with docstrings stay Python, and so does all that checks."""
    monkeypatch.setenv("FTNOTES_COMPILE", "1")
    compiled = {Path(path).relative_to("src/ftnotes") for path in given_to_setup(monkeypatch, "bdist_wheel")["ext_modules"]}
    assert {path.parts[0] for path in compiled} == {"playbook", "syntax", "text"}
    assert {path.stem for path in compiled if path.parts[0] != "syntax"} == {"template_vocabulary", "vocabulary", "words"}
    for path in compiled:
        text = (ROOT / "src" / "ftnotes" / path).read_text(encoding="utf-8")
        assert "@frozen(init=False)" not in text
    assert {Path(f"syntax/{name}.py") for name in ("lexer", "builder", "lalr", "line_classifier")} <= compiled
    assert Path("syntax/parser.py") not in compiled


def test_links_of_the_description_are_absolute(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each link of the README to a page leads to that page of the site; links to other files are plain text."""
    given = given_to_setup(monkeypatch, "bdist_wheel")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = re.findall(r"\]\((?:docs/)?([\w-]+)\.md(#[\w-]+)?\)", readme)
    links = re.findall(r"\]\(([^)]*)\)", given["long_description"])
    assert links == [f"{SITE}{name.lower()}.html{anchor}" for name, anchor in pages]
    assert given["long_description_content_type"] == "text/markdown"
    assert "Licence: MIT." in given["long_description"]
