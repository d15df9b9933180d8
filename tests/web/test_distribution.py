from __future__ import annotations

import json
import re
import tomllib

from helpers.paths import ROOT

from ftnotes import __version__
from ftnotes.policy.addresses import SITE

WEB = ROOT / "web"


def test_both_distributions_have_one_version_and_one_site() -> None:
    """The page is released with the library that it contains, and documented where that is."""
    project = tomllib.loads((WEB / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__
    assert project["urls"] == {"Documentation": f"{SITE}web.html"}


def test_the_page_gets_the_whole_bridge() -> None:
    """Every module is packed into the page, but for the server."""
    [listed] = re.findall(
        r"^const BRIDGE = (\[.*\]);$", (WEB / "bundle" / "build.mjs").read_text(encoding="utf-8"), re.MULTILINE
    )
    modules = {path.name for path in (WEB / "ftnotes_web").glob("*.py")}
    assert set(json.loads(listed)) == modules - {"server.py"}


def test_no_package_comes_from_a_fixed_registry() -> None:
    """The lock file has checksums, and leaves the place of packages to the settings of npm."""
    packages = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    del packages[""]
    assert all("integrity" in one and "resolved" not in one for one in packages.values())


def test_versions_are_exact() -> None:
    """A build of one commit is a build of the same packages: those of npm and the Python libraries."""
    package = json.loads((WEB / "package.json").read_text(encoding="utf-8"))
    for version in (package["dependencies"] | package["devDependencies"]).values():
        assert re.fullmatch(r"[0-9.]+", version)
    for line in (WEB / "bundle" / "libraries.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[a-z]+==[0-9.]+ --hash=sha256:[0-9a-f]{64}", line)
