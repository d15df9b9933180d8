"""Which rules run, and how much each of them matters: rules are named by code, by name, or by the start of their codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from ..text.suggest import closest
from .diagnostics import Severity
from .rule import Rule

_LIKE_A_CODE: Final = re.compile("[A-Z]+[0-9]+")


def chosen_rules(rules: tuple[Rule, ...], select: Iterable[str] | None, ignore: Iterable[str]) -> tuple[Rule, ...]:
    """The rules to run.

    Args:
        rules: all there are.
        select: those to run, each by its code (``FT201``), its name (``choice-not-in-list``) or the start of its code
            (``FT2``: all about the choices); all where it is None.
        ignore: those of them not to run, named likewise.

    Raises:
        TypeError: a text was given where a list of texts is expected.
        ValueError: there is no such rule; the message says which may be meant.
    """
    kept = {rule.code for rule in rules}
    if select is not None:
        kept = {code for said in several("select", select) for code in codes(rules, said)}
    kept.difference_update(code for said in several("ignore", ignore) for code in codes(rules, said))
    return tuple(rule for rule in rules if rule.code in kept)


def severities_by_code(rules: tuple[Rule, ...], severities: Mapping[str, Severity | str]) -> dict[str, Severity]:
    """How much rules matter where that is set, by code; named as in `chosen_rules`, what is named later counts.

    Raises:
        ValueError: there is no such rule, or no such severity; the message lists those that there are.
    """
    return {code: _severity(severity) for said, severity in severities.items() for code in codes(rules, said)}


def codes(rules: Iterable[Rule], said: str) -> tuple[str, ...]:
    """The codes of the rules that a code, a name or the start of a code names.

    Raises:
        ValueError: it names none.
    """
    rules = tuple(rules)
    text = said.strip()
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
    if close is None and not _LIKE_A_CODE.fullmatch(upper):  # what looks like a code is another code, not a slip
        close = closest(upper, [rule.code for rule in rules], 0.8)
    hint = f"did you mean {close!r}?" if close else f"there are {', '.join(rule.code for rule in rules)}"
    raise ValueError(f"there is no rule {said!r}; {hint}")


def several(what: str, named: Iterable[str]) -> tuple[str, ...]:
    """The codes and names that were given as an option.

    Raises:
        TypeError: it is one text, which would be taken for its letters.
    """
    if isinstance(named, str):
        raise TypeError(f"{what} takes several codes or names of rules: write {what}=({named!r},)")
    return tuple(named)


def _severity(severity: Severity | str) -> Severity:
    try:
        return Severity(severity)
    except ValueError:
        raise ValueError(f"there is no severity {severity!r}; there are {', '.join(Severity)}") from None
