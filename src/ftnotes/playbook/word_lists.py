"""The lists of words by which free text and choices are read, in one language.

``docs/playbook-words.md`` describes each list. The lists come from ``words/*.toml``, and from the files of custom playbooks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

#: The kinds of evidence in words.
EvidenceKind: TypeAlias = Literal[
    "pausing",
    "accelerating",
    "deploying",
    "reason",
    "planned",
    "done",
    "escalation",
    "settled",
    "deployment",
    "wish",
    "stopping",
    "hastening",
    "minor",
    "local",
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
    "why",
    "blurring",
    "usage",
    "intent",
    "scheduling",
    "unreached",
    "attempts",
    "how-often",
    "first-party",
]
#: The same as values.
EVIDENCE_KINDS: Final[tuple[EvidenceKind, ...]] = get_args(EvidenceKind)

#: The kinds whose words count even where others negate them: "no intent" is about an intent.
NEVER_NEGATED: Final[frozenset[EvidenceKind]] = frozenset(EVIDENCE_KINDS[EVIDENCE_KINDS.index("why") :])

#: The words that negate others, before and after them.
NEGATIONS: Final = ("negations", "negations-after")


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
    #: The days of the week from Monday, in full and then shorter; words before one that recurs ("every").
    weekdays: tuple[str, ...] = ()
    recurring: tuple[str, ...] = ()
    #: Days relative to the day of writing: "today", "tomorrow", the last day of the month ("EOM"), of the week, of the year.
    today: tuple[str, ...] = ()
    tomorrow: tuple[str, ...] = ()
    month_ends: tuple[str, ...] = ()
    week_ends: tuple[str, ...] = ()
    year_ends: tuple[str, ...] = ()
    #: Words before and after a week, month or weekday: "this", "next"; and words that contain both ("来週").
    this: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    next_after: tuple[str, ...] = ()
    next_weeks: tuple[str, ...] = ()
    next_months: tuple[str, ...] = ()
    #: The word for a month, and articles that can precede it.
    any_months: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    #: Words after "week" and before the day it begins with: "of", "commencing".
    commencing: tuple[str, ...] = ()
    #: Words for half a year, for its first and its second; for a year that is that of the calendar ("CY").
    halves: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    calendar_years: tuple[str, ...] = ()
    #: Words that mean that a day was moved to another; and those for what happens on a day: "call".
    moved: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    #: Words after the day by which something is done: "まで".
    after_day: tuple[str, ...] = ()
    #: Words after numbers such as ``6/30`` that show that these count nothing: "and", "with".
    going_on: tuple[str, ...] = ()
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
    """The words for next actions, their dates and owners; entries can have several words."""

    #: Labels of an action, its date and its owner: "Next action", "Date", "Owner".
    what: tuple[str, ...] = ()
    #: Labels that can also mean something else, so that only plain tasks are listed below: "Next".
    short: tuple[str, ...] = ()
    #: Labels that need no colon: "TODO".
    marks: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    #: Heads of a table's column: of an action ("Task"), and of its state ("Status").
    columns: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    #: Words between the words of a label ("of"), before them ("our"), and after them in a heading ("carried forward").
    glue: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    #: Words before or after a label by which its actions are over ("previous").
    over: tuple[str, ...] = ()
    #: Words in place of a name or an action: that there is none ("none"), and that it is not known yet ("TBD").
    nobody: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    #: Phrases for a note without an action: "no further action".
    no_action: tuple[str, ...] = ()
    #: Words for the writer ("I", "we"); those for a speaker who is named before a colon ("I"); other pronouns, which name
    #: nobody; pronouns for somebody who was named before ("she").
    writer: tuple[str, ...] = ()
    myself: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    #: Pronouns for whom something is given to ("him"), and for others than the writer ("you").
    whom: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    #: Owners that are not names of people: parties of an engagement ("the partner"), others ("HR"), all of them ("both").
    parties: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    everybody: tuple[str, ...] = ()
    #: The last words of other owners ("team"); verbs that also say which one it is, right before ("support"); titles ("Mr").
    actor_heads: tuple[str, ...] = ()
    actor_kinds: tuple[str, ...] = ()
    courtesy: tuple[str, ...] = ()
    #: Given names, which are people even where nothing else shows it: "Sid to call".
    given_names: tuple[str, ...] = ()
    #: With what names start in scripts without spaces: "张".
    surnames: tuple[str, ...] = ()
    #: Words that look like a name but are not, "Deployment", and the endings of such words: "ing".
    not_actors: tuple[str, ...] = ()
    not_name_endings: tuple[str, ...] = ()
    #: Endings of verbs for what was done: "ed".
    past_endings: tuple[str, ...] = ()
    #: Endings of verbs for what will be: "rá".
    future_endings: tuple[str, ...] = ()
    #: Verbs for what was done without such an ending ("told"), some of them the same for what is to be done ("put").
    past: tuple[str, ...] = ()
    #: Articles; words in small letters between the words of a name ("van").
    articles: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    #: Phrases before a deadline: "no later than".
    deadlines: tuple[str, ...] = ()
    #: Words between a name and a team or company: "from".
    origins: tuple[str, ...] = ()
    #: Words between what is to come and who gives it: "from".
    sources: tuple[str, ...] = ()
    #: Words before a time of day: "at".
    at: tuple[str, ...] = ()
    #: Words with which the writer says what will be done, without a pronoun: "vou".
    i_will: tuple[str, ...] = ()
    #: Words between an actor and an action: "will"; only with a date: "must"; and without a verb: "to".
    will: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    #: Such words that count only after a label and in a list: "can".
    may: tuple[str, ...] = ()
    #: Those of "must" that need no date after somebody: "has to".
    needs: tuple[str, ...] = ()
    #: Verbs for what was said ("told"), and "would" in it; verbs before what somebody is still to give ("owes"), and those
    #: after "is" for work that has begun ("working on").
    telling: tuple[str, ...] = ()
    would: tuple[str, ...] = ()
    #: Words before what will be done ("will be"), and between it and who does it ("by").
    passives: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    #: Words before a day from which on somebody does something: "as of".
    since: tuple[str, ...] = ()
    #: That something is not done yet, after somebody.
    still: tuple[str, ...] = ()
    owing: tuple[str, ...] = ()
    working: tuple[str, ...] = ()
    #: Words after these that negate them: "not"; and that only say that nothing is done yet: "hold off".
    never: tuple[str, ...] = ()
    idling: tuple[str, ...] = ()
    #: Words between a label and its action ("is"), and words that can come before or after an actor ("then").
    copulas: tuple[str, ...] = ()
    #: Words that show that something is over ("was"), or only wished or possible ("wants").
    was: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    #: Verbs for how it is, or for what is thought best ("use", "recommend").
    stating: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    #: Verbs after "will" or in a list of actions ("send"); right after the actor ("sends"); after "is" ("sending"). Endings
    #: make these forms of a verb; after a colon is what they replace: "ies:y".
    verbs: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    does_endings: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()
    doing_endings: tuple[str, ...] = ()
    #: Verbs that only say what is still to come, with a day: "try again", "follow up".
    resuming: tuple[str, ...] = ()
    #: Words before a clause in which somebody does something: "that".
    that: tuple[str, ...] = ()
    #: Events on a day: "next", "call", and "planned for" before the day, "cancelled" after it.
    next: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    #: Stages of the work, which are events only on a day that is to come: "pilot"; and what is said of them: "begins".
    stages: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    scheduled: tuple[str, ...] = ()
    #: Those of "scheduled" after which anything is an event: "booked for", but not "planned for".
    fixed: tuple[str, ...] = ()
    #: Words between what somebody will get and from whom or when: "going out".
    issuing: tuple[str, ...] = ()
    #: Verbs before an event that is on another day now: "rescheduled".
    moving: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()
    #: After somebody's name behind an action: "Ana owns it".
    owning: tuple[str, ...] = ()
    #: Remarks that an action is done, and that it is not done yet.
    done: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()
    #: Words before a full stop that does not end a sentence; those that do so only before a number.
    abbreviations: tuple[str, ...] = ()
    number_abbreviations: tuple[str, ...] = ()
    #: Words between two owners: "and"; between an owner and somebody who takes part: "with".
    joiners: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    #: Words before a condition, which is no part of an action: "if".
    conditions: tuple[str, ...] = ()
    #: Words before what need not come true: "if", but not "once".
    hypotheses: tuple[str, ...] = ()


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


class Words(NamedTuple):
    """The words of one language by which free text is read."""

    #: BCP 47 tag, as in `Language`; no template need be published in this language.
    code: str
    dates: DateWords
    actions: ActionWords
    #: Beginnings of words that are plain evidence, by its kind (`EVIDENCE_KINDS`), and `NEGATIONS`.
    evidence: Mapping[str, tuple[str, ...]]
    placeholders: PlaceholderWords = PlaceholderWords()

    def __repr__(self) -> str:
        return f"<Words {self.code}>"  # all of them would fill pages
