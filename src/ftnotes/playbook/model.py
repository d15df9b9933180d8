"""One edition of the guidance as values.

Differences between editions and languages are data (``editions/*.toml``): the fields of the template and their order, the
choices, the workloads, the hashtags and where they belong, who writes which note, and the wordings of each language. Code knows
keys (``engagement-status``, ``on-hold``), which are the same everywhere; words are data.

Source: the guidance page "Overall Status Notes Guidance" and its translations, of which an edition is one revision.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from attrs import frozen

#: The intents of a customer.
Intent: TypeAlias = Literal["deploying", "accelerating", "pausing"]
INTENTS: Final[tuple[Intent, ...]] = get_args(Intent)

#: The edition where none is given.
DEFAULT_EDITION = "2020-03"

#: The kinds of evidence in words; ``docs/playbooks.md`` describes them.
EvidenceKind: TypeAlias = Literal[
    "pausing",
    "accelerating",
    "deploying",
    "covid",
    "planned",
    "done",
    "escalation",
    "settled",
    "deployment",
    "wish",
    "stopping",
    "hastening",
    "minor",
    "finished",
    "remaining",
    "covered",
    "unbegun",
    "active",
    "inactive",
    "technical",
    "failure",
    "meeting",
    "recorded",
    "channel",
]
#: The same as values.
EVIDENCE_KINDS: Final[tuple[EvidenceKind, ...]] = get_args(EvidenceKind)

#: The words that negate others, before and after them.
NEGATIONS: Final = ("negations", "negations-after")


class EngagementStatus(StrEnum):
    """The choices of STATUS OF THE ENGAGEMENT."""

    ON_HOLD = "on-hold"
    REACTIVE = "reactive"
    FULLY_ENGAGED = "fully-engaged"


class DeploymentProgress(StrEnum):
    """The choices of M365 DEPLOYMENT PROGRESS."""

    NOT_DEPLOYED = "not-deployed"
    PARTIALLY_DEPLOYED = "partially-deployed"
    FULLY_DEPLOYED = "fully-deployed"


#: The kinds of values of a field: free text, one of its choices, or the list of workloads.
FieldKind: TypeAlias = Literal["text", "choice", "workloads"]

#: The demands of a hashtag rule.
Demand: TypeAlias = Literal["require", "forbid"]


class FieldSpec(NamedTuple):
    """One labelled bullet of the template."""

    key: str
    kind: FieldKind
    #: The keys of the closed choices, in the order of the template.
    choices: tuple[str, ...] = ()


class WorkloadSpec(NamedTuple):
    """One workload of the template."""

    #: The tag as the edition writes it, without brackets.
    tag: str
    #: Its English names, of which the edition writes the first.
    names: tuple[str, ...]
    #: Tags and names of other editions: understood when read, never written.
    other_tags: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    #: Whether it is the one for all that no other covers: its name is a remark on that, and it can be listed often.
    catch_all: bool = False
    #: Tags and names for the same workload that no edition publishes: understood when read, never written.
    everyday_tags: tuple[str, ...] = ()
    everyday_names: tuple[str, ...] = ()
    #: Names of products that belong under the tag without being the same: "Windows 11".
    kin_names: tuple[str, ...] = ()


class NoteTypeSpec(NamedTuple):
    """A kind of note, and its names."""

    key: str
    names: tuple[str, ...]


class RoleSpec(NamedTuple):
    """A role of writers: its names, and the kinds of note it writes."""

    key: str
    names: tuple[str, ...]
    note_types: tuple[str, ...]


class PrioritySpec(NamedTuple):
    """A priority of customers, and its names."""

    key: str
    names: tuple[str, ...]


class SummariesSpec(NamedTuple):
    """The writers of exec summaries, their customers, and the notes that they are in."""

    #: The keys of the roles that write them; empty where nobody has to.
    roles: tuple[str, ...] = ()
    #: The keys of the priorities of customers for which one makes sense without a request.
    priorities: tuple[str, ...] = ()
    #: The keys of the types of note that they belong in; empty if in any.
    note_types: tuple[str, ...] = ()
    #: The keys of the types of note that always have one, whoever the customer is.
    required_in: tuple[str, ...] = ()


class HashtagRule(NamedTuple):
    """A rule that requires or forbids a hashtag."""

    demand: Demand
    #: The conditions, all of which must be met: for ``role``, ``note-type``, ``intent`` or the key of a choice field, the keys
    #: of which one must be the case.
    when: Mapping[str, tuple[str, ...]]
    #: The remedy for a forbidden hashtag beside removing it: "update the Entitlement Status".
    instead: str = ""
    #: The exceptions: if one of these is met, the rule does not apply. No condition is under both.
    unless: Mapping[str, tuple[str, ...]] = {}

    def meets(self, other: HashtagRule) -> bool:
        """Return whether both rules can apply to one note: no condition excludes it."""
        for name in {*self.when, *other.when}:
            asked = [set(rule.when[name]) for rule in (self, other) if name in rule.when]
            excluded = {member for rule in (self, other) for member in rule.unless.get(name, ())}
            if not set.intersection(*asked) - excluded:
                return False
        return True


class HashtagSpec(NamedTuple):
    """A hashtag, its meaning, and the rules about it."""

    tag: str
    #: Its meaning, to follow "It marks that …": "the customer asks for help".
    summary: str
    rules: tuple[HashtagRule, ...] = ()


class DateWords(NamedTuple):
    """The words of dates: single words, understood with and without their accents."""

    #: The twelve months in order; empty where months are numbers.
    months: tuple[str, ...] = ()
    #: The abbreviations of months: their first letters.
    short_months: tuple[str, ...] = ()
    #: The words of both with another meaning: "may", "out".
    other_words: tuple[str, ...] = ()
    #: Words between the parts of a date: "of".
    of: tuple[str, ...] = ()
    #: Characters after a number, or (``第``) before it, that make it an ordinal: "th".
    ordinals: tuple[str, ...] = ()
    #: For the first, the middle and the last third of a month or year: "early", "mid", "end".
    begin: tuple[str, ...] = ()
    middle: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    #: Words before a month: "in"; before a day: "on"; before the day by which something is done: "by".
    in_month: tuple[str, ...] = ()
    on_day: tuple[str, ...] = ()
    by_day: tuple[str, ...] = ()
    #: Names of the days of the week, as written before a date.
    weekdays: tuple[str, ...] = ()
    #: Words after the day by which something is done: "まで".
    after_day: tuple[str, ...] = ()
    #: Words between the first and the last day: "to".
    to: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    #: Words for a week of the year by its number; and words for any week, which need a year.
    calendar_weeks: tuple[str, ...] = ()
    weeks: tuple[str, ...] = ()
    #: Characters after the numbers of a year, a month and a day: "年", "月", "日".
    year_signs: tuple[str, ...] = ()
    month_signs: tuple[str, ...] = ()
    day_signs: tuple[str, ...] = ()
    #: Words after which numbers are not a date: "version".
    never_after: tuple[str, ...] = ()
    #: The order of day and month in ``4/5``, if there is only one: ``("day", "month")``.
    order: tuple[str, ...] = ()


class ActionWords(NamedTuple):
    """The words for next actions, their dates and owners."""

    #: Labels of an action, its date and its owner: "Next action", "Date", "Owner".
    what: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    #: Placeholders for a name or an action: "TBD".
    nobody: tuple[str, ...] = ()
    #: Owners that are not names of people: "the partner", "we".
    actors: tuple[str, ...] = ()
    #: First words of a sentence that look like a name: "Deployment", "Ready".
    not_actors: tuple[str, ...] = ()
    #: Words between an actor and an action: "will"; and without a verb: "to".
    will: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    #: Words after these that negate them: "not".
    never: tuple[str, ...] = ()
    #: Verbs after "will" or in a list of actions: "send".
    verbs: tuple[str, ...] = ()
    #: Verbs right after the actor: "schickt", "enviará".
    does: tuple[str, ...] = ()
    #: Events on a day: "next call".
    events: tuple[str, ...] = ()


class PlaceholderWords(NamedTuple):
    """The words that people leave in place of an answer."""

    #: Values that stand for one that is still to come: "TBD".
    undecided: tuple[str, ...] = ()
    #: First words in brackets that ask to fill them in: "insert".
    fill_in: tuple[str, ...] = ()
    #: Words in brackets in place of a name or number: "customer name".
    slots: tuple[str, ...] = ()
    #: Updates of a workload that is not being discussed: "N/A".
    not_discussed: tuple[str, ...] = ()


class Words(NamedTuple):
    """The words of one language by which free text is read."""

    #: BCP 47 tag, as in `Language`; the template need not be published in this language.
    code: str
    dates: DateWords
    actions: ActionWords
    #: Beginnings of words that are plain evidence, by its kind (`EVIDENCE_KINDS`), and `NEGATIONS`.
    evidence: Mapping[str, tuple[str, ...]]
    placeholders: PlaceholderWords = PlaceholderWords()

    def __repr__(self) -> str:
        return f"<Words {self.code}>"  # all of them would fill pages


class ChoiceWords(NamedTuple):
    """The words around a choice that tell whether it applies today."""

    #: Words between the choices of a list: "or".
    between: tuple[str, ...] = ()
    #: Words before a choice that leave it as it is: "still".
    lead: tuple[str, ...] = ()
    #: Words before a choice that applies in place of one before it: "now".
    now: tuple[str, ...] = ()
    #: Words before a choice that applied once: "was"; and after one that is named second: "in", "until".
    past: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    #: Words right after a choice that is still to come: "planned".
    later: tuple[str, ...] = ()
    #: Words after a choice and before the day by which it is to apply: "by".
    by: tuple[str, ...] = ()


class Language(NamedTuple):
    """The wordings of one language. In every tuple the first is the canonical one."""

    #: BCP 47 tag, such as ``pt-BR``.
    code: str
    name: str
    titles: tuple[str, ...]
    labels: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, Mapping[str, tuple[str, ...]]]
    #: The hints that the template prints after a label.
    hints: Mapping[str, tuple[str, ...]]
    #: Articles and the word for "and": a label is known without them.
    small_words: tuple[str, ...]
    #: Names and tags of workloads that differ from the English ones, by tag.
    workload_names: Mapping[str, tuple[str, ...]]
    workload_tags: Mapping[str, tuple[str, ...]]
    words: Words
    #: Titles and labels that people type instead of the published ones: understood when read, never written.
    everyday_titles: tuple[str, ...] = ()
    everyday_labels: Mapping[str, tuple[str, ...]] = {}
    #: Words that can precede these: "current".
    label_prefixes: tuple[str, ...] = ()
    #: Labels of fields that writers add: "Risks".
    own_labels: tuple[str, ...] = ()
    #: Lines that end a text: "Kind regards"; labels in the header of a mail: "Subject"; words of a line before earlier text:
    #: "previous note".
    sign_offs: tuple[str, ...] = ()
    mail_headers: tuple[str, ...] = ()
    dividers: tuple[str, ...] = ()
    #: Everyday words for choices, which are read and never written; and the words around choices.
    everyday_choices: Mapping[str, Mapping[str, tuple[str, ...]]] = {}
    choice_words: ChoiceWords = ChoiceWords()

    def __repr__(self) -> str:
        return f"<Language {self.code}>"  # its words would fill pages


class PlaybookError(ValueError):
    """An unusable playbook. The message names the file, the key in it, the reason and the remedy."""


@frozen(eq=False, repr=False)
class Edition:
    """The values of one edition; `Playbook` adds the look-up tables."""

    id: str
    summary: str
    default_language: str
    fields: tuple[FieldSpec, ...]
    workloads: tuple[WorkloadSpec, ...]
    languages: tuple[Language, ...]
    #: The words of these languages, and of the others that are known.
    words: tuple[Words, ...]
    hashtags: tuple[HashtagSpec, ...]
    note_types: tuple[NoteTypeSpec, ...]
    roles: tuple[RoleSpec, ...]
    priorities: tuple[PrioritySpec, ...]
    summaries: SummariesSpec
    #: Whether it comes with the library.
    bundled: bool = False
