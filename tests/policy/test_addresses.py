"""The addresses of the documentation on the web."""

from __future__ import annotations

import tomllib

from helpers.paths import ROOT

from ftnotes.policy import RULES
from ftnotes.policy.addresses import SITE, rule_address


def test_the_package_and_its_metadata_name_the_same_site() -> None:
    """The address in output is the one that package indexes show."""
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
    assert urls["Documentation"] == SITE
    assert urls["Changelog"] == f"{SITE}changelog.html"


def test_each_rule_has_an_address_of_its_own() -> None:
    """The address of a rule has its code; a custom rule has none."""
    assert [rule_address(rule.code) for rule in RULES] == [f"{SITE}policy/{rule.code}.html" for rule in RULES]
    assert rule_address("ACME001") is None
