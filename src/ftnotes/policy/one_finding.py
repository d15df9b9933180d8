"""One finding for one slip: which violations are reported, and which are one.

A slip often breaks several rules: a misspelled label is an unknown one, and the template's label is missing. The rule that sees
what was typed explains the others (`Violation.explains`), which are then not reported. Slips of one kind are reported together
(`Violation.joint`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from .diagnostics import Fix
from .rule import Joint, Rule, Violation


def findings(violations: Sequence[tuple[Rule, Violation]]) -> Iterator[tuple[Rule, Violation]]:
    """Yield the violations to report, without those that others explain, and with those joined that belong together."""
    explained = {part for _, violation in violations for part in violation.explains}
    groups: dict[object, tuple[Rule, list[Violation]]] = {}
    for number, (rule, violation) in enumerate(violations):
        if violation.about and explained.issuperset(violation.about):
            continue
        joint = violation.joint
        scope = (rule.code, joint.joining, joint.scope) if joint else number
        groups.setdefault(scope, (rule, []))[1].append(violation)
    for rule, group in groups.values():
        yield rule, group[0] if len(group) == 1 else _join(rule, group)


def _join(rule: Rule, group: Sequence[Violation]) -> Violation:
    """Return violations of one scope as one, at the place of the first."""
    first = group[0]
    joints = [cast(Joint, violation.joint) for violation in group]
    return Violation(
        joints[0].joining.message(joint.item for joint in joints),
        first.span,
        tuple(_joint_fix(every) for every in zip(*(violation.fixes for violation in group), strict=False)),
        tuple(span for violation in group for span in violation.evidence),
        max({violation.severity or rule.severity for violation in group}),
        joint=first.joint,
    )


def _joint_fix(fixes: Sequence[Fix]) -> Fix:
    """Return fixes as one that is safe if all of them are."""
    edits = {(edit.span.start, edit.span.end, edit.text): edit for fix in fixes for edit in fix.edits}
    return Fix(fixes[0].title, tuple(edits.values()), all(fix.safe for fix in fixes))
