"""TODO"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter
from types import MappingProxyType
from typing import Final, TypeAlias

from ..playbook.playbook import Playbook
from ..syntax.document import Document
from ..syntax.parser import as_document
from ..text.source import Span
from .context import NO_CONTEXT, Context
from .diagnostics import Diagnostic, NotEvaluated, Report, Severity
from .note_view import NoteView
from .rule import MissingContext, Rule, Where
from .rules import RULES
from .rules.suppressions import UNSILENCED, idle_suppressions
from .selection import chosen_rules, severities_by_code
from .suppression import silence, suppressions

#: The code and name of the diagnostic that tells of a rule which itself failed.
RULE_FAILED: Final = ("FT000", "rule-failed")


_AS_THE_RULES_SAY: Final[Mapping[str, Severity | str]] = MappingProxyType({})


def check(
    text_or_document: str | Document,
    *,
    context: Context = NO_CONTEXT,
    playbook: Playbook | None = None,
    rules: Iterable[Rule] = RULES,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    severities: Mapping[str, Severity | str] = _AS_THE_RULES_SAY,
) -> Report:
    """Hold a note against the guidance.

    Args:
        text_or_document: the text of a note, or what `parse` made of it.
        context: what is known of the note beside its text. What a rule depends on and is not told, it doesn't guess: it
            is listed in ``not_evaluated``.
        playbook: the edition that counts; that of the document, or else the default one, where none is given.
        rules: the rules there are.
        select: those of them to run, by code (``FT201``), name (``choice-not-in-list``) or start of codes (``FT2``); all
            where it is None.
        ignore: those not to run, named likewise.
        severities: how much rules matter, named likewise, where they shall not matter as they say themselves.

    Returns:
        The report: diagnostics in the order of the text, with spans in code points. What a comment silences
        (``<!-- ftnotes: ignore FT301 reason -->``) is not in it.

    Raises:
        TypeError: an argument is of the wrong type; the message says what to do. No ``str`` makes it raise.
        ValueError: the context names a role, note type, priority or intent that the playbook doesn't know; or there is no
            such rule or severity.
    """
    if not isinstance(context, Context):
        raise TypeError(f"context must be a Context, not {type(context).__name__}: write Context(role='fasttrack-manager')")
    every = RULES if rules is RULES else as_rules(rules)
    run = every if select is None and not ignore else chosen_rules(every, select, ignore)
    weights = severities_by_code(every, severities) if severities else {}
    document = as_document(text_or_document, playbook, caller="check")
    playbook = document.playbook or Playbook.load()
    context = context.resolved(playbook)
    groups = _GROUPS if run is RULES else _grouped(run)
    view = NoteView(document, playbook)
    diagnostics, not_evaluated = _run(groups, weights, view, context)
    comments = suppressions(view)
    if comments:
        known = [rule for rule in (*RULES, *every) if rule not in UNSILENCED]
        diagnostics, idle = silence(diagnostics, comments, known)
        diagnostics += idle_suppressions(idle, {rule.code for rule in run})
    diagnostics.sort(key=lambda found: (found.span.start, found.span.end, found.code))
    return Report(tuple(diagnostics), tuple(not_evaluated))


def as_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Several rules as a tuple; ``TypeError`` says what to do where they are no such thing."""
    every = () if isinstance(rules, Rule) else tuple(rules)
    if isinstance(rules, Rule) or not all(isinstance(rule, Rule) for rule in every):
        raise TypeError("rules takes several values of Rule: write rules=(MY_RULE,), or (*RULES, MY_RULE) to add one")
    return every


#: Rules with their places among all, by the quick look that tells whether a document can hold anything for them.
_Groups: TypeAlias = tuple[tuple[Where | None, tuple[tuple[int, Rule], ...]], ...]


def _grouped(rules: tuple[Rule, ...]) -> _Groups:
    groups: dict[Where | None, list[tuple[int, Rule]]] = {}
    for number, rule in enumerate(rules):
        groups.setdefault(rule.only_where, []).append((number, rule))
    return tuple((where, tuple(group)) for where, group in groups.items())


_GROUPS: Final = _grouped(RULES)


def _run(
    groups: _Groups, weights: Mapping[str, Severity], view: NoteView, context: Context
) -> tuple[list[Diagnostic], list[NotEvaluated]]:
    diagnostics: list[Diagnostic] = []
    untold: list[tuple[int, NotEvaluated]] = []
    for where, rules in groups:
        asked = False
        for number, rule in rules:
            needs: list[str] = []
            try:
                if not asked:
                    if where is not None and not where(view):
                        break
                    asked = True
                for found in rule.check(view, context):
                    if isinstance(found, MissingContext):
                        needs += found.needs
                    else:
                        diagnostics.append(rule.diagnostic(found, weights.get(rule.code)))
            except Exception as error:  # a rule, perhaps a user's own, must not take the report of the others with it
                diagnostics.append(_failed(rule, error))
            if needs:
                untold.append((number, NotEvaluated(rule.code, rule.name, tuple(dict.fromkeys(needs)))))
    untold.sort(key=itemgetter(0))
    return diagnostics, [told for _, told in untold]


def _failed(rule: Rule, error: Exception) -> Diagnostic:
    code, name = RULE_FAILED
    message = (
        f"The rule {rule.code} {rule.name} broke down and could not judge this note; the other rules did. The note is "
        f"not to blame: report the rule to whoever wrote it, with these words: {type(error).__name__}: {error}"
    )
    return Diagnostic(code, name, message, Severity.ERROR, Span(0, 0))
