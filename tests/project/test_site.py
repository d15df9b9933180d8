"""The documentation site: it is complete, and has the pages that output links to."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from helpers.commands import run_command
from helpers.paths import ROOT
from helpers.results import sarif

import ftnotes
import ftnotes.policy
from ftnotes.policy.addresses import SITE

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


def addresses(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the pages that SARIF links to, as paths in the site."""
    (run,) = sarif(run_command(capsys, "check", "--output-format", "sarif", str(ROOT / "examples" / "clean.md"))[1])["runs"]
    driver = run["tool"]["driver"]
    found = [driver["informationUri"], *(rule["helpUri"] for rule in driver["rules"])]
    assert all(one.startswith(SITE) for one in found)
    return [one.removeprefix(SITE) or "index.html" for one in found]


def test_addresses_in_output_are_those_of_pages(capsys: pytest.CaptureFixture[str]) -> None:
    """Each address that SARIF gives has its source among the pages."""
    assert all((DOCS / page).with_suffix(".md").is_file() for page in addresses(capsys))


def test_the_site_builds_without_a_warning_and_has_the_pages_that_output_links_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sphinx, where it is installed, makes each page that SARIF gives the address of."""
    for needed in ("sphinx", "furo", "myst_parser"):
        pytest.importorskip(needed, reason="the site needs more libraries: pip install -e '.[docs]'")
    built = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", str(DOCS), str(tmp_path)], capture_output=True, text=True
    )
    assert (built.returncode, built.stderr) == (0, "")
    assert all((tmp_path / page).is_file() for page in addresses(capsys))
