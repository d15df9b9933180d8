"""One edition of the guidance as values.

Differences between editions and languages are data (``editions/*.toml``): the templates with their fields and choices, the
workloads, the hashtags and where they belong, who writes which note, and the wordings of each language. Code knows
keys (``engagement-status``, ``on-hold``), which are the same everywhere; words are data.

Source: the guidance page "Overall Status Notes Guidance" and its translations; an edition is one revision of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from attrs import frozen

from .word_lists import ChoiceWords, EvidenceKind, Words

#: The intents of a customer.
Intent: TypeAlias = Literal["deploying", "accelerating", "pausing"]
INTENTS: Final[tuple[Intent, ...]] = get_args(Intent)

#: The edition where none is given.
DEFAULT_EDITION = "2020-03"

#: The kinds of values of a field: free text, one of its choices, the list of workloads, the workload that the note is about,
#: a date, or a list of people or points.
FieldKind: TypeAlias = Literal["text", "choice", "workloads", "workload", "date", "points"]

#: How a note of a template is typed: each label in a bullet, or in bold without one.
Typing: TypeAlias = Literal["bullets", "bold"]
#: How a field can be typed otherwise: its value without its label.
FieldTyping: TypeAlias = Literal["bare"]

#: What a field or note names: a next action, its date and owner; the reason for an intent; how often a contact was tried;
#: support that is requested.
Ask: TypeAlias = Literal["action", "date", "owner", "why", "attempts", "support"]

#: What notes of a type do without: words that blur an intent, figures of usage as all that is said, news of the engagement
#: such as a meeting to come, and the text of the note on another workload.
Avoidance: TypeAlias = Literal["blurring", "usage-alone", "engagement-news", "same-text"]

#: The meanings of a choice that a text can contradict: the work rests or is in full swing; none, a part or all of it is done.
ChoiceMeaning: TypeAlias = Literal["resting", "busy", "unbegun", "partial", "complete"]

#: The parts of the guidance that rules come from: who writes which notes, hashtags, the template, next actions, summaries, and
#: what is said about each kind of note.
Section: TypeAlias = Literal["roles", "hashtags", "template", "actions", "summaries", "notes"]

#: The demands of a hashtag rule.
Demand: TypeAlias = Literal["require", "forbid"]


class DaysByChoice(NamedTuple):
    """The key of a field with choices, and for each choice a number of days."""

    field: str
    days: tuple[tuple[str, int], ...]


class FieldSpec(NamedTuple):
    """One labelled bullet of a template."""

    key: str
    kind: FieldKind
    #: The keys of the closed choices, in the order of the template.
    choices: tuple[str, ...] = ()
    #: Whether a note must have it.
    required: bool = True
    #: The keys of the choices that a text can contradict, each with its meaning.
    meanings: tuple[tuple[str, ChoiceMeaning], ...] = ()
    #: Whether words can follow the choice, and whether a note can have several choices.
    more: bool = False
    several: bool = False
    #: The greatest suggested number of characters; None for no limit.
    length: int | None = None
    #: For a date: the days within which it is, by a choice in another field.
    within: tuple[DaysByChoice, ...] = ()
    #: What its value names.
    asks: tuple[Ask, ...] = ()
    #: What else its value has where there is evidence of a kind in it: the kind, and the words, the usual ones first.
    also: tuple[tuple[EvidenceKind, tuple[str, ...]], ...] = ()
    typed: FieldTyping | None = None


class Variant(NamedTuple):
    """A variant of a template, in which some labels are written in other words."""

    key: str
    #: By the key of the field: one of its labels.
    labels: Mapping[str, str]


class TemplateLanguage(NamedTuple):
    """The words of a template in one language. In every tuple the first is the canonical one."""

    titles: tuple[str, ...]
    #: By the key of the field.
    labels: Mapping[str, tuple[str, ...]]
    #: By the key of the field, then by that of the choice.
    choices: Mapping[str, Mapping[str, tuple[str, ...]]] = {}
    #: The hints that the template prints after a label.
    hints: Mapping[str, tuple[str, ...]] = {}
    #: Titles and labels that people type instead of the published ones: understood when read, never written.
    everyday_titles: tuple[str, ...] = ()
    everyday_labels: Mapping[str, tuple[str, ...]] = {}
    #: Everyday words for choices, which are read and never written.
    everyday_choices: Mapping[str, Mapping[str, tuple[str, ...]]] = {}


class Template(NamedTuple):
    """A form that notes fill in: its fields in order, and its words in each language that has any."""

    key: str
    fields: tuple[FieldSpec, ...]
    #: By the code of the language.
    words: Mapping[str, TemplateLanguage]
    #: The key of the type of note that it is for; empty if for any.
    note_type: str = ""
    typed: Typing = "bullets"
    #: The variants in which it can be written; all are read alike.
    variants: tuple[Variant, ...] = ()
    #: The characters from which a value no longer counts for its length; empty if all of it does.
    cut: str = ""
    #: The place in the guidance that it comes from, as rules about its notes cite it; empty for that of the playbook.
    source: str = ""

    def __repr__(self) -> str:
        return f"<Template {self.key}>"  # its words would fill pages


class WorkloadSpec(NamedTuple):
    """One workload that notes list."""

    #: The tag as the edition writes it, without brackets.
    tag: str
    #: Its English names; the edition writes the first.
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
    #: What a note without labels names.
    asks: tuple[Ask, ...] = ()
    #: What such a note does without, and the greatest number of its sentences; None for no limit.
    avoids: tuple[Avoidance, ...] = ()
    sentences: int | None = None
    #: The place in the guidance that it comes from, as rules about such notes cite it; empty for that of the playbook.
    source: str = ""


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

    #: The keys of the roles that write them; empty if no role has to.
    roles: tuple[str, ...] = ()
    #: The keys of the priorities of customers for which one makes sense without a request.
    priorities: tuple[str, ...] = ()
    #: The keys of the types of note that they belong in; empty if in any.
    note_types: tuple[str, ...] = ()
    #: The keys of the types of note that always have one, whoever the customer is.
    required_in: tuple[str, ...] = ()
    #: The conditions under which a note must have one: each has the keys of which one is given, for ``role``, ``note-type`` and
    #: ``intent``.
    required_when: tuple[Mapping[str, tuple[str, ...]], ...] = ()


class Destinations(NamedTuple):
    """The names of places outside of a note for what belongs there; empty if there is none."""

    #: For technical updates of one workload: "Entitlement Status note".
    technical: str = ""
    #: For escalations and issues: "Risks box".
    escalations: str = ""


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
    #: The key of the field in which a required hashtag stands in notes that have that field; empty if anywhere.
    field: str = ""

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
    #: The words that show that a text is about it; None if there are none.
    evidence: EvidenceKind | None = None


class Language(NamedTuple):
    """The words of one language that belong to no template. In every tuple the first is the canonical one."""

    #: BCP 47 tag, such as ``pt-BR``.
    code: str
    name: str
    #: Articles and the word for "and": a label is known without them.
    small_words: tuple[str, ...]
    #: Names and tags of workloads that differ from the English ones, by tag.
    workload_names: Mapping[str, tuple[str, ...]]
    workload_tags: Mapping[str, tuple[str, ...]]
    words: Words
    #: Words that can precede an everyday label: "current".
    label_prefixes: tuple[str, ...] = ()
    #: Labels of fields that writers add: "Risks".
    own_labels: tuple[str, ...] = ()
    #: Lines that end a text: "Kind regards"; labels in the header of a mail: "Subject"; words of a line before earlier text:
    #: "previous note".
    sign_offs: tuple[str, ...] = ()
    mail_headers: tuple[str, ...] = ()
    dividers: tuple[str, ...] = ()
    #: The words around choices.
    choice_words: ChoiceWords = ChoiceWords()

    def __repr__(self) -> str:
        return f"<Language {self.code}>"  # its words would fill pages


class PlaybookError(ValueError):
    """An unusable playbook. The message names the file, the key in it, the reason and the remedy."""

    #: The key, such as ``workloads[EXO].names``; empty where the file can't be read.
    key: str = ""


@frozen(eq=False, repr=False)
class Edition:
    """The values of one edition; `Playbook` adds the look-up tables."""

    id: str
    summary: str
    default_language: str
    #: The first is the one where none is named.
    templates: tuple[Template, ...]
    workloads: tuple[WorkloadSpec, ...]
    languages: tuple[Language, ...]
    #: The words of these languages, and of the others that are known.
    words: tuple[Words, ...]
    hashtags: tuple[HashtagSpec, ...]
    note_types: tuple[NoteTypeSpec, ...]
    roles: tuple[RoleSpec, ...]
    priorities: tuple[PrioritySpec, ...]
    summaries: SummariesSpec
    destinations: Destinations
    #: The places in the guidance that its rules come from, as they are cited.
    sources: Mapping[Section, str]
    #: Whether it comes with the library.
    bundled: bool = False
