"""The documentation site: its sidebar and its reference are complete. ``.ci/run`` builds it."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from helpers.paths import ROOT

import ftnotes
import ftnotes.policy

DOCS = ROOT / "docs"


def test_the_sidebar_has_every_page() -> None:
    """Each page beside the index is in one of its lists."""
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    listed = [
        line
        for block in re.findall(r"```\{toctree\}\n(.*?)```", index, re.DOTALL)
        for line in block.splitlines()
        if line and not line.startswith(":")
    ]
    assert sorted(listed) == sorted(page.stem for page in DOCS.glob("*.md") if page.stem != "index")


@pytest.mark.parametrize("package", [ftnotes, ftnotes.policy], ids=lambda package: package.__name__)
def test_the_reference_has_every_public_name_once(package: object) -> None:
    """No name is forgotten, and none is there twice."""
    page = (DOCS / "reference.md").read_text(encoding="utf-8")
    named = Counter(re.findall(r"^\.\. auto(?!module)\w+:: ftnotes\.(?:policy\.)?(\w+)$", page, re.MULTILINE))
    assert set(named) >= set(package.__all__)  # type: ignore[attr-defined]  # a package
    assert set(named) <= {*ftnotes.__all__, *ftnotes.policy.__all__}
    assert set(named.values()) == {1}
