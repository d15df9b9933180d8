"""The choice of rules and severities."""

from __future__ import annotations

import re

import pytest
from helpers.policing import ON_HOLD, codes

from ftnotes import Report, Severity, check
from ftnotes.policy.diagnostics import SeverityName


def test_rules_are_chosen_by_code_name_and_prefix() -> None:
    """Rules are named by code, name or prefix, in any case; ignored ones are left out of the selected ones."""
    text = f"{ON_HOLD.replace('On Hold', 'Holding')}#covid19\n"
    every = codes(check(text))
    assert {"FT103", "FT201", "FT303"} <= set(every)
    assert codes(check(text, select=("FT201",))) == ["FT201"]
    assert codes(check(text, select=(" ft201 ",))) == ["FT201"]
    assert codes(check(text, select=("Choice-Not-In-List", "FT3"))) == ["FT201", "FT303"]
    assert codes(check(text, select=iter(["FT2", "FT3"]), ignore=("hashtag-misspelled",))) == ["FT201"]
    assert codes(check(text, ignore=["FT1", "FT2"])) == [code for code in every if code[:3] not in ("FT1", "FT2")]
    assert check(text, select=()) == Report()
    assert check(text, ignore=("FT",)) == Report()


@pytest.mark.parametrize("option", ["select", "ignore"])
@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("FT2O1", "did you mean 'FT201'?"),
        ("choice-not-in-lits", "did you mean 'choice-not-in-list'?"),
        ("Choices Undecided", "did you mean 'choice-undecided'?"),
        ("", "codes begin with FT0, FT1, FT2, "),
        ("  ", "codes begin with FT0, FT1, FT2, "),
        ("quite-another", "codes begin with FT0, FT1, FT2, "),
    ],
)
def test_an_unknown_rule_is_refused_with_a_suggestion(option: str, name: str, hint: str) -> None:
    """A misspelled name of a rule must not silently run all rules, or none."""
    with pytest.raises(ValueError, match=re.escape(f"there is no rule {name!r}; {hint}")):
        check("", **{option: (name,)})  # type: ignore[arg-type]


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_a_single_text_is_refused(option: str) -> None:
    """A ``str`` would be taken as its letters."""
    with pytest.raises(TypeError, match=rf"^{option} takes several codes or names of rules: write {option}=\('FT201',\)$"):
        check("", **{option: "FT201"})  # type: ignore[arg-type]


def test_severities_are_overridden() -> None:
    """Severities are overridden by code, name or prefix, also those that a violation sets; later ones win."""
    text = f"{ON_HOLD}#covid\n"

    def severity(**severities: SeverityName | Severity) -> Severity:
        named = {name.replace("_", "-"): value for name, value in severities.items()}
        return check(text, select=("FT301",), severities=named).diagnostics[0].severity

    assert severity() is Severity.WARNING  # the text alone says so
    assert severity(FT301="error") is Severity.ERROR
    assert severity(FT3=Severity.ERROR, hashtag_forbidden="information") is Severity.INFORMATION
    assert severity(FT301="information", FT="error") is Severity.ERROR
    assert severity(FT2="error") is Severity.WARNING
    with pytest.raises(ValueError, match="there is no severity 'fatal'; there are error, warning, information"):
        severity(FT301="fatal")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="there is no rule 'FT999'"):
        severity(FT999="error")
