"""What changed between two notes about one customer, and between two portfolios."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple

from attrs import field, frozen

from ...interchange.action_records import ActionRecord
from ...interchange.records import field_columns
from ...playbook.playbook import Playbook
from ...playbook.template_words import template_words
from ...playbook.wording import wording_in
from ...policy.rules.repetition import REPEATED_TEXT
from ...text.words import fold
from ..jobs import Examined
from .facts import FactReader, Facts, WorkloadFact
from .portfolio import Customer, Portfolio

#: Words, each with the whitespace after it.
_WORDS: Final = re.compile(r"\S++\s*+|\s++")
#: The number of words beyond which a text is not compared word by word, because the time grows with its square.
_MOST_WORDS: Final = 2_000
#: The share of shared words from which single words are shown, and not one text in place of the other.
_ALIKE: Final = 0.4


class Part(NamedTuple):
    """A part of a word diff: ``=`` in both texts, ``-`` only in the old one, ``+`` only in the new one."""

    kind: Literal["=", "-", "+"]
    text: str


class ChoiceChange(NamedTuple):
    """A choice field whose choice moved, with the words of both; None for none."""

    label: str
    before: str | None
    after: str | None


class TextChange(NamedTuple):
    """A text field, or the update of a workload, in other words."""

    label: str
    parts: tuple[Part, ...]
    #: Whether its state changed, such as from planned to done; texts have none.
    moved: bool = False


class ActionChange(NamedTuple):
    """A next action that is new, done, gone without being done, or overdue again: open in both notes, and due before today."""

    kind: Literal["new", "done", "gone", "overdue again"]
    what: str
    owner: str | None
    day: str | None


class FindingChange(NamedTuple):
    """A finding that is in one of the notes only."""

    kind: Literal["new", "gone"]
    code: str
    name: str
    message: str


@frozen
class Comparison:
    """What changed between two notes. It is falsy if nothing did."""

    name: str
    choices: tuple[ChoiceChange, ...]
    #: The names of workloads that were added and dropped, and of those whose update is the same, word for word.
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    unchanged: tuple[str, ...]
    updates: tuple[TextChange, ...]
    texts: tuple[TextChange, ...]
    actions: tuple[ActionChange, ...]
    findings: tuple[FindingChange, ...]
    #: New sentences about escalations.
    escalations: tuple[str, ...]

    def __bool__(self) -> bool:
        return self.is_significant or bool(self.updates or self.texts or self.actions or self.findings)

    @property
    def is_significant(self) -> bool:
        """Whether a choice or the state of a workload moved, a workload came or went, or there is a new escalation.

        Source: the guidance page, section "Exec Summary Notes", which asks for one after significant change.
        """
        moved = any(update.moved for update in self.updates)
        return bool(self.choices or self.added or self.dropped or self.escalations or moved)

    def as_json(self) -> dict[str, Any]:
        """Return it as values of JSON."""
        return {
            "name": self.name,
            "significant": self.is_significant,
            "choices": [change._asdict() for change in self.choices],
            "added": [*self.added],
            "dropped": [*self.dropped],
            "unchanged": [*self.unchanged],
            "updates": [_text_json(change) for change in self.updates],
            "texts": [_text_json(change) for change in self.texts],
            "actions": [change._asdict() for change in self.actions],
            "findings": [change._asdict() for change in self.findings],
            "escalations": [*self.escalations],
        }

    def lines(self, redact: bool = False) -> Iterator[list[str | Part]]:
        """Yield what changed for people: lines, each of texts and of parts of word diffs.

        Args:
            redact: whether to leave out what quotes the notes.
        """
        for choice in self.choices:
            yield [f"{choice.label}: {choice.before or 'not given'} → {choice.after or 'not given'}"]
        for words, names in (("added", self.added), ("dropped", self.dropped)):
            if names:
                yield [f"{words}: {', '.join(names)}"]
        for text in (*self.updates, *self.texts):
            yield [f"{text.label}: in other words"] if redact else [f"{text.label}: ", *text.parts]
        for action in self.actions:
            details = f" ({', '.join(filter(None, (action.owner, action.day)))})" if action.owner or action.day else ""
            yield [f"next action {action.kind}"] if redact else [f"next action {action.kind}: {action.what}{details}"]
        for sentence in self.escalations:
            yield ["new escalation"] if redact else [f"new escalation: {sentence}"]
        for finding, number in Counter(self.findings).items():
            times = f" ({number} times)" if number > 1 else ""
            message = "" if redact else f": {finding.message}"
            yield [f"problem {finding.kind}{times}: {finding.code} {finding.name}{message}"]
        if self.unchanged:
            yield [f"unchanged, word for word: {', '.join(self.unchanged)}"]


def _text_json(change: TextChange) -> dict[str, Any]:
    return {"label": change.label, "moved": change.moved, "diff": [[*part] for part in change.parts]}


def word_diff(before: str, after: str) -> tuple[Part, ...]:
    """Return the words that two texts share, and those that only one has, in order."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > _MOST_WORDS:
        return Part("-", before), Part("+", after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if before and after and matcher.ratio() < _ALIKE:
        return Part("-", before), Part("+", after)
    parts: list[Part] = []
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            parts.append(Part("=", "".join(old[start:end])))
            continue
        parts += [Part("-", "".join(old[start:end]))] if end > start else []
        parts += [Part("+", "".join(new[first:last]))] if last > first else []
    return tuple(parts)


@frozen(eq=False, slots=False)
class Comparer:
    """Compares notes."""

    playbook: Playbook = field(factory=Playbook.load)
    #: The day on which actions are overdue.
    day: datetime.date = field(factory=datetime.date.today)

    @cached_property
    def _facts(self) -> FactReader:
        return FactReader(self.playbook, self.day)

    def compare(self, name: str, old: Examined, new: Examined) -> Comparison:
        """Return what changed between two notes.

        Args:
            name: of the customer.
            old, new: what was found in the notes.
        """
        return self._compare(name, old, self._facts.read(old), new, self._facts.read(new))

    def compare_customers(self, old: Customer, new: Customer) -> Comparison:
        """Return what changed between two notes about a customer."""
        return self._compare(new.name, old.note, old.facts, new.note, new.facts)

    def _compare(self, name: str, old: Examined, before: Facts, new: Examined, after: Facts) -> Comparison:
        own, other = _first(before), _first(after)
        updates = [key for key in other if key in own]
        return Comparison(
            name,
            tuple(self._choices(before, after)),
            tuple(self._named(key) for key in other if key not in own),
            tuple(self._named(key) for key in own if key not in other),
            tuple(self._named(key) for key in updates if other[key].update and _same(own[key].update, other[key].update)),
            tuple(self._update(key, own[key], other[key]) for key in updates if not _same(own[key].update, other[key].update)),
            tuple(self._texts(old, new)),
            tuple(self._actions(old, new)),
            tuple(_findings(old, new)),
            tuple(sentence for sentence in after.escalations if sentence not in before.escalations),
        )

    def _named(self, key: str) -> str:
        return next((spec.names[0] for spec in self.playbook.workloads if spec.tag == key), key)

    def _choices(self, before: Facts, after: Facts) -> Iterator[ChoiceChange]:
        for (template, key), choice in after.choices.items():
            old = before.choices.get((template, key))
            if (template, key) in before.choices and old != choice:
                words = template_words(self.playbook, template)
                wording = wording_in(words, words.default_language)
                yield ChoiceChange(wording.label(key), *(one and wording.choice(key, one) for one in (old, choice)))

    def _update(self, key: str, old: WorkloadFact, new: WorkloadFact) -> TextChange:
        moved = (old.state, old.share) != (new.state, new.share)
        return TextChange(self._named(key), word_diff(_line(old.update), _line(new.update)), moved)

    def _texts(self, old: Examined, new: Examined) -> Iterator[TextChange]:
        before = {record.template: record for record in reversed(old.records)}
        for template, record in {record.template: record for record in reversed(new.records)}.items():
            if template not in before:
                continue
            words = template_words(self.playbook, template)
            wording = wording_in(words, words.default_language)
            for key, names in field_columns(self.playbook, template).items():
                values = before[template].fields[names[0]] or "", record.fields[names[0]] or ""
                if len(names) == 1 and key != words.listing and not _same(*values):
                    yield TextChange(wording.label(key), word_diff(*map(_line, values)))

    def _actions(self, old: Examined, new: Examined) -> Iterator[ActionChange]:
        before = {_task(action): action for action in old.actions}
        after = {_task(action): action for action in new.actions}
        today = self.day.isoformat()
        for task, action in after.items():
            was_open = task in before and not before[task].done
            if action.done:
                if was_open:
                    yield _change("done", action)
            elif task not in before:
                yield _change("new", action)
            elif was_open and action.last and action.last < today:
                yield _change("overdue again", action)
        for task, action in before.items():
            if task not in after and not action.done:
                yield _change("gone", action)


def _first(facts: Facts) -> dict[str, WorkloadFact]:
    """Return the first fact of each workload."""
    found: dict[str, WorkloadFact] = {}
    for fact in facts.workloads:
        found.setdefault(fact.key, fact)
    return found


def _line(text: str) -> str:
    return " ".join(text.split())


def _same(before: str, after: str) -> bool:
    return before.split() == after.split()


def _task(action: ActionRecord) -> tuple[str, str]:
    return fold(action.what), fold(action.owner or "")


def _change(kind: Literal["new", "done", "gone", "overdue again"], action: ActionRecord) -> ActionChange:
    return ActionChange(kind, action.what, action.owner, action.last or action.date)


def _findings(old: Examined, new: Examined) -> Iterator[FindingChange]:
    # That a note repeats the one before it is known from its unchanged parts.
    before, after = (
        Counter((one.code, one.name, one.message) for one in note.report if one.code != REPEATED_TEXT.code)
        for note in (old, new)
    )
    for found in (after - before).elements():
        yield FindingChange("new", *found)
    for found in (before - after).elements():
        yield FindingChange("gone", *found)


@frozen(eq=False)
class PortfolioChanges:
    """What changed between two portfolios, by the names of customers."""

    #: Those in both, with a note of a template in each, in the order of their names.
    compared: tuple[Comparison, ...]
    #: Those that only one of the portfolios has.
    new: tuple[str, ...]
    gone: tuple[str, ...]
    #: Those in both that can't be compared, because a note of theirs was not recognized, or one is a summary and one is not.
    unread: tuple[str, ...] = ()

    @property
    def significant(self) -> tuple[Comparison, ...]:
        """Those with a significant change."""
        return tuple(one for one in self.compared if one.is_significant)


def _are_alike(old: Examined, new: Examined) -> bool:
    """Return whether two notes were recognized, and both or neither are summaries."""
    return old.unrecognized is None and new.unrecognized is None and bool(old.records) == bool(new.records)


def compare_portfolios(old: Portfolio, new: Portfolio) -> PortfolioChanges:
    """Return what changed from one portfolio to another; the options of the new one count."""
    before = {one.name: one for one in old.customers}
    after = {one.name: one for one in new.customers}
    comparer = Comparer(new.options.playbook, new.options.day)
    both = [(before[name], one) for name, one in after.items() if name in before]
    read = [pair for pair in both if _are_alike(*(one.note for one in pair))]
    compared = tuple(comparer.compare_customers(*pair) for pair in read)
    names = {one.name for one in compared}
    return PortfolioChanges(
        compared,
        tuple(name for name in after if name not in before),
        tuple(name for name in before if name not in after),
        tuple(one.name for _, one in both if one.name not in names),
    )
