"""The description of the package, as package indexes show it."""

from __future__ import annotations

import re
import runpy
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from helpers.paths import ROOT

from ftnotes.policy.addresses import SITE


def test_links_of_the_description_are_absolute(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each link of the README to a page leads to that page of the site; links to other files are plain text."""
    given: dict[str, Any] = {}
    fake: Any = ModuleType("setuptools")
    fake.setup = lambda **values: given.update(values)
    monkeypatch.setitem(sys.modules, "setuptools", fake)
    monkeypatch.setitem(sys.modules, "setuptools.command.build_py", SimpleNamespace(build_py=object))
    runpy.run_path(str(ROOT / "setup.py"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = re.findall(r"\]\((?:docs/)?([\w-]+)\.md(#[\w-]+)?\)", readme)
    links = re.findall(r"\]\(([^)]*)\)", given["long_description"])
    assert links == [f"{SITE}{name.lower()}.html{anchor}" for name, anchor in pages]
    assert given["long_description_content_type"] == "text/markdown"
    assert "Licence: MIT." in given["long_description"]
