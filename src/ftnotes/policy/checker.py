"""The checker: runs rules on a note and reports their diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from ..playbook.playbook import Playbook
from ..syntax.document import Document, playbook_for
from ..syntax.parser import as_document
from ..text.source import LineMap, Span
from .context import NO_CONTEXT, Context
from .diagnostics import Diagnostic, NotEvaluated, Severity, SeverityName
from .guesses import with_guesses
from .note_view import NoteView
from .one_finding import findings
from .report import Report
from .rule import MissingContext, Rule, Violation, Where
from .rules import RULES
from .rules.suppressions import UNSILENCED, unused_suppressions
from .selection import chosen_rules, severities_by_code
from .suppression import silence, suppressions

#: The code and name of the diagnostic that reports a rule which raised an error.
RULE_FAILED: Final = ("FT000", "rule-failed")


def check(
    text_or_document: str | Document,
    *,
    context: Context | None = None,
    playbook: Playbook | None = None,
    edition: str | None = None,
    rules: Iterable[Rule] | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    severities: Mapping[str, SeverityName | Severity] | None = None,
) -> Report:
    """Check a note against the guidance.

    Args:
        text_or_document: the text of a note, or a parsed note.
        context: facts that the note doesn't contain. A rule that needs a missing fact is listed in ``not_evaluated``.
        playbook: the playbook to check against; by default that of the document, or else the default edition.
        edition: the id of a published edition, instead of ``playbook``.
        rules: the rules to choose from; `RULES` by default.
        select: the rules to run, by code (``FT201``), name (``choice-not-in-list``) or prefix of codes (``FT2``); all by
            default.
        ignore: the rules that don't run, named in the same way.
        severities: severity overrides, by code, name or prefix of codes.

    Returns:
        The report: diagnostics in the order of the text, with spans in code points. Diagnostics that a comment silences
        (``<!-- ftnotes: ignore FT301 reason -->``) are left out.

    Raises:
        TypeError: an argument is of the wrong type; the message says what to do. No ``str`` makes it raise.
        ValueError: the context has a role, note type, priority or intent that the playbook doesn't know; there is no such
            rule, severity or edition; or both ``playbook`` and ``edition`` are given.
    """
    context = NO_CONTEXT if context is None else context
    if not isinstance(context, Context):
        raise TypeError(f"context must be a Context, not {type(context).__name__}: write Context(role='fasttrack-manager')")
    playbook = playbook_for(text_or_document, playbook, edition)
    context = context.resolved(playbook)
    document = as_document(text_or_document, playbook, note_type=context.note_type, caller="check")
    return check_view(NoteView(document, playbook, context.date), context, rules, select, ignore, severities)


def check_view(
    view: NoteView,
    context: Context,
    rules: Iterable[Rule] | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    severities: Mapping[str, SeverityName | Severity] | None = None,
) -> Report:
    """Check the view of a note, for callers that need more of it; see `check`. The context is in keys of the playbook."""
    every = RULES if rules is None else as_rules(rules)
    run = every if select is None and not ignore else chosen_rules(every, select, ignore)
    overrides = severities_by_code(every, severities) if severities else {}
    lines = LineMap(view.text)
    diagnostics, not_evaluated, partial = _run(run, overrides, view, context, lines)
    comments = suppressions(view)
    if comments:
        known = [rule for rule in (*RULES, *every) if rule not in UNSILENCED]
        diagnostics, unused = silence(diagnostics, comments, known)
        evaluated = {rule.code for rule in run} - partial
        diagnostics += [
            rule.diagnostic(violation, overrides.get(rule.code), lines)
            for rule, violation in unused_suppressions(unused, evaluated)
        ]
    diagnostics = with_guesses(diagnostics, view.document)
    diagnostics.sort(key=lambda diagnostic: (diagnostic.span.start, diagnostic.span.end, diagnostic.code))
    return Report(tuple(diagnostics), tuple(not_evaluated), lines, bool(view.summaries or view.blank_summaries))


def as_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return rules as a tuple.

    Raises:
        TypeError: it is not an iterable of rules.
    """
    every = () if isinstance(rules, Rule) else tuple(rules)
    if isinstance(rules, Rule) or not all(isinstance(rule, Rule) for rule in every):
        raise TypeError("rules takes several values of Rule: write rules=(MY_RULE,), or (*RULES, MY_RULE) to add one")
    return every


def _run(
    rules: tuple[Rule, ...], overrides: Mapping[str, Severity], view: NoteView, context: Context, lines: LineMap
) -> tuple[list[Diagnostic], list[NotEvaluated], set[str]]:
    """Return the diagnostics, the rules that need more context, and the codes of those that were not evaluated whole."""
    violations: list[tuple[Rule, Violation]] = []
    failed: list[Diagnostic] = []
    not_evaluated: list[NotEvaluated] = []
    partial: set[str] = set()
    length = len(view.text)
    applies: dict[Where, bool] = {}
    for rule in rules:
        where = rule.only_where
        needs: list[str] = []
        try:
            if where is not None:
                if where not in applies:
                    applies[where] = where(view)
                if not applies[where]:
                    continue
            for result in rule.check(view, context):
                if isinstance(result, MissingContext):
                    needs += result.needs
                    continue
                span = result.span
                if not 0 <= span.start <= span.end <= length:
                    raise ValueError(f"it reported {span}, outside the text of {length} characters")
                violations.append((rule, result))
        except Exception as error:  # a custom rule can raise anything: it is reported as FT000, and the other rules run
            failed.append(_failed(rule, error, lines))
            partial.add(rule.code)
        if needs:
            partial.add(rule.code)
            not_evaluated.append(NotEvaluated(rule.code, rule.name, tuple(dict.fromkeys(needs))))
    reported = [rule.diagnostic(violation, overrides.get(rule.code), lines) for rule, violation in findings(violations)]
    return reported + failed, not_evaluated, partial


def _failed(rule: Rule, error: Exception, lines: LineMap) -> Diagnostic:
    code, name = RULE_FAILED
    message = (
        f"The rule {rule.code} {rule.name} failed and could not check this note; the other rules did. Report this to the "
        f"author of the rule: {type(error).__name__}: {error}"
    )
    return Diagnostic(code, name, message, Severity.ERROR, Span(0, 0), lines=lines)
