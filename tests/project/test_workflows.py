"""The action for GitHub, and the workflow that releases a version."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from helpers.paths import ROOT

import ftnotes
from ftnotes.strategies.examples import TIDY

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed: pip install pyyaml")

ACTION: Any = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
RELEASE: Any = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}


def run_step(name: str, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the action in a folder, with the command of this environment in place of the installed one."""
    program = folder / "runner" / "ftnotes" / "bin" / "ftnotes"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ftnotes "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    values = {key: str(default.get("default", "")) for key, default in ACTION["inputs"].items()} | inputs
    environment = {key: values[re.findall(r"inputs\.(\w+)", value)[0]] for key, value in STEPS[name]["env"].items()}
    return subprocess.run(
        ["bash", "-e", "-c", STEPS[name]["run"]],
        cwd=folder,
        env={**os.environ, **environment, "RUNNER_TEMP": str(folder / "runner")},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_action_uses_the_inputs_that_it_declares() -> None:
    """Each input is used, and none reaches a script but as a variable."""
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.(\w+)", text)) == set(ACTION["inputs"])
    assert all("${{" not in step.get("run", "") for step in ACTION["runs"]["steps"])


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_the_action_annotates_problems_and_writes_sarif(tmp_path: Path) -> None:
    """A faulty note gives annotations and fails; the file for code scanning is written before, and does not fail."""
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "tidy.md").write_text(TIDY, encoding="utf-8")
    assert run_step("Check", tmp_path, notes="notes").returncode == 0
    (notes / "faulty.md").write_text(TIDY.replace("Fully Engaged", "Busy"), encoding="utf-8")
    done = run_step("Check", tmp_path, notes="notes", arguments="--select FT201")
    assert done.returncode == 1
    assert "::error file=notes/faulty.md" in done.stdout
    assert run_step("SARIF", tmp_path, notes="notes", sarif="out.sarif").returncode == 0
    assert '"FT201"' in (tmp_path / "out.sarif").read_text(encoding="utf-8")


def test_a_release_is_of_the_version_of_its_tag() -> None:
    """The patterns of the workflow find the version of the package and its section of the changelog."""
    (check,) = (step["run"] for step in RELEASE["jobs"]["build"]["steps"] if "changelog" in step.get("name", ""))
    assert '__version__ = \\"$version\\"' in check
    assert f'__version__ = "{ftnotes.__version__}"' in (ROOT / "src" / "ftnotes" / "__init__.py").read_text(
        encoding="utf-8"
    ).split("\n")
    assert RELEASE["jobs"]["publish"]["needs"] == "build"
    assert ".ci/run" in [step.get("run") for step in RELEASE["jobs"]["build"]["steps"]]


def test_a_release_has_both_distributions() -> None:
    """The page is built before it is packed, into the folder that is published; the extra ``web`` needs it."""
    (pack,) = (step["run"] for step in RELEASE["jobs"]["build"]["steps"] if "page" in step.get("name", ""))
    assert pack.index("npm run build") < pack.index("build --wheel --outdir dist web")
    assert RELEASE["jobs"]["publish"]["steps"][0]["with"]["path"] == "dist/"


def test_the_site_is_built_from_this_repository() -> None:
    """Its host builds it as the tests do, with the extra ``docs``, and fails at a warning."""
    site: Any = yaml.safe_load((ROOT / ".readthedocs.yaml").read_text(encoding="utf-8"))
    assert site["sphinx"] == {"configuration": "docs/conf.py", "fail_on_warning": True}
    assert site["python"]["install"] == [{"method": "pip", "path": ".", "extra_requirements": ["docs"]}]
