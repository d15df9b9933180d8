"""The choice of rules and severities, by code, by name, or by prefix of codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from ..text.suggest import closest
from .diagnostics import Severity
from .rule import Rule

_LIKE_A_CODE: Final = re.compile("[A-Z]+[0-9]+")


def chosen_rules(rules: tuple[Rule, ...], select: Iterable[str] | None, ignore: Iterable[str]) -> tuple[Rule, ...]:
    """Return the rules to run: those that ``select`` names, or else all, without those that ``ignore`` names.

    Raises:
        TypeError: a single ``str`` was given instead of several.
        ValueError: there is no such rule; the message suggests one.
    """
    kept = {rule.code for rule in rules}
    if select is not None:
        kept = {code for name in as_names("select", select) for code in codes(rules, name)}
    kept.difference_update(code for name in as_names("ignore", ignore) for code in codes(rules, name))
    return tuple(rule for rule in rules if rule.code in kept)


def severities_by_code(rules: tuple[Rule, ...], severities: Mapping[str, str]) -> dict[str, Severity]:
    """Return severity overrides by code; the keys name rules as for `chosen_rules`, and later ones win.

    Raises:
        ValueError: there is no such rule or severity; the message lists the valid ones.
    """
    return {code: _severity(severity) for name, severity in severities.items() for code in codes(rules, name)}


def codes(rules: Iterable[Rule], name: str) -> tuple[str, ...]:
    """Return the codes of the rules with a code, name or prefix of codes.

    Raises:
        ValueError: there is no such rule.
    """
    rules = tuple(rules)
    text = name.strip()
    upper = text.upper()
    by_name = {rule.name: rule.code for rule in rules}
    if text.lower() in by_name:
        return (by_name[text.lower()],)
    found = tuple(rule.code for rule in rules if rule.code == upper) or tuple(
        rule.code for rule in rules if upper and rule.code.startswith(upper)
    )
    if found:
        return found
    close = closest(text, list(by_name))
    if close is None and not _LIKE_A_CODE.fullmatch(upper):  # a well-formed code is another code, not a misspelled one
        close = closest(upper, [rule.code for rule in rules], 0.8)
    prefixes = dict.fromkeys(rule.code[:3] for rule in rules)
    hint = f"did you mean {close!r}?" if close else f"codes begin with {', '.join(prefixes)}"
    raise ValueError(f"there is no rule {name!r}; {hint}")


def as_names(parameter: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return names of rules as a tuple.

    Raises:
        TypeError: a single ``str`` was given, which would be taken as its letters.
    """
    if isinstance(names, str):
        raise TypeError(f"{parameter} takes several codes or names of rules: write {parameter}=({names!r},)")
    return tuple(names)


def _severity(severity: str) -> Severity:
    try:
        return Severity(severity)
    except ValueError:
        raise ValueError(f"there is no severity {severity!r}; there are {', '.join(Severity)}") from None
