"""The policy: what the guidance asks of a note, as rules, and the check that runs them.

Each rule is one value (`Rule`), and `RULES` is the list of all, in the order of their codes. Add your own with
``check(text, rules=(*RULES, MY_RULE))``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ..diagnostics import Diagnostic, NotEvaluated, Report, Severity
from ..document import Document
from ..playbook import Playbook
from ..serializer import serialize
from ..source import Span
from .context import NOTHING_TOLD, Context
from .hashtags import HASHTAG_FORBIDDEN
from .rule import Check, Example, Finding, Rule, Untold
from .status import CHOICE_NOT_IN_LIST, CHOICE_UNDECIDED, CHOICE_WITH_MORE_WORDS

__all__ = ["RULES", "RULE_FAILED", "Check", "Context", "Example", "Finding", "Report", "Rule", "Untold", "check"]

#: All rules, in the order of their codes.
RULES: Final = (
    CHOICE_NOT_IN_LIST,
    CHOICE_UNDECIDED,
    CHOICE_WITH_MORE_WORDS,
    HASHTAG_FORBIDDEN,
)

#: The code and name of the diagnostic that tells of a rule which itself failed.
RULE_FAILED: Final = ("FT000", "rule-failed")


def check(
    text_or_document: str | Document,
    *,
    context: Context = NOTHING_TOLD,
    playbook: Playbook | None = None,
    rules: Iterable[Rule] = RULES,
) -> Report:
    """Hold a note against the guidance.

    Args:
        text_or_document: the text of a note, or what `parse` made of it.
        context: what is known of the note beside its text. What a rule depends on and is not told, it doesn't guess: it
            is listed in ``not_evaluated``.
        playbook: the edition that counts; that of the document, or else the default one, where none is given.
        rules: the rules to run.

    Returns:
        The report: diagnostics in the order of the text, with spans in code points.

    Raises:
        TypeError: an argument is of the wrong type; the message says what to do. No ``str`` makes it raise.
        ValueError: the context names a role, note type or intent that the playbook doesn't know.
    """
    if not isinstance(context, Context):
        raise TypeError(f"context must be a Context, not {type(context).__name__}: write Context(role='fasttrack-manager')")
    chosen = () if isinstance(rules, Rule) else tuple(rules)
    if isinstance(rules, Rule) or not all(isinstance(rule, Rule) for rule in chosen):
        raise TypeError("rules takes several values of Rule: write rules=(MY_RULE,), or (*RULES, MY_RULE) to add one")
    document = _document(text_or_document, playbook)
    playbook = document.playbook or Playbook.load()
    context = context.resolved(playbook)
    diagnostics: list[Diagnostic] = []
    not_evaluated: list[NotEvaluated] = []
    for rule in chosen:
        needs: dict[str, None] = {}
        try:
            for found in rule.check(document, playbook, context):
                if isinstance(found, Untold):
                    needs.update(dict.fromkeys(found.needs))
                else:
                    diagnostics.append(rule.diagnostic(found))
        except Exception as error:  # a rule, perhaps a user's own, must not take the report of the others with it
            diagnostics.append(_failed(rule, error))
        if needs:
            not_evaluated.append(NotEvaluated(rule.code, rule.name, tuple(needs)))
    diagnostics.sort(key=lambda found: (found.span.start, found.span.end, found.code))
    return Report(tuple(diagnostics), tuple(not_evaluated))


def _document(text_or_document: str | Document, playbook: Playbook | None) -> Document:
    """The document to check, read with the playbook that counts."""
    from ..parser import parse  # loads the parser only where a check is made

    if isinstance(text_or_document, Document):
        if playbook is None or playbook is (text_or_document.playbook or Playbook.load()):
            return text_or_document
        return parse(serialize(text_or_document), playbook)
    if not isinstance(text_or_document, str):
        remedy = "decode it first, as in data.decode('utf-8')" if isinstance(text_or_document, bytes) else "give one of these"
        raise TypeError(f"check() takes the text of a note or a Document, not {type(text_or_document).__name__}: {remedy}")
    return parse(text_or_document, playbook)


def _failed(rule: Rule, error: Exception) -> Diagnostic:
    code, name = RULE_FAILED
    message = (
        f"The rule {rule.code} {rule.name} broke down and could not judge this note; the other rules did. The note is "
        f"not to blame: report the rule to whoever wrote it, with these words: {type(error).__name__}: {error}"
    )
    return Diagnostic(code, name, message, Severity.ERROR, Span(0, 0))
