"""One edition of the guidance as values.

What differs between editions and languages is data (``editions/*.toml``): the fields of the template and their order, the
closed choices, the workloads, the hashtags and where they belong, who writes which note, and the wordings of each language.
Code knows keys (``engagement-status``, ``on-hold``), which are the same everywhere; words are data.

Source: the guidance page "Overall Status Notes Guidance" and its translations, of which an edition is one revision.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from attrs import frozen

#: What a customer may want.
Intent: TypeAlias = Literal["deploying", "accelerating", "pausing"]
INTENTS: Final[tuple[Intent, ...]] = get_args(Intent)


#: The edition that is meant where none is named.
DEFAULT_EDITION = "2020-03"


#: What words can be evidence of; ``docs/playbooks.md`` says what belongs to each.
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
    "technical",
]


#: The same as values.
EVIDENCE_KINDS: Final[tuple[EvidenceKind, ...]] = get_args(EvidenceKind)


#: The words that turn others round: in front of them, and behind them.
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


class FieldSpec(NamedTuple):
    """One labelled bullet of the template."""

    key: str
    #: What its value is: free text, one of `choices`, or the list of workloads.
    kind: Literal["text", "choice", "workloads"]
    #: The keys of the closed choices, in the order of the template.
    choices: tuple[str, ...] = ()


class WorkloadSpec(NamedTuple):
    """One workload of the template."""

    #: The tag as the edition writes it, without brackets.
    tag: str
    #: Its English names; the first is the one the edition writes.
    names: tuple[str, ...]
    #: Tags and names of other editions: understood when read, never written.
    other_tags: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    #: Whether it is the one for all that no other stands for: its name is a remark on that, and it may be used often.
    catch_all: bool = False


class NoteTypeSpec(NamedTuple):
    """A kind of note, and what people call it."""

    key: str
    names: tuple[str, ...]


class RoleSpec(NamedTuple):
    """Who writes notes: what people call the role, and the kinds of note it writes."""

    key: str
    names: tuple[str, ...]
    note_types: tuple[str, ...]


class PrioritySpec(NamedTuple):
    """How important a customer is, and what people call it."""

    key: str
    names: tuple[str, ...]


class SummariesSpec(NamedTuple):
    """Who is asked for an exec summary, and for which customers."""

    #: The keys of the roles that write them; none where nothing is asked.
    roles: tuple[str, ...] = ()
    #: The keys of the priorities of customers for which one makes sense without being asked for.
    priorities: tuple[str, ...] = ()


class HashtagRule(NamedTuple):
    """Where a hashtag must or must not stand."""

    demand: Literal["require", "forbid"]
    #: The conditions, all of which must hold: for each of ``role``, ``note-type``, ``intent`` or the key of a choice field,
    #: the keys of which one must be the case.
    when: Mapping[str, tuple[str, ...]]
    #: What to do where the hashtag must not stand, beside taking it out: "update the Entitlement Status".
    instead: str = ""
    #: The exceptions: where one of these holds, the rule does not apply. No condition stands under both.
    unless: Mapping[str, tuple[str, ...]] = {}

    def meets(self, other: HashtagRule) -> bool:
        """Whether there is a note that both rules apply to: whether no condition keeps them apart."""
        for name in {*self.when, *other.when}:
            asked = [set(rule.when[name]) for rule in (self, other) if name in rule.when]
            excluded = {member for rule in (self, other) for member in rule.unless.get(name, ())}
            if not set.intersection(*asked) - excluded:
                return False
        return True


class HashtagSpec(NamedTuple):
    """A hashtag, what it says of a customer, and the rules about it."""

    tag: str
    #: What it says, to follow "It marks that …": "the customer asks for help".
    summary: str
    rules: tuple[HashtagRule, ...] = ()


class DateWords(NamedTuple):
    """The words dates are written with: single words, of which the spelling with and without accents is understood."""

    #: The twelve months, in order; none where months are numbers.
    months: tuple[str, ...] = ()
    #: The first letters of a month, as they are used in its place.
    short_months: tuple[str, ...] = ()
    #: Those of both that mean something else too: "may", "out".
    other_words: tuple[str, ...] = ()
    #: Words between the parts of a date: "of".
    of: tuple[str, ...] = ()
    #: What is written behind a number, or (``第``) before it, to count with it: "th".
    ordinals: tuple[str, ...] = ()
    #: For the first, the middle and the last third of a month or year: "early", "mid", "end".
    begin: tuple[str, ...] = ()
    middle: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    #: Words before a month: "in"; before a day: "on"; before the day by which something is done: "by".
    in_month: tuple[str, ...] = ()
    on_day: tuple[str, ...] = ()
    by_day: tuple[str, ...] = ()
    #: Names of the days of the week, as they stand before a date.
    weekdays: tuple[str, ...] = ()
    #: Words behind the day by which something is done: "まで".
    after_day: tuple[str, ...] = ()
    #: Words between the first and the last day: "to".
    to: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    #: Words for a week that is counted through the year; and words for any week, which need a year.
    calendar_weeks: tuple[str, ...] = ()
    weeks: tuple[str, ...] = ()
    #: What stands behind the numbers of a year, a month and a day: "年", "月", "日".
    year_signs: tuple[str, ...] = ()
    month_signs: tuple[str, ...] = ()
    day_signs: tuple[str, ...] = ()
    #: Words behind which numbers are no date: "version".
    never_after: tuple[str, ...] = ()
    #: The order of day and month in ``4/5``, where there is but one: ``("day", "month")``.
    order: tuple[str, ...] = ()


class ActionWords(NamedTuple):
    """The words with which people say what is to be done next, when and by whom."""

    #: Labels of what is to be done, of its day, and of who does it: "Next action", "Date", "Owner".
    what: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    #: What stands in place of a name or a task where there is none: "TBD".
    nobody: tuple[str, ...] = ()
    #: Who does things, beside people by their names: "the partner", "we".
    actors: tuple[str, ...] = ()
    #: First words of a sentence that name nobody: "Deployment", "Ready".
    not_actors: tuple[str, ...] = ()
    #: Between an actor and what will be done: "will"; what says so of an actor without a verb of its own: "to".
    will: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    #: Behind them, where it will not: "not".
    never: tuple[str, ...] = ()
    #: What people do, as it stands behind "will" or in a list of things to do: "send".
    verbs: tuple[str, ...] = ()
    #: The same as it stands right behind the actor: "schickt", "enviará".
    does: tuple[str, ...] = ()
    #: What takes place on a day: "next call".
    events: tuple[str, ...] = ()


class Language(NamedTuple):
    """The wordings of one language. In every tuple the first is the canonical one."""

    #: BCP 47 tag, such as ``pt-BR``.
    code: str
    name: str
    titles: tuple[str, ...]
    labels: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, Mapping[str, tuple[str, ...]]]
    #: The hints that the template prints behind a label.
    hints: Mapping[str, tuple[str, ...]]
    #: Articles and the word for "and": may be left out of a label.
    small_words: tuple[str, ...]
    #: Names and tags of workloads that differ from the English ones, by tag.
    workload_names: Mapping[str, tuple[str, ...]]
    workload_tags: Mapping[str, tuple[str, ...]]
    dates: DateWords
    actions: ActionWords
    #: Beginnings of words that are plain evidence, by what they are evidence of (`EVIDENCE_KINDS`), and `NEGATIONS`.
    evidence: Mapping[str, tuple[str, ...]]

    def __repr__(self) -> str:
        return f"<Language {self.code}>"  # all its words would fill pages


class PlaybookError(ValueError):
    """A playbook that can't be used. The message names the file, the key in it, what is wrong and what is expected."""


@frozen(eq=False, repr=False)
class Edition:
    """The values of one edition; `Playbook` adds the look-up tables."""

    id: str
    summary: str
    default_language: str
    fields: tuple[FieldSpec, ...]
    workloads: tuple[WorkloadSpec, ...]
    languages: tuple[Language, ...]
    hashtags: tuple[HashtagSpec, ...]
    note_types: tuple[NoteTypeSpec, ...]
    roles: tuple[RoleSpec, ...]
    priorities: tuple[PrioritySpec, ...]
    summaries: SummariesSpec
    #: Whether this is one of the editions that come with the library.
    bundled: bool = False
