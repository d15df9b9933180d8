"""Rules as values: a code, a name, texts for the documentation, a check that yields violations, and examples.

The check yields what differs from violation to violation; the rule adds code, name and severity. The examples are its tests
and its documentation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from ..playbook.model import Section
from ..playbook.playbook import Playbook
from ..text.source import LineMap, Span
from .context import NO_CONTEXT, Context
from .diagnostics import Diagnostic, Fix, Severity
from .messages import LISTED, listed
from .note_view import NoteView

_CODE: Final = re.compile(r"[A-Z]{2,}[0-9]{3,}")
_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@frozen
class Part:
    """A part of a note, or one that it lacks, by which two violations that come from one slip are known."""

    #: The kind of part, such as ``"hashtag"``, or ``"field:customer"`` for a bullet of the template.
    kind: str
    #: Where it is, or the summary that lacks it.
    span: Span


@frozen
class Joining:
    """How violations of one rule are reported as one, such as all misspelled labels of a summary."""

    #: The message for one violation, and for several, with ``{}`` in place of the list of them.
    one: str
    several: str
    #: The maximum number of items in the list.
    limit: int = LISTED

    def message(self, items: Iterable[str]) -> str:
        """Return the message for some items."""
        items = list(dict.fromkeys(items))
        return (self.one if len(items) == 1 else self.several).replace("{}", listed(items, limit=self.limit), 1)


@frozen
class Joint:
    """A violation that is reported together with others of its rule."""

    joining: Joining
    #: Violations of one scope, such as a summary, are joined.
    scope: Span
    #: The words for this violation in the list.
    item: str


@frozen
class Violation:
    """A place where a note breaks a rule: a `Diagnostic` without code and name."""

    #: What is wrong and what to do, for the writer of the note.
    message: str
    span: Span
    fixes: tuple[Fix, ...] = ()
    #: Other parts of the text that the violation is based on.
    evidence: tuple[Span, ...] = ()
    #: The severity, if it differs from that of the rule.
    severity: Severity | None = None
    #: What the violation is about. If other violations explain all of it, this one is not reported.
    about: tuple[Part, ...] = field(default=(), kw_only=True)
    #: What else the slip makes look wrong: violations that are only about this are not reported.
    explains: tuple[Part, ...] = field(default=(), kw_only=True)
    #: How it is reported together with others; None for one by itself.
    joint: Joint | None = field(default=None, kw_only=True)

    @classmethod
    def one_of(
        cls,
        joining: Joining,
        scope: Span,
        item: str,
        span: Span,
        fixes: tuple[Fix, ...] = (),
        *,
        severity: Severity | None = None,
        about: tuple[Part, ...] = (),
        explains: tuple[Part, ...] = (),
    ) -> Violation:
        """Return one of several violations that are reported as one within a scope, such as a summary."""
        joint = Joint(joining, scope, item)
        return cls(joining.message((item,)), span, fixes, (), severity, about=about, explains=explains, joint=joint)


@frozen
class MissingContext:
    """A sign that a rule can't be evaluated because the context lacks what it needs; yielded instead of violations."""

    #: The missing parts of the context: ``"role"``, ``"note-type"``, ``"intent"``, …
    needs: tuple[str, ...]


#: The check of a rule: a function of the view of a note and its context, in keys of the playbook.
Check: TypeAlias = Callable[[NoteView, Context], Iterator[Violation | MissingContext]]

#: A safe fix keeps the meaning of the note; an unsafe one changes words that the writer chose.
FixKind: TypeAlias = Literal["safe", "unsafe"]

#: A condition that a note can be tested for quickly.
Where: TypeAlias = Callable[[NoteView], bool]


@frozen
class Example:
    """An example of a rule, which is also a test of it.

    ``Example(before, after)`` violates the rule, and its first fix changes it to ``after``; ``Example(before)`` violates the
    rule and has no fix; ``Example.clean(text)`` doesn't violate it.
    """

    before: str
    after: str | None = None
    context: Context = NO_CONTEXT
    #: What a text in another language than English means, for the rule's page.
    translation: str = field(default="", kw_only=True)

    @classmethod
    def clean(cls, text: str, context: Context = NO_CONTEXT, *, translation: str = "") -> Example:
        """Return an example without violations."""
        return cls(text, text, context, translation=translation)

    @property
    def is_clean(self) -> bool:
        """Whether the example has no violations."""
        return self.after == self.before


@frozen
class Rule:
    """A rule of the guidance.

    Raises:
        ValueError: the code is not like ``AB123``, or the name not in kebab case.
    """

    #: Stable. Rules of this library start with ``FT``; use other letters for custom rules.
    code: str
    name: str
    #: The state that the rule asks for, in one sentence.
    summary: str = field(repr=False)
    #: The reason.
    rationale: str = field(repr=False)
    severity: Severity = field(repr=False)
    check: Check = field(repr=False)
    examples: tuple[Example, ...] = field(repr=False)
    #: The severity of some violations, if it differs, and which ones these are, as the end of a sentence.
    other_severity: Severity | None = field(default=None, repr=False, kw_only=True)
    other_severity_if: str = field(default="", repr=False, kw_only=True)
    #: The part of the guidance that it comes from, which the playbook cites; None if there is none.
    section: Section | None = field(default=None, repr=False, kw_only=True)
    #: What the playbook says about it, as sentences after the reason; None for nothing.
    told: Callable[[Playbook], str] | None = field(default=None, repr=False, kw_only=True)
    #: The kinds of fixes that its violations can have.
    fixes: tuple[FixKind, ...] = field(default=(), repr=False)
    #: The parts of the context that the rule can need, named as in `MissingContext`.
    needs: tuple[str, ...] = field(default=(), repr=False)
    #: When a writer may leave a violation as it is, in one sentence.
    ignore_when: str = field(default="", repr=False)
    #: The word lists of the playbook by which the rule judges free text: keys of ``[languages.CODE.evidence]``,
    #: ``[languages.CODE.actions]`` or ``[languages.CODE.placeholders]``.
    word_lists: tuple[str, ...] = field(default=(), repr=False)
    #: A condition without which a note can't violate the rule, which is then not run.
    only_where: Where | None = field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise ValueError(f"Rule.code takes capitals and a number, such as 'AB123', not {self.code!r}")
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"Rule.name takes lower-case words and hyphens, such as 'status-missing', not {self.name!r}")

    @property
    def severities(self) -> tuple[Severity, ...]:
        """The severities of its violations, the usual one first."""
        return (self.severity,) if self.other_severity is None else (self.severity, self.other_severity)

    def reason(self, playbook: Playbook) -> str:
        """Return the rationale with what the playbook adds, followed by the place in the guidance that it cites for it."""
        source = playbook.sources.get(self.section) if self.section else None
        if self.section == "notes" and source is None:
            named = [*(spec.source for spec in playbook.templates), *(spec.source for spec in playbook.note_types)]
            source = "; ".join(dict.fromkeys(filter(None, named)))
        reason = f"{self.rationale} {self.told(playbook) if self.told else ''}".rstrip()
        return f"{reason.removesuffix('.')} ({source})." if source else reason

    def diagnostic(self, violation: Violation, severity: Severity | None = None, lines: LineMap | None = None) -> Diagnostic:
        """Return a violation of this rule as a diagnostic; ``severity`` overrides that of violation and rule."""
        severity = severity or violation.severity or self.severity
        fixes, evidence = violation.fixes, violation.evidence
        return Diagnostic(self.code, self.name, violation.message, severity, violation.span, fixes, evidence, lines)
