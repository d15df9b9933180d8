"""What a rule is: one value, which holds all that is known of it.

Its ``check`` yields what it finds in a note; code, name and severity are added here, so that no rule repeats them. Its
examples are its tests and its documentation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from ..text.source import LineMap, Span
from .context import NO_CONTEXT, Context
from .diagnostics import Diagnostic, Fix, Severity
from .note_view import NoteView

_CODE: Final = re.compile(r"[A-Z]{2,}[0-9]{3,}")
_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@frozen
class Violation:
    """What a rule found: a `Diagnostic` without what all findings of the rule have in common."""

    #: What is wrong, where, why, and what to do, for the people who write notes.
    message: str
    span: Span
    fixes: tuple[Fix, ...] = ()
    #: What else in the text it rests on.
    evidence: tuple[Span, ...] = ()
    #: How much it matters, where that is not what the rule says for all its findings.
    severity: Severity | None = None


@frozen
class MissingContext:
    """Yielded where a rule can't be judged for a text, because the context doesn't tell what it depends on."""

    #: What the context would have to tell: ``"role"``, ``"note-type"``, ``"intent"``, …
    needs: tuple[str, ...]


#: Looks for one thing in a note, and changes nothing. The context holds the keys of the playbook.
Check: TypeAlias = Callable[[NoteView, Context], Iterator[Violation | MissingContext]]


#: Whether a fix leaves what the note says as it is (safe), or changes words that the writer chose.
FixKind: TypeAlias = Literal["safe", "unsafe"]

#: A quick look at a document.
Where: TypeAlias = Callable[[NoteView], bool]


@frozen
class Example:
    """A text, and what the rule makes of it.

    ``Example(before, after)`` is found fault with, and ``after`` is what the first fix makes of it; ``Example(before)``
    is found fault with, and has no fix; ``Example.clean(text)`` must not be found fault with.
    """

    before: str
    after: str | None = None
    context: Context = NO_CONTEXT
    #: What a text in another language than English means, for the rule's page.
    translation: str = field(default="", kw_only=True)

    @classmethod
    def clean(cls, text: str, context: Context = NO_CONTEXT, *, translation: str = "") -> Example:
        """A text in which the rule finds nothing."""
        return cls(text, text, context, translation=translation)

    @property
    def is_clean(self) -> bool:
        """Whether the rule must find nothing."""
        return self.after == self.before


@frozen
class Rule:
    """One rule of the guidance.

    Raises:
        ValueError: the code is not of the form ``AB123``, or the name not in kebab-case.
    """

    #: Stable: ``FT`` and a number for the rules of this library, other letters for yours.
    code: str
    name: str
    #: What the rule asks for, in one sentence.
    summary: str = field(repr=False)
    #: Why, with the section of the guidance page.
    rationale: str = field(repr=False)
    severity: Severity = field(repr=False)
    check: Check = field(repr=False)
    examples: tuple[Example, ...] = field(repr=False)
    #: The kinds of fixes that its violations can have.
    fixes: tuple[FixKind, ...] = field(default=(), repr=False)
    #: What of the context the rule may ask for, named as in `MissingContext`.
    needs: tuple[str, ...] = field(default=(), repr=False)
    #: When a writer may leave a violation as it is, in one sentence.
    ignore_when: str = field(default="", repr=False)
    #: The word lists of the playbook by which the rule judges free text: keys of ``[languages.CODE.evidence]`` or
    #: ``[languages.CODE.actions]``.
    word_lists: tuple[str, ...] = field(default=(), repr=False)
    #: A quick look whether a document can hold anything for the rule at all: where not, it isn't asked.
    only_where: Where | None = field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise ValueError(f"Rule.code: capitals and a number of three digits, as 'AB123'; not {self.code!r}")
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"Rule.name: lower case words joined by hyphens, as 'status-missing'; not {self.name!r}")

    def diagnostic(self, violation: Violation, severity: Severity | None = None, lines: LineMap | None = None) -> Diagnostic:
        """Return a violation of this rule as a diagnostic; ``severity`` overrides that of violation and rule."""
        severity = severity or violation.severity or self.severity
        fixes, evidence = violation.fixes, violation.evidence
        return Diagnostic(self.code, self.name, violation.message, severity, violation.span, fixes, evidence, lines)
