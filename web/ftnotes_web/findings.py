"""Findings in a note, their fixes, and the rules that they come from."""

from __future__ import annotations

from ftnotes import RULES, Diagnostic, Fix, Rule, fix, format_result
from ftnotes.policy.addresses import rule_address

from .session import Json, OpenNote


def check(note: OpenNote) -> Json:
    """Return the findings, and the rules that were not evaluated for want of settings."""
    report = note.report
    return {
        "findings": [_finding(note, one) for one in report],
        "hasNote": report.has_summary,
        "notChecked": [{"code": one.code, "name": one.name, "needs": one.needs} for one in report.not_evaluated],
    }


def _finding(note: OpenNote, one: Diagnostic) -> Json:
    return {
        "code": one.code,
        "name": one.name,
        "message": one.message,
        "severity": one.severity.value,
        "line": one.line,
        **note.units.range(one.span),
        "evidence": [note.units.range(span) for span in one.evidence],
        "fixes": [_fix(note, offered) for offered in one.fixes],
    }


def _fix(note: OpenNote, offered: Fix) -> Json:
    return {
        "title": offered.title[:1].upper() + offered.title[1:],
        "safe": offered.safe and not offered.in_guess,
        "changes": [note.units.change(edit) for edit in offered.edits],
    }


def fix_all(note: OpenNote) -> Json:
    """Return the text with all safe fixes applied, and how many these were."""
    result = fix(note.document, **note.configuration.options())
    return {"text": result.text, "fixed": len(result.applied), "left": len(result.remaining)}


def format_note(note: OpenNote) -> Json:
    """Return the text in the layout of the template, and how many parts were left as typed."""
    result = format_result(note.document)
    return {"text": result.text, "kept": len(result.kept)}


def explain(note: OpenNote, code: str) -> Json:
    """Return what a rule asks for, and why.

    Raises:
        ValueError: there is no such rule.
    """
    rule = next((rule for rule in RULES if rule.code == code), None)
    if rule is None:
        raise ValueError(f"there is no rule {code!r:.80}")
    return {
        "code": rule.code,
        "name": rule.name,
        "address": rule_address(rule.code),
        "summary": rule.summary,
        "reason": rule.reason(note.playbook),
        "ignoreWhen": rule.ignore_when,
        "examples": _examples(rule),
    }


def _examples(rule: Rule) -> list[Json]:
    """Return an example of what the rule finds, with what its fix makes of it, or else one of what it leaves alone."""
    fixed = [one for one in rule.examples if not one.is_clean and one.after is not None]
    found = [one for one in rule.examples if not one.is_clean]
    shown = (fixed or found)[:1]
    return [{"before": one.before, "after": one.after, "translation": one.translation} for one in shown]
