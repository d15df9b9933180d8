"""The figures of a report: what is counted over all customers."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations
from typing import Final, TypeVar

from attrs import frozen

from ...playbook.template_words import template_words
from ...playbook.wording import Wording, wording_in
from ...policy.diagnostics import Diagnostic, Severity
from ...text.words import fold
from .facts import ActionFact, Due, State
from .portfolio import Customer, Portfolio, ReportOptions

T = TypeVar("T")

#: The classes of ages in days: the last day of each, and its name.
_AGES: Final = ((7, "up to 7 days"), (30, "8 to 30 days"), (60, "31 to 60 days"), (90, "61 to 90 days"))
#: The number of pairs of choice fields that are shown against each other.
_PAIRS: Final = 3
#: The share of customers from which a workload that the playbook does not know is shown like those that it knows.
_FREQUENT: Final = 0.01
#: What a figure that can't be given a choice, an owner or a group is counted under.
NO_CHOICE: Final = "not given"


@frozen
class ChoiceField:
    """A choice field of a template, with its words."""

    template: str
    key: str
    label: str
    #: The keys of its choices, and None; and the words of each.
    choices: tuple[str | None, ...]
    words: tuple[str, ...]

    def place(self, customer: Customer) -> int | None:
        """Return the place of a customer's choice; None if the customer has no note of the template."""
        choices = customer.facts.choices
        return self.choices.index(choices[self.template, self.key]) if (self.template, self.key) in choices else None


@frozen
class HeatMap:
    """Two choice fields against each other: the number of customers for each pair of choices, without empty last ones."""

    rows: ChoiceField
    columns: ChoiceField
    counts: tuple[tuple[int, ...], ...]
    total: int
    #: What is counted, see `Figures.noun`.
    noun: str


@frozen
class UnknownWorkload:
    """A workload that the playbook does not know, by its most frequent name, and the customers that have it."""

    key: str
    name: str
    customers: tuple[int, ...]


@frozen
class RuleFigure:
    """A rule, and where it was broken."""

    code: str
    name: str
    #: The number of findings by severity, which a rule can choose for each.
    severities: Counter[Severity]
    #: The customers, those with most findings first.
    customers: tuple[int, ...]
    #: The first of the most severe findings.
    example: Diagnostic

    @property
    def findings(self) -> int:
        """The number of all findings."""
        return self.severities.total()


@frozen(eq=False, slots=False)
class Figures:
    """The figures of a portfolio."""

    portfolio: Portfolio

    @property
    def options(self) -> ReportOptions:
        """The options of the report."""
        return self.portfolio.options

    @property
    def noun(self) -> str:
        """What is counted: a customer, or a note if nothing shows whose notes they are."""
        return "customer" if self.options.has_ids else "note"

    @property
    def nouns(self) -> str:
        """The plural of `noun`, for the start of a title."""
        return f"{self.noun.capitalize()}s"

    @property
    def customers(self) -> list[Customer]:
        """The customers; a number in other figures is a place here."""
        return self.portfolio.customers

    @cached_property
    def wordings(self) -> dict[str, Wording]:
        """The words of each template in its default language."""
        playbook = self.options.playbook
        words = (template_words(playbook, template.key) for template in playbook.templates)
        return {one.key: wording_in(one, one.default_language) for one in words}

    @cached_property
    def fields(self) -> list[ChoiceField]:
        """The choice fields of the templates that customers have notes of."""
        found = {pair: None for one in self.customers for pair in one.facts.choices}
        fields = []
        for template, wording in self.wordings.items():
            for spec in wording.template.spec.fields:
                if (template, spec.key) in found:
                    words = (*(wording.choice(spec.key, choice) for choice in spec.choices), NO_CHOICE)
                    fields.append(ChoiceField(template, spec.key, wording.label(spec.key), (*spec.choices, None), words))
        return fields

    @cached_property
    def heat_maps(self) -> list[HeatMap]:
        """The pairs of choice fields of a template, the first few."""
        pairs = [pair for pair in combinations(self.fields, 2) if pair[0].template == pair[1].template]
        return [self._heat_map(*pair) for pair in pairs[:_PAIRS]]

    def _heat_map(self, rows: ChoiceField, columns: ChoiceField) -> HeatMap:
        counted = Counter((rows.place(one), columns.place(one)) for one in self.customers)
        counts = tuple(tuple(counted[row, column] for column in range(len(columns.words))) for row in range(len(rows.words)))
        return HeatMap(rows, columns, counts, sum(map(sum, counts)), self.noun)

    @cached_property
    def workloads(self) -> list[tuple[str, str]]:
        """The keys and names of workloads: those of the playbook, and unknown ones that several customers have."""
        known = {spec.tag: spec.names[0] for spec in self.options.playbook.workloads}
        listed = {fact.key for one in self.customers for fact in one.facts.workloads}
        others = ((one.key, one.name) for one in self.unknown_workloads if self._is_frequent(one))
        return [*((tag, name) for tag, name in known.items() if tag in listed), *others]

    @cached_property
    def unknown_workloads(self) -> list[UnknownWorkload]:
        """The workloads that the playbook does not know, those of most customers first."""
        known = {spec.tag for spec in self.options.playbook.workloads}
        names: dict[str, Counter[str]] = {}
        customers: dict[str, dict[int, None]] = {}
        for place, one in enumerate(self.customers):
            for fact in one.facts.workloads:
                if fact.key not in known:
                    names.setdefault(fact.key, Counter())[" ".join(fact.typed.split())] += 1
                    customers.setdefault(fact.key, {})[place] = None
        found = [UnknownWorkload(key, words.most_common(1)[0][0], tuple(customers[key])) for key, words in names.items()]
        return sorted(found, key=lambda one: -len(one.customers))

    @cached_property
    def rare_workloads(self) -> list[UnknownWorkload]:
        """The unknown workloads that `workloads` leaves out: those of few customers, and all if notes are not to be quoted."""
        return [one for one in self.unknown_workloads if not self._is_frequent(one)]

    def _is_frequent(self, workload: UnknownWorkload) -> bool:
        least = max(2, _FREQUENT * len(self.customers))
        return len(workload.customers) >= least and not self.options.redact

    @cached_property
    def progress(self) -> dict[str, Counter[State]]:
        """The number of customers for each state of each workload."""
        counts: dict[str, Counter[State]] = {key: Counter() for key, _ in self.workloads}
        for one in self.customers:
            states = {fact.key: fact.state for fact in reversed(one.facts.workloads)}  # the first of a workload counts
            for key in states.keys() & counts.keys():
                counts[key][states[key]] += 1
        return counts

    @property
    def has_dates(self) -> bool:
        """Whether a customer has a note with a known date."""
        return any(one.facts.age is not None for one in self.customers)

    @cached_property
    def ages(self) -> list[tuple[str, int]]:
        """The number of customers for each class of the age of their newest note."""
        counts: Counter[str] = Counter()
        for one in self.customers:
            age = one.facts.age
            counts[_UNDATED if age is None else next((name for most, name in _AGES if age <= most), _OLDER)] += 1
        names = [*(name for _, name in _AGES), _OLDER, *([_UNDATED] if counts[_UNDATED] else [])]
        return [(name, counts[name]) for name in names]

    def is_stale(self, customer: Customer) -> bool:
        """Return whether the newest note of a customer is too old."""
        age = customer.facts.age
        return age is not None and age > self.options.stale_after

    @cached_property
    def stale(self) -> list[int]:
        """The customers whose newest note is too old, the oldest first."""
        return self._places(self.is_stale, lambda one: -(one.facts.age or 0))

    @cached_property
    def overdue(self) -> list[int]:
        """The customers with actions that are overdue."""
        return self._places(lambda one: one.facts.due("overdue") > 0)

    @cached_property
    def due(self) -> list[int]:
        """The customers with actions that are due this week."""
        return self._places(lambda one: one.facts.due("week") > 0)

    @cached_property
    def requesting(self) -> list[int]:
        """The customers with requests for support."""
        return self._places(lambda one: bool(one.facts.requests))

    @cached_property
    def escalated(self) -> list[int]:
        """The customers with escalations."""
        return self._places(lambda one: bool(one.facts.escalations))

    @cached_property
    def unrecognized(self) -> list[int]:
        """The customers without a note of a template."""
        return self._places(lambda one: one.note.unrecognized is not None)

    def _places(self, chosen: Callable[[Customer], bool], rank: Callable[[Customer], int] = lambda one: 0) -> list[int]:
        places = [place for place, one in enumerate(self.customers) if chosen(one)]
        return sorted(places, key=lambda place: rank(self.customers[place]))

    def actions(self, *dues: Due) -> Iterator[tuple[int, ActionFact]]:
        """Yield the next actions that are due then, each with the place of its customer, by their days."""
        found = [
            (place, action) for place, one in enumerate(self.customers) for action in one.facts.actions if action.due in dues
        ]
        return iter(sorted(found, key=lambda pair: (pair[1].day or datetime.date.max, pair[0])))

    @cached_property
    def owners(self) -> list[tuple[str, Counter[Due]]]:
        """The number of next actions of each owner by when they are due, those with most to do now first.

        An owner has the most frequent spelling of the name.
        """
        counts: dict[str, Counter[Due]] = {}
        spellings: dict[str, Counter[str]] = {}
        for one in self.customers:
            for action in one.facts.actions:
                name = fold(action.owner)
                counts.setdefault(name, Counter())[action.due] += 1
                spellings.setdefault(name, Counter())[action.owner] += 1
        found = [(spellings[name].most_common(1)[0][0], number) for name, number in counts.items()]
        return sorted(found, key=lambda pair: (-pair[1]["overdue"], -pair[1]["week"], -pair[1].total(), pair[0]))

    @cached_property
    def hashtags(self) -> list[tuple[str, int]]:
        """The hashtags and the number of customers with each, the most frequent first; with redaction those of the playbook."""
        counts = Counter(tag for one in self.customers for tag in one.facts.hashtags).most_common()
        known = {spec.tag.lower() for spec in self.options.playbook.hashtags}
        return [(tag, number) for tag, number in counts if tag in known or not self.options.redact]

    @cached_property
    def rules(self) -> list[RuleFigure]:
        """The broken rules, the most severe and most frequent first."""
        found: dict[str, Counter[int]] = {}
        worst: dict[str, Diagnostic] = {}
        severities: dict[str, Counter[Severity]] = {}
        for place, one in enumerate(self.customers):
            for diagnostic in one.note.report:
                code = diagnostic.code
                found.setdefault(code, Counter())[place] += 1
                severities.setdefault(code, Counter())[diagnostic.severity] += 1
                if worst.setdefault(code, diagnostic).severity < diagnostic.severity:
                    worst[code] = diagnostic
        figures = [
            RuleFigure(code, worst[code].name, severities[code], tuple(place for place, _ in places.most_common()), worst[code])
            for code, places in found.items()
        ]
        return sorted(figures, key=lambda rule: (*(-rule.severities[each] for each in Severity), rule.code))

    @cached_property
    def severities(self) -> Counter[Severity]:
        """The number of findings by severity."""
        return Counter(found.severity for one in self.customers for found in one.note.report)

    @cached_property
    def worst(self) -> list[int]:
        """The customers with findings, those with most errors and warnings first."""
        return self._places(lambda one: bool(one.note.report), lambda one: -weight(one.note.report))

    @cached_property
    def groups(self) -> list[tuple[str, list[int]]]:
        """The groups with their customers, the largest first."""
        groups: dict[str, list[int]] = {}
        for place, one in enumerate(self.customers):
            groups.setdefault(one.kept(self.options.group) or NO_CHOICE, []).append(place)
        return sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))


_OLDER: Final = f"over {_AGES[-1][0]} days"
_UNDATED: Final = "without a date"


def weight(found: Iterable[Diagnostic]) -> int:
    """Return how bad findings are together: an error counts more than any number of warnings that a note has."""
    weights = dict(zip(Severity, (1_000_000, 1_000, 1), strict=True))
    return sum(weights[one.severity] for one in found)


def percent(part: int, whole: int) -> str:
    """Return a share in words: ``12 %``, ``under 1 %``."""
    if not whole:
        return "0 %"
    share = 100 * part / whole
    return "under 1 %" if 0 < share < 1 else "over 99 %" if 99 < share < 100 else f"{share:.0f} %"


def first_of(places: Sequence[T], most: int) -> tuple[Sequence[T], int]:
    """Return the first items, and the number of the others."""
    return places[:most], max(len(places) - most, 0)
